//! Opening the link of a reset mail. Changes nothing, however often and by whomever (law 5).

use domain::token::{Dead, Purpose};
use store::StoreError;
use store::passkey::OwnPasskey;

use crate::house::{App, Ctx};
use crate::limits::Counted;

/// What the page behind a live link asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The address is not confirmed: the page asks the username of the letter too.
    pub asks_username: bool,
    /// The name that the password belongs to, for password managers; never for an unconfirmed address.
    pub name: Option<String>,
    /// The passkeys of the account, to keep or remove; never for an unconfirmed address.
    pub passkeys: Vec<OwnPasskey>,
}

/// Looks whether a link can be used.
///
/// # Errors
/// When the database fails.
pub async fn open(app: &App, ctx: &Ctx, token: &str) -> Result<Result<Opened, Dead>, StoreError> {
    let (hash, now) = (crypto::token::hash(Purpose::Reset.as_str(), token), ctx.now);
    app.db
        .read(move |tx| {
            let alive = match store::token::look(tx, &hash, Purpose::Reset, now)? {
                Ok(alive) => alive,
                Err(dead) => return Ok(Err(dead)),
            };
            let asks_username = alive.asks_username;
            if asks_username {
                return Ok(Ok(Opened { asks_username, name: None, passkeys: Vec::new() }));
            }
            let name = store::credential::of_identity(tx, alive.identity, now)?.map(|found| found.name);
            let passkeys = store::passkey::of_owner(tx, (alive.identity, alive.generation))?;
            Ok(Ok(Opened { asks_username, name, passkeys }))
        })
        .await
}

/// Wrong usernames behind the links of one request are counted together, for as long as the links can live.
pub(crate) fn wrong_usernames<'a>(app: &App, request: &'a str) -> Counted<'a> {
    let most = app.settings.limits.wrong_usernames;
    let limit = domain::limits::Limit::new(most, domain::time::Span::days(365));
    Counted { what: "wrong-username", whom: request, limit }
}
