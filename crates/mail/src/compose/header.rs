//! Values that stand in a header, as types that cannot break out of it. CR, LF and NUL never get
//! in: there is no way to add a header, a receiver or a body through a name or a subject.

use std::fmt;

use domain::email::Address;
use domain::id::MailId;

/// Words on one line: every control and line-breaking character became a space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneLine(String);

impl OneLine {
    /// `text` on one line, runs of white space as one space.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let flat: String = text.chars().map(|c| if breaks(c) { ' ' } else { c }).collect();
        Self(flat.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Control characters, the line and paragraph separators, and the marks that turn the direction of
/// writing, which can make a subject read as another one.
fn breaks(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A `Message-ID` without its angle brackets (RFC 5322, 3.6.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageId(String);

impl MessageId {
    /// The id of the mail kept in the row `mail`, in the domain of the sender: the same whenever it
    /// is asked.
    #[must_use]
    pub fn of_row(mail: MailId, from: &Address) -> Self {
        Self(format!("{mail}@{}", from.domain()))
    }

    /// Letters and digits only: what a boundary can be made from.
    pub(crate) fn letters(&self) -> impl Iterator<Item = char> + '_ {
        self.0.chars().filter(char::is_ascii_alphanumeric)
    }
}

impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}>", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_gets_out_of_a_line() {
        let evil = "Huis\r\nBcc: all@example.nl\u{0}\u{2028}x\u{202E}y\tz";
        assert_eq!(OneLine::new(evil).as_str(), "Huis Bcc: all@example.nl x y z");
    }
}
