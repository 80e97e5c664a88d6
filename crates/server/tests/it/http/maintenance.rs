//! `/support/onderhoud/`, the banner, `/service/onderhoud/` and what programs read: somebody writes a notice and tests it, an admin approves
//! exactly what was shown, everybody who has an address is told once, and pages and programs tell those whom the work touches (law 9).

use app::keys::KeyScope;
use domain::role::Role;
use domain::time::{Span, Time};
use serde_json::json;
use testkit::each_engine;
use uuid::Uuid;

use crate::testapp::{Answer, Client, TestApp};

const ROOT: &str = "/support/onderhoud/";
const NEW: &str = "/support/onderhoud/nieuw/";
/// What a notice of these tests says.
const SAID: &str = "U kunt een nacht niet inloggen.";

type Form = Vec<(&'static str, String)>;

/// A notice as somebody fills it in: the work begins in a quarter of an hour, and takes four hours.
fn filled(house: &TestApp, audience: &str, name: &str) -> Form {
    let part = |at: Time| (at.local().day.to_string(), format!("{}u{:02}", at.local().hour, at.local().minute));
    let from = house.clock.now() + Span::minutes(15);
    let ((from_day, from_time), (to_day, to_time)) = (part(from), part(from + Span::hours(4)));
    vec![
        ("audience", audience.to_owned()),
        ("name", name.to_owned()),
        ("from-day", from_day),
        ("from-time", from_time),
        ("to-day", to_day),
        ("to-time", to_time),
        ("subject-nl", "Onderhoud aan het portaal".to_owned()),
        ("words-nl", format!("{SAID}\r\n\r\nDe verwarming blijft het doen.")),
        ("subject-en", "Maintenance of the portal".to_owned()),
        ("words-en", "You cannot sign in for one night.".to_owned()),
    ]
}

fn with(form: &Form, name: &'static str, value: &str) -> Form {
    form.iter().map(|(of, old)| (*of, if *of == name { value.to_owned() } else { old.clone() })).collect()
}

async fn post(client: &mut Client, path: &str, form: &Form) -> Answer {
    let fields: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    client.post_form(path, &fields).await
}

/// Writes a notice: the path of its page.
async fn written(client: &mut Client, form: &Form) -> String {
    let answer = post(client, NEW, form).await.expect(303);
    let (page, told) = answer.location().split_once('?').unwrap();
    assert_eq!(told, "told=written");
    page.to_owned()
}

async fn act(client: &mut Client, page: &str, act: &str, told: &str) {
    client.post_form(page, &[("act", act)]).await.leads_to(&format!("{page}?told={told}"));
}

async fn approve(boss: &mut Client, page: &str, hash: &str, told: &str) {
    let form = [("act", "approve"), ("hash", hash)];
    boss.post_form(page, &form).await.leads_to(&format!("{page}?told={told}"));
}

/// A notice that an admin approved: the path of its page.
async fn approved(house: &TestApp, (support, boss): (&mut Client, &mut Client), form: &Form) -> String {
    let page = written(support, form).await;
    act(support, &page, "propose", "proposed").await;
    let hash = boss.get(&page).await.expect(200).field("hash");
    approve(boss, &page, &hash, "approved").await;
    assert!(house.deliver_mail().await.is_empty(), "the job sends, and no page");
    page
}

/// The job comes round until nothing is left; whom its mails went to.
async fn told(house: &TestApp) -> Vec<String> {
    let mut all = Vec::new();
    for _ in 0..20 {
        let worked = app::maintenance::work(&house.app, Uuid::from_u128(1)).await.unwrap();
        house.forward(Span::seconds(1));
        let mails = house.deliver_mail().await;
        for mail in &mails {
            assert!(mail.links().is_empty() && mail.says(SAID) && !mail.says("ALMELO"), "{mail:?}");
        }
        all.extend(mails.into_iter().map(|mail| mail.to));
        if worked == 0 {
            all.sort();
            return all;
        }
    }
    panic!("the job never ends on {}", house.engine);
}

/// What the page says above itself of the work that goes on.
fn banner(page: &Answer) -> String {
    let html = page.text();
    let found = html.split("<div class=\"hs-works\" role=\"status\"").nth(1).and_then(|it| it.split("</aside>").next());
    found.unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_notice_is_written_tested_approved_and_told_once() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        for (number, address) in [("V1", Some("een@example.nl")), ("V2", Some("twee@example.nl")), ("V3", None)] {
            house.home("linde/zuid", number, address).await;
        }
        house.home("esdoorn/noord", "V1", Some("buur@example.nl")).await;
        let mut boss = house.staff("bo@beheer.example.nl", Role::OperatorAdmin, "").await.client;
        let mut support = house.staff("sam@beheer.example.nl", Role::Support, "").await.client;
        assert!(support.get(ROOT).await.expect(200).text().contains("Er zijn nog geen meldingen"));
        support.get(NEW).await.expect(200);

        let form = filled(&house, "client", " Linde ");
        let page = written(&mut support, &form).await;
        let shown = support.get(&page).await.expect(200).text();
        for words in [SAID, "You cannot sign in for one night.", "Onderhoud aan het portaal", "Stichting De Linde"] {
            assert!(shown.contains(words), "{words} on {}", house.engine);
        }
        let test = [("act", "test"), ("language", "en")];
        support.post_form(&page, &test).await.leads_to(&format!("{page}?told=tested"));
        let mail = house.only_mail().await;
        assert_eq!((mail.to.as_str(), mail.subject.as_str()), ("sam@beheer.example.nl", "Maintenance of the portal"));

        act(&mut support, &page, "propose", "proposed").await;
        support.post_form(&page, &[("act", "approve"), ("hash", &"0".repeat(64))]).await.expect(403);
        let old = boss.get(&page).await.expect(200).field("hash");
        // Another text than the admin has on the screen.
        let change = format!("{page}wijzigen/");
        assert!(support.get(&change).await.expect(200).text().contains("al voorgesteld"));
        let other = with(&form, "words-en", "You cannot sign in for two nights.");
        post(&mut support, &change, &other).await.leads_to(&format!("{page}?told=written"));
        approve(&mut boss, &page, &old, "state").await;
        act(&mut support, &page, "propose", "proposed").await;
        approve(&mut boss, &page, &old, "other").await;
        approve(&mut boss, &page, "x", "other").await;
        assert!(told(&house).await.is_empty(), "nothing was approved on {}", house.engine);
        act(&mut boss, &page, "give-back", "given-back").await;
        act(&mut support, &page, "propose", "proposed").await;
        let hash = boss.get(&page).await.expect(200).field("hash");
        assert_ne!(hash, old);
        approve(&mut boss, &page, &hash, "approved").await;
        assert_eq!(told(&house).await, ["een@example.nl", "twee@example.nl"], "{}", house.engine);
        assert!(told(&house).await.is_empty(), "once each");
        act(&mut support, &page, "propose", "state").await;
        let report = support.get(&page).await.expect(200).text();
        assert!(report.contains("Verstuurd") && report.contains("Zonder e-mailadres"), "{}", house.engine);
        support.get(&change).await.leads_to(&format!("{page}?told=state"));
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_read_is_told_at_its_field_and_nothing_is_lost() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut support = house.staff("sam@beheer.example.nl", Role::Support, "").await.client;
        let empty = support.post_form(NEW, &[]).await.expect(422).text();
        let ids = ["audience", "from-day", "from-time", "to-time", "subject-nl", "words-nl", "subject-en", "words-en"];
        for id in ids {
            assert!(empty.contains(&format!("id=\"{id}-error\"")), "{id} on {}", house.engine);
        }
        let form = filled(&house, "project", "linde/zuid");
        for (field, value, at, why) in [
            ("name", "linde", "name", "geen project"),
            ("name", "linde/nergens", "name", "met deze korte naam"),
            ("from-time", "tien", "from-time", "geen tijd"),
            ("to-day", "2026-11-01", "to-day", "eindigt voor het begint"),
            ("to-day", "2026-12-31", "to-day", "langer dan twee weken"),
            ("words-nl", "Kijk op delinde.nl", "words-nl", "delinde.nl"),
            ("subject-en", "Mail help@example.nl", "subject-en", "help@example.nl"),
        ] {
            let shown = post(&mut support, NEW, &with(&form, field, value)).await.expect(422).text();
            assert!(shown.contains(&format!("id=\"{at}-error\"")) && shown.contains(why), "{field} {value}: {shown}");
            let kept = if field.starts_with("words-en") { SAID } else { "You cannot sign in for one night." };
            assert!(shown.contains(kept), "nothing typed is lost");
        }
        assert!(support.get(ROOT).await.expect(200).text().contains("Er zijn nog geen meldingen"));
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn sending_waits_goes_on_and_stops_on_one_page() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.home("linde/zuid", "V1", Some("een@example.nl")).await;
        let mut boss = house.staff("bo@beheer.example.nl", Role::OperatorAdmin, "").await.client;
        let mut support = house.staff("sam@beheer.example.nl", Role::Support, "").await.client;
        let form = filled(&house, "project", "linde/zuid");
        let page = approved(&house, (&mut support, &mut boss), &form).await;
        act(&mut support, &page, "pause", "paused").await;
        act(&mut support, &page, "pause", "state").await;
        assert!(told(&house).await.is_empty(), "{}", house.engine);
        act(&mut boss, &page, "resume", "resumed").await;
        assert_eq!(told(&house).await, ["een@example.nl"], "{}", house.engine);
        act(&mut boss, &page, "stop", "stopped").await;
        act(&mut boss, &page, "resume", "state").await;
        let other = approved(&house, (&mut support, &mut boss), &form).await;
        act(&mut support, &other, "stop", "stopped").await;
        assert!(told(&house).await.is_empty(), "stopped before anybody was told");
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn a_lead_writes_for_the_own_projects_only() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut lead = house.staff("lee@beheer.example.nl", Role::ProjectLead, "").await.client;
        let mut support = house.staff("sam@beheer.example.nl", Role::Support, "").await.client;
        let form = lead.get(NEW).await.expect(200).text();
        assert!(form.contains("value=\"linde/zuid\"") && !form.contains("esdoorn"), "{}", house.engine);
        let own = written(&mut lead, &filled(&house, "project", "linde/zuid")).await;
        let theirs = written(&mut support, &filled(&house, "project", "esdoorn/noord")).await;
        post(&mut lead, NEW, &filled(&house, "project", "esdoorn/noord")).await.expect(404);
        post(&mut lead, NEW, &filled(&house, "client", "linde")).await.expect(403);
        post(&mut lead, NEW, &filled(&house, "all", "")).await.expect(403);
        lead.get(&theirs).await.expect(404);
        lead.post_form(&theirs, &[("act", "propose")]).await.expect(404);
        let list = lead.get(ROOT).await.expect(200).text();
        assert!(list.contains(&own) && !list.contains(&theirs), "{}", house.engine);
        act(&mut lead, &own, "propose", "proposed").await;
        lead.post_form(&own, &[("act", "approve"), ("hash", &"0".repeat(64))]).await.expect(403);
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn pages_and_programs_tell_those_whom_the_work_touches_and_nobody_else() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut resident = house.signed_in("linde/zuid", "V1", "een@example.nl").await.client;
        let mut neighbour = house.signed_in("esdoorn/noord", "V1", "buur@example.nl").await.client;
        house.home("linde/zuid", "V3", None).await;
        let mut boss = house.staff("bo@beheer.example.nl", Role::OperatorAdmin, "").await.client;
        let mut support = house.staff("sam@beheer.example.nl", Role::Support, "").await.client;
        let mut clerk = house.staff("cas@linde.example.nl", Role::Clerk, "linde").await.client;
        let mut stranger = house.staff("kim@esdoorn.example.nl", Role::Clerk, "esdoorn").await.client;
        let programs =
            [house.program("linde", &[KeyScope::HomesRead]).await, house.program("esdoorn", KeyScope::ALL).await];
        let form = filled(&house, "project", "linde/zuid");
        let page = approved(&house, (&mut support, &mut boss), &form).await;
        assert_eq!(told(&house).await, ["een@example.nl"], "{}", house.engine);

        // Before the work.
        let start = resident.get("/").await.expect(200);
        assert!(start.text().contains("Binnenkort onderhoud") && start.text().contains(SAID), "{}", house.engine);
        assert!(banner(&start).is_empty());
        assert!(!neighbour.get("/").await.expect(200).text().contains(SAID));
        let planned = clerk.get("/service/onderhoud/").await.expect(200).text();
        assert!(planned.contains(SAID) && planned.contains("Gepland"), "{}", house.engine);
        assert!(!stranger.get("/service/onderhoud/").await.expect(200).text().contains(SAID));
        let id = page.split('/').nth(3).unwrap();
        let below = format!("/service/onderhoud/{id}/");
        assert!(
            clerk.get(&below).await.expect(200).text().contains("Eén woning staat op de lijst"),
            "{}",
            house.engine
        );
        let letters = clerk.get(&format!("{below}brieven.pdf?language=en")).await.expect(200);
        assert!(letters.header("content-type") == Some("application/pdf") && letters.body.starts_with(b"%PDF"));
        clerk.get(&format!("{below}brieven.pdf?part=2")).await.expect(404);
        for path in [below.clone(), format!("{below}brieven.pdf")] {
            stranger.get(&path).await.expect(404);
            support.get(&path).await.expect(403);
        }
        let list = format!("{below}woningen.csv");
        let csv = clerk.get(&list).await.expect(200).text();
        assert!(csv.contains("V3;Eikenlaan") && !csv.contains("V1;"), "{csv}");
        clerk.get(&list.replace(".csv", ".xlsx")).await.expect(200);
        clerk.get(&list.replace(".csv", ".pdf")).await.expect(404);
        stranger.get(&list).await.expect(404);
        support.get(&list).await.expect(403);
        let read = programs[0].get("/api/v1/maintenance").await.expect(200).json();
        let work = &read["maintenance"][0];
        assert_eq!((&work["id"], &work["kind"], &work["project"]), (&json!(id), &json!("project"), &json!("zuid")));
        assert_eq!(work["en"]["title"], "Maintenance of the portal");
        assert_eq!(work["nl"]["text"], format!("{SAID}\n\nDe verwarming blijft het doen."));
        assert!(work["from"].as_str().unwrap().ends_with('Z') && work["to"].as_str() > work["from"].as_str());
        assert_eq!(programs[1].get("/api/v1/maintenance").await.expect(200).json(), json!({"maintenance": []}));
        let nobody = house.client().get("/maintenance.json").await.expect(200);
        assert_eq!(
            (nobody.json(), nobody.header("content-type")),
            (json!({"maintenance": []}), Some("application/json"))
        );

        // While it goes on.
        house.forward(Span::minutes(16));
        for path in ["/", "/woning/", "/beveiliging/", "/uitleg/wachtwoord/"] {
            let page = resident.get(path).await.expect(200);
            let said = banner(&page);
            assert!(said.contains(SAID) && said.contains("Van ") && !said.contains("href"), "{path}: {said}");
            assert!(banner(&neighbour.get(path).await.expect(200)).is_empty(), "law 9: {path}");
        }
        assert!(banner(&resident.get("/?lang=en").await.expect(200)).contains("You cannot sign in for one night."));
        assert!(banner(&clerk.get("/service/projecten/").await.expect(200)).contains(SAID), "{}", house.engine);
        assert!(banner(&clerk.get("/service/woningen/x/").await.expect(404)).contains(SAID), "pages that say no too");
        assert!(banner(&stranger.get("/service/projecten/").await.expect(200)).is_empty());
        assert!(
            banner(&house.client().get("/login/").await.expect(200)).is_empty(),
            "nobody is told of a client's work"
        );

        // What is for everybody stands where everybody comes.
        let mut all = filled(&house, "all", "");
        let now = house.clock.now().local();
        all = with(&all, "from-time", &format!("{}:{:02}", now.hour, now.minute));
        let everybody = approved(&house, (&mut support, &mut boss), &all).await;
        assert!(banner(&house.client().get("/login/").await.expect(200)).contains(SAID), "{}", house.engine);
        assert!(banner(&neighbour.get("/").await.expect(200)).contains(SAID));
        let read = house.client().get("/maintenance.json").await.expect(200).json();
        assert_eq!(
            (&read["maintenance"][0]["kind"], read["maintenance"].as_array().unwrap().len()),
            (&json!("all"), 1)
        );
        act(&mut boss, &everybody, "stop", "stopped").await;
        act(&mut boss, &page, "stop", "stopped").await;
        assert!(banner(&neighbour.get("/").await.expect(200)).is_empty(), "gone at once on {}", house.engine);
        assert!(banner(&resident.get("/").await.expect(200)).is_empty());
        house.finish().await;
    })
    .await;
}
