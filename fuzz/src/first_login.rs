//! What of `app` reads a list, as it stands there.
#![expect(dead_code, reason = "what else of it the product uses")]

#[path = "../../crates/app/src/first_login/defused.rs"]
mod defused;
#[path = "../../crates/app/src/first_login/list/mod.rs"]
mod list;
#[path = "../../crates/app/src/first_login/source.rs"]
mod source;

pub use list::{List, Look};
pub use source::Source;
