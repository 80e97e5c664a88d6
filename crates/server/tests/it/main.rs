//! The house from outside: its pages over a real connection, its laws under attack, and who may do what.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests fail loudly")]

mod access;
mod http;
mod laws;
mod testapp;
