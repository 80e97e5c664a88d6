//! Every address of the API, by every kind of program, with things of the own client, of another, and of nobody: held against
//! `programs.txt`. And the description of the API against its copy in the docs.

use std::fmt::Write;
use std::sync::Arc;

use app::keys::{self, KeyScope};
use domain::access::Actor;
use domain::role::Role;
use serde_json::{Value, json};

use super::routes::{compare, routes};
use crate::testapp::{Program, TestApp};

/// Things that an address can be about.
struct Things {
    whose: &'static str,
    project: &'static str,
    home: String,
    name: String,
    /// Of a second account.
    second: String,
    change: String,
    proposal: String,
}

impl Things {
    async fn of(house: &TestApp, (whose, client, project): (&'static str, &'static str, &'static str)) -> Self {
        let at = format!("{client}/{project}");
        let in_use = house.signed_in(&at, "V1", &format!("bewoner@{client}.example.nl")).await;
        let name = house.home(&at, "V2", Some(&format!("ander@{client}.example.nl"))).await;
        house.home(&at, "V3", None).await;
        house.staff(&format!("clerk@{client}.example.nl"), Role::Clerk, client).await;
        let program = house.program(client, KeyScope::ALL).await;
        let find = async |number: &str| {
            let found = program.get(&format!("/api/v1/dwellings?q={number}")).await.expect(200).json();
            found["dwellings"][0]["id"].as_str().unwrap().to_owned()
        };
        let (home, other) = (find("V2").await, find("V3").await);
        let id = |answer: crate::testapp::Answer, field: &str| answer.json()[field].as_str().unwrap().to_owned();
        let plan = json!({"dwelling": other, "kind": "vacant", "ends_on": "2026-12-01"});
        let change = id(program.send("POST", "/api/v1/tenant-changes", &plan).await.expect(201), "id");
        let link = json!({"email": "nieuw@example.nl", "reason": "same_resident"});
        house.seen.address("nieuw@example.nl");
        let path = format!("/api/v1/accounts/{}/email-link", in_use.username);
        let proposal = id(program.send("PUT", &path, &link).await.expect(202), "proposal");
        house.only_mail().await;
        let path = format!("/api/v1/dwellings/{home}/accounts");
        let second = id(program.send("POST", &path, &json!({"beside": [name]})).await.expect(201), "username");
        Self { whose, project, home, name, second, change, proposal }
    }

    fn nobodys() -> Self {
        let none = "00000000-0000-7000-8000-000000000000".to_owned();
        let name = "NERGENS99".to_owned();
        let (whose, project, second) = ("nobody's", "nergens", name.clone());
        Self { whose, project, home: none.clone(), name, second, change: none.clone(), proposal: none }
    }

    /// The address about these, and a body that changes nothing that another line needs.
    fn ask(&self, method: &str, route: &str) -> (String, Value) {
        let body = match (method, route) {
            ("PUT", "/api/v1/dwellings/{id}") => json!({"code": "V2"}),
            // The first who may adds it, and the next finds it there.
            (_, "/api/v1/dwellings") => json!({"project": self.project, "code": "N1"}),
            // Others live there than this says: nothing is made.
            (_, "/api/v1/dwellings/{id}/accounts") => json!({"beside": [self.name]}),
            ("PUT", _) => json!({"email": "nieuw@example.nl", "reason": "same_resident"}),
            (_, "/api/v1/tenant-changes") => {
                json!({"dwelling": self.home, "kind": "vacant", "ends_on": "2026-12-01", "dry_run": true})
            }
            (_, "/api/v1/handouts") => json!({"project": self.project, "usernames": [self.name]}),
            _ => Value::Null,
        };
        let id = match route {
            "/api/v1/dwellings/{id}" | "/api/v1/dwellings/{id}/accounts" => &self.home,
            "/api/v1/proposals/{id}" => &self.proposal,
            _ => &self.change,
        };
        let name = if route == "/api/v1/accounts/{username}" { &self.second } else { &self.name };
        (route.replace("{id}", id).replace("{username}", name), body)
    }
}

async fn everybody(house: &TestApp) -> Vec<(&'static str, Program)> {
    let mut who = vec![("no key", Program { client: house.client() })];
    let clerk = house.staff("sessie@linde.example.nl", Role::Clerk, "linde").await.client;
    who.push(("a session", Program { client: clerk }));
    let revoked = house.program("linde", KeyScope::ALL).await;
    let boss = keys::list(&house.app, &house.app.command(), &Actor::Server).await.unwrap();
    let newest = boss.keys.iter().filter(|key| key.client == "linde").map(|key| key.id).max().unwrap();
    keys::revoke(&house.app, &house.app.command(), &Actor::Server, newest).await.unwrap();
    who.push(("revoked", revoked));
    for scope in KeyScope::ALL {
        who.push((scope.as_str(), house.program("linde", &[*scope]).await));
    }
    who.push(("all", house.program("linde", KeyScope::ALL).await));
    who
}

async fn table(house: &TestApp) -> String {
    house.clients().await;
    let things = [
        Things::of(house, ("the own client's", "linde", "zuid")).await,
        Things::of(house, ("another client's", "esdoorn", "noord")).await,
        Things::nobodys(),
    ];
    let who = everybody(house).await;
    let mut text = "Which program gets what at every address of the API. Methods that are not here are answered 405 to everybody.\n".to_owned();
    for route in routes().iter().filter(|route| route.path.starts_with("/api/")) {
        for method in ["GET", "POST", "PUT", "DELETE"] {
            let bare = !route.path.contains('{') && method == "GET";
            for of in things.iter().take(if bare { 1 } else { 3 }) {
                let (path, body) = of.ask(method, &route.path);
                let mut kinds: Vec<(u16, Vec<&str>)> = Vec::new();
                for (name, program) in &who {
                    let answer = if method == "GET" {
                        program.get(&path).await
                    } else {
                        program.send(method, &path, &body).await
                    };
                    match kinds.iter_mut().find(|(status, _)| *status == answer.status) {
                        Some((_, whom)) => whom.push(name),
                        None => kinds.push((answer.status, vec![name])),
                    }
                }
                if kinds.iter().all(|(status, _)| *status == 405) {
                    break;
                }
                let about = if bare { String::new() } else { format!(" ({})", of.whose) };
                writeln!(text, "\n{method} {}{about}", route.path).unwrap();
                for (status, whom) in &kinds {
                    let whom = if whom.len() == who.len() { "everybody".to_owned() } else { whom.join(", ") };
                    writeln!(text, "    {status}  {whom}").unwrap();
                }
            }
        }
    }
    text
}

#[tokio::test]
async fn every_program_gets_what_the_table_says() {
    let house = TestApp::build(Arc::new(testkit::engines::sqlite().await)).await;
    let now = table(&house).await;
    house.finish().await;
    compare("programs.txt", &now);
}

/// The copy of the description in the docs, which people read.
#[tokio::test]
async fn the_copy_in_the_docs_is_what_is_served() {
    let house = TestApp::build(Arc::new(testkit::engines::sqlite().await)).await;
    let served = house.client().get("/api/openapi.json").await.expect(200).text();
    house.finish().await;
    compare("../../../../../docs/api/openapi.json", &served);
}
