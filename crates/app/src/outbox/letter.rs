//! From what was prepared to a finished message and its envelope. Links are built here, from the settings only.

use crypto::token::Token;
use domain::email::Address;
use domain::link_request::Question;
use domain::linking::CONFIRMS;
use mail::compose::{ComposeError, Content, Enclosed, Head, MessageId, Thread, compose};
use mail::content::{
    AccountAdded, AddressProposed, CallerCheck, ContactAsk, ContactHandout, ContactLink, DataAsk, EmailConfirm,
    EmailReplaced, FactorChanged, Home, HouseholdLeaves, Invitation, Names, PasskeyAdded, PasswordChanged, Person,
    RecoveryCodeUsed, RequestAnswer, RequestReceived, Reset, ResetFor, Seen, Sort, StillHere, dressed, sent_by,
};
use mail::smtp::{Envelope, MessageFault, PathFault, ReversePath, WireMessage};
use store::mail::Claimed;
use words::Words;

use super::prepare::{Letter, Ready};
use crate::house::App;
use crate::maintenance;

/// Why there is no message. No later attempt would change it.
#[derive(Debug, thiserror::Error)]
pub(super) enum LetterFault {
    #[error(transparent)]
    Compose(#[from] ComposeError),
    #[error(transparent)]
    Wire(#[from] MessageFault),
    #[error("a link was to be written without its token")]
    NoToken,
}

const RESET: &str = "/login/accounts/pass/reset/";
const OBJECT: &str = "/email/object/";
const CONFIRM: &str = "/email/confirm/";
const UNDO: &str = "/email/undo/";
const STILL_HERE: &str = "/email/still-here/";
const CONTACT: &str = "/contact/";
const CONTACT_ASK: &str = "/contact/vraag/";
const CONTACT_HANDOUT: &str = "/contact/verstrekken/";
const DATA_ASK: &str = "/contact/verzoek/";
const CALLER: &str = "/belcontrole/";
const CHANGES: &str = "/service/mutaties/";

/// One recipient. Bounces come back to an address that carries a tag of the row: one that we know to be ours, where mail comes
/// in ([`crate::bounce`]).
pub(super) fn envelope(app: &App, claimed: &Claimed, ready: &Ready) -> Result<Envelope, PathFault> {
    let from = from(app, ready);
    if matches!(ready.letter, Letter::RequestReceived { .. }) {
        // RFC 3834, 3.3: nobody hears when an answer to a stranger does not arrive.
        return Ok(Envelope { from: ReversePath::null(), to: ready.to.clone() });
    }
    let path = match &app.settings.bounce_domain {
        Some(domain) => format!("{}{}@{domain}", crate::bounce::BEFORE_TAG, crypto::bounce::tag(&app.keys, claimed.id)),
        None => format!("{}+{}@{}", from.local(), claimed.tag, from.domain()),
    };
    Ok(Envelope { from: ReversePath::parse(&path)?, to: ready.to.clone() })
}

/// Notices of planned maintenance have a stream of their own: whoever blocks it blocks no reset.
fn from<'a>(app: &'a App, ready: &Ready) -> &'a Address {
    if matches!(ready.letter, Letter::Maintenance { .. }) {
        app.settings.notice_from()
    } else {
        &app.settings.mail_from
    }
}

pub(super) fn message(
    app: &App,
    claimed: &Claimed,
    ready: &Ready,
    token: Option<&Token>,
) -> Result<WireMessage, LetterFault> {
    let head = Head {
        from: from(app, ready).clone(),
        name: None,
        to: ready.to.clone(),
        message_id: MessageId::of_row(claimed.id, from(app, ready)),
        // What was written ahead of its time is of the day on which it goes.
        date: if matches!(ready.letter, Letter::RequestAnswer(_)) { claimed.alive_since } else { claimed.created_at },
        thread: thread(&ready.letter),
        enclosed: ready.file.clone().map(|bytes| Enclosed { name: enclosed_name(ready), bytes }),
    };
    let content = content(app, claimed, ready, token)?;
    let own = in_own_words(app, ready, &content, &head);
    let bytes = own.map_or_else(|| compose(&content, &head, &app.settings.brand), Ok)?;
    Ok(WireMessage::new(&bytes)?)
}

/// The name of the file with the letter for the resident.
fn enclosed_name(ready: &Ready) -> String {
    let Letter::RequestAnswer(answer) = &ready.letter else { return "brief.pdf".to_owned() };
    answer.encloses.as_ref().map_or_else(|| "brief.pdf".to_owned(), |it| format!("brief-{}.pdf", it.home.username))
}

/// The thread in which what somebody wrote is answered.
fn thread(letter: &Letter) -> Option<Thread> {
    match letter {
        Letter::RequestAnswer(it) => Some(it.written.thread()),
        Letter::RequestReceived { thread, .. } => Some(Thread::clone(thread)),
        _ => None,
    }
}

/// The same in the own words of the client; nothing when it has none, or when they make no message: a text never stops a mail.
fn in_own_words(app: &App, ready: &Ready, content: &Content, head: &Head) -> Option<Vec<u8>> {
    let voice = ready.voice.as_ref().filter(|voice| !voice.own.is_empty())?;
    let (sort, username) = match &ready.letter {
        Letter::Reset { .. } => (Sort::Reset, None),
        Letter::Names { .. } => (Sort::Names, None),
        Letter::PasswordChanged { username, .. } => (Sort::PasswordChanged, username.as_deref()),
        _ => (Sort::Other, None),
    };
    let (w, values) = (Words::of(ready.language), voice.values(app, username));
    let brand = voice.own.brand(&app.settings.brand, ready.language, &values);
    let content = dressed(content.clone(), sort, &voice.own, &values);
    let made = compose(&content, &sent_by(head.clone(), w, &voice.own, &values), &brand);
    made.inspect_err(|error| tracing::error!(%error, "own texts make no message; the standard texts stand in")).ok()
}

fn content(app: &App, claimed: &Claimed, ready: &Ready, token: Option<&Token>) -> Result<Content, LetterFault> {
    let (w, settings) = (Words::of(ready.language), &app.settings);
    let seen = |device| Seen { at: claimed.created_at, device };
    let link = |path: &str| -> Result<String, LetterFault> {
        let token = token.ok_or(LetterFault::NoToken)?;
        Ok(settings.link(&format!("{path}{}/", token.expose())))
    };
    let reset_url = settings.link(RESET);
    Ok(match &ready.letter {
        Letter::Reset { device, name, staff } => {
            let to = match (staff, name) {
                (true, _) => ResetFor::Staff,
                (false, Some(username)) => ResetFor::Confirmed { username: username.clone() },
                (false, None) => ResetFor::Unconfirmed,
            };
            Reset { asked: seen(*device), url: link(RESET)?, lasts: settings.reset_life, to }.content(w)
        }
        Letter::Names { device, usernames, .. } => {
            let homes = usernames.iter().map(|username| Home {
                username: username.clone(),
                url: settings.link(&format!("{RESET}?username={username}")),
            });
            Names { asked: seen(*device), homes: homes.collect() }.content(w)
        }
        Letter::PasswordChanged { device, username } => {
            let person = match username {
                Some(username) => Person::Resident { username: username.clone() },
                None => Person::Staff,
            };
            PasswordChanged { done: seen(*device), person, reset_url }.content(w)
        }
        Letter::PasskeyAdded { device, username } => {
            PasskeyAdded { done: seen(*device), username: username.clone(), reset_url }.content(w)
        }
        Letter::Invitation { role, organisation } => {
            let invitation = Invitation {
                at: claimed.created_at,
                role: *role,
                organisation: organisation.clone(),
                url: link("/invitation/")?,
                lasts: settings.invitation_life,
            };
            invitation.content(w, &settings.brand)
        }
        Letter::ContactLink { client } => {
            let (client, url) = (client.clone(), link(CONTACT)?);
            ContactLink { at: claimed.created_at, client, url, lasts: settings.invitation_life }
                .content(w, &settings.brand)
        }
        Letter::AddressProposed { until, waits } => {
            AddressProposed { at: claimed.created_at, until: *until, waits: *waits, url: link(OBJECT)? }.content(w)
        }
        Letter::EmailConfirm { device } => {
            EmailConfirm { asked: seen(*device), url: link(CONFIRM)?, lasts: CONFIRMS }.content(w)
        }
        Letter::EmailReplaced { at, device, until } => {
            let done = Seen { at: *at, device: *device };
            EmailReplaced { done, until: *until, url: link(UNDO)? }.content(w)
        }
        Letter::HouseholdLeaves { username, last, .. } => {
            let (username, url) = (username.clone(), link(STILL_HERE)?);
            HouseholdLeaves { at: claimed.created_at, username, last: *last, url }.content(w)
        }
        Letter::CallerCheck(case) => {
            let code = super::mint::code(token.ok_or(LetterFault::NoToken)?);
            let (at, kind, deed) = (case.facts.opened_at, case.kind, case.deed);
            CallerCheck { at, kind, deed, url: link(CALLER)?, code }.content(w, &settings.brand)
        }
        Letter::RequestAnswer(it) => RequestAnswer {
            asked: it.asked.clone(),
            outcome: it.outcome,
            reset_url,
            portal_url: match it.home {
                Some(home) => settings.link(&format!("/service/woningen/{home}/")),
                None => settings.link("/service/"),
            },
            handout_url: it.handout.then(|| link(CONTACT_HANDOUT)).transpose()?,
            encloses: it.encloses.is_some(),
        }
        .content(w),
        Letter::ContactHandout { client, project } => {
            let (client, project, url) = (client.clone(), project.clone(), link(CONTACT_HANDOUT)?);
            ContactHandout { client, project, url, until: app.clock.now() + crate::contact_handout::LASTS }.content(w)
        }
        Letter::RequestReceived { at, .. } => RequestReceived { at: *at, reset_url }.content(w, &settings.brand),
        Letter::ContactAsk { written, at, question, until } => {
            let by = written.sender.as_ref().map(|by| by.as_str().to_owned()).unwrap_or_default();
            let waits = *question != Question::NewResidents;
            ContactAsk { asked: written.asked(*at), by, waits, until: *until, url: link(CONTACT_ASK)? }.content(w)
        }
        Letter::DataAsk { asked, .. } => {
            let (home, url) = (crate::own_data::known_by(asked), link(DATA_ASK)?);
            let it = &asked.asked;
            let (kind, about, words) = (it.kind, it.about, it.words.clone());
            DataAsk { at: it.asked_at, home, kind, about, words, due_on: it.due_on, url }.content(w)
        }
        Letter::StillHere => StillHere { at: claimed.created_at, url: settings.link(CHANGES) }.content(w),
        Letter::AccountAdded { username } => {
            AccountAdded { at: claimed.created_at, username: username.clone(), url: settings.link("/login/") }
                .content(w)
        }
        Letter::Maintenance { notice, .. } => maintenance::content(notice, ready.language),
        Letter::FactorChanged { device } => FactorChanged { done: seen(*device), reset_url }.content(w),
        Letter::RecoveryCodeUsed { device, left } => {
            RecoveryCodeUsed { done: seen(*device), left: *left, reset_url }.content(w)
        }
    })
}
