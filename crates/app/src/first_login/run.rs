//! One pass after another over a list: what only the whole can tell, the judgement on each row, and, for a confirmed batch,
//! its rows applied chunk by chunk with a cursor. The first passes read the file; from the moment a batch is there, its copy.

use std::sync::Arc;

use crypto::clock::Stopwatch;
use domain::access::{Actor, Import, ProjectPlace, Scope};
use domain::audit::{Act, Subject};
use domain::first_login::{Doubled, FileFault, Header, Judged, Layout, Reading, Shift, Tally, Twins};
use domain::home::Keys;
use domain::id::BatchId;
use domain::proposal::MANY;
use domain::time::{Span, Time};
use domain::username::Prefix;
use store::StoreError;

use super::apply::{self, Chunk, ChunkError, Done};
use super::copy;
use super::import::{ImportError, Line};
use super::judging::{Task, Verdict, home_of, judge_rows, keys_of, number_of};
use super::list::{List, ListError};
use super::source::Source;
use crate::audit;
use crate::house::{App, Ctx};
use crate::small_writes::{another_try, fitting};

/// The most rows in one transaction.
pub(super) const CHUNK: usize = 500;
/// The fewest rows in one write: below it the commits cost more than the rows.
const LEAST: usize = 50;
/// With one more correction a list needs a second person.
const CORRECTIONS: u64 = MANY - 1;
/// How long a process that applies or reads a batch has it to itself; kept up with every chunk.
const LEASE: Span = Span::minutes(1);

/// Where the rows come from.
#[derive(Clone, Copy)]
pub(super) enum Origin<'a> {
    /// The file, read as it is found, or as somebody said.
    File(&'a Source, Option<&'a Layout>),
    /// The copy of a batch.
    Copy(BatchId, &'a Header),
}

/// Rows, being read.
pub(super) enum Rows<'a> {
    File(Box<List>, Header),
    Copy(copy::Reader<'a>, &'a Header),
}

impl<'a> Origin<'a> {
    pub(super) async fn open(self, app: &'a App) -> Result<Rows<'a>, ImportError> {
        Ok(match self {
            Self::File(source, layout) => {
                let list = opened(source.clone(), layout.cloned()).await?;
                let header = list.header().clone();
                Rows::File(Box::new(list), header)
            }
            Self::Copy(batch, header) => Rows::Copy(copy::Reader::open(app, batch).await?, header),
        })
    }
}

impl Rows<'_> {
    /// The next rows, at most so many; none at the end.
    pub(super) async fn next(&mut self, most: usize) -> Result<Vec<Reading>, ImportError> {
        match self {
            Self::File(list, header) => {
                let rows = list.raw_rows(most)?;
                Ok(rows.iter().map(|row| copy::read(header, row)).collect())
            }
            Self::Copy(reader, header) => Ok(reader.rows(header, most).await?),
        }
    }
}

/// Opens a list on a thread that may wait: a spreadsheet is read into memory and looked through before its first row.
async fn opened(source: Source, layout: Option<Layout>) -> Result<List, ImportError> {
    let list = tokio::task::spawn_blocking(move || List::open(&source, layout.as_ref())).await;
    Ok(list.map_err(|error| StoreError::Internal(Box::new(error)))??)
}

/// What the whole list tells, from its first reading.
pub(super) struct Survey {
    pub(super) doubled: Doubled,
    pub(super) total: u64,
    /// Of the file; none of a copy.
    pub(super) hash: Option<[u8; 32]>,
    pub(super) layout: Option<Layout>,
}

/// Reads a list once: which homes occur twice, by their keys or because two rows lead to one home. With `copy`, its rows are
/// kept on the way.
pub(super) async fn survey(
    app: &App,
    scope: Arc<Scope<Import, ProjectPlace>>,
    origin: Origin<'_>,
    mut copy: Option<copy::Writer<'_>>,
) -> Result<Survey, ImportError> {
    let it = Arc::clone(&scope);
    let has_homes = app.db.read(move |tx| store::home::any(tx, &it)).await?;
    let (mut twins, mut total) = (Twins::default(), 0);
    let mut rows = origin.open(app).await?;
    loop {
        let read = match &mut rows {
            Rows::File(list, header) => {
                let raw = list.raw_rows(CHUNK)?;
                if let Some(copy) = &mut copy {
                    copy.add(header, &raw).await?;
                }
                raw.iter().map(|row| copy::read(header, row)).collect()
            }
            from_copy @ Rows::Copy(..) => from_copy.next(CHUNK).await?,
        };
        if read.is_empty() {
            break;
        }
        total += read.len() as u64;
        let keys: Arc<Vec<Keys>> = Arc::new(read.iter().map(keys_of).collect());
        keys.iter().for_each(|keys| twins.add(keys));
        if has_homes {
            let (scope, keys) = (Arc::clone(&scope), Arc::clone(&keys));
            let found = app.db.read(move |tx| store::home::find_each(tx, &scope, &keys)).await?;
            found.iter().flatten().for_each(|place| twins.add_home(place.dwelling));
        }
    }
    if let Some(copy) = copy {
        copy.end().await?;
    }
    let (hash, layout) = match &rows {
        Rows::File(list, _) => (Some(list.hash()), Some(list.layout().clone())),
        Rows::Copy(..) => (None, None),
    };
    if total == 0 {
        return Err(ListError::File(FileFault::NoRows).into());
    }
    Ok(Survey { doubled: twins.doubled(), total, hash, layout })
}

/// The judging of a list, chunk by chunk.
pub(super) struct Judging<'a> {
    app: &'a App,
    now: Time,
    task: Arc<Task>,
    list: Rows<'a>,
    ahead: Arc<Vec<Reading>>,
    pub(super) tally: Tally,
    pub(super) shift: Shift,
}

impl<'a> Judging<'a> {
    pub(super) async fn begin(
        app: &'a App,
        ctx: &Ctx,
        task: &Arc<Task>,
        origin: Origin<'a>,
    ) -> Result<Self, ImportError> {
        let mut list = origin.open(app).await?;
        let ahead = Arc::new(list.next(CHUNK).await?);
        let (tally, shift) = (Tally::default(), Shift::default());
        Ok(Self { app, now: ctx.now, task: Arc::clone(task), list, ahead, tally, shift })
    }

    /// The next rows with their judgements; none at the end.
    pub(super) async fn next(&mut self) -> Result<Option<(Arc<Vec<Reading>>, Vec<Verdict>)>, ImportError> {
        if self.ahead.is_empty() {
            return Ok(None);
        }
        let (task, chunk, now) = (Arc::clone(&self.task), Arc::clone(&self.ahead), self.now);
        let judging = self.app.db.read(move |tx| judge_rows(tx, &task, &chunk, now));
        // While the database looks them up, the next rows are read.
        let (verdicts, next) = tokio::join!(judging, self.list.next(CHUNK));
        let (verdicts, rows) = (verdicts?, std::mem::replace(&mut self.ahead, Arc::new(next?)));
        for (row, verdict) in rows.iter().zip(&verdicts) {
            let link = verdict.lived.as_ref().and_then(|lived| lived.link.as_ref());
            let listed = if let Reading::Row(row) = row { row.address.as_ref() } else { None };
            self.shift.add(link.map(|link| link.search_key.as_str()), listed);
            self.tally.add(verdict.judged.judgement, verdict.judged.change);
        }
        Ok(Some((rows, verdicts)))
    }

    /// The hash of the file, once it was judged to its end; none of a copy.
    pub(super) fn hash(&self) -> Option<[u8; 32]> {
        if let Rows::File(list, _) = &self.list { Some(list.hash()) } else { None }
    }
}

/// A confirmed batch on its way into the database.
pub(super) struct Applying<'a> {
    pub(super) app: &'a App,
    pub(super) ctx: &'a Ctx,
    pub(super) task: Arc<Task>,
    pub(super) batch: BatchId,
    pub(super) prefix: &'a Prefix,
    pub(super) header: &'a Header,
    /// The process that does it.
    pub(super) holder: uuid::Uuid,
    /// It stops when another took the batch. A command goes on: who waits for its report is not sent away because a process
    /// that died had the batch a moment ago, and two at once are kept apart by the cursor.
    pub(super) alone: bool,
}

impl Applying<'_> {
    /// Applies the rows that were not, chunk by chunk, and ends the batch. Two that do this at once do it once.
    pub(super) async fn run(&self, report: &mut impl FnMut(Line<'_>)) -> Result<Tally, ImportError> {
        let mut tally = Tally::default();
        let may = self.corrections().await?;
        let mut list = Origin::Copy(self.batch, self.header).open(self.app).await?;
        let mut size = if self.app.db.is_server() { CHUNK } else { 2 * LEAST };
        let mut next = self.chunk(list.next(size).await?);
        while !next.rows.is_empty() {
            let chunk = Arc::new(next.with_corrections(may.saturating_sub(tally.corrected)));
            // While the database writes these rows, the next are read and prepared.
            let ((done, took), read) = tokio::join!(self.write(Arc::clone(&chunk)), list.next(size));
            for (row, Done { judged, username }) in chunk.rows.iter().zip(done?) {
                tally.add(judged.judgement, judged.change);
                tell(row, &judged, username.as_ref(), report);
            }
            if !take(self.app, self.batch, self.holder).await? && self.alone {
                return Err(StoreError::Busy.into());
            }
            next = self.chunk(read?);
            size = if self.app.db.is_server() { CHUNK } else { fitting(chunk.rows.len(), took, (LEAST, CHUNK)) };
        }
        self.end(None).await?;
        Ok(tally)
    }

    /// How many addresses it may correct: as many as one person may, or as a second one approved.
    async fn corrections(&self) -> Result<u64, StoreError> {
        let (task, batch) = (Arc::clone(&self.task), self.batch);
        let approved = self.app.db.read(move |tx| store::import::corrections(tx, &task.scope, batch)).await?;
        Ok(approved.unwrap_or(CORRECTIONS))
    }

    fn chunk(&self, rows: Vec<Reading>) -> Chunk {
        // Each chunk has its own moment, so that ids grow with the list.
        let ctx = Ctx { now: self.app.clock.now(), ..self.ctx.clone() };
        Chunk::new(self.app, &ctx, &self.task, (self.batch, self.prefix), rows)
    }

    /// Writes a chunk, again when it lost a race or its outcome is not known: the cursor keeps it from being done twice.
    async fn write(&self, chunk: Arc<Chunk>) -> (Result<Vec<Done>, ImportError>, Span) {
        let mut tries = 0;
        loop {
            let (task, it, watch) = (Arc::clone(&self.task), Arc::clone(&chunk), Stopwatch::start());
            let done = self.app.db.write(move |tx| apply::run(tx, &task, &it)).await;
            let done = match done {
                Err(ChunkError::Store(error)) if another_try(&error, &mut tries).await => continue,
                Err(ChunkError::Store(error)) => Err(error.into()),
                Err(ChunkError::Stopped(fault)) => Err(ImportError::Stopped(fault)),
                Ok(done) => Ok(done),
            };
            return (done, watch.elapsed());
        }
    }

    /// Ends the batch: all its rows were applied, or it stopped for a reason (JSON).
    pub(super) async fn end(&self, reason: Option<String>) -> Result<(), ImportError> {
        let (task, batch, now) = (Arc::clone(&self.task), self.batch, self.app.clock.now());
        let line = line(self.app, self.ctx, &self.task, (Act::ImportApplied, batch));
        let done: Result<(), StoreError> = self
            .app
            .db
            .write(move |tx| {
                if store::import::finish(tx, &task.scope, batch, (now, reason.as_deref()))? {
                    line.write(tx)?;
                }
                Ok(())
            })
            .await;
        Ok(done?)
    }
}

/// A line about a batch, in the name of whoever brought it.
pub(super) fn line(app: &App, ctx: &Ctx, task: &Task, (act, batch): (Act, BatchId)) -> audit::Entry {
    let about = (Some(task.scope.within().organisation), Subject::new("batch", batch.uuid()));
    audit::entry(app, ctx, task.by.clone(), act, about)
}

/// Takes the batch for this process, or keeps it; false when another works on it.
pub(super) async fn take(app: &App, batch: BatchId, holder: uuid::Uuid) -> Result<bool, StoreError> {
    let now = app.clock.now();
    store::lease::take(&app.db, &format!("import/{batch}"), holder, now + LEASE, now).await
}

fn tell(
    row: &Reading,
    judged: &Judged,
    username: Option<&domain::username::Username>,
    report: &mut impl FnMut(Line<'_>),
) {
    if let Some(home) = home_of(row) {
        report(Line { number: number_of(row), home, judged, username });
    }
}

/// The actor in whose name a batch is applied.
pub(super) fn actor_of(by: Option<(domain::id::StaffId, domain::id::IdentityId, domain::role::Role)>) -> Actor {
    by.map_or(Actor::Server, |(staff, identity, role)| Actor::Staff {
        staff,
        identity,
        role,
        organisation: None,
        projects: Vec::new(),
    })
}
