//! The pages, each at the path of its address: what CONTRACT promises to be answered, and what it takes to trick them.

mod beheer_clients;
mod beheer_post;
mod colleagues;
mod errors;
mod files;
mod invitation;
mod languages;
mod log;
mod login;
mod names;
mod other_sites;
mod reset;
mod service;
mod tenant_change;
mod users;
