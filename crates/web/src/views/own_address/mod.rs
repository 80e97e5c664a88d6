//! A resident changes or fills in the own address (PRODUCT 3.3): the form, the page at sign-in that can be skipped, and the pages
//! behind the links of its mails.

mod confirm;
mod form;
mod undo;

pub use confirm::{AddressConfirm, AddressConfirmed, DEAD as DEAD_CONFIRM};
pub use form::{AddressFault, AddressForm, AddressMissing};
pub use undo::{AddressBack, AddressUndo, DEAD as DEAD_UNDO};

#[cfg(test)]
pub(crate) use confirm::dead_samples as dead_confirm_samples;
#[cfg(test)]
pub(crate) use undo::dead_samples as dead_undo_samples;

use std::borrow::Cow;

use words::Words;

/// Why the password is refused that proves whose account it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordFault {
    /// Nothing was filled in.
    Empty,
    /// It is not the one of this account.
    Wrong,
    /// The passkey was not taken.
    Passkey,
}

impl PasswordFault {
    fn words(self, w: Words) -> Cow<'static, str> {
        w.t(match self {
            Self::Empty => words::key!("own-address-password-empty"),
            Self::Wrong => words::key!("own-address-password-wrong"),
            Self::Passkey => words::key!("passkey-prove-refused"),
        })
    }
}
