//! One file per command: what it asks for, and the one use case it calls. No rule stands here, and no SQL.

pub(crate) mod contact;
pub(crate) mod demo;
pub(crate) mod doctor;
pub(crate) mod funnel;
pub(crate) mod handout;
pub(crate) mod import;
mod import_undo;
pub(crate) mod incident;
pub(crate) mod keys;
pub(crate) mod letters;
mod list_file;
mod list_words;
mod log_check;
pub(crate) mod mail;
pub(crate) mod migrate;
pub(crate) mod organisation;
mod progress_words;
pub(crate) mod project;
mod report;
pub(crate) mod retention;
pub(crate) mod serve;
pub(crate) mod staff;
pub(crate) mod template;
mod texts_check;
pub(crate) mod usernames;
pub(crate) mod worker;
pub(crate) mod worklist;
