//! A request that changes something: JSON of known fields, under an `Idempotency-Key`, done once and answered the same for a day
//! (decision 23).

use std::sync::Arc;

use app::keys::{self, Answer, Claimed, Claiming};
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::time::Span;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::problem::{Kind, Problem, written};
use super::{Call, Said, Stop};
use crate::state::Web;

/// The longest body that is read.
const LONGEST: usize = 64 * 1024;

/// The longest name of a request.
const LONGEST_NAME: usize = 255;

/// Worth asking again after so long what is still running.
const RUNNING: Span = Span::seconds(5);

const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// A request that changes something.
pub(crate) struct Change<T> {
    call: Call,
    body: T,
    raw: Bytes,
    method: String,
    path: String,
    name: String,
}

/// What a body is read as.
pub(crate) trait ReadBody: Sized {
    fn read(headers: &HeaderMap, bytes: &[u8]) -> Result<Self, Problem>;
}

/// No body.
pub(crate) struct Nothing;

/// A body of JSON.
pub(crate) struct Json<T>(pub(crate) T);

impl ReadBody for Nothing {
    fn read(_: &HeaderMap, bytes: &[u8]) -> Result<Self, Problem> {
        if bytes.is_empty() { Ok(Self) } else { Err(Problem::bad_request("This request takes no body.")) }
    }
}

impl<T: DeserializeOwned> ReadBody for Json<T> {
    fn read(headers: &HeaderMap, bytes: &[u8]) -> Result<Self, Problem> {
        if !is_json(headers) {
            return Err(Problem::new(Kind::MediaType, "Send the body as Content-Type: application/json."));
        }
        let mut reader = serde_json::Deserializer::from_slice(bytes);
        let read = serde_path_to_error::deserialize(&mut reader).map_err(|error| fault(bytes, &error))?;
        reader.end().map_err(|_| Problem::bad_request("Something stands behind the JSON of the body."))?;
        Ok(Self(read))
    }
}

/// `application/json`, with or without a charset of UTF-8; a form of another site cannot send it.
fn is_json(headers: &HeaderMap) -> bool {
    let mut all = headers.get_all(CONTENT_TYPE).iter();
    let (Some(one), None) = (all.next(), all.next()) else { return false };
    let text = one.to_str().unwrap_or_default().to_ascii_lowercase();
    let mut parts = text.split(';').map(str::trim);
    parts.next() == Some("application/json") && parts.all(|part| part == "charset=utf-8")
}

/// What is wrong with a body: no JSON at all, or a field. What was sent is not told back.
fn fault(bytes: &[u8], error: &serde_path_to_error::Error<serde_json::Error>) -> Problem {
    let inner = error.inner();
    // A word that should stand where a list does is told by the same error as what is no JSON.
    if serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_err() {
        return Problem::bad_request("The body is not JSON.");
    }
    let text = inner.to_string();
    let unknown = text.starts_with("unknown field");
    let detail = match () {
        () if unknown => "this field is not known here",
        () if text.starts_with("missing field") => "a field is missing here",
        () if text.starts_with("unknown variant") => "not one of the words that may stand here",
        () if text.starts_with("duplicate field") => "this field stands here twice",
        () => "not what may stand here",
    };
    let path = error.path().to_string();
    let pointer =
        if path == "." { String::new() } else { format!("/{}", path.replace(['.', '['], "/").replace(']', "")) };
    // The name of a field that is missing, or there twice, is ours.
    let named = text.strip_prefix("missing field `").or_else(|| text.strip_prefix("duplicate field `"));
    let field = named.and_then(|rest| rest.split('`').next());
    Problem::field(&field.map_or(pointer.clone(), |name| format!("{pointer}/{name}")), detail)
}

impl<T: ReadBody> FromRequest<Arc<Web>> for Change<T> {
    type Rejection = Stop;

    async fn from_request(request: Request, web: &Arc<Web>) -> Result<Self, Stop> {
        let (mut parts, body) = request.into_parts();
        let call = Call::from_request_parts(&mut parts, web).await?;
        call.only(&[])?;
        let name = name_of(&parts.headers)?;
        let raw = axum::body::to_bytes(body, LONGEST).await;
        let raw = raw.map_err(|_| Problem::new(Kind::TooLarge, "A body has 64 KiB at most."))?;
        let body = T::read(&parts.headers, &raw)?;
        let (method, path) = (parts.method.as_str().to_owned(), parts.uri.path().to_owned());
        Ok(Self { call, body, raw, method, path, name })
    }
}

fn name_of(headers: &HeaderMap) -> Result<String, Problem> {
    let mut all = headers.get_all(IDEMPOTENCY_KEY).iter();
    let one = all.next().filter(|_| all.next().is_none()).and_then(|name| name.to_str().ok());
    let fits =
        |name: &&str| (1..=LONGEST_NAME).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_graphic());
    one.filter(fits).map(str::to_owned).ok_or_else(|| {
        Problem::bad_request(
            "Send one Idempotency-Key (1 to 255 visible ASCII characters, such as a UUID): a new one for each change, the same one to ask again about it.",
        )
    })
}

impl<T> Change<T> {
    /// Does it once. What was done before is answered as then; what went wrong here may be asked again.
    pub(crate) async fn once<F, A>(self, act: F) -> Response
    where
        F: FnOnce(Call, T) -> A,
        A: Future<Output = Result<Said, Stop>>,
    {
        let Self { call, body, raw, method, path, name } = self;
        let claiming = Claiming { name: &name, method: &method, path: &path, body: &raw };
        let claim = match keys::claim(call.app(), &call.ctx, call.caller(), claiming).await {
            Ok(Claimed::Mine(claim)) => claim,
            Ok(Claimed::Done(answer)) => return replayed(&path, answer),
            Ok(Claimed::Running) => {
                let problem = Problem::new(Kind::Running, "Ask again with the same Idempotency-Key.").after(RUNNING);
                return problem.into_response();
            }
            Ok(Claimed::Other) => {
                let detail = "Method, address or body differ from the first time. Take a new Idempotency-Key.";
                return Problem::new(Kind::Reused, detail).into_response();
            }
            Err(error) => return Stop::from(error).into_response(),
        };
        let (status, json, stop) = match act(call.clone(), body).await {
            Ok(said) => (said.status, said.json, None),
            Err(Stop::Problem(problem)) => (problem.status(), problem.json(), Some(problem)),
            Err(stop @ Stop::Failure(_)) => {
                let_go(&call, claim).await;
                return stop.into_response();
            }
        };
        if status == StatusCode::UNAUTHORIZED {
            let_go(&call, claim).await;
        } else {
            let answer = Answer { status: status.as_u16(), body: json.clone() };
            if let Err(error) = keys::answer(call.app(), claim, &answer).await {
                // It is done, and said so; asked again, the act itself sees that it was done.
                tracing::warn!(%error, "the answer to a program could not be kept");
            }
        }
        stop.map_or_else(|| told(&path, status, json), |problem| problem.into_response())
    }
}

async fn let_go(call: &Call, claim: keys::Claim) {
    if let Err(error) = keys::let_go(call.app(), claim).await {
        tracing::warn!(%error, "a request of a program could not be let go");
    }
}

fn replayed(path: &str, answer: Answer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    told(path, status, answer.body)
}

/// What was made and has an id.
#[derive(Deserialize)]
struct Made {
    id: String,
}

/// The answer; of what was made with its place, which is below the list that it was sent to. It is found in the answer itself, so that
/// the second time is as the first.
fn told(path: &str, status: StatusCode, json: Vec<u8>) -> Response {
    let made: Option<Made> = if status == StatusCode::CREATED { serde_json::from_slice(&json).ok() } else { None };
    let mut answer = written(status, json);
    if let Some(place) = made.and_then(|made| HeaderValue::from_str(&format!("{path}/{}", made.id)).ok()) {
        answer.headers_mut().insert(LOCATION, place);
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Body {
        email: String,
        #[serde(default)]
        list: Vec<u8>,
        word: Option<Word>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Word {
        One,
    }

    fn headers(kind: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(kind))])
    }

    fn told(body: &str) -> (u16, String) {
        let problem = <Json<Body>>::read(&headers("application/json"), body.as_bytes()).err().expect("a problem");
        let json: serde_json::Value = serde_json::from_slice(&problem.json()).expect("JSON");
        let one = &json["errors"][0];
        (problem.status().as_u16(), format!("{} {}", one["pointer"].as_str().unwrap_or("-"), one["detail"]))
    }

    #[test]
    fn a_body_is_read_strictly_and_its_fault_pointed_out() {
        let read = <Json<Body>>::read(&headers("application/json; charset=UTF-8"), br#"{"email":"a@example.nl"}"#);
        let Ok(Json(body)) = read else { panic!("a body") };
        assert_eq!((body.email.as_str(), body.list.len(), body.word.is_some()), ("a@example.nl", 0, false));
        for broken in ["", "{", "{\"email\":", "email=a", "{\"email\":\"a\"} x"] {
            assert_eq!(told(broken).0, 400, "{broken}");
        }
        assert_eq!(told("{}"), (422, "#/email \"a field is missing here\"".to_owned()));
        assert_eq!(told(r#"{"email":"a","geheim":1}"#), (422, "#/geheim \"this field is not known here\"".to_owned()));
        assert_eq!(told(r#"{"email":5}"#).1, "#/email \"not what may stand here\"");
        assert_eq!(told(r#"{"email":"a","list":[1,"x"]}"#).1, "#/list/1 \"not what may stand here\"");
        assert_eq!(told(r#"{"email":"a","email":"b"}"#).1, "#/email \"this field stands here twice\"");
        for wrong in ["true", "5", "[\"one\"]", "\"two\"", "{\"one\":1}"] {
            let (status, at) = told(&format!(r#"{{"email":"a","word":{wrong}}}"#));
            assert!(status == 422 && at.starts_with("#/word"), "{wrong}: {status} {at}");
        }
        assert_eq!(told("[]").0, 422);
    }

    #[test]
    fn only_json_is_read() {
        for kind in
            ["text/plain", "application/x-www-form-urlencoded", "application/json, text/plain", "application/jsonx"]
        {
            assert!(!is_json(&headers(kind)), "{kind}");
        }
        assert!(!is_json(&HeaderMap::new()));
    }

    #[test]
    fn a_request_has_one_name() {
        let named = |names: &[&'static str]| {
            HeaderMap::from_iter(names.iter().map(|name| (IDEMPOTENCY_KEY, HeaderValue::from_static(name))))
        };
        let mut twice = named(&["a"]);
        twice.append(IDEMPOTENCY_KEY, HeaderValue::from_static("b"));
        assert!(name_of(&named(&["4f7c-1"])).is_ok());
        for headers in [named(&[]), named(&[""]), named(&["a b"]), twice] {
            assert!(name_of(&headers).is_err(), "{headers:?}");
        }
    }
}
