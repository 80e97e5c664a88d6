//! The mails about a request, written with the act that decides it: to the contact who asked, and to the contacts who are asked.

use domain::access::{LinkAddress, ProjectPlace, Scope};
use domain::email::Address;
use domain::id::{MailId, ProjectId, ProposalId};
use domain::language::Language;
use domain::link_request::Question;
use domain::mail::Mail;
use domain::time::{Day, Span, Time};
use store::contact::Contact;
use store::link_request::LinkRequest;
use store::mail::NewMail;
use store::{StoreError, Write};

use crate::house::{App, Ctx};
use crate::outbox::counted_mailbox;

/// So many contacts are asked at once, as many as are shown where a caller is sent to them.
const MOST: usize = 20;

/// What became of a proposal is told so long after its time of waiting: then it was made.
const LATER: Span = Span::minutes(30);

/// People read it when they come to work.
const MORNING: Span = Span::hours(8);

fn the_end(request: &LinkRequest, proposal: ProposalId) -> Mail {
    Mail::RequestAnswer { request: request.id, proposed: Some(proposal), ended: true, letter: false }
}

/// Two ways of writing one mailbox are one person.
fn mailbox(contact: &Contact) -> String {
    Address::parse(&contact.email).map_or_else(|_| contact.email.clone(), |address| counted_mailbox(&address))
}

/// What is drawn by lot for them.
pub(super) struct Mails {
    drawn: Vec<(MailId, String)>,
    now: Time,
}

impl Mails {
    pub(super) fn draw(app: &App, ctx: &Ctx) -> Self {
        Self { drawn: (0..MOST + 2).map(|_| (app.id(ctx.now), app.random_name())).collect(), now: ctx.now }
    }

    fn add(&self, tx: &mut Write<'_>, at: usize, mail: Mail) -> Result<(), StoreError> {
        self.add_at(tx, self.drawn.get(at), (mail, self.now))
    }

    /// One that leaves later; an act has one of them at most.
    fn later(&self, tx: &mut Write<'_>, mail: Mail, due_at: Time) -> Result<(), StoreError> {
        self.add_at(tx, self.drawn.last(), (mail, due_at))
    }

    fn add_at(
        &self,
        tx: &mut Write<'_>,
        drawn: Option<&(MailId, String)>,
        (mail, due_at): (Mail, Time),
    ) -> Result<(), StoreError> {
        let Some((id, tag)) = drawn else { return Ok(()) };
        // The language is that of the mail which is answered, and found when it leaves.
        store::mail::add(tx, &NewMail { id: *id, mail, language: Language::Nl, tag: tag.clone(), due_at }, self.now)
    }

    /// What came of it, to the contact who asked, with the letter for the resident if it is wanted; what a stranger asked was
    /// answered when it came in.
    pub(super) fn answer(
        &self,
        tx: &mut Write<'_>,
        request: &LinkRequest,
        (proposed, letter): (Option<ProposalId>, bool),
    ) -> Result<(), StoreError> {
        if request.about.contact.is_none() || !request.contact_counts {
            return Ok(());
        }
        self.add(tx, 0, Mail::RequestAnswer { request: request.id, proposed, ended: false, letter })
    }

    /// What became of a proposal, once it has waited; [`Self::ended`] brings it forward.
    pub(super) fn tell_the_end(
        &self,
        tx: &mut Write<'_>,
        request: &LinkRequest,
        proposal: ProposalId,
    ) -> Result<(), StoreError> {
        let Some((_, until)) = store::proposal::how_far(tx, proposal)? else { return Ok(()) };
        self.later(tx, the_end(request, proposal), until + LATER)
    }

    /// It was decided: who asked hears it now.
    pub(super) fn ended(
        &self,
        tx: &mut Write<'_>,
        request: &LinkRequest,
        proposal: ProposalId,
    ) -> Result<(), StoreError> {
        store::mail::hasten(tx, &the_end(request, proposal), self.now)
    }

    /// New residents come: on their first day the contact who asked gets the link to who waits to be told, where the client has no
    /// service portal.
    pub(super) fn on_the_day(
        &self,
        tx: &mut Write<'_>,
        (request, project): (&LinkRequest, ProjectId),
        first: Day,
    ) -> Result<(), StoreError> {
        let Some(contact) = request.about.contact else { return Ok(()) };
        let due_at = (first.starts_at() + MORNING).max(self.now);
        self.later(tx, Mail::ContactHandout { contact, project }, due_at)
    }

    /// Asks the contacts of the client, and nobody about what they asked themselves. Only about new residents, where there is nobody
    /// else, who asked says once more by the link that it is right. How many were asked.
    pub(super) fn ask(
        &self,
        tx: &mut Write<'_>,
        (home, request): (&Scope<LinkAddress, ProjectPlace>, &LinkRequest),
        question: Question,
    ) -> Result<usize, StoreError> {
        let all = store::contact::way_on(tx, home)?;
        let asker = all.iter().find(|contact| Some(contact.id) == request.about.contact).map(mailbox);
        let others: Vec<_> = all.iter().filter(|contact| Some(mailbox(contact)) != asker).collect();
        let alone = question == Question::NewResidents && others.is_empty();
        let contacts = if alone { all.iter().collect() } else { others };
        for (at, contact) in contacts.iter().enumerate() {
            self.add(tx, at + 1, Mail::ContactAsk { contact: contact.id, request: request.id, question })?;
        }
        Ok(contacts.len())
    }
}
