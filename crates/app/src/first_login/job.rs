//! The background work on lists: what was uploaded is read and judged, what was confirmed is applied, what is old goes. One
//! process works on a batch at a time, under a lease; a process that dies leaves it to the next, which starts the reading
//! again and goes on with the applying where it was.

use std::sync::Arc;

use domain::access::{Actor, Import, ProjectPlace, in_project};
use domain::audit::Door;
use domain::device::Device;
use domain::first_login::{BatchState, Header, Layout, Reading};
use domain::id::BatchId;
use domain::language::Language;
use domain::username::Prefix;
use store::StoreError;
use store::import::{Kind, NewRow, WasRead, Work};
use uuid::Uuid;

use super::copy;
use super::import::ImportError;
use super::judging::{Task, Verdict, home_of, number_of};
use super::list::ListError;
use super::refusal::Refusal;
use super::run::{self, Applying, Judging, Origin};
use super::upload;
use crate::house::{App, Ctx};

/// Works on all lists that wait; how many of them this process brought further. `holder` names it. A list that cannot be
/// worked on now is tried again at the next look, and does not keep the others waiting.
///
/// # Errors
/// When the database fails.
pub async fn work(app: &App, holder: Uuid) -> Result<usize, StoreError> {
    let waiting = app.db.read(store::import::work).await?;
    let mut worked = 0;
    for work in waiting {
        if !run::take(app, work.batch, holder).await? {
            continue;
        }
        let ctx = app.ctx("job", Device::UNKNOWN, Language::Nl, Door::Job);
        let one = One { app, ctx: &ctx, work: &work, holder };
        let done = if work.state == BatchState::Confirmed { one.apply().await } else { one.read().await };
        match done {
            Ok(()) => worked += 1,
            Err(error) => tracing::warn!(%error, batch = %work.batch, "a list could not be worked on"),
        }
    }
    Ok(worked)
}

/// Forgets lists whose time is over: the sealed parts go, what was done with their rows stays.
///
/// # Errors
/// When the database fails.
pub async fn purge(app: &App) -> Result<usize, StoreError> {
    let now = app.clock.now();
    let due = app.db.read(move |tx| store::import::due_for_purge(tx, now)).await?;
    let count = due.len();
    for batch in due {
        if app.db.write(move |tx| store::import::purged(tx, batch)).await? {
            forget(app, batch, Kind::Upload).await?;
            forget(app, batch, Kind::Copy).await?;
        }
    }
    Ok(count)
}

async fn forget(app: &App, batch: BatchId, kind: Kind) -> Result<(), StoreError> {
    while app.db.write(move |tx| store::import::drop_parts(tx, batch, kind)).await? > 0 {}
    Ok(())
}

fn internal(error: impl std::error::Error + Send + Sync + 'static) -> StoreError {
    StoreError::Internal(Box::new(error))
}

/// One list that is worked on.
struct One<'a> {
    app: &'a App,
    ctx: &'a Ctx,
    work: &'a Work,
    holder: Uuid,
}

impl One<'_> {
    fn place(&self) -> ProjectPlace {
        ProjectPlace { organisation: self.work.organisation, project: self.work.project }
    }

    fn scope(&self) -> Result<domain::access::Scope<Import, ProjectPlace>, StoreError> {
        in_project::<Import>(&Actor::Job, self.place()).map_err(internal)
    }

    async fn layout(&self) -> Result<Option<Layout>, StoreError> {
        let (scope, batch) = (self.scope()?, self.work.batch);
        let found = self.app.db.read(move |tx| store::import::find(tx, &scope, batch)).await?;
        let text = found.and_then(|batch| batch.layout);
        text.map(|text| serde_json::from_str(&text).map_err(internal)).transpose()
    }

    /// Reads a list and judges its rows; the copy takes the place of the upload.
    async fn read(&self) -> Result<(), StoreError> {
        let batch = self.work.batch;
        while self.app.db.write(move |tx| store::import::drop_rows(tx, batch)).await? > 0 {}
        match self.judged().await {
            Ok(read) => {
                let (scope, read) = (self.scope()?, read);
                self.app.db.write(move |tx| store::import::end_reading(tx, &scope, batch, &read)).await.map(drop)
            }
            Err(ImportError::Store(error)) => Err(error),
            Err(error) => {
                let reason = if let ImportError::List(error) = &error { Refusal::of(error) } else { Refusal::Unknown };
                if reason == Refusal::Unknown {
                    tracing::warn!(%error, %batch, "a list could not be read");
                }
                let (scope, asks, text) = (self.scope()?, reason.can_be_said(), reason.to_text());
                if asks {
                    // Somebody who knows the list says what its columns are: it waits as it came in, and not for long.
                    let until = self.app.clock.now() + upload::CUT_OFF;
                    self.app.db.write(move |tx| store::import::ask(tx, &scope, batch, (&text, until))).await?;
                    return forget(self.app, batch, Kind::Copy).await;
                }
                self.app.db.write(move |tx| store::import::unreadable(tx, &scope, batch, &text)).await?;
                forget(self.app, batch, Kind::Upload).await?;
                forget(self.app, batch, Kind::Copy).await
            }
        }
    }

    async fn judged(&self) -> Result<WasRead, ImportError> {
        let (app, batch) = (self.app, self.work.batch);
        let chosen = self.layout().await?;
        let upload = upload::kept(app, batch).await?;
        let known;
        let (origin, writer) = match (&upload, &chosen) {
            // Read before: a person changed what its columns mean, and its copy is all there is.
            (None, Some(layout)) => {
                known = layout.header().map_err(ListError::Header)?;
                (Origin::Copy(batch, &known), None)
            }
            (None, None) => return Err(ListError::File(domain::first_login::FileFault::Empty).into()),
            (Some(source), chosen) => {
                forget(app, batch, Kind::Copy).await?;
                (Origin::File(source, chosen.as_ref()), Some(copy::Writer::new(app, batch)))
            }
        };
        let survey = run::survey(app, Arc::new(self.scope()?), origin, writer).await?;
        let layout = survey.layout.or_else(|| chosen.clone());
        let layout = layout.ok_or_else(|| StoreError::internal("a list without a layout was read"))?;
        let header = layout.header().map_err(ListError::Header)?;
        self.drop_upload(&layout).await?;
        let origin = Origin::Copy(batch, &header);
        let task = Task::new(app, self.scope()?, survey.doubled, run::actor_of(self.work.by));
        let mut judging = Judging::begin(app, self.ctx, &Arc::new(task), origin).await?;
        while let Some((rows, verdicts)) = judging.next().await? {
            self.keep(&rows, &verdicts).await?;
        }
        let Judging { tally, shift, .. } = judging;
        let reason = tally.stands(&shift).err().map(|fault| Refusal::Batch(fault).to_text());
        let (layout, tally) = (serde_json::to_string(&layout), serde_json::to_string(&tally));
        Ok(WasRead { layout: layout.map_err(internal)?, tally: tally.map_err(internal)?, reason, total: survey.total })
    }

    /// The copy takes the place of the upload. A process that dies in between reads the upload again, or the copy.
    async fn drop_upload(&self, layout: &Layout) -> Result<(), StoreError> {
        let (scope, batch) = (self.scope()?, self.work.batch);
        let text = serde_json::to_string(layout).map_err(internal)?;
        self.app.db.write(move |tx| store::import::keep_layout(tx, &scope, batch, &text)).await?;
        forget(self.app, batch, Kind::Upload).await
    }

    /// Writes judgements down, and keeps the batch.
    async fn keep(&self, rows: &[Reading], verdicts: &[Verdict]) -> Result<(), ImportError> {
        let batch = self.work.batch;
        let row = |(reading, verdict): (&Reading, &Verdict)| -> Result<NewRow, StoreError> {
            Ok(NewRow {
                number: number_of(reading),
                home_key: verdict.keys.strongest().map(|key| key.to_string()),
                home: serde_json::to_string(&home_of(reading)).map_err(internal)?,
                judgement: verdict.judged.judgement,
                reasons: serde_json::to_string(&verdict.judged.remarks).map_err(internal)?,
                account: verdict.lived.as_ref().map(|lived| lived.account),
                link: None,
                previous: None,
            })
        };
        let new = rows.iter().zip(verdicts).map(row).collect::<Result<Vec<NewRow>, StoreError>>()?;
        self.app.db.write(move |tx| store::import::put_rows(tx, batch, &new)).await?;
        if run::take(self.app, batch, self.holder).await? { Ok(()) } else { Err(StoreError::Busy.into()) }
    }

    /// Applies a confirmed list, in the name of whoever brought it.
    async fn apply(&self) -> Result<(), StoreError> {
        let (app, batch) = (self.app, self.work.batch);
        let layout = self.layout().await?.ok_or_else(|| StoreError::internal("a confirmed list without a layout"))?;
        let header: Header = layout.header().map_err(internal)?;
        let prefix = Prefix::parse(&self.work.prefix).map_err(|_| StoreError::internal("a stored prefix is none"))?;
        let origin = Origin::Copy(batch, &header);
        let done = async {
            let survey = run::survey(app, Arc::new(self.scope()?), origin, None).await?;
            let task = Task::new(app, self.scope()?, survey.doubled, run::actor_of(self.work.by));
            let task = Arc::new(task);
            let applying = Applying {
                app,
                ctx: self.ctx,
                task,
                batch,
                prefix: &prefix,
                header: &header,
                holder: self.holder,
                alone: true,
            };
            match applying.run(&mut |_| {}).await {
                Err(ImportError::Stopped(fault)) => applying.end(Some(Refusal::Batch(fault).to_text())).await,
                other => other.map(drop),
            }
        };
        match done.await {
            Ok(()) => Ok(()),
            Err(ImportError::Store(error)) => Err(error),
            Err(other) => Err(internal(other)),
        }
    }
}
