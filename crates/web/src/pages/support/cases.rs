//! `/support/zaken/`: a case is opened on the page of an account; its own page shows the number to tell, takes the code, and does the
//! deed once the caller is proven.

use app::help_desk::{self, ActError, Case, OpenError, Tried, Wish};
use axum::extract::Path;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use domain::access::Denied;
use domain::help_desk::{Deed, Kind};
use domain::id::HelpDeskCaseId;
use domain::time::Time;

use super::super::{barred, caller};
use super::refused;
use crate::errors::Failure;
use crate::forms::Form;
use crate::views::support::case::{CodeFault, DeskCase};
use crate::views::support::cases::{CaseRow, DeskCases};
use crate::views::support::home::OpenFault;
use crate::views::support::{CASES, home_path};
use crate::visit::Visit;

fn id(text: &str) -> Result<HelpDeskCaseId, Failure> {
    text.parse().map_err(|_| Denied::NotYours.into())
}

fn path(id: HelpDeskCaseId) -> String {
    format!("{CASES}{id}/")
}

pub(super) fn row(case: &Case, now: Time) -> CaseRow {
    CaseRow {
        id: case.id.to_string(),
        username: case.username.clone(),
        kind: case.kind,
        deed: case.deed,
        opened_at: case.facts.opened_at,
        standing: case.facts.standing(now),
    }
}

/// GET.
pub(crate) async fn list(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    match help_desk::cases(visit.app(), &visit.ctx, who).await {
        Ok(cases) => {
            let rows = cases.iter().map(|case| row(case, visit.ctx.now)).collect();
            visit.show(&DeskCases { page: visit.page_at(CASES), rows })
        }
        Err(error) => barred(&visit, error),
    }
}

/// POST `/support/woning/{account}/zaak/`: `kind`, `deed`.
pub(crate) async fn open(visit: Visit, Path(account): Path<String>, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let account = account.parse().map_err(|_| Failure::from(Denied::NotYours))?;
    let chosen = (Kind::parse(form.text("kind")), Deed::parse(form.text("deed")));
    let fault = match chosen {
        (Some(kind), Some(deed)) => {
            match help_desk::open(visit.app(), &visit.ctx, who, Wish { account, kind, deed }).await {
                Ok(case) => return Ok(visit.go(&path(case))),
                Err(OpenError::Desk(error)) => return refused(&visit, error),
                Err(OpenError::NoAddress) => OpenFault::NoAddress,
                Err(OpenError::TooOften) => OpenFault::TooOften,
            }
        }
        (None, _) => OpenFault::Kind,
        (_, None) => OpenFault::Deed,
    };
    super::account(&visit, who, account, Some((fault, chosen.0, chosen.1))).await
}

/// GET `{case}/`.
pub(crate) async fn show(visit: Visit, Path(case): Path<String>) -> Result<Response, Failure> {
    page(&visit, id(&case)?, None).await
}

async fn page(visit: &Visit, id: HelpDeskCaseId, fault: Option<CodeFault>) -> Result<Response, Failure> {
    let who = match caller(visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    match help_desk::case(visit.app(), &visit.ctx, who, id).await {
        Ok(case) => visit.show(&DeskCase {
            page: visit.page_at(&path(id)),
            row: row(&case, visit.ctx.now),
            number: case.number,
            account: home_path(&case.account.to_string()),
            fault,
        }),
        Err(error) => barred(visit, error),
    }
}

/// GET `{case}/stand/`: how far a case is, for the script that watches it.
pub(crate) async fn stand(visit: Visit, Path(case): Path<String>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    match help_desk::case(visit.app(), &visit.ctx, who, id(&case)?).await {
        Ok(case) => {
            let text = format!("{{\"stage\":\"{}\"}}", case.facts.standing(visit.ctx.now).word());
            Ok(([(CONTENT_TYPE, "application/json")], text).into_response())
        }
        Err(error) => barred(&visit, error),
    }
}

/// POST `{case}/`: `act` is `code` (with `code`), `do` or `close`.
pub(crate) async fn act(visit: Visit, Path(case): Path<String>, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (app, ctx, case) = (visit.app(), &visit.ctx, id(&case)?);
    let done = match form.text("act") {
        "code" => {
            let code = form.text("code");
            if code.trim().is_empty() {
                return page(&visit, case, Some(CodeFault::Empty)).await;
            }
            match help_desk::give_code(app, ctx, who, (case, code)).await {
                Ok(Tried::Wrong { left }) if left > 0 => {
                    return page(&visit, case, Some(CodeFault::Wrong(left))).await;
                }
                Ok(Tried::Over) => return page(&visit, case, Some(CodeFault::Over)).await,
                Ok(Tried::Right | Tried::Wrong { .. }) => Ok(()),
                Err(error) => Err(error),
            }
        }
        "do" => match help_desk::act(app, ctx, who, case).await {
            // The page says how far it is: also that there is no proof (any more).
            Ok(_) | Err(ActError::NoProof) => Ok(()),
            Err(ActError::Barred(error)) => Err(error),
        },
        "close" => help_desk::close(app, ctx, who, case).await.map(drop),
        _ => help_desk::case(app, ctx, who, case).await.map(drop),
    };
    match done {
        Ok(()) => Ok(visit.go(&path(case))),
        Err(error) => barred(&visit, error),
    }
}
