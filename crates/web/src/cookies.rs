//! The two cookies of the house: the session, and the mark by which a browser is recognised. Both hold a random value of
//! ours and nothing else; a value of another shape, or one the database does not know, is nothing to us.

use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use domain::time::Span;

/// How long a browser is recognised. Browsers keep no cookie longer than 400 days (RFC 6265bis, 5.5).
const RECOGNISED: Span = Span::days(400);

/// Characters in a value of ours: 256 bits in base64url.
const LENGTH: usize = 43;

/// A value as it stands in our cookies and links: 43 characters of base64url.
#[must_use]
pub fn is_ours(value: &str) -> bool {
    value.len() == LENGTH && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}

/// How the cookies of this installation are called and marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cookies {
    secure: bool,
}

impl Cookies {
    /// `secure`: the public address is https. Only `http://localhost` goes without, and then without the prefix too,
    /// which browsers refuse on plain http (RFC 6265bis, 4.1.3.2).
    #[must_use]
    pub const fn new(secure: bool) -> Self {
        Self { secure }
    }

    const fn session_name(self) -> &'static str {
        if self.secure { "__Host-session" } else { "session" }
    }

    const fn device_name(self) -> &'static str {
        if self.secure { "__Host-device" } else { "device" }
    }

    const fn passkey_name(self) -> &'static str {
        if self.secure { "__Host-passkey" } else { "passkey" }
    }

    /// The value of the cookie that binds the challenge of a passkey to the browser, if it has the shape of ours.
    #[must_use]
    pub fn passkey(self, headers: &HeaderMap) -> Option<String> {
        find(headers, self.passkey_name())
    }

    /// Binds challenges of passkeys to the browser, for longer than one lives.
    pub fn give_passkey(self, answer: &mut Response, value: &str) {
        self.set(answer, self.passkey_name(), value, Span::hours(1));
    }

    /// The value of the session cookie, if it has the shape of ours.
    #[must_use]
    pub fn session(self, headers: &HeaderMap) -> Option<String> {
        find(headers, self.session_name())
    }

    /// The value of the cookie that recognises the browser, if it has the shape of ours.
    #[must_use]
    pub fn device(self, headers: &HeaderMap) -> Option<String> {
        find(headers, self.device_name())
    }

    /// Gives the browser a session for at most `lasts`.
    pub fn give_session(self, answer: &mut Response, value: &str, lasts: Span) {
        self.set(answer, self.session_name(), value, lasts);
    }

    /// Makes the browser recognised.
    pub fn give_device(self, answer: &mut Response, value: &str) {
        self.set(answer, self.device_name(), value, RECOGNISED);
    }

    /// Takes the session cookie away.
    pub fn take_session(self, answer: &mut Response) {
        self.set(answer, self.session_name(), "", Span::seconds(0));
    }

    fn set(self, answer: &mut Response, name: &str, value: &str, lasts: Span) {
        let secure = if self.secure { "; Secure" } else { "" };
        let seconds = lasts.seconds_up().max(0);
        let cookie = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
        if let Ok(mut cookie) = HeaderValue::try_from(cookie) {
            cookie.set_sensitive(true);
            answer.headers_mut().append(SET_COOKIE, cookie);
        }
    }
}

/// The first cookie of that name with a value of our shape.
fn find(headers: &HeaderMap, name: &str) -> Option<String> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(|(key, value)| *key == name && is_ours(value)).map(|(_, value)| value.to_owned()).next()
}

#[cfg(test)]
mod tests {
    use axum::response::IntoResponse;

    use super::*;

    const VALUE: &str = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE";

    fn sent(lines: &[&str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(COOKIE, line.parse().expect("a header"));
        }
        headers
    }

    fn given(give: impl Fn(&mut Response)) -> String {
        let mut answer = ().into_response();
        give(&mut answer);
        answer.headers()[SET_COOKIE].to_str().expect("text").to_owned()
    }

    #[test]
    fn only_values_of_our_shape_are_taken() {
        let cookies = Cookies::new(true);
        let taken = |line: &str| cookies.session(&sent(&[line]));
        assert_eq!(taken(&format!("a=b; __Host-session={VALUE}; c=d")).as_deref(), Some(VALUE));
        assert_eq!(taken(&format!("session={VALUE}")), None);
        assert_eq!(taken(&format!("__host-session={VALUE}")), None);
        for value in ["", "x", &VALUE[1..], &format!("{VALUE}x"), &VALUE.replace('-', "+"), &format!("\"{VALUE}\"")] {
            assert_eq!(taken(&format!("__Host-session={value}")), None, "{value}");
        }
        let two = sent(&["__Host-session=bad", &format!("__Host-session={VALUE}")]);
        assert_eq!(cookies.session(&two).as_deref(), Some(VALUE));
        assert_eq!(Cookies::new(false).device(&sent(&[&format!("device={VALUE}")])).as_deref(), Some(VALUE));
    }

    #[test]
    fn cookies_carry_their_marks() {
        let https = given(|answer| Cookies::new(true).give_session(answer, VALUE, Span::hours(12)));
        assert_eq!(https, format!("__Host-session={VALUE}; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure"));
        let http = given(|answer| Cookies::new(false).give_device(answer, VALUE));
        assert_eq!(http, format!("device={VALUE}; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax"));
        let gone = given(|answer| Cookies::new(true).take_session(answer));
        assert_eq!(gone, "__Host-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure");
        let past = given(|answer| Cookies::new(true).give_session(answer, VALUE, Span::seconds(-5)));
        assert!(past.contains("Max-Age=0;"));
    }
}
