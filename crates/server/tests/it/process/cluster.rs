//! Servers that a test starts itself, in a folder of its own: a PostgreSQL that can be killed, a Postfix. A small shell
//! script holds each of them; it reads a pipe that only the test holds open, and when that closes, by whatever cause, it
//! stops the one server that it started.

use std::net::TcpListener;
use std::os::unix::fs::{DirBuilderExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use super::program::eventually;

/// A script that runs a server until its standard input closes.
pub(super) struct Guardian(Child);

impl Guardian {
    pub(super) fn start(script: &str, settings: &[(&str, &str)], user: Option<(u32, u32)>) -> Self {
        let mut command = Command::new("sh");
        command.args(["-c", script]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        command.env_clear().env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin").env("LC_ALL", "C").current_dir("/");
        command.envs(settings.iter().copied());
        if let Some((uid, gid)) = user {
            command.uid(uid).gid(gid);
        }
        Self(command.spawn().unwrap())
    }
}

impl Drop for Guardian {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        self.0.wait().unwrap();
    }
}

/// A port that nobody listens on. Another process may take it before its user does.
pub(super) fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}

/// What `id` says.
pub(super) fn id(arguments: &[&str]) -> Option<u32> {
    let said = Command::new("id").args(arguments).output().ok()?;
    String::from_utf8_lossy(&said.stdout).trim().parse().ok()
}

/// One PostgreSQL, for tests that kill it.
pub(super) struct Cluster {
    server: Option<Guardian>,
    folder: PathBuf,
    programs: PathBuf,
    user: Option<(u32, u32)>,
    port: u16,
}

const INIT: &str = r#""$BIN/initdb" -D "$FOLDER/data" -U huissleutel -A trust -E UTF8 --locale=C --no-instructions \
    >"$FOLDER/log" 2>&1 && touch "$FOLDER/made"; cat >/dev/null"#;
const SERVE: &str = r#""$BIN/postgres" -D "$FOLDER/data" -p "$PORT" -c listen_addresses=127.0.0.1 \
    -c unix_socket_directories= -c fsync=on >>"$FOLDER/log" 2>&1 &
server=$!
cat >/dev/null
kill -INT "$server" 2>/dev/null
wait "$server""#;

impl Cluster {
    /// A running cluster; none where no PostgreSQL is installed.
    pub(super) fn start() -> Option<Self> {
        let Some(programs) = programs() else {
            testkit::needs::missing("a PostgreSQL server in /usr/lib/postgresql");
            return None;
        };
        // It refuses to run as root; anybody else runs it as themselves.
        let root = id(&["-u"]) == Some(0);
        let user = root.then(|| Some((id(&["-u", "postgres"])?, id(&["-g", "postgres"])?))).flatten();
        let port = free_port();
        let folder = std::env::temp_dir().join(format!("huissleutel-killed-{}-{port}", std::process::id()));
        std::fs::DirBuilder::new().mode(0o700).create(&folder).unwrap();
        if let Some((uid, gid)) = user {
            chown(&folder, Some(uid), Some(gid)).unwrap();
        }
        let mut cluster = Self { server: None, folder, programs, user, port };
        let init = cluster.guardian(INIT);
        let made = eventually(|| cluster.folder.join("made").exists().then_some(()));
        assert!(made.is_some(), "{}", cluster.log());
        drop(init);
        cluster.rise();
        Some(cluster)
    }

    fn guardian(&self, script: &str) -> Guardian {
        let (bin, folder, port) =
            (self.programs.display().to_string(), self.folder.display().to_string(), self.port.to_string());
        Guardian::start(script, &[("BIN", &bin), ("FOLDER", &folder), ("PORT", &port)], self.user)
    }

    /// Starts the server, perhaps after a kill, and waits until it answers.
    pub(super) fn rise(&mut self) {
        drop(self.server.take());
        for _ in 0..20 {
            let _ = std::fs::remove_file(self.folder.join("data/postmaster.pid"));
            let server = self.guardian(SERVE);
            let answers = (0..100).any(|_| {
                std::thread::sleep(std::time::Duration::from_millis(50));
                let mut asked = Command::new(self.programs.join("pg_isready"));
                asked.args(["-q", "-h", "127.0.0.1", "-p", &self.port.to_string()]);
                asked.status().unwrap().success()
            });
            if answers {
                self.server = Some(server);
                return;
            }
            // What the killed one left in shared memory is not free yet.
            drop(server);
        }
        panic!("PostgreSQL does not come back: {}", self.log());
    }

    /// Ends the server without a word to anybody: SIGKILL, or SIGQUIT as `pg_ctl stop -m immediate` does.
    pub(super) fn fall(&mut self, signal: Signal) {
        let pids = std::fs::read_to_string(self.folder.join("data/postmaster.pid")).unwrap();
        let pid = pids.lines().next().and_then(|line| line.parse().ok()).and_then(Pid::from_raw).unwrap();
        kill_process(pid, signal).unwrap();
        // It was a child of its guardian, which goes with it.
        drop(self.server.take());
    }

    pub(super) fn url(&self) -> String {
        format!("postgres://huissleutel@127.0.0.1:{}/postgres?sslmode=disable", self.port)
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.server.take());
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

/// The folder with the newest server programs of this machine.
fn programs() -> Option<PathBuf> {
    let installed = std::fs::read_dir("/usr/lib/postgresql").ok()?.flatten();
    let versions = installed.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let newest = versions.filter(|version| *version >= 15).max()?;
    let folder = Path::new("/usr/lib/postgresql").join(newest.to_string()).join("bin");
    folder.join("postgres").exists().then_some(folder)
}
