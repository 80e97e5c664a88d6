//! Dutch in disguise, to see whether pages and mails hold in languages that we do not speak yet: longer words with signs on
//! them, and lines that begin at the right. Nobody is offered it; the demo shows it to who asks for it by its code.
//!
//! Each stretch of words of ours stands between `⟦` and `⟧`. What can be read outside them was not in a translation file: it
//! is a value (a name, an address, a number), or it was forgotten.

use std::borrow::Cow;

use domain::language::Side;

/// Opens a stretch of our words.
const OPEN: char = '⟦';
/// Closes it.
const CLOSE: char = '⟧';

/// A language that does not exist. The codes are of those that BCP 47 leaves to private use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disguise {
    /// Longer words.
    Long,
    /// The same, from right to left.
    Mirrored,
}

impl Disguise {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Long, Self::Mirrored];

    /// Reads a code, as it stands in `?lang=`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// The code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Long => "qps",
            Self::Mirrored => "qpr",
        }
    }

    /// The side at which its lines begin.
    #[must_use]
    pub const fn begins(self) -> Side {
        match self {
            Self::Long => Side::Left,
            Self::Mirrored => Side::Right,
        }
    }
}

/// A stretch of words in disguise: a sign on most letters, every vowel twice (Dutch words become about 40 % longer, and stay
/// one word), and the marks around it. A stretch without a letter is left as it is.
pub(crate) fn put_on(text: &str) -> Cow<'_, str> {
    if !text.contains(char::is_alphabetic) {
        return Cow::Borrowed(text);
    }
    let words = text.trim();
    let (before, after) = text.split_at(text.len() - text.trim_start().len());
    let mut out = String::with_capacity(text.len() * 2);
    out.push_str(before);
    out.push(OPEN);
    for c in words.chars() {
        let (marked, twice) = marked(c);
        out.push(marked);
        out.extend(twice.then_some(marked));
    }
    out.push(CLOSE);
    out.push_str(after.get(words.len()..).unwrap_or_default());
    Cow::Owned(out)
}

/// A letter with a sign on it, which our fonts have, and whether it is a vowel.
fn marked(c: char) -> (char, bool) {
    const PLAIN: &str = "aeiouyAEIOUcdghjklnrstwzCDGHJKLNRSTWZ";
    const MARKED: &str = "áéíöüÿÁÉÍÖÜçďğĥĵķļñŕšťŵžÇĎĞĤĴĶĻÑŔŠŤŴŽ";
    let found = PLAIN.chars().zip(MARKED.chars()).find(|(plain, _)| *plain == c);
    let vowel = "aeiouyAEIOUáéëïöü".contains(c);
    (found.map_or(c, |(_, marked)| marked), vowel)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Words, t};

    #[test]
    fn words_are_longer_marked_and_between_brackets() {
        assert_eq!(put_on("Vul uw naam in."), "⟦Vüüļ üüŵ ñáááám ííñ.⟧");
        assert_eq!(put_on(" om "), " ⟦ööm⟧ ");
        for silent in ["", " ", ", ", "14:03", "#"] {
            assert_eq!(put_on(silent), silent);
        }
        let words = "Wij sturen u een mail als wij uw adres kennen. Kijk ook bij de ongewenste mail.";
        let (long, plain) = (put_on(words).chars().count(), words.chars().count());
        assert!(long * 100 >= plain * 130, "{long} of {plain}");
    }

    #[test]
    fn values_stand_outside_the_brackets() {
        for disguise in Disguise::ALL {
            let w = Words::in_disguise(disguise);
            let said = t!(w, "explain-real-how-sender", sender = "a@example.nl");
            let bare: String = said.chars().filter(|c| !"\u{2068}\u{2069}".contains(*c)).collect();
            assert!(bare.contains("⟧ a@example.nl") && bare.starts_with(OPEN), "{said}");
            // Only where lines run the other way are values kept apart.
            assert_eq!(said.contains('\u{2068}'), disguise == Disguise::Mirrored);
            assert_eq!((Disguise::parse(disguise.code()), w.code()), (Some(disguise), "nl"));
        }
    }
}
