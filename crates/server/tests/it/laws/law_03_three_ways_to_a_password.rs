//! Law 3: a new password comes of a reset mail, an invitation mail, or the own password once more by somebody signed in, with
//! an address linked. Steps cannot be skipped, and what opens one door opens no other.

use domain::role::Role;
use domain::time::Span;
use testkit::each_engine;

use crate::testapp::{Client, GOOD, OTHER, TestApp, changed};

/// Norms A30: every secret there is, at every door that is not its own.
#[tokio::test]
async fn a_secret_opens_its_own_door_only() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        let staff = house.staff("karel@linde.example.nl", Role::Clerk, "linde").await;
        let last = |path: &str| path.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned();
        let reset = last(&house.reset_link(&resident.username).await);
        let invitation = last(&house.invite("nieuw@linde.example.nl", Role::Clerk, "linde").await);
        let half = house.half_way(&staff).await;
        let cookie = |client: &Client, name: &str| client.jar.get(name).cloned().unwrap();
        let secrets = [
            ("reset", reset),
            ("invitation", invitation),
            ("session", cookie(&resident.client, "__Host-session")),
            ("device", cookie(&resident.client, "__Host-device")),
            ("staff session", cookie(&staff.client, "__Host-session")),
            ("half way", cookie(&half, "__Host-session")),
            ("recovery code", staff.codes[0].clone()),
        ];
        let before = house.tables().await;
        for (kind, secret) in &secrets {
            for (door, path) in [("reset", "/login/accounts/pass/reset/"), ("invitation", "/invitation/")] {
                if kind == &door {
                    continue;
                }
                let path = format!("{path}{secret}/");
                for mut who in [house.client(), resident.client.clone(), staff.client.clone()] {
                    who.get(&path).await.expect(410);
                    let form = [("password", OTHER), ("username", resident.username.as_str())];
                    who.post_form(&path, &form).await.expect(410);
                }
            }
            for name in ["__Host-session", "__Host-device"] {
                let own = matches!((*kind, name), ("session" | "staff session", "__Host-session"));
                if own {
                    continue;
                }
                let mut who = house.client();
                who.jar.insert(name.to_owned(), secret.clone());
                assert_eq!(who.get("/").await.status, 303, "{kind} as {name}");
                assert_eq!(who.get("/beheer/post/").await.status, 303, "{kind} as {name}");
            }
            let as_code = half.clone().post_form("/login/second-factor/", &[("code", secret)]).await;
            assert_eq!(as_code.status == 303, *kind == "recovery code", "{kind} as a code");
        }
        let after = house.tables().await;
        assert_eq!((&before["password"], &before["token"]), (&after["password"], &after["token"]), "{}", house.engine);
        assert!(house.only_mail().await.to.starts_with("karel@"), "the recovery code was used, and its owner is told");
        house.finish().await;
    })
    .await;
}

/// Norms A29: every form empty, and every step without the one before.
#[tokio::test]
async fn no_step_can_be_skipped() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let staff = house.staff("karel@linde.example.nl", Role::Clerk, "linde").await;
        let resident = house.resident("linde/zuid", "V1", "bewoner@example.nl").await;
        let link = house.reset_link(&resident.username).await;
        let invitation = house.invite("nieuw@linde.example.nl", Role::OrgAdmin, "linde").await;
        let before = house.tables().await;
        // Empty bodies (authentik CVE-2026-49448), and fields of another step.
        for (path, status) in
            [("/login/", 401), (link.as_str(), 422), (invitation.as_str(), 422), ("/login/second-factor/", 303)]
        {
            house.client().post_form(path, &[]).await.expect(status);
        }
        house.client().post_form("/login/second-factor/", &[("code", &house.code_of(&staff))]).await.expect(303);
        house.client().post_form(&invitation, &[("code", "123456")]).await.leads_to("/login/");
        house.client().post_form(&link, &[("code", "123456"), ("password", "")]).await.expect(422);
        assert_eq!(changed(&before, &house.tables().await), Vec::<String>::new(), "{}", house.engine);

        // Half way is nowhere.
        let mut half = house.half_way(&staff).await;
        for path in ["/", "/beheer/post/"] {
            assert!(half.get(path).await.expect(303).location().starts_with("/login/second-factor/"));
        }
        half.post_form("/beheer/post/", &[("mail", "x")]).await.expect(303);
        half.post_form("/login/second-factor/", &[]).await.expect(422);
        half.post_form("/login/second-factor/", &[("code", "")]).await.expect(422);
        half.post_form(&invitation, &[("code", &house.code_of(&staff))]).await.expect(303);
        assert_eq!(half.get("/").await.status, 303, "a code is no second factor at another page's door");
        let page = half.get("/login/").await;
        assert!(!page.text().contains(&staff.email), "half way is no name in the header");

        // A password and no second factor yet is nowhere too.
        let (mut enrolling, _) = house.enrolling(&invitation).await;
        for path in ["/", "/beheer/post/"] {
            assert!(enrolling.get(path).await.expect(303).location().starts_with("/login/second-factor/"));
        }
        enrolling.post_form(&invitation, &[("code", "")]).await.expect(422);
        enrolling.post_form("/login/second-factor/", &[]).await.expect(422);
        assert_eq!(enrolling.get("/").await.status, 303);
        // Nobody else can finish for them, with the link or without.
        let mut other = house.client();
        other.get(&invitation).await.expect(410);
        other.post_form(&invitation, &[("password", OTHER)]).await.expect(410);
        assert!(house.only_mail().await.to.starts_with("nieuw@"));
        house.finish().await;
    })
    .await;
}

/// A code of one person does not finish the signing in of another (authentik CVE-2023-26481).
#[tokio::test]
async fn a_factor_belongs_to_its_owner() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let one = house.staff("een@linde.example.nl", Role::Clerk, "linde").await;
        let two = house.staff("twee@linde.example.nl", Role::Clerk, "linde").await;
        let mut half = house.half_way(&one).await;
        half.post_form("/login/second-factor/", &[("code", &house.code_of(&two))]).await.expect(401);
        half.post_form("/login/second-factor/", &[("code", &two.codes[0])]).await.expect(401);
        let code = house.code_of(&one);
        let old = half.session().to_owned();
        half.post_form("/login/second-factor/", &[("code", &code)]).await.leads_to("/");
        assert_ne!(half.session(), old, "a new value at every step up");
        let mut late = house.client();
        late.jar.insert("__Host-session".to_owned(), old);
        late.get("/login/second-factor/").await.leads_to("/login/?after=session");
        house.finish().await;
    })
    .await;
}

/// Norms 6.3.6, 6.4.3: a reset makes nobody signed in, and takes no second factor away.
#[tokio::test]
async fn a_reset_is_no_session_and_keeps_the_second_factor() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut staff = house.staff("karel@linde.example.nl", Role::Clerk, "linde").await;
        let link = house.reset_link(&staff.email).await;
        let mut mailbox = house.client();
        let set = mailbox.post_form(&link, &[("password", OTHER)]).await.leads_to("/login/?after=password");
        assert_eq!(set.cookie("__Host-session"), None);
        assert!(house.only_mail().await.to.starts_with("karel@"));
        mailbox.get("/").await.expect(303);
        assert_eq!(staff.client.get("/").await.status, 303, "all sessions ended");
        mailbox.post_login(&staff.email, OTHER).await.leads_to("/login/second-factor/");
        mailbox.get("/").await.expect(303);
        house.forward(Span::minutes(1));
        mailbox.post_form("/login/second-factor/", &[("code", &house.code_of(&staff))]).await.leads_to("/");
        house.finish().await;
    })
    .await;
}

/// Norms A28: an account without an address has no way to a first password, however it is asked for.
#[tokio::test]
async fn a_fresh_account_is_nobodys_to_grab() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let bare = house.home("linde/zuid", "V1", None).await;
        let linked = house.home("linde/zuid", "V2", Some("bewoner@example.nl")).await;
        house.invite("nieuw@linde.example.nl", Role::Clerk, "linde").await;
        for name in [bare.as_str(), "nieuw@linde.example.nl", "bewoner@example.nl"] {
            house.client().ask_reset(name).await.expect(303);
            house.client().post_form("/login/accounts/name/", &[("email", "nieuw@linde.example.nl")]).await.expect(303);
            for password in ["", GOOD, name] {
                house.client().post_login(name, password).await.expect(401);
            }
        }
        assert!(house.deliver_mail().await.is_empty(), "an invitation is the only way in for who was invited");
        assert!(house.tables().await["password"].is_empty(), "{}", house.engine);
        // The link of a home without a confirmed address asks what stands in the letter.
        let link = house.reset_link(&linked).await;
        for typed in ["", " ", bare.as_str(), "bewoner@example.nl"] {
            house.client().post_form(&link, &[("password", GOOD), ("username", typed)]).await.expect(422);
        }
        house.client().post_form(&link, &[("password", GOOD)]).await.expect(422);
        assert!(house.tables().await["password"].is_empty(), "{}", house.engine);
        house.finish().await;
    })
    .await;
}

const CHANGE: &str = "/beveiliging/wachtwoord/";

/// Law 3c: neither the session alone, nor the password alone, nor another's session; and never for somebody else.
#[tokio::test]
async fn a_session_alone_sets_no_password() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let one = house.signed_in("linde/zuid", "V1", "een@example.nl").await;
        let two = house.signed_in("linde/zuid", "V2", "twee@example.nl").await;
        let staff = house.staff("karel@linde.example.nl", Role::Clerk, "linde").await;
        let half = house.half_way(&staff).await;
        house.client().post_login(&two.username, GOOD).await.expect(303);
        let before = house.tables().await;
        let right = [("current", GOOD), ("password", OTHER)];
        house.client().post_form(CHANGE, &right).await.leads_to("/login/?next=%2Fbeveiliging%2Fwachtwoord%2F");
        let step = "/login/second-factor/?next=%2Fbeveiliging%2Fwachtwoord%2F";
        half.clone().post_form(CHANGE, &right).await.leads_to(step);
        let mut open = one.client.clone();
        for (current, new) in [("", OTHER), (OTHER, OTHER), (&one.username, OTHER), (GOOD, ""), (GOOD, "kort")] {
            open.post_form(CHANGE, &[("current", current), ("password", new)]).await.expect(422);
        }
        // Fields that would name somebody else name nobody.
        let other = [("current", OTHER), ("password", OTHER), ("username", &two.username), ("identity", "1")];
        open.post_form(CHANGE, &other).await.expect(422);
        let after = house.tables().await;
        assert_eq!(before["password"], after["password"], "{}", house.engine);

        let old = open.session().to_owned();
        let told = open.post_form(CHANGE, &right).await.leads_to("/beveiliging/?told=password");
        assert!(told.cookie("__Host-session").is_some_and(|new| !new.is_empty() && new != old), "a session of its own");
        open.get("/beveiliging/").await.expect(200);
        one.client.clone().get("/").await.leads_to("/login/?after=session");
        two.client.clone().get("/").await.expect(200);
        assert_eq!(house.only_mail().await.to, "een@example.nl");
        house.client().post_login(&one.username, GOOD).await.expect(401);
        house.client().post_login(&two.username, GOOD).await.expect(303);
        house.finish().await;
    })
    .await;
}

/// Law 3: without an address it comes first; the page says so and has no form.
#[tokio::test]
async fn without_an_address_there_is_no_form() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let one = house.signed_in("linde/zuid", "V1", "een@example.nl").await;
        house.run("UPDATE email_link SET proof = 'ended'").await;
        let mut open = one.client.clone();
        let page = open.get(CHANGE).await.expect(200);
        assert!(!page.text().contains("name=\"password\"") && page.text().contains("href=\"/woning/\""), "{page:?}");
        let before = house.tables().await;
        open.post_form(CHANGE, &[("current", GOOD), ("password", OTHER)]).await.expect(200);
        assert_eq!(before["password"], house.tables().await["password"], "{}", house.engine);
        house.finish().await;
    })
    .await;
}
