//! What is behind a link: before the address is typed the name of client and project only, then the homes.

use domain::audit::Subject;
use domain::first_login::progress::WorkList;
use domain::token::Dead;
use store::StoreError;
use store::progress::Standing;

use super::{Found, HandoutLinkError, enter, hash, homes, look};
use crate::audit;
use crate::house::{App, Ctx};

/// Homes on a page; what is behind them comes once these are ticked, and stands in letters and list.
pub const PAGE: usize = 100;

/// What the page tells before the address is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    /// The client.
    pub client: String,
    /// The project.
    pub project: String,
}

impl Behind {
    pub(super) fn of(found: &Found) -> Self {
        Self { client: found.project.organisation_name.clone(), project: found.project.name.clone() }
    }
}

/// The homes of a project that the contact has something to do for.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The client and the project.
    pub behind: Behind,
    /// The homes whose residents were not told yet, [`PAGE`] at most.
    pub homes: Vec<Standing>,
    /// How many there are of them.
    pub not_told: usize,
    /// How many homes have no address yet.
    pub no_address: usize,
}

/// What is behind a link. Changes nothing.
///
/// # Errors
/// When the database fails.
pub async fn open(app: &App, ctx: &Ctx, token: &str) -> Result<Result<Behind, Dead>, StoreError> {
    let (hash, now) = (hash(token), ctx.now);
    let found = app.db.read(move |tx| look(tx, &hash, now)).await?;
    Ok(found.map(|found| Behind::of(&found)))
}

/// The homes, once the address is typed; that they were looked at is logged.
///
/// # Errors
/// [`HandoutLinkError`].
pub async fn see(app: &App, ctx: &Ctx, token: &str, typed: &str) -> Result<Desk, HandoutLinkError> {
    let found = enter(app, ctx, token, typed).await?;
    let mut waiting = homes(app, ctx, &found, WorkList::NotTold).await?;
    let no_address = homes(app, ctx, &found, WorkList::NoAddress).await?.len();
    let not_told = waiting.len();
    waiting.truncate(PAGE);
    log(app, ctx, &found, WorkList::NotTold.as_str()).await?;
    Ok(Desk { behind: Behind::of(&found), homes: waiting, not_told, no_address })
}

/// A line that homes of the project were looked at.
pub(super) async fn log(app: &App, ctx: &Ctx, found: &Found, which: &str) -> Result<(), StoreError> {
    let about = (found.project.organisation, Subject::new("project", found.project.id.uuid()));
    audit::homes_seen(app, ctx, &found.actor(), about, which).await
}
