//! A link of a mail that is no longer alive (law 5): why, and the way on right there.

use std::borrow::Cow;

use askama::Template;
use axum::http::StatusCode;
use domain::token::Dead;

use super::{Page, View};

/// A dead link to a new password, with the form to ask for a new one.
#[derive(Debug, Template)]
#[template(path = "dead_link.html")]
pub struct DeadLink {
    /// What every page has.
    pub page: Page,
    /// Why it is dead.
    pub why: Dead,
    /// The username to fill in, when the page may name it: typed just now, or of a confirmed address.
    pub username: String,
}

impl View for DeadLink {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("dead-title")
    }

    fn status(&self) -> StatusCode {
        StatusCode::GONE
    }
}

impl DeadLink {
    fn reason(&self) -> Cow<'static, str> {
        let w = self.page.w;
        match self.why {
            Dead::Unknown => w.t("dead-unknown"),
            Dead::Expired => w.t("dead-expired"),
            Dead::Used => w.t("dead-used"),
            Dead::Replaced => w.t("dead-replaced"),
            Dead::AddressChanged => w.t("dead-address-changed"),
            Dead::TooManyTries => w.t("dead-too-many-tries"),
            Dead::Ended => w.t("dead-ended"),
        }
    }

    /// Whoever used the link already may simply sign in.
    fn can_sign_in(&self) -> bool {
        self.why == Dead::Used
    }
}

/// A dead invitation for staff: a colleague sends a new one.
#[derive(Debug, Template)]
#[template(path = "invitation/dead.html")]
pub struct DeadInvitation {
    /// What every page has.
    pub page: Page,
    /// Why it is dead.
    pub why: Dead,
}

impl View for DeadInvitation {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-dead-title")
    }

    fn status(&self) -> StatusCode {
        StatusCode::GONE
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl DeadInvitation {
    fn reason(&self) -> Cow<'static, str> {
        let w = self.page.w;
        match self.why {
            Dead::Used => w.t("staff-dead-used"),
            Dead::Expired => w.t("staff-dead-expired"),
            Dead::Replaced => w.t("staff-dead-replaced"),
            Dead::Unknown | Dead::AddressChanged | Dead::TooManyTries | Dead::Ended => w.t("staff-dead-ended"),
        }
    }

    /// What to do next; nothing more where the newest mail is the way.
    fn way_on(&self) -> Option<Cow<'static, str>> {
        let w = self.page.w;
        match self.why {
            Dead::Replaced => None,
            Dead::Used => Some(w.t("staff-dead-not-you")),
            Dead::Unknown | Dead::Expired | Dead::AddressChanged | Dead::TooManyTries | Dead::Ended => {
                Some(w.t("staff-dead-way"))
            }
        }
    }

    fn can_sign_in(&self) -> bool {
        self.why == Dead::Used
    }
}

#[cfg(test)]
const EVERY_REASON: [(&str, &str, Dead); 7] = [
    ("dead-unknown", "invitation-dead-unknown", Dead::Unknown),
    ("dead-expired", "invitation-dead-expired", Dead::Expired),
    ("dead-used", "invitation-dead-used", Dead::Used),
    ("dead-replaced", "invitation-dead-replaced", Dead::Replaced),
    ("dead-address-changed", "invitation-dead-address-changed", Dead::AddressChanged),
    ("dead-too-many-tries", "invitation-dead-too-many-tries", Dead::TooManyTries),
    ("dead-ended", "invitation-dead-ended", Dead::Ended),
];

#[cfg(test)]
impl DeadLink {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        EVERY_REASON
            .into_iter()
            .map(|(name, _, why)| {
                let page = page.at("/login/accounts/pass/reset/Zm9vYmFyYmF6/");
                (name, Self { page, why, username: String::new() })
            })
            .collect()
    }
}

#[cfg(test)]
impl DeadInvitation {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        EVERY_REASON
            .into_iter()
            .map(|(_, name, why)| (name, Self { page: page.at("/invitation/Zm9vYmFyYmF6/"), why }))
            .collect()
    }
}
