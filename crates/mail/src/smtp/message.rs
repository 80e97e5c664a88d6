//! A finished message as it may go over the wire. It must not change what the message says: it
//! only settles line ends, and refuses what SMTP cannot carry unharmed.

/// A message with strict CRLF line ends, 7-bit, no NUL, no line over 998 octets, ending in CRLF.
/// Nothing in it can be taken for the end of data by any server (SMTP smuggling, CVE-2023-51764).
#[derive(Clone, PartialEq, Eq)]
pub struct WireMessage(Vec<u8>);

/// Why a rendered message cannot be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MessageFault {
    /// Nothing in it.
    #[error("the message is empty")]
    Empty,
    /// A NUL octet.
    #[error("the message holds a NUL in line {line}")]
    Nul {
        /// Counted from 1.
        line: usize,
    },
    /// An octet above 127: the composer encodes text, so that no server extension is needed.
    #[error("the message holds an unencoded 8-bit character in line {line}")]
    EightBit {
        /// Counted from 1.
        line: usize,
    },
    /// RFC 5322 2.1.1.
    #[error("line {line} of the message is longer than 998 octets")]
    LongLine {
        /// Counted from 1.
        line: usize,
    },
}

/// RFC 5322 2.1.1, without CRLF.
const LONGEST_LINE: usize = 998;

impl WireMessage {
    /// Takes a rendered message. A lone LF or a lone CR becomes CRLF.
    ///
    /// # Errors
    /// [`MessageFault`] names the first line that cannot be sent.
    pub fn new(rendered: &[u8]) -> Result<WireMessage, MessageFault> {
        if rendered.is_empty() {
            return Err(MessageFault::Empty);
        }
        let mut wire = Vec::with_capacity(rendered.len() + rendered.len() / 32 + 2);
        let mut rest = rendered;
        let mut line = 0;
        while !rest.is_empty() {
            line += 1;
            let end = rest.iter().position(|b| matches!(b, b'\r' | b'\n')).unwrap_or(rest.len());
            let (text, after) = rest.split_at(end);
            check_line(text, line)?;
            wire.extend_from_slice(text);
            wire.extend_from_slice(b"\r\n");
            rest = match after {
                [b'\r', b'\n', after @ ..] | [_, after @ ..] => after,
                [] => after,
            };
        }
        Ok(WireMessage(wire))
    }

    /// The message as the recipient gets it, before dot-stuffing.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The message with doubled leading dots (RFC 5321 4.5.2) and the final dot, in one buffer: it
    /// goes out in one write.
    pub(super) fn stuffed(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.0.len() + self.0.len() / 64 + 3);
        for line in self.0.split_inclusive(|b| *b == b'\n') {
            if line.first() == Some(&b'.') {
                out.push(b'.');
            }
            out.extend_from_slice(line);
        }
        out.extend_from_slice(b".\r\n");
        out
    }
}

impl std::fmt::Debug for WireMessage {
    /// Tells the size only: the text holds links.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "WireMessage({} bytes)", self.0.len())
    }
}

fn check_line(text: &[u8], line: usize) -> Result<(), MessageFault> {
    if text.contains(&0) {
        Err(MessageFault::Nul { line })
    } else if !text.is_ascii() {
        Err(MessageFault::EightBit { line })
    } else if text.len() > LONGEST_LINE {
        Err(MessageFault::LongLine { line })
    } else {
        Ok(())
    }
}
