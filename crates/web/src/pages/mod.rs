//! The pages: each handler reads a request, makes one call into `app`, and shows what came of it. No rule stands here.

pub(crate) mod caller_check;
pub(crate) mod clients;
pub(crate) mod colleagues;
pub(crate) mod contact;
pub(crate) mod contact_ask;
pub(crate) mod contact_handout;
pub(crate) mod contacts;
pub(crate) mod data_ask;
pub(crate) mod explain;
pub(crate) mod files;
pub(crate) mod health;
pub(crate) mod incident;
pub(crate) mod invitation;
pub(crate) mod keys;
pub(crate) mod maintenance;
pub(crate) mod names;
pub(crate) mod objection;
pub(crate) mod own_address;
pub(crate) mod own_data;
pub(crate) mod own_home;
pub(crate) mod own_language;
pub(crate) mod post;
pub(crate) mod reset;
pub(crate) mod retention;
pub(crate) mod second_factor;
pub(crate) mod security;
pub(crate) mod service;
pub(crate) mod sign_in;
pub(crate) mod start;
pub(crate) mod still_here;
pub(crate) mod support;
pub(crate) mod where_is_my_mail;

use app::{Barred, Caller};
use axum::extract::Request;
use axum::http::header::LOCATION;
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};

use crate::cookies::is_ours;
use crate::errors::Failure;
use crate::forms::Fields;
use crate::visit::Visit;

/// The cookie of whoever comes; those who bring none sign in first.
pub(crate) fn caller(visit: &Visit) -> Result<Caller<'_>, Box<Response>> {
    match &visit.session {
        Some(cookie) => Ok(Caller::Cookie(cookie)),
        None => Err(Box::new(visit.go_and_sign_in(Some(visit.here())))),
    }
}

/// What is answered to whom may not; whoever is not signed in goes on here afterwards.
pub(crate) fn barred(visit: &Visit, error: Barred) -> Result<Response, Failure> {
    barred_at(visit, visit.here(), error)
}

/// The same for whom another page is the one to go on at.
pub(crate) fn barred_at(visit: &Visit, here: &str, error: Barred) -> Result<Response, Failure> {
    match error {
        Barred::SignIn => Ok(visit.go_and_sign_in(Some(here))),
        Barred::NoProject(_) => Err(Failure::not_found()),
        Barred::Denied(denied) => Err(denied.into()),
        Barred::Store(error) => Err(error.into()),
    }
}

/// A page without its last slash: the same address with it, query included, the method kept (RFC 9110, 15.4.9).
pub(crate) async fn with_slash(uri: Uri) -> Response {
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let mut answer = StatusCode::PERMANENT_REDIRECT.into_response();
    if let Ok(target) = HeaderValue::try_from(format!("{}/{query}", uri.path())) {
        answer.headers_mut().insert(LOCATION, target);
    }
    answer
}

/// An address that is not ours.
pub(crate) async fn not_found(_: Request) -> Failure {
    Failure::not_found()
}

/// A method that the address does not take.
pub(crate) async fn wrong_method(_: Request) -> Failure {
    Failure::wrong_method()
}

/// The hash of what was shown: 64 hexadecimal digits.
fn hash_in(form: &Fields, name: &str) -> Option<[u8; 32]> {
    let text = form.text(name);
    if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut hash = [0; 32];
    for (byte, pair) in hash.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(hash)
}

/// The same, to be sent back.
fn hexadecimal(hash: &[u8; 32]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The secret at the end of a path, if it has the shape of ours. Anything else is a link that was cut on its way.
fn token(path: &str) -> Option<&str> {
    path.trim_end_matches('/').rsplit('/').next().filter(|text| is_ours(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_token_is_one() {
        let whole = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE";
        assert_eq!(token(&format!("/login/accounts/pass/reset/{whole}/")), Some(whole));
        for cut in [&whole[1..], "", "%41", "gevraagd", &format!("{whole}A"), &whole.replace('-', ".")] {
            assert_eq!(token(&format!("/login/accounts/pass/reset/{cut}/")), None, "{cut}");
        }
    }

    #[test]
    fn a_hash_comes_back_as_it_was_sent() {
        let hash = [0xa7; 32];
        let form = |text: &str| Fields::parse(format!("hash={text}").as_bytes()).expect("a form");
        assert_eq!(hash_in(&form(&hexadecimal(&hash)), "hash"), Some(hash));
        for bad in ["", "a7", &"+7".repeat(32), &"é".repeat(32), &"g0".repeat(32)] {
            assert_eq!(hash_in(&form(&bad.replace('+', "%2B")), "hash"), None, "{bad}");
        }
    }

    #[tokio::test]
    async fn the_slash_is_added_before_the_query() {
        let answer = with_slash("/login?next=%2F".parse().expect("a path")).await;
        assert_eq!(
            (answer.status().as_u16(), answer.headers()[LOCATION].to_str().ok()),
            (308, Some("/login/?next=%2F"))
        );
    }
}
