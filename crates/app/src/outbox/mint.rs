//! Mint: once the mail server took the recipient, the token is made and its hash stored, if lease, generation, access and
//! address are still what they were. The life of a link begins here, so a slow queue never eats it.

use crypto::token::Token;
use domain::help_desk::{ASKS, CODE_LASTS};
use domain::id::HelpDeskCaseId;
use domain::linking::CONFIRMS;
use domain::time::{Span, Time};
use domain::token::Purpose;
use store::StoreError;
use store::mail::Claimed;
use store::token::NewToken;

use super::prepare::{Letter, Ready};
use crate::house::App;

/// Longer than the message itself can take on the wire.
const LEASE: Span = Span::minutes(4);

/// What a mail carries: nothing, or a token for its link.
pub(super) type Minted = Option<Token>;

/// The token of this attempt; `None` when something changed meanwhile and the mail must not go.
pub(super) async fn mint(app: &App, claimed: &Claimed, ready: &Ready) -> Result<Option<Minted>, StoreError> {
    let now = app.clock.now();
    let carries = purpose(app, &ready.letter, now).zip(ready.target.identity);
    let token = carries.map(|((purpose, asks_username, expires_at), identity)| {
        let token = Token::mint(&app.chance);
        let new = NewToken {
            id: app.id(now),
            hash: token.hash(purpose.as_str()),
            purpose,
            mail: claimed.id,
            attempt: claimed.lease,
            identity,
            generation: ready.target.generation,
            link: ready.target.link,
            asks_username,
            expires_at,
        };
        (token, new)
    });
    let (mail, lease, new) = (claimed.id, claimed.lease, token.as_ref().map(|(_, new)| new.clone()));
    let code = token.as_ref().and_then(|(token, _)| code_of(app, &ready.letter, token));
    let minted = app
        .db
        .write(move |tx| {
            if !store::mail::unchanged(tx, mail, lease, now)? {
                return Ok(false);
            }
            store::mail::extend(tx, mail, lease, now + LEASE)?;
            if let Some(new) = &new {
                store::token::add(tx, new, now)?;
            }
            if let Some((case, hash)) = code {
                store::help_desk::set_code(tx, case, (hash, now + CODE_LASTS))?;
            }
            Ok::<_, StoreError>(true)
        })
        .await?;
    Ok(minted.then(|| token.map(|(token, _)| token)))
}

/// The case whose mail carries a code too, and the keyed hash of the code.
fn code_of(app: &App, letter: &Letter, token: &Token) -> Option<(HelpDeskCaseId, [u8; 32])> {
    let Letter::CallerCheck(case) = letter else { return None };
    Some((case.id, app.keys.code_hash(&crate::help_desk::purpose(case.id), &code(token))))
}

/// The code that stands beside a token: it comes of it, and the token does not come of the code.
pub(super) fn code(token: &Token) -> String {
    domain::help_desk::code(&token.hash("caller-code"))
}

/// What its link is for, whether the page behind it asks the username, and until when it works.
fn purpose(app: &App, letter: &Letter, now: Time) -> Option<(Purpose, bool, Time)> {
    match letter {
        Letter::Reset { name, staff, .. } => {
            Some((Purpose::Reset, name.is_none() && !staff, now + app.settings.reset_life))
        }
        Letter::Invitation { .. } => Some((Purpose::Invitation, false, now + app.settings.invitation_life)),
        // Law 5: a robot that presses the button does not know the username.
        Letter::AddressProposed { until, .. } => Some((Purpose::Objection, true, *until)),
        Letter::ContactLink { .. } => Some((Purpose::Contact, false, now + app.settings.invitation_life)),
        Letter::EmailConfirm { .. } => Some((Purpose::EmailConfirm, false, now + CONFIRMS)),
        Letter::EmailReplaced { until, .. } => Some((Purpose::EmailUndo, true, *until)),
        Letter::HouseholdLeaves { until, .. } => Some((Purpose::StillHere, true, *until)),
        Letter::CallerCheck(case) => Some((Purpose::CallerCheck, false, case.facts.opened_at + ASKS)),
        Letter::ContactAsk { until, .. } => Some((Purpose::ContactAsk, false, *until)),
        Letter::RequestAnswer(it) if !it.handout => None,
        Letter::ContactHandout { .. } | Letter::RequestAnswer(_) => {
            Some((Purpose::ContactHandout, false, now + crate::contact_handout::LASTS))
        }
        Letter::DataAsk { until, .. } => Some((Purpose::DataAsk, false, *until)),
        Letter::Names { .. }
        | Letter::StillHere
        | Letter::PasswordChanged { .. }
        | Letter::PasskeyAdded { .. }
        | Letter::AccountAdded { .. }
        | Letter::FactorChanged { .. }
        | Letter::Maintenance { .. }
        | Letter::RequestReceived { .. }
        | Letter::RecoveryCodeUsed { .. } => None,
    }
}
