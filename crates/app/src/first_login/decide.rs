//! A list in a page: how far it is, how it was read, what each of its rows would do or did; and what somebody decides about
//! it: read it otherwise, confirm it, throw it away (PRODUCT 3.6). Nothing is written to homes before it is confirmed.

use domain::access::{Denied, Import};
use domain::audit::{Act, Subject};
use domain::first_login::{BatchState, Column, Header, Judgement, Layout, Reading, Remark, Residents, Tally};
use domain::home::Home;
use domain::id::{BatchId, ProposalId};
use domain::naming::ProjectPath;
use domain::time::Time;
use store::StoreError;
use store::import::{Batch, Shown, Told};
use store::project::Project;

use super::copy;
use super::list::RawRow;
use super::propose;
use super::refusal::Refusal;
use crate::audit;
use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};

/// Rows on a page.
pub const PAGE: usize = 50;

/// A list, as far as it is.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Its id.
    pub id: BatchId,
    /// How far.
    pub state: BatchState,
    /// The name of the file.
    pub file_name: String,
    /// The address of who brought it; none for the command line.
    pub by: Option<String>,
    /// When it came.
    pub created_at: Time,
    /// When its last row was applied.
    pub applied_at: Option<Time>,
    /// How it was read.
    pub layout: Option<Layout>,
    /// The counts of its rows.
    pub tally: Option<Tally>,
    /// Why it goes no further.
    pub refusal: Option<Refusal>,
    /// How many rows it has; 0 while nobody knows.
    pub total: u64,
    /// The number of the last row that was applied.
    pub cursor: u64,
    /// When the list itself goes.
    pub purge_at: Time,
    /// The list itself is gone.
    pub purged: bool,
    /// What is proposed about it to a second person; [`look`] fills it in.
    pub proposal: Option<ProposalId>,
}

impl Seen {
    /// It waits for somebody who says what its columns are.
    #[must_use]
    pub fn asks_columns(&self) -> bool {
        self.state == BatchState::Unreadable && self.refusal.as_ref().is_some_and(Refusal::can_be_said)
    }
}

impl From<Batch> for Seen {
    fn from(batch: Batch) -> Self {
        Self {
            id: batch.id,
            state: batch.state,
            file_name: batch.file_name,
            by: batch.by,
            created_at: batch.created_at,
            applied_at: batch.applied_at,
            layout: batch.layout.and_then(|text| serde_json::from_str(&text).ok()),
            tally: batch.tally.and_then(|text| serde_json::from_str(&text).ok()),
            refusal: batch.reason.map(|text| Refusal::read(&text)),
            total: batch.total,
            cursor: batch.cursor,
            purge_at: batch.purge_at,
            purged: batch.purged,
            proposal: None,
        }
    }
}

/// A row of a list.
#[derive(Clone, Debug)]
pub struct SeenRow {
    /// Its line in the list.
    pub number: u64,
    /// What was recognised of its home.
    pub home: Home,
    /// The address it brings, masked, while the list is kept.
    pub masked: Option<String>,
    /// How it was judged.
    pub judgement: Judgement,
    /// Why.
    pub remarks: Vec<Remark>,
    /// The username of its home.
    pub username: Option<String>,
    /// It was undone.
    pub undone: bool,
}

/// Why a decision is not taken.
#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    /// Not a right of this person, or no such list.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// The list has moved on since the page was shown.
    #[error("the list has moved on meanwhile")]
    Moved,
    /// An address goes to a home that is known, and nobody said that its residents are the same (law 7).
    #[error("nobody said that the residents are the same")]
    Residents(Residents),
    /// The line that is said to name the columns is not among the first of the list.
    #[error("no such line among the first of the list")]
    NoLine,
    /// Columns that cannot be read so.
    #[error(transparent)]
    Header(#[from] domain::first_login::HeaderFault),
}

impl From<StoreError> for DecideError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// Which list of which project.
pub type Which<'a> = (&'a ProjectPath, BatchId);

/// The newest lists of a project, at most 50.
///
/// # Errors
/// [`Barred`].
pub async fn lists(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    path: &ProjectPath,
) -> Result<(Project, Vec<Seen>), Barred> {
    let (who, path) = (caller.into().who(app, ctx), path.clone());
    app.db
        .read(move |tx| {
            let (scope, project) = who.in_project::<Import>(tx, &path)?;
            let lists = store::import::batches(tx, &scope)?;
            Ok((project, lists.into_iter().map(Seen::from).collect()))
        })
        .await
}

/// A list.
///
/// # Errors
/// [`Barred`]; one that is not of this project is not found.
pub async fn look(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (path, batch): Which<'_>,
) -> Result<(Project, Seen), Barred> {
    let (who, path, now) = (caller.into().who(app, ctx), path.clone(), ctx.now);
    app.db
        .read(move |tx| {
            let (scope, project) = who.in_project::<Import>(tx, &path)?;
            let found = store::import::find(tx, &scope, batch)?;
            let found = found.filter(|batch| batch.state != BatchState::Arriving).ok_or(Denied::NotYours)?;
            let proposal = store::import::proposed(tx, &scope, batch, now)?;
            Ok((project, Seen { proposal, ..found.into() }))
        })
        .await
}

/// The next rows of a list after one, of one judgement or all; [`PAGE`] at most, and whether there are more.
///
/// # Errors
/// [`Barred`].
pub async fn rows(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (path, batch): Which<'_>,
    (of, after): (Option<Judgement>, u64),
) -> Result<(Vec<SeenRow>, bool), Barred> {
    let (who, asked) = (caller.into().who(app, ctx), path.clone());
    let (mut found, header) = app
        .db
        .read(move |tx| {
            let (scope, _) = who.in_project::<Import>(tx, &asked)?;
            let found = store::import::rows(tx, &scope, batch, (of, after))?;
            let layout = store::import::find(tx, &scope, batch)?.and_then(|batch| batch.layout);
            let layout: Option<Layout> = layout.and_then(|text| serde_json::from_str(&text).ok());
            Ok::<_, Barred>((found, layout.and_then(|layout| layout.header().ok())))
        })
        .await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let (mut rows, mut finder) = (Vec::with_capacity(found.len()), copy::Finder::new(app, batch).await?);
    for shown in found {
        let raw = finder.find(shown.number).await?;
        let masked = header.as_ref().zip(raw).and_then(|(header, row)| masked(header, row));
        rows.push(SeenRow::of(shown, masked)?);
    }
    Ok((rows, more))
}

impl SeenRow {
    fn of(shown: Shown, masked: Option<String>) -> Result<Self, StoreError> {
        let internal = |error: serde_json::Error| StoreError::Internal(Box::new(error));
        Ok(Self {
            number: shown.number,
            home: serde_json::from_str::<Option<Home>>(&shown.home).map_err(internal)?.unwrap_or_default(),
            masked,
            judgement: shown.judgement,
            remarks: serde_json::from_str(&shown.reasons).map_err(internal)?,
            username: shown.username,
            undone: shown.undone_at.is_some(),
        })
    }
}

fn masked(header: &Header, row: &RawRow) -> Option<String> {
    if let Reading::Row(read) = copy::read(header, row) { read.address.map(|address| address.masked()) } else { None }
}

/// The first rows as the client wrote them, without what nobody may keep; ten at most.
///
/// # Errors
/// [`Barred`].
pub async fn sample(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (path, batch): Which<'_>,
) -> Result<Vec<RawRow>, Barred> {
    look(app, ctx, caller, (path, batch)).await?;
    let mut reader = copy::Reader::open(app, batch).await?;
    Ok(reader.raw(10).await?)
}

/// What an applied list did, counted.
///
/// # Errors
/// [`Barred`].
pub async fn done(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (path, batch): Which<'_>,
) -> Result<Told, Barred> {
    let (who, path) = (caller.into().who(app, ctx), path.clone());
    app.db
        .read(move |tx| {
            let (scope, _) = who.in_project::<Import>(tx, &path)?;
            Ok(store::import::told(tx, &scope, batch)?)
        })
        .await
}

/// Somebody says what the columns mean; the rows are judged anew.
///
/// # Errors
/// [`DecideError`].
pub async fn read_again(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (path, batch): Which<'_>,
    columns: &[Option<Column>],
) -> Result<(), DecideError> {
    let (who, path, columns) = (caller.into().who(app, ctx), path.clone(), columns.to_vec());
    app.db
        .write(move |tx| {
            let (scope, _) = who.in_project::<Import>(tx, &path)?;
            let found = store::import::find(tx, &scope, batch)?.ok_or(Barred::from(Denied::NotYours))?;
            let layout: Option<Layout> = found.layout.and_then(|text| serde_json::from_str(&text).ok());
            let layout = layout.ok_or(DecideError::Moved)?.with_columns(&columns);
            layout.header()?;
            let text = serde_json::to_string(&layout).map_err(|error| StoreError::Internal(Box::new(error)))?;
            if store::import::read_again(tx, &scope, batch, &text)? { Ok(()) } else { Err(DecideError::Moved) }
        })
        .await?;
    app.ring_imports();
    Ok(())
}

/// Somebody confirms a list. One that brings addresses to homes that are known needs the answer that the residents are the
/// same (law 7). Confirming twice does it once.
///
/// # Errors
/// [`DecideError`].
pub async fn confirm(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (which, residents): (Which<'_>, Residents),
) -> Result<Confirmed, DecideError> {
    let who = caller.into().who(app, ctx);
    let (asks, (path, batch)) = (who.clone(), (which.0.clone(), which.1));
    let read = app.db.read(move |tx| {
        let (scope, _) = asks.in_project::<Import>(tx, &path)?;
        Ok::<_, Barred>(store::import::find(tx, &scope, batch)?.ok_or(Denied::NotYours)?)
    });
    let found = read.await?;
    if found.state == BatchState::Judged && propose::corrected(&found).is_some() {
        same_residents(&found, residents)?;
        propose::propose(app, ctx, who, which).await?;
        return Ok(Confirmed::Proposed);
    }
    step(app, ctx, who, (which, Step::Confirm(residents))).await?;
    app.ring_imports();
    Ok(Confirmed::Confirmed)
}

/// What came of confirming a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// Its rows are applied.
    Confirmed,
    /// It corrects ten or more addresses: a second person looks first.
    Proposed,
}

/// Law 7: a list takes first links and corrections of those who stay.
fn same_residents(found: &Batch, residents: Residents) -> Result<(), DecideError> {
    let known = found.tally.as_deref().and_then(|text| serde_json::from_str::<Tally>(text).ok());
    let known = known.is_some_and(|tally| tally.addresses() > 0);
    if residents == Residents::New || known && residents != Residents::Same {
        return Err(DecideError::Residents(residents));
    }
    Ok(())
}

/// Throws a list away that nobody confirmed; it goes at once.
///
/// # Errors
/// [`DecideError`].
pub async fn discard(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, which: Which<'_>) -> Result<(), DecideError> {
    step(app, ctx, caller.into().who(app, ctx), (which, Step::Discard)).await
}

/// What somebody decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Confirm(Residents),
    Discard,
}

async fn step(app: &App, ctx: &Ctx, who: Who, ((path, batch), step): (Which<'_>, Step)) -> Result<(), DecideError> {
    let act = if step == Step::Discard { Act::ListDiscarded } else { Act::ImportConfirmed };
    let (path, now) = (path.clone(), ctx.now);
    let about = (None, Subject::new("batch", batch.uuid()));
    let line = audit::entry(app, ctx, domain::access::Actor::Job, act, about);
    app.db
        .write(move |tx| {
            let (scope, project) = who.in_project::<Import>(tx, &path)?;
            let found = store::import::find(tx, &scope, batch)?.ok_or(Barred::from(Denied::NotYours))?;
            let (done, was) = match step {
                Step::Discard => {
                    (store::import::discard(tx, &scope, batch, now)?, found.state == BatchState::Discarded)
                }
                Step::Confirm(residents) => {
                    same_residents(&found, residents)?;
                    let was = matches!(found.state, BatchState::Confirmed | BatchState::Applied);
                    (store::import::confirm(tx, &scope, batch, now)?, was)
                }
            };
            if !done {
                return if was { Ok(()) } else { Err(DecideError::Moved) };
            }
            let mut line = line.clone();
            (line.line.actor, line.line.organisation) = (scope.by().clone(), Some(project.organisation));
            Ok(line.write(tx)?)
        })
        .await
}
