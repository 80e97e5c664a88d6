//! The command line: every command with its help, and how failures are told. What a command does stands under
//! `commands/`.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand};

use crate::commands::{
    contact, demo, doctor, funnel, handout, import, incident, keys, letters, mail, migrate, organisation, project,
    retention, serve, staff, template, usernames, worker, worklist,
};
use crate::log::Format;
use crate::settings::{self, Settings};

/// Account access for smart homes: residents always get in, and nobody hands out a password for somebody else.
#[derive(Debug, Parser)]
#[command(name = "huissleutel", version, propagate_version = true)]
pub(crate) struct Cli {
    /// The settings (TOML). Without it: the file named by HUISSLEUTEL_CONFIG, if any. Variables HUISSLEUTEL_… win
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// How the log on stderr is written
    #[arg(long, global = true, value_enum, value_name = "FORMAT", default_value_t = Format::Json)]
    pub(crate) log_format: Format,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Look at everything: invented homes and people, a mail catcher and a clock to move; nothing else is needed
    Demo(demo::Demo),
    /// Make and renew the key file
    #[command(subcommand)]
    Keys(keys::Keys),
    /// Serve the pages, and do the background work in the same process
    Serve(serve::Serve),
    /// Do the background work only: send mail, seal the audit log
    Worker(worker::Worker),
    /// Bring the database to this version
    Migrate(migrate::Migrate),
    /// Add clients
    #[command(subcommand)]
    Organisation(organisation::Organisation),
    /// Add projects of a client
    #[command(subcommand)]
    Project(project::Project),
    /// Invite members of staff
    #[command(subcommand)]
    Staff(staff::Staff),
    /// Enter contacts of clients
    #[command(subcommand)]
    Contact(contact::Contact),
    /// Write the empty list to send to a client
    Template(template::Template),
    /// Try a client's list of homes, or apply it with --confirm
    Import(import::Import),
    /// Write the list of usernames per home for the client
    Usernames(usernames::Usernames),
    /// Write a letter for each home that was not told yet
    Letters(letters::Letters),
    /// Take mail from a mail server
    #[command(subcommand)]
    Mail(mail::Mail),
    /// Tick that username and instruction were handed out to tenants
    Handout(handout::Handout),
    /// See how far the homes of a project have come
    Funnel(funnel::Funnel),
    /// Write what there is to do for the homes of a project
    Worklist(worklist::Worklist),
    /// Erase what is over, by the terms of each class of data
    #[command(subcommand)]
    Retention(retention::Retention),
    /// Count whose data an incident touches, and list the homes for their client
    Incident(incident::Incident),
    /// Check settings, keys, database and audit log
    Doctor(doctor::Doctor),
}

impl Cli {
    /// Does what was asked.
    ///
    /// # Errors
    /// What to tell the person, on one line.
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        let settings = || -> Result<Settings, settings::Fault> {
            settings::load(self.config.as_deref(), &settings::environment())
        };
        match self.command {
            Command::Demo(demo) => demo.run(),
            Command::Keys(keys::Keys::Init(init)) => init.run(),
            Command::Keys(keys::Keys::Rotate(rotate)) => rotate.run(&settings()?),
            Command::Serve(serve) => serve.run(settings()?),
            Command::Worker(worker) => worker.run(settings()?),
            Command::Migrate(migrate) => migrate.run(&settings()?),
            Command::Organisation(organisation) => organisation.run(&settings()?),
            Command::Project(project) => project.run(&settings()?),
            Command::Staff(staff) => staff.run(&settings()?),
            Command::Contact(contact) => contact.run(&settings()?),
            Command::Template(template) => template.run(),
            Command::Import(import) => import.run(&settings()?),
            Command::Usernames(usernames) => usernames.run(&settings()?),
            Command::Letters(letters) => letters.run(&settings()?),
            Command::Mail(mail) => Ok(mail.run(settings())),
            Command::Handout(handout) => handout.run(&settings()?),
            Command::Funnel(funnel) => funnel.run(&settings()?),
            Command::Worklist(worklist) => worklist.run(&settings()?),
            Command::Retention(retention) => retention.run(&settings()?),
            Command::Incident(incident) => incident.run(&settings()?),
            Command::Doctor(doctor) => doctor.run(settings()),
        }
    }
}

/// Reads the command line. Help goes to stdout; a mistake is told in one line.
///
/// # Errors
/// The code to end with.
pub(crate) fn read() -> Result<Cli, ExitCode> {
    Cli::try_parse().map_err(|error| {
        let help = matches!(
            error.kind(),
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        );
        if help {
            // A pipe that nobody reads is no reason to fail.
            let _ = error.print();
            return if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
        }
        complain(&mistake(&error.to_string()));
        mail::code_of_mistake(std::env::args_os()).unwrap_or(ExitCode::from(2))
    })
}

/// Of clap's answer, the part before usage and hints.
fn mistake(answer: &str) -> String {
    let first = answer.split("\n\n").next().unwrap_or_default();
    let line: Vec<&str> = first.split_whitespace().collect();
    format!("{} (--help tells more)", line.join(" ").trim_start_matches("error: "))
}

/// A failure with its causes; a cause that is told already is not told twice.
pub(crate) fn in_full(error: &anyhow::Error) -> String {
    let causes = error.chain().skip(1).map(ToString::to_string);
    causes.fold(error.to_string(), |told, cause| if told.contains(&cause) { told } else { format!("{told}: {cause}") })
}

/// Tells a failure on stderr, in one line.
pub(crate) fn complain(what: &str) {
    let line: Vec<&str> = what.split_whitespace().collect();
    let _ = writeln!(std::io::stderr().lock(), "huissleutel: {}", line.join(" "));
}

/// Tells a result on stdout.
pub(crate) fn say(what: &str) {
    // Who closed the pipe does not want to hear it.
    let _ = writeln!(std::io::stdout().lock(), "{what}");
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_sound_and_every_command_has_help() {
        Cli::command().debug_assert();
        fn check(command: &clap::Command) {
            assert!(command.get_about().is_some(), "{} says nothing", command.get_name());
            for argument in command.get_arguments() {
                assert!(argument.get_help().is_some(), "{} {}", command.get_name(), argument.get_id());
            }
            command.get_subcommands().for_each(check);
        }
        check(&Cli::command());
    }

    #[test]
    fn every_cause_is_told_once() {
        let error = anyhow::anyhow!("no such file").context("lijst.csv cannot be read: no such file").context("import");
        assert_eq!(in_full(&error), "import: lijst.csv cannot be read: no such file");
    }

    #[test]
    fn mistakes_are_one_line() {
        for line in
            ["huissleutel organisation add", "huissleutel serv", "huissleutel organisation add --slug A --name x"]
        {
            let error = Cli::try_parse_from(line.split(' ')).unwrap_err();
            let told = mistake(&error.to_string());
            assert!(!told.contains('\n') && !told.contains("Usage") && told.len() > 20, "{told}");
        }
    }

    #[test]
    fn the_names_of_the_contract() {
        for line in [
            "demo",
            "demo --listen 127.0.0.1:8080 --data-dir demo",
            "keys init keys.toml",
            "keys rotate",
            "serve",
            "serve --no-worker --no-migrate",
            "worker",
            "migrate --config x.toml",
            "organisation add --name N --slug s1 --no-portal",
            "project add --organisation s1 --name N --slug p1 --prefix ALMELO --delivered 2026-12-01",
            "staff invite --email a@example.nl --role project-lead --project s1/p1 --project s1/p2",
            "import --project s1/p1 list.csv",
            "import --project s1/p1 list.csv --confirm --format json",
            "usernames --project s1/p1 --out list.csv",
            "handout --project s1/p1 list.csv",
            "handout --project s1/p1 --all --part username",
            "handout --project s1/p1 list.csv --undo",
            "funnel --project s1/p1 --format json",
            "worklist --project s1/p1",
            "worklist --project s1/p1 --list never-signed-in --out list.csv",
            "template --out list.xlsx",
            "import undo --batch 01a214e8-202f-7042-9cfa-19d72a92269c",
            "letters --project s1/p1 --out letters.pdf",
            "incident --organisation s1 --project p1 --from 2026-11-01 --to 2026-11-23 --out homes.csv",
            "mail receive",
            "mail receive --from a@example.nl --to b@example.nl --to c@example.nl",
            "retention run",
            "retention run --dry-run --format json",
            "doctor --log-format text",
        ] {
            let words = std::iter::once("huissleutel").chain(line.split(' '));
            assert!(Cli::try_parse_from(words).is_ok(), "{line}");
        }
    }
}
