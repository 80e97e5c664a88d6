//! The house from outside: its pages over a real connection, its laws under attack, and who may do what.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests fail loudly, and the fault runs say what they counted"
)]

mod access;
mod http;
mod laws;
mod papers;
mod process;
mod testapp;
