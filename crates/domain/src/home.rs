//! A home as a client writes it down, and the keys by which it is found again: the client's own number, else the
//! postal address, else the build number within the project.
//!
//! Keys are made so that `12-A`, `12a` and `12 A` are one home and `1234ab` and `1234 AB` one postcode. What the client
//! wrote is kept beside them, for letters and lists. No look-up here.

use std::fmt;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// What a list says of one home; every part may be missing. Parts are trimmed and never empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Home {
    /// The client's own number (VHE), unique within the client.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_number: Option<String>,
    /// The street.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// The house number, perhaps with letter and addition, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub house_number: Option<String>,
    /// Letter and addition, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub addition: Option<String>,
    /// The postcode, `1234 AB`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
    /// The town.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The number during building, unique within the project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub build_number: Option<String>,
}

/// The normalised forms a home is found by. Equal text is the same home: of the client for the first two, of the
/// project for the third.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keys {
    /// From the client's own number.
    pub client: Option<String>,
    /// From postcode, house number, letter and addition: `1234AB|12|A`.
    pub address: Option<String>,
    /// From the build number.
    pub build: Option<String>,
}

/// The strongest key of a home. Written `client:…`, `address:…`, `build:…`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HomeKey {
    /// The client's own number.
    Client(String),
    /// The postal address.
    Address(String),
    /// The build number within the project.
    Build(String),
}

impl Home {
    /// All keys this home has. An address that cannot be read gives none.
    #[must_use]
    pub fn keys(&self) -> Keys {
        let number = self.client_number.as_deref().map(number_key).filter(|key| !key.is_empty());
        let build = self.build_number.as_deref().map(number_key).filter(|key| !key.is_empty());
        Keys { client: number, address: self.address_key(), build }
    }

    /// The key that decides which home this is; `None` when nothing identifies it.
    #[must_use]
    pub fn key(&self) -> Option<HomeKey> {
        self.keys().strongest()
    }

    fn address_key(&self) -> Option<String> {
        let postcode = Postcode::parse(self.postcode.as_deref()?)?;
        let number = HouseNumber::parse(self.house_number.as_deref()?, self.addition.as_deref().unwrap_or_default())?;
        Some(format!("{}{}|{}|{}", postcode.digits, postcode.letters, number.number, number.suffix))
    }
}

impl Keys {
    /// The client's number before the address, the address before the build number.
    #[must_use]
    pub fn strongest(&self) -> Option<HomeKey> {
        let client = self.client.clone().map(HomeKey::Client);
        client.or_else(|| self.address.clone().map(HomeKey::Address)).or_else(|| self.build.clone().map(HomeKey::Build))
    }

    /// Every key, strongest first.
    pub fn all(&self) -> impl Iterator<Item = HomeKey> {
        let address = self.address.clone().map(HomeKey::Address);
        let build = self.build.clone().map(HomeKey::Build);
        [self.client.clone().map(HomeKey::Client), address, build].into_iter().flatten()
    }
}

impl fmt::Display for HomeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Client(key) => write!(f, "client:{key}"),
            Self::Address(key) => write!(f, "address:{key}"),
            Self::Build(key) => write!(f, "build:{key}"),
        }
    }
}

/// A number of a client: blanks and case do not count, leading zeroes and signs do (`0012` is not `12`).
fn number_key(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace() && !c.is_control()).flat_map(char::to_uppercase).collect()
}

/// A Dutch postcode.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Postcode {
    digits: String,
    letters: String,
}

impl Postcode {
    /// Reads `1234 AB`, `1234AB`, `1234 ab`. Codes that are never issued (a zero in front; SA, SD, SS) are refused.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > 64 {
            return None;
        }
        let plain: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
        let (digits, letters) = plain.split_at_checked(4)?;
        let letters = letters.to_ascii_uppercase();
        let right = digits.bytes().all(|b| b.is_ascii_digit())
            && !digits.starts_with('0')
            && letters.len() == 2
            && letters.bytes().all(|b| b.is_ascii_uppercase())
            && !["SA", "SD", "SS"].contains(&letters.as_str());
        right.then(|| Self { digits: digits.to_owned(), letters })
    }
}

/// `1234 AB`, as on an envelope.
impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.digits, self.letters)
    }
}

/// A house number with all that follows it, as one comparable whole.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct HouseNumber {
    number: u32,
    suffix: String,
}

impl HouseNumber {
    /// Reads `12`, `12-A`, `12a`, `12 bis`, with letter and addition in a cell of their own or not. Letters and digits
    /// of the suffix count, case, blanks and signs do not; a digit after a digit stays apart (`12-14` is not `1214`,
    /// and `12-1-4` not `12-14`).
    #[must_use]
    pub fn parse(number: &str, addition: &str) -> Option<Self> {
        if number.len() + addition.len() > 200 {
            return None;
        }
        let number: String = number.nfkc().collect();
        let number = number.trim();
        let digits = number.len() - number.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (digits, behind) = number.split_at_checked(digits)?;
        let number = digits.parse::<u32>().ok().filter(|n| (1..=99_999).contains(n))?;
        let mut suffix = String::new();
        let mut apart = false;
        for sign in behind.nfkc().chain([' ']).chain(addition.nfkc()).flat_map(char::to_uppercase) {
            if sign.is_alphanumeric() {
                let before = suffix.chars().next_back();
                if apart && sign.is_numeric() && before.is_some_and(char::is_numeric) {
                    suffix.push('-');
                }
                suffix.push(sign);
            }
            apart = !sign.is_alphanumeric();
        }
        Some(Self { number, suffix })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn home(number: &str, addition: &str, postcode: &str) -> Home {
        let part = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Home { house_number: part(number), addition: part(addition), postcode: part(postcode), ..Home::default() }
    }

    fn address_key(number: &str, addition: &str, postcode: &str) -> Option<String> {
        home(number, addition, postcode).keys().address
    }

    #[test]
    fn one_home_has_one_key_however_it_is_written() {
        for (number, addition, postcode) in [
            ("12", "A", "7607AB"),
            ("12-A", "", "7607 ab"),
            ("12a", "", " 7607  AB"),
            ("12 A", "", "７６０７ＡＢ"),
            ("012", "-a", "7607AB"),
            ("12", "a.", "7607ab"),
        ] {
            assert_eq!(address_key(number, addition, postcode).as_deref(), Some("7607AB|12|A"), "{number} {addition}");
        }
        assert_eq!(address_key("12-2 HS", "", "7607AB"), address_key("12", "2hs", "7607AB"));
        assert_eq!(address_key("12 bis", "", "7607AB"), address_key("12", "Bis", "7607AB"));
    }

    #[test]
    fn other_homes_have_other_keys() {
        let all = [
            address_key("12", "", "7607AB"),
            address_key("12-14", "", "7607AB"),
            address_key("1214", "", "7607AB"),
            address_key("12-1-4", "", "7607AB"),
            address_key("12", "A", "7607AB"),
            address_key("12", "A1", "7607AB"),
            address_key("12", "", "7607AC"),
            address_key("1", "2A", "7607AB"),
        ];
        for (i, one) in all.iter().enumerate() {
            assert!(one.is_some());
            assert!(!all[i + 1..].contains(one), "{one:?}");
        }
    }

    #[test]
    fn half_an_address_is_no_key() {
        for (number, postcode) in [
            ("", "7607AB"),
            ("12", ""),
            ("A", "7607AB"),
            ("0", "7607AB"),
            ("123456", "7607AB"),
            ("12", "0607AB"),
            ("12", "7607SS"),
            ("12", "7607A"),
            ("12", "7607ABC"),
            ("12", "AB7607"),
            ("-12", "7607AB"),
        ] {
            assert_eq!(address_key(number, "", postcode), None, "{number} {postcode}");
        }
        assert_eq!(Postcode::parse("7607ab").unwrap().to_string(), "7607 AB");
    }

    #[test]
    fn the_clients_number_goes_first_and_the_build_number_last() {
        let mut it = home("12", "", "7607AB");
        it.build_number = Some("b 7".to_owned());
        assert_eq!(it.key(), Some(HomeKey::Address("7607AB|12|".to_owned())));
        it.client_number = Some(" vhe 0012".to_owned());
        assert_eq!(it.key().unwrap().to_string(), "client:VHE0012");
        assert_eq!(it.keys().all().count(), 3);
        let built = Home { build_number: Some("b7".to_owned()), ..Home::default() };
        assert_eq!(built.key(), Some(HomeKey::Build("B7".to_owned())));
        assert_eq!(Home { street: Some("Dorpsstraat".to_owned()), ..Home::default() }.key(), None);
    }

    proptest! {
        #[test]
        fn letters_are_one_however_they_are_joined(number in 1_u32..99_999, letter in "[a-zA-Z]", join in "[ -./]{0,2}") {
            let apart = HouseNumber::parse(&number.to_string(), &letter);
            prop_assert_eq!(HouseNumber::parse(&format!("{number}{join}{letter}"), ""), apart.clone());
            prop_assert_eq!(HouseNumber::parse(&format!("{number}"), &format!("{join}{}", letter.to_uppercase())), apart);
        }

        #[test]
        fn any_cells_have_keys_or_none(number: String, addition: String, postcode: String) {
            let mut it = home(&number, &addition, &postcode);
            it.client_number = Some(number);
            let _ = it.key();
        }
    }
}
