//! Keeping, sharing, losing and closing connections.

use std::collections::BTreeSet;
use std::time::Duration;

use mail::smtp::{Failure, Stage, Timeouts, Trouble};
use testkit::smtp_peer::{Mood, SmtpPeer, Step};

use crate::support::{envelope, patient, peer, peer_offering, pool, pool_to, said, send};

/// Waits, some seconds at most, until the client said goodbye on the first connection.
async fn said_quit(peer: &SmtpPeer) -> bool {
    for _ in 0..500 {
        if said(peer, 0).last().is_some_and(|last| last == "QUIT") {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    false
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_mails_over_four_connections_arrive_intact_and_once() {
    for extensions in [&[][..], &["PIPELINING", "DSN"]] {
        let peer = peer_offering(extensions).await;
        let pool = pool_to(&peer.url(), patient(), 4);
        let mut sending = tokio::task::JoinSet::new();
        for number in 0..200 {
            let pool = pool.clone();
            sending.spawn(async move { send(&pool, &format!("b{number}@example.nl")).await });
        }
        while let Some(outcome) = sending.join_next().await {
            outcome.unwrap().unwrap();
        }
        let messages = peer.wait_for(200).await;
        assert_eq!((messages.len(), peer.connections() <= 4), (200, true));
        let expected: BTreeSet<String> = (0..200).map(|n| format!("b{n}@example.nl")).collect();
        let arrived: BTreeSet<String> = messages.iter().map(|message| message.to[0].clone()).collect();
        assert_eq!(arrived, expected);
        for message in messages {
            assert_eq!(message.bytes, format!("Subject: test\r\n\r\n{}\r\n", message.to[0]).as_bytes());
        }
        assert!(peer.flaws().is_empty(), "{:?}", peer.flaws());
    }
}

#[tokio::test]
async fn never_more_connections_than_allowed() {
    let peer = peer().await;
    let pool = pool_to(&peer.url(), patient(), 2);
    let first = pool.begin(&envelope("a@example.nl")).await.unwrap();
    let _second = pool.begin(&envelope("b@example.nl")).await.unwrap();
    let third = envelope("c@example.nl");
    let mut third = Box::pin(pool.begin(&third));
    let waits = tokio::time::timeout(Duration::from_millis(100), &mut third).await;
    assert!(waits.is_err());
    drop(first);
    third.await.unwrap();
    assert_eq!(peer.connections(), 2);
}

#[tokio::test]
async fn a_kept_connection_that_died_is_replaced_without_the_caller_knowing() {
    let moods = [
        Mood::close(Step::Mail),
        Mood::reply_and_close(Step::Mail, "421 4.4.2 idle too long"),
        Mood::raw(Step::Mail, b"what?\r\n"),
    ];
    for mood in moods {
        let peer = peer().await;
        let pool = pool(&peer);
        send(&pool, "a@example.nl").await.unwrap();
        peer.mood(mood.times(1));
        send(&pool, "b@example.nl").await.unwrap();
        assert_eq!((peer.connections(), peer.messages().len()), (2, 2));
    }
}

#[tokio::test]
async fn a_new_connection_that_dies_is_not_tried_again() {
    let peer = peer().await;
    peer.mood(Mood::close(Step::Mail));
    let failure = send(&pool(&peer), "a@example.nl").await.unwrap_err();
    assert!(matches!(failure, Failure::Unreachable { stage: Stage::Mail, .. }), "{failure:?}");
    assert_eq!(peer.connections(), 1);
}

#[tokio::test]
async fn a_server_that_goes_away_after_taking_a_mail_is_not_reused() {
    let peer = peer().await;
    let pool = pool(&peer);
    peer.mood(Mood::reply(Step::Dot, "421 4.3.2 shutting down").times(1));
    let failure = send(&pool, "a@example.nl").await.unwrap_err();
    assert!(matches!(failure, Failure::Temporary(_)), "{failure:?}");
    send(&pool, "b@example.nl").await.unwrap();
    assert_eq!((peer.connections(), peer.messages().len()), (2, 1));
}

#[tokio::test]
async fn an_unused_connection_is_closed_with_a_goodbye() {
    let peer = peer().await;
    let pool = pool_to(&peer.url(), Timeouts { idle: Duration::from_millis(40), ..patient() }, 1);
    send(&pool, "a@example.nl").await.unwrap();
    assert!(said_quit(&peer).await);
}

#[tokio::test]
async fn a_closed_pool_says_goodbye_and_takes_no_more() {
    let peer = peer().await;
    let pool = pool_to(&peer.url(), patient(), 2);
    let open = pool.begin(&envelope("a@example.nl")).await.unwrap();
    send(&pool, "b@example.nl").await.unwrap();
    pool.close().await;
    let failure = pool.begin(&envelope("c@example.nl")).await.err().unwrap();
    assert_eq!(failure, Failure::Unreachable { stage: Stage::Connect, trouble: Trouble::Stopping });
    // What was begun may still be finished.
    open.data(&crate::support::message("a")).await.unwrap();
    assert_eq!(peer.messages().len(), 2);
    assert_eq!(said(&peer, 1).last().unwrap(), "QUIT");
}
