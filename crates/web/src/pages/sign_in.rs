//! `/login/` and `/logout/`.

use app::passkey::{Enter as EnterByPasskey, UseError, enter as use_passkey, offer};
use app::sign_in::{Enter, EnterError, Entered, enter, leave};
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use domain::session::Level;
use domain::time::Span;
use domain::token::Dead;

use super::security::passkeys;
use crate::errors::{Failure, retry_after};
use crate::forms::Form;
use crate::next::with_query;
use crate::router::ADDRESS_MISSING;
use crate::views::dead_link::DeadInvitation;
use crate::views::page::LeftOnPage;
use crate::views::sign_in::{SignIn, SignInState};
use crate::visit::Visit;

const HERE: &str = "/login/";

/// GET `/login/`. `?username=` fills the field in, `?after=` says where the visitor comes from.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let state = match visit.query.text("after") {
        "password" => SignInState::PasswordSet,
        "leaving" => SignInState::SignedOut,
        "session" => SignInState::SessionEnded,
        _ => SignInState::Fresh,
    };
    let (username, next) = (visit.query.text("username"), visit.query.text("next"));
    visit.show(&view(&visit, username, next, state))
}

fn view(visit: &Visit, username: &str, next: &str, state: SignInState) -> SignIn {
    let next = visit.next(next);
    let here = next.map_or_else(|| HERE.to_owned(), |next| with_query(HERE, "next", next));
    let party = app::passkey::party_id(visit.app());
    let (username, next) = (username.to_owned(), next.map(str::to_owned));
    SignIn { page: visit.page_at(&here), username, next, state, party, refused: None }
}

/// POST `/login/passkey/challenge/`, asked by the script of the page: a challenge for this browser.
pub(crate) async fn challenge(visit: Visit, Form(_): Form) -> Result<Response, Failure> {
    let offer = offer(visit.app(), &visit.ctx, visit.passkey.as_deref())?.ok_or_else(Failure::not_found)?;
    let said = serde_json::json!({ "challenge": offer.challenge, "party": offer.party });
    let mut answer = axum::Json(said).into_response();
    if let Some(browser) = offer.browser.as_ref().map(|fresh| fresh.expose()).or(visit.passkey.as_deref()) {
        visit.web.cookies.give_passkey(&mut answer, browser);
    }
    Ok(answer)
}

/// POST `/login/passkey/`: what the browser made of it.
pub(crate) async fn passkey(visit: Visit, Form(form): Form) -> Result<Response, Failure> {
    let cmd = EnterByPasskey {
        passkey: passkeys::sent(&form),
        browser: visit.passkey.clone(),
        device: visit.device.clone(),
        half_way: visit.session.clone(),
    };
    let (credential, next) = (cmd.passkey.credential.clone(), form.text("next"));
    match use_passkey(visit.app(), &visit.ctx, cmd).await {
        Ok(entered) => go_on(&visit, &entered, next).await,
        Err(UseError::Store(error)) => Err(error.into()),
        Err(error) => {
            // Only one that nobody holds is no more; the browser is told to offer it no longer.
            let unknown = matches!(error, UseError::Unknown).then_some(credential);
            let refused = unknown.filter(|text| is_base64url(text));
            visit.show(&SignIn { refused, ..view(&visit, "", next, SignInState::PasskeyRefused) })
        }
    }
}

fn is_base64url(text: &str) -> bool {
    (1..=1400).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

/// POST `/login/`.
pub(crate) async fn sign_in(visit: Visit, Form(form): Form) -> Result<Response, Failure> {
    let (username, next) = (form.text("username"), form.text("next"));
    let again = |state| visit.show(&view(&visit, username, next, state));
    if username.trim().is_empty() || form.text("password").is_empty() {
        return again(SignInState::Wrong);
    }
    let cmd = Enter { name: username.to_owned(), password: form.secret("password"), device: visit.device.clone() };
    match enter(visit.app(), &visit.ctx, cmd).await {
        Ok(entered) => go_on(&visit, &entered, next).await,
        Err(EnterError::Wrong) => again(SignInState::Wrong),
        Err(EnterError::Slowed { seconds }) => {
            let wait = Span::seconds(seconds);
            let mut answer = again(SignInState::SlowedDown(wait))?;
            retry_after(&mut answer, wait);
            Ok(answer)
        }
        Err(EnterError::Busy { seconds }) => Err(Failure::busy(seconds)),
        Err(EnterError::InvitationNeeded) => {
            visit.show(&DeadInvitation { page: visit.page_at(HERE), why: Dead::Expired })
        }
        Err(EnterError::Store(error)) => Err(error.into()),
    }
}

async fn go_on(visit: &Visit, entered: &Entered, next: &str) -> Result<Response, Failure> {
    // Whoever was signed in here is not any more: the old session ends with its cookie.
    if let (Some(_), Some(old)) = (visit.signed_in(), &visit.session) {
        leave(visit.app(), &visit.ctx, old).await?;
    }
    Ok(entered_at(visit, entered, next))
}

/// 303 with the new cookies: to `next` if that is a path of ours, or to the step that is missing.
pub(crate) fn entered_at(visit: &Visit, entered: &Entered, next: &str) -> Response {
    let next = visit.next(next);
    let mut answer = match (entered.level, next) {
        (Level::Full, Some(next)) if entered.address_missing => visit.go(&with_query(ADDRESS_MISSING, "next", next)),
        (Level::Full, None) if entered.address_missing => visit.go(ADDRESS_MISSING),
        (Level::Full, next) => visit.go(next.unwrap_or("/")),
        (_, Some(next)) => visit.go(&with_query("/login/second-factor/", "next", next)),
        (_, None) => visit.go("/login/second-factor/"),
    };
    give_cookies(visit, entered, &mut answer);
    answer
}

/// The cookies of a session that has just begun.
pub(crate) fn give_cookies(visit: &Visit, entered: &Entered, answer: &mut Response) {
    visit.web.cookies.give_session(answer, entered.session.expose(), visit.until(entered.ends_at));
    if let Some(device) = &entered.device {
        visit.web.cookies.give_device(answer, device.expose());
    }
}

/// POST `/login/stay/`, asked by the script that warns before a session ends: being here was the use. How much longer it lasts
/// now; whoever is signed out goes to sign in.
pub(crate) async fn stay(visit: Visit, Form(_): Form) -> Result<Response, Failure> {
    let left = visit.signed_in().map(|own| app::sign_in::left(visit.app(), &visit.ctx, own).0);
    match left {
        Some(left) => Ok(axum::Json(LeftOnPage::from(left)).into_response()),
        None => Ok(visit.go_and_sign_in(None)),
    }
}

/// POST `/logout/`. The browser forgets what it kept of us, except that it is recognised: signing out must not make it
/// a stranger that is slowed down. (`"cookies"` would take those of the neighbours on the same domain too.)
pub(crate) async fn sign_out(visit: Visit) -> Result<Response, Failure> {
    if let Some(cookie) = &visit.session {
        leave(visit.app(), &visit.ctx, cookie).await?;
    }
    let mut answer = visit.go("/login/?after=leaving");
    visit.web.cookies.take_session(&mut answer);
    let clear = HeaderValue::from_static("\"cache\", \"storage\"");
    answer.headers_mut().insert(HeaderName::from_static("clear-site-data"), clear);
    Ok(answer)
}
