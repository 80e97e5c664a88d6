//! What the demo remembers beside its database: who its people are, the secrets in their authenticator apps, and how far
//! its clock was moved. A folder with this file is a demo's and may be used again. Written whole or not at all.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::Context;
use domain::role::Role;
use domain::time::Span;
use serde::{Deserialize, Serialize};

/// How far somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum State {
    /// Chose a password and signed in.
    SignedIn,
    /// Chose a password.
    PasswordSet,
    /// Has a mail with a link to choose one.
    MailAsked,
    /// An address is linked, and that is all.
    Linked,
    /// No address.
    NoAddress,
    /// The mail server of the address refuses it.
    Refused,
    /// Has a password; the same address belongs to more homes.
    Carer,
    /// Staff, at work.
    Works,
    /// Staff, with an invitation in the mail.
    Invited,
}

/// Somebody in the demo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Person {
    /// The username; staff's e-mail address.
    pub(super) login: String,
    /// The home, or the name of a member of staff.
    pub(super) who: String,
    /// A resident's e-mail address.
    pub(super) email: Option<String>,
    /// Of staff.
    pub(super) role: Option<Role>,
    pub(super) state: State,
    /// What this person chose.
    pub(super) password: Option<String>,
}

/// The authenticator app of a member of staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Phone {
    /// The e-mail address.
    pub(super) login: String,
    pub(super) role: Role,
    /// What it scanned, in base 32.
    pub(super) secret: String,
}

/// The key of a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Key {
    /// What the program is called.
    pub(super) name: String,
    /// What it sends.
    pub(super) key: String,
}

#[derive(Default, Serialize, Deserialize)]
struct Page {
    /// The seeds are all there.
    seeded: bool,
    /// How far the clock was moved.
    moved_microseconds: i64,
    people: Vec<Person>,
    phones: Vec<Phone>,
    #[serde(default)]
    keys: Vec<Key>,
}

/// The notes, and the file they stand in.
pub(super) struct Notes {
    path: PathBuf,
    page: Mutex<Page>,
}

const FILE: &str = "demo.json";

/// The folder is a demo's.
pub(super) fn are_in(folder: &Path) -> bool {
    folder.join(FILE).exists()
}

impl Notes {
    /// The notes of a folder; fresh ones where there are none.
    pub(super) fn open(folder: &Path) -> anyhow::Result<Self> {
        let path = folder.join(FILE);
        let page = match fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes)
                .with_context(|| format!("{} is damaged; remove the folder, or name another", path.display()))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Page::default(),
            Err(error) => return Err(error).with_context(|| path.display().to_string()),
        };
        let notes = Self { path, page: Mutex::new(page) };
        notes.write(&notes.lock())?;
        Ok(notes)
    }

    pub(super) fn is_seeded(&self) -> bool {
        self.lock().seeded
    }

    /// How far the clock was moved.
    pub(super) fn moved(&self) -> Span {
        Span::from_micros(self.lock().moved_microseconds)
    }

    pub(super) fn people(&self) -> Vec<Person> {
        self.lock().people.clone()
    }

    pub(super) fn phones(&self) -> Vec<Phone> {
        self.lock().phones.clone()
    }

    pub(super) fn keys(&self) -> Vec<Key> {
        self.lock().keys.clone()
    }

    /// A program got its key.
    pub(super) fn made(&self, key: Key) -> anyhow::Result<()> {
        self.change(|page| page.keys.push(key))
    }

    /// The seeds are done.
    pub(super) fn seeded(&self, people: Vec<Person>) -> anyhow::Result<()> {
        self.change(|page| (page.seeded, page.people) = (true, people))
    }

    /// The clock was moved.
    pub(super) fn forward(&self, by: Span) -> anyhow::Result<()> {
        self.change(|page| page.moved_microseconds = page.moved_microseconds.saturating_add(by.micros()))
    }

    /// An app scanned a secret; whatever it had of this person before is gone.
    pub(super) fn scanned(&self, phone: Phone) -> anyhow::Result<()> {
        if self.lock().phones.contains(&phone) {
            return Ok(());
        }
        self.change(|page| match page.phones.iter_mut().find(|known| known.login == phone.login) {
            Some(known) => *known = phone,
            None => page.phones.push(phone),
        })
    }

    fn change(&self, change: impl FnOnce(&mut Page)) -> anyhow::Result<()> {
        let mut page = self.lock();
        change(&mut page);
        self.write(&page)
    }

    fn write(&self, page: &Page) -> anyhow::Result<()> {
        let beside = self.path.with_extension("new");
        let write = || -> io::Result<()> {
            let mut file = fs::File::create(&beside)?;
            file.write_all(&serde_json::to_vec_pretty(page)?)?;
            fs::rename(&beside, &self.path)
        };
        write().with_context(|| format!("{} cannot be written", self.path.display()))
    }

    fn lock(&self) -> MutexGuard<'_, Page> {
        self.page.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use crypto::chance::Chance;

    use super::super::folder::Folder;
    use super::*;

    #[test]
    fn notes_are_found_again() {
        let folder = Folder::open(None, &Chance::system()).unwrap();
        assert!(!are_in(folder.path()));
        let notes = Notes::open(folder.path()).unwrap();
        let phone = |secret: &str| Phone { login: "a@b.test".into(), role: Role::Clerk, secret: secret.into() };
        notes.scanned(phone("OLD")).unwrap();
        notes.scanned(phone("NEW")).unwrap();
        notes.forward(Span::days(2)).unwrap();
        assert!(are_in(folder.path()) && !Notes::open(folder.path()).unwrap().is_seeded());
        notes.seeded(Vec::new()).unwrap();
        let again = Notes::open(folder.path()).unwrap();
        assert!(again.is_seeded());
        assert_eq!((again.moved(), again.phones()), (Span::days(2), vec![phone("NEW")]));
    }
}
