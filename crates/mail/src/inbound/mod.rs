//! Mail that comes in: taken apart within bounds, and judged for whether its sender sent it. What a mail asks for is read in
//! `domain`; who may ask is decided in `app`. Must not keep, send or answer anything.

mod automatic;
mod html;
mod judge;
pub mod lmtp;
mod message;
mod signatures;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_lmtp;
#[cfg(test)]
mod tests_spoofs;
mod zone;

pub use automatic::Automatic;
pub(crate) use automatic::LOOP;
pub use judge::{Judge, Verdict};
pub use message::{Inbound, MessageFault, Sender};
pub use zone::{Resolver, ResolverFault};

/// The largest message that is taken, in bytes.
pub const LARGEST: usize = 5 * 1024 * 1024;
