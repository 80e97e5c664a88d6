//! Law 9 by the API: what is another client's is answered byte by byte as what is nobody's, and nothing of it changes.

use app::keys::KeyScope;
use serde_json::{Value, json};
use testkit::each_engine;

use crate::testapp::{Program, TestApp, changed};

const NOBODYS: &str = "00000000-0000-7000-8000-000000000000";

/// Everything a program can ask about a home, an account, a change and a proposal.
async fn ask(
    program: &Program,
    (home, name, change, proposal): (&str, &str, &str, &str),
    project: &str,
) -> Vec<String> {
    let link = json!({"email": "dief@evil.test", "reason": "same_resident"});
    let new = json!({"email": "dief@evil.test", "reason": "new_resident", "starts_on": "2026-12-01"});
    let plan = |dry: bool| json!({"dwelling": home, "kind": "eviction", "dry_run": dry});
    let account = format!("/api/v1/accounts/{name}");
    let dwelling = format!("/api/v1/dwellings/{home}");
    let answers = [
        program.get(&format!("/api/v1/dwellings/{home}")).await,
        program.get(&format!("/api/v1/dwellings?project={project}")).await,
        program.get(&format!("/api/v1/tenant-changes/{change}")).await,
        program.get(&format!("/api/v1/proposals/{proposal}")).await,
        program.send("POST", "/api/v1/dwellings", &json!({"project": project, "code": "V1"})).await,
        program.send("PUT", &dwelling, &json!({"code": "V99"})).await,
        program.send("PUT", &dwelling, &json!({"code": "V1"})).await,
        program.send("POST", &format!("{dwelling}/accounts"), &json!({"beside": [name]})).await,
        program.send("DELETE", &account, &Value::Null).await,
        program.send("PUT", &format!("{account}/email-link"), &link).await,
        program.send("PUT", &format!("{account}/email-link"), &new).await,
        program.send("DELETE", &format!("{account}/email-link"), &Value::Null).await,
        program.send("DELETE", &format!("{account}/access"), &Value::Null).await,
        program.send("POST", "/api/v1/tenant-changes", &plan(true)).await,
        program.send("POST", "/api/v1/tenant-changes", &plan(false)).await,
        program.send("DELETE", &format!("/api/v1/tenant-changes/{change}"), &Value::Null).await,
        program.send("POST", "/api/v1/handouts", &json!({"project": project, "usernames": ["ALMELO01"]})).await,
    ];
    answers.iter().inspect(|answer| assert_eq!(answer.status, 404, "{answer:?}")).map(|it| it.comparable()).collect()
}

#[tokio::test]
async fn another_clients_things_are_answered_as_nobodys() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let theirs = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        house.home("linde/zuid", "V2", None).await;
        let own = house.program("linde", KeyScope::ALL).await;
        let find = async |number: &str| {
            let found = own.get(&format!("/api/v1/dwellings?q={number}")).await.expect(200).json();
            found["dwellings"][0]["id"].as_str().unwrap().to_owned()
        };
        let (home, other) = (find("V1").await, find("V2").await);
        let plan = json!({"dwelling": other, "kind": "vacant", "ends_on": "2026-12-01"});
        let change = own.send("POST", "/api/v1/tenant-changes", &plan).await.expect(201).json()["id"]
            .as_str()
            .unwrap()
            .to_owned();
        house.seen.address("anders@example.nl");
        let link = json!({"email": "anders@example.nl", "reason": "same_resident"});
        let path = format!("/api/v1/accounts/{}/email-link", theirs.username);
        let proposal = own.send("PUT", &path, &link).await.expect(202).json()["proposal"].as_str().unwrap().to_owned();
        house.only_mail().await;
        let stranger = house.program("esdoorn", KeyScope::ALL).await;
        let before = house.tables().await;
        let foreign = ask(&stranger, (&home, &theirs.username, &change, &proposal), "zuid").await;
        let nothing = ask(&stranger, (NOBODYS, "NERGENS99", NOBODYS, NOBODYS), "nergens").await;
        assert_eq!(foreign, nothing, "{}", house.engine);
        let lines = changed(&before, &house.tables().await);
        let ours = ["api_request", "api_key", "limit_count"];
        assert!(lines.iter().all(|line| ours.iter().any(|table| line.starts_with(table))), "{lines:?}");
        // Nor do lists, counts and searches tell.
        for path in [
            "/api/v1/projects",
            "/api/v1/dwellings",
            "/api/v1/dwellings?q=ALMELO",
            "/api/v1/dwellings?q=bewoner@example.nl",
            "/api/v1/dwellings?state=no_address",
        ] {
            let text = stranger.get(path).await.expect(200).text();
            assert!(!text.contains("ALMELO") && !text.contains("zuid") && !text.contains(&home), "{path}: {text}");
        }
        house.finish().await;
    })
    .await;
}
