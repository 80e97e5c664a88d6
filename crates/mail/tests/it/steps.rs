//! The order of the steps, and what stops between them.

use crate::support::{envelope, message, peer, peer_offering, pool, said, send};

#[tokio::test]
async fn a_mail_arrives_exactly_and_the_reply_is_kept() {
    let peer = peer().await;
    let reply = send(&pool(&peer), "jan@example.nl").await.unwrap();
    assert_eq!((reply.code(), reply.text()), (250, "2.0.0 Ok: taken"));
    let messages = peer.messages();
    assert_eq!(messages.len(), 1);
    assert_eq!(messages[0].from, "post+tag1@huissleutel.example");
    assert_eq!(messages[0].to, ["jan@example.nl"]);
    assert_eq!(messages[0].bytes, b"Subject: test\r\n\r\njan@example.nl\r\n");
    assert!(peer.flaws().is_empty(), "{:?}", peer.flaws());
}

#[tokio::test]
async fn nothing_of_the_message_is_sent_before_the_second_step() {
    let peer = peer().await;
    let pool = pool(&peer);
    let accepted = pool.begin(&envelope("jan@example.nl")).await.unwrap();
    let before = said(&peer, 0);
    assert_eq!(before.last().unwrap(), "RCPT TO:<jan@example.nl>");
    accepted.data(&message("x")).await.unwrap();
    assert_eq!(said(&peer, 0).last().unwrap(), "DATA");
}

#[tokio::test]
async fn a_given_up_mail_is_never_sent_and_its_connection_serves_the_next() {
    let peer = peer().await;
    let pool = pool(&peer);
    drop(pool.begin(&envelope("oud@example.nl")).await.unwrap());
    send(&pool, "nieuw@example.nl").await.unwrap();
    assert_eq!(peer.connections(), 1);
    assert_eq!(peer.messages().len(), 1);
    assert_eq!(peer.messages()[0].to, ["nieuw@example.nl"]);
    assert!(said(&peer, 0).contains(&"RSET".to_owned()));
}

#[tokio::test]
async fn greets_with_its_address_or_with_the_name_of_the_settings() {
    let peer = peer().await;
    send(&pool(&peer), "jan@example.nl").await.unwrap();
    assert_eq!(said(&peer, 0)[0], "EHLO [127.0.0.1]");
    let named = format!("{}?ehlo=post.huissleutel.example", peer.url());
    let named = crate::support::pool_to(&named, crate::support::patient(), 1);
    send(&named, "jan@example.nl").await.unwrap();
    assert_eq!(said(&peer, 1)[0], "EHLO post.huissleutel.example");
}

#[tokio::test]
async fn pipelining_is_used_when_offered_and_every_refusal_is_seen() {
    use mail::smtp::{Failure, Stage};
    use testkit::smtp_peer::{Mood, Step};

    let peer = peer_offering(&["PIPELINING"]).await;
    let pool = pool(&peer);
    peer.mood(Mood::reply(Step::Mail, "451 4.3.0 not now").times(1));
    peer.for_recipient("weg@example.nl", Mood::reply(Step::Rcpt, "550 5.1.1 no"));
    let refused = send(&pool, "jan@example.nl").await.unwrap_err();
    assert!(matches!(&refused, Failure::Temporary(r) if r.stage == Stage::Mail), "{refused:?}");
    let refused = send(&pool, "weg@example.nl").await.unwrap_err();
    assert!(matches!(&refused, Failure::Permanent(r) if r.stage == Stage::Rcpt), "{refused:?}");
    send(&pool, "jan@example.nl").await.unwrap();
    assert_eq!((peer.connections(), peer.messages().len()), (1, 1));
    assert!(peer.flaws().is_empty(), "{:?}", peer.flaws());
}

#[tokio::test]
async fn bounces_are_asked_to_leave_the_message_out() {
    let peer = peer_offering(&["DSN"]).await;
    send(&pool(&peer), "jan@example.nl").await.unwrap();
    let said = said(&peer, 0);
    assert_eq!(said[1], "MAIL FROM:<post+tag1@huissleutel.example> RET=HDRS");
    assert_eq!(said[2], "RCPT TO:<jan@example.nl> NOTIFY=FAILURE,DELAY");
}

#[tokio::test]
async fn an_extension_in_the_greeting_line_is_not_an_offer() {
    use testkit::smtp_peer::{Mood, Step};

    let peer = peer().await;
    peer.mood(Mood::reply(Step::Ehlo, "250-DSN PIPELINING\n250 SIZE 1000"));
    send(&pool(&peer), "jan@example.nl").await.unwrap();
    assert_eq!(said(&peer, 0)[1], "MAIL FROM:<post+tag1@huissleutel.example>");
}
