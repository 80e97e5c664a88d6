//! `cargo xtask`: the checks of this workspace, for developers and for CI alike.
//!
//! Uses the standard library and `serde_json` only, so that it builds in seconds on a fresh machine. It must never skip a step
//! silently: what cannot be done is a failure that says what is missing.
#![expect(clippy::print_stdout, reason = "a command-line tool talks to the person at the terminal")]
#![expect(clippy::print_stderr, reason = "a command-line tool says on stderr what went wrong")]

mod api;
mod browser;
mod check;
mod cluster;
mod house;
mod rules;
mod shell;
mod tools;

use std::process::{Command, ExitCode};

use shell::{Outcome, Problem};

const HELP: &str = "\
cargo xtask check               everything CI runs; installs what it needs and says so
cargo xtask rules               the house rules alone (call rule, licences, bans, sources)
cargo xtask browser [--full]    the browser tests against target/release/huissleutel
cargo xtask api                 schemathesis against target/release/huissleutel
cargo xtask postgres -- CMD     runs CMD beside a throw-away PostgreSQL (HUISSLEUTEL_TEST_POSTGRES)
cargo xtask freeze              writes the checksums of migrations that a release ships
cargo xtask tools               installs what the check needs, nothing else";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("xtask: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[String]) -> Outcome {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["check"] => check::run(),
        ["rules"] => rules::run().map(|summary| println!("{summary}")),
        ["browser"] => browser::run(browser::Extent::Pairwise).map(|summary| println!("{summary}")),
        ["browser", "--full"] => browser::run(browser::Extent::Full).map(|summary| println!("{summary}")),
        ["api"] => api::run().map(|summary| println!("{summary}")),
        ["postgres", "--", program, arguments @ ..] => beside_postgres(program, arguments),
        ["freeze"] => rules::migrations::freeze(),
        ["tools"] => tools::install().map(|summary| println!("{summary}")),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(Problem::new(format!("no such command: {}\n\n{HELP}", words.join(" ")))),
    }
}

/// Runs one command of the developer's beside a PostgreSQL that is gone afterwards.
fn beside_postgres(program: &str, arguments: &[&str]) -> Outcome {
    let cluster = cluster::Cluster::start()?;
    println!("PostgreSQL {} at {}", cluster.version(), cluster.url());
    let mut command = Command::new(program);
    command.args(arguments).envs(cluster.settings());
    shell::run(&mut command)
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_unknown_command_is_refused_with_the_list() {
        let refused = super::run(&["chekc".to_owned()]).unwrap_err().to_string();
        assert!(refused.contains("chekc") && refused.contains("cargo xtask check"));
    }
}
