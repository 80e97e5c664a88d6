//! Every page as a plain struct with what it shows, and a template. A view knows all the states of its
//! page and says which title, which mistakes and which status go with them. It looks nothing up and
//! decides nothing about rights: the handler fills it in.
//!
//! All words come from `translations/`; each view has samples, and the tests draw all of them in every
//! language to `target/gallery/`.

pub mod brand_css;
pub mod caller_check;
pub mod clients;
pub mod colleagues;
pub mod contact;
pub mod contact_ask;
pub mod contact_handout;
pub mod contacts;
pub mod data_ask;
pub mod dead_letters;
pub mod dead_link;
pub mod demo;
pub mod error;
pub mod explain;
mod faults;
pub mod invitation;
pub mod keys;
pub mod kit;
pub mod maintenance;
pub mod names;
pub mod objection;
pub mod own_address;
pub mod own_data;
pub mod own_home;
pub mod own_language;
pub mod page;
pub mod post;
pub mod reset;
pub mod retention;
pub mod said_dead;
pub mod second_factor;
pub mod security;
pub mod service;
pub mod set_password;
pub mod sign_in;
pub mod start;
pub mod still_here;
pub mod support;
pub mod texts;

#[cfg(test)]
mod contrast_tests;
#[cfg(test)]
mod disguise_tests;
#[cfg(test)]
mod gallery_tests;
#[cfg(test)]
mod kit_tests;

use std::borrow::Cow;

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

pub use faults::{Fault, Faults};
pub use page::{BrandOnPage, Page, Place, SignedIn};

/// What every page answers about itself.
pub trait View: Template {
    /// The name of the page; unique among the pages. The browser's title and mostly the heading.
    fn title(&self) -> Cow<'static, str>;

    /// What is wrong with what was typed, in the order of the fields.
    fn faults(&self) -> Faults {
        Faults::default()
    }

    /// The status of the answer: 422 when a form is refused, else 200, unless the view says otherwise.
    fn status(&self) -> StatusCode {
        if self.faults().is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
    }

    /// Read by staff: their help is a colleague, not the landlord.
    fn for_staff(&self) -> bool {
        false
    }

    /// Whoever reads it has an account to sign in to; a contact of a client has none.
    fn signs_in(&self) -> bool {
        true
    }

    /// The page as an answer. Headers that every answer carries are the router's.
    fn answer(&self) -> Response {
        let Ok(html) = self.render() else {
            tracing::error!("a page could not be drawn");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        (self.status(), [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
    }
}
