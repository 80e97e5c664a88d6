//! Mail that comes in (PRODUCT 3.5): taken at the door and stored at once, read later by the worker. Whoever handed it over has no say
//! in what is done with it, and a mail by itself changes nothing.

mod answer;
mod read;
mod take;

use std::sync::Arc;

use domain::email::Address;
use mail::inbound::Judge;
use serde::{Deserialize, Serialize};

pub use read::read_due;
pub use take::{TakeError, Taken, take};

/// What mail that comes in needs.
#[derive(Clone, Debug)]
pub struct Inbound {
    /// The mailbox to which clients send their requests.
    pub address: Address,
    /// Tells whether a mail is from whom it says.
    pub judge: Arc<Judge>,
}

/// From whom a mail server took a message, and for whom. The sender is empty for a bounce.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// The reverse path.
    pub from: String,
    /// The recipients.
    pub to: Vec<String>,
}

/// What a sealed message is bound to: its own row.
fn context(id: domain::id::InboundId) -> String {
    format!("inbound_mail/{id}")
}
