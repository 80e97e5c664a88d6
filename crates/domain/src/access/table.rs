//! The table of rights (PRODUCT section 4), for what exists so far.

use super::{
    AcceptRequests, Act, AddOrganisation, AddProject, AnswerRequests, ApproveMaintenance, ChangeTenants,
    ComposeMaintenance, EditHomes, EditTexts, EnterContacts, FreezeOrganisation, HandOut, HelpOne, Import, InviteStaff,
    KeepContacts, KeepRetention, LinkAddress, ListIncident, ManageClients, ManageKeys, ManageStaff, MoveHomes, ReadLog,
    RetryDeadLetters, RevokeAccess, SecondAdmin, SeeBoard, SeeDeadLetters, SeeHomes, SeeRetention, SeeUsernames,
    SteerMaintenance, TellIncident,
};
use crate::key::KeyScope;
use crate::role::Role;

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Staff of a role, within their own client if they have one.
    Role(Role),
    /// Project leads, within their own projects.
    OwnProjects,
    /// Staff of a role: of the log, what they did themselves.
    OwnActs(Role),
    /// Staff of a role: of the log, that something happened, and neither who it was nor whom it was about.
    Metadata(Role),
    /// Programs of a client whose key is good for this, within that client.
    Key(KeyScope),
    /// A contact of a client, within that client: what they were asked, and nothing else.
    Contact,
    /// A job that finishes what somebody with the right began.
    Job,
}

/// Who may do what, beside the command line, which may do all of it and is logged as such.
pub const TABLE: &[(&str, &[Who])] = &[
    (AddOrganisation::NAME, &[Who::Role(Role::OperatorAdmin)]),
    (AddProject::NAME, &[Who::Role(Role::OperatorAdmin)]),
    (InviteStaff::NAME, &[Who::Role(Role::OrgAdmin), Who::Role(Role::OperatorAdmin)]),
    (ManageStaff::NAME, &[Who::Role(Role::OrgAdmin), Who::Role(Role::OperatorAdmin)]),
    (ManageClients::NAME, &[Who::Role(Role::OperatorAdmin)]),
    (FreezeOrganisation::NAME, &[Who::Role(Role::OperatorAdmin)]),
    (Import::NAME, &[Who::Role(Role::Clerk), Who::Role(Role::OrgAdmin), Who::OwnProjects, Who::Job]),
    (SeeUsernames::NAME, &[Who::Role(Role::Clerk), Who::Role(Role::OrgAdmin), Who::OwnProjects]),
    (
        SeeBoard::NAME,
        &[Who::Role(Role::Clerk), Who::Role(Role::OrgAdmin), Who::OwnProjects, Who::Key(KeyScope::HomesRead)],
    ),
    (
        SeeHomes::NAME,
        &[Who::Role(Role::Clerk), Who::Role(Role::OrgAdmin), Who::OwnProjects, Who::Key(KeyScope::HomesRead)],
    ),
    (
        HandOut::NAME,
        &[
            Who::Role(Role::Clerk),
            Who::Role(Role::OrgAdmin),
            Who::OwnProjects,
            Who::Key(KeyScope::HandoutsWrite),
            Who::Contact,
        ],
    ),
    (
        LinkAddress::NAME,
        &[
            Who::Role(Role::Clerk),
            Who::Role(Role::OrgAdmin),
            Who::OwnProjects,
            Who::Job,
            Who::Key(KeyScope::AddressesWrite),
            Who::Contact,
        ],
    ),
    (
        EditHomes::NAME,
        &[Who::Role(Role::Clerk), Who::Role(Role::OrgAdmin), Who::OwnProjects, Who::Key(KeyScope::HomesWrite)],
    ),
    (
        RevokeAccess::NAME,
        &[Who::Role(Role::Clerk), Who::Role(Role::OrgAdmin), Who::OwnProjects, Who::Key(KeyScope::AccessWrite)],
    ),
    (
        ChangeTenants::NAME,
        &[
            Who::Role(Role::Clerk),
            Who::Role(Role::OrgAdmin),
            Who::OwnProjects,
            Who::Job,
            Who::Key(KeyScope::TenantChangesWrite),
            Who::Contact,
        ],
    ),
    (SeeDeadLetters::NAME, &[Who::Role(Role::OperatorAdmin)]),
    (RetryDeadLetters::NAME, &[Who::Role(Role::OperatorAdmin)]),
    (EditTexts::NAME, &[Who::Role(Role::OrgAdmin)]),
    (AnswerRequests::NAME, &[Who::Role(Role::Clerk), Who::Role(Role::OrgAdmin), Who::Contact]),
    (ManageKeys::NAME, &[Who::Role(Role::OperatorAdmin)]),
    (EnterContacts::NAME, &[Who::Role(Role::OperatorAdmin), Who::OwnProjects]),
    (KeepContacts::NAME, &[Who::Role(Role::OrgAdmin), Who::Role(Role::OperatorAdmin)]),
    (MoveHomes::NAME, &[Who::Role(Role::OperatorAdmin)]),
    (SecondAdmin::NAME, &[Who::Role(Role::OrgAdmin), Who::Role(Role::OperatorAdmin), Who::Job]),
    (
        ReadLog::NAME,
        &[
            Who::Role(Role::Clerk),
            Who::Role(Role::OrgAdmin),
            Who::OwnActs(Role::Support),
            Who::OwnActs(Role::ProjectLead),
            Who::Metadata(Role::OperatorAdmin),
            Who::Role(Role::Auditor),
        ],
    ),
    (SeeRetention::NAME, &[Who::Role(Role::OperatorAdmin), Who::Role(Role::Auditor)]),
    (KeepRetention::NAME, &[Who::Role(Role::OperatorAdmin)]),
    (TellIncident::NAME, &[Who::Role(Role::OperatorAdmin)]),
    // The operator's people see counts of a client; homes are listed by the command line only.
    (ListIncident::NAME, &[]),
    (ComposeMaintenance::NAME, &[Who::Role(Role::Support), Who::OwnProjects]),
    (ApproveMaintenance::NAME, &[Who::Role(Role::OperatorAdmin)]),
    (SteerMaintenance::NAME, &[Who::Role(Role::Support), Who::OwnProjects, Who::Role(Role::OperatorAdmin)]),
    (HelpOne::NAME, &[Who::Role(Role::Support)]),
    (AcceptRequests::NAME, &[Who::Role(Role::Support)]),
];
