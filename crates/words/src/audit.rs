//! The words for what the log says: every act in a sentence behind who did it, who that was where nobody has a name, the door,
//! the reason, what was before and after.

use std::borrow::Cow;

use domain::audit::{Act, Door};
use domain::help_desk::Deed;
use domain::language::Language;
use domain::link_request::Refusal;
use domain::proposal;
use domain::retention::{Class, Why};
use domain::role::Role;
use domain::texts::Piece;
use domain::time::Day;

use crate::{Words, help_desk, key, link_request, retention, t, texts};

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
        Act::MailFrozen => key!("service-log-act-mail-frozen"),
        Act::MailReleased => key!("service-log-act-mail-released"),
        Act::OrganisationFrozen => key!("service-log-act-organisation-frozen"),
        Act::OrganisationReleased => key!("service-log-act-organisation-released"),
        Act::DeliveryChanged => key!("service-log-act-delivery-changed"),
        Act::StaffJoined => key!("service-log-act-staff-joined"),
        Act::FactorSet => key!("service-log-act-factor-set"),
        Act::RecoveryCodeUsed => key!("service-log-act-recovery-code-used"),
        Act::PasswordSet => key!("service-log-act-password-set"),
        Act::PasskeyAdded => key!("service-log-act-passkey-added"),
        Act::PasskeyRenamed => key!("service-log-act-passkey-renamed"),
        Act::PasskeyRemoved => key!("service-log-act-passkey-removed"),
        Act::EmailLinked => key!("service-log-act-email-linked"),
        Act::EmailChanged => key!("service-log-act-email-changed"),
        Act::EmailConfirmed => key!("service-log-act-email-confirmed"),
        Act::EmailAsked => key!("service-log-act-email-asked"),
        Act::EmailUndone => key!("service-log-act-email-undone"),
        Act::EmailRefused => key!("service-log-act-email-refused"),
        Act::LinksEnded => key!("service-log-act-links-ended"),
        Act::SessionStarted => key!("service-log-act-session-started"),
        Act::SessionEnded => key!("service-log-act-session-ended"),
        Act::DevicesSignedOut => key!("service-log-act-devices-signed-out"),
        Act::LanguageChosen => key!("service-log-act-language-chosen"),
        Act::AccountCreated => key!("service-log-act-account-created"),
        Act::HomeCompleted => key!("service-log-act-home-completed"),
        Act::HomeChanged => key!("service-log-act-home-changed"),
        Act::AccountEnded => key!("service-log-act-account-ended"),
        Act::ListUploaded => key!("service-log-act-list-uploaded"),
        Act::ListDiscarded => key!("service-log-act-list-discarded"),
        Act::RowUndone => key!("service-log-act-row-undone"),
        Act::FaultsListed => key!("service-log-act-faults-listed"),
        Act::LettersMade => key!("service-log-act-letters-made"),
        Act::LettersPrinted => key!("service-log-act-letters-printed"),
        Act::WorkListSent => key!("service-log-act-work-list-sent"),
        Act::ImportConfirmed => key!("service-log-act-import-confirmed"),
        Act::ImportApplied => key!("service-log-act-import-applied"),
        Act::MailRetried => key!("service-log-act-mail-retried"),
        Act::UsernamesListed => key!("service-log-act-usernames-listed"),
        Act::HandedOut => key!("service-log-act-handed-out"),
        Act::HandoutUndone => key!("service-log-act-handout-undone"),
        Act::TenantChangePlanned => key!("service-log-act-change-planned"),
        Act::TenantChangeCancelled => key!("service-log-act-change-cancelled"),
        Act::TenantChangeDone => key!("service-log-act-change-done"),
        Act::TenantChangeUndone => key!("service-log-act-change-undone"),
        Act::StillHere => key!("service-log-act-still-here"),
        Act::OccupancyReopened => key!("service-log-act-occupancy-reopened"),
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
        Act::TextChanged => key!("service-log-act-text-changed"),
        Act::TextRemoved => key!("service-log-act-text-removed"),
        Act::KeyMade => key!("service-log-act-key-made"),
        Act::KeyRevoked => key!("service-log-act-key-revoked"),
        Act::LogoChanged => key!("service-log-act-logo-changed"),
        Act::LogoRemoved => key!("service-log-act-logo-removed"),
        Act::ContactEntered => key!("service-log-act-contact-entered"),
        Act::ContactMailedAgain => key!("service-log-act-contact-again"),
        Act::ContactProven => key!("service-log-act-contact-proven"),
        Act::ContactEnded => key!("service-log-act-contact-ended"),
        Act::FactorLost => key!("service-log-act-factor-lost"),
        Act::HomeMovedAway => key!("service-log-act-moved-away"),
        Act::HomeMovedHere => key!("service-log-act-moved-here"),
        Act::HomesSeen => key!("service-log-act-homes-seen"),
        Act::LogRead => key!("service-log-act-log-read"),
        Act::DetailErased => key!("service-log-act-detail-erased"),
        Act::DataTaken => key!("service-log-act-data-taken"),
        Act::DataRequested => key!("service-log-act-data-requested"),
        Act::DataAnswered => key!("service-log-act-data-answered"),
        Act::MaintenanceWritten => key!("service-log-act-maintenance-written"),
        Act::MaintenanceProposed => key!("service-log-act-maintenance-proposed"),
        Act::MaintenanceGivenBack => key!("service-log-act-maintenance-given-back"),
        Act::MaintenanceApproved => key!("service-log-act-maintenance-approved"),
        Act::MaintenancePaused => key!("service-log-act-maintenance-paused"),
        Act::MaintenanceResumed => key!("service-log-act-maintenance-resumed"),
        Act::MaintenanceStopped => key!("service-log-act-maintenance-stopped"),
        Act::MaintenanceDone => key!("service-log-act-maintenance-done"),
        Act::RequestAsked => key!("service-log-act-request-asked"),
        Act::RequestAccepted => key!("service-log-act-request-accepted"),
        Act::RequestRefused => key!("service-log-act-request-refused"),
        Act::RequestsSeen => key!("service-log-act-requests-seen"),
        Act::TermChanged => key!("service-log-act-term-changed"),
        Act::HoldSet => key!("service-log-act-hold-set"),
        Act::HoldEnded => key!("service-log-act-hold-ended"),
        Act::IncidentAsked => key!("service-log-act-incident-asked"),
        Act::IncidentListed => key!("service-log-act-incident-listed"),
        Act::DeskLookedOften => key!("service-log-act-desk-looked-often"),
        Act::DeskCaseOpened => key!("service-log-act-desk-case-opened"),
        Act::DeskCaseProven => key!("service-log-act-desk-case-proven"),
        Act::DeskProofMissed => key!("service-log-act-desk-proof-missed"),
        Act::DeskCaseDenied => key!("service-log-act-desk-case-denied"),
        Act::DeskCaseDone => key!("service-log-act-desk-case-done"),
        Act::DeskCaseClosed => key!("service-log-act-desk-case-closed"),
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
        Door::Api => key!("service-log-door-api"),
    }
}

/// The key of a kind of actor that has no name, or whose name is not for the reader.
#[must_use]
pub fn actor(kind: &str) -> &'static str {
    match kind {
        "resident" => key!("service-log-who-resident"),
        "key" => key!("service-log-who-key"),
        "contact" => key!("service-log-who-contact"),
        "server" => key!("service-log-who-server"),
        "job" => key!("service-log-who-job"),
        "anonymous" => key!("service-log-who-anonymous"),
        _ => key!("service-log-who-staff"),
    }
}

/// The key of a reason; none for a word that is not known here, which then stands for itself.
fn reason(word: &str) -> Option<&'static str> {
    let known = proposal::Reason::parse(word).map(decided).or_else(|| list_or_tenant(word));
    known.or_else(|| Refusal::parse(word).map(link_request::refusal)).or_else(|| {
        Some(match word {
            "review" => key!("service-log-why-review"),
            "same-residents" => key!("service-log-why-same-residents"),
            "second-person" => key!("service-log-why-second-person"),
            "proposals" => key!("service-log-why-proposals"),
            "address" | "change-address" => key!("service-log-why-change-address"),
            "access" => key!("service-log-why-access"),
            "by-hand" => key!("service-log-why-by-hand"),
            "second" => key!("service-log-why-second"),
            "many-changes" => key!("service-log-why-many-changes"),
            "reopen" => key!("service-log-why-reopen"),
            "contact" => key!("service-log-why-contact"),
            "lost-factor" => key!("service-log-why-lost-factor"),
            "move-homes" => key!("service-log-why-move-homes"),
            "data-requests" => key!("service-log-why-data-requests"),
            "help-desk" => key!("service-log-why-help-desk"),
            "help-desk-list" => key!("service-log-why-help-desk-list"),
            "correction" => key!("service-log-why-correction"),
            "erasure" => key!("service-log-why-erasure"),
            "done" => key!("service-request-done"),
            "partly" => key!("service-request-partly"),
            "refused-right" => key!("service-request-right"),
            "refused-needed" => key!("service-request-needed"),
            "refused-law" => key!("service-request-law"),
            "refused-not-theirs" => key!("service-request-not-theirs"),
            "passkey" => key!("service-log-why-passkey"),
            "own" => key!("service-log-why-own"),
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
            "one-leaves" => key!("service-log-why-one-leaves"),
            "number" => key!("service-log-why-number"),
            "code" => key!("service-log-why-code"),
            _ => return Piece::parse(word).map(texts::name).or_else(|| Deed::parse(word).map(help_desk::deed)),
        })
    })
}

/// Which data a term is about, or why something is held.
fn kept(word: &str) -> Option<&'static str> {
    if let Some(class) = word.strip_prefix("term-") {
        return Class::parse(class).map(retention::class);
    }
    word.strip_prefix("hold-").and_then(Why::parse).map(retention::hold)
}

/// Which homes, or what happens in one.
fn list_or_tenant(word: &str) -> Option<&'static str> {
    Some(match word {
        "all" => key!("service-log-why-all"),
        "search" => key!("service-log-why-search"),
        "one" | "home" => key!("service-log-why-one"),
        "post" => key!("service-log-why-post"),
        "no-address" => key!("service-log-why-no-address"),
        "bounced" => key!("service-log-why-bounced"),
        "not-told" => key!("service-log-why-not-told"),
        "no-reset-asked" => key!("service-log-why-no-reset"),
        "never-signed-in" => key!("service-log-why-never-signed-in"),
        "new-tenant" => key!("service-log-why-new-tenant"),
        "vacant" => key!("service-log-why-vacant"),
        "arrival" => key!("service-log-why-arrival"),
        "death" => key!("service-log-why-death"),
        "eviction" => key!("service-log-why-eviction"),
        "sold" => key!("service-log-why-sold"),
        "reopened" => key!("service-log-why-reopened"),
        _ => return None,
    })
}

/// Why a proposal ended, as its own page says it. A home is also looked at for a tenant change.
const fn decided(reason: proposal::Reason) -> &'static str {
    match reason {
        proposal::Reason::WrongAddress => key!("proposal-reason-wrong"),
        proposal::Reason::NotAsked => key!("proposal-reason-not-asked"),
        proposal::Reason::ByResident => key!("proposal-reason-by-resident"),
        proposal::Reason::NoMistake => key!("proposal-reason-no-mistake"),
        proposal::Reason::NotRight => key!("proposal-reason-not-right"),
        proposal::Reason::Objection => key!("proposal-reason-objection"),
        proposal::Reason::TooLate => key!("proposal-reason-too-late"),
        proposal::Reason::Overtaken => key!("proposal-reason-overtaken"),
        proposal::Reason::TenantChange => key!("service-log-why-change"),
        proposal::Reason::Waited => key!("proposal-reason-waited"),
    }
}

impl Words {
    /// Why, as the log keeps it. A word that is not known here stands for itself.
    #[must_use]
    pub fn why(self, word: &str) -> Cow<'_, str> {
        if let Some((from, to)) = word.split_once("-to-")
            && let (Ok(from), Ok(to)) = (from.parse(), to.parse())
        {
            return t!(self, "service-log-why-role", from = self.t(role_name(from)), to = self.t(role_name(to)));
        }
        kept(word).or_else(|| reason(word)).map_or(Cow::Borrowed(word), |key| self.t(key))
    }

    /// What was before and after, as the log keeps it: days, roles and who proposed it in words.
    #[must_use]
    pub fn detail(self, kept: &str) -> String {
        let parts: Vec<String> = kept.split(", ").map(|part| self.detail_part(part)).collect();
        parts.join(", ")
    }

    /// How many addresses change in one act.
    #[must_use]
    pub fn addresses(self, count: u64) -> String {
        t!(self, "service-log-addresses", count = count).into_owned()
    }

    fn detail_part(self, part: &str) -> String {
        if let Some(who) = part.strip_prefix("proposed by ") {
            let who = if who == "server" { self.t(actor(who)) } else { who.into() };
            return t!(self, "service-log-proposed-by", who = who).into_owned();
        }
        if let Some(count) = part.strip_suffix(" addresses").and_then(|count| count.parse::<u64>().ok()) {
            return self.addresses(count);
        }
        if let Some(count) = part.strip_suffix(" homes").and_then(|count| count.parse::<u64>().ok()) {
            return t!(self, "service-log-homes", count = count).into_owned();
        }
        // The address stands beside it, unmasked: the line is about them.
        if let Some(role) = part.split_once(" as ").and_then(|(_, role)| role.parse().ok()) {
            return t!(self, "service-log-as-role", role = self.t(role_name(role))).into_owned();
        }
        if let Some((count, what)) = part.split_once(' ').and_then(|(n, what)| Some((n.parse::<u32>().ok()?, what))) {
            match what {
                "stay" => return t!(self, "service-log-stay", count = count).into_owned(),
                "ended" => return t!(self, "service-log-ended", count = count).into_owned(),
                _ => {}
            }
        }
        if let Some((before, after)) = part.split_once(" → ").and_then(|(a, b)| Some((days(a)?, days(b)?))) {
            let said = |count: u32| t!(self, "time-days", count = count);
            return format!("{} → {}", said(before), said(after));
        }
        if let Some(language) = part.strip_prefix("language ").and_then(Language::parse) {
            return t!(language, "common-language").into_owned();
        }
        if let Some((before, after)) = part.split_once(" → ")
            && let (Some(before), Some(after)) = (whose_text(before), whose_text(after))
        {
            return format!("{} → {}", self.t(before), self.t(after));
        }
        match part.split_once(' ').and_then(|(word, day)| Some((word, self.day(Day::parse(day).ok()?)))) {
            Some(("last", day)) => t!(self, "service-log-last-day", day = day).into_owned(),
            Some(("first", day)) => t!(self, "service-log-first-day", day = day).into_owned(),
            Some(("entered", day)) => t!(self, "service-log-entered-day", day = day).into_owned(),
            _ => part.to_owned(),
        }
    }
}

/// How many days.
fn days(part: &str) -> Option<u32> {
    part.strip_suffix(" days")?.parse().ok()
}

/// An own text of a client, or the standard.
fn whose_text(word: &str) -> Option<&'static str> {
    match word {
        "own text" => Some(key!("service-log-text-own")),
        "standard text" => Some(key!("service-log-text-standard")),
        _ => None,
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
        assert_eq!(nl.detail("12 addresses, proposed by c@z.nl"), "12 e-mailadressen, voorgesteld door c@z.nl");
        assert_eq!(nl.detail("a…@x.nl → b…@y.nl, proposed by c@z.nl"), "a…@x.nl → b…@y.nl, voorgesteld door c@z.nl");
        assert_eq!(
            nl.detail("last 2026-11-30, entered 2026-11-23, b…@y.nl"),
            "laatste dag maandag 30 november 2026, ingevoerd op maandag 23 november 2026, b…@y.nl"
        );
        assert_eq!(nl.detail("language en, standard text → own text"), "English, standaard → eigen tekst");
        assert_eq!(nl.detail("a…@x.nl as clerk"), "als Medewerker");
        assert_eq!(nl.detail("2 stay, 1 ended"), "2 blijven, 1 beëindigd");
        assert_eq!(nl.detail("1 stay, 0 ended"), "1 blijft, 0 beëindigd");
        assert_eq!(nl.why("clerk-to-org-admin"), "van Medewerker naar Beheerder");
        assert_eq!((nl.why("review"), nl.why("x-to-y")), ("bij de jaarlijkse controle".into(), "x-to-y".into()));
        assert_eq!(nl.detail("last of all, as it was"), "last of all, as it was", "what is not ours stays as it is");
    }
}
