//! `/service/onderhoud/`: what is planned and going on, for a client's own people, and the homes that need a letter as a list.

use app::Caller;
use app::first_login::SheetKind;
use app::maintenance::{self, Touching};
use axum::extract::Path;
use axum::response::Response;
use domain::id::MaintenanceId;
use domain::language::Language;
use domain::maintenance::Audience;

use super::super::service::download::{self, Kind};
use super::super::service::letters::refused as not_made;
use super::{barred, caller, id, instead, subject};
use crate::errors::Failure;
use crate::views::maintenance::by_letter::{ByLetterPage, by_letter_path};
use crate::views::maintenance::planned::{Planned, Work};
use crate::views::maintenance::{PLANNED, Whom};
use crate::visit::Visit;

/// GET.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    match maintenance::touching(visit.app(), &visit.ctx, who).await {
        Ok(found) => {
            let works = found.into_iter().map(|it| work(&visit, it)).collect();
            visit.show(&Planned { page: visit.page_at(PLANNED), works })
        }
        Err(error) => barred(&visit, error),
    }
}

fn work(visit: &Visit, Touching { told, project }: Touching) -> Work {
    let (notice, language) = (&told.notice, visit.ctx.language);
    let own = || visit.signed_in().and_then(|own| own.organisation_name.clone()).unwrap_or_default();
    Work {
        id: told.id.to_string(),
        subject: subject(visit, notice),
        paragraphs: notice.words.paragraphs(language).map(str::to_owned).collect(),
        window: notice.window,
        now: notice.window.is_now(visit.ctx.now),
        whom: match (notice.audience, project) {
            (Audience::All, _) => Whom::All,
            (Audience::Project(_), Some(project)) => Whom::Project(project.organisation_name, project.name),
            _ => Whom::Client(own()),
        },
    }
}

/// GET `{notice}/`: the homes that the notice reaches by letter only.
pub(crate) async fn by_letter(visit: Visit, Path(notice): Path<String>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let id = id(&notice)?;
    match maintenance::by_letter(visit.app(), &visit.ctx, who, id).await {
        Ok(found) => visit.show(&ByLetterPage {
            page: visit.page_at(&by_letter_path(&id.to_string())),
            id: id.to_string(),
            subject: subject(&visit, &found.notice),
            homes: found.homes,
        }),
        Err(error) => barred(&visit, error),
    }
}

/// GET `{notice}/{file}`: those homes as a list, or letters to them.
pub(crate) async fn file(visit: Visit, Path((notice, file)): Path<(String, String)>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let id = id(&notice)?;
    let (kind, sheet) = match file.as_str() {
        "woningen.csv" => (Kind::Csv, SheetKind::Csv),
        "woningen.xlsx" => (Kind::Xlsx, SheetKind::Xlsx),
        "brieven.pdf" => return letters(&visit, who, id).await,
        _ => return Err(Failure::not_found()),
    };
    match maintenance::letter_list(visit.app(), &visit.ctx, who, (id, sheet)).await {
        Ok(bytes) => Ok(download::file("onderhoud-woningen", kind, bytes)),
        Err(error) => match instead(error) {
            Ok(_) => Err(Failure::not_found()),
            Err(error) => barred(&visit, error),
        },
    }
}

/// `?language=` and `?part=`, counted from 1.
async fn letters(visit: &Visit, who: Caller<'_>, id: MaintenanceId) -> Result<Response, Failure> {
    let language = Language::parse(visit.query.text("language")).unwrap_or(Language::Nl);
    let part = match visit.query.text("part") {
        "" => 1,
        part => part.parse().map_err(|_| Failure::not_found())?,
    };
    match maintenance::letters_pdf(visit.app(), &visit.ctx, who, (id, language, part)).await {
        Ok(bytes) => Ok(download::file(&format!("onderhoud-brieven-{part}"), Kind::Pdf, bytes)),
        Err(error) => not_made(visit, error),
    }
}
