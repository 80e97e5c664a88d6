//! Headers and MIME, by lettre's message builder: it takes our Message-ID, Date and boundary as
//! they are, encodes names and subjects (RFC 2047), and is in the program for SMTP anyway. It
//! would choose an encoding by itself; we always say quoted-printable, so that lines stay within 76
//! characters whatever the length of a link, and servers on the way have nothing to convert.

use std::time::{Duration, SystemTime};

use domain::email::Address;
use domain::time::Time;
use lettre::message::header::{ContentTransferEncoding, ContentType, Date, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MultiPart, MultiPartKind, SinglePart};

use super::header::OneLine;
use super::{ComposeError, Head, MessageId, Sheet, html, text};

/// The finished message.
pub(super) fn build(sheet: &Sheet<'_>, head: &Head) -> Result<Vec<u8>, ComposeError> {
    let subject = OneLine::new(&sheet.content.subject);
    let name = OneLine::new(head.name.as_deref().unwrap_or(&sheet.brand.name));
    let language = sheet.words.code();
    let message = Message::builder()
        .from(mailbox(&head.from, Some(&name))?)
        .to(mailbox(&head.to, None)?)
        .subject(subject.as_str())
        .message_id(Some(head.message_id.to_string()))
        .header(date(head.date))
        .raw_header(fixed("Content-Language", language))
        // RFC 3834: a machine wrote this; do not answer by machine. Exchange listens to its own.
        .raw_header(fixed("Auto-Submitted", "auto-generated"))
        .raw_header(fixed("X-Auto-Response-Suppress", "All"))
        .multipart(
            MultiPart::builder()
                .kind(MultiPartKind::Alternative)
                .boundary(boundary(&head.message_id))
                .singlepart(part(ContentType::TEXT_PLAIN, text::write(sheet)))
                .singlepart(part(ContentType::TEXT_HTML, html::write(sheet))),
        )?;
    Ok(message.formatted())
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
