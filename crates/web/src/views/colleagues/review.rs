//! Once a year: everybody with role and last sign-in, and of each whether that is still right. Where somebody would be ended,
//! what would happen is shown once more before it does.

use std::borrow::Cow;

use askama::Template;

use super::Desk;
use super::list::ColleagueRow;
use crate::views::service::Frame;
use crate::views::{Faults, Page, View};

/// Where the summary of what is wrong leads.
const OPEN: &str = "open";

/// The form.
#[derive(Debug, Template)]
#[template(path = "colleagues/review.html")]
pub struct ReviewRights {
    /// What every page has.
    pub page: Page,
    /// Whose people.
    pub desk: Desk,
    /// The people, each with what was said of them: they end, or stay.
    pub rows: Vec<(ColleagueRow, Option<bool>)>,
    /// Stands for the people as they are shown.
    pub seen: String,
    /// The last time, in words, is above the table.
    pub last: Option<(domain::time::Day, String)>,
    /// Somebody has no answer.
    pub unanswered: bool,
    /// What was shown before changed meanwhile.
    pub moved: bool,
}

/// The preview, when somebody would be ended.
#[derive(Debug, Template)]
#[template(path = "colleagues/review_sure.html")]
pub struct ReviewSure {
    /// What every page has.
    pub page: Page,
    /// Whose people.
    pub desk: Desk,
    /// Those who would be ended.
    pub ends: Vec<ColleagueRow>,
    /// So many stay.
    pub stay: u64,
    /// The fields to post: names and values, `seal` among them.
    pub fields: Vec<(String, String)>,
}

impl View for ReviewRights {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-team-review-title")
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        if self.first_open().is_some() {
            return Faults::one(OPEN, self.page.w.t("staff-team-fault-unanswered"));
        }
        Faults::default()
    }
}

impl ReviewRights {
    fn frame(&self) -> Frame {
        self.desk.frame(&self.page, self.title())
    }

    fn action(&self) -> String {
        self.desk.review()
    }

    fn last(&self) -> Cow<'static, str> {
        match &self.last {
            Some((day, by)) => self.page.w.with("staff-team-reviewed", &[("day", &self.page.day(day)), ("by", by)]),
            None => self.page.w.t("staff-team-never-reviewed"),
        }
    }

    fn signed_in(&self, row: &ColleagueRow) -> String {
        row.signed_in(&self.page)
    }

    fn is_operator(&self) -> bool {
        self.desk == Desk::Operator
    }

    /// The first of whom an answer is wanting.
    fn first_open(&self) -> Option<&ColleagueRow> {
        self.rows.iter().find(|(row, answer)| self.lacks(row, answer)).map(|(row, _)| row)
    }

    /// The id of the first choice in a row: where the summary leads to, if that is what is wanting.
    fn first_of(&self, row: &ColleagueRow) -> String {
        if self.first_open() == Some(row) { OPEN.to_owned() } else { format!("stays-{}", row.id) }
    }

    /// Somebody else, of whom nothing was said yet.
    fn lacks(&self, row: &ColleagueRow, answer: &Option<bool>) -> bool {
        self.unanswered && answer.is_none() && !row.oneself
    }

    fn ends(&self, answer: &Option<bool>) -> bool {
        *answer == Some(true)
    }

    fn stays(&self, answer: &Option<bool>) -> bool {
        *answer == Some(false)
    }

    fn group(&self, row: &ColleagueRow) -> Cow<'static, str> {
        self.page.w.with("staff-team-review-of", &[("who", &row.email)])
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let rows = |said: &[Option<bool>]| {
            let answers = said.iter().copied().chain(std::iter::repeat(None));
            ColleagueRow::samples().into_iter().zip(answers).collect::<Vec<_>>()
        };
        let state = |said: &[Option<bool>]| Self {
            page: page.for_service("/service/collegas/nalopen/"),
            desk: Desk::Client,
            rows: rows(said),
            seen: "abc".to_owned(),
            last: None,
            unanswered: false,
            moved: false,
        };
        let day = domain::time::Day::parse("2025-11-02").expect("a day");
        vec![
            ("review", Self { last: Some((day, "noor@linde.test".to_owned())), ..state(&[]) }),
            ("review-never", state(&[])),
            ("review-open", Self { unanswered: true, ..state(&[Some(false), Some(false), Some(true)]) }),
            ("review-operator", Self { desk: Desk::Operator, page: page.for_staff(), ..state(&[]) }),
            ("review-moved", Self { moved: true, ..state(&[Some(false), Some(true)]) }),
        ]
    }
}

impl View for ReviewSure {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-team-review-sure")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl ReviewSure {
    fn frame(&self) -> Frame {
        self.desk.frame(&self.page, self.title())
    }

    fn action(&self) -> String {
        self.desk.review()
    }

    fn lead(&self) -> Cow<'static, str> {
        words::t!(self.page.w, "staff-team-review-ends", count = self.ends.len())
    }

    fn stay(&self) -> Cow<'static, str> {
        words::t!(self.page.w, "staff-team-review-stay", count = self.stay)
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |ends: usize| Self {
            page: page.for_service("/service/collegas/nalopen/"),
            desk: Desk::Client,
            ends: ColleagueRow::samples().into_iter().skip(1).take(ends).collect(),
            stay: 4,
            fields: vec![("seen".to_owned(), "abc".to_owned()), ("seal".to_owned(), "def".to_owned())],
        };
        vec![("sure", state(1)), ("sure-more", state(3))]
    }
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::*;

    #[test]
    fn the_summary_leads_to_the_first_who_has_no_answer() {
        let samples = ReviewRights::samples(&Page::sample(Language::Nl));
        let open = &samples.iter().find(|(name, _)| *name == "review-open").expect("a sample").1;
        let first = open.rows.iter().find(|(row, answer)| !row.oneself && answer.is_none()).expect("somebody");
        let html = open.render().expect("drawn");
        let choice = format!("id=\"open\" name=\"answer-{}\"", first.0.id);
        assert!(html.contains(&choice) && html.contains("href=\"#open\""), "{html}");
        assert_eq!(html.matches("id=\"open\"").count(), 1);
        assert_eq!(html.matches("Kies: klopt nog").count(), 3, "at each who has none");
    }
}
