//! Moments, days and lengths of time in words. All in the time of Amsterdam: that is where the
//! homes are.

use std::borrow::Cow;

use domain::time::{Day, Local, Span, Time};

use crate::Words;

const MINUTE: i64 = 60_000_000;

impl Words {
    /// "maandag 23 november 2026 om 14:03 uur".
    #[must_use]
    pub fn moment(self, at: Time) -> String {
        let local = at.local();
        self.with("time-moment", &[("day", &self.day(local.day)), ("clock", &clock(local))]).into_owned()
    }

    /// "14:03 uur".
    #[must_use]
    pub fn clock(self, at: Time) -> String {
        self.with("time-clock", &[("clock", &clock(at.local()))]).into_owned()
    }

    /// "maandag 23 november 2026".
    #[must_use]
    pub fn day(self, day: Day) -> String {
        let (year, month, number) = day.parts();
        self.with("time-day", &[("weekday", &day.weekday()), ("day", &number), ("month", &month), ("year", &year)])
            .into_owned()
    }

    /// "23-11-2026": a day in a table. In a sentence it is written out.
    #[must_use]
    pub fn date(self, day: Day) -> String {
        let (year, month, number) = day.parts();
        self.with("time-date", &[("day", &number), ("month", &month), ("year", &year)]).into_owned()
    }

    /// "november 2026": as near as staff are told when somebody signed in.
    #[must_use]
    pub fn month(self, at: Time) -> String {
        let (year, month, _) = at.local().day.parts();
        self.with("time-month", &[("month", &month), ("year", &year)]).into_owned()
    }

    /// "24 uur", "5 minuten", "14 dagen": rounded up, so that a wait is never told too short. The
    /// life of a link is a whole number of hours and stays exact.
    #[must_use]
    pub fn lasts(self, span: Span) -> Cow<'static, str> {
        let minutes = ceil(span.micros().max(0), MINUTE);
        if minutes < 60 {
            return self.with("time-minutes", &[("count", &minutes.max(1))]);
        }
        let hours = ceil(minutes, 60);
        if hours <= 72 {
            return self.with("time-hours", &[("count", &hours)]);
        }
        self.with("time-days", &[("count", &ceil(hours, 24))])
    }
}

fn clock(local: Local) -> String {
    format!("{:02}:{:02}", local.hour, local.minute)
}

fn ceil(amount: i64, unit: i64) -> i64 {
    amount / unit + i64::from(amount % unit > 0)
}

#[cfg(test)]
mod tests {
    use domain::language::Language::{En, Nl};

    use super::*;

    /// 2026-11-23 13:03 UTC, a Monday in winter.
    const WINTER: Time = Time::from_micros(1_795_438_980_000_000);

    #[test]
    fn a_moment_is_written_as_people_say_it() {
        assert_eq!(Words::of(Nl).moment(WINTER), "maandag 23 november 2026 om 14:03 uur");
        assert_eq!(Words::of(En).moment(WINTER), "Monday 23 November 2026 at 14:03");
        assert_eq!(Words::of(Nl).clock(WINTER), "14:03 uur");
        assert_eq!(Words::of(Nl).month(WINTER), "november 2026");
        assert_eq!(Words::of(En).month(WINTER), "November 2026");
    }

    #[test]
    fn summer_time_and_the_day_it_begins() {
        // 2026-07-01 00:30 in Amsterdam is still June in UTC.
        let summer = Time::from_micros(1_782_858_600_000_000);
        assert_eq!(Words::of(Nl).moment(summer), "woensdag 1 juli 2026 om 00:30 uur");
        assert_eq!(Words::of(Nl).day(Day::of(summer)), "woensdag 1 juli 2026");
        assert_eq!(Words::of(En).day(Day::parse("2026-03-29").expect("a day")), "Sunday 29 March 2026");
    }

    #[test]
    fn a_day_in_a_table_is_short() {
        let day = |text| Day::parse(text).expect("a day");
        assert_eq!(Words::of(Nl).date(day("2026-11-23")), "23-11-2026");
        assert_eq!(Words::of(Nl).date(day("2026-03-01")), "1-3-2026", "as people are told to write one");
        assert_eq!(Words::of(En).date(day("2026-03-01")), "1 Mar 2026");
    }

    #[test]
    fn lengths_round_up() {
        let nl = |span| Words::of(Nl).lasts(span).into_owned();
        assert_eq!(nl(Span::seconds(1)), "1 minuut");
        assert_eq!(nl(Span::seconds(61)), "2 minuten");
        assert_eq!(nl(Span::hours(1)), "1 uur");
        assert_eq!(nl(Span::hours(24)), "24 uur");
        assert_eq!(nl(Span::hours(72)), "72 uur");
        assert_eq!(nl(Span::days(14)), "14 dagen");
        assert_eq!(Words::of(En).lasts(Span::hours(1)), "1 hour");
    }
}
