//! Laws 7 and 8 by the API: a program says whether the residents are the same, "new" never links anything, and an account in use is
//! changed by nobody alone, a program least of all.

use app::keys::KeyScope;
use domain::role::Role;
use domain::time::Span;
use serde_json::{Value, json};
use testkit::each_engine;

use crate::testapp::TestApp;

#[tokio::test]
async fn an_address_without_a_reason_is_refused_and_new_residents_are_a_tenant_change() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let name = house.home("linde/zuid", "V1", Some("oud@example.nl")).await;
        house.seen.address("nieuw@example.nl");
        let program = house.program("linde", KeyScope::ALL).await;
        let path = format!("/api/v1/accounts/{name}/email-link");
        let before = house.tables().await;
        for reason in [
            Value::Null,
            json!(""),
            json!("new"),
            json!("same"),
            json!("SAME_RESIDENT"),
            json!(["same_resident"]),
            json!(true),
        ] {
            let body = json!({"email": "nieuw@example.nl", "reason": reason});
            program.send("PUT", &path, &body).await.points_at("#/reason");
        }
        program.send("PUT", &path, &json!({"email": "nieuw@example.nl"})).await.points_at("#/reason");
        let new = json!({"email": "nieuw@example.nl", "reason": "new_resident"});
        program.send("PUT", &path, &new).await.points_at("#/starts_on");
        let after = house.tables().await;
        for table in ["email_link", "occupancy", "identity", "tenant_change"] {
            assert_eq!(before[table], after[table], "{table} on {}", house.engine);
        }
        // Without the right to tenant changes "new" does nothing either.
        let links_only = house.program("linde", &[KeyScope::AddressesWrite]).await;
        let dated = json!({"email": "nieuw@example.nl", "reason": "new_resident", "starts_on": "2026-12-01"});
        links_only.send("PUT", &path, &dated).await.expect(403);
        let done = program.send("PUT", &path, &dated).await.expect(201).json();
        assert_eq!(
            (done["outcome"].as_str(), done["tenant_change"]["state"].as_str()),
            (Some("tenant_change"), Some("planned"))
        );
        assert_eq!(
            (done["tenant_change"]["ends_on"].as_str(), done["tenant_change"]["starts_on"].as_str()),
            (Some("2026-11-30"), Some("2026-12-01"))
        );
        house.client().ask_reset(&name).await.expect(303);
        assert_eq!(house.only_mail().await.to, "oud@example.nl", "those who live there keep theirs until they leave");
        // Until its day it is called off.
        let id = done["tenant_change"]["id"].as_str().unwrap();
        let gone =
            program.send("DELETE", &format!("/api/v1/tenant-changes/{id}"), &Value::Null).await.expect(200).json();
        assert_eq!(gone["state"], "cancelled");
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn a_program_alone_changes_no_account_in_use() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        house.seen.address("anders@example.nl");
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        let (program, second) =
            (house.program("linde", KeyScope::ALL).await, house.program("linde", KeyScope::ALL).await);
        let path = format!("/api/v1/accounts/{}/email-link", resident.username);
        let body = json!({"email": "anders@example.nl", "reason": "same_resident"});
        let before = house.tables().await;
        let done = program.send("PUT", &path, &body).await.expect(202).json();
        assert_eq!(done["outcome"], "proposed");
        assert_eq!(house.only_mail().await.to, "bewoner@example.nl", "the confirmed old address is told");
        program.send("PUT", &path, &body).await.expect(409);
        program.send("DELETE", &path, &Value::Null).await.expect(409);
        second.send("PUT", &path, &body).await.expect(409);
        let proposal = format!("/api/v1/proposals/{}", done["proposal"].as_str().unwrap());
        let shown = program.get(&proposal).await.expect(200);
        assert_eq!((shown.json()["state"].as_str(), shown.json()["waits_until"].as_str()), (Some("open"), None));
        assert!(
            shown.json()["change"] == "b•••@e•••.nl → a•••@e•••.nl" && !shown.text().contains("anders@"),
            "{shown:?}"
        );
        // No program decides, its own or another's; and time alone does nothing where there is a person.
        for by in [&program, &second] {
            for method in ["POST", "PUT", "DELETE"] {
                by.send(method, &proposal, &json!({"act": "approve"})).await.expect(405);
            }
        }
        house.forward(Span::days(13));
        app::proposal::carry_out_due(&house.app).await.unwrap();
        let after = house.tables().await;
        for table in ["email_link", "password", "occupancy", "account"] {
            assert_eq!(before[table], after[table], "{table} on {}", house.engine);
        }
        // A person of the client approves exactly it.
        clerk.get("/").await;
        let mut colleague = house.staff("collega@linde.example.nl", Role::Clerk, "linde").await.client;
        let page = format!("/service/voorstellen/{}/", done["proposal"].as_str().unwrap());
        let hash = colleague.get(&page).await.expect(200).field("hash");
        colleague.post_form(&page, &[("act", "approve"), ("hash", &hash)]).await.expect(303);
        assert_eq!(program.get(&proposal).await.expect(200).json()["state"], "approved");
        house.client().ask_reset(&resident.username).await.expect(303);
        assert_eq!(house.only_mail().await.to, "anders@example.nl");
        let sides = house.tables().await["audit_side"].join("\n");
        assert!(sides.contains("proposed by ERP "), "the log names the program: {sides}");
        house.finish().await;
    })
    .await;
}

/// A client without anybody who could look: it waits 72 hours, and the resident can object.
#[tokio::test]
async fn where_there_is_nobody_it_waits() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.signed_in("esdoorn/noord", "V1", "bewoner@example.nl").await;
        house.seen.address("anders@example.nl");
        let program = house.program("esdoorn", &[KeyScope::AddressesWrite]).await;
        let path = format!("/api/v1/accounts/{}/email-link", resident.username);
        let done = program.send("DELETE", &path, &Value::Null).await.expect(202).json();
        house.only_mail().await;
        let proposal = format!("/api/v1/proposals/{}", done["proposal"].as_str().unwrap());
        assert!(program.get(&proposal).await.expect(200).json()["waits_until"].is_string());
        let mut browser = resident.client.clone();
        browser.post_form("/email/object/", &[]).await.leads_to("/?told=objected");
        house.forward(Span::hours(73));
        assert_eq!(app::proposal::carry_out_due(&house.app).await.unwrap(), 0);
        let seen = program.get(&proposal).await.expect(200).json();
        assert_eq!((seen["state"].as_str(), seen["reason"].as_str()), (Some("refused"), Some("objection")));
        house.finish().await;
    })
    .await;
}
