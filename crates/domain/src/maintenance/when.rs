//! A window as somebody types it: days and times of day as they show on a clock in Amsterdam, read with patience.

use crate::text_enum::text_enum;
use crate::time::{Day, Time};

use super::Window;

text_enum! {
    /// A field of the window in the form of a notice.
    When {
        /// The day on which the work begins.
        FromDay = "from-day",
        /// The time of that day.
        FromTime = "from-time",
        /// The day on which the work ends.
        ToDay = "to-day",
        /// The time of that day.
        ToTime = "to-time",
    }
}

/// A window as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedWindow {
    /// The day on which the work begins.
    pub from_day: String,
    /// The time of that day.
    pub from_time: String,
    /// The day on which the work ends; empty: the same day, or the next when the time comes before that of the beginning.
    pub to_day: String,
    /// The time of that day.
    pub to_time: String,
}

impl TypedWindow {
    /// As a window that is kept would be typed.
    #[must_use]
    pub fn of(window: Window) -> Self {
        let part = |at: Time| {
            let local = at.local();
            (local.day.to_string(), format!("{:02}:{:02}", local.hour, local.minute))
        };
        let ((from_day, from_time), (to_day, to_time)) = (part(window.from), part(window.to));
        Self { from_day, from_time, to_day, to_time }
    }

    /// Its beginning and its end.
    ///
    /// # Errors
    /// The fields that cannot be read.
    pub fn read(&self) -> Result<(Time, Time), Vec<When>> {
        let day = |text: &str, which| Day::typed(text.trim()).map_err(|_| which);
        let clock = |text: &str, which| time_of_day(text).ok_or(which);
        let (from_day, from) = (day(&self.from_day, When::FromDay), clock(&self.from_time, When::FromTime));
        let to = clock(&self.to_time, When::ToTime);
        let to_day = match self.to_day.trim() {
            "" => Ok(None),
            typed => day(typed, When::ToDay).map(Some),
        };
        match (from_day, from, to_day, to) {
            (Ok(from_day), Ok(from), Ok(to_day), Ok(to)) => {
                let usual = if to <= from { from_day.next() } else { from_day };
                let at = |day: Day, (hour, minute): (u8, u8), which| day.at(hour, minute).ok_or_else(|| vec![which]);
                Ok((at(from_day, from, When::FromTime)?, at(to_day.unwrap_or(usual), to, When::ToTime)?))
            }
            (from_day, from, to_day, to) => {
                Err([from_day.err(), from.err(), to_day.err(), to.err()].into_iter().flatten().collect())
            }
        }
    }
}

/// `22:00`, `22.00`, `22u`, `22 uur`, `22:30 uur`, `10:30h`; hour and minute.
fn time_of_day(text: &str) -> Option<(u8, u8)> {
    let text = text.trim().to_ascii_lowercase();
    let bare = ["uur", "u", "h"].iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(&text).trim();
    let (hour, minute) = bare.split_once([':', '.', 'u', 'h']).unwrap_or((bare, "00"));
    let number = |text: &str, most: u8| {
        let digits = (1..=2).contains(&text.len()) && text.bytes().all(|sign| sign.is_ascii_digit());
        text.parse::<u8>().ok().filter(|number| digits && *number <= most)
    };
    let minute = if minute.len() == 2 { number(minute, 59) } else { None };
    number(hour, 23).zip(minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(from: (&str, &str), to: (&str, &str)) -> TypedWindow {
        let text = |text: &str| text.to_owned();
        TypedWindow { from_day: text(from.0), from_time: text(from.1), to_day: text(to.0), to_time: text(to.1) }
    }

    #[test]
    fn a_time_of_day_is_read_as_people_write_it() {
        for (text, read) in [
            ("22:00", (22, 0)),
            (" 9.05 ", (9, 5)),
            ("22", (22, 0)),
            ("22u", (22, 0)),
            ("22 uur", (22, 0)),
            ("22:30 uur", (22, 30)),
            ("22u30", (22, 30)),
            ("0:00", (0, 0)),
        ] {
            assert_eq!(time_of_day(text), Some(read), "{text}");
        }
        for text in ["", "24:00", "22:60", "22:5", "222", "tien", "-1", "22:00:00", "+1:00"] {
            assert_eq!(time_of_day(text), None, "{text}");
        }
    }

    #[test]
    fn a_night_ends_on_the_next_day() {
        let (from, to) = typed(("1-12-2026", "22:00"), ("", "6:00")).read().unwrap();
        assert_eq!(
            (from.rfc3339(), to.rfc3339()),
            ("2026-12-01T21:00:00Z".to_owned(), "2026-12-02T05:00:00Z".to_owned())
        );
        let (from, to) = typed(("2026-12-01", "9"), ("", "12")).read().unwrap();
        assert_eq!(to - from, crate::time::Span::hours(3));
    }

    #[test]
    fn the_night_in_which_the_clock_moves_is_as_long_as_it_is() {
        let (from, to) = typed(("24-10-2026", "22:00"), ("25-10-2026", "06:00")).read().unwrap();
        assert_eq!(to - from, crate::time::Span::hours(9));
    }

    #[test]
    fn each_field_that_cannot_be_read_is_told_once() {
        let wrong = |from, to| typed(from, to).read().unwrap_err();
        assert_eq!(wrong(("", ""), ("", "")), [When::FromDay, When::FromTime, When::ToTime]);
        assert_eq!(wrong(("31-2-2026", "22"), ("straks", "6")), [When::FromDay, When::ToDay]);
    }

    #[test]
    fn what_is_kept_is_typed_the_same() {
        let (from, to) = typed(("1-12-2026", "22:00"), ("", "6:00")).read().unwrap();
        assert_eq!(TypedWindow::of(Window { from, to }).read(), Ok((from, to)));
    }
}
