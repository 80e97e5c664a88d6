//! How sure it is who wrote a request.

use crate::text_enum::text_enum;

text_enum! {
    /// Why a message may be from somebody else than it says.
    Doubt {
        /// It names no sender, or more than one, or has a header twice.
        Sender = "sender",
        /// Nobody signed it.
        NoSignature = "no-signature",
        /// A signature does not fit: something was changed on the way, or the key is not there.
        BadSignature = "bad-signature",
        /// Another domain stands for it than that of the sender.
        OtherDomain = "other-domain",
        /// The domain has no policy (DMARC), so nothing says which signatures count.
        NoPolicy = "no-policy",
        /// The owner of the key is only trying it out.
        Testing = "testing",
        /// The signature leaves the end of the text open.
        Length = "length",
        /// The signature leaves open who wrote it, to whom, when, what about, or how its text is to be read.
        NotSigned = "not-signed",
        /// The signature is of a kind that is broken.
        Algorithm = "algorithm",
        /// There are more signatures than are looked at.
        TooManySignatures = "too-many-signatures",
        /// The same message was here before.
        Replayed = "replayed",
        /// It was written or signed too long ago: mail that is new is hours old.
        Old = "old",
        /// It was not written to us.
        NotToUs = "not-to-us",
        /// Names could not be looked up for a day.
        NotLookedUp = "not-looked-up",
    }
}

text_enum! {
    /// What a mail that came in is, by whom it was sent to.
    Sort {
        /// It was sent to the mailbox for requests.
        Request = "request",
        /// It tells that a mail of ours did not arrive.
        Bounce = "bounce",
        /// It was sent to no mailbox that we know.
        Other = "other",
    }
}

text_enum! {
    /// How far a request is.
    State {
        /// Nobody decided yet.
        Open = "open",
        /// A contact of the client is asked whether others come to live there.
        Asked = "asked",
        /// It was done, or proposed to those who decide about it.
        Accepted = "accepted",
        /// It was not done.
        Refused = "refused",
    }
}

text_enum! {
    /// Why a request is not done. A choice, never a text about people.
    Refusal {
        /// It is not sure that the client wrote it.
        NotSure = "not-sure",
        /// The account is another one, or the home is not the client's.
        WrongAccount = "wrong-account",
        /// The address cannot be right.
        WrongAddress = "wrong-address",
        /// The client does this in the service portal.
        Portal = "portal",
        /// The resident does this alone.
        Resident = "resident",
        /// It is done already, or was asked twice.
        Done = "done-already",
        /// It was read and asks for nothing.
        Nothing = "nothing",
        /// It asked for a password, which nobody hands out.
        Password = "asks-password",
        /// A contact of the client said that it is not right.
        Contact = "contact-said-no",
    }
}

impl Refusal {
    /// Those that support chooses from.
    pub fn choices() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|it| *it != Self::Contact)
    }
}

/// What has to be so before a request can be done (PRODUCT 3.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// A program read it without doubt.
    pub read: bool,
    /// There is such an account.
    pub has_account: bool,
    /// The sender is a contact of the client that owns the account.
    pub from_contact: bool,
    /// The mail is authentic.
    pub doubt: Option<Doubt>,
    /// Others came to live there since, or are about to: it was not about them (laws 6 and 7).
    pub others_came: bool,
    /// The client works in the service portal, and does this there.
    pub has_portal: bool,
}

text_enum! {
    /// What is missing.
    Missing {
        /// A person has to read it.
        Reading = "reading",
        /// There is no such account.
        Account = "account",
        /// The sender is no contact of the client.
        Contact = "contact",
        /// The mail may be from somebody else.
        Authentic = "authentic",
        /// Others live there now, or are about to.
        OtherResidents = "other-residents",
        /// The client does this in the service portal.
        Portal = "portal",
    }
}

impl Evidence {
    /// What is missing; nothing when it is ready to be accepted. One thing missing is enough to stop it.
    #[must_use]
    pub fn missing(&self) -> Vec<Missing> {
        [
            (Missing::Reading, !self.read),
            (Missing::Account, self.read && !self.has_account),
            (Missing::Contact, !self.from_contact),
            (Missing::Authentic, self.doubt.is_some()),
            (Missing::OtherResidents, self.others_came),
            (Missing::Portal, self.has_portal),
        ]
        .into_iter()
        .filter_map(|(what, is)| is.then_some(what))
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_thing_missing_stops_a_request() {
        let whole = Evidence {
            read: true,
            has_account: true,
            from_contact: true,
            doubt: None,
            others_came: false,
            has_portal: false,
        };
        assert_eq!(whole.missing(), []);
        for (evidence, missing) in [
            (Evidence { read: false, ..whole }, Missing::Reading),
            (Evidence { has_account: false, ..whole }, Missing::Account),
            (Evidence { from_contact: false, ..whole }, Missing::Contact),
            (Evidence { others_came: true, ..whole }, Missing::OtherResidents),
            (Evidence { has_portal: true, ..whole }, Missing::Portal),
        ] {
            assert_eq!(evidence.missing(), [missing]);
        }
        for doubt in Doubt::ALL {
            assert_eq!(Evidence { doubt: Some(*doubt), ..whole }.missing(), [Missing::Authentic], "{doubt}");
        }
    }
}
