//! Law 12: what was answered with success is there after the process and the database stopped. (Kills at every step of
//! the real program are in the process tests.)

use domain::role::Role;
use domain::time::Span;
use mail::smtp::Stage;
use mail::transport::Answer;
use testkit::each_engine;

use crate::testapp::{GOOD, OTHER, TestApp};

#[tokio::test]
async fn what_was_answered_with_success_is_there_after_a_stop() {
    each_engine(|fresh| async move {
        let mut house = TestApp::build(fresh).await;
        house.clients().await;
        let username = house.home("linde/zuid", "V1", Some("bewoner@example.nl")).await;
        house = house.reopened().await;

        house.client().ask_reset(&username).await.expect(303);
        house = house.reopened().await;
        assert_eq!(house.mails_waiting().await, 1, "{}", house.engine);
        let link = house.only_mail().await.path();
        house = house.reopened().await;

        let mut person = house.client();
        person.post_form(&link, &[("username", &username), ("password", GOOD)]).await.expect(303);
        house = house.reopened().await;
        house.client().get(&link).await.expect(410);
        assert!(house.only_mail().await.says(&username), "the notice was accepted with the password");
        let mut person = house.client();
        person.post_login(&username, GOOD).await.leads_to("/");
        let jar = person.jar.clone();
        house = house.reopened().await;

        let mut person = house.client();
        person.jar = jar.clone();
        person.get("/").await.expect(200);
        person.post_form("/logout/", &[]).await.expect(303);
        house = house.reopened().await;
        let mut person = house.client();
        person.jar = jar;
        person.get("/").await.expect(303);

        house.client().post_form("/login/accounts/name/", &[("email", "bewoner@example.nl")]).await.expect(303);
        house = house.reopened().await;
        assert!(house.only_mail().await.says(&username));
        house.seal_and_verify().await;
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn staff_keep_what_they_set_and_a_retried_letter_stays_retried() {
    each_engine(|fresh| async move {
        let mut house = TestApp::build(fresh).await;
        house.clients().await;
        let staff = house.staff("noor@beheer.example.nl", Role::OperatorAdmin, "").await;
        house = house.reopened().await;
        let mut admin = house.half_way(&staff).await;
        admin.post_form("/login/second-factor/", &[("code", &house.code_of(&staff))]).await.leads_to("/");
        let jar = admin.jar.clone();
        let username = house.home("linde/zuid", "V1", Some("bewoner@example.nl")).await;
        house.post.answer(1, Answer::Refuse(Stage::Dot, 554, "5.6.0 no".to_owned()));
        house.client().ask_reset(&username).await.expect(303);
        assert!(house.deliver_mail().await.is_empty());
        house = house.reopened().await;
        let mut admin = house.client();
        admin.jar = jar;
        let page = admin.get("/beheer/post/").await.expect(200).text();
        let id =
            page.split("name=\"mail\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
        admin.post_form("/beheer/post/", &[("mail", &id)]).await.leads_to("/beheer/post/?told=yes");
        house = house.reopened().await;
        assert_eq!(house.only_mail().await.to, "bewoner@example.nl", "{}", house.engine);
        house.finish().await;
    })
    .await;
}

/// A mail server that is down for hours loses nothing, and the link lives from the moment it was handed over.
#[tokio::test]
async fn a_mail_server_that_is_down_loses_nothing() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let username = house.home("linde/zuid", "V1", Some("bewoner@example.nl")).await;
        house.post.answer(10_000, Answer::Unreachable);
        house.client().ask_reset(&username).await.expect(303);
        for _ in 0..60 {
            assert!(house.deliver_mail().await.is_empty());
            house.forward(Span::minutes(5));
        }
        assert_eq!(house.mails_waiting().await, 1, "{}", house.engine);
        house.post.answer_normally();
        house.forward(Span::minutes(5));
        let link = house.only_mail().await.path();
        house.forward(Span::hours(23));
        house.client().post_form(&link, &[("username", &username), ("password", OTHER)]).await.expect(303);
        house.only_mail().await;
        house.finish().await;
    })
    .await;
}
