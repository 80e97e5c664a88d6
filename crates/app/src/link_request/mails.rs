//! The mails about a request, written with the act that decides it: to the contact who asked, and to the contacts who are asked.

use domain::access::{LinkAddress, ProjectPlace, Scope};
use domain::id::{MailId, ProposalId};
use domain::language::Language;
use domain::link_request::Question;
use domain::mail::Mail;
use domain::time::Time;
use store::link_request::LinkRequest;
use store::mail::NewMail;
use store::{StoreError, Write};

use crate::house::{App, Ctx};

/// So many contacts are asked at once, as many as are shown where a caller is sent to them.
const MOST: usize = 20;

/// What is drawn by lot for them.
pub(super) struct Mails {
    drawn: Vec<(MailId, String)>,
    now: Time,
}

impl Mails {
    pub(super) fn draw(app: &App, ctx: &Ctx) -> Self {
        Self { drawn: (0..=MOST).map(|_| (app.id(ctx.now), app.random_name())).collect(), now: ctx.now }
    }

    fn add(&self, tx: &mut Write<'_>, at: usize, mail: Mail) -> Result<(), StoreError> {
        let Some((id, tag)) = self.drawn.get(at) else { return Ok(()) };
        // The language is that of the mail which is answered, and found when it leaves.
        let new = NewMail { id: *id, mail, language: Language::Nl, tag: tag.clone(), due_at: self.now };
        store::mail::add(tx, &new, self.now)
    }

    /// What came of it, to the contact who asked; what a stranger asked was answered when it came in.
    pub(super) fn answer(
        &self,
        tx: &mut Write<'_>,
        request: &LinkRequest,
        proposed: Option<ProposalId>,
    ) -> Result<(), StoreError> {
        if request.about.contact.is_none() || request.doubt.is_some() || !request.contact_counts {
            return Ok(());
        }
        self.add(tx, 0, Mail::RequestAnswer { request: request.id, proposed })
    }

    /// Asks the contacts of the client: of an account in use all but the one who asked, about new residents every one. How many.
    pub(super) fn ask(
        &self,
        tx: &mut Write<'_>,
        (home, request): (&Scope<LinkAddress, ProjectPlace>, &LinkRequest),
        question: Question,
    ) -> Result<usize, StoreError> {
        let mut contacts = store::contact::way_on(tx, home)?;
        if question != Question::NewResidents {
            contacts.retain(|contact| Some(contact.id) != request.about.contact);
        }
        for (at, contact) in contacts.iter().enumerate() {
            self.add(tx, at + 1, Mail::ContactAsk { contact: contact.id, request: request.id, question })?;
        }
        Ok(contacts.len())
    }
}
