//! The door: a message is stored, or it is not taken. Nothing is read, looked up or answered here.

use crypto::digest::Sha256;
use domain::email::Address;
use domain::id::InboundId;
use domain::link_request::Sort;
use mail::inbound::LARGEST;
use store::StoreError;
use store::inbound::NewInbound;

use super::{Envelope, context};
use crate::bounce;
use crate::house::{App, Ctx};

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is stored.
    Stored,
    /// It was stored before: whoever handed it over did not hear the answer, and tries again.
    Known,
}

/// Why a message is not taken.
#[derive(Debug, thiserror::Error)]
pub enum TakeError {
    /// This installation takes no mail.
    #[error("no mail is taken here: mail.inbound.address is missing")]
    Closed,
    /// It is larger than anybody writes. Trying again is of no use.
    #[error("the message is larger than 5 MB")]
    TooLarge,
    /// It is no message. Trying again is of no use.
    #[error("this is no message")]
    Empty,
    /// The database failed: it can be tried again.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Stores a message with its envelope. What was answered with success is on disk.
///
/// # Errors
/// [`TakeError`].
pub async fn take(app: &App, ctx: &Ctx, envelope: &Envelope, raw: &[u8]) -> Result<Taken, TakeError> {
    let inbound = app.settings.inbound.as_ref().ok_or(TakeError::Closed)?;
    if raw.len() > LARGEST {
        return Err(TakeError::TooLarge);
    }
    if raw.trim_ascii().is_empty() {
        return Err(TakeError::Empty);
    }
    let id: InboundId = app.id(ctx.now);
    let head = serde_json::to_vec(envelope).map_err(|error| StoreError::Internal(Box::new(error)))?;
    let plain = [head.as_slice(), b"\n", raw].concat();
    let sealed =
        app.keys.seal(&context(id), &plain, &app.chance).map_err(|error| StoreError::Internal(Box::new(error)))?;
    let sort = sort(|to| bounce::is_ours(app, to), &inbound.address, &envelope.to);
    let new = NewInbound { id, digest: digest(envelope, raw).to_vec(), sort, sealed };
    let now = ctx.now;
    match app.db.write(move |tx| store::inbound::add(tx, &new, now)).await {
        Ok(true) => Ok(Taken::Stored),
        // Two who hand over the same at once: one of them was first.
        Ok(false) | Err(StoreError::Taken) => Ok(Taken::Known),
        Err(error) => Err(error.into()),
    }
}

/// The recipient decides what a mail is. Bounces come back to an address that carries a tag.
fn sort(bounces: impl Fn(&str) -> bool, requests: &Address, to: &[String]) -> Sort {
    if !to.is_empty() && to.iter().all(|to| bounces(to)) {
        return Sort::Bounce;
    }
    let asks = |to: &String| Address::parse(to).is_ok_and(|to| to.search_key() == requests.search_key());
    // A pipe tells no recipient: what comes by it is what was sent there.
    if to.is_empty() || to.iter().any(asks) { Sort::Request } else { Sort::Other }
}

/// Each part with its length, so that two messages never run together.
fn digest(envelope: &Envelope, raw: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    let mut add = |part: &[u8]| {
        hash.update(&(part.len() as u64).to_be_bytes());
        hash.update(part);
    };
    add(envelope.from.as_bytes());
    envelope.to.iter().for_each(|to| add(to.as_bytes()));
    add(raw);
    hash.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_recipient_decides_what_a_mail_is() {
        let bounces = |to: &str| to.starts_with("bounce+");
        let asks = Address::parse("koppelen@huis.example.nl").unwrap();
        for (to, expected) in [
            (vec![], Sort::Request),
            (vec!["Koppelen@Huis.example.nl"], Sort::Request),
            (vec!["bounce+a1b2@post.example.nl"], Sort::Bounce),
            (vec!["koppelen@huis.example.nl", "bounce+a1@POST.example.nl"], Sort::Request),
            (vec!["inloggen@post.example.nl"], Sort::Other),
            (vec!["koppelen+x@huis.example.nl"], Sort::Other),
            (vec!["koppelen@elders.example.nl"], Sort::Other),
            (vec!["geen adres"], Sort::Other),
        ] {
            let to: Vec<String> = to.into_iter().map(str::to_owned).collect();
            assert_eq!(sort(bounces, &asks, &to), expected, "{to:?}");
        }
    }
}
