//! `/service/teksten/logo/`: the logo in the letters of a client, by its admin.

use app::texts::{self, LogoError};
use app::{Caller, LARGEST_PICTURE, PictureFault};
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartRejection};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

use super::{barred, caller};
use crate::errors::Failure;
use crate::forms::Form;
use crate::next::with_query;
use crate::views::texts::ROOT;
use crate::views::texts::list::Told;
use crate::views::texts::logo::{LogoPage, PATH};
use crate::visit::Visit;

/// GET.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    page(&visit, who, None).await
}

async fn page(visit: &Visit, who: Caller<'_>, refused: Option<PictureFault>) -> Result<Response, Failure> {
    match texts::logo(visit.app(), &visit.ctx, who).await {
        Ok(logo) => visit.show(&LogoPage { page: visit.page_at(PATH), size: logo.map(|logo| logo.size()), refused }),
        Err(error) => barred(visit, error),
    }
}

/// GET `logo.png`: the own one only.
pub(crate) async fn picture(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    match texts::logo(visit.app(), &visit.ctx, who).await {
        Ok(Some(logo)) => Ok(([(CONTENT_TYPE, "image/png")], logo.png().to_vec()).into_response()),
        Ok(None) => Err(Failure::not_found()),
        Err(error) => barred(&visit, error),
    }
}

/// POST `multipart/form-data`: the field `file`.
pub(crate) async fn take(visit: Visit, form: Result<Multipart, MultipartRejection>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    // The rights are judged before the form.
    if let Err(error) = texts::logo(visit.app(), &visit.ctx, who).await {
        return barred(&visit, error);
    }
    let Ok(mut form) = form else { return page(&visit, who, Some(PictureFault::Empty)).await };
    while let Some(field) = form.next_field().await.map_err(|_| Failure::bad_request("the form was cut off"))? {
        if field.name() != Some("file") {
            continue;
        }
        let Some(file) = read(field).await? else { return page(&visit, who, Some(PictureFault::TooLarge)).await };
        return match texts::set_logo(visit.app(), &visit.ctx, who, file).await {
            Ok(()) => Ok(visit.go(&with_query(ROOT, "told", Told::Logo.word()))),
            Err(LogoError::Picture(fault)) => page(&visit, who, Some(fault)).await,
            Err(LogoError::Barred(error)) => barred(&visit, error),
        };
    }
    page(&visit, who, Some(PictureFault::Empty)).await
}

/// The bytes of a file; none when there are more than a logo has, of which no more are kept.
async fn read(mut field: Field<'_>) -> Result<Option<Vec<u8>>, Failure> {
    let mut file = Vec::new();
    while let Some(bytes) = field.chunk().await.map_err(|_| Failure::bad_request("the file was cut off"))? {
        if file.len() + bytes.len() > LARGEST_PICTURE {
            return Ok(None);
        }
        file.extend_from_slice(&bytes);
    }
    Ok(Some(file))
}

/// POST `weg/`.
pub(crate) async fn remove(visit: Visit, Form(_): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    match texts::remove_logo(visit.app(), &visit.ctx, who).await {
        Ok(()) => Ok(visit.go(&with_query(ROOT, "told", Told::NoLogo.word()))),
        Err(error) => barred(&visit, error),
    }
}
