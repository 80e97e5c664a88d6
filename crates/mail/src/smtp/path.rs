//! Who a mail is from and to on the wire. It must not accept anything that could end a command
//! line: CR, LF, blanks and angle brackets are refused by these types, not by the writer.

use std::fmt;

use domain::email::Address;

/// The envelope of one message: one sender for bounces, one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// Where bounces go.
    pub from: ReversePath,
    /// The one recipient.
    pub to: Address,
}

/// The envelope sender (RFC 5321 4.1.1.2): empty, or an ASCII mailbox that may carry a bounce tag
/// (`bounce+tag@example.nl`).
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ReversePath(String);

/// Why a text is no envelope sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PathFault {
    /// Longer than RFC 5321 4.5.3.1 allows.
    #[error("the envelope sender is longer than 64 characters before the @ or 254 in all")]
    TooLong,
    /// Not `local@domain` in plain ASCII.
    #[error("the envelope sender is not a plain address")]
    NotAnAddress,
}

impl ReversePath {
    /// `<>`: nobody hears of a bounce.
    #[must_use]
    pub fn null() -> ReversePath {
        ReversePath(String::new())
    }

    /// Takes a dot-atom, `@`, and a host name; no quotes, comments, literals or display names.
    ///
    /// # Errors
    /// [`PathFault`] for everything else.
    pub fn parse(text: &str) -> Result<ReversePath, PathFault> {
        let (local, domain) = text.split_once('@').ok_or(PathFault::NotAnAddress)?;
        if text.len() > 254 || local.len() > 64 {
            return Err(PathFault::TooLong);
        }
        let dot_atom = local.split('.').all(|atom| !atom.is_empty() && atom.bytes().all(is_atext));
        if dot_atom && is_host_name(domain) { Ok(ReversePath(text.to_owned())) } else { Err(PathFault::NotAnAddress) }
    }

    /// The address without angle brackets; empty for the null sender.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ReversePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}>", self.0)
    }
}

/// `atext` of RFC 5322 3.2.3.
fn is_atext(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte)
}

/// Letters, digits and inner hyphens between dots (RFC 5321 4.1.2 `Domain`).
pub(super) fn is_host_name(text: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.len() <= 253 && text.split('.').all(label)
}
