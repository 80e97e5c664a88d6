//! Who may do what. A right is an argument: a [`Scope`] can only be made here, from an [`Actor`], and every function of
//! the store that reads or changes a client's things takes one. [`TABLE`] is the table of rights of PRODUCT section 4,
//! for what exists so far.

use crate::id::{AccountId, ContactId, IdentityId, KeyId, OccupancyId, OrganisationId, ProjectId, StaffId};
use crate::key::KeyScope;
use crate::role::Role;

mod log;
mod maintenance;
mod table;
mod team;

pub use log::{LogLines, LogPlace, log, own_log};
pub use maintenance::over_audience;
pub use table::{TABLE, Who};
pub use team::{OfClient, Team, as_second_admin, first_admin, in_team};

/// Who acts. Read inside the transaction, from the session: what was revoked a moment ago is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A resident.
    Resident {
        /// What signed in.
        identity: IdentityId,
        /// The current occupancy.
        occupancy: OccupancyId,
        /// The account.
        account: AccountId,
        /// The client that manages the home.
        organisation: OrganisationId,
    },
    /// A member of staff.
    Staff {
        /// Who.
        staff: StaffId,
        /// What signed in.
        identity: IdentityId,
        /// The role.
        role: Role,
        /// The client they work for; none for the operator's own people.
        organisation: Option<OrganisationId>,
        /// The projects of a project lead.
        projects: Vec<ProjectId>,
    },
    /// A program of a client, by its key.
    Key {
        /// Which key.
        key: KeyId,
        /// The client whose program it is.
        organisation: OrganisationId,
        /// What the key is good for.
        scopes: Vec<KeyScope>,
    },
    /// A contact of a client, by a link that went to the stored address.
    Contact {
        /// Who.
        contact: ContactId,
        /// The client.
        organisation: OrganisationId,
    },
    /// The command line on the server, as the server's own user.
    Server,
    /// A job that does what was asked before, in nobody's name.
    Job,
    /// Somebody who is not signed in, and holds a link from a mail.
    Anonymous,
}

impl Actor {
    /// The member of staff who acts; none for everybody else.
    #[must_use]
    pub const fn staff(&self) -> Option<StaffId> {
        match self {
            Self::Staff { staff, .. } => Some(*staff),
            Self::Resident { .. }
            | Self::Key { .. }
            | Self::Contact { .. }
            | Self::Server
            | Self::Job
            | Self::Anonymous => None,
        }
    }

    /// The client for which somebody of its own acts, or a program of its own.
    #[must_use]
    pub const fn client(&self) -> Option<OrganisationId> {
        match self {
            Self::Staff { organisation, .. } => *organisation,
            Self::Key { organisation, .. } | Self::Contact { organisation, .. } => Some(*organisation),
            Self::Resident { .. } | Self::Server | Self::Job | Self::Anonymous => None,
        }
    }
}

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// It belongs to another client: answered as if it did not exist (404).
    #[error("not found")]
    NotYours,
    /// This role may not (403).
    #[error("not allowed")]
    NotAllowed,
}

/// The whole installation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anywhere;

/// Proof that `A` may be done within `W`.
#[derive(Debug)]
pub struct Scope<A, W> {
    by: Actor,
    within: W,
    act: std::marker::PhantomData<A>,
}

impl<A, W: Copy> Scope<A, W> {
    /// Who.
    #[must_use]
    pub fn by(&self) -> &Actor {
        &self.by
    }

    /// Where.
    #[must_use]
    pub fn within(&self) -> W {
        self.within
    }
}

mod sealed {
    pub trait Sealed {}
}

/// A kind of act, known to the table.
pub trait Act: sealed::Sealed {
    /// Its name in [`TABLE`].
    const NAME: &'static str;
}

macro_rules! acts {
    ($($(#[$doc:meta])* $act:ident = $name:literal),* $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Debug)]
            pub enum $act {}
            impl sealed::Sealed for $act {}
            impl Act for $act { const NAME: &'static str = $name; }
        )*

        /// The names of all acts.
        pub const ACTS: &[&str] = &[$($name),*];
    };
}

acts! {
    /// Adds a client.
    AddOrganisation = "organisation.add",
    /// Adds a project to a client.
    AddProject = "project.add",
    /// Invites a member of staff.
    InviteStaff = "staff.invite",
    /// Sees the people of a team, changes what they may do, ends them, and goes over their rights once a year.
    ManageStaff = "staff.manage",
    /// Sees the clients and their projects, as names and counts; sets the day of a delivery.
    ManageClients = "clients.manage",
    /// Freezes a client, and lets it go on.
    FreezeOrganisation = "organisation.freeze",
    /// Imports a list of homes and addresses.
    Import = "import",
    /// Sees the usernames of homes.
    SeeUsernames = "usernames.see",
    /// Sees how far the homes of a project have come, as counts.
    SeeBoard = "board.see",
    /// Sees home by home how far it has come.
    SeeHomes = "homes.see",
    /// Ticks that username and instruction were handed out.
    HandOut = "handout",
    /// Links or changes the address of a household that stays (laws 7 and 8).
    LinkAddress = "address.link",
    /// Adds a home, changes how it is called, adds a second account to it and ends that.
    EditHomes = "homes.edit",
    /// Ends all that gives access to an account.
    RevokeAccess = "access.revoke",
    /// Lets a household leave a home and another come: plans it, changes it, calls it off.
    ChangeTenants = "tenant-change",
    /// Sees the mails that could not be delivered, without their content.
    SeeDeadLetters = "dead-letters.see",
    /// Sends such a mail once more.
    RetryDeadLetters = "dead-letters.retry",
    /// Changes the own texts of a client: what stands in mails and letters to its residents, and its logo.
    EditTexts = "texts.edit",
    /// Sees what residents ask about what is kept of them, and answers it.
    AnswerRequests = "data-requests.answer",
    /// Makes keys for the programs of clients, sees them, and revokes them.
    ManageKeys = "keys.manage",
    /// Enters a contact of a client, which a second person approves.
    EnterContacts = "contacts.enter",
    /// Sees the contacts of a client, and ends them.
    KeepContacts = "contacts.keep",
    /// Gives homes to another client, which a second person approves.
    MoveHomes = "homes.move",
    /// Approves, as another admin, what no admin does alone.
    SecondAdmin = "admin.second",
    /// Reads the log.
    ReadLog = "log.read",
    /// Sees how long what is kept is kept, what is held, and what the job erased, as counts.
    SeeRetention = "retention.see",
    /// Changes the terms of a client, and holds back what must not be erased yet.
    KeepRetention = "retention.keep",
    /// Lists whose data an incident touches, as counts; drafts what the client is told.
    TellIncident = "incident.tell",
    /// Lists the homes that an incident touches, for their own client.
    ListIncident = "incident.list",
    /// Writes a notice of planned maintenance, and proposes it.
    ComposeMaintenance = "maintenance.compose",
    /// Approves such a notice, as a second person.
    ApproveMaintenance = "maintenance.approve",
    /// Sees such notices and how far they are, as counts; pauses and stops the sending.
    SteerMaintenance = "maintenance.steer",
    /// Sees how one account stands, for somebody who asks for help: found by its whole key, one at a time.
    HelpOne = "help-one",
    /// Sees what clients ask by mail, and does it or not (PRODUCT 3.5).
    AcceptRequests = "link-requests.accept",
}

fn listed(act: &str) -> &'static [Who] {
    TABLE.iter().find(|(name, _)| *name == act).map_or(&[], |(_, who)| who)
}

fn scope<A, W>(by: &Actor, within: W) -> Scope<A, W> {
    Scope { by: by.clone(), within, act: std::marker::PhantomData }
}

/// To accept a request is to link an address in the home that it is about: who may do the one may do the other there, and nowhere
/// else.
#[must_use]
pub fn by_request(accepts: &Scope<AcceptRequests, Anywhere>, home: ProjectPlace) -> Scope<LinkAddress, ProjectPlace> {
    scope(accepts.by(), home)
}

/// Over the whole installation: the operator's own people only.
///
/// # Errors
/// [`Denied::NotAllowed`].
pub fn anywhere<A: Act>(who: &Actor) -> Result<Scope<A, Anywhere>, Denied> {
    match who {
        Actor::Server => Ok(scope(who, Anywhere)),
        Actor::Staff { role, organisation: None, .. } if listed(A::NAME).contains(&Who::Role(*role)) => {
            Ok(scope(who, Anywhere))
        }
        _ => Err(Denied::NotAllowed),
    }
}

/// One project of one client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProjectPlace {
    /// The client.
    pub organisation: OrganisationId,
    /// The project.
    pub project: ProjectId,
}

/// A client's own people see another client's things as if they did not exist, whatever their role.
fn check_client(own: Option<OrganisationId>, role: Role, organisation: OrganisationId) -> Result<(), Denied> {
    if role.of_client() && own != Some(organisation) { Err(Denied::NotYours) } else { Ok(()) }
}

/// Within one client.
///
/// # Errors
/// [`Denied::NotYours`] for another client, [`Denied::NotAllowed`] for a role that may not.
pub fn in_organisation<A: Act>(who: &Actor, organisation: OrganisationId) -> Result<Scope<A, OrganisationId>, Denied> {
    match who {
        Actor::Server => Ok(scope(who, organisation)),
        Actor::Job if listed(A::NAME).contains(&Who::Job) => Ok(scope(who, organisation)),
        Actor::Staff { role, organisation: own, .. } => {
            check_client(*own, *role, organisation)?;
            if listed(A::NAME).contains(&Who::Role(*role)) {
                Ok(scope(who, organisation))
            } else {
                Err(Denied::NotAllowed)
            }
        }
        Actor::Key { organisation: own, scopes, .. } => {
            if *own != organisation {
                return Err(Denied::NotYours);
            }
            let may = scopes.iter().any(|it| listed(A::NAME).contains(&Who::Key(*it)));
            if may { Ok(scope(who, organisation)) } else { Err(Denied::NotAllowed) }
        }
        Actor::Contact { organisation: own, .. } => {
            if *own != organisation {
                return Err(Denied::NotYours);
            }
            if listed(A::NAME).contains(&Who::Contact) { Ok(scope(who, organisation)) } else { Err(Denied::NotAllowed) }
        }
        // Or a resident would learn which homes there are at another client.
        Actor::Resident { organisation: own, .. } if *own != organisation => Err(Denied::NotYours),
        _ => Err(Denied::NotAllowed),
    }
}

/// Within one project of a client: also its project leads. The organisation must be the project's own, as the store
/// found it.
///
/// # Errors
/// [`Denied::NotYours`] for another client or project, [`Denied::NotAllowed`] for a role that may not.
pub fn in_project<A: Act>(who: &Actor, place: ProjectPlace) -> Result<Scope<A, ProjectPlace>, Denied> {
    if let Actor::Staff { role: Role::ProjectLead, projects, .. } = who {
        if !projects.contains(&place.project) {
            return Err(Denied::NotYours);
        }
        return if listed(A::NAME).contains(&Who::OwnProjects) {
            Ok(scope(who, place))
        } else {
            Err(Denied::NotAllowed)
        };
    }
    in_organisation::<A>(who, place.organisation).map(|_| scope(who, place))
}

#[cfg(test)]
mod tests;
