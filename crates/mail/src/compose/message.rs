//! Headers and MIME, by lettre's message builder: it takes our Message-ID, Date and boundary as
//! they are, encodes names and subjects (RFC 2047), and is in the program for SMTP anyway. It
//! would choose an encoding by itself; we always say quoted-printable, so that lines stay within 76
//! characters whatever the length of a link, and servers on the way have nothing to convert.

use std::time::{Duration, SystemTime};

use domain::email::Address;
use domain::time::Time;
use lettre::message::header::{
    ContentDisposition, ContentTransferEncoding, ContentType, Date, HeaderName, HeaderValue,
};
use lettre::message::{Mailbox, Message, MessageBuilder, MultiPart, MultiPartKind, SinglePart};

use super::header::OneLine;
use super::{ComposeError, Enclosed, Head, MessageId, Sheet, Thread, html, text};
use crate::inbound::LOOP;

/// So many names of earlier mails stand in an answer.
const MOST_NAMES: usize = 20;
/// So much of their subject, in characters.
const LONGEST_SUBJECT: usize = 200;

/// The finished message.
pub(super) fn build(sheet: &Sheet<'_>, head: &Head) -> Result<Vec<u8>, ComposeError> {
    let subject = subject(&sheet.content.subject, head.thread.as_ref());
    let name = OneLine::new(head.name.as_deref().unwrap_or(&sheet.brand.name));
    let language = sheet.words.code();
    let mut builder = Message::builder()
        .from(mailbox(&head.from, Some(&name))?)
        .to(mailbox(&head.to, None)?)
        .subject(subject.as_str())
        .message_id(Some(head.message_id.to_string()))
        .header(date(head.date))
        .raw_header(fixed("Content-Language", language))
        // RFC 3834: a machine wrote this; do not answer by machine. Exchange listens to its own.
        .raw_header(fixed("Auto-Submitted", if head.thread.is_some() { "auto-replied" } else { "auto-generated" }))
        .raw_header(fixed("X-Auto-Response-Suppress", "All"));
    if let Some(thread) = &head.thread {
        builder = answering(builder, thread);
    }
    let words = MultiPart::builder()
        .kind(MultiPartKind::Alternative)
        .boundary(boundary(&head.message_id))
        .singlepart(part(ContentType::TEXT_PLAIN, text::write(sheet)))
        .singlepart(part(ContentType::TEXT_HTML, html::write(sheet)));
    let message = match &head.enclosed {
        None => builder.multipart(words)?,
        Some(file) => {
            let both = MultiPart::builder().kind(MultiPartKind::Mixed).boundary(outer_boundary(&head.message_id));
            builder.multipart(both.multipart(words).singlepart(enclosed(file)?))?
        }
    };
    Ok(message.formatted())
}

/// A file, in base64: no byte of it is a line of ours.
fn enclosed(file: &Enclosed) -> Result<SinglePart, ComposeError> {
    let kind = ContentType::parse("application/pdf").map_err(|_| ComposeError::File)?;
    let name = OneLine::new(&file.name);
    Ok(SinglePart::builder()
        .header(kind)
        .header(ContentDisposition::attachment(name.as_str()))
        .header(ContentTransferEncoding::Base64)
        .body(file.bytes.clone()))
}

/// Mail programs keep a thread by the names and by the subject; the mark tells us our own answer when it comes back.
fn answering(builder: MessageBuilder, thread: &Thread) -> MessageBuilder {
    let name = |name: &String| format!("<{name}>");
    let builder = builder.raw_header(fixed(LOOP, "1"));
    let Some(answers) = &thread.answers else { return builder };
    // The first names the thread; between it and the newest ones a long thread may leave some out (RFC 5322, 3.6.4).
    let before = thread.before.iter().filter(|it| *it != answers);
    let newest = before.clone().count().saturating_sub(MOST_NAMES);
    let kept = before.enumerate().filter(|(at, _)| *at == 0 || *at > newest).map(|(_, it)| name(it));
    let all: Vec<String> = kept.chain([name(answers)]).collect();
    builder.in_reply_to(name(answers)).references(all.join(" "))
}

fn subject(own: &str, thread: Option<&Thread>) -> OneLine {
    let Some(theirs) = thread.and_then(|thread| thread.subject.as_deref()) else { return OneLine::new(own) };
    let flat = OneLine::new(theirs);
    let begins = |mark: &str| flat.as_str().get(..mark.len()).is_some_and(|it| it.eq_ignore_ascii_case(mark));
    let short: String = flat.as_str().chars().take(LONGEST_SUBJECT).collect();
    OneLine::new(&if begins("re:") { short } else { format!("Re: {short}") })
}

fn part(kind: ContentType, body: String) -> SinglePart {
    SinglePart::builder().header(kind).header(ContentTransferEncoding::QuotedPrintable).body(body)
}

fn mailbox(address: &Address, name: Option<&OneLine>) -> Result<Mailbox, ComposeError> {
    let bare = lettre::Address::new(address.local(), address.domain()).map_err(|_| ComposeError::Address)?;
    Ok(Mailbox::new(name.map(|name| name.as_str().to_owned()), bare))
}

/// The `Date` header. Times before 1970 do not come from a row; they become 1970.
fn date(at: Time) -> Date {
    let since = Duration::from_micros(u64::try_from(at.micros()).unwrap_or(0));
    Date::new(SystemTime::UNIX_EPOCH + since)
}

fn fixed(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// From the Message-ID, so that every attempt has the same. `=_` never stands in quoted-printable
/// text (RFC 2045, 6.7), so no body can hold it. At most 70 characters (RFC 2046, 5.1.1).
fn boundary(id: &MessageId) -> String {
    "=_".chars().chain(id.letters()).take(70).collect()
}

/// Around words and file; never the beginning of the other one.
fn outer_boundary(id: &MessageId) -> String {
    "=+".chars().chain(id.letters()).take(70).collect()
}
