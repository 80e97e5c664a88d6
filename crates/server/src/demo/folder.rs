//! The folder of a demo: the one that was named, or a temporary one that goes away with it. Never touches a folder that
//! holds anything else.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use crypto::chance::Chance;

use super::notes;

const DATABASE: &str = "huissleutel.db";
const KEYS: &str = "keys.toml";
const LOCK: &str = "demo.lock";

/// A folder that is this demo's alone until it is dropped.
pub(super) struct Folder {
    path: PathBuf,
    temporary: bool,
    /// Held for as long as the demo runs.
    _lock: File,
}

impl Folder {
    /// Opens the folder that was named, or makes a temporary one.
    pub(super) fn open(named: Option<&Path>, chance: &Chance) -> anyhow::Result<Self> {
        let (path, temporary) = match named {
            Some(path) => (path.to_owned(), false),
            None => {
                let number = u64::from_be_bytes(chance.bytes());
                (std::env::temp_dir().join(format!("huissleutel-demo-{number:016x}")), true)
            }
        };
        fs::create_dir_all(&path).with_context(|| format!("{} cannot be made", path.display()))?;
        let mut inside = fs::read_dir(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        if inside.next().is_some() && !notes::are_in(&path) {
            bail!("{} holds other things and is no folder of a demo; name a new or an empty one", path.display());
        }
        let lock = File::create(path.join(LOCK)).with_context(|| format!("{} cannot be used", path.display()))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { path, temporary, _lock: lock }),
            Err(TryLockError::WouldBlock) => bail!("another demo is using {}", path.display()),
            Err(TryLockError::Error(error)) => Err(error).with_context(|| path.display().to_string()),
        }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// It goes away when the demo ends.
    pub(super) fn is_temporary(&self) -> bool {
        self.temporary
    }

    pub(super) fn database(&self) -> PathBuf {
        self.path.join(DATABASE)
    }

    pub(super) fn keys(&self) -> PathBuf {
        self.path.join(KEYS)
    }

    /// Takes away what a demo left that ended before its seeds were done.
    pub(super) fn clear(&self) -> anyhow::Result<()> {
        for name in [DATABASE, "huissleutel.db-wal", "huissleutel.db-shm", KEYS] {
            let path = self.path.join(name);
            if path.exists() {
                fs::remove_file(&path).with_context(|| format!("{} cannot be removed", path.display()))?;
            }
        }
        Ok(())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.temporary
            && let Err(error) = fs::remove_dir_all(&self.path)
        {
            tracing::warn!(%error, folder = %self.path.display(), "the temporary folder stays behind");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_temporary_folder_goes_away() {
        let folder = Folder::open(None, &Chance::system()).unwrap();
        let path = folder.path().to_owned();
        assert!(path.is_dir() && folder.is_temporary());
        drop(folder);
        assert!(!path.exists());
    }

    #[test]
    fn a_folder_of_somebody_else_is_left_alone() {
        let room = Folder::open(None, &Chance::system()).unwrap();
        let named = room.path().join("data");
        let folder = Folder::open(Some(&named), &Chance::system()).unwrap();
        let second = Folder::open(Some(&named), &Chance::system());
        assert!(second.is_err(), "one demo at a time");
        notes::Notes::open(&named).unwrap();
        fs::write(folder.keys(), "x").unwrap();
        folder.clear().unwrap();
        assert!(!folder.keys().exists());
        drop(folder);
        assert!(Folder::open(Some(&named), &Chance::system()).is_ok(), "a demo's folder is used again");
        let other = room.path().join("other");
        fs::create_dir(&other).unwrap();
        fs::write(other.join("letter.txt"), "dear").unwrap();
        let refused = Folder::open(Some(&other), &Chance::system()).err().unwrap();
        assert!(refused.to_string().contains("no folder of a demo"), "{refused}");
        assert_eq!(fs::read_dir(&other).unwrap().count(), 1);
    }
}
