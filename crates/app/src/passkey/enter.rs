//! Signing in with a passkey: it gives a session as the password does, and to staff as password and second factor together do,
//! because the device asks for a finger, a face or a code. There is nothing to guess, so no limit slows it down: whoever is slowed
//! down at the password gets their turn by it (PRODUCT 3.1).

use domain::audit::{Act, Subject};
use domain::session::Level;
use domain::time::Time;
use store::credential::Holder;
use store::{StoreError, Write};

use super::challenge::For;
use super::check::{Checked, Use, UseError, check};
use crate::audit::{Entry, entry};
use crate::house::{App, Ctx};
use crate::sign_in::{DEVICE, Draft, Entered, RECOGNISED, SESSION, actor, draft};

/// A passkey that is to sign somebody in, and what the browser has.
#[derive(Clone, Debug, Default)]
pub struct Enter {
    /// What the browser sent of the passkey.
    pub passkey: Use,
    /// The cookie that binds the challenge to this browser.
    pub browser: Option<String>,
    /// The cookie by which this browser may be recognised.
    pub device: Option<String>,
    /// The cookie of a session that has to give its second factor yet: this is it.
    pub half_way: Option<String>,
}

/// Signs in.
///
/// # Errors
/// [`UseError`].
pub async fn enter(app: &App, ctx: &Ctx, cmd: Enter) -> Result<Entered, UseError> {
    let entered = try_to(app, ctx, &cmd).await;
    match &entered {
        Ok(_) => tracing::info!(event = "authn_passkey_success", source = %ctx.source),
        Err(error) => tracing::info!(event = "authn_passkey_fail", source = %ctx.source, %error),
    }
    entered
}

async fn try_to(app: &App, ctx: &Ctx, cmd: &Enter) -> Result<Entered, UseError> {
    let browser = cmd.browser.as_deref().ok_or(UseError::TooLate)?;
    let checked = check(app, ctx, &cmd.passkey, &For::SignIn(browser)).await?;
    let (plan, mut entered) = plan(app, ctx, checked, cmd);
    let now = ctx.now;
    let recognised = app.db.write(move |tx| plan.run(tx, now)).await?;
    if recognised {
        entered.device = None;
    }
    Ok(entered)
}

/// All that is drawn beforehand.
struct Plan {
    checked: Checked,
    draft: Draft,
    /// The hash of the cookie by which this browser may be recognised.
    browser: [u8; 32],
    /// The hash of the cookie of a session that is half way.
    half_way: Option<[u8; 32]>,
    line: Entry,
}

fn plan(app: &App, ctx: &Ctx, checked: Checked, cmd: &Enter) -> (Plan, Entered) {
    let holder = checked.holder();
    let staff = matches!(holder.holder, Holder::Staff { .. });
    let (draft, mut entered) = draft(app, ctx, (holder.identity, holder.generation), Level::Full, staff);
    entered.address_missing = !staff && holder.address.is_none();
    let (actor, organisation) = actor(holder);
    let subject = Subject::new("session", draft.id().uuid());
    let line = entry(app, ctx, actor, Act::SessionStarted, (organisation, subject)).because("passkey");
    let browser = cmd.device.as_deref().map_or([0; 32], |value| crypto::token::hash(DEVICE, value));
    let half_way = cmd.half_way.as_deref().map(|value| crypto::token::hash(SESSION, value));
    (Plan { checked, draft, browser, half_way, line }, entered)
}

impl Plan {
    /// True when the browser was recognised already.
    fn run(&self, tx: &mut Write<'_>, now: Time) -> Result<bool, UseError> {
        self.checked.write(tx, now)?;
        self.end_half_way(tx, now)?;
        let identity = self.checked.holder().identity;
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

    /// A cookie from half way must not be left behind.
    fn end_half_way(&self, tx: &mut Write<'_>, now: Time) -> Result<(), StoreError> {
        let Some(cookie) = &self.half_way else { return Ok(()) };
        match store::session::who(tx, cookie, now)? {
            Some(half) if half.level == Level::HalfWay => store::session::end(tx, half.session, now),
            _ => Ok(()),
        }
    }
}
