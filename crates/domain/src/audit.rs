//! What the log says (law 11): who did what to what, when, through which door. A line holds ids and fixed words; what may
//! have to be erased one day goes into a side row that the line holds only as a salted hash.

use uuid::Uuid;

use crate::access::Actor;
use crate::id::{AuditId, OrganisationId};
use crate::text_enum::text_enum;
use crate::time::Time;

text_enum! {
    /// The door somebody came through.
    Door {
        /// A page.
        Page = "page",
        /// The command line on the server.
        CommandLine = "command-line",
        /// A link in a mail.
        Mail = "mail",
        /// A background job.
        Job = "job",
        /// A program of a client.
        Api = "api",
    }
}

text_enum! {
    /// What was done. The words stand in the log for ever.
    Act {
        /// A client was added.
        OrganisationAdded = "organisation.added",
        /// A project was added.
        ProjectAdded = "project.added",
        /// Somebody was invited to join the staff.
        StaffInvited = "staff.invited",
        /// They accepted, and set their own password.
        StaffJoined = "staff.joined",
        /// They were invited once more before they accepted.
        StaffInvitedAgain = "staff.invited-again",
        /// The invitation was withdrawn before they accepted.
        InvitationWithdrawn = "staff.invitation-withdrawn",
        /// A member of staff got another role.
        StaffRoleChanged = "staff.role-changed",
        /// A project lead got other projects.
        StaffProjectsChanged = "staff.projects-changed",
        /// A member of staff was ended: all that gave access ended with it.
        StaffEnded = "staff.ended",
        /// Somebody went over what the people of a team may do.
        RightsReviewed = "rights.reviewed",
        /// A client was frozen: nobody of it gets in.
        OrganisationFrozen = "organisation.frozen",
        /// No mail of the contacts of a client counts any more.
        MailFrozen = "organisation.mail-frozen",
        /// It counts again.
        MailReleased = "organisation.mail-released",
        /// It goes on.
        OrganisationReleased = "organisation.released",
        /// A project got another day of delivery.
        DeliveryChanged = "project.delivery-changed",
        /// A second factor was set.
        FactorSet = "factor.set",
        /// A recovery code took its place once.
        RecoveryCodeUsed = "recovery-code.used",
        /// A password was set: by the holder of a reset mail, or by somebody signed in who proved the one before.
        PasswordSet = "password.set",
        /// A resident added a passkey.
        PasskeyAdded = "passkey.added",
        /// A resident calls a passkey something else.
        PasskeyRenamed = "passkey.renamed",
        /// A resident removed a passkey.
        PasskeyRemoved = "passkey.removed",
        /// An address was linked.
        EmailLinked = "email.linked",
        /// A linked address was corrected.
        EmailChanged = "email.changed",
        /// A linked address was taken away, and none came in its place.
        EmailRemoved = "email.removed",
        /// Its owner proved an address.
        EmailConfirmed = "email.confirmed",
        /// A resident asked for another address of their own.
        EmailAsked = "email.asked",
        /// Who owned the address before took the change of it back.
        EmailUndone = "email.undone",
        /// A mail server refused an address.
        EmailRefused = "email.refused",
        /// Five wrong usernames ended the links of a request.
        LinksEnded = "links.ended",
        /// Somebody signed in.
        SessionStarted = "session.started",
        /// Somebody signed out.
        SessionEnded = "session.ended",
        /// Somebody signed out other devices of theirs.
        DevicesSignedOut = "devices.signed-out",
        /// Somebody chose the language of their account.
        LanguageChosen = "language.chosen",
        /// A home got its account and username.
        AccountCreated = "account.created",
        /// A home got the street and number that it did not have.
        HomeCompleted = "home.completed",
        /// A home is called otherwise: its number, its address, or both.
        HomeChanged = "home.changed",
        /// A second account was ended, for good.
        AccountEnded = "account.ended",
        /// A list came in by a page.
        ListUploaded = "list.uploaded",
        /// A list was thrown away before anything was done with it.
        ListDiscarded = "list.discarded",
        /// What a row of a list did was undone.
        RowUndone = "import-row.undone",
        /// The rows of a list that were not accepted were handed to the client.
        FaultsListed = "list-faults.listed",
        /// Letters were made: their homes were chosen.
        LettersMade = "letters.made",
        /// A file with letters was made for somebody to print.
        LettersPrinted = "letters.printed",
        /// The contacts of a client got a link to the homes whose residents wait to be told.
        WorkListSent = "work-list.sent",
        /// A list was confirmed.
        ImportConfirmed = "import.confirmed",
        /// All rows of a list were applied.
        ImportApplied = "import.applied",
        /// A dead letter was tried again.
        MailRetried = "mail.retried",
        /// Usernames were handed to the client as a list.
        UsernamesListed = "usernames.listed",
        /// The client told that a tenant has username, instruction or both.
        HandedOut = "handout.ticked",
        /// That was taken back.
        HandoutUndone = "handout.undone",
        /// A tenant change was planned; one that is due at once is done with it.
        TenantChangePlanned = "tenant-change.planned",
        /// A planned one was called off, or made place for another.
        TenantChangeCancelled = "tenant-change.cancelled",
        /// Its moment came, and what hung on those who left was cleared away.
        TenantChangeDone = "tenant-change.done",
        /// Two people undid a change that was a mistake.
        TenantChangeUndone = "tenant-change.undone",
        /// Somebody who was to leave, or had left, says to live there still.
        StillHere = "tenant-change.still-here",
        /// Residents who had left by mistake have access again.
        OccupancyReopened = "occupancy.reopened",
        /// A household left: its access to an account ended.
        OccupancyEnded = "occupancy.ended",
        /// A change was entered late: for days somebody had access who should not have had it.
        GapFound = "tenant-change.gap",
        /// Homes were looked at one by one.
        HomesSeen = "homes.seen",
        /// The log was read.
        LogRead = "log.read",
        /// What lines about a thing held beside was erased: its term was over.
        DetailErased = "detail.erased",
        /// A client got another term for a class of data.
        TermChanged = "retention.term-changed",
        /// Something is held: nothing of it is erased.
        HoldSet = "retention.held",
        /// It is held no more.
        HoldEnded = "retention.hold-ended",
        /// Somebody asked whose data an incident touches.
        IncidentAsked = "incident.asked",
        /// The homes that an incident touches were listed for their client.
        IncidentListed = "incident.listed",
        /// A change that nobody makes alone was proposed.
        ProposalMade = "proposal.made",
        /// A second person approved it, or its time of waiting was over.
        ProposalApproved = "proposal.approved",
        /// A second person refused it.
        ProposalRefused = "proposal.refused",
        /// Who proposed it took it back.
        ProposalWithdrawn = "proposal.withdrawn",
        /// Nobody decided in time, or what it was about is no more.
        ProposalExpired = "proposal.expired",
        /// The resident objected to it.
        ProposalObjected = "proposal.objected",
        /// All that gave access to an account was ended, in one act.
        AccessRevoked = "access.revoked",
        /// A client wrote a text of its own, or changed it.
        TextChanged = "text.changed",
        /// A client went back to the standard text.
        TextRemoved = "text.removed",
        /// A program of a client got a key.
        KeyMade = "key.made",
        /// A key was revoked.
        KeyRevoked = "key.revoked",
        /// A client got another logo in its letters.
        LogoChanged = "logo.changed",
        /// It was taken away.
        LogoRemoved = "logo.removed",
        /// A contact of a client was entered.
        ContactEntered = "contact.entered",
        /// The mail with the link that proves its mailbox was sent once more.
        ContactMailedAgain = "contact.mailed-again",
        /// Its owner proved the mailbox.
        ContactProven = "contact.proven",
        /// A contact was ended: mail from there counts no more.
        ContactEnded = "contact.ended",
        /// A member of staff lost the second factor: all that gave access ended, and an invitation went out.
        FactorLost = "factor.lost",
        /// A home went to another client.
        HomeMovedAway = "home.moved-away",
        /// A home came from another client.
        HomeMovedHere = "home.moved-here",
        /// A resident took all that is kept about them with them, as a file.
        DataTaken = "data.taken",
        /// A resident asked the client to correct or erase something.
        DataRequested = "data.requested",
        /// The client answered.
        DataAnswered = "data.answered",
        /// A notice of planned maintenance was written, or changed.
        MaintenanceWritten = "maintenance.written",
        /// It was proposed to a second person.
        MaintenanceProposed = "maintenance.proposed",
        /// It went back to whoever writes it.
        MaintenanceGivenBack = "maintenance.given-back",
        /// A second person approved exactly it: its homes are listed, and told.
        MaintenanceApproved = "maintenance.approved",
        /// The sending of it was paused.
        MaintenancePaused = "maintenance.paused",
        /// The sending of it goes on.
        MaintenanceResumed = "maintenance.resumed",
        /// It was stopped for good.
        MaintenanceStopped = "maintenance.stopped",
        /// Everybody was told who could be.
        MaintenanceDone = "maintenance.done",
        /// A member of the help desk looked at more accounts within an hour than the limit.
        DeskLookedOften = "desk.looked-often",
        /// The help desk opened a case, and asked the owner of the account by mail.
        DeskCaseOpened = "desk.case-opened",
        /// The owner proved to be it.
        DeskCaseProven = "desk.case-proven",
        /// Somebody gave a wrong number or code.
        DeskProofMissed = "desk.proof-missed",
        /// The owner says that it is somebody else who asks.
        DeskCaseDenied = "desk.case-denied",
        /// The help desk did what the owner asked.
        DeskCaseDone = "desk.case-done",
        /// The help desk closed a case without doing anything.
        DeskCaseClosed = "desk.case-closed",
        /// The contacts of a client are asked whether others come to live there.
        RequestAsked = "link-request.asked",
        /// What a client asked by mail was done, or proposed to those who decide about it.
        RequestAccepted = "link-request.accepted",
        /// It was not done.
        RequestRefused = "link-request.refused",
        /// Support read what clients ask by mail.
        RequestsSeen = "link-requests.seen",
    }
}

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    kind: &'static str,
    id: Option<Uuid>,
}

impl Subject {
    /// A thing of a kind; the kind is a word of the data model (`account`, `staff`, …).
    #[must_use]
    pub const fn new(kind: &'static str, id: Uuid) -> Self {
        Self { kind, id: Some(id) }
    }

    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        self.kind
    }

    /// Its id.
    #[must_use]
    pub const fn id(&self) -> Option<Uuid> {
        self.id
    }
}

impl Actor {
    /// The word for this kind of actor in the log.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Resident { .. } => "resident",
            Self::Staff { .. } => "staff",
            Self::Key { .. } => "key",
            Self::Contact { .. } => "contact",
            Self::Server => "server",
            Self::Job => "job",
            Self::Anonymous => "anonymous",
        }
    }

    /// Who, where somebody is known.
    #[must_use]
    pub fn id(&self) -> Option<Uuid> {
        match self {
            Self::Resident { occupancy, .. } => Some(occupancy.uuid()),
            Self::Staff { staff, .. } => Some(staff.uuid()),
            Self::Key { key, .. } => Some(key.uuid()),
            Self::Contact { contact, .. } => Some(contact.uuid()),
            Self::Server | Self::Job | Self::Anonymous => None,
        }
    }
}

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: AuditId,
    /// The client whose chain it belongs to; none is the operator's.
    pub organisation: Option<OrganisationId>,
    /// When.
    pub at: Time,
    /// What.
    pub act: Act,
    /// Through which door.
    pub door: Door,
    /// Who.
    pub actor: Actor,
    /// To what.
    pub subject: Subject,
    /// Why, in a fixed word; never free text about people.
    pub reason: Option<String>,
}

/// The bytes of a chain's link: every field with its length in front (4 bytes, big-endian), nothing for an absent one
/// but the length 0xFFFFFFFF. Unambiguous and stable: changing it would break every chain.
#[must_use]
pub fn canonical(fields: &[Option<&[u8]>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for field in fields {
        match field {
            Some(field) => {
                bytes.extend(u32::try_from(field.len()).unwrap_or(u32::MAX - 1).to_be_bytes());
                bytes.extend(*field);
            }
            None => bytes.extend(u32::MAX.to_be_bytes()),
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::canonical;

    #[test]
    fn no_two_lines_have_the_same_bytes() {
        assert_ne!(canonical(&[Some(b"ab"), Some(b"c")]), canonical(&[Some(b"a"), Some(b"bc")]));
        assert_ne!(canonical(&[None, Some(b"")]), canonical(&[Some(b""), None]));
        assert_ne!(canonical(&[Some(b"a")]), canonical(&[Some(b"a"), None]));
    }
}
