//! The box in memory takes the same steps and fails in the same classes.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::time::Time;
use mail::smtp::{Cause, Failure, Reply, Stage};
use mail::transport::{Answer, MemoryBox, Transport};

use crate::support::{envelope, message};

async fn send(transport: &Transport, to: &str) -> Result<Reply, Failure> {
    transport.begin(&envelope(to)).await?.data(&message(to)).await
}

fn new_box(most: usize) -> (MemoryBox, Transport) {
    let memory = MemoryBox::new(most, || Time::from_micros(7));
    (memory.clone(), Transport::Memory(memory))
}

#[tokio::test]
async fn keeps_envelope_bytes_and_time() {
    let clock = Arc::new(AtomicI64::new(5));
    let now = Arc::clone(&clock);
    let memory = MemoryBox::new(10, move || Time::from_micros(now.load(Ordering::Relaxed)));
    let transport = Transport::Memory(memory.clone());
    send(&transport, "jan@example.nl").await.unwrap();
    clock.store(6, Ordering::Relaxed);
    send(&transport, "piet@example.nl").await.unwrap();
    let delivered = memory.delivered();
    assert_eq!(delivered[0].envelope, envelope("jan@example.nl"));
    assert_eq!(delivered[0].message, message("jan@example.nl").as_bytes());
    assert_eq!((delivered[0].at.micros(), delivered[1].at.micros()), (5, 6));
    transport.close().await;
}

#[tokio::test]
async fn a_begun_mail_that_is_given_up_is_not_there() {
    let (memory, transport) = new_box(10);
    drop(transport.begin(&envelope("jan@example.nl")).await.unwrap());
    assert!(memory.delivered().is_empty());
}

#[tokio::test]
async fn answers_as_told_and_as_often_as_told() {
    let (memory, transport) = new_box(10);
    let refuse = |stage, code, text: &str| Answer::Refuse(stage, code, text.to_owned());
    memory.answer_for("weg@example.nl", u32::MAX, refuse(Stage::Rcpt, 550, "5.1.1 no such user"));
    memory.answer(1, refuse(Stage::Rcpt, 451, "4.7.1 greylisted"));
    memory.answer(1, Answer::Unreachable);
    memory.answer(1, refuse(Stage::Dot, 554, "5.7.1 spam"));
    memory.answer(1, Answer::LoseReply { arrived: true });
    memory.answer(1, Answer::LoseReply { arrived: false });

    assert!(send(&transport, "weg@example.nl").await.unwrap_err().condemns_address());
    let greylisted = send(&transport, "jan@example.nl").await.unwrap_err();
    assert_eq!(greylisted.refusal().unwrap().cause, Cause::Greylisted);
    let unreachable = send(&transport, "jan@example.nl").await.unwrap_err();
    assert!(matches!(unreachable, Failure::Unreachable { .. }));
    let spam = send(&transport, "jan@example.nl").await.unwrap_err();
    assert!(matches!(&spam, Failure::Permanent(refusal) if refusal.stage == Stage::Dot));
    assert_eq!(memory.total(), 0);
    for arrived in [1, 1] {
        let lost = send(&transport, "jan@example.nl").await.unwrap_err();
        assert!(matches!(lost, Failure::Unknown { .. }));
        assert_eq!(memory.total(), arrived);
    }
    send(&transport, "jan@example.nl").await.unwrap();
    assert!(send(&transport, "weg@example.nl").await.unwrap_err().condemns_address());
    memory.answer_normally();
    send(&transport, "weg@example.nl").await.unwrap();
}

#[tokio::test]
async fn keeps_the_newest_only() {
    let (memory, transport) = new_box(3);
    for number in 0..5 {
        send(&transport, &format!("b{number}@example.nl")).await.unwrap();
    }
    let kept: Vec<String> = memory.delivered().iter().map(|mail| mail.envelope.to.as_str().to_owned()).collect();
    assert_eq!(kept, ["b2@example.nl", "b3@example.nl", "b4@example.nl"]);
    assert_eq!((memory.total(), memory.take().len(), memory.delivered().len()), (5, 3, 0));
}
