//! An installation of its own for a test: a folder, a database, a key file, settings. Commands run in it, and programs.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use testkit::inside::Inside;

use super::program::{Program, Said};

/// The clients' and project's names in all tests here.
pub(super) const PROJECT: &str = "linde/de-hagen";

/// An installation; its folder goes when this is dropped.
pub(super) struct House {
    pub(super) folder: PathBuf,
    pub(super) url: String,
    settings: BTreeMap<&'static str, String>,
    runs: Cell<u32>,
}

impl House {
    /// On SQLite.
    pub(super) fn sqlite() -> Self {
        let folder = testkit::engines::folder();
        let url = format!("sqlite:{}", folder.join("huissleutel.db").display());
        Self::at(folder, url)
    }

    /// On the PostgreSQL of this test run, if there is one.
    pub(super) fn postgres() -> Option<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let url = runtime.block_on(testkit::engines::empty_postgres())?;
        Some(Self::at(testkit::engines::folder(), url))
    }

    /// One house on each engine of this run.
    pub(super) fn each() -> impl Iterator<Item = House> {
        [Some(Self::sqlite()), Self::postgres()].into_iter().flatten()
    }

    /// With its database at this URL.
    pub(super) fn at(folder: PathBuf, url: String) -> Self {
        let settings = BTreeMap::from([
            ("HUISSLEUTEL_DATABASE_URL", url.clone()),
            ("HUISSLEUTEL_SECRET_KEY_FILE", folder.join("keys.toml").display().to_string()),
            ("HUISSLEUTEL_LISTEN", "127.0.0.1:0".to_owned()),
            ("HUISSLEUTEL_PUBLIC_URL", "http://localhost".to_owned()),
            ("HUISSLEUTEL_SMTP_URL", "smtp://127.0.0.1:9".to_owned()),
            ("HUISSLEUTEL_MAIL_FROM", "Huissleutel <sleutel@beheer.test>".to_owned()),
            // What a hash costs is no subject here.
            ("HUISSLEUTEL_PASSWORD__MEMORY_KIB", "64".to_owned()),
            ("HUISSLEUTEL_PASSWORD__PASSES", "1".to_owned()),
        ]);
        Self { folder, url, settings, runs: Cell::new(0) }
    }

    /// With a setting, or without it when the value is empty.
    pub(super) fn with(mut self, key: &'static str, value: &str) -> Self {
        self.set(key, value);
        self
    }

    pub(super) fn set(&mut self, key: &'static str, value: &str) {
        self.settings.insert(key, value.to_owned());
    }

    /// Limits that a test's one source does not reach.
    pub(super) fn without_limits(mut self) -> Self {
        for key in [
            "HUISSLEUTEL_LIMITS__ASK_ACCOUNT_HOUR__MOST",
            "HUISSLEUTEL_LIMITS__ASK_ACCOUNT_DAY__MOST",
            "HUISSLEUTEL_LIMITS__ASK_SOURCE__MOST",
            "HUISSLEUTEL_LIMITS__ASK_OVERALL__MOST",
            "HUISSLEUTEL_LIMITS__DESTINATION__MOST",
            "HUISSLEUTEL_LIMITS__GUESS_ACCOUNT__MOST",
            "HUISSLEUTEL_LIMITS__GUESS_SOURCE__MOST",
            "HUISSLEUTEL_LIMITS__GUESS_OVERALL__MOST",
        ] {
            self.set(key, "1000000000");
        }
        self
    }

    /// Key file, database, client and project.
    pub(super) fn furnished(self) -> Self {
        self.run(&["keys", "init", &self.path("keys.toml")]).ends(0);
        self.run(&["migrate"]).ends(0);
        self.run(&["organisation", "add", "--name", "Woonstichting De Linde", "--slug", "linde"]).ends(0);
        let project = ["project", "add", "--organisation", "linde", "--name", "De Hagen", "--slug", "de-hagen"];
        self.run(&[&project[..], &["--prefix", "ALMELO"]].concat()).ends(0);
        self
    }

    /// Imports a list.
    #[track_caller]
    pub(super) fn import(&self, list: &str, more: &[&str]) -> Said {
        let file = self.write("lijst.csv", list);
        self.run(&[&["import", "--project", PROJECT, &file], more].concat())
    }

    /// A file in the folder of the house, by its whole name.
    pub(super) fn path(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }

    pub(super) fn write(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// Its settings as a file, by its whole name: for a program that others start.
    pub(super) fn settings_file(&self) -> String {
        let line = |(key, value): (&&str, &String)| {
            let key = key.trim_start_matches("HUISSLEUTEL_").to_lowercase().replace("__", ".");
            let value = value.parse::<u64>().map_or_else(|_| format!("{value:?}"), |number| number.to_string());
            format!("{key} = {value}\n")
        };
        let lines: String = self.settings.iter().filter(|(_, value)| !value.is_empty()).map(line).collect();
        self.write("huissleutel.toml", &lines)
    }

    /// The program with the settings of this house, and nothing else around it.
    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_huissleutel"));
        command.args(arguments).current_dir(&self.folder).env_clear();
        command.envs(self.settings.iter().filter(|(_, value)| !value.is_empty()));
        command
    }

    /// Starts it.
    pub(super) fn start(&self, arguments: &[&str]) -> Program {
        Program::start(&mut self.command(arguments), &self.log())
    }

    /// Runs a command to its end.
    #[track_caller]
    pub(super) fn run(&self, arguments: &[&str]) -> Said {
        self.start(arguments).wait()
    }

    /// Says whether everything is well, in the program's own words.
    #[track_caller]
    pub(super) fn doctor(&self) {
        let said = self.run(&["doctor"]).ends(0);
        for well in ["settings: complete", "keys and database: belong together", "none changed"] {
            assert!(said.stdout.contains(well) && !said.stdout.contains("FAULT"), "{said:?}");
        }
    }

    /// A look into its database.
    pub(super) fn inside(&self) -> Inside {
        Inside::open(&self.url)
    }

    /// Where the next run logs.
    pub(super) fn log(&self) -> PathBuf {
        let number = self.runs.get();
        self.runs.set(number + 1);
        self.folder.join(format!("run-{number}"))
    }
}

impl Drop for House {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

/// A list of homes as a client sends it; the resident of number n has `bewoner{n}@example.nl`.
pub(super) fn list(numbers: impl Iterator<Item = u32>) -> String {
    let mut text = "\u{feff}VHE-nummer;Straat;Huisnummer;Toevoeging;Postcode;Plaats;E-mailadres\r\n".to_owned();
    for n in numbers {
        text.push_str(&format!("V{n:05};Lindelaan;{n};;7607 AB;Almelo;{}\r\n", address(n)));
    }
    text
}

pub(super) fn address(n: u32) -> String {
    format!("bewoner{n}@example.nl")
}

/// Copies what lies flat in a folder.
pub(super) fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}
