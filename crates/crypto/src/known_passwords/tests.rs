//! The built-in list does what is promised of it, and a file is believed only when it is whole.

use super::*;
use crate::chance::Chance;

/// The 10,000 most common passwords of at least 8 characters, by rank, and a sample of 2,000 of the breached ones of
/// at least 15.
const COMMON: &str = include_str!("../../data/sample_common.txt");
const LONG: &str = include_str!("../../data/sample_long.txt");

/// A file that is gone after the test.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Self {
        let draw = u64::from_be_bytes(Chance::system().bytes());
        Self(std::env::temp_dir().join(format!("huissleutel-filter-{draw:016x}")))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn all_common_and_breached_passwords_are_known() {
    let filter = Filter::bundled().unwrap();
    assert_eq!(COMMON.lines().count(), 10_000);
    assert_eq!(LONG.lines().count(), 2_000);
    assert!(COMMON.lines().all(|line| line.chars().count() >= 8));
    assert!(LONG.lines().all(|line| line.chars().count() >= 15));
    let missed: Vec<_> = COMMON.lines().chain(LONG.lines()).filter(|line| !filter.is_known(line)).collect();
    assert!(missed.is_empty(), "{missed:?}");
}

#[test]
fn letter_case_width_and_outer_space_do_not_matter() {
    let filter = Filter::bundled().unwrap();
    for known in
        ["password", "Password", "PASSWORD", " password\t", "ｐａｓｓｗｏｒｄ", "wachtwoord", "Welkom123", "qwertyuiop"]
    {
        assert!(filter.is_known(known), "{known}");
    }
}

#[test]
fn dutch_words_are_known() {
    let filter = Filter::bundled().unwrap();
    for known in ["woning", "sleutel", "vakantie", "aardappel", "ziektekostenverzekering", "gemeentehuis"] {
        assert!(filter.is_known(known), "{known}");
    }
}

/// Sentences that nobody used before: with 1 in 65,000 wrongly refused, none of a thousand fixed ones is.
#[test]
fn a_thousand_made_up_sentences_are_fine() {
    let filter = Filter::bundled().unwrap();
    let words = ["paarse", "kat", "fietst", "onder", "lamp", "zeven", "brood", "wolk", "trein", "snel", "jas", "mist"];
    let chance = Chance::seeded(11);
    for _ in 0..1_000 {
        let sentence: Vec<_> = chance.bytes::<4>().iter().map(|b| words[usize::from(*b) % words.len()]).collect();
        let sentence = format!("{} {}", sentence.join(" "), u16::from_be_bytes(chance.bytes()));
        assert!(!filter.is_known(&sentence), "{sentence}");
    }
}

#[test]
fn false_alarms_are_as_rare_as_promised() {
    let filter = Filter::bundled().unwrap();
    let chance = Chance::seeded(12);
    let alarms = (0..300_000).filter(|_| filter.is_known(&format!("{:?}", chance.bytes::<12>()))).count();
    assert!(alarms <= 20, "{alarms} of 300,000, expected about 5");
}

#[test]
fn an_own_list_is_added_to_the_built_in_one() {
    let scratch = Scratch::new();
    let words = ["Correct Paard Batterij Niet", "correct paard batterij niet", "", "  ", "tweede zin van de lijst"];
    assert_eq!(Filter::write(words, &scratch.0).unwrap(), 2);
    let filter = Filter::with_file(&scratch.0).unwrap();
    for known in ["correct paard batterij niet", "TWEEDE ZIN VAN DE LIJST", "password"] {
        assert!(filter.is_known(known), "{known}");
    }
    assert!(!filter.is_known("derde zin van de lijst"));
    assert!(!Filter::bundled().unwrap().is_known("correct paard batterij niet"));
}

#[test]
fn lists_of_every_size_hold_all_their_words() {
    let scratch = Scratch::new();
    for size in [1, 2, 3, 10, 1_000] {
        let words: Vec<_> = (0..size).map(|n| format!("woord nummer {n} van {size}")).collect();
        assert_eq!(Filter::write(&words, &scratch.0).unwrap(), size);
        let filter = Filter::with_file(&scratch.0).unwrap();
        assert!(words.iter().all(|word| filter.is_known(word)), "{size}");
    }
    assert!(matches!(Filter::write(["", " "], &scratch.0), Err(FilterError::Count(0))));
}

#[test]
fn every_damage_is_noticed() {
    let scratch = Scratch::new();
    Filter::write((0..50).map(|n| format!("woord {n}")), &scratch.0).unwrap();
    let good = std::fs::read(&scratch.0).unwrap();
    let refused = |bytes: &[u8]| {
        std::fs::write(&scratch.0, bytes).unwrap();
        match Filter::with_file(&scratch.0) {
            Err(FilterError::Damaged { what, .. }) => what.to_string(),
            other => panic!("not refused: {other:?}"),
        }
    };
    for place in 0..good.len() {
        let mut bytes = good.clone();
        bytes[place] ^= 1;
        refused(&bytes);
    }
    for length in [0, 7, 47, 48, good.len() / 2, good.len() - 1] {
        assert!(refused(&good[..length]).contains("length"));
    }
    assert!(refused(&[&good[..], b"x"].concat()).contains("length"));
    assert!(refused(b"password\n123456\nwelkom01\nand so on, a list of words instead of a filter").contains("begin"));
    let mut newer = good.clone();
    newer[8] = 2;
    assert!(refused(&newer).contains("version 2"));
    // Announces 2^60 fingerprints: refused before any memory is taken.
    let mut monster = good.clone();
    monster[47] = 0x10;
    assert!(refused(&monster).contains("too large"));
    assert!(matches!(Filter::with_file(Path::new("/nowhere/at/all")), Err(FilterError::Io { .. })));
}
