//! A new session: a fresh value for the cookie at every sign-in and step-up, never one that came from outside.

use crypto::token::Token;
use domain::id::{DeviceId, IdentityId, SessionId};
use domain::session::Level;
use domain::time::Time;
use store::session::NewSession;
use store::{StoreError, Write};

use crate::house::{App, Ctx};

/// The purposes of the values in cookies, for their hashes.
pub(crate) const SESSION: &str = "session";
pub(crate) const DEVICE: &str = "device";

/// What a successful sign-in gives.
#[derive(Debug)]
pub struct Entered {
    /// The value for the session cookie.
    pub session: Token,
    /// A new value for the cookie by which this browser is recognised; none until signed in fully, and none for a browser
    /// that is recognised already.
    pub device: Option<Token>,
    /// How far the person is.
    pub level: Level,
    /// When the session ends whatever happens.
    pub ends_at: Time,
    /// A resident without a linked address: told so at each sign-in (PRODUCT 3.1).
    pub address_missing: bool,
}

/// All that is drawn beforehand, so that a transaction that runs twice writes the same.
#[derive(Clone)]
pub(crate) struct Draft {
    session: NewSession,
    device: Option<(DeviceId, [u8; 32])>,
}

/// A session to be started, with the values for its cookies.
pub(crate) fn draft(
    app: &App,
    ctx: &Ctx,
    (identity, generation): (IdentityId, i64),
    level: Level,
    staff: bool,
) -> (Draft, Entered) {
    let (token, ends_at) = (Token::mint(&app.chance), app.settings.lifetimes.ends_at(ctx.now, level, staff));
    let session = NewSession {
        id: app.id::<domain::id::Session>(ctx.now),
        hash: token.hash(SESSION),
        identity,
        generation,
        level,
        device: (ctx.device.browser.as_str().to_owned(), ctx.device.system.as_str().to_owned()),
        ends_at,
    };
    let device = (level == Level::Full).then(|| Token::mint(&app.chance));
    let recognised = device.as_ref().map(|device| (app.id::<domain::id::Device>(ctx.now), device.hash(DEVICE)));
    (Draft { session, device: recognised }, Entered { session: token, device, level, ends_at, address_missing: false })
}

impl Draft {
    pub(crate) fn id(&self) -> SessionId {
        self.session.id
    }

    /// The same under another generation, for a re-invited member of staff.
    pub(crate) fn under(&self, generation: i64) -> Self {
        let mut same = self.clone();
        same.session.generation = generation;
        same
    }

    /// Without recognising the browser once more: it has its cookie.
    pub(crate) fn in_known_browser(self) -> Self {
        Self { device: None, ..self }
    }

    pub(crate) fn write(&self, tx: &mut Write<'_>, at: Time) -> Result<(), StoreError> {
        store::session::start(tx, &self.session, at)?;
        if let Some((id, hash)) = &self.device {
            store::session::recognise(tx, *id, hash, (self.session.identity, self.session.generation), at)?;
        }
        Ok(())
    }
}
