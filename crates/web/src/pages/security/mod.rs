//! `/beveiliging/`: what somebody signed in does for the safety of their own account.

pub(crate) mod passkeys;

use app::SignedIn;
use app::security::{self, Change, ChangeError, EndError, ProveError, change_password, end_everything};
use axum::response::Response;
use domain::access::{Actor, Denied};
use domain::password::Fault;
use domain::time::{Day, Span};

use super::sign_in::give_cookies;
use crate::errors::{Failure, retry_after};
use crate::forms::Form;
use crate::next::with_query;
use crate::router::RESET;
use crate::views::security::change_password::ChangePassword;
use crate::views::security::end_everything::EndEverything;
use crate::views::security::overview::{OwnDevice, Security, SecurityDone};
use crate::views::security::safe_home::SafeHome;
use crate::views::security::{CHANGE_PASSWORD, END_EVERYTHING, ProofFault, SAFE_HOME, SECURITY};
use crate::visit::Visit;

/// GET `/beveiliging/`. `?told=` says what was done just now.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let Some(signed_in) = visit.signed_in() else { return Ok(visit.go_and_sign_in(Some(visit.here()))) };
    let found = security::devices(visit.app(), &visit.ctx, signed_in).await?;
    let case = app::help_desk::of_resident(visit.app(), &visit.ctx, signed_in).await?;
    let devices = found.iter().map(|it| OwnDevice {
        id: it.id.to_string(),
        device: it.device,
        since: Day::of(it.since),
        seen: Day::of(it.seen_at),
        here: it.here,
    });
    visit.show(&Security {
        page: visit.page_at(SECURITY),
        devices: devices.collect(),
        passkeys: passkeys::own(&visit, signed_in).await?,
        case: case.map(|it| (it.deed, it.facts.opened_at)),
        done: SecurityDone::parse(visit.query.text("told")),
    })
}

fn is_staff(signed_in: &SignedIn) -> bool {
    matches!(signed_in.actor, Actor::Staff { .. })
}

/// GET `wachtwoord/`.
pub(crate) async fn show_password(visit: Visit) -> Result<Response, Failure> {
    password_form(&visit, None, Vec::new()).await
}

/// POST `wachtwoord/`: `current` or a passkey, `password`.
pub(crate) async fn set_password(visit: Visit, Form(form): Form) -> Result<Response, Failure> {
    let Some(cookie) = &visit.session else { return Ok(visit.go_and_sign_in(Some(CHANGE_PASSWORD))) };
    let Some(proof) = passkeys::proof(&form, "current") else {
        return password_form(&visit, Some(ProofFault::Empty), Vec::new()).await;
    };
    let cmd = Change { proof, new: form.secret("password") };
    match change_password(visit.app(), &visit.ctx, cookie, cmd).await {
        Ok(entered) => {
            let mut answer = visit.go(&SecurityDone::Password.path());
            give_cookies(&visit, &entered, &mut answer);
            Ok(answer)
        }
        Err(ChangeError::NoAddress) => password_form(&visit, None, Vec::new()).await,
        Err(ChangeError::Password(refused)) => password_form(&visit, None, refused).await,
        Err(ChangeError::Prove(error)) => match unproven(error) {
            Ok(fault) => Ok(slowed(password_form(&visit, Some(fault), Vec::new()).await?, fault)),
            Err(other) => other.answer(&visit, CHANGE_PASSWORD),
        },
    }
}

async fn password_form(visit: &Visit, fault: Option<ProofFault>, refused: Vec<Fault>) -> Result<Response, Failure> {
    let Some(signed_in) = visit.signed_in() else { return Ok(visit.go_and_sign_in(Some(CHANGE_PASSWORD))) };
    let has_address = security::has_address(visit.app(), &visit.ctx, signed_in).await?;
    let min_length = visit.app().settings.password.min_length();
    let passkey = passkeys::has_one(visit).await?;
    let page = visit.page_at(CHANGE_PASSWORD);
    visit.show(&ChangePassword { page, has_address, min_length, passkey, fault, refused })
}

/// What has no place in the form: nobody is signed in any more, or the house cannot answer.
pub(super) enum Unproven {
    SignIn,
    Failed(Failure),
}

impl Unproven {
    pub(super) fn answer(self, visit: &Visit, here: &str) -> Result<Response, Failure> {
        match self {
            Self::SignIn => Ok(visit.go_and_sign_in(Some(here))),
            Self::Failed(failure) => Err(failure),
        }
    }
}

/// Why the password of now was not taken, as the form says it.
pub(super) fn unproven(error: ProveError) -> Result<ProofFault, Unproven> {
    match error {
        ProveError::Wrong => Ok(ProofFault::Wrong),
        ProveError::Passkey => Ok(ProofFault::Passkey),
        ProveError::Slowed { seconds } => Ok(ProofFault::SlowedDown(Span::seconds(seconds))),
        ProveError::SignIn => Err(Unproven::SignIn),
        ProveError::Busy { seconds } => Err(Unproven::Failed(Failure::busy(seconds))),
        ProveError::Store(error) => Err(Unproven::Failed(error.into())),
    }
}

/// The answer, with the time after which the next try counts.
pub(super) fn slowed(mut answer: Response, fault: ProofFault) -> Response {
    if let ProofFault::SlowedDown(wait) = fault {
        retry_after(&mut answer, wait);
    }
    answer
}

/// POST `apparaten/`: `device` is a session of theirs, or `others`.
pub(crate) async fn sign_out(visit: Visit, Form(form): Form) -> Result<Response, Failure> {
    let Some(cookie) = &visit.session else { return Ok(visit.go_and_sign_in(Some(SECURITY))) };
    let (app, ctx) = (visit.app(), &visit.ctx);
    let done = match form.text("device") {
        "others" => {
            let ended = security::end_other_devices(app, ctx, cookie, visit.device.as_deref()).await;
            ended.map(|()| SecurityDone::Others)
        }
        // One that is none, was signed out already, or is somebody else's: it is not signed in as them.
        id => match id.parse() {
            Ok(id) => security::end_device(app, ctx, cookie, id).await.map(|_| SecurityDone::Device),
            Err(_) => return Err(Failure::bad_request("no device")),
        },
    };
    match done {
        Ok(done) => Ok(visit.go(&done.path())),
        Err(ProveError::Store(error)) => Err(error.into()),
        Err(_) => Ok(visit.go_and_sign_in(Some(SECURITY))),
    }
}

/// GET `alles-intrekken/`.
pub(crate) async fn show_end(visit: Visit) -> Result<Response, Failure> {
    end_form(&visit, None).await
}

async fn end_form(visit: &Visit, fault: Option<ProofFault>) -> Result<Response, Failure> {
    let Some(signed_in) = visit.signed_in() else { return Ok(visit.go_and_sign_in(Some(END_EVERYTHING))) };
    if is_staff(signed_in) {
        return Err(Denied::NotAllowed.into());
    }
    let has_address = security::has_address(visit.app(), &visit.ctx, signed_in).await?;
    let passkey = passkeys::has_one(visit).await?;
    visit.show(&EndEverything { page: visit.page_at(END_EVERYTHING), has_address, passkey, fault })
}

/// POST `alles-intrekken/`: `current` or a passkey. Leads to where a new password is asked.
pub(crate) async fn end(visit: Visit, Form(form): Form) -> Result<Response, Failure> {
    let Some(cookie) = &visit.session else { return Ok(visit.go_and_sign_in(Some(END_EVERYTHING))) };
    let Some(proof) = passkeys::proof(&form, "current") else {
        return end_form(&visit, Some(ProofFault::Empty)).await;
    };
    match end_everything(visit.app(), &visit.ctx, cookie, &proof).await {
        Ok(username) => {
            let mut answer = visit.go(&with_query(&with_query(RESET, "username", &username), "after", "revoked"));
            visit.web.cookies.take_session(&mut answer);
            Ok(answer)
        }
        Err(EndError::Denied(denied)) => Err(denied.into()),
        Err(EndError::Prove(error)) => match unproven(error) {
            Ok(fault) => Ok(slowed(end_form(&visit, Some(fault)).await?, fault)),
            Err(other) => other.answer(&visit, END_EVERYTHING),
        },
    }
}

/// GET `/uitleg/veilig-thuis/`, for anybody.
pub(crate) async fn safe_home(visit: Visit) -> Result<Response, Failure> {
    visit.show(&SafeHome { page: visit.page_at(SAFE_HOME) })
}
