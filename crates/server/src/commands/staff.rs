//! `staff`: people of clients and operator. Invites only: nobody gets a password from anybody (law 1).

use std::process::ExitCode;

use app::staff::{self, Invite};
use clap::{Args, Subcommand};
use domain::access::Actor;
use domain::naming::{ProjectPath, Slug};
use domain::role::Role;

use crate::cli::say;
use crate::open::with_house;
use crate::settings::Settings;

#[derive(Debug, Subcommand)]
pub(crate) enum Staff {
    /// Mail somebody an invitation, also again for who lost the second factor
    Invite(Who),
}

#[derive(Debug, Args)]
pub(crate) struct Who {
    /// Their own e-mail address
    #[arg(long)]
    email: String,
    /// clerk, org-admin, support, project-lead, operator-admin or auditor
    #[arg(long)]
    role: Role,
    /// The client of a clerk or org-admin, by its short name
    #[arg(long)]
    organisation: Option<Slug>,
    /// A project of a project-lead, as in voorbeeld/de-hagen; may be given more than once
    #[arg(long, value_name = "CLIENT/PROJECT")]
    project: Vec<ProjectPath>,
}

impl Staff {
    pub(crate) fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let Self::Invite(who) = self;
        let project = |path: ProjectPath| (path.organisation.to_string(), path.project.to_string());
        let invite = Invite {
            email: who.email,
            role: who.role,
            organisation: who.organisation.map(|slug| slug.to_string()),
            projects: who.project.into_iter().map(project).collect(),
        };
        with_house(settings, async |app| staff::invite(app, &app.command(), Actor::Server, invite).await)?;
        say("Invited. The mail leaves as soon as serve or worker runs.");
        Ok(ExitCode::SUCCESS)
    }
}
