//! Takes back what a list did, row by row, where nobody acted yet (PRODUCT 3.6): not handed out, not asked for, not signed
//! in. A home that a row made goes with its account, and its username is never issued again; an address that a row linked
//! ends, and the one it replaced is back; street and number that a row gave to a home go. Rows on which somebody acted stay, and are told.

use std::collections::BTreeSet;

use domain::access::{Actor, Denied, Import, ProjectPlace, Scope};
use domain::audit::{Act, Subject};
use domain::first_login::{Judgement, Reason, Remark};
use domain::home::Home;
use domain::id::{AccountId, BatchId};
use domain::naming::ProjectPath;
use store::import::Undoable;
use store::{StoreError, Write};

use crate::audit::{self, Entry};
use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};

/// Rows on a page.
pub const PAGE: usize = 50;

/// Which rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rows {
    /// All that can be undone.
    All,
    /// Those of these numbers.
    These(BTreeSet<u64>),
}

impl Rows {
    fn has(&self, number: u64) -> bool {
        match self {
            Self::All => true,
            Self::These(numbers) => numbers.contains(&number),
        }
    }
}

/// What became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// Taken back.
    pub undone: u64,
    /// Somebody acted: they stay.
    pub kept: u64,
}

/// The project of a batch, for the command line; none when there is no such batch.
///
/// # Errors
/// When the database fails.
pub async fn project_of(app: &App, batch: BatchId) -> Result<Option<ProjectPath>, StoreError> {
    let found = app.db.read(move |tx| store::import::path(tx, batch)).await?;
    found.map(|(organisation, project)| crate::project::path((&organisation, &project))).transpose()
}

/// A row that made or changed something.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its line in the list.
    pub number: u64,
    /// `new` or `changed`.
    pub judgement: Judgement,
    /// What was recognised of its home.
    pub home: Home,
    /// The username of the home.
    pub username: String,
    /// It gave its home street and number.
    pub completed: bool,
    /// It brought an address.
    pub linked: bool,
    /// Somebody acted: it stays.
    pub acted: bool,
}

impl From<Undoable> for Row {
    fn from(it: Undoable) -> Self {
        Self {
            number: it.number,
            judgement: it.judgement,
            home: home_of(&it),
            completed: completed(&it),
            linked: it.link.is_some(),
            username: it.username,
            acted: it.acted,
        }
    }
}

/// What was recognised of the home of a row.
fn home_of(it: &Undoable) -> Home {
    serde_json::from_str::<Option<Home>>(&it.home).ok().flatten().unwrap_or_default()
}

/// The row gave its home street and number.
fn completed(it: &Undoable) -> bool {
    let remarks: Vec<Remark> = serde_json::from_str(&it.reasons).unwrap_or_default();
    remarks.iter().any(|remark| remark.reason == Reason::Completed)
}

/// The next rows of an applied batch after one that made or changed something, at most 200.
async fn preview(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (path, batch, after): (&ProjectPath, BatchId, u64),
) -> Result<Vec<Row>, Barred> {
    let (who, path) = (caller.into().who(app, ctx), path.clone());
    app.db
        .read(move |tx| {
            let (scope, _) = who.in_project::<Import>(tx, &path)?;
            let rows = store::import::undoable(tx, &scope, batch, after)?;
            Ok(rows.into_iter().map(Row::from).collect())
        })
        .await
}

/// A page of the rows of an applied batch that made or changed something.
#[derive(Clone, Debug)]
pub struct Page {
    /// The rows, [`PAGE`] at most.
    pub rows: Vec<Row>,
    /// Of all rows, on all pages: nobody acted, they can be taken back.
    pub can: u64,
    /// Of all rows: somebody acted, they stay.
    pub stay: u64,
    /// Where the page before begins: behind this row.
    pub previous: Option<u64>,
    /// Where the next page begins: behind this row.
    pub next: Option<u64>,
}

/// The page of rows behind one.
///
/// # Errors
/// [`Barred`].
pub async fn page(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (path, batch, after): (&ProjectPath, BatchId, u64),
) -> Result<Page, Barred> {
    let (who, path) = (caller.into().who(app, ctx), path.clone());
    app.db
        .read(move |tx| {
            let (scope, _) = who.in_project::<Import>(tx, &path)?;
            let (all, stay) = store::import::standing(tx, &scope, batch)?;
            let before = store::import::before(tx, &scope, batch, after)?;
            let mut rows = store::import::undoable(tx, &scope, batch, after)?;
            let more = rows.len() > PAGE;
            rows.truncate(PAGE);
            Ok(Page {
                can: all.saturating_sub(stay),
                stay,
                // Behind the last row of the page before that; 0 where that is the first.
                previous: (!before.is_empty()).then(|| before.get(PAGE).copied().unwrap_or(0)),
                next: rows.last().filter(|_| more).map(|last| last.number),
                rows: rows.into_iter().map(Row::from).collect(),
            })
        })
        .await
}

/// Takes back rows of an applied batch. Stopped half-way it goes on where it was when it is asked again; done twice it does
/// nothing the second time.
///
/// # Errors
/// [`Barred`]; a batch that is not of this project is not found.
pub async fn undo(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (path, batch, rows): (&ProjectPath, BatchId, Rows),
) -> Result<Undone, Barred> {
    let (caller, mut after, mut all) = (caller.into(), 0, Undone::default());
    loop {
        let piece = Piece {
            who: caller.who(app, ctx),
            path: path.clone(),
            batch,
            rows: rows.clone(),
            after,
            pattern: pattern(app, ctx),
            now: ctx.now,
        };
        let found = preview(app, ctx, caller, (path, batch, after)).await?;
        let Some(last) = found.last() else { break };
        after = last.number;
        // Ids are drawn before, so that a second run of the closure writes the same.
        let ids: Vec<domain::id::AuditId> = found.iter().map(|_| app.id(ctx.now)).collect();
        let done = app.db.write(move |tx| piece.run(tx, &ids)).await?;
        all = Undone { undone: all.undone + done.undone, kept: all.kept + done.kept };
    }
    Ok(all)
}

fn pattern(app: &App, ctx: &Ctx) -> Entry {
    let nobody: AccountId = app.id(ctx.now);
    audit::entry(app, ctx, Actor::Job, Act::RowUndone, (None, Subject::new("account", nobody.uuid())))
}

/// Rows that are taken back together.
struct Piece {
    who: Who,
    path: ProjectPath,
    batch: BatchId,
    rows: Rows,
    after: u64,
    pattern: Entry,
    now: domain::time::Time,
}

impl Piece {
    fn run(&self, tx: &mut Write<'_>, ids: &[domain::id::AuditId]) -> Result<Undone, Barred> {
        let (scope, project) = self.who.in_project::<Import>(tx, &self.path)?;
        store::import::find(tx, &scope, self.batch)?.ok_or(Denied::NotYours)?;
        let found = store::import::undoable(tx, &scope, self.batch, self.after)?;
        let (mut done, mut lines) = (Undone::default(), Vec::new());
        for (it, id) in found.iter().filter(|it| self.rows.has(it.number)).zip(ids) {
            if it.acted {
                done.kept += 1;
                continue;
            }
            self.take_back(tx, &scope, it)?;
            let mut line = self.pattern.clone();
            line.line.id = *id;
            line.line.actor = scope.by().clone();
            line.line.organisation = Some(project.organisation);
            line.line.subject = Subject::new("account", it.account.uuid());
            lines.push(line.because(it.judgement.as_str()));
            done.undone += 1;
        }
        Entry::write_all(&lines, tx)?;
        Ok(done)
    }

    fn take_back(
        &self,
        tx: &mut Write<'_>,
        scope: &Scope<Import, ProjectPlace>,
        it: &Undoable,
    ) -> Result<(), StoreError> {
        if it.judgement == Judgement::New {
            store::import::undo_home(tx, scope, it, self.now)?;
        } else {
            store::import::restore_link(tx, scope, it, self.now)?;
            if let Some(address) = home_of(it).keys().address.filter(|_| completed(it)) {
                store::home::bare_again(tx, scope, (it.dwelling, &address))?;
            }
        }
        store::import::undone(tx, self.batch, it.number, self.now)
    }
}
