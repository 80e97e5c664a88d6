//! Reading what a client wrote: plain words in lines and paragraphs, and a few names in braces. Whatever comes in, it is a text or
//! it is told where it is not: line, character and why.

use super::links::{self, Looks};
use super::{Piece, Placeholder, Room, Values};
use crate::email::Address;
use crate::username::invisible;

/// So many faults are told at once.
pub const MOST_FAULTS: usize = 5;

/// So much of what is wrong is repeated.
const REPEATED: usize = 40;

/// A text that fits its piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    written: String,
    paragraphs: Vec<Vec<Part>>,
}

/// A stretch of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Words(String),
    Value(Placeholder),
}

/// What is wrong with a text, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// The character in it, from 1.
    pub column: usize,
    /// What is wrong.
    pub why: Why,
}

/// Why a text is none for its piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// There are no words in it.
    Empty,
    /// It has more characters than this.
    TooLong(usize),
    /// It has more lines than this.
    TooManyLines(usize),
    /// A sign that nobody sees, or that turns the direction of writing.
    Sign(char),
    /// The address of a page, or what a mail program would take for one.
    WebAddress(String),
    /// An e-mail address, where none may stand or which is none.
    Email(String),
    /// There is nothing of this name to fill in.
    Unknown(String),
    /// It may not be filled in here: the piece is also read by others than who may know it.
    NotHere(Placeholder),
    /// A brace that is never closed.
    Open,
    /// A brace that was never opened.
    Close,
}

impl Text {
    /// Reads what was typed. Line ends of any kind, and blanks at the end of lines and around the whole, do not matter.
    ///
    /// # Errors
    /// What is wrong, from top to bottom, [`MOST_FAULTS`] at most and one at least.
    pub fn parse(piece: Piece, typed: &str) -> Result<Self, Vec<Fault>> {
        Self::read(Takes { room: piece.room(), values: piece.takes(), email: piece.takes_email() }, typed)
    }

    /// The same for words that are no piece of a client: nothing is filled in, and no address may stand in them.
    ///
    /// # Errors
    /// As [`Text::parse`].
    pub fn plain(room: Room, typed: &str) -> Result<Self, Vec<Fault>> {
        Self::read(Takes { room, values: &[], email: false }, typed)
    }

    fn read(takes: Takes, typed: &str) -> Result<Self, Vec<Fault>> {
        let plain = typed.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
        let lines: Vec<&str> = plain.split('\n').map(str::trim_end).collect();
        let first = lines.iter().position(|line| !line.is_empty());
        let last = lines.iter().rposition(|line| !line.is_empty());
        let (Some(first), Some(last)) = (first, last) else {
            return Err(vec![Fault { line: 1, column: 1, why: Why::Empty }]);
        };
        let mut reader = Reader { takes, faults: Vec::new(), paragraphs: Vec::new(), part: Vec::new() };
        let shown = lines.get(first..=last).unwrap_or_default();
        for (line, number) in shown.iter().zip(first + 1..) {
            reader.line(line, number);
        }
        reader.end();
        reader.faults.extend(too_much(takes.room, shown, first));
        reader.faults.sort_by_key(|fault| (fault.line, fault.column));
        reader.faults.truncate(MOST_FAULTS);
        if reader.faults.is_empty() {
            Ok(Self { written: shown.join("\n"), paragraphs: reader.paragraphs })
        } else {
            Err(reader.faults)
        }
    }

    /// As it was written, without blanks around it.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Its paragraphs, filled in; none where something is to be filled in that is not given.
    #[must_use]
    pub fn fill(&self, values: &Values<'_>) -> Option<Vec<String>> {
        self.paragraphs.iter().map(|parts| parts.iter().map(|part| part.fill(values)).collect()).collect()
    }
}

impl Part {
    fn fill<'a>(&'a self, values: &Values<'a>) -> Option<&'a str> {
        match self {
            Self::Words(words) => Some(words),
            Self::Value(Placeholder::Landlord) => Some(values.landlord),
            Self::Value(Placeholder::Service) => Some(values.service),
            Self::Value(Placeholder::Username) => values.username,
        }
    }
}

/// More lines or more characters than there is room for, at the place where it begins.
fn too_much(room: Room, shown: &[&str], first: usize) -> Vec<Fault> {
    let mut faults = Vec::new();
    if shown.len() > room.lines {
        faults.push(Fault { line: first + room.lines + 1, column: 1, why: Why::TooManyLines(room.lines) });
    }
    let mut left = room.signs;
    for (line, number) in shown.iter().zip(first + 1..) {
        let signs = line.chars().count();
        if signs > left {
            faults.push(Fault { line: number, column: left + 1, why: Why::TooLong(room.signs) });
            break;
        }
        left = left.saturating_sub(signs + 1);
    }
    faults
}

/// What a text may hold.
#[derive(Clone, Copy)]
struct Takes {
    room: Room,
    values: &'static [Placeholder],
    email: bool,
}

/// Goes through the lines.
struct Reader {
    takes: Takes,
    faults: Vec<Fault>,
    paragraphs: Vec<Vec<Part>>,
    part: Vec<Part>,
}

impl Reader {
    fn line(&mut self, line: &str, number: usize) {
        let mut fault = |at: usize, why: Why| self.faults.push(Fault { line: number, column: at + 1, why });
        for (at, word, looks) in links::addresses(line) {
            let word: String = word.chars().take(REPEATED).collect();
            match looks {
                Looks::Web => fault(at, Why::WebAddress(word)),
                Looks::Email if self.takes.email && is_address(&word) => {}
                Looks::Email => fault(at, Why::Email(word)),
                Looks::Plain => {}
            }
        }
        for (at, sign) in line.chars().enumerate().filter(|(_, sign)| is_hidden(*sign)) {
            fault(at, Why::Sign(sign));
        }
        if line.is_empty() {
            return self.end();
        }
        if !self.part.is_empty() {
            self.words("\n");
        }
        self.parts(line, number);
    }

    fn parts(&mut self, line: &str, number: usize) {
        let (mut at, mut rest) = (0, line);
        while let Some(brace) = rest.find(['{', '}']) {
            let (words, after) = rest.split_at(brace);
            self.words(words);
            at += words.chars().count();
            let mut fault = |why: Why| self.faults.push(Fault { line: number, column: at + 1, why });
            let inner = after.strip_prefix('{').map(|inner| inner.split_once('}').ok_or(Why::Open));
            let (name, behind) = match inner {
                Some(Ok((name, behind))) if !name.contains('{') => (name, behind),
                None => {
                    fault(Why::Close);
                    ("", after.trim_start_matches('}'))
                }
                // What comes behind it cannot be told apart any more.
                Some(_) => return fault(Why::Open),
            };
            if inner.is_some() {
                match Placeholder::read(name) {
                    Some(known) if self.takes.values.contains(&known) => self.part.push(Part::Value(known)),
                    Some(known) => fault(Why::NotHere(known)),
                    None => fault(Why::Unknown(name.chars().take(REPEATED).collect())),
                }
            }
            at += after.chars().count() - behind.chars().count();
            rest = behind;
        }
        self.words(rest);
    }

    fn words(&mut self, words: &str) {
        if !words.is_empty() {
            self.part.push(Part::Words(words.to_owned()));
        }
    }

    /// The end of a paragraph.
    fn end(&mut self) {
        if !self.part.is_empty() {
            self.paragraphs.push(std::mem::take(&mut self.part));
        }
    }
}

/// An e-mail address, perhaps at the end of a sentence.
fn is_address(word: &str) -> bool {
    Address::parse(word.trim_end_matches(['.', ':', '!', '?'])).is_ok()
}

/// Nobody sees it, or it makes words read as others.
fn is_hidden(sign: char) -> bool {
    sign.is_control() || invisible(sign) || matches!(sign, '\u{2028}' | '\u{2029}')
}
