//! Where a list comes from: something that can be opened again for each pass. While it is read, its bytes are hashed, so
//! that a file that was sent before, or changed meanwhile, is recognised.

use std::io::{self, Cursor, Read};
use std::path::PathBuf;
use std::sync::Arc;

use crypto::digest::Sha256;

/// A row is never longer than this many bytes; one that is has a quotation mark that never closes.
const LONGEST_ROW: u64 = 1024 * 1024;
/// The largest file a client may send.
pub const LARGEST_FILE: u64 = 32 * 1024 * 1024;

type Open = Arc<dyn Fn() -> io::Result<Box<dyn Read + Send>> + Send + Sync>;

/// A list that can be read from its first byte, more than once; a copy of it is the same list.
#[derive(Clone)]
pub struct Source {
    open: Open,
    name: String,
}

impl Source {
    /// From a file.
    #[must_use]
    pub fn file(path: PathBuf) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Self { name, ..Self::of(move || Ok(Box::new(std::fs::File::open(&path)?))) }
    }

    /// From memory: an upload, a test.
    #[must_use]
    pub fn bytes(bytes: Vec<u8>) -> Self {
        let bytes: Arc<[u8]> = bytes.into();
        Self::of(move || Ok(Box::new(Cursor::new(Arc::clone(&bytes)))))
    }

    /// From anything that can be opened again and gives the same bytes each time.
    #[must_use]
    pub fn of(open: impl Fn() -> io::Result<Box<dyn Read + Send>> + Send + Sync + 'static) -> Self {
        Self { open: Arc::new(open), name: String::new() }
    }

    /// The name of the file; empty for what is none.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn open(&self) -> io::Result<Watched> {
        let rest = (self.open)()?;
        Ok(Watched { head: Vec::new(), given: 0, rest, since: 0, size: 0, ending: Ending::Sound, hash: Sha256::new() })
    }
}

/// Why reading stopped before the end of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// It did not.
    Sound,
    /// A row does not end.
    Endless,
    /// The file is larger than any list.
    TooBig,
}

/// The bytes of a source, with its first ones put back after somebody looked at them.
pub(super) struct Watched {
    head: Vec<u8>,
    given: usize,
    rest: Box<dyn Read + Send>,
    since: u64,
    size: u64,
    ending: Ending,
    hash: Sha256,
}

impl Watched {
    /// Looks at the first bytes, at most so many.
    pub(super) fn peek(&mut self, most: usize) -> io::Result<&[u8]> {
        let mut block = [0; 4096];
        while self.head.len() < most {
            let count = self.fetch(&mut block)?;
            if count == 0 {
                break;
            }
            self.head.extend_from_slice(block.get(..count).unwrap_or_default());
        }
        Ok(&self.head)
    }

    /// All bytes there are. The hash is that of the whole afterwards.
    pub(super) fn all(mut self) -> io::Result<(Arc<[u8]>, [u8; 32])> {
        let mut all = std::mem::take(&mut self.head);
        let mut block = vec![0; 64 * 1024];
        loop {
            let count = self.fetch(&mut block)?;
            if count == 0 {
                return Ok((all.into(), self.hash()));
            }
            all.extend_from_slice(block.get(..count).unwrap_or_default());
        }
    }

    /// A row ended: what follows may be long again.
    pub(super) fn row_ended(&mut self) {
        self.since = 0;
    }

    /// Why reading failed, when it did for what is in the source.
    pub(super) fn ending(&self) -> Ending {
        self.ending
    }

    /// The hash of all that was read.
    pub(super) fn hash(&self) -> [u8; 32] {
        self.hash.clone().finish()
    }

    fn fetch(&mut self, block: &mut [u8]) -> io::Result<usize> {
        let count = loop {
            match self.rest.read(block) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        self.hash.update(block.get(..count).unwrap_or_default());
        self.size = self.size.saturating_add(as_u64(count));
        if self.size > LARGEST_FILE {
            return Err(self.stop(Ending::TooBig));
        }
        Ok(count)
    }

    fn stop(&mut self, ending: Ending) -> io::Error {
        self.ending = ending;
        io::Error::new(io::ErrorKind::InvalidData, "more than a list can be")
    }
}

fn as_u64(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

impl Read for Watched {
    fn read(&mut self, block: &mut [u8]) -> io::Result<usize> {
        let waiting = self.head.get(self.given..).unwrap_or_default();
        let count = if waiting.is_empty() {
            self.fetch(block)?
        } else {
            let count = waiting.len().min(block.len());
            if let (Some(to), Some(from)) = (block.get_mut(..count), waiting.get(..count)) {
                to.copy_from_slice(from);
            }
            self.given += count;
            count
        };
        self.since = self.since.saturating_add(as_u64(count));
        if self.since > LONGEST_ROW {
            return Err(self.stop(Ending::Endless));
        }
        Ok(count)
    }
}
