//! The words for what the log says: every act in a sentence behind who did it, who that was where nobody has a name, the door,
//! the reason, what was before and after.

use domain::audit::{Act, Door};
use domain::role::Role;
use domain::time::Day;

use crate::{Words, key, t};

/// The key of an act: a sentence without its subject, behind the name of who did it.
#[must_use]
pub const fn act(act: Act) -> &'static str {
    match act {
        Act::OrganisationAdded => key!("service-log-act-organisation-added"),
        Act::ProjectAdded => key!("service-log-act-project-added"),
        Act::StaffInvited => key!("service-log-act-staff-invited"),
        Act::StaffInvitedAgain => key!("service-log-act-staff-invited-again"),
        Act::InvitationWithdrawn => key!("service-log-act-invitation-withdrawn"),
        Act::StaffRoleChanged => key!("service-log-act-staff-role-changed"),
        Act::StaffProjectsChanged => key!("service-log-act-staff-projects-changed"),
        Act::StaffEnded => key!("service-log-act-staff-ended"),
        Act::RightsReviewed => key!("service-log-act-rights-reviewed"),
        Act::OrganisationFrozen => key!("service-log-act-organisation-frozen"),
        Act::OrganisationReleased => key!("service-log-act-organisation-released"),
        Act::DeliveryChanged => key!("service-log-act-delivery-changed"),
        Act::StaffJoined => key!("service-log-act-staff-joined"),
        Act::FactorSet => key!("service-log-act-factor-set"),
        Act::RecoveryCodeUsed => key!("service-log-act-recovery-code-used"),
        Act::PasswordSet => key!("service-log-act-password-set"),
        Act::EmailLinked => key!("service-log-act-email-linked"),
        Act::EmailChanged => key!("service-log-act-email-changed"),
        Act::EmailConfirmed => key!("service-log-act-email-confirmed"),
        Act::EmailRefused => key!("service-log-act-email-refused"),
        Act::LinksEnded => key!("service-log-act-links-ended"),
        Act::SessionStarted => key!("service-log-act-session-started"),
        Act::SessionEnded => key!("service-log-act-session-ended"),
        Act::AccountCreated => key!("service-log-act-account-created"),
        Act::HomeCompleted => key!("service-log-act-home-completed"),
        Act::ListUploaded => key!("service-log-act-list-uploaded"),
        Act::ListDiscarded => key!("service-log-act-list-discarded"),
        Act::RowUndone => key!("service-log-act-row-undone"),
        Act::FaultsListed => key!("service-log-act-faults-listed"),
        Act::LettersMade => key!("service-log-act-letters-made"),
        Act::LettersPrinted => key!("service-log-act-letters-printed"),
        Act::ImportConfirmed => key!("service-log-act-import-confirmed"),
        Act::ImportApplied => key!("service-log-act-import-applied"),
        Act::MailRetried => key!("service-log-act-mail-retried"),
        Act::UsernamesListed => key!("service-log-act-usernames-listed"),
        Act::HandedOut => key!("service-log-act-handed-out"),
        Act::HandoutUndone => key!("service-log-act-handout-undone"),
        Act::TenantChangePlanned => key!("service-log-act-change-planned"),
        Act::TenantChangeCancelled => key!("service-log-act-change-cancelled"),
        Act::TenantChangeDone => key!("service-log-act-change-done"),
        Act::OccupancyEnded => key!("service-log-act-occupancy-ended"),
        Act::GapFound => key!("service-log-act-gap-found"),
        Act::EmailRemoved => key!("service-log-act-email-removed"),
        Act::ProposalMade => key!("service-log-act-proposal-made"),
        Act::ProposalApproved => key!("service-log-act-proposal-approved"),
        Act::ProposalRefused => key!("service-log-act-proposal-refused"),
        Act::ProposalWithdrawn => key!("service-log-act-proposal-withdrawn"),
        Act::ProposalExpired => key!("service-log-act-proposal-expired"),
        Act::ProposalObjected => key!("service-log-act-proposal-objected"),
        Act::AccessRevoked => key!("service-log-act-access-revoked"),
        Act::HomesSeen => key!("service-log-act-homes-seen"),
        Act::LogRead => key!("service-log-act-log-read"),
        Act::DetailErased => key!("service-log-act-detail-erased"),
    }
}

/// The key of a door.
#[must_use]
pub const fn door(door: Door) -> &'static str {
    match door {
        Door::Page => key!("service-log-door-page"),
        Door::CommandLine => key!("service-log-door-command-line"),
        Door::Mail => key!("service-log-door-mail"),
        Door::Job => key!("service-log-door-job"),
    }
}

/// The key of a kind of actor that has no name, or whose name is not for the reader.
#[must_use]
pub fn actor(kind: &str) -> &'static str {
    match kind {
        "resident" => key!("service-log-who-resident"),
        "server" => key!("service-log-who-server"),
        "job" => key!("service-log-who-job"),
        "anonymous" => key!("service-log-who-anonymous"),
        _ => key!("service-log-who-staff"),
    }
}

/// The key of a reason; none for a word that is not known here, which then stands for itself.
#[must_use]
pub fn reason(word: &str) -> Option<&'static str> {
    Some(match word {
        "all" => key!("service-log-why-all"),
        "search" => key!("service-log-why-search"),
        "one" => key!("service-log-why-one"),
        "no-address" => key!("service-log-why-no-address"),
        "bounced" => key!("service-log-why-bounced"),
        "not-told" => key!("service-log-why-not-told"),
        "no-reset-asked" => key!("service-log-why-no-reset"),
        "never-signed-in" => key!("service-log-why-never-signed-in"),
        "tenant-change" => key!("service-log-why-change"),
        "new-tenant" => key!("service-log-why-new-tenant"),
        "vacant" => key!("service-log-why-vacant"),
        "arrival" => key!("service-log-why-arrival"),
        "death" => key!("service-log-why-death"),
        "eviction" => key!("service-log-why-eviction"),
        "reset" => key!("service-log-why-reset"),
        "username" => key!("service-log-why-username"),
        "instruction" => key!("service-log-why-instruction"),
        "both" => key!("service-log-why-both"),
        "new" => key!("service-log-why-new"),
        "changed" => key!("service-log-why-changed"),
        "unchanged" => key!("service-log-why-unchanged"),
        "page" => key!("service-log-why-page"),
        "csv" => key!("service-log-why-csv"),
        "json" => key!("service-log-why-json"),
        "retention" => key!("service-log-why-retention"),
        _ => return None,
    })
}

impl Words {
    /// What was before and after, as the log keeps it: days, roles and who proposed it in words.
    #[must_use]
    pub fn detail(self, kept: &str) -> String {
        let parts: Vec<String> = kept.split(", ").map(|part| self.detail_part(part)).collect();
        parts.join(", ")
    }

    fn detail_part(self, part: &str) -> String {
        if let Some(who) = part.strip_prefix("proposed by ") {
            return t!(self, "service-log-proposed-by", who = who).into_owned();
        }
        if let Some((address, role)) = part.split_once(" as ")
            && let Ok(role) = role.parse::<Role>()
        {
            let role = self.t(role_name(role));
            return t!(self, "service-log-as-role", address = address, role = role).into_owned();
        }
        match part.split_once(' ').and_then(|(word, day)| Some((word, self.day(Day::parse(day).ok()?)))) {
            Some(("last", day)) => t!(self, "service-log-last-day", day = day).into_owned(),
            Some(("first", day)) => t!(self, "service-log-first-day", day = day).into_owned(),
            Some(("entered", day)) => t!(self, "service-log-entered-day", day = day).into_owned(),
            _ => part.to_owned(),
        }
    }
}

const fn role_name(role: Role) -> &'static str {
    match role {
        Role::Clerk => key!("staff-role-clerk"),
        Role::OrgAdmin => key!("staff-role-org-admin"),
        Role::Support => key!("staff-role-support"),
        Role::ProjectLead => key!("staff-role-project-lead"),
        Role::OperatorAdmin => key!("staff-role-operator-admin"),
        Role::Auditor => key!("staff-role-auditor"),
    }
}

#[cfg(test)]
mod tests {
    use domain::language::Language;
    use std::collections::BTreeSet;

    use super::*;

    /// An act without words would stand as its key on the page; two acts with the same words could not be told apart.
    #[test]
    fn every_act_and_every_door_has_a_sentence_of_its_own() {
        for language in Language::ALL {
            let w = Words::of(language);
            let acts: BTreeSet<String> = Act::ALL.iter().map(|it| w.t(act(*it)).into_owned()).collect();
            let doors: BTreeSet<String> = Door::ALL.iter().map(|it| w.t(door(*it)).into_owned()).collect();
            assert_eq!((acts.len(), doors.len()), (Act::ALL.len(), Door::ALL.len()), "{}", language.code());
            for said in acts.iter().chain(&doors) {
                assert!(!said.contains("service-log") && !said.contains('_'), "{said}");
            }
            for said in &acts {
                assert!(said.ends_with('.') && said.contains(' '), "a sentence: {said}");
            }
        }
    }

    #[test]
    fn what_was_before_and_after_reads_as_words() {
        let nl = Words::of(Language::Nl);
        assert_eq!(nl.detail("a…@x.nl"), "a…@x.nl");
        assert_eq!(nl.detail("a…@x.nl → b…@y.nl, proposed by c@z.nl"), "a…@x.nl → b…@y.nl, voorgesteld door c@z.nl");
        assert_eq!(
            nl.detail("last 2026-11-30, entered 2026-11-23, b…@y.nl"),
            "laatste dag maandag 30 november 2026, ingevoerd op maandag 23 november 2026, b…@y.nl"
        );
        assert_eq!(nl.detail("a…@x.nl as clerk"), format!("a…@x.nl als {}", nl.t("staff-role-clerk")));
        assert_eq!(nl.detail("last of all, as it was"), "last of all, as it was", "what is not ours stays as it is");
    }
}
