//! Every mail there is, as an intent: ids only. Content, address and token are made when it is sent.

use serde::{Deserialize, Serialize};

use crate::device::Device;
use crate::id::{
    ContactId, DataRequestId, EmailLinkId, HelpDeskCaseId, IdentityId, LinkRequestId, MaintenanceId, ProjectId,
    ProposalId, StaffId, TenantChangeId,
};
use crate::language::Language;
use crate::link_request::Question;
use crate::text_enum::text_enum;

text_enum! {
    /// Lanes of the outbox. Security mail never waits behind a mailing.
    Lane {
        /// Resets, invitations, notices about the own account.
        Security = "security",
        /// Announcements.
        Service = "service",
    }
}

/// An intent to send a mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "mail", rename_all = "snake_case")]
pub enum Mail {
    /// Somebody asked for a new password. Written without looking whether the name exists (law 4).
    Reset {
        /// The name as typed, normalised, padded and sealed: the same length whatever it was. Empty once it is done.
        asked: String,
        /// With what it was asked.
        device: Device,
        /// A limit was reached at asking: merged when a live link is on its way, else delayed.
        crowded: bool,
    },
    /// The same once more: it came back, for a reason that may be over by now. What was typed is forgotten by then.
    ResetAgain {
        /// Whose.
        identity: IdentityId,
        /// With what it was asked.
        device: Device,
    },
    /// Somebody asked which usernames belong to an address. Written without looking.
    Names {
        /// The address as typed, padded and sealed. Empty once it is done.
        asked: String,
        /// With what it was asked.
        device: Device,
        /// A limit was reached at asking.
        crowded: bool,
    },
    /// The same list for a second way of writing the address that is stored.
    NamesOf {
        /// One of the links with that way of writing.
        link: EmailLinkId,
        /// With what it was asked.
        device: Device,
    },
    /// A password was set.
    PasswordChanged {
        /// Whose.
        identity: IdentityId,
        /// With what.
        device: Device,
    },
    /// A passkey was added.
    PasskeyAdded {
        /// Whose.
        identity: IdentityId,
        /// With what.
        device: Device,
    },
    /// Somebody is invited to join.
    Invitation {
        /// Who.
        staff: StaffId,
    },
    /// A second factor was set.
    FactorChanged {
        /// Whose.
        identity: IdentityId,
        /// With what.
        device: Device,
    },
    /// Others want to change the address of an account that is in use (law 8).
    AddressProposed {
        /// The proposal.
        proposal: ProposalId,
        /// Whose address.
        identity: IdentityId,
    },
    /// Somebody told us that the residents of a home leave (PRODUCT 3.7). It goes out also when they have left by then.
    HouseholdLeaves {
        /// The tenant change.
        change: TenantChangeId,
        /// Their address, which they proved.
        link: EmailLinkId,
    },
    /// Somebody who was to leave says to live there still.
    StillHere {
        /// The tenant change.
        change: TenantChangeId,
        /// Who of the client is told.
        staff: StaffId,
    },
    /// The home got another account while they lived there (law 8).
    AccountAdded {
        /// Who lives there.
        identity: IdentityId,
    },
    /// Somebody is to be a contact of a client, and proves the mailbox.
    ContactLink {
        /// Who.
        contact: ContactId,
    },
    /// A resident asked for another address of their own: its owner confirms it (PRODUCT 3.3).
    EmailConfirm {
        /// The address, which is not in force yet.
        link: EmailLinkId,
        /// With what it was asked.
        device: Device,
    },
    /// Another address came in the place of one that was proved, whose owner can take that back. It goes to the address that
    /// gave way.
    EmailReplaced {
        /// The address that gave way.
        link: EmailLinkId,
        /// With what it was done.
        device: Device,
    },
    /// There will be work on the service (PRODUCT 3.8). The address is looked up when it is sent.
    Maintenance {
        /// The notice.
        notice: MaintenanceId,
        /// Who lives in a home that it touches.
        identity: IdentityId,
    },
    /// Somebody who works on such a notice looks how it arrives.
    MaintenanceTest {
        /// The notice.
        notice: MaintenanceId,
        /// Who.
        staff: StaffId,
        /// In which language.
        language: Language,
    },
    /// Somebody asks the help desk for something: is it the owner of the account (PRODUCT 3.9)?
    CallerCheck {
        /// The case.
        case: HelpDeskCaseId,
    },
    /// What came of what a contact of a client asked by mail (PRODUCT 3.5). It goes to the stored address, in the same thread.
    RequestAnswer {
        /// The request, which was decided.
        request: LinkRequestId,
        /// It was proposed, because the account is in use.
        proposed: Option<ProposalId>,
        /// What became of that.
        ended: bool,
        /// With the letter for the resident.
        letter: bool,
    },
    /// The one neutral text for whoever else wrote: the same whether or not there is such an account.
    RequestReceived {
        /// One of the requests that the mail became.
        request: LinkRequestId,
    },
    /// A contact of a client is asked whether what was asked by mail is right.
    ContactAsk {
        /// Who is asked.
        contact: ContactId,
        /// What was asked by mail.
        request: LinkRequestId,
        /// What the contact decides about.
        question: Question,
    },
    /// Residents of a project wait to be told, by a client without service portal (PRODUCT 3.5): the link to their homes.
    ContactHandout {
        /// Whom it is sent to.
        contact: ContactId,
        /// The project.
        project: ProjectId,
    },
    /// A resident asked to correct or erase something, and the client has nobody in the service portal: a contact answers (PRODUCT 3.12).
    DataAsk {
        /// Who is asked.
        contact: ContactId,
        /// What the resident asked.
        request: DataRequestId,
    },
    /// A recovery code was used instead of the second factor.
    RecoveryCodeUsed {
        /// Whose.
        identity: IdentityId,
        /// With what.
        device: Device,
    },
}

impl Mail {
    /// Its lane.
    #[must_use]
    pub const fn lane(&self) -> Lane {
        match self {
            Self::Maintenance { .. } | Self::MaintenanceTest { .. } => Lane::Service,
            _ => Lane::Security,
        }
    }

    /// Its name in the outbox; never renamed.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Reset { .. } | Self::ResetAgain { .. } => "reset",
            Self::Names { .. } | Self::NamesOf { .. } => "names",
            Self::PasswordChanged { .. } => "password_changed",
            Self::PasskeyAdded { .. } => "passkey_added",
            Self::Invitation { .. } => "invitation",
            Self::FactorChanged { .. } => "factor_changed",
            Self::AddressProposed { .. } => "address_proposed",
            Self::HouseholdLeaves { .. } => "household_leaves",
            Self::StillHere { .. } => "still_here",
            Self::AccountAdded { .. } => "account_added",
            Self::ContactLink { .. } => "contact_link",
            Self::EmailConfirm { .. } => "email_confirm",
            Self::EmailReplaced { .. } => "email_replaced",
            Self::CallerCheck { .. } => "caller_check",
            Self::RequestAnswer { .. } => "request_answer",
            Self::RequestReceived { .. } => "request_received",
            Self::ContactAsk { .. } => "contact_ask",
            Self::ContactHandout { .. } => "contact_handout",
            Self::DataAsk { .. } => "data_ask",
            Self::RecoveryCodeUsed { .. } => "recovery_code_used",
            Self::Maintenance { .. } => "maintenance",
            Self::MaintenanceTest { .. } => "maintenance_test",
        }
    }

    /// The same without what was typed to ask for it.
    #[must_use]
    pub fn forgotten(&self) -> Self {
        let mut same = self.clone();
        if let Self::Reset { asked, .. } | Self::Names { asked, .. } = &mut same {
            asked.clear();
        }
        same
    }

    /// The same for a mail that was sent and came back: what it was asked with is forgotten, whose it was is known.
    #[must_use]
    pub fn once_more(&self, whose: IdentityId) -> Self {
        match self {
            Self::Reset { device, .. } => Self::ResetAgain { identity: whose, device: *device },
            other => other.clone(),
        }
    }

    /// True for what its reader asked for, a moment ago.
    #[must_use]
    pub const fn was_asked(&self) -> bool {
        matches!(
            self,
            Self::Reset { .. }
                | Self::ResetAgain { .. }
                | Self::Names { .. }
                | Self::NamesOf { .. }
                | Self::EmailConfirm { .. }
        )
    }

    /// As stored.
    ///
    /// # Errors
    /// When it cannot be written down; an intent is never lost in silence (law 12).
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// From what was stored.
    ///
    /// # Errors
    /// When it is no mail of this version.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}
