//! One run of the program: started, listened to, ended by its own process id.

use std::fs::File;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

/// How often something is looked at that must come about.
const LOOKS: u32 = 3_000;
/// The pause between two looks; all of them together are a minute.
const PAUSE: Duration = Duration::from_millis(20);

/// Looks again and again until something is there; none when it never came, which takes a minute to say.
pub(super) fn eventually<T>(mut look: impl FnMut() -> Option<T>) -> Option<T> {
    for _ in 0..LOOKS {
        if let Some(found) = look() {
            return Some(found);
        }
        std::thread::sleep(PAUSE);
    }
    None
}

/// What a finished run said.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) code: Option<i32>,
    pub(super) stdout: String,
    pub(super) stderr: String,
}

impl Said {
    /// Fails the test unless the run ended with this code.
    #[track_caller]
    pub(super) fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:?}");
        self
    }

    /// The one line by which a failure is told, without log lines.
    pub(super) fn complaint(&self) -> &str {
        let lines: Vec<&str> = self.stderr.lines().filter(|line| !line.starts_with('{')).collect();
        assert_eq!(lines.len(), 1, "one clear line: {self:?}");
        lines[0]
    }
}

/// A running program; killed when this is dropped.
pub(super) struct Program {
    child: Child,
    stdout: PathBuf,
    stderr: PathBuf,
}

impl Program {
    /// Starts it; both its outputs go to files named after `log`.
    pub(super) fn start(command: &mut Command, log: &Path) -> Self {
        let (stdout, stderr) = (log.with_extension("out"), log.with_extension("err"));
        let file = |path: &Path| File::create(path).unwrap();
        command.stdin(Stdio::null()).stdout(file(&stdout)).stderr(file(&stderr));
        Self { child: command.spawn().unwrap(), stdout, stderr }
    }

    /// Where it listens, once it says so.
    #[track_caller]
    pub(super) fn address(&mut self) -> SocketAddr {
        let mut ended = None;
        let found = eventually(|| {
            ended = self.child.try_wait().unwrap();
            match address_in(&self.log()) {
                Some(address) => Some(Some(address)),
                None => ended.map(|_| None),
            }
        });
        found.flatten().unwrap_or_else(|| panic!("it does not listen ({ended:?}): {}", self.log()))
    }

    /// What it logged so far.
    pub(super) fn log(&self) -> String {
        std::fs::read_to_string(&self.stderr).unwrap_or_default()
    }

    /// The end of its log, for people who read a failure.
    pub(super) fn last_words(&self) -> String {
        let log = self.log();
        let lines: Vec<&str> = log.lines().rev().take(30).collect();
        lines.into_iter().rev().collect::<Vec<_>>().join("\n")
    }

    /// True while it runs.
    pub(super) fn runs(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// kill -9.
    pub(super) fn kill(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        self.child.wait().unwrap();
    }

    /// SIGTERM, and how it ended.
    #[track_caller]
    pub(super) fn stop(mut self) -> Said {
        kill_process(Pid::from_child(&self.child), Signal::TERM).unwrap();
        self.wait()
    }

    /// Waits for its end.
    #[track_caller]
    pub(super) fn wait(&mut self) -> Said {
        let status = eventually(|| self.child.try_wait().unwrap());
        let status = status.unwrap_or_else(|| panic!("it does not end: {}", self.log()));
        self.said(status)
    }

    fn said(&self, status: ExitStatus) -> Said {
        let stdout = std::fs::read_to_string(&self.stdout).unwrap();
        Said { code: status.code(), stdout, stderr: self.log() }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
    }
}

fn address_in(log: &str) -> Option<SocketAddr> {
    let line = log.lines().find(|line| line.contains("\"listening\""))?;
    let line: serde_json::Value = serde_json::from_str(line).ok()?;
    line.get("address")?.as_str()?.parse().ok()
}
