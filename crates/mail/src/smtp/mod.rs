//! SMTP out: one client, driven step by step, towards the one mail server of the settings.
//!
//! The outbox needs to stop between the accepted `RCPT TO` and `DATA`, because only there it
//! mints the token that the mail carries: a mailbox that does not exist, or a greylisting server,
//! has then cost no token. [`Pool::begin`] goes as far as the accepted recipient,
//! [`Accepted::data`] does the rest, and every way to fail is a [`Failure`] of a class that says
//! whether the mail may have arrived.
//!
//! Why not lettre's connection: `AsyncSmtpConnection` (0.11.23) has these steps, but it keeps what
//! was buffered before STARTTLS and reads it as an answer given inside TLS (the injection of
//! CVE-2011-0411); reads a line to its end before it checks its length; writes body and final dot
//! apart and sets no `TCP_NODELAY` (40 ms lost per mail); always adds an empty line to the body;
//! has one time-out for connecting only; takes no `rustls::ClientConfig`; and knows no
//! `PIPELINING` and no DSN parameters on replies it has already folded into an error text. lettre
//! stays what composes the messages.
//!
//! One recipient per message. It must not compose mail, decide about retries, or log: commands
//! and replies can hold addresses and the password of the mail server.

mod connection;
mod dial;
mod failure;
mod message;
mod path;
mod pool;
mod reply;
mod server;
mod timeouts;
mod tls;

pub use failure::{Cause, Failure, Refusal, Stage, Trouble};
pub use message::{MessageFault, WireMessage};
pub use path::{Envelope, PathFault, ReversePath};
pub use pool::{Accepted, Pool};
pub(crate) use reply::one_line;
pub use reply::{Enhanced, Reply};
pub use server::{Server, ServerFault, TlsMode};
pub use timeouts::Timeouts;
pub use tls::{TlsFault, verifying};
