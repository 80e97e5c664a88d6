//! Where a list comes from: something that can be opened again for each pass. While it is read, its bytes are hashed, so
//! that a file that was sent before, or changed meanwhile, is recognised.

use std::io::{self, Cursor, Read};
use std::path::PathBuf;

use crypto::digest::Sha256;

/// A row is never longer than this many bytes; one that is has a quotation mark that never closes.
const LONGEST_ROW: u64 = 1024 * 1024;

type Open = Box<dyn Fn() -> io::Result<Box<dyn Read + Send>> + Send + Sync>;

/// A list that can be read from its first byte, more than once.
pub struct Source(Open);

impl Source {
    /// From a file.
    #[must_use]
    pub fn file(path: PathBuf) -> Self {
        Self(Box::new(move || Ok(Box::new(std::fs::File::open(&path)?))))
    }

    /// From memory: an upload, a test.
    #[must_use]
    pub fn bytes(bytes: Vec<u8>) -> Self {
        let bytes: std::sync::Arc<[u8]> = bytes.into();
        Self(Box::new(move || Ok(Box::new(Cursor::new(std::sync::Arc::clone(&bytes))))))
    }

    pub(super) fn open(&self) -> io::Result<Watched> {
        let hash = Sha256::new();
        Ok(Watched { head: Vec::new(), given: 0, rest: (self.0)()?, since: 0, endless: false, last: 0, hash })
    }
}

/// The bytes of a source, with its first ones put back after somebody looked at them.
pub(super) struct Watched {
    head: Vec<u8>,
    given: usize,
    rest: Box<dyn Read + Send>,
    since: u64,
    endless: bool,
    last: u8,
    hash: Sha256,
}

impl Watched {
    /// Looks at the first bytes, up to and with the end of the first line that is not blank; at most 64 KiB.
    pub(super) fn peek(&mut self) -> io::Result<&[u8]> {
        let mut block = [0; 4096];
        while self.head.len() < 64 * 1024 && !has_line(&self.head) {
            let count = self.fetch(&mut block)?;
            if count == 0 {
                break;
            }
            self.head.extend_from_slice(block.get(..count).unwrap_or_default());
        }
        Ok(&self.head)
    }

    /// Passes over the first bytes.
    pub(super) fn skip(&mut self, count: usize) {
        self.given = count.min(self.head.len());
    }

    /// A row ended: what follows may be long again.
    pub(super) fn row_ended(&mut self) {
        self.since = 0;
    }

    /// True after reading failed because a row did not end.
    pub(super) fn is_endless(&self) -> bool {
        self.endless
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
        let fetched = block.get(..count).unwrap_or_default();
        self.hash.update(fetched);
        self.last = fetched.last().copied().unwrap_or(self.last);
        Ok(count)
    }

    /// A last row without a line end gets one, so that all rows have: their lines are counted by it.
    fn last_line_end(&mut self, block: &mut [u8]) -> usize {
        let Some(first) = block.first_mut().filter(|_| self.last != b'\n') else { return 0 };
        (*first, self.last) = (b'\n', b'\n');
        1
    }
}

fn has_line(head: &[u8]) -> bool {
    let text = head.iter().position(|byte| !byte.is_ascii_whitespace());
    text.is_some_and(|at| head.iter().skip(at).any(|byte| matches!(byte, b'\n' | b'\r')))
}

impl Read for Watched {
    fn read(&mut self, block: &mut [u8]) -> io::Result<usize> {
        let waiting = self.head.get(self.given..).unwrap_or_default();
        let count = if waiting.is_empty() {
            match self.fetch(block)? {
                0 => self.last_line_end(block),
                count => count,
            }
        } else {
            let count = waiting.len().min(block.len());
            if let (Some(to), Some(from)) = (block.get_mut(..count), waiting.get(..count)) {
                to.copy_from_slice(from);
            }
            self.given += count;
            count
        };
        self.since = self.since.saturating_add(u64::try_from(count).unwrap_or(u64::MAX));
        if self.since > LONGEST_ROW {
            self.endless = true;
            return Err(io::Error::new(io::ErrorKind::InvalidData, "a row that does not end"));
        }
        Ok(count)
    }
}
