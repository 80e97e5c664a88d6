//! Exactly what ends with a colleague, before it does.

use std::borrow::Cow;

use askama::Template;
use domain::role::Role;

use super::Desk;
use crate::views::service::Frame;
use crate::views::{Page, View};

/// The preview.
#[derive(Debug, Template)]
#[template(path = "colleagues/end.html")]
pub struct EndColleague {
    /// What every page has.
    pub page: Page,
    /// Whose people.
    pub desk: Desk,
    /// Their id.
    pub id: String,
    /// Their address.
    pub email: String,
    /// Their role.
    pub role: Role,
    /// They have not accepted the invitation.
    pub invited: bool,
    /// Devices that are signed in.
    pub sessions: u64,
    /// Browsers that are recognised.
    pub devices: u64,
    /// Links in mails that work.
    pub links: u64,
    /// Mails that wait.
    pub mails: u64,
    /// A second factor is set.
    pub has_factor: bool,
    /// Binds the act to what is shown.
    pub seal: String,
    /// What was shown before changed meanwhile.
    pub moved: bool,
}

impl View for EndColleague {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t(if self.invited {
            words::key!("staff-team-withdraw-title")
        } else {
            words::key!("staff-team-end-title")
        })
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl EndColleague {
    fn frame(&self) -> Frame {
        self.desk.frame(&self.page, self.title())
    }

    fn action(&self) -> String {
        format!("{}{}/beeindigen/", self.desk.root(), self.id)
    }

    /// What ends, a line each.
    fn ends(&self) -> Vec<Cow<'static, str>> {
        let w = self.page.w;
        let mut ends = Vec::new();
        if !self.invited {
            if self.sessions > 0 {
                ends.push(words::t!(w, "staff-team-ends-sessions", count = self.sessions));
            }
            if self.devices > 0 {
                ends.push(words::t!(w, "staff-team-ends-devices", count = self.devices));
            }
            ends.push(w.t(if self.has_factor {
                words::key!("staff-team-ends-factor")
            } else {
                words::key!("staff-team-ends-password")
            }));
        }
        if self.links > 0 {
            ends.push(words::t!(w, "staff-team-ends-links", count = self.links));
        }
        if self.mails > 0 {
            ends.push(words::t!(w, "staff-team-ends-mails", count = self.mails));
        }
        ends
    }

    fn button(&self) -> Cow<'static, str> {
        self.page.w.t(if self.invited {
            words::key!("staff-team-withdraw-do")
        } else {
            words::key!("staff-team-end-do")
        })
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |invited| Self {
            page: page.for_service("/service/collegas/0193/beeindigen/"),
            desk: Desk::Client,
            id: "0193".to_owned(),
            email: "karel@linde.test".to_owned(),
            role: Role::Clerk,
            invited,
            sessions: 2,
            devices: 1,
            links: u64::from(invited),
            mails: 0,
            has_factor: !invited,
            seal: "abc".to_owned(),
            moved: false,
        };
        vec![
            ("end", state(false)),
            ("end-moved", Self { moved: true, mails: 1, sessions: 0, has_factor: false, ..state(false) }),
            ("end-withdraw", state(true)),
            (
                "end-operator",
                Self { desk: Desk::Operator, page: page.for_staff(), role: Role::Support, ..state(false) },
            ),
        ]
    }
}
