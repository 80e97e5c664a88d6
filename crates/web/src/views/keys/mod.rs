//! `/beheer/sleutels/`: the keys of clients' programs as the operator's admins see them.
//!
//! GET the list (`?told=revoked`); GET and POST `nieuw/` (`client`, `name`, `scope-…`, `last`), which answers with the key itself, once;
//! POST `{key}/intrekken/`.

pub mod list;
pub mod made;
pub mod new;

use std::borrow::Cow;

use domain::key::KeyScope;

use super::Page;
use super::service::{Crumb, Frame};

/// The list of keys.
pub const KEYS: &str = "/beheer/sleutels/";
/// The form for a new one.
pub const NEW_KEY: &str = "/beheer/sleutels/nieuw/";

/// What a key is good for, in words.
fn scope(page: &Page, scope: KeyScope) -> Cow<'static, str> {
    page.w.t(match scope {
        KeyScope::HomesRead => words::key!("staff-key-scope-homes"),
        KeyScope::HomesWrite => words::key!("staff-key-scope-edit"),
        KeyScope::AddressesWrite => words::key!("staff-key-scope-addresses"),
        KeyScope::TenantChangesWrite => words::key!("staff-key-scope-changes"),
        KeyScope::HandoutsWrite => words::key!("staff-key-scope-handouts"),
        KeyScope::AccessWrite => words::key!("staff-key-scope-access"),
    })
}

/// The frame of a page below the list.
fn frame(page: &Page, own: Cow<'static, str>) -> Frame {
    let list = Crumb { name: page.w.t("staff-key-title"), href: Some(KEYS.to_owned()), here: false };
    let crumbs = vec![list, Crumb { name: own.clone(), href: None, here: true }];
    Frame { crumbs, heading: own, tabs: Vec::new() }
}
