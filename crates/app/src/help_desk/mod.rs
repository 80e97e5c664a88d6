//! The help desk (PRODUCT 3.9). Support finds an account by its whole key, one at a time; every view is counted and stands in the
//! log of the client and of the resident.

mod act;
mod case;
mod check;
mod home;
mod search;
mod views;

use domain::access::{Denied, HelpOne};
use store::StoreError;

use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

pub use act::{ActError, act};
pub use case::{OpenError, Wish, case, cases, close, of_resident, open};
pub(crate) use check::purpose;
pub use check::{Tried, confirm, deny, give_code, look};
pub use home::{Seen, see};
pub use search::{Key, Sought, behind_address, search};
pub use store::help_desk::{Case, Named};
pub(crate) use views::counted;

/// Why support is shown nothing.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// Not a right of this person, or there is no such account.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// This person looked at too many within the hour.
    #[error("too many accounts within the hour")]
    TooMany {
        /// When the next one may be looked at.
        seconds: i64,
    },
}

impl From<StoreError> for DeskError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

impl From<Denied> for DeskError {
    fn from(denied: Denied) -> Self {
        Self::Barred(denied.into())
    }
}

/// Whether somebody is of the help desk.
///
/// # Errors
/// [`Barred`].
pub async fn may(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<(), Barred> {
    let who = caller.into().who(app, ctx);
    app.db.read(move |tx| who.anywhere::<HelpOne>(tx).map(drop)).await
}
