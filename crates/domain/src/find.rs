//! What somebody types to find a home: the beginning of a username, of the client's own number, of a postcode with number,
//! or of a street with number. It may be any of these; the store tries them all. Over a whole client also an e-mail address,
//! which is looked for as a whole only: nobody finds out addresses by trying how they begin.

use unicode_normalization::UnicodeNormalization;

use crate::email::Address;
use crate::home::Home;
use crate::username::{Prefix, Skeleton};

/// The longest text that is searched for, in characters.
const LONGEST: usize = 100;

/// Beginnings of the forms in which homes are compared; none where the text cannot be one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Find {
    /// Of the skeleton of a username of the project.
    pub username: Option<String>,
    /// Of the key of the client's own number.
    pub client_number: Option<String>,
    /// Of the key of an address: postcode and number.
    pub address_key: Option<String>,
    /// Of the street in lower case, and of the house number (perhaps empty).
    pub street: Option<(String, String)>,
    /// Not a beginning: the whole [`Address::search_key`] of an address.
    pub email: Option<String>,
}

impl Find {
    /// Of what was typed, in a project whose usernames begin with `prefix`. An empty text finds nothing.
    #[must_use]
    pub fn typed(text: &str, prefix: &Prefix) -> Self {
        let text: String = text.nfkc().take(LONGEST).collect();
        Self { username: username(text.trim(), prefix), ..Self::home(text.trim()) }
    }

    /// The same among all homes of a client. What holds an `@` is an e-mail address and nothing else; half of one finds
    /// nothing.
    #[must_use]
    pub fn anywhere(text: &str) -> Self {
        if text.contains('@') {
            let email = Address::parse(text.trim()).ok().map(|address| address.search_key());
            return Self { email, ..Self::default() };
        }
        let text: String = text.nfkc().take(LONGEST).collect();
        let username = Skeleton::typed(&text).map(|skeleton| skeleton.as_str().to_owned());
        Self { username, ..Self::home(text.trim()) }
    }

    fn home(text: &str) -> Self {
        if text.is_empty() {
            return Self::default();
        }
        let number = Home { client_number: Some(text.to_owned()), ..Home::default() };
        Self {
            client_number: number.keys().client,
            address_key: address_key(text),
            street: street(text),
            ..Self::default()
        }
    }
}

/// Usernames of a project begin with its prefix: where less was typed, the prefix it is. Homes that came from another client kept theirs
/// (decision 0030): a whole username is looked for as it is, so that a search reads a few of other projects at most.
fn username(text: &str, prefix: &Prefix) -> Option<String> {
    let (typed, own) = (Skeleton::typed(text)?, prefix.skeleton());
    let typed = typed.as_str();
    if typed.starts_with(&own) {
        return Some(typed.to_owned());
    }
    if own.starts_with(typed) {
        return Some(own);
    }
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    (digits >= 2).then(|| typed.to_owned())
}

/// `7607`, `7607 ab`, `7607ab 12`, `7607 AB 12a` as the beginning of `7607AB|12|A`.
fn address_key(text: &str) -> Option<String> {
    let plain: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
    let is_digit = |at: usize| plain.as_bytes().get(at).is_none_or(u8::is_ascii_digit);
    let is_letter = |at: usize| plain.as_bytes().get(at).is_none_or(u8::is_ascii_uppercase);
    if !(0..4).all(is_digit) || !(4..6).all(is_letter) {
        return None;
    }
    let Some((postcode, rest)) = plain.split_at_checked(6).filter(|(_, rest)| !rest.is_empty()) else {
        return Some(plain);
    };
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, suffix) = rest.split_at_checked(digits)?;
    let bar = if suffix.is_empty() { "" } else { "|" };
    Some(format!("{postcode}|{number}{bar}{suffix}"))
}

/// `Eikenlaan`, `eikenlaan 12`.
fn street(text: &str) -> Option<(String, String)> {
    // Only ASCII letters: the engines agree on no others.
    let lower = |text: &str| text.trim().to_ascii_lowercase();
    if !text.contains(char::is_alphabetic) {
        return None;
    }
    match text.rsplit_once(' ') {
        Some((street, number)) if number.starts_with(|c: char| c.is_ascii_digit()) => {
            Some((lower(street), number.to_owned()))
        }
        _ => Some((lower(text), String::new())),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn typed(text: &str) -> Find {
        Find::typed(text, &Prefix::parse("ALMELO").unwrap())
    }

    #[test]
    fn what_a_clerk_types() {
        let address = |text| typed(text).address_key;
        assert_eq!(address("7607").as_deref(), Some("7607"));
        assert_eq!(address("7607 ab").as_deref(), Some("7607AB"));
        assert_eq!(address("7607AB 12").as_deref(), Some("7607AB|12"));
        assert_eq!(address("7607 ab 12-a").as_deref(), Some("7607AB|12|A"));
        assert_eq!((address("Eikenlaan"), address("76077")), (None, None));
        let street = |text| typed(text).street.unwrap();
        assert_eq!(street("Eikenlaan 1"), ("eikenlaan".to_owned(), "1".to_owned()));
        assert_eq!(street("Oude Dijk"), ("oude dijk".to_owned(), String::new()));
        assert_eq!(typed(" vhe 12 ").client_number.as_deref(), Some("VHE12"));
        assert_eq!(typed("  "), Find::default());
    }

    #[test]
    fn usernames_are_searched_within_the_project() {
        let username = |text| typed(text).username;
        assert_eq!(username("Gebruikersnaam: almelo1").as_deref(), Some("a1me101"));
        assert_eq!(username("alm").as_deref(), Some("a1me10"), "all of the project");
        assert_eq!((username("zwolle"), username("almelozuid")), (None, Some("a1me10zu1d".to_owned())));
        assert_eq!(username("ZWOLLE12").as_deref(), Some("zw011e12"), "whole, of a home that came from elsewhere");
        assert_eq!(username("zwolle1"), None, "not yet whole");
    }

    #[test]
    fn over_a_client_usernames_have_any_beginning_and_addresses_are_whole() {
        let username = |text| Find::anywhere(text).username;
        assert_eq!(username("Gebruikersnaam: almelo1").as_deref(), Some("a1me101"));
        assert_eq!((username("alm").as_deref(), username("zw").as_deref()), (Some("a1m"), Some("zw")));
        let email = Find { email: Some("jan@example.nl".to_owned()), ..Find::default() };
        assert_eq!(Find::anywhere(" Jan@Example.nl "), email);
        for half in ["@example.nl", "jan@", "jan@example", "j@n@example.nl", "@"] {
            assert_eq!(Find::anywhere(half), Find::default(), "{half}");
        }
        let street = Find::anywhere("Eikenlaan 1").street;
        assert_eq!(street, typed("Eikenlaan 1").street);
    }

    proptest! {
        #[test]
        fn anything_may_be_typed(text: String) {
            let _ = (typed(&text), Find::anywhere(&text));
        }

        #[test]
        fn the_beginning_of_a_key_finds_its_home(number in 1_u32..9_999, letter in "[A-C]?", cut in 0_usize..12) {
            let home = Home {
                postcode: Some("7607 AB".to_owned()),
                house_number: Some(number.to_string()),
                addition: (!letter.is_empty()).then(|| letter.clone()),
                ..Home::default()
            };
            let whole = format!("7607AB{number}{letter}");
            let begun: String = whole.chars().take(cut.max(1)).collect();
            let key = home.keys().address.unwrap();
            prop_assert!(key.starts_with(&typed(&begun).address_key.unwrap()), "{} {}", key, begun);
        }
    }
}
