//! Text files: from bytes in whatever encoding to rows of cells. Read as a stream, from beginning to end.

use std::io::{self, Read};

use csv::{ErrorKind, Reader, ReaderBuilder, StringRecord, Terminator};
use domain::first_login::{Encoding, FileFault};
use encoding_rs::{Decoder, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{ListError, RawRow};
use crate::first_login::defused::restored;
use crate::first_login::source::{Ending, Watched};

/// How much of a file is looked at to find out how it is laid out.
pub(super) const HEAD: usize = 64 * 1024;
const BLOCK: usize = 16 * 1024;

/// UTF-16, by its mark, or by the zeroes that letters have in one byte of two.
pub(super) fn wide(head: &[u8]) -> Option<Encoding> {
    if head.starts_with(&[0xFF, 0xFE]) {
        return Some(Encoding::Utf16Le);
    }
    if head.starts_with(&[0xFE, 0xFF]) {
        return Some(Encoding::Utf16Be);
    }
    let pairs = head.as_chunks::<2>().0.iter().take(500);
    let (mut first, mut second, mut all) = (0, 0, 0);
    for [one, two] in pairs {
        all += 1;
        first += usize::from(*one == 0);
        second += usize::from(*two == 0);
    }
    match (all, first * 10 >= all * 8, second * 10 >= all * 8) {
        (0 | 1, _, _) | (_, true, true) | (_, false, false) => None,
        (_, true, false) => Some(Encoding::Utf16Be),
        (_, false, true) => Some(Encoding::Utf16Le),
    }
}

/// The encoding of a text file. UTF-8 is told from Windows-1252 by the whole file: the first accent may stand on its
/// last line.
///
/// # Errors
/// When it cannot be read.
pub(super) fn encoding(bytes: &mut Watched) -> Result<Encoding, ListError> {
    if let Some(wide) = wide(bytes.peek(HEAD)?) {
        return Ok(wide);
    }
    let mut decoder = UTF_8.new_decoder_without_bom_handling();
    let mut block = vec![0; BLOCK];
    let mut text = vec![0; decoder.max_utf8_buffer_length_without_replacement(BLOCK).unwrap_or(3 * BLOCK)];
    loop {
        bytes.row_ended();
        let count = bytes.read(&mut block).map_err(|error| told(error, bytes, 0))?;
        let read = block.get(..count).unwrap_or_default();
        let (outcome, _, _) = decoder.decode_to_utf8_without_replacement(read, &mut text, count == 0);
        if matches!(outcome, encoding_rs::DecoderResult::Malformed(..)) {
            return Ok(Encoding::Windows1252);
        }
        if count == 0 {
            return Ok(Encoding::Utf8);
        }
    }
}

/// The text of the first bytes.
pub(super) fn decoded(head: &[u8], encoding: Encoding) -> String {
    let (text, _) = of(encoding).decode_with_bom_removal(head);
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn of(encoding: Encoding) -> &'static encoding_rs::Encoding {
    match encoding {
        Encoding::Utf8 => UTF_8,
        Encoding::Windows1252 => WINDOWS_1252,
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
    }
}

/// The separator that a first line `sep=;` names.
pub(super) fn named_separator(head: &str) -> Option<char> {
    let line = head.lines().next()?.trim_matches(['"', ' ']);
    let named = line.get(..4).filter(|name| name.eq_ignore_ascii_case("sep=")).and_then(|_| line.get(4..))?;
    let mut signs = named.chars();
    signs.next().filter(|sign| sign.is_ascii() && signs.next().is_none())
}

/// The rows of a text that is held whole: the first part of a file. The last may be half a row when there is more.
pub(super) fn rows_of(head: &str, separator: char, (most, more): (usize, bool)) -> Vec<RawRow> {
    // Lines are counted by their ends: the last has one too.
    let end = if head.ends_with('\n') { "" } else { "\n" };
    let mut reader = reader(head.as_bytes().chain(end.as_bytes()), separator);
    let (mut rows, mut record) = (Vec::new(), StringRecord::new());
    while rows.len() <= most && reader.read_record(&mut record).unwrap_or(false) {
        rows.push(row(line_of(&reader, &record), &record));
    }
    if more && rows.len() <= most {
        rows.pop();
    }
    rows.truncate(most);
    rows
}

fn reader<R: Read>(from: R, separator: char) -> Reader<ToItsEnd<R>> {
    ReaderBuilder::new()
        .delimiter(u8::try_from(separator).unwrap_or(b';'))
        .has_headers(false)
        .flexible(true)
        .terminator(Terminator::Any(b'\n'))
        .buffer_capacity(32 * 1024)
        .from_reader(ToItsEnd { from, ended: false })
}

/// What is read, and whether its end was reached. Each row ends at the end of a line, before that: one that takes the end
/// of all has a quotation mark that is never closed.
struct ToItsEnd<R> {
    from: R,
    ended: bool,
}

impl<R: Read> Read for ToItsEnd<R> {
    fn read(&mut self, block: &mut [u8]) -> io::Result<usize> {
        let count = self.from.read(block)?;
        self.ended |= count == 0;
        Ok(count)
    }
}

fn row(number: u64, record: &StringRecord) -> RawRow {
    let cells = record.iter().map(|cell| restored(cell).to_owned()).collect();
    RawRow { number, cells, formulas: Vec::new() }
}

/// The line on which a row that was just read begins, as the client's editor counts. What `csv` says of a record is where
/// the search for it began, before blank lines.
fn line_of<R: Read>(reader: &Reader<ToItsEnd<R>>, record: &StringRecord) -> u64 {
    let within = record.as_slice().bytes().filter(|byte| *byte == b'\n').count() as u64;
    let ends = within + u64::from(!reader.get_ref().ended);
    reader.position().line().saturating_sub(ends)
}

/// The rows of a file.
pub(super) struct TextRows {
    reader: Reader<ToItsEnd<Decoded>>,
    record: StringRecord,
    line: u64,
}

impl TextRows {
    pub(super) fn new(bytes: Watched, encoding: Encoding, separator: char) -> Self {
        Self { reader: reader(Decoded::new(bytes, encoding), separator), record: StringRecord::new(), line: 0 }
    }

    pub(super) fn next(&mut self) -> Result<Option<RawRow>, ListError> {
        self.reader.get_mut().from.bytes.row_ended();
        match self.reader.read_record(&mut self.record) {
            Ok(false) => Ok(None),
            Ok(true) => {
                self.line = line_of(&self.reader, &self.record);
                if self.reader.get_ref().ended {
                    return Err(ListError::Endless(self.line));
                }
                Ok(Some(row(self.line, &self.record)))
            }
            Err(error) => {
                let error = match error.into_kind() {
                    ErrorKind::Io(error) => error,
                    // The other kinds come from strict lengths, seeking, serde and text that is not UTF-8: not here.
                    _ => io::Error::other("the list cannot be taken apart"),
                };
                Err(told(error, &self.reader.get_ref().from.bytes, self.line + 1))
            }
        }
    }

    pub(super) fn hash(&self) -> [u8; 32] {
        self.reader.get_ref().from.bytes.hash()
    }
}

fn told(error: io::Error, bytes: &Watched, line: u64) -> ListError {
    match bytes.ending() {
        Ending::Sound => ListError::Io(error),
        Ending::Endless => ListError::Endless(line),
        Ending::TooBig => ListError::File(FileFault::TooBig),
    }
}

/// The text of a file as UTF-8, each line ended by one `\n`, the last one too: lines are counted by it.
struct Decoded {
    bytes: Watched,
    decoder: Decoder,
    block: Vec<u8>,
    text: Vec<u8>,
    ready: Vec<u8>,
    given: usize,
    last: u8,
    done: bool,
}

impl Decoded {
    fn new(bytes: Watched, encoding: Encoding) -> Self {
        let decoder = of(encoding).new_decoder_with_bom_removal();
        let longest = decoder.max_utf8_buffer_length(BLOCK).unwrap_or(4 * BLOCK);
        let (block, text) = (vec![0; BLOCK], vec![0; longest]);
        Self { bytes, decoder, block, text, ready: Vec::new(), given: 0, last: b'\n', done: false }
    }

    fn fill(&mut self) -> io::Result<()> {
        let count = self.bytes.read(&mut self.block)?;
        self.done = count == 0;
        let read = self.block.get(..count).unwrap_or_default();
        let (_, _, written, _) = self.decoder.decode_to_utf8(read, &mut self.text, self.done);
        self.ready.clear();
        self.given = 0;
        for byte in self.text.iter().take(written).copied() {
            match byte {
                b'\n' if self.last == b'\r' => {}
                b'\r' => self.ready.push(b'\n'),
                other => self.ready.push(other),
            }
            self.last = byte;
        }
        if self.done && !matches!(self.last, b'\n' | b'\r') {
            self.ready.push(b'\n');
        }
        Ok(())
    }
}

impl Read for Decoded {
    fn read(&mut self, block: &mut [u8]) -> io::Result<usize> {
        while self.given == self.ready.len() {
            if self.done {
                return Ok(0);
            }
            self.fill()?;
        }
        let waiting = self.ready.get(self.given..).unwrap_or_default();
        let count = waiting.len().min(block.len());
        if let (Some(to), Some(from)) = (block.get_mut(..count), waiting.get(..count)) {
            to.copy_from_slice(from);
        }
        self.given += count;
        Ok(count)
    }
}
