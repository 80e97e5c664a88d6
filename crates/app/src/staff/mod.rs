//! People who work with the homes: invited by somebody else, they set their own password and second factor (law 1). Their
//! admin sees who they are, changes what they may do, ends them, and goes over their rights once a year.

mod accept;
mod again;
mod colleagues;
mod end;
mod factor;
mod first_admin;
pub(crate) mod invitation;
mod invite;
mod invite_colleague;
mod lost_factor;
mod open;
mod projects;
mod review;
mod role;
mod team;

pub use accept::{AcceptError, accept};
pub use again::invite_again;
pub use colleagues::{Colleagues, colleagues, review_reminder};
pub use end::{Ending, end, ending};
pub use factor::set_factor;
pub use first_admin::invite_first_admin;
pub use invite::{Invite, InviteError, invite};
pub use invite_colleague::{Newcomer, invite_colleague};
pub use lost_factor::{Whose, lost_factor};
pub use open::{Step, open, step_of};
pub use projects::{change_projects, projects_of};
pub use review::{Answer, Reviewed, Sheet, review, review_seal, review_sheet};
pub use role::change_role;
pub use store::colleague::{Colleague, Holdings, Review};
pub use team::{Side, StaffError};
