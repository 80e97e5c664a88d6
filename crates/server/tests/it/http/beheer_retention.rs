//! `/beheer/bewaartermijnen/` and `/beheer/incident/`: the table that the job uses, terms and holds with their faults, the counts of an
//! incident with its drafts; the auditor reads along and changes nothing.

use domain::role::Role;
use domain::time::Span;
use testkit::each_engine;

use crate::testapp::TestApp;

const TERMS: &str = "/beheer/bewaartermijnen/";

#[tokio::test]
async fn terms_are_changed_and_things_are_held_on_one_page() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let username = house.home("linde/zuid", "V1", Some("een@example.nl")).await;
        let mut boss = house.staff("noor@beheer.example.nl", Role::OperatorAdmin, "").await.client;
        let page = boss.get(TERMS).await.expect(200).text();
        assert!(page.contains("Bewoners die vertrokken zijn") && page.contains("730 dagen"), "{}", house.engine);
        assert!(!page.contains("Zou nu weggaan"), "counted when asked only");
        assert!(boss.get(&format!("{TERMS}?tellen=1")).await.expect(200).text().contains("Zou nu weggaan"));
        let term = format!("{TERMS}termijn/");
        let sent = |days: &'static str| [("client", "linde"), ("class", "household"), ("days", days)];
        boss.post_form(&term, &sent("365")).await.leads_to("/beheer/bewaartermijnen/?told=term");
        assert!(boss.get(TERMS).await.expect(200).text().contains("365 dagen"));
        let refused = boss.post_form(&term, &sent("29")).await.expect(422).text();
        assert!(refused.contains("Kies 30 tot 1825"), "{}", house.engine);
        boss.post_form(&term, &sent("een jaar")).await.expect(422);
        boss.post_form(&term, &[("client", ""), ("class", "mail"), ("days", "10")]).await.expect(422);
        boss.post_form(&term, &[("client", "linde"), ("class", "mail"), ("days", "10")]).await.expect(422);
        boss.post_form(&term, &[("client", "bestaat-niet"), ("class", "household"), ("days", "")]).await.expect(404);
        boss.post_form(&term, &sent("")).await.leads_to("/beheer/bewaartermijnen/?told=term");

        let hold = format!("{TERMS}bewaarplicht/");
        let held = |name: &str, why: &str, last: &str| {
            [("hold_client", "linde"), ("username", name), ("why", why), ("last", last)]
                .map(|(k, v)| (k.to_owned(), v.to_owned()))
        };
        for (name, why, last) in
            [("NIEMAND01", "dispute", ""), ("", "zomaar", ""), ("", "dispute", "straks"), ("", "dispute", "1-1-2020")]
        {
            let fields = held(name, why, last);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
            boss.post_form(&hold, &fields).await.expect(422);
        }
        let fields = held(&username.to_lowercase(), "dispute", "31-12-2026");
        let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        boss.post_form(&hold, &fields).await.leads_to("/beheer/bewaartermijnen/?told=held");
        let page = boss.get(TERMS).await.expect(200).text();
        assert!(page.contains(&username) && page.contains("31-12-2026"), "{}", house.engine);
        let id =
            page.split("bewaarplicht/").find_map(|rest| rest.split_once("/beeindigen/").map(|(id, _)| id.to_owned()));
        let end = format!("{TERMS}bewaarplicht/{}/beeindigen/", id.expect("a hold"));
        let mut auditor = house.staff("toets@beheer.example.nl", Role::Auditor, "").await.client;
        let seen = auditor.get(TERMS).await.expect(200).text();
        assert!(seen.contains(&username) && !seen.contains("<form class=\"hs-form\""), "reads, and changes nothing");
        for (path, fields) in [(&term, &sent("365")[..]), (&hold, &[]), (&end, &[])] {
            auditor.post_form(path, fields).await.expect(403);
        }
        boss.post_form(&end, &[]).await.leads_to("/beheer/bewaartermijnen/?told=ended");
        boss.post_form(&end, &[]).await.expect(404);
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn an_incident_is_counted_and_its_message_drafted() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.home("linde/zuid", "V1", Some("een@example.nl")).await;
        house.home("linde/zuid", "V2", None).await;
        house.home("esdoorn/noord", "V1", Some("twee@example.nl")).await;
        house.forward(Span::hours(1));
        let mut boss = house.staff("noor@beheer.example.nl", Role::OperatorAdmin, "").await.client;
        boss.get("/beheer/incident/").await.expect(200);
        let asked = |client: &str, from: &str, until: &str| {
            format!("/beheer/incident/?client={client}&project=&from={from}&until={until}&what=lost")
        };
        let page = boss.get(&asked("linde", "23-11-2026", "24-11-2026")).await.expect(200).text();
        assert!(
            page.contains("Het raakt 2 woningen: 2 huishoudens") && page.contains("It touches 2 homes"),
            "{}",
            house.engine
        );
        assert!(page.contains("2 gebruikersnamen en 1 e-mailadressen") && page.contains("72 uur"));
        assert!(!page.contains("een@example.nl") && !page.contains("V1"), "counts, and no data");
        let before = boss.get(&asked("linde", "1-1-2020", "2-1-2020")).await.expect(200).text();
        assert!(before.contains("Het raakt 0 woningen"), "{}", house.engine);
        boss.get(&asked("linde", "24-11-2026", "23-11-2026")).await.expect(422);
        boss.get(&asked("linde", "straks", "")).await.expect(422);
        boss.get(&asked("bestaat-niet", "23-11-2026", "24-11-2026")).await.expect(404);
        let mut auditor = house.staff("toets@beheer.example.nl", Role::Auditor, "").await.client;
        auditor.get("/beheer/incident/").await.expect(403);
        auditor.get(&asked("linde", "23-11-2026", "24-11-2026")).await.expect(403);
        let log = auditor.get("/service/logboek/?client=linde&act=incident.asked").await.expect(200).text();
        assert!(log.contains("Zocht uit wiens gegevens"), "{}", house.engine);
        house.finish().await;
    })
    .await;
}
