//! Contacts of a client: people whose mail counts as the client's own. Entered by the operator, approved by another person, the mailbox
//! proven by its owner; only then, and until it is ended, one counts.

mod again;
mod end;
mod enter;
mod list;
mod prove;
mod withdraw;

use domain::email::{Address, AddressFault};
use store::StoreError;

use crate::caller::Barred;

pub use again::mail_again;
pub use end::end;
pub use enter::{At, New, enter};
pub use list::{Listed, list};
pub use prove::{Behind, ProveError, open, prove};
pub use store::contact::Contact;
pub use withdraw::{own, withdraw};

/// Whether what was typed is the address of a contact: what a robot that presses a button does not know (law 5).
pub(crate) fn is_address_of(contact: &Contact, typed: &str) -> bool {
    let key = |address: &str| Address::parse(address.trim()).ok().map(|address| address.search_key());
    key(typed).is_some_and(|typed| Some(typed) == key(&contact.email))
}

/// Why a contact was not entered, mailed or ended.
#[derive(Debug, thiserror::Error)]
pub enum ContactError {
    /// Not a right of this person, or no such client or contact.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// The name is empty, too long, or more than a line.
    #[error("this is not a name")]
    Name,
    /// The address cannot be written to.
    #[error("the e-mail address is not one: {0}")]
    Address(#[from] AddressFault),
    /// The mailbox belongs to a desk: a contact is a person.
    #[error("this mailbox is nobody's own")]
    GroupAddress,
    /// The client has a contact with this address.
    #[error("the client has a contact with this address already")]
    Already,
    /// There is no such client.
    #[error("there is no client {0}; add it with: organisation add")]
    NoClient(String),
    /// Its mailbox is proven already.
    #[error("this mailbox is proven already")]
    Proven,
}

impl From<StoreError> for ContactError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

impl From<domain::access::Denied> for ContactError {
    fn from(denied: domain::access::Denied) -> Self {
        Self::Barred(denied.into())
    }
}
