//! What an answer may say: nothing of another client's, and of what does not belong to who asks the same as of what is nobody's.

use super::asks::Ask;
use super::owners::Owned;
use super::sides::{Person, WORDS, capital};
use crate::testapp::{Answer, form};

/// What is nobody's.
const NOBODYS_WORD: &str = "nergens";

/// Whether this stands for something of a client that is not the person's.
pub(super) fn is_foreign(text: &str, side: Option<usize>, owned: &Owned) -> bool {
    let small = text.to_lowercase();
    others(side).any(|word| small.contains(word))
        || ids(&small).iter().any(|id| owned.side_of(id).is_some_and(|of| Some(of) != side))
}

fn others(side: Option<usize>) -> impl Iterator<Item = &'static str> {
    WORDS.into_iter().enumerate().filter(move |(at, _)| Some(*at) != side).map(|(_, word)| word)
}

/// Every id in a text.
fn ids(text: &str) -> Vec<String> {
    let is_id = |piece: &str| {
        piece.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
    };
    let dashes = text.match_indices('-').filter_map(|(at, _)| text.get(at.checked_sub(8)?..at.checked_add(28)?));
    dashes.filter(|piece| is_id(piece)).map(str::to_owned).collect()
}

/// The same request about the things of another client.
pub(super) fn told_of(text: &str, from: usize, to: usize, owned: &Owned) -> String {
    let mut out = with_word(text, WORDS[from], WORDS[to]);
    for id in ids(text) {
        if let Some(theirs) = owned.same_of(&id, to).filter(|_| owned.side_of(&id) == Some(from)) {
            out = out.replace(&id, theirs);
        }
    }
    out
}

/// The same request about what is nobody's.
pub(super) fn told_of_nobody(text: &str, side: Option<usize>, owned: &Owned) -> String {
    let mut out = text.to_owned();
    for word in others(side) {
        out = with_word(&out, word, NOBODYS_WORD);
    }
    for (at, id) in ids(text).into_iter().enumerate() {
        if owned.side_of(&id).is_some_and(|of| Some(of) != side) {
            out = out.replace(&id, &format!("00000000-0000-7000-8000-0000000000{at:02}"));
        }
    }
    out
}

fn with_word(text: &str, from: &str, to: &str) -> String {
    text.replace(from, to).replace(&capital(from), &capital(to)).replace(&from.to_uppercase(), &to.to_uppercase())
}

/// An answer in small letters, without the foreign things that the request itself named, and without what differs each time.
pub(super) fn heard(answer: &Answer, ask: &Ask, is_echo: impl Fn(&str) -> bool) -> String {
    let mut text = answer.comparable().to_lowercase();
    let mut echoes: Vec<String> = ask.pieces().into_iter().filter(|piece| is_echo(piece)).collect();
    echoes.sort_by_key(|piece| std::cmp::Reverse(piece.len()));
    for echo in echoes {
        let escaped = |text: &str| form(&[("", text)]).trim_start_matches('=').to_owned();
        let html = echo.replace('&', "&#38;").replace('"', "&#34;").replace('\'', "&#39;").replace('<', "&#60;");
        // As it is, in a page, in an address, and in an address within an address.
        for way in [escaped(&escaped(&echo)), escaped(&echo), html, echo] {
            text = text.replace(&way.to_lowercase(), "…");
        }
    }
    // What devices are asked to sign is drawn anew each time.
    let drawn = ["\"challenge\":\"", "data-challenge=\""];
    for mark in ["name=\"seal\" value=\"", "name=\"hash\" value=\"", "hs-code\">"].into_iter().chain(drawn) {
        let mut pieces = text.split(mark);
        let first = pieces.next().unwrap_or_default().to_owned();
        text = pieces.fold(first, |text, rest| {
            let end = rest.find(['"', '<']).unwrap_or_default();
            format!("{text}{mark}…{}", rest.get(end..).unwrap_or_default())
        });
    }
    let lines = text.lines().filter(|line| !line.starts_with("x-request-id") && !line.starts_with("content-length"));
    lines.collect::<Vec<_>>().join("\n")
}

/// What of another client stands in the answer, and the line where it does.
pub(super) fn leaked(heard: &str, person: &Person, owned: &Owned) -> Option<String> {
    let mut words: Vec<String> = others(person.side).map(str::to_owned).collect();
    if person.sees_names {
        // The operator knows its clients by name; homes and who lives there it does not.
        let of = |word: &String| {
            [format!("{word}laan"), format!("{word}0"), format!("huis3@{word}"), format!("bewonerv1@{word}")]
        };
        words = words.iter().flat_map(of).collect();
    }
    let word = words.into_iter().find(|word| heard.contains(word));
    let strange = |id: &String| owned.side_of(id).is_some_and(|of| Some(of) != person.side);
    let leak = word.or_else(|| ids(heard).into_iter().find(|id| !person.sees_names && strange(id)))?;
    heard.lines().find(|line| line.contains(&leak)).map(|line| format!("{leak} in “{line}”"))
}

/// The first lines in which two answers differ.
pub(super) fn difference(one: &str, other: &str) -> Option<String> {
    if one == other {
        return None;
    }
    let found = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    Some(found.map_or_else(|| "one is longer".to_owned(), |(one, other)| format!("“{one}”\nis not\n“{other}”")))
}
