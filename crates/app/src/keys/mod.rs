//! Keys by which programs of clients come in: the operator's admins make and revoke them; a program is looked up in the
//! transaction that acts, as a session is; what it asks under an `Idempotency-Key` is done once.

mod enter;
mod make;
mod once;
mod revoke;
mod see;

pub use domain::key::{KeyFault, KeyScope};
pub use enter::{EnterError, Entered, enter};
pub use make::{KeyError, NewKey, make};
pub use once::{Answer, Claim, Claimed, Claiming, answer, claim, let_go};
pub use revoke::revoke;
pub use see::{Seen, list};
pub use store::key::Key;

/// What the hash of a key is for.
const KEY: &str = "key";

/// The hash of what a program sends as its key.
pub(crate) fn hash(text: &str) -> [u8; 32] {
    crypto::token::hash(KEY, text)
}
