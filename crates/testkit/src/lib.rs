//! What tests share: a fresh database on each engine, a scripted SMTP server, a look inside. Only ever a dev-dependency.
#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "tests fail loudly, and read the settings of their run"
)]

pub mod engines;

pub use engines::{Fresh, NOON, each_engine};

pub mod inside;
pub mod judges;
pub mod needs;
pub mod phone;
pub mod raw;
pub mod seeds;
pub mod smtp_peer;
