//! Messages arrive byte for byte, and nothing in them ends the message early.

use mail::smtp::{MessageFault, WireMessage};

use crate::support::{envelope, peer, pool};

/// What is rendered, and what arrives.
const TABLE: &[(&str, &str)] = &[
    ("a", "a\r\n"),
    ("a\r\n", "a\r\n"),
    ("\r\n", "\r\n"),
    ("a\r\n\r\n", "a\r\n\r\n"),
    (".", ".\r\n"),
    ("..", "..\r\n"),
    (".\r\n", ".\r\n"),
    ("a\r\n.\r\nb", "a\r\n.\r\nb\r\n"),
    ("a\r\n..\r\nb", "a\r\n..\r\nb\r\n"),
    ("a\r\n.b\r\n", "a\r\n.b\r\n"),
    ("a\nb\n", "a\r\nb\r\n"),
    ("a\rb\r", "a\r\nb\r\n"),
    // What has smuggled mail past other servers.
    ("a\n.\nMAIL FROM:<x@example.nl>\n", "a\r\n.\r\nMAIL FROM:<x@example.nl>\r\n"),
    ("a\n.\r\nRSET\r\n", "a\r\n.\r\nRSET\r\n"),
    ("a\r\n.\nRSET\r\n", "a\r\n.\r\nRSET\r\n"),
    ("a\r.\rRSET\r\n", "a\r\n.\r\nRSET\r\n"),
    ("a\r\r\n.\r\r\nRSET\r\n", "a\r\n\r\n.\r\n\r\nRSET\r\n"),
    ("a\r\n.\r\nQUIT\r\n", "a\r\n.\r\nQUIT\r\n"),
    ("\n.\n", "\r\n.\r\n"),
];

#[tokio::test]
async fn whatever_is_rendered_arrives_whole_as_one_message() {
    let peer = peer().await;
    let pool = pool(&peer);
    for (number, (rendered, arrives)) in TABLE.iter().enumerate() {
        let message = WireMessage::new(rendered.as_bytes()).unwrap();
        assert_eq!(message.as_bytes(), arrives.as_bytes(), "{rendered:?}");
        let accepted = pool.begin(&envelope("jan@example.nl")).await.unwrap();
        accepted.data(&message).await.unwrap();
        let messages = peer.messages();
        assert_eq!(messages.len(), number + 1, "{rendered:?}");
        assert_eq!(messages[number].bytes, arrives.as_bytes(), "{rendered:?}");
    }
    assert!(peer.flaws().is_empty(), "{:?}", peer.flaws());
}

#[tokio::test]
async fn a_message_of_a_megabyte_arrives() {
    let peer = peer().await;
    let text = ".Een regel die met een punt begint.\r\n".repeat(30_000);
    let accepted = pool(&peer).begin(&envelope("jan@example.nl")).await.unwrap();
    accepted.data(&WireMessage::new(text.as_bytes()).unwrap()).await.unwrap();
    assert!(peer.messages()[0].bytes == text.as_bytes());
}

#[test]
fn what_smtp_cannot_carry_is_refused_with_its_line() {
    assert_eq!(WireMessage::new(b""), Err(MessageFault::Empty));
    assert_eq!(WireMessage::new(b"a\r\nb\0c\r\n"), Err(MessageFault::Nul { line: 2 }));
    assert_eq!(WireMessage::new("a\n\ncafé".as_bytes()), Err(MessageFault::EightBit { line: 3 }));
    let line = "x".repeat(998);
    assert!(WireMessage::new(line.as_bytes()).is_ok());
    assert_eq!(WireMessage::new(format!("{line}x").as_bytes()), Err(MessageFault::LongLine { line: 1 }));
}

#[test]
fn the_text_is_never_shown() {
    let message = WireMessage::new(b"https://example.nl/geheim").unwrap();
    assert_eq!(format!("{message:?}"), "WireMessage(27 bytes)");
}

/// The peer's strict mode can fail: raw SMTP with every flaw is flagged.
#[tokio::test]
async fn the_peer_flags_what_is_not_strict() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    let peer = peer().await;
    let mut tcp = tokio::net::TcpStream::connect(peer.address()).await.unwrap();
    tcp.write_all(b"EHLO x\nMAIL FROM:<a@example.nl>\r\nRCPT TO:<b@example.nl>\r\nDATA\r\n").await.unwrap();
    tcp.write_all(b"a\nb\rc\r\nd\0\r\n\xe9\r\n").await.unwrap();
    tcp.write_all(&[&[b'x'; 999][..], b"\r\n.\r\nQUIT\r\n"].concat()).await.unwrap();
    let mut replies = String::new();
    tcp.read_to_string(&mut replies).await.unwrap();
    for flaw in ["without CRLF", "bare LF", "bare CR", "NUL", "8-bit", "998"] {
        assert!(peer.flaws().iter().any(|text| text.contains(flaw)), "{flaw}: {:?}", peer.flaws());
    }
}
