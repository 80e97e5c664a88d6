//! What other sites may make a browser do here: follow a link, nothing else. Forms by Fetch-Metadata with the `Origin` as
//! fallback (decision 10, norms N21); pictures, frames and scripts of ours are for our own pages (ASVS 3.5.8).

use axum::extract::Request;
use axum::http::header::ORIGIN;
use axum::http::{HeaderMap, HeaderName, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tower_http::csrf::{CsrfLayer, ProtectionError};

use crate::cookies::is_ours;
use crate::errors::Failure;
use crate::router::RESET;

const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");
const DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// Refuses forms that come from elsewhere. Requests of programs, which send neither header, carry no cookies of somebody
/// else and pass.
pub(crate) fn forms(
    public_url: &str,
) -> CsrfLayer<impl FnMut(ProtectionError) -> Response + Clone + Send + Sync + 'static> {
    let refuse = |_: ProtectionError| Failure::other_site().into_response();
    // Behind a proxy that rewrites `Host`, the public address is the one browsers know us by.
    CsrfLayer::new()
        .add_trusted_origin(origin(public_url))
        .unwrap_or_else(|_| CsrfLayer::new())
        .with_rejection_response(refuse)
}

/// `https://example.nl/path` → `https://example.nl`.
fn origin(url: &str) -> &str {
    let start = url.find("://").map_or(0, |at| at + 3);
    let end = url.get(start..).and_then(|rest| rest.find('/')).map_or(url.len(), |at| start + at);
    url.get(..end).unwrap_or(url)
}

/// Where pages with a secret in their address begin.
const SECRET: [&str; 2] = [RESET, "/invitation/"];

/// The page behind a link of a mail sends no referrer, so a browser without Fetch-Metadata says `Origin: null` with its
/// form. Its address holds 256 secret bits, which no other site knows: that form is ours.
pub(crate) async fn old_browsers(mut request: Request, next: Next) -> Response {
    let headers = request.headers();
    let says_nothing = headers.get(SITE).is_none() && headers.get(ORIGIN).is_some_and(|origin| origin == "null");
    let rest = SECRET.iter().find_map(|start| request.uri().path().strip_prefix(start));
    let token = rest.map(|rest| rest.trim_end_matches('/'));
    if says_nothing && token.is_some_and(is_ours) {
        request.headers_mut().remove(ORIGIN);
    }
    next.run(request).await
}

/// Refuses to be a part of another site's page. A link that somebody follows is fine.
pub(crate) async fn parts(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if reads && is_embedded(request.headers()) {
        return Failure::other_site().into_response();
    }
    next.run(request).await
}

fn is_embedded(headers: &HeaderMap) -> bool {
    let is =
        |name: &HeaderName, values: &[&str]| headers.get(name).is_some_and(|value| values.iter().any(|v| value == v));
    is(&SITE, &["cross-site", "same-site"]) && !(is(&MODE, &["navigate"]) && is(&DEST, &["document", "empty"]))
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::Body;
    use tower::ServiceExt;

    use super::*;

    fn sent(site: &str, mode: &str, dest: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in [(SITE, site), (MODE, mode), (DEST, dest)] {
            if !value.is_empty() {
                headers.insert(name, value.parse().expect("a header"));
            }
        }
        headers
    }

    #[test]
    fn links_are_followed_and_parts_are_refused() {
        for (site, mode, dest) in [
            ("cross-site", "navigate", "document"),
            ("same-site", "navigate", "document"),
            ("same-origin", "no-cors", "image"),
            ("none", "navigate", "document"),
            ("", "", ""),
        ] {
            assert!(!is_embedded(&sent(site, mode, dest)), "{site} {mode} {dest}");
        }
        for (site, mode, dest) in [
            ("cross-site", "no-cors", "image"),
            ("cross-site", "no-cors", "script"),
            ("same-site", "cors", "empty"),
            ("cross-site", "navigate", "iframe"),
            ("cross-site", "navigate", "object"),
            ("cross-site", "", ""),
        ] {
            assert!(is_embedded(&sent(site, mode, dest)), "{site} {mode} {dest}");
        }
    }

    /// The status of a request to a house that is known as `https://ons.test` and answers 200.
    async fn status(method: &str, path: &str, headers: &[(&str, &str)]) -> u16 {
        let router = Router::new()
            .fallback(|| async { "done" })
            .layer(forms("https://ons.test/"))
            .layer(axum::middleware::from_fn(old_browsers));
        let mut request = Request::builder().method(method).uri(path).header("host", "binnen.test");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = router.oneshot(request.body(Body::empty()).expect("a request")).await.expect("an answer");
        answer.status().as_u16()
    }

    #[tokio::test]
    async fn forms_of_other_sites_are_refused_and_reading_is_free() {
        let origins =
            ["https://elders.test", "https://ons.test.elders.test", "http://ons.test", "null", "https://ons.test:8443"];
        for origin in origins {
            assert_eq!(status("POST", "/logout/", &[("origin", origin)]).await, 403, "{origin}");
            assert_eq!(status("GET", "/", &[("origin", origin)]).await, 200, "{origin}");
            for site in ["cross-site", "same-site"] {
                let sent = [("origin", origin), ("sec-fetch-site", site)];
                assert_eq!(status("POST", "/login/", &sent).await, 403, "{origin} {site}");
                assert_eq!(status("DELETE", "/", &sent).await, 403, "{origin} {site}");
                assert_eq!(status("HEAD", "/", &sent).await, 200, "{origin} {site}");
            }
        }
        for own in [
            &[("origin", "https://ons.test")][..],
            &[("origin", "https://binnen.test")],
            &[("sec-fetch-site", "same-origin"), ("origin", "null")],
            &[("sec-fetch-site", "none")],
            &[],
        ] {
            assert_eq!(status("POST", "/login/", own).await, 200, "{own:?}");
        }
    }

    #[tokio::test]
    async fn an_old_browser_can_use_a_link_of_a_mail_and_nothing_else() {
        let invitation = format!("/invitation/{}/", "a".repeat(43));
        assert_eq!(status("POST", &invitation, &[("origin", "null")]).await, 200);
        let link = format!("{RESET}{}/", "a".repeat(43));
        assert_eq!(status("POST", &link, &[("origin", "null")]).await, 200);
        assert_eq!(status("POST", &link, &[("origin", "https://elders.test")]).await, 403);
        assert_eq!(status("POST", &link, &[("origin", "null"), ("sec-fetch-site", "cross-site")]).await, 403);
        for other in [RESET, "/login/", &format!("{RESET}{}/", "a".repeat(42)), &format!("/x{link}")] {
            assert_eq!(status("POST", other, &[("origin", "null")]).await, 403, "{other}");
        }
    }

    #[test]
    fn an_origin_has_no_path() {
        assert_eq!(origin("https://example.nl"), "https://example.nl");
        assert_eq!(origin("http://localhost:8080/"), "http://localhost:8080");
        assert_eq!(origin("https://example.nl/a/b"), "https://example.nl");
    }
}
