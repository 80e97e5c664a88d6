//! `/service/woningen/nieuw/` and `/service/woningen/{home}/wijzigen/`: a home is added by hand, or called otherwise.

use app::users::add_home::{self, AddError};
use app::users::edit_home::{self, Done, EditError, Plan};
use app::users::{Twin, home};
use axum::extract::Path;
use axum::response::Response;
use domain::first_login::{FIELDS, read_typed, written};
use domain::id::DwellingId;

use super::home::{dwelling, home_of, named};
use super::projects::choose;
use super::{barred, caller, path_of, shown};
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::next::with_query;
use crate::views::service::home::Told;
use crate::views::service::home_form::{HomeChange, HomeFault, HomeForm, NEW};
use crate::views::service::{Project, Tab};
use crate::visit::Visit;

/// Longer than anything that stands in a field.
const LONGEST: usize = 300;

/// GET `nieuw/`, `?project=`.
pub(crate) async fn new(visit: Visit) -> Result<Response, Failure> {
    if visit.query.text("project").is_empty() {
        return choose(&visit, Tab::Homes).await;
    }
    fresh(&visit, &visit.query, Vec::new()).await
}

/// The form of a new home, perhaps with what is wrong; what was typed stays.
async fn fresh(visit: &Visit, fields: &Fields, faults: Vec<HomeFault>) -> Result<Response, Failure> {
    let who = match caller(visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let path = path_of(fields.text("project"))?;
    match add_home::at(visit.app(), &visit.ctx, who, &path).await {
        Ok(project) => {
            let project = shown(&project);
            let page = visit.page_at(&with_query(NEW, "project", &project.key()));
            visit.show(&HomeForm { page, project, home: None, typed: typed(fields), faults })
        }
        Err(error) => barred(visit, error),
    }
}

fn typed(fields: &Fields) -> [String; 7] {
    FIELDS.map(|column| fields.text(column.as_str()).chars().take(LONGEST).collect())
}

fn read(fields: &Fields) -> Result<domain::home::Home, Vec<HomeFault>> {
    let texts = typed(fields);
    read_typed(&texts.each_ref().map(String::as_str))
        .map_err(|remarks| remarks.into_iter().map(HomeFault::Remark).collect())
}

fn known(twins: Vec<Twin>) -> Vec<HomeFault> {
    let fault = |twin: Twin| HomeFault::Known {
        by: twin.by,
        elsewhere: twin.elsewhere,
        href: twin.dwelling.map(|dwelling| format!("/service/woningen/{dwelling}/")),
    };
    twins.into_iter().map(fault).collect()
}

/// POST `nieuw/`: adds it.
pub(crate) async fn add(visit: Visit, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let path = path_of(form.text("project"))?;
    let home = match read(&form) {
        Ok(home) => home,
        Err(faults) => return fresh(&visit, &form, faults).await,
    };
    match add_home::add(visit.app(), &visit.ctx, who, (&path, &home)).await {
        Ok(added) => Ok(visit.go(&told(added.dwelling, Told::Added))),
        Err(AddError::Known(twins)) => fresh(&visit, &form, known(twins)).await,
        Err(AddError::Barred(error)) => barred(&visit, error),
    }
}

pub(super) fn told(dwelling: DwellingId, told: Told) -> String {
    with_query(&format!("/service/woningen/{dwelling}/"), "told", told.word())
}

/// GET `{home}/wijzigen/`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    form(&visit, dwelling(&id)?, None, Vec::new()).await
}

/// The form of a home, as it is called or as it was typed.
async fn form(
    visit: &Visit,
    dwelling: DwellingId,
    fields: Option<&Fields>,
    faults: Vec<HomeFault>,
) -> Result<Response, Failure> {
    let who = match caller(visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let seen = match home::see(visit.app(), &visit.ctx, who, dwelling).await {
        Ok(seen) => seen,
        Err(error) => return barred(visit, error),
    };
    let (project, home): (Project, _) = (shown(&seen.project), named(&seen));
    let typed = fields.map_or_else(|| written(&seen.home), typed);
    visit.show(&HomeForm { page: visit.page_at(&home.edit_path()), project, home: Some(home), typed, faults })
}

/// POST `{home}/wijzigen/`: what would change. With `seal` it is done.
pub(crate) async fn edit(visit: Visit, Path(id): Path<String>, Form(fields): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let dwelling = dwelling(&id)?;
    let again = |faults| form(&visit, dwelling, Some(&fields), faults);
    let home = match read(&fields) {
        Ok(home) => home,
        Err(faults) => return again(faults).await,
    };
    let seal = fields.text("seal");
    let done = if seal.is_empty() {
        let plan = edit_home::plan(visit.app(), &visit.ctx, who, (dwelling, &home)).await;
        plan.map(|plan| Done::Other(Box::new(plan)))
    } else {
        edit_home::edit(visit.app(), &visit.ctx, who, (dwelling, &home, seal)).await
    };
    match done {
        Ok(Done::Changed) => Ok(visit.go(&told(dwelling, Told::Edited))),
        Ok(Done::Other(plan)) => confirm(&visit, dwelling, &plan),
        // Pressed twice: it is done.
        Err(EditError::Same) if !seal.is_empty() => Ok(visit.go(&told(dwelling, Told::Edited))),
        Err(EditError::Same) => again(vec![HomeFault::Same]).await,
        Err(EditError::Known(twins)) => again(known(twins)).await,
        Err(EditError::Barred(error)) => barred(&visit, error),
    }
}

fn confirm(visit: &Visit, dwelling: DwellingId, plan: &Plan) -> Result<Response, Failure> {
    let home = home_of(dwelling, &plan.before, &plan.project);
    visit.show(&HomeChange {
        page: visit.page_at(&home.edit_path()),
        before: written(&plan.before),
        after: written(&plan.after),
        seal: plan.seal.clone(),
        home,
    })
}
