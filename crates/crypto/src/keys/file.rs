//! The key file: TOML, made by `keys init`, lengthened by `keys rotate`, read at every start. It is written whole or
//! not at all, is for its owner only, and never loses a key. Nothing here prints a secret, not even a line of a file
//! that cannot be read.

use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Read, Write as _};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::time::{Day, Time};
use serde::Deserialize;
use zeroize::{Zeroize, Zeroizing};

use super::{Keys, RootKey};
use crate::chance::Chance;

const HEADER: &str = "\
# Secret keys of Huissleutel.
#
# Keep this file apart from the database and from the backups of the database: whoever has only one of the two
# can do nothing with it. Keep a copy in a safe place: without it no password and no sealed value can be checked.
# Never take a [[key]] out. `huissleutel keys rotate` adds a new one; the older ones are needed for what was made
# with them.
";

/// Far more than anyone needs; a larger file is not a key file.
const MAX_FILE_BYTES: u64 = 256 * 1024;

/// What can be wrong with a key file.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// `init` never writes over anything.
    #[error("{} is there already; keys are never overwritten (to add one: keys rotate)", .0.display())]
    Exists(PathBuf),
    /// Readable or writable by others than its owner.
    #[error("{} can be read or changed by others than its owner (mode {mode:03o}); run: chmod 600 {}", .path.display(), .path.display())]
    TooOpen {
        /// The file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// Not a key file, or damaged. The text says where, and never what stands there.
    #[error("{} is not a good key file: {what}", .path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        what: String,
    },
    /// The file system said no.
    #[error("{}: {source}", .path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What it said.
        source: io::Error,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(default)]
    key: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    number: u32,
    made: String,
    secret: String,
}

impl Drop for Entry {
    fn drop(&mut self) {
        self.secret.zeroize();
    }
}

impl Keys {
    /// Makes a new key file with key number 1, mode 0600.
    ///
    /// # Errors
    /// [`KeyFileError::Exists`] when anything is there already; [`KeyFileError::Io`].
    pub fn init(path: &Path, chance: &Chance, now: Time) -> Result<Self, KeyFileError> {
        let keys = Self { all: vec![RootKey::draw(1, Day::of(now), chance)] };
        // A hard link, unlike a rename, never takes the place of another file.
        keys.write(path, chance, |_, new, path| fs::hard_link(new, path))?;
        Ok(keys)
    }

    /// Adds a key to an existing file; from the next start of the program it is used for everything new.
    ///
    /// # Errors
    /// As [`Keys::load`].
    pub fn rotate(path: &Path, chance: &Chance, now: Time) -> Result<Self, KeyFileError> {
        let mut keys = Self::load(path)?;
        let number = keys.newest().checked_add(1).ok_or_else(|| damaged(path, "the numbers are used up"))?;
        keys.all.push(RootKey::draw(number, Day::of(now), chance));
        // A symbolic link stays one: what it points to is replaced.
        let path = fs::canonicalize(path).map_err(|source| failed(path, source))?;
        keys.write(&path, chance, |file, new, path| {
            // The program that reads it may run as another user than the one who rotates.
            let (old, ours) = (fs::metadata(path)?, file.metadata()?);
            if (old.uid(), old.gid()) != (ours.uid(), ours.gid()) {
                fchown(file, Some(old.uid()), Some(old.gid()))?;
            }
            fs::rename(new, path)
        })?;
        Ok(keys)
    }

    /// Reads a key file.
    ///
    /// # Errors
    /// [`KeyFileError::TooOpen`], [`KeyFileError::Damaged`], [`KeyFileError::Io`].
    pub fn load(path: &Path) -> Result<Self, KeyFileError> {
        let mut file = File::open(path).map_err(|source| failed(path, source))?;
        let about = file.metadata().map_err(|source| failed(path, source))?;
        if !about.is_file() {
            return Err(damaged(path, "it is not a file"));
        }
        let mode = about.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            return Err(KeyFileError::TooOpen { path: path.to_owned(), mode });
        }
        if about.len() > MAX_FILE_BYTES {
            return Err(damaged(path, "it is too large"));
        }
        // One byte of room more than its length, so that reading does not grow the text and leave a copy behind.
        let room = usize::try_from(about.len()).unwrap_or(0).saturating_add(1);
        let mut text = Zeroizing::new(String::with_capacity(room));
        Read::by_ref(&mut file)
            .take(MAX_FILE_BYTES)
            .read_to_string(&mut text)
            .map_err(|source| failed(path, source))?;
        parse(&text).map_err(|what| damaged(path, what))
    }

    /// Writes beside `path`, with everything on disk, and then lets `place` bring it there in one step.
    fn write(
        &self,
        path: &Path,
        chance: &Chance,
        place: impl Fn(&File, &Path, &Path) -> io::Result<()>,
    ) -> Result<(), KeyFileError> {
        let name = path.file_name().ok_or_else(|| damaged(path, "it has no file name"))?;
        let draw = u64::from_be_bytes(chance.bytes());
        let new = path.with_file_name(format!(".{}.{draw:016x}.new", name.to_string_lossy()));
        let written = (|| {
            let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&new)?;
            // The mask of the process may have taken bits away, and must not.
            file.set_permissions(Permissions::from_mode(0o600))?;
            file.write_all(self.text().as_bytes())?;
            file.sync_all()?;
            place(&file, &new, path)
        })();
        // Gone already when it was renamed; the second name of a hard link otherwise.
        let removed = fs::remove_file(&new);
        match written {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(KeyFileError::Exists(path.to_owned()));
            }
            Err(source) => return Err(failed(path, source)),
            Ok(()) => {}
        }
        match removed {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(&new, error)),
            _ => {}
        }
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(|source| failed(folder, source))
    }

    fn text(&self) -> Zeroizing<String> {
        // Room for all of it at once, so that growing leaves no copies behind.
        let mut out = Zeroizing::new(String::with_capacity(HEADER.len() + 160 * self.all.len()));
        out.push_str(HEADER);
        for key in &self.all {
            let secret = Zeroizing::new(STANDARD.encode(&key.root[..]));
            // Writing to a String cannot fail.
            let _ = write!(
                out,
                "\n[[key]]\nnumber = {}\nmade = \"{}\"\nsecret = \"{}\"\n",
                key.number,
                key.made,
                secret.as_str()
            );
        }
        out
    }
}

fn parse(text: &str) -> Result<Keys, String> {
    let mut document: Document = toml::from_str(text).map_err(|error| {
        // The message of the library quotes the line, secret and all.
        let upto = error.span().and_then(|span| text.get(..span.start));
        match upto {
            Some(upto) => format!("line {} cannot be read", upto.matches('\n').count() + 1),
            None => "it cannot be read".to_owned(),
        }
    })?;
    document.key.sort_by_key(|entry| entry.number);
    let all = document.key.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    if all.is_empty() {
        return Err("it holds no [[key]]".to_owned());
    }
    if all.windows(2).any(|pair| matches!(pair, [one, two] if one.number == two.number || one.root == two.root)) {
        return Err("it holds a number or a secret twice".to_owned());
    }
    Ok(Keys { all })
}

fn read(entry: &Entry) -> Result<RootKey, String> {
    let number = entry.number;
    if number == 0 {
        return Err("numbers begin at 1".to_owned());
    }
    let made = Day::parse(&entry.made).map_err(|_| format!("key {number}: made is not a day"))?;
    let bytes =
        Zeroizing::new(STANDARD.decode(&entry.secret).map_err(|_| format!("key {number}: the secret is not base64"))?);
    let root =
        <[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| format!("key {number}: the secret is not 32 bytes long"))?;
    Ok(RootKey { number, made, root: Zeroizing::new(root) })
}

fn damaged(path: &Path, what: impl Into<String>) -> KeyFileError {
    KeyFileError::Damaged { path: path.to_owned(), what: what.into() }
}

fn failed(path: &Path, source: io::Error) -> KeyFileError {
    KeyFileError::Io { path: path.to_owned(), source }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own for one test, gone afterwards.
    struct Folder(PathBuf);

    impl Folder {
        fn new() -> Self {
            let name = format!("huissleutel-keys-{:016x}", u64::from_be_bytes(Chance::system().bytes()));
            let path = std::env::temp_dir().join(name);
            fs::create_dir(&path).unwrap();
            Self(path)
        }
        fn file(&self) -> PathBuf {
            self.0.join("keys.toml")
        }
        fn with(&self, text: &str, mode: u32) -> PathBuf {
            fs::write(self.file(), text).unwrap();
            fs::set_permissions(self.file(), Permissions::from_mode(mode)).unwrap();
            self.file()
        }
        fn names(&self) -> Vec<String> {
            let mut names: Vec<_> =
                fs::read_dir(&self.0).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
            names.sort();
            names
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn now() -> Time {
        Day::parse("2026-11-23").unwrap().starts_at()
    }

    #[test]
    fn made_for_the_owner_only_and_read_back() {
        let folder = Folder::new();
        let made = Keys::init(&folder.file(), &Chance::system(), now()).unwrap();
        assert_eq!(fs::metadata(folder.file()).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(folder.names(), ["keys.toml"]);
        let text = fs::read_to_string(folder.file()).unwrap();
        assert!(text.contains("Keep this file apart from the database"));
        assert!(text.contains("number = 1\nmade = \"2026-11-23\"\nsecret = \""));
        let read = Keys::load(&folder.file()).unwrap();
        assert_eq!(read.fingerprint(), made.fingerprint());
        assert_eq!(*read.all[0].root, *made.all[0].root);
    }

    #[test]
    fn never_written_over() {
        let folder = Folder::new();
        Keys::init(&folder.file(), &Chance::system(), now()).unwrap();
        let before = fs::read(folder.file()).unwrap();
        let error = Keys::init(&folder.file(), &Chance::system(), now()).unwrap_err();
        assert!(matches!(error, KeyFileError::Exists(_)));
        assert!(error.to_string().contains("never overwritten"));
        assert_eq!(fs::read(folder.file()).unwrap(), before);
        assert_eq!(folder.names(), ["keys.toml"]);
    }

    #[test]
    fn of_two_at_once_one_wins() {
        let folder = Folder::new();
        let won = std::thread::scope(|scope| {
            let tries: Vec<_> =
                (0..8).map(|_| scope.spawn(|| Keys::init(&folder.file(), &Chance::system(), now()).is_ok())).collect();
            tries.into_iter().map(|t| t.join().unwrap()).filter(|won| *won).count()
        });
        assert_eq!(won, 1);
        assert_eq!(folder.names(), ["keys.toml"]);
    }

    #[test]
    fn a_rotation_adds_and_keeps() {
        let folder = Folder::new();
        let one = Keys::init(&folder.file(), &Chance::system(), now()).unwrap();
        Keys::rotate(&folder.file(), &Chance::system(), now()).unwrap();
        Keys::rotate(&folder.file(), &Chance::system(), now()).unwrap();
        let three = Keys::load(&folder.file()).unwrap();
        assert_eq!(three.numbers().iter().map(|(n, _)| *n).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(three.newest(), 3);
        assert_eq!(*three.all[0].root, *one.all[0].root);
        assert_eq!(three.fingerprint(), one.fingerprint());
        assert_eq!(fs::metadata(folder.file()).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(folder.names(), ["keys.toml"]);
    }

    #[test]
    fn readable_by_others_is_refused_with_what_to_do() {
        let folder = Folder::new();
        Keys::init(&folder.file(), &Chance::system(), now()).unwrap();
        for mode in [0o644, 0o640, 0o604, 0o620, 0o601] {
            fs::set_permissions(folder.file(), Permissions::from_mode(mode)).unwrap();
            let error = Keys::load(&folder.file()).unwrap_err();
            assert!(error.to_string().contains(&format!("mode {mode:03o}")), "{error}");
            assert!(error.to_string().contains("chmod 600"), "{error}");
        }
        for mode in [0o600, 0o400] {
            fs::set_permissions(folder.file(), Permissions::from_mode(mode)).unwrap();
            Keys::load(&folder.file()).unwrap();
        }
    }

    #[test]
    fn a_bad_file_is_explained_without_showing_its_secret() {
        let folder = Folder::new();
        let secret = "c2VjcmV0LXRoYXQtbXVzdC1uZXZlci1iZS1zaG93biE=";
        let key = |number: &str, secret: &str| {
            format!("[[key]]\nnumber = {number}\nmade = \"2026-11-23\"\nsecret = {secret}\n")
        };
        for (text, said) in [
            (String::new(), "holds no [[key]]"),
            ("[[key]\n".to_owned(), "line 1"),
            (key("1", secret), "line 4"),
            (key("1", "\"x\""), "key 1: the secret is not base64"),
            (key("1", "\"c2hvcnQ=\""), "not 32 bytes"),
            (key("0", &format!("\"{secret}\"")), "begin at 1"),
            (key("-1", &format!("\"{secret}\"")), "line 2"),
            (
                key("1", &format!("\"{secret}\"")) + &key("1", "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\""),
                "twice",
            ),
            (key("1", &format!("\"{secret}\"")) + "extra = 1\n", "line"),
            (key("1", &format!("\"{secret}\"")).replace("11-23", "11-31"), "made is not a day"),
        ] {
            let error = Keys::load(&folder.with(&text, 0o600)).unwrap_err();
            let shown = format!("{error} {error:?}");
            assert!(shown.contains(said), "{shown}");
            assert!(!shown.contains("c2VjcmV0"), "{shown}");
        }
        assert!(matches!(Keys::load(&folder.0.join("none")), Err(KeyFileError::Io { .. })));
        assert!(Keys::load(&folder.0).is_err());
    }
}
