//! People who work with the homes: invited by somebody else, they set their own password and second factor (law 1).

mod accept;
mod factor;
mod invite;
mod open;

pub use accept::{AcceptError, accept};
pub use factor::set_factor;
pub use invite::{Invite, InviteError, invite};
pub use open::{Step, open, step_of};
