//! Asking for a reset mail. One row of the same shape is written whether or not the name exists, without looking: the
//! page cannot tell what it does not know (law 4). Limits are counted by what was typed; they never drop a request.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use domain::mail::Mail;
use store::StoreError;

use crate::house::{App, Ctx};
use crate::limits::{Counted, Tally};
use crate::outbox::intent;
use crate::sign_in::name::Name;

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Empty,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What the seal of a typed name is bound to.
const SEALED: &str = "mail/asked";

/// Every typed name is padded to this many bytes: longer than any address or username.
const SHAPE: usize = 320;

/// Asks for a reset mail to the address that is linked, if there is one.
///
/// # Errors
/// [`AskError`].
pub async fn ask(app: &App, ctx: &Ctx, typed: &str) -> Result<(), AskError> {
    if typed.trim().is_empty() {
        return Err(AskError::Empty);
    }
    let name = Name::typed(typed);
    let crowded = crowded(app, ctx, "ask-reset", name.counted()).await?;
    let asked = seal_asked(app, name.to_text())?;
    let mail = intent(app, ctx, Mail::Reset { asked, device: ctx.device, crowded });
    let now = ctx.now;
    app.db.write(move |tx| store::mail::add(tx, &mail, now)).await?;
    app.ring();
    Ok(())
}

/// Counts a request by source, name and overall; true when one of them is over its limit.
pub(crate) async fn crowded(app: &App, ctx: &Ctx, what: &'static str, whom: &str) -> Result<bool, StoreError> {
    let limits = &app.settings.limits;
    let source = Counted { what: "ask-source", whom: &ctx.source, limit: limits.ask_source };
    let own = [limits.ask_account_hour, limits.ask_account_day].map(|limit| Counted { what, whom, limit });
    let overall = Counted { what: "ask-overall", whom: "", limit: limits.ask_overall };
    Ok(Tally::take(app, ctx, source, &own, overall).await?.over.is_some())
}

/// A typed name, padded and sealed: as long as any other, readable by the sender of the mail only.
pub(crate) fn seal_asked(app: &App, text: &str) -> Result<String, StoreError> {
    let failed = |error| StoreError::Internal(Box::new(error));
    let padded = crypto::seal::pad(text.as_bytes(), SHAPE).map_err(failed)?;
    let sealed = app.keys.seal(SEALED, &padded, &app.chance).map_err(failed)?;
    Ok(STANDARD_NO_PAD.encode(sealed))
}

/// Reads back what was typed.
pub(crate) fn read_asked(app: &App, asked: &str) -> Option<String> {
    let sealed = STANDARD_NO_PAD.decode(asked).ok()?;
    let padded = app.keys.open(SEALED, &sealed).ok()?;
    let text = crypto::seal::unpad(&padded).ok()?;
    std::str::from_utf8(text).ok().map(str::to_owned)
}
