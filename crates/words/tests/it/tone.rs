//! Words that residents never read, because they mean nothing outside our trade.

use std::collections::BTreeMap;

use crate::files::{Message, language, languages, parse, root};

/// Of our trade, in either language.
const TRADE: [&str; 19] = [
    "token",
    "mutatie",
    "authenti",
    "credential",
    "account linking",
    "verificatie",
    "verifi",
    "identificatie",
    "identification",
    "autorisatie",
    "authoris",
    "sessie",
    "tweefactor",
    "two-factor",
    "encryptie",
    "encryption",
    "database",
    "hash",
    "applicatie",
];
/// Of offices: what nobody says aloud.
const OFFICE: [&str; 9] =
    ["desbetreffende", "teneinde", "derhalve", "alsmede", "onverwijld", "dient u", "middels ", "omtrent", "conform"];

#[test]
fn residents_read_no_trade_words() {
    for code in languages() {
        let faults = trade_words(&language(code));
        assert!(faults.is_empty(), "{code}.ftl: {faults:#?}");
    }
}

/// The guides for residents say it in the same words as the pages.
#[test]
fn guides_for_residents_use_no_trade_words() {
    let folder = root().join("docs/handleiding");
    let mut read = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.starts_with("bewoner") {
            let text = std::fs::read_to_string(&path).unwrap();
            let faults = in_lines(&text);
            assert!(faults.is_empty(), "{name}: {faults:#?}");
            read += 1;
        }
    }
    assert!(read >= 2);
    assert_eq!(in_lines("U kiest een woord.\nUw Mutatie is klaar."), ["Uw Mutatie is klaar."]);
}

#[test]
fn dutch_says_u() {
    let faults = too_familiar(&language("nl"));
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_checker_sees_a_planted_word() {
    let planted = parse("mail-x = Uw Mutatie is klaar\nstaff-y = mutatie\nservice-z = mutatie");
    assert_eq!(trade_words(&planted), ["mail-x: Uw Mutatie is klaar"]);
    assert_eq!(too_familiar(&parse("a-b = Kies je wachtwoord\nc-d = Kies uw taal")), ["a-b: Kies je wachtwoord"]);
}

fn too_familiar(messages: &BTreeMap<String, Message>) -> Vec<String> {
    for_residents(messages)
        .filter(|(_, text)| {
            let text = text.to_lowercase();
            let mut words = text.split(|c: char| !c.is_alphabetic());
            words.any(|word| ["je", "jij", "jou", "jouw", "jullie"].contains(&word))
        })
        .map(|(key, text)| format!("{key}: {text}"))
        .collect()
}

fn is_of_the_trade(text: &str) -> bool {
    let text = text.to_lowercase();
    TRADE.iter().chain(&OFFICE).any(|word| text.contains(word))
}

fn in_lines(text: &str) -> Vec<&str> {
    text.lines().filter(|line| is_of_the_trade(line)).collect()
}

fn trade_words(messages: &BTreeMap<String, Message>) -> Vec<String> {
    for_residents(messages)
        .filter(|(_, text)| is_of_the_trade(text))
        .map(|(key, text)| format!("{key}: {text}"))
        .collect()
}

/// Every text that a resident can meet: all but those for staff (of the service portal too), about lists, and
/// for the command line.
pub(crate) fn for_residents(messages: &BTreeMap<String, Message>) -> impl Iterator<Item = (&String, &String)> {
    messages
        .iter()
        .filter(|(key, _)| {
            // Staff copy the texts of the service portal to residents.
            key.starts_with("service-text-")
                || !["staff-", "service-", "list-", "cli-"].iter().any(|room| key.starts_with(room))
        })
        .flat_map(|(key, message)| message.texts.iter().map(move |text| (key, text)))
}
