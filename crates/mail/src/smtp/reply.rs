//! What a mail server answers: parsed, bounded, and made fit to keep. It must not judge it.

use std::fmt;

/// Longest reply line taken; RFC 5321 4.5.3.1.5 says 512.
pub(super) const LONGEST_LINE: usize = 2048;
/// Most lines of one reply taken.
pub(super) const MOST_LINES: usize = 64;
/// Longest text kept, in characters.
const LONGEST_TEXT: usize = 400;

/// A reply fit for storage: one bounded line without control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    code: u16,
    enhanced: Option<Enhanced>,
    text: String,
}

/// An enhanced status code (RFC 3463), `class.subject.detail`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Enhanced {
    /// 2, 4 or 5; the same as the first digit of the reply code.
    pub class: u16,
    /// 1 address, 2 mailbox, 3 system, 4 network, 5 protocol, 6 content, 7 policy.
    pub subject: u16,
    /// What exactly, within the subject.
    pub detail: u16,
}

impl Reply {
    /// Makes a reply from its code (200 to 599) and text, as a server would have sent it.
    #[must_use]
    pub fn new(code: u16, text: &str) -> Reply {
        Reply { code, enhanced: Enhanced::leading(text, code), text: one_line(text) }
    }

    /// The three digits.
    #[must_use]
    pub fn code(&self) -> u16 {
        self.code
    }

    /// The enhanced status code, if there is one and it agrees with the code.
    #[must_use]
    pub fn enhanced(&self) -> Option<Enhanced> {
        self.enhanced
    }

    /// The text on one line, at most 400 characters. Never parse it: it is for people.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn is_yes(&self) -> bool {
        (200..300).contains(&self.code)
    }
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.text)
    }
}

impl Enhanced {
    /// The code at the start of the text, when its class is that of the reply.
    fn leading(text: &str, code: u16) -> Option<Enhanced> {
        let word = text.split_ascii_whitespace().next()?;
        let mut parts = word.split('.').map(|part| {
            let fits = (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            if fits { part.parse().ok() } else { None }
        });
        let found = Enhanced { class: parts.next()??, subject: parts.next()??, detail: parts.next()?? };
        (parts.next().is_none() && found.class == code / 100).then_some(found)
    }
}

/// One line without control characters, runs of blanks folded, cut at [`LONGEST_TEXT`].
pub(crate) fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(LONGEST_TEXT));
    let shown = |c: char| !c.is_control() && !is_hidden(c);
    for word in text.split(|c: char| c.is_whitespace() || !shown(c)).filter(|w| !w.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
        if out.len() > LONGEST_TEXT * 4 {
            break;
        }
    }
    out.chars().take(LONGEST_TEXT).collect()
}

/// Characters that hide or turn text around on a page of staff.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffd}')
}

/// The lines of one reply while they come in.
#[derive(Debug, Default)]
pub(super) struct Gather {
    code: Option<u16>,
    lines: Vec<String>,
}

/// A whole reply with its lines, as `EHLO` needs them.
#[derive(Debug)]
pub(super) struct Lines {
    /// The three digits.
    pub(super) code: u16,
    /// The text of each line after the code.
    pub(super) lines: Vec<String>,
}

/// What came is no reply of RFC 5321 4.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotAReply;

impl Gather {
    /// Takes the next line, without its line end; true when it was the last.
    pub(super) fn push(&mut self, line: &[u8]) -> Result<bool, NotAReply> {
        let (digits, rest) = line.split_at_checked(3).ok_or(NotAReply)?;
        if !digits.iter().all(u8::is_ascii_digit) || !(b'2'..=b'5').contains(&digits[0]) {
            return Err(NotAReply);
        }
        let code = digits.iter().fold(0, |sum, digit| sum * 10 + u16::from(digit - b'0'));
        if self.code.is_some_and(|first| first != code) || self.lines.len() >= MOST_LINES {
            return Err(NotAReply);
        }
        self.code = Some(code);
        let (last, text) = match rest {
            [] => (true, rest),
            [b' ', text @ ..] => (true, text),
            [b'-', text @ ..] => (false, text),
            _ => return Err(NotAReply),
        };
        self.lines.push(String::from_utf8_lossy(text).into_owned());
        Ok(last)
    }

    /// The whole reply, after `push` said that it was complete.
    pub(super) fn finish(self) -> Result<Lines, NotAReply> {
        Ok(Lines { code: self.code.ok_or(NotAReply)?, lines: self.lines })
    }
}

impl From<Lines> for Reply {
    fn from(lines: Lines) -> Reply {
        Reply::new(lines.code, &lines.lines.join(" "))
    }
}
