//! PRODUCT 3.1: signing in and out, for residents and staff.

mod enter;
mod leave;
pub(crate) mod name;
mod second_factor;
mod start_session;
pub(crate) mod who;

pub use enter::{Enter, EnterError, enter};
pub(crate) use enter::{RECOGNISED, actor};
pub use leave::leave;
pub use second_factor::{FactorError, second_factor};
pub use start_session::Entered;
pub use who::{left, who};

pub(crate) use second_factor::{seal_context, secret_of};
pub(crate) use start_session::{DEVICE, Draft, SESSION, draft};
