//! `/service/mutaties/{change}/terugdraaien/`: a change that was a mistake: what undoing it would do, and the proposal to a
//! colleague, bound to what was shown.

use app::tenant_change::reopen::{self, Mistake, ReopenError};
use app::{Barred, Caller};
use axum::extract::Path;
use axum::response::Response;
use domain::access::Denied;
use domain::id::{DwellingId, TenantChangeId};

use super::tenant_change::home;
use super::{barred, caller, shown};
use crate::errors::Failure;
use crate::forms::Form;
use crate::next::with_query;
use crate::views::service::proposals::{ROOT as PROPOSALS, Told};
use crate::views::service::tenant_change::undo::{ChangeUndo, UndoFault, Undoing, path};
use crate::visit::Visit;

/// The change of an address. One that cannot be a change is not found.
fn change_of(id: &str) -> Result<TenantChangeId, Failure> {
    id.parse().map_err(|_| Denied::NotYours.into())
}

/// GET.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    page(&visit, who, change_of(&id)?, None).await
}

/// POST `seal`: proposes it.
pub(crate) async fn propose(visit: Visit, Path(id): Path<String>, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let change = change_of(&id)?;
    match reopen::propose(visit.app(), &visit.ctx, who, (change, form.text("seal"))).await {
        Ok(proposal) => Ok(visit.go(&with_query(&format!("{PROPOSALS}{proposal}/"), "told", Told::Proposed.word()))),
        Err(error) => match fault(error) {
            Ok(fault) => page(&visit, who, change, Some(fault)).await,
            Err(error) => barred(&visit, error),
        },
    }
}

fn fault(error: ReopenError) -> Result<UndoFault, Barred> {
    Ok(match error {
        ReopenError::Barred(error) => return Err(error),
        ReopenError::NotTheLast => UndoFault::NotTheLast,
        ReopenError::TooLate => UndoFault::TooLate,
        ReopenError::Acted => UndoFault::Acted,
        ReopenError::AnotherPlanned => UndoFault::AnotherPlanned,
        ReopenError::AlreadyProposed => UndoFault::AlreadyProposed,
        ReopenError::Moved => UndoFault::Moved,
    })
}

/// What it would do, or why it cannot be undone.
async fn page(
    visit: &Visit,
    who: Caller<'_>,
    change: TenantChangeId,
    refused: Option<UndoFault>,
) -> Result<Response, Failure> {
    let (undoing, dwelling, refused) = match reopen::look(visit.app(), &visit.ctx, who, change).await {
        Ok(Mistake { change, back, away, seal }) => (Some(Undoing { back, away, seal }), change.dwelling, refused),
        Err(error) => match fault(error) {
            Ok(fault) => match app::tenant_change::find(visit.app(), &visit.ctx, who, change).await {
                Ok(found) => (None, found.change.dwelling, Some(fault)),
                Err(error) => return barred(visit, error),
            },
            Err(error) => return barred(visit, error),
        },
    };
    let at = match at(visit, who, dwelling).await {
        Ok(at) => at,
        Err(error) => return barred(visit, error),
    };
    let change = change.to_string();
    visit.show(&ChangeUndo {
        page: visit.page_at(&path(&change)),
        home: home(&at, dwelling),
        project: shown(&at.project),
        change,
        undoing,
        fault: refused,
    })
}

async fn at(visit: &Visit, who: Caller<'_>, dwelling: DwellingId) -> Result<app::tenant_change::At, Barred> {
    app::tenant_change::at(visit.app(), &visit.ctx, who, dwelling).await
}
