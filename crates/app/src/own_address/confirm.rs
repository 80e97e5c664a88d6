//! The owner of a new address confirms it: by the link in the mail that went there, signed in to the account or with its
//! password. A mailbox alone links nothing, and neither does a robot that presses the button (law 5).

use crypto::password::Secret;
use domain::access::Actor;
use domain::audit::{Act, Subject};
use domain::device::Device;
use domain::limits::Limit;
use domain::mail::Mail;
use domain::proposal::Reason;
use domain::time::{Span, Time};
use domain::token::{Dead, Purpose};
use store::mail::NewMail;
use store::own_address::{Asked, InForce};
use store::session::SignedIn;
use store::token::Alive;
use store::{Read, StoreError, Write};

use super::{line, masked, overtaken, told};
use crate::audit::{self, Entry, entry};
use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};
use crate::limits::{Counted, count, give_back};
use crate::outbox::intent;
use crate::own_proof::{Proven, Unproven, compare};

/// What the page behind a live link shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The new address, in whose mailbox the link was.
    pub address: String,
    /// Who opens it is signed in to the account: the button is enough.
    pub own: bool,
}

/// What beside the link says that it is theirs.
#[derive(Debug)]
pub enum By<'a> {
    /// Who is signed in to the account.
    SignedIn(Caller<'a>),
    /// The password of the account.
    Password(Secret),
}

/// Why nothing was confirmed.
#[derive(Debug, thiserror::Error)]
pub enum ConfirmError {
    /// The link is dead.
    #[error("the link is dead: {0}")]
    Dead(Dead),
    /// The password is not the one of the account; also when somebody else is signed in.
    #[error("wrong password")]
    WrongPassword,
    /// Too many passwords are being checked.
    #[error("busy")]
    Busy {
        /// When it is worth trying again.
        seconds: u32,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<Unproven> for ConfirmError {
    fn from(error: Unproven) -> Self {
        match error {
            Unproven::Wrong | Unproven::Passkey | Unproven::Slowed { .. } => Self::WrongPassword,
            Unproven::Busy { seconds } => Self::Busy { seconds },
            Unproven::Store(error) => Self::Store(error),
        }
    }
}

impl From<Barred> for ConfirmError {
    fn from(error: Barred) -> Self {
        match error {
            Barred::Store(error) => Self::Store(error),
            _ => Self::WrongPassword,
        }
    }
}

/// Looks whether a link can be used. Changes nothing (law 5).
///
/// # Errors
/// When the database fails.
pub async fn open(
    app: &App,
    ctx: &Ctx,
    token: &str,
    signed_in: Option<&SignedIn>,
) -> Result<Result<Opened, Dead>, StoreError> {
    let (hash, now) = (hash(token), ctx.now);
    let identity = signed_in.map(|signed_in| signed_in.identity);
    let found = app.db.read(move |tx| look(tx, &hash, now)).await?;
    Ok(found.map(|(alive, asked)| Opened { address: asked.address, own: identity == Some(alive.identity) }))
}

fn hash(token: &str) -> [u8; 32] {
    crypto::token::hash(Purpose::EmailConfirm.as_str(), token)
}

/// A link to an address that waits no longer is used up.
fn look(tx: &mut Read<'_>, hash: &[u8; 32], now: Time) -> Result<Result<(Alive, Asked), Dead>, StoreError> {
    let alive = match store::token::look(tx, hash, Purpose::EmailConfirm, now)? {
        Ok(alive) => alive,
        Err(dead) => return Ok(Err(dead)),
    };
    let asked = match alive.link {
        Some(link) => store::own_address::asked(tx, link, now)?,
        None => None,
    };
    Ok(asked.map(|asked| (alive, asked)).ok_or(Dead::AddressChanged))
}

/// Links the new address, which is confirmed by that.
///
/// # Errors
/// [`ConfirmError`].
pub async fn confirm(app: &App, ctx: &Ctx, token: &str, by: By<'_>) -> Result<(), ConfirmError> {
    let (hash, now) = (hash(token), ctx.now);
    let _turn = app.turns.take(hash).await;
    let (alive, asked) = app.db.read(move |tx| look(tx, &hash, now)).await?.map_err(ConfirmError::Dead)?;
    let proof = match by {
        By::SignedIn(caller) => Proof::Session(caller.who(app, ctx)),
        By::Password(given) => Proof::Password(proven(app, ctx, &alive, (&given, &asked)).await?),
    };
    let confirming = Confirming {
        hash,
        proof,
        // Which address gives way is known in the transaction.
        notice: intent(app, ctx, Mail::EmailReplaced { link: asked.link, device: ctx.device }),
        linked: line(app, ctx, Act::EmailLinked),
        confirmed: line(app, ctx, Act::EmailConfirmed),
        over: line(app, ctx, Act::ProposalExpired).because(Reason::Overtaken.as_str()),
        device: ctx.device,
        now: app.clock.now(),
    };
    app.db.write(move |tx| confirming.run(tx)).await?;
    app.ring();
    Ok(())
}

/// The password is counted before it is compared, so that tries side by side count too; five wrong ones end the link.
async fn proven(
    app: &App,
    ctx: &Ctx,
    alive: &Alive,
    (given, asked): (&Secret, &Asked),
) -> Result<Proven, ConfirmError> {
    let request = alive.mail.to_string();
    let limit = Limit::new(app.settings.limits.wrong_usernames, Span::days(365));
    let counted = Counted { what: "wrong-password", whom: &request, limit };
    let tries = count(app, ctx, counted).await?;
    if tries <= limit.most {
        let proven = compare(app, alive.identity, given, ctx.now).await;
        if !matches!(proven, Err(Unproven::Wrong)) {
            give_back(app, ctx, counted).await?;
            return Ok(proven?);
        }
    }
    if tries < limit.most {
        return Err(ConfirmError::WrongPassword);
    }
    let (mail, now) = (alive.mail, ctx.now);
    let subject = Subject::new("identity", alive.identity.uuid());
    let ended = entry(app, ctx, Actor::Anonymous, Act::LinksEnded, (Some(asked.organisation), subject));
    let write = app.db.write(move |tx| {
        store::token::end_request(tx, mail, Dead::TooManyTries, now)?;
        ended.write(tx)
    });
    write.await?;
    Err(ConfirmError::Dead(Dead::TooManyTries))
}

/// What beside the link was shown, to be looked at again in the transaction.
enum Proof {
    Session(Who),
    Password(Proven),
}

impl Proof {
    fn holds(&self, tx: &mut Write<'_>, asked: &Asked, now: Time) -> Result<bool, ConfirmError> {
        match self {
            Self::Session(who) => match who.actor(tx)? {
                Actor::Resident { identity, .. } => Ok(identity == asked.identity),
                _ => Ok(false),
            },
            Self::Password(proven) => Ok(proven.holds(tx, now)?),
        }
    }
}

/// The confirming, with all that is drawn by lot.
struct Confirming {
    hash: [u8; 32],
    proof: Proof,
    notice: NewMail,
    linked: Entry,
    confirmed: Entry,
    over: Entry,
    device: Device,
    now: Time,
}

impl Confirming {
    fn run(&self, tx: &mut Write<'_>) -> Result<(), ConfirmError> {
        let now = self.now;
        let (_, asked) = look(tx, &self.hash, now)?.map_err(ConfirmError::Dead)?;
        if !self.proof.holds(tx, &asked, now)? {
            return Err(ConfirmError::WrongPassword);
        }
        store::token::spend(tx, &self.hash, Purpose::EmailConfirm, now)?.map_err(ConfirmError::Dead)?;
        let before = store::own_address::confirm(tx, &asked, now)?;
        if let Some(before) = before.as_ref().filter(|before| before.confirmed) {
            // Who owned the address before hears of it.
            let mail = Mail::EmailReplaced { link: before.link, device: self.device };
            store::mail::add(tx, &NewMail { mail, ..self.notice.clone() }, now)?;
        }
        let actor = Actor::Resident {
            identity: asked.identity,
            occupancy: asked.occupancy,
            account: asked.account,
            organisation: asked.organisation,
        };
        let about = (asked.organisation, asked.account);
        if let Some(line) = self.linked(before.as_ref(), &asked.address) {
            told(&line.0, &actor, about, &line.1).write(tx)?;
        }
        told(&self.confirmed, &actor, about, &masked(&asked.address)).write(tx)?;
        overtaken(tx, asked.occupancy, &told(&self.over, &Actor::Job, about, ""), now)?;
        Ok(())
    }

    /// What the log says beside the confirming, and its detail; nothing when the address is the one that was in force.
    fn linked(&self, before: Option<&InForce>, address: &str) -> Option<(Entry, String)> {
        let mut line = self.linked.clone();
        match before {
            Some(before) if before.address == address => None,
            Some(before) => {
                line.line.act = Act::EmailChanged;
                Some((line, audit::before_and_after(&masked(&before.address), &masked(address))))
            }
            None => Some((line, masked(address))),
        }
    }
}
