//! `/api/v1/` and `/beheer/sleutels/`: keys are made on a page and shown once, and open what they are for while they live; homes
//! are read page by page.

use app::keys::KeyScope;
use domain::role::Role;
use domain::time::Span;
use serde_json::json;
use testkit::each_engine;

use crate::testapp::{HOST, TestApp};

/// The key that a page shows.
fn shown_key(page: &str) -> String {
    let at = page.find("hs_live_").expect("a key on the page");
    page[at..at + 59].to_owned()
}

#[tokio::test]
async fn a_key_is_made_on_a_page_shown_once_and_revoked_at_once() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.home("linde/zuid", "V1", None).await;
        let mut boss = house.staff("bo@beheer.example.nl", Role::OperatorAdmin, "").await.client;
        assert!(boss.get("/beheer/sleutels/").await.expect(200).text().contains("Er zijn nog geen sleutels"));
        let new = "/beheer/sleutels/nieuw/";
        boss.get(new).await.expect(200);
        let page = boss.post_form(new, &[("name", ""), ("last", "ooit")]).await.expect(422).text();
        for field in ["client-error", "name-error", "last-error", "Kies waarvoor"] {
            assert!(page.contains(field), "{field}: {page}");
        }
        let form = |last: &'static str| {
            [("client", "linde"), ("name", "ERP <Linde>"), ("scope-homes-read", "yes"), ("last", last)]
        };
        assert!(boss.post_form(new, &form("2028-01-01")).await.expect(422).text().contains("te ver weg"));
        assert!(boss.post_form(new, &form("2020-01-01")).await.expect(422).text().contains("voorbij"));
        let last = "2026-11-30";
        let key = shown_key(&boss.post_form(new, &form(last)).await.expect(200).text());
        assert!(boss.post_form(new, &form(last)).await.expect(422).text().contains("al een sleutel"));
        let program = house.program_with(&key);
        let list = boss.get("/beheer/sleutels/").await.expect(200).text();
        assert!(
            !list.contains("hs_live_") && list.contains("ERP &#60;Linde&#62;") && list.contains("Nog niet"),
            "{list}"
        );
        let projects = program.get("/api/v1/projects").await.expect(200).json();
        assert_eq!(projects["projects"][0]["slug"], "zuid");
        assert_eq!(projects["projects"][0]["work_lists"]["no_address"], 1);
        assert!(!boss.get("/beheer/sleutels/").await.expect(200).text().contains("Nog niet"), "it was used");

        let id = list
            .split("/beheer/sleutels/")
            .find_map(|rest| rest.strip_suffix("x").or(rest.get(..36)).filter(|id| id.matches('-').count() == 4));
        let revoke = format!("/beheer/sleutels/{}/intrekken/", id.expect("a key in the list"));
        boss.post_form(&revoke, &[]).await.leads_to("/beheer/sleutels/?told=revoked");
        boss.post_form(&revoke, &[]).await.leads_to("/beheer/sleutels/?told=revoked");
        program.get("/api/v1/projects").await.expect(401);
        boss.post_form("/beheer/sleutels/x/intrekken/", &[]).await.expect(404);
        let lines = house.tables().await["audit_line"].join("\n");
        assert_eq!((lines.matches("key.made").count(), lines.matches("key.revoked").count()), (1, 1), "{lines}");

        // Of a key only its own day ends it.
        let key = shown_key(&boss.post_form(new, &form(last)).await.expect(200).text());
        let program = house.program_with(&key);
        house.forward(Span::days(2));
        program.get("/api/v1/projects").await.expect(200);
        house.forward(Span::days(6));
        program.get("/api/v1/projects").await.expect(401);
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn no_key_no_answer_and_every_dead_key_is_answered_alike() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let live = house.program("linde", KeyScope::ALL).await;
        live.get("/api/v1/dwellings").await.expect(200);
        let none = house.client().get("/api/v1/dwellings").await.expect(401);
        assert_eq!(none.header("www-authenticate"), Some("Bearer"));
        assert_eq!(none.header("content-type"), Some("application/problem+json"));
        let unknown = domain::key::written(&"A".repeat(43));
        for header in ["Bearer x", "Basic abc", "Bearer", &format!("Bearer {unknown}"), &unknown] {
            let answer = house.client().with("Authorization", header).get("/api/v1/dwellings").await;
            assert_eq!(answer.comparable(), none.comparable(), "{header}");
        }
        // A session opens nothing here, and a key no page.
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        assert_eq!(clerk.get("/api/v1/dwellings").await.comparable(), none.comparable());
        live.client.clone().get("/service/gebruikers/").await.expect(303);

        // A frozen client's keys stop at once, and go on when it is released.
        let mut boss = house.staff("bo@beheer.example.nl", Role::OperatorAdmin, "").await.client;
        let other = house.program("esdoorn", KeyScope::ALL).await;
        let here = "/beheer/opdrachtgevers/linde/bevriezen/";
        let seal = boss.get(here).await.expect(200).field("seal");
        boss.post_form(here, &[("seal", &seal)]).await.expect(303);
        assert_eq!(live.get("/api/v1/dwellings").await.comparable(), none.comparable(), "{}", house.engine);
        other.get("/api/v1/dwellings").await.expect(200);
        boss.post_form("/beheer/opdrachtgevers/linde/vrijgeven/", &[]).await.expect(303);
        live.get("/api/v1/dwellings").await.expect(200);
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn homes_are_read_page_by_page_each_once() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let path = "linde/noord".parse().unwrap();
        let (name, prefix) = ("Noord".parse().unwrap(), domain::username::Prefix::parse("HENGELO").unwrap());
        let new = app::project::Add { path, name, prefix, delivered_on: None };
        app::project::add(&house.app, &house.app.command(), domain::access::Actor::Server, new).await.unwrap();
        let list = |from: u32| {
            let rows: String = (from..from + 12).map(|at| format!("V{at};Eikenlaan;{at};7601 AB;Almelo\n")).collect();
            format!("VHE-nummer;Straat;Huisnummer;Postcode;Plaats\n{rows}")
        };
        house.import("linde/zuid", &list(1)).await;
        house.import("linde/noord", &list(101)).await;
        house.home("linde/zuid", "V50", Some("bewoner@example.nl")).await;
        house.home("esdoorn/noord", "V1", None).await;
        let program = house.program("linde", &[KeyScope::HomesRead]).await;
        for limit in [1, 5, 12, 13, 25, 500] {
            for filter in ["", "&project=zuid", "&state=no_address"] {
                let (mut all, mut cursor) = (Vec::new(), String::new());
                loop {
                    let page = program
                        .get(&format!("/api/v1/dwellings?limit={limit}{filter}{cursor}"))
                        .await
                        .expect(200)
                        .json();
                    let homes = page["dwellings"].as_array().unwrap();
                    assert!(homes.len() <= limit);
                    all.extend(homes.iter().map(|home| home["username"].as_str().unwrap().to_owned()));
                    assert!(all.len() < 100, "one page after another, and never the last: {all:?}");
                    let Some(next) = page["next"].as_str() else { break };
                    cursor = format!("&cursor={next}");
                    if limit == 5 && all.len() == 5 && filter.is_empty() {
                        // What comes in while somebody reads does not move what is still to come.
                        house.home("linde/zuid", "V60", None).await;
                    }
                }
                let wanted = match filter {
                    "" => 25 + usize::from(limit > 1),
                    "&project=zuid" => 13 + usize::from(limit > 1),
                    _ => 24 + usize::from(limit > 1),
                };
                let mut each = all.clone();
                each.sort();
                each.dedup();
                assert_eq!((all.len(), each.len()), (wanted, wanted), "{limit} {filter} on {}", house.engine);
                assert!(all.iter().all(|name| !name.starts_with("ZWOLLE")), "law 9");
            }
        }
        let found = program.get("/api/v1/dwellings?q=V50").await.expect(200).json();
        let home = &found["dwellings"][0];
        assert_eq!((home["code"].as_str(), home["state"].as_str()), (Some("V50"), Some("not_told")));
        let one = program.get(&format!("/api/v1/dwellings/{}", home["id"].as_str().unwrap())).await.expect(200);
        assert!(one.text().contains("b•••@e•••.nl") && !one.text().contains("bewoner@"), "masked: {one:?}");
        assert_eq!(one.json()["accounts"][0]["occupancy"]["email_link"]["proof"], "linked");
        assert!(program.get("/api/v1/dwellings?q=bewoner@example.nl").await.expect(200).text().contains("V50"));
        for wrong in ["limit=0", "limit=501", "limit=x", "cursor=x", "state=gone", "q=", "q=V1&cursor=x", "page=2"] {
            program.get(&format!("/api/v1/dwellings?{wrong}")).await.expect(422);
        }
        program.get("/api/v1/dwellings?limit=1&limit=2").await.expect(400);
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn a_key_opens_what_it_is_for_and_nothing_else() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let username = house.home("linde/zuid", "V1", None).await;
        let link = json!({"email": "nieuw@example.nl", "reason": "same_resident"});
        house.seen.address("nieuw@example.nl");
        let change =
            json!({"dwelling": "00000000-0000-7000-8000-000000000000", "kind": "vacant", "ends_on": "2026-12-01"});
        let tick = json!({"project": "zuid", "usernames": [username]});
        let home = json!({"project": "zuid", "code": "V1"});
        for scope in KeyScope::ALL {
            let program = house.program("linde", &[*scope]).await;
            let answers = [
                (KeyScope::HomesRead, program.get("/api/v1/dwellings").await, 200),
                (KeyScope::HomesRead, program.get("/api/v1/projects").await, 200),
                (KeyScope::HomesWrite, program.send("POST", "/api/v1/dwellings", &home).await, 409),
                (
                    KeyScope::AddressesWrite,
                    program.send("PUT", &format!("/api/v1/accounts/{username}/email-link"), &link).await,
                    200,
                ),
                (KeyScope::TenantChangesWrite, program.send("POST", "/api/v1/tenant-changes", &change).await, 404),
                (KeyScope::HandoutsWrite, program.send("POST", "/api/v1/handouts", &tick).await, 200),
                (
                    KeyScope::AccessWrite,
                    program.send("DELETE", &format!("/api/v1/accounts/{username}/access"), &json!(null)).await,
                    200,
                ),
            ];
            for (needs, answer, status) in answers {
                let right = if needs == *scope {
                    status
                } else if status == 404 {
                    404
                } else {
                    403
                };
                assert_eq!(answer.status, right, "{scope} for {needs} on {}: {answer:?}", house.engine);
            }
        }
        let lines = house.tables().await["audit_line"].join("\n");
        assert!(lines.contains("api") && lines.contains("key"), "law 11: {lines}");
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn what_was_handed_out_is_ticked_by_username_and_what_was_not_is_named() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let (one, two) = (house.home("linde/zuid", "V1", None).await, house.home("linde/zuid", "V2", None).await);
        let theirs = house.home("esdoorn/noord", "V1", None).await;
        let program = house.program("linde", &[KeyScope::HandoutsWrite]).await;
        let tick = async |names: &[&str], part: &str| {
            let body = json!({"project": "zuid", "usernames": names, "part": part});
            program.send("POST", "/api/v1/handouts", &body).await
        };
        let done = tick(&["ALMELO98", &two, &theirs, "ALMELO99"], "both").await.expect(200).json();
        assert_eq!(done, json!({"ticked": 1, "unchanged": 0, "unknown": ["ALMELO98", theirs, "ALMELO99"]}));
        let done = tick(&[&one, &two], "both").await.expect(200).json();
        assert_eq!(done, json!({"ticked": 1, "unchanged": 1, "unknown": []}), "{}", house.engine);
        tick(&[&one, "geen naam"], "both").await.points_at("#/usernames/1");
        tick(&[], "both").await.points_at("#/usernames");
        tick(&[&one], "letter").await.points_at("#/part");
        let lines = house.tables().await["audit_line"].join("\n");
        assert_eq!(lines.matches("handout.ticked").count(), 2, "each with its line: {lines}");
        house.finish().await;
    })
    .await;
}

/// No page of another site makes a browser do anything here: it cannot send the key, and gets no answer to read.
#[tokio::test]
async fn a_page_of_another_site_gets_nothing() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let program = house.program("linde", KeyScope::ALL).await;
        let mut elsewhere = program.client.with("Origin", "https://evil.test").with("Sec-Fetch-Site", "cross-site");
        let answer = elsewhere.get("/api/v1/projects").await.expect(200);
        assert!(answer.headers.iter().all(|(name, _)| !name.starts_with("access-control-")), "{answer:?}");
        let asked =
            elsewhere.with("Access-Control-Request-Method", "PUT").send("OPTIONS", "/api/v1/projects", None).await;
        assert_eq!(asked.status, 405);
        assert!(asked.headers.iter().all(|(name, _)| !name.starts_with("access-control-")), "{asked:?}");
        let form = program.client.with("Idempotency-Key", "1").with("Content-Type", "text/plain");
        let sent = form
            .clone()
            .send("POST", "/api/v1/handouts", Some(b"{\"project\":\"zuid\",\"usernames\":[\"ALMELO01\"]}"))
            .await;
        assert_eq!(sent.expect(415).header("content-type"), Some("application/problem+json"));
        // What is no address of the API, and what takes another method, are problems too.
        let none = program.get("/api/v1/niets").await.expect(404);
        assert_eq!(none.json()["type"], "/api/problems/not-found");
        let wrong = program.send("POST", "/api/v1/projects", &json!({})).await.expect(405);
        assert!(wrong.header("allow").is_some() && wrong.json()["status"] == 405, "{wrong:?}");
        let raw = format!("GET /api/openapi.json HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n");
        let document = program.client.raw(raw.as_bytes()).await.unwrap().expect(200).json();
        assert_eq!(document["info"]["title"], "Huissleutel");
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn a_key_that_asks_too_much_waits() {
    let wishes = crate::testapp::Wishes {
        settings: |settings| settings.limits.key = domain::limits::Limit::new(3, Span::minutes(1)),
        ..Default::default()
    };
    let house = TestApp::build_as(std::sync::Arc::new(testkit::engines::sqlite().await), wishes).await;
    house.clients().await;
    let (busy, other) = (house.program("linde", KeyScope::ALL).await, house.program("linde", KeyScope::ALL).await);
    for _ in 0..3 {
        busy.get("/api/v1/projects").await.expect(200);
    }
    let answer = busy.get("/api/v1/projects").await.expect(429);
    let wait: i64 = answer.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=60).contains(&wait), "{wait}");
    other.get("/api/v1/projects").await.expect(200);
    house.forward(Span::seconds(wait));
    busy.get("/api/v1/projects").await.expect(200);
    house.finish().await;
}
