//! `/uitleg/…`, `/privacy/` and `/toegankelijkheid/`: what people may want to know, in plain words; and for those who find
//! a weakness, where to report it. Anybody reads them, signed in or not.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use domain::language::Language;
use domain::time::Span;

use crate::errors::Failure;
use crate::router::SECURITY_TXT;
use crate::state::Web;
use crate::views::explain::{ExplainAddress, Explained, Facts, Topic};
use crate::visit::Visit;

/// How long what `security.txt` says holds. Whoever reads a copy that is older looks again (RFC 9116, 2.5.5: at most a year).
const HOLDS: Span = Span::days(180);

/// GET.
pub(crate) async fn index(visit: Visit) -> Result<Response, Failure> {
    show(&visit, Topic::Index)
}

/// GET.
pub(crate) async fn email_address(visit: Visit) -> Result<Response, Failure> {
    visit.show(&ExplainAddress { page: visit.page() })
}

/// GET.
pub(crate) async fn password(visit: Visit) -> Result<Response, Failure> {
    show(&visit, Topic::Password)
}

/// GET.
pub(crate) async fn no_mail(visit: Visit) -> Result<Response, Failure> {
    show(&visit, Topic::NoMail)
}

/// GET.
pub(crate) async fn real_mail(visit: Visit) -> Result<Response, Failure> {
    show(&visit, Topic::RealMail)
}

/// GET.
pub(crate) async fn privacy(visit: Visit) -> Result<Response, Failure> {
    show(&visit, Topic::Privacy)
}

/// GET.
pub(crate) async fn accessibility(visit: Visit) -> Result<Response, Failure> {
    show(&visit, Topic::Accessibility)
}

fn show(visit: &Visit, topic: Topic) -> Result<Response, Failure> {
    let settings = &visit.app().settings;
    let facts = Facts {
        least: settings.password.min_length(),
        sender: settings.mail_from.as_str().to_owned(),
        site: settings.public_url.clone(),
        life: settings.reset_life,
    };
    visit.show(&Explained { page: visit.page(), topic, facts })
}

/// `/.well-known/security.txt`, when the settings name a contact.
pub(crate) async fn security_txt(State(web): State<Arc<Web>>) -> Result<Response, Failure> {
    let settings = &web.app.settings;
    let contact = settings.security_contact.as_deref().ok_or_else(Failure::not_found)?;
    let expires = (web.app.clock.now() + HOLDS).rfc3339();
    let languages = Language::ALL.map(Language::code).join(", ");
    let canonical = settings.link(SECURITY_TXT);
    let text =
        format!("Contact: {contact}\nExpires: {expires}\nPreferred-Languages: {languages}\nCanonical: {canonical}\n");
    Ok(([(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response())
}
