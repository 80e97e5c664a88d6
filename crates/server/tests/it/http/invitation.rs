//! `/invitation/<token>/`.

use domain::role::Role;
use domain::time::Span;
use testkit::each_engine;

use crate::testapp::{GOOD, OTHER, TestApp};

#[tokio::test]
async fn from_the_mail_to_the_codes() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let link = house.invite("karel@linde.example.nl", Role::Clerk, "linde").await;
        let mut invited = house.client();
        let page = invited.get(&link).await.expect(200);
        assert!(page.text().contains("karel@linde.example.nl") && page.text().contains("De Linde"));
        let weak = invited.post_form(&link, &[("password", "welkom")]).await.expect(422);
        assert!(weak.text().contains("id=\"password-error\""));
        invited.post_form(&link, &[("password", "karel@linde.example.nl")]).await.expect(422);
        invited.post_form(&link, &[]).await.expect(422);
        let taken = invited.post_form(&link, &[("password", GOOD)]).await.leads_to(&link);
        assert!(taken.cookie("__Host-session").is_some() && taken.cookie("__Host-device").is_none());
        invited.get(&link).await.expect(200);
        invited.post_form(&link, &[("code", "000000")]).await.expect(422);
        // Whoever left in between signs in and goes on where they were.
        let mut later = house.client();
        later.post_login("karel@linde.example.nl", GOOD).await.leads_to("/login/second-factor/");
        let page = later.get("/login/second-factor/").await.expect(200);
        assert!(page.text().contains("hs-qr"), "the step that is missing");
        house.only_mail().await;
        // After three days a password alone opens nothing any more.
        house.forward(Span::hours(72) + Span::seconds(1));
        house.client().post_login("karel@linde.example.nl", GOOD).await.expect(410);
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn an_invitation_lives_three_days_and_works_once() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let late = house.invite("laat@linde.example.nl", Role::Clerk, "linde").await;
        house.forward(Span::hours(72));
        house.client().get(&late).await.expect(410);
        house.client().post_form(&late, &[("password", GOOD)]).await.expect(410);
        let staff = house.staff("karel@linde.example.nl", Role::Clerk, "linde").await;
        let mut stranger = house.client();
        stranger.get(&staff.invitation).await.expect(410);
        stranger.post_form(&staff.invitation, &[("password", OTHER)]).await.expect(410);
        stranger.post_form(&staff.invitation, &[("code", &house.code_of(&staff))]).await.leads_to("/login/");
        // Its owner sees the codes once more, for a few minutes and as long as the factor was not used again.
        let mut owner = staff.client.clone();
        owner.get(&staff.invitation).await.expect(200);
        house.forward(Span::minutes(15));
        let page = owner.get(&staff.invitation).await.expect(410);
        assert!(!page.text().contains(&staff.codes[0]));
        house.finish().await;
    })
    .await;
}

/// A colleague who lost the second factor is invited again: the old life ends when the new one begins, not before.
#[tokio::test]
async fn a_second_invitation_ends_the_first_life() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut staff = house.staff("karel@linde.example.nl", Role::Clerk, "linde").await;
        let again = house.invite("karel@linde.example.nl", Role::Clerk, "linde").await;
        staff.client.get("/").await.expect(200);
        let mut half = house.half_way(&staff).await;
        let mut invited = house.client();
        invited.post_form(&again, &[("password", OTHER)]).await.expect(303);
        house.only_mail().await;
        staff.client.get("/").await.expect(303);
        half.post_form("/login/second-factor/", &[("code", &house.code_of(&staff))])
            .await
            .leads_to("/login/?after=session");
        house.client().post_login(&staff.email, GOOD).await.expect(401);
        let mut fresh = house.client();
        fresh.post_login(&staff.email, OTHER).await.leads_to("/login/second-factor/");
        fresh.post_form("/login/second-factor/", &[("code", &staff.codes[0])]).await.expect(422);
        fresh.get("/").await.expect(303);
        house.finish().await;
    })
    .await;
}
