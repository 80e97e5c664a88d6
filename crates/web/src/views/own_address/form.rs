//! `/woning/e-mailadres/`. POST `email`, `password`, `sure` (`yes`); 303 to `/woning/`. And `/login/e-mailadres/`, the page at
//! sign-in for who has no address, which can be skipped.

use std::borrow::Cow;

use askama::Template;
use axum::http::StatusCode;
use domain::email::AddressFault as Address;
use domain::time::Span;
use words::t;

use super::PasswordFault;
use crate::views::{Faults, Page, View};

/// The new address, and the password once more.
#[derive(Debug, Template)]
#[template(path = "own_address/form.html")]
pub struct AddressForm {
    /// What every page has; `signed_in` is filled.
    pub page: Page,
    /// The username, for password managers.
    pub username: String,
    /// The address in force.
    pub now: Option<String>,
    /// Its owner proved it, and hears of the change.
    pub told_before: bool,
    /// A passkey does as well as the password.
    pub passkey: bool,
    /// The new address as typed.
    pub email: String,
    /// What is wrong.
    pub fault: Option<AddressFault>,
}

/// Why nothing was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AddressFault {
    /// It is no address.
    Address(Address),
    /// It looks like a typing error.
    Typo {
        /// What was probably meant.
        meant: String,
    },
    /// It is the address in force.
    Same,
    /// The password proves nothing.
    Password(PasswordFault),
    /// Too many tries, or too many addresses; again after this time.
    TooOften(Span),
}

impl View for AddressForm {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t(if self.now.is_some() {
            words::key!("own-address-change")
        } else {
            words::key!("own-address-fill")
        })
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        let Some(fault) = &self.fault else { return Faults::default() };
        match fault {
            AddressFault::Address(fault) => Faults::one("email", w.t(words_of(*fault))),
            AddressFault::Typo { meant } => Faults::one("email", t!(w, "own-address-typo", meant = meant)),
            AddressFault::Same => Faults::one("email", w.t("own-address-same")),
            AddressFault::Password(fault) => Faults::one("password", fault.words(w)),
            AddressFault::TooOften(wait) => Faults::one("email", t!(w, "own-address-often", wait = w.lasts(*wait))),
        }
    }

    fn status(&self) -> StatusCode {
        match self.fault {
            None => StatusCode::OK,
            Some(AddressFault::TooOften(_)) => StatusCode::TOO_MANY_REQUESTS,
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}

const fn words_of(fault: Address) -> &'static str {
    match fault {
        Address::Empty => words::key!("own-address-empty"),
        Address::NoAt => words::key!("own-address-no-at"),
        Address::ManyAts => words::key!("own-address-many"),
        Address::Sign => words::key!("own-address-sign"),
        Address::Dot => words::key!("own-address-dot"),
        Address::Domain => words::key!("own-address-domain"),
        Address::TooLong => words::key!("own-address-long"),
    }
}

impl AddressForm {
    /// The tick for an address that only looks like a typing error.
    fn asks_sure(&self) -> bool {
        matches!(self.fault, Some(AddressFault::Typo { .. }))
    }

    /// What happens after the button.
    fn next(&self) -> Cow<'static, str> {
        self.page.w.t(match (&self.now, self.told_before) {
            (_, true) => words::key!("own-address-next-told"),
            (Some(_), false) => words::key!("own-address-next-change"),
            (None, _) => words::key!("own-address-next-fill"),
        })
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let of = |page: Page, now: Option<&str>, email: &str, fault| Self {
            page: page.at("/woning/e-mailadres/"),
            username: "ALMELO01".to_owned(),
            now: now.map(str::to_owned),
            told_before: now.is_some(),
            passkey: false,
            email: email.to_owned(),
            fault,
        };
        let known = Some("jan@example.nl");
        let change = |email: &str, fault| of(page.for_resident(), known, email, Some(fault));
        let typo = AddressFault::Typo { meant: "jan@gmail.com".to_owned() };
        vec![
            ("own-address", of(page.for_resident(), known, "", None)),
            ("own-address-first", of(page.without_address(), None, "", None)),
            ("own-address-linked", Self { told_before: false, ..of(page.for_resident(), known, "", None) }),
            ("own-address-empty", change("", AddressFault::Address(Address::Empty))),
            ("own-address-no-at", change("jan.example.nl", AddressFault::Address(Address::NoAt))),
            ("own-address-sign", change("jan <b> @example.nl", AddressFault::Address(Address::Sign))),
            ("own-address-typo", change("jan@gmial.com", typo)),
            ("own-address-same", change("jan@example.nl", AddressFault::Same)),
            ("own-address-password", change("piet@example.nl", AddressFault::Password(PasswordFault::Wrong))),
            ("own-address-no-password", change("piet@example.nl", AddressFault::Password(PasswordFault::Empty))),
            (
                "own-address-passkey",
                Self { passkey: true, ..change("piet@example.nl", AddressFault::Password(PasswordFault::Passkey)) },
            ),
            ("own-address-often", change("piet@example.nl", AddressFault::TooOften(Span::minutes(40)))),
        ]
    }
}

/// There is no address: why one helps, the way to the form, and the way on.
#[derive(Debug, Template)]
#[template(path = "own_address/missing.html")]
pub struct AddressMissing {
    /// What every page has; `signed_in` is filled.
    pub page: Page,
    /// Where to go on: an own path, checked by the handler.
    pub next: String,
}

impl View for AddressMissing {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("missing-title")
    }
}

impl AddressMissing {
    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let page = page.without_address().at("/login/e-mailadres/?next=%2Fwoning%2F");
        vec![("address-missing", Self { page, next: "/woning/".to_owned() })]
    }
}
