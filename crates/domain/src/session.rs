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

    /// True when a session was left alone for too long.
    #[must_use]
    pub fn idle(&self, seen_at: Time, now: Time, staff: bool) -> bool {
        now - seen_at > if staff { self.staff_idle } else { self.resident_idle }
    }
}
