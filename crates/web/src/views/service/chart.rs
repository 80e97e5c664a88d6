//! The step line of activation, as attributes of SVG, because the content policy refuses inline style.

use std::fmt::Write as _;

use domain::time::Day;

/// The sides of the box in which the line is drawn.
const SIDE: u64 = 1000;

/// `part` of `whole` in thousandths.
pub(super) fn thousandths(part: u64, whole: u64) -> u64 {
    // Never more than the whole: a home that left the project may have been counted before.
    part.min(whole).saturating_mul(SIDE).checked_div(whole).unwrap_or_default()
}

/// The days between two, however long they last: two of each year have 23 and 25 hours.
fn days_between(from: Day, to: Day) -> u64 {
    let hours = (to.starts_at() - from.starts_at()).micros() / 3_600_000_000;
    u64::try_from((hours + 12) / 24).unwrap_or_default()
}

/// Activation over time as a step line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivationChart {
    /// How many had signed in by the end of each day; ascending in both.
    pub days: Vec<(Day, u64)>,
    /// All homes: the height of the drawing.
    pub homes: u64,
}

impl ActivationChart {
    /// The first and the last day; `None` when there is no line to draw.
    #[must_use]
    pub fn ends(&self) -> Option<(Day, Day)> {
        match (self.days.first(), self.days.last()) {
            (Some((first, _)), Some((last, _))) if first < last => Some((*first, *last)),
            _ => None,
        }
    }

    /// The last count.
    #[must_use]
    pub fn now(&self) -> u64 {
        self.days.last().map_or(0, |(_, count)| *count)
    }

    /// The line as the `d` of a path in a box of 1000 by 1000.
    #[must_use]
    pub fn line(&self) -> String {
        let Some((first, last)) = self.ends() else { return String::new() };
        let length = days_between(first, last);
        let mut path = String::new();
        for (day, count) in &self.days {
            let along = days_between(first, *day);
            let (x, y) = (thousandths(along, length), SIDE - thousandths(*count, self.homes));
            // A step: level until the day, then up.
            let _ = if path.is_empty() { write!(path, "M{x} {y}") } else { write!(path, "H{x}V{y}") };
        }
        path
    }

    /// The same, closed along the ground.
    #[must_use]
    pub fn area(&self) -> String {
        format!("{}V{SIDE}H0Z", self.line())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_level_until_somebody_signs_in() {
        let day = |text| Day::parse(text).expect("a day");
        let days = vec![(day("2026-11-01"), 0), (day("2026-11-02"), 50), (day("2026-11-11"), 200)];
        let chart = ActivationChart { days, homes: 400 };
        assert_eq!(chart.line(), "M0 1000H100V875H1000V500");
        assert_eq!(chart.area(), "M0 1000H100V875H1000V500V1000H0Z");
        assert_eq!(chart.now(), 200);
        let october = ActivationChart { days: vec![(day("2026-10-24"), 0), (day("2026-10-26"), 4)], homes: 4 };
        assert_eq!(october.line(), "M0 1000H1000V0", "a day of 25 hours is one day");
        let nothing = ActivationChart { days: Vec::new(), homes: 0 };
        assert_eq!((nothing.line(), nothing.ends()), (String::new(), None));
    }
}
