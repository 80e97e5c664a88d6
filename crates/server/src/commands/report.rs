//! The report of an import, row by row as it comes: text for people, or one JSON object. Holds no more than a row, so a
//! list of any length fits.

use std::io::{self, Write};

use app::first_login::import::{Line, Report};
use domain::first_login::{Change, Column};
use domain::home::Home;
use serde::Serialize;
use words::first_login::{batch_fault, judgement, remark};

use super::import::summary;
use super::list_words::dutch;

/// Where rows go.
pub(super) trait Rows {
    /// One row.
    fn row(&mut self, line: Line<'_>) -> io::Result<()>;
    /// The end.
    fn end(self, report: &Report, confirmed: bool) -> io::Result<()>;
}

/// For people: cells between tabs.
pub(super) struct Text<W: Write>(W);

impl<W: Write> Text<W> {
    pub(super) const fn new(out: W) -> Self {
        Self(out)
    }
}

impl<W: Write> Rows for Text<W> {
    fn row(&mut self, line: Line<'_>) -> io::Result<()> {
        let judged = dutch().t(judgement(line.judged.judgement));
        let username = line.username.map(ToString::to_string).unwrap_or_default();
        let why: Vec<String> = line.judged.remarks.iter().map(|it| remark(dutch(), it)).collect();
        let text = format!("{}\t{judged}\t{username}\t{}\t{}", line.number, address(line.home), why.join(" "));
        writeln!(self.0, "{}", plain(text.trim_end()))
    }

    fn end(mut self, report: &Report, confirmed: bool) -> io::Result<()> {
        summary(&mut self.0, report, confirmed)?;
        self.0.flush()
    }
}

/// The home in one line, with what is known of it.
fn address(home: &Home) -> String {
    let words = |parts: &[&Option<String>]| {
        let known: Vec<&str> = parts.iter().filter_map(|part| part.as_deref()).collect();
        known.join(" ")
    };
    let parts = [
        words(&[&home.client_number]),
        words(&[&home.street, &home.house_number, &home.addition]),
        words(&[&home.postcode, &home.place]),
        words(&[&home.build_number]),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A list may hold signs that would steer a terminal.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\t' { '\u{fffd}' } else { c }).collect()
}

/// For programs: `{"rows": [...], ...}`.
pub(super) struct Json<W: Write> {
    out: W,
    begun: bool,
}

#[derive(Serialize)]
struct Row<'a> {
    line: u64,
    home: &'a Home,
    judgement: &'static str,
    change: Option<&'static str>,
    username: Option<String>,
    reasons: Vec<Why>,
}

#[derive(Serialize)]
struct Why {
    column: Option<&'static str>,
    reason: &'static str,
    text: String,
}

#[derive(Serialize)]
struct Counts {
    total: u64,
    new: u64,
    unchanged: u64,
    changed: u64,
    conflict: u64,
    refused: u64,
}

impl<W: Write> Json<W> {
    pub(super) const fn new(out: W) -> Self {
        Self { out, begun: false }
    }
}

impl<W: Write> Rows for Json<W> {
    fn row(&mut self, line: Line<'_>) -> io::Result<()> {
        let why = line.judged.remarks.iter().map(|it| Why {
            column: it.column.map(Column::as_str),
            reason: it.reason.as_str(),
            text: remark(dutch(), it),
        });
        let row = Row {
            line: line.number,
            home: line.home,
            judgement: line.judged.judgement.as_str(),
            change: line.judged.change.map(Change::as_str),
            username: line.username.map(ToString::to_string),
            reasons: why.collect(),
        };
        self.out.write_all(if self.begun { b",\n" } else { b"{\"rows\":[\n" })?;
        self.begun = true;
        Ok(serde_json::to_writer(&mut self.out, &row)?)
    }

    fn end(mut self, report: &Report, confirmed: bool) -> io::Result<()> {
        if !self.begun {
            self.out.write_all(b"{\"rows\":[")?;
        }
        let tally = &report.tally;
        let counts = Counts {
            total: tally.total(),
            new: tally.new,
            unchanged: tally.unchanged,
            changed: tally.changed(),
            conflict: tally.conflicts,
            refused: tally.refused,
        };
        let counts = serde_json::to_string(&counts)?;
        let batch = serde_json::to_string(&report.batch.map(|batch| batch.to_string()))?;
        let fault = serde_json::to_string(&report.fault.as_ref().map(|fault| batch_fault(dutch(), fault)))?;
        writeln!(
            self.out,
            "\n],\"counts\":{counts},\"confirmed\":{confirmed},\"batch\":{batch},\"refused_because\":{fault}}}"
        )?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use domain::first_login::{Judged, Judgement, Reason, Remark, Tally};
    use domain::username::Username;

    use super::*;

    fn told(mut rows: impl Rows) {
        let home = Home {
            client_number: Some("12\u{1b}[31m".to_owned()),
            street: Some("Dorpsstraat".to_owned()),
            house_number: Some("1".to_owned()),
            postcode: Some("1234 AB".to_owned()),
            ..Home::default()
        };
        let new = Judged { judgement: Judgement::New, change: None, completes: false, remarks: Vec::new() };
        let remarks = vec![Remark::at(Column::Email, Reason::EmailMany)];
        let refused = Judged { judgement: Judgement::Refused, change: None, completes: false, remarks };
        let username = Username::parse_issued("ALMELO01").unwrap();
        rows.row(Line { number: 2, home: &home, judged: &new, username: Some(&username) }).unwrap();
        rows.row(Line { number: 3, home: &Home::default(), judged: &refused, username: None }).unwrap();
        let tally = Tally { new: 1, refused: 1, ..Tally::default() };
        rows.end(&Report { tally, fault: None, batch: None }, false).unwrap();
    }

    #[test]
    fn for_people() {
        let mut out = Vec::new();
        told(Text::new(&mut out));
        let text = String::from_utf8(out).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "2\tnieuw\tALMELO01\t12\u{fffd}[31m, Dorpsstraat 1, 1234 AB\t".trim_end());
        assert!(lines[1].starts_with("3\tgeweigerd\t\t\tE-mailadres: "), "{}", lines[1]);
        assert!(lines[2].contains("Nieuw: 1.") && lines[2].contains("Geweigerd: 1."));
        assert_eq!(lines.len(), 4);
    }

    #[test]
    fn for_programs() {
        let mut out = Vec::new();
        told(Json::new(&mut out));
        let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(json["rows"][0]["username"], "ALMELO01");
        assert_eq!(json["rows"][1]["reasons"][0]["reason"], "email-many");
        assert_eq!((&json["counts"]["total"], &json["confirmed"]), (&2.into(), &false.into()));
        let mut none = Vec::new();
        Json::new(&mut none).end(&Report { tally: Tally::default(), fault: None, batch: None }, true).unwrap();
        let json: serde_json::Value = serde_json::from_slice(&none).unwrap();
        assert_eq!(json["rows"], serde_json::json!([]));
    }
}
