//! A browser as far as the house can tell: it keeps cookies, says where a form comes from, and follows nothing by itself.
//! Every answer it gets, in every test, is held against what all answers must be.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{Answer, HOST, PUBLIC, Seen};

#[derive(Clone)]
pub(crate) struct Client {
    pub(crate) jar: BTreeMap<String, String>,
    pub(crate) source: String,
    /// Headers of every request beside the usual; a name that is here replaces the usual, an empty value leaves it out.
    pub(crate) headers: Vec<(String, String)>,
    at: SocketAddr,
    seen: Arc<Seen>,
}

/// A form as browsers write it.
pub(crate) fn form(fields: &[(&str, &str)]) -> String {
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
    pairs.join("&")
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b' ' => out.push('+'),
            b if b.is_ascii_alphanumeric() || b"*-._".contains(&b) => out.push(char::from(b)),
            b => out.push_str(&format!("%{b:02X}")),
        }
    }
    out
}

impl Client {
    pub(crate) fn new(at: SocketAddr, source: String, seen: Arc<Seen>) -> Self {
        Self { jar: BTreeMap::new(), source, headers: Vec::new(), at, seen }
    }

    /// The same browser with a header more, less (empty) or other.
    pub(crate) fn with(&self, name: &str, value: &str) -> Self {
        let mut other = self.clone();
        other.headers.push((name.to_owned(), value.to_owned()));
        other
    }

    pub(crate) fn session(&self) -> &str {
        self.jar.get("__Host-session").map_or("", String::as_str)
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, None).await
    }

    pub(crate) async fn head(&mut self, path: &str) -> Answer {
        let answer = self.send("HEAD", path, None).await;
        assert!(answer.body.is_empty(), "HEAD {path} has a body");
        answer
    }

    pub(crate) async fn post_form(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        for (name, value) in fields {
            if *name == "password" && !value.contains('@') {
                self.seen.secret(value);
            }
        }
        self.send("POST", path, Some(form(fields).as_bytes())).await
    }

    pub(crate) async fn post_login(&mut self, username: &str, password: &str) -> Answer {
        self.post_form("/login/", &[("username", username), ("password", password)]).await
    }

    pub(crate) async fn ask_reset(&mut self, username: &str) -> Answer {
        self.post_form(super::RESET, &[("username", username)]).await
    }

    /// Opens a link of a mail, and what it leads to.
    pub(crate) async fn follow_link(&mut self, link: &str) -> Answer {
        let path = link.strip_prefix(PUBLIC).unwrap_or(link);
        self.get(path).await
    }

    /// A request with a body of a form, or without one.
    pub(crate) async fn send(&mut self, method: &str, path: &str, body: Option<&[u8]>) -> Answer {
        let mut head = format!("{method} {path} HTTP/1.1\r\n");
        for (name, value) in self.sent_headers(body) {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        let mut raw = (head + "\r\n").into_bytes();
        raw.extend_from_slice(body.unwrap_or_default());
        let answer = self.raw(&raw).await.unwrap_or_else(|| panic!("no answer to {method} {path}"));
        self.keep_cookies(&answer);
        self.check(method, path, &answer);
        answer
    }

    fn sent_headers(&self, body: Option<&[u8]>) -> Vec<(String, String)> {
        let mut usual = vec![
            ("Host", HOST.to_owned()),
            ("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0".to_owned()),
            ("Accept-Language", "nl".to_owned()),
            ("X-Forwarded-For", self.source.clone()),
            ("Connection", "close".to_owned()),
        ];
        if !self.jar.is_empty() {
            let pairs: Vec<String> = self.jar.iter().map(|(name, value)| format!("{name}={value}")).collect();
            usual.push(("Cookie", pairs.join("; ")));
        }
        if let Some(body) = body {
            usual.push(("Content-Type", "application/x-www-form-urlencoded".to_owned()));
            usual.push(("Content-Length", body.len().to_string()));
            usual.push(("Origin", PUBLIC.to_owned()));
            usual.push(("Sec-Fetch-Site", "same-origin".to_owned()));
        }
        let mut headers: Vec<(String, String)> = usual
            .into_iter()
            .filter(|(name, _)| !self.headers.iter().any(|(other, _)| other.eq_ignore_ascii_case(name)))
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        headers.extend(self.headers.iter().filter(|(_, value)| !value.is_empty()).cloned());
        headers
    }

    /// Exactly these bytes; what comes back until the house closes.
    pub(crate) async fn raw(&self, bytes: &[u8]) -> Option<Answer> {
        let mut stream = TcpStream::connect(self.at).await.unwrap();
        let (mut read, mut write) = stream.split();
        let mut got = Vec::new();
        let send = async {
            // A house that has heard enough stops listening; its answer is what counts.
            drop(write.write_all(bytes).await);
            drop(write.flush().await);
        };
        let (_, end) = tokio::join!(send, read.read_to_end(&mut got));
        drop(end);
        Answer::read(&got)
    }

    fn keep_cookies(&mut self, answer: &Answer) {
        for line in answer.all("set-cookie") {
            let mut parts = line.split("; ");
            let (name, value) = parts.next().and_then(|pair| pair.split_once('=')).expect("a cookie");
            let marks: Vec<&str> = parts.collect();
            assert!(name.starts_with("__Host-"), "{line}");
            for mark in ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"] {
                assert!(marks.contains(&mark), "{mark} is missing in {line}");
            }
            assert!(!marks.iter().any(|mark| mark.starts_with("Domain")), "{line}");
            if value.is_empty() {
                assert!(marks.contains(&"Max-Age=0"), "{line}");
                self.jar.remove(name);
            } else {
                assert_eq!(value.len(), 43, "{line}");
                self.seen.secret(value);
                self.jar.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// What holds for every answer there is (norms 3.2.1, 3.4, 4.1.1, 7.2; law 2).
    #[track_caller]
    fn check(&self, method: &str, path: &str, answer: &Answer) {
        let what = format!("{method} {path}: {answer:?}");
        assert!(answer.status < 500 || answer.status == 503, "{what}");
        let has = |name: &str, part: &str| {
            let values = answer.all(name);
            assert!(values.len() == 1 && values.iter().all(|value| value.contains(part)), "{name} of {what}");
        };
        has("strict-transport-security", "max-age=63072000; includeSubDomains");
        has("x-content-type-options", "nosniff");
        has("x-frame-options", "DENY");
        has("content-security-policy", "default-src 'none'; script-src 'self'");
        has("content-security-policy", "frame-ancestors 'none'; base-uri 'none'");
        has("cross-origin-opener-policy", "same-origin");
        has("cross-origin-embedder-policy", "require-corp");
        has("cross-origin-resource-policy", "same-origin");
        has("permissions-policy", "camera=()");
        has(
            "cache-control",
            if answer.all("cache-control") == ["no-store"] { "no-store" } else { "public, max-age=31536000" },
        );
        let bare = path.split('?').next().unwrap_or_default();
        has("referrer-policy", if bare.split('/').any(|part| part.len() == 43) { "no-referrer" } else { "" });
        assert!(answer.header("server").is_none() && answer.header("access-control-allow-origin").is_none(), "{what}");
        if !answer.body.is_empty() {
            has("content-type", "");
            let kind = answer.header("content-type").unwrap_or_default();
            assert!(!kind.starts_with("text/") || kind.ends_with("charset=utf-8"), "{what}");
        }
        let body = answer.text();
        let shown = self.jar.values().find(|value| body.contains(value.as_str()) && !path.contains(value.as_str()));
        assert!(shown.is_none(), "a cookie's value stands in the page of {what}");
        for secret in self.seen.secrets.lock().unwrap().iter().filter(|secret| secret.contains(' ')) {
            assert!(!body.contains(secret.as_str()), "a password stands in the page of {what}");
        }
    }
}
