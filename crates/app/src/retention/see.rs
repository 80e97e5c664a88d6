//! What the page and the command show: what clients chose, what is held, and what the runs erased. Counts, and the username of a home
//! that somebody holds.

use domain::access::{KeepRetention, SeeRetention, TellIncident};
use domain::id::OrganisationId;
use domain::retention::Class;
use store::retention::{Client, Count, Held, Run};

use super::run::{Counted, Report, dry_run};
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// What a client chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientTerms {
    /// The client.
    pub client: Client,
    /// The classes with another term than usual, in days.
    pub chosen: Vec<(Class, u32)>,
}

/// All that is shown.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Whoever looks may change terms and hold things.
    pub may_keep: bool,
    /// The clients, by name.
    pub clients: Vec<ClientTerms>,
    /// What is or was held, the newest first.
    pub holds: Vec<Held>,
    /// The runs, the newest first.
    pub runs: Vec<Run>,
    /// What the newest of them erased.
    pub last: Vec<Counted>,
    /// What would go now, when that was asked.
    pub due: Option<Report>,
}

/// Looks; `counts` asks what would go now.
///
/// # Errors
/// [`Barred`].
pub async fn see(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, counts: bool) -> Result<Seen, Barred> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let mut seen = app
        .db
        .read(move |tx| {
            let scope = who.anywhere::<SeeRetention>(tx)?;
            let may_keep = who.anywhere::<KeepRetention>(tx).is_ok();
            let (clients, chosen) = (store::retention::clients(tx, now)?, store::retention::chosen(tx)?);
            let runs = store::retention::runs(tx, &scope)?;
            let last = match runs.first() {
                Some(run) => store::retention::counts(tx, &scope, run.id)?,
                None => Vec::new(),
            };
            let last = last.into_iter().map(|it| counted(it, &clients)).collect();
            let clients = clients.into_iter().map(|client| terms(client, &chosen)).collect();
            let holds = store::retention::holds(tx, &scope)?;
            Ok::<_, Barred>(Seen { may_keep, clients, holds, runs, last, due: None })
        })
        .await?;
    if counts {
        seen.due = Some(dry_run(app).await?);
    }
    Ok(seen)
}

/// Whether somebody may change terms and hold things.
///
/// # Errors
/// [`Barred`].
pub async fn may_keep(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<(), Barred> {
    let who = caller.into().who(app, ctx);
    app.db.read(move |tx| who.anywhere::<KeepRetention>(tx).map(drop)).await
}

/// The clients that an incident can be about, for whom may ask.
///
/// # Errors
/// [`Barred`].
pub async fn incident_clients(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<Vec<Client>, Barred> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    app.db
        .read(move |tx| {
            who.anywhere::<TellIncident>(tx)?;
            Ok(store::retention::clients(tx, now)?)
        })
        .await
}

fn counted(it: Count, clients: &[Client]) -> Counted {
    let client = it.client.and_then(|id| clients.iter().find(|client| client.id == id).cloned());
    Counted { class: it.class, client, n: it.n }
}

fn terms(client: Client, chosen: &[(OrganisationId, Class, u32)]) -> ClientTerms {
    let own = chosen.iter().filter(|(id, _, _)| *id == client.id).map(|(_, class, days)| (*class, *days)).collect();
    ClientTerms { client, chosen: own }
}
