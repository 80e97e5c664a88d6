//! The headers that every answer carries. Pages may not be kept, framed or read from elsewhere; nothing runs in them but
//! our own files (norms 3.4, 7.2).

use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, VARY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue};

/// Everything comes from this house and nothing goes to another (the scripts that upload and watch a list ask the house
/// itself), nothing is inline, and scripts may make no HTML.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; \
                      form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; \
                      require-trusted-types-for 'script'";

/// Two years.
const TRANSPORT: &str = "max-age=63072000; includeSubDomains";

const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), \
                           fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), \
                           payment=(), picture-in-picture=(), screen-wake-lock=(), usb=(), \
                           xr-spatial-tracking=(), clipboard-write=(self), publickey-credentials-get=(self), \
                           publickey-credentials-create=(self)";

/// On every answer, whatever it is.
const ALWAYS: [(HeaderName, &str); 6] = [
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS),
];

/// Pages differ by these headers of the request, so that nothing in between mixes them up.
const DIFFERS_BY: &str = "Accept-Language, Cookie, Origin, Sec-Fetch-Site";

/// What decides about headers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct About<'a> {
    /// The public address is https.
    pub secure: bool,
    /// The template of the route; `None` for an address that is not ours.
    pub route: Option<&'a str>,
}

impl About<'_> {
    /// Old browsers, which know no `Sec-Fetch-Site`, send `Origin: null` with a form from a page with `no-referrer`, and
    /// could not sign in. So our plain pages tell their own house (and nobody else) where a request comes from; pages with
    /// a secret in their address tell nobody anything.
    fn referrer(self) -> &'static str {
        if self.route.is_some_and(|route| !route.contains("{token}")) { "same-origin" } else { "no-referrer" }
    }
}

/// Puts them on an answer. What the answer says itself about caching stays.
pub(crate) fn put(headers: &mut HeaderMap, about: About<'_>) {
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // A document of the demo (somebody's mail) may bring a stricter policy of its own.
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static(about.referrer()));
    if about.secure {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(TRANSPORT));
    }
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    let is_page = headers.get(CONTENT_TYPE).is_none_or(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_page {
        headers.insert(VARY, HeaderValue::from_static(DIFFERS_BY));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(secure: bool, route: Option<&str>, own: &[(HeaderName, &'static str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in own {
            headers.insert(name, HeaderValue::from_static(value));
        }
        put(&mut headers, About { secure, route });
        headers
    }

    #[test]
    fn pages_are_not_kept_and_assets_are() {
        assert_eq!(on(true, Some("/"), &[])[CACHE_CONTROL], "no-store");
        let asset = on(true, Some("/assets/{file}"), &[(CACHE_CONTROL, "public"), (CONTENT_TYPE, "text/css")]);
        assert_eq!(asset[CACHE_CONTROL], "public");
        assert!(!asset.contains_key(VARY));
    }

    #[test]
    fn transport_security_is_for_https() {
        assert!(on(true, None, &[]).contains_key(STRICT_TRANSPORT_SECURITY));
        assert!(!on(false, None, &[]).contains_key(STRICT_TRANSPORT_SECURITY));
    }

    #[test]
    fn an_address_with_a_secret_tells_nobody() {
        for route in [Some("/login/accounts/pass/reset/{token}/"), Some("/invitation/{token}/"), None] {
            assert_eq!(on(true, route, &[])[REFERRER_POLICY], "no-referrer");
        }
        assert_eq!(on(true, Some("/login/"), &[])[REFERRER_POLICY], "same-origin");
    }

    #[test]
    fn the_policy_opens_nothing() {
        let headers = on(true, Some("/"), &[]);
        let policy = headers[CONTENT_SECURITY_POLICY].to_str().expect("text");
        assert!(policy.starts_with("default-src 'none'; "));
        for open in ["unsafe", "http:", "https:", "*", "data:", "blob:"] {
            assert!(!policy.contains(open), "{open}");
        }
        assert!(!policy.contains("  ") && !PERMISSIONS.contains("  "));
    }
}
