//! What comes back: reads a report about a mail that was not delivered, delayed or delivered (RFC 3464 in RFC 6522). Pure. It
//! must not guess: what is no such report is said to be unreadable, also when a person could make something of it. It must not
//! decide what follows, and believes nothing: whose mail it was is known by the tag of the address that it came to.

mod mime;
mod report;

use domain::email::Address;

use crate::smtp::Cause;

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read {
    /// A report.
    Report(Report),
    /// An automatic answer of a person's mailbox: away, moved, on leave (RFC 3834).
    Answer,
    /// Something else, or a report of a form that is nobody's standard.
    Unreadable,
}

/// A report about one mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The server that reports.
    pub server: Option<String>,
    /// What it says, for each recipient.
    pub told: Vec<Told>,
    /// The whole of what it says, as it came: the same report is known again by it, whatever way it came.
    pub whole: String,
}

/// What is said about one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Where the mail went in the end.
    pub to: Option<Address>,
    /// What became of it.
    pub fate: Fate,
    /// The server that said so, when it is another one than the one that reports.
    pub server: Option<String>,
    /// Its words, on one line, for people.
    pub said: String,
}

/// What became of a mail at a server further on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It was refused for good.
    Refused(Cause),
    /// It was refused for now so often that the server gave up.
    GivenUp(Cause),
    /// It is still being tried.
    Delayed,
    /// It was put into the mailbox.
    Delivered,
    /// It went to a server that reports nothing, or to a list.
    Passed,
}

/// The most that is looked at: a report that carries a whole mail with it says what it says before that.
const MOST_BYTES: usize = 512 * 1024;

/// Reads what came to the address of a bounce.
#[must_use]
pub fn read(message: &[u8]) -> Read {
    let looked_at = message.get(..MOST_BYTES).unwrap_or(message);
    let text = String::from_utf8_lossy(looked_at);
    let (headers, body) = mime::headers(&text);
    if let Some(report) = mime::status_part(&headers, body).and_then(|part| report::read(&part)) {
        return Read::Report(report);
    }
    // Reports bear the mark of an automatic answer too: one that cannot be read is no answer of a person's mailbox.
    if is_answer(&headers) && !mime::claims_report(&headers) { Read::Answer } else { Read::Unreadable }
}

/// RFC 3834, 5, and the words that were in use before it.
fn is_answer(headers: &mime::Headers) -> bool {
    let is = |name: &str, words: &[&str]| {
        headers.get(name).is_some_and(|value| {
            let value = value.trim_start().to_ascii_lowercase();
            words.iter().any(|word| value.starts_with(word))
        })
    };
    is("auto-submitted", &["auto-replied"])
        || is("precedence", &["auto_reply"])
        || is("x-autoreply", &["yes"])
        || is("x-auto-response-suppress", &["all"])
}
