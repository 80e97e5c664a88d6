//! The homes of a client, one at a time: found over the whole client, looked at, and what gives access to an account ended.

mod home;
mod revoke;
mod search;

pub use home::{Delivery, Link, Lives, UserAccount, accounts, place};
pub use revoke::{Access, access, revoke};
pub use search::{Found, Within, of_address, search};
