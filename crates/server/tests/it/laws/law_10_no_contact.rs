//! Law 10: linking an address sends nothing; the first mail goes when its owner asks for one.

use domain::role::Role;
use domain::time::Span;
use testkit::each_engine;

use crate::testapp::TestApp;

#[tokio::test]
async fn linking_an_address_sends_nothing() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let list: String = (1..=50).map(|n| format!("V{n};bewoner{n}@example.nl\n")).collect();
        let rows = house.import("linde/zuid", &format!("VHE-nummer;E-mailadres\n{list}")).await;
        house.import("linde/zuid", "VHE-nummer;E-mailadres\nV1;verbeterd@example.nl\n").await;
        for _ in 0..10 {
            assert_eq!(house.mails_waiting().await, 0, "{}", house.engine);
            assert!(house.deliver_mail().await.is_empty());
            house.forward(Span::days(10));
        }
        house.client().ask_reset(rows[0].username.as_deref().unwrap()).await.expect(303);
        assert_eq!(house.only_mail().await.to, "verbeterd@example.nl");
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn a_clerk_who_links_an_address_sends_nothing() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let username = house.home("linde/zuid", "V1", None).await;
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        let home = clerk.get("/service/gebruikers/?q=V1").await.expect(200).homes()[0].clone();
        let here = format!("{home}e-mailadres/");
        // Linked, corrected, and all access ended.
        for email in ["eerste@example.nl", "tweede@example.nl"] {
            house.seen.address(email);
            let form = [("residents", "same"), ("email", email)];
            let seal = clerk.post_form(&here, &form).await.expect(200).field("seal");
            clerk.post_form(&here, &[&form[..], &[("seal", &seal)]].concat()).await.expect(303);
        }
        let here = format!("{home}intrekken/");
        let seal = clerk.get(&here).await.expect(200).field("seal");
        clerk.post_form(&here, &[("seal", &seal)]).await.expect(303);
        for _ in 0..10 {
            assert_eq!(house.mails_waiting().await, 0, "{}", house.engine);
            assert!(house.deliver_mail().await.is_empty());
            house.forward(Span::days(10));
        }
        house.client().ask_reset(&username).await.expect(303);
        assert_eq!(house.only_mail().await.to, "tweede@example.nl");
        house.finish().await;
    })
    .await;
}
