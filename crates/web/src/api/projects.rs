//! `/api/v1/projects`: the projects of the client, with what there is to do in each, as counts.

use app::first_login::projects::{Glance, see};
use domain::first_login::progress::WorkList;
use serde::Serialize;
use utoipa::ToSchema;

use super::openapi::Problems;
use super::{Call, Said, Stop};

/// The projects of the client.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Projects {
    /// By name.
    projects: Vec<Project>,
}

/// Dwellings that were delivered together.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Project {
    /// Its short name, which stands in `project` elsewhere.
    #[schema(example = "lindelaan")]
    slug: String,
    /// Its name.
    name: String,
    /// What its usernames begin with.
    #[schema(example = "ALMELO")]
    prefix: String,
    /// The day of delivery (VERA: opleverdatum).
    #[schema(format = Date)]
    delivered_on: Option<String>,
    /// All its homes.
    dwellings: u64,
    /// Homes on each work list.
    work_lists: WorkLists,
}

/// Homes on each work list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WorkLists {
    no_address: u64,
    bounced: u64,
    not_told: u64,
    no_reset_asked: u64,
    never_signed_in: u64,
}

impl From<Glance> for Project {
    fn from(it: Glance) -> Self {
        let on = |list| it.lists.on(list);
        Self {
            slug: it.project.slug.clone(),
            name: it.project.name.clone(),
            prefix: it.project.prefix.clone(),
            delivered_on: it.project.delivered_on.map(|day| day.to_string()),
            dwellings: it.homes,
            work_lists: WorkLists {
                no_address: on(WorkList::NoAddress),
                bounced: on(WorkList::Bounced),
                not_told: on(WorkList::NotTold),
                no_reset_asked: on(WorkList::NoResetAsked),
                never_signed_in: on(WorkList::NeverSignedIn),
            },
        }
    }
}

/// The projects of the client
///
/// Scope: `homes:read`.
#[utoipa::path(get, path = "/api/v1/projects", tag = "homes", operation_id = "listProjects",
    responses((status = 200, body = Projects, description = "The projects"), Problems))]
pub(crate) async fn list(call: Call) -> Result<Said, Stop> {
    call.only(&[])?;
    let found = see(call.app(), &call.ctx, call.caller()).await?;
    Said::ok(&Projects { projects: found.into_iter().map(Project::from).collect() })
}
