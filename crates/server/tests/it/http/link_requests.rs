//! `/support/koppelverzoeken/` and `/contact/vraag/{token}/`: support puts new residents to a contact, and the contact answers.

use std::sync::Arc;

use app::contacts::{self, At, New};
use app::mail_in::{Envelope, Inbound, read_due, take};
use domain::access::Actor;
use domain::email::Address;
use domain::id::LinkRequestId;
use domain::role::Role;
use domain::time::{Day, Span};
use mail::inbound::{Judge, Resolver};
use testkit::each_engine;

use crate::testapp::{TestApp, Wishes};

pub(super) const ELS: &str = "els@linde.example.nl";
const US: &str = "koppelen@huis.example.nl";
const QUEUE: &str = "/support/koppelverzoeken/";

pub(super) fn takes_mail(settings: &mut app::Settings) {
    let zone = "_dmarc.linde.example.nl TXT \"v=DMARC1; p=reject\"";
    let judge = Judge::new(&Resolver::Records(zone.to_owned()), Some("mx.test".to_owned())).unwrap();
    settings.inbound = Some(Inbound { address: Address::parse(US).unwrap(), judge: Arc::new(judge) });
}

pub(super) async fn comes_in(house: &TestApp, text: &str) {
    let raw = format!(
        "Authentication-Results: mx.test; spf=pass smtp.mailfrom={ELS}\r\nFrom: {ELS}\r\nTo: {US}\r\nSubject: Koppelen\r\n\
         Message-ID: <{}@linde.example.nl>\r\n\r\n{text}\r\n",
        text.len()
    );
    let envelope = Envelope { from: ELS.to_owned(), to: vec![US.to_owned()] };
    take(&house.app, &house.app.command(), &envelope, raw.as_bytes()).await.unwrap();
    while read_due(&house.app).await.unwrap() > 0 {}
}

#[tokio::test]
async fn a_new_tenant_is_put_to_a_contact_who_answers_on_a_page() {
    each_engine(|fresh| async move {
        let house = TestApp::build_as(fresh, Wishes { settings: takes_mail, ..Wishes::default() }).await;
        house.clients().await;
        house.run("UPDATE organisation SET portal = FALSE").await;
        house.seen.address(ELS);
        house.seen.address("jan@example.nl");
        let (at, new) = (At::Client("linde".parse().unwrap()), New { name: "Els".to_owned(), email: ELS.to_owned() });
        contacts::enter(&house.app, &house.app.command(), &Actor::Server, (&at, &new)).await.unwrap();
        house.run("UPDATE contact SET proven_at = 1, approved_at = 1").await;
        let username = house.home("linde/zuid", "V1", None).await;
        let mut kim = house.staff("kim@beheer.example.nl", Role::Support, "").await.client;
        house.deliver_mail().await;
        for (answer, leads) in [("no", "/contact/vraag/nee/"), ("yes", "/contact/vraag/ja/")] {
            comes_in(
                &house,
                &format!("mutatie account {username}, nieuwe huurder jan@example.nl, per 1-12-2026 {answer}"),
            )
            .await;
            let list = kim.get(QUEUE).await.expect(200).text();
            let begin = format!("href=\"{QUEUE}");
            let mut parts = list.split(&begin).filter_map(|rest| rest.get(..36));
            let request = parts.find(|id| id.parse::<LinkRequestId>().is_ok()).expect("a request");
            let path = format!("{QUEUE}{request}/");
            assert!(kim.get(&path).await.expect(200).text().contains("value=\"ask\""));
            kim.post_form(&path, &[("act", "ask")]).await.leads_to(&format!("{QUEUE}?told=asked"));
            let twice = kim.get(&path).await.expect(200).text();
            assert!(twice.contains("Ligt bij de contactpersonen") && twice.contains("value=\"refuse\""), "{twice}");
            let link = house.only_mail().await.path();
            assert!(link.starts_with("/contact/vraag/"), "{link}");
            let mut contact = house.client();
            let page = contact.get(&link).await.expect(200).text();
            assert!(page.contains(&username) && page.contains("jan@example.nl"), "{page}");
            for wrong in
                [&[("email", ELS)][..], &[("answer", answer)], &[("answer", answer), ("email", "bo@elders.test")]]
            {
                let page = contact.post_form(&link, wrong).await.expect(422).text();
                assert!(page.contains("hs-summary"), "{page}");
            }
            contact.post_form(&link, &[("answer", answer), ("email", ELS)]).await.leads_to(leads);
            contact.get(leads).await.expect(200);
            contact.get(&link).await.expect(410);
            contact.post_form(&link, &[("answer", "yes"), ("email", ELS)]).await.expect(410);
            house.only_mail().await;
        }
        assert!(kim.get(QUEUE).await.expect(200).text().contains("Een contactpersoon"));
        // On the first day of those who come the contact gets the list of who waits to be told.
        let first = Day::parse("2026-12-01").unwrap().starts_at();
        house.forward(first + Span::hours(9) - house.app.clock.now());
        while app::tenant_change::finish_due(&house.app).await.unwrap() > 0 {}
        let link = house.only_mail().await.path();
        assert!(link.starts_with("/contact/verstrekken/"), "{link}");
        house.finish().await;
    })
    .await;
}
