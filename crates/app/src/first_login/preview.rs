//! Exactly what handing out, or taking it back, would change, before it does: how many homes, the first of them, and a seal over all of them, so
//! that the act that follows can be held against what was shown.

use std::sync::Arc;

use domain::access::{HandOut, ProjectPlace, Scope};
use domain::first_login::progress::Expected;
use domain::id::OccupancyId;
use domain::naming::ProjectPath;
use domain::time::Day;
use store::progress::{Listed, Standing};
use store::project::Project;

use super::handout::{Deed, HandoutError, Whom};
use super::worklist::cursor;
use crate::caller::Caller;
use crate::house::{App, Ctx};
use crate::seal::Seal;

/// Homes that are shown.
const SHOWN: usize = 200;
/// Homes that are read at once.
const MANY: u32 = 500;

/// What would change.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The project.
    pub project: Project,
    /// Homes that would change.
    pub homes: u64,
    /// Homes among those chosen that stay as they are: ticked before, or with nothing that can be taken back.
    pub already: u64,
    /// The first 200 that would change.
    pub first: Vec<Standing>,
    /// Stands for all that would change: another seal is another act.
    pub seal: String,
}

/// What ticking these homes, or taking back their ticks, would change.
///
/// # Errors
/// [`HandoutError`].
pub async fn see(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    path: &ProjectPath,
    (whom, deed): (Whom<'_>, Deed),
) -> Result<Preview, HandoutError> {
    let (who, path, now) = (caller.into().who(app, ctx), path.clone(), ctx.now);
    let (scope, project) = app.db.read(move |tx| who.in_project::<HandOut>(tx, &path)).await?;
    let scope = Arc::new(scope);
    let mut sight = Sight { deed, homes: 0, already: 0, first: Vec::new(), seal: Seal::new() };
    match whom {
        Whom::These(homes) => {
            for chunk in homes.chunks(MANY as usize) {
                sight.add(&these(app, &scope, chunk, ctx).await?);
            }
        }
        Whom::OnList(list) => {
            let (mut after, expected) = (None, Expected::on(Day::of(now), project.delivered_on));
            loop {
                let (it, page) = (Arc::clone(&scope), Listed { list, expected, after, most: MANY });
                let homes = app.db.read(move |tx| store::progress::on_list(tx, &it, &page, now)).await?;
                let Some(last) = homes.last() else { break };
                after = Some(cursor(last));
                sight.add(&homes);
            }
        }
        Whom::All => {
            let mut after = None;
            loop {
                let it = Arc::clone(&scope);
                let homes = app.db.read(move |tx| store::progress::page(tx, &it, (after, MANY), now)).await?;
                let Some(last) = homes.last() else { break };
                after = Some(last.dwelling);
                sight.add(&homes);
            }
        }
        // Whoever names homes by a file or by usernames was shown none: what it did is told, home by home.
        Whom::Listed(_) | Whom::Named(_) => {}
    }
    let Sight { homes, already, first, seal, .. } = sight;
    Ok(Preview { project, homes, already, first, seal: seal.text() })
}

async fn these(
    app: &App,
    scope: &Arc<Scope<HandOut, ProjectPlace>>,
    homes: &[OccupancyId],
    ctx: &Ctx,
) -> Result<Vec<Standing>, store::StoreError> {
    let (scope, homes, now) = (Arc::clone(scope), homes.to_vec(), ctx.now);
    let found = app.db.read(move |tx| store::progress::of_each(tx, &scope, &homes, now)).await?;
    Ok(found.into_iter().flatten().collect())
}

/// What is seen so far.
struct Sight {
    deed: Deed,
    homes: u64,
    already: u64,
    first: Vec<Standing>,
    seal: Seal,
}

impl Sight {
    fn add(&mut self, homes: &[Standing]) {
        for home in homes {
            let Some(occupancy) = home.occupancy else { continue };
            if !self.deed.changes(home.progress.state()) {
                self.already += 1;
                continue;
            }
            self.homes += 1;
            self.seal.add(occupancy.bytes());
            if self.first.len() < SHOWN {
                self.first.push(home.clone());
            }
        }
    }
}
