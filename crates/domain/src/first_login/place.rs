//! Addresses as lists write them: street and number in one cell, postcode and town in one cell, two cells exchanged.
//!
//! What can be split in one way only is split; where a number could belong to the street's name, a person decides.

use super::{Column, Reason, Remark};
use crate::home::{Home, HouseNumber, Postcode};

/// Street and house number, as far as they stand in the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Split {
    pub(super) street: Option<String>,
    pub(super) number: Option<String>,
    pub(super) postcode: Option<String>,
    pub(super) place: Option<String>,
}

/// Splits `Lindelaan 12-A, 1234 AB Almelo`, or as much of it as there is.
///
/// # Errors
/// When two numbers could each be the house number.
pub(super) fn split_address(text: &str) -> Result<Split, Reason> {
    let mut split = Split::default();
    let (before, behind) = match find_postcode(text) {
        Some((before, postcode, after)) => {
            split.postcode = Some(postcode);
            (before, Some(after))
        }
        None => match text.split_once(',') {
            Some((before, after)) if !after.chars().any(|c| c.is_ascii_digit()) => (before, Some(after)),
            _ => (text, None),
        },
    };
    split.place = behind.and_then(part);
    (split.street, split.number) = split_street(before)?;
    Ok(split)
}

/// Splits `1234 AB Almelo`; only a postcode or only a town is fine too.
pub(super) fn split_postcode_place(text: &str) -> Split {
    match find_postcode(text) {
        Some((before, postcode, after)) if before.trim().is_empty() || after.trim().is_empty() => {
            Split { postcode: Some(postcode), place: part(before).or_else(|| part(after)), ..Split::default() }
        }
        _ if text.chars().any(|c| c.is_ascii_digit()) => Split { postcode: part(text), ..Split::default() },
        _ => Split { place: part(text), ..Split::default() },
    }
}

/// Puts right what two cells exchanged; tells it.
pub(super) fn mend(home: &mut Home, remarks: &mut Vec<Remark>) {
    let number_is_postcode = home.house_number.as_deref().is_some_and(|it| Postcode::parse(it).is_some());
    let is_number = |text: &str| HouseNumber::parse(text, "").is_some() && Postcode::parse(text).is_none();
    match &home.postcode {
        Some(postcode) if number_is_postcode && is_number(postcode) => {
            std::mem::swap(&mut home.postcode, &mut home.house_number);
            remarks.push(Remark::at(Column::Postcode, Reason::Moved));
        }
        Some(postcode) if Postcode::parse(postcode).is_none() => mend_postcode(home),
        Some(_) => {}
        None => mend_number(home, remarks),
    }
    // What programs make of a whole number.
    let whole = |text: &String| text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).map(str::to_owned);
    let bare = home.house_number.as_ref().and_then(whole).filter(|it| it.bytes().all(|b| b.is_ascii_digit()));
    home.house_number = bare.or_else(|| home.house_number.take());
}

/// `1234 AB Almelo` in the column of the postcode.
fn mend_postcode(home: &mut Home) {
    let split = split_postcode_place(home.postcode.as_deref().unwrap_or_default());
    let Split { postcode: Some(postcode), place: Some(place), .. } = split else { return };
    let same = home.place.as_ref().is_none_or(|known| known.to_lowercase() == place.to_lowercase());
    if same && Postcode::parse(&postcode).is_some() {
        home.postcode = Some(postcode);
        home.place = home.place.take().or(Some(place));
    }
}

/// `12-A 1234 AB` in the column of the house number, and nothing in that of the postcode.
fn mend_number(home: &mut Home, remarks: &mut Vec<Remark>) {
    let Some((before, postcode, after)) = home.house_number.as_deref().and_then(find_postcode) else { return };
    if after.trim().is_empty() && (before.trim().is_empty() || HouseNumber::parse(before, "").is_some()) {
        home.house_number = part(before);
        home.postcode = Some(postcode);
        remarks.push(Remark::at(Column::Postcode, Reason::Moved));
    }
}

/// The one postcode in a text, with what stands before and behind it.
fn find_postcode(text: &str) -> Option<(&str, String, &str)> {
    let bytes = text.as_bytes();
    let boundary = |at: usize| !bytes.get(at).is_some_and(|b| b.is_ascii_alphanumeric() || !b.is_ascii());
    let at = |start: usize| {
        let digits = bytes.get(start..start + 4)?.iter().all(u8::is_ascii_digit);
        let blanks = bytes.get(start + 4..)?.iter().take_while(|b| **b == b' ').count();
        let letters = start + 4 + blanks;
        let end = letters + 2;
        let right = digits
            && blanks <= 2
            && bytes.get(letters..end)?.iter().all(u8::is_ascii_alphabetic)
            && boundary(end)
            && (start == 0 || boundary(start - 1));
        let postcode = Postcode::parse(text.get(start..end)?).filter(|_| right)?;
        Some((text.get(..start)?, postcode.to_string(), text.get(end..)?))
    };
    let mut found = (0..bytes.len().min(1_024)).filter_map(at);
    let first = found.next()?;
    if found.next().is_some() { None } else { Some(first) }
}

/// Before the number, and from the number on.
fn split_street(text: &str) -> Result<(Option<String>, Option<String>), Reason> {
    let text = text.trim().trim_end_matches(',').replace(" - ", "-");
    let words: Vec<&str> = text.split_whitespace().collect();
    let numbers: Vec<usize> = (1..words.len()).filter(|at| is_number(&words, *at)).collect();
    let &[at] = numbers.as_slice() else {
        return if numbers.is_empty() { Ok((part(&text), None)) } else { Err(Reason::AddressUnclear) };
    };
    let (street, number) = words.split_at_checked(at).unwrap_or_default();
    let behind = number.get(1..).unwrap_or_default();
    if behind.len() > 3 || behind.iter().any(|word| word.chars().count() > 6) {
        return Err(Reason::AddressUnclear);
    }
    Ok((part(&street.join(" ")), part(&number.join(" "))))
}

/// A word that can be a house number: not the `2e` of `Laan van de 2e Ploeg`.
fn is_number(words: &[&str], at: usize) -> bool {
    let Some(word) = words.get(at) else { return false };
    let rank = ["e", "de", "ste", "nd", "st", "rd", "th"];
    let tail = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let ranked = rank.contains(&tail.to_ascii_lowercase().as_str()) && at + 1 < words.len();
    word.starts_with(|c: char| c.is_ascii_digit()) && !ranked
}

fn part(text: &str) -> Option<String> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Result<[String; 4], Reason> {
        split_address(text).map(|it| [it.street, it.number, it.postcode, it.place].map(|part| part.unwrap_or_default()))
    }

    #[test]
    fn street_and_number_are_told_apart() {
        for (text, expected) in [
            ("Lindelaan 12-A", ["Lindelaan", "12-A", "", ""]),
            ("Lindelaan 12 a", ["Lindelaan", "12 a", "", ""]),
            ("Lindelaan 12-2 HS", ["Lindelaan", "12-2 HS", "", ""]),
            ("Lindelaan 12 - 14", ["Lindelaan", "12-14", "", ""]),
            ("Lindelaan 12 bis, Almelo", ["Lindelaan", "12 bis", "", "Almelo"]),
            ("Lindelaan 12, 1234 ab Almelo", ["Lindelaan", "12", "1234 AB", "Almelo"]),
            ("Lindelaan 12 1234AB", ["Lindelaan", "12", "1234 AB", ""]),
            ("1e Dorpsstraat 5", ["1e Dorpsstraat", "5", "", ""]),
            ("Laan van de 2e Ploeg 7", ["Laan van de 2e Ploeg", "7", "", ""]),
            ("Lindelaan", ["Lindelaan", "", "", ""]),
            ("", ["", "", "", ""]),
        ] {
            assert_eq!(split(text).unwrap(), expected, "{text}");
        }
        for text in ["Plein 1940 12", "Lindelaan 12 2", "Lindelaan 12 achter de kerk links"] {
            assert_eq!(split(text), Err(Reason::AddressUnclear), "{text}");
        }
    }

    #[test]
    fn postcode_and_town_are_told_apart() {
        for (text, postcode, place) in [
            ("1234AB Almelo", Some("1234 AB"), Some("Almelo")),
            ("1234  ab  Almelo", Some("1234 AB"), Some("Almelo")),
            ("Almelo, 1234 AB", Some("1234 AB"), Some("Almelo")),
            ("1234 AB", Some("1234 AB"), None),
            ("Almelo", None, Some("Almelo")),
            ("1234 Almelo", Some("1234 Almelo"), None),
        ] {
            let it = split_postcode_place(text);
            assert_eq!((it.postcode.as_deref(), it.place.as_deref()), (postcode, place), "{text}");
        }
        assert_eq!(find_postcode("1234 AB en 1235 AB"), None, "two of them");
        assert_eq!(find_postcode("x1234AB"), None);
    }
}
