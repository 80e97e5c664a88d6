//! `/service/teksten/`: a client's own texts, by its admin.

use app::Caller;
use app::texts::{self, Place, TextError};
use axum::extract::Path;
use axum::response::Response;
use domain::language::Language;
use domain::texts::{Fault, Piece};

use super::download::{self, Kind};
use super::{barred, caller};
use crate::errors::Failure;
use crate::forms::Form;
use crate::next::with_query;
use crate::views::texts::edit::EditText;
use crate::views::texts::list::{Texts, Told};
use crate::views::texts::{ROOT, path};
use crate::visit::Visit;

/// More than any text holds; what is longer is refused all the same, and not shown again as a whole.
const LONGEST: usize = 4_000;

/// The language of an address.
fn language(code: &str) -> Result<Language, Failure> {
    Language::ALL.into_iter().find(|language| language.code() == code).ok_or_else(Failure::not_found)
}

/// The text of an address.
fn place((code, piece): &(String, String)) -> Result<Place, Failure> {
    Ok((language(code)?, Piece::parse(piece).ok_or_else(Failure::not_found)?))
}

/// GET. `?told=` what was done just now.
pub(crate) async fn list(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let seen = match texts::see(visit.app(), &visit.ctx, who).await {
        Ok(seen) => seen,
        Err(error) => return barred(&visit, error),
    };
    let written = seen.written.iter().filter_map(|(one, place)| match place {
        Ok((language, piece)) => Some((*language, *piece, true)),
        // One of a piece that this version has not has no row here; `doctor` tells of it.
        Err(_) => Some((language(&one.kept.language).ok()?, Piece::parse(&one.kept.piece)?, false)),
    });
    visit.show(&Texts {
        page: visit.page_at(ROOT),
        told: Told::parse(visit.query.text("told")),
        written: written.collect(),
    })
}

/// What is shown beside the text as it stands.
#[derive(Default)]
struct Tried {
    typed: String,
    wrong: Vec<Fault>,
    too_full: bool,
    moved: bool,
    plan: Option<texts::Plan>,
}

/// GET.
pub(crate) async fn show(visit: Visit, Path(address): Path<(String, String)>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    page(&visit, who, place(&address)?, None).await
}

async fn page(visit: &Visit, who: Caller<'_>, place: Place, tried: Option<Tried>) -> Result<Response, Failure> {
    let look = match texts::look(visit.app(), &visit.ctx, who, place).await {
        Ok(look) => look,
        Err(error) => return barred(visit, error),
    };
    let kept = look.written.as_ref().map(|written| written.kept.text.clone());
    let tried = tried.unwrap_or_else(|| Tried { typed: kept.unwrap_or_default(), ..Tried::default() });
    let (sure, preview) = match tried.plan {
        Some(plan) => (Some(plan.seal), plan.preview),
        None => (None, look.preview),
    };
    let (language, piece) = place;
    visit.show(&EditText {
        page: visit.page_at(&path(language, piece)),
        language,
        piece,
        typed: tried.typed.chars().take(LONGEST).collect(),
        wrong: tried.wrong,
        too_full: tried.too_full,
        moved: tried.moved,
        standard: look.standard,
        written: look.written.map(|written| (written.by, written.at)),
        unused: look.unused,
        back: look.seal,
        sure,
        preview,
    })
}

/// POST `text`: what it would look like. With `seal` it is kept.
pub(crate) async fn change(
    visit: Visit,
    Path(address): Path<(String, String)>,
    Form(form): Form,
) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let place = place(&address)?;
    let (typed, seal) = (form.text("text"), form.text("seal"));
    if seal.is_empty() {
        return look_at(&visit, who, (place, typed), false).await;
    }
    match texts::change(visit.app(), &visit.ctx, who, (place, typed), seal).await {
        Ok(()) => Ok(visit.go(&told(Told::Kept))),
        Err(TextError::Moved) => look_at(&visit, who, (place, typed), true).await,
        Err(error) => refused(&visit, who, (place, typed), error).await,
    }
}

/// The text as it would be read, to be kept.
async fn look_at(
    visit: &Visit,
    who: Caller<'_>,
    (place, typed): (Place, &str),
    moved: bool,
) -> Result<Response, Failure> {
    match texts::plan(visit.app(), &visit.ctx, who, (place, typed)).await {
        Ok(plan) => {
            let tried = Tried { typed: plan.text.clone(), moved, plan: Some(plan), ..Tried::default() };
            page(visit, who, place, Some(tried)).await
        }
        Err(error) => refused(visit, who, (place, typed), error).await,
    }
}

/// The page with what is wrong; what was typed stays.
async fn refused(
    visit: &Visit,
    who: Caller<'_>,
    (place, typed): (Place, &str),
    error: TextError,
) -> Result<Response, Failure> {
    let again = Tried { typed: typed.to_owned(), ..Tried::default() };
    let tried = match error {
        TextError::Barred(error) => return barred(visit, error),
        TextError::Faults(wrong) => Tried { wrong, ..again },
        TextError::DoesNotFit => Tried { too_full: true, ..again },
        TextError::Moved => Tried { moved: true, ..again },
    };
    page(visit, who, place, Some(tried)).await
}

/// POST `standaard/`: `seal`.
pub(crate) async fn to_standard(
    visit: Visit,
    Path(address): Path<(String, String)>,
    Form(form): Form,
) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let place = place(&address)?;
    match texts::to_standard(visit.app(), &visit.ctx, who, (place, form.text("seal"))).await {
        Ok(()) => Ok(visit.go(&told(Told::Removed))),
        Err(TextError::Barred(error)) => barred(&visit, error),
        // What stands there now is shown.
        Err(_) => page(&visit, who, place, None).await,
    }
}

/// GET `{language}/voorbeeld.pdf`: the letter of invented homes, as the texts stand.
pub(crate) async fn sheet(visit: Visit, Path(code): Path<String>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    match texts::sheet(visit.app(), &visit.ctx, who, (language(&code)?, None)).await {
        Ok(bytes) => Ok(download::file("voorbeeld", Kind::Pdf, bytes)),
        Err(TextError::Barred(error)) => barred(&visit, error),
        Err(_) => Err(Failure::internal("a letter could not be made")),
    }
}

/// POST `{language}/{piece}/voorbeeld.pdf`: the same with `text` as it is typed.
pub(crate) async fn sheet_typed(
    visit: Visit,
    Path(address): Path<(String, String)>,
    Form(form): Form,
) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (place, typed) = (place(&address)?, form.text("text"));
    match texts::sheet(visit.app(), &visit.ctx, who, (place.0, Some((place, typed)))).await {
        Ok(bytes) => Ok(download::file("voorbeeld", Kind::Pdf, bytes)),
        Err(error) => refused(&visit, who, (place, typed), error).await,
    }
}

fn told(told: Told) -> String {
    with_query(ROOT, "told", told.word())
}
