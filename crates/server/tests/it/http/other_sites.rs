//! What other sites can make a browser do here (norms 3.5, N21, A44): follow a link, and nothing else.

use domain::role::Role;
use testkit::each_engine;

use crate::access::pages;
use crate::testapp::{Client, GOOD, OTHER, PUBLIC, TestApp, changed};

/// A browser on another site, with the cookies of this one.
fn lured(client: &Client, site: &str, origin: &str) -> Client {
    client.with("Sec-Fetch-Site", site).with("Origin", origin)
}

#[tokio::test]
async fn a_form_of_another_site_does_nothing() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        let admin = house.staff("noor@beheer.example.nl", Role::OperatorAdmin, "").await;
        let link = house.reset_link(&resident.username).await;
        let invitation = house.invite("nieuw@linde.example.nl", Role::Clerk, "linde").await;
        let before = house.tables().await;
        for route in pages().into_iter().filter(|route| route.methods.contains(&"POST")) {
            let real = if route.path.starts_with("/invitation") { &invitation } else { &link };
            let path = if route.path.contains("{token}") { real.clone() } else { route.path.clone() };
            let form = [
                ("username", resident.username.as_str()),
                ("password", OTHER),
                ("email", "bewoner@example.nl"),
                ("mail", "x"),
            ];
            for who in [&house.client(), &resident.client, &admin.client] {
                for (site, origin) in [
                    ("cross-site", "https://evil.test"),
                    ("same-site", "https://buur.example.nl"),
                    ("cross-site", "null"),
                    ("cross-site", ""),
                    ("same-site", ""),
                    ("", "https://evil.test"),
                    ("", "https://login.example.nl.evil.test"),
                    ("", "http://login.example.nl:8080"),
                    ("", "https://evil.test/https://login.example.nl"),
                    ("nonsense", "https://evil.test"),
                ] {
                    lured(who, site, origin).post_form(&path, &form).await.expect(403);
                }
            }
        }
        assert_eq!(changed(&before, &house.tables().await), Vec::<String>::new(), "{}", house.engine);
        house.finish().await;
    })
    .await;
}

/// Login CSRF: nobody is signed in as somebody else by a form elsewhere.
#[tokio::test]
async fn nobody_is_signed_in_from_elsewhere() {
    let house = TestApp::build(std::sync::Arc::new(testkit::engines::sqlite().await)).await;
    house.clients().await;
    let attacker = house.resident("linde/zuid", "V1", "bewoner@example.nl").await;
    for (site, origin, status) in [
        ("cross-site", "https://evil.test", 403),
        ("", "null", 403),
        ("same-origin", PUBLIC, 303),
        ("same-origin", "null", 303),
        ("none", "", 303),
        ("", PUBLIC, 303),
        ("", "", 303),
    ] {
        let mut victim = lured(&house.client(), site, origin);
        let answer = victim.post_login(&attacker.username, GOOD).await;
        assert_eq!(
            (answer.status, answer.cookie("__Host-session").is_some()),
            (status, status == 303),
            "{site} {origin}"
        );
    }
    house.finish().await;
}

/// Old browsers say `Origin: null` on a page that sends no referrer. Its links work there too.
#[tokio::test]
async fn a_browser_without_fetch_metadata_can_use_its_links() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.resident("linde/zuid", "V1", "bewoner@example.nl").await;
        let old = |client: Client| lured(&client, "", "null");
        let link = house.reset_link(&resident.username).await;
        old(house.client()).post_form(&link, &[("password", OTHER)]).await.expect(303);
        house.only_mail().await;
        let invitation = house.invite("nieuw@linde.example.nl", Role::Clerk, "linde").await;
        old(house.client()).post_form(&invitation, &[("password", GOOD)]).await.expect(303);
        house.only_mail().await;
        house.finish().await;
    })
    .await;
}

/// Norms 3.5.8, 3.4.2: no part of ours is part of another's page, and no script elsewhere reads an answer.
#[tokio::test]
async fn nothing_of_ours_is_embedded_or_read_elsewhere() {
    let house = TestApp::build(std::sync::Arc::new(testkit::engines::sqlite().await)).await;
    house.clients().await;
    let resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
    for route in pages().into_iter().filter(|route| route.methods.contains(&"GET")) {
        let path = route.path.replace("{token}", &"A".repeat(43)).replace("{file}", "x.css");
        if ["/healthz", "/readyz"].contains(&path.as_str()) || path.starts_with("/.well-known/") {
            continue;
        }
        for site in ["cross-site", "same-site"] {
            for (mode, dest) in [
                ("no-cors", "image"),
                ("no-cors", "script"),
                ("navigate", "iframe"),
                ("cors", "empty"),
                ("navigate", "embed"),
            ] {
                let browser = resident
                    .client
                    .with("Sec-Fetch-Site", site)
                    .with("Sec-Fetch-Mode", mode)
                    .with("Sec-Fetch-Dest", dest);
                browser.clone().get(&path).await.expect(403);
            }
            let link = resident
                .client
                .with("Sec-Fetch-Site", site)
                .with("Sec-Fetch-Mode", "navigate")
                .with("Sec-Fetch-Dest", "document");
            assert_eq!(
                link.clone().get(&path).await.status,
                resident.client.clone().get(&path).await.status,
                "a link to {path}"
            );
        }
        for origin in
            ["null", "https://evil.test", "https://login.example.nl.evil.test", "https://sub.login.example.nl"]
        {
            let answer = resident.client.with("Origin", origin).get(&path).await;
            assert!(!answer.headers.iter().any(|(name, _)| name.starts_with("access-control")), "{answer:?}");
        }
    }
    house.finish().await;
}
