//! Messages as mail programs make them, and as nobody should.

use super::*;

fn read(raw: &str) -> Inbound {
    Inbound::read(raw.replace('\n', "\r\n").as_bytes(), "anna@corporatie.example").unwrap()
}

const PLAIN: &str = "From: Anna <anna@corporatie.example>\nTo: koppelen@huissleutel.example\n\
    Subject: =?utf-8?q?Koppelen_=E2=80=93_graag?=\nMessage-ID: <a1@corporatie.example>\n\
    References: <z@huissleutel.example>\nIn-Reply-To: <z@huissleutel.example>\n\n\
    Graag jan@example.nl koppelen aan ALMELO01\n";

#[test]
fn a_plain_message_is_taken_apart() {
    let message = read(PLAIN);
    assert_eq!(message.sender, Sender::One("anna@corporatie.example".parse_address()));
    assert_eq!(message.subject, "Koppelen – graag");
    assert_eq!(message.text.trim(), "Graag jan@example.nl koppelen aan ALMELO01");
    assert_eq!(message.message_id.as_deref(), Some("a1@corporatie.example"));
    assert_eq!(message.references, ["z@huissleutel.example"]);
    assert_eq!((message.automatic, message.has_attachment), (None, false));
    assert_eq!(message.to, ["koppelen@huissleutel.example".parse_address()]);
}

trait ParseAddress {
    fn parse_address(&self) -> domain::email::Address;
}

impl ParseAddress for str {
    fn parse_address(&self) -> domain::email::Address {
        domain::email::Address::parse(self).unwrap()
    }
}

#[test]
fn html_is_read_only_where_there_is_no_text() {
    let two = "From: a@b.example\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\n\
        ALMELO01\n--x\nContent-Type: text/html\n\n<p>ALMELO02</p>\n--x--\n";
    assert_eq!(read(two).text.trim(), "ALMELO01");
    let html = "From: a@b.example\nContent-Type: text/html; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\n\
        <table><tr><td>ALMELO01</td><td>jos=E9</td></tr></table>\n";
    assert_eq!(read(html).text.trim(), "ALMELO01\tjosé");
    let attached = "From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nzie bijlage\n--x\n\
        Content-Type: message/rfc822\n\nFrom: c@d.example\n\nGraag koppelen\n--x--\n";
    let message = read(attached);
    assert_eq!((message.text.trim(), message.has_attachment), ("zie bijlage", true));
}

#[test]
fn who_wrote_it_is_one_mailbox_or_nobody() {
    for from in [
        "Subject: geen afzender",
        "From: anna@corporatie.example\nFrom: piet@corporatie.example",
        "From: anna@corporatie.example, piet@corporatie.example",
        "From: Balie: anna@corporatie.example;",
        "From: Balie:;",
        "From: anna",
        "From: <>",
        "From: anna@corporatie.example\nSubject: a\nSubject: b",
        "From: anna@corporatie.example\nContent-Type: text/plain\nContent-Type: text/html",
    ] {
        assert_eq!(read(&format!("{from}\n\nhoi\n")).sender, Sender::Unusable, "{from}");
    }
    let named = read("From: \"anna@corporatie.example\" <boef@elders.example>\n\nhoi\n");
    assert_eq!(named.sender, Sender::One("boef@elders.example".parse_address()), "a display name is no address");
}

#[test]
fn what_programs_send_is_known() {
    let of = |headers: &str, envelope: &str| {
        Inbound::read(format!("From: a@b.example\r\n{headers}\r\n\r\nhoi\r\n").as_bytes(), envelope).unwrap().automatic
    };
    for (headers, found) in [
        ("Subject: hoi", None),
        ("Auto-Submitted: no", None),
        ("X-Auto-Response-Suppress: DR, OOF", None),
        ("Auto-Submitted: auto-replied", Some(Automatic::Submitted)),
        ("auto-submitted: auto-generated; owner-email=a@b.example", Some(Automatic::Submitted)),
        ("X-Autoreply: yes", Some(Automatic::Submitted)),
        ("X-Auto-Response-Suppress: All", Some(Automatic::Submitted)),
        ("Precedence: bulk", Some(Automatic::Precedence)),
        ("List-Id: <l.b.example>", Some(Automatic::List)),
        ("X-Huissleutel-Loop: 1", Some(Automatic::Loop)),
    ] {
        assert_eq!(of(headers, "a@b.example"), found, "{headers}");
    }
    assert_eq!(of("Subject: hoi", ""), Some(Automatic::NullSender));
    for program in ["MAILER-DAEMON@b.example", "no-reply@b.example", "owner-list@b.example", "bounces+1@b.example"] {
        assert_eq!(of("Subject: hoi", program), Some(Automatic::Program), "{program}");
    }
    let hops = "Received: from a by b; Mon, 1 Jan 2026 00:00:00 +0000\r\n".repeat(51);
    assert_eq!(of(hops.trim_end(), "a@b.example"), Some(Automatic::Hops));
}

#[test]
fn nothing_without_bounds_is_taken_apart() {
    let fault = |raw: &[u8]| Inbound::read(raw, "a@b.example").unwrap_err();
    assert_eq!(fault(b""), MessageFault::NoMessage);
    assert_eq!(fault(&vec![b'a'; LARGEST + 1]), MessageFault::TooLarge);
    let many = format!(
        "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n{}",
        "--x\r\n\r\na\r\n".repeat(150)
    );
    assert_eq!(fault(many.as_bytes()), MessageFault::TooManyParts);
    let nested = (0..200).fold("From: a@b.example\r\n".to_owned(), |whole, at| {
        format!("{whole}Content-Type: multipart/mixed; boundary=x{at}\r\n\r\n--x{at}\r\n")
    });
    assert_eq!(fault(nested.as_bytes()), MessageFault::TooManyParts);
    let head = format!("From: a@b.example\r\nX-Long: {}\r\n\r\nhoi", "a".repeat(300_000));
    assert_eq!(fault(head.as_bytes()), MessageFault::TooManyParts);
    let long = read(&format!("From: a@b.example\n\n{}\n", "é".repeat(200_000)));
    assert!(long.text.len() <= 256 * 1024);
    let name = read("From: a@b.example\nMessage-ID: <a b@c>\nReferences: <ok@c.example> <no>\n\nhoi\n");
    assert_eq!((name.message_id, name.references), (None, vec!["ok@c.example".to_owned()]));
}
