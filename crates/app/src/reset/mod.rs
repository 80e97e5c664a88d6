//! PRODUCT 3.2: the only way to a new password. Ask (on the page, for anybody), open the link (harmless), set.

mod ask;
mod open;
mod set;
pub(crate) mod turns;

pub use ask::{AskError, ask};
pub use open::{Opened, open};
pub use set::{Done, NewPassword, Remove, SetError, set, set_and_remove};

pub(crate) use ask::{crowded, read_asked, seal_asked};
pub(crate) use set::{check, check_username, context_of};
