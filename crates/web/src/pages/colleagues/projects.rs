//! `/beheer/medewerkers/{colleague}/projecten/`: which projects a project lead has.

use app::Caller;
use app::staff;
use axum::extract::Path;
use axum::response::Response;
use domain::id::StaffId;

use super::invite::{fault, names, ticked, ticks};
use super::{back, barred, colleague, come, refused};
use crate::errors::Failure;
use crate::forms::Form;
use crate::views::colleagues::Desk;
use crate::views::colleagues::invite::InviteFault;
use crate::views::colleagues::list::Told;
use crate::views::colleagues::projects::LeadProjects;
use crate::visit::Visit;

/// GET.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    let (who, _) = match come(&visit) {
        Ok(come) => come,
        Err(answer) => return Ok(*answer),
    };
    form(&visit, who, colleague(&id)?, None).await
}

async fn form(
    visit: &Visit,
    who: Caller<'_>,
    id: StaffId,
    sent: Option<(Vec<String>, InviteFault)>,
) -> Result<Response, Failure> {
    let found = match staff::projects_of(visit.app(), &visit.ctx, who, id).await {
        Ok(found) => found,
        Err(error) => return refused(visit, Desk::Operator, error),
    };
    let (sent, fault) = sent.unzip();
    let projects = match ticks(visit, who, &sent.unwrap_or(found.projects)).await {
        Ok(projects) => projects,
        Err(error) => return barred(visit, error),
    };
    visit.show(&LeadProjects {
        page: visit.page_at(&format!("{}{id}/projecten/", Desk::Operator.root())),
        id: id.to_string(),
        email: found.email,
        projects,
        fault,
    })
}

/// POST: `project-1`, … with the names of projects.
pub(crate) async fn change(visit: Visit, Path(id): Path<String>, Form(sent): Form) -> Result<Response, Failure> {
    let (who, _) = match come(&visit) {
        Ok(come) => come,
        Err(answer) => return Ok(*answer),
    };
    let (id, sent) = (colleague(&id)?, ticked(&sent));
    match staff::change_projects(visit.app(), &visit.ctx, who, (id, names(&sent))).await {
        Ok(()) => Ok(back(&visit, Desk::Operator, Told::Projects)),
        Err(error) => match fault(&error) {
            Some(fault) => form(&visit, who, id, Some((sent, fault))).await,
            None => refused(&visit, Desk::Operator, error),
        },
    }
}
