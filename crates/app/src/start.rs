//! The signed-in person's own start page: who you are, your home or your work.

use store::StoreError;
use store::account::Behind;
use store::session::SignedIn;

use crate::house::{App, Ctx};
use crate::sign_in::{SESSION, who};

/// What the start page shows.
#[derive(Clone, Debug)]
pub struct Start {
    /// Who.
    pub signed_in: SignedIn,
    /// A resident's home.
    pub home: Option<Behind>,
}

/// Who is signed in (or on the way to it), with the home.
///
/// # Errors
/// When the database fails.
pub async fn start(app: &App, ctx: &Ctx, cookie: &str) -> Result<Option<Start>, StoreError> {
    let (hash, now, lifetimes) = (crypto::token::hash(SESSION, cookie), ctx.now, app.settings.lifetimes);
    let found = app
        .db
        .read(move |tx| {
            let Some(signed_in) = who::holder(tx, &hash, now, &lifetimes)? else { return Ok(None) };
            let home = match signed_in.dwelling {
                Some(_) => store::account::behind(tx, signed_in.identity)?,
                None => None,
            };
            Ok::<_, StoreError>(Some(Start { signed_in, home }))
        })
        .await?;
    if let Some(start) = &found {
        who::touch(app, ctx, &start.signed_in).await;
    }
    Ok(found)
}
