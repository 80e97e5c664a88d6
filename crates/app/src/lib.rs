//! One file per use case, in folders named after the procedures. A use case opens at most one write; what follows is a
//! row for the worker. No SQL, no HTTP, no words.

pub mod audit;
pub mod caller;
pub mod clients;
pub mod contacts;
pub mod first_login;
pub mod house;
pub mod keys;
pub mod limits;
pub mod names;
pub mod organisation;
pub mod outbox;
pub mod own_address;
pub mod own_home;
mod own_password;
pub mod passkey;
pub mod post;
pub mod project;
pub mod proposal;
pub mod ready;
pub mod reset;
pub mod retention;
mod seal;
pub mod security;
pub mod sign_in;
pub mod staff;
pub mod start;
pub mod tenant_change;
pub mod texts;
mod typed_link;
pub mod users;
pub mod worker;

pub use caller::{Barred, Caller};
pub use house::{App, Ctx, Parts, Settings};
pub use letters::{LARGEST_PICTURE, PictureFault};
pub use mail::compose::Block;
pub use store::StoreError;
pub use store::account::Behind;
pub use store::mail::DeadLetter;
pub use store::progress::{Returned, Standing};
pub use store::project::Project;
pub use store::proposal::Proposal;
pub use store::session::SignedIn;
pub use store::texts::Written;
pub use store::users::{Access, Beside, Delivery, Found, Link, Lives, UserAccount};
pub use typed_link::SayError;
