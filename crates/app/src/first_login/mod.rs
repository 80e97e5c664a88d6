//! First-time login of a new project: from the client's list to accounts with usernames, the list of usernames back, what
//! was handed out, and how far each home has come.
//!
//! A list is read as a stream, three times at most, and never held as a whole: once for what only the whole can tell (homes
//! that occur twice), once to judge its rows, once to apply them. The first passes read the file, later ones the sealed copy
//! that takes its place. What a row means is decided in [`domain::first_login`].

mod apply;
pub mod back;
pub mod board;
pub mod columns;
mod copy;
pub mod decide;
mod defused;
pub mod handout;
pub mod homes;
pub mod import;
mod issue;
pub mod job;
mod judging;
pub mod letters;
mod list;
mod named;
pub mod preview;
pub mod projects;
mod propose;
mod refusal;
mod run;
mod sheet;
mod source;
pub mod template;
pub mod undo;
pub mod upload;
pub mod usernames;
pub mod worklist;

pub(crate) use issue::{Nameless, issue};
pub use list::{Chosen, List, ListError, Look, RawRow};
pub use refusal::Refusal;
pub use sheet::{Sheet, SheetKind};
pub use source::{LARGEST_FILE, Source};
