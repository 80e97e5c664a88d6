//! Homes of a whole client on both engines: found by what they are called and by the whole of an address, never another
//! client's, and each from its index.

use domain::access::{self, Actor, ProjectPlace, SeeHomes};
use domain::find::Find;
use domain::id::{EmailLinkId, OrganisationId, ProjectId};
use domain::time::{Span, Time};
use uuid::Uuid;

use super::engines::NOON;
use super::progress::{House, client, homes, link, lists::plans, place, scope};
use super::{Fresh, each_engine};
use crate::email_link::NewLink;
use crate::error::StoreError;
use crate::sql::Sql;
use crate::users::Delivery;

/// The second client, with one project.
fn other() -> ProjectPlace {
    let number = Uuid::from_u128(9_999);
    ProjectPlace { organisation: OrganisationId::from_uuid(number), project: ProjectId::from_uuid(number) }
}

async fn other_client(fresh: &Fresh) {
    let made: Result<(), StoreError> = fresh
        .db
        .write(|tx| {
            let anywhere = access::anywhere(&Actor::Server).expect("the server may");
            let (id, name) = (other().organisation, "De Esdoorn".to_owned());
            let new = crate::organisation::Organisation { id, slug: "esdoorn".into(), name, portal: true };
            crate::organisation::add(tx, &anywhere, &new, NOON)?;
            let scope = access::in_organisation(&Actor::Server, other().organisation).expect("the server may");
            let new = crate::project::NewProject {
                id: other().project,
                slug: "oost".into(),
                name: "Oost".into(),
                prefix: "ZWOLLE".into(),
                delivered_on: None,
            };
            crate::project::add(tx, &scope, &new, NOON)
        })
        .await;
    made.expect("a client");
}

/// The numbers of the homes that a text leads to, at the first client.
async fn found(fresh: &Fresh, text: &str, now: Time) -> Vec<u128> {
    let find = Find::anywhere(text);
    let found = fresh
        .db
        .read(move |tx| {
            let scope = access::in_organisation::<SeeHomes>(&Actor::Server, place(1).organisation).expect("may");
            crate::users::search(tx, &scope, &find, 50, now)
        })
        .await
        .expect("found");
    let mut numbers: Vec<u128> = found.iter().map(|it| it.standing.dwelling.uuid().as_u128()).collect();
    let all = numbers.len();
    assert!(found.iter().all(|it| it.organisation_slug == "linde"), "law 9 on {}", fresh.engine);
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), all, "{text}: each once");
    numbers
}

async fn run(fresh: &Fresh, text: &'static str) {
    let done: Result<u64, StoreError> = fresh.db.write(move |tx| tx.run(Sql::same(text), &[])).await;
    assert!(done.expect("a statement") > 0, "{text}");
}

/// Two clients with homes of the same streets, numbers and addresses.
async fn town(fresh: &Fresh) {
    client(fresh).await;
    other_client(fresh).await;
    homes(fresh, place(1), 1..100, (NOON, false)).await;
    homes(fresh, place(2), 200..210, (NOON, false)).await;
    homes(fresh, other(), 300..340, (NOON, false)).await;
}

#[tokio::test]
async fn homes_of_a_client_are_found_by_whatever_they_are_called() {
    each_engine(|fresh| async move {
        town(&fresh).await;
        let now = NOON + Span::hours(1);
        assert_eq!(found(&fresh, "V00017", now).await, [17]);
        assert_eq!(found(&fresh, "V0020", now).await, [200, 201, 202, 203, 204, 205, 206, 207, 208, 209]);
        assert_eq!(found(&fresh, "almelo17", now).await, [17]);
        assert_eq!(found(&fresh, "zwolle2", now).await.len(), 10, "of every project");
        assert_eq!(found(&fresh, "zwolle3", now).await, Vec::<u128>::new(), "the other client's");
        assert_eq!(found(&fresh, "V003", now).await, Vec::<u128>::new());
        assert_eq!(found(&fresh, "7607ab 18", now).await, [18]);
        assert_eq!(found(&fresh, "eikenlaan 20", now).await, [20, 200, 202, 204, 206, 208]);
        assert_eq!(found(&fresh, "oude", now).await.len(), 50, "no more than fit");
        assert_eq!(found(&fresh, "", now).await, Vec::<u128>::new());
        // A second account of a home leads to the home.
        run(
            &fresh,
            "INSERT INTO account (id, organisation_id, dwelling_id, main, username, skeleton, created_at) \
             SELECT o.id, a.organisation_id, a.dwelling_id, FALSE, 'TWEEDE01', 'tweede01', 1 \
             FROM account a CROSS JOIN organisation o WHERE a.skeleton = 'a1me1017' AND o.slug = 'esdoorn'",
        )
        .await;
        assert_eq!(found(&fresh, "tweede01", now).await, [17], "{}", fresh.engine);
    })
    .await;
}

#[tokio::test]
async fn an_address_is_found_whole_where_it_is_in_force_now() {
    each_engine(|fresh| async move {
        town(&fresh).await;
        let now = NOON + Span::hours(1);
        for house in [17, 18, 19, 200] {
            link(&fresh, House(house), 1_000 + house, NOON).await;
        }
        let theirs = NewLink {
            id: EmailLinkId::from_uuid(Uuid::from_u128(2_000)),
            organisation: other().organisation,
            occupancy: House(300).occupancy(),
            address: "bewoner17@example.nl".into(),
            search_key: "bewoner17@example.nl".into(),
        };
        fresh.db.write(move |tx| crate::email_link::add(tx, &theirs, NOON)).await.expect("an address");
        assert_eq!(found(&fresh, "Bewoner17@example.nl", now).await, [17], "not the other client's");
        for half in ["bewoner17", "@example.nl", "bewoner1@example.nl", "bewoner17@example"] {
            assert_eq!(found(&fresh, half, now).await, Vec::<u128>::new(), "{half} on {}", fresh.engine);
        }
        run(&fresh, "UPDATE email_link SET search_key = 'carer@example.nl'").await;
        assert_eq!(found(&fresh, "carer@example.nl", now).await, [17, 18, 19, 200]);
        run(&fresh, "UPDATE email_link SET proof = 'ended' WHERE address = 'bewoner18@example.nl'").await;
        assert_eq!(found(&fresh, "carer@example.nl", now).await, [17, 19, 200]);
        let (ended, later) = (House(19).identity(), House(200).occupancy());
        let done: Result<u64, StoreError> = fresh
            .db
            .write(move |tx| {
                let end = Sql::same("UPDATE identity SET access_ends_at = $2 WHERE id = $1");
                tx.run(end, crate::args![ended, now])?;
                tx.run(
                    Sql::same("UPDATE occupancy SET starts_at = $2 WHERE id = $1"),
                    crate::args![later, now + Span::days(1)],
                )
            })
            .await;
        assert_eq!(done.expect("moved"), 1);
        assert_eq!(found(&fresh, "carer@example.nl", now).await, [17], "who left and who is still to come");
        let elsewhere = fresh
            .db
            .read(move |tx| {
                crate::users::of_address(tx, &scope::<access::LinkAddress>(place(2)), "carer@example.nl", now)
            })
            .await
            .expect("found");
        assert_eq!(elsewhere.len(), 1, "of the whole client: who asks keeps what may be seen");
    })
    .await;
}

#[tokio::test]
async fn a_home_has_its_accounts_with_who_lives_there_now() {
    each_engine(|fresh| async move {
        town(&fresh).await;
        link(&fresh, House(17), 1_017, NOON).await;
        run(
            &fresh,
            "INSERT INTO account (id, organisation_id, dwelling_id, main, username, skeleton, created_at) \
             SELECT o.id, a.organisation_id, a.dwelling_id, FALSE, 'TWEEDE01', 'tweede01', 1 \
             FROM account a CROSS JOIN organisation o WHERE a.skeleton = 'a1me1017' AND o.slug = 'esdoorn'",
        )
        .await;
        let see = async |house: u128, place: ProjectPlace, now: Time| {
            let read = fresh.db.read(move |tx| {
                let at = crate::users::place(tx, House(house).id())?;
                Ok::<_, StoreError>((
                    at,
                    crate::users::accounts(tx, &scope::<SeeHomes>(place), House(house).id(), now)?,
                ))
            });
            read.await.expect("a home")
        };
        let (at, accounts) = see(17, place(1), NOON).await;
        let (at, home) = at.expect("it is there");
        assert_eq!((at, home.client_number.as_deref()), (place(1), Some("V00017")));
        let names: Vec<_> = accounts.iter().map(|it| (it.username.as_str(), it.main, it.lives.is_some())).collect();
        assert_eq!(names, [("ALMELO17", true, true), ("TWEEDE01", false, false)], "{}", fresh.engine);
        let lives = accounts[0].lives.clone().expect("somebody");
        let link = lives.link.expect("an address");
        assert_eq!((link.address.as_str(), link.delivery), ("bewoner17@example.nl", Delivery::Works));
        assert!(lives.progress.is_some() && !lives.has_password && lives.signed_in_at.is_none());
        assert_eq!(see(17, other(), NOON).await.1, [], "another client's scope finds none");
        assert_eq!(see(17, place(1), NOON - Span::days(2)).await.1[0].lives, None, "not there yet");
        assert_eq!(see(999, place(1), NOON).await.0, None);
    })
    .await;
}

/// A plan that reads every home of a client is a thousand times slower, and looks the same until there are many.
#[tokio::test]
async fn homes_of_a_client_come_from_their_indexes() {
    let fresh = super::engines::sqlite().await;
    let all = plans(&fresh, "users/search.rs").await;
    let begins = all.iter().map(|plan| plan.split(" (").next().unwrap_or_default()).collect::<Vec<_>>();
    let right = [
        "SEARCH f USING INDEX account_organisation_skeleton",
        "SEARCH d USING INDEX dwelling_client_key",
        "SEARCH d USING INDEX dwelling_address_key",
        "SEARCH d USING INDEX dwelling_organisation_street",
        "SEARCH l USING INDEX email_link_organisation",
    ];
    assert_eq!(begins, right);
    let others = [plans(&fresh, "users/home.rs").await, plans(&fresh, "users/revoke.rs").await].concat();
    assert_eq!(others.len(), 11);
    let by_hand = [plans(&fresh, "users/accounts.rs").await, plans(&fresh, "home/edit.rs").await].concat();
    assert_eq!(by_hand.len(), 8);
    for plan in all.iter().chain(&others).chain(&by_hand) {
        assert!(!plan.contains("SCAN") && !plan.contains("TEMP B-TREE FOR ORDER BY;"), "{plan}");
    }
    assert!(all.iter().all(|plan| !plan.contains("TEMP B-TREE")), "{all:#?}");
}
