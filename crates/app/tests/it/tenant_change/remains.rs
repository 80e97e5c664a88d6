//! What is cleared away when a change is done: all of it, once, by whichever process; and accounts that came meanwhile too.

use std::sync::Arc;

use app::worker::{self, Heartbeat};
use app::{App, Parts};
use domain::tenant_change::Kind;
use domain::time::Span;
use testkit::each_engine;
use tokio::sync::watch;

use super::{ALL, NOTHING, Person, ask, at, day, finish, mails, plan, rows, settle, told, wish, works};
use crate::house::House;

/// What is left of somebody: passkeys, passwords, browsers, live sessions, live links, waiting mails; beside the notice that they
/// leave, which opens nothing.
async fn left(house: &House, person: &Person) -> [i64; 6] {
    [
        rows(house, "passkey", person, "").await + rows(house, "passkey_user", person, "").await,
        rows(house, "password", person, "").await,
        rows(house, "device", person, "").await,
        rows(house, "session", person, "AND ended_at IS NULL").await,
        rows(house, "token", person, "AND used_at IS NULL AND ended_at IS NULL AND purpose <> 'still-here'").await,
        rows(house, "mail", person, "AND state = 'waiting' AND kind <> 'household_leaves'").await,
    ]
}

/// Addresses in force, over the whole house.
async fn addresses(house: &House) -> i64 {
    testkit::raw::count(&house.fresh, "SELECT count(*) FROM email_link WHERE proof <> 'ended'").await
}

/// A mail that waits for its next attempt.
async fn put_off(house: &House, username: &str) {
    mails(house).await;
    house.post.answer(1, mail::transport::Answer::Refuse(mail::smtp::Stage::Rcpt, 451, "4.7.1 later".into()));
    ask(house, username).await;
    assert!(mails(house).await.is_empty());
}

#[tokio::test]
async fn all_accounts_of_the_home_end_and_nothing_of_them_is_left() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("een@example.nl")).await;
        house.home("ALMELO02", Some("twee@example.nl")).await;
        house.home("ALMELO03", Some("drie@example.nl")).await;
        house.home("ALMELO04", Some("vier@example.nl")).await;
        testkit::raw::move_in_with(&house.fresh, "ALMELO02", "ALMELO01").await;
        let one = settle(&house, "ALMELO01", "een@example.nl").await;
        let two = settle(&house, "ALMELO02", "twee@example.nl").await;
        let three = settle(&house, "ALMELO03", "drie@example.nl").await;
        let neighbour = settle(&house, "ALMELO04", "vier@example.nl").await;
        let (phone, of_neighbour) =
            (crate::passkey::make(&house, &one).await, crate::passkey::make(&house, &neighbour).await);
        house.deliver().await;
        plan(&house, home, wish(Kind::NewTenant, "2026-11-23", "", Some("nieuw@example.nl"))).await.unwrap();
        // Somebody got an account in this home after that.
        testkit::raw::move_in_with(&house.fresh, "ALMELO03", "ALMELO01").await;
        put_off(&house, "ALMELO01").await;
        assert_eq!(left(&house, &one).await, [2, 1, 1, 1, 1, 1], "{}", house.engine);
        assert_eq!(finish(&house).await, 0, "not before its moment");
        at(&house, day("2026-11-24").starts_at());
        assert_eq!((works(&house, &one).await, works(&house, &two).await), (NOTHING, NOTHING), "no worker ran");
        assert!(!crate::passkey::opens(&house, &phone, &one).await, "no worker ran");
        assert_eq!(finish(&house).await, 1);
        for gone in [&one, &two, &three] {
            assert_eq!(left(&house, gone).await, [0; 6], "{} on {}", gone.username, house.engine);
            assert_eq!(works(&house, gone).await, NOTHING);
        }
        assert_eq!(addresses(&house).await, 2, "of the comers and of the neighbour");
        assert_eq!(works(&house, &neighbour).await, ALL, "the neighbour notices nothing");
        assert!(crate::passkey::opens(&house, &of_neighbour, &neighbour).await);
        let ended = "SELECT count(*) FROM audit_line WHERE act = 'occupancy.ended' AND reason = 'new-tenant'";
        assert_eq!(testkit::raw::count(&house.fresh, ended).await, 3);
        assert_eq!(told(&house, home).await, ["done new-tenant", "planned new-tenant"]);
        let typed = "SELECT count(*) FROM mail WHERE state = 'dropped' AND intent LIKE '%\"asked\":\"\"%'";
        assert_eq!(testkit::raw::count(&house.fresh, typed).await, 1, "what was typed is forgotten");
        house.forward(Span::hours(2));
        assert!(mails(&house).await.is_empty());
        let comer = settle(&house, "ALMELO01", "nieuw@example.nl").await;
        assert_eq!(finish(&house).await, 0);
        assert_eq!(works(&house, &comer).await, ALL, "done once");
    })
    .await;
}

/// A second process on the same database.
fn beside(house: &House) -> App {
    let db = store::Db::open(&store::Settings::new(&house.fresh.url)).unwrap();
    App::new(Parts { db, ..Parts::clone(&house.app) })
}

#[tokio::test]
async fn of_two_workers_one_does_it() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let mut homes = Vec::new();
        for n in 0..12 {
            let home = house.home(&format!("ALMELO{n:02}"), Some("een@example.nl")).await;
            plan(&house, home, wish(Kind::Vacant, "2026-11-23", "", None)).await.unwrap();
            homes.push(home);
        }
        at(&house, day("2026-11-24").starts_at());
        let other = beside(&house);
        let (here, there) =
            tokio::join!(app::tenant_change::finish_due(&house.app), app::tenant_change::finish_due(&other));
        assert_eq!(here.unwrap() + there.unwrap(), 12, "{}", house.engine);
        other.db.close();
        for home in homes {
            assert_eq!(told(&house, home).await, ["done vacant", "planned vacant"]);
        }
        let generations = "SELECT count(*) FROM identity WHERE generation = 2";
        assert_eq!(testkit::raw::count(&house.fresh, generations).await, 12, "each raised once");
    })
    .await;
}

#[tokio::test]
async fn the_worker_does_what_is_due() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("een@example.nl")).await;
        let one = settle(&house, "ALMELO01", "een@example.nl").await;
        plan(&house, home, wish(Kind::Vacant, "2026-11-23", "", None)).await.unwrap();
        at(&house, day("2026-11-24").starts_at());
        let (stop, stopped) = watch::channel(false);
        let heartbeat = Heartbeat::default();
        let work = worker::run(Arc::clone(&house.app), house.transport.clone(), stopped, heartbeat);
        let work = tokio::spawn(work);
        while left(&house, &one).await != [0; 6] {
            tokio::task::yield_now().await;
            assert!(!work.is_finished(), "the worker works");
        }
        stop.send(true).unwrap();
        work.await.unwrap();
        assert_eq!(told(&house, home).await, ["done vacant", "planned vacant"], "{}", house.engine);
    })
    .await;
}
