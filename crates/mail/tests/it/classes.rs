//! Every refusal has the class that the outbox acts on.

use mail::smtp::{Cause, Failure, Reply, Stage, Trouble};
use testkit::smtp_peer::{Mood, Step};

use crate::support::{envelope, message, peer, pool, send};

/// Step, what the server says, whether the mail may be tried again, whose matter it is.
const TABLE: &[(Step, &str, bool, Cause)] = &[
    (Step::Mail, "421 4.3.2 shutting down", true, Cause::Server),
    (Step::Mail, "451 4.3.0 try later", true, Cause::Server),
    (Step::Mail, "452 4.3.1 disk full", true, Cause::Server),
    (Step::Mail, "550 5.1.8 sender has no mail server", false, Cause::Sender),
    (Step::Mail, "553 5.1.7 malformed sender", false, Cause::Sender),
    (Step::Mail, "553 sender not owned by user", false, Cause::Sender),
    (Step::Mail, "530 5.7.0 authenticate first", false, Cause::Policy),
    (Step::Rcpt, "450 4.2.0 <a@example.nl>: Greylisted, see postgrey", true, Cause::Greylisted),
    (Step::Rcpt, "451 4.7.1 Please come back later", true, Cause::Greylisted),
    (Step::Rcpt, "451 Grey listing in action", true, Cause::Greylisted),
    (Step::Rcpt, "450 4.2.1 mailbox busy", true, Cause::Recipient),
    (Step::Rcpt, "450 4.1.2 domain not found", true, Cause::Recipient),
    (Step::Rcpt, "451 4.3.0 lookup failed", true, Cause::Server),
    (Step::Rcpt, "452 4.2.2 over quota", true, Cause::MailboxFull),
    (Step::Rcpt, "452 4.3.1 no space", true, Cause::Server),
    (Step::Rcpt, "550 5.1.1 no such user", false, Cause::Recipient),
    (Step::Rcpt, "550 5.1.10 recipient not found", false, Cause::Recipient),
    (Step::Rcpt, "550 5.1.2 no such domain", false, Cause::Recipient),
    (Step::Rcpt, "550 5.2.1 mailbox disabled", false, Cause::Recipient),
    (Step::Rcpt, "550 5.4.1 Recipient address rejected: Access denied", false, Cause::Recipient),
    (Step::Rcpt, "550 no such user here", false, Cause::Recipient),
    (Step::Rcpt, "551 user not local", false, Cause::Recipient),
    (Step::Rcpt, "552 5.2.2 mailbox full", false, Cause::MailboxFull),
    (Step::Rcpt, "552 quota", false, Cause::MailboxFull),
    (Step::Rcpt, "550 5.7.1 blocked by policy", false, Cause::Policy),
    (Step::Rcpt, "554 5.7.1 relay access denied", false, Cause::Policy),
    (Step::Rcpt, "550 5.1.8 bad sender", false, Cause::Sender),
    (Step::Rcpt, "554 transaction failed", false, Cause::Server),
    (Step::Rcpt, "503 5.5.1 bad sequence", false, Cause::Server),
    // The class of the enhanced code disagrees with the code: it says nothing.
    (Step::Rcpt, "550 4.7.1 confused", false, Cause::Recipient),
    (Step::Data, "451 4.3.0 not now", true, Cause::Server),
    (Step::Data, "554 5.7.1 no", false, Cause::Policy),
    (Step::Dot, "451 4.7.1 greylisted after data", true, Cause::Greylisted),
    (Step::Dot, "452 4.3.1 disk full", true, Cause::Server),
    (Step::Dot, "421 4.3.0 shutting down", true, Cause::Server),
    (Step::Dot, "550 5.1.1 no such user after all", false, Cause::Recipient),
    (Step::Dot, "552 5.2.2 full", false, Cause::MailboxFull),
    (Step::Dot, "552 5.3.4 too big", false, Cause::Content),
    (Step::Dot, "550 looks like spam", false, Cause::Content),
    (Step::Dot, "554 5.6.0 malformed", false, Cause::Content),
    (Step::Dot, "554 5.7.1 rejected by content filter", false, Cause::Policy),
];

#[tokio::test]
async fn each_refusal_has_its_class_and_nothing_is_delivered() {
    let peer = peer().await;
    let pool = pool(&peer);
    for (step, says, again, cause) in TABLE {
        peer.calm();
        peer.mood(Mood::reply(*step, says));
        let failure = send(&pool, "a@example.nl").await.unwrap_err();
        let refusal = failure.refusal().unwrap_or_else(|| panic!("{says}: {failure:?}"));
        assert_eq!(matches!(failure, Failure::Temporary(_)), *again, "{says}");
        assert_eq!(refusal.cause, *cause, "{says}");
        assert_eq!(refusal.stage.name(), format!("{step:?}").to_lowercase(), "{says}");
        assert_eq!(refusal.reply.to_string(), *says);
        let condemns = !again && *cause == Cause::Recipient;
        assert_eq!(failure.condemns_address(), condemns, "{says}");
    }
    assert_eq!(peer.messages().len(), 0);
    peer.calm();
    send(&pool, "a@example.nl").await.unwrap();
    assert!(peer.flaws().is_empty(), "{:?}", peer.flaws());
}

#[tokio::test]
async fn one_bad_recipient_among_many_fails_alone_on_the_same_connection() {
    let peer = peer().await;
    let pool = pool(&peer);
    peer.for_recipient("weg@example.nl", Mood::reply(Step::Rcpt, "550 5.1.1 no such user"));
    for number in 0..20 {
        send(&pool, &format!("bewoner{number}@example.nl")).await.unwrap();
        assert!(send(&pool, "weg@example.nl").await.unwrap_err().condemns_address());
    }
    assert_eq!((peer.messages().len(), peer.connections()), (20, 1));
}

#[tokio::test]
async fn greylisted_first_and_welcome_later() {
    let peer = peer().await;
    let pool = pool(&peer);
    peer.mood(Mood::reply(Step::Rcpt, "450 4.7.1 greylisted").times(1));
    let failure = send(&pool, "jan@example.nl").await.unwrap_err();
    assert_eq!(failure.refusal().unwrap().cause, Cause::Greylisted);
    send(&pool, "jan@example.nl").await.unwrap();
    assert_eq!(peer.messages().len(), 1);
}

#[tokio::test]
async fn a_server_that_is_not_ready_is_no_refusal_of_the_mail() {
    for (step, stage) in [(Step::Banner, Stage::Banner), (Step::Ehlo, Stage::Ehlo)] {
        for says in ["421 4.3.2 too busy", "554 5.7.1 go away"] {
            let peer = peer().await;
            peer.mood(Mood::reply_and_close(step, says));
            let failure = send(&pool(&peer), "jan@example.nl").await.unwrap_err();
            let Failure::Unreachable { stage: at, trouble: Trouble::NotReady(reply) } = failure else {
                panic!("{says}: {failure:?}")
            };
            assert_eq!((at, reply.to_string().as_str()), (stage, says));
        }
    }
}

#[tokio::test]
async fn nobody_listening_is_unreachable() {
    let peer = peer().await;
    let pool = pool(&peer);
    drop(peer);
    tokio::task::yield_now().await;
    let failure = pool.begin(&envelope("jan@example.nl")).await.err().unwrap();
    assert!(matches!(failure, Failure::Unreachable { .. }), "{failure:?}");
}

#[tokio::test]
async fn a_refusal_of_data_leaves_the_connection_usable() {
    let peer = peer().await;
    let pool = pool(&peer);
    peer.mood(Mood::reply(Step::Data, "451 4.3.0 no").times(1));
    let accepted = pool.begin(&envelope("jan@example.nl")).await.unwrap();
    accepted.data(&message("x")).await.unwrap_err();
    send(&pool, "jan@example.nl").await.unwrap();
    assert_eq!((peer.messages().len(), peer.connections()), (1, 1));
    assert!(peer.flaws().is_empty(), "{:?}", peer.flaws());
}

#[test]
fn a_made_up_reply_is_classed_as_one_from_the_wire() {
    let failure = Failure::refused(Stage::Rcpt, Reply::new(550, "5.1.1 no such user"));
    assert!(failure.condemns_address());
    assert_eq!(failure.to_string(), "refused at rcpt: 550 5.1.1 no such user");
}
