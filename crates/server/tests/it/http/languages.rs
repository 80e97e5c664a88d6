//! `?lang=`, then the account, then `Accept-Language`, then Dutch.

use domain::role::Role;
use testkit::each_engine;

use crate::testapp::TestApp;

#[tokio::test]
async fn the_order_is_kept_on_every_page() {
    let house = TestApp::build(std::sync::Arc::new(testkit::engines::sqlite().await)).await;
    for path in [
        "/login/",
        "/login/accounts/pass/reset/",
        "/login/accounts/name/",
        "/login/accounts/pass/reset/x/",
        "/invitation/x/",
        "/nergens/",
    ] {
        for (asked, accept, spoken) in [
            ("", "nl", "nl"),
            ("", "en", "en"),
            ("", "xx, yy;q=0.9", "nl"),
            ("", "", "nl"),
            ("?lang=en", "nl", "en"),
            ("?lang=nl", "en", "nl"),
            ("?lang=xx", "en", "en"),
            ("?lang=", "nl", "nl"),
        ] {
            let page = house.client().with("Accept-Language", accept).get(&format!("{path}{asked}")).await;
            assert!(page.text().contains(&format!("<html lang=\"{spoken}\"")), "{path}{asked} {accept}");
        }
    }
    house.finish().await;
}

/// A language that was asked for goes along with every link, form and redirect, and into the mail.
#[tokio::test]
async fn a_language_that_was_asked_for_goes_along() {
    let house = TestApp::build(std::sync::Arc::new(testkit::engines::sqlite().await)).await;
    house.clients().await;
    let username = house.home("linde/zuid", "V1", Some("bewoner@example.nl")).await;
    let mut client = house.client();
    let page = client.get("/login/accounts/pass/reset/?lang=en").await.expect(200).text();
    assert!(page.contains("action=\"/login/accounts/pass/reset/?lang=en\""));
    client
        .post_form("/login/accounts/pass/reset/?lang=en", &[("username", &username)])
        .await
        .leads_to("/login/accounts/pass/reset/gevraagd/?lang=en");
    let mail = house.only_mail().await;
    assert!(String::from_utf8_lossy(&mail.raw).contains("Content-Language: en"), "{mail:?}");
    let staff = house.staff("noor@beheer.example.nl", Role::OperatorAdmin, "").await;
    let mut english = house.client();
    let form = [("username", staff.email.as_str()), ("password", crate::testapp::GOOD), ("next", "/beheer/post/")];
    let step = english.post_form("/login/?lang=en", &form).await.expect(303);
    assert_eq!(step.location(), "/login/second-factor/?next=%2Fbeheer%2Fpost%2F&lang=en");
    house.finish().await;
}

/// What was chosen on `/taal/` holds for the pages of the account, above what the browser asks for, and for its mails.
#[tokio::test]
async fn the_language_of_the_account_is_chosen_by_its_owner() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut one = house.signed_in("linde/zuid", "V1", "een@example.nl").await;
        house.client().post_form("/taal/", &[("language", "en")]).await.leads_to("/login/?next=%2Ftaal%2F");
        for wrong in ["", "xx", "qps"] {
            let page = one.client.post_form("/taal/", &[("language", wrong)]).await.expect(422).text();
            assert!(page.contains("href=\"#language\""), "{wrong}: {page}");
        }
        let spoken = |page: String| if page.contains("<html lang=\"en\"") { "en" } else { "nl" };
        let mut nl = one.client.clone().with("Accept-Language", "nl");
        assert_eq!(spoken(nl.get("/").await.expect(200).text()), "nl");
        one.client.post_form("/taal/?lang=nl", &[("language", "en")]).await.leads_to("/taal/?told=done");
        one.client.post_form("/taal/", &[("language", "en")]).await.leads_to("/taal/?told=done");
        assert_eq!(spoken(nl.get("/").await.expect(200).text()), "en");
        let mut forgot = house.client().with("Accept-Language", "nl");
        forgot.post_form("/login/accounts/pass/reset/", &[("username", &one.username)]).await.expect(303);
        let mail = house.only_mail().await;
        assert!(String::from_utf8_lossy(&mail.raw).contains("Content-Language: en"), "{mail:?}");
        house.finish().await;
    })
    .await;
}
