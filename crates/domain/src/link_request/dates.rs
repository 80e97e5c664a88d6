//! Days as people write them in a mail. A day that can be read in two ways is none.

use crate::time::Day;

const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "jan"],
    &["februari", "february", "feb"],
    &["maart", "march", "mrt", "mar"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["augustus", "august", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

/// The days of a text, and whether there stands something that looks like a day and cannot be read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) found: Vec<Day>,
    pub(super) unclear: bool,
}

impl Days {
    fn add(&mut self, day: Option<Day>) {
        match day {
            Some(day) if self.found.contains(&day) => {}
            Some(day) => self.found.push(day),
            None => self.unclear = true,
        }
    }

    /// The one day, if there is exactly one and nothing else that could be meant.
    pub(super) fn only(&self) -> Option<Day> {
        match (self.found.as_slice(), self.unclear) {
            ([day], false) => Some(*day),
            _ => None,
        }
    }
}

/// Finds them. In English, `1/12/2026` may be December or January: it is unclear.
pub(super) fn find(text: &str, english: bool) -> Days {
    let mut days = Days::default();
    let split = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | ':');
    let words: Vec<&str> =
        text.split(split).map(|word| word.trim_end_matches(['.', '!', '?'])).filter(|word| !word.is_empty()).collect();
    for (at, word) in words.iter().enumerate() {
        if let Some(numbers) = figures(word) {
            days.add(of_figures(&numbers, english && word.contains('/')));
        } else if let Some(month) = month(word) {
            let near = |step: usize, back: bool| {
                let place = if back { at.checked_sub(step) } else { at.checked_add(step) };
                place.and_then(|place| words.get(place)).copied().unwrap_or_default()
            };
            let before = number(near(1, true));
            let (day, year) = match (before, number(near(1, false))) {
                // "1 december 2026", and "December 1, 2026".
                (Some(day), year) => (Some(day), year),
                (None, day) => (day, number(near(2, false))),
            };
            // A month alone, as in a sentence, is no day; "mei" and "mar" are words too.
            if let Some(day) = day {
                days.add(year.and_then(|year| of(year, month, day)));
            }
        }
    }
    days
}

fn month(word: &str) -> Option<u16> {
    let word = word.to_lowercase();
    let at = MONTHS.iter().position(|names| names.contains(&word.as_str()))?;
    u16::try_from(at + 1).ok()
}

fn number(word: &str) -> Option<u16> {
    let plain = word.trim_end_matches(['.', 'e']);
    let plain = ["st", "nd", "rd", "th"].iter().find_map(|end| plain.strip_suffix(end)).unwrap_or(plain);
    (!plain.is_empty() && plain.bytes().all(|b| b.is_ascii_digit())).then(|| plain.parse().ok())?
}

/// Three numbers with signs between: `1-12-2026`, `2026-12-01`, `1/12/26`.
fn figures(word: &str) -> Option<[&str; 3]> {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let [one, two, three] = parts.as_slice() else { return None };
    let fits = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    (fits(one) && fits(two) && fits(three)).then_some([*one, *two, *three])
}

fn of_figures([one, two, three]: &[&str; 3], english: bool) -> Option<Day> {
    let value = |part: &str| part.parse::<u16>().ok();
    if one.len() == 4 {
        return of(value(one)?, value(two)?, value(three)?);
    }
    let (day, month) = (value(one)?, value(two)?);
    if english && day <= 12 && month <= 12 && day != month {
        return None;
    }
    of(value(three).filter(|_| three.len() == 4)?, month, day)
}

fn of(year: u16, month: u16, day: u16) -> Option<Day> {
    Day::parse(&format!("{year:04}-{month:02}-{day:02}")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_one_way_or_not() {
        let day = |text: &str| Day::parse(text).ok();
        for (text, found) in [
            ("per 1 december 2026", day("2026-12-01")),
            ("per 01-12-2026.", day("2026-12-01")),
            ("m.i.v. 2026-12-01, graag", day("2026-12-01")),
            ("as of December 1st, 2026", day("2026-12-01")),
            ("per 1 dec. 2026", day("2026-12-01")),
            ("per 1/12/2026", day("2026-12-01")),
            ("per 1-12-26", None),
            ("per 1 december", None),
            ("per 31-02-2026", None),
            ("van 1-12-2026 tot 1-1-2027", None),
            ("in december", None),
        ] {
            assert_eq!(find(text, false).only(), found, "{text}");
        }
        assert_eq!(find("from 1/12/2026", true).only(), None, "December or January");
        assert_eq!(find("from 13/12/2026", true).only(), day("2026-12-13"));
    }
}
