//! Passwords that others have had before: common, breached, and plain words, as a filter that says "surely not" or
//! "almost surely". One filter is built in (`data/README.md` says of what); an operator may add a larger one as a file.
//! Everything is looked up in this process: no password and no part of its hash leaves it.
//!
//! A password that is in the list is always refused; of those that are not, 1 in 65,000 per filter is refused too.

mod format;

use std::fmt;
use std::fs::File;
use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};

use aws_lc_rs::digest;
use unicode_normalization::UnicodeNormalization;
use xorf::{BinaryFuse16, Filter as _};
use zeroize::Zeroizing;

pub use format::BadFormat;

/// The built-in list, made by `data/make_known.py`.
static BUNDLED: &[u8] = include_bytes!("../data/known.filter");

/// Lines of a list that are longer than this are not passwords.
const MAX_LINE: usize = 1024;

/// What can be wrong with a filter file.
#[derive(Debug, thiserror::Error)]
pub enum FilterError {
    /// Not a filter file, cut off, changed, or too large.
    #[error("{} is not a good filter file: {what}", .path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        what: BadFormat,
    },
    /// No filter comes of so many words (none at all, or more than 200 million).
    #[error("no filter can be made of {0} words")]
    Count(usize),
    /// The file system said no.
    #[error("{}: {source}", .path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What it said.
        source: io::Error,
    },
}

/// The filters in use.
pub struct Filter {
    all: Vec<BinaryFuse16>,
}

impl Filter {
    /// The built-in list alone.
    ///
    /// # Errors
    /// [`BadFormat`] when the program itself is damaged.
    pub fn bundled() -> Result<Self, BadFormat> {
        let length = u64::try_from(BUNDLED.len()).unwrap_or(u64::MAX);
        Ok(Self { all: vec![format::read(BUNDLED, length)?] })
    }

    /// The built-in list and that of a file made by [`Filter::write`].
    ///
    /// # Errors
    /// [`FilterError::Damaged`], [`FilterError::Io`].
    pub fn with_file(path: &Path) -> Result<Self, FilterError> {
        let damaged = |what| FilterError::Damaged { path: path.to_owned(), what };
        let mut filter = Self::bundled().map_err(damaged)?;
        let file = File::open(path).map_err(|source| failed(path, source))?;
        let length = file.metadata().map_err(|source| failed(path, source))?.len();
        filter.all.push(format::read(BufReader::new(file), length).map_err(|what| match what {
            BadFormat::Io(source) => failed(path, source),
            what => damaged(what),
        })?);
        Ok(filter)
    }

    /// Whether it is in a list, whatever its letter case.
    #[must_use]
    pub fn is_known(&self, password: &str) -> bool {
        let key = key(password);
        self.all.iter().any(|filter| filter.contains(&key))
    }

    /// Makes a filter file of a list of passwords (a breach list, one per line). Answers how many different ones went
    /// into it. The file is replaced in one step; a list of 100 million wants 2 GB of memory while it is made.
    ///
    /// # Errors
    /// [`FilterError::Count`], [`FilterError::Io`].
    pub fn write<S: AsRef<str>>(words: impl IntoIterator<Item = S>, path: &Path) -> Result<usize, FilterError> {
        let mut keys: Vec<u64> = words
            .into_iter()
            .filter(|word| !word.as_ref().trim().is_empty() && word.as_ref().len() <= MAX_LINE)
            .map(|word| key(word.as_ref()))
            .collect();
        keys.sort_unstable();
        keys.dedup();
        let count = keys.len();
        if count == 0 || count > format::MAX_WORDS {
            return Err(FilterError::Count(count));
        }
        let filter = BinaryFuse16::try_from(&keys).map_err(|_| FilterError::Count(count))?;
        let mut name = path.as_os_str().to_owned();
        name.push(".new");
        let new = PathBuf::from(name);
        let written = (|| {
            let mut file = File::create(&new)?;
            file.write_all(&format::bytes(&filter, count))?;
            file.sync_all()?;
            std::fs::rename(&new, path)
        })();
        written.map(|()| count).map_err(|source| failed(path, source))
    }
}

impl fmt::Debug for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Filter({} lists)", self.all.len())
    }
}

/// The first 64 bits of SHA-256 of the folded word: NFKC, no outer white space, lower case.
fn key(word: &str) -> u64 {
    let mut folded = Zeroizing::new(String::with_capacity(word.len() * 3 + 16));
    folded.extend(word.nfkc().flat_map(char::to_lowercase));
    let hash = digest::digest(&digest::SHA256, folded.trim().as_bytes());
    hash.as_ref().first_chunk().map_or(0, |first| u64::from_be_bytes(*first))
}

fn failed(path: &Path, source: io::Error) -> FilterError {
    FilterError::Io { path: path.to_owned(), source }
}

#[cfg(test)]
mod tests;
