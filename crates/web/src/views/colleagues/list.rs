//! The people of a team: who is invited, who is at work and who has left.

use std::borrow::Cow;

use askama::Template;
use domain::role::Role;
use domain::staff::State;
use domain::time::Day;

use super::Desk;
use crate::views::service::Frame;
use crate::views::{Page, View};

/// The list.
#[derive(Debug, Template)]
#[template(path = "colleagues/list.html")]
pub struct Colleagues {
    /// What every page has.
    pub page: Page,
    /// Whose people.
    pub desk: Desk,
    /// What was done just now.
    pub told: Option<Told>,
    /// Those invited or at work.
    pub here: Vec<ColleagueRow>,
    /// Those who left.
    pub gone: Vec<ColleagueRow>,
    /// When the rights were last gone over, and by whom.
    pub reviewed: Option<(Day, String)>,
    /// That has to be done again.
    pub due: bool,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColleagueRow {
    /// Their id.
    pub id: String,
    /// Their address.
    pub email: String,
    /// Their role.
    pub role: Role,
    /// How far they are.
    pub state: State,
    /// The day of that: invited, joined or left.
    pub since: Day,
    /// The day they last signed in.
    pub signed_in: Option<Day>,
    /// A second factor is set.
    pub has_factor: bool,
    /// The invitation can be used.
    pub invitation_works: bool,
    /// The projects of a project lead.
    pub projects: Vec<String>,
    /// Whoever looks.
    pub oneself: bool,
}

/// What was done just now, or why it was not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Somebody was invited.
    Invited,
    /// Once more.
    Again,
    /// An invitation was withdrawn.
    Withdrawn,
    /// Somebody has another role.
    Role,
    /// Somebody has other projects.
    Projects,
    /// Somebody was ended.
    Ended,
    /// The rights were gone over.
    Reviewed,
    /// They were further, or had left.
    TooLate,
    /// Nobody does this to themselves.
    Oneself,
    /// The last admin stays.
    LastAdmin,
    /// Somebody lost the second factor: it was proposed that they begin anew.
    LostFactor,
}

impl Told {
    const ALL: [Self; 11] = [
        Self::Invited,
        Self::Again,
        Self::Withdrawn,
        Self::Role,
        Self::Projects,
        Self::Ended,
        Self::Reviewed,
        Self::TooLate,
        Self::Oneself,
        Self::LastAdmin,
        Self::LostFactor,
    ];

    /// The value of `told`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Again => "again",
            Self::Withdrawn => "withdrawn",
            Self::Role => "role",
            Self::Projects => "projects",
            Self::Ended => "ended",
            Self::Reviewed => "reviewed",
            Self::TooLate => "too-late",
            Self::Oneself => "oneself",
            Self::LastAdmin => "last-admin",
            Self::LostFactor => "lost-factor",
        }
    }

    /// Reads such a value.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|told| told.word() == word)
    }

    fn key(self) -> &'static str {
        match self {
            Self::Invited => words::key!("staff-team-told-invited"),
            Self::Again => words::key!("staff-team-told-again"),
            Self::Withdrawn => words::key!("staff-team-told-withdrawn"),
            Self::Role => words::key!("staff-team-told-role"),
            Self::Projects => words::key!("staff-team-told-projects"),
            Self::Ended => words::key!("staff-team-told-ended"),
            Self::Reviewed => words::key!("staff-team-told-reviewed"),
            Self::TooLate => words::key!("staff-team-told-too-late"),
            Self::Oneself => words::key!("staff-team-told-oneself"),
            Self::LastAdmin => words::key!("staff-team-told-last-admin"),
            Self::LostFactor => words::key!("staff-lost-told"),
        }
    }
}

impl View for Colleagues {
    fn title(&self) -> Cow<'static, str> {
        self.desk.name(&self.page)
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Colleagues {
    fn frame(&self) -> Frame {
        Frame::alone(self.title())
    }

    fn done(&self) -> Option<Cow<'static, str>> {
        let told = self.told.filter(|told| !matches!(told, Told::TooLate | Told::Oneself | Told::LastAdmin))?;
        Some(self.page.w.t(told.key()))
    }

    fn refused(&self) -> Option<Cow<'static, str>> {
        let told = self.told.filter(|told| matches!(told, Told::TooLate | Told::Oneself | Told::LastAdmin))?;
        Some(self.page.w.t(told.key()))
    }

    /// The last time the rights were gone over, in a sentence.
    fn last(&self) -> Cow<'static, str> {
        match &self.reviewed {
            Some((day, by)) => self.page.w.with("staff-team-reviewed", &[("day", &self.page.day(day)), ("by", by)]),
            None => self.page.w.t("staff-team-never-reviewed"),
        }
    }

    /// One admin alone: when they are ill, nobody can do what takes a second person.
    fn is_alone(&self) -> bool {
        let admin = self.desk.roles().iter().find(|role| matches!(role, Role::OrgAdmin | Role::OperatorAdmin));
        let at_work = |row: &&ColleagueRow| Some(&row.role) == admin && row.state == State::Active;
        self.here.iter().filter(at_work).count() < 2
    }

    /// Tone, icon and words of somebody's state.
    fn state(&self, row: &ColleagueRow) -> (&'static str, &'static str, Cow<'static, str>) {
        let w = self.page.w;
        match row.state {
            State::Invited if row.invitation_works => ("calm", "letter", w.t("staff-team-state-invited")),
            State::Invited => ("look", "look", w.t("staff-team-state-waiting")),
            State::Active => ("good", "good", w.t("staff-team-state-active")),
            State::Ended => ("plain", "same", w.t("staff-team-state-ended")),
        }
    }

    /// The day somebody last signed in.
    fn signed_in(&self, row: &ColleagueRow) -> String {
        row.signed_in(&self.page)
    }

    fn since(&self, row: &ColleagueRow) -> Cow<'static, str> {
        self.page.w.with("staff-team-since", &[("day", &self.page.date(&row.since))])
    }

    fn is_invited(&self, row: &ColleagueRow) -> bool {
        row.state == State::Invited
    }

    /// The contacts of the own client.
    fn contacts(&self) -> Option<&'static str> {
        (self.desk == Desk::Client).then_some(crate::views::contacts::OWN)
    }

    /// At work, with a second factor that can be lost.
    fn can_lose_factor(&self, row: &ColleagueRow) -> bool {
        row.state == State::Active && row.has_factor
    }

    /// The other role of a client.
    fn other_role(&self, row: &ColleagueRow) -> Option<Role> {
        match row.role {
            Role::Clerk => Some(Role::OrgAdmin),
            Role::OrgAdmin => Some(Role::Clerk),
            _ => None,
        }
    }

    fn role_button(&self, role: &Role) -> Cow<'static, str> {
        self.page.w.t(match role {
            Role::OrgAdmin => words::key!("staff-team-make-admin"),
            _ => words::key!("staff-team-make-clerk"),
        })
    }

    fn is_lead(&self, row: &ColleagueRow) -> bool {
        row.role == Role::ProjectLead
    }

    fn path(&self, row: &ColleagueRow, act: &str) -> String {
        format!("{}{}/{act}/", self.desk.root(), row.id)
    }

    /// What a button does, to whom: ten buttons "Beëindig" say nothing to those who hear them.
    fn label(&self, words: &str, row: &ColleagueRow) -> Cow<'static, str> {
        self.page.w.with("staff-team-label", &[("act", &words), ("who", &row.email)])
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let here = ColleagueRow::samples();
        let gone = vec![
            ColleagueRow { state: State::Ended, ..ColleagueRow::sample("piet@linde.test", Role::Clerk) },
            ColleagueRow { state: State::Ended, ..ColleagueRow::sample("<b>an@linde.test", Role::OrgAdmin) },
        ];
        let day = Day::parse("2026-02-03").expect("a day");
        let state = |told, reviewed: Option<(Day, String)>, due| Self {
            page: page.for_service("/service/collegas/"),
            desk: Desk::Client,
            told,
            here: here.clone(),
            gone: gone.clone(),
            reviewed,
            due,
        };
        let by = || Some((day, "noor@linde.test".to_owned()));
        let lead = ColleagueRow {
            projects: vec!["linde/lindelaan".to_owned(), "beuk/beukenhof".to_owned()],
            ..ColleagueRow::sample("iris@beheer.test", Role::ProjectLead)
        };
        let operator = vec![
            ColleagueRow { oneself: true, ..ColleagueRow::sample("noor@beheer.test", Role::OperatorAdmin) },
            ColleagueRow::sample("sam@beheer.test", Role::OperatorAdmin),
            lead,
            ColleagueRow::sample("kim@beheer.test", Role::Support),
        ];
        let mut all = vec![
            ("colleagues", state(None, by(), false)),
            ("colleagues-due", state(None, by(), true)),
            ("colleagues-never", Self { here: here[..1].to_vec(), gone: Vec::new(), ..state(None, None, true) }),
            (
                "colleagues-operator",
                Self { desk: Desk::Operator, here: operator, page: page.for_staff(), ..state(None, by(), false) },
            ),
        ];
        let names = [
            "colleagues-invited",
            "colleagues-again",
            "colleagues-withdrawn",
            "colleagues-role",
            "colleagues-projects",
            "colleagues-ended",
            "colleagues-reviewed",
            "colleagues-late",
            "colleagues-oneself",
            "colleagues-last",
            "colleagues-lost-factor",
        ];
        all.extend(names.into_iter().zip(Told::ALL).map(|(name, told)| (name, state(Some(told), by(), false))));
        all
    }
}

impl ColleagueRow {
    /// The day they last signed in, in a table.
    pub(super) fn signed_in(&self, page: &Page) -> String {
        self.signed_in.map_or_else(|| page.w.t("staff-team-never").into_owned(), |day| page.date(&day))
    }
}

#[cfg(test)]
impl ColleagueRow {
    pub(crate) fn sample(email: &str, role: Role) -> Self {
        let day = |text| Day::parse(text).expect("a day");
        Self {
            id: format!("0193-{}", email.split('@').next().unwrap_or_default().replace('<', "")),
            email: email.to_owned(),
            role,
            state: State::Active,
            since: day("2026-01-12"),
            signed_in: Some(day("2026-11-23")),
            has_factor: true,
            invitation_works: false,
            projects: Vec::new(),
            oneself: false,
        }
    }

    /// One in each state.
    pub(crate) fn samples() -> Vec<Self> {
        let invited =
            Self { state: State::Invited, signed_in: None, has_factor: false, ..Self::sample("", Role::Clerk) };
        let named = |email: &str, row: &Self| Self {
            id: format!("0193-{}", email.split('@').next().unwrap_or_default()),
            email: email.to_owned(),
            ..row.clone()
        };
        vec![
            Self { oneself: true, ..Self::sample("noor@linde.test", Role::OrgAdmin) },
            Self::sample("karel@linde.test", Role::Clerk),
            Self::sample("mo@linde.test", Role::OrgAdmin),
            Self { signed_in: None, has_factor: false, ..Self::sample("els@linde.test", Role::Clerk) },
            Self { invitation_works: true, ..named("jan@linde.test", &invited) },
            named("bo@linde.test", &invited),
        ]
    }
}
