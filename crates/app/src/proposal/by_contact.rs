//! A second contact of the client decides, by a link that went to the stored address (PRODUCT 3.5): where a client has no portal, that is
//! its second person.

use domain::access::Actor;
use domain::audit::Act;
use domain::id::ProposalId;
use domain::proposal::{Reason, State};
use domain::time::Time;
use store::Write;
use store::proposal::Decided;

use super::decide::{end, find};
use super::deed::Deed;
use super::{DecideError, Outcome, line, unseal};
use crate::audit::Entry;
use crate::caller::Who;
use crate::house::{App, Ctx};

/// An answer, with all that is drawn by lot.
pub(crate) struct ByContact {
    who: Who,
    proposal: ProposalId,
    answer: Answer,
}

enum Answer {
    Yes(Box<Deed>),
    No(Box<Entry>),
}

impl ByContact {
    /// # Errors
    /// [`DecideError`], when this is nothing for this contact.
    pub(crate) async fn draw(
        app: &App,
        ctx: &Ctx,
        contact: Actor,
        (proposal, yes): (ProposalId, bool),
    ) -> Result<Self, DecideError> {
        let who = Who::Known(contact.clone());
        let answer = if yes {
            let asks = who.clone();
            let (_, found) = app.db.read(move |tx| find(tx, &asks, proposal)).await?;
            found.facts.refuse(&contact, ctx.now)?;
            Answer::Yes(Box::new(Deed::draw(app, ctx, unseal(app, &found)?, "second-person")?))
        } else {
            Answer::No(Box::new(line(app, ctx, Act::ProposalRefused).because(Reason::NotRight.as_str())))
        };
        Ok(Self { who, proposal, answer })
    }

    /// Does what was answered. What a proposal holds never changes, so that its id stands for exactly what was shown.
    pub(crate) fn run(&self, tx: &mut Write<'_>, now: Time) -> Result<Outcome, DecideError> {
        let (right, found) = find(tx, &self.who, self.proposal)?;
        found.facts.refuse(right.by(), now)?;
        match &self.answer {
            Answer::Yes(deed) => deed.run(tx, &right, (&found, None), now),
            Answer::No(pattern) => {
                let decided = Decided { state: State::Refused, by: None, reason: Some(Reason::NotRight) };
                end(tx, &right, (&found, decided), pattern, now).map(|()| Outcome::Made)
            }
        }
    }
}
