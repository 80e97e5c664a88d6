//! `/service/projecten/{client}/{project}/lijst/`: ask for a list, upload it, find the earlier ones.

use app::Caller;
use app::first_login::upload::{self, LARGEST, UploadError};
use app::first_login::{SheetKind, decide, template};
use axum::extract::multipart::{Field, MultipartRejection};
use axum::extract::{Multipart, Path};
use axum::response::Response;
use domain::access::Actor;
use domain::naming::ProjectPath;

use super::download::{self, Kind};
use super::{barred, caller, path, recent, shown};
use crate::errors::Failure;
use crate::views::service::upload::{Upload, UploadFault};
use crate::visit::Visit;

/// GET.
pub(crate) async fn show(visit: Visit, Path((client, project)): Path<(String, String)>) -> Result<Response, Failure> {
    page(&visit, &path(&client, &project)?, None).await
}

async fn page(visit: &Visit, path: &ProjectPath, refused: Option<UploadFault>) -> Result<Response, Failure> {
    let who = match caller(visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (project, lists) = match decide::lists(visit.app(), &visit.ctx, who, path).await {
        Ok(found) => found,
        Err(error) => return barred(visit, error),
    };
    let project = shown(&project);
    let of_client = |actor: &Actor| matches!(actor, Actor::Staff { organisation: Some(_), .. });
    let asks = !visit.signed_in().is_some_and(|who| of_client(&who.actor));
    let w = visit.page().w;
    let lists = lists.iter().map(|list| recent(w, &project, list)).collect();
    let most = u32::try_from(LARGEST / (1024 * 1024)).unwrap_or(u32::MAX);
    visit.show(&Upload { page: visit.page_at(&project.lists_path()), project, asks, most, lists, refused })
}

/// POST `multipart/form-data`: the field `file`.
pub(crate) async fn take(
    visit: Visit,
    Path((client, project)): Path<(String, String)>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Failure> {
    let path = path(&client, &project)?;
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    // The rights are judged before the form.
    let Ok(mut form) = form else { return page(&visit, &path, Some(UploadFault::NoFile)).await };
    while let Some(field) = form.next_field().await.map_err(|_| Failure::bad_request("the form was cut off"))? {
        if field.name() != Some("file") {
            continue;
        }
        let taken = arrive(&visit, who, &path, field).await?;
        return match taken {
            Ok(batch) => Ok(visit.go(&format!("/service/projecten/{client}/{project}/lijst/{batch}/"))),
            Err(UploadError::Empty) => page(&visit, &path, Some(UploadFault::NoFile)).await,
            Err(UploadError::TooLarge) => page(&visit, &path, Some(UploadFault::TooLarge)).await,
            Err(UploadError::Gone) => Err(Failure::not_found()),
            Err(UploadError::Barred(error)) => barred(&visit, error),
        };
    }
    page(&visit, &path, Some(UploadFault::NoFile)).await
}

/// Keeps the file as it comes in.
async fn arrive(
    visit: &Visit,
    who: Caller<'_>,
    path: &ProjectPath,
    mut field: Field<'_>,
) -> Result<Result<domain::id::BatchId, UploadError>, Failure> {
    let name = field.file_name().unwrap_or_default().to_owned();
    let mut arriving = match upload::begin(visit.app(), &visit.ctx, who, (path, &name)).await {
        Ok(arriving) => arriving,
        Err(error) => return Ok(Err(error)),
    };
    while let Some(bytes) = field.chunk().await.map_err(|_| Failure::bad_request("the file was cut off"))? {
        if let Err(error) = arriving.take(&bytes).await {
            return Ok(Err(error));
        }
    }
    Ok(arriving.end().await)
}

/// GET `sjabloon.csv`: the empty list to send along.
pub(crate) async fn template_csv(visit: Visit, address: Path<(String, String)>) -> Result<Response, Failure> {
    template(visit, address, (Kind::Csv, SheetKind::Csv)).await
}

/// GET `sjabloon.xlsx`.
pub(crate) async fn template_xlsx(visit: Visit, address: Path<(String, String)>) -> Result<Response, Failure> {
    template(visit, address, (Kind::Xlsx, SheetKind::Xlsx)).await
}

async fn template(
    visit: Visit,
    Path((client, project)): Path<(String, String)>,
    (kind, sheet): (Kind, SheetKind),
) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let path = path(&client, &project)?;
    if let Err(error) = decide::lists(visit.app(), &visit.ctx, who, &path).await {
        return barred(&visit, error);
    }
    let mut bytes = Vec::new();
    template::write(&mut bytes, sheet, visit.page().w).map_err(|_| Failure::internal("the template failed"))?;
    Ok(download::file(&format!("sjabloon-{project}"), kind, bytes))
}
