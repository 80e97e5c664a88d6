//! Homes go to another client: one admin of the operator proposes exactly which, another one approves.

use domain::access::{MoveHomes as Right, Scope, SecondAdmin, Team, anywhere};
use domain::audit::{Act, Subject};
use domain::id::ProposalId;
use domain::proposal::{Change, MoveHomes};
use domain::time::Time;
use store::project::Project;
use store::{StoreError, Write};

use super::decide::find;
use super::keep::{Draft, Drawn};
use super::{DecideError, line, unseal};
use crate::audit::Entry;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// Seals which homes go where.
pub(crate) fn draw_move(app: &App, ctx: &Ctx, (change, masked): (MoveHomes, String)) -> Result<Drawn, StoreError> {
    Draft { id: app.id(ctx.now), change: Change::MoveHomes(change), masked, notice: None }.seal(app, ctx)
}

/// The homes that were proposed, with a line for the old client and one for the new for each.
#[derive(Clone)]
pub(super) struct Deed {
    change: MoveHomes,
    lines: Vec<(Entry, Entry)>,
}

impl Deed {
    pub(super) fn draw(app: &App, ctx: &Ctx, change: MoveHomes) -> Self {
        let about = |act, subject: Subject| {
            let mut line = line(app, ctx, act).because("second-person");
            (line.line.subject, line.side) = (subject, None);
            line
        };
        let both = |id: &domain::id::DwellingId| {
            let subject = Subject::new("dwelling", id.uuid());
            (about(Act::HomeMovedAway, subject), about(Act::HomeMovedHere, subject))
        };
        Self { lines: change.homes.iter().map(both).collect(), change }
    }

    /// False when one of them is not there any more, or the other client got such a home: then none goes.
    pub(super) fn run(
        &self,
        tx: &mut Write<'_>,
        right: &Scope<SecondAdmin, Team>,
        now: Time,
    ) -> Result<bool, DecideError> {
        let scope = anywhere::<Right>(right.by()).map_err(Barred::from)?;
        let Some(to) = self.goal(tx)? else { return Ok(false) };
        for home in &self.change.homes {
            let is_there = store::home::place_of(tx, *home)?.is_some_and(|place| place.project == self.change.from);
            if !is_there || store::home::is_taken(tx, &scope, (*home, &to))? {
                return Ok(false);
            }
        }
        for (home, (away, here)) in self.change.homes.iter().zip(&self.lines) {
            store::home::hand_over(tx, &scope, (*home, self.change.from, &to), now)?;
            for (line, client) in [(away, right.within().organisation()), (here, Some(to.organisation))] {
                let mut line = line.clone();
                (line.line.actor, line.line.organisation) = (right.by().clone(), client);
                line.write(tx)?;
            }
        }
        Ok(true)
    }

    /// Where they go, if that project is still the one of that client.
    fn goal(&self, tx: &mut Write<'_>) -> Result<Option<Project>, StoreError> {
        let found = store::project::by_ids(tx, &[self.change.to])?.pop();
        Ok(found.filter(|project| project.organisation == self.change.client))
    }
}

/// The homes that would go, and where.
#[derive(Clone, Debug, Default)]
pub struct Moves {
    /// The project, as `client/project`.
    pub to: String,
    /// The usernames of their main accounts.
    pub usernames: Vec<String>,
}

/// What a proposal would move, while it is open.
///
/// # Errors
/// [`Barred`].
pub async fn moves(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, proposal: ProposalId) -> Result<Moves, Barred> {
    let who = caller.into().who(app, ctx);
    let asks = who.clone();
    let (_, found) = app.db.read(move |tx| find(tx, &asks, proposal)).await?;
    if !found.facts.is_open(ctx.now) {
        return Ok(Moves::default());
    }
    let Change::MoveHomes(change) = unseal(app, &found)? else { return Ok(Moves::default()) };
    app.db
        .read(move |tx| {
            let scope = who.anywhere::<Right>(tx)?;
            let to = store::project::by_ids(tx, &[change.to])?.pop();
            let to = to.map(|project| format!("{}/{}", project.organisation_slug, project.slug)).unwrap_or_default();
            let mut usernames = Vec::with_capacity(change.homes.len());
            for home in &change.homes {
                usernames.extend(store::home::main_username(tx, &scope, *home)?);
            }
            Ok(Moves { to, usernames })
        })
        .await
}
