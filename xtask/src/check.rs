//! `cargo xtask check`: the steps of CI, in order, each with its time, and a summary at the end.
//!
//! A step that fails does not hide the next one, unless the next one cannot run without it: that one is named as not run, and
//! the check fails either way.

use std::process::Command;
use std::time::Duration;

use crate::cluster::Cluster;
use crate::shell::{self, Outcome, Problem, Watch};
use crate::{api, browser, rules, tools};

/// One step: what it is called, what it does (giving a line for the summary), and whether the later ones need it.
struct Step {
    name: &'static str,
    does: fn() -> Outcome<String>,
    vital: bool,
}

const STEPS: &[Step] = &[
    Step { name: "tools", does: tools::install, vital: true },
    Step { name: "format", does: format, vital: false },
    Step { name: "rules", does: rules::run, vital: false },
    Step { name: "clippy", does: clippy, vital: false },
    Step { name: "fuzz", does: fuzz_targets, vital: false },
    Step { name: "build", does: build, vital: true },
    Step { name: "tests", does: tests, vital: false },
    Step { name: "api", does: api::run, vital: false },
    Step { name: "browser", does: browser_tests, vital: false },
    Step { name: "clean tree", does: clean_tree, vital: false },
];

/// How a step ended.
enum Ending {
    Well(String),
    Badly(Problem),
    NotRun(&'static str),
}

/// Runs every step; an error when any of them failed or could not run.
pub(crate) fn run() -> Outcome {
    run_steps(STEPS)
}

fn run_steps(steps: &[Step]) -> Outcome {
    let whole = Watch::start();
    let mut report: Vec<(&str, Duration, Ending)> = Vec::new();
    let mut missing: Option<&'static str> = None;
    for step in steps {
        let watch = Watch::start();
        let ending = match missing {
            Some(name) => Ending::NotRun(name),
            None => {
                println!("\n== {} ==", step.name);
                match (step.does)() {
                    Ok(said) => Ending::Well(said),
                    Err(problem) => {
                        println!("{problem}");
                        missing = step.vital.then_some(step.name);
                        Ending::Badly(problem)
                    }
                }
            }
        };
        println!("-- {} {}", step.name, seconds(watch.elapsed()));
        report.push((step.name, watch.elapsed(), ending));
    }
    summary(&report, whole.elapsed())
}

fn summary(report: &[(&str, Duration, Ending)], whole: Duration) -> Outcome {
    println!("\n== summary ==");
    for (name, took, ending) in report {
        let (mark, said) = match ending {
            Ending::Well(said) => ("ok", said.clone()),
            Ending::Badly(problem) => ("FAILED", problem.to_string().lines().next().unwrap_or_default().to_owned()),
            Ending::NotRun(cause) => ("NOT RUN", format!("needs {cause}")),
        };
        println!("{mark:8}{name:12}{:>9}  {said}", seconds(*took));
    }
    let bad = report.iter().filter(|(_, _, ending)| !matches!(ending, Ending::Well(_))).count();
    println!("{} steps, {bad} not well, {}", report.len(), seconds(whole));
    if bad == 0 { Ok(()) } else { Err(Problem::new(format!("the check failed in {bad} of {} steps", report.len()))) }
}

fn seconds(time: Duration) -> String {
    match time.as_secs() {
        0..60 => format!("{:.1} s", time.as_secs_f64()),
        whole => format!("{} min {:02} s", whole / 60, whole % 60),
    }
}

fn format() -> Outcome<String> {
    shell::run(&mut shell::cargo(&["fmt", "--all", "--check"]))?;
    Ok("as rustfmt writes it".to_owned())
}

fn clippy() -> Outcome<String> {
    let arguments = ["clippy", "--release", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"];
    shell::run(&mut shell::cargo(&arguments))?;
    Ok("no warnings".to_owned())
}

/// The fuzz targets are no members of the workspace and take sources out of it: looked at here, so that they go on compiling.
/// With the versions of the product, as `fuzz/README.md` says.
fn fuzz_targets() -> Outcome<String> {
    let [ours, theirs] = ["Cargo.lock", "fuzz/Cargo.lock"].map(|file| shell::root().join(file));
    std::fs::copy(&ours, &theirs).map_err(|error| Problem::new(format!("{}: {error}", theirs.display())))?;
    let arguments = ["clippy", "--release", "--manifest-path", "fuzz/Cargo.toml", "--bins", "--examples"];
    let mut command = shell::cargo(&arguments);
    shell::run(command.arg("--target-dir").arg(shell::target()).args(["--", "-D", "warnings"]))?;
    Ok("they compile".to_owned())
}

/// Builds the tests and the program in one go. One command, so that the program is not built a second time with another
/// choice of features.
fn build() -> Outcome<String> {
    shell::run(&mut shell::cargo(&["build", "--release", "--locked", "--workspace", "--all-targets"]))?;
    let program = browser::program();
    let size =
        std::fs::metadata(&program).map_err(|error| Problem::new(format!("{}: {error}", program.display())))?.len();
    Ok(format!("huissleutel, {} MB", size / 1_000_000))
}

/// All Rust tests, on SQLite and on a PostgreSQL of our own. With `HUISSLEUTEL_TEST_REQUIRE_ALL` a missing engine is a failure.
fn tests() -> Outcome<String> {
    let cluster = Cluster::start()?;
    let mut command = shell::cargo(&["test", "--release", "--locked", "--workspace", "--no-fail-fast"]);
    shell::run(command.envs(cluster.settings()).env("HUISSLEUTEL_TEST_REQUIRE_ALL", "1"))?;
    Ok(format!("SQLite and PostgreSQL {}", cluster.version()))
}

fn browser_tests() -> Outcome<String> {
    browser::run(browser::Extent::Pairwise)
}

/// On CI the tests must leave the checkout as they found it; a developer's own changes are nobody's business.
fn clean_tree() -> Outcome<String> {
    if shell::setting("CI").as_deref() != Some("true") {
        return Ok("looked at on CI only: this checkout may hold work in progress".to_owned());
    }
    let mut git = Command::new("git");
    let left = shell::output(git.args(["status", "--porcelain"]).current_dir(shell::root()))?;
    if left.trim().is_empty() {
        Ok("nothing left behind".to_owned())
    } else {
        Err(Problem::new(format!("left behind:\n{left}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fine() -> Outcome<String> {
        Ok("fine".to_owned())
    }

    fn broken() -> Outcome<String> {
        Err(Problem::new("broken on purpose"))
    }

    fn never() -> Outcome<String> {
        panic!("a step ran after one that it needs had failed")
    }

    #[test]
    fn a_failing_step_fails_the_check_and_the_rest_still_runs() {
        let steps = [Step { name: "a", does: broken, vital: false }, Step { name: "b", does: fine, vital: false }];
        assert!(run_steps(&steps).unwrap_err().to_string().contains("1 of 2"));
    }

    #[test]
    fn what_needs_a_failed_step_is_named_and_not_run() {
        let steps = [Step { name: "a", does: broken, vital: true }, Step { name: "b", does: never, vital: false }];
        assert!(run_steps(&steps).unwrap_err().to_string().contains("2 of 2"));
    }

    #[test]
    fn a_good_check_ends_well() {
        assert!(run_steps(&[Step { name: "a", does: fine, vital: true }]).is_ok());
    }
}
