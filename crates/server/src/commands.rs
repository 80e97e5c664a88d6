//! One file per command: what it asks for, and the one use case it calls. No rule stands here, and no SQL.

pub(crate) mod demo;
pub(crate) mod doctor;
pub(crate) mod import;
pub(crate) mod keys;
mod list_words;
pub(crate) mod migrate;
pub(crate) mod organisation;
pub(crate) mod project;
mod report;
pub(crate) mod serve;
pub(crate) mod staff;
pub(crate) mod usernames;
pub(crate) mod worker;
