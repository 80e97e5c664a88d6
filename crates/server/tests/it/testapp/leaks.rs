//! Law 2, at the end of every test: nothing secret stands where it could be read later.

use std::io::Write;
use std::sync::{Arc, Mutex, OnceLock};

use testkit::Fresh;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::prelude::*;

use super::{Seen, Tables};

/// All that the tests of this process wrote to the log, ours in more detail than the program does.
static LOG: OnceLock<Arc<Mutex<Vec<u8>>>> = OnceLock::new();

struct Pen(Arc<Mutex<Vec<u8>>>);

impl Write for Pen {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Starts the log, once.
pub(super) fn listen() {
    LOG.get_or_init(|| {
        let log: Arc<Mutex<Vec<u8>>> = Arc::default();
        let ours = ["app", "crypto", "mail", "store", "web", "words"].map(|name| (name, LevelFilter::DEBUG));
        let targets = Targets::new().with_default(LevelFilter::WARN).with_targets(ours);
        let pen = Arc::clone(&log);
        let lines = tracing_subscriber::fmt::layer().json().with_writer(move || Pen(Arc::clone(&pen)));
        tracing_subscriber::registry().with(lines.with_filter(targets)).init();
        log
    });
}

/// The log so far.
pub(crate) fn log() -> String {
    LOG.get().map(|log| String::from_utf8_lossy(&log.lock().unwrap()).into_owned()).unwrap_or_default()
}

/// The bytes of the database as a thief of its disk has them.
fn disk(fresh: &Fresh) -> Vec<u8> {
    let Some(path) = fresh.url.strip_prefix("sqlite:") else { return Vec::new() };
    ["", "-wal", "-shm"].iter().flat_map(|end| std::fs::read(format!("{path}{end}")).unwrap_or_default()).collect()
}

fn holds(all: &[u8], part: &str) -> bool {
    let part = part.as_bytes();
    let Some(first) = part.first() else { return false };
    let mut rest = all;
    while let Some(at) = rest.iter().position(|byte| byte == first) {
        rest = rest.get(at..).unwrap_or_default();
        if rest.starts_with(part) {
            return true;
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    false
}

/// Red when a secret stands in the log or the database, or an address in the log or the audit log.
pub(super) fn search(seen: &Seen, tables: &Tables, fresh: &Fresh) {
    let (log, disk) = (log(), disk(fresh));
    let rows: String = tables.values().flat_map(|rows| rows.iter().map(String::as_str)).collect::<Vec<_>>().join("\n");
    // Clients of a test come from 198.51.x.x; where they came from is counted under a key and named in no row (law 13).
    assert!(!rows.contains("198.51."), "a row says where somebody came from");
    for secret in seen.secrets.lock().unwrap().iter() {
        assert!(!log.contains(secret.as_str()), "{secret:?} stands in the log");
        assert!(!rows.contains(secret.as_str()), "{secret:?} stands in a row");
        assert!(!holds(&disk, secret), "{secret:?} stands on the disk");
    }
    let audit: String =
        tables.iter().filter(|(name, _)| name.starts_with("audit")).flat_map(|(_, rows)| rows.clone()).collect();
    for address in seen.addresses.lock().unwrap().iter() {
        assert!(!log.contains(address.as_str()), "{address} stands in the log");
        assert!(!audit.contains(address.as_str()), "{address} stands in the audit log");
    }
}

#[test]
fn the_search_finds_what_is_there() {
    assert!(holds(b"xxsecreXsecret", "secret") && !holds(b"xxsecreXsecre", "secret") && !holds(b"", "a"));
}
