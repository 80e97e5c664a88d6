//! The signed-in person's own start page: who you are, your home or your work.

use store::StoreError;
use store::account::Behind;
use store::session::SignedIn;
use store::users::Beside;

use crate::house::{App, Ctx};

/// The home of a signed-in resident; staff have none. `signed_in` is whom the request was found to come from.
///
/// # Errors
/// When the database fails.
pub async fn home(app: &App, signed_in: &SignedIn) -> Result<Option<Behind>, StoreError> {
    let (Some(_), identity) = (signed_in.dwelling, signed_in.identity) else { return Ok(None) };
    app.db.read(move |tx| store::account::behind(tx, identity)).await
}

/// The other accounts of the home of a signed-in resident (law 8); none for staff.
///
/// # Errors
/// When the database fails.
pub async fn beside(app: &App, ctx: &Ctx, signed_in: &SignedIn) -> Result<Vec<Beside>, StoreError> {
    let (Some(_), identity, now) = (signed_in.dwelling, signed_in.identity, ctx.now) else { return Ok(Vec::new()) };
    app.db.read(move |tx| store::users::beside(tx, identity, now)).await
}
