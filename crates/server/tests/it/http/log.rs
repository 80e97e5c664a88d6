//! `/service/logboek/`: a clerk reads what happened to a home, filters, turns the page, and takes it along as a file.

use domain::role::Role;
use domain::time::{Day, Span};
use testkit::each_engine;

use crate::testapp::{Client, TestApp};

const LOG: &str = "/service/logboek/";
const FILE: &str = "/service/logboek/download/";

/// Where the page of homes leads for the log of the first resident's home.
async fn of_home(clerk: &mut Client) -> String {
    let page = clerk.get("/service/woningen/?project=linde/zuid").await.expect(200).text();
    let row = page.split("<tr").find(|row| row.contains("Eikenlaan 1<") || row.contains("Eikenlaan 1,"));
    let row = row.unwrap_or_else(|| panic!("no home of that address: {page}"));
    let link = row.split("href=\"").find(|rest| rest.starts_with("/service/logboek/?woning=")).expect("a link");
    link.split('"').next().expect("its end").to_owned()
}

#[tokio::test]
async fn a_clerk_reads_what_happened_to_a_home() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        house.home("linde/zuid", "V2", Some("ander@example.nl")).await;
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        let start = clerk.get("/").await.expect(200).text();
        assert!(start.contains("href=\"/service/logboek/\""), "there is a way to it");
        let page = clerk.get(LOG).await.expect(200).text();
        for there in
            ["Stichting De Linde", "clerk@linde.example.nl", "Logde in.", "Eikenlaan 1", "Eikenlaan 2", "b•••@e•••.nl"]
        {
            assert!(page.contains(there), "{there} is not in {page}");
        }
        assert!(!page.contains("bewoner@example.nl"), "addresses are masked");
        let link = of_home(&mut clerk).await;
        let page = clerk.get(&link).await.expect(200).text();
        let (table, there) = (page.split("<tbody>").nth(1).expect("lines"), resident.username.as_str());
        assert!(table.contains("De bewoner") && table.contains(there), "{table}");
        assert!(!table.contains("Bekeek woningen.") && !table.contains("ALMELO02"), "of this home only: {table}");
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn filters_and_pages_are_addresses() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        for _ in 0..52 {
            clerk.get("/service/woningen/?project=linde/zuid").await.expect(200);
        }
        let page = clerk.get(&format!("{LOG}?act=homes.seen")).await.expect(200).text();
        let rows =
            |page: &str| page.matches("Bekeek woningen.</th>").count() + page.matches("Bekeek woningen.<span").count();
        assert_eq!(rows(&page), 50);
        let next =
            page.split("href=\"").find(|rest| rest.contains("before=")).and_then(|rest| rest.split("#rows").next());
        let next = next.expect("a next page").replace("&#38;", "&").replace("&amp;", "&");
        assert!(next.starts_with("/service/logboek/?act=homes.seen&before="), "{next}");
        let page = clerk.get(&next).await.expect(200).text();
        assert_eq!(rows(&page), 2, "{page}");
        assert!(!page.contains("before="), "the last page has no next one");

        let person = format!("{LOG}?person=clerk%40linde.example.nl&act=session.started");
        assert!(clerk.get(&person).await.expect(200).text().contains("Logde in.</th>"));
        let nobody = clerk.get(&format!("{LOG}?person=niemand%40linde.example.nl")).await.expect(200).text();
        assert!(nobody.contains("Hierover staat niets"), "{nobody}");
        let tomorrow = Day::of(house.app.clock.now() + Span::days(1));
        let later = clerk.get(&format!("{LOG}?from={tomorrow}")).await.expect(200).text();
        assert!(later.contains("Hierover staat niets"), "{later}");
        let wrong = clerk.get(&format!("{LOG}?from=31-02-2026")).await.expect(422).text();
        assert!(wrong.contains("Dit is geen dag.") && wrong.contains("value=\"31-02-2026\""), "{wrong}");
        clerk.get(&format!("{FILE}?form=csv&from=31-02-2026")).await.expect(400);
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn the_same_lines_are_a_file() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.home("linde/zuid", "V1", Some("bewoner@example.nl")).await;
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        let link = of_home(&mut clerk).await.replace(LOG, FILE);
        let csv = clerk.get(&format!("{link}&form=csv")).await.expect(200);
        assert_eq!(csv.header("content-type"), Some("text/csv; charset=utf-8"));
        assert_eq!(csv.header("content-disposition"), Some("attachment; filename=\"logboek.csv\""));
        assert!(csv.text().starts_with("\u{feff}Nummer;Wanneer;Wie;Wat;"), "{}", csv.text());
        assert!(csv.text().contains(";Koppelde een e-mailadres.;Eikenlaan 1, 7601 AB Almelo;ALMELO01;;b•••@e•••.nl;"));
        let json = clerk.get(&format!("{link}&form=json")).await.expect(200);
        assert_eq!(json.header("content-type"), Some("application/jsonl; charset=utf-8"));
        assert_eq!(json.text().lines().count(), 4, "{}", json.text());
        assert!(json.text().contains("\"act\":\"email.linked\"") && json.text().contains("\"reason\":\"csv\""));
        clerk.get(&format!("{link}&form=xml")).await.expect(404);
        clerk.get(FILE).await.expect(404);
        house.finish().await;
    })
    .await;
}

/// The auditor chooses among all logs; nobody else has a choice.
#[tokio::test]
async fn the_auditor_reads_every_log() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.home("esdoorn/noord", "V1", Some("bewoner@example.nl")).await;
        house.staff("support@beheer.example.nl", Role::Support, "").await;
        let mut auditor = house.staff("auditor@beheer.example.nl", Role::Auditor, "").await.client;
        let own = auditor.get(LOG).await.expect(200).text();
        assert!(own.contains("<option value=\"-\" selected>") && own.contains("<option value=\"esdoorn\">"), "{own}");
        assert!(own.contains("support@beheer.example.nl") && !own.contains("ZWOLLE01"));
        let theirs = auditor.get(&format!("{LOG}?client=esdoorn")).await.expect(200).text();
        assert!(theirs.contains("ZWOLLE01") && theirs.contains("<option value=\"esdoorn\" selected>"), "{theirs}");
        let mut clerk = house.staff("clerk@esdoorn.example.nl", Role::Clerk, "esdoorn").await.client;
        let seen = clerk.get(LOG).await.expect(200).text();
        assert!(seen.contains("auditor@beheer.example.nl") && !seen.contains("name=\"client\""), "{seen}");
        house.finish().await;
    })
    .await;
}
