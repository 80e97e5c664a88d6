//! The only SQL of the house: plain functions on a transaction, returning domain types.
//!
//! Two engines, one SQL text: SQLite inside the process, PostgreSQL when several machines run it. Nothing here decides
//! what is allowed; functions that read or change a client's things take a [`domain::access::Scope`].

#[cfg(test)]
extern crate self as store;

pub mod account;
pub mod audit;
pub mod client;
pub mod colleague;
mod columns;
pub mod contact;
pub mod credential;
pub mod data_request;
pub mod db;
mod dialect;
pub mod email_link;
pub mod error;
pub mod help_desk;
pub mod home;
pub mod house;
pub mod identity;
pub mod import;
pub mod inbound;
pub mod key;
pub mod lease;
pub mod letter;
pub mod limit;
pub mod link_request;
pub mod mail;
pub mod maintenance;
pub mod migrate;
pub mod organisation;
pub mod own_address;
pub mod own_data;
pub mod passkey;
pub mod password;
mod postgres;
pub mod progress;
pub mod project;
pub mod proposal;
mod queue;
pub mod request;
pub mod retention;
pub mod second_factor;
pub mod session;
pub mod sql;
mod sqlite;
pub mod staff;
mod stopwatch;
pub mod tenant_change;
#[cfg(test)]
mod tests;
pub mod texts;
pub mod token;
pub mod tx;
pub mod users;
pub mod value;
mod work;

pub use db::{Db, Settings};
pub use error::StoreError;
pub use tx::{Read, Write};
