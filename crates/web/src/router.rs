//! Every address of the house, on one screen. What stands in no line here is answered 404; a method that its line does
//! not name is answered 405.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Redirect;
use axum::routing::{MethodRouter, delete, get, post, put};
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

use crate::api;
use crate::around::around;
use crate::other_sites;
use crate::pages::{
    caller_check, clients, colleagues, contact, contact_ask, contact_handout, contacts, data_ask, explain, files,
    health, incident, invitation, keys, maintenance, names, objection, own_address, own_data, own_home, own_language,
    post as letters, reset, retention, second_factor, security, service, sign_in, start, still_here, support,
    where_is_my_mail,
};
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

/// A signed-in resident objects to a change of the own address.
pub(crate) const OBJECT: &str = "/email/object/";
/// The answer to an objection by a link. No token is this short.
pub(crate) const OBJECTED: &str = "/email/object/done/";

/// The answer to who says to live there still. No token is this short.
pub(crate) const STILL_HERE_SAID: &str = "/email/still-here/done/";

/// The answer to whoever proved a mailbox. No token is this short.
pub(crate) const CONTACT_DONE: &str = "/contact/done/";
/// Residents were ticked as told. No token is this short.
pub(crate) const HANDED_OUT: &str = "/contact/verstrekken/klaar/";
/// A new link is on its way, if there is anything to do.
pub(crate) const HANDOUT_RENEWED: &str = "/contact/verstrekken/nieuw/";
/// A contact answered what a resident asked. No token is this short.
pub(crate) const DATA_ANSWERED: &str = "/contact/verzoek/gegeven/";
/// The answers to a contact who was asked whether something is right. No token is this short.
pub(crate) const ASKED_DONE: &str = "/contact/vraag/ja/";
/// It said no.
pub(crate) const ASKED_STOPPED: &str = "/contact/vraag/nee/";
/// It said yes, and it is another account or home by now.
pub(crate) const ASKED_OVERTAKEN: &str = "/contact/vraag/veranderd/";
/// The answer to whoever proved to the help desk to be it. No token is this short.
pub(crate) const CALLER_CONFIRMED: &str = "/belcontrole/klaar/";
/// The answer to whoever told that somebody else asks in their name.
pub(crate) const CALLER_DENIED: &str = "/belcontrole/gemeld/";
/// Who is warned that the session ends goes on.
pub(crate) const STAY: &str = "/login/stay/";
/// A resident changes or fills in the own address.
pub(crate) const OWN_ADDRESS: &str = "/woning/e-mailadres/";
/// Told at sign-in that there is none; can be skipped.
pub(crate) const ADDRESS_MISSING: &str = "/login/e-mailadres/";
/// The answer to who confirmed a new address. No token is this short.
pub(crate) const ADDRESS_CONFIRMED: &str = "/email/confirm/done/";
/// The answer to who took a change of the address back.
pub(crate) const ADDRESS_BACK: &str = "/email/undo/done/";
/// Why we ask for an address.
pub(crate) const EXPLAIN_ADDRESS: &str = "/uitleg/e-mailadres/";

/// Where to report a weakness (RFC 9116, 3).
pub(crate) const SECURITY_TXT: &str = "/.well-known/security.txt";

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
        .page("/login/passkey/", post(sign_in::passkey))
        .page("/login/passkey/challenge/", post(sign_in::challenge))
        .page(STAY, post(sign_in::stay))
        .page("/login/second-factor/", get(second_factor::show).post(second_factor::give))
        .page("/logout/", post(sign_in::sign_out))
        .page(RESET, get(reset::show).post(reset::ask_for))
        .page(RESET_ASKED, get(reset::asked))
        .page("/login/accounts/pass/reset/{token}/", get(reset::open_link).post(reset::set_password))
        .page(NAMES, get(names::show).post(names::ask_for))
        .page(NAMES_ASKED, get(names::asked))
        .page("/invitation/{token}/", get(invitation::open_link).post(invitation::go_on))
        .page(OBJECT, post(objection::by_resident))
        .page(OBJECTED, get(objection::done))
        .page("/email/object/{token}/", get(objection::open_link).post(objection::by_link))
        .page(STILL_HERE_SAID, get(still_here::done))
        .page("/email/still-here/{token}/", get(still_here::open_link).post(still_here::by_link))
        .page("/contact/{token}/", get(contact::open_link).post(contact::prove))
        .page(CONTACT_DONE, get(contact::done))
        .page("/contact/vraag/{token}/", get(contact_ask::open_link).post(contact_ask::answer))
        .page("/contact/verzoek/{token}/", get(data_ask::open_link).post(data_ask::answer))
        .page(DATA_ANSWERED, get(data_ask::done))
        .page(ASKED_DONE, get(contact_ask::done))
        .page(ASKED_STOPPED, get(contact_ask::stopped))
        .page(ASKED_OVERTAKEN, get(contact_ask::overtaken))
        .page(HANDED_OUT, get(contact_handout::done))
        .page(HANDOUT_RENEWED, get(contact_handout::renewed))
        .page("/contact/verstrekken/{token}/", get(contact_handout::open_link).post(contact_handout::show))
        .route("/contact/verstrekken/{token}/brieven.pdf", post(contact_handout::letters))
        .route("/contact/verstrekken/{token}/{file}", post(contact_handout::list))
        .page("/contact/verstrekken/{token}/klaar/", post(contact_handout::tick))
        .page("/contact/verstrekken/{token}/nieuw/", post(contact_handout::renew))
        .page(CALLER_CONFIRMED, get(caller_check::confirmed))
        .page(CALLER_DENIED, get(caller_check::denied))
        .page("/belcontrole/{token}/", get(caller_check::open_link).post(caller_check::answer))
        .page("/woning/", get(own_home::show))
        .page(OWN_ADDRESS, get(own_address::show).post(own_address::ask_for))
        .page(ADDRESS_MISSING, get(own_address::missing))
        .page(ADDRESS_CONFIRMED, get(own_address::confirmed))
        .page("/email/confirm/{token}/", get(own_address::open_new).post(own_address::confirm_new))
        .page(ADDRESS_BACK, get(own_address::put_back))
        .page("/email/undo/{token}/", get(own_address::open_old).post(own_address::take_back))
        .page("/taal/", get(own_language::show).post(own_language::choose))
        .page("/uitleg/", get(explain::index))
        .page(EXPLAIN_ADDRESS, get(explain::email_address))
        .page("/gegevens/", get(own_data::show))
        .route("/gegevens/gegevens.json", get(own_data::take))
        .page("/gegevens/logboek/", get(own_data::log))
        .page("/uitleg/wachtwoord/", get(explain::password))
        .page("/uitleg/geen-mail/", get(explain::no_mail))
        .page("/uitleg/echte-mail/", get(explain::real_mail))
        .page("/privacy/", get(explain::privacy))
        .page("/toegankelijkheid/", get(explain::accessibility))
        .page("/gegevens/verzoek/", get(own_data::show_request).post(own_data::ask))
        .page("/beveiliging/", get(security::show))
        .page("/beveiliging/wachtwoord/", get(security::show_password).post(security::set_password))
        .page("/beveiliging/apparaten/", post(security::sign_out))
        .page("/beveiliging/alles-intrekken/", get(security::show_end).post(security::end))
        .page("/beveiliging/passkeys/", post(security::passkeys::add))
        .page("/beveiliging/passkeys/nieuw/", get(security::passkeys::new).post(security::passkeys::begin))
        .page("/beveiliging/passkeys/vraag/", post(security::passkeys::challenge))
        .page("/beveiliging/passkeys/{passkey}/", get(security::passkeys::show).post(security::passkeys::rename))
        .page("/beveiliging/passkeys/{passkey}/weg/", post(security::passkeys::remove))
        .page("/uitleg/passkeys/", get(security::passkeys::explained))
        .page("/uitleg/veilig-thuis/", get(security::safe_home))
        .page("/beheer/post/", get(letters::show).post(letters::try_again))
        .page("/beheer/", get(clients::enter))
        .page("/beheer/opdrachtgevers/", get(clients::list))
        .page("/beheer/nieuwe-opdrachtgever/", get(clients::new::client).post(clients::new::add_client))
        .page("/beheer/opdrachtgevers/{client}/", get(clients::client::show))
        .page("/beheer/opdrachtgevers/{client}/beheerder/", post(clients::client::invite))
        .page(
            "/beheer/opdrachtgevers/{client}/bevriezen/",
            get(clients::client::look_at_freezing).post(clients::client::freeze),
        )
        .page("/beheer/opdrachtgevers/{client}/vrijgeven/", post(clients::client::release))
        .page("/beheer/opdrachtgevers/{client}/mail/", post(clients::client::freeze_mail))
        .page("/beheer/opdrachtgevers/{client}/tweede-factor/", post(clients::client::lost_factor))
        .page("/beheer/opdrachtgevers/{client}/contactpersonen/", get(contacts::list).post(contacts::enter))
        .page("/beheer/opdrachtgevers/{client}/contactpersonen/{contact}/opnieuw/", post(contacts::again))
        .page(
            "/beheer/opdrachtgevers/{client}/contactpersonen/{contact}/beeindigen/",
            get(contacts::end::show).post(contacts::end::run),
        )
        .page("/beheer/overdragen/", get(clients::move_homes::show).post(clients::move_homes::run))
        .page("/beheer/voorstellen/", get(service::proposals::list))
        .page("/beheer/voorstellen/{proposal}/", get(service::proposals::show).post(service::proposals::decide))
        .page("/beheer/projecten/", get(clients::projects))
        .page("/beheer/nieuw-project/", get(clients::new::project).post(clients::new::add_project))
        .page("/beheer/projecten/{client}/{project}/", get(clients::project::show).post(clients::project::deliver))
        .page("/beheer/medewerkers/", get(colleagues::list))
        .page("/beheer/medewerkers/nieuw/", get(colleagues::invite::show).post(colleagues::invite::invite))
        .page("/beheer/medewerkers/nalopen/", get(colleagues::review::show).post(colleagues::review::go_over))
        .page("/beheer/medewerkers/{colleague}/opnieuw/", post(colleagues::again))
        .page("/beheer/medewerkers/{colleague}/tweede-factor/", post(colleagues::lost_factor))
        .page("/beheer/medewerkers/{colleague}/beeindigen/", get(colleagues::end::show).post(colleagues::end::end))
        .page(
            "/beheer/medewerkers/{colleague}/projecten/",
            get(colleagues::projects::show).post(colleagues::projects::change),
        )
        .page("/beheer/sleutels/", get(keys::list))
        .page("/beheer/sleutels/nieuw/", get(keys::form).post(keys::make))
        .page("/beheer/sleutels/{key}/intrekken/", post(keys::revoke))
        .page("/beheer/bewaartermijnen/", get(retention::show))
        .page("/beheer/bewaartermijnen/termijn/", post(retention::change))
        .page("/beheer/bewaartermijnen/bewaarplicht/", post(retention::hold))
        .page("/beheer/bewaartermijnen/bewaarplicht/{hold}/beeindigen/", post(retention::end_hold))
        .page("/beheer/incident/", get(incident::show))
        .page("/support/koppelverzoeken/", get(support::link_requests::list))
        .page(
            "/support/koppelverzoeken/{request}/",
            get(support::link_requests::show).post(support::link_requests::decide),
        )
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
        .page("/service/gebruikers/", get(service::users::show))
        .page("/service/voorstellen/", get(service::proposals::list))
        .page("/service/voorstellen/{proposal}/", get(service::proposals::show).post(service::proposals::decide))
        .page("/service/verzoeken/", get(service::requests::list))
        .page("/service/verzoeken/{request}/", post(service::requests::answer))
        .page("/service/woningen/", get(service::homes::show))
        .page("/service/woningen/nieuw/", get(service::home_form::new).post(service::home_form::add))
        .page("/service/woningen/{home}/", get(service::home::show))
        .page("/service/woningen/{home}/post/", get(where_is_my_mail::of_home))
        .page("/support/post/{account}/", get(where_is_my_mail::of_account))
        .page("/service/woningen/{home}/wijzigen/", get(service::home_form::show).post(service::home_form::edit))
        .page("/service/woningen/{home}/accounts/nieuw/", get(service::accounts::new).post(service::accounts::add))
        .page(
            "/service/woningen/{home}/accounts/{account}/beeindigen/",
            get(service::accounts::show_end).post(service::accounts::end),
        )
        .page("/service/woningen/{home}/e-mailadres/", get(service::link::show).post(service::link::link))
        .page("/service/woningen/{home}/vertrek/", get(service::one_leaves::show).post(service::one_leaves::renew))
        .page("/service/woningen/{home}/intrekken/", get(service::revoke::show).post(service::revoke::revoke))
        .page("/service/werklijst/", get(service::worklist::show))
        .page("/service/werklijst/tegelijk/", get(service::many::show).post(service::many::run))
        .page("/service/werklijst/verstrekt/", get(service::handout::show).post(service::handout::tick))
        .page("/service/werklijst/terug/", get(service::handout::show_back).post(service::handout::take_back))
        .page("/service/mutaties/", get(service::tenant_change::list))
        .page("/service/mutaties/nieuw/", get(service::tenant_change::form).post(service::tenant_change::plan))
        .page("/service/mutaties/{change}/afzeggen/", post(service::tenant_change::cancel))
        .page(
            "/service/mutaties/{change}/terugdraaien/",
            get(service::undo_change::show).post(service::undo_change::propose),
        )
        .page("/service/contactpersonen/", get(contacts::own))
        .page("/service/contactpersonen/{contact}/opnieuw/", post(contacts::own_again))
        .page("/service/contactpersonen/{contact}/beeindigen/", get(contacts::end::own).post(contacts::end::run_own))
        .page(
            "/service/projecten/{client}/{project}/contactpersoon/",
            get(contacts::for_project).post(contacts::enter_for_project),
        )
        .page("/service/projecten/{client}/{project}/contactpersoon/{contact}/intrekken/", post(contacts::withdraw))
        .page("/service/collegas/", get(colleagues::list))
        .page("/service/collegas/nieuw/", get(colleagues::invite::show).post(colleagues::invite::invite))
        .page("/service/collegas/nalopen/", get(colleagues::review::show).post(colleagues::review::go_over))
        .page("/service/collegas/{colleague}/opnieuw/", post(colleagues::again))
        .page("/service/collegas/{colleague}/tweede-factor/", post(colleagues::lost_factor))
        .page("/service/collegas/{colleague}/beeindigen/", get(colleagues::end::show).post(colleagues::end::end))
        .page("/service/collegas/{colleague}/rol/", post(colleagues::role))
        .page("/service/brieven/contactpersonen/", post(service::letters::send))
        .page("/service/brieven/", get(service::letters::show).post(service::letters::make))
        .route("/service/brieven/{file}", get(service::letters::instruction))
        .route("/service/brieven/{run}/{part}/brief.pdf", get(service::letters::file))
        .page("/service/teksten/", get(service::texts::list))
        .page("/service/teksten/logo/", get(service::logo::show).post(service::logo::take))
        .page("/service/teksten/logo/weg/", post(service::logo::remove))
        .route("/service/teksten/logo.png", get(service::logo::picture))
        .page("/service/teksten/{language}/{piece}/", get(service::texts::show).post(service::texts::change))
        .page("/service/teksten/{language}/{piece}/standaard/", post(service::texts::to_standard))
        .route("/service/teksten/{language}/voorbeeld.pdf", get(service::texts::sheet))
        .route("/service/teksten/{language}/{piece}/voorbeeld.pdf", post(service::texts::sheet_typed))
        .page("/support/", get(support::start))
        .page("/support/zoeken/", get(support::show).post(support::search))
        .page("/support/woning/{account}/", get(support::home))
        .page("/support/woning/{account}/zaak/", post(support::cases::open))
        .page("/support/zaken/", get(support::cases::list))
        .page("/support/zaken/{case}/", get(support::cases::show).post(support::cases::act))
        .page("/support/zaken/{case}/stand/", get(support::cases::stand))
        .page("/support/teksten/", get(support::texts))
        .page("/support/onderhoud/", get(maintenance::list))
        .page("/support/onderhoud/nieuw/", get(maintenance::form::new).post(maintenance::form::add))
        .page("/support/onderhoud/{notice}/", get(maintenance::show).post(maintenance::act))
        .page("/support/onderhoud/{notice}/wijzigen/", get(maintenance::form::anew).post(maintenance::form::change))
        .route("/maintenance.json", get(api::maintenance::for_everybody))
        .page("/service/onderhoud/", get(maintenance::planned::show))
        .page("/service/onderhoud/{notice}/", get(maintenance::planned::by_letter))
        .route("/service/onderhoud/{notice}/{file}", get(maintenance::planned::file))
        .page("/service/logboek/", get(service::log::show))
        .page("/service/logboek/download/", get(service::log::download))
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
    // Programs show a key with each request and no cookie, so that nothing of another site's page gets in here.
    let programs = Router::new()
        .route("/api/openapi.json", get(api::openapi::show))
        .route("/api/v1/projects", get(api::projects::list))
        .route("/api/v1/dwellings", get(api::dwellings::list).post(api::dwelling_edits::add))
        .route("/api/v1/dwellings/{id}", get(api::dwellings::one).put(api::dwelling_edits::put))
        .route("/api/v1/dwellings/{id}/accounts", post(api::accounts::add))
        .route("/api/v1/accounts/{username}", delete(api::accounts::end))
        .route("/api/v1/accounts/{username}/email-link", put(api::email_link::put).delete(api::email_link::remove))
        .route("/api/v1/accounts/{username}/access", delete(api::access::end))
        .route("/api/v1/tenant-changes", post(api::tenant_changes::plan))
        .route("/api/v1/tenant-changes/{id}", get(api::tenant_changes::one).delete(api::tenant_changes::cancel))
        .route("/api/v1/handouts", post(api::handouts::add))
        .route("/api/v1/proposals/{id}", get(api::proposals::one))
        .route("/api/v1/maintenance", get(api::maintenance::list));
    let machines = Router::new()
        .route("/healthz", get(health::lives))
        .route("/readyz", get(health::ready))
        .route("/.well-known/change-password", get(|| async { Redirect::to(RESET) }))
        .route(SECURITY_TXT, get(explain::security_txt));
    pages
        .merge(files)
        .layer(from_fn(other_sites::parts))
        .merge(machines)
        .merge(programs)
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
