//! "Gebruikers aanpassen": the client finds any of its homes, sees how its accounts stand, links, changes or takes
//! away the address of a household that stays, and ends all access of one account or of the whole home. Who acts is read in the transaction of the act.

pub mod add_account;
pub mod add_home;
pub(crate) mod address;
pub mod edit_home;
pub mod end_account;
pub mod home;
pub mod link;
pub mod list;
pub mod many;
pub mod named;
pub mod one_leaves;
pub mod revoke;
pub mod search;
mod twins;

use domain::access::{Actor, Denied};
use domain::id::{AccountId, DwellingId, OrganisationId};
use store::StoreError;
use store::users::UserAccount;

pub(crate) use link::known;
pub use twins::Twin;

use crate::audit;
use crate::house::{App, Ctx};
use domain::audit::Subject;

/// One account of a home; its main account when none is named.
pub(crate) fn chosen(accounts: Vec<UserAccount>, account: Option<AccountId>) -> Result<UserAccount, Denied> {
    let fits = |it: &UserAccount| account.map_or(it.main, |id| it.id == id);
    accounts.into_iter().find(fits).ok_or(Denied::NotYours)
}

/// Writes down that a home was looked at; `which` is a fixed word.
async fn log(
    app: &App,
    ctx: &Ctx,
    actor: &Actor,
    (organisation, dwelling): (OrganisationId, DwellingId),
    which: &str,
) -> Result<(), StoreError> {
    audit::homes_seen(app, ctx, actor, (organisation, Subject::new("dwelling", dwelling.uuid())), which).await
}
