//! Conversations at the door.

use std::sync::Mutex;

use tokio::io::AsyncWriteExt;
use tokio::sync::watch;

use super::LARGEST;
use super::lmtp::{Answer, Handed, House, Session};

struct Kept(Mutex<Vec<Handed>>, Answer);

impl House for Kept {
    async fn store(&self, handed: Handed) -> Answer {
        self.0.lock().unwrap().push(handed);
        self.1
    }
}

/// What is said to `said`, as the codes of the answers, and what was handed over.
async fn talk(said: &[u8], answer: Answer) -> (Vec<String>, Vec<Handed>) {
    let house = Kept(Mutex::new(Vec::new()), answer);
    let mut answers = std::io::Cursor::new(Vec::new());
    let (_tell, told) = watch::channel(false);
    let (mut to, from) = tokio::io::duplex(said.len() + 1);
    to.write_all(said).await.unwrap();
    drop(to);
    let mut session = Session::new(tokio::io::BufReader::new(from), &mut answers);
    session.run(&house, told).await.unwrap();
    drop(session);
    let text = String::from_utf8(answers.into_inner()).unwrap();
    let codes = text.lines().filter(|line| line.as_bytes().get(3) != Some(&b'-')).map(|line| line[..3].to_owned());
    (codes.collect(), house.0.into_inner().unwrap())
}

const START: &str = "LHLO mx\r\nMAIL FROM:<anna@corporatie.example> SIZE=100\r\n";

#[tokio::test]
async fn a_message_is_handed_over_once_and_answered_for_each_recipient() {
    let said = format!(
        "{START}RCPT TO:<a@b.example>\r\nRCPT TO:<c@b.example>\r\nDATA\r\nFrom: x\r\n\r\n..punt\r\n.\r\nQUIT\r\n"
    );
    let (codes, handed) = talk(said.as_bytes(), Answer::Stored).await;
    assert_eq!(codes, ["220", "250", "250", "250", "250", "354", "250", "250", "221"]);
    let expected = Handed {
        from: "anna@corporatie.example".to_owned(),
        to: vec!["a@b.example".to_owned(), "c@b.example".to_owned()],
        message: b"From: x\r\n\r\n.punt\r\n".to_vec(),
    };
    assert_eq!(handed, [expected]);
    for (answer, code) in [(Answer::Later, "451"), (Answer::Refused, "554")] {
        let (codes, _) = talk(said.as_bytes(), answer).await;
        assert_eq!(codes.iter().filter(|it| *it == code).count(), 2, "{code}");
    }
}

#[tokio::test]
async fn nothing_is_handed_over_that_was_not_said_to_its_end() {
    for end in ["", "From: x\r\n", "From: x\r\n\r\nhoi\r\n.", "hoi\n.\n", "hoi\r\n.\n", "hoi\n.\r\n"] {
        let (_, handed) =
            talk(format!("{START}RCPT TO:<a@b.example>\r\nDATA\r\n{end}").as_bytes(), Answer::Stored).await;
        assert_eq!(handed, [], "{end:?}");
    }
    let smuggled = format!("{START}RCPT TO:<a@b.example>\r\nDATA\r\nhoi\n.\nMAIL FROM:<b@c.example>\r\n.\r\n");
    let (_, handed) = talk(smuggled.as_bytes(), Answer::Stored).await;
    assert_eq!(handed.len(), 1, "one message, whatever stands in it");
    assert_eq!(handed[0].from, "anna@corporatie.example");
}

#[tokio::test]
async fn the_order_and_the_bounds_are_kept() {
    for (said, code) in [
        ("MAIL FROM:<a@b.example>\r\n", "503"),
        ("EHLO mx\r\n", "500"),
        ("LHLO mx\r\nDATA\r\n", "503"),
        ("LHLO mx\r\nRCPT TO:<a@b.example>\r\n", "503"),
        ("LHLO mx\r\nMAIL FROM:a@b.example\r\n", "501"),
        ("LHLO mx\r\nMAIL FROM:<a b@c.example>\r\n", "501"),
        ("LHLO mx\r\nMAIL FROM:<>\r\nRCPT TO:<>\r\n", "501"),
        ("LHLO mx\r\nMAIL FROM:<>\r\nDATA\r\n", "503"),
        ("LHLO mx\r\nMAIL FROM:<> SIZE=99999999\r\n", "552"),
        ("BDAT 3\r\n", "500"),
    ] {
        let (codes, handed) = talk(said.as_bytes(), Answer::Stored).await;
        assert_eq!((codes.last().map(String::as_str), handed.len()), (Some(code), 0), "{said}");
    }
    let long = format!("NOOP {}\r\nNOOP\r\n", "a".repeat(5_000));
    assert_eq!(talk(long.as_bytes(), Answer::Stored).await.0, ["220", "500", "250"]);
    let many = format!("{START}{}", "RCPT TO:<a@b.example>\r\n".repeat(101));
    assert_eq!(talk(many.as_bytes(), Answer::Stored).await.0.last().unwrap(), "452");
    let wrong = "WAT\r\n".repeat(50);
    assert!(talk(wrong.as_bytes(), Answer::Stored).await.0.len() < 30, "whoever talks nonsense is hung up on");
}

#[tokio::test]
async fn what_is_too_large_is_read_to_its_end_and_refused() {
    // A line that ends in a bare line feed ends no message with the dot behind it, however long it is.
    let bare = "a".repeat(LARGEST + 10) + "\n.\r\nMAIL FROM:<boef@elders.example>\r\n";
    for line in ["a".repeat(900) + "\r\n", "a".repeat(LARGEST + 10) + "\r\n", bare] {
        let body = line.repeat(1 + (LARGEST + 10) / line.len());
        let said = format!("{START}RCPT TO:<a@b.example>\r\nDATA\r\n{body}.\r\nNOOP\r\n");
        let (codes, handed) = talk(said.as_bytes(), Answer::Stored).await;
        assert_eq!((&codes[codes.len() - 2..], handed.len()), (&["552".to_owned(), "250".to_owned()][..], 0));
    }
}
