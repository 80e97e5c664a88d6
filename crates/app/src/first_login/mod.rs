//! First-time login of a new project: from the client's list to accounts with usernames, and the list of usernames back.
//!
//! A list is read from its file as a stream, three times at most, and never held as a whole: once for what only the whole
//! can tell (homes that occur twice), once to judge its rows, once to apply them. What a row means is decided in
//! [`domain::first_login`].

mod apply;
pub mod import;
mod judging;
mod list;
mod sheet;
mod source;
pub mod usernames;

pub use list::ListError;
pub use sheet::Sheet;
pub use source::Source;
