//! Moments, lengths of time and calendar days in Europe/Amsterdam.
//!
//! Reads no clock: a moment is always an argument. All arithmetic stops at the ends of its range instead of
//! panicking, because moments come out of requests and files too.

use std::{
    fmt,
    ops::{Add, Mul, Sub},
    str::FromStr,
    sync::LazyLock,
};

use jiff::{Timestamp, civil, tz::TimeZone};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The zone in which all dates of the product are meant.
const ZONE: &str = "Europe/Amsterdam";

static AMSTERDAM: LazyLock<TimeZone> = LazyLock::new(|| {
    // The zone is compiled in; the rule of today is the same, should it ever be missing. A test holds the first.
    TimeZone::get(ZONE).or_else(|_| TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3")).unwrap_or(TimeZone::UTC)
});

/// A moment: microseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Time(i64);

/// A length of time in microseconds. Written `90s`, `15m`, `24h`, `3d` in settings and on forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span(i64);

/// A calendar day in Europe/Amsterdam, between 1900-01-01 and 2999-12-31.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(civil::Date);

/// A moment as a clock on a wall in Amsterdam shows it; how it is written is a matter of `words`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Local {
    /// The calendar day.
    pub day: Day,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

/// The text is not a day `2026-12-01` that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a day (write 2026-12-01)")]
pub struct NotADay;

/// The text is not a length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a length of time (write 90s, 15m, 24h or 3d)")]
pub struct NotASpan;

impl Time {
    /// From microseconds since 1970 UTC.
    #[must_use]
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since 1970 UTC.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Whole seconds since 1970 UTC, rounded down.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1_000_000)
    }

    /// What a wall clock in Amsterdam shows.
    #[must_use]
    pub fn local(self) -> Local {
        let at = self.civil();
        // The parts of a valid time are never negative: no sign is lost.
        Local { day: Day::of(self), hour: at.hour().unsigned_abs(), minute: at.minute().unsigned_abs() }
    }

    /// RFC 3339 in UTC, to the second, for logs and machines.
    #[must_use]
    pub fn rfc3339(self) -> String {
        self.stamp().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    fn stamp(self) -> Timestamp {
        Timestamp::from_microsecond(self.0).unwrap_or(if self.0 < 0 { Timestamp::MIN } else { Timestamp::MAX })
    }

    fn civil(self) -> civil::DateTime {
        AMSTERDAM.to_datetime(self.stamp())
    }
}

/// ISO 8601 in UTC, as exact as the moment is.
impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.stamp(), f)
    }
}

impl Add<Span> for Time {
    type Output = Self;
    fn add(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }
}
impl Sub<Span> for Time {
    type Output = Self;
    fn sub(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.0))
    }
}
impl Sub for Time {
    type Output = Span;
    fn sub(self, earlier: Self) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

impl Span {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// `n` microseconds.
    #[must_use]
    pub const fn from_micros(n: i64) -> Self {
        Self(n)
    }
    /// `n` milliseconds.
    #[must_use]
    pub const fn millis(n: i64) -> Self {
        Self(n.saturating_mul(1_000))
    }
    /// `n` seconds.
    #[must_use]
    pub const fn seconds(n: i64) -> Self {
        Self(n.saturating_mul(1_000_000))
    }
    /// `n` minutes.
    #[must_use]
    pub const fn minutes(n: i64) -> Self {
        Self(n.saturating_mul(60_000_000))
    }
    /// `n` hours.
    #[must_use]
    pub const fn hours(n: i64) -> Self {
        Self(n.saturating_mul(3_600_000_000))
    }
    /// `n` times 24 hours; a calendar day can be an hour more or less.
    #[must_use]
    pub const fn days(n: i64) -> Self {
        Self(n.saturating_mul(86_400_000_000))
    }
    /// In microseconds.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }
    /// In whole seconds, rounded up: what `Retry-After` and "wait until" need.
    #[must_use]
    pub const fn seconds_up(self) -> i64 {
        let whole = self.0.div_euclid(1_000_000);
        if self.0.rem_euclid(1_000_000) == 0 { whole } else { whole + 1 }
    }
    /// For timers; a negative length is none.
    #[must_use]
    pub fn to_std(self) -> std::time::Duration {
        std::time::Duration::from_micros(u64::try_from(self.0).unwrap_or(0))
    }
}

impl Add for Span {
    type Output = Self;
    fn add(self, more: Self) -> Self {
        Self(self.0.saturating_add(more.0))
    }
}
impl Mul<i64> for Span {
    type Output = Self;
    fn mul(self, times: i64) -> Self {
        Self(self.0.saturating_mul(times))
    }
}

/// The largest unit in which the length is whole: `24h` is written `1d`.
impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const UNITS: [(i64, &str); 5] =
            [(86_400_000_000, "d"), (3_600_000_000, "h"), (60_000_000, "m"), (1_000_000, "s"), (1_000, "ms")];
        match UNITS.iter().find(|(size, _)| self.0 != 0 && self.0 % size == 0) {
            Some((size, unit)) => write!(f, "{}{unit}", self.0 / size),
            None if self.0 == 0 => f.write_str("0s"),
            None => write!(f, "{}µs", self.0),
        }
    }
}

/// Reads `90s`, `15m`, `24h`, `3d`, never negative.
impl FromStr for Span {
    type Err = NotASpan;

    fn from_str(text: &str) -> Result<Self, NotASpan> {
        let text = text.trim();
        let at = text.find(|c: char| !c.is_ascii_digit()).ok_or(NotASpan)?;
        let (number, unit) = text.split_at(at);
        let number: i64 = number.parse().map_err(|_| NotASpan)?;
        let size = match unit {
            "ms" => 1_000,
            "s" => 1_000_000,
            "m" => 60_000_000,
            "h" => 3_600_000_000,
            "d" => 86_400_000_000,
            _ => return Err(NotASpan),
        };
        number.checked_mul(size).map(Self).ok_or(NotASpan)
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

impl Day {
    /// Reads `2026-12-01`; nothing else, and only a day that exists.
    ///
    /// # Errors
    /// [`NotADay`].
    pub fn parse(text: &str) -> Result<Self, NotADay> {
        let bytes = text.as_bytes();
        let shape = bytes.len() == 10
            && bytes.iter().enumerate().all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() });
        if !shape {
            return Err(NotADay);
        }
        let part = |from: usize, to: usize| text.get(from..to).and_then(|t| t.parse::<i16>().ok()).ok_or(NotADay);
        let small = |n: i16| i8::try_from(n).map_err(|_| NotADay);
        let date = civil::Date::new(part(0, 4)?, small(part(5, 7)?)?, small(part(8, 10)?)?).map_err(|_| NotADay)?;
        if (1900..=2999).contains(&date.year()) { Ok(Self(date)) } else { Err(NotADay) }
    }

    /// A day as a browser sends it or as people here write it, year in full: `2026-12-01`, `1-12-2026`, `01/12/2026`.
    ///
    /// # Errors
    /// [`NotADay`].
    pub fn typed(text: &str) -> Result<Self, NotADay> {
        let mut parts = text.split(['-', '/', '.']).map(str::trim);
        match [parts.next(), parts.next(), parts.next(), parts.next()] {
            [Some(day), Some(month), Some(year), None] if year.len() == 4 => {
                Self::parse(&format!("{year}-{month:0>2}-{day:0>2}"))
            }
            _ => Self::parse(text),
        }
    }

    /// The day it is in Amsterdam at that moment. Moments outside 1900–2999 fall on the nearest day inside.
    #[must_use]
    pub fn of(at: Time) -> Self {
        Self(at.civil().date().clamp(civil::date(1900, 1, 1), civil::date(2999, 12, 31)))
    }

    /// The first moment of the day. An occupancy with `ends_on` this day ends at `day.next().starts_at()`:
    /// by the calendar, so that the nights in which the clock moves are right (23 or 25 hours).
    #[must_use]
    pub fn starts_at(self) -> Time {
        let midnight = AMSTERDAM.to_ambiguous_timestamp(self.0.at(0, 0, 0, 0)).compatible();
        Time(midnight.map_or(0, |stamp| stamp.as_microsecond()))
    }

    /// The moment at which a clock on a wall in Amsterdam shows this time on the day; none where that is no time of day. In the hour that
    /// comes twice it is the first, in the one that is left out the hour after.
    #[must_use]
    pub fn at(self, hour: u8, minute: u8) -> Option<Time> {
        let (hour, minute) = (i8::try_from(hour).ok()?, i8::try_from(minute).ok()?);
        let wall = civil::Time::new(hour, minute, 0, 0).ok()?;
        let moment = AMSTERDAM.to_ambiguous_timestamp(self.0.to_datetime(wall)).compatible().ok()?;
        Some(Time(moment.as_microsecond()))
    }

    /// The day after (of the last day known, that day itself).
    #[must_use]
    pub fn next(self) -> Self {
        self.0.tomorrow().map_or(self, |date| Self(date.min(civil::date(2999, 12, 31))))
    }

    /// The day so many days before (never before the first day known).
    #[must_use]
    pub fn days_before(self, days: u16) -> Self {
        let first = civil::date(1900, 1, 1);
        let before = self.0.checked_sub(jiff::ToSpan::days(i64::from(days)));
        Self(before.map_or(first, |date| date.max(first)))
    }

    /// How many days from this one to another; none when that is not later, 65,535 at most.
    #[must_use]
    pub fn days_until(self, later: Self) -> u16 {
        let span = self.0.until(later.0).map_or(0, |span| span.get_days());
        u16::try_from(span.max(0)).unwrap_or(u16::MAX)
    }

    /// The day of the week: 1 is Monday, 7 is Sunday.
    #[must_use]
    pub fn weekday(self) -> u8 {
        self.0.weekday().to_monday_one_offset().unsigned_abs()
    }

    /// Year, month (1–12) and day of the month (1–31), for writing it out.
    #[must_use]
    pub fn parts(self) -> (i16, u8, u8) {
        (self.0.year(), self.0.month().unsigned_abs(), self.0.day().unsigned_abs())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}
impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
impl FromStr for Day {
    type Err = NotADay;
    fn from_str(text: &str) -> Result<Self, NotADay> {
        Self::parse(text)
    }
}
impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

#[cfg(test)]
#[path = "time_tests.rs"]
mod tests;
