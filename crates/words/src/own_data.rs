//! The words in which residents are told of the log: an act in a sentence behind who did it, without the words of the trade.

use domain::audit::Act;

use crate::key;

/// The key of an act that residents are told of; none for the others.
#[must_use]
pub const fn act(act: Act) -> Option<&'static str> {
    Some(match act {
        Act::EmailLinked => key!("own-data-act-email-linked"),
        Act::EmailChanged => key!("own-data-act-email-changed"),
        Act::EmailRemoved => key!("own-data-act-email-removed"),
        Act::EmailConfirmed => key!("own-data-act-email-confirmed"),
        Act::EmailUndone => key!("own-data-act-email-undone"),
        Act::EmailAsked => key!("own-data-act-email-asked"),
        Act::EmailRefused => key!("own-data-act-email-refused"),
        Act::AccountCreated => key!("own-data-act-account-created"),
        Act::HomeCompleted => key!("own-data-act-home-completed"),
        Act::HomeChanged => key!("own-data-act-home-changed"),
        Act::HomeMovedHere => key!("own-data-act-home-moved"),
        Act::HomesSeen => key!("own-data-act-homes-seen"),
        Act::LogRead => key!("own-data-act-log-read"),
        Act::DeskCaseOpened => key!("own-data-act-case-opened"),
        Act::DeskCaseProven => key!("own-data-act-case-proven"),
        Act::DeskProofMissed => key!("own-data-act-proof-missed"),
        Act::DeskCaseDenied => key!("own-data-act-case-denied"),
        Act::DeskCaseDone => key!("own-data-act-case-done"),
        Act::DeskCaseClosed => key!("own-data-act-case-closed"),
        Act::OccupancyReopened => key!("own-data-act-reopened"),
        Act::TenantChangePlanned => key!("own-data-act-leaving-planned"),
        Act::TenantChangeCancelled => key!("own-data-act-leaving-cancelled"),
        Act::ProposalMade => key!("own-data-act-proposal-made"),
        Act::ProposalObjected => key!("own-data-act-proposal-objected"),
        Act::AccessRevoked => key!("own-data-act-access-revoked"),
        Act::PasswordSet => key!("own-data-act-password-set"),
        Act::PasskeyAdded => key!("own-data-act-passkey-added"),
        Act::PasskeyRenamed => key!("own-data-act-passkey-renamed"),
        Act::PasskeyRemoved => key!("own-data-act-passkey-removed"),
        Act::LinksEnded => key!("own-data-act-links-ended"),
        Act::SessionStarted => key!("own-data-act-session-started"),
        Act::SessionEnded => key!("own-data-act-session-ended"),
        Act::DevicesSignedOut => key!("own-data-act-devices-signed-out"),
        Act::LanguageChosen => key!("own-data-act-language-chosen"),
        Act::DataTaken => key!("own-data-act-data-taken"),
        Act::DataRequested => key!("own-data-act-data-requested"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use domain::own_data::{Told, told};

    use super::*;

    /// An act that is told without words would stand on the page as nothing.
    #[test]
    fn exactly_what_is_told_has_words() {
        for it in Act::ALL {
            assert_eq!(act(*it).is_some(), told(*it) != Told::Never, "{it}");
        }
    }
}
