//! The help desk: what clients ask by mail.

pub mod link_requests;
mod mail_words;
