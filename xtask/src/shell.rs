//! Running other programs, reading the environment, measuring time: the ground the other files stand on.
//!
//! The one place of xtask that reads the environment and the clock.

use std::fmt;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

/// What went wrong, in words for the person at the terminal.
#[derive(Debug)]
pub(crate) struct Problem(String);

impl Problem {
    pub(crate) fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The result of a step: a value, or what to tell.
pub(crate) type Outcome<T = ()> = Result<T, Problem>;

/// The root of the workspace. Cargo tells where this package lies; started by hand, it is the current folder.
pub(crate) fn root() -> PathBuf {
    match setting("CARGO_MANIFEST_DIR") {
        Some(package) => PathBuf::from(package).parent().map(PathBuf::from).unwrap_or_default(),
        None => PathBuf::from("."),
    }
}

/// Where cargo builds.
pub(crate) fn target() -> PathBuf {
    setting("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// One environment variable, when it is set to something.
#[expect(clippy::disallowed_methods, reason = "xtask has no settings file; this is its one door to the environment")]
pub(crate) fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// A cargo command in the root of the workspace, with the cargo that started us.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(setting("CARGO").unwrap_or_else(|| "cargo".to_owned()));
    command.args(arguments).current_dir(root());
    // These describe xtask; a build script that looks at them would run again each time.
    for name in ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "CARGO_PKG_NAME", "CARGO_PKG_VERSION"] {
        command.env_remove(name);
    }
    command
}

/// Runs a command on our own terminal, after saying which; an error unless it ends well.
pub(crate) fn run(command: &mut Command) -> Outcome {
    println!("$ {}", line(command));
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(Problem::new(format!("`{}` ended with {status}", line(command)))) }
}

/// Runs a command quietly and gives what it printed; an error, with what it said, unless it ends well.
pub(crate) fn output(command: &mut Command) -> Outcome<String> {
    let output = command.output().map_err(|error| cannot_start(command, &error))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let said = [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
        Err(Problem::new(format!("`{}` ended with {}\n{}", line(command), output.status, said.trim_end())))
    }
}

fn cannot_start(command: &Command, error: &std::io::Error) -> Problem {
    Problem::new(format!("cannot start `{}`: {error}", command.get_program().to_string_lossy()))
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// A watch for the times that the check reports; nothing is decided by it.
pub(crate) struct Watch(Instant);

impl Watch {
    #[expect(clippy::disallowed_methods, reason = "measures how long a step of the check took")]
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }

    #[expect(clippy::disallowed_methods, reason = "measures how long a step of the check took")]
    pub(crate) fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_that_fails_is_a_problem_with_its_words() {
        let problem =
            output(Command::new("sh").args(["-c", "echo broken pipe of the cellar >&2; exit 3"])).unwrap_err();
        assert!(problem.to_string().contains("broken pipe of the cellar"));
        assert!(run(&mut Command::new("false")).is_err());
        assert!(
            run(&mut Command::new("a-program-that-is-not-there")).unwrap_err().to_string().contains("cannot start")
        );
    }
}
