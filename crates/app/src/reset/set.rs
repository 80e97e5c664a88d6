//! Setting the new password: the only writer of passwords for residents. The link is used by one POST out of however
//! many; using it ends all its sisters, all sessions and recognised browsers, and confirms an address that was only linked.

use crypto::password::{HashError, Secret};
use crypto::token::Token;
use domain::access::Actor;
use domain::audit::{Act, Subject};
use domain::id::{DeviceId, IdentityId, OrganisationId, PasskeyId};
use domain::mail::Mail;
use domain::password::{Context, Fault};
use domain::time::Time;
use domain::token::{Dead, Purpose};
use secrecy::ExposeSecret;
use store::account::Behind;
use store::mail::NewMail;
use store::password::Hash;
use store::token::Alive;
use store::{StoreError, Write};

use super::open::wrong_usernames;
use crate::audit::{Entry, entry};
use crate::house::{App, Ctx};
use crate::limits::count;
use crate::outbox::intent;
use crate::sign_in::DEVICE;

/// What was typed behind the link.
pub struct NewPassword {
    /// The new password as typed.
    pub password: Secret,
    /// The username of the letter, where the page asked it.
    pub username: Option<String>,
}

/// Which passkeys go with the old password: whoever asks for a new one may have been robbed of a device, or may have found a
/// passkey that is not theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remove {
    /// These; others than their own are not there.
    These(Vec<PasskeyId>),
    /// All there are, for who is not shown which.
    All,
}

/// The password was set.
#[derive(Debug)]
pub struct Done {
    /// The value for the cookie by which this browser is recognised from now on: it may sign in while others are
    /// slowed down. It is no session.
    pub device: Token,
}

/// Why no password was set.
#[derive(Debug, thiserror::Error)]
pub enum SetError {
    /// The link is dead.
    #[error("the link is dead: {0}")]
    Dead(Dead),
    /// The username is not the one of the letter.
    #[error("wrong username")]
    WrongUsername,
    /// The password is refused, with every reason.
    #[error("the password is refused")]
    Password(Vec<Fault>),
    /// Too many passwords are being hashed.
    #[error("busy")]
    Busy {
        /// When it is worth trying again.
        seconds: u32,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<HashError> for SetError {
    fn from(error: HashError) -> Self {
        match error {
            HashError::Busy { retry_after_seconds } => Self::Busy { seconds: retry_after_seconds },
            other => Self::Store(StoreError::Internal(Box::new(other))),
        }
    }
}

/// Sets the password of whoever the link belongs to; their passkeys stay.
///
/// # Errors
/// [`SetError`].
pub async fn set(app: &App, ctx: &Ctx, token: &str, cmd: NewPassword) -> Result<Done, SetError> {
    set_and_remove(app, ctx, token, (cmd, Remove::These(Vec::new()))).await
}

/// The same, and removes passkeys.
///
/// # Errors
/// [`SetError`].
pub async fn set_and_remove(
    app: &App,
    ctx: &Ctx,
    token: &str,
    (cmd, remove): (NewPassword, Remove),
) -> Result<Done, SetError> {
    let hash = crypto::token::hash(Purpose::Reset.as_str(), token);
    let _turn = app.turns.take(hash).await;
    let now = ctx.now;
    let (alive, behind) = app
        .db
        .read(move |tx| {
            let alive = store::token::look(tx, &hash, Purpose::Reset, now)?.map_err(SetError::Dead)?;
            let behind = store::account::behind(tx, alive.identity)?;
            Ok::<_, SetError>((alive, behind))
        })
        .await?;
    if alive.asks_username {
        check_username(app, ctx, &alive, behind.as_ref(), cmd.username.as_deref()).await?;
    }
    let password = domain::password::normalise(cmd.password.expose_secret());
    check(app, &password, &context_of(app, behind.as_ref())).map_err(SetError::Password)?;
    let stored = app.hasher.hash(Secret::from(password.as_str())).await?;
    let hashed = Hash { phc: stored.phc, key_number: stored.key_number };
    write(app, ctx, (hash, hashed, remove), &alive, behind).await
}

/// Judges a normalised password.
pub(crate) fn check(app: &App, password: &str, context: &Context) -> Result<(), Vec<Fault>> {
    domain::password::judge(password, &app.settings.password, context, &|text| app.known.is_known(text))
}

/// What an attacker would know of the person.
pub(crate) fn context_of(app: &App, behind: Option<&Behind>) -> Context {
    let mut words = vec![app.settings.brand.name.clone(), "Huissleutel".to_owned()];
    let Some(behind) = behind else { return Context { username: None, words } };
    words.push(behind.organisation_name.clone());
    words.push(behind.project_name.clone());
    words.extend(behind.street.clone());
    words.extend(behind.place.clone());
    Context { username: domain::username::Username::parse_issued(&behind.username).ok(), words }
}

/// The username is counted before it is compared, so that tries side by side count too.
pub(crate) async fn check_username(
    app: &App,
    ctx: &Ctx,
    alive: &Alive,
    behind: Option<&Behind>,
    typed: Option<&str>,
) -> Result<(), SetError> {
    let right = behind.is_some_and(|behind| {
        typed.and_then(domain::username::Skeleton::typed).is_some_and(|skeleton| skeleton.as_str() == behind.skeleton)
    });
    let request = alive.mail.to_string();
    let counted = wrong_usernames(app, &request);
    let tries = count(app, ctx, counted).await?;
    if right && tries <= counted.limit.most {
        crate::limits::give_back(app, ctx, counted).await?;
        return Ok(());
    }
    if tries < counted.limit.most {
        return Err(SetError::WrongUsername);
    }
    end_links(app, ctx, alive, behind.map(|behind| behind.organisation)).await?;
    Err(SetError::Dead(Dead::TooManyTries))
}

async fn end_links(
    app: &App,
    ctx: &Ctx,
    alive: &Alive,
    organisation: Option<OrganisationId>,
) -> Result<(), StoreError> {
    let (mail, now) = (alive.mail, ctx.now);
    let subject = Subject::new("identity", alive.identity.uuid());
    let line = entry(app, ctx, Actor::Anonymous, Act::LinksEnded, (organisation, subject));
    app.db
        .write(move |tx| {
            store::token::end_request(tx, mail, Dead::TooManyTries, now)?;
            line.write(tx)
        })
        .await
}

/// All that is drawn beforehand.
struct Plan {
    identity: IdentityId,
    hashed: Hash,
    remove: Remove,
    removed: Entry,
    device: (DeviceId, [u8; 32]),
    notice: NewMail,
    set: Entry,
    confirmed: Entry,
}

impl Plan {
    fn run(&self, tx: &mut Write<'_>, token: &[u8; 32], now: Time) -> Result<(), SetError> {
        let proof = store::token::consume(tx, token, Purpose::Reset, now)?.map_err(SetError::Dead)?;
        store::password::set(tx, &proof, &self.hashed, now)?;
        store::progress::password_set(tx, self.identity, now)?;
        store::session::end_all(tx, self.identity, now)?;
        // Whoever asked for another address before proved the password that is no more.
        store::own_address::end_asked(tx, self.identity)?;
        self.remove_passkeys(tx)?;
        store::session::recognise(tx, self.device.0, &self.device.1, (self.identity, proof.generation()), now)?;
        if let Some(link) = proof.link() {
            if store::email_link::confirm(tx, link, now)? {
                self.confirmed.write(tx)?;
            }
            store::email_link::arrived(tx, link)?;
        }
        store::mail::add(tx, &self.notice, now)?;
        self.set.write(tx)?;
        Ok(())
    }

    fn remove_passkeys(&self, tx: &mut Write<'_>) -> Result<(), SetError> {
        let removed = match &self.remove {
            Remove::All => store::passkey::forget(tx, self.identity)?,
            Remove::These(ids) => {
                let mut removed = false;
                for id in ids {
                    removed |= store::passkey::remove(tx, self.identity, *id)?;
                }
                removed
            }
        };
        if removed {
            self.removed.write(tx)?;
        }
        Ok(())
    }
}

async fn write(
    app: &App,
    ctx: &Ctx,
    (token, hashed, remove): ([u8; 32], Hash, Remove),
    alive: &Alive,
    behind: Option<Behind>,
) -> Result<Done, SetError> {
    let (identity, now) = (alive.identity, ctx.now);
    let organisation = behind.map(|behind| behind.organisation);
    let subject = Subject::new("identity", identity.uuid());
    let line = |act| entry(app, ctx, Actor::Anonymous, act, (organisation, subject));
    let device = Token::mint(&app.chance);
    let plan = Plan {
        identity,
        hashed,
        remove,
        removed: line(Act::PasskeyRemoved).because("reset"),
        device: (app.id(now), device.hash(DEVICE)),
        notice: intent(app, ctx, Mail::PasswordChanged { identity, device: ctx.device }),
        set: line(Act::PasswordSet).because("reset"),
        confirmed: line(Act::EmailConfirmed),
    };
    // Access may have ended while this waited for its hash.
    let at = app.clock.now();
    app.db.write(move |tx| plan.run(tx, &token, at)).await?;
    app.ring();
    Ok(Done { device })
}
