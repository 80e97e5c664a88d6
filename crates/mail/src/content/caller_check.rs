//! The mail that asks the owner of an account whether it is them who asks the help desk for something (PRODUCT 3.9). It goes to an
//! address that its owner proved only. The code in it is for a caller who cannot open the page.

use domain::brand::Brand;
use domain::help_desk::{Deed, Kind};
use words::{Words, t};

use super::{Seen, button, not_you, text};
use crate::compose::{Audience, Block, Content};

/// Somebody asks the help desk for something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallerCheck {
    /// When the case was opened.
    pub at: domain::time::Time,
    /// How somebody asks.
    pub kind: Kind,
    /// For what.
    pub deed: Deed,
    /// The page with the token in its path.
    pub url: String,
    /// Eight digits.
    pub code: String,
}

impl CallerCheck {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words, brand: &Brand) -> Content {
        let deed = w.t(words::help_desk::asked(self.deed));
        let moment = w.moment(self.at);
        let asked = match self.kind {
            Kind::Phone => t!(w, "mail-caller-asked-phone", brand = brand.name, moment = moment, deed = deed),
            Kind::Written => t!(w, "mail-caller-asked-written", brand = brand.name, moment = moment, deed = deed),
        };
        let act = match self.kind {
            Kind::Phone => t!(w, "mail-caller-act-phone"),
            Kind::Written => t!(w, "mail-caller-act-written"),
        };
        Content {
            language: w.language(),
            audience: Audience::Residents,
            subject: t!(w, "mail-caller-subject").into_owned(),
            preheader: t!(w, "mail-caller-preheader").into_owned(),
            blocks: vec![
                text(asked),
                text(act),
                button(t!(w, "mail-caller-button"), &self.url),
                Block::Note {
                    title: t!(w, "mail-caller-code-title").into_owned(),
                    text: t!(w, "mail-caller-code", code = self.spaced()).into_owned(),
                },
                not_you(w, t!(w, "mail-caller-not-you")),
            ],
        }
    }

    /// As it is read aloud.
    fn spaced(&self) -> String {
        self.code.split_at_checked(4).map_or_else(|| self.code.clone(), |(first, last)| format!("{first} {last}"))
    }

    /// One of each kind, for previews and tests.
    #[must_use]
    pub fn samples() -> [Self; 2] {
        [(Kind::Phone, Deed::EndSessions), (Kind::Written, Deed::CancelChange)].map(|(kind, deed)| Self {
            at: Seen::sample().at,
            kind,
            deed,
            url: "https://login.example.nl/belcontrole/Jf3k9vQ0xW7mZ2pLr8sT1uYbNcDaEhGiKoMqRwVyX5A/".to_owned(),
            code: "12345678".to_owned(),
        })
    }
}
