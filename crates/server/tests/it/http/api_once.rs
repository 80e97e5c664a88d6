//! What a program asks under one name is done once and answered the same: also when it asks twice at once, after a crash, or
//! something else under the same name.

use app::Caller;
use app::keys::{self, Claimed, Claiming, KeyScope};
use domain::time::Span;
use serde_json::{Value, json};
use testkit::each_engine;

use crate::testapp::{Program, TestApp, changed};

async fn home_of(program: &Program, number: &str) -> String {
    let found = program.get(&format!("/api/v1/dwellings?q={number}")).await.expect(200).json();
    found["dwellings"][0]["id"].as_str().unwrap().to_owned()
}

const CHANGES: &str = "/api/v1/tenant-changes";

fn vacant(home: &str) -> Value {
    json!({"dwelling": home, "kind": "vacant", "ends_on": "2026-12-01"})
}

#[tokio::test]
async fn the_same_request_is_done_once_and_answered_the_same() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.home("linde/zuid", "V1", Some("bewoner@example.nl")).await;
        let program = house.program("linde", KeyScope::ALL).await;
        let home = home_of(&program, "V1").await;
        let first = program.send_as("een", "POST", CHANGES, &vacant(&home)).await.expect(201);
        let before = house.tables().await;
        for _ in 0..3 {
            let again = program.send_as("een", "POST", CHANGES, &vacant(&home)).await;
            assert_eq!(again.comparable(), first.comparable(), "{}", house.engine);
        }
        let later = house.tables().await;
        assert!(
            changed(&before, &later).iter().all(|line| line.starts_with("limit_count")),
            "{:?}",
            changed(&before, &later)
        );
        // Another body, another address or another method under this name is another request.
        let other = json!({"dwelling": home, "kind": "death", "ends_on": "2026-12-01"});
        program.send_as("een", "POST", CHANGES, &other).await.expect(422);
        let id = first.json()["id"].as_str().unwrap().to_owned();
        program.send_as("een", "DELETE", &format!("{CHANGES}/{id}"), &Value::Null).await.expect(422);
        // The name belongs to the key.
        let second = house.program("linde", KeyScope::ALL).await;
        second.send_as("een", "DELETE", &format!("{CHANGES}/{id}"), &Value::Null).await.expect(200);
        second.send("DELETE", &format!("{CHANGES}/{id}"), &Value::Null).await.expect(200);
        // A refusal is kept too; after a day the name is free.
        let wrong = json!({"dwelling": home, "kind": "vacant"});
        let refused = program.send_as("twee", "POST", CHANGES, &wrong).await;
        refused.points_at("#/ends_on");
        assert_eq!(program.send_as("twee", "POST", CHANGES, &wrong).await.comparable(), refused.comparable());
        house.forward(Span::days(1));
        program.send_as("twee", "POST", CHANGES, &vacant(&home)).await.expect(201);
        let rows = house.tables().await["api_request"].join("\n");
        assert!(!rows.contains("vacant") && !rows.contains("een"), "hashes, and answers sealed: {rows}");
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn of_two_at_once_one_does_it() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let program = house.program("linde", KeyScope::ALL).await;
        for number in 1..=6 {
            let name = house.home("linde/zuid", &format!("V{number}"), None).await;
            house.seen.address("nieuw@example.nl");
            let path = format!("/api/v1/accounts/{name}/email-link");
            let body = json!({"email": "nieuw@example.nl", "reason": "same_resident"});
            let once = || program.send_as(&name, "PUT", &path, &body);
            let (a, b, c) = tokio::join!(once(), once(), once());
            let mut all = [a.status, b.status, c.status];
            all.sort_unstable();
            assert!(
                all[0] == 200 && all.iter().all(|status| [200, 409].contains(status)),
                "{all:?} on {}",
                house.engine
            );
            // Nobody was told anything but what the one came to, or that it runs: a second one would have found it done.
            for answer in [a, b, c] {
                let json = answer.json();
                let fits = json["outcome"] == "linked" || json["type"] == "/api/problems/still-running";
                assert!(fits, "{json} on {}", house.engine);
            }
            assert_eq!(once().await.expect(200).json()["outcome"], "linked");
        }
        let lines = house.tables().await["audit_line"].join("\n");
        assert_eq!(lines.matches("email.linked").count(), 6, "each once on {}", house.engine);
        house.finish().await;
    })
    .await;
}

/// A crash between the claim and its answer: nobody is told anything until the lease is over; then the act's own rule about
/// doing a thing twice answers, whether or not it was done.
#[tokio::test]
async fn after_a_crash_the_lease_holds_and_then_it_is_done_or_found_done() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.home("linde/zuid", "V1", None).await;
        let program = house.program("linde", KeyScope::ALL).await;
        let home = home_of(&program, "V1").await;
        let body = serde_json::to_vec(&vacant(&home)).unwrap();
        let header = &program.client.headers.iter().find(|(name, _)| name == "Authorization").unwrap().1;
        let key = header.trim_start_matches("Bearer ");
        let crash = async |name: &str| {
            let claiming = Claiming { name, method: "POST", path: CHANGES, body: &body };
            let claimed = keys::claim(&house.app, &house.app.command(), Caller::Key(key), claiming).await.unwrap();
            assert!(matches!(claimed, Claimed::Mine(_)));
        };
        // Before it was done.
        crash("voor").await;
        let running = program.send_as("voor", "POST", CHANGES, &vacant(&home)).await.expect(409);
        assert_eq!(
            (running.json()["type"].as_str(), running.header("retry-after")),
            (Some("/api/problems/still-running"), Some("5"))
        );
        house.forward(Span::seconds(91));
        let planned = program.send_as("voor", "POST", CHANGES, &vacant(&home)).await.expect(201);
        // After it was done.
        crash("na").await;
        program.send_as("na", "POST", CHANGES, &vacant(&home)).await.expect(409);
        house.forward(Span::seconds(91));
        let found = program.send_as("na", "POST", CHANGES, &vacant(&home)).await.expect(201);
        assert_eq!(found.json()["id"], planned.json()["id"], "one change on {}", house.engine);
        // Another change of the home is another thing.
        let other = json!({"dwelling": home, "kind": "vacant", "ends_on": "2026-12-02"});
        program.send("POST", CHANGES, &other).await.expect(409);
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn a_request_without_a_name_or_with_a_body_that_is_none_does_nothing() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let name = house.home("linde/zuid", "V1", None).await;
        let program = house.program("linde", KeyScope::ALL).await;
        let path = format!("/api/v1/accounts/{name}/email-link");
        let body = json!({"email": "nieuw@example.nl", "reason": "same_resident"});
        let before = house.tables().await;
        for name in ["", "met blank", &"x".repeat(256)] {
            program.send_as(name, "PUT", &path, &body).await.expect(400);
        }
        let raw = async |bytes: &[u8]| {
            let named = program.client.with("Idempotency-Key", "een").with("Content-Type", "application/json");
            named.with("Origin", "").with("Sec-Fetch-Site", "").send("PUT", &path, Some(bytes)).await
        };
        raw(b"").await.expect(400);
        raw(b"email=nieuw@example.nl").await.expect(400);
        raw(&vec![b' '; 65 * 1024]).await.expect(413);
        raw(br#"{"email":"nieuw@example.nl","reason":"same_resident","password":"geheim"}"#)
            .await
            .points_at("#/password");
        raw(br#"{"email":"nieuw@","reason":"same_resident"}"#).await.points_at("#/email");
        raw(br#"{"email":5,"reason":"same_resident"}"#).await.points_at("#/email");
        let removed = program.send("DELETE", &path, &json!({})).await;
        assert_eq!(removed.status, 400, "a DELETE takes no body: {removed:?}");
        let after = house.tables().await;
        for table in ["email_link", "audit_line", "occupancy"] {
            assert_eq!(before[table], after[table], "{table} on {}", house.engine);
        }
        house.finish().await;
    })
    .await;
}
