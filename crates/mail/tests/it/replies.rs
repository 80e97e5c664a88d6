//! Replies that are odd, too long, or no replies at all.

use mail::smtp::{Failure, Reply, Stage, Trouble};
use testkit::smtp_peer::{Mood, Step};

use crate::support::{peer, pool, send};

#[tokio::test]
async fn a_reply_of_several_lines_is_one_reply() {
    let peer = peer().await;
    peer.mood(Mood::reply(Step::Rcpt, "550-5.1.1 The address\n550-5.1.1 is not known\n550 5.1.1 here").times(1));
    peer.mood(Mood::reply(Step::Dot, "250-2.0.0 Thank\n250 2.0.0 you"));
    let pool = pool(&peer);
    let failure = send(&pool, "jan@example.nl").await.unwrap_err();
    assert!(failure.condemns_address());
    let text = failure.refusal().unwrap().reply.text();
    assert_eq!(text, "5.1.1 The address 5.1.1 is not known 5.1.1 here");
    assert_eq!(send(&pool, "jan@example.nl").await.unwrap().text(), "2.0.0 Thank 2.0.0 you");
}

#[tokio::test]
async fn control_characters_and_broken_utf8_do_not_survive() {
    let peer = peer().await;
    peer.mood(Mood::raw(Step::Rcpt, b"550 5.1.1 \x1b[31mrood\x07 \xff\xfe caf\xc3\xa9\t \xe2\x80\xaeomgekeerd\0\r\n"));
    let failure = send(&pool(&peer), "jan@example.nl").await.unwrap_err();
    assert_eq!(failure.refusal().unwrap().reply.text(), "5.1.1 [31mrood café omgekeerd");
}

#[tokio::test]
async fn a_long_reply_is_cut_for_keeping() {
    let peer = peer().await;
    peer.mood(Mood::reply(Step::Rcpt, &format!("550 5.1.1 {}", "é".repeat(900))));
    let failure = send(&pool(&peer), "jan@example.nl").await.unwrap_err();
    assert_eq!(failure.refusal().unwrap().reply.text().chars().count(), 400);
}

/// What is no reply, before the final dot and after it.
fn nonsense() -> Vec<Vec<u8>> {
    vec![
        b"hello\r\n".to_vec(),
        b"\r\n".to_vec(),
        b"25\r\n".to_vec(),
        b"250_Ok\r\n".to_vec(),
        b"150 wait\r\n".to_vec(),
        b"999 what\r\n".to_vec(),
        b"250-first\r\n550 second\r\n".to_vec(),
        b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec(),
        b"\x16\x03\x01\x02\x00\x01\x00\x01\r\n".to_vec(),
        [b"250 ".as_slice(), &[b'x'; 200_000]].concat(),
        b"250-again\r\n".repeat(5000),
    ]
}

#[tokio::test]
async fn what_is_no_reply_is_never_a_yes_or_a_no() {
    for bytes in nonsense() {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(20)]).into_owned();
        for (step, stage) in [(Step::Banner, Stage::Banner), (Step::Rcpt, Stage::Rcpt), (Step::Data, Stage::Data)] {
            let peer = peer().await;
            peer.mood(Mood::raw(step, &bytes));
            let failure = send(&pool(&peer), "jan@example.nl").await.unwrap_err();
            let nothing_sent = Failure::Unreachable { stage, trouble: Trouble::Nonsense };
            assert_eq!(failure, nothing_sent, "{shown} at {step:?}");
        }
        let peer = peer().await;
        peer.mood(Mood::raw(Step::Dot, &bytes));
        let failure = send(&pool(&peer), "jan@example.nl").await.unwrap_err();
        assert_eq!(failure, Failure::Unknown { trouble: Trouble::Nonsense }, "{shown}");
    }
}

#[tokio::test]
async fn an_answer_that_is_none_here_is_nonsense() {
    // 354 to RCPT, 250 to DATA, 354 after the dot.
    for (step, says) in [(Step::Rcpt, "354 go"), (Step::Data, "250 ok"), (Step::Dot, "354 go")] {
        let peer = peer().await;
        peer.mood(Mood::reply(step, says));
        let failure = send(&pool(&peer), "jan@example.nl").await.unwrap_err();
        let unknown = matches!(failure, Failure::Unknown { trouble: Trouble::Nonsense });
        let unsent = matches!(failure, Failure::Unreachable { trouble: Trouble::Nonsense, .. });
        assert!(if step == Step::Dot { unknown } else { unsent }, "{says}: {failure:?}");
    }
}

#[tokio::test]
async fn a_reply_nobody_asked_for_is_not_taken_for_the_answer_to_the_message() {
    let peer = peer().await;
    peer.mood(Mood::raw(Step::Data, b"354 go\r\n250 2.0.0 taken already\r\n"));
    let failure = send(&pool(&peer), "jan@example.nl").await.unwrap_err();
    assert_eq!(failure, Failure::Unreachable { stage: Stage::Body, trouble: Trouble::Nonsense });
    assert_eq!(peer.messages().len(), 0);
}

#[test]
fn enhanced_codes_are_read_strictly() {
    let subject = |code, text| Reply::new(code, text).enhanced().map(|e| (e.subject, e.detail));
    assert_eq!(subject(550, "5.1.1 x"), Some((1, 1)));
    assert_eq!(subject(550, "5.7.26 x"), Some((7, 26)));
    for text in ["", "5.1", "5.1.1.1", "5.1.1: x", "5.+1.1 x", "5..1 x", "5.1.1000 x", "4.1.1 x", "x 5.1.1"] {
        assert_eq!(subject(550, text), None, "{text}");
    }
}
