//! A throw-away PostgreSQL: made for one command, gone afterwards, however that command or xtask itself ends.
//!
//! A small shell script holds the server. It reads a pipe that only we hold open; when we end, by whatever cause, the pipe
//! closes, and the script stops the one server it started and removes the folder. Nothing is ever stopped by name.

use std::io::Read as _;
use std::net::TcpListener;
use std::os::unix::fs::DirBuilderExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::shell::{self, Outcome, Problem, Watch};

/// The oldest PostgreSQL that Huissleutel supports.
const OLDEST: u32 = 15;

/// How long the server may take to start.
const PATIENCE: Duration = Duration::from_secs(60);

/// Order and prefix searches follow the collation. A Dutch one as default shows every column that forgot `COLLATE "C"`.
const GUARDIAN: &str = r#"
trap '' INT
"$BIN/initdb" -D "$FOLDER/data" -U huissleutel -A trust -E UTF8 --locale=C \
    --locale-provider=icu --icu-locale=nl --no-instructions >"$FOLDER/log" 2>&1 || exit 1
"$BIN/postgres" -D "$FOLDER/data" -p "$PORT" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    -c max_connections=200 -c fsync=off -c full_page_writes=off >>"$FOLDER/log" 2>&1 &
server=$!
cat >/dev/null
kill -INT "$server" 2>/dev/null
wait "$server"
cd / && rm -rf "$FOLDER"
"#;

/// A running server, stopped when this value goes.
pub(crate) struct Cluster {
    guardian: Child,
    folder: PathBuf,
    port: u16,
    version: u32,
}

impl Cluster {
    /// Makes a cluster in a new temporary folder and waits until it answers.
    pub(crate) fn start() -> Outcome<Self> {
        let (programs, version) = programs()?;
        let user = server_user()?;
        // The port is free when we look; another process may take it before the server does.
        let mut last = Problem::new("PostgreSQL was not tried");
        for _ in 0..3 {
            match Self::start_once(&programs, version, user) {
                Ok(cluster) => return Ok(cluster),
                Err(problem) => last = problem,
            }
        }
        Err(last)
    }

    fn start_once(programs: &Path, version: u32, user: Option<(u32, u32)>) -> Outcome<Self> {
        let port = free_port()?;
        let folder = std::env::temp_dir().join(format!("huissleutel-postgres-{}-{port}", std::process::id()));
        private_folder(&folder, user)?;
        let mut command = Command::new("sh");
        command
            .args(["-c", GUARDIAN])
            .current_dir(&folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command.env_clear().env("PATH", "/usr/bin:/bin").env("LC_ALL", "C");
        command.env("BIN", programs).env("FOLDER", &folder).env("PORT", port.to_string());
        if let Some((uid, gid)) = user {
            command.uid(uid).gid(gid);
        }
        let guardian = command.spawn().map_err(|error| Problem::new(format!("cannot start PostgreSQL: {error}")))?;
        let mut cluster = Self { guardian, folder, port, version };
        cluster.wait_until_ready(programs)?;
        Ok(cluster)
    }

    fn wait_until_ready(&mut self, programs: &Path) -> Outcome {
        let watch = Watch::start();
        let port = self.port.to_string();
        loop {
            let mut asked = Command::new(programs.join("pg_isready"));
            if shell::output(asked.args(["-q", "-h", "127.0.0.1", "-p", &port])).is_ok() {
                return Ok(());
            }
            let ended = self.guardian.try_wait().ok().flatten().is_some();
            if ended || watch.elapsed() > PATIENCE {
                return Err(Problem::new(format!("PostgreSQL did not start:\n{}", self.log())));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn log(&self) -> String {
        let mut text = String::new();
        match std::fs::File::open(self.folder.join("log")).and_then(|mut file| file.read_to_string(&mut text)) {
            Ok(_) => text,
            Err(error) => format!("(no log: {error})"),
        }
    }

    /// The major version.
    pub(crate) fn version(&self) -> u32 {
        self.version
    }

    /// Where it listens. Its one user may make databases.
    pub(crate) fn url(&self) -> String {
        format!("postgres://huissleutel@127.0.0.1:{}/postgres", self.port)
    }

    /// What the tests read.
    pub(crate) fn settings(&self) -> [(&'static str, String); 1] {
        [("HUISSLEUTEL_TEST_POSTGRES", self.url())]
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.guardian.stdin.take());
        if let Err(error) = self.guardian.wait() {
            eprintln!("xtask: waiting for PostgreSQL to stop: {error}");
        }
        // The guardian removes the folder itself; where it could not start a server, it is still there.
        if self.folder.exists() && std::fs::remove_dir_all(&self.folder).is_err() {
            eprintln!("xtask: {} is left behind", self.folder.display());
        }
    }
}

/// The folder with the newest server programs of this machine, and their major version.
pub(crate) fn programs() -> Outcome<(PathBuf, u32)> {
    let installed = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let found = installed
        .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok())
        .map(|version| (PathBuf::from(format!("/usr/lib/postgresql/{version}/bin")), version))
        .filter(|(folder, version)| *version >= OLDEST && folder.join("postgres").exists())
        .max_by_key(|(_, version)| *version);
    found.ok_or_else(|| Problem::new(format!("no PostgreSQL server ≥ {OLDEST} in /usr/lib/postgresql")))
}

/// PostgreSQL refuses to run as root: then its own user runs it. Anybody else runs it as themselves.
fn server_user() -> Outcome<Option<(u32, u32)>> {
    if number(&["-u"])? != 0 {
        return Ok(None);
    }
    Ok(Some((number(&["-u", "postgres"])?, number(&["-g", "postgres"])?)))
}

fn number(arguments: &[&str]) -> Outcome<u32> {
    let said = shell::output(Command::new("id").args(arguments))?;
    said.trim().parse().map_err(|_| Problem::new(format!("`id {}` said {said}", arguments.join(" "))))
}

fn free_port() -> Outcome<u16> {
    let found = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    found.map(|address| address.port()).map_err(|error| Problem::new(format!("no free port on 127.0.0.1: {error}")))
}

fn private_folder(folder: &Path, user: Option<(u32, u32)>) -> Outcome {
    let made = std::fs::DirBuilder::new().mode(0o700).create(folder);
    let owned = made.and_then(|()| match user {
        Some((uid, gid)) => std::os::unix::fs::chown(folder, Some(uid), Some(gid)),
        None => Ok(()),
    });
    owned.map_err(|error| Problem::new(format!("{}: {error}", folder.display())))
}
