//! The words for what is known of a request that came by mail.

use domain::link_request::{Doubt, Missing, State, Unclear};

/// What is missing.
pub(super) const fn missing(missing: Missing) -> &'static str {
    match missing {
        Missing::Reading => words::key!("mailin-missing-reading"),
        Missing::Account => words::key!("mailin-missing-account"),
        Missing::Contact => words::key!("mailin-missing-contact"),
        Missing::Authentic => words::key!("mailin-missing-authentic"),
        Missing::Portal => words::key!("mailin-missing-portal"),
    }
}

/// Why a mail may be from somebody else.
pub(super) const fn doubt(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Sender => words::key!("mailin-doubt-sender"),
        Doubt::NoSignature => words::key!("mailin-doubt-no-signature"),
        Doubt::BadSignature => words::key!("mailin-doubt-bad-signature"),
        Doubt::OtherDomain => words::key!("mailin-doubt-other-domain"),
        Doubt::NoPolicy => words::key!("mailin-doubt-no-policy"),
        Doubt::Testing => words::key!("mailin-doubt-testing"),
        Doubt::Length => words::key!("mailin-doubt-length"),
        Doubt::NotSigned => words::key!("mailin-doubt-not-signed"),
        Doubt::Algorithm => words::key!("mailin-doubt-algorithm"),
        Doubt::TooManySignatures => words::key!("mailin-doubt-too-many"),
        Doubt::Replayed => words::key!("mailin-doubt-replayed"),
        Doubt::NotToUs => words::key!("mailin-doubt-not-to-us"),
        Doubt::NotLookedUp => words::key!("mailin-doubt-not-looked-up"),
    }
}

/// Why a person has to read it.
pub(super) const fn unclear(unclear: Unclear) -> &'static str {
    match unclear {
        Unclear::NoRequest => words::key!("mailin-unclear-no-request"),
        Unclear::NoAccount => words::key!("mailin-unclear-no-account"),
        Unclear::NoAddress => words::key!("mailin-unclear-no-address"),
        Unclear::Mixed => words::key!("mailin-unclear-mixed"),
        Unclear::TwoAddresses => words::key!("mailin-unclear-two-addresses"),
        Unclear::Address => words::key!("mailin-unclear-address"),
        Unclear::Contrary => words::key!("mailin-unclear-contrary"),
        Unclear::Residents => words::key!("mailin-unclear-residents"),
        Unclear::Day => words::key!("mailin-unclear-day"),
        Unclear::TooMany => words::key!("mailin-unclear-too-many"),
        Unclear::Password => words::key!("mailin-unclear-password"),
        Unclear::Quoted => words::key!("mailin-unclear-quoted"),
    }
}

/// Tone, icon and words of how far it is.
pub(super) const fn standing(state: State, ready: bool, reading: bool) -> (&'static str, &'static str, &'static str) {
    match (state, ready, reading) {
        (State::Accepted, ..) => ("good", "good", words::key!("mailin-accepted")),
        (State::Refused, ..) => ("plain", "same", words::key!("mailin-refused")),
        (State::Open, true, _) => ("good", "good", words::key!("mailin-ready")),
        (State::Open, false, true) => ("calm", "pen", words::key!("mailin-read")),
        (State::Open, false, false) => ("look", "look", words::key!("mailin-not-ready")),
    }
}
