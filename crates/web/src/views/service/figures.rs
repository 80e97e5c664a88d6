//! Numbers, moments, steps and columns as the tables of staff show them.

use std::borrow::Cow;

use domain::first_login::Column;
use domain::time::{Day, Time};

use super::chart::thousandths;
use crate::views::Page;

impl Page {
    /// A number as people read it: `80.000` in Dutch, `80,000` in English.
    #[must_use]
    pub fn figure(&self, number: &u64) -> String {
        let mark = self.w.t("common-thousands");
        let digits = number.to_string();
        let mut out = String::with_capacity(digits.len() + digits.len() / 3);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push_str(&mark);
            }
            out.push(digit);
        }
        out
    }

    /// A moment in a table: `23-11-2026 14:03` in Dutch.
    #[must_use]
    pub fn short(&self, at: &Time) -> String {
        let local = at.local();
        format!("{} {:02}:{:02}", self.date(&local.day), local.hour, local.minute)
    }

    /// A day in a table: `23-11-2026` in Dutch.
    #[must_use]
    pub fn date(&self, day: &Day) -> String {
        self.w.date(*day)
    }

    /// A day, written out.
    #[must_use]
    pub fn day(&self, day: &Day) -> String {
        self.w.day(*day)
    }

    /// `part` of `whole` in whole per cents, rounded down: never 100% while one is missing, never 0% when there is one.
    #[must_use]
    pub fn share(&self, part: &u64, whole: &u64) -> String {
        match (*part, *whole) {
            (_, 0) => "–".to_owned(),
            (part, whole) if part > 0 && thousandths(part, whole) < 10 => "<1%".to_owned(),
            (part, whole) => format!("{}%", thousandths(part, whole) / 10),
        }
    }

    /// `part` of `whole` as the width of a bar in a box of 100: `73.4`.
    #[must_use]
    pub fn bar(&self, part: &u64, whole: &u64) -> String {
        let share = thousandths(*part, *whole);
        format!("{}.{}", share / 10, share % 10)
    }

    /// The name of a step of first-time login, 1 to 9.
    #[must_use]
    pub fn step(&self, number: usize) -> Cow<'static, str> {
        self.w.t(match number {
            1 => words::key!("service-step-1"),
            2 => words::key!("service-step-2"),
            3 => words::key!("service-step-3"),
            4 => words::key!("service-step-4"),
            5 => words::key!("service-step-5"),
            6 => words::key!("service-step-6"),
            7 => words::key!("service-step-7"),
            8 => words::key!("service-step-8"),
            _ => words::key!("service-step-9"),
        })
    }

    /// The name of a column of a list.
    #[must_use]
    pub fn column(&self, column: &Column) -> Cow<'static, str> {
        self.w.t(words::first_login::column(*column))
    }
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::*;

    #[test]
    fn figures_are_grouped() {
        let both = |number| [Language::Nl, Language::En].map(|language| Page::sample(language).figure(&number));
        assert_eq!(both(0), ["0", "0"]);
        assert_eq!(both(999), ["999", "999"]);
        assert_eq!(both(1000), ["1.000", "1,000"]);
        assert_eq!(both(2_400_000), ["2.400.000", "2,400,000"]);
    }

    #[test]
    fn shares_never_say_all_or_none_when_it_is_not_so() {
        let page = Page::sample(Language::Nl);
        assert_eq!(page.share(&0, &400), "0%");
        assert_eq!(page.share(&1, &400), "<1%");
        assert_eq!(page.share(&399, &400), "99%");
        assert_eq!(page.share(&400, &400), "100%");
        assert_eq!(page.share(&500, &400), "100%");
        assert_eq!(page.share(&0, &0), "–");
        assert_eq!(page.bar(&1, &3), "33.3");
    }
}
