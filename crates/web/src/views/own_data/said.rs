//! The fixed words of what is kept, as residents read them.

use domain::first_login::Proof;
use domain::first_login::progress::Step;
use domain::proposal;
use domain::tenant_change::{Kind, State};

/// How sure an address is.
pub(super) const fn proof(proof: Proof) -> &'static str {
    match proof {
        Proof::Proposed => words::key!("own-data-proof-proposed"),
        Proof::Linked => words::key!("own-data-proof-linked"),
        Proof::Confirmed => words::key!("own-data-proof-confirmed"),
        Proof::Ended => words::key!("own-data-proof-ended"),
    }
}

/// Whether mail arrives.
pub(super) fn delivery(word: &str) -> &'static str {
    match word {
        "hard" => words::key!("own-data-delivery-hard"),
        "soft" => words::key!("own-data-delivery-soft"),
        _ => words::key!("own-data-delivery-ok"),
    }
}

/// Which mail.
pub(super) fn mail(kind: &str) -> &'static str {
    match kind {
        "reset" => words::key!("own-data-mail-reset"),
        "names" => words::key!("own-data-mail-names"),
        "password_changed" => words::key!("own-data-mail-password"),
        "passkey_added" => words::key!("own-data-mail-passkey"),
        "address_proposed" => words::key!("own-data-mail-proposed"),
        "household_leaves" => words::key!("own-data-mail-leaves"),
        "account_added" => words::key!("own-data-mail-account"),
        "email_confirm" => words::key!("own-data-mail-confirm"),
        "email_replaced" => words::key!("own-data-mail-replaced"),
        _ => words::key!("own-data-mail-other"),
    }
}

/// How far a mail has come.
pub(super) fn mail_state(word: &str) -> &'static str {
    match word {
        "waiting" => words::key!("own-data-mail-waiting"),
        "sent" => words::key!("own-data-mail-sent"),
        "merged" => words::key!("own-data-mail-merged"),
        "dropped" => words::key!("own-data-mail-dropped"),
        _ => words::key!("own-data-mail-dead"),
    }
}

/// What was done so that somebody could sign in.
pub(super) const fn step(step: Step) -> &'static str {
    match step {
        Step::AddressReceived => words::key!("own-data-step-address"),
        Step::Processed => words::key!("own-data-step-processed"),
        Step::ListReturned => words::key!("own-data-step-list"),
        Step::UsernameHandedOut => words::key!("own-data-step-username"),
        Step::InstructionHandedOut => words::key!("own-data-step-instruction"),
        Step::ResetAsked => words::key!("own-data-step-asked"),
        Step::MailAccepted => words::key!("own-data-step-mail"),
        Step::PasswordSet => words::key!("own-data-step-password"),
        Step::SignedIn => words::key!("own-data-step-signed-in"),
    }
}

/// Why somebody leaves.
pub(super) const fn leaving(kind: Kind) -> &'static str {
    match kind {
        Kind::NewTenant => words::key!("own-data-leaving-new"),
        Kind::Vacant | Kind::Arrival => words::key!("own-data-leaving-vacant"),
        Kind::Death => words::key!("own-data-leaving-death"),
        Kind::Eviction => words::key!("own-data-leaving-eviction"),
        Kind::Sold => words::key!("own-data-leaving-sold"),
        Kind::Reopened => words::key!("own-data-leaving-mistake"),
    }
}

/// How far that has come.
pub(super) const fn leaving_state(state: State) -> &'static str {
    match state {
        State::Planned => words::key!("own-data-leaving-is-planned"),
        State::Done => words::key!("own-data-leaving-is-done"),
        State::Cancelled => words::key!("own-data-leaving-is-cancelled"),
    }
}

/// What was proposed.
pub(super) fn proposed(word: &str) -> &'static str {
    if word == proposal::Kind::ChangeAddress.as_str() {
        words::key!("own-data-proposal-address")
    } else {
        words::key!("own-data-proposal-other")
    }
}

/// How far a proposal is.
pub(super) fn proposal_state(word: &str) -> &'static str {
    match proposal::State::parse(word) {
        Some(proposal::State::Open) => words::key!("own-data-proposal-open"),
        Some(proposal::State::Approved) => words::key!("own-data-proposal-approved"),
        Some(proposal::State::Refused) => words::key!("own-data-proposal-refused"),
        _ => words::key!("own-data-proposal-over"),
    }
}

/// Why it ended so.
pub(super) fn reason(word: &str) -> &'static str {
    match proposal::Reason::parse(word) {
        Some(proposal::Reason::Objection) => words::key!("own-data-reason-objection"),
        Some(proposal::Reason::TooLate) => words::key!("own-data-reason-late"),
        Some(proposal::Reason::Waited) => words::key!("own-data-reason-waited"),
        Some(proposal::Reason::Overtaken | proposal::Reason::TenantChange) => words::key!("own-data-reason-overtaken"),
        _ => words::key!("own-data-reason-colleague"),
    }
}
