//! Laws 6, 9 and 11 at the page of a resident's own data: who looked is told by role and organisation, of the own client and of the
//! own time alone; page and file hold the same.

use domain::role::Role;
use serde_json::Value;
use testkit::each_engine;

use crate::testapp::{Answer, Client, TestApp};

const PAGE: &str = "/gegevens/";
const FILE: &str = "/gegevens/gegevens.json";

/// The page of the only home that is found by a number.
async fn home(clerk: &mut Client, number: &str) -> String {
    clerk.get(&format!("/service/gebruikers/?q={number}")).await.expect(200).homes()[0].clone()
}

async fn file(resident: &mut Client) -> Value {
    let answer = resident.get(FILE).await.expect(200);
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert_eq!(answer.header("content-disposition"), Some("attachment; filename=\"gegevens.json\""));
    serde_json::from_slice(&answer.body).unwrap()
}

/// Every text in the file that is no fixed word: it stands on the page too.
fn texts(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::Object(all) => all.values().for_each(|value| texts(value, into)),
        Value::Array(all) => all.iter().for_each(|value| texts(value, into)),
        // Moments are written out on the page.
        Value::String(text)
            if text.contains(|sign: char| sign.is_uppercase() || sign == '@') && !text.ends_with('Z') =>
        {
            into.push(text.clone());
        }
        _ => {}
    }
}

#[tokio::test]
async fn who_looked_is_told_without_a_name_and_the_file_holds_what_the_page_does() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut one = house.signed_in("linde/zuid", "V1", "een@example.nl").await.client;
        let mut other = house.signed_in("linde/zuid", "V2", "twee@example.nl").await.client;
        let mut far = house.signed_in("esdoorn/noord", "V1", "ver@example.nl").await.client;
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        let mut stranger = house.staff("clerk@esdoorn.example.nl", Role::Clerk, "esdoorn").await.client;
        let here = home(&mut clerk, "V1").await;
        clerk.get(&here).await.expect(200);
        stranger.get(&here).await.expect(404);
        let looked = "Een medewerker van Stichting De Linde";
        let page = one.get(PAGE).await.expect(200).text();
        assert!(page.contains(looked) && !page.contains("clerk@"), "{}", house.engine);
        assert!(!page.contains("Esdoorn"), "who was refused saw nothing");
        for resident in [&mut other, &mut far] {
            let page = resident.get(PAGE).await.expect(200).text();
            assert!(!page.contains(looked) && !page.contains("Bekeek uw woning"), "{}", house.engine);
            assert!(!page.contains("een@example.nl"));
        }
        let data = file(&mut one).await;
        let mut all = Vec::new();
        texts(&data, &mut all);
        assert!(all.iter().any(|text| text == "een@example.nl") && all.len() > 5, "{all:?}");
        for text in all {
            assert!(page.contains(&text), "{text} is not on the page");
        }
        let whole = data.to_string();
        assert!(!whole.contains("clerk@") && !whole.contains("twee@") && !whole.contains("argon2"), "{whole}");
        house.finish().await;
    })
    .await;
}

/// Looking at the own data changes nothing, and leaves no line; taking it along leaves one.
#[tokio::test]
async fn only_taking_the_file_leaves_a_line() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut one = house.signed_in("linde/zuid", "V1", "een@example.nl").await.client;
        let lines = async || house.tables().await["audit_line"].len();
        let before = lines().await;
        for path in [PAGE, "/gegevens/logboek/"] {
            one.get(path).await.expect(200);
            one.head(path).await.expect(200);
        }
        assert_eq!(lines().await, before, "{}", house.engine);
        file(&mut one).await;
        assert_eq!(lines().await, before + 1);
        let page: Answer = one.get(PAGE).await.expect(200);
        assert!(page.text().contains("Haalde alle gegevens op als bestand."));
        house.finish().await;
    })
    .await;
}

/// A request is seen and answered by people of its client alone; the operator sees that something waits, and nothing of who asked.
#[tokio::test]
async fn another_client_finds_no_request() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut one = house.signed_in("linde/zuid", "V1", "een@example.nl").await.client;
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        let mut stranger = house.staff("clerk@esdoorn.example.nl", Role::Clerk, "esdoorn").await.client;
        let mut boss = house.staff("bo@beheer.example.nl", Role::OperatorAdmin, "").await.client;
        one.post_form("/gegevens/verzoek/", &[("kind", "correction"), ("about", "home")]).await.expect(422);
        let wish = [("kind", "correction"), ("about", "home"), ("text", "Mijn <b>huisnummer</b> is 12")];
        one.post_form("/gegevens/verzoek/", &wish).await.leads_to("/gegevens/?told=asked");
        let list = clerk.get("/service/verzoeken/").await.expect(200).text();
        assert!(list.contains("Mijn &#60;b&#62;huisnummer&#60;/b&#62; is 12"), "plain text, on {}", house.engine);
        let id = list.split("action=\"/service/verzoeken/").nth(1).and_then(|rest| rest.get(..36)).expect("a request");
        let path = format!("/service/verzoeken/{id}/");
        let theirs = stranger.get("/service/verzoeken/").await.expect(200).text();
        assert!(!theirs.contains("huisnummer") && !theirs.contains(id));
        for answer in ["done", ""] {
            stranger.post_form(&path, &[("answer", answer)]).await.expect(404);
        }
        let seen = boss.get("/beheer/opdrachtgevers/linde/").await.expect(200).text();
        assert!(seen.contains("Verbeteren: adres van de woning") && !seen.contains("huisnummer"), "{}", house.engine);
        assert!(!seen.contains("ALMELO01") && !seen.contains(id));
        assert!(!boss.get("/beheer/opdrachtgevers/esdoorn/").await.expect(200).text().contains("Verbeteren"));
        clerk.post_form(&path, &[("answer", "")]).await.leads_to("/service/verzoeken/?told=no-answer");
        clerk.post_form(&path, &[("answer", "refused-right")]).await.leads_to("/service/verzoeken/?told=answered");
        clerk.post_form(&path, &[("answer", "done")]).await.leads_to("/service/verzoeken/?told=already");
        let page = one.get(PAGE).await.expect(200).text();
        assert!(page.contains("Nee. Wat er staat, klopt.") && !page.contains("Dit is gedaan."));
        house.finish().await;
    })
    .await;
}
