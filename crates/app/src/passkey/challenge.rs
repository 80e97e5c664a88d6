//! Challenges. None is a row before it is answered: it is sealed for whoever is to answer it, with the end of its life inside,
//! so that asking costs nothing and any process can read it. That it was answered is a row, so that it is answered once.

use crypto::digest::sha256;
use crypto::passkey::ClientData;
use crypto::token::Token;
use domain::id::{IdentityId, SessionId};
use domain::session::Level;
use domain::time::{Span, Time};
use store::session::SignedIn;
use store::{StoreError, Write};

use super::{base64url, party};
use crate::house::{App, Ctx};

/// How long a challenge lives.
const LIFE: Span = Span::minutes(5);

/// The purpose of the cookie that binds a challenge to a browser, for its hash.
const BROWSER: &str = "passkey-browser";

/// For whom a challenge is sealed.
pub(crate) enum For<'a> {
    /// A session that proved its password, and whose generation is this.
    Add(SessionId, i64),
    /// A browser, by its cookie.
    SignIn(&'a str),
    /// Somebody signed in, who is to show that it is them.
    Prove(IdentityId),
}

impl For<'_> {
    fn context(&self) -> String {
        match self {
            Self::Add(session, generation) => format!("passkey/add/{session}/{generation}"),
            Self::SignIn(browser) => {
                format!("passkey/sign-in/{}", base64url(&crypto::token::hash(BROWSER, browser)))
            }
            Self::Prove(identity) => format!("passkey/prove/{identity}"),
        }
    }
}

/// A fresh challenge.
pub(super) fn draw(app: &App, ctx: &Ctx, whom: &For<'_>) -> Result<Vec<u8>, StoreError> {
    let ends_at = (ctx.now + LIFE).micros().to_be_bytes();
    let random: [u8; 16] = app.chance.bytes();
    let sealed = app.keys.seal(&whom.context(), &[&ends_at[..], &random].concat(), &app.chance);
    sealed.map_err(|error| StoreError::Internal(Box::new(error)))
}

/// A challenge of ours that is alive.
pub(super) struct Alive {
    hash: [u8; 32],
    ends_at: Time,
}

/// The challenge that a browser says to answer, if it was sealed for this and lives.
pub(super) fn find(app: &App, client: &ClientData, whom: &For<'_>, now: Time) -> Option<Alive> {
    let plain = app.keys.open(&whom.context(), client.challenge()).ok()?;
    let (ends_at, _) = plain.split_first_chunk::<8>()?;
    let ends_at = Time::from_micros(i64::from_be_bytes(*ends_at));
    (ends_at > now).then(|| Alive { hash: sha256(client.challenge()), ends_at })
}

impl Alive {
    /// Answers it; false when it was answered before.
    pub(super) fn answer(&self, tx: &mut Write<'_>) -> Result<bool, StoreError> {
        store::passkey::answered(tx, &self.hash, self.ends_at)
    }
}

/// What a browser needs to use a passkey here.
#[derive(Debug)]
pub struct Offer {
    /// The value for the cookie that binds the challenge to this browser; none when it has one.
    pub browser: Option<Token>,
    /// The challenge, in base64url.
    pub challenge: String,
    /// The name that passkeys are made for.
    pub party: String,
}

/// A challenge for signing in, for the browser with this cookie; nothing where passkeys cannot be used.
///
/// # Errors
/// When it cannot be sealed.
pub fn offer(app: &App, ctx: &Ctx, browser: Option<&str>) -> Result<Option<Offer>, StoreError> {
    let Some(party) = party(app) else { return Ok(None) };
    let fresh = browser.is_none().then(|| Token::mint(&app.chance));
    let cookie = browser.or(fresh.as_ref().map(Token::expose)).unwrap_or_default();
    let challenge = base64url(&draw(app, ctx, &For::SignIn(cookie))?);
    Ok(Some(Offer { challenge, party: party.id().to_owned(), browser: fresh }))
}

/// A challenge by which whoever is signed in can show once more that it is them; nothing where passkeys cannot be used.
///
/// # Errors
/// When it cannot be sealed.
pub fn offer_once_more(app: &App, ctx: &Ctx, signed_in: &SignedIn) -> Result<Option<Offer>, StoreError> {
    let Some(party) = party(app).filter(|_| signed_in.level == Level::Full) else { return Ok(None) };
    let challenge = base64url(&draw(app, ctx, &For::Prove(signed_in.identity))?);
    Ok(Some(Offer { challenge, party: party.id().to_owned(), browser: None }))
}
