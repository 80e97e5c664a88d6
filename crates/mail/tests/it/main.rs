//! Sending mail against a scripted server: every class of answer, every bad mood, every byte.
#![expect(clippy::unwrap_used, reason = "tests: a surprise is a failed test")]

mod bodies;
mod bounces;
mod classes;
mod connections;
mod envelopes;
mod logins;
mod memory;
mod replies;
mod steps;
mod support;
mod timeouts;
mod tls;
mod urls;
