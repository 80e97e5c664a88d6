//! How easily residents read the Dutch texts, by the formula of Flesch as W.H. Douma fitted it to
//! Dutch (1960): 206.84 − 0.93 × words per sentence − 77 × syllables per word. 60 and above is
//! plain language, about B1. A number is no reader: the texts are also read aloud.

use crate::files::language;
use crate::tone::for_residents;

/// All texts for residents together; they are well above plain, and stay there.
const PLAIN: f64 = 70.0;
/// One text by itself: a few long words weigh heavily in a short text.
const ONE_TEXT: f64 = 45.0;
/// Words in a text from which its own score says something.
const LONG: usize = 20;

#[test]
fn residents_texts_are_plain_language() {
    let dutch = language("nl");
    let texts: Vec<(&String, &String)> = for_residents(&dutch).filter(|(_, text)| is_prose(text)).collect();
    let all: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
    let overall = score(&all.join("\n"));
    println!("{} texts for residents: {overall:.1}", texts.len());
    assert!(overall >= PLAIN, "all texts together: {overall:.1}");

    let hard: Vec<String> = texts
        .iter()
        .filter(|(_, text)| words(text).count() >= LONG && score(text) < ONE_TEXT)
        .map(|(key, text)| format!("{:.0} {key}: {text}", score(text)))
        .collect();
    assert!(hard.is_empty(), "too hard: {hard:#?}");
}

#[test]
fn the_formula_tells_plain_from_hard() {
    let plain = "U krijgt een mail van ons. Druk op de knop in de mail. Kies dan een nieuw woord.";
    let hard = "Ten behoeve van de verificatie van uw identiteit dient u onverwijld de \
        authenticatiegegevens te completeren overeenkomstig de administratieve voorschriften.";
    assert!(score(plain) > 80.0, "{}", score(plain));
    assert!(score(hard) < 20.0, "{}", score(hard));
}

#[test]
fn syllables_are_counted_as_spoken() {
    for (word, count) in [
        ("huis", 1),
        ("wachtwoord", 2),
        ("woning", 2),
        ("gebruikersnaam", 4),
        ("e-mailadres", 4),
        ("nieuwe", 2),
        ("mooie", 2),
        ("gekozen", 3),
        ("financiële", 5),
        ("reactie", 3),
        ("bewaren", 3),
        ("uur", 1),
        ("ij", 1),
        ("ideeën", 3),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
}

/// Labels and headings have no sentence to measure.
fn is_prose(text: &str) -> bool {
    words(text).count() >= 4 && text.trim_end().ends_with(['.', '?', '!'])
}

#[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
fn score(text: &str) -> f64 {
    let word_count = words(text).count().max(1) as f64;
    let syllable_count: usize = words(text).map(syllables).sum();
    let sentences =
        text.split(['.', '?', '!', ':', '\n']).filter(|sentence| words(sentence).next().is_some()).count().max(1)
            as f64;
    206.84 - 0.93 * word_count / sentences - 77.0 * syllable_count as f64 / word_count
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphabetic() || c == '-' || c == '\''))
        .filter(|word| word.chars().any(char::is_alphabetic))
}

/// Groups of vowels that are one sound, longest first; a vowel outside them is a syllable of its
/// own, and so is every vowel with a trema.
const ONE_SOUND: [&str; 18] =
    ["aai", "ooi", "oei", "eeu", "ieu", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "ij", "ou", "au", "ai"];

fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let mut rest = word.as_str();
    let mut count = 0;
    while let Some(first) = rest.chars().next() {
        let one_sound = ONE_SOUND.iter().find(|group| rest.starts_with(**group));
        if let Some(group) = one_sound {
            count += 1;
            rest = &rest[group.len()..];
        } else {
            if "aeiouyàáèéêëìíïòóöùúü".contains(first) {
                count += 1;
            }
            rest = &rest[first.len_utf8()..];
        }
    }
    count.max(1)
}
