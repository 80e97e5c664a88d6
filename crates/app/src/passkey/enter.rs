//! Signing in with a passkey: it gives a session as the password does. There is nothing to guess, so no limit slows it down:
//! whoever is slowed down at the password gets their turn by it (PRODUCT 3.1).

use crypto::passkey::{Answer, ClientData, Known, LONGEST_CREDENTIAL, PublicKey, Refused, Used, assert};
use domain::access::Actor;
use domain::audit::{Act, Subject};
use domain::session::Level;
use domain::time::Time;
use store::passkey::Found;
use store::{StoreError, Write};

use super::challenge::{Alive, For, find};
use super::{from_base64url, party};
use crate::audit::{Entry, entry};
use crate::house::{App, Ctx};
use crate::sign_in::{DEVICE, Draft, Entered, RECOGNISED, actor, draft};

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
    /// The cookie that binds the challenge to this browser.
    pub browser: Option<String>,
    /// The cookie by which this browser may be recognised.
    pub device: Option<String>,
}

/// Why there is no session. Nobody outside is told which.
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

/// Signs in.
///
/// # Errors
/// [`UseError`].
pub async fn enter(app: &App, ctx: &Ctx, cmd: Use) -> Result<Entered, UseError> {
    let entered = try_to(app, ctx, &cmd).await;
    match &entered {
        Ok(_) => tracing::info!(event = "authn_passkey_success", source = %ctx.source),
        Err(error) => tracing::info!(event = "authn_passkey_fail", source = %ctx.source, %error),
    }
    entered
}

async fn try_to(app: &App, ctx: &Ctx, cmd: &Use) -> Result<Entered, UseError> {
    let client = ClientData::read(&from_base64url(&cmd.client_data))?;
    let party = party(app).ok_or(UseError::Unknown)?;
    let alive = find(app, &client, &For::SignIn(cmd.browser.as_deref().unwrap_or_default()), ctx.now);
    let alive = alive.filter(|_| cmd.browser.is_some()).ok_or(UseError::TooLate)?;
    let (credential, now) = (from_base64url(&cmd.credential), ctx.now);
    if credential.len() > LONGEST_CREDENTIAL {
        return Err(UseError::Unknown);
    }
    let read = app.db.read(move |tx| {
        let Some(found) = store::passkey::find(tx, &credential, now)? else { return Ok(None) };
        let holder = store::credential::of_identity(tx, found.identity, now)?;
        Ok::<_, StoreError>(holder.map(|holder| (found, holder)))
    });
    let (found, holder) = read.await?.ok_or(UseError::Unknown)?;
    // A passkey that is found without a name typed has to say whose it is.
    if from_base64url(&cmd.handle) != found.handle {
        return Err(UseError::OtherOwner);
    }
    let key = PublicKey::read(&found.public_key).ok_or(StoreError::internal("a stored passkey is damaged"))?;
    let known = Known { key: &key, counter: found.counter, backup_eligible: found.backup_eligible };
    let (data, signature) = (from_base64url(&cmd.data), from_base64url(&cmd.signature));
    let answer = Answer { client: &client, data: &data, signature: &signature };
    let used = assert(&party, client.challenge(), known, answer)?;
    let who = actor(&holder);
    start(app, ctx, (alive, found, used), who, cmd.device.as_deref()).await
}

/// All that is drawn beforehand.
struct Plan {
    alive: Alive,
    found: Found,
    used: Used,
    draft: Draft,
    /// The hash of the cookie by which this browser may be recognised.
    browser: [u8; 32],
    line: Entry,
}

async fn start(
    app: &App,
    ctx: &Ctx,
    (alive, found, used): (Alive, Found, Used),
    (actor, organisation): (Actor, Option<domain::id::OrganisationId>),
    device: Option<&str>,
) -> Result<Entered, UseError> {
    let (draft, mut entered) = draft(app, ctx, (found.identity, found.generation), Level::Full, false);
    let subject = Subject::new("session", draft.id().uuid());
    let line = entry(app, ctx, actor, Act::SessionStarted, (organisation, subject)).because("passkey");
    let browser = device.map_or([0; 32], |value| crypto::token::hash(DEVICE, value));
    let plan = Plan { alive, found, used, draft, browser, line };
    let now = ctx.now;
    let recognised = app.db.write(move |tx| plan.run(tx, now)).await?;
    if recognised {
        entered.device = None;
    }
    Ok(entered)
}

impl Plan {
    /// True when the browser was recognised already.
    fn run(&self, tx: &mut Write<'_>, now: Time) -> Result<bool, UseError> {
        if !self.alive.answer(tx)? {
            return Err(UseError::TooLate);
        }
        let identity = self.found.identity;
        // It may have been removed, or all access may have ended, since it was looked up.
        let written = store::passkey::used(
            tx,
            (self.found.id, self.found.counter),
            (self.used.counter, self.used.backed_up),
            now,
        )?;
        let holder = store::credential::of_identity(tx, identity, now)?;
        if !written || holder.is_none_or(|holder| holder.generation != self.found.generation) {
            return Err(UseError::Unknown);
        }
        let since = now - RECOGNISED;
        let recognised = store::session::recognised(tx, &self.browser, since, now)? == Some(identity);
        if recognised {
            self.draft.clone().in_known_browser().write(tx, now)?;
            store::session::recognised_again(tx, &self.browser, now)?;
        } else {
            self.draft.write(tx, now)?;
        }
        store::identity::signed_in(tx, identity, now)?;
        store::progress::signed_in(tx, identity, now)?;
        self.line.write(tx)?;
        Ok(recognised)
    }
}
