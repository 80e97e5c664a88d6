//! Two clients and their homes, put there the way the operator does it: by the commands' own use cases.

use app::first_login::{Source, import};
use domain::access::Actor;
use domain::naming::ProjectPath;
use domain::username::Prefix;

use super::TestApp;

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) judgement: String,
    pub(crate) username: Option<String>,
}

impl TestApp {
    /// Adds both clients, each with a project: `linde/zuid` (ALMELO…) and `esdoorn/noord` (ZWOLLE…).
    pub(crate) async fn clients(&self) {
        for (slug, name, project, prefix) in
            [("linde", "Stichting De Linde", "zuid", "ALMELO"), ("esdoorn", "Woonstichting Esdoorn", "noord", "ZWOLLE")]
        {
            let new = app::organisation::Add { name: name.parse().unwrap(), slug: slug.parse().unwrap(), portal: true };
            app::organisation::add(&self.app, &self.app.command(), Actor::Server, new).await.unwrap();
            let path = format!("{slug}/{project}").parse().unwrap();
            let (name, prefix) = (project.parse().unwrap(), Prefix::parse(prefix).unwrap());
            let new = app::project::Add { path, name, prefix, delivered_on: None };
            app::project::add(&self.app, &self.app.command(), Actor::Server, new).await.unwrap();
        }
    }

    /// Imports a list; its rows in order.
    pub(crate) async fn import(&self, project: &str, list: &str) -> Vec<Row> {
        let mut rows = Vec::new();
        let source = Source::bytes(list.as_bytes().to_vec());
        let path: ProjectPath = project.parse().unwrap();
        let report = |line: import::Line<'_>| {
            rows.push(Row {
                judgement: line.judged.judgement.as_str().to_owned(),
                username: line.username.map(|name| name.as_str().to_owned()),
            });
        };
        import::confirm(&self.app, &self.app.command(), &Actor::Server, (&path, &source), report).await.unwrap();
        rows
    }

    /// A home of a client, perhaps with an address; its username.
    pub(crate) async fn home(&self, project: &str, number: &str, address: Option<&str>) -> String {
        if let Some(address) = address {
            self.seen.address(address);
        }
        let list = format!(
            "VHE-nummer;Straat;Huisnummer;Postcode;Plaats;E-mailadres\n{number};Eikenlaan;{};7601 AB;Almelo;{}\n",
            number.trim_start_matches(|sign: char| !sign.is_ascii_digit()),
            address.unwrap_or_default()
        );
        let rows = self.import(project, &list).await;
        rows.first().and_then(|row| row.username.clone()).unwrap_or_else(|| panic!("no username: {rows:?}"))
    }
}
