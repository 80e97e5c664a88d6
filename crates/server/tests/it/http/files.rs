//! `/assets/…`, `/favicon.ico`, and what machines ask.

use crate::testapp::TestApp;

#[tokio::test]
async fn files_are_kept_for_ever_and_pages_never() {
    let house = TestApp::build(std::sync::Arc::new(testkit::engines::sqlite().await)).await;
    let mut client = house.client();
    let page = client.get("/login/").await.expect(200);
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(page.header("vary"), Some("Accept-Language, Cookie, Origin, Sec-Fetch-Site"));
    let html = page.text();
    let files: Vec<&str> = html.split('"').filter(|part| part.starts_with("/assets/")).collect();
    assert!(files.len() >= 3, "{files:?}");
    for file in files {
        let answer = client.get(file).await.expect(200);
        assert_eq!(answer.header("cache-control"), Some("public, max-age=31536000, immutable"), "{file}");
        assert!(answer.header("set-cookie").is_none());
        let zipped = client.with("Accept-Encoding", "gzip").get(file).await.expect(200);
        assert!(zipped.body.len() <= answer.body.len());
        client.post_form(file, &[]).await.expect(405);
    }
    for path in [
        "/assets/",
        "/assets/..%2f..%2fetc%2fpasswd",
        "/assets/../Cargo.toml",
        "/assets/%2e%2e/x",
        "/assets/app.css",
        "/assets/app.00000000.css",
        "/assets//etc/passwd",
        "/assets/app.css%00.js",
    ] {
        client.get(path).await.expect(404);
    }
    // A page is never packed: it holds secrets beside what somebody else typed (BREACH).
    let page = client.with("Accept-Encoding", "gzip").get("/login/?username=abc").await.expect(200);
    assert_eq!(page.header("content-encoding"), None);
    client.get("/favicon.ico").await.expect(307);
    house.finish().await;
}

/// Nothing comes from elsewhere, and nothing is written into the page (norms 3.6.1).
#[tokio::test]
async fn pages_load_from_this_house_only() {
    let house = TestApp::build(std::sync::Arc::new(testkit::engines::sqlite().await)).await;
    for path in [
        "/login/",
        "/login/accounts/pass/reset/",
        "/login/accounts/name/",
        "/login/accounts/pass/reset/x/",
        "/nergens/",
    ] {
        let html = house.client().get(path).await.text();
        for attribute in ["src=\"", "href=\"", "action=\""] {
            for target in html.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(
                    target.starts_with('/') && !target.starts_with("//") || target.starts_with('#'),
                    "{path}: {target}"
                );
            }
        }
        for inline in ["<script>", " style=\"", " onclick=", " onload=", "<style", "javascript:"] {
            assert!(!html.contains(inline), "{path}: {inline}");
        }
    }
    house.finish().await;
}

#[tokio::test]
async fn machines_get_short_answers() {
    let house = TestApp::build(std::sync::Arc::new(testkit::engines::sqlite().await)).await;
    let mut client = house.client();
    assert_eq!(client.get("/healthz").await.expect(200).text(), "ok\n");
    assert_eq!(client.get("/readyz").await.expect(200).text(), "ok\n");
    client.get("/.well-known/change-password").await.leads_to("/login/accounts/pass/reset/");
    for absent in [
        "/metrics",
        "/debug",
        "/demo/",
        "/demo/mail/",
        "/demo/codes/",
        "/demo/clock/",
        "/admin/",
        "/.git/config",
        "/.env",
        "/server-status",
    ] {
        client.get(absent).await.expect(404);
    }
    house.app.db.close();
    client.get("/healthz").await.expect(200);
    let not = client.get("/readyz").await.expect(503).text();
    assert!(!not.contains("sqlite") && !not.contains('/'), "{not}");
    house.give_up();
}
