//! The words for what is known of a request that came by mail.

use domain::link_request::{Doubt, Missing, State, Unclear};

/// What is missing.
pub(super) const fn missing(missing: Missing) -> &'static str {
    match missing {
        Missing::Reading => words::key!("staff-mailin-missing-reading"),
        Missing::Account => words::key!("staff-mailin-missing-account"),
        Missing::Contact => words::key!("staff-mailin-missing-contact"),
        Missing::Authentic => words::key!("staff-mailin-missing-authentic"),
        Missing::OtherResidents => words::key!("staff-mailin-missing-other-residents"),
        Missing::Portal => words::key!("staff-mailin-missing-portal"),
    }
}

/// Why a mail may be from somebody else.
pub(super) const fn doubt(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Sender => words::key!("staff-mailin-doubt-sender"),
        Doubt::NoSignature => words::key!("staff-mailin-doubt-no-signature"),
        Doubt::BadSignature => words::key!("staff-mailin-doubt-bad-signature"),
        Doubt::OtherDomain => words::key!("staff-mailin-doubt-other-domain"),
        Doubt::NoPolicy => words::key!("staff-mailin-doubt-no-policy"),
        Doubt::Testing => words::key!("staff-mailin-doubt-testing"),
        Doubt::Length => words::key!("staff-mailin-doubt-length"),
        Doubt::NotSigned => words::key!("staff-mailin-doubt-not-signed"),
        Doubt::Algorithm => words::key!("staff-mailin-doubt-algorithm"),
        Doubt::TooManySignatures => words::key!("staff-mailin-doubt-too-many"),
        Doubt::Old => words::key!("staff-mailin-doubt-old"),
        Doubt::Replayed => words::key!("staff-mailin-doubt-replayed"),
        Doubt::NotToUs => words::key!("staff-mailin-doubt-not-to-us"),
        Doubt::NotLookedUp => words::key!("staff-mailin-doubt-not-looked-up"),
    }
}

/// Why a person has to read it.
pub(super) const fn unclear(unclear: Unclear) -> &'static str {
    match unclear {
        Unclear::NoRequest => words::key!("staff-mailin-unclear-no-request"),
        Unclear::NoAccount => words::key!("staff-mailin-unclear-no-account"),
        Unclear::NoAddress => words::key!("staff-mailin-unclear-no-address"),
        Unclear::Mixed => words::key!("staff-mailin-unclear-mixed"),
        Unclear::TwoAddresses => words::key!("staff-mailin-unclear-two-addresses"),
        Unclear::Address => words::key!("staff-mailin-unclear-address"),
        Unclear::Contrary => words::key!("staff-mailin-unclear-contrary"),
        Unclear::Residents => words::key!("staff-mailin-unclear-residents"),
        Unclear::Day => words::key!("staff-mailin-unclear-day"),
        Unclear::TooMany => words::key!("staff-mailin-unclear-too-many"),
        Unclear::Password => words::key!("staff-mailin-unclear-password"),
        Unclear::Quoted => words::key!("staff-mailin-unclear-quoted"),
    }
}

/// Tone, icon and words of how far it is.
pub(super) const fn standing(state: State, ready: bool, reading: bool) -> (&'static str, &'static str, &'static str) {
    match (state, ready, reading) {
        (State::Accepted, ..) => ("good", "good", words::key!("staff-mailin-accepted")),
        (State::Refused, ..) => ("plain", "same", words::key!("staff-mailin-refused")),
        (State::Asked, ..) => ("calm", "clock", words::key!("staff-mailin-asked")),
        (State::Open, true, _) => ("good", "good", words::key!("staff-mailin-ready")),
        (State::Open, false, true) => ("calm", "pen", words::key!("staff-mailin-read")),
        (State::Open, false, false) => ("look", "look", words::key!("staff-mailin-not-ready")),
    }
}
