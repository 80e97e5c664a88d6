//! One visit to a page: who comes, from where, in which language, with which cookies. Every handler of a page takes one,
//! and answers through it.

use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};

use app::maintenance::{self, Told};
use app::{Ctx, SignedIn};
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE, LOCATION, USER_AGENT};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use domain::access::{
    AcceptRequests, Actor, AnswerRequests, EditTexts, HelpOne, ManageClients, ManageKeys, ManageStaff, SeeBoard,
    SeeDeadLetters, SeeRetention, SteerMaintenance, Team, anywhere, as_second_admin, in_organisation, in_team, own_log,
};
use domain::audit::Door;
use domain::device::Device;
use domain::role::Role;
use domain::session::Level;
use domain::time::Span;
use words::Words;

use crate::errors::Failure;
use crate::forms::Fields;
use crate::language::{self, Asked};
use crate::next::{own_path, with_query};
use crate::source;
use crate::state::Web;
use crate::views::View;
use crate::views::page::{self, Page, Place};

/// What a visit turns out to be, for the edge: an error page speaks the language and shows the name of whoever came.
pub(crate) type Seen = Arc<OnceLock<Shown>>;

/// What an error page needs of a visit.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    /// The words of whoever came.
    pub(crate) words: Words,
    /// Who it is.
    pub(crate) signed_in: Option<page::SignedIn>,
    /// The work that goes on.
    pub(crate) works: Vec<Told>,
}

/// One visit.
pub struct Visit {
    /// The pages.
    pub web: Arc<Web>,
    /// What use cases are given.
    pub ctx: Ctx,
    /// The query.
    pub query: Fields,
    /// The value of the session cookie; it may be dead.
    pub session: Option<String>,
    /// The value of the cookie that recognises the browser.
    pub device: Option<String>,
    /// The value of the cookie that binds the challenge of a passkey to the browser.
    pub passkey: Option<String>,
    /// Who holds the session, however far they are with signing in.
    pub holder: Option<SignedIn>,
    /// The planned work that goes on now, and touches whoever comes.
    works: Vec<Told>,
    asked: Option<Asked>,
    here: String,
}

impl FromRequestParts<Arc<Web>> for Visit {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Failure> {
        let query = Fields::parse(parts.uri.query().unwrap_or_default().as_bytes()).map_err(Failure::malformed)?;
        let asked = Asked::of(&query, web.demo);
        let accept = text(&parts.headers, ACCEPT_LANGUAGE);
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
        let source = source::of(peer, &parts.headers, &web.trusted);
        let device = text(&parts.headers, USER_AGENT).map_or(Device::UNKNOWN, Device::read);
        let mut ctx = web.app.ctx(&source, device, language::choose(asked, None, accept), Door::Page);
        let session = web.cookies.session(&parts.headers);
        let holder = match &session {
            Some(cookie) => app::sign_in::who(&web.app, &ctx, cookie).await?,
            None => None,
        };
        let own = holder.as_ref().filter(|holder| holder.level == Level::Full);
        ctx.language = language::choose(asked, own.and_then(|own| own.language), accept);
        let works = maintenance::told_to(&web.app, &ctx, own.map(|own| (&own.actor, own.dwelling))).await;
        if let Some(seen) = parts.extensions.get::<Seen>() {
            // Set once: a request is one visit.
            let signed_in = own.map(|own| in_the_header(&web.app, &ctx, own));
            let _ = seen.set(Shown { words: language::words(ctx.language, asked), signed_in, works: works.clone() });
        }
        let device = web.cookies.device(&parts.headers);
        let passkey = web.cookies.passkey(&parts.headers);
        let here = without_language(&parts.uri);
        Ok(Self { web: Arc::clone(web), ctx, query, session, device, passkey, holder, works, asked, here })
    }
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// Path and query of the page without `lang`, as it was asked for.
pub(crate) fn without_language(uri: &Uri) -> String {
    let pairs = uri.query().unwrap_or_default().split('&');
    let kept: Vec<&str> = pairs.filter(|pair| !pair.is_empty() && !pair.starts_with("lang=")).collect();
    if kept.is_empty() { uri.path().to_owned() } else { format!("{}?{}", uri.path(), kept.join("&")) }
}

/// How a signed-in person stands in the header of a page.
fn in_the_header(app: &app::App, ctx: &Ctx, signed_in: &SignedIn) -> page::SignedIn {
    let (left, warns) = app::sign_in::left(app, ctx, signed_in);
    page::SignedIn {
        name: signed_in.name.clone(),
        places: places(&signed_in.actor),
        resident: signed_in.dwelling.is_some(),
        address_missing: signed_in.address_missing,
        left: warns.then(|| left.into()),
    }
}

/// Where somebody may go. Whoever has one place only needs no menu.
fn places(actor: &Actor) -> Vec<Place> {
    let portal = match actor {
        Actor::Staff { role: Role::ProjectLead, .. } => true,
        Actor::Staff { organisation: Some(own), .. } => in_organisation::<SeeBoard>(actor, *own).is_ok(),
        _ => false,
    };
    let manages = |team| in_team::<ManageStaff>(actor, team).is_ok();
    if portal {
        let mut places = vec![Place::Start, Place::Projects];
        if let Actor::Staff { organisation: Some(own), .. } = actor {
            places.extend([Place::Users, Place::Proposals]);
            places.extend(in_organisation::<AnswerRequests>(actor, *own).is_ok().then_some(Place::Requests));
            places.extend(manages(Team::Client(*own)).then_some(Place::Colleagues));
            places.extend(in_organisation::<EditTexts>(actor, *own).is_ok().then_some(Place::Texts));
        }
        places.extend([Place::Worklist, Place::Letters, Place::Homes]);
        places.push(if actor.client().is_some() { Place::Planned } else { Place::Maintenance });
        places.push(Place::Log);
        return places;
    }
    let mut places = Vec::new();
    if anywhere::<ManageClients>(actor).is_ok() {
        places.extend([Place::Clients, Place::AllProjects]);
    }
    if manages(Team::Operator) {
        places.push(Place::Staff);
    }
    places.extend(as_second_admin(actor, Team::Operator).is_ok().then_some(Place::AdminProposals));
    places.extend(anywhere::<ManageKeys>(actor).is_ok().then_some(Place::Keys));
    places.extend(anywhere::<SeeDeadLetters>(actor).is_ok().then_some(Place::DeadLetters));
    places.extend(anywhere::<AcceptRequests>(actor).is_ok().then_some(Place::LinkRequests));
    places.extend(anywhere::<SeeRetention>(actor).is_ok().then_some(Place::Retention));
    if anywhere::<HelpOne>(actor).is_ok() {
        places.extend([Place::Desk, Place::DeskCases, Place::DeskTexts]);
    }
    places.extend(anywhere::<SteerMaintenance>(actor).is_ok().then_some(Place::Maintenance));
    places.extend(own_log(actor).is_ok().then_some(Place::Log));
    if !places.is_empty() {
        places.insert(0, Place::Start);
    }
    places
}

impl Visit {
    /// Whoever is signed in, all the way.
    #[must_use]
    pub fn signed_in(&self) -> Option<&SignedIn> {
        self.holder.as_ref().filter(|holder| holder.level == Level::Full)
    }

    /// The house.
    #[must_use]
    pub fn app(&self) -> &app::App {
        &self.web.app
    }

    /// Path and query of this page, without `lang`.
    #[must_use]
    pub fn here(&self) -> &str {
        &self.here
    }

    /// The common part of this page.
    #[must_use]
    pub fn page(&self) -> Page {
        self.page_at(&self.here)
    }

    /// The same for a page that stands at another address than the one asked for.
    #[must_use]
    pub fn page_at(&self, here: &str) -> Page {
        let signed_in = self.signed_in().map(|own| in_the_header(self.app(), &self.ctx, own));
        self.web.page(language::words(self.ctx.language, self.asked), here.to_owned(), signed_in, &self.works)
    }

    /// The page as an answer. When it was asked for with `?lang=`, its links and forms hand that on.
    pub fn show(&self, view: &impl View) -> Result<Response, Failure> {
        let html = view.render().map_err(|_| Failure::internal("a page could not be drawn"))?;
        let html = self.asked.map_or_else(|| html.clone(), |asked| language::keep(&html, asked));
        let kind = (axum::http::header::CONTENT_TYPE, "text/html; charset=utf-8");
        let spoken = (CONTENT_LANGUAGE, self.ctx.language.code());
        Ok((view.status(), [kind, spoken], html).into_response())
    }

    /// 303 to a path of ours, in the language that was asked for.
    #[must_use]
    pub fn go(&self, path: &str) -> Response {
        let target = match self.asked {
            Some(asked) if !path.contains("lang=") => with_query(path, "lang", asked.code()),
            _ => path.to_owned(),
        };
        let mut answer = StatusCode::SEE_OTHER.into_response();
        if let Ok(target) = HeaderValue::try_from(target) {
            answer.headers_mut().insert(LOCATION, target);
        }
        answer
    }

    /// 303 to the step of signing in that is missing; afterwards back to `next`.
    #[must_use]
    pub fn go_and_sign_in(&self, next: Option<&str>) -> Response {
        let step = match (&self.holder, &self.session) {
            (Some(holder), _) if holder.level != Level::Full => "/login/second-factor/",
            (None, Some(_)) => "/login/?after=session",
            _ => "/login/",
        };
        let mut answer = self.go(&next.map_or_else(|| step.to_owned(), |next| with_query(step, "next", next)));
        if self.holder.is_none() && self.session.is_some() {
            self.web.cookies.take_session(&mut answer);
        }
        answer
    }

    /// Where to go after signing in: `wanted` if it is a path of ours.
    #[must_use]
    pub fn next<'a>(&self, wanted: &'a str) -> Option<&'a str> {
        own_path(wanted)
    }

    /// How long from now until `end`.
    #[must_use]
    pub fn until(&self, end: domain::time::Time) -> Span {
        end - self.ctx.now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_page_leaves_the_language_out() {
        for (asked, here) in [
            ("/login/", "/login/"),
            ("/login/?lang=en", "/login/"),
            ("/login/?lang=en&next=%2F&username=A", "/login/?next=%2F&username=A"),
            ("/login/?a=1&lang=nl&b=2", "/login/?a=1&b=2"),
            ("/login/?language=x", "/login/?language=x"),
        ] {
            assert_eq!(without_language(&asked.parse().expect("a path")), here);
        }
    }
}
