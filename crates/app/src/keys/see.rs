//! All keys as the operator's admins see them: whose, what for, until when, and whether they are used; never their text.

use domain::access::ManageKeys;
use store::key::Key;

use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// The keys.
#[derive(Clone, Debug)]
pub struct Seen {
    /// By client, those that were revoked last.
    pub keys: Vec<Key>,
    /// The clients, as short name and name.
    pub clients: Vec<(String, String)>,
}

/// All keys.
///
/// # Errors
/// [`Barred`].
pub async fn list(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<Seen, Barred> {
    let who = caller.into().who(app, ctx);
    app.db
        .read(move |tx| {
            let scope = who.anywhere::<ManageKeys>(tx)?;
            let sees = who.anywhere(tx)?;
            let clients = store::client::list(tx, &sees)?.into_iter().map(|it| (it.slug, it.name)).collect();
            Ok(Seen { keys: store::key::list(tx, &scope)?, clients })
        })
        .await
}
