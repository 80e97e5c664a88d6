//! Opening the link of a reset mail. Changes nothing, however often and by whomever (law 5).

use domain::token::{Dead, Purpose};
use store::StoreError;

use crate::house::{App, Ctx};
use crate::limits::Counted;

/// What the page behind a live link asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The address is not confirmed: the page asks the username of the letter too.
    pub asks_username: bool,
}

/// Looks whether a link can be used.
///
/// # Errors
/// When the database fails.
pub async fn open(app: &App, ctx: &Ctx, token: &str) -> Result<Result<Opened, Dead>, StoreError> {
    let (hash, now) = (crypto::token::hash(Purpose::Reset.as_str(), token), ctx.now);
    let found = app.db.read(move |tx| store::token::look(tx, &hash, Purpose::Reset, now)).await?;
    Ok(found.map(|alive| Opened { asks_username: alive.asks_username }))
}

/// Wrong usernames behind the links of one request are counted together, for as long as the links can live.
pub(crate) fn wrong_usernames<'a>(app: &App, request: &'a str) -> Counted<'a> {
    let most = app.settings.limits.wrong_usernames;
    let limit = domain::limits::Limit::new(most, domain::time::Span::days(365));
    Counted { what: "wrong-username", whom: request, limit }
}
