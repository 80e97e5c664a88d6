//! `/login/accounts/pass/reset/`: asking for a new password, the one answer to it (law 4: not a byte of it depends on what
//! was typed), and the page behind the link of the mail (law 5: opening it changes nothing).

use app::reset::{AskError, NewPassword, Opened, Remove, SetError, ask, open, set_and_remove};
use axum::http::Uri;
use axum::response::Response;
use domain::password::Fault;
use domain::token::Dead;

use super::token;
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::router::{RESET, RESET_ASKED};
use crate::views::dead_link::DeadLink;
use crate::views::reset::{ResetAsk, ResetAskFault, ResetAsked};
use crate::views::set_password::{OldPasskey, SetPassword, Whose, WhoseFault};
use crate::visit::Visit;

/// Longer than any username or address.
const LONGEST: usize = 256;

/// GET. `?username=` fills the field in: QR codes and mails use it. `?after=` says where the visitor comes from.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let username = visit.query.text("username").chars().take(LONGEST).collect();
    let revoked = visit.query.text("after") == "revoked";
    visit.show(&ResetAsk { page: visit.page(), username, fault: None, revoked })
}

/// POST.
pub(crate) async fn ask_for(visit: Visit, Form(form): Form) -> Result<Response, Failure> {
    let typed = form.text("username");
    let again = |fault| {
        let username = typed.chars().take(LONGEST).collect();
        visit.show(&ResetAsk { page: visit.page_at(RESET), username, fault: Some(fault), revoked: false })
    };
    if typed.chars().count() > LONGEST {
        return again(ResetAskFault::TooLong);
    }
    match ask(visit.app(), &visit.ctx, typed).await {
        Ok(()) => Ok(visit.go(RESET_ASKED)),
        Err(AskError::Empty) => again(ResetAskFault::Empty),
        Err(AskError::Store(error)) => Err(error.into()),
    }
}

/// GET: the answer.
pub(crate) async fn asked(visit: Visit) -> Result<Response, Failure> {
    visit.show(&ResetAsked { page: visit.page() })
}

/// GET of the link in the mail, by anybody, however often, signed in as whomever.
pub(crate) async fn open_link(visit: Visit, uri: Uri) -> Result<Response, Failure> {
    let Some(token) = token(uri.path()) else { return dead(&visit, Dead::Unknown, "") };
    match open(visit.app(), &visit.ctx, token).await? {
        Ok(opened) => form_of(&visit, (&opened, &Fields::none()), None, Vec::new()),
        Err(why) => dead(&visit, why, ""),
    }
}

/// POST of the new password.
pub(crate) async fn set_password(visit: Visit, uri: Uri, Form(form): Form) -> Result<Response, Failure> {
    let typed = form.text("username");
    let Some(token) = token(uri.path()) else { return dead(&visit, Dead::Unknown, typed) };
    let opened = match open(visit.app(), &visit.ctx, token).await? {
        Ok(opened) => opened,
        Err(why) => return dead(&visit, why, typed),
    };
    if opened.asks_username && typed.trim().is_empty() {
        return form_of(&visit, (&opened, &form), Some(WhoseFault::Empty), Vec::new());
    }
    let username = opened.asks_username.then(|| typed.to_owned());
    let cmd = NewPassword { password: form.secret("password"), username };
    match set_and_remove(visit.app(), &visit.ctx, token, (cmd, remove(&opened, &form))).await {
        Ok(done) => {
            // No session comes of it: the new password is used at once (norms 6.3.6). The browser is recognised.
            let mut answer = visit.go("/login/?after=password");
            visit.web.cookies.give_device(&mut answer, done.device.expose());
            Ok(answer)
        }
        Err(SetError::Dead(why)) => dead(&visit, why, typed),
        Err(SetError::WrongUsername) => form_of(&visit, (&opened, &form), Some(WhoseFault::Wrong), Vec::new()),
        Err(SetError::Password(refused)) => form_of(&visit, (&opened, &form), None, refused),
        Err(SetError::Busy { seconds }) => Err(Failure::busy(seconds)),
        Err(SetError::Store(error)) => Err(error.into()),
    }
}

/// A passkey is to go.
fn goes(form: &Fields, id: &str) -> bool {
    form.text(&format!("passkey-{id}")) == "goes"
}

/// All of them are, where the page does not say which there are.
fn all_go(form: &Fields) -> bool {
    form.text("passkeys") == "goes"
}

fn remove(opened: &Opened, form: &Fields) -> Remove {
    if opened.asks_username && all_go(form) {
        return Remove::All;
    }
    Remove::These(opened.passkeys.iter().filter(|it| goes(form, &it.id.to_string())).map(|it| it.id).collect())
}

fn form_of(
    visit: &Visit,
    (opened, form): (&Opened, &Fields),
    fault: Option<WhoseFault>,
    refused: Vec<Fault>,
) -> Result<Response, Failure> {
    let passkeys = opened.passkeys.iter().map(|it| {
        let id = it.id.to_string();
        OldPasskey { goes: goes(form, &id), name: it.name.clone(), id }
    });
    let whose = if opened.asks_username {
        let typed = form.text("username");
        Whose::Asked { typed: typed.chars().take(LONGEST).collect(), fault }
    } else {
        Whose::Known { username: opened.name.clone() }
    };
    let min_length = visit.app().settings.password.min_length();
    let (passkeys, all_go) = (passkeys.collect(), all_go(form));
    visit.show(&SetPassword { page: visit.page(), whose, min_length, refused, passkeys, all_go })
}

/// 410: why, and the form to ask for a new link, with what was typed.
fn dead(visit: &Visit, why: Dead, typed: &str) -> Result<Response, Failure> {
    let username = typed.chars().take(LONGEST).collect();
    visit.show(&DeadLink { page: visit.page(), why, username })
}
