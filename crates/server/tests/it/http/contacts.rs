//! `{contact}/beeindigen/` of both desks: what ends is shown first, and the end takes a press on that page. And
//! `contactpersoon/{contact}/intrekken/`, where a project lead takes the own proposal back.

use app::contacts::{self, At, New};
use domain::access::Actor;
use domain::role::Role;
use testkit::each_engine;

use crate::testapp::TestApp;

/// A contact of a client that nobody approved or proved; its id.
async fn enter(house: &TestApp, client: &str) -> String {
    let new = New { name: "Els de Wit".to_owned(), email: format!("els@{client}.example.nl") };
    let (ctx, at) = (house.app.command(), At::Client(client.parse().unwrap()));
    contacts::enter(&house.app, &ctx, &Actor::Server, (&at, &new)).await.unwrap().to_string()
}

#[tokio::test]
async fn what_ends_with_a_contact_is_shown_before_it_does() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.seen.address("els@linde.example.nl");
        let mut noor = house.staff("noor@linde.example.nl", Role::OrgAdmin, "linde").await.client;
        let mut boss = house.staff("bo@beheer.example.nl", Role::OperatorAdmin, "").await.client;
        let id = enter(&house, "linde").await;
        house.only_mail().await;
        let list = noor.get("/service/contactpersonen/").await.expect(200).text();
        let end = format!("/service/contactpersonen/{id}/beeindigen/");
        assert!(list.contains(&format!("href=\"{end}\"")) && !list.contains(&format!("action=\"{end}\"")));
        let page = noor.get(&end).await.expect(200).text();
        assert!(page.contains("els@linde.example.nl") && page.contains("Els de Wit"), "{page}");
        assert!(noor.get("/service/contactpersonen/").await.expect(200).text().contains(&id), "a look ends nothing");
        let theirs = format!("/beheer/opdrachtgevers/linde/contactpersonen/{id}/beeindigen/");
        boss.get(&theirs).await.expect(200);
        boss.get(&theirs.replace("linde", "esdoorn")).await.expect(404);
        noor.post_form(&end, &[]).await.leads_to("/service/contactpersonen/?told=ended");
        noor.get(&end).await.expect(404);
        boss.post_form(&theirs, &[]).await.expect(404);
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn a_project_lead_takes_the_own_proposal_back() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.seen.address("els@linde.example.nl");
        let mut lena = house.staff("lena@beheer.example.nl", Role::ProjectLead, "").await.client;
        let mut lars = house.staff("lars@beheer.example.nl", Role::ProjectLead, "").await.client;
        let mut noor = house.staff("noor@linde.example.nl", Role::OrgAdmin, "linde").await.client;
        let page = "/service/projecten/linde/zuid/contactpersoon/";
        let typed = [("name", "Els de Wit"), ("email", "els@linde.example.nl")];
        lena.post_form(page, &typed).await.leads_to(&format!("{page}?told=entered"));
        house.only_mail().await;
        let shown = lena.get(page).await.expect(200).text();
        let (act, _) = shown.split_once("/intrekken/\"").expect("a button at the own proposal");
        let back = format!("{}/intrekken/", act.rsplit_once('"').unwrap().1);
        assert!(back.starts_with(page) && shown.contains("Els de Wit"), "{back}");
        assert!(!lars.get(page).await.expect(200).text().contains("Els de Wit"), "another lead's proposal");
        lars.post_form(&back, &[]).await.expect(404);
        noor.post_form(&back, &[]).await.expect(403);
        let mut nobody = house.client();
        nobody.post_form(&back, &[]).await.expect(303);
        assert!(lena.get(page).await.expect(200).text().contains(&back), "it still waits");
        lena.post_form(&back, &[]).await.leads_to(&format!("{page}?told=withdrawn"));
        assert!(!lena.get(page).await.expect(200).text().contains("intrekken"));
        lena.post_form(&back, &[]).await.leads_to(&format!("{page}?told=decided"));
        assert!(!noor.get("/service/contactpersonen/").await.expect(200).text().contains("Els de Wit"));
        house.finish().await;
    })
    .await;
}
