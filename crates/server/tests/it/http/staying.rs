//! `/login/stay/`, asked by the script that warns staff before their session ends; and the pages that carry it.

use domain::role::Role;
use domain::time::Span;
use testkit::each_engine;

use crate::testapp::{Answer, Client, TestApp};

const STAY: &str = "/login/stay/";

/// What is left of the session in seconds, as an answer says it.
fn left(answer: &Answer) -> (i64, i64) {
    let said: serde_json::Value = serde_json::from_str(&answer.text()).expect("JSON");
    (said["idle"].as_i64().expect("a number"), said["whole"].as_i64().expect("a number"))
}

/// The same as a page says it.
async fn on_page(who: &mut Client) -> (i64, i64) {
    let page = who.get("/service/collegas/").await.expect(200).text();
    let after = |name: &str| {
        let (_, rest) = page.split_once(&format!(" data-{name}=\"")).expect("the warning");
        rest.split('"').next().expect("a number").parse().expect("a number")
    };
    (after("idle"), after("whole"))
}

#[tokio::test]
async fn who_says_to_be_there_goes_on_and_who_came_too_late_does_not() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut noor = house.staff("noor@linde.example.nl", Role::OrgAdmin, "linde").await.client;
        house.forward(Span::minutes(6));
        let (idle, day) = on_page(&mut noor).await;
        assert_eq!(idle, 30 * 60);
        // A use within five minutes of the last is not written down, and the page says what is.
        house.forward(Span::minutes(4));
        assert_eq!(on_page(&mut noor).await, (26 * 60, day - 4 * 60));
        house.forward(Span::minutes(23));
        assert_eq!(left(&noor.post_form(STAY, &[]).await.expect(200)), (30 * 60, day - 27 * 60));
        house.forward(Span::minutes(29));
        noor.get("/service/collegas/").await.expect(200);
        house.forward(Span::minutes(31));
        noor.post_form(STAY, &[]).await.leads_to("/login/?after=session");
        house.client().post_form(STAY, &[]).await.leads_to("/login/");
        house.finish().await;
    })
    .await;
}

/// WCAG 2.2, 2.2.1: whoever has more than twenty hours is not pressed for time.
#[tokio::test]
async fn residents_are_not_warned_and_have_days() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await.client;
        assert!(!resident.get("/").await.expect(200).text().contains("data-ending"));
        let (idle, whole) = left(&resident.post_form(STAY, &[]).await.expect(200));
        assert_eq!((idle, whole), (14 * 86_400, 30 * 86_400));
        house.finish().await;
    })
    .await;
}
