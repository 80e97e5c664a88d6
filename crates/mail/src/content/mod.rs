//! What each mail says: one file per mail, each a plain struct with all that it tells and a
//! `content` that puts it into words. No look-up, no decision and no address here; links come in
//! finished. No mail holds a password, and each has one thing to do (the list of usernames has the
//! same one thing per home).

mod account_added;
mod address_proposed;
mod caller_check;
mod contact_ask;
mod contact_handout;
mod contact_link;
mod data_ask;
mod email_confirm;
mod email_replaced;
mod factor_changed;
mod household_leaves;
mod invitation;
mod maintenance;
mod names;
mod own;
mod passkey_added;
mod password_changed;
mod recovery_code_used;
mod request_answer;
mod request_received;
mod reset;
mod still_here;
#[cfg(test)]
mod tests;

use domain::device::Device;
use domain::time::Time;
use words::{Words, t};

use crate::compose::{Block, Link};

pub use account_added::AccountAdded;
pub use address_proposed::AddressProposed;
pub use caller_check::CallerCheck;
pub use contact_ask::ContactAsk;
pub use contact_handout::ContactHandout;
pub use contact_link::ContactLink;
pub use data_ask::DataAsk;
pub use email_confirm::EmailConfirm;
pub use email_replaced::EmailReplaced;
pub use factor_changed::FactorChanged;
pub use household_leaves::HouseholdLeaves;
pub use invitation::Invitation;
pub use maintenance::Maintenance;
pub use names::{Home, Names};
pub use own::{Sort, dressed, sent_by};
pub use passkey_added::PasskeyAdded;
pub use password_changed::PasswordChanged;
pub use recovery_code_used::RecoveryCodeUsed;
pub use request_answer::{Asked, Outcome, RequestAnswer};
pub use request_received::RequestReceived;
pub use reset::{Reset, ResetFor};
pub use still_here::StillHere;

/// When something was asked or done, and with what kind of device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The moment.
    pub at: Time,
    /// The kind of browser and system, never more than that.
    pub device: Device,
}

impl Seen {
    /// Monday 23 November 2026, 14:03 in Amsterdam, for previews and tests.
    #[must_use]
    pub fn sample() -> Self {
        Self { at: Time::from_micros(1_795_438_980_000_000), device: Device::sample() }
    }
}

/// Whose password changed: what a person signs in with differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Person {
    /// A resident, with the username of the home.
    Resident {
        /// The username.
        username: String,
    },
    /// A member of staff, who signs in with the address that the mail goes to.
    Staff,
}

/// The paragraph for whoever did not ask for this mail.
fn not_you(w: Words, text: impl Into<String>) -> Block {
    Block::Note { title: t!(w, "mail-not-you").into_owned(), text: text.into() }
}

fn button(label: impl Into<String>, url: &str) -> Block {
    Block::Button(Link { label: label.into(), url: url.to_owned() })
}

fn username(w: Words, username: &str) -> Block {
    Block::Username { label: t!(w, "mail-username-label").into_owned(), username: username.to_owned() }
}

fn text(words: impl Into<String>) -> Block {
    Block::Text(words.into())
}
