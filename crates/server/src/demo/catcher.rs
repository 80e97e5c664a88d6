//! The mail catcher: what arrived in the box, read as a mail program reads it. Sends and changes nothing.

use domain::time::Time;
use mail::transport::{Delivered, MemoryBox};
use mail_parser::{Message, MessageParser, PartType};
use serde::{Serialize, Serializer};

/// A mail that was caught.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Caught {
    /// Counted from 1 since the start.
    #[serde(skip)]
    pub(super) number: u64,
    #[serde(skip)]
    pub(super) from: String,
    pub(super) to: String,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: Option<String>,
    /// `http` and `https`, in the order in which they stand there.
    pub(super) links: Vec<String>,
    #[serde(serialize_with = "rfc3339")]
    pub(super) at: Time,
}

fn rfc3339<S: Serializer>(at: &Time, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&at.rfc3339())
}

/// Everything that was caught, newest first.
pub(super) fn all(post: &MemoryBox) -> Vec<Caught> {
    numbered(post).into_iter().rev().map(|(number, delivered)| read(number, &delivered)).collect()
}

/// One mail.
pub(super) fn one(post: &MemoryBox, number: u64) -> Option<Caught> {
    let found = numbered(post).into_iter().find(|(known, _)| *known == number);
    found.map(|(number, delivered)| read(number, &delivered))
}

/// The box forgets the oldest, so a mail's number is not its place.
fn numbered(post: &MemoryBox) -> Vec<(u64, Delivered)> {
    loop {
        let (total, delivered) = (post.total(), post.delivered());
        // A mail came in between: look again.
        if post.total() == total {
            let gone = total.saturating_sub(delivered.len() as u64);
            return (gone + 1..).zip(delivered).collect();
        }
    }
}

fn read(number: u64, delivered: &Delivered) -> Caught {
    let message = MessageParser::default().parse(&delivered.message);
    let of = |read: fn(&Message<'_>) -> Option<String>| message.as_ref().and_then(read);
    let text = of(|message| message.body_text(0).map(|text| text.replace("\r\n", "\n"))).unwrap_or_default();
    let html = of(|message| {
        message.html_bodies().find_map(|part| match &part.body {
            PartType::Html(html) => Some(html.to_string()),
            _ => None,
        })
    });
    Caught {
        number,
        from: of(sender).unwrap_or_default(),
        to: delivered.envelope.to.as_str().to_owned(),
        subject: of(|message| message.subject().map(str::to_owned)).unwrap_or_default(),
        links: links(&text, html.as_deref().unwrap_or_default()),
        text,
        html,
        at: delivered.at,
    }
}

fn sender(message: &Message<'_>) -> Option<String> {
    let from = message.from()?.first()?;
    let address = from.address()?;
    Some(from.name().map_or_else(|| address.to_owned(), |name| format!("{name} <{address}>")))
}

/// Those of the text part, then those of the other that were not among them.
fn links(text: &str, html: &str) -> Vec<String> {
    let bare = text.split_whitespace().map(|word| word.trim_matches(|c| "<>()\"',;.".contains(c)).to_owned());
    let hrefs = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let hrefs = hrefs.map(|href| href.replace("&amp;", "&"));
    let mut links = Vec::new();
    for link in bare.chain(hrefs) {
        let is_link = link.starts_with("http://") || link.starts_with("https://");
        if is_link && !links.contains(&link) {
            links.push(link);
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use domain::email::Address;
    use mail::smtp::{Envelope, ReversePath};

    use super::*;

    const MESSAGE: &str = "From: \"De Linde\" <inloggen@huissleutel.test>\r\nTo: anna@bewoners.test\r\n\
        Subject: =?utf-8?q?E=C3=A9n_mail?=\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\n\
        --b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
        Kies hier:\r\nhttp://localhost:8080/login/accounts/pass/reset/abc=\r\ndef/\r\n\
        --b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\
        <p><a href=\"http://localhost:8080/login/accounts/pass/reset/abcdef/\">Kies</a>\
        <a href=\"http://localhost:8080/login/?a=1&amp;b=2\">In</a><a href=\"mailto:x@y.test\">Mail</a></p>\r\n\
        --b--\r\n";

    fn delivered() -> Delivered {
        let (from, to) = (ReversePath::null(), Address::parse("anna@bewoners.test").unwrap());
        let at = Time::from_micros(1_795_438_980_000_000);
        Delivered { envelope: Envelope { from, to }, message: MESSAGE.into(), at }
    }

    #[test]
    fn a_mail_is_read_as_its_reader_sees_it() {
        let caught = read(3, &delivered());
        assert_eq!(caught.subject, "Eén mail");
        assert_eq!(caught.from, "De Linde <inloggen@huissleutel.test>");
        assert_eq!(caught.text.trim(), "Kies hier:\nhttp://localhost:8080/login/accounts/pass/reset/abcdef/");
        let links = ["http://localhost:8080/login/accounts/pass/reset/abcdef/", "http://localhost:8080/login/?a=1&b=2"];
        assert_eq!(caught.links, links);
        assert!(caught.html.is_some_and(|html| html.starts_with("<p>")));
    }

    #[test]
    fn the_shape_of_the_json() {
        let json = serde_json::to_value(read(1, &delivered())).unwrap();
        let mut keys: Vec<&String> = json.as_object().unwrap().keys().collect();
        keys.sort();
        assert_eq!(keys, ["at", "html", "links", "subject", "text", "to"]);
        assert_eq!(json["to"], "anna@bewoners.test");
        assert_eq!(json["at"], "2026-11-23T13:03:00Z");
        assert!(json["links"].is_array());
    }

    #[test]
    fn rubbish_is_a_mail_too() {
        for message in ["", "\r\n", "\u{0}\u{1}", "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x"] {
            let caught = read(1, &Delivered { message: message.into(), ..delivered() });
            assert_eq!(caught.to, "anna@bewoners.test");
        }
    }
}
