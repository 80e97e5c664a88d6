//! One household leaves a home, another comes (PRODUCT 3.7): which days may be given, and at which moment access ends and
//! begins. A tenant change acts on the home: the occupancies of all its accounts end (law 6).
//!
//! Days are those of Amsterdam. The last day of an occupancy counts in full: access ends at 00:00 of the day after. What is
//! entered late ends at the moment it is entered; the days in between are the gap, in which somebody had access who
//! should not have had it.

use crate::text_enum::text_enum;
use crate::time::{Day, Span, Time};

/// So many days ahead a change may be planned.
pub const FARTHEST: u16 = 366;

/// For so long a change that happened can be undone.
pub const REOPENS: Span = Span::days(14);

text_enum! {
    /// What happens in a home.
    Kind {
        /// A household leaves and another comes, on the next day or later.
        NewTenant = "new-tenant",
        /// A household leaves, and nobody is known to come.
        Vacant = "vacant",
        /// Nobody lived there; a household comes.
        Arrival = "arrival",
        /// The tenant died and nobody stays.
        Death = "death",
        /// The household was put out, or is gone without notice: access ends at once.
        Eviction = "eviction",
        /// The home is sold: its household leaves, and nobody comes there any more.
        Sold = "sold",
        /// A change was a mistake, and two people undid it.
        Reopened = "reopened",
    }
}

text_enum! {
    /// How far a change has come.
    State {
        /// Its moment has not come: it can be changed and cancelled.
        Planned = "planned",
        /// It happened.
        Done = "done",
        /// It was called off before its moment.
        Cancelled = "cancelled",
    }
}

impl Kind {
    /// Those that somebody may plan.
    pub const PLANNED: [Self; 6] =
        [Self::NewTenant, Self::Vacant, Self::Arrival, Self::Death, Self::Eviction, Self::Sold];

    /// A household leaves.
    #[must_use]
    pub const fn ends(self) -> bool {
        !matches!(self, Self::Arrival | Self::Reopened)
    }

    /// Until when a change that happened can be undone; never one with which nobody left.
    #[must_use]
    pub fn undone_until(self, done_at: Time) -> Option<Time> {
        self.ends().then(|| done_at + REOPENS)
    }

    /// Those who leave are told, if they proved their address: not after a death.
    #[must_use]
    pub const fn tells(self) -> bool {
        self.ends() && !matches!(self, Self::Death)
    }

    /// The last day of those who leave is asked for.
    #[must_use]
    pub const fn asks_last_day(self) -> bool {
        matches!(self, Self::NewTenant | Self::Vacant | Self::Death | Self::Sold)
    }

    /// A household comes.
    #[must_use]
    pub const fn begins(self) -> bool {
        matches!(self, Self::NewTenant | Self::Arrival)
    }
}

/// The days somebody gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// What happens.
    pub kind: Kind,
    /// The last day of those who leave; not asked for an arrival, and today for an eviction.
    pub last: Option<Day>,
    /// The first day of those who come; the day after the last one when it was left open.
    pub first: Option<Day>,
}

/// What is wrong with the days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DaysFault {
    /// A household leaves, and no last day was given.
    #[error("the last day is missing")]
    NoLastDay,
    /// A household comes, and no first day was given.
    #[error("the first day is missing")]
    NoFirstDay,
    /// The last day lies before the day these residents came.
    #[error("the last day lies before the day they came")]
    BeforeTheyCame,
    /// Two households would live there on one day.
    #[error("the first day must come after the last day of those who leave")]
    Overlap,
    /// Nobody plans this: two people undo a change.
    #[error("this kind of change is not planned")]
    NotPlanned,
    /// More than [`FARTHEST`] days ahead.
    #[error("that is more than a year ahead")]
    TooFar,
}

/// When access ends and begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moments {
    /// The last day of those who leave, and the moment from which they have no access.
    pub ends: Option<(Day, Time)>,
    /// The first day of those who come, and the moment from which they have access.
    pub begins: Option<(Day, Time)>,
    /// So many days somebody had access who should not have had it.
    pub gap: u16,
}

impl Moments {
    /// The moment of the change itself.
    #[must_use]
    pub fn due_at(&self) -> Option<Time> {
        self.ends.or(self.begins).map(|(_, at)| at)
    }
}

impl Days {
    /// The moments that follow from the days, for a home whose residents came on `came` (none: nobody lives there).
    ///
    /// # Errors
    /// [`DaysFault`].
    pub fn moments(&self, came: Option<Day>, now: Time) -> Result<Moments, DaysFault> {
        let today = Day::of(now);
        let far = |day: Day| if day.days_before(FARTHEST) > today { Err(DaysFault::TooFar) } else { Ok(day) };
        let mut gap = 0;
        let ends = match self.kind {
            Kind::Reopened => return Err(DaysFault::NotPlanned),
            Kind::Arrival => None,
            Kind::Eviction => Some((today, now)),
            Kind::NewTenant | Kind::Vacant | Kind::Death | Kind::Sold => {
                let last = far(self.last.ok_or(DaysFault::NoLastDay)?)?;
                if came.is_some_and(|came| last < came) {
                    return Err(DaysFault::BeforeTheyCame);
                }
                gap = last.next().days_until(today);
                Some((last, last.next().starts_at().max(now)))
            }
        };
        if !self.kind.begins() {
            return Ok(Moments { ends, begins: None, gap });
        }
        let after = ends.map(|(last, _)| last.next());
        let first = far(self.first.or(after).ok_or(DaysFault::NoFirstDay)?)?;
        if after.is_some_and(|after| first < after) {
            return Err(DaysFault::Overlap);
        }
        let at = first.starts_at().max(now);
        Ok(Moments { ends, begins: Some((first, at)), gap })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn noon(text: &str) -> Time {
        Time::from_micros(day(text).starts_at().micros() + 12 * 3_600_000_000)
    }

    fn days(kind: Kind, last: &str, first: &str) -> Days {
        let given = |text: &str| (!text.is_empty()).then(|| day(text));
        Days { kind, last: given(last), first: given(first) }
    }

    #[test]
    fn access_ends_at_midnight_in_amsterdam_also_in_the_nights_the_clock_moves() {
        let now = noon("2026-03-20");
        for (last, ends) in [
            ("2026-03-27", "2026-03-27T23:00:00Z"),
            ("2026-03-28", "2026-03-28T23:00:00Z"),
            ("2026-03-29", "2026-03-29T22:00:00Z"),
            ("2026-10-24", "2026-10-24T22:00:00Z"),
            ("2026-10-25", "2026-10-25T23:00:00Z"),
        ] {
            let moments = days(Kind::NewTenant, last, "").moments(None, now).unwrap();
            let (_, at) = moments.ends.unwrap();
            assert_eq!(at.rfc3339(), ends, "{last}");
            assert_eq!(moments.begins.unwrap(), (day(last).next(), at), "the next one the day after");
            assert_eq!(moments.gap, 0);
        }
    }

    #[test]
    fn what_is_entered_late_ends_now_and_tells_how_late() {
        let now = noon("2026-11-26");
        let moments = days(Kind::NewTenant, "2026-11-20", "2026-11-23").moments(None, now).unwrap();
        assert_eq!(
            moments,
            Moments { ends: Some((day("2026-11-20"), now)), begins: Some((day("2026-11-23"), now)), gap: 5 }
        );
        let yesterday = days(Kind::Vacant, "2026-11-25", "").moments(None, now).unwrap();
        assert_eq!((yesterday.ends, yesterday.gap), (Some((day("2026-11-25"), now)), 0));
        let evicted = days(Kind::Eviction, "", "").moments(None, now).unwrap();
        assert_eq!((evicted.ends, evicted.begins), (Some((day("2026-11-26"), now)), None));
    }

    #[test]
    fn days_that_cannot_be_are_refused() {
        let now = noon("2026-11-26");
        let fault = |given: Days| given.moments(Some(day("2026-05-01")), now).unwrap_err();
        assert_eq!(fault(days(Kind::Vacant, "", "")), DaysFault::NoLastDay);
        assert_eq!(fault(days(Kind::Arrival, "", "")), DaysFault::NoFirstDay);
        assert_eq!(fault(days(Kind::NewTenant, "2026-04-30", "")), DaysFault::BeforeTheyCame);
        assert_eq!(fault(days(Kind::NewTenant, "2026-12-31", "2026-12-31")), DaysFault::Overlap);
        assert_eq!(fault(days(Kind::NewTenant, "2026-12-31", "2028-01-01")), DaysFault::TooFar);
        assert_eq!(fault(days(Kind::Death, "2028-01-01", "")), DaysFault::TooFar);
        assert_eq!(fault(days(Kind::Reopened, "2026-11-30", "2026-12-01")), DaysFault::NotPlanned);
    }

    proptest! {
        #[test]
        fn nobody_has_access_together_and_nobody_gets_it_back(
            now in 1_700_000_000_000_000_i64..1_900_000_000_000_000,
            back in 0_u16..900,
            vacant in 0_u16..60,
            kind in proptest::sample::select(Kind::PLANNED.to_vec()),
        ) {
            let now = Time::from_micros(now);
            let last = Day::of(Time::from_micros(now.micros() + 300 * 86_400_000_000)).days_before(back);
            let first = (0..vacant).fold(last.next(), |day, _| day.next());
            let given = Days { kind, last: Some(last), first: Some(first) };
            if let Ok(moments) = given.moments(None, now) {
                let due = moments.due_at().unwrap();
                prop_assert!(due >= now);
                if let (Some((_, ends)), Some((_, begins))) = (moments.ends, moments.begins) {
                    prop_assert!(ends <= begins);
                }
                prop_assert_eq!(moments.ends.is_some(), kind.ends());
                prop_assert_eq!(moments.begins.is_some(), kind.begins());
            }
        }
    }
}
