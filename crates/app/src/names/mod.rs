//! "Gebruikersnaam kwijt?" (PRODUCT 3.2): one field, the e-mail address; the answer is always the same. The mail goes to
//! the address as it is stored, never as it was typed (law 4).

use domain::email::Address;
use domain::mail::Mail;

use crate::house::{App, Ctx};
use crate::outbox::intent;
use crate::reset::{AskError, seal_asked};

/// Asks for a mail with the usernames that belong to an address.
///
/// # Errors
/// [`AskError`].
pub async fn ask(app: &App, ctx: &Ctx, typed: &str) -> Result<(), AskError> {
    if typed.trim().is_empty() {
        return Err(AskError::Empty);
    }
    let key = Address::parse(typed.trim()).map(|address| address.search_key()).unwrap_or_default();
    let counted: String = if key.is_empty() { typed.trim().chars().take(256).collect() } else { key.clone() };
    let crowded = crate::reset::crowded(app, ctx, "ask-names", &counted).await?;
    let asked = seal_asked(app, &key)?;
    let mail = intent(app, ctx, Mail::Names { asked, device: ctx.device, crowded });
    let now = ctx.now;
    app.db.write(move |tx| store::mail::add(tx, &mail, now)).await?;
    app.ring();
    Ok(())
}
