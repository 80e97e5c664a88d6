//! Inviting, by the command line on the server: any role, also again for somebody who lost the second factor. The mail
//! holds the only secret, made when it is sent; nobody here sees one.

use domain::access::{self, Actor, InviteStaff, Team};
use domain::audit::Act;
use domain::email::{Address, AddressFault};
use domain::id::{OrganisationId, ProjectId};
use domain::role::Role;
use domain::staff::State;
use store::staff::Staff;
use store::{StoreError, Write};

use super::invitation::Draft;
use crate::house::{App, Ctx};

/// Who is invited, to what.
#[derive(Clone, Debug)]
pub struct Invite {
    /// Their own mailbox; no group account.
    pub email: String,
    /// The role.
    pub role: Role,
    /// The client, by slug; for its own people only.
    pub organisation: Option<String>,
    /// The projects of a project lead, as client and project slugs.
    pub projects: Vec<(String, String)>,
}

/// Why nobody was invited.
#[derive(Debug, thiserror::Error)]
pub enum InviteError {
    /// The address cannot be written to.
    #[error("the e-mail address is not one: {0}")]
    Address(#[from] AddressFault),
    /// A clerk or organisation admin belongs to a client.
    #[error("a {0} works for one client: name it with --organisation")]
    NeedsOrganisation(Role),
    /// The operator's own people belong to none.
    #[error("a {0} works for the operator: leave --organisation out")]
    NoOrganisation(Role),
    /// Only project leads have projects.
    #[error("only a project-lead has projects: leave --project out")]
    NoProjects,
    /// A project lead has at least one.
    #[error("a project-lead needs at least one --project CLIENT/PROJECT")]
    NeedsProjects,
    /// There is no such client.
    #[error("there is no organisation {0}")]
    UnknownOrganisation(String),
    /// There is no such project.
    #[error("there is no project {0}")]
    UnknownProject(String),
    /// Somebody with this address works here in another role.
    #[error("{0} works here already as {1}; a person has one role")]
    OtherRole(String, Role),
    /// That somebody has left.
    #[error("{0} has left; invite another address")]
    Ended(String),
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] access::Denied),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn check(cmd: &Invite) -> Result<Address, InviteError> {
    let address = Address::parse(cmd.email.trim())?;
    match (cmd.role.of_client(), &cmd.organisation) {
        (true, None) => return Err(InviteError::NeedsOrganisation(cmd.role)),
        (false, Some(_)) => return Err(InviteError::NoOrganisation(cmd.role)),
        _ => {}
    }
    match (cmd.role == Role::ProjectLead, cmd.projects.is_empty()) {
        (true, true) => Err(InviteError::NeedsProjects),
        (false, false) => Err(InviteError::NoProjects),
        _ => Ok(address),
    }
}

/// Invites somebody; their address gets the mail.
///
/// # Errors
/// [`InviteError`].
pub async fn invite(app: &App, ctx: &Ctx, actor: Actor, cmd: Invite) -> Result<(), InviteError> {
    let address = check(&cmd)?;
    let draft = Draft::new(app, ctx).about(app, &address, cmd.role);
    app.db
        .write(move |tx| {
            let organisation = organisation(tx, cmd.organisation.as_deref())?;
            let scope = access::in_team::<InviteStaff>(&actor, organisation.map_or(Team::Operator, Team::Client))?;
            let projects = projects(tx, &cmd.projects)?;
            let staff = match store::staff::by_email(tx, address.as_str())? {
                Some(known) => {
                    let id = again(&known, &cmd, organisation)?;
                    store::staff::add_projects(tx, &scope, id, &projects)?;
                    id
                }
                None => draft.add(tx, &scope, (&address, cmd.role), &projects)?,
            };
            Ok::<_, InviteError>(draft.send(tx, &scope, (staff, Act::StaffInvited))?)
        })
        .await?;
    app.ring();
    Ok(())
}

/// Somebody known is invited again: to choose a password and second factor anew.
fn again(
    known: &Staff,
    cmd: &Invite,
    organisation: Option<OrganisationId>,
) -> Result<domain::id::StaffId, InviteError> {
    if known.state == State::Ended {
        return Err(InviteError::Ended(known.email.clone()));
    }
    if known.role != cmd.role || known.organisation != organisation {
        return Err(InviteError::OtherRole(known.email.clone(), known.role));
    }
    Ok(known.id)
}

fn organisation(tx: &mut Write<'_>, slug: Option<&str>) -> Result<Option<OrganisationId>, InviteError> {
    let Some(slug) = slug else { return Ok(None) };
    let found = store::organisation::by_slug(tx, slug)?;
    found.map(|found| Some(found.id)).ok_or_else(|| InviteError::UnknownOrganisation(slug.to_owned()))
}

fn projects(tx: &mut Write<'_>, slugs: &[(String, String)]) -> Result<Vec<ProjectId>, InviteError> {
    slugs
        .iter()
        .map(|(organisation, project)| {
            let found = store::project::by_slugs(tx, organisation, project)?;
            found.map(|found| found.id).ok_or_else(|| InviteError::UnknownProject(format!("{organisation}/{project}")))
        })
        .collect()
}
