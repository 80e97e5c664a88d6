//! A passkey that a browser says to use: whose it is, whether it answers a challenge of ours, and that it is used once.

use crypto::passkey::{Answer, ClientData, Known, LONGEST_CREDENTIAL, PublicKey, Refused, Used, assert};
use domain::id::{IdentityId, PasskeyId};
use domain::time::Time;
use store::credential::{self, Holder};
use store::passkey::Found;
use store::{Read, StoreError, Write};

use super::challenge::{Alive, For, find};
use super::{from_base64url, party};
use crate::house::{App, Ctx};

/// What the browser sent; bytes in base64url.
#[derive(Clone, Debug, Default)]
pub struct Use {
    /// What its device calls the passkey.
    pub credential: String,
    /// What the device knows its owner by.
    pub handle: String,
    /// What the browser says it did.
    pub client_data: String,
    /// What the device says.
    pub data: String,
    /// Over both.
    pub signature: String,
}

/// Why a passkey is not taken. Nobody outside is told which.
#[derive(Debug, thiserror::Error)]
pub enum UseError {
    /// Nobody who has access holds this passkey.
    #[error("an unknown passkey")]
    Unknown,
    /// The challenge is too old, was answered, or is for another browser.
    #[error("no challenge that can be answered")]
    TooLate,
    /// What the browser sent is not taken.
    #[error("refused: {0}")]
    Refused(#[from] Refused),
    /// It is said to be somebody else's passkey.
    #[error("another owner")]
    OtherOwner,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A passkey that answered right a moment ago. The act uses it, inside its transaction.
pub(crate) struct Checked {
    alive: Alive,
    found: Found,
    used: Used,
    holder: credential::Found,
}

/// Looks at what the browser sent, for a challenge that was sealed for `whom`.
pub(crate) async fn check(app: &App, ctx: &Ctx, sent: &Use, whom: &For<'_>) -> Result<Checked, UseError> {
    let client = ClientData::read(&from_base64url(&sent.client_data))?;
    let party = party(app).ok_or(UseError::Unknown)?;
    let alive = find(app, &client, whom, ctx.now).ok_or(UseError::TooLate)?;
    let (credential, now) = (from_base64url(&sent.credential), ctx.now);
    if credential.len() > LONGEST_CREDENTIAL {
        return Err(UseError::Unknown);
    }
    let read = app.db.read(move |tx| {
        let Some(found) = store::passkey::find(tx, &credential, now)? else { return Ok(None) };
        let holder = holder(tx, found.identity, now)?;
        Ok::<_, StoreError>(holder.map(|holder| (found, holder)))
    });
    let (found, holder) = read.await?.ok_or(UseError::Unknown)?;
    // A passkey that is found without a name typed has to say whose it is; one that was asked for by name may be silent.
    let handle = from_base64url(&sent.handle);
    let may_be_silent = matches!(whom, For::Prove(_));
    if handle != found.handle && !(handle.is_empty() && may_be_silent) {
        return Err(UseError::OtherOwner);
    }
    let key = PublicKey::read(&found.public_key).ok_or(StoreError::internal("a stored passkey is damaged"))?;
    let known = Known { key: &key, counter: found.counter, backup_eligible: found.backup_eligible };
    let (data, signature) = (from_base64url(&sent.data), from_base64url(&sent.signature));
    let answer = Answer { client: &client, data: &data, signature: &signature };
    let used = assert(&party, client.challenge(), known, answer)?;
    Ok(Checked { alive, found, used, holder })
}

/// Whoever may sign in as this identity now: not staff who ended, whose client is frozen, or who have no second factor yet.
fn holder(tx: &mut Read<'_>, identity: IdentityId, now: Time) -> Result<Option<credential::Found>, StoreError> {
    let Some(found) = credential::of_identity(tx, identity, now)? else { return Ok(None) };
    match found.holder {
        Holder::Resident { .. } => Ok(Some(found)),
        Holder::Staff { .. } => {
            let active = credential::staff(tx, &found.name, now)?;
            Ok(active
                .filter(|it| it.identity == identity && matches!(it.holder, Holder::Staff { has_factor: true, .. })))
        }
    }
}

impl Checked {
    /// Whose it is.
    pub(crate) fn holder(&self) -> &credential::Found {
        &self.holder
    }

    /// Its id.
    pub(crate) fn id(&self) -> PasskeyId {
        self.found.id
    }

    /// Uses it, once: it may have been removed, or all access may have ended, since it was looked up.
    pub(crate) fn write(&self, tx: &mut Write<'_>, now: Time) -> Result<(), UseError> {
        if !self.alive.answer(tx)? {
            return Err(UseError::TooLate);
        }
        let (id, counter) = (self.found.id, self.found.counter);
        let written = store::passkey::used(tx, (id, counter), (self.used.counter, self.used.backed_up), now)?;
        let still = holder(tx, self.found.identity, now)?;
        if written && still.is_some_and(|still| still.generation == self.found.generation) {
            Ok(())
        } else {
            Err(UseError::Unknown)
        }
    }
}
