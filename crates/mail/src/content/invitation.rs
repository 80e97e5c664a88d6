//! The mail that invites a member of staff. Nobody gives a password: the one invited chooses it on
//! the page behind the link (law 1).

use domain::brand::Brand;
use domain::role::Role;
use domain::time::{Span, Time};
use words::{Words, t};

use super::{button, text};
use crate::compose::{Audience, Block, Content};

/// Somebody was invited to work with us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// When the invitation was made.
    pub at: Time,
    /// The role that waits.
    pub role: Role,
    /// The client to work for; `None` for people of the operator.
    pub organisation: Option<String>,
    /// The page with the token in its path.
    pub url: String,
    /// How long the link lives.
    pub lasts: Span,
}

impl Invitation {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words, brand: &Brand) -> Content {
        let lasts = w.lasts(self.lasts);
        let moment = w.moment(self.at);
        let brand = brand.name.as_str();
        let welcome = match &self.organisation {
            Some(client) => t!(w, "mail-invitation-client", organisation = client, brand = brand, moment = moment),
            None => t!(w, "mail-invitation-operator", brand = brand, moment = moment),
        };
        Content {
            language: w.language(),
            audience: Audience::Staff,
            subject: t!(w, "mail-invitation-subject", brand = brand).into_owned(),
            preheader: t!(w, "mail-invitation-preheader", lasts = lasts).into_owned(),
            blocks: vec![
                text(welcome),
                text(t!(w, "mail-invitation-role", role = self.role.as_str())),
                text(t!(w, "mail-invitation-act")),
                button(t!(w, "mail-invitation-button"), &self.url),
                text(t!(w, "mail-invitation-life", lasts = lasts)),
                Block::Note {
                    title: t!(w, "mail-invitation-unknown", brand = brand).into_owned(),
                    text: t!(w, "mail-invitation-ignore").into_owned(),
                },
            ],
        }
    }

    /// One for a client and one for the operator, for previews and tests.
    #[must_use]
    pub fn samples() -> [Self; 2] {
        let client = Some("Woningstichting De Linde".to_owned());
        [(Role::Clerk, client), (Role::OperatorAdmin, None)].map(|(role, organisation)| Self {
            at: super::Seen::sample().at,
            role,
            organisation,
            url: "https://login.example.nl/invitation/Jf3k9vQ0xW7mZ2pLr8sT1uYbNcDaEhGiKoMqRwVyX5A/".to_owned(),
            lasts: Span::hours(72),
        })
    }
}
