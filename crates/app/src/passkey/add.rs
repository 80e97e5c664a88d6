//! Adding a passkey: the password of now, a challenge for this session, and what the device made of it. Its owner is told by
//! mail (norms N11).

use crypto::passkey::{ALGORITHMS, ClientData, Party, Refused, register};
use domain::audit::{Act, Subject};
use domain::id::PasskeyId;
use domain::mail::Mail;
use domain::naming::Name;
use domain::session::Level;
use domain::time::Time;
use store::StoreError;
use store::passkey::{MOST, NewPasskey};
use store::session::SignedIn;

use super::challenge::{Alive, For, draw, find};
use super::{base64url, from_base64url, party};
use crate::audit::{Entry, entry};
use crate::house::{App, Ctx};
use crate::outbox::intent;
use crate::own_proof::Proof;
use crate::security::{ProveError, organisation_of, prove};
use crate::sign_in::{SESSION, who};

/// What a browser needs to make a passkey; bytes in base64url.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// The challenge.
    pub challenge: String,
    /// The name that passkeys are made for.
    pub party: String,
    /// What devices know the owner by.
    pub handle: String,
    /// The username, which the device shows.
    pub username: String,
    /// What devices call the passkeys there are: none of them makes a second one.
    pub known: Vec<String>,
    /// The numbers of the kinds of key that are taken, apart by spaces.
    pub algorithms: String,
}

/// What the browser made.
#[derive(Clone, Debug)]
pub struct Add {
    /// What its owner calls it.
    pub name: Name,
    /// What the browser says it did, in base64url.
    pub client_data: String,
    /// The envelope with what the device says, in base64url.
    pub attestation: String,
}

/// A passkey that was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its id.
    pub id: PasskeyId,
}

/// Why no passkey was added.
#[derive(Debug, thiserror::Error)]
pub enum AddError {
    /// It is not known to be them.
    #[error(transparent)]
    Prove(#[from] ProveError),
    /// The address of the house is a number, for which browsers make none.
    #[error("no passkeys at this address")]
    NotHere,
    /// There are as many as there may be.
    #[error("too many passkeys")]
    TooMany,
    /// The challenge is too old, was answered, or is for another session.
    #[error("no challenge that can be answered")]
    TooLate,
    /// What the browser sent is not taken.
    #[error("refused: {0}")]
    Refused(#[from] Refused),
}

impl From<StoreError> for AddError {
    fn from(error: StoreError) -> Self {
        Self::Prove(error.into())
    }
}

/// Begins: looks at the proof that it is them, and draws a challenge that only this session can answer.
///
/// # Errors
/// [`AddError`].
pub async fn begin(app: &App, ctx: &Ctx, cookie: &str, proof: &Proof) -> Result<Begun, AddError> {
    let own = prove(app, ctx, cookie, proof).await?;
    let (signed_in, proven, now) = (own.signed_in, own.proven, app.clock.now());
    let party = party(app).ok_or(AddError::NotHere)?;
    let whose = (signed_in.identity, signed_in.generation);
    let fresh: [u8; 32] = app.chance.bytes();
    let write = app.db.write(move |tx| {
        if !proven.holds(tx, now)? {
            return Err(ProveError::SignIn.into());
        }
        let known = store::passkey::of_owner(tx, whose)?;
        if known.len() >= MOST {
            return Err(AddError::TooMany);
        }
        Ok((store::passkey::handle_of(tx, whose, &fresh)?, known))
    });
    let (handle, known) = write.await?;
    let challenge = draw(app, ctx, &For::Add(signed_in.session, signed_in.generation))?;
    Ok(Begun {
        challenge: base64url(&challenge),
        party: party.id().to_owned(),
        handle: base64url(&handle),
        username: signed_in.name,
        known: known.iter().map(|it| base64url(&it.credential)).collect(),
        algorithms: ALGORITHMS.map(|number| number.to_string()).join(" "),
    })
}

/// Adds what the browser made.
///
/// # Errors
/// [`AddError`].
pub async fn add(app: &App, ctx: &Ctx, cookie: &str, cmd: Add) -> Result<Made, AddError> {
    let holder = who(app, ctx, cookie).await?.filter(|holder| holder.level == Level::Full);
    let signed_in = holder.ok_or(ProveError::SignIn)?;
    let party = party(app).ok_or(AddError::NotHere)?;
    let (alive, new) = made(app, ctx, &signed_in, (&party, &cmd)).inspect_err(|error| {
        tracing::warn!(event = "passkey_not_added", source = %ctx.source, %error);
    })?;
    let made = Made { id: new.id };
    let (cookie, now) = (crypto::token::hash(SESSION, cookie), ctx.now);
    let identity = signed_in.identity;
    let line = line(app, ctx, &signed_in, made);
    let notice = intent(app, ctx, Mail::PasskeyAdded { identity, device: ctx.device });
    let write = app.db.write(move |tx| {
        let whose = still(store::session::who(tx, &cookie, now)?, &signed_in)?;
        if !alive.answer(tx)? {
            return Err(AddError::TooLate);
        }
        if store::passkey::of_owner(tx, whose)?.len() >= MOST {
            return Err(AddError::TooMany);
        }
        // What one device calls a passkey of ours is not what another one calls it, unless it is played again.
        if !store::passkey::add(tx, whose, &new, now)? {
            return Err(AddError::TooLate);
        }
        store::mail::add(tx, &notice, now)?;
        line.write(tx)?;
        Ok(())
    });
    write.await?;
    app.ring();
    Ok(made)
}

fn line(app: &App, ctx: &Ctx, signed_in: &SignedIn, made: Made) -> Entry {
    let about = (organisation_of(signed_in), Subject::new("passkey", made.id.uuid()));
    entry(app, ctx, signed_in.actor.clone(), Act::PasskeyAdded, about)
}

/// Whose it will be, if nothing ended meanwhile.
fn still(now: Option<SignedIn>, before: &SignedIn) -> Result<(domain::id::IdentityId, i64), ProveError> {
    let same = now.filter(|now| now.session == before.session && now.generation == before.generation);
    same.map(|now| (now.identity, now.generation)).ok_or(ProveError::SignIn)
}

fn made(
    app: &App,
    ctx: &Ctx,
    signed_in: &SignedIn,
    (party, cmd): (&Party, &Add),
) -> Result<(Alive, NewPasskey), AddError> {
    let client = ClientData::read(&from_base64url(&cmd.client_data))?;
    let whom = For::Add(signed_in.session, signed_in.generation);
    let alive = find(app, &client, &whom, ctx.now).ok_or(AddError::TooLate)?;
    let made = register(party, client.challenge(), &client, &from_base64url(&cmd.attestation))?;
    Ok((alive, new(app, ctx.now, made, &cmd.name)))
}

fn new(app: &App, now: Time, made: crypto::passkey::Made, name: &Name) -> NewPasskey {
    NewPasskey {
        id: app.id(now),
        credential: made.credential,
        public_key: made.key.written().to_vec(),
        counter: made.counter,
        backup: (made.backup_eligible, made.backed_up),
        name: name.as_str().to_owned(),
    }
}
