//! The day on which a project is delivered.

use domain::access::{Actor, Denied, ManageClients};
use domain::audit::{Act, Subject};
use domain::time::Day;
use store::client::ClientProject;

use crate::audit::entry;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// One project, by the short names of its client and its own.
///
/// # Errors
/// [`Denied::NotYours`] when there is none.
pub async fn project(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (client, project): (&str, &str),
) -> Result<ClientProject, Barred> {
    let (who, client, project) = (caller.into().who(app, ctx), client.to_owned(), project.to_owned());
    app.db
        .read(move |tx| {
            let scope = who.anywhere::<ManageClients>(tx)?;
            Ok(store::client::project(tx, &scope, (&client, &project))?.ok_or(Denied::NotYours)?)
        })
        .await
}

/// Sets the day of its delivery, or that none is known.
///
/// # Errors
/// [`Denied::NotYours`] when there is no such project.
pub async fn set_delivery(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (client, project): (&str, &str),
    on: Option<Day>,
) -> Result<(), Barred> {
    let (who, client, project) = (caller.into().who(app, ctx), client.to_owned(), project.to_owned());
    let line = entry(app, ctx, Actor::Job, Act::DeliveryChanged, (None, Subject::new("project", uuid::Uuid::nil())));
    app.db
        .write(move |tx| {
            let scope = who.anywhere::<ManageClients>(tx)?;
            let found = store::client::project(tx, &scope, (&client, &project))?.ok_or(Denied::NotYours)?;
            if found.delivered_on == on {
                return Ok(());
            }
            store::client::set_delivery(tx, &scope, found.id, on)?;
            let whose = store::client::by_slug(tx, &scope, &client)?.map(|client| client.id);
            let mut line = line.clone();
            (line.line.actor, line.line.organisation) = (scope.by().clone(), whose);
            line.line.subject = Subject::new("project", found.id.uuid());
            Ok(line.write(tx)?)
        })
        .await
}
