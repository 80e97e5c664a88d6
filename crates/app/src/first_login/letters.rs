//! Letters for the residents of a project (PRODUCT 3.6): a run chooses its homes and is kept, so that its files can be made
//! once more and a reprint is known as one. Printing is no handing out: that is ticked afterwards.

use std::sync::Arc;

use domain::access::{Actor, Denied, HandOut, ProjectPlace, Scope};
use domain::audit::{Act, Subject};
use domain::find::Find;
use domain::first_login::LetterChoice;
use domain::first_login::progress::{AddressState, Expected, WorkList};
use domain::id::{LetterRunId, OccupancyId, OrganisationId};
use domain::language::Language;
use domain::naming::ProjectPath;
use domain::texts::Own;
use domain::time::Day;
use domain::username::{Prefix, Username};
use letters::{Kind, Letter, LetterError, Letterhead};
use store::StoreError;
use store::letter::{NewRun, Run};
use store::progress::{Listed, Standing};
use store::project::Project;

use super::worklist::cursor;
use crate::audit;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};
use crate::texts;

/// Letters in one file.
pub const PART: u32 = 2_000;
/// Homes that are read, and letters that are written down, at once.
const MANY: u32 = 500;

/// Why there are no letters.
#[derive(Debug, thiserror::Error)]
pub enum LettersError {
    /// Not a right of this person, or no such run.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// No home is chosen by this.
    #[error("there is no home to write to")]
    Nobody,
    /// What was typed leads to no home, or to several.
    #[error("no home of this project, or more than one, is called so")]
    UnknownHome,
    /// The file could not be made.
    #[error(transparent)]
    Letter(#[from] LetterError),
}

impl From<StoreError> for LettersError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// Which homes, and in which language.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Which homes.
    pub choice: LetterChoice,
    /// What was typed, for one home.
    pub home: String,
    /// The language of the letters.
    pub language: Language,
    /// With those not told yet also the homes without an address, which get a letter of their own.
    pub unlinked: bool,
}

/// What the page of letters shows.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The project.
    pub project: Project,
    /// The newest runs.
    pub runs: Vec<Run>,
    /// The own texts of the client, for what is copied.
    pub own: Own,
    /// The client has no service portal: its contacts hand out.
    pub by_contacts: bool,
}

/// The runs of a project.
///
/// # Errors
/// [`Barred`].
pub async fn desk(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, path: &ProjectPath) -> Result<Desk, Barred> {
    let (who, path) = (caller.into().who(app, ctx), path.clone());
    let read = app.db.read(move |tx| {
        let (scope, project) = who.in_project::<HandOut>(tx, &path)?;
        let client = store::organisation::by_id(tx, project.organisation)?;
        Ok::<_, Barred>((store::letter::runs(tx, &scope)?, project, client.is_some_and(|client| !client.portal)))
    });
    let (runs, project, by_contacts) = read.await?;
    Ok(Desk { by_contacts, runs, own: texts::own(app, project.organisation).await.own, project })
}

/// Chooses the homes of a run and writes it down; its id, and how many letters it has.
///
/// # Errors
/// [`LettersError`].
pub async fn make(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (path, wish): (&ProjectPath, &Wish),
) -> Result<(LetterRunId, u32), LettersError> {
    let (who, asked) = (caller.into().who(app, ctx), path.clone());
    let (scope, project) = app.db.read(move |tx| who.in_project::<HandOut>(tx, &asked)).await?;
    let scope = Arc::new(scope);
    let homes = Choosing { app, ctx, scope: &scope, project: &project }.homes(wish).await?;
    if homes.is_empty() {
        return Err(LettersError::Nobody);
    }
    let run: LetterRunId = app.id(ctx.now);
    let staff = if let Actor::Staff { staff, .. } = scope.by() { Some(*staff) } else { None };
    let new = NewRun { id: run, choice: wish.choice, language: wish.language, staff };
    let about = (Some(project.organisation), Subject::new("letter-run", run.uuid()));
    let line = audit::entry(app, ctx, scope.by().clone(), Act::LettersMade, about).because(wish.choice.as_str());
    let (it, now) = (Arc::clone(&scope), ctx.now);
    let begun: Result<(), StoreError> = app
        .db
        .write(move |tx| {
            store::letter::add(tx, &it, &new, now)?;
            line.write(tx)
        })
        .await;
    begun?;
    let mut first = 1;
    for chunk in homes.chunks(MANY as usize) {
        let (it, chunk, from) = (Arc::clone(&scope), chunk.to_vec(), first);
        first += u32::try_from(chunk.len()).unwrap_or(u32::MAX);
        app.db.write(move |tx| store::letter::add_letters(tx, &it, (run, from), &chunk)).await?;
    }
    Ok((run, first - 1))
}

/// What the choosing of homes needs.
struct Choosing<'a> {
    app: &'a App,
    ctx: &'a Ctx,
    scope: &'a Arc<Scope<HandOut, ProjectPlace>>,
    project: &'a Project,
}

impl Choosing<'_> {
    async fn homes(&self, wish: &Wish) -> Result<Vec<OccupancyId>, LettersError> {
        match wish.choice {
            LetterChoice::NotTold if wish.unlinked => {
                Ok([self.on_list(WorkList::NotTold).await?, self.on_list(WorkList::NoAddress).await?].concat())
            }
            LetterChoice::NotTold => Ok(self.on_list(WorkList::NotTold).await?),
            LetterChoice::NoAddress => Ok(self.on_list(WorkList::NoAddress).await?),
            LetterChoice::All => Ok(self.all().await?),
            LetterChoice::One => self.one(&wish.home).await,
        }
    }

    async fn on_list(&self, list: WorkList) -> Result<Vec<OccupancyId>, StoreError> {
        let (mut after, mut all, now) = (None, Vec::new(), self.ctx.now);
        let expected = Expected::on(Day::of(now), self.project.delivered_on);
        loop {
            let (scope, page) = (Arc::clone(self.scope), Listed { list, expected, after, most: MANY });
            let homes = self.app.db.read(move |tx| store::progress::on_list(tx, &scope, &page, now)).await?;
            let Some(last) = homes.last() else { return Ok(all) };
            after = Some(cursor(last));
            all.extend(homes.iter().filter_map(|home| home.occupancy));
        }
    }

    async fn all(&self) -> Result<Vec<OccupancyId>, StoreError> {
        let (mut after, mut all, now) = (None, Vec::new(), self.ctx.now);
        loop {
            let scope = Arc::clone(self.scope);
            let homes = self.app.db.read(move |tx| store::progress::page(tx, &scope, (after, MANY), now)).await?;
            let Some(last) = homes.last() else { return Ok(all) };
            after = Some(last.dwelling);
            all.extend(homes.iter().filter_map(|home| home.occupancy));
        }
    }

    /// One home by its id, or by what somebody typed, if that leads to one only.
    async fn one(&self, typed: &str) -> Result<Vec<OccupancyId>, LettersError> {
        let prefix =
            Prefix::parse(&self.project.prefix).map_err(|_| StoreError::internal("a stored prefix is none"))?;
        let (scope, text, now) = (Arc::clone(self.scope), typed.trim().to_owned(), self.ctx.now);
        let by_id: Option<OccupancyId> = text.parse().ok();
        let found = self
            .app
            .db
            .read(move |tx| match by_id {
                Some(id) => Ok::<_, StoreError>(
                    store::progress::of_each(tx, &scope, &[id], now)?.into_iter().flatten().collect(),
                ),
                None => store::progress::search(tx, &scope, &Find::typed(&text, &prefix), 2, now),
            })
            .await?;
        match found.as_slice() {
            [home] => Ok(home.occupancy.into_iter().collect()),
            _ => Err(LettersError::UnknownHome),
        }
    }
}

/// A file with the letters of a run, `part` counted from 1; with the name of its project.
///
/// # Errors
/// [`LettersError`]; a run of another client is not found.
pub async fn pdf(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (run, part): (LetterRunId, u32),
) -> Result<(Project, Vec<u8>), LettersError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let after =
        part.checked_sub(1).and_then(|before| before.checked_mul(PART)).ok_or(Barred::from(Denied::NotYours))?;
    let (by, project, homes, language) = app
        .db
        .read(move |tx| {
            let slugs = store::letter::path(tx, run)?.ok_or(Denied::NotYours)?;
            let (scope, project) = who.in_project::<HandOut>(tx, &crate::project::path((&slugs.0, &slugs.1))?)?;
            let homes = store::letter::homes(tx, &scope, (run, after, after.saturating_add(PART)), now)?;
            let language = store::letter::language(tx, &scope, run)?.ok_or(Denied::NotYours)?;
            Ok::<_, Barred>((scope.by().clone(), project, homes, language))
        })
        .await?;
    if homes.is_empty() {
        return Err(LettersError::Nobody);
    }
    let about = (Some(project.organisation), Subject::new("letter-run", run.uuid()));
    let line = audit::entry(app, ctx, by, Act::LettersPrinted, about);
    app.db.write(move |tx| line.write(tx)).await?;
    let made = of_homes(app, ctx, &project, (&homes, language)).await?;
    Ok((project, made))
}

/// A file with a letter to each of these homes of a project.
pub(crate) async fn of_homes(
    app: &App,
    ctx: &Ctx,
    project: &Project,
    (homes, language): (&[Standing], Language),
) -> Result<Vec<u8>, LettersError> {
    let (head, day) = (letterhead(app, project).await, Day::of(ctx.now));
    let letters = homes.iter().map(letter).collect::<Result<Vec<Letter>, StoreError>>()?;
    in_the_background(move || letters::letters(&head, day, letters, language)).await
}

fn letter(home: &Standing) -> Result<Letter, StoreError> {
    let username =
        Username::parse_issued(&home.username).map_err(|_| StoreError::internal("a stored username is none"));
    let kind = match home.progress.state().address() {
        AddressState::None => Kind::PassOnAddress,
        AddressState::Works | AddressState::Bounced => Kind::FirstLogin,
    };
    let reference = home.home.client_number.clone().or_else(|| home.home.build_number.clone());
    Ok(Letter { kind, home: home.home.clone(), username: username?, reference })
}

async fn letterhead(app: &App, project: &Project) -> Letterhead {
    letterhead_of(app, project.organisation, project.organisation_name.clone()).await
}

/// The letterhead of a client, by its name.
pub(crate) async fn letterhead_of(app: &App, client: OrganisationId, landlord: String) -> Letterhead {
    Letterhead {
        own: texts::own(app, client).await.own,
        logo: texts::logo_of(app, client).await,
        brand: app.settings.brand.clone(),
        landlord,
        reset_page: app.settings.link("/login/accounts/pass/reset/"),
    }
}

/// The bare instruction, without data of a home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instruction {
    /// To be printed.
    Pdf,
    /// To be changed.
    Docx,
}

/// The bare instruction for the tenants of a project's client.
///
/// # Errors
/// [`LettersError`].
pub async fn instruction(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (path, form, language): (&ProjectPath, Instruction, Language),
) -> Result<Vec<u8>, LettersError> {
    let Desk { project, .. } = desk(app, ctx, caller, path).await?;
    let head = letterhead(app, &project).await;
    in_the_background(move || match form {
        Instruction::Pdf => letters::instruction_pdf(&head, language),
        Instruction::Docx => letters::instruction_docx(&head, language),
    })
    .await
}

/// Off the threads that answer pages: a file of 2,000 letters takes seconds.
pub(crate) async fn in_the_background(
    make: impl FnOnce() -> Result<Vec<u8>, LetterError> + Send + 'static,
) -> Result<Vec<u8>, LettersError> {
    let made = tokio::task::spawn_blocking(make).await;
    Ok(made.map_err(|_| StoreError::internal("the making of letters broke off"))??)
}

/// The homes of a run, to be ticked as handed out; at most as many as the run has.
///
/// # Errors
/// [`Barred`].
pub async fn printed(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (path, run): (&ProjectPath, LetterRunId),
) -> Result<Vec<OccupancyId>, Barred> {
    let (who, path, now) = (caller.into().who(app, ctx), path.clone(), ctx.now);
    let (mut after, mut all) = (0, Vec::new());
    loop {
        let (who, path) = (who.clone(), path.clone());
        let homes = app
            .db
            .read(move |tx| {
                let (scope, _) = who.in_project::<HandOut>(tx, &path)?;
                Ok::<_, Barred>(store::letter::homes(tx, &scope, (run, after, after.saturating_add(PART)), now)?)
            })
            .await?;
        if homes.is_empty() {
            return Ok(all);
        }
        all.extend(homes.iter().filter_map(|home| home.occupancy));
        after = after.saturating_add(PART);
    }
}
