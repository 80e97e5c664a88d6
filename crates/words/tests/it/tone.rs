//! Words that residents never read, because they mean nothing outside our trade.

use std::collections::BTreeMap;

use crate::files::{Message, language, parse};

const FORBIDDEN: [&str; 5] = ["token", "mutatie", "authenticatie", "credential", "account linking"];

#[test]
fn residents_read_no_trade_words() {
    for code in ["nl", "en"] {
        let faults = trade_words(&language(code));
        assert!(faults.is_empty(), "{code}.ftl: {faults:#?}");
    }
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

fn trade_words(messages: &BTreeMap<String, Message>) -> Vec<String> {
    for_residents(messages)
        .filter(|(_, text)| {
            let text = text.to_lowercase();
            FORBIDDEN.iter().any(|word| text.contains(word))
        })
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
