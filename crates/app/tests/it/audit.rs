//! Law 11: chains that are whole, and broken ones that are found and named.

use app::audit::{Broken, seal, verify};
use app::staff::{self, Invite};
use domain::access::Actor;
use domain::role::Role;
use testkit::each_engine;
use uuid::Uuid;

use crate::house::House;

#[tokio::test]
async fn the_sealer_numbers_every_line_once_and_a_changed_line_is_named() {
    each_engine(|fresh| async move {
        let url = fresh.url.clone();
        let engine = fresh.engine;
        let house = House::build(fresh).await;
        for n in 0..5 {
            let organisation = (n % 2 == 0).then(|| "linde".to_owned());
            let role = if organisation.is_some() { Role::Clerk } else { Role::Auditor };
            let cmd = Invite { email: format!("a{n}@example.nl"), role, organisation, projects: vec![] };
            staff::invite(&house.app, &house.app.command(), Actor::Server, cmd).await.unwrap();
        }
        let holder = Uuid::from_u128(1);
        assert_eq!(seal(&house.app, holder).await.unwrap(), 5, "{engine}");
        assert_eq!(seal(&house.app, holder).await.unwrap(), 0);
        assert_eq!(seal(&house.app, Uuid::from_u128(2)).await.unwrap(), 0, "another sealer keeps out");
        assert_eq!(verify(&house.app).await.unwrap(), Ok(5), "two chains, five links");
        if engine == "sqlite" {
            let path = url.trim_start_matches("sqlite:");
            let raw = rusqlite::Connection::open(path).unwrap();
            raw.execute("UPDATE audit_line SET door = 'page' WHERE organisation_id IS NOT NULL AND id = (SELECT line_id FROM audit_chain WHERE seq = 2 ORDER BY chain_id DESC LIMIT 1)", []).unwrap();
            let broken = verify(&house.app).await.unwrap().unwrap_err();
            assert!(matches!(broken, Broken::Link(link) if link.seq == 2));
        }
    })
    .await;
}

#[tokio::test]
async fn an_erased_detail_leaves_the_chain_whole_and_a_changed_one_does_not() {
    let fresh = std::sync::Arc::new(testkit::engines::sqlite().await);
    let url = fresh.url.clone();
    let house = House::build(fresh).await;
    for n in 0..2 {
        let cmd =
            Invite { email: format!("a{n}@example.nl"), role: Role::Auditor, organisation: None, projects: vec![] };
        staff::invite(&house.app, &house.app.command(), Actor::Server, cmd).await.unwrap();
    }
    seal(&house.app, Uuid::from_u128(1)).await.unwrap();
    let raw = rusqlite::Connection::open(url.trim_start_matches("sqlite:")).unwrap();
    let masked: String =
        raw.query_row("SELECT detail FROM audit_side ORDER BY line_id LIMIT 1", [], |row| row.get(0)).unwrap();
    assert!(!masked.contains("a0@"), "the detail is masked: {masked}");
    raw.execute("DELETE FROM audit_side WHERE line_id = (SELECT min(line_id) FROM audit_side)", []).unwrap();
    assert_eq!(verify(&house.app).await.unwrap(), Ok(2));
    raw.execute("UPDATE audit_side SET detail = 'x'", []).unwrap();
    assert!(verify(&house.app).await.unwrap().is_err());
}

#[tokio::test]
async fn a_chain_that_was_cut_off_is_noticed() {
    let fresh = std::sync::Arc::new(testkit::engines::sqlite().await);
    let url = fresh.url.clone();
    let house = House::build(fresh).await;
    for n in 0..3 {
        let cmd =
            Invite { email: format!("a{n}@example.nl"), role: Role::Auditor, organisation: None, projects: vec![] };
        staff::invite(&house.app, &house.app.command(), Actor::Server, cmd).await.unwrap();
    }
    seal(&house.app, Uuid::from_u128(1)).await.unwrap();
    let raw = rusqlite::Connection::open(url.trim_start_matches("sqlite:")).unwrap();
    raw.execute("DELETE FROM audit_chain WHERE seq = 3", []).unwrap();
    assert_eq!(verify(&house.app).await.unwrap(), Err(Broken::Cut(1)));
}
