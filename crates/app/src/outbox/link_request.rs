//! What is answered to mail that came in (PRODUCT 3.5). Details go to the stored address of a contact that counts, and nowhere else;
//! whoever else wrote gets the one neutral text, at the address that the mail came from.

use domain::email::Address;
use domain::id::{ContactId, DwellingId, LinkRequestId, ProposalId};
use domain::language::Language;
use domain::link_request::{Question, Refusal, Residents, State};
use domain::mail::Mail;
use domain::proposal;
use domain::time::{Span, Time};
use mail::compose::Thread;
use mail::content::{Asked, Outcome};
use store::contact::Contact;
use store::mail::{End, Target};
use store::{StoreError, Write};

use super::contact_handout::Enclosed;
use super::prepare::{Instead, Letter, Plan, Ready, Step};
use crate::house::App;
use crate::link_request::Letter as Written;

/// So long a contact can answer what it is asked about new residents.
const ANSWERS: Span = Span::days(7);

/// What somebody wrote, for the mails that answer it; none once it was erased.
pub(super) async fn written(app: &App, mail: &Mail) -> Result<Option<Written>, StoreError> {
    let (Mail::RequestAnswer { request, .. } | Mail::RequestReceived { request } | Mail::ContactAsk { request, .. }) =
        *mail
    else {
        return Ok(None);
    };
    let found = app.db.read(move |tx| store::link_request::by_id(tx, request)).await?;
    found.map(|found| Written::open(app, request, &found.sealed)).transpose()
}

/// The answer to a contact.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) written: Written,
    pub(super) asked: Asked,
    pub(super) outcome: Outcome,
    /// The home that was asked about.
    pub(super) home: Option<DwellingId>,
    /// It leads to the list of who waits to be told.
    pub(super) handout: bool,
    /// The home whose letter is enclosed.
    pub(super) encloses: Option<Enclosed>,
}

/// A proposal that is open still is looked at again after this.
const LOOKS: Span = Span::hours(1);

pub(super) fn nobody<T>() -> Step<T> {
    Ok(Err(Instead::End(End::Dropped, "nobody")))
}

impl Plan {
    /// What came of a request, to the contact who asked.
    pub(super) fn request_answer(
        &self,
        tx: &mut Write<'_>,
        id: LinkRequestId,
        (proposed, ended): (Option<ProposalId>, bool),
        letter: bool,
    ) -> Step<Ready> {
        let request = store::link_request::by_id(tx, id)?.filter(|request| request.contact_counts);
        let (Some(written), Some(request)) = (&self.written, request) else { return nobody() };
        let Some(contact) = self.contact(tx, request.about.contact)? else { return nobody() };
        let outcome = match (request.state, request.reason) {
            (State::Accepted, _) if written.brings_others() => Outcome::Planned,
            (State::Accepted, _) => match proposed {
                Some(proposal) => match store::proposal::how_far(tx, proposal)? {
                    Some((proposal::State::Open, _)) if ended => return Ok(Err(Instead::Later(self.now + LOOKS))),
                    Some((proposal::State::Open, until)) => Outcome::Proposed { until },
                    // Who is told at once how it ended is not told that it waits.
                    Some(_) if !ended => return Ok(Err(Instead::End(End::Dropped, "decided"))),
                    Some((proposal::State::Approved, _)) => Outcome::Linked,
                    Some((proposal::State::Refused, _)) => Outcome::Stopped,
                    Some(_) => Outcome::Overtaken,
                    None => return nobody(),
                },
                None => Outcome::Linked,
            },
            (State::Refused, why) => Outcome::Refused { why: why.unwrap_or(Refusal::NotSure) },
            (State::Open | State::Asked, _) => return nobody(),
        };
        let mut asked = written.asked(request.received_at);
        if request.doubt.is_some() {
            // Whoever wrote it: the contact hears that it came in, and nothing of what others wrote in their name.
            (asked.account, asked.first) = (None, None);
        }
        let (mut handout, mut encloses) = (false, None);
        if outcome == Outcome::Linked {
            let home = self.untold(tx, (&contact, &request))?;
            handout = home.is_some();
            encloses = home.filter(|_| letter);
        }
        let (home, language) = (request.about.dwelling, written.language);
        let answer = Answer { written: written.clone(), asked, outcome, home, handout, encloses };
        let letter = Letter::RequestAnswer(Box::new(answer));
        self.to_contact(&contact, language, letter)
    }

    /// The neutral text, to whoever wrote.
    pub(super) fn request_received(&self) -> Step<Ready> {
        let Some(Written { sender: Some(to), language, automatic: false, .. }) = &self.written else {
            return nobody();
        };
        let target =
            Target { organisation: None, identity: None, generation: 0, link: None, masked_address: to.masked() };
        let thread = self.written.as_ref().map(|written| Thread { subject: None, ..written.thread() });
        let letter =
            Letter::RequestReceived { at: self.claimed.created_at, thread: Box::new(thread.unwrap_or_default()) };
        Ok(Ok(Ready { target, to: to.clone(), language: *language, letter, voice: None, file: None }))
    }

    /// A contact is asked whether something is right, while it can be decided.
    pub(super) fn contact_ask(
        &self,
        tx: &mut Write<'_>,
        (contact, id, question): (ContactId, LinkRequestId, Question),
    ) -> Step<Ready> {
        let request = store::link_request::by_id(tx, id)?.filter(|request| request.contact_counts);
        let (Some(written), Some(request)) = (&self.written, request) else { return nobody() };
        let Some(contact) = self.contact(tx, Some(contact))? else { return nobody() };
        let until = match question {
            Question::Proposal { proposal } => match store::proposal::how_far(tx, proposal)? {
                Some((proposal::State::Open, until)) if self.now < until => until,
                _ => return Ok(Err(Instead::End(End::Dropped, "decided"))),
            },
            Question::NewResidents if request.state == State::Asked => self.claimed.created_at + ANSWERS,
            Question::NewResidents => return Ok(Err(Instead::End(End::Dropped, "decided"))),
        };
        let letter =
            Letter::ContactAsk { written: Box::new(written.clone()), at: request.received_at, question, until };
        self.to_contact(&contact, written.language, letter)
    }

    pub(super) fn contact(&self, tx: &mut Write<'_>, id: Option<ContactId>) -> Result<Option<Contact>, StoreError> {
        let Some(id) = id else { return Ok(None) };
        Ok(store::contact::by_id(tx, id)?.filter(Contact::counts))
    }

    pub(super) fn to_contact(&self, contact: &Contact, language: Language, letter: Letter) -> Step<Ready> {
        let Ok(to) = Address::parse(&contact.email) else { return Ok(Err(Instead::End(End::Dead, "bad-address"))) };
        let target = Target {
            organisation: Some(contact.organisation),
            identity: Some(contact.identity),
            generation: contact.generation,
            link: None,
            masked_address: to.masked(),
        };
        Ok(Ok(Ready { target, to, language, letter, voice: None, file: None }))
    }
}

impl Written {
    /// What they asked, for the mails about it.
    pub(super) fn asked(&self, at: Time) -> Asked {
        let wanted = self.wanted.as_ref();
        Asked {
            at,
            account: wanted.map(|it| (it.account.clone(), it.address.as_str().to_owned())),
            first: wanted.and_then(|it| it.first),
        }
    }

    /// It says that others come to live there.
    fn brings_others(&self) -> bool {
        self.wanted.as_ref().is_some_and(|wanted| wanted.residents == Some(Residents::New))
    }
}
