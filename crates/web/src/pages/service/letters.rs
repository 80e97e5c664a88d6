//! `/service/brieven/`: letters for the residents, the bare instruction, texts to copy, and what was printed when by whom.

use app::contact_handout::{self, SendError};
use app::first_login::board;
use app::first_login::letters::{self, Desk, Instruction, LettersError, PART, Wish};
use axum::extract::Path;
use axum::response::Response;
use domain::first_login::LetterChoice;
use domain::first_login::progress::WorkList;
use domain::language::Language;

use super::download::{self, Kind};
use super::projects::choose;
use super::{barred, caller, path_of, shown};
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::next::with_query;
use crate::views::service::Tab;
use crate::views::service::letters::{LetterFault, Letters, PrintRun, Text, Which};
use crate::visit::Visit;

const fn choice(which: Which) -> LetterChoice {
    match which {
        Which::NotTold => LetterChoice::NotTold,
        Which::NoAddress => LetterChoice::NoAddress,
        Which::All => LetterChoice::All,
        Which::One => LetterChoice::One,
    }
}

const fn which(choice: LetterChoice) -> Which {
    match choice {
        LetterChoice::NotTold => Which::NotTold,
        LetterChoice::NoAddress => Which::NoAddress,
        LetterChoice::All => Which::All,
        LetterChoice::One => Which::One,
    }
}

/// GET. `?project=`, `?which=`, `?text=`, `?home=`, `?language=`; `?made=1` after a run was made, `?sent=` after contacts were mailed.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    if visit.query.text("project").is_empty() {
        return choose(&visit, Tab::Letters).await;
    }
    page(&visit, &visit.query, None).await
}

async fn page(visit: &Visit, fields: &Fields, refused: Option<LetterFault>) -> Result<Response, Failure> {
    let who = match caller(visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let path = path_of(fields.text("project"))?;
    let Desk { project, runs, own, by_contacts } = match letters::desk(visit.app(), &visit.ctx, who, &path).await {
        Ok(desk) => desk,
        Err(error) => return barred(visit, error),
    };
    let board = match board::see(visit.app(), &visit.ctx, who, &path).await {
        Ok(board) => board,
        Err(error) => return barred(visit, error),
    };
    let project = shown(&project);
    let w = visit.page().w;
    let runs = runs.into_iter().map(|run| PrintRun {
        id: run.id.to_string(),
        at: run.created_at,
        by: run.by.unwrap_or_else(|| w.t("service-by-server").into_owned()),
        which: which(run.choice),
        language: run.language,
        homes: run.homes,
        parts: u32::try_from(run.homes.div_ceil(u64::from(PART))).unwrap_or(u32::MAX),
        again: run.again,
        not_told: run.not_told,
    });
    let lived_in = board.homes.saturating_sub(board.vacant);
    visit.show(&Letters {
        page: visit.page_at(&project.tab_path(Tab::Letters)),
        which: Which::parse(fields.text("which")),
        text: Text::parse(fields.text("text")),
        home: fields.text("home").to_owned(),
        language: Language::parse(fields.text("language")).unwrap_or(Language::Nl),
        counts: [board.lists.on(WorkList::NotTold), lived_in, board.lists.on(WorkList::NoAddress)],
        reset_url: visit.app().settings.link("/login/accounts/pass/reset/"),
        own,
        runs: runs.collect(),
        just_made: visit.query.text("made") == "1",
        by_contacts,
        sent: visit.query.text("sent").parse().ok(),
        refused,
        project,
    })
}

/// POST: `project`, `which`, `home`, `language`.
pub(crate) async fn make(visit: Visit, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let path = path_of(form.text("project"))?;
    let choice = choice(Which::parse(form.text("which")));
    let home = form.text("home").trim().to_owned();
    if choice == LetterChoice::One && home.is_empty() {
        return page(&visit, &form, Some(LetterFault::NoHome)).await;
    }
    let language = Language::parse(form.text("language")).unwrap_or(Language::Nl);
    match letters::make(visit.app(), &visit.ctx, who, (&path, &Wish { choice, home, language, unlinked: false })).await
    {
        Ok(_) => {
            let back = with_query("/service/brieven/", "project", form.text("project"));
            Ok(visit.go(&with_query(&back, "made", "1")))
        }
        Err(LettersError::Nobody) => page(&visit, &form, Some(LetterFault::Nobody)).await,
        Err(LettersError::UnknownHome) => page(&visit, &form, Some(LetterFault::UnknownHome)).await,
        Err(error) => refused(&visit, error),
    }
}

/// POST `contactpersonen/`, `project`: the link for the contacts of a client without service portal.
pub(crate) async fn send(visit: Visit, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let path = path_of(form.text("project"))?;
    match contact_handout::send(visit.app(), &visit.ctx, who, &path).await {
        Ok(sent) => {
            let back = with_query("/service/brieven/", "project", form.text("project"));
            Ok(visit.go(&with_query(&back, "sent", &sent.to_string())))
        }
        Err(SendError::Nobody | SendError::Portal) => page(&visit, &form, Some(LetterFault::NobodyWaits)).await,
        Err(SendError::NoContact) => page(&visit, &form, Some(LetterFault::NoContact)).await,
        Err(SendError::Barred(error)) => barred(&visit, error),
    }
}

/// GET `{run}/{part}/brief.pdf`.
pub(crate) async fn file(visit: Visit, Path((run, part)): Path<(String, String)>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let run = run.parse().map_err(|_| Failure::not_found())?;
    let part = part.parse().map_err(|_| Failure::not_found())?;
    match letters::pdf(visit.app(), &visit.ctx, who, (run, part)).await {
        Ok((project, bytes)) => Ok(download::file(&format!("brieven-{}-{part}", project.slug), Kind::Pdf, bytes)),
        Err(error) => refused(&visit, error),
    }
}

/// GET `uitleg.pdf` and `uitleg.docx`, `?project=`, `?language=`.
pub(crate) async fn instruction(visit: Visit, Path(file): Path<String>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let path = path_of(visit.query.text("project"))?;
    let (form, kind) = match file.as_str() {
        "uitleg.pdf" => (Instruction::Pdf, Kind::Pdf),
        "uitleg.docx" => (Instruction::Docx, Kind::Docx),
        _ => return Err(Failure::not_found()),
    };
    let language = Language::parse(visit.query.text("language")).unwrap_or(Language::Nl);
    match letters::instruction(visit.app(), &visit.ctx, who, (&path, form, language)).await {
        Ok(bytes) => Ok(download::file("uitleg", kind, bytes)),
        Err(error) => refused(&visit, error),
    }
}

pub(in crate::pages) fn refused(visit: &Visit, error: LettersError) -> Result<Response, Failure> {
    match error {
        LettersError::Barred(error) => barred(visit, error),
        LettersError::Nobody | LettersError::UnknownHome => Err(Failure::not_found()),
        LettersError::Letter(error) => {
            tracing::error!(%error, "letters could not be made");
            Err(Failure::internal("letters could not be made"))
        }
    }
}
