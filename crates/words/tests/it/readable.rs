//! How easily residents read the Dutch texts. Three published measures, each with a threshold for B1:
//!
//! - the formula of Flesch as W.H. Douma fitted it to Dutch (1960): 206.84 − 0.93 × words per sentence − 77 × syllables per
//!   word. 60 and above is plain language, about B1; ours stay well above, all together and in each room (the first part of
//!   the keys), so that a new room cannot hide among the old ones;
//! - the LIX of C.H. Björnsson (1968): words per sentence + the share of words of more than six letters in hundredths. Up to
//!   about 30 is easy, above 40 needs training. It counts no syllables, so it does not share the weakness of the first;
//! - no sentence over the length that guides for B1 advise.
//!
//! A number is no reader. Formulas see neither a rare short word, nor a sentence whose order is odd, nor a text that answers
//! the wrong question, and syllables are counted by rules of spelling, a few words in a hundred wrongly. What is green here is
//! read aloud all the same; trade words are refused in `tone.rs`.

use std::collections::BTreeMap;

use crate::files::{language, parse};
use crate::tone::for_residents;

/// The texts of one room together, by the first formula.
const ROOM: f64 = 75.0;
/// The same by the second; higher is harder.
const ROOM_LIX: f64 = 32.0;
/// One text by itself: a few long words weigh heavily in a short text.
const ONE_TEXT: f64 = 55.0;
/// Words in a text from which its own score says something.
const LONG: usize = 12;
/// Words in a sentence.
const SENTENCE: usize = 16;

/// Rooms of pages that only staff see, whose keys do not say so.
const STAFF: [&str; 5] = ["change-", "mistake-", "one-leaves-", "home-", "proposal-"];

#[test]
fn residents_texts_are_plain_language() {
    let texts = prose(&language("nl"));
    assert!(texts.len() > 300, "{}", texts.len());
    for (room, text) in rooms(&texts) {
        println!("{room}: {:.0}, LIX {:.0}", flesch(&text), lix(&text));
    }
    let hard = hard(&texts);
    assert!(hard.is_empty(), "too hard: {hard:#?}");
}

#[test]
fn the_checker_sees_planted_hard_texts() {
    let planted = "own-a = Voor het koppelen van een nieuw e-mailadres is bevestiging vereist van de hoofdgebruiker van de woning.
own-b = U krijgt een mail van ons en daarna drukt u op de knop en dan kiest u zelf een nieuw woord.
own-c = Druk op de knop. Dan komt u bij een pagina waar u een nieuw woord kiest. Dat is alles.
staff-d = Voor het koppelen van een nieuw e-mailadres is bevestiging vereist van de hoofdgebruiker van de woning.";
    let found = hard(&prose(&parse(planted)));
    let keys: Vec<&str> = found.iter().filter_map(|fault| fault.split(' ').next()).collect();
    assert_eq!(keys, ["own-a", "own-b"], "{found:#?}");
    let room =
        "own-a = Noodzakelijke identificatiegegevens ontbreken.\nown-b = Voorafgaande toestemming is onontbeerlijk.";
    assert!(hard(&prose(&parse(room))).iter().any(|fault| fault.starts_with("own: ")));
}

#[test]
fn the_formulas_tell_plain_from_hard() {
    let plain = "U krijgt een mail van ons. Druk op de knop in de mail. Kies dan een nieuw woord.";
    let hard = "Ten behoeve van de verificatie van uw identiteit dient u onverwijld de \
        authenticatiegegevens te completeren overeenkomstig de administratieve voorschriften.";
    assert!(flesch(plain) > 80.0 && lix(plain) < 20.0, "{} {}", flesch(plain), lix(plain));
    assert!(flesch(hard) < 20.0 && lix(hard) > 55.0, "{} {}", flesch(hard), lix(hard));
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
        ("passkey", 2),
        ("toegankelijkheid", 5),
        ("verhuurder", 3),
        ("u", 1),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
}

/// What has a sentence to measure, with its key: labels and headings have none. Of a text with choices, each.
fn prose(messages: &BTreeMap<String, crate::files::Message>) -> Vec<(String, String)> {
    for_residents(messages)
        .filter(|(key, text)| !STAFF.iter().any(|room| key.starts_with(room)) && is_prose(text))
        .map(|(key, text)| (key.clone(), text.clone()))
        .collect()
}

fn is_prose(text: &str) -> bool {
    words(text).count() >= 4 && text.trim_end().ends_with(['.', '?', '!'])
}

/// All texts of each room.
fn rooms(texts: &[(String, String)]) -> BTreeMap<&str, String> {
    let mut rooms: BTreeMap<&str, String> = BTreeMap::new();
    for (key, text) in texts {
        let room = rooms.entry(key.split('-').next().unwrap_or_default()).or_default();
        room.push_str(text);
        room.push('\n');
    }
    rooms
}

/// What is too hard, and why: a key and its text, or a room.
fn hard(texts: &[(String, String)]) -> Vec<String> {
    let mut faults = Vec::new();
    for (key, text) in texts {
        if words(text).count() >= LONG && flesch(text) < ONE_TEXT {
            faults.push(format!("{key} scores {:.0}: {text}", flesch(text)));
        }
        for sentence in sentences(text).filter(|sentence| words(sentence).count() > SENTENCE) {
            faults.push(format!("{key} has a sentence of {} words: {sentence}", words(sentence).count()));
        }
    }
    for (room, text) in rooms(texts) {
        if flesch(&text) < ROOM || lix(&text) > ROOM_LIX {
            faults.push(format!("{room}: all texts together score {:.0}, LIX {:.0}", flesch(&text), lix(&text)));
        }
    }
    faults
}

fn flesch(text: &str) -> f64 {
    let (words, sentences) = sizes(text);
    let syllables: usize = self::words(text).map(syllables).sum();
    206.84 - 0.93 * words / sentences - 77.0 * number(syllables) / words
}

fn lix(text: &str) -> f64 {
    let (words, sentences) = sizes(text);
    let long = self::words(text).filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 6).count();
    words / sentences + 100.0 * number(long) / words
}

/// Words and sentences, at least one of each.
fn sizes(text: &str) -> (f64, f64) {
    (number(words(text).count().max(1)), number(sentences(text).count().max(1)))
}

#[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
fn number(count: usize) -> f64 {
    count as f64
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '?', '!', ':', '\n']).filter(|sentence| words(sentence).next().is_some())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphabetic() || c == '-' || c == '\''))
        .filter(|word| word.chars().any(char::is_alphabetic))
}

/// Groups of vowels that are one sound, longest first; a vowel outside them is a syllable of its
/// own, and so is every vowel with a trema.
const ONE_SOUND: [&str; 19] = [
    "aai", "ooi", "oei", "eeu", "ieu", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "ij", "ou", "au", "ai",
    "ey",
];

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
