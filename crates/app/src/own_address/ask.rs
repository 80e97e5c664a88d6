//! Asking for another address: the new one waits, and its owner gets a mail. The one in force stays.

use domain::access::{Actor, Denied};
use domain::audit::Act;
use domain::email::Address;
use domain::id::{EmailLinkId, IdentityId};
use domain::mail::Mail;
use domain::time::Time;
use store::email_link::NewLink;
use store::mail::NewMail;
use store::{StoreError, Write};

use super::{line, masked, told};
use crate::audit::{self, Entry};
use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};
use crate::limits::{Counted, Tally, seconds_left};
use crate::outbox::intent;
use crate::own_proof::{Proof, Proven, Unproven, prove};

/// What a resident wants.
pub struct Wish {
    /// The new address.
    pub address: Address,
    /// That it is them.
    pub proof: Proof,
}

/// Why nothing was asked.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// Nobody is signed in, or no resident.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// The password is wrong.
    #[error("wrong password")]
    WrongPassword,
    /// The passkey is not taken.
    #[error("the passkey is not taken")]
    Passkey,
    /// It is the address in force, and proved.
    #[error("the address is linked already")]
    Same,
    /// Too many wrong passwords, or too many addresses.
    #[error("too often")]
    TooOften {
        /// When it is worth trying again.
        seconds: i64,
    },
    /// Too many passwords are being checked.
    #[error("busy")]
    Busy {
        /// When it is worth trying again.
        seconds: u32,
    },
}

impl From<StoreError> for AskError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

impl From<Unproven> for AskError {
    fn from(error: Unproven) -> Self {
        match error {
            Unproven::Wrong => Self::WrongPassword,
            Unproven::Passkey => Self::Passkey,
            Unproven::Slowed { seconds } => Self::TooOften { seconds },
            Unproven::Busy { seconds } => Self::Busy { seconds },
            Unproven::Store(error) => error.into(),
        }
    }
}

/// Asks for another address, or a first one.
///
/// # Errors
/// [`AskError`].
pub async fn ask(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, wish: Wish) -> Result<(), AskError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let (asks, address) = (who.clone(), wish.address.clone());
    let identity = app.db.read(move |tx| new_to(tx, &asks, &address, now)).await?;
    let proven = prove(app, ctx, identity, &wish.proof).await?;
    often(app, ctx, identity).await?;
    let link: EmailLinkId = app.id(now);
    let asking = Asking {
        who,
        proven,
        link,
        mail: intent(app, ctx, Mail::EmailConfirm { link, device: ctx.device }),
        line: line(app, ctx, Act::EmailAsked),
        address: wish.address,
        // Access may have ended while this waited for its hash.
        now: app.clock.now(),
    };
    app.db.write(move |tx| asking.run(tx)).await?;
    app.ring();
    Ok(())
}

/// The resident who asks, for whom this address is another one than the one in force.
fn new_to(tx: &mut store::Read<'_>, who: &Who, address: &Address, now: Time) -> Result<IdentityId, AskError> {
    let Actor::Resident { identity, .. } = who.actor(tx)? else { return Err(Barred::from(Denied::NotAllowed).into()) };
    let found = store::credential::of_identity(tx, identity, now)?.filter(|found| found.confirmed);
    let in_force = found.and_then(|found| found.address).map(|(_, in_force)| in_force);
    if in_force.as_deref() == Some(address.as_str()) { Err(AskError::Same) } else { Ok(identity) }
}

/// So that nobody has mailboxes of strangers filled.
async fn often(app: &App, ctx: &Ctx, identity: IdentityId) -> Result<(), AskError> {
    let (whom, limits) = (identity.to_string(), &app.settings.limits);
    let own = |limit| Counted { what: "ask-address", whom: &whom, limit };
    let source = Counted { what: "ask-source", whom: &ctx.source, limit: limits.ask_source };
    let overall = Counted { what: "ask-overall", whom: "", limit: limits.ask_overall };
    let asked = [own(limits.ask_account_hour), own(limits.ask_account_day)];
    match Tally::take(app, ctx, source, &asked, overall).await?.over {
        Some(limit) => Err(AskError::TooOften { seconds: seconds_left(limit, ctx.now) }),
        None => Ok(()),
    }
}

/// The asking, with all that is drawn by lot.
struct Asking {
    who: Who,
    proven: Proven,
    address: Address,
    link: EmailLinkId,
    mail: NewMail,
    line: Entry,
    now: Time,
}

impl Asking {
    fn run(&self, tx: &mut Write<'_>) -> Result<(), AskError> {
        let actor = self.who.actor(tx)?;
        let Actor::Resident { identity, occupancy, account, organisation } = actor else {
            return Err(Barred::from(Denied::NotAllowed).into());
        };
        if !self.proven.holds(tx, self.now)? {
            return Err(AskError::WrongPassword);
        }
        let new = NewLink {
            id: self.link,
            organisation,
            occupancy,
            address: self.address.as_str().to_owned(),
            search_key: self.address.search_key(),
        };
        store::own_address::ask(tx, identity, &new, self.now)?;
        store::mail::add(tx, &self.mail, self.now)?;
        let before = store::own_address::current(tx, organisation, occupancy)?;
        let detail = match before {
            Some(before) => audit::before_and_after(&masked(&before.address), &self.address.masked()),
            None => self.address.masked(),
        };
        told(&self.line, &actor, (organisation, account), &detail).write(tx)?;
        Ok(())
    }
}
