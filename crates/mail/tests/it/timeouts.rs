//! Silence and lost connections at every step, and whether the mail may have arrived.

use std::time::Duration;

use mail::smtp::{Failure, Stage, Timeouts, Trouble, WireMessage};
use testkit::smtp_peer::{Mood, Step};

use crate::support::{SHORT, envelope, message, patient, peer, pool, pool_to, send};

/// Patient everywhere but at the step under test.
fn short_at(step: Step) -> Timeouts {
    match step {
        Step::Banner => Timeouts { banner: SHORT, ..patient() },
        Step::Dot => Timeouts { dot: SHORT, ..patient() },
        _ => Timeouts { command: SHORT, ..patient() },
    }
}

const BEFORE_THE_MESSAGE: [(Step, Stage); 5] = [
    (Step::Banner, Stage::Banner),
    (Step::Ehlo, Stage::Ehlo),
    (Step::Mail, Stage::Mail),
    (Step::Rcpt, Stage::Rcpt),
    (Step::Data, Stage::Data),
];

#[tokio::test]
async fn silence_before_the_message_means_not_sent() {
    for (step, stage) in BEFORE_THE_MESSAGE {
        let peer = peer().await;
        peer.mood(Mood::hang(step));
        let pool = pool_to(&peer.url(), short_at(step), 1);
        let failure = send(&pool, "jan@example.nl").await.unwrap_err();
        assert_eq!(failure, Failure::Unreachable { stage, trouble: Trouble::TimedOut });
        assert_eq!(peer.messages().len(), 0);
    }
}

#[tokio::test]
async fn a_connection_lost_before_the_message_means_not_sent() {
    for (step, stage) in BEFORE_THE_MESSAGE {
        let peer = peer().await;
        peer.mood(Mood::close(step));
        let failure = send(&pool(&peer), "jan@example.nl").await.unwrap_err();
        let Failure::Unreachable { stage: at, trouble: Trouble::Lost(_) } = failure else {
            panic!("{step:?}: {failure:?}")
        };
        assert_eq!(at, stage);
        assert_eq!(peer.messages().len(), 0);
    }
}

#[tokio::test]
async fn silence_after_the_final_dot_is_unknown() {
    let peer = peer().await;
    peer.mood(Mood::hang(Step::Dot).times(1));
    let pool = pool_to(&peer.url(), short_at(Step::Dot), 1);
    let failure = send(&pool, "jan@example.nl").await.unwrap_err();
    assert_eq!(failure, Failure::Unknown { trouble: Trouble::TimedOut });
    // The connection is not used again: a late reply would be taken for that of the next mail.
    send(&pool, "piet@example.nl").await.unwrap();
    assert_eq!(peer.connections(), 2);
}

#[tokio::test]
async fn a_lost_reply_is_unknown_whether_the_mail_arrived_or_not() {
    for (mood, arrived) in [(Mood::keep_and_close(), 1), (Mood::close(Step::Dot), 0)] {
        let peer = peer().await;
        peer.mood(mood);
        let failure = send(&pool(&peer), "jan@example.nl").await.unwrap_err();
        assert!(matches!(failure, Failure::Unknown { trouble: Trouble::Lost(_) }), "{failure:?}");
        assert_eq!(peer.messages().len(), arrived);
    }
}

#[tokio::test]
async fn a_connection_lost_inside_a_long_message_means_not_sent() {
    let peer = peer().await;
    peer.mood(Mood::close(Step::Body));
    let long = WireMessage::new("Een regel van deze lange brief.\r\n".repeat(1_000_000).as_bytes());
    let accepted = pool(&peer).begin(&envelope("jan@example.nl")).await.unwrap();
    let failure = accepted.data(&long.unwrap()).await.unwrap_err();
    let Failure::Unreachable { stage: Stage::Body, trouble: Trouble::Lost(_) } = failure else { panic!("{failure:?}") };
    assert_eq!(peer.messages().len(), 0);
}

#[tokio::test]
async fn a_server_that_stops_reading_a_long_message_means_not_sent() {
    let peer = peer().await;
    peer.mood(Mood::hang(Step::Body));
    let long = WireMessage::new("Een regel van deze lange brief.\r\n".repeat(1_000_000).as_bytes());
    let pool = pool_to(&peer.url(), Timeouts { body: SHORT, ..patient() }, 1);
    let accepted = pool.begin(&envelope("jan@example.nl")).await.unwrap();
    let failure = accepted.data(&long.unwrap()).await.unwrap_err();
    assert_eq!(failure, Failure::Unreachable { stage: Stage::Body, trouble: Trouble::TimedOut });
}

#[tokio::test]
async fn slow_is_not_dead() {
    let peer = peer().await;
    for step in [Step::Banner, Step::Mail, Step::Rcpt, Step::Data, Step::Dot] {
        peer.mood(Mood::slow(step, Duration::from_millis(30)));
    }
    send(&pool(&peer), "jan@example.nl").await.unwrap();
    assert_eq!(peer.messages().len(), 1);
}

#[tokio::test]
async fn giving_up_waiting_for_a_reply_closes_the_connection() {
    let peer = peer().await;
    let pool = pool(&peer);
    peer.mood(Mood::hang(Step::Dot).times(1));
    let accepted = pool.begin(&envelope("jan@example.nl")).await.unwrap();
    let text = message("x");
    let waiting = tokio::time::timeout(SHORT, accepted.data(&text));
    assert!(waiting.await.is_err());
    send(&pool, "piet@example.nl").await.unwrap();
    assert_eq!(peer.connections(), 2);
}

#[test]
fn the_longest_an_attempt_can_take_is_known() {
    let times = Timeouts::default();
    assert!(times.longest_begin() > times.connect + times.tls + times.banner);
    assert_eq!(times.longest_data(), times.command + times.body + times.dot);
}
