//! `nieuw/`: the form by which somebody is invited.

use app::staff::{self, Newcomer, StaffError};
use axum::response::Response;
use domain::role::Role;
use domain::staff::State;

use super::{back, barred, come, side};
use crate::errors::Failure;
use crate::forms::Form;
use crate::views::colleagues::Desk;
use crate::views::colleagues::invite::{InviteColleague, InviteFault};
use crate::views::colleagues::list::Told;
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
    form(&visit, desk, Typed::default(), None)
}

/// What was typed and chosen.
#[derive(Default)]
struct Typed {
    email: String,
    role: Option<Role>,
    projects: String,
}

fn form(visit: &Visit, desk: Desk, typed: Typed, fault: Option<InviteFault>) -> Result<Response, Failure> {
    visit.show(&InviteColleague {
        page: visit.page_at(&format!("{}nieuw/", desk.root())),
        desk,
        email: typed.email,
        role: typed.role,
        projects: typed.projects,
        fault,
    })
}

/// `linde/zuid, linde/noord` as pairs; what is no such name is one of an empty client.
pub(super) fn names(text: &str) -> Vec<(String, String)> {
    let words = text.split(|sign: char| sign.is_whitespace() || sign == ',' || sign == ';');
    let pair = |word: &str| {
        let (client, project) = word.split_once('/').unwrap_or(("", word));
        (client.to_owned(), project.trim_end_matches('/').to_owned())
    };
    words.filter(|word| !word.is_empty()).take(200).map(pair).collect()
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

/// POST: `email`, `role`, and for a project lead `projects`.
pub(crate) async fn invite(visit: Visit, Form(sent): Form) -> Result<Response, Failure> {
    let (who, desk) = match come(&visit) {
        Ok(come) => come,
        Err(answer) => return Ok(*answer),
    };
    let role = sent.text("role").parse::<Role>().ok().filter(|role| desk.roles().contains(role));
    let typed =
        Typed { email: sent.text("email").trim().to_owned(), role, projects: sent.text("projects").trim().to_owned() };
    let Some(role) = role else {
        if let Err(error) = staff::colleagues(visit.app(), &visit.ctx, who, side(desk)).await {
            return barred(&visit, error);
        }
        return form(&visit, desk, typed, Some(InviteFault::NoRole));
    };
    let new = Newcomer { email: typed.email.clone(), role, projects: names(&typed.projects) };
    match staff::invite_colleague(visit.app(), &visit.ctx, who, (side(desk), new)).await {
        Ok(()) => Ok(back(&visit, desk, Told::Invited)),
        Err(StaffError::Barred(error)) => barred(&visit, error),
        // A role with projects that only a project lead has.
        Err(StaffError::Role) => form(&visit, desk, typed, Some(InviteFault::Projects)),
        Err(error) => match fault(&error) {
            Some(fault) => form(&visit, desk, typed, Some(fault)),
            None => super::refused(&visit, desk, error),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn projects_are_named_as_people_write_them() {
        let pair = |client: &str, project: &str| (client.to_owned(), project.to_owned());
        assert_eq!(
            names(" linde/zuid, beuk/noord/;linde/x "),
            [pair("linde", "zuid"), pair("beuk", "noord"), pair("linde", "x")]
        );
        assert_eq!(names("zuid"), [pair("", "zuid")]);
        assert!(names(" , ").is_empty());
    }
}
