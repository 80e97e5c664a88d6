//! `/contact/verstrekken/{token}/`: a project lead sends the link, and a contact fetches letters and list and ticks who was told.

use app::contacts::{self, At, New};
use domain::access::Actor;
use domain::role::Role;
use testkit::each_engine;

use super::link_requests::{ELS, takes_mail};
use crate::testapp::{TestApp, Wishes};

const LETTERS: &str = "/service/brieven/?project=linde/zuid";
const SEND: &str = "/service/brieven/contactpersonen/";

#[tokio::test]
async fn a_lead_sends_the_link_and_a_contact_hands_out() {
    each_engine(|fresh| async move {
        let house = TestApp::build_as(fresh, Wishes { settings: takes_mail, ..Wishes::default() }).await;
        house.clients().await;
        house.run("UPDATE organisation SET portal = FALSE").await;
        house.seen.address(ELS);
        for address in ["jan@example.nl", "piet@example.nl"] {
            house.seen.address(address);
        }
        let one = house.home("linde/zuid", "V1", Some("jan@example.nl")).await;
        let two = house.home("linde/zuid", "V2", Some("piet@example.nl")).await;
        let mut lead = house.staff("lea@beheer.example.nl", Role::ProjectLead, "linde/zuid").await.client;
        house.deliver_mail().await;
        assert!(lead.get(LETTERS).await.expect(200).text().contains(SEND));
        let form = [("project", "linde/zuid")];
        let nobody = lead.post_form(SEND, &form).await.expect(422).text();
        assert!(nobody.contains("nog geen contactpersoon"), "{nobody}");
        let (at, new) = (At::Client("linde".parse().unwrap()), New { name: "Els".to_owned(), email: ELS.to_owned() });
        contacts::enter(&house.app, &house.app.command(), &Actor::Server, (&at, &new)).await.unwrap();
        house.run("UPDATE contact SET proven_at = 1, approved_at = 1").await;
        house.deliver_mail().await;
        lead.post_form(SEND, &form).await.leads_to("/service/brieven/?project=linde%2Fzuid&sent=1");

        let link = house.only_mail().await.path();
        assert!(link.starts_with("/contact/verstrekken/"), "{link}");
        let mut els = house.client();
        let page = els.get(&link).await.expect(200).text();
        assert!(!page.contains(&one) && !page.contains(&two), "no home before the address is typed: {page}");
        let wrong = els.post_form(&link, &[("email", "bo@elders.test")]).await.expect(422).text();
        assert!(!wrong.contains(&one), "{wrong}");
        let page = els.post_form(&link, &[("email", ELS)]).await.expect(200).text();
        assert!(page.contains(&one) && page.contains(&two), "{page}");
        let pdf = els.post_form(&format!("{link}brieven.pdf"), &[("email", ELS), ("part", "1")]).await.expect(200);
        assert!(pdf.body.starts_with(b"%PDF"));
        let list = els.post_form(&format!("{link}lijst.csv"), &[("email", ELS)]).await.expect(200).text();
        assert!(list.contains(&one) && list.contains(&two) && !list.contains("jan@"), "{list}");
        els.post_form(&format!("{link}lijst.exe"), &[("email", ELS)]).await.expect(404);
        els.post_form(&format!("{link}klaar/"), &[("email", ELS), ("which", "ticked")]).await.expect(422);
        let id = page.split("name=\"home-1\" type=\"checkbox\" value=\"").nth(1).and_then(|rest| rest.get(..36));
        let ticked = [("email", ELS), ("which", "ticked"), ("home-1", id.expect("a box"))];
        els.post_form(&format!("{link}klaar/"), &ticked).await.leads_to("/contact/verstrekken/klaar/?homes=1&left=1");
        els.get("/contact/verstrekken/klaar/?homes=1&left=1").await.expect(200);
        let dead = els.post_form(&link, &[("email", ELS)]).await.expect(410).text();
        assert!(dead.contains(&format!("{link}nieuw/")), "the way on: {dead}");

        let link = house.only_mail().await.path();
        let all = [("email", ELS), ("which", "all")];
        els.post_form(&format!("{link}klaar/"), &all).await.leads_to("/contact/verstrekken/klaar/?homes=1&left=0");
        els.post_form(&format!("{link}nieuw/"), &[("email", ELS)]).await.leads_to("/contact/verstrekken/nieuw/");
        els.get("/contact/verstrekken/nieuw/").await.expect(200);
        house.deliver_mail().await;
        let nobody = lead.post_form(SEND, &form).await.expect(422).text();
        assert!(nobody.contains("Er wacht niemand"), "{nobody}");
        house.finish().await;
    })
    .await;
}
