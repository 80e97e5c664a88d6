//! The projects of a project lead: exactly those that are named, from this moment.

use domain::access::{Actor, ManageStaff};
use domain::audit::{Act, Subject};
use domain::id::StaffId;
use domain::role::Role;
use domain::staff::State;
use store::colleague::Colleague;

use super::team::{Side, StaffError, named_projects, one};
use crate::audit::entry;
use crate::caller::Caller;
use crate::house::{App, Ctx};

/// A project lead with the projects they have.
///
/// # Errors
/// [`StaffError::TooLate`] for who has left, [`StaffError::Role`] for who is no project lead.
pub async fn projects_of(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    id: StaffId,
) -> Result<Colleague, StaffError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    app.db
        .read(move |tx| {
            let scope = who.in_team::<ManageStaff>(tx, Side::Operator)?;
            is_lead(one(tx, &scope, id, now)?)
        })
        .await
}

/// Gives a project lead other projects, as client and project slugs.
///
/// # Errors
/// [`StaffError`].
pub async fn change_projects(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (id, names): (StaffId, Vec<(String, String)>),
) -> Result<(), StaffError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let names_in_order: Vec<String> = names.iter().map(|(client, project)| format!("{client}/{project}")).collect();
    let line = entry(app, ctx, Actor::Job, Act::StaffProjectsChanged, (None, Subject::new("staff", id.uuid())))
        .with(app, &names_in_order.join(" "));
    app.db
        .write(move |tx| {
            let scope = who.in_team::<ManageStaff>(tx, Side::Operator)?;
            is_lead(one(tx, &scope, id, now)?)?;
            let projects = named_projects(tx, &names)?;
            if projects.is_empty() {
                return Err(StaffError::NeedsProjects);
            }
            store::staff::set_projects(tx, &scope, id, &projects)?;
            let mut line = line.clone();
            line.line.actor = scope.by().clone();
            Ok(line.write(tx)?)
        })
        .await
}

fn is_lead(colleague: Colleague) -> Result<Colleague, StaffError> {
    match (colleague.role, colleague.state) {
        (_, State::Ended) => Err(StaffError::TooLate),
        (Role::ProjectLead, _) => Ok(colleague),
        _ => Err(StaffError::Role),
    }
}
