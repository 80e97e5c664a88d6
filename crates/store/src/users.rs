//! The homes of a client, one at a time: found over the whole client, looked at, and what gives access to an account ended.

mod accounts;
mod home;
mod revoke;
mod search;

pub use accounts::{Beside, beside, end_account, leaves_on};
pub use home::{Delivery, Link, Lives, NamedAccount, UserAccount, accounts, by_skeleton, home_of, place};
pub use revoke::{Access, access, revoke};
pub use search::{Found, of_address, search};
