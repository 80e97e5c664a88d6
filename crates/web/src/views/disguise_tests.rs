//! Every page in every state, in a disguise that marks the words of the translations: a word of ours outside the marks was
//! written past them, into code that no reader of templates sees.

use std::collections::BTreeSet;

use domain::language::Language;
use words::{Disguise, Words};

use super::gallery_tests::pages_like;
use super::page::Page;

/// Attributes that a person reads or hears.
const SPOKEN: [&str; 4] = [" alt=\"", " title=\"", " placeholder=\"", " aria-label=\""];

/// Tags whose text is data, a name, or in a language of its own.
const DATA: [&str; 6] = ["hs-code", "hs-brand", " lang=\"", "textarea", "script", "style"];

/// Words of ours that stand in the samples as what people typed or called something.
const SAMPLES: [&str; 7] = ["van", "telefoon", "computer", "beneden", "homes", "voorbeeld", "bewoners"];

/// Pages whose samples are full of Dutch that is data: rows and files of lists, letters and texts in their own language,
/// what mail servers said, lines of the log. The browser tests look at them in the demo.
const FULL_OF_DATA: [&str; 11] =
    ["batch", "board", "upload", "letters", "worklist", "homes", "edittext", "demo-mail", "post", "log", "proposals"];

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

/// What can be read of a page: texts and spoken attributes.
fn readable(html: &str) -> String {
    let mut read = String::new();
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        if !DATA.iter().any(|mark| tag.contains(mark)) || tag.starts_with("html") {
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
    // Addresses, domains, files and paths are no words.
    let bare = outside.split_whitespace().map(|piece| piece.trim_matches(|c: char| !c.is_alphabetic()));
    let pieces = bare.filter(|piece| !piece.contains(['@', '.', '/', '_']));
    let words = pieces.flat_map(|piece| piece.split(|c: char| !c.is_alphabetic()));
    words.filter(|word| ours.contains(*word) && !SAMPLES.contains(word)).map(str::to_owned).collect()
}

#[test]
fn no_word_was_written_past_the_translations() {
    let ours = ours();
    let mut faults = Vec::new();
    for disguise in Disguise::ALL {
        let page = Page { w: Words::in_disguise(disguise), ..Page::sample(Language::Nl) };
        for drawn in pages_like(page) {
            let stray = stray(&drawn.html, &ours);
            if !stray.is_empty() && !FULL_OF_DATA.iter().any(|room| drawn.name.starts_with(room)) {
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
    let spoken = "<a aria-label=\"sluit de pagina\">⟦x⟧</a>";
    assert!(stray(spoken, &ours).contains("pagina"));
}
