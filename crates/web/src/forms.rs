//! Forms and queries: `application/x-www-form-urlencoded`, read strictly. A parameter that comes twice, an array, text
//! that is not UTF-8 or a form that is too long is refused before anybody looks at it (ASVS 15.3.7). Must not know what
//! the fields mean.

use std::fmt;
use std::time::Duration;

use axum::body::BodyDataStream;
use axum::extract::{FromRequest, Request};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderName};
use futures_util::StreamExt;
use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::errors::Failure;

/// The longest form that is read, in bytes. The longest password is far below it.
pub const LONGEST: usize = 64 * 1024;

/// More fields than any page of ours has; a list may have 500 columns, each with its meaning.
const MOST_FIELDS: usize = 600;

/// How much of a refused body is read and thrown away, so that the answer arrives before the connection is cut.
const DRAINED: usize = 16 * 1024 * 1024;

/// How long that may take.
const DRAINING: Duration = Duration::from_secs(5);

/// The fields of a form or a query, each at most once. Debug shows names only; the values are wiped.
pub struct Fields(Vec<(String, Zeroizing<String>)>);

/// Why a text is no form. It holds nothing of what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// The same name twice.
    #[error("a parameter comes twice")]
    Twice,
    /// A name with square brackets.
    #[error("a parameter is an array")]
    Array,
    /// More fields than any page has.
    #[error("too many parameters")]
    TooMany,
    /// A `%` without two hexadecimal digits, or something that is not UTF-8, or NUL.
    #[error("a parameter is not text")]
    NotText,
}

impl Fields {
    /// No fields.
    #[must_use]
    pub fn none() -> Self {
        Self(Vec::new())
    }

    /// Reads `a=b&c=d`.
    ///
    /// # Errors
    /// [`Malformed`].
    pub fn parse(text: &[u8]) -> Result<Self, Malformed> {
        let mut fields = Vec::new();
        for pair in text.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
            let (name, value) = match pair.iter().position(|byte| *byte == b'=') {
                Some(at) => (pair.get(..at), pair.get(at + 1..)),
                None => (Some(pair), None),
            };
            let name = decode(name.unwrap_or_default())?;
            let value = decode(value.unwrap_or_default())?;
            if name.contains(['[', ']']) {
                return Err(Malformed::Array);
            }
            if fields.len() == MOST_FIELDS {
                return Err(Malformed::TooMany);
            }
            if fields.iter().any(|(known, _): &(String, _)| *known == *name) {
                return Err(Malformed::Twice);
            }
            fields.push((name.to_string(), value));
        }
        Ok(Self(fields))
    }

    /// The value of `name`, if it is there.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value of `name`; empty when it is not there.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }

    /// The names, in the order in which they came.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// The same for a password.
    #[must_use]
    pub fn secret(&self, name: &str) -> SecretString {
        SecretString::from(self.text(name))
    }
}

impl fmt::Debug for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

fn decode(text: &[u8]) -> Result<Zeroizing<String>, Malformed> {
    // Never longer than what comes in, so nothing of it is left behind by growing.
    let mut bytes = Zeroizing::new(Vec::with_capacity(text.len()));
    let mut rest = text.iter();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => hex(rest.next())? * 16 + hex(rest.next())?,
            other => *other,
        });
    }
    if bytes.contains(&0) {
        return Err(Malformed::NotText);
    }
    let text = std::str::from_utf8(&bytes).map_err(|_| Malformed::NotText)?;
    Ok(Zeroizing::new(text.to_owned()))
}

fn hex(digit: Option<&u8>) -> Result<u8, Malformed> {
    let value = digit.and_then(|digit| char::from(*digit).to_digit(16));
    value.and_then(|value| u8::try_from(value).ok()).ok_or(Malformed::NotText)
}

/// The form in the body of a request.
#[derive(Debug)]
pub struct Form(pub Fields);

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Failure;

    async fn from_request(request: Request, _state: &S) -> Result<Self, Failure> {
        let declared = text(request.headers(), &CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok());
        let is_form = text(request.headers(), &CONTENT_TYPE).is_some_and(is_form);
        let stream = request.into_body().into_data_stream();
        if declared.is_some_and(|length| length > LONGEST) {
            drain(stream);
            return Err(Failure::too_large());
        }
        let body = read(stream, declared.unwrap_or(0)).await?;
        if !is_form && !body.is_empty() {
            return Err(Failure::bad_request("the body is not a form"));
        }
        Fields::parse(&body).map(Self).map_err(Failure::malformed)
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

fn is_form(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

async fn read(mut stream: BodyDataStream, declared: usize) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let mut body = Zeroizing::new(Vec::with_capacity(declared));
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.map_err(|_| Failure::bad_request("the body was cut off"))?;
        if body.len() + chunk.len() > LONGEST {
            drain(stream);
            return Err(Failure::too_large());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// Answers go out at once; meanwhile the rest of the body is swallowed, because a connection that is closed with unread
/// bytes in it takes the answer with it.
fn drain(mut stream: BodyDataStream) {
    let swallow = async move {
        let mut seen = 0;
        while let Some(Ok(chunk)) = stream.next().await {
            seen += chunk.len();
            if seen > DRAINED {
                break;
            }
        }
    };
    tokio::spawn(tokio::time::timeout(DRAINING, swallow));
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use proptest::prelude::*;

    use super::*;

    fn parsed(text: &str) -> Result<Vec<(String, String)>, Malformed> {
        let fields = Fields::parse(text.as_bytes())?;
        Ok(fields.0.iter().map(|(name, value)| (name.clone(), value.to_string())).collect())
    }

    fn pair(name: &str, value: &str) -> (String, String) {
        (name.to_owned(), value.to_owned())
    }

    #[test]
    fn a_form_is_read_as_browsers_write_it() {
        assert_eq!(parsed(""), Ok(vec![]));
        assert_eq!(
            parsed("username=ALMELO01&password=a+b%2Bc%26d%3D%C3%A9&next="),
            Ok(vec![pair("username", "ALMELO01"), pair("password", "a b+c&d=é"), pair("next", "")])
        );
        assert_eq!(parsed("a=b=c&&d"), Ok(vec![pair("a", "b=c"), pair("d", "")]));
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_refused() {
        for twice in ["a=1&a=2", "a=1&b=2&%61=3", "a&a"] {
            assert_eq!(parsed(twice), Err(Malformed::Twice), "{twice}");
        }
        for array in ["a[]=1", "a%5B%5D=1", "a[b]=1", "a]=1"] {
            assert_eq!(parsed(array), Err(Malformed::Array), "{array}");
        }
        for not_text in ["a=%", "a=%4", "a=%zz", "a=%ff", "a=%C0%AF", "a=%ED%A0%80", "a=%00", "%ff=1", "a=+%+1"] {
            assert_eq!(parsed(not_text), Err(Malformed::NotText), "{not_text}");
        }
        let many: Vec<String> = (0..=MOST_FIELDS).map(|n| format!("f{n}=1")).collect();
        assert_eq!(parsed(&many.join("&")), Err(Malformed::TooMany));
    }

    #[test]
    fn debug_shows_no_value() {
        let fields = Fields::parse(b"password=geheim&username=ALMELO01").expect("a form");
        assert_eq!(format!("{fields:?}"), r#"{"password", "username"}"#);
    }

    #[tokio::test]
    async fn long_bodies_and_other_types_are_refused() {
        let form = |body: Body, kind: &str| {
            let request = Request::builder().header(CONTENT_TYPE, kind).body(body).expect("a request");
            Form::from_request(request, &())
        };
        let kind = "application/x-www-form-urlencoded";
        let fits = "a=".to_owned() + &"b".repeat(LONGEST - 2);
        assert!(form(Body::from(fits.clone()), kind).await.is_ok());
        let status = |failure: Failure| failure.status().as_u16();
        assert_eq!(form(Body::from(fits + "b"), kind).await.map_err(status).err(), Some(413));
        assert_eq!(form(Body::from("{}"), "application/json").await.map_err(status).err(), Some(400));
        assert_eq!(form(Body::from("a=%ff"), kind).await.map_err(status).err(), Some(400));
        assert!(form(Body::from("a=b"), "Application/X-WWW-Form-Urlencoded; charset=utf-8").await.is_ok());
        assert!(form(Body::empty(), "").await.is_ok());
        let declared = Request::builder().header(CONTENT_LENGTH, "10485760").body(Body::empty()).expect("a request");
        assert_eq!(Form::from_request(declared, &()).await.map_err(status).err(), Some(413));
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = Fields::parse(&bytes);
        }

        #[test]
        fn any_text_survives(name in "[a-z]{1,8}", value in "\\PC{0,40}") {
            let written: String = value.bytes().map(|byte| format!("%{byte:02X}")).collect();
            let fields = Fields::parse(format!("{name}={written}").as_bytes()).expect("a form");
            prop_assert_eq!(fields.get(&name), Some(value.as_str()));
        }
    }
}
