//! The patterns people think of first: repeating, running along the keyboard, and disguising letters as digits.
//!
//! Works on characters in buffers that are wiped; decides nothing about length.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use zeroize::Zeroizing;

/// The signs a test keeps, in lower case.
pub(super) fn bare(password: &str, keep: fn(char) -> bool) -> Zeroizing<Vec<char>> {
    let lowered = || password.chars().filter(|c| keep(*c)).flat_map(char::to_lowercase);
    let mut out = Zeroizing::new(Vec::with_capacity(lowered().count()));
    out.extend(lowered());
    out
}

/// A letter or digit as the letter it may stand for: `4` and `@` for a, `0` for o, `1`, `l` and `!` for i.
fn unmask(c: char) -> char {
    match c {
        '4' | '@' => 'a',
        '3' | '€' => 'e',
        '1' | '!' | '|' | 'l' => 'i',
        '0' => 'o',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }
}

/// Letters with digits and signs taken for the letters they stand for (`l` stays l); the rest is left out.
pub(super) fn letters_of(password: &str) -> Zeroizing<Vec<char>> {
    let undone = || {
        let lower = password.chars().flat_map(char::to_lowercase);
        lower.map(|c| if c == 'l' { c } else { unmask(c) }).filter(|c| c.is_alphabetic())
    };
    let mut out = Zeroizing::new(Vec::with_capacity(undone().count()));
    out.extend(undone());
    out
}

/// A text made comparable: lower case, no accents, disguises undone; and which of its signs were letters when typed.
pub(super) struct Folded {
    signs: Zeroizing<Vec<char>>,
    typed: Zeroizing<Vec<char>>,
}

pub(super) fn fold(text: &str) -> Folded {
    let plain = || text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    let kept = || plain().filter(|c| unmask(*c).is_alphanumeric());
    let size = kept().count();
    let mut folded =
        Folded { signs: Zeroizing::new(Vec::with_capacity(size)), typed: Zeroizing::new(Vec::with_capacity(size)) };
    folded.signs.extend(kept().map(unmask));
    folded.typed.extend(kept());
    folded
}

impl Folded {
    /// The comparable signs. For names, which are no secret.
    pub(super) fn signs(&self) -> Vec<char> {
        self.signs.to_vec()
    }

    pub(super) fn contains(&self, name: &[char]) -> bool {
        !name.is_empty() && self.signs.windows(name.len()).any(|window| window == name)
    }

    /// Takes out every place where the name stands; tells whether there was one.
    pub(super) fn remove(&mut self, name: &[char]) -> bool {
        let mut at = 0;
        let mut found = false;
        while !name.is_empty() && at + name.len() <= self.signs.len() {
            if self.signs.get(at..at + name.len()) == Some(name) {
                // A gap stays, so that what was apart never joins into a new name.
                self.signs.splice(at..at + name.len(), [' ']);
                self.typed.splice(at..at + name.len(), [' ']);
                found = true;
            }
            at += 1;
        }
        found
    }

    /// What is left that was typed as a letter.
    pub(super) fn letters(&self) -> Zeroizing<String> {
        let left = || self.typed.iter().filter(|c| c.is_alphabetic());
        let mut out = Zeroizing::new(String::with_capacity(left().map(|c| c.len_utf8()).sum()));
        out.extend(left());
        out
    }
}

/// (Almost) one sign, or a piece shorter than a password must be, over and over. A piece as long as a good password
/// may be repeated.
pub(super) fn repeats(signs: &[char], min_length: usize) -> bool {
    let length = signs.len();
    if length < 3 {
        return false;
    }
    let mut kinds = signs.to_vec();
    kinds.sort_unstable();
    let most = kinds.chunk_by(|a, b| a == b).map(<[char]>::len).max().unwrap_or(0);
    let few = kinds.chunk_by(|a, b| a == b).count() <= 3 && length >= 8;
    zeroize::Zeroize::zeroize(&mut kinds);
    let pieces = (1..=length / 2).take_while(|size| *size < min_length);
    few || most * 4 >= length * 3
        || pieces.into_iter().any(|size| {
            let same = signs.iter().zip(signs.iter().skip(size)).filter(|(a, b)| a == b).count();
            // Two thirds of the places equal one piece further on: `aap1aap2aap3` counts, ordinary words never do.
            same * 3 >= (length - size) * 2
        })
}

/// Rows and columns of keyboards, the alphabet and the numbers; each is tried in both directions.
const ORDERS: [&str; 17] = [
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890123456789",
    "qwertyuiop[]",
    "azertyuiop",
    "qwertzuiop",
    "asdfghjkl;'",
    "qsdfghjklm",
    "zxcvbnm,./",
    "1qaz",
    "2wsx",
    "3edc",
    "4rfv",
    "5tgb",
    "6yhn",
    "7ujm",
    "!@#$%^&*()",
    "aeiou",
];

/// At least half of it runs along an order in pieces of three or more, and what is left could not stand alone.
pub(super) fn runs(signs: &[char], min_length: usize) -> bool {
    let mut at = 0;
    let mut covered = 0;
    while at < signs.len() {
        let rest = signs.get(at..).unwrap_or_default();
        let longest = ORDERS
            .iter()
            .map(|order| along(rest, order.chars()).max(along(rest, order.chars().rev())))
            .max()
            .unwrap_or(0);
        if longest >= 3 {
            covered += longest;
            at += longest;
        } else {
            at += 1;
        }
    }
    covered > 0 && covered * 2 >= signs.len() && signs.len() - covered < min_length
}

/// How many signs from the start follow that order, wherever in it they begin.
fn along(signs: &[char], order: impl Iterator<Item = char> + Clone) -> usize {
    let Some(first) = signs.first() else { return 0 };
    let mut best = 0;
    let mut from = order;
    while let Some(sign) = from.next() {
        if sign == *first {
            let same = signs.iter().skip(1).zip(from.clone()).take_while(|(a, b)| **a == *b).count();
            best = best.max(same + 1);
        }
    }
    best
}
