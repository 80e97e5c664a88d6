//! The pages, each at the path of its address: what CONTRACT promises to be answered, and what it takes to trick them.

mod api;
mod api_docs;
mod api_homes;
mod api_once;
mod beheer_clients;
mod beheer_post;
mod beheer_retention;
mod colleagues;
mod errors;
mod files;
mod homes;
mod invitation;
mod languages;
mod leaving;
mod log;
mod login;
mod many;
mod names;
mod other_sites;
mod reset;
mod security;
mod service;
mod tenant_change;
mod texts;
mod users;
