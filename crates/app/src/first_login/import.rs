//! Imports a client's list by command line (PRODUCT 3.6): a dry run that writes nothing, and the same list confirmed. Lists
//! that come in by a page are read and applied by [`super::job`]; both go the same way from the moment a batch is there.
//!
//! A run that was killed goes on where it was when the same file is confirmed again, or when a worker finds it; a file that
//! was applied changes nothing.

use std::sync::Arc;

use domain::access::{Actor, Denied, Import, ProjectPlace, Scope, in_project};
use domain::audit::Act;
use domain::first_login::{BatchFault, BatchState, Header, Judged, Layout, Shift, Tally};
use domain::home::Home;
use domain::id::BatchId;
use domain::naming::ProjectPath;
use domain::username::{Prefix, Username};
use store::StoreError;
use store::import::NewBatch;
use store::project::Project;
use uuid::Uuid;

use super::copy;
use super::judging::{Task, home_of, number_of};
use super::list::{List, ListError};
use super::run::{self, Applying, Judging, Origin, Survey};
use super::source::Source;
use super::upload::{CUT_OFF, KEPT, plain_name};
use crate::house::{App, Ctx};

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
    let file = File::survey(app, ctx, actor, (project, source)).await?;
    let (tally, shift) = file.judge(&mut report).await?;
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
    let file = File::survey(app, ctx, actor, (project, source)).await?;
    let (tally, shift) = file.judge(&mut |_: Line<'_>| {}).await?;
    tally.stands(&shift).map_err(ImportError::Refused)?;
    let idle = tally.new + tally.changed() == 0;
    let holder = Uuid::from_bytes(app.chance.bytes());
    let Some(batch) = file.begin(idle, holder).await? else {
        file.judge(&mut report).await?;
        return Ok(Report { tally, fault: None, batch: None });
    };
    let File { app, ctx, task, header, prefix, .. } = &file;
    let applying = Applying { app, ctx, task: Arc::clone(task), batch, prefix, header, holder, alone: false };
    let tally = applying.run(&mut report).await?;
    Ok(Report { tally, fault: None, batch: Some(batch) })
}

/// One file, read once.
struct File<'a> {
    app: &'a App,
    ctx: &'a Ctx,
    source: &'a Source,
    task: Arc<Task>,
    hash: [u8; 32],
    total: u64,
    layout: Layout,
    header: Header,
    prefix: Prefix,
}

impl<'a> File<'a> {
    /// Reads the list once, for what only the whole can tell.
    async fn survey(
        app: &'a App,
        ctx: &'a Ctx,
        actor: &Actor,
        (path, source): (&ProjectPath, &'a Source),
    ) -> Result<Self, ImportError> {
        let names = path.clone();
        let found = app
            .db
            .read(move |tx| store::project::by_slugs(tx, names.organisation.as_str(), names.project.as_str()))
            .await?
            .ok_or_else(|| ImportError::NoProject(path.clone()))?;
        let prefix = Prefix::parse(&found.prefix).map_err(|_| StoreError::internal("a stored prefix is none"))?;
        let scope = Arc::new(scope_in(actor, &found)?);
        let Survey { doubled, total, hash, layout } = run::survey(app, scope, Origin::File(source, None), None).await?;
        let (hash, layout) =
            hash.zip(layout).ok_or_else(|| StoreError::internal("a file was read as if it were none"))?;
        let header = layout.header().map_err(ListError::Header)?;
        let task = Arc::new(Task::new(app, scope_in(actor, &found)?, doubled, actor.clone()));
        Ok(Self { app, ctx, source, task, hash, total, layout, header, prefix })
    }

    /// Judges every row.
    async fn judge(&self, report: &mut impl FnMut(Line<'_>)) -> Result<(Tally, Shift), ImportError> {
        let origin = Origin::File(self.source, Some(&self.layout));
        let mut judging = Judging::begin(self.app, self.ctx, &self.task, origin).await?;
        while let Some((rows, verdicts)) = judging.next().await? {
            for (row, verdict) in rows.iter().zip(&verdicts) {
                if let Some(home) = home_of(row) {
                    report(Line { number: number_of(row), home, judged: &verdict.judged, username: None });
                }
            }
        }
        if judging.hash() != Some(self.hash) {
            return Err(ImportError::Moved);
        }
        let Judging { tally, shift, .. } = judging;
        Ok((tally, shift))
    }

    /// Makes the batch with its copy, or finds the one of this file that was stopped half-way. None when there is nothing to
    /// do.
    async fn begin(&self, idle: bool, holder: Uuid) -> Result<Option<BatchId>, ImportError> {
        let (task, hash) = (Arc::clone(&self.task), self.hash);
        let open = self.app.db.read(move |tx| store::import::open(tx, &task.scope, &hash)).await?;
        if let Some(open) = open {
            run::take(self.app, open.id, holder).await?;
            return Ok(Some(open.id));
        }
        if idle {
            return Ok(None);
        }
        let batch = self.keep().await?;
        run::take(self.app, batch, holder).await?;
        let (app, now) = (self.app, self.ctx.now);
        let line = run::line(app, self.ctx, &self.task, (Act::ImportConfirmed, batch));
        let task = Arc::clone(&self.task);
        let begun: Result<_, StoreError> = app
            .db
            .write(move |tx| {
                // Two that confirm the same file at once: the later one goes on with the batch of the first.
                if let Some(first) = store::import::open(tx, &task.scope, &hash)? {
                    store::import::discard(tx, &task.scope, batch, now)?;
                    return Ok(first.id);
                }
                store::import::confirm_file(tx, &task.scope, batch, (now, now + KEPT))?;
                line.write(tx)?;
                Ok(batch)
            })
            .await;
        let begun = begun?;
        if begun != batch {
            run::take(app, begun, holder).await?;
        }
        Ok(Some(begun))
    }

    /// Keeps the copy of the list under a new batch.
    async fn keep(&self) -> Result<BatchId, ImportError> {
        let (app, now) = (self.app, self.ctx.now);
        let id: BatchId = app.id(now);
        let new = NewBatch {
            id,
            state: BatchState::Arriving,
            file_name: plain_name(self.source.name()),
            file_hash: self.hash,
            layout: Some(serde_json::to_string(&self.layout).map_err(|error| StoreError::Internal(Box::new(error)))?),
            total: self.total,
            staff: None,
            purge_at: now + CUT_OFF,
        };
        let task = Arc::clone(&self.task);
        app.db.write(move |tx| store::import::add(tx, &task.scope, &new, now)).await?;
        let mut writer = copy::Writer::new(app, id);
        let mut list = List::open(self.source, Some(&self.layout))?;
        loop {
            let rows = list.raw_rows(run::CHUNK)?;
            if rows.is_empty() {
                break;
            }
            writer.add(&self.header, &rows).await?;
        }
        writer.end().await?;
        Ok(id)
    }
}

fn scope_in(actor: &Actor, project: &Project) -> Result<Scope<Import, ProjectPlace>, Denied> {
    in_project::<Import>(actor, ProjectPlace { organisation: project.organisation, project: project.id })
}
