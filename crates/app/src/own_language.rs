//! PRODUCT 1, CONTRACT "Pages": whoever is signed in chooses the language of the own account, for pages and mails.

use domain::audit::{Act, Subject};
use domain::language::Language;
use domain::session::Level;

use crate::audit::entry;
use crate::house::{App, Ctx};
use crate::security::{ProveError, organisation_of};
use crate::sign_in::{SESSION, who};

/// Whoever holds the cookie speaks this language from now on. The same language once more leaves no second line in the log.
///
/// # Errors
/// [`ProveError::SignIn`], or when the database fails.
pub async fn choose(app: &App, ctx: &Ctx, cookie: &str, language: Language) -> Result<(), ProveError> {
    let signed_in = who(app, ctx, cookie).await?.ok_or(ProveError::SignIn)?;
    let subject = Subject::new("identity", signed_in.identity.uuid());
    let about = (organisation_of(&signed_in), subject);
    let line = entry(app, ctx, signed_in.actor.clone(), Act::LanguageChosen, about);
    let (cookie, now, lifetimes) = (crypto::token::hash(SESSION, cookie), ctx.now, app.settings.lifetimes);
    let write = app.db.write(move |tx| {
        let found = who::holder(tx, &cookie, now, &lifetimes)?;
        let own = found.filter(|holder| holder.level == Level::Full).ok_or(ProveError::SignIn)?;
        if own.language != Some(language) {
            store::identity::set_language(tx, own.identity, language)?;
            line.write(tx)?;
        }
        Ok::<_, ProveError>(())
    });
    write.await
}
