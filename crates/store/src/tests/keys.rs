//! Keys and the requests of programs on both engines: a key is somebody only while it lives, a name is free again once it is
//! revoked, and a request is claimed by one.

use domain::access::{Actor, ManageKeys, anywhere};
use domain::id::{Id, KeyId};
use domain::key::KeyScope;
use domain::time::{Day, Span, Time};
use uuid::Uuid;

use super::engines::NOON;
use super::progress::{client, lists::plans, place};
use super::{Fresh, each_engine};
use crate::error::StoreError;
use crate::key::{self, Holder, NewKey};
use crate::request::{self, Known, Named};

fn id(number: u128) -> KeyId {
    Id::from_uuid(Uuid::from_u128(number))
}

async fn make(fresh: &Fresh, number: u8, name: &str) -> Result<(), StoreError> {
    let new = NewKey {
        id: id(number.into()),
        organisation: place(1).organisation,
        name: name.to_owned(),
        hash: [number; 32],
        scopes: vec![KeyScope::HomesRead, KeyScope::HandoutsWrite],
        last_day: Day::of(NOON),
        ends_at: NOON + Span::hours(12),
    };
    fresh.db.write(move |tx| key::add(tx, &anywhere::<ManageKeys>(&Actor::Server).expect("may"), &new, NOON)).await
}

async fn holder(fresh: &Fresh, number: u8, now: Time) -> Option<Holder> {
    fresh.db.read(move |tx| key::holder(tx, &[number; 32], now)).await.expect("read")
}

async fn revoke(fresh: &Fresh, number: u8) -> bool {
    let write = fresh.db.write(move |tx| {
        key::revoke(tx, &anywhere::<ManageKeys>(&Actor::Server).expect("may"), id(number.into()), NOON)
    });
    write.await.expect("revoked")
}

#[tokio::test]
async fn a_key_is_somebody_while_it_lives() {
    each_engine(|fresh| async move {
        client(&fresh).await;
        make(&fresh, 1, "ERP").await.expect("a key");
        assert!(matches!(make(&fresh, 2, "ERP").await, Err(StoreError::Taken)), "{}", fresh.engine);
        let held = holder(&fresh, 1, NOON).await.expect("it lives");
        let scopes = vec![KeyScope::HomesRead, KeyScope::HandoutsWrite];
        assert_eq!(held.actor, Actor::Key { key: id(1), organisation: place(1).organisation, scopes });
        assert!(held.seen_at.is_none());
        key::touch(&fresh.db, id(1), NOON).await.expect("used");
        assert_eq!(holder(&fresh, 1, NOON).await.expect("it lives").seen_at, Some(NOON));
        assert!(holder(&fresh, 9, NOON).await.is_none());
        let last = NOON + Span::hours(12) - Span::from_micros(1);
        assert!(holder(&fresh, 1, last).await.is_some());
        assert!(holder(&fresh, 1, NOON + Span::hours(12)).await.is_none(), "its last day is over");
        assert!(revoke(&fresh, 1).await && !revoke(&fresh, 1).await, "once");
        assert!(holder(&fresh, 1, NOON).await.is_none());
        make(&fresh, 2, "ERP").await.expect("the name is free again");
        let frozen: Result<u64, StoreError> =
            fresh.db.write(|tx| tx.run(crate::sql::Sql::same("UPDATE organisation SET frozen_at = 1"), &[])).await;
        frozen.expect("frozen");
        assert!(holder(&fresh, 2, NOON).await.is_none(), "of a frozen client on {}", fresh.engine);
        let all = fresh.db.read(|tx| key::list(tx, &anywhere::<ManageKeys>(&Actor::Server).expect("may"))).await;
        let all: Vec<KeyId> = all.expect("read").into_iter().map(|it| it.id).collect();
        assert_eq!(all, [id(2), id(1)], "what was revoked comes last");
    })
    .await;
}

async fn claim(fresh: &Fresh, it: Named, now: Time) {
    let times = (now, now + Span::minutes(1), now + Span::days(1));
    let write = fresh.db.write(move |tx| request::claim(tx, it, &[5; 32], times));
    write.await.expect("claimed");
}

async fn known(fresh: &Fresh, it: Named) -> Option<Known> {
    fresh.db.read(move |tx| request::find(tx, it)).await.expect("read")
}

#[tokio::test]
async fn an_answer_belongs_to_the_claim_it_was_given_for() {
    each_engine(|fresh| async move {
        client(&fresh).await;
        make(&fresh, 1, "ERP").await.expect("a key");
        let it = Named { key: id(1), nonce: [3; 32] };
        claim(&fresh, it, NOON).await;
        let later = NOON + Span::minutes(2);
        claim(&fresh, it, later).await;
        let answer = async |at: Time, status: i64| {
            let write = fresh.db.write(move |tx| request::answer(tx, (it, at), (status, b"sealed")));
            write.await.expect("kept");
        };
        answer(NOON, 500).await;
        assert_eq!(known(&fresh, it).await.expect("claimed").answer, None, "another took it over");
        answer(later, 200).await;
        answer(later, 201).await;
        let found = known(&fresh, it).await.expect("answered");
        assert_eq!(found.answer, Some((200, b"sealed".to_vec())), "the first answer stays");
        fresh.db.write(move |tx| request::let_go(tx, it, later)).await.expect("let go");
        assert!(known(&fresh, it).await.is_some(), "what was answered stays");
        let other = Named { nonce: [4; 32], ..it };
        claim(&fresh, other, NOON).await;
        fresh.db.write(move |tx| request::let_go(tx, other, NOON)).await.expect("let go");
        assert!(known(&fresh, other).await.is_none());
        assert_eq!(request::forget(&fresh.db, later + Span::days(1)).await.expect("forgotten"), 0);
        let after = later + Span::days(1) + Span::seconds(1);
        assert_eq!(request::forget(&fresh.db, after).await.expect("forgotten"), 1);
        assert!(known(&fresh, it).await.is_none(), "{}", fresh.engine);
    })
    .await;
}

#[tokio::test]
async fn keys_and_requests_come_from_their_indexes() {
    let fresh = super::engines::sqlite().await;
    for plan in plans(&fresh, "src/request.rs").await {
        assert!(!plan.contains("SCAN api_request"), "{plan}");
    }
}
