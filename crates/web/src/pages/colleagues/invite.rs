//! `nieuw/`: the form by which somebody is invited.

use app::clients::{self, ClientProject};
use app::staff::{self, Newcomer, StaffError};
use app::{Barred, Caller};
use axum::response::Response;
use domain::role::Role;
use domain::staff::State;

use super::{back, barred, come, side};
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::views::colleagues::Desk;
use crate::views::colleagues::invite::{InviteColleague, InviteFault};
use crate::views::colleagues::list::Told;
use crate::views::colleagues::ticks::ProjectTick;
use crate::visit::Visit;

/// GET.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let (who, desk) = match come(&visit) {
        Ok(come) => come,
        Err(answer) => return Ok(*answer),
    };
    if let Err(error) = staff::colleagues(visit.app(), &visit.ctx, who, side(desk)).await {
        return barred(&visit, error);
    }
    form(&visit, who, desk, (Typed::default(), None)).await
}

/// What was typed and chosen.
#[derive(Default)]
struct Typed {
    email: String,
    role: Option<Role>,
    projects: Vec<String>,
}

async fn form(
    visit: &Visit,
    who: Caller<'_>,
    desk: Desk,
    (typed, fault): (Typed, Option<InviteFault>),
) -> Result<Response, Failure> {
    let projects = match desk {
        Desk::Client => Vec::new(),
        Desk::Operator => match ticks(visit, who, &typed.projects).await {
            Ok(projects) => projects,
            Err(error) => return barred(visit, error),
        },
    };
    visit.show(&InviteColleague {
        page: visit.page_at(&format!("{}nieuw/", desk.root())),
        desk,
        email: typed.email,
        role: typed.role,
        projects,
        fault,
    })
}

/// All projects of the house, with these ticked.
pub(super) async fn ticks(visit: &Visit, who: Caller<'_>, ticked: &[String]) -> Result<Vec<ProjectTick>, Barred> {
    let all = clients::all_projects(visit.app(), &visit.ctx, who).await?;
    let tick = |it: ClientProject| ProjectTick {
        key: format!("{}/{}", it.client, it.slug),
        name: it.name,
        client: it.client_name,
        ticked: false,
    };
    Ok(ProjectTick::marked(all.into_iter().map(tick).collect(), ticked))
}

/// The boxes that were ticked: `project-1` and so on.
pub(super) fn ticked(sent: &Fields) -> Vec<String> {
    let boxes = sent.names().filter(|name| name.starts_with("project-"));
    boxes.map(|name| sent.text(name).to_owned()).filter(|key| !key.is_empty()).collect()
}

/// `linde/zuid` as a pair; what is no such name is one of an empty client.
pub(super) fn names(ticked: &[String]) -> Vec<(String, String)> {
    let pair = |word: &String| {
        let (client, project) = word.split_once('/').unwrap_or(("", word));
        (client.to_owned(), project.to_owned())
    };
    ticked.iter().map(pair).collect()
}

/// What is wrong with what was typed; none for what the form cannot help.
pub(super) fn fault(error: &StaffError) -> Option<InviteFault> {
    Some(match error {
        StaffError::Address(_) => InviteFault::Address,
        StaffError::GroupAddress => InviteFault::Group,
        StaffError::Already(State::Invited) => InviteFault::Invited,
        StaffError::Already(_) => InviteFault::AtWork,
        StaffError::CannotBe => InviteFault::CannotBe,
        StaffError::NeedsProjects => InviteFault::Projects,
        StaffError::UnknownProject(project) => InviteFault::UnknownProject(project.trim_start_matches('/').to_owned()),
        _ => return None,
    })
}

/// POST: `email`, `role`, and for a project lead `project-1`, … with the names of projects.
pub(crate) async fn invite(visit: Visit, Form(sent): Form) -> Result<Response, Failure> {
    let (who, desk) = match come(&visit) {
        Ok(come) => come,
        Err(answer) => return Ok(*answer),
    };
    let role = sent.text("role").parse::<Role>().ok().filter(|role| desk.roles().contains(role));
    let typed = Typed { email: sent.text("email").trim().to_owned(), role, projects: ticked(&sent) };
    let Some(role) = role else {
        if let Err(error) = staff::colleagues(visit.app(), &visit.ctx, who, side(desk)).await {
            return barred(&visit, error);
        }
        return form(&visit, who, desk, (typed, Some(InviteFault::NoRole))).await;
    };
    let new = Newcomer { email: typed.email.clone(), role, projects: names(&typed.projects) };
    match staff::invite_colleague(visit.app(), &visit.ctx, who, (side(desk), new)).await {
        Ok(()) => Ok(back(&visit, desk, Told::Invited)),
        Err(StaffError::Barred(error)) => barred(&visit, error),
        // A role with projects that only a project lead has.
        Err(StaffError::Role) => form(&visit, who, desk, (typed, Some(InviteFault::Projects))).await,
        Err(error) => match fault(&error) {
            Some(fault) => form(&visit, who, desk, (typed, Some(fault))).await,
            None => super::refused(&visit, desk, error),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{Fields, names, ticked};

    #[test]
    fn ticked_boxes_are_projects_of_clients() {
        let sent = Fields::parse(b"project-1=linde%2Fzuid&email=x&project-7=noord").unwrap();
        let pair = |client: &str, project: &str| (client.to_owned(), project.to_owned());
        assert_eq!(names(&ticked(&sent)), [pair("linde", "zuid"), pair("", "noord")]);
        assert!(ticked(&Fields::none()).is_empty());
    }
}
