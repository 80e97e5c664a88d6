//! What things mean and what is allowed: types that cannot be wrong, states, rules, the table of rights.
//!
//! No input or output, no async, no clock and no randomness of its own: those come in as arguments.

pub mod access;
pub mod audit;
pub mod brand;
pub mod data_request;
pub mod device;
pub mod diagnosis;
pub mod email;
pub mod find;
pub mod first_login;
pub mod help_desk;
pub mod home;
pub mod id;
pub mod key;
pub mod language;
pub mod limits;
pub mod link_request;
pub mod linking;
pub mod mail;
pub mod maintenance;
pub mod naming;
pub mod own_data;
pub mod password;
pub mod proposal;
pub mod retention;
pub mod role;
pub mod session;
pub mod staff;
pub mod tenant_change;
pub mod text_enum;
pub mod texts;
pub mod time;
pub mod token;
pub mod username;
