//! `/login/`, `/login/second-factor/` and `/logout/`.

use domain::limits::Limit;
use domain::role::Role;
use domain::time::Span;
use testkit::each_engine;

use crate::testapp::{Client, GOOD, OTHER, TestApp, Wishes};

#[tokio::test]
async fn a_name_is_forgiven_a_lot_and_a_password_nothing() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.resident("linde/zuid", "V1", "bewoner@example.nl").await;
        for name in [
            "ALMELO01",
            "almelo01",
            "  almeloo1\t",
            "ALMEL0Ol",
            "ＡＬＭＥＬＯ０１",
            "AL\u{200b}ME\u{ad}LO01",
            "Gebruikersnaam: ALMELO01",
            "Username: almelo01",
        ] {
            house.client().post_login(name, GOOD).await.leads_to("/");
        }
        for (name, password) in [
            ("ALMELО01", GOOD), // a Cyrillic О
            ("ALMELO 01", GOOD),
            ("ALMELO1", GOOD),
            ("ALMELO01", "De merel zingt om vier uur"),
            ("ALMELO01", "de merel zingt om vier uu"),
            ("ALMELO01", "de merel  zingt om vier uur"),
            ("ALMELO01", ""),
            ("", GOOD),
            ("", ""),
        ] {
            let page = house.client().post_login(name, password).await.expect(401);
            assert!(page.header("retry-after").is_none() && page.all("set-cookie").is_empty(), "{page:?}");
        }
        house.client().post_login(&resident.username, &format!(" {GOOD}\n")).await.leads_to("/");
        house.finish().await;
    })
    .await;
}

/// Norms N3: a password is the same however its letters are composed.
#[tokio::test]
async fn a_password_is_compared_after_normalising() {
    let house = TestApp::build(std::sync::Arc::new(testkit::engines::sqlite().await)).await;
    house.clients().await;
    let resident = house.resident("linde/zuid", "V1", "bewoner@example.nl").await;
    let link = house.reset_link(&resident.username).await;
    house.client().post_form(&link, &[("password", "caf\u{e9} de zwarte ruiter ﬁjn")]).await.expect(303);
    house.only_mail().await;
    house.client().post_login(&resident.username, "cafe\u{301} de zwarte ruiter fijn").await.leads_to("/");
    house.client().post_login(&resident.username, "cafe de zwarte ruiter fijn").await.expect(401);
    house.finish().await;
}

/// Norms 7.2.4, A44: a value from outside never becomes a session, and every sign-in has a new one.
#[tokio::test]
async fn a_session_cannot_be_fixed_beforehand() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.resident("linde/zuid", "V1", "bewoner@example.nl").await;
        let planted = "Q".repeat(43);
        let mut victim = house.client();
        victim.jar.insert("__Host-session".to_owned(), planted.clone());
        victim.jar.insert("__Host-device".to_owned(), planted.clone());
        victim.post_login(&resident.username, GOOD).await.leads_to("/");
        let first = victim.session().to_owned();
        assert_ne!(first, planted);
        let mut thief = house.client();
        thief.jar.insert("__Host-session".to_owned(), planted.clone());
        thief.get("/").await.expect(303);
        victim.post_login(&resident.username, GOOD).await.leads_to("/");
        assert_ne!(victim.session(), first);
        thief.jar.insert("__Host-session".to_owned(), first);
        thief.get("/").await.expect(303);
        // A cookie without the prefix, which a neighbour on the domain can set, is none.
        let mut neighbour = house.client();
        neighbour.jar.insert("session".to_owned(), victim.session().to_owned());
        neighbour.get("/").await.expect(303);
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn signing_out_ends_the_session_on_the_server() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        let kept = resident.client.clone();
        resident.client.get("/logout/").await.expect(405);
        resident.client.get("/").await.expect(200);
        let out = resident.client.post_form("/logout/", &[]).await.leads_to("/login/?after=leaving");
        assert_eq!(out.cookie("__Host-session"), Some(""));
        assert_eq!(out.header("clear-site-data"), Some("\"cache\", \"storage\""));
        assert!(resident.client.jar.contains_key("__Host-device"), "the browser stays recognised");
        let late = kept.clone().get("/").await.leads_to("/login/?after=session");
        assert_eq!(late.cookie("__Host-session"), Some(""), "a dead cookie is taken away");
        house.client().post_form("/logout/", &[]).await.leads_to("/login/?after=leaving");
        house.finish().await;
    })
    .await;
}

/// Norms 3.7.2: after signing in, a path of ours or the start.
#[tokio::test]
async fn next_never_leads_elsewhere() {
    let house = TestApp::build(std::sync::Arc::new(testkit::engines::sqlite().await)).await;
    house.clients().await;
    let resident = house.resident("linde/zuid", "V1", "bewoner@example.nl").await;
    let evil = [
        "https://evil.test/",
        "//evil.test",
        "///evil.test",
        "/\\evil.test",
        "\\/evil.test",
        "/\t/evil.test",
        "/\r\n/evil.test",
        "http:evil.test",
        "javascript:alert(1)",
        "data:text/html,x",
        " //evil.test",
        "\u{a0}//evil.test",
        "/\r\nSet-Cookie: a=b",
        "／／evil.test",
        "evil.test",
        "@evil.test",
        "?//evil.test",
        "#",
        "/%0d%0aX: y\r\nZ: q",
        "blob:https://evil.test",
        "https:///evil.test",
        "/é",
        "",
        "login.example.nl.evil.test/",
        "https://login.example.nl@evil.test/",
        "https://login.example.nl/",
    ];
    for (number, next) in evil.into_iter().enumerate() {
        let mut client = house.client();
        client
            .post_form("/login/", &[("username", &resident.username), ("password", GOOD), ("next", next)])
            .await
            .leads_to("/");
        let wrong = client
            .post_form("/login/", &[("username", &format!("x{number}")), ("password", "y"), ("next", next)])
            .await
            .expect(401);
        assert!(next.len() < 3 || !wrong.text().contains("evil.test"), "{next:?}");
        let page =
            client.send("GET", &format!("/login/?{}", crate::testapp::form(&[("next", next)])), None).await.expect(200);
        assert!(!page.text().contains("name=\"next\""), "{next:?}: {page:?}");
    }
    for next in ["/", "/beheer/post/", "/beheer/post/?before=12", "/%2e%2e/", "/a//b"] {
        let mut client = house.client();
        client
            .post_form("/login/", &[("username", &resident.username), ("password", GOOD), ("next", next)])
            .await
            .leads_to(next);
    }
    let mut stranger = house.client();
    stranger.get("/beheer/post/").await.leads_to("/login/?next=%2Fbeheer%2Fpost%2F");
    house.finish().await;
}

/// The second factor keeps where to go, and asks nothing of whoever is signed in.
#[tokio::test]
async fn staff_go_on_where_they_wanted_to_go() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let staff = house.staff("noor@beheer.example.nl", Role::OperatorAdmin, "").await;
        let mut client = house.client();
        let form = [("username", staff.email.as_str()), ("password", GOOD), ("next", "/beheer/post/")];
        client.post_form("/login/", &form).await.leads_to("/login/second-factor/?next=%2Fbeheer%2Fpost%2F");
        assert!(!client.jar.contains_key("__Host-device"), "half way is not recognised");
        let page = client.get("/login/second-factor/?next=%2Fbeheer%2Fpost%2F").await.expect(200);
        assert!(page.text().contains("value=\"/beheer/post/\""));
        client.get("/login/second-factor/?next=%2F%2Fevil.test").await.expect(200);
        let form = [("code", "12"), ("next", "//evil.test")];
        let wrong = client.post_form("/login/second-factor/", &form).await.expect(401);
        assert!(!wrong.text().contains("evil.test"));
        let code = house.code_of(&staff);
        client.post_form("/login/second-factor/", &[("code", &code), ("next", "//evil.test")]).await.leads_to("/");
        client
            .post_form("/login/second-factor/", &[("code", &code), ("next", "/beheer/post/")])
            .await
            .leads_to("/beheer/post/");
        client.get("/login/second-factor/").await.leads_to("/");
        client.get("/beheer/post/").await.expect(200);
        house.client().get("/login/second-factor/").await.leads_to("/login/");
        house.client().post_form("/login/second-factor/", &[("code", "123456")]).await.leads_to("/login/");
        // Addresses of staff are never folded.
        house.client().post_login("Noor@beheer.example.nl", GOOD).await.expect(401);
        house.client().post_login("noor+x@beheer.example.nl", GOOD).await.expect(401);
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn codes_are_slowed_down_and_half_way_ends_by_itself() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let staff = house.staff("noor@beheer.example.nl", Role::OperatorAdmin, "").await;
        let mut half = house.half_way(&staff).await;
        for n in 0..9 {
            half.post_form("/login/second-factor/", &[("code", &format!("{n:06}"))]).await.expect(401);
        }
        half.post_form("/login/second-factor/", &[("code", "123456")]).await;
        let slowed = half.post_form("/login/second-factor/", &[("code", &house.code_of(&staff))]).await.expect(429);
        let wait: i64 = slowed.header("retry-after").unwrap().parse().unwrap();
        assert!((1..=900).contains(&wait));
        // Another half-way session of the same person has no tries of its own.
        let mut again = house.half_way(&staff).await;
        again.post_form("/login/second-factor/", &[("code", &house.code_of(&staff))]).await.expect(429);
        house.forward(Span::seconds(wait));
        assert_eq!(half.get("/login/second-factor/").await.status, 303, "ten minutes are over");
        let mut again = house.half_way(&staff).await;
        again.post_form("/login/second-factor/", &[("code", &house.code_of(&staff))]).await.leads_to("/");
        house.finish().await;
    })
    .await;
}

/// Norms N9, A22: guessing is slowed down for strangers; the own browser and the mailbox always get through.
#[tokio::test]
async fn strangers_are_slowed_and_the_owner_is_not() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        let name = resident.username.clone();
        let mut last = 0;
        for _ in 0..12 {
            last = house.client().post_login(&name, "gok").await.status;
        }
        assert_eq!(last, 429, "{}", house.engine);
        let slowed = house.client().post_login(&name, GOOD).await.expect(429);
        let wait: i64 = slowed.header("retry-after").unwrap().parse().unwrap();
        assert!((1..=900).contains(&wait));
        resident.client.post_form("/logout/", &[]).await.expect(303);
        resident.client.post_login(&name, GOOD).await.leads_to("/");
        // A value that only looks like the cookie of a recognised browser does not help.
        let mut forged = house.client();
        forged.jar.insert("__Host-device".to_owned(), "R".repeat(43));
        forged.post_login(&name, GOOD).await.expect(429);
        // One of another resident neither.
        let other = house.resident("linde/zuid", "V2", "buur@example.nl").await;
        let mut borrowed = house.client();
        borrowed.jar.insert("__Host-device".to_owned(), other.client.jar["__Host-device"].clone());
        borrowed.post_login(&name, GOOD).await.expect(429);
        // The way by mail makes a new browser recognised.
        let link = house.reset_link(&name).await;
        let mut new = house.client();
        new.post_form(&link, &[("password", OTHER)]).await.expect(303);
        house.only_mail().await;
        new.post_login(&name, OTHER).await.leads_to("/");
        house.finish().await;
    })
    .await;
}

/// Norms 4.1.3: nobody counts under another address by saying so.
#[tokio::test]
async fn a_stranger_cannot_say_where_it_comes_from() {
    each_engine(|fresh| async move {
        let few = |settings: &mut app::Settings| settings.limits.guess_source = Limit::new(5, Span::minutes(15));
        let house = TestApp::build_as(fresh, Wishes { trusted: &[], settings: few }).await;
        let headers =
            ["X-Forwarded-For", "X-Real-IP", "Forwarded", "CF-Connecting-IP", "True-Client-IP", "X-Client-IP", "Via"];
        for (n, name) in headers.iter().enumerate() {
            let value = if *name == "Forwarded" { format!("for=203.0.113.{n}") } else { format!("203.0.113.{n}") };
            let answer = house.client().with(name, &value).post_login(&format!("ALMELO{:02}", n + 50), "gok").await;
            assert_eq!(answer.status, if n < 5 { 401 } else { 429 }, "{name} on {}", house.engine);
        }
        house.finish().await;
    })
    .await;
}

/// Sessions end by the clock, without a job: staff after half an hour alone or twelve in all.
#[tokio::test]
async fn sessions_end_by_the_clock() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut staff = house.staff("noor@beheer.example.nl", Role::OperatorAdmin, "").await;
        for _ in 0..24 {
            house.forward(Span::minutes(29));
            staff.client.get("/").await.expect(200);
        }
        house.forward(Span::minutes(29));
        staff.client.get("/").await.leads_to("/login/?after=session");
        let mut again: Client = house.half_way(&staff).await;
        again.post_form("/login/second-factor/", &[("code", &house.code_of(&staff))]).await.leads_to("/");
        house.forward(Span::minutes(30) + Span::seconds(1));
        again.get("/beheer/post/").await.leads_to("/login/?after=session&next=%2Fbeheer%2Fpost%2F");
        house.finish().await;
    })
    .await;
}
