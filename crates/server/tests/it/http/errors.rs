//! Whatever is not answered with the page that was asked for.

use testkit::each_engine;

use crate::access::pages;
use crate::testapp::{GOOD, RESET, TestApp};

#[tokio::test]
async fn a_page_without_its_last_slash_leads_to_it() {
    let house = TestApp::build(std::sync::Arc::new(testkit::engines::sqlite().await)).await;
    let mut client = house.client();
    for route in pages().into_iter().filter(|route| route.path.len() > 1 && route.path.ends_with('/')) {
        let path = route.path.replace("{token}", "x");
        let bare = path.trim_end_matches('/');
        let answer = client.get(&format!("{bare}?a=b&next=%2F")).await.expect(308);
        assert_eq!(answer.location(), format!("{path}?a=b&next=%2F"));
        assert_eq!(client.post_form(bare, &[("username", "x")]).await.expect(308).location(), path);
    }
    for other in [
        "//login/",
        "/login//",
        "/./login/",
        "/login/../login/",
        "/LOGIN/",
        "/login/x/",
        "//evil.test/login",
        "/%6cogin",
    ] {
        let answer = client.get(other).await;
        assert!(!answer.location().contains("evil") && !answer.location().starts_with("//"), "{other}: {answer:?}");
    }
    house.finish().await;
}

#[tokio::test]
async fn methods_that_nobody_needs_are_refused() {
    let house = TestApp::build(std::sync::Arc::new(testkit::engines::sqlite().await)).await;
    for route in pages() {
        let path = route.path.replace("{token}", &"A".repeat(43)).replace("{file}", "x.css");
        for method in ["TRACE", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "PROPFIND", "QUERY", "FOO"] {
            let target = if method == "CONNECT" { "login.example.nl:443" } else { path.as_str() };
            let raw = format!(
                "{method} {target} HTTP/1.1\r\nHost: login.example.nl\r\nX-Secret: abc\r\nConnection: close\r\n\r\n"
            );
            let Some(answer) = house.client().raw(raw.as_bytes()).await else { continue };
            assert!([400, 404, 405].contains(&answer.status), "{method} {path}: {answer:?}");
            assert!(method == "CONNECT" || answer.status == 405, "{method} {path}: {answer:?}");
            assert!(!answer.text().contains("abc"));
            if answer.status == 405 {
                assert!(
                    answer.header("allow").is_some_and(|allow| allow.contains("GET") || allow.contains("POST")),
                    "{answer:?}"
                );
            }
        }
        for (name, value) in
            [("X-HTTP-Method-Override", "DELETE"), ("X-Method-Override", "POST"), ("X-HTTP-Method", "PUT")]
        {
            let plain = house.client().get(&path).await.status;
            assert_eq!(house.client().with(name, value).get(&path).await.status, plain, "{name} {path}");
        }
    }
    house.finish().await;
}

/// Norms N19: a very long password costs nothing.
#[tokio::test]
async fn what_is_too_long_is_refused_before_it_is_hashed() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.resident("linde/zuid", "V1", "bewoner@example.nl").await;
        let link = house.reset_link(&resident.username).await;
        let hashes = house.app.hasher.hashes_done();
        let huge = vec![b'a'; 10 * 1024 * 1024];
        for path in ["/login/", link.as_str(), RESET, "/invitation/x/"] {
            let body = [b"username=ALMELO01&password=", huge.as_slice()].concat();
            house.client().send("POST", path, Some(&body)).await.expect(413);
            // The same in chunks, without a length that could be looked at first.
            let mut raw = format!("POST {path} HTTP/1.1\r\nHost: login.example.nl\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n").into_bytes();
            raw.extend_from_slice(b"B\r\nusername=a&\r\n");
            raw.extend_from_slice(format!("{:x}\r\n", 1024 * 1024).as_bytes());
            raw.extend_from_slice(&huge[..1024 * 1024]);
            raw.extend_from_slice(b"\r\n0\r\n\r\n");
            house.client().raw(&raw).await.expect("an answer").expect(413);
        }
        assert_eq!(house.app.hasher.hashes_done(), hashes, "{}", house.engine);
        house.client().get(&format!("/login/?username={}", "a".repeat(20_000))).await;
        let long = "x".repeat(2_000);
        house.client().post_login(&resident.username, &long).await.expect(401);
        house.client().post_form(&link, &[("password", &long)]).await.expect(422);
        house.client().post_login(&resident.username, GOOD).await.leads_to("/");
        house.finish().await;
    })
    .await;
}

/// Norms 1.5.3, 15.3.7: what could be read in two ways is read in none.
#[tokio::test]
async fn what_could_be_read_in_two_ways_is_refused() {
    let house = TestApp::build(std::sync::Arc::new(testkit::engines::sqlite().await)).await;
    let bodies: [&[u8]; 9] = [
        b"username=a&username=b",
        b"password=a&password=b",
        b"username[]=a",
        b"username%5b0%5d=a",
        b"username=%",
        b"username=%zz",
        b"username=%ff",
        b"username=%C0%AF",
        b"username=a%00b",
    ];
    // What takes a file reads no form of this kind; http/service.rs sends it what is none.
    let apart = ["/logout/", "/service/projecten/{client}/{project}/lijst/", "/service/teksten/logo/"];
    for route in
        pages().into_iter().filter(|route| route.methods.contains(&"POST") && !apart.contains(&route.path.as_str()))
    {
        let path = route.path.replace("{token}", &"A".repeat(43));
        let path = ["{client}", "{project}", "{list}"].iter().fold(path, |path, part| path.replace(part, "1"));
        for body in bodies {
            house.client().send("POST", &path, Some(body)).await.expect(400);
        }
        for kind in ["application/json", "text/plain", "multipart/form-data; boundary=x", "application/xml"] {
            house
                .client()
                .with("Content-Type", kind)
                .send("POST", &path, Some(b"{\"username\":\"a\"}"))
                .await
                .expect(400);
        }
        house.client().send("POST", &format!("{path}?lang=nl&lang=en"), Some(b"")).await.expect(400);
        if route.methods.contains(&"GET") {
            house.client().get(&format!("{path}?a=%zz")).await.expect(400);
        }
    }
    house.finish().await;
}

/// Norms 4.2.1, 16.2.5: nothing on the wire makes two requests of one, or a second line of a log of one.
#[tokio::test]
async fn odd_requests_are_refused_or_harmless() {
    let house = TestApp::build(std::sync::Arc::new(testkit::engines::sqlite().await)).await;
    let head = "POST /logout/ HTTP/1.1\r\nHost: login.example.nl\r\nConnection: close\r\n";
    for rest in [
        "Content-Length: 5\r\nContent-Length: 6\r\n\r\naaaaaa",
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\nHost: a\r\n\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "Content-Length: +5\r\n\r\naaaaa",
        "Content-Length: -1\r\n\r\n",
        "Content-Length : 5\r\n\r\naaaaa",
        "X: a\nContent-Length: 5\r\n\r\n",
        " folded: x\r\n\r\n",
    ] {
        let sent = format!("{head}{rest}");
        let client = house.client();
        if let Some(answer) = client.raw(sent.as_bytes()).await {
            assert!([400, 303, 413].contains(&answer.status), "{rest:?}: {answer:?}");
            assert!(!answer.text().contains("HTTP/1.1"), "two answers to one request: {rest:?}");
        }
    }
    for target in ["/\u{1b}[31m", "/a%0d%0a{\"level\":\"ERROR\"}", "/x?y=%1b", "*", "/nergens/\u{e9}"] {
        let raw = format!(
            "GET {target} HTTP/1.1\r\nHost: login.example.nl\r\nUser-Agent: a\u{1b}[2J\r\nConnection: close\r\n\r\n"
        );
        drop(house.client().raw(raw.as_bytes()).await);
    }
    let log = crate::testapp::log();
    assert!(!log.contains('\u{1b}'));
    assert!(log.lines().all(|line| line.starts_with('{') && line.ends_with('}')), "one object a line");
    house.finish().await;
}

/// The page of an error speaks the language, names a way on, and nothing of the inside.
#[tokio::test]
async fn an_error_page_helps_and_tells_nothing() {
    let house = TestApp::build(std::sync::Arc::new(testkit::engines::sqlite().await)).await;
    for (path, status) in
        [("/nergens/", 404), ("/login/accounts/", 404), ("/beheer/nergens/", 404), ("/service/nergens/", 404)]
    {
        let page = house.client().get(path).await.expect(status);
        let html = page.text();
        assert!(html.contains("lang=\"nl\"") && html.contains("href=\"/\""), "{page:?}");
        for inside in ["axum", "hyper", "rust", "sqlite", "panic", "src/"] {
            assert!(!html.to_lowercase().contains(inside), "{path}: {inside}");
        }
    }
    let english = house.client().get("/nergens/?lang=en").await.expect(404);
    assert!(english.text().contains("lang=\"en\""));
    house.app.db.close();
    let down = house.client().post_login("ALMELO01", "x").await.expect(503);
    assert!(down.header("retry-after").is_some(), "{down:?}");
    house.give_up();
}
