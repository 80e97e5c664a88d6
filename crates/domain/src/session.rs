//! How far a session is, and how long it lasts.

use crate::text_enum::text_enum;
use crate::time::{Span, Time};

text_enum! {
    /// How far somebody is with signing in.
    Level {
        /// Staff with a password and no second factor yet: may only set one.
        Enrol = "enrol",
        /// Staff whose password was right: may only give the second factor.
        HalfWay = "half",
        /// Signed in.
        Full = "full",
    }
}

/// How much longer a session lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// When nobody uses it.
    pub idle: Span,
    /// Whatever happens.
    pub whole: Span,
}

/// Whoever has this long is not pressed for time (WCAG 2.2, 2.2.1).
const AMPLE: Span = Span::hours(20);

/// How long sessions last (NIST SP 800-63B-4, section 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetimes {
    /// Residents: in all.
    pub resident: Span,
    /// Residents: without use.
    pub resident_idle: Span,
    /// Staff: in all.
    pub staff: Span,
    /// Staff: without use.
    pub staff_idle: Span,
    /// Between a right password and the second factor.
    pub half_way: Span,
    /// How long after joining a second factor can be set; after that, a new invitation.
    pub enrol: Span,
}

impl Default for Lifetimes {
    fn default() -> Self {
        Self {
            resident: Span::days(30),
            resident_idle: Span::days(14),
            staff: Span::hours(12),
            staff_idle: Span::minutes(30),
            half_way: Span::minutes(10),
            enrol: Span::hours(72),
        }
    }
}

impl Lifetimes {
    /// When a session that begins now ends whatever happens.
    #[must_use]
    pub fn ends_at(&self, now: Time, level: Level, staff: bool) -> Time {
        now + match (level, staff) {
            (Level::Enrol | Level::HalfWay, _) => self.half_way,
            (Level::Full, true) => self.staff,
            (Level::Full, false) => self.resident,
        }
    }

    /// How much longer a session of somebody who is signed in lasts, that began at `since` and was last used at `seen_at`.
    #[must_use]
    pub fn left(&self, (since, seen_at): (Time, Time), now: Time, staff: bool) -> Left {
        let idle = if staff { self.staff_idle } else { self.resident_idle };
        Left { idle: seen_at + idle - now, whole: self.ends_at(since, Level::Full, staff) - now }
    }

    /// Sessions end so soon that a page warns before it.
    #[must_use]
    pub fn warns(&self, staff: bool) -> bool {
        let (whole, idle) = if staff { (self.staff, self.staff_idle) } else { (self.resident, self.resident_idle) };
        whole.min(idle) < AMPLE
    }

    /// True when a session was left alone for too long.
    #[must_use]
    pub fn idle(&self, seen_at: Time, now: Time, staff: bool) -> bool {
        now - seen_at > if staff { self.staff_idle } else { self.resident_idle }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_ends_when_the_session_does() {
        let lifetimes = Lifetimes::default();
        let (since, seen) = (Time::from_micros(0), Time::from_micros(0) + Span::hours(11));
        let now = seen + Span::minutes(20);
        let left = lifetimes.left((since, seen), now, true);
        assert_eq!(left, Left { idle: Span::minutes(10), whole: Span::minutes(40) });
        let (just, after) = (now + left.idle, now + left.idle + Span::seconds(1));
        assert!(!lifetimes.idle(seen, just, true) && lifetimes.idle(seen, after, true));
        assert_eq!(now + left.whole, lifetimes.ends_at(since, Level::Full, true));
    }

    #[test]
    fn only_short_sessions_are_warned_about() {
        let lifetimes = Lifetimes::default();
        assert!(lifetimes.warns(true) && !lifetimes.warns(false));
        assert!(Lifetimes { resident_idle: Span::hours(19), ..lifetimes }.warns(false));
        assert!(!Lifetimes { staff: Span::hours(20), staff_idle: Span::hours(20), ..lifetimes }.warns(true));
    }
}
