//! Passwords: what is refused with which reason, what must be accepted, and properties on any text.

use proptest::prelude::*;

use super::*;

const LIST: [&str; 8] = [
    "wachtwoord",
    "zomer",
    "password",
    "correcthorsebatterystaple",
    "geheim",
    "iloveyouforever1",
    "welkom",
    "tuinslang",
];

fn listed(text: &str) -> bool {
    LIST.contains(&text)
}

fn context() -> Context {
    Context {
        username: Some(Username::parse_issued("ALMELO01").unwrap()),
        words: ["Huissleutel", "Woningstichting De Brug", "Prins Hendrikstraat", "Almelo Noord"]
            .map(str::to_owned)
            .to_vec(),
    }
}

fn faults(password: &str) -> Vec<Fault> {
    judge(&normalise(password), &Rules::default(), &context(), &listed).err().unwrap_or_default()
}

fn refused_for(fault: Fault, passwords: &[&str]) {
    for password in passwords {
        assert!(faults(password).contains(&fault), "{password}: {:?}", faults(password));
    }
}

#[test]
fn good_ones_pass() {
    for password in [
        "fiets tafel regen lamp",
        "mijn hond eet graag kaas",
        "vier losse woorden",
        "de Prins Hendrikstraat is in het voorjaar mooi",
        "in Almelo woont mijn oudste zus Truus",
        "🦊🐙🌵🚲🧀🌧️🎺🪴🧦🍋🦆🚪🕯️🎲🥁🪁",
        "x7#kQ9$vLp2&mZ4wT8",
        "een hele lange zin met spaties en leestekens, zoals deze.",
        "qwerty is geen goed wachtwoord zegt oma",
        "ünïcödé wörden zïjn öök prïma",
        "property defender houses",
    ] {
        assert_eq!(faults(password), [], "{password}");
    }
}

#[test]
fn length_is_counted_in_code_points_after_trimming() {
    assert_eq!(faults(""), [Fault::TooShort { missing: 15 }]);
    assert_eq!(faults("   \u{a0} "), [Fault::TooShort { missing: 15 }]);
    assert_eq!(faults("fiets lamp kan"), [Fault::TooShort { missing: 1 }]);
    assert_eq!(faults("  fiets lamp kan  "), [Fault::TooShort { missing: 1 }]);
    assert_eq!(faults("fiets lamp kano"), []);
    assert_eq!(faults("ëüïöäéèáàóúíâêô"), []);
    let long = |n: usize| {
        (0..n).map(|i| char::from_u32(0x4e00 + u32::try_from(i * 7 % 997).unwrap()).unwrap()).collect::<String>()
    };
    assert_eq!(faults(&long(1_025)), [Fault::TooLong]);
    assert!(faults(&long(64)).is_empty());
    assert_eq!(Rules::at_least(3).min_length(), 8);
    assert_eq!(Rules::at_least(10_000).min_length(), 64);
}

#[test]
fn normalising_is_nfkc_and_outer_space_only() {
    assert_eq!(*normalise(" \u{3000}ｆｉｅｔｓ  lamp\n"), "fiets  lamp");
    assert_eq!(*normalise("e\u{301}"), "\u{e9}");
    assert_eq!(*normalise("Fiets"), "Fiets", "case stays");
    assert_eq!(*normalise("\u{200b}fiets"), "\u{200b}fiets", "only white space goes");
}

#[test]
fn known_ones_are_refused_in_every_dress() {
    refused_for(
        Fault::Known,
        &[
            "correcthorsebatterystaple",
            "Correct Horse Battery Staple",
            "correct-horse-battery-staple",
            "C0rrectH0rseBatteryStaple",
            "iloveyouforever1",
        ],
    );
    refused_for(
        Fault::DutchWord,
        &[
            "wachtwoord123456789",
            "Wachtwoord2026!!!",
            "!!!!!zomer2026!!!!!",
            "2026!!!w@chtw00rd",
            "W@chtw00rd!2026!!",
            "Tu1nsl4ng#2026#2026",
        ],
    );
}

#[test]
fn repeats_are_refused() {
    refused_for(
        Fault::Repeats,
        &[
            "aaaaaaaaaaaaaaaa",
            "aaaaaaaaaaaaaaab",
            "abcabcabcabcabc1",
            "hallohallohallo",
            "hallo hallo hallo",
            "Hallo1Hallo2Hallo3",
            "????????????????",
            "abbaabbaababab",
            "wachtwoord wachtwoord",
        ],
    );
}

#[test]
fn runs_are_refused() {
    refused_for(
        Fault::Run,
        &[
            "abcdefghijklmnop",
            "123456789012345",
            "qwertyuiopasdfgh",
            "1qaz2wsx3edc4rfv",
            "zyxwvutsrqponml",
            "abc123def456ghi789",
            "qwerty 123456 abcdef",
            "!@#$%^&*()_+qwerty",
            "987654321qwertyuiop",
            "azertyuiopqsdfgh",
        ],
    );
}

/// ASVS 5.0, 6.1.2: context words with digits added.
#[test]
fn names_around_the_person_are_refused() {
    refused_for(Fault::Username, &["ALMELO01", "almelo01almelo01", "mijn huis is AlmeloO1", "4lm3l0o1 is van mij"]);
    refused_for(
        Fault::Brand,
        &[
            "huissleutel2026",
            "Huissleutel123456",
            "PrinsHendrikstraat12",
            "Prins Hendrikstraat 1234",
            "De Brug 1234567890",
            "Woningstichting2026!",
            "almelo 123456789",
            "Hu1ssl3ut3l 2026",
            "huissleutelhuissleutel",
            "Hendrikstraat 99887766",
            "welkom huissleutel 1",
            "almelonoord!!!!!!!!",
        ],
    );
}

#[test]
fn all_reasons_come_at_once() {
    let found = faults("almelo01");
    assert!(
        found.contains(&Fault::TooShort { missing: 7 })
            && found.contains(&Fault::Username)
            && found.contains(&Fault::Brand)
    );
}

#[test]
fn every_fault_has_its_word() {
    for fault in FAULTS {
        assert_eq!(fault.as_str().parse(), Ok(fault));
    }
}

proptest! {
    #[test]
    fn any_text_is_judged(text: String, min in 0_usize..80) {
        let once = normalise(&text);
        prop_assert_eq!(&*normalise(&once), &*once, "normalising twice changes nothing");
        if judge(&once, &Rules::at_least(min), &context(), &listed).is_ok() {
            prop_assert!(once.chars().count() >= min.clamp(8, 64));
        }
    }

    #[test]
    fn the_username_with_digits_is_always_refused(digits in "[0-9]{0,12}", front: bool) {
        let typed = if front { format!("{digits}ALMELO01") } else { format!("ALMELO01{digits}") };
        prop_assert!(!faults(&typed).is_empty());
        prop_assert!(faults(&typed).contains(&Fault::Username));
    }

    #[test]
    fn four_different_words_pass(words in prop::sample::subsequence(
        vec!["fiets", "tafel", "regen", "lamp", "koffie", "gordijn", "egel", "trompet", "wolk", "zadel"], 4))
    {
        prop_assert_eq!(faults(&words.join(" ")), vec![]);
    }
}
