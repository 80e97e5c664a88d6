//! One line of the table: ours, the bare limit, their ratio, what is wanted, and whether it is met.

use serde::{Deserialize, Serialize};

use crate::rows::Row;

/// Whether a figure is what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Verdict {
    Met,
    Missed,
    /// Nothing is wanted of it.
    Reported,
    /// What it needs is not there: never the same as met.
    NotMeasured,
    /// The measurement itself went wrong.
    Failed,
}

/// A figure.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Figure {
    pub(crate) what: String,
    pub(crate) ours: String,
    pub(crate) bare: String,
    pub(crate) ratio: Option<f64>,
    pub(crate) wanted: String,
    pub(crate) verdict: Verdict,
    /// Why it was not measured, or what else was seen.
    pub(crate) note: String,
}

impl Figure {
    fn new(what: &str) -> Self {
        Self {
            what: what.to_owned(),
            ours: String::new(),
            bare: String::new(),
            ratio: None,
            wanted: String::new(),
            verdict: Verdict::Reported,
            note: String::new(),
        }
    }

    /// Two rates per second; `at_least` is wanted of their ratio.
    pub(crate) fn rates(what: &str, ours: f64, bare: f64, at_least: Option<f64>) -> Self {
        let ratio = if bare > 0.0 { ours / bare } else { 0.0 };
        let verdict = match at_least {
            Some(least) => met(ratio >= least),
            None => Verdict::Reported,
        };
        Self {
            ours: format!("{} /s", rounded(ours)),
            bare: format!("{} /s", rounded(bare)),
            ratio: Some(ratio),
            wanted: at_least.map(|least| format!("≥ {least}")).unwrap_or_default(),
            verdict,
            ..Self::new(what)
        }
    }

    /// The same, where nothing can be faster than the bare limit: if ours was, the machine did other things meanwhile.
    pub(crate) fn within_limit(self) -> Self {
        if self.ratio.is_none_or(|ratio| ratio <= 1.05) {
            return self;
        }
        Self {
            verdict: Verdict::NotMeasured,
            note: "faster than its limit: the machine was disturbed".to_owned(),
            ..self
        }
    }

    /// A number that must not be above `most`. `beside` stands in the column of the bare limit.
    pub(crate) fn at_most(what: &str, ours: f64, most: f64, unit: &str, beside: &str) -> Self {
        Self {
            ours: with_unit(&rounded(ours), unit),
            bare: beside.to_owned(),
            wanted: format!("≤ {}", with_unit(&rounded(most), unit)),
            verdict: met(ours <= most),
            ..Self::new(what)
        }
    }

    /// Something that is so, or is not.
    pub(crate) fn holds(what: &str, ours: &str, wanted: &str, holds: bool) -> Self {
        Self { ours: ours.to_owned(), wanted: wanted.to_owned(), verdict: met(holds), ..Self::new(what) }
    }

    /// Something that is only told.
    pub(crate) fn told(what: &str, ours: &str, beside: &str) -> Self {
        Self { ours: ours.to_owned(), bare: beside.to_owned(), ..Self::new(what) }
    }

    /// What it takes is not there.
    pub(crate) fn not_measured(what: &str, wanted: &str, needs: &str) -> Self {
        Self {
            wanted: wanted.to_owned(),
            verdict: Verdict::NotMeasured,
            note: format!("needs {needs}"),
            ..Self::new(what)
        }
    }

    /// The row could not be run.
    pub(crate) fn failed(row: &Row, error: &anyhow::Error) -> Self {
        Self { verdict: Verdict::Failed, note: format!("{error:#}"), ..Self::new(row.name) }
    }

    /// The same with a remark.
    pub(crate) fn noting(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }
}

fn met(holds: bool) -> Verdict {
    if holds { Verdict::Met } else { Verdict::Missed }
}

fn with_unit(number: &str, unit: &str) -> String {
    if unit.is_empty() { number.to_owned() } else { format!("{number} {unit}") }
}

/// Three digits that mean something, thousands apart.
pub(crate) fn rounded(number: f64) -> String {
    match number {
        n if n < 1.0 => format!("{n:.3}"),
        n if n < 10.0 => format!("{n:.2}"),
        n if n < 100.0 => format!("{n:.1}"),
        n => {
            let digits = format!("{n:.0}");
            let grouped = digits.bytes().rev().collect::<Vec<_>>();
            let groups = grouped.chunks(3).map(|three| three.iter().map(|b| char::from(*b)).collect::<String>());
            groups.collect::<Vec<_>>().join(",").chars().rev().collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_below_what_is_wanted_is_missed() {
        assert_eq!(Figure::rates("x", 94.0, 100.0, Some(0.95)).verdict, Verdict::Missed);
        assert_eq!(Figure::rates("x", 95.0, 100.0, Some(0.95)).verdict, Verdict::Met);
        assert_eq!(Figure::rates("x", 95.0, 0.0, Some(0.95)).verdict, Verdict::Missed);
        assert_eq!(Figure::rates("x", 100.0, 100.0, Some(0.95)).within_limit().verdict, Verdict::Met);
        assert_eq!(Figure::rates("x", 130.0, 100.0, Some(0.95)).within_limit().verdict, Verdict::NotMeasured);
        assert_eq!(Figure::at_most("x", 50.1, 50.0, "ms", "").verdict, Verdict::Missed);
        assert_eq!(Figure::holds("x", "1 lost", "none lost", false).verdict, Verdict::Missed);
        assert_eq!(Figure::not_measured("x", "≥ 1", "a program").verdict, Verdict::NotMeasured);
    }

    #[test]
    fn numbers_can_be_read() {
        let all: Vec<_> = [0.1234, 5.678, 12.34, 123.4, 1234.5, 1_234_567.0].iter().map(|n| rounded(*n)).collect();
        assert_eq!(all, ["0.123", "5.68", "12.3", "123", "1,234", "1,234,567"]);
    }
}
