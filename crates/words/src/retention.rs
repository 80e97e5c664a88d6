//! The words for how long what is kept is kept: the same on the page, in the docs and on the command line.

use domain::retention::{Class, Does, Happened, Kept, Why};
use domain::time::Day;

use crate::{Words, key, t};

/// The key of a class of data.
#[must_use]
pub const fn class(class: Class) -> &'static str {
    match class {
        Class::Link => key!("staff-term-link"),
        Class::Session => key!("staff-term-session"),
        Class::Browser => key!("staff-term-browser"),
        Class::Mail => key!("staff-term-mail"),
        Class::Inbound => key!("staff-term-inbound"),
        Class::Address => key!("staff-term-address"),
        Class::ListCopy => key!("staff-term-list-copy"),
        Class::ListRows => key!("staff-term-list-rows"),
        Class::Letters => key!("staff-term-letters"),
        Class::Household => key!("staff-term-household"),
        Class::TenantChange => key!("staff-term-tenant-change"),
        Class::Proposal => key!("staff-term-proposal"),
        Class::LogDetail => key!("staff-term-log-detail"),
        Class::Contact => key!("staff-term-contact"),
        Class::Staff => key!("staff-term-staff"),
        Class::Request => key!("staff-term-request"),
        Class::Case => key!("staff-term-case"),
        Class::Review => key!("staff-term-review"),
        Class::Maintenance => key!("staff-term-maintenance"),
        Class::Hold => key!("staff-term-hold"),
        Class::Report => key!("staff-term-report"),
        Class::Counter => key!("staff-term-counter"),
        Class::Answer => key!("staff-term-answer"),
        Class::Challenge => key!("staff-term-challenge"),
    }
}

/// The key of the moment from which its term counts.
#[must_use]
pub const fn from(class: Class) -> &'static str {
    match class {
        Class::Link => key!("staff-term-link-from"),
        Class::Session => key!("staff-term-session-from"),
        Class::Browser => key!("staff-term-browser-from"),
        Class::Mail => key!("staff-term-mail-from"),
        Class::Inbound => key!("staff-term-inbound-from"),
        Class::Address => key!("staff-term-address-from"),
        Class::ListCopy => key!("staff-term-list-copy-from"),
        Class::ListRows => key!("staff-term-list-rows-from"),
        Class::Letters => key!("staff-term-letters-from"),
        Class::Household => key!("staff-term-household-from"),
        Class::TenantChange => key!("staff-term-tenant-change-from"),
        Class::Proposal => key!("staff-term-proposal-from"),
        Class::LogDetail => key!("staff-term-log-detail-from"),
        Class::Contact => key!("staff-term-contact-from"),
        Class::Staff => key!("staff-term-staff-from"),
        Class::Request => key!("staff-term-request-from"),
        Class::Case => key!("staff-term-case-from"),
        Class::Review => key!("staff-term-review-from"),
        Class::Maintenance => key!("staff-term-maintenance-from"),
        Class::Hold => key!("staff-term-hold-from"),
        Class::Report => key!("staff-term-report-from"),
        Class::Counter => key!("staff-term-counter-from"),
        Class::Answer => key!("staff-term-answer-from"),
        Class::Challenge => key!("staff-term-challenge-from"),
    }
}

/// The key of why it is kept so long.
#[must_use]
pub const fn reason(class: Class) -> &'static str {
    match class {
        Class::Link => key!("staff-term-link-why"),
        Class::Session => key!("staff-term-session-why"),
        Class::Browser => key!("staff-term-browser-why"),
        Class::Mail => key!("staff-term-mail-why"),
        Class::Inbound => key!("staff-term-inbound-why"),
        Class::Address => key!("staff-term-address-why"),
        Class::ListCopy => key!("staff-term-list-copy-why"),
        Class::ListRows => key!("staff-term-list-rows-why"),
        Class::Letters => key!("staff-term-letters-why"),
        Class::Household => key!("staff-term-household-why"),
        Class::TenantChange => key!("staff-term-tenant-change-why"),
        Class::Proposal => key!("staff-term-proposal-why"),
        Class::LogDetail => key!("staff-term-log-detail-why"),
        Class::Contact => key!("staff-term-contact-why"),
        Class::Staff => key!("staff-term-staff-why"),
        Class::Request => key!("staff-term-request-why"),
        Class::Case => key!("staff-term-case-why"),
        Class::Review => key!("staff-term-review-why"),
        Class::Maintenance => key!("staff-term-maintenance-why"),
        Class::Hold => key!("staff-term-hold-why"),
        Class::Report => key!("staff-term-report-why"),
        Class::Counter => key!("staff-term-counter-why"),
        Class::Answer => key!("staff-term-answer-why"),
        Class::Challenge => key!("staff-term-challenge-why"),
    }
}

/// The key of what happens when the term is over.
#[must_use]
pub const fn does(does: Does) -> &'static str {
    match does {
        Does::Erases => key!("staff-term-does-erases"),
        Does::ErasesDetail => key!("staff-term-does-erases-detail"),
        Does::Masks => key!("staff-term-does-masks"),
    }
}

/// The key of why a table is in no class.
#[must_use]
pub const fn kept(kept: Kept) -> &'static str {
    match kept {
        Kept::Home => key!("staff-term-kept-home"),
        Kept::Client => key!("staff-term-kept-client"),
        Kept::Log => key!("staff-term-kept-log"),
        Kept::House => key!("staff-term-kept-house"),
    }
}

/// The key of why something is held.
#[must_use]
pub const fn hold(why: Why) -> &'static str {
    match why {
        Why::Lawsuit => key!("staff-term-hold-lawsuit"),
        Why::Dispute => key!("staff-term-hold-dispute"),
        Why::Incident => key!("staff-term-hold-incident"),
        Why::Authority => key!("staff-term-hold-authority"),
        Why::Residents => key!("staff-term-hold-residents"),
    }
}

/// The key of what happened, as a sentence to a client.
#[must_use]
pub const fn happened(happened: Happened) -> &'static str {
    match happened {
        Happened::Seen => key!("staff-incident-seen"),
        Happened::SentWrong => key!("staff-incident-sent-wrong"),
        Happened::Lost => key!("staff-incident-lost"),
        Happened::Changed => key!("staff-incident-changed"),
    }
}

/// What a message to a client tells.
#[derive(Debug, Clone, Copy)]
pub struct Message<'a> {
    /// The client, or a project of it.
    pub about: &'a str,
    /// The first and the last day.
    pub days: (Day, Day),
    /// What happened.
    pub happened: Happened,
    /// Homes and accounts.
    pub homes: (u64, u64),
    /// Households that lived there, and those that had left.
    pub residents: (u64, u64),
    /// E-mail addresses.
    pub addresses: u64,
    /// Households with a password, and passkeys.
    pub secrets: (u64, u64),
}

/// A draft of the message to a client, to be read, completed and sent by a person.
#[must_use]
pub fn message(w: Words, it: &Message<'_>) -> String {
    let (from, until) = (w.day(it.days.0), w.day(it.days.1));
    let mut parts = vec![
        w.t(key!("staff-incident-mail-subject")).into_owned(),
        w.t(key!("staff-incident-mail-hello")).into_owned(),
        w.t(happened(it.happened)).into_owned(),
        t!(w, "staff-incident-mail-when", from = from, until = until, about = it.about).into_owned(),
        t!(w, "staff-incident-mail-who", homes = it.homes.0, residents = it.residents.0, former = it.residents.1)
            .into_owned(),
        t!(w, "staff-incident-mail-data", accounts = it.homes.1, addresses = it.addresses).into_owned(),
    ];
    if it.secrets.0 > 0 {
        parts.push(t!(w, "staff-incident-mail-passwords", count = it.secrets.0).into_owned());
    }
    if it.secrets.1 > 0 {
        parts.push(t!(w, "staff-incident-mail-passkeys", count = it.secrets.1).into_owned());
    }
    for key in [
        key!("staff-incident-mail-not"),
        key!("staff-incident-mail-law"),
        key!("staff-incident-mail-residents"),
        key!("staff-incident-mail-end"),
    ] {
        parts.push(w.t(key).into_owned());
    }
    parts.join("\n\n")
}
