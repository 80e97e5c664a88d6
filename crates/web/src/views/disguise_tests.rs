//! Every page in every state, in a disguise that marks the words of the translations: a word of ours outside the marks was
//! written past them, into code that no reader of templates sees.

use std::collections::BTreeSet;

use domain::language::Language;
use words::{Disguise, Words};

use super::gallery_tests::pages_like;
use super::page::Page;

/// Attributes that a person reads or hears.
const SPOKEN: [&str; 4] = [" alt=\"", " title=\"", " placeholder=\"", " aria-label=\""];

/// Elements whose words are data, a name, or in a language of their own, with all that is in them: by class or attribute,
const DATA: [&str; 3] = ["hs-code", "hs-brand", " lang=\""];
/// and by name.
const DATA_TAGS: [&str; 4] = ["textarea", "pre", "script", "style"];

/// Tags that hold nothing.
const EMPTY: [&str; 5] = ["img", "input", "link", "meta", "br"];

/// What the samples say in Dutch where people, lists and mail servers speak, as it stands on the page. Longer ones first.
const VALUES: [&str; 31] = [
    "Graag e-mailadres jan@gmial.com koppelen aan account ALMELO01.",
    "Met vriendelijke groet,",
    "451 4.7.1 Greylisted, try again later",
    "Recipient address rejected: User unknown",
    "CSV, Windows-1252, met puntkomma",
    "De bewoner vroeg een wachtwoord aan.",
    "De gebruikersnaam is verstrekt op 23 november.",
    "De mailbox bestaat niet. Bedoeld: gmail.com?",
    "De uitleg is al verstrekt, de gebruikersnaam nog niet.",
    "Deze woning staat meer dan één keer in de lijst. Laat één regel staan.",
    "Dit account is in gebruik. Een lijst verandert daar niets aan.",
    "Dit is een PDF, ook al heet het bestand lijst.xlsx.",
    "Dit is geen Nederlandse postcode. Schrijf hem als 1234 AB.",
    "Excel, blad Huurders",
    "Het huisnummer moet 12-C zijn.",
    "Hier staat meer dan één e-mailadres. Kies er één.",
    "Huurders Lindelaan, stand 20 november",
    "Ik gebruik dit adres niet meer.",
    "Kijk dit na: waarschijnlijk een tikfout in wat achter het @-teken staat.",
    "Straat en huisnummer van deze woning worden aangevuld.",
    "Straat en huisnummer",
    "Uw nieuwe wachtwoord",
    "Vraag de opdrachtgever om de lijst uit Excel of uit het eigen systeem.",
    "&#60;b&#62;computer&#60;/b&#62; &#38; beneden",
    "esdoorn/laren, 2 woningen",
    "verkeerd project.csv",
    "sleutel 2x",
    "telefoon",
    "woningen &#60;b&#62;",
    "Hof van",
    "ERP van",
];

/// What a key of a program may do: names in an interface.
const RIGHTS: [&str; 4] = ["homes:read", "homes:write", "addresses:read", "addresses:write"];

/// The words of our Dutch texts in lower case: names of people and places begin with a capital.
fn ours() -> BTreeSet<String> {
    let source = include_str!("../../../../translations/nl.ftl");
    let texts = source.lines().filter(|line| !line.starts_with('#')).map(|line| match line.split_once(" = ") {
        Some((_, text)) => text,
        None => line,
    });
    let words = texts.flat_map(|text| text.split(|c: char| !c.is_alphabetic()));
    words.filter(|word| word.chars().count() > 2 && **word == word.to_lowercase()).map(str::to_owned).collect()
}

/// What can be read of a page outside of data, and what is spoken.
fn readable(html: &str) -> String {
    let mut read = String::new();
    let mut data = None;
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        data = around(data, tag);
        if data.is_none() {
            read.push_str(text);
        }
        read.push('\n');
        for spoken in SPOKEN {
            let value = tag.split_once(spoken).and_then(|(_, rest)| rest.split('"').next());
            read.push_str(value.unwrap_or_default());
            read.push('\n');
        }
    }
    read
}

/// The element of data that is open after a tag, and how many of its name are.
fn around<'a>(data: Option<(&'a str, u32)>, tag: &'a str) -> Option<(&'a str, u32)> {
    let name = tag.split_whitespace().next().unwrap_or_default();
    match data {
        None => is_data(name, tag).then_some((name, 1)),
        Some((of, 1)) if name.strip_prefix('/') == Some(of) => None,
        Some((of, open)) if name.strip_prefix('/') == Some(of) => Some((of, open - 1)),
        Some((of, open)) if name == of => Some((of, open + 1)),
        Some(_) => data,
    }
}

fn is_data(name: &str, tag: &str) -> bool {
    let marked = DATA_TAGS.contains(&name) || DATA.iter().any(|mark| tag.contains(mark));
    marked && name != "html" && !EMPTY.contains(&name)
}

fn outside_the_marks(text: &str) -> String {
    let mut depth = 0_u32;
    let mut outside = String::new();
    for c in text.chars() {
        match c {
            '⟦' => depth += 1,
            '⟧' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(c),
            _ => outside.push(' '),
        }
    }
    outside
}

fn stray(html: &str, ours: &BTreeSet<String>) -> BTreeSet<String> {
    let outside = outside_the_marks(&readable(html));
    let outside = VALUES.iter().chain(&RIGHTS).fold(outside, |text, value| text.replace(value, " "));
    // Addresses, domains, files and paths are no words.
    let bare = outside.split_whitespace().map(|piece| piece.trim_matches(|c: char| !c.is_alphanumeric()));
    let pieces = bare.filter(|piece| !piece.contains(['@', '.', '/', '_']));
    let words = pieces.flat_map(|piece| piece.split(|c: char| !c.is_alphabetic()));
    words.filter(|word| ours.contains(*word)).map(str::to_owned).collect()
}

#[test]
fn no_word_was_written_past_the_translations() {
    let ours = ours();
    let mut faults = Vec::new();
    for disguise in Disguise::ALL {
        let page = Page { w: Words::in_disguise(disguise), ..Page::sample(Language::Nl) };
        for drawn in pages_like(page) {
            let stray = stray(&drawn.html, &ours);
            if !stray.is_empty() {
                faults.push(format!("{} ({}): {stray:?}", drawn.name, disguise.code()));
            }
            assert!(drawn.html.contains(&format!("dir=\"{}\"", disguise.begins().direction())), "{}", drawn.name);
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_checker_sees_a_planted_word() {
    let ours = ours();
    assert!(ours.len() > 1000 && ours.contains("wachtwoord"));
    let html =
        "<p>⟦Ķííéš⟧ uw <b>wachtwoord</b> ⟦ééñ ⟧</p><img alt=\"huis\"><code class=\"hs-code\">mail</code><p>Zoë</p>";
    let found: Vec<String> = stray(html, &ours).into_iter().collect();
    assert_eq!(found, ["huis", "wachtwoord"]);
    // What is inside of data is passed over, what comes after it is not.
    let mail = "<div lang=\"nl\"><div>deze <p>mail</p></div> komt</div> van <b>ons</b>";
    let found: Vec<String> = stray(mail, &ours).into_iter().collect();
    assert_eq!(found, ["ons", "van"]);
    let spoken = "<a aria-label=\"sluit de pagina\">⟦x⟧</a>";
    assert!(stray(spoken, &ours).contains("pagina"));
}
