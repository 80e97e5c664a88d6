//! One request of a program: who it is, counted, before anything else is read. Its key is looked up once more by each use
//! case, in the transaction that acts.

use std::net::SocketAddr;
use std::sync::Arc;

use app::keys::{self, EnterError, Entered};
use app::{App, Caller, Ctx};
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use domain::audit::Door;
use domain::device::Device;
use domain::language::Language;
use domain::naming::{ProjectPath, Slug};
use secrecy::{ExposeSecret, SecretString};

use super::{Problem, Stop};
use crate::api::problem::Kind;
use crate::forms::Fields;
use crate::source;
use crate::state::Web;

/// A request of a program.
#[derive(Clone)]
pub(crate) struct Call {
    web: Arc<Web>,
    /// What use cases are given.
    pub(crate) ctx: Ctx,
    /// The program.
    pub(crate) who: Entered,
    /// The query.
    pub(crate) query: Arc<Fields>,
    key: SecretString,
}

impl FromRequestParts<Arc<Web>> for Call {
    type Rejection = Stop;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Stop> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
        let source = source::of(peer, &parts.headers, &web.trusted);
        let ctx = web.app.ctx(&source, Device::UNKNOWN, Language::Nl, Door::Api);
        let key = key_of(&parts.headers).ok_or_else(Problem::unauthorized)?;
        let who = match keys::enter(&web.app, &ctx, key.expose_secret()).await {
            Ok(who) => who,
            Err(EnterError::Unknown) => return Err(Problem::unauthorized().into()),
            Err(EnterError::TooMany { wait }) => {
                return Err(Problem::new(Kind::TooMany, "This key asks too much. See Retry-After.").after(wait).into());
            }
            Err(EnterError::Store(error)) => return Err(error.into()),
        };
        let query = Fields::parse(parts.uri.query().unwrap_or_default().as_bytes());
        let query = query.map_err(|_| {
            Problem::bad_request("The query cannot be read: a parameter comes twice, is an array, or is no text.")
        })?;
        Ok(Self { web: Arc::clone(web), ctx, who, query: Arc::new(query), key })
    }
}

/// What is sent as a key: one header, `Bearer`, one word.
fn key_of(headers: &HeaderMap) -> Option<SecretString> {
    let mut sent = headers.get_all(AUTHORIZATION).iter();
    let (one, none) = (sent.next()?, sent.next());
    let (scheme, key) = one.to_str().ok()?.split_once(' ')?;
    let fits = none.is_none() && scheme.eq_ignore_ascii_case("bearer");
    fits.then(|| SecretString::from(key.trim()))
}

impl Call {
    /// The house.
    pub(crate) fn app(&self) -> &App {
        &self.web.app
    }

    /// The program, to be looked up in the transaction that acts.
    pub(crate) fn caller(&self) -> Caller<'_> {
        Caller::Key(self.key.expose_secret())
    }

    /// A project of the program's client.
    pub(crate) fn project(&self, slug: Slug) -> ProjectPath {
        ProjectPath { organisation: self.who.client.clone(), project: slug }
    }

    /// Refuses a query with parameters that this address does not know: one that was misspelt would give an answer to
    /// another question.
    pub(crate) fn only(&self, known: &[&str]) -> Result<(), Problem> {
        match self.query.names().find(|name| !known.contains(name)) {
            None => Ok(()),
            Some(name) => Err(Problem::parameter(name, "this parameter is not known here")),
        }
    }
}
