//! `/woning/e-mailadres/` and the links of its mails: a resident changes or fills in the own address (PRODUCT 3.3). Opening a
//! link changes nothing (law 5).

use app::own_address::{AskError, By, ConfirmError, Opened, Wish, ask, confirm, open_confirm, open_undo, undo};
use app::{Caller, SayError};
use axum::http::Uri;
use axum::response::Response;
use domain::email::Address;
use domain::time::{Span, Time};
use domain::token::Dead;

use super::security::passkeys;
use super::{barred_at, token};
use crate::errors::{Failure, retry_after};
use crate::forms::{Fields, Form};
use crate::next::with_query;
use crate::router::{ADDRESS_BACK, ADDRESS_CONFIRMED, OWN_ADDRESS};
use crate::views::objection::UsernameFault;
use crate::views::own_address::{
    AddressBack, AddressConfirm, AddressConfirmed, AddressFault, AddressForm, AddressMissing, AddressUndo,
    DEAD_CONFIRM, DEAD_UNDO, PasswordFault,
};
use crate::views::own_home::Told;
use crate::views::said_dead::SaidDead;
use crate::visit::Visit;

/// Longer than any username or address.
const LONGEST: usize = 320;

/// The resident who is signed in; everybody else goes to sign in, and staff have no home here.
pub(super) fn resident<'a>(visit: &'a Visit, here: &str) -> Result<Caller<'a>, Box<Response>> {
    match (&visit.session, visit.signed_in()) {
        (Some(cookie), Some(_)) => Ok(Caller::Cookie(cookie)),
        _ => Err(Box::new(visit.go_and_sign_in(Some(here)))),
    }
}

/// GET.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    form(&visit, &Fields::none(), None).await
}

/// The form, perhaps with what is wrong; the new address stays, a password never does.
async fn form(visit: &Visit, typed: &Fields, fault: Option<AddressFault>) -> Result<Response, Failure> {
    let who = match resident(visit, OWN_ADDRESS) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let seen = match app::own_home::see(visit.app(), &visit.ctx, who).await {
        Ok(seen) => seen,
        Err(error) => return barred_at(visit, OWN_ADDRESS, error),
    };
    visit.show(&AddressForm {
        page: visit.page_at(OWN_ADDRESS),
        username: seen.behind.username,
        told_before: seen.address.as_ref().is_some_and(|linked| linked.confirmed),
        now: seen.address.map(|linked| linked.address),
        email: typed.text("email").chars().take(LONGEST).collect(),
        passkey: passkeys::has_one(visit).await?,
        fault,
    })
}

/// POST `email`, `password` or a passkey, and `sure` (`yes`) for an address that looks like a typing error.
pub(crate) async fn ask_for(visit: Visit, Form(typed): Form) -> Result<Response, Failure> {
    let who = match resident(&visit, OWN_ADDRESS) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let again = |fault| form(&visit, &typed, Some(fault));
    let address = match Address::parse(typed.text("email").trim()) {
        Ok(address) => address,
        Err(fault) => return again(AddressFault::Address(fault)).await,
    };
    if let Some(domain) = address.typo_hint().filter(|_| typed.text("sure") != "yes") {
        return again(AddressFault::Typo { meant: format!("{}@{domain}", address.local()) }).await;
    }
    let Some(proof) = passkeys::proof(&typed, "password") else {
        return again(AddressFault::Password(PasswordFault::Empty)).await;
    };
    let wish = Wish { address, proof };
    match ask(visit.app(), &visit.ctx, who, wish).await {
        Ok(()) => Ok(visit.go(&with_query("/woning/", "told", Told::Asked.word()))),
        Err(AskError::Same) => again(AddressFault::Same).await,
        Err(AskError::WrongPassword) => again(AddressFault::Password(PasswordFault::Wrong)).await,
        Err(AskError::Passkey) => again(AddressFault::Password(PasswordFault::Passkey)).await,
        Err(AskError::TooOften { seconds }) => {
            let wait = Span::seconds(seconds);
            let mut answer = again(AddressFault::TooOften(wait)).await?;
            retry_after(&mut answer, wait);
            Ok(answer)
        }
        Err(AskError::Busy { seconds }) => Err(Failure::busy(seconds)),
        Err(AskError::Barred(error)) => barred_at(&visit, OWN_ADDRESS, error),
    }
}

/// GET: at each sign-in to an account without an address; the way on is beside it.
pub(crate) async fn missing(visit: Visit) -> Result<Response, Failure> {
    let next = visit.next(visit.query.text("next")).unwrap_or("/");
    match visit.signed_in() {
        Some(signed_in) if signed_in.address_missing => {
            visit.show(&AddressMissing { page: visit.page(), next: next.to_owned() })
        }
        Some(_) => Ok(visit.go(next)),
        None => Ok(visit.go_and_sign_in(None)),
    }
}

/// GET of the link that went to the new address, by anybody, however often.
pub(crate) async fn open_new(visit: Visit, uri: Uri) -> Result<Response, Failure> {
    let Some(token) = token(uri.path()) else { return dead_new(&visit, Dead::Unknown) };
    match open_confirm(visit.app(), &visit.ctx, token, visit.signed_in()).await? {
        Ok(opened) => confirm_form(&visit, opened, None),
        Err(why) => dead_new(&visit, why),
    }
}

/// POST `password`, unless the own account is signed in.
pub(crate) async fn confirm_new(visit: Visit, uri: Uri, Form(typed): Form) -> Result<Response, Failure> {
    let Some(token) = token(uri.path()) else { return dead_new(&visit, Dead::Unknown) };
    let opened = match open_confirm(visit.app(), &visit.ctx, token, visit.signed_in()).await? {
        Ok(opened) => opened,
        Err(why) => return dead_new(&visit, why),
    };
    let by = match &visit.session {
        Some(cookie) if opened.own => By::SignedIn(Caller::Cookie(cookie)),
        _ if typed.text("password").is_empty() => return confirm_form(&visit, opened, Some(PasswordFault::Empty)),
        _ => By::Password(typed.secret("password")),
    };
    match confirm(visit.app(), &visit.ctx, token, by).await {
        Ok(()) if opened.own => Ok(visit.go(&with_query("/woning/", "told", Told::Confirmed.word()))),
        Ok(()) => Ok(visit.go(ADDRESS_CONFIRMED)),
        Err(ConfirmError::WrongPassword) => confirm_form(&visit, opened, Some(PasswordFault::Wrong)),
        Err(ConfirmError::Dead(why)) => dead_new(&visit, why),
        Err(ConfirmError::Busy { seconds }) => Err(Failure::busy(seconds)),
        Err(ConfirmError::Store(error)) => Err(error.into()),
    }
}

fn confirm_form(visit: &Visit, opened: Opened, fault: Option<PasswordFault>) -> Result<Response, Failure> {
    visit.show(&AddressConfirm { page: visit.page(), address: opened.address, own: opened.own, fault })
}

/// 410: why, and the way on.
fn dead_new(visit: &Visit, why: Dead) -> Result<Response, Failure> {
    visit.show(&SaidDead { page: visit.page(), why, said: &DEAD_CONFIRM })
}

/// GET: nothing changes.
pub(crate) async fn confirmed(visit: Visit) -> Result<Response, Failure> {
    visit.show(&AddressConfirmed { page: visit.page() })
}

/// GET of the link that went to the address before, by anybody, however often.
pub(crate) async fn open_old(visit: Visit, uri: Uri) -> Result<Response, Failure> {
    let Some(token) = token(uri.path()) else { return dead_old(&visit, Dead::Unknown) };
    match open_undo(visit.app(), &visit.ctx, token).await? {
        Ok(told) => undo_form(&visit, told.at, "", None),
        Err(why) => dead_old(&visit, why),
    }
}

/// POST `username`.
pub(crate) async fn take_back(visit: Visit, uri: Uri, Form(typed): Form) -> Result<Response, Failure> {
    let Some(token) = token(uri.path()) else { return dead_old(&visit, Dead::Unknown) };
    let told = match open_undo(visit.app(), &visit.ctx, token).await? {
        Ok(told) => told,
        Err(why) => return dead_old(&visit, why),
    };
    let username = typed.text("username");
    if username.trim().is_empty() {
        return undo_form(&visit, told.at, "", Some(UsernameFault::Empty));
    }
    match undo(visit.app(), &visit.ctx, token, username).await {
        Ok(()) => Ok(visit.go(ADDRESS_BACK)),
        Err(SayError::WrongUsername) => undo_form(&visit, told.at, username, Some(UsernameFault::Wrong)),
        Err(SayError::Dead(why)) => dead_old(&visit, why),
        Err(SayError::Store(error)) => Err(error.into()),
    }
}

fn undo_form(visit: &Visit, at: Time, typed: &str, fault: Option<UsernameFault>) -> Result<Response, Failure> {
    let username = typed.chars().take(LONGEST).collect();
    visit.show(&AddressUndo { page: visit.page(), at, username, fault })
}

/// 410: why, and the way on.
fn dead_old(visit: &Visit, why: Dead) -> Result<Response, Failure> {
    visit.show(&SaidDead { page: visit.page(), why, said: &DEAD_UNDO })
}

/// GET: nothing changes.
pub(crate) async fn put_back(visit: Visit) -> Result<Response, Failure> {
    visit.show(&AddressBack { page: visit.page() })
}
