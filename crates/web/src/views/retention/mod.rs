//! `/beheer/bewaartermijnen/`: how long what is kept is kept, what is held, and what the job erased.
//!
//! GET (`?tellen=1` counts what would go now, `?told=` what was done); POST `termijn/` (`client`, `class`, `days`), POST `bewaarplicht/`
//! (`hold_client`, `username`, `why`, `last`), POST `bewaarplicht/{hold}/beeindigen/`. And `/beheer/incident/`: GET (`client`, `project`,
//! `from`, `until`, `what`).

pub mod incident;
pub mod page;
pub mod rows;

use std::borrow::Cow;

use domain::retention::{Class, RULES, Term};

use super::Page;

/// The page.
pub const RETENTION: &str = "/beheer/bewaartermijnen/";
/// Whose data an incident touches.
pub const INCIDENT: &str = "/beheer/incident/";

/// A term in words: days, and within which bounds a client has its own.
fn term(page: &Page, class: Class) -> Cow<'static, str> {
    match class.rule().term {
        Term::House(0) => page.w.t("staff-term-at-once"),
        Term::House(days) => words::t!(page.w, "time-days", count = days),
        Term::Client(bounds) => {
            words::t!(page.w, "staff-term-bounds", days = bounds.usual, least = bounds.least, most = bounds.most)
        }
    }
}

/// The classes of which a client may have a term of its own.
fn of_clients() -> impl Iterator<Item = Class> {
    RULES.iter().filter(|rule| matches!(rule.term, Term::Client(_))).map(|rule| rule.class)
}
