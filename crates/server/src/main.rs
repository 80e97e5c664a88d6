//! The program: reads settings, puts the house together, runs one command. No rule of the product stands here.

mod cli;
mod commands;
mod demo;
mod door;
mod http;
mod log;
mod metrics;
mod open;
mod settings;
mod stop;

use std::process::ExitCode;

use crypto::clock::Clock;

fn main() -> ExitCode {
    // First of all: nothing may choose another library by itself. (It was chosen before only if somebody did just that.)
    let chosen = rustls::crypto::aws_lc_rs::default_provider().install_default().is_ok();
    debug_assert!(chosen);
    keep_to_ourselves();
    let cli = match cli::read() {
        Ok(cli) => cli,
        Err(code) => return code,
    };
    log::start(cli.log_format, Clock::system());
    cli.run().unwrap_or_else(|error| {
        cli::complain(&cli::in_full(&error));
        ExitCode::FAILURE
    })
}

/// New files are the owner's alone (a database, a list of addresses), and memory with passwords in it is never written
/// to disk when the program falls.
fn keep_to_ourselves() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    // Where the system refuses, the service's own limits say the same (docs/operate/install.md).
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}
