//! `/api/v1/dwellings` and `…/accounts`: a program adds a home, calls it otherwise, makes a second account and ends it, with the
//! refusals of the pages and each thing once.

use app::Caller;
use app::keys::{self, Claimed, Claiming, KeyScope};
use domain::time::Span;
use serde_json::{Value, json};
use testkit::each_engine;

use crate::testapp::{Answer, GOOD, Program, TestApp};

const DWELLINGS: &str = "/api/v1/dwellings";

/// A home of the project `zuid` with its street.
fn numbered(number: &str) -> Value {
    json!({"project": "zuid", "code": number, "street_name": "Beukenlaan", "house_number": "3 a", "postcode": "7601 AB", "place": "Almelo"})
}

/// Refused as things stand, at this field; what is told about it.
#[track_caller]
fn in_the_way(answer: Answer, pointer: &str) -> String {
    let problem = answer.expect(409).json();
    assert_eq!(problem["errors"][0]["pointer"], pointer, "{problem}");
    problem["errors"][0]["detail"].as_str().unwrap().to_owned()
}

async fn home_of(program: &Program, number: &str) -> String {
    let found = program.get(&format!("{DWELLINGS}?q={number}")).await.expect(200).json();
    found["dwellings"][0]["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_home_is_added_with_its_username_and_found_at_its_place() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let first = house.home("linde/zuid", "V1", None).await;
        house.home("esdoorn/noord", "V9", None).await;
        let writes = house.program("linde", &[KeyScope::HomesWrite]).await;
        let reads = house.program("linde", &[KeyScope::HomesRead]).await;
        let added = writes.send_as("een", "POST", DWELLINGS, &numbered("V9")).await.expect(201);
        let (id, username) = (added.json()["id"].clone(), added.json()["username"].as_str().unwrap().to_owned());
        assert!(username.starts_with("ALMELO") && username != first, "the next of the project: {username}");
        assert_eq!(added.location(), format!("{DWELLINGS}/{}", id.as_str().unwrap()));
        let there = reads.get(added.location()).await.expect(200).json();
        assert_eq!((&there["id"], &there["code"], &there["postcode"]), (&id, &json!("V9"), &json!("7601 AB")));
        assert_eq!(there["accounts"][0]["username"], json!(username));
        assert!(there["accounts"][0]["occupancy"]["email_link"].is_null(), "law 7: no address comes with a home");
        // Asked again under its name it is the same answer, with the same place; under another it is there already.
        let again = writes.send_as("een", "POST", DWELLINGS, &numbered("V9")).await.expect(201);
        assert_eq!((again.comparable(), again.location()), (added.comparable(), added.location()));
        let all = house.program("linde", KeyScope::ALL).await;
        let told = in_the_way(all.send("POST", DWELLINGS, &numbered(" v 9")).await, "#/code");
        assert!(told.contains(id.as_str().unwrap()), "which one: {told}");
        let told = in_the_way(writes.send("POST", DWELLINGS, &numbered("V9")).await, "#/code");
        assert!(!told.contains(id.as_str().unwrap()), "a key that sees no homes is not told which: {told}");
        let beside = json!({"project": "zuid", "code": "V10", "house_number": "3-A", "postcode": "7601ab"});
        in_the_way(writes.send("POST", DWELLINGS, &beside).await, "#/house_number");
        assert!(house.deliver_mail().await.is_empty(), "no mail goes out");
        let lines = house.tables().await["audit_line"].join("\n");
        assert!(lines.contains("by-hand") && lines.contains("api"), "law 11: {lines}");
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_no_home_is_refused_at_its_field() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.home("linde/zuid", "V1", None).await;
        let program = house.program("linde", KeyScope::ALL).await;
        let home = format!("{DWELLINGS}/{}", home_of(&program, "V1").await);
        let before = house.tables().await;
        for (body, pointer) in [
            (json!({}), "#"),
            (json!({"place": "Almelo"}), "#"),
            (json!({"code": ""}), "#"),
            (json!({"code": "a\nb"}), "#/code"),
            (json!({"code": "V2", "postcode": "12"}), "#/postcode"),
            (json!({"code": "V2", "house_number": "laan"}), "#/house_number"),
            (json!({"postcode": "7601AB"}), "#/house_number"),
            (json!({"code": "x".repeat(500)}), "#/code"),
            (json!({"code": 5}), "#/code"),
            (json!({"code": "V2", "email": "bewoner@example.nl"}), "#/email"),
            (json!({"code": "V2", "username": "ALMELO99"}), "#/username"),
            (json!({"code": "V2", "password": "geheim"}), "#/password"),
        ] {
            program.send("PUT", &home, &body).await.points_at(pointer);
            let mut new = body.clone();
            new["project"] = json!("zuid");
            program.send("POST", DWELLINGS, &new).await.points_at(pointer);
        }
        program.send("POST", DWELLINGS, &json!({"code": "V2"})).await.points_at("#/project");
        program.send("POST", DWELLINGS, &json!({"project": "noord", "code": "V2"})).await.expect(404);
        program.send("POST", DWELLINGS, &json!({"project": "geen project", "code": "V2"})).await.expect(404);
        let after = house.tables().await;
        for table in ["dwelling", "account", "occupancy", "identity", "audit_line"] {
            assert_eq!(before[table], after[table], "{table} on {}", house.engine);
        }
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn a_home_is_called_otherwise_and_the_second_time_nothing_changes() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let username = house.home("linde/zuid", "V1", Some("bewoner@example.nl")).await;
        house.home("linde/zuid", "V2", None).await;
        let program = house.program("linde", KeyScope::ALL).await;
        let home = format!("{DWELLINGS}/{}", home_of(&program, "V1").await);
        let body = json!({"code": "V100", "street_name": "Beukenlaan", "house_number": "12", "postcode": "7601ab"});
        assert_eq!(program.send("PUT", &home, &body).await.expect(200).json()["outcome"], "changed");
        let there = program.get(&home).await.expect(200).json();
        assert_eq!((&there["code"], &there["house_number"]), (&json!("V100"), &json!("12")));
        assert_eq!(there["accounts"][0]["username"], json!(username), "usernames stay");
        assert_eq!(there["accounts"][0]["occupancy"]["email_link"]["proof"], "linked", "and so do addresses");
        let lines = house.tables().await["audit_line"].len();
        assert_eq!(program.send("PUT", &home, &body).await.expect(200).json()["outcome"], "unchanged");
        let told = in_the_way(program.send("PUT", &home, &json!({"code": "V2"})).await, "#/code");
        assert!(told.contains(&home_of(&program, "V2").await), "{told}");
        let made = house.tables().await["audit_line"].join("\n").matches("home.changed").count();
        assert_eq!(made, 1, "{lines} lines on {}", house.engine);
        // All of it: what is not sent it does not have.
        program.send("PUT", &home, &json!({"code": "V100"})).await.expect(200);
        assert!(program.get(&home).await.expect(200).json()["street_name"].is_null());
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn a_second_account_is_made_beside_those_who_live_there_and_ended() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        let other = house.home("linde/zuid", "V2", None).await;
        let reads = house.program("linde", &[KeyScope::HomesRead]).await;
        let program = house.program("linde", &[KeyScope::HomesWrite]).await;
        let home = home_of(&reads, "V1").await;
        let accounts = format!("{DWELLINGS}/{home}/accounts");
        let main = resident.username.clone();
        house.forward(Span::minutes(5));
        for (beside, pointer) in [(json!([]), "#/beside"), (json!([main, "x"]), "#/beside/1")] {
            program.send("POST", &accounts, &json!({"beside": beside})).await.points_at(pointer);
        }
        program.send("POST", &accounts, &json!({})).await.points_at("#/beside");
        for beside in [json!([other]), json!([main, other])] {
            in_the_way(program.send("POST", &accounts, &json!({"beside": beside})).await, "#/beside");
        }
        let made = program.send("POST", &accounts, &json!({"beside": [main]})).await.expect(201).json();
        let second = made["username"].as_str().unwrap().to_owned();
        let mail = house.only_mail().await;
        assert!(mail.to == "bewoner@example.nl" && mail.says("Er is een tweede account voor uw woning"), "{mail:?}");
        // Whoever asks without having heard of it is told to look.
        in_the_way(program.send("POST", &accounts, &json!({"beside": [main]})).await, "#/beside");
        let there = reads.get(&format!("{DWELLINGS}/{home}")).await.expect(200).json();
        assert_eq!(there["accounts"].as_array().unwrap().len(), 2, "one of them on {}", house.engine);

        let end = async |name: &str| program.send("DELETE", &format!("/api/v1/accounts/{name}"), &Value::Null).await;
        let refused = end(&main).await.expect(409).json();
        assert!(refused["detail"].as_str().unwrap().contains("tenant change"), "law 6: {refused}");
        house.client().post_login(&main, GOOD).await.leads_to("/");
        assert_eq!(end(&second).await.expect(200).json()["outcome"], "ended");
        assert_eq!(end(&second).await.expect(200).json()["outcome"], "unchanged");
        let acts = house.tables().await["audit_line"].join("\n");
        assert_eq!(acts.matches("account.ended").count(), 1, "{}", house.engine);
        let there = reads.get(&format!("{DWELLINGS}/{home}")).await.expect(200).json();
        assert!(there["accounts"][1]["occupancy"].is_null() && !there["accounts"][0]["occupancy"].is_null(), "{there}");
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn a_home_in_which_nobody_lives_gets_no_second_account_and_one_that_is_left_gets_one_that_ends() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let name = house.home("linde/zuid", "V1", None).await;
        let program = house.program("linde", KeyScope::ALL).await;
        let home = home_of(&program, "V1").await;
        let plan = json!({"dwelling": home, "kind": "vacant", "ends_on": "2026-12-01"});
        let planned = program.send("POST", "/api/v1/tenant-changes", &plan).await.expect(201);
        let place = format!("/api/v1/tenant-changes/{}", planned.json()["id"].as_str().unwrap());
        assert_eq!(planned.location(), place);
        let writes = house.program("linde", &[KeyScope::HomesWrite]).await;
        let accounts = format!("{DWELLINGS}/{home}/accounts");
        writes.send("POST", &accounts, &json!({"beside": [name]})).await.expect(201);
        let there = program.get(&format!("{DWELLINGS}/{home}")).await.expect(200).json();
        assert_eq!(there["accounts"][1]["occupancy"]["ends_on"], "2026-12-01", "law 6: {there}");
        house.forward(Span::days(10));
        app::tenant_change::finish_due(&house.app).await.unwrap();
        let late = program.send("POST", &accounts, &json!({"beside": [name]})).await.expect(409).json();
        assert!(late["detail"].as_str().unwrap().contains("nobody lives there"), "law 7: {late}");
        house.finish().await;
    })
    .await;
}

/// A crash behind the act, before its answer was kept: whoever asks again meets the act's own rule, and there is one of it (decision 0023).
#[tokio::test]
async fn what_was_made_before_a_crash_is_not_made_again() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let name = house.home("linde/zuid", "V1", None).await;
        let program = house.program("linde", KeyScope::ALL).await;
        let accounts = format!("{DWELLINGS}/{}/accounts", home_of(&program, "V1").await);
        let header = &program.client.headers.iter().find(|(name, _)| name == "Authorization").unwrap().1;
        let key = header.trim_start_matches("Bearer ");
        for (path, body) in [(DWELLINGS, numbered("V9")), (&accounts, json!({"beside": [name]}))] {
            let bytes = serde_json::to_vec(&body).unwrap();
            let claiming = Claiming { name: path, method: "POST", path, body: &bytes };
            let claimed = keys::claim(&house.app, &house.app.command(), Caller::Key(key), claiming).await.unwrap();
            assert!(matches!(claimed, Claimed::Mine(_)));
            program.send("POST", path, &body).await.expect(201);
            house.forward(Span::seconds(91));
            let before = house.tables().await;
            program.send_as(path, "POST", path, &body).await.expect(409);
            let after = house.tables().await;
            for table in ["dwelling", "account", "occupancy", "mail"] {
                assert_eq!(before.get(table), after.get(table), "{table} on {}", house.engine);
            }
        }
        house.finish().await;
    })
    .await;
}
