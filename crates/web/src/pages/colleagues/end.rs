//! `{colleague}/beeindigen/`: exactly what ends with somebody, and the ending. The act is bound to what was shown.

use app::Caller;
use app::staff::{self, StaffError};
use axum::extract::Path;
use axum::response::Response;
use domain::id::StaffId;
use domain::staff::State;

use super::{back, colleague, come, refused, side};
use crate::errors::Failure;
use crate::forms::Form;
use crate::views::colleagues::Desk;
use crate::views::colleagues::end::EndColleague;
use crate::views::colleagues::list::Told;
use crate::visit::Visit;

/// GET.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    let (who, desk) = match come(&visit) {
        Ok(come) => come,
        Err(answer) => return Ok(*answer),
    };
    preview(&visit, (who, desk), colleague(&id)?, false).await
}

async fn preview(
    visit: &Visit,
    (who, desk): (Caller<'_>, Desk),
    id: StaffId,
    moved: bool,
) -> Result<Response, Failure> {
    let found = match staff::ending(visit.app(), &visit.ctx, who, (side(desk), id)).await {
        Ok(found) => found,
        Err(error) => return refused(visit, desk, error),
    };
    visit.show(&EndColleague {
        page: visit.page_at(&format!("{}{id}/beeindigen/", desk.root())),
        desk,
        id: id.to_string(),
        email: found.colleague.email,
        role: found.colleague.role,
        invited: found.colleague.state == State::Invited,
        sessions: found.holdings.sessions.into(),
        devices: found.holdings.devices.into(),
        links: found.holdings.links.into(),
        mails: found.holdings.mails.into(),
        has_factor: found.colleague.has_factor,
        seal: found.seal,
        moved,
    })
}

/// POST: `seal`.
pub(crate) async fn end(visit: Visit, Path(id): Path<String>, Form(form): Form) -> Result<Response, Failure> {
    let (who, desk) = match come(&visit) {
        Ok(come) => come,
        Err(answer) => return Ok(*answer),
    };
    let id = colleague(&id)?;
    match staff::end(visit.app(), &visit.ctx, who, (side(desk), id, form.text("seal"))).await {
        Ok(State::Invited) => Ok(back(&visit, desk, Told::Withdrawn)),
        Ok(_) => Ok(back(&visit, desk, Told::Ended)),
        Err(StaffError::Moved) => preview(&visit, (who, desk), id, true).await,
        Err(error) => refused(&visit, desk, error),
    }
}
