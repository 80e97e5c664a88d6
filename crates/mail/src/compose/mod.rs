//! Content to a finished message: one column of plain words, as text and as HTML, in RFC 5322 form.
//!
//! What a mail says is decided in [`crate::content`]; who it goes to and when, by the caller. This
//! module adds paper, ink and headers. The same content, head and brand give the same bytes, so
//! that a second attempt at sending is the same message (only a new link differs).

mod header;
mod html;
mod ink;
mod message;
#[cfg(test)]
pub(crate) mod tests;
mod text;

use std::borrow::Cow;

use domain::brand::Brand;
use domain::email::Address;
use domain::language::Language;
use domain::time::Time;
use words::{Words, t};

pub use header::{MessageId, OneLine};

/// What a mail says, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The language of all its words.
    pub language: Language,
    /// Who reads it; decides who helps.
    pub audience: Audience,
    /// The subject, and the heading above the text.
    pub subject: String,
    /// The line that a mailbox shows after the subject.
    pub preheader: String,
    /// What stands under the heading, top to bottom.
    pub blocks: Vec<Block>,
}

/// Who reads a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// People who live in the homes; their landlord helps.
    Residents,
    /// People who work with us; their administrator helps.
    Staff,
    /// Contacts of clients; whom they always work with helps.
    Contacts,
}

/// A piece of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A paragraph set apart: what to do if it was not you.
    Note {
        /// A few words, in bold.
        title: String,
        /// The paragraph.
        text: String,
    },
    /// The one thing to press, with the bare link below it.
    Button(Link),
    /// A username, large and easy to copy, under its label.
    Username {
        /// "Uw gebruikersnaam".
        label: String,
        /// The username itself.
        username: String,
    },
    /// Usernames, each with its own button.
    Usernames(Vec<(String, Link)>),
}

/// A link with the words on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What stands on the button.
    pub label: String,
    /// The whole address, `https://…` (or `http://…` on one's own machine).
    pub url: String,
}

/// From whom, to whom, and what the caller's row fixes for every attempt.
#[derive(Clone, Debug)]
pub struct Head {
    /// The address that mails come from (a setting).
    pub from: Address,
    /// The name beside it; the brand's when there is none.
    pub name: Option<String>,
    /// The one receiver.
    pub to: Address,
    /// The same at every attempt.
    pub message_id: MessageId,
    /// The `Date` header: when the row was written, the same at every attempt.
    pub date: Time,
    /// The thread that it answers in; none for a mail of its own.
    pub thread: Option<Thread>,
    /// The file that goes with it.
    pub enclosed: Option<Enclosed>,
}

/// A file that goes with a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enclosed {
    /// Its name, ending in `.pdf`.
    pub name: String,
    /// A PDF.
    pub bytes: Vec<u8>,
}

/// What a mail answers to, in the words and names of those who wrote (RFC 5322, 3.6.4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thread {
    /// Their subject; with none, the answer keeps its own.
    pub subject: Option<String>,
    /// The name of their mail, without angle brackets.
    pub answers: Option<String>,
    /// The names of the mails before it, oldest first, as [`crate::inbound::Inbound`] reads them.
    pub before: Vec<String>,
}

/// Why no message could be made. Each is a fault of settings or code, not of a person.
#[derive(Debug, thiserror::Error)]
pub enum ComposeError {
    /// An address that the mail library does not take.
    #[error("an address cannot be written in a mail header")]
    Address,
    /// A link that is not `http://` or `https://`, or holds white space or a quote.
    #[error("a link in a mail is not a web address")]
    Link,
    /// The kind of an enclosed file.
    #[error("a file cannot be enclosed")]
    File,
    /// The library refused the whole.
    #[error("a mail cannot be put together: {0}")]
    Build(#[from] lettre::error::Error),
}

/// The finished message, lines ending in CRLF.
///
/// # Errors
/// [`ComposeError`]; nothing that a second attempt would change.
pub fn compose(content: &Content, head: &Head, brand: &Brand) -> Result<Vec<u8>, ComposeError> {
    for link in content.links() {
        link.check()?;
    }
    let sheet = Sheet { content, brand, words: Words::of(content.language) };
    message::build(&sheet, head)
}

/// The part without formatting, lines ending in LF: what a person reads who looks at it before it is sent.
#[must_use]
pub fn plain(content: &Content, brand: &Brand) -> String {
    text::write(&Sheet { content, brand, words: Words::of(content.language) })
}

/// Who helps, as it stands at the end of a mail.
#[must_use]
pub fn help(content: &Content, brand: &Brand) -> String {
    Sheet { content, brand, words: Words::of(content.language) }.help().into_owned()
}

/// What the two parts are written from.
struct Sheet<'a> {
    content: &'a Content,
    brand: &'a Brand,
    words: Words,
}

impl Sheet<'_> {
    /// Who helps: in the words of the client, else in ours.
    fn help(&self) -> Cow<'_, str> {
        let own = self.brand.help.of(self.content.language).map(Cow::Borrowed);
        own.unwrap_or_else(|| match self.content.audience {
            Audience::Residents => t!(self.words, "mail-help-residents"),
            Audience::Staff => t!(self.words, "mail-help-staff"),
            Audience::Contacts => t!(self.words, "mail-help-contacts"),
        })
    }
}

impl Content {
    /// Every link in it, top to bottom.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.blocks.iter().flat_map(|block| match block {
            Block::Button(link) => vec![link],
            Block::Usernames(list) => list.iter().map(|(_, link)| link).collect(),
            _ => Vec::new(),
        })
    }
}

impl Link {
    fn check(&self) -> Result<(), ComposeError> {
        let web = self.url.starts_with("https://") || self.url.starts_with("http://");
        let clean = self.url.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '"' | '\'' | '<' | '>' | '\\'));
        if web && clean { Ok(()) } else { Err(ComposeError::Link) }
    }
}
