//! The clients, and one of them with its projects.

use domain::access::{Denied, ManageClients};
use store::client::{Client, ClientProject};
use store::data_request::{Reach, Waiting};

use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// A client and what belongs to it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The client.
    pub client: Client,
    /// Its projects, with their homes counted.
    pub projects: Vec<ClientProject>,
    /// What its residents asked and was not answered yet; nothing of who asked.
    pub requests: Vec<Waiting>,
    /// How it hears of them.
    pub reach: Reach,
}

/// All clients, by name.
///
/// # Errors
/// [`Barred`].
pub async fn list(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<Vec<Client>, Barred> {
    let who = caller.into().who(app, ctx);
    app.db
        .read(move |tx| {
            let scope = who.anywhere::<ManageClients>(tx)?;
            Ok(store::client::list(tx, &scope)?)
        })
        .await
}

/// All projects, by client and name.
///
/// # Errors
/// [`Barred`].
pub async fn all_projects(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<Vec<ClientProject>, Barred> {
    let who = caller.into().who(app, ctx);
    app.db
        .read(move |tx| {
            let scope = who.anywhere::<ManageClients>(tx)?;
            Ok(store::client::all_projects(tx, &scope)?)
        })
        .await
}

/// One client.
///
/// # Errors
/// [`Denied::NotYours`] when there is none of this short name.
pub async fn see(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, slug: &str) -> Result<Seen, Barred> {
    let (who, slug) = (caller.into().who(app, ctx), slug.to_owned());
    app.db
        .read(move |tx| {
            let scope = who.anywhere::<ManageClients>(tx)?;
            let client = store::client::by_slug(tx, &scope, &slug)?.ok_or(Denied::NotYours)?;
            let projects = store::client::projects(tx, &scope, client.id)?;
            let requests = store::data_request::waiting(tx, &scope, client.id)?;
            let reach = store::data_request::reach(tx, client.id)?;
            Ok(Seen { client, projects, requests, reach })
        })
        .await
}
