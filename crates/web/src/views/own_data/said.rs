//! The fixed words of what is kept, as residents read them.

use domain::data_request::{self, About, Answer};
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
        "caller_check" => words::key!("own-data-mail-caller"),
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
        Kind::Vacant | Kind::Arrival | Kind::Death => words::key!("own-data-leaving-vacant"),
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

/// What is asked of the landlord.
pub(super) const fn asked(kind: data_request::Kind) -> &'static str {
    match kind {
        data_request::Kind::Correction => words::key!("own-data-asked-correction"),
        data_request::Kind::Erasure => words::key!("own-data-asked-erasure"),
    }
}

/// What that is about.
pub(super) const fn about(about: About) -> &'static str {
    match about {
        About::Home => words::key!("own-data-about-home"),
        About::Email => words::key!("own-data-about-email"),
        About::Log => words::key!("own-data-about-log"),
        About::Everything => words::key!("own-data-about-everything"),
    }
}

/// What the landlord answers.
pub(super) const fn answered(answer: Answer) -> &'static str {
    match answer {
        Answer::Done => words::key!("own-data-answer-done"),
        Answer::Partly => words::key!("own-data-answer-partly"),
        Answer::Right => words::key!("own-data-answer-right"),
        Answer::Needed => words::key!("own-data-answer-needed"),
        Answer::Law => words::key!("own-data-answer-law"),
        Answer::NotTheirs => words::key!("own-data-answer-not-theirs"),
    }
}
