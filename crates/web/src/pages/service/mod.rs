//! `/service/…`: the service portal of the client's own people, and of project leads for their projects. What the pages of
//! first-time login share: finding the project of an address, and what is answered to whom may not.

pub(crate) mod accounts;
pub(crate) mod batch;
pub(crate) mod board;
pub(crate) mod columns;
pub(super) mod download;
pub(crate) mod handout;
pub(crate) mod home;
pub(crate) mod home_form;
pub(crate) mod homes;
pub(crate) mod letters;
pub(crate) mod link;
pub(crate) mod lists;
pub(crate) mod log;
pub(crate) mod logo;
pub(crate) mod many;
pub(crate) mod one_leaves;
pub(crate) mod projects;
pub(crate) mod proposals;
pub(crate) mod requests;
pub(crate) mod revoke;
pub(crate) mod tenant_change;
pub(crate) mod texts;
pub(crate) mod undo;
pub(crate) mod undo_change;
pub(crate) mod users;
pub(crate) mod worklist;

use app::Project;
use app::first_login::decide::Seen;
use domain::access::Denied;
use domain::first_login::BatchState;
use domain::home::Home;
use domain::naming::{ProjectPath, Slug};
use words::Words;

use super::{barred, caller};
use crate::errors::Failure;
use crate::views::service::Project as Shown;
use crate::views::service::lists::{ListState, RecentList};

/// The project of an address. One that cannot be a project is not found.
fn path(client: &str, project: &str) -> Result<ProjectPath, Failure> {
    let slug = |text: &str| Slug::parse(text).map_err(|_| Failure::from(Denied::NotYours));
    Ok(ProjectPath { organisation: slug(client)?, project: slug(project)? })
}

/// The project of `?project=client/project`.
fn path_of(key: &str) -> Result<ProjectPath, Failure> {
    let (client, project) = key.split_once('/').ok_or_else(Failure::not_found)?;
    path(client, project)
}

/// A project as pages show it.
fn shown(project: &Project) -> Shown {
    Shown {
        client: project.organisation_name.clone(),
        client_slug: project.organisation_slug.clone(),
        name: project.name.clone(),
        slug: project.slug.clone(),
    }
}

/// What the client knows a home by: its number, else its build number.
pub(super) fn number(home: &Home) -> String {
    home.client_number.clone().or_else(|| home.build_number.clone()).unwrap_or_default()
}

/// The address of a home in one line; empty while it has none.
pub(super) fn address(home: &Home) -> String {
    let joined = |parts: &[&Option<String>]| {
        let there: Vec<&str> = parts.iter().filter_map(|part| part.as_deref()).collect();
        there.join(" ")
    };
    let street = joined(&[&home.street, &home.house_number, &home.addition]);
    let place = joined(&[&home.postcode, &home.place]);
    [street, place].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The address of a home, else its number.
pub(super) fn name(home: &Home) -> String {
    Some(address(home)).filter(|address| !address.is_empty()).unwrap_or_else(|| number(home))
}

/// A list of a client in the short table of lists.
fn recent(w: Words, project: &Shown, list: &Seen) -> RecentList {
    let state = match list.state {
        BatchState::Arriving | BatchState::Reading => ListState::Reading,
        BatchState::Unreadable if list.asks_columns() => ListState::AsksColumns,
        BatchState::Unreadable => ListState::Unreadable,
        BatchState::Judged if list.refusal.is_some() => ListState::Stopped,
        BatchState::Judged => ListState::ToConfirm,
        BatchState::Confirmed => ListState::Applying,
        BatchState::Applied => ListState::Applied,
        BatchState::Discarded => ListState::ThrownAway,
    };
    RecentList {
        href: format!("{}{}/", project.lists_path(), list.id),
        name: list_name(w, list),
        at: list.created_at,
        by: by(w, list),
        rows: (list.total > 0).then_some(list.total),
        state,
    }
}

/// Who brought a list; the command line has no address.
fn by(w: Words, list: &Seen) -> String {
    list.by.clone().unwrap_or_else(|| w.t("service-by-server").into_owned())
}

/// The name of its file; one that came without has a word in the place of it.
fn list_name(w: Words, list: &Seen) -> String {
    if list.file_name.is_empty() { w.t("service-lists-nameless").into_owned() } else { list.file_name.clone() }
}
