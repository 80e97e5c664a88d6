//! Mint: once the mail server took the recipient, the token is made and its hash stored, if lease, generation, access and
//! address are still what they were. The life of a link begins here, so a slow queue never eats it.

use crypto::token::Token;
use domain::time::Span;
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
    let token = purpose(&ready.letter).map(|(purpose, asks_username)| {
        let token = Token::mint(&app.chance);
        let life = match purpose {
            Purpose::Reset => app.settings.reset_life,
            Purpose::Invitation => app.settings.invitation_life,
        };
        let new = NewToken {
            id: app.id(now),
            hash: token.hash(purpose.as_str()),
            purpose,
            mail: claimed.id,
            attempt: claimed.lease,
            identity: ready.target.identity,
            generation: ready.target.generation,
            link: ready.target.link,
            asks_username,
            expires_at: now + life,
        };
        (token, new)
    });
    let (mail, lease, new) = (claimed.id, claimed.lease, token.as_ref().map(|(_, new)| new.clone()));
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
            Ok::<_, StoreError>(true)
        })
        .await?;
    Ok(minted.then(|| token.map(|(token, _)| token)))
}

fn purpose(letter: &Letter) -> Option<(Purpose, bool)> {
    match letter {
        Letter::Reset { name, staff, .. } => Some((Purpose::Reset, name.is_none() && !staff)),
        Letter::Invitation { .. } => Some((Purpose::Invitation, false)),
        Letter::Names { .. }
        | Letter::PasswordChanged { .. }
        | Letter::FactorChanged { .. }
        | Letter::RecoveryCodeUsed { .. } => None,
    }
}
