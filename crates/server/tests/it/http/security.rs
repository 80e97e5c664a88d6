//! `/beveiliging/`: what a resident sees and does for the safety of the own account, and what others may not.

use domain::role::Role;
use testkit::each_engine;
use testkit::phone::{PRESENT, Said};

use crate::testapp::{GOOD, OTHER, TestApp, changed};

#[tokio::test]
async fn a_resident_sees_the_own_devices_and_signs_them_out() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut one = house.signed_in("linde/zuid", "V1", "een@example.nl").await;
        let two = house.signed_in("linde/zuid", "V2", "twee@example.nl").await;
        let mut phone = house.client().with("User-Agent", "Mozilla/5.0 (iPhone) Version/18.0 Safari/604.1");
        phone.post_login(&one.username, GOOD).await.leads_to("/");
        let page = one.client.get("/beveiliging/").await.expect(200).text();
        assert!(page.contains("Firefox op Linux") && page.contains("Safari op een iPhone of iPad"), "{page}");
        assert!(!page.contains("198.51.") && !page.contains(&two.username), "no places, nobody else");
        assert_eq!(page.matches("name=\"device\"").count(), 2, "the other one, and all others");
        let id = page.split("name=\"device\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        two.client.clone().post_form("/beveiliging/apparaten/", &[("device", id)]).await.expect(303);
        phone.get("/").await.expect(200);
        one.client.post_form("/beveiliging/apparaten/", &[("device", "x")]).await.expect(400);
        one.client.post_form("/beveiliging/apparaten/", &[("device", id)]).await.leads_to("/beveiliging/?told=device");
        phone.get("/").await.leads_to("/login/?after=session");
        phone.post_login(&one.username, GOOD).await.leads_to("/");
        let others = one.client.post_form("/beveiliging/apparaten/", &[("device", "others")]).await;
        others.leads_to("/beveiliging/?told=others");
        phone.get("/").await.leads_to("/login/?after=session");
        one.client.get("/beveiliging/").await.expect(200);
        two.client.clone().get("/").await.expect(200);
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn everything_ends_for_who_knows_the_password() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut one = house.signed_in("linde/zuid", "V1", "een@example.nl").await;
        let phone = one.client.make_passkey().await;
        house.only_mail().await;
        let here = "/beveiliging/alles-intrekken/";
        let before = house.tables().await;
        for (form, status) in [(&[("current", "")][..], 422), (&[("current", OTHER)], 422), (&[], 422)] {
            one.client.post_form(here, form).await.expect(status);
        }
        let tried: Vec<String> = changed(&before, &house.tables().await);
        assert_eq!(tried, ["limit_count +1 -1"], "{}", house.engine);
        let ended = one.client.post_form(here, &[("current", GOOD)]).await;
        let to = format!("/login/accounts/pass/reset/?username={}&after=revoked", one.username);
        let ended = ended.leads_to(&to);
        assert_eq!(ended.cookie("__Host-session"), Some(""));
        one.client.get("/").await.expect(303);
        house.client().post_login(&one.username, GOOD).await.expect(401);
        house.client().use_passkey(&phone, |_| {}).await.expect(401);
        let page = house.client().get(&to).await.expect(200).text();
        assert!(page.contains(&one.username), "the name is filled in");
        let link = house.reset_link(&one.username).await;
        house.client().post_form(&link, &[("password", OTHER)]).await.leads_to("/login/?after=password");
        house.only_mail().await;
        let staff = house.staff("karel@linde.example.nl", Role::Clerk, "linde").await;
        staff.client.clone().get(here).await.expect(403);
        staff.client.clone().post_form(here, &[("current", GOOD)]).await.expect(403);
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn a_passkey_does_where_the_password_is_asked_once_more() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut one = house.signed_in("linde/zuid", "V1", "een@example.nl").await;
        let forms = [
            "/beveiliging/wachtwoord/",
            "/beveiliging/alles-intrekken/",
            "/beveiliging/passkeys/nieuw/",
            "/woning/e-mailadres/",
        ];
        for form in forms {
            assert!(!one.client.get(form).await.expect(200).text().contains("data-passkey-prove"), "{form}: none yet");
        }
        let phone = one.client.make_passkey().await;
        house.only_mail().await;
        for form in forms {
            assert!(one.client.get(form).await.expect(200).text().contains("data-passkey-prove"), "{form}");
        }
        house.client().post_form("/beveiliging/passkeys/vraag/", &[]).await.expect(303);
        let mut two = house.signed_in("linde/zuid", "V2", "twee@example.nl").await;
        let of_other = two.client.once_more(&phone).await;
        let own = one.client.once_more(&phone).await;
        for (fields, status) in [(of_other, 422), (own.clone(), 303), (own, 303)] {
            let mut form: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            form.push(("password", OTHER));
            one.client.post_form("/beveiliging/wachtwoord/", &form).await.expect(status);
        }
        house.client().post_login(&one.username, OTHER).await.leads_to("/");
        assert_eq!(house.only_mail().await.to, "een@example.nl", "set once, and told once");
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn staff_sign_in_with_a_passkey_alone_and_as_second_factor() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut karel = house.staff("karel@linde.example.nl", Role::Clerk, "linde").await;
        let phone = karel.client.make_passkey().await;
        assert_eq!(house.only_mail().await.to, "karel@linde.example.nl");
        let mut elsewhere = house.client();
        elsewhere.use_passkey(&phone, |_| {}).await.leads_to("/");
        elsewhere.get("/service/").await.expect(303);
        let mut half = house.client();
        half.post_login("karel@linde.example.nl", GOOD).await.leads_to("/login/second-factor/");
        let page = half.get("/login/second-factor/").await.expect(200).text();
        assert!(page.contains("data-passkey-enter"), "{page}");
        let before = half.clone();
        half.use_passkey(&phone, |it| it.flags = PRESENT).await.expect(401);
        half.use_passkey(&phone, |_| {}).await.leads_to("/");
        half.get("/service/").await.expect(303);
        before.clone().get("/login/second-factor/").await.leads_to("/login/?after=session");
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn a_passkey_signs_in_and_what_is_altered_does_not() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut one = house.signed_in("linde/zuid", "V1", "een@example.nl").await;
        let phone = one.client.make_passkey().await;
        assert_eq!(house.only_mail().await.to, "een@example.nl");
        let bends: [fn(&mut Said); 4] = [
            |it| it.flags = PRESENT,
            |it| it.origin = "https://elders.test".to_owned(),
            |it| it.challenge = "Zm9v".to_owned(),
            |it| it.party = "elders.test".to_owned(),
        ];
        for bend in bends {
            let mut stranger = house.client();
            let refused = stranger.use_passkey(&phone, bend).await.expect(401);
            assert!(!refused.text().contains("data-refused"), "it is one of ours: the browser keeps it");
            assert!(!stranger.jar.contains_key("__Host-session"), "{}", house.engine);
        }
        let mut elsewhere = house.client();
        elsewhere.use_passkey(&phone, |_| {}).await.leads_to("/");
        assert!(elsewhere.get("/").await.expect(200).text().contains(&one.username));
        let page = one.client.get("/beveiliging/").await.expect(200);
        assert_eq!(page.data("party"), "login.example.nl");
        assert_eq!(page.data("passkeys-known"), testkit::phone::base64url(&phone.credential));
        let html = page.text();
        let id = html.split("/beveiliging/passkeys/").nth(1).and_then(|rest| rest.split('/').next()).unwrap();
        let here = format!("/beveiliging/passkeys/{id}/");
        let two = house.signed_in("linde/zuid", "V2", "twee@example.nl").await;
        two.client.clone().get(&here).await.expect(404);
        two.client.clone().post_form(&format!("{here}weg/"), &[]).await.expect(404);
        one.client.post_form(&here, &[("name", "")]).await.expect(422);
        one.client.post_form(&here, &[("name", "oude telefoon")]).await.leads_to("/beveiliging/?told=renamed");
        one.client.post_form(&format!("{here}weg/"), &[]).await.leads_to("/beveiliging/?told=removed");
        let refused = house.client().use_passkey(&phone, |_| {}).await.expect(401);
        assert_eq!(refused.data("refused"), testkit::phone::base64url(&phone.credential), "the browser is told");
        let page = one.client.get("/beveiliging/").await.expect(200);
        assert_eq!(page.data("passkeys-known"), "", "none is left, and the browser is told");
        house.finish().await;
    })
    .await;
}

/// Whoever reads along learns nothing about any account, and the page needs no script to be left.
#[tokio::test]
async fn the_page_for_who_is_not_safe_at_home_is_for_anybody() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let one = house.signed_in("linde/zuid", "V1", "een@example.nl").await;
        let page = house.client().get("/uitleg/veilig-thuis/").await.expect(200).text();
        assert!(page.contains("href=\"/login/\"") && page.contains("data-leave-page"));
        assert!(!page.contains(&one.username));
        house.client().get("/uitleg/passkeys/").await.expect(200);
        house.finish().await;
    })
    .await;
}
