//! The page of a proposal that two admins decide about: a contact, a lost second factor, homes that go to another client.

use std::borrow::Cow;

use askama::Template;
use domain::proposal::Kind;

use super::{Frame, Page, ProposalPage};
use crate::views::View;

/// One of them.
#[derive(Debug, Template)]
#[template(path = "service/admin_proposal.html")]
pub struct AdminProposal {
    /// What every page has.
    pub page: Page,
    /// It, as every proposal.
    pub one: ProposalPage,
    /// What would be done, in facts, while somebody can decide.
    pub facts: Vec<(Cow<'static, str>, String)>,
    /// The homes that would go.
    pub usernames: Vec<String>,
}

impl View for AdminProposal {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-two-one")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl AdminProposal {
    fn frame(&self) -> Frame {
        self.one.frame_of(self.title())
    }

    fn client(&self) -> Cow<'_, str> {
        let own = || self.page.w.t("staff-two-operator");
        self.one.row.client.as_deref().map_or_else(own, Cow::Borrowed)
    }

    /// What to look at before approving.
    fn check(&self) -> Cow<'static, str> {
        self.page.w.t(match self.one.row.kind {
            Kind::LostFactor => words::key!("staff-two-check-lost"),
            Kind::MoveHomes => words::key!("staff-two-check-move"),
            _ => words::key!("staff-two-check-contact"),
        })
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        ProposalPage::samples_of_admins(page)
            .into_iter()
            .map(|(name, one)| {
                let facts = match one.row.kind {
                    _ if !one.is_open => Vec::new(),
                    Kind::MoveHomes => vec![(page.w.t("staff-move-to"), "esdoorn/laren".to_owned())],
                    _ => vec![(page.w.t("field-email"), "els@linde.test".to_owned())],
                };
                let moves = one.row.kind == Kind::MoveHomes && one.is_open;
                let usernames = if moves { vec!["ALMELO01".to_owned(), "ALMELO02".to_owned()] } else { Vec::new() };
                (name, Self { page: one.page.clone(), one, facts, usernames })
            })
            .collect()
    }
}
