//! Where a change is planned: the home with its project, and whether somebody lives there; and a change that is planned.

use domain::access::{ChangeTenants, Denied};
use domain::email::Address;
use domain::home::Home;
use domain::id::{DwellingId, TenantChangeId};
use store::StoreError;
use store::project::Project;
use store::tenant_change::Change;

use super::{list, of_dwelling, right_to};
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// A home.
#[derive(Clone, Debug)]
pub struct At {
    /// Its project.
    pub project: Project,
    /// As the client wrote it.
    pub home: Home,
    /// The username of its main account.
    pub username: String,
    /// Somebody has access to one of its accounts now.
    pub lived_in: bool,
}

/// A change, with what was typed for those who come.
#[derive(Clone, Debug)]
pub struct Found {
    /// The change.
    pub change: Change,
    /// The address of those who come, while they are to come.
    pub address: Option<Address>,
}

/// A home somebody may plan a change for. That somebody looked is logged.
///
/// # Errors
/// [`Barred`].
pub async fn at(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, dwelling: DwellingId) -> Result<At, Barred> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let read = app.db.read(move |tx| {
        let right = who.in_dwelling::<ChangeTenants>(tx, dwelling)?;
        let gone = || StoreError::internal("a home without project or account");
        let project = store::project::by_ids(tx, &[right.within().project])?.pop().ok_or_else(gone)?;
        let home = store::tenant_change::home_of(tx, &right, dwelling)?.ok_or_else(gone)?;
        let (_, username) = store::home::main_account(tx, &right, dwelling)?.ok_or_else(gone)?;
        let living = store::tenant_change::living(tx, &right, dwelling, now)?;
        let lived_in = living.iter().any(|it| it.starts_at <= now);
        Ok::<_, Barred>((right.by().clone(), At { project, home, username, lived_in }))
    });
    let (actor, at) = read.await?;
    list::seen(app, ctx, &actor, (at.project.organisation, of_dwelling(dwelling))).await?;
    Ok(at)
}

/// A change.
///
/// # Errors
/// [`Barred`]; another client's is not found.
pub async fn find(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    change: TenantChangeId,
) -> Result<Found, Barred> {
    let who = caller.into().who(app, ctx);
    app.db
        .read(move |tx| {
            let (right, _) = right_to(tx, &who, change)?;
            let change = store::tenant_change::find(tx, &right, change)?.ok_or(Denied::NotYours)?;
            let typed = match change.occupancy {
                Some(occupancy) => store::tenant_change::address_of(tx, &right, occupancy)?,
                None => None,
            };
            Ok(Found { change, address: typed.and_then(|address| Address::parse(&address).ok()) })
        })
        .await
}
