//! The list that goes back to the client (PRODUCT 3.6), "gebruikersnaam per woning": the client's own columns in their own
//! order, then ours. And of the same list the rows that were not accepted, with our reasons. Both hold no address that the
//! client did not write itself, and no secret.

use std::io::Write;
use std::sync::Arc;

use domain::access::{ProjectPlace, Scope, SeeUsernames};
use domain::audit::{Act, Subject};
use domain::first_login::{Column, Header, Judgement, Layout, Remark};
use domain::home::Home;
use domain::id::{BatchId, DwellingId};
use domain::naming::ProjectPath;
use store::StoreError;
use store::home::Listed;
use store::import::{Given, KeptList};
use store::project::Project;
use words::{Words, t};

use super::copy::Reader;
use super::list::RawRow;
use super::sheet::{Sheet, SheetKind};
use super::usernames::{Status, mark_returned, status_key};
use crate::audit;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// Rows that are read at once.
const ROWS: usize = 500;

/// Which rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Every row of one list, with the username of its home.
    List(BatchId),
    /// The rows of one list that were not accepted, with the reasons.
    Faults(BatchId),
    /// Every home of the project: in the columns of the newest list that is kept, if there is one.
    Project,
}

/// Why there is no list.
#[derive(Debug, thiserror::Error)]
pub enum BackError {
    /// Not a right of this person.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// The list is gone: its 30 days are over.
    #[error("the list itself is gone; the usernames of the whole project can still be had")]
    Gone,
    /// It cannot be written where it should go.
    #[error("the list cannot be written")]
    Io(#[from] std::io::Error),
}

impl From<StoreError> for BackError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// A list that goes back.
pub struct Back<'a> {
    app: &'a App,
    ctx: &'a Ctx,
    scope: Arc<Scope<SeeUsernames, ProjectPlace>>,
    /// The project.
    pub project: Project,
    kept: Option<(BatchId, Header)>,
    faults: bool,
    /// Every home of the project, also those that the list does not hold.
    whole: bool,
}

/// Prepares a list, and logs that it is given.
///
/// # Errors
/// [`BackError`].
pub async fn begin<'a>(
    app: &'a App,
    ctx: &'a Ctx,
    caller: impl Into<Caller<'_>>,
    (path, which): (&ProjectPath, Which),
) -> Result<Back<'a>, BackError> {
    let (who, path) = (caller.into().who(app, ctx), path.clone());
    let (scope, project, kept) = app
        .db
        .read(move |tx| {
            let (scope, project) = who.in_project::<SeeUsernames>(tx, &path)?;
            let kept = match which {
                Which::Project => store::import::newest(tx, &scope)?,
                Which::List(batch) | Which::Faults(batch) => store::import::kept(tx, &scope, batch)?,
            };
            Ok::<_, Barred>((scope, project, kept))
        })
        .await?;
    let kept = kept.map(of_kept).transpose()?;
    if kept.is_none() && which != Which::Project {
        return Err(BackError::Gone);
    }
    let faults = matches!(which, Which::Faults(_));
    let about = (Some(project.organisation), Subject::new("project", project.id.uuid()));
    let act = if faults { Act::FaultsListed } else { Act::UsernamesListed };
    let line = audit::entry(app, ctx, scope.by().clone(), act, about);
    app.db.write(move |tx| line.write(tx)).await?;
    Ok(Back { app, ctx, scope: Arc::new(scope), project, kept, faults, whole: which == Which::Project })
}

fn of_kept((batch, layout, _): KeptList) -> Result<(BatchId, Header), StoreError> {
    let layout: Layout = serde_json::from_str(&layout).map_err(|error| StoreError::Internal(Box::new(error)))?;
    Ok((batch, layout.header().map_err(|error| StoreError::Internal(Box::new(error)))?))
}

/// What the client knows its homes by, when there is no list of its own.
pub const COLUMNS: [Column; 7] = [
    Column::ClientNumber,
    Column::Street,
    Column::HouseNumber,
    Column::Addition,
    Column::Postcode,
    Column::Place,
    Column::BuildNumber,
];

impl Back<'_> {
    /// Writes the list; how many rows it has below its header. What was given counts as returned to the client.
    ///
    /// # Errors
    /// [`BackError`].
    pub async fn write<W: Write>(&self, words: Words, kind: SheetKind, out: W) -> Result<u64, BackError> {
        let mut page = Page { words, sheet: Sheet::new(out, kind)?, rows: 0 };
        page.titles(self.kept.as_ref().map(|(_, header)| header), self.faults)?;
        if let Some((batch, header)) = &self.kept {
            self.list(*batch, header, &mut page).await?;
        }
        if self.whole {
            self.beside(&mut page).await?;
        }
        page.sheet.finish()?;
        Ok(page.rows)
    }

    /// The rows of the list.
    async fn list<W: Write>(&self, batch: BatchId, header: &Header, page: &mut Page<W>) -> Result<(), BackError> {
        let (mut reader, mut after, now) = (Reader::open(self.app, batch).await?, 0, self.ctx.now);
        loop {
            let raw = reader.raw(ROWS).await?;
            let Some(last) = raw.last() else { return Ok(()) };
            let (scope, from) = (Arc::clone(&self.scope), after);
            let given = self.app.db.read(move |tx| store::import::given(tx, &scope, (batch, from), now)).await?;
            after = last.number;
            let mut homes = Vec::new();
            for row in &raw {
                let given = given.iter().find(|given| given.number == row.number);
                let fault = given.is_some_and(|it| matches!(it.judgement, Judgement::Conflict | Judgement::Refused));
                if self.faults && !fault {
                    continue;
                }
                page.row(header, row, (given, self.faults))?;
                homes.extend(given.and_then(|given| given.home.as_ref()).map(|home| home.dwelling));
            }
            self.returned(&homes).await?;
        }
    }

    /// The homes that no row of the list led to.
    async fn beside<W: Write>(&self, page: &mut Page<W>) -> Result<(), BackError> {
        let (mut after, now) = (None, self.ctx.now);
        loop {
            let (scope, kept) = (Arc::clone(&self.scope), self.kept.as_ref().map(|(batch, _)| *batch));
            let homes: Vec<Listed> = self
                .app
                .db
                .read(move |tx| match kept {
                    Some(batch) => store::import::beside(tx, &scope, (batch, after), now),
                    None => store::home::page(tx, &scope, after, now),
                })
                .await?;
            let Some(last) = homes.last() else { return Ok(()) };
            after = Some(last.dwelling);
            for home in &homes {
                page.home(self.kept.as_ref().map(|(_, header)| header), home)?;
            }
            self.returned(&homes.iter().map(|home| home.dwelling).collect::<Vec<DwellingId>>()).await?;
        }
    }

    async fn returned(&self, homes: &[DwellingId]) -> Result<(), BackError> {
        if !self.faults {
            mark_returned(self.app, &self.scope, homes, self.ctx.now).await?;
        }
        Ok(())
    }
}

/// A list, being written.
struct Page<W: Write> {
    words: Words,
    sheet: Sheet<W>,
    rows: u64,
}

impl<W: Write> Page<W> {
    fn titles(&mut self, header: Option<&Header>, faults: bool) -> std::io::Result<()> {
        let mut titles: Vec<String> = match header {
            Some(header) => header.kept().filter_map(|at| header.titles().get(at).cloned()).collect(),
            None => COLUMNS.map(|column| self.words.t(words::first_login::column(column)).into_owned()).to_vec(),
        };
        let ours = if faults {
            [t!(self.words, "list-title-judgement"), t!(self.words, "list-title-reason")]
        } else {
            [t!(self.words, "list-column-username"), t!(self.words, "list-column-status")]
        };
        titles.extend(ours.map(std::borrow::Cow::into_owned));
        self.sheet.row(&titles)
    }

    fn row(&mut self, header: &Header, raw: &RawRow, (given, faults): (Option<&Given>, bool)) -> std::io::Result<()> {
        let cell = |at: usize| raw.cells.get(at).cloned().unwrap_or_default();
        let mut cells: Vec<String> = header.kept().map(cell).collect();
        let said = given.map(|given| self.said(given)).unwrap_or_default();
        if faults {
            let judged = given.map(|given| self.words.t(words::first_login::judgement(given.judgement)).into_owned());
            cells.extend([judged.unwrap_or_default(), said]);
        } else {
            match given.and_then(|given| given.home.as_ref()) {
                Some(home) => {
                    let status = Status::judged(home.lived_in, home.proof, home.refused);
                    cells.extend([home.username.clone(), self.words.t(status_key(status)).into_owned()]);
                }
                None => cells.extend([String::new(), said]),
            }
        }
        self.rows += 1;
        self.sheet.row(&cells)
    }

    /// A home in the columns of a list that does not hold it.
    fn home(&mut self, header: Option<&Header>, listed: &Listed) -> std::io::Result<()> {
        let mut cells: Vec<String> = match header {
            Some(header) => header
                .kept()
                .map(|at| header.columns().get(at).copied().flatten().map_or("", |column| cell(&listed.home, column)))
                .map(str::to_owned)
                .collect(),
            None => COLUMNS.map(|column| cell(&listed.home, column).to_owned()).to_vec(),
        };
        cells.extend([listed.username.clone(), self.words.t(status_key(Status::of(listed))).into_owned()]);
        self.rows += 1;
        self.sheet.row(&cells)
    }

    /// The reasons of a row, as sentences.
    fn said(&self, given: &Given) -> String {
        let remarks: Vec<Remark> = serde_json::from_str(&given.reasons).unwrap_or_default();
        let said: Vec<String> = remarks.iter().map(|remark| words::first_login::remark(self.words, remark)).collect();
        said.join(" ")
    }
}

/// What a home has in a column; empty for what is in no list of ours.
#[must_use]
pub fn cell(home: &Home, column: Column) -> &str {
    let value = match column {
        Column::ClientNumber => &home.client_number,
        Column::Street => &home.street,
        Column::HouseNumber => &home.house_number,
        Column::Addition => &home.addition,
        Column::Postcode => &home.postcode,
        Column::Place => &home.place,
        Column::BuildNumber => &home.build_number,
        // The letter stands with the addition; addresses of residents are never ours to write.
        _ => &None,
    };
    value.as_deref().unwrap_or_default()
}
