//! Reading what came in: judged, read and kept as requests, in one write. A message that cannot be read now is read later; one that
//! no program can read goes to a person (PRODUCT 3.5).

use std::time::Duration;

use domain::access::Actor;
use domain::audit::{Act, Door, Subject};
use domain::device::Device;
use domain::email::Address;
use domain::id::{InboundId, LinkRequestId};
use domain::language::Language;
use domain::link_request::{Asked, Doubt, MOST, Reading, Refusal, Sort, Text, Unclear, read};
use domain::mail::Mail;
use domain::time::{Span, Time};
use mail::inbound::{Automatic, Inbound as Message, Sender, Verdict};
use store::inbound::Waiting;
use store::link_request::{About, NewRequest};
use store::mail::NewMail;
use store::{Read, StoreError, Write};

use super::{Envelope, Inbound, answer, context};
use crate::audit::{Entry, entry};
use crate::bounce::{self, BounceError};
use crate::house::App;
use crate::link_request::{self, Letter};
use crate::outbox::intent;

/// How long a reader has a mail for itself.
const LEASE: Span = Span::minutes(5);
/// Judging takes no longer; names that do not answer by then are looked up later.
const LONGEST: Duration = Duration::from_secs(60);
/// Names are looked up again after this,
const AGAIN: Span = Span::minutes(10);
/// and no longer than this.
const PATIENCE: Span = Span::days(1);
/// So many requests of one mail of a stranger are kept apart.
const STRANGERS: usize = 5;

/// Reads the mails that wait, up to ten; how many were.
///
/// # Errors
/// When the database fails.
pub async fn read_due(app: &App) -> Result<usize, StoreError> {
    let Some(inbound) = app.settings.inbound.clone() else { return Ok(0) };
    for count in 0..10 {
        let now = app.clock.now();
        if !app.db.read(move |tx| store::inbound::waits(tx, now)).await? {
            return Ok(count);
        }
        let Some(waiting) = app.db.write(move |tx| store::inbound::claim(tx, now, now + LEASE)).await? else {
            return Ok(count);
        };
        one(app, &inbound, waiting).await?;
    }
    Ok(10)
}

async fn one(app: &App, inbound: &Inbound, waiting: Waiting) -> Result<(), StoreError> {
    let now = app.clock.now();
    let Ok(plain) = app.keys.open(&context(waiting.id), &waiting.sealed) else {
        // A key that is missing today may be back tomorrow; what was accepted is not thrown away (law 12).
        tracing::error!(mail = %waiting.id, "a mail that came in does not open: is the key file complete?");
        return app.db.write(move |tx| store::inbound::later(tx, waiting.id, now + Span::hours(1))).await;
    };
    let (envelope, raw) = parts(&plain);
    if waiting.sort == Sort::Bounce {
        return came_back(app, &waiting, (&envelope, raw)).await;
    }
    let message = Message::read(raw, &envelope.from).ok();
    let comes_back =
        |it: &Message| matches!(it.automatic, Some(Automatic::NullSender | Automatic::Loop | Automatic::Hops));
    if message.as_ref().is_some_and(comes_back) {
        let done = app.db.write(move |tx| store::inbound::done(tx, waiting.id, None, now)).await?;
        tracing::info!(mail = %waiting.id, done, "a mail that a program sent back asks for nothing");
        return Ok(());
    }
    let verdict = tokio::time::timeout(LONGEST, inbound.judge.judge(raw, &envelope.from, waiting.received_at)).await;
    let verdict = verdict.unwrap_or(Verdict::Later);
    if verdict == Verdict::Later && now - waiting.received_at < PATIENCE {
        return app.db.write(move |tx| store::inbound::later(tx, waiting.id, now + AGAIN)).await;
    }
    let mut kept = Kept::draw(app, inbound, (&waiting, now), (message, verdict))?;
    kept.answer(app).await?;
    app.db.write(move |tx| kept.run(tx)).await?;
    app.ring();
    Ok(())
}

/// Something that comes back about a mail of ours. While that mail is being sent, it is looked at again later.
async fn came_back(app: &App, waiting: &Waiting, (envelope, raw): (&Envelope, &[u8])) -> Result<(), StoreError> {
    let (id, now) = (waiting.id, app.clock.now());
    let ctx = app.ctx("job", Device::UNKNOWN, Language::Nl, Door::Job);
    for to in &envelope.to {
        match bounce::receive(app, &ctx, to, raw).await {
            Ok(_) => {}
            Err(BounceError::Busy) => {
                return app.db.write(move |tx| store::inbound::later(tx, id, now + AGAIN)).await;
            }
            Err(BounceError::Store(error)) => return Err(error),
        }
    }
    app.db.write(move |tx| store::inbound::done(tx, id, None, now).map(drop)).await
}

/// Envelope and message, as they were sealed.
fn parts(plain: &[u8]) -> (Envelope, &[u8]) {
    let at = plain.iter().position(|byte| *byte == b'\n').unwrap_or(plain.len());
    let (head, rest) = plain.split_at(at);
    (serde_json::from_slice(head).unwrap_or_default(), rest.get(1..).unwrap_or_default())
}

/// What is kept of a mail.
#[derive(Clone)]
struct Kept {
    id: InboundId,
    now: Time,
    sender: Option<String>,
    signature: Option<Vec<u8>>,
    doubt: Option<Doubt>,
    asked: Vec<(Option<Asked>, NewRequest)>,
    /// Who can be answered: nobody, for a program.
    answers: Option<Address>,
    /// The neutral answer, for a sender who is no contact; once a day for a mailbox.
    answer: Option<NewMail>,
    /// What tells a contact where to do it, for a client with a service portal: a mail for each request, and the line.
    portal: Vec<NewMail>,
    line: Entry,
}

impl Kept {
    fn draw(
        app: &App,
        inbound: &Inbound,
        (waiting, now): (&Waiting, Time),
        (message, verdict): (Option<Message>, Verdict),
    ) -> Result<Self, StoreError> {
        let sender = message.as_ref().and_then(|it| match &it.sender {
            Sender::One(address) => Some(address.clone()),
            Sender::Unusable => None,
        });
        let to_us =
            message.as_ref().is_some_and(|it| it.to.iter().any(|to| to.search_key() == inbound.address.search_key()));
        let (signature, doubt) = match verdict {
            Verdict::Pass { signature, .. } => (signature, (!to_us).then_some(Doubt::NotToUs)),
            Verdict::Doubt(doubt) => (None, Some(doubt)),
            Verdict::Later => (None, Some(Doubt::NotLookedUp)),
        };
        let (asked, unclear) = requests(message.as_ref(), sender.as_ref(), &inbound.address);
        let letter = Letter::of(message.as_ref(), sender.as_ref());
        let sealed = |asked: Option<Asked>| {
            let id: LinkRequestId = app.id(now);
            let row = NewRequest {
                id,
                mail: waiting.id,
                sealed: letter.about(asked.as_ref()).seal(app, id)?,
                unclear,
                doubt,
                received_at: waiting.received_at,
            };
            Ok::<_, StoreError>((asked, row))
        };
        let asked: Vec<(Option<Asked>, NewRequest)> = asked.into_iter().map(sealed).collect::<Result<_, _>>()?;
        let ctx = app.ctx("job", Device::UNKNOWN, Language::Nl, Door::Job);
        let told = |id| Mail::RequestAnswer { request: id, proposed: None, ended: false, letter: false };
        let portal = asked.iter().map(|(_, row)| intent(app, &ctx, told(row.id))).collect();
        let subject = (None, Subject::new("link_request", uuid::Uuid::nil()));
        let line = entry(app, &ctx, Actor::Job, Act::RequestRefused, subject).because(Refusal::Portal.as_str());
        Ok(Self {
            id: waiting.id,
            now,
            sender: sender.as_ref().map(Address::search_key),
            answers: sender.filter(|_| !letter.automatic),
            signature: signature.map(|it| crypto::digest::sha256(&it).to_vec()),
            doubt,
            asked,
            answer: None,
            portal,
            line,
        })
    }

    /// Draws the neutral answer, where one may go. A contact whose mail is authentic gets none: the answer is what is decided.
    async fn answer(&mut self, app: &App) -> Result<(), StoreError> {
        let sender = self.clone();
        let known = app.db.read(move |tx| sender.is_of_contact(tx)).await?;
        if !known {
            // Nobody accepts them, and the text of each holds the others.
            self.asked.truncate(STRANGERS);
        }
        let (Some(to), Some((_, first))) = (self.answers.take(), self.asked.first()) else { return Ok(()) };
        let first = first.id;
        if !(known && self.doubt.is_none()) && answer::may_go(app, &to, self.now).await? {
            self.answer = Some(answer::neutral(app, first, self.now));
        }
        Ok(())
    }

    fn is_of_contact(&self, tx: &mut Read<'_>) -> Result<bool, StoreError> {
        for (asked, _) in &self.asked {
            if self.about(tx, asked.as_ref())?.contact.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn run(&self, tx: &mut Write<'_>) -> Result<(), StoreError> {
        let replayed = match &self.signature {
            Some(signature) => store::inbound::replayed(tx, signature, self.id)?,
            None => false,
        };
        if !store::inbound::done(tx, self.id, self.signature.clone(), self.now)? {
            return Ok(());
        }
        let doubt = if replayed { Some(Doubt::Replayed) } else { self.doubt };
        for ((asked, row), mail) in self.asked.iter().zip(&self.portal) {
            let about = self.about(tx, asked.as_ref())?;
            store::link_request::add(tx, &NewRequest { doubt, ..row.clone() }, about)?;
            if doubt.is_none() && leads_to_portal(tx, &about)? {
                store::link_request::to_portal(tx, row.id, self.now)?;
                if let Some(request) = store::link_request::by_id(tx, row.id)? {
                    link_request::about(&self.line, &Actor::Job, &request).write(tx)?;
                }
                store::mail::add(tx, mail, self.now)?;
            }
        }
        self.answer.as_ref().map_or(Ok(()), |answer| store::mail::add(tx, answer, self.now))
    }

    /// The account by its skeleton, and the contact of the client that owns it. Where no account of theirs is named, whose contact
    /// the sender is; an account of another client is to a contact as if it did not exist.
    fn about(&self, tx: &mut Read<'_>, asked: Option<&Asked>) -> Result<About, StoreError> {
        let named = match asked {
            Some(asked) => store::link_request::named(tx, asked.skeleton.as_str())?,
            None => None,
        };
        let contact = match (&self.sender, &named) {
            (Some(sender), Some(named)) => store::link_request::contact(tx, named.organisation, sender)?,
            _ => None,
        };
        if contact.is_none()
            && let Some(sender) = &self.sender
            && let Some((contact, organisation)) = store::link_request::writes(tx, sender)?
        {
            return Ok(About { organisation: Some(organisation), contact: Some(contact), ..About::default() });
        }
        Ok(About {
            organisation: named.map(|it| it.organisation),
            dwelling: named.map(|it| it.dwelling),
            account: named.map(|it| it.account),
            contact,
        })
    }
}

/// A contact asks what the client does itself, in the service portal: it is told where, and nobody has to read it first (PRODUCT 3.5).
fn leads_to_portal(tx: &mut Read<'_>, about: &About) -> Result<bool, StoreError> {
    let (Some(client), Some(_), Some(_)) = (about.organisation, about.contact, about.account) else {
        return Ok(false);
    };
    Ok(store::organisation::by_id(tx, client)?.is_some_and(|client| client.portal))
}

/// What a mail asks for; at least one row, so that nothing is lost.
fn requests(
    message: Option<&Message>,
    sender: Option<&Address>,
    us: &Address,
) -> (Vec<Option<Asked>>, Option<Unclear>) {
    let person = |unclear| (vec![None], Some(unclear));
    let Some(message) = message else { return person(Unclear::NoRequest) };
    let own: Vec<Address> = sender.into_iter().chain(message.to.iter().take(MOST)).chain([us]).cloned().collect();
    match read(Text { subject: &message.subject, body: &message.text, own: &own }) {
        Reading::Requests(all) => (all.into_iter().map(Some).collect(), None),
        Reading::Password => person(Unclear::Password),
        Reading::Person(unclear) => person(unclear),
    }
}
