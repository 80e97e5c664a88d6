//! Dates as lists write them. We keep none of them; what is wrong with one is told, because the client may need it.

use super::Reason;
use crate::time::Day;

const MONTHS: &[&str] = &["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
/// English, where it differs.
const ENGLISH: &[(&str, usize)] = &[("mar", 2), ("maa", 2), ("may", 4), ("oct", 9)];

/// What there is to say of a cell; nothing of a day that exists, written in full, or of an empty cell.
pub(super) fn check(text: &str) -> Option<Reason> {
    if text.is_empty() {
        return None;
    }
    // A moment of the day behind it says nothing about the day.
    let day = text.split_once('T').map_or(text, |(day, _)| day);
    let words: Vec<&str> = day.split([' ', '-', '/', '.']).filter(|word| !word.is_empty()).collect();
    let stray = !day.ends_with(|c: char| c.is_ascii_digit());
    let [one, two, three] = match words.as_slice() {
        [serial] => return Some(if is_serial(serial) { Reason::DateForm } else { Reason::Date }),
        [one, two, three] => [*one, *two, *three],
        [one, two, three, moment] if moment.contains(':') => [*one, *two, *three],
        _ => return Some(Reason::Date),
    };
    let (year, month, day) = if one.len() == 4 { (one, two, three) } else { (three, two, one) };
    let full = if year.len() == 2 { format!("20{year}") } else { year.to_owned() };
    let month = month_of(month).unwrap_or_default();
    let exists = day.len() <= 2 && Day::parse(&format!("{full}-{month:02}-{day:0>2}")).is_ok();
    match (exists, year.len() == 2 || stray) {
        (false, _) => Some(Reason::Date),
        (true, true) => Some(Reason::DateForm),
        (true, false) => None,
    }
}

/// True for what a spreadsheet makes of `12-1` and `12-2026`: a day written in full, or a day and the name of a month.
pub(super) fn is_made_of_number(text: &str) -> bool {
    let words: Vec<&str> = text.split(['-', '/', ' ']).collect();
    let named =
        |word: &str| word.len() == 3 && word.bytes().all(|b| b.is_ascii_alphabetic()) && month_of(word).is_some();
    let number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    match words.as_slice() {
        [one, two] => (number(one) && named(two)) || (named(one) && number(two)),
        [_, _, year] => year.len() == 4 && check(text).is_none(),
        _ => false,
    }
}

fn month_of(word: &str) -> Option<usize> {
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return word.parse().ok().filter(|_| word.len() <= 2);
    }
    let short: String = word.chars().take(3).flat_map(char::to_lowercase).collect();
    let english = ENGLISH.iter().find(|(name, _)| *name == short).map(|(_, at)| *at);
    MONTHS.iter().position(|name| *name == short).or(english).map(|at| at + 1)
}

/// Days since 1900, as a spreadsheet counts: from 1954 to 2119.
fn is_serial(word: &str) -> bool {
    word.parse::<u32>().is_ok_and(|days| (20_000..80_000).contains(&days)) && word.len() == 5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn house_numbers_that_became_dates_are_known() {
        for text in ["12-01-2026", "12-jan", "1-mei", "jan-26", "12 mrt"] {
            assert!(is_made_of_number(text), "{text}");
        }
        for text in ["12", "12-1", "12-A", "12-14", "12 bis", "12 hs", "12-2 HS", "12-1-4", ""] {
            assert!(!is_made_of_number(text), "{text}");
        }
    }

    #[test]
    fn days_that_exist_pass_and_others_are_told() {
        for text in [
            "1-2-2026",
            "01-12-2026",
            "2026-12-01",
            "1/12/2026",
            "1.12.2026",
            "1 december 2026",
            "1-dec-2026",
            "2026-12-01 00:00:00",
            "2026-12-01T00:00:00",
            "29-02-2028",
            "",
        ] {
            assert_eq!(check(text), None, "{text}");
        }
        for text in ["22-11-24", "31-01-2025.", "46357"] {
            assert_eq!(check(text), Some(Reason::DateForm), "{text}");
        }
        for text in ["14-02-205", "31-02-2026", "29-02-2027", "00-12-2026", "volgt", "1-13-2026", "12", "1-12-20261"] {
            assert_eq!(check(text), Some(Reason::Date), "{text}");
        }
    }
}
