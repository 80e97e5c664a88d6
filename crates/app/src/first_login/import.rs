//! Imports a client's list (PRODUCT 3.6): a dry run that writes nothing, and the same list confirmed.
//!
//! A confirmed list is one small write that makes the batch, then chunks that each judge their rows once more, apply them
//! and move the cursor of the batch. A run that was killed goes on where it was when the same file is confirmed again; a
//! file that was applied changes nothing.

use std::sync::Arc;
use std::time::Duration;

use crypto::clock::Stopwatch;
use domain::access::{Actor, Denied, Import, ProjectPlace, Scope, in_project};
use domain::audit::{Act, Subject};
use domain::first_login::{BatchFault, Doubled, Judged, Reading, Shift, Tally, Twins};
use domain::home::{Home, Keys};
use domain::id::BatchId;
use domain::naming::ProjectPath;
use domain::time::Span;
use domain::username::{Prefix, Username};
use store::StoreError;

use super::apply::{self, Chunk, ChunkError, Done};
use super::judging::{Task, Verdict, home_of, judge_rows, keys_of, number_of};
use super::list::{List, ListError};
use super::source::Source;
use crate::audit;
use crate::house::{App, Ctx};

/// The most rows in one transaction.
const CHUNK: usize = 500;
/// The fewest rows in one write: below it the commits cost more than the rows.
const LEAST: usize = 50;
/// How long one write may keep the one writer of SQLite from the sign-ins that wait behind it.
const WRITE: Span = Span::from_micros(8_000);
/// With ten or more corrections a list needs a second person.
const CORRECTIONS: u64 = 9;

/// A row of the report.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The line of the list.
    pub number: u64,
    /// Its home, as far as it could be read.
    pub home: &'a Home,
    /// What happens with it, or happened, and why.
    pub judged: &'a Judged,
    /// The username it got, when it was made now.
    pub username: Option<&'a Username>,
}

/// What became of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// The counts.
    pub tally: Tally,
    /// Why the whole would be refused; only a dry run reports it.
    pub fault: Option<BatchFault>,
    /// The batch; none for a dry run and for a list with nothing to do.
    pub batch: Option<BatchId>,
}

/// Why a list was not imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// No such project.
    #[error("there is no project {0}; add it with: project add")]
    NoProject(ProjectPath),
    /// It is no list.
    #[error(transparent)]
    List(#[from] ListError),
    /// The list is refused whole. What was applied before it showed stays, and is passed over next time.
    #[error("nothing was changed, because {0}")]
    Refused(BatchFault),
    /// The same, when it showed only while rows were being applied.
    #[error("stopped half-way, because {0}")]
    Stopped(BatchFault),
    /// Somebody wrote to the file.
    #[error("the list was changed while it was read; import it again")]
    Moved,
    /// Not a right of this actor.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Tells what a list would do, row by row, in the order of the list. Nothing is written.
///
/// # Errors
/// [`ImportError`]; never `Refused`, which stands in the report.
pub async fn dry_run(
    app: &App,
    ctx: &Ctx,
    actor: &Actor,
    (project, source): (&ProjectPath, &Source),
    mut report: impl FnMut(Line<'_>),
) -> Result<Report, ImportError> {
    let (run, _) = Run::survey(app, ctx, actor, (project, source)).await?;
    let (tally, shift) = run.judge(&mut report).await?;
    Ok(Report { tally, fault: tally.stands(&shift).err(), batch: None })
}

/// Judges a list and, when it stands, applies it. Every row is reported as it was judged when it was applied.
///
/// # Errors
/// [`ImportError`].
pub async fn confirm(
    app: &App,
    ctx: &Ctx,
    actor: &Actor,
    (project, source): (&ProjectPath, &Source),
    mut report: impl FnMut(Line<'_>),
) -> Result<Report, ImportError> {
    let (run, prefix) = Run::survey(app, ctx, actor, (project, source)).await?;
    let (tally, shift) = run.judge(&mut |_: Line<'_>| {}).await?;
    tally.stands(&shift).map_err(ImportError::Refused)?;
    let idle = tally.new + tally.first_links + tally.corrected == 0;
    let Some(batch) = run.begin(idle).await? else {
        run.judge(&mut report).await?;
        return Ok(Report { tally, fault: None, batch: None });
    };
    let tally = run.apply((batch, &prefix), &mut report).await?;
    run.end(batch).await?;
    Ok(Report { tally, fault: None, batch: Some(batch) })
}

/// One import of one file.
struct Run<'a> {
    app: &'a App,
    ctx: &'a Ctx,
    source: &'a Source,
    task: Arc<Task>,
    hash: [u8; 32],
    total: u64,
}

impl<'a> Run<'a> {
    /// Reads the list once, for what only the whole can tell.
    async fn survey(
        app: &'a App,
        ctx: &'a Ctx,
        actor: &Actor,
        (path, source): (&ProjectPath, &'a Source),
    ) -> Result<(Self, Prefix), ImportError> {
        let names = path.clone();
        let found = app
            .db
            .read(move |tx| store::project::by_slugs(tx, names.organisation.as_str(), names.project.as_str()))
            .await?
            .ok_or_else(|| ImportError::NoProject(path.clone()))?;
        let prefix = Prefix::parse(&found.prefix).map_err(|_| StoreError::internal("a stored prefix is none"))?;
        let scope =
            || in_project::<Import>(actor, ProjectPlace { organisation: found.organisation, project: found.id });
        let (doubled, hash, total) = survey(app, Arc::new(scope()?), source).await?;
        let task = Arc::new(Task { scope: scope()?, doubled, in_use: app.settings.in_use });
        Ok((Self { app, ctx, source, task, hash, total }, prefix))
    }

    /// Judges every row.
    async fn judge(&self, report: &mut impl FnMut(Line<'_>)) -> Result<(Tally, Shift), ImportError> {
        let (mut tally, mut shift) = (Tally::default(), Shift::default());
        let mut list = List::open(self.source)?;
        let mut rows = Arc::new(list.rows(CHUNK)?);
        while !rows.is_empty() {
            let (task, chunk, now) = (Arc::clone(&self.task), Arc::clone(&rows), self.ctx.now);
            let judging = self.app.db.read(move |tx| judge_rows(tx, &task, &chunk, now));
            // While the database looks them up, the next rows are read.
            let (verdicts, next) = tokio::join!(judging, async { list.rows(CHUNK) });
            for (row, Verdict { judged, lived, .. }) in rows.iter().zip(verdicts?) {
                let known = lived.as_ref().and_then(|lived| lived.link.as_ref()).map(|(key, _)| key.as_str());
                let listed = if let Reading::Row(row) = row { row.address.as_ref() } else { None };
                shift.add(known, listed);
                tell(row, (&judged, None), &mut tally, report);
            }
            rows = Arc::new(next?);
        }
        if list.hash() == self.hash { Ok((tally, shift)) } else { Err(ImportError::Moved) }
    }

    /// Makes the batch, or finds the one of this file that was stopped half-way. None when there is nothing to do.
    async fn begin(&self, idle: bool) -> Result<Option<BatchId>, ImportError> {
        let (app, now) = (self.app, self.ctx.now);
        let id: BatchId = app.id(now);
        let line = self.line(Act::ImportConfirmed, id);
        let (task, hash, total) = (Arc::clone(&self.task), self.hash, self.total);
        let batch: Result<_, StoreError> = app
            .db
            .write(move |tx| {
                if let Some(batch) = store::import::open(tx, &task.scope, &hash)? {
                    return Ok(Some(batch.id));
                }
                if idle {
                    return Ok(None);
                }
                store::import::add(tx, &task.scope, id, (&hash, total), now)?;
                line.write(tx)?;
                Ok(Some(id))
            })
            .await;
        Ok(batch?)
    }

    /// Applies the rows, chunk by chunk.
    async fn apply(
        &self,
        (batch, prefix): (BatchId, &Prefix),
        report: &mut impl FnMut(Line<'_>),
    ) -> Result<Tally, ImportError> {
        let mut tally = Tally::default();
        let mut list = List::open(self.source)?;
        let mut size = if self.app.db.is_server() { CHUNK } else { 2 * LEAST };
        let mut next = list.rows(size).map(|rows| self.chunk((batch, prefix), rows))?;
        while !next.rows.is_empty() {
            let chunk = Arc::new(next.with_corrections(CORRECTIONS.saturating_sub(tally.corrected)));
            // While the database writes these rows, the next are read and prepared.
            let reading = async { list.rows(size).map(|rows| self.chunk((batch, prefix), rows)) };
            let ((done, took), read) = tokio::join!(self.write(&chunk), reading);
            for (row, Done { judged, username }) in chunk.rows.iter().zip(done?) {
                tell(row, (&judged, username.as_ref()), &mut tally, report);
            }
            next = read?;
            size = if self.app.db.is_server() { CHUNK } else { fitting(chunk.rows.len(), took) };
        }
        if list.hash() == self.hash { Ok(tally) } else { Err(ImportError::Moved) }
    }

    fn chunk(&self, (batch, prefix): (BatchId, &Prefix), rows: Vec<Reading>) -> Chunk {
        // Each chunk has its own moment, so that ids grow with the list.
        let ctx = Ctx { now: self.app.clock.now(), ..self.ctx.clone() };
        Chunk::new(self.app, &ctx, &self.task, (batch, prefix), rows)
    }

    /// Writes a chunk, again when it lost a race or its outcome is not known: the cursor keeps it from being done twice.
    async fn write(&self, chunk: &Arc<Chunk>) -> (Result<Vec<Done>, ImportError>, Span) {
        let mut tries = 0;
        loop {
            let (task, it, watch) = (Arc::clone(&self.task), Arc::clone(chunk), Stopwatch::start());
            let done = self.app.db.write(move |tx| apply::run(tx, &task, &it)).await;
            let done = match done {
                Err(ChunkError::Store(
                    StoreError::Busy | StoreError::TimedOut | StoreError::Taken | StoreError::OutcomeUnknown,
                )) if tries < 10 => {
                    tries += 1;
                    tokio::time::sleep(Duration::from_millis(20 << tries)).await;
                    continue;
                }
                Err(ChunkError::Store(error)) => Err(error.into()),
                Err(ChunkError::Stopped(fault)) => Err(ImportError::Stopped(fault)),
                Ok(done) => Ok(done),
            };
            return (done, watch.elapsed());
        }
    }

    async fn end(&self, batch: BatchId) -> Result<(), ImportError> {
        let (task, now) = (Arc::clone(&self.task), self.app.clock.now());
        let line = self.line(Act::ImportApplied, batch);
        let done: Result<(), StoreError> = self
            .app
            .db
            .write(move |tx| if store::import::finish(tx, &task.scope, batch, now)? { line.write(tx) } else { Ok(()) })
            .await;
        Ok(done?)
    }

    fn line(&self, act: Act, batch: BatchId) -> audit::Entry {
        let about = (Some(self.task.scope.within().organisation), Subject::new("batch", batch.uuid()));
        audit::entry(self.app, self.ctx, self.task.scope.by().clone(), act, about)
    }
}

/// Which homes occur twice, by their keys or because two rows lead to one home; the hash of the file, and how many rows
/// it has.
async fn survey(
    app: &App,
    scope: Arc<Scope<Import, ProjectPlace>>,
    source: &Source,
) -> Result<(Doubled, [u8; 32], u64), ImportError> {
    let it = Arc::clone(&scope);
    let has_homes = app.db.read(move |tx| store::home::any(tx, &it)).await?;
    let (mut twins, mut total) = (Twins::default(), 0);
    let mut list = List::open(source)?;
    let mut rows = list.rows(CHUNK)?;
    while !rows.is_empty() {
        total += rows.len() as u64;
        let keys: Arc<Vec<Keys>> = Arc::new(rows.iter().map(keys_of).collect());
        keys.iter().for_each(|keys| twins.add(keys));
        if has_homes {
            let (scope, keys) = (Arc::clone(&scope), Arc::clone(&keys));
            let found = app.db.read(move |tx| store::home::find_each(tx, &scope, &keys)).await?;
            found.iter().flatten().for_each(|place| twins.add_home(place.dwelling));
        }
        rows = list.rows(CHUNK)?;
    }
    if total == 0 { Err(ListError::Empty.into()) } else { Ok((twins.doubled(), list.hash(), total)) }
}

fn tell(
    row: &Reading,
    (judged, username): (&Judged, Option<&Username>),
    tally: &mut Tally,
    report: &mut impl FnMut(Line<'_>),
) {
    tally.add(judged.judgement, judged.change);
    if let Some(home) = home_of(row) {
        report(Line { number: number_of(row), home, judged, username });
    }
}

/// How many rows would take just as long as one write may.
fn fitting(rows: usize, took: Span) -> usize {
    let took = usize::try_from(took.micros().max(1)).unwrap_or(usize::MAX);
    let may = usize::try_from(WRITE.micros()).unwrap_or(usize::MAX);
    (rows.saturating_mul(may) / took).clamp(LEAST, CHUNK)
}
