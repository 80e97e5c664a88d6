//! Where is my mail (PRODUCT 3.9): what mail servers say about a mail, and the one sentence that follows for who asks after it.

use crate::text_enum::text_enum;

text_enum! {
    /// What a mail server said about a mail, at once or later.
    What {
        /// It took it over.
        Accepted = "accepted",
        /// It asks to come back later.
        Deferred = "deferred",
        /// It asks whoever it does not know to come back in some minutes.
        Greylisted = "greylisted",
        /// It could not be reached.
        Unreachable = "unreachable",
        /// It was given the whole mail, and said nothing.
        Unknown = "unknown",
        /// It did not take it.
        Refused = "refused",
        /// A server further on is still trying.
        Delayed = "delayed",
        /// A server further on sent it back.
        Bounced = "bounced",
        /// It lies in the mailbox.
        Delivered = "delivered",
        /// It went on to a server that reports nothing.
        Passed = "passed",
        /// Something came back that is no report of any standard.
        Unreadable = "unreadable",
    }
}

/// How a mail stands, as the outbox says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stands {
    /// It waits for its turn, or for its next try.
    Waiting,
    /// A mail server took it over.
    Sent,
    /// A link that was sent before it still works.
    Merged,
    /// There was nobody to write to, or no use in it any more.
    Dropped,
    /// It was given up, for a reason in a fixed word.
    Dead(Option<String>),
}

/// The last mail that somebody asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Last {
    /// How it stands.
    pub stands: Stands,
    /// What a mail server said last about it.
    pub what: Option<What>,
    /// A limit made it wait.
    pub limited: bool,
    /// The link in it was used.
    pub used: bool,
}

/// The address of a household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Linked {
    /// Its owner proved it.
    pub confirmed: bool,
    /// Mail servers say that the mailbox does not exist.
    pub refused: bool,
    /// The domain that was probably meant.
    pub meant: Option<&'static str>,
}

/// All that the sentence depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Somebody lives there.
    pub lived: bool,
    /// Their address.
    pub linked: Option<Linked>,
    /// The last mail that they asked for.
    pub last: Option<Last>,
}

text_enum! {
    /// What is the matter: each has one sentence to say to the caller, and one thing to do next.
    Diagnosis {
        /// Nobody lives behind the account.
        Vacant = "vacant",
        /// No address is linked.
        NoAddress = "no-address",
        /// The address has a well-known typing error, and nobody proved it.
        TypingError = "typing-error",
        /// The mailbox does not exist.
        Bounced = "bounced",
        /// The mailbox is full.
        Full = "full",
        /// The server of the mailbox does not want the mail.
        Refused = "refused",
        /// Nobody asked for a mail with this username.
        NothingAsked = "nothing-asked",
        /// Nor that, and by the address alone nothing goes to one that nobody proved.
        Unconfirmed = "unconfirmed",
        /// It is about to be sent.
        Queued = "queued",
        /// So many were asked that it waits for a while.
        Limited = "limited",
        /// The server of the mailbox wants whoever it does not know to come back in some minutes.
        Greylisted = "greylisted",
        /// The server of the mailbox does not take it for now.
        Deferred = "deferred",
        /// Our own mail server does not answer.
        Unreachable = "unreachable",
        /// A link sent before it still works.
        Merged = "merged",
        /// The mail was taken over: it is in the mailbox, or among the spam.
        Sent = "sent",
        /// Its link was used.
        Used = "used",
        /// It came to nothing, and a new one may go well.
        AskAgain = "ask-again",
    }
}

/// What to say to who asks after a mail. What keeps every mail away goes before what became of the last one.
#[must_use]
pub fn diagnose(facts: &Facts) -> Diagnosis {
    if !facts.lived {
        return Diagnosis::Vacant;
    }
    let Some(linked) = facts.linked else { return Diagnosis::NoAddress };
    if facts.last.as_ref().is_some_and(|last| last.used) {
        return Diagnosis::Used;
    }
    if linked.meant.is_some() && !linked.confirmed {
        return Diagnosis::TypingError;
    }
    if linked.refused {
        return Diagnosis::Bounced;
    }
    match &facts.last {
        None if linked.confirmed => Diagnosis::NothingAsked,
        None => Diagnosis::Unconfirmed,
        Some(last) => of_last(last),
    }
}

fn of_last(last: &Last) -> Diagnosis {
    match (&last.stands, last.what) {
        (Stands::Waiting, Some(What::Greylisted)) => Diagnosis::Greylisted,
        (Stands::Waiting, Some(What::Unreachable | What::Unknown)) => Diagnosis::Unreachable,
        (Stands::Waiting, Some(What::Bounced)) => Diagnosis::Full,
        (Stands::Waiting, Some(What::Deferred)) | (Stands::Sent, Some(What::Delayed)) => Diagnosis::Deferred,
        (Stands::Waiting, _) if last.limited => Diagnosis::Limited,
        (Stands::Waiting, _) => Diagnosis::Queued,
        (Stands::Sent, _) => Diagnosis::Sent,
        (Stands::Merged, _) => Diagnosis::Merged,
        (Stands::Dead(Some(reason)), _) if reason == "mailbox-full" => Diagnosis::Full,
        (Stands::Dead(Some(reason)), _) if reason == "policy" || reason == "content-refused" => Diagnosis::Refused,
        (Stands::Dropped | Stands::Dead(_), _) => Diagnosis::AskAgain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked() -> Linked {
        Linked { confirmed: true, refused: false, meant: None }
    }

    fn asked(stands: Stands, what: Option<What>) -> Last {
        Last { stands, what, limited: false, used: false }
    }

    fn say(linked: Option<Linked>, last: Option<Last>) -> Diagnosis {
        diagnose(&Facts { lived: true, linked, last })
    }

    #[test]
    fn what_keeps_every_mail_away_goes_before_the_last_mail() {
        let sent = Some(asked(Stands::Sent, Some(What::Accepted)));
        let vacant = Facts { lived: false, linked: Some(linked()), last: sent.clone() };
        assert_eq!(diagnose(&vacant), Diagnosis::Vacant);
        assert_eq!(say(None, sent.clone()), Diagnosis::NoAddress);
        let wrong = Linked { confirmed: false, meant: Some("gmail.com"), ..linked() };
        assert_eq!(say(Some(wrong), sent.clone()), Diagnosis::TypingError);
        assert_eq!(
            say(Some(Linked { confirmed: true, ..wrong }), sent.clone()),
            Diagnosis::Sent,
            "it is what they use"
        );
        assert_eq!(say(Some(Linked { refused: true, ..linked() }), sent), Diagnosis::Bounced);
        assert_eq!(say(Some(linked()), None), Diagnosis::NothingAsked);
        assert_eq!(say(Some(Linked { confirmed: false, ..linked() }), None), Diagnosis::Unconfirmed);
    }

    #[test]
    fn every_end_of_a_mail_has_its_sentence() {
        let dead = |reason: &str| Stands::Dead(Some(reason.to_owned()));
        let table = [
            (Stands::Waiting, None, Diagnosis::Queued),
            (Stands::Waiting, Some(What::Greylisted), Diagnosis::Greylisted),
            (Stands::Waiting, Some(What::Deferred), Diagnosis::Deferred),
            (Stands::Waiting, Some(What::Unreachable), Diagnosis::Unreachable),
            (Stands::Waiting, Some(What::Unknown), Diagnosis::Unreachable),
            (Stands::Waiting, Some(What::Bounced), Diagnosis::Full),
            (Stands::Sent, Some(What::Accepted), Diagnosis::Sent),
            (Stands::Sent, Some(What::Delayed), Diagnosis::Deferred),
            (Stands::Sent, Some(What::Delivered), Diagnosis::Sent),
            (Stands::Sent, Some(What::Unreadable), Diagnosis::Sent),
            (Stands::Merged, None, Diagnosis::Merged),
            (Stands::Dropped, None, Diagnosis::AskAgain),
            (dead("mailbox-full"), Some(What::Bounced), Diagnosis::Full),
            (dead("policy"), Some(What::Bounced), Diagnosis::Refused),
            (dead("content-refused"), Some(What::Refused), Diagnosis::Refused),
            (dead("too-late"), Some(What::Unreachable), Diagnosis::AskAgain),
            (Stands::Dead(None), None, Diagnosis::AskAgain),
        ];
        for (stands, what, diagnosis) in table {
            assert_eq!(say(Some(linked()), Some(asked(stands.clone(), what))), diagnosis, "{stands:?} {what:?}");
        }
        let limited = Last { limited: true, ..asked(Stands::Waiting, None) };
        assert_eq!(say(Some(linked()), Some(limited)), Diagnosis::Limited);
        let used = Last { used: true, ..asked(Stands::Sent, None) };
        assert_eq!(say(Some(linked()), Some(used)), Diagnosis::Used);
    }
}
