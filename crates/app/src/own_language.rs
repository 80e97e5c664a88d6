//! PRODUCT 1, CONTRACT "Pages": whoever is signed in chooses the language of the own account, for pages and mails.

use domain::audit::Act;
use domain::language::Language;

use crate::house::{App, Ctx};
use crate::security::{ProveError, held};

/// Whoever holds the cookie speaks this language from now on. The same language once more leaves no second line in the log.
///
/// # Errors
/// [`ProveError::SignIn`], or when the database fails.
pub async fn choose(app: &App, ctx: &Ctx, cookie: &str, language: Language) -> Result<(), ProveError> {
    let (holder, line) = held(app, ctx, cookie, Act::LanguageChosen).await?;
    let write = app.db.write(move |tx| {
        let own = holder.find(tx)?;
        if own.language != Some(language) {
            store::identity::set_language(tx, own.identity, language)?;
            line.write(tx)?;
        }
        Ok::<_, ProveError>(())
    });
    write.await
}
