//! `/invitation/<token>/`: staff set their own password, then a second factor, and keep the recovery codes. The link leads
//! through the password only; after that the cookie does, and the link shows the step its holder is at.

use app::sign_in::FactorError;
use app::staff::{self, AcceptError, Step, accept, open, step_of};
use axum::http::Uri;
use axum::response::Response;
use domain::password::Fault;
use domain::time::Span;
use domain::token::Dead;

use super::{sign_in, token};
use crate::errors::Failure;
use crate::forms::Form;
use crate::qr;
use crate::views::dead_link::DeadInvitation;
use crate::views::invitation::{FactorFault, InvitationCodes, InvitationFactor, InvitationPassword, Invited};
use crate::visit::Visit;

/// What was wrong with the step that was tried.
#[derive(Default)]
struct Refused {
    password: Vec<Fault>,
    code: Option<FactorFault>,
}

/// GET of the link in the mail.
pub(crate) async fn open_link(visit: Visit, uri: Uri) -> Result<Response, Failure> {
    let Some(token) = token(uri.path()) else { return dead(&visit, Dead::Unknown) };
    show(&visit, token, Refused::default()).await
}

/// POST: `password`, and when that is done `code`.
pub(crate) async fn go_on(visit: Visit, uri: Uri, Form(form): Form) -> Result<Response, Failure> {
    let Some(token) = token(uri.path()) else { return dead(&visit, Dead::Unknown) };
    if let Some(code) = form.get("code") {
        return set_factor(&visit, visit.here(), code).await;
    }
    match accept(visit.app(), &visit.ctx, token, form.secret("password")).await {
        Ok(entered) => {
            let mut answer = visit.go(visit.here());
            sign_in::give_cookies(&visit, &entered, &mut answer);
            Ok(answer)
        }
        Err(AcceptError::Dead(_)) => show(&visit, token, Refused::default()).await,
        Err(AcceptError::Password(password)) => show(&visit, token, Refused { password, code: None }).await,
        Err(AcceptError::Busy { seconds }) => Err(Failure::busy(seconds)),
        Err(AcceptError::Store(error)) => Err(error.into()),
    }
}

async fn show(visit: &Visit, token: &str, refused: Refused) -> Result<Response, Failure> {
    let step = open(visit.app(), &visit.ctx, token, visit.session.as_deref()).await?;
    show_step(visit, visit.here(), step, refused)
}

/// The step of whoever has a session but no link at hand; nothing to do leads to the start page.
pub(crate) async fn show_own_step(visit: &Visit, here: &str) -> Result<Response, Failure> {
    show_refused(visit, here, Refused::default()).await
}

async fn show_refused(visit: &Visit, here: &str, refused: Refused) -> Result<Response, Failure> {
    let step = match &visit.holder {
        Some(holder) => step_of(visit.app(), &visit.ctx, holder).await?,
        None => return Ok(visit.go_and_sign_in(None)),
    };
    step.map_or_else(|| Ok(visit.go("/")), |step| show_step(visit, here, step, refused))
}

fn show_step(visit: &Visit, here: &str, step: Step, refused: Refused) -> Result<Response, Failure> {
    let page = visit.page_at(here);
    match step {
        Step::Password { email, role, organisation } => visit.show(&InvitationPassword {
            page,
            invited: Invited { email, role, organisation },
            min_length: visit.app().settings.password.min_length(),
            refused: refused.password,
        }),
        Step::Factor { otpauth_url, secret, .. } => {
            let qr_svg = qr::svg(&otpauth_url).ok_or_else(|| Failure::internal("the secret fits no QR code"))?;
            visit.show(&InvitationFactor { page, qr_svg, secret, fault: refused.code })
        }
        Step::Codes { codes } => visit.show(&InvitationCodes { page, codes, next: "/".to_owned() }),
        Step::Dead(why) => dead(visit, why),
    }
}

/// Sets the second factor of whoever accepted an invitation in this browser; `here` shows the codes afterwards.
pub(crate) async fn set_factor(visit: &Visit, here: &str, code: &str) -> Result<Response, Failure> {
    let Some(cookie) = &visit.session else { return Ok(visit.go_and_sign_in(None)) };
    let refused = |fault| Refused { password: Vec::new(), code: Some(fault) };
    if code.trim().is_empty() {
        return show_refused(visit, here, refused(FactorFault::Empty)).await;
    }
    match staff::set_factor(visit.app(), &visit.ctx, cookie, code).await {
        Ok(entered) => {
            let mut answer = visit.go(here);
            sign_in::give_cookies(visit, &entered, &mut answer);
            Ok(answer)
        }
        Err(FactorError::Wrong) => show_refused(visit, here, refused(FactorFault::Wrong)).await,
        Err(FactorError::Slowed { seconds }) => Err(Failure::too_many(Span::seconds(seconds))),
        Err(FactorError::NotHalfWay) => Ok(visit.go_and_sign_in(None)),
        Err(FactorError::Store(error)) => Err(error.into()),
    }
}

/// 410.
fn dead(visit: &Visit, why: Dead) -> Result<Response, Failure> {
    visit.show(&DeadInvitation { page: visit.page(), why })
}
