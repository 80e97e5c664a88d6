//! Addresses: a corpus of what must and must not be read, and properties on any text.

use proptest::prelude::*;

use super::*;

fn address(text: &str) -> Address {
    Address::parse(text).unwrap()
}

#[test]
fn plain_addresses_are_kept_as_typed_before_the_at() {
    for (typed, stored) in [
        ("jan@example.nl", "jan@example.nl"),
        ("J.Jansen+huis@Example.NL", "J.Jansen+huis@example.nl"),
        ("o'neill_#1@mail.example.nl", "o'neill_#1@mail.example.nl"),
        ("jan@bücher.example", "jan@xn--bcher-kva.example"),
        ("jan@BÜCHER.example", "jan@xn--bcher-kva.example"),
        ("jan@xn--bcher-kva.example", "jan@xn--bcher-kva.example"),
        ("jan@straße.example", "jan@xn--strae-oqa.example"),
    ] {
        assert_eq!(address(typed).as_str(), stored, "{typed}");
    }
    let it = address("J.Jansen@Example.nl");
    assert_eq!((it.local(), it.domain()), ("J.Jansen", "example.nl"));
    assert_eq!(it.search_key(), "j.jansen@example.nl");
}

#[test]
fn everything_else_is_refused() {
    use AddressFault::{Domain, Dot, Empty, ManyAts, NoAt, Sign, TooLong};
    for (text, fault) in [
        ("", Empty),
        ("jan", NoAt),
        ("@example.nl", Sign),
        ("jan@", Domain),
        ("a@b@example.nl", ManyAts),
        ("jan@example.nl@evil.test", ManyAts),
        ("\"jan jansen\"@example.nl", Sign),
        ("\"a@b\"@example.nl", ManyAts),
        ("jan(huis)@example.nl", Sign),
        ("jan@(huis)example.nl", Sign),
        ("Jan <jan@example.nl>", Sign),
        ("bewoners:jan@example.nl;", Sign),
        ("jan@example.nl,piet@example.nl", ManyAts),
        ("jan@example.nl;", Sign),
        ("=?utf-8?q?jan=40evil.test?= <jan@example.nl>", Sign),
        ("mailto:jan@example.nl", Sign),
        (" jan@example.nl", Sign),
        ("jan@example.nl ", Sign),
        ("jan@example.nl\r\nBcc: evil@example.test", ManyAts),
        ("jan@example.nl\r\nRSET", Sign),
        ("jan\0@example.nl", Sign),
        ("jan@exam\0ple.nl", Sign),
        ("jan@[192.0.2.1]", Sign),
        ("jan@[IPv6:2001:db8::1]", Sign),
        ("jan@192.0.2.1", Domain),
        ("jan@localhost", Domain),
        ("jan@example.nl.", Dot),
        ("jan@.example.nl", Dot),
        ("jan@example..nl", Dot),
        (".jan@example.nl", Dot),
        ("jan.@example.nl", Dot),
        ("jan..jansen@example.nl", Dot),
        ("jan@-example.nl", Domain),
        ("jan@exam_ple.nl", Domain),
        ("jan@xn--a.example", Domain),
        ("jan@xn--zzzzzzzzzz99999.example", Domain),
        ("jan@example.n", Domain),
        ("jan@example.n1!", Domain),
        ("ján@example.nl", Sign),
        ("jan\u{200b}@example.nl", Sign),
        ("jan＠example.nl", NoAt),
    ] {
        assert_eq!(Address::parse(text), Err(fault), "{text:?}");
    }
    assert_eq!(Address::parse(&format!("{}@example.nl", "a".repeat(65))), Err(TooLong));
    assert_eq!(Address::parse(&format!("jan@{}nl", "abcdefghi.".repeat(25))), Err(TooLong));
    assert_eq!(Address::parse(&"a".repeat(5_000)), Err(TooLong));
}

/// Case folding must never lead to a mailbox that somebody else owns.
#[test]
fn nothing_folds_into_another_address() {
    for sign in [
        "\u{131}", "\u{17f}", "\u{212a}", "\u{fb01}", "\u{fb00}", "\u{212b}", "\u{ff41}", "\u{130}", "\u{df}",
        "\u{1e9e}", "\u{2126}",
    ] {
        assert!(Address::parse(&format!("jan{sign}@example.nl")).is_err(), "{sign} before the @");
        if let Ok(read) = Address::parse(&format!("jan@{sign}.example.nl")) {
            assert!(read.domain().starts_with("xn--"), "{sign} in the domain");
        }
    }
    assert!(Address::parse("jan@\u{212a}pnmail.nl").is_err(), "the Kelvin sign");
    assert_ne!(address("jan@gmaıl.com").domain(), "gmail.com");
    assert_ne!(address("jan@exаmple.nl").domain(), "example.nl", "a Cyrillic a");
}

#[test]
fn masks_say_little_and_always_the_same_length() {
    assert_eq!(address("jan@example.nl").masked(), "j•••@e•••.nl");
    assert_eq!(address("j@mail.example.co.uk").masked(), "•••@m•••.uk");
    assert_eq!(format!("{:?}", address("jan@example.nl")), "j•••@e•••.nl");
}

#[test]
fn typing_errors_are_pointed_out() {
    assert_eq!(address("jan@gmial.com").typo_hint(), Some("gmail.com"));
    assert_eq!(address("jan@Hotmail.con").typo_hint(), Some("hotmail.com"));
    assert_eq!(address("jan@ziggo.n1").typo_hint(), Some("ziggo.nl"));
    assert_eq!(address("jan@gmail.com").typo_hint(), None);
    for (meant, typos) in TYPOS {
        for typo in *typos {
            assert!(TYPOS.iter().all(|(other, _)| other != typo), "{typo} is itself a real one");
            let known = Address::parse(&format!("jan@{typo}")).ok().and_then(|a| a.typo_hint());
            assert_eq!(known, Some(*meant), "{typo}");
        }
    }
}

proptest! {
    #[test]
    fn what_is_read_is_one_harmless_line(text in "\\PC{0,40}@\\PC{1,20}\\.[a-z]{2,3}") {
        if let Ok(read) = Address::parse(&text) {
            prop_assert!(read.as_str().bytes().all(|b| b.is_ascii_graphic()));
            prop_assert_eq!(read.as_str().matches('@').count(), 1);
            prop_assert!(read.as_str().len() <= 254);
            prop_assert_eq!(Address::parse(read.as_str()), Ok(read.clone()), "reading again changes nothing");
            prop_assert_eq!(text.split('@').next(), Some(read.local()));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text: String) {
        let _ = Address::parse(&text);
    }

    #[test]
    fn ordinary_addresses_are_read(local in "[a-z0-9]{1,10}([._+-][a-z0-9]{1,5})?", domain in "[a-z]{2,10}\\.(nl|com|org)") {
        let text = format!("{local}@{domain}");
        let read = Address::parse(&text).unwrap();
        let masked = read.masked();
        let before = masked.split('@').next().unwrap_or_default();
        prop_assert!(!before.contains(&local) || local.len() <= 1, "{}", masked);
        prop_assert_eq!(read.as_str(), text);
    }
}
