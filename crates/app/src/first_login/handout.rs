//! Handing out: the client tells that tenants have username, instruction or both; home by home, for a work list, for all,
//! or by a list. The tick counts, not the printing. Repeating it changes nothing; a tick that nobody acted on can be taken
//! back. Each tick has its line in the log.

use std::sync::Arc;

use domain::access::{Denied, HandOut, ProjectPlace, Scope};
use domain::audit::{Act, Subject};
use domain::first_login::progress::{Expected, Part, State, Step, WorkList};
use domain::id::OccupancyId;
use domain::naming::ProjectPath;
use domain::time::{Day, Time};
use domain::username::{Skeleton, Username};
use store::progress::{Listed, Lives, Named};
use store::{StoreError, Write};

use super::list::ListError;
use super::named;
use super::source::Source;
use super::worklist::cursor;
use crate::audit::{self, Entry};
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// The most homes in one write, and the most on SQLite, where sign-ins wait behind it.
const CHUNK: u32 = 500;
const CHUNK_ALONE: u32 = 100;

/// To whom it was handed out.
#[derive(Clone, Copy)]
pub enum Whom<'a> {
    /// To these, as a page showed them: who moved in since is not told by it.
    These(&'a [OccupancyId]),
    /// To all homes of the project that somebody lives in.
    All,
    /// To all homes that stand on a work list now.
    OnList(WorkList),
    /// To the homes of a list: usernames, or homes as the client names them.
    Listed(&'a Source),
    /// To the homes of these usernames, in any case of letters.
    Named(&'a [Username]),
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Report {
    /// Ticked, or taken back.
    pub changed: u64,
    /// Left as they were: ticked before, or nothing to take back.
    pub unchanged: u64,
    /// The lines of a list, or the places among usernames (the first is 0), that lead to no home of the project, or to one nobody
    /// lives in.
    pub unknown: Vec<u64>,
    /// Of those named by a page: gone since.
    pub gone: u64,
}

/// Why nothing, or not all, was ticked. What was ticked before it showed stays.
#[derive(Debug, thiserror::Error)]
pub enum HandoutError {
    /// No such project.
    #[error("there is no project {0}; add it with: project add")]
    NoProject(ProjectPath),
    /// It is no list.
    #[error(transparent)]
    List(#[from] ListError),
    /// Nobody is signed in.
    #[error("sign in first")]
    SignIn,
    /// Not a right of this actor.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<Barred> for HandoutError {
    fn from(error: Barred) -> Self {
        match error {
            Barred::SignIn => Self::SignIn,
            Barred::NoProject(path) => Self::NoProject(path),
            Barred::Denied(denied) => Self::Denied(denied),
            Barred::Store(error) => Self::Store(error),
        }
    }
}

/// Ticks.
///
/// # Errors
/// [`HandoutError`].
pub async fn tick(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    path: &ProjectPath,
    (whom, part): (Whom<'_>, Part),
) -> Result<Report, HandoutError> {
    Run::begin((app, ctx), caller.into(), path, Deed { part, back: false }).await?.to(whom).await
}

/// Takes ticks back, where the resident did nothing yet.
///
/// # Errors
/// [`HandoutError`].
pub async fn untick(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    path: &ProjectPath,
    (whom, part): (Whom<'_>, Part),
) -> Result<Report, HandoutError> {
    Run::begin((app, ctx), caller.into(), path, Deed { part, back: true }).await?.to(whom).await
}

/// What is done with each home: it is ticked, or its tick is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deed {
    /// What of it.
    pub part: Part,
    /// Taken back, where the resident did nothing yet.
    pub back: bool,
}

impl Deed {
    /// True when it changes a home that is as far as this.
    #[must_use]
    pub fn changes(self, state: State) -> bool {
        let had = |step: &Step| state.has(*step);
        let mut steps = self.part.steps().iter();
        if self.back { !state.is_answered() && steps.any(had) } else { !steps.all(had) }
    }

    fn run(self, tx: &mut Write<'_>, task: &Task, lives: &[Lives], at: Time) -> Result<Vec<bool>, StoreError> {
        if self.back {
            store::progress::take_back(tx, &task.scope, self.part, lives)
        } else {
            store::progress::hand_out(tx, &task.scope, self.part, lives, at)
        }
    }
}

/// Where it is done.
struct Task {
    scope: Scope<HandOut, ProjectPlace>,
    expected: Expected,
    deed: Deed,
}

/// Homes that are worked on in one write, as they are known.
#[derive(Clone)]
enum Several {
    Occupancies(Vec<OccupancyId>),
    Named(Vec<Named>),
}

/// One handing out.
struct Run<'a> {
    app: &'a App,
    ctx: &'a Ctx,
    task: Arc<Task>,
    report: Report,
}

impl<'a> Run<'a> {
    async fn begin(
        (app, ctx): (&'a App, &'a Ctx),
        caller: Caller<'_>,
        path: &ProjectPath,
        deed: Deed,
    ) -> Result<Self, HandoutError> {
        let (who, path) = (caller.who(app, ctx), path.clone());
        let (scope, project) = app.db.read(move |tx| who.in_project::<HandOut>(tx, &path)).await?;
        let expected = Expected::on(Day::of(ctx.now), project.delivered_on);
        let task = Arc::new(Task { scope, expected, deed });
        Ok(Self { app, ctx, task, report: Report::default() })
    }

    async fn to(mut self, whom: Whom<'_>) -> Result<Report, HandoutError> {
        match whom {
            Whom::These(homes) => self.these(homes).await?,
            Whom::All => self.all().await?,
            Whom::OnList(list) => self.on_list(list).await?,
            Whom::Listed(source) => self.listed(&named::read(source)?).await?,
            Whom::Named(names) => {
                let skeleton = |name: &Username| Named::Username(Skeleton::of(name).as_str().to_owned());
                let rows: Vec<_> = (0..).zip(names).map(|(at, name)| (at, Some(skeleton(name)))).collect();
                self.listed(&rows).await?;
            }
        }
        Ok(self.report)
    }

    /// The most homes in one write.
    fn most(&self) -> u32 {
        if self.app.db.is_server() { CHUNK } else { CHUNK_ALONE }
    }

    async fn these(&mut self, homes: &[OccupancyId]) -> Result<(), HandoutError> {
        for chunk in homes.chunks(self.most() as usize) {
            let found = self.write(Several::Occupancies(chunk.to_vec())).await?;
            self.report.gone += found.iter().filter(|found| !**found).count() as u64;
        }
        Ok(())
    }

    async fn all(&mut self) -> Result<(), HandoutError> {
        let (mut after, most, now) = (None, self.most(), self.ctx.now);
        loop {
            let task = Arc::clone(&self.task);
            let homes = self.app.db.read(move |tx| store::progress::page(tx, &task.scope, (after, most), now)).await?;
            let Some(last) = homes.last() else { return Ok(()) };
            after = Some(last.dwelling);
            self.write(Several::Occupancies(homes.iter().filter_map(|home| home.occupancy).collect())).await?;
        }
    }

    async fn on_list(&mut self, list: WorkList) -> Result<(), HandoutError> {
        let (mut after, most, now) = (None, self.most(), self.ctx.now);
        loop {
            let task = Arc::clone(&self.task);
            let page = Listed { list, expected: task.expected, after, most };
            let homes = self.app.db.read(move |tx| store::progress::on_list(tx, &task.scope, &page, now)).await?;
            let Some(last) = homes.last() else { return Ok(()) };
            after = Some(cursor(last));
            self.write(Several::Occupancies(homes.iter().filter_map(|home| home.occupancy).collect())).await?;
        }
    }

    /// Rows by their numbers; nothing where one does not say which home it is.
    async fn listed(&mut self, rows: &[(u64, Option<Named>)]) -> Result<(), HandoutError> {
        for chunk in rows.chunks(self.most() as usize) {
            let (lines, homes): (Vec<u64>, Vec<Named>) =
                chunk.iter().filter_map(|(line, named)| Some((*line, named.clone()?))).unzip();
            let found = self.write(Several::Named(homes)).await?;
            let lost = lines.into_iter().zip(found).filter(|(_, found)| !found).map(|(line, _)| line);
            let nameless = chunk.iter().filter(|(_, named)| named.is_none()).map(|(line, _)| *line);
            self.report.unknown.extend(lost.chain(nameless));
        }
        self.report.unknown.sort_unstable();
        Ok(())
    }

    /// Does it to some homes, in one write; for each whether somebody lives there.
    async fn write(&mut self, homes: Several) -> Result<Vec<bool>, HandoutError> {
        let (task, now) = (Arc::clone(&self.task), self.ctx.now);
        let lines = Arc::new(self.lines(homes.len()));
        let done: Result<(Vec<bool>, u64), StoreError> = self
            .app
            .db
            .write(move |tx| {
                let found = homes.look(tx, &task, now)?;
                let lives: Vec<Lives> =
                    found.iter().flatten().filter(|lives| task.deed.changes(lives.state)).copied().collect();
                let touched = task.deed.run(tx, &task, &lives, now)?;
                let changed = lives.iter().zip(touched).filter(|(_, touched)| *touched);
                let lines: Vec<Entry> =
                    lines.iter().zip(changed).map(|(line, (lives, _))| about(line, lives)).collect();
                Entry::write_all(&lines, tx)?;
                Ok((found.iter().map(Option::is_some).collect(), lines.len() as u64))
            })
            .await;
        let (found, changed) = done?;
        self.report.changed += changed;
        self.report.unchanged += (found.iter().filter(|found| **found).count() as u64).saturating_sub(changed);
        Ok(found)
    }

    /// Lines of the log, drawn beforehand, so that a second run writes the same.
    fn lines(&self, count: usize) -> Vec<Entry> {
        let Task { scope, deed, .. } = &*self.task;
        let act = if deed.back { Act::HandoutUndone } else { Act::HandedOut };
        let place = scope.within();
        let about = (Some(place.organisation), Subject::new("account", place.project.uuid()));
        let line = || audit::entry(self.app, self.ctx, scope.by().clone(), act, about).because(deed.part.as_str());
        (0..count).map(|_| line()).collect()
    }
}

/// The line, about the account of a home.
fn about(line: &Entry, lives: &Lives) -> Entry {
    let mut line = line.clone();
    line.line.subject = Subject::new("account", lives.account.uuid());
    line
}

impl Several {
    fn len(&self) -> usize {
        match self {
            Self::Occupancies(homes) => homes.len(),
            Self::Named(homes) => homes.len(),
        }
    }

    /// Who lives in each of them now.
    fn look(&self, tx: &mut Write<'_>, task: &Task, now: Time) -> Result<Vec<Option<Lives>>, StoreError> {
        match self {
            Self::Occupancies(homes) => store::progress::lives_each(tx, &task.scope, homes, now),
            Self::Named(homes) => store::progress::named_each(tx, &task.scope, homes, now),
        }
    }
}
