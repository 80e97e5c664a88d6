//! A message, taken apart: what we need of it, and no more.

use std::borrow::Cow;

use domain::email::Address;
use domain::time::Time;
use mail_parser::{HeaderName, Message, MessageParser, PartType};

use super::automatic::{self, Automatic};
use super::{LARGEST, html};

/// So many parts a message may have.
const MOST_PARTS: usize = 100;

/// So many bytes of headers a message may have.
const LARGEST_HEAD: usize = 256 * 1024;

/// So much of its text is kept, in bytes.
const LONGEST_TEXT: usize = 256 * 1024;

/// Headers that a message has once, or it means two things to two readers.
const ONCE: &[HeaderName<'static>] = &[
    HeaderName::From,
    HeaderName::Sender,
    HeaderName::ReplyTo,
    HeaderName::To,
    HeaderName::Cc,
    HeaderName::Subject,
    HeaderName::Date,
    HeaderName::MessageId,
    HeaderName::InReplyTo,
    HeaderName::References,
    HeaderName::ContentType,
    HeaderName::ContentTransferEncoding,
];

/// Who says to have written it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sender {
    /// Exactly one `From` with exactly one mailbox.
    One(Address),
    /// Two senders, a group, no address, or a header twice: evidence of nothing.
    Unusable,
}

/// What is read of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inbound {
    /// Who says to have written it. It is no proof.
    pub sender: Sender,
    /// Whom it says to be written to.
    pub to: Vec<Address>,
    /// The subject; empty without one.
    pub subject: String,
    /// What there is to read; of a message with HTML only, the text of that.
    pub text: String,
    /// When it says to have been written.
    pub written_at: Option<Time>,
    /// Its own name, without the angle brackets.
    pub message_id: Option<String>,
    /// The names of those it answers to, oldest first.
    pub references: Vec<String>,
    /// A program sent it: it is never answered.
    pub automatic: Option<Automatic>,
    /// It has a message or a file with it, which is not read.
    pub has_attachment: bool,
}

/// Why a message is not read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MessageFault {
    /// More than [`LARGEST`] bytes.
    #[error("the message is too large")]
    TooLarge,
    /// It has no headers.
    #[error("this is no message")]
    NoMessage,
    /// It has more parts or headers than anybody writes.
    #[error("the message has too many parts")]
    TooManyParts,
}

impl Inbound {
    /// Takes a message apart.
    ///
    /// # Errors
    /// [`MessageFault`].
    pub fn read(raw: &[u8], envelope_from: &str) -> Result<Self, MessageFault> {
        let message = parse(raw)?;
        let references = names(message.references()).chain(names(message.in_reply_to()));
        let mut seen: Vec<String> = Vec::new();
        for name in references {
            if !seen.contains(&name) {
                seen.push(name);
            }
        }
        Ok(Self {
            sender: sender(&message),
            to: [message.to(), message.cc()].into_iter().flatten().flat_map(addresses).collect(),
            subject: line(message.subject().unwrap_or_default()),
            text: text(&message),
            written_at: message
                .date()
                .and_then(|date| date.to_timestamp().checked_mul(1_000_000))
                .map(Time::from_micros),
            message_id: message.message_id().filter(|name| is_name(name)).map(str::to_owned),
            references: seen,
            automatic: automatic::of(&message, envelope_from),
            has_attachment: message.attachment_count() > 0,
        })
    }
}

/// Within the bounds.
fn parse(raw: &[u8]) -> Result<Message<'_>, MessageFault> {
    if raw.len() > LARGEST {
        return Err(MessageFault::TooLarge);
    }
    // Counted before anything is built of it: each part begins with its border.
    let parts = raw.windows(3).filter(|three| three == b"\n--").count();
    if parts > MOST_PARTS * 4 {
        return Err(MessageFault::TooManyParts);
    }
    let message = MessageParser::default().parse(raw).ok_or(MessageFault::NoMessage)?;
    if message.headers().is_empty() {
        return Err(MessageFault::NoMessage);
    }
    let head = message.root_part().offset_body.saturating_sub(message.root_part().offset_header);
    let long_head = usize::try_from(head).is_ok_and(|head| head > LARGEST_HEAD);
    if message.parts.len() > MOST_PARTS || long_head { Err(MessageFault::TooManyParts) } else { Ok(message) }
}

fn sender(message: &Message<'_>) -> Sender {
    let count = |name: &HeaderName<'_>| message.headers().iter().filter(|header| header.name == *name).count();
    if ONCE.iter().any(|name| count(name) > 1) || count(&HeaderName::From) != 1 {
        return Sender::Unusable;
    }
    let Some(mail_parser::Address::List(list)) = message.from() else { return Sender::Unusable };
    match list.as_slice() {
        [one] => {
            let address = one.address.as_deref().and_then(|address| Address::parse(address).ok());
            address.map_or(Sender::Unusable, Sender::One)
        }
        _ => Sender::Unusable,
    }
}

fn addresses(all: &mail_parser::Address<'_>) -> Vec<Address> {
    all.iter().take(100).filter_map(|one| Address::parse(one.address.as_deref()?).ok()).collect()
}

fn names(value: &mail_parser::HeaderValue<'_>) -> impl Iterator<Item = String> {
    let list = value.as_text_list().unwrap_or_default();
    let kept: Vec<String> = list.iter().filter(|name| is_name(name)).take(20).map(ToString::to_string).collect();
    kept.into_iter()
}

/// It goes into a header of ours when we answer: nothing that could end a line or begin another name.
fn is_name(name: &str) -> bool {
    (3..=250).contains(&name.len())
        && name.contains('@')
        && name.bytes().all(|b| b.is_ascii_graphic() && !b"<>\"()".contains(&b))
}

/// On one line, and not without end.
fn line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(2_000).collect::<String>().trim().to_owned()
}

/// Text as written; HTML only where there is none.
fn text(message: &Message<'_>) -> String {
    let is_plain = |part: &&mail_parser::MessagePart<'_>| matches!(part.body, PartType::Text(_));
    let plain: Vec<&mail_parser::MessagePart<'_>> = message.text_bodies().filter(is_plain).collect();
    let parts: Vec<Cow<'_, str>> =
        if plain.iter().any(|part| part.text_contents().is_some_and(|text| !text.trim().is_empty())) {
            plain.iter().filter_map(|part| part.text_contents().map(Cow::Borrowed)).collect()
        } else {
            message
                .html_bodies()
                .filter_map(|part| match &part.body {
                    PartType::Html(html) => Some(Cow::Owned(html::text(begin(html)))),
                    _ => None,
                })
                .collect()
        };
    begin(&parts.join("\n")).to_owned()
}

/// As much of a text as is read.
fn begin(text: &str) -> &str {
    let end = (0..=LONGEST_TEXT.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    text.get(..end.unwrap_or(0)).unwrap_or_default()
}
