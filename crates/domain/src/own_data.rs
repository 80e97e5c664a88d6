//! What residents are told of the log (PRODUCT 3.12): what was done to them, by them, and to their account and home while they
//! live there. A line about an account or a home may be about who lived there before (law 6): each act says here when it is told.

use crate::audit::Act;
use crate::proposal;
use crate::tenant_change::Kind;
use crate::time::Time;

/// When residents are told of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// When it was done to their account or home while they live there, or to or by themselves.
    Here,
    /// The same, but what brought them there is not theirs: only when it was done later.
    Later,
    /// When it was done to or by themselves.
    Themselves,
    /// Never: it is not about one household, or is told otherwise (the days of a handout, how a proposal ended, the answer to a request), or may be about
    /// who lived there before or comes after.
    Never,
}

/// When residents are told of an act.
#[must_use]
pub const fn told(act: Act) -> Told {
    match act {
        Act::EmailLinked
        | Act::EmailChanged
        | Act::EmailRemoved
        | Act::EmailConfirmed
        | Act::EmailUndone
        | Act::AccountCreated
        | Act::HomeCompleted
        | Act::HomeChanged
        | Act::OccupancyReopened
        | Act::ProposalMade
        | Act::ProposalObjected
        | Act::AccessRevoked
        | Act::HomeMovedHere
        | Act::HomesSeen
        | Act::DeskCaseOpened
        | Act::DeskCaseProven
        | Act::DeskProofMissed
        | Act::DeskCaseDenied
        | Act::DeskCaseDone
        | Act::DeskCaseClosed
        | Act::LogRead => Told::Here,
        Act::TenantChangePlanned | Act::TenantChangeCancelled => Told::Later,
        Act::PasswordSet
        | Act::PasskeyAdded
        | Act::PasskeyRenamed
        | Act::PasskeyRemoved
        | Act::EmailAsked
        | Act::EmailRefused
        | Act::LinksEnded
        | Act::SessionStarted
        | Act::SessionEnded
        | Act::DevicesSignedOut
        | Act::LanguageChosen
        | Act::DataTaken
        | Act::DataRequested => Told::Themselves,
        Act::OrganisationAdded
        | Act::ProjectAdded
        | Act::StaffInvited
        | Act::StaffJoined
        | Act::StaffInvitedAgain
        | Act::InvitationWithdrawn
        | Act::StaffRoleChanged
        | Act::StaffProjectsChanged
        | Act::StaffEnded
        | Act::RightsReviewed
        | Act::OrganisationFrozen
        | Act::MailFrozen
        | Act::MailReleased
        | Act::OrganisationReleased
        | Act::DeliveryChanged
        | Act::FactorSet
        | Act::RecoveryCodeUsed
        | Act::AccountEnded
        | Act::ListUploaded
        | Act::ListDiscarded
        | Act::RowUndone
        | Act::FaultsListed
        | Act::LettersMade
        | Act::LettersPrinted
        | Act::WorkListSent
        | Act::ImportConfirmed
        | Act::ImportApplied
        | Act::MailRetried
        | Act::UsernamesListed
        | Act::HandedOut
        | Act::HandoutUndone
        | Act::TenantChangeDone
        | Act::TenantChangeUndone
        | Act::StillHere
        | Act::OccupancyEnded
        | Act::GapFound
        | Act::DetailErased
        | Act::ProposalApproved
        | Act::ProposalRefused
        | Act::ProposalWithdrawn
        | Act::ProposalExpired
        | Act::TextChanged
        | Act::TextRemoved
        | Act::KeyMade
        | Act::KeyRevoked
        | Act::LogoChanged
        | Act::LogoRemoved
        | Act::ContactEntered
        | Act::ContactMailedAgain
        | Act::ContactProven
        | Act::ContactEnded
        | Act::FactorLost
        | Act::HomeMovedAway
        | Act::TermChanged
        | Act::HoldSet
        | Act::HoldEnded
        | Act::IncidentAsked
        | Act::IncidentListed
        | Act::DataAnswered
        | Act::MaintenanceWritten
        | Act::MaintenanceProposed
        | Act::MaintenanceGivenBack
        | Act::MaintenanceApproved
        | Act::MaintenancePaused
        | Act::MaintenanceResumed
        | Act::MaintenanceStopped
        | Act::MaintenanceDone
        | Act::DeskLookedOften
        | Act::RequestAsked
        | Act::RequestAccepted
        | Act::RequestRefused
        | Act::RequestsSeen => Told::Never,
    }
}

/// Whether a line is told to who lives there `since`. It is about themselves, or about their account or home.
#[must_use]
pub fn is_told(act: Act, reason: Option<&str>, (about_them, at): (bool, Time), since: Time) -> bool {
    let of_them = match act {
        // The address of who comes next is linked while the others still live there.
        Act::EmailLinked => reason.and_then(Kind::parse).is_none(),
        // Nobody is told of a death.
        Act::TenantChangePlanned | Act::TenantChangeCancelled => reason.and_then(Kind::parse).is_none_or(Kind::tells),
        // That those who left should come back is not about who lives there.
        Act::ProposalMade => reason == Some(proposal::Kind::ChangeAddress.as_str()),
        _ => true,
    };
    of_them
        && match told(act) {
            Told::Here => about_them || at >= since,
            Told::Later => about_them || at > since,
            Told::Themselves => about_them,
            Told::Never => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SINCE: Time = Time::from_micros(1_795_438_980_000_000);
    const BEFORE: Time = Time::from_micros(1_795_438_979_999_999);
    const AFTER: Time = Time::from_micros(1_795_438_980_000_001);

    fn of_home(act: Act, reason: Option<&str>, at: Time) -> bool {
        is_told(act, reason, (false, at), SINCE)
    }

    #[test]
    fn nothing_of_before_is_told() {
        for act in Act::ALL {
            assert!(!of_home(*act, None, BEFORE), "{act}");
        }
    }

    #[test]
    fn what_ends_or_brings_others_is_never_told_of_a_home() {
        for act in [Act::OccupancyEnded, Act::GapFound, Act::TenantChangeDone, Act::StillHere, Act::HandedOut] {
            assert!(!of_home(act, None, AFTER), "{act}");
        }
        assert!(!of_home(Act::EmailLinked, Some("new-tenant"), AFTER), "of who comes next");
        assert!(!of_home(Act::ProposalMade, Some("reopen"), AFTER), "of who left");
        assert!(!of_home(Act::TenantChangePlanned, None, SINCE), "what brought them");
    }

    #[test]
    fn what_happens_to_them_is_told() {
        for act in [Act::HomesSeen, Act::EmailLinked, Act::AccessRevoked, Act::LogRead] {
            assert!(of_home(act, None, SINCE), "{act}");
        }
        assert!(of_home(Act::TenantChangePlanned, Some("vacant"), AFTER));
        assert!(!of_home(Act::TenantChangePlanned, Some("death"), AFTER), "nobody is told of a death");
        assert!(!of_home(Act::SessionStarted, None, AFTER), "only their own");
        assert!(is_told(Act::SessionStarted, None, (true, BEFORE), SINCE));
    }
}
