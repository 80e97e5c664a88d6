//! The two ways out of the house: a mail server, or a box in memory for the demo and the tests.
//! Both take the same two steps, so that the outbox is the same code over either.

mod memory;

pub use memory::{Answer, Delivered, MemoryBox};

use crate::smtp::{Accepted, Envelope, Failure, Pool, Reply, WireMessage};

/// Where mail goes.
#[derive(Clone)]
pub enum Transport {
    /// To the mail server of the settings.
    Smtp(Pool),
    /// Nowhere: kept to be looked at.
    Memory(MemoryBox),
}

/// A recipient that was taken; nothing is sent until [`Begun::data`].
pub enum Begun {
    /// By the mail server.
    Smtp(Accepted),
    /// By the box.
    Memory(memory::Taken),
}

impl Transport {
    /// Goes up to the accepted recipient.
    ///
    /// # Errors
    /// A [`Failure`], never [`Failure::Unknown`]: nothing was delivered.
    pub async fn begin(&self, envelope: &Envelope) -> Result<Begun, Failure> {
        match self {
            Transport::Smtp(pool) => pool.begin(envelope).await.map(Begun::Smtp),
            Transport::Memory(memory) => memory.begin(envelope).map(Begun::Memory),
        }
    }

    /// The name of the mail server.
    #[must_use]
    pub fn server(&self) -> String {
        match self {
            Transport::Smtp(pool) => pool.server(),
            Transport::Memory(_) => "localhost".to_owned(),
        }
    }

    /// Lets go of the connections; no more mail after this.
    pub async fn close(&self) {
        match self {
            Transport::Smtp(pool) => pool.close().await,
            Transport::Memory(_) => {}
        }
    }
}

impl Begun {
    /// Sends the message. If the returned future is dropped, it may or may not have arrived.
    ///
    /// # Errors
    /// A [`Failure`]; [`Failure::Unknown`] when the mail may have arrived.
    pub async fn data(self, message: &WireMessage) -> Result<Reply, Failure> {
        match self {
            Begun::Smtp(accepted) => accepted.data(message).await,
            Begun::Memory(taken) => taken.data(message),
        }
    }
}
