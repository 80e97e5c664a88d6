//! Usernames: what the operator issues, what residents type, and the skeleton by which the two meet.
//!
//! A username is permanent, belongs to the home and is no secret. Two usernames with the same skeleton are never
//! issued (the store holds the skeletons unique over the whole installation).

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use unicode_normalization::UnicodeNormalization;

/// The letters in front of the usernames of a project: 2 to 20 ASCII letters, kept in upper case.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Prefix(String);

/// A username as issued: a prefix and a number of at least two digits, never padded again (`ALMELO01`, `ALMELO100`).
/// It has no `@`, so it can never be taken for an e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Username(String);

/// What a username looks like to a hurried eye: NFKC, stripped, lower case, then o→0 and i, l→1. Lower-case ASCII
/// letters and digits, at most 64.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Skeleton(String);

/// The text is not a prefix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a prefix is 2 to 20 letters A to Z")]
pub struct NotAPrefix;

/// The text is not a username as issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a username")]
pub struct NotAUsername;

/// The longest skeleton, and by far longer than any username issued here.
const LONGEST: usize = 64;

/// Typed text is looked at this far (characters): a label and a username fit many times.
const READ: usize = 256;

impl Prefix {
    /// Reads a prefix, in any case of letters.
    ///
    /// # Errors
    /// [`NotAPrefix`].
    pub fn parse(text: &str) -> Result<Self, NotAPrefix> {
        let fits = (2..=20).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphabetic());
        if fits { Ok(Self(text.to_ascii_uppercase())) } else { Err(NotAPrefix) }
    }

    /// In upper case.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The skeleton of its letters.
    #[must_use]
    pub fn skeleton(&self) -> String {
        self.0.chars().map(fold).collect()
    }

    /// Usernames of both could look alike: the letters do, or one is the other with letters behind it that look like the beginning
    /// of a number (`ALMEL101` and `ALMELI01`). Such projects would take each other's numbers, and a letter of one would be read as
    /// a username of the other. A number of three digits or more never begins with a zero: `ALMEL` and `ALMELO` share nothing.
    #[must_use]
    pub fn clashes(&self, other: &Self) -> bool {
        let (one, two) = (self.skeleton(), other.skeleton());
        let (short, long) = if one.len() <= two.len() { (&one, &two) } else { (&two, &one) };
        let is_number = |tail: &str| tail.starts_with('1') && tail.bytes().all(|sign| sign.is_ascii_digit());
        long.strip_prefix(short.as_str()).is_some_and(|tail| tail.is_empty() || is_number(tail))
    }
}

impl Username {
    /// The username with that number: two digits at least, as many as needed.
    #[must_use]
    pub fn issue(prefix: &Prefix, number: u32) -> Self {
        Self(format!("{}{number:02}", prefix.0))
    }

    /// Reads a username exactly as issued, for what comes out of the database.
    ///
    /// # Errors
    /// [`NotAUsername`].
    pub fn parse_issued(text: &str) -> Result<Self, NotAUsername> {
        let digits_at = text.find(|c: char| c.is_ascii_digit()).ok_or(NotAUsername)?;
        let (prefix, number) = text.split_at(digits_at);
        let prefix = Prefix::parse(prefix).map_err(|_| NotAUsername)?;
        if !number.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NotAUsername);
        }
        let issued = Self::issue(&prefix, number.parse().map_err(|_| NotAUsername)?);
        if issued.0 == text { Ok(issued) } else { Err(NotAUsername) }
    }

    /// As on letters and pages.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The letters in front.
    #[must_use]
    pub fn letters(&self) -> &str {
        self.0.trim_end_matches(|c: char| c.is_ascii_digit())
    }
}

impl Skeleton {
    /// Of a username as issued.
    #[must_use]
    pub fn of(username: &Username) -> Self {
        Self(username.0.chars().map(fold).collect())
    }

    /// Of what somebody typed or pasted into the field "gebruikersnaam": outer space, invisible signs, case,
    /// full-width forms, `O`/`0`, `I`/`l`/`1` and a label in front ("Gebruikersnaam: ALMELO01") are forgiven.
    ///
    /// `None` when it can be no username: an `@` makes it an e-mail address; and anything but ASCII letters and
    /// digits (a Cyrillic О, an accent, a blank inside) never matches.
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        // Only as much as could matter is normalised; a longer text is none anyway.
        if text.chars().nth(READ).is_some() {
            return None;
        }
        let plain: String = text.nfkc().filter(|c| !invisible(*c)).collect();
        let plain = without_label(plain.trim()).trim();
        let fits = !plain.is_empty() && plain.len() <= LONGEST && plain.bytes().all(|b| b.is_ascii_alphanumeric());
        fits.then(|| Self(plain.chars().map(fold).collect()))
    }

    /// The text, for looking up and counting.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn fold(c: char) -> char {
    match c.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    }
}

/// Signs that nobody sees and copying brings along: format and control signs, variation selectors, fillers. Line
/// ends and tabs count as outer blanks, not as these.
pub(crate) fn invisible(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}'
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Takes away "Gebruikersnaam:" and its like, with a colon, an equals sign or a blank behind it.
fn without_label(text: &str) -> &str {
    const LABELS: [&str; 6] =
        ["gebruikersnaam", "uw gebruikersnaam", "username", "your username", "user name", "account"];
    LABELS
        .iter()
        .find_map(|label| {
            let (head, rest) = text.split_at_checked(label.len())?;
            let behind = rest.trim_start();
            let behind = if head.eq_ignore_ascii_case(label) { behind } else { return None };
            let value = behind.strip_prefix([':', '=']);
            // A project may be called ACCOUNT: without colon or blank it is part of the username.
            value.or_else(|| (behind.len() < rest.len() && !behind.is_empty()).then_some(behind))
        })
        .unwrap_or(text)
}

impl fmt::Display for Prefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl fmt::Display for Username {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl Serialize for Username {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}
impl<'de> Deserialize<'de> for Username {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse_issued(&String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn issued(text: &str) -> Username {
        Username::parse_issued(text).unwrap()
    }

    #[test]
    fn prefixes_clash_when_two_of_their_usernames_look_alike() {
        let prefix = |text: &str| Prefix::parse(text).unwrap();
        for (one, two, clash) in [
            ("ALMELO", "almelo", true),
            ("ALMELO", "AIMELO", true),
            ("ALMEL", "ALMELI", true),
            ("ALMEL", "ALMELIO", true),
            ("ALMEL", "ALMELO", false),
            ("ALMEL", "ALMELOI", false),
            ("ALMEL", "ALMELIS", false),
            ("ALMELO", "HENGELO", false),
        ] {
            assert_eq!(prefix(one).clashes(&prefix(two)), clash, "{one} {two}");
            assert_eq!(prefix(two).clashes(&prefix(one)), clash, "{two} {one}");
        }
    }

    /// Against all their usernames, one by one.
    #[test]
    fn prefixes_clash_exactly_when_usernames_do() {
        let mut all = vec![String::new()];
        for _ in 0..4 {
            let longer = all.iter().flat_map(|it| ["A", "L", "O"].map(|sign| format!("{it}{sign}")));
            all = all.iter().cloned().chain(longer).collect();
        }
        all.retain(|it| it.len() >= 2);
        all.sort();
        all.dedup();
        let named: Vec<(Prefix, std::collections::BTreeSet<Skeleton>)> = all
            .iter()
            .map(|text| Prefix::parse(text).unwrap())
            .map(|prefix| {
                let skeletons = (1..2_000).map(|number| Skeleton::of(&Username::issue(&prefix, number))).collect();
                (prefix, skeletons)
            })
            .collect();
        for (one, ones) in &named {
            for (two, twos) in &named {
                assert_eq!(one.clashes(two), !ones.is_disjoint(twos), "{one:?} {two:?}");
            }
        }
    }

    #[test]
    fn issued_with_two_digits_or_more() {
        let almelo = Prefix::parse("Almelo").unwrap();
        for (number, name) in [(1, "ALMELO01"), (99, "ALMELO99"), (100, "ALMELO100"), (0, "ALMELO00")] {
            assert_eq!(Username::issue(&almelo, number).as_str(), name);
        }
        assert_eq!(issued("ALMELO01").letters(), "ALMELO");
        for bad in [
            "",
            "ALMELO",
            "ALMELO1",
            "ALMELO001",
            "almelo01",
            "A01",
            "01",
            "ALMELO01x",
            "ALMELO 01",
            "ÀLMELO01",
            "ALMELO99999999999",
        ] {
            assert_eq!(Username::parse_issued(bad), Err(NotAUsername), "{bad}");
        }
        for bad in ["", "A", "ALMELO1", "AL MELO", "ÉÉN", "ABCDEFGHIJKLMNOPQRSTU"] {
            assert_eq!(Prefix::parse(bad), Err(NotAPrefix), "{bad}");
        }
    }

    #[test]
    fn what_people_type_is_forgiven() {
        let known = Skeleton::of(&issued("ALMELO01"));
        for typed in [
            "ALMELO01",
            "almelo01",
            " almelo01\u{a0}",
            "AlmeloO1",
            "ALMELOO1",
            "ALME1O01",
            "ALMEL0OI",
            "almeiool",
            "\tALMELO01\r\n",
            "ＡＬＭＥＬＯ０１",
            "AL\u{200b}MELO\u{ad}01",
            "\u{feff}ALMELO01",
            "\u{202a}ALMELO01\u{202c}",
            "Gebruikersnaam: ALMELO01",
            "gebruikersnaam:ALMELO01",
            "GEBRUIKERSNAAM ALMELO01",
            "Username: ALMELO01",
            "Uw gebruikersnaam : ALMELO01",
            "account=ALMELO01",
            "Gebruikersnaam：ALMELO01",
        ] {
            assert_eq!(Skeleton::typed(typed), Some(known.clone()), "{typed:?}");
        }
    }

    #[test]
    fn what_can_be_no_username_never_matches() {
        for typed in [
            "",
            " ",
            "\u{200b}",
            "ALMELО01", /* Cyrillic О */
            "АLMELO01",
            "ÀLMELO01",
            "ALMELO 01",
            "ALMELO-01",
            "ALMELO01@example.nl",
            "@",
            "ALMELO01\0x y",
            "ALMELO\n01",
            "Gebruikersnaam:",
            "１２３＠x",
            "ALMELO٠١",
            "A̧LMELO01",
        ] {
            assert_eq!(Skeleton::typed(typed), None, "{typed:?}");
        }
        assert_eq!(Skeleton::typed(&"A".repeat(65)), None);
        assert_eq!(Skeleton::typed(&" ".repeat(100_000)), None);
        assert!(Skeleton::typed(&"A".repeat(64)).is_some());
    }

    #[test]
    fn a_project_may_be_called_like_a_label() {
        for name in ["ACCOUNT01", "USERNAME12", "GEBRUIKERSNAAM07"] {
            assert_eq!(Skeleton::typed(name), Some(Skeleton::of(&issued(name))), "{name}");
        }
    }

    #[test]
    fn look_alikes_share_a_skeleton() {
        assert_eq!(Skeleton::of(&issued("ALMELO01")), Skeleton::of(&issued("AIMELO01")));
        assert_eq!(Prefix::parse("ALMELO").unwrap().skeleton(), Prefix::parse("AIMEIO").unwrap().skeleton());
        // Letters at the end of one prefix can look like digits of another.
        assert_eq!(Skeleton::of(&issued("ALMELO101")), Skeleton::of(&issued("ALMELOI01")));
        assert_ne!(Skeleton::of(&issued("ALMELO01")), Skeleton::of(&issued("ALMELO10")));
    }

    /// The letters and digits that one eye takes for another, and what hands and clipboards add around them.
    fn variant(name: &str, picks: &[u8]) -> String {
        let mut out =
            String::from(["", " ", "\u{a0}", "\u{feff}", "Username: ", "gebruikersnaam "][usize::from(picks[0]) % 6]);
        for (c, pick) in name.chars().zip(picks.iter().cycle().skip(1)) {
            let alike: Vec<char> = match c {
                'O' | '0' => vec!['O', 'o', '0', '０', 'Ｏ'],
                'I' | 'L' | '1' => vec!['I', 'i', 'L', 'l', '1', '１'],
                other => vec![other, other.to_ascii_lowercase(), char::from_u32(u32::from(other) + 0xfee0).unwrap()],
            };
            out.push(alike[usize::from(*pick) % alike.len()]);
            if pick % 7 == 0 {
                out.push('\u{200b}');
            }
        }
        out.push_str(["", " ", "\n", "\u{200d}"][usize::from(picks[1]) % 4]);
        out
    }

    proptest! {
        #[test]
        fn typed_variants_of_an_issued_name_find_it(prefix in "[A-Z]{2,20}", number in 0_u32..1_000_000, picks in prop::collection::vec(any::<u8>(), 8..30)) {
            let name = Username::issue(&Prefix::parse(&prefix).unwrap(), number);
            let typed = variant(name.as_str(), &picks);
            prop_assert_eq!(Skeleton::typed(&typed), Some(Skeleton::of(&name)), "{:?}", typed);
            prop_assert_eq!(Username::parse_issued(name.as_str()), Ok(name));
        }

        #[test]
        fn numbers_of_one_project_never_collide(prefix in "[A-Z]{2,20}", a in 0_u32..100_000, b in 0_u32..100_000) {
            let prefix = Prefix::parse(&prefix).unwrap();
            let same = Skeleton::of(&Username::issue(&prefix, a)) == Skeleton::of(&Username::issue(&prefix, b));
            prop_assert_eq!(same, a == b);
        }

        #[test]
        fn any_text_has_a_clean_skeleton_or_none(text: String) {
            if let Some(found) = Skeleton::typed(&text) {
                prop_assert!(found.as_str().bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
                prop_assert!(!found.as_str().contains(['o', 'i', 'l']) && found.as_str().len() <= LONGEST);
                prop_assert!(!text.contains('@'));
                prop_assert_eq!(Skeleton::typed(found.as_str()), Some(found));
            }
            let _ = (Username::parse_issued(&text), Prefix::parse(&text));
        }
    }
}
