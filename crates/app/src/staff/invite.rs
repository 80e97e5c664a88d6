//! Inviting, by the command line on the server: any role, also again for somebody who lost the second factor. The mail
//! holds the only secret, made when it is sent; nobody here sees one.

use domain::access::{self, Actor};
use domain::audit::{Act, Subject};
use domain::email::{Address, AddressFault};
use domain::id::{OrganisationId, ProjectId};
use domain::mail::Mail;
use domain::role::Role;
use store::identity::IdentityKind;
use store::staff::{NewStaff, Staff};
use store::{StoreError, Write};

use crate::audit::entry;
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
    let (id, identity, subject) = (app.id(ctx.now), app.id(ctx.now), app.random_name());
    let (mail_id, tag) = (app.id(ctx.now), app.random_name());
    let (now, language) = (ctx.now, ctx.language);
    let pattern = entry(app, ctx, actor.clone(), Act::StaffInvited, (None, Subject::new("staff", id.uuid())))
        .with(app, &format!("{} as {}", address.masked(), cmd.role));
    app.db
        .write(move |tx| {
            let scope = access::anywhere::<access::InviteStaff>(&actor)?;
            let organisation = organisation(tx, cmd.organisation.as_deref())?;
            let projects = projects(tx, &cmd.projects)?;
            let staff = match store::staff::by_email(tx, address.as_str())? {
                Some(known) => {
                    let id = again(&known, &cmd, organisation)?;
                    store::staff::add_projects(tx, &scope, id, &projects)?;
                    id
                }
                None => {
                    store::identity::add(tx, identity, IdentityKind::Staff, &subject, now)?;
                    let email = address.as_str().to_owned();
                    let new = NewStaff { id, identity, organisation, email, role: cmd.role, projects };
                    store::staff::add(tx, &scope, &new, now)?;
                    id
                }
            };
            let mail = Mail::Invitation { staff };
            let new = store::mail::NewMail { id: mail_id, mail, language, tag: tag.clone(), due_at: now };
            store::mail::add(tx, &new, now)?;
            let mut line = pattern.clone();
            line.line.organisation = organisation;
            line.line.subject = Subject::new("staff", staff.uuid());
            line.write(tx)?;
            Ok::<_, InviteError>(())
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
    if known.state == "ended" {
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
