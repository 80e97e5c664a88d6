//! What a refusal says about the address itself: one rule for what a mail server says at once and for what comes back later. In
//! doubt it is not the address: one that is wrongly marked shuts a resident out.

use domain::id::EmailLinkId;
use domain::time::Time;
use mail::bounce::Fate;
use mail::smtp::{Cause, Failure};
use store::{StoreError, Write};

/// What it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// The mailbox does not exist.
    Hard,
    /// It is there, and takes nothing for now.
    Soft,
}

/// Of a refusal in the conversation itself.
pub(crate) fn of_failure(failure: &Failure) -> Option<Mark> {
    match failure {
        Failure::Permanent(refusal) => refused(refusal.cause),
        Failure::Temporary(refusal) => (refusal.cause == Cause::MailboxFull).then_some(Mark::Soft),
        Failure::Unreachable { .. } | Failure::Unknown { .. } => None,
    }
}

/// Of a report.
pub(crate) fn of_fate(fate: Fate) -> Option<Mark> {
    match fate {
        Fate::Refused(cause) => refused(cause),
        Fate::GivenUp(_) | Fate::Delayed => Some(Mark::Soft),
        Fate::Delivered | Fate::Passed => None,
    }
}

fn refused(cause: Cause) -> Option<Mark> {
    match cause {
        Cause::Recipient => Some(Mark::Hard),
        Cause::MailboxFull => Some(Mark::Soft),
        Cause::Greylisted | Cause::Sender | Cause::Policy | Cause::Content | Cause::Server => None,
    }
}

impl Mark {
    /// Marks this link, and no other one to the same address: other clients learn nothing of it (law 9).
    pub(crate) fn set(self, tx: &mut Write<'_>, link: EmailLinkId, at: Time) -> Result<(), StoreError> {
        match self {
            Self::Hard => store::email_link::refuse(tx, link, at),
            Self::Soft if store::email_link::is_refused(tx, link)? => Ok(()),
            Self::Soft => store::email_link::set_delivery(tx, link, "soft"),
        }
    }
}

/// Why a mail is given up that was refused for good, as dead letters say it.
pub(crate) fn reason(cause: Cause) -> &'static str {
    match cause {
        Cause::Recipient => "recipient-refused",
        Cause::MailboxFull => "mailbox-full",
        Cause::Content => "content-refused",
        Cause::Policy | Cause::Greylisted => "policy",
        Cause::Sender | Cause::Server => "server-refused",
    }
}
