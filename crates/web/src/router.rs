//! Every address of the house, on one screen. What stands in no line here is answered 404; a method that its line does
//! not name is answered 405.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Redirect;
use axum::routing::{MethodRouter, get, post};
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

use crate::around::around;
use crate::other_sites;
use crate::pages::{files, health, invitation, names, post as letters, reset, second_factor, service, sign_in, start};
use crate::pages::{not_found, with_slash, wrong_method};
use crate::state::Web;

/// Asking for a new password; stands in letters already printed.
pub(crate) const RESET: &str = "/login/accounts/pass/reset/";
/// The answer to it. No token is this short.
pub(crate) const RESET_ASKED: &str = "/login/accounts/pass/reset/gevraagd/";
/// Asking for the username.
pub(crate) const NAMES: &str = "/login/accounts/name/";
/// The answer to it.
pub(crate) const NAMES_ASKED: &str = "/login/accounts/name/gevraagd/";

/// The lists of a project: what takes an upload.
pub(crate) const LISTS: &str = "/service/projecten/{client}/{project}/lijst/";

/// The whole house.
pub fn router(web: Web) -> Router {
    router_with(web, Router::new())
}

/// The whole house with more pages (the demo's), under the same rules.
pub fn router_with(web: Web, more: Router<Arc<Web>>) -> Router {
    let web = Arc::new(web);
    let pages = Router::new()
        .page("/", get(start::show))
        .page("/login/", get(sign_in::show).post(sign_in::sign_in))
        .page("/login/second-factor/", get(second_factor::show).post(second_factor::give))
        .page("/logout/", post(sign_in::sign_out))
        .page(RESET, get(reset::show).post(reset::ask_for))
        .page(RESET_ASKED, get(reset::asked))
        .page("/login/accounts/pass/reset/{token}/", get(reset::open_link).post(reset::set_password))
        .page(NAMES, get(names::show).post(names::ask_for))
        .page(NAMES_ASKED, get(names::asked))
        .page("/invitation/{token}/", get(invitation::open_link).post(invitation::go_on))
        .page("/beheer/post/", get(letters::show).post(letters::try_again))
        .page("/service/", get(service::projects::enter))
        .page("/service/projecten/", get(service::projects::show))
        .page("/service/projecten/{client}/{project}/", get(service::board::show))
        .page(LISTS, get(service::lists::show).post(service::lists::take))
        .route("/service/projecten/{client}/{project}/lijst/sjabloon.csv", get(service::lists::template_csv))
        .route("/service/projecten/{client}/{project}/lijst/sjabloon.xlsx", get(service::lists::template_xlsx))
        .page("/service/projecten/{client}/{project}/lijst/{list}/", get(service::batch::show))
        .page("/service/projecten/{client}/{project}/lijst/{list}/stand/", get(service::batch::stand))
        .page("/service/projecten/{client}/{project}/lijst/{list}/kolommen/", post(service::columns::choose))
        .page("/service/projecten/{client}/{project}/lijst/{list}/bevestigen/", post(service::batch::confirm))
        .page("/service/projecten/{client}/{project}/lijst/{list}/weggooien/", post(service::batch::discard))
        .page(
            "/service/projecten/{client}/{project}/lijst/{list}/terugdraaien/",
            get(service::undo::show).post(service::undo::undo),
        )
        .route("/service/projecten/{client}/{project}/lijst/{list}/{file}", get(service::batch::file))
        .page("/service/woningen/", get(service::homes::show))
        .page("/service/werklijst/", get(service::worklist::show))
        .page("/service/werklijst/verstrekt/", get(service::handout::show).post(service::handout::tick))
        .page("/service/werklijst/terug/", get(service::handout::show_back).post(service::handout::take_back))
        .page("/service/mutaties/", get(service::tenant_change::list))
        .page("/service/mutaties/nieuw/", get(service::tenant_change::form).post(service::tenant_change::plan))
        .page("/service/mutaties/{change}/afzeggen/", post(service::tenant_change::cancel))
        .page("/service/brieven/", get(service::letters::show).post(service::letters::make))
        .route("/service/brieven/{file}", get(service::letters::instruction))
        .route("/service/brieven/{run}/{part}/brief.pdf", get(service::letters::file))
        // Forms bound themselves; an upload is bounded as it comes in.
        .layer(DefaultBodyLimit::disable())
        .merge(more)
        .layer(other_sites::forms(&web.app.settings.public_url))
        .layer(from_fn(other_sites::old_browsers));
    // Compression is for files only: a page holds secrets beside what somebody else typed (BREACH).
    let small = DefaultPredicate::new().and(NotForContentType::const_new("font/"));
    let files = Router::new()
        .route("/assets/{file}", get(files::file))
        .layer(CompressionLayer::new().compress_when(small))
        .route("/favicon.ico", get(files::icon));
    let machines = Router::new()
        .route("/healthz", get(health::lives))
        .route("/readyz", get(health::ready))
        .route("/.well-known/change-password", get(|| async { Redirect::to(RESET) }));
    pages
        .merge(files)
        .layer(from_fn(other_sites::parts))
        .merge(machines)
        .fallback(not_found)
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn_with_state(Arc::clone(&web), around))
        .with_state(web)
}

/// Adds a page; its address without the last slash leads to it.
pub trait Pages {
    /// `path` ends with a slash.
    #[must_use]
    fn page(self, path: &str, methods: MethodRouter<Arc<Web>>) -> Self;
}

impl Pages for Router<Arc<Web>> {
    fn page(self, path: &str, methods: MethodRouter<Arc<Web>>) -> Self {
        let router = self.route(path, methods);
        match path.strip_suffix('/') {
            Some(bare) if !bare.is_empty() => router.route(bare, get(with_slash).post(with_slash)),
            _ => router,
        }
    }
}
