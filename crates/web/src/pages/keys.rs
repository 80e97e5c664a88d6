//! `/beheer/sleutels/`: the keys of clients' programs: seen, made (and shown once), revoked.

use app::keys::{self, KeyError, KeyFault, Seen};
use app::{Barred, Caller};
use axum::extract::Path;
use axum::response::Response;
use domain::access::Denied;
use domain::key::KeyScope;
use domain::naming::{Name, Slug};
use domain::time::{Day, Time};

use super::{barred, caller};
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::next::with_query;
use crate::views::clients::Named;
use crate::views::keys::list::{KeyRow, KeyState, Keys};
use crate::views::keys::made::KeyMade;
use crate::views::keys::new::{NewKey, NewKeyFault, TypedKey, field};
use crate::views::keys::{KEYS, NEW_KEY};
use crate::visit::Visit;

/// GET. `?told=revoked` after one was.
pub(crate) async fn list(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let found = match keys::list(visit.app(), &visit.ctx, who).await {
        Ok(found) => found,
        Err(error) => return barred(&visit, error),
    };
    let rows = found.keys.into_iter().map(|key| row(key, visit.ctx.now)).collect();
    visit.show(&Keys { page: visit.page_at(KEYS), revoked: visit.query.text("told") == "revoked", rows })
}

fn row(key: keys::Key, now: Time) -> KeyRow {
    let state = match key.revoked_at {
        Some(_) => KeyState::Revoked,
        None if key.ends_at <= now => KeyState::Over,
        None => KeyState::Works,
    };
    KeyRow {
        id: key.id.to_string(),
        client: key.client_name,
        name: key.name,
        scopes: key.scopes,
        state,
        last_day: key.last_day,
        used: key.seen_at,
    }
}

/// GET `nieuw/`.
pub(crate) async fn form(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    show(&visit, who, TypedKey::default(), Vec::new()).await
}

async fn show(visit: &Visit, who: Caller<'_>, typed: TypedKey, faults: Vec<NewKeyFault>) -> Result<Response, Failure> {
    let Seen { clients, .. } = match keys::list(visit.app(), &visit.ctx, who).await {
        Ok(found) => found,
        Err(error) => return barred(visit, error),
    };
    let clients = clients.into_iter().map(|(slug, name)| Named { slug, name }).collect();
    visit.show(&NewKey { page: visit.page_at(NEW_KEY), clients, typed, faults })
}

fn typed(sent: &Fields) -> TypedKey {
    let text = |name: &str| sent.text(name).trim().to_owned();
    let scopes = KeyScope::ALL.iter().copied().filter(|it| sent.text(&field(*it)) == "yes").collect();
    TypedKey { client: text("client"), name: text("name"), scopes, last: text("last") }
}

/// What was typed as a key, or all that is wrong with it.
fn read(typed: &TypedKey) -> Result<keys::NewKey, Vec<NewKeyFault>> {
    let client = Slug::parse(&typed.client).map_err(|_| NewKeyFault::Client);
    let name = Name::parse(&typed.name).map_err(|_| NewKeyFault::Name);
    let scopes = if typed.scopes.is_empty() { Err(NewKeyFault::NoScope) } else { Ok(typed.scopes.clone()) };
    let day = Day::typed(&typed.last).map_err(|_| NewKeyFault::Day);
    match (client, name, scopes, day) {
        (Ok(client), Ok(name), Ok(scopes), Ok(last_day)) => Ok(keys::NewKey { client, name, scopes, last_day }),
        (client, name, scopes, day) => {
            Err([client.err(), name.err(), scopes.err(), day.err()].into_iter().flatten().collect())
        }
    }
}

/// POST `nieuw/`: `client`, `name`, a `scope-…` for each thing it is for, `last`. The answer holds the key: it stands nowhere
/// else, so that there is nothing to lead to.
pub(crate) async fn make(visit: Visit, Form(sent): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let typed = typed(&sent);
    let new = match read(&typed) {
        Ok(new) => new,
        Err(faults) => return show(&visit, who, typed, faults).await,
    };
    let fault = match keys::make(visit.app(), &visit.ctx, who, new).await {
        Ok(key) => return visit.show(&KeyMade { page: visit.page_at(KEYS), name: typed.name, key }),
        Err(KeyError::Barred(error)) => return barred(&visit, error),
        Err(KeyError::NoClient) => NewKeyFault::Client,
        Err(KeyError::Taken) => NewKeyFault::Taken,
        Err(KeyError::Fault(KeyFault::NoScope)) => NewKeyFault::NoScope,
        Err(KeyError::Fault(KeyFault::Over)) => NewKeyFault::Over,
        Err(KeyError::Fault(KeyFault::TooLong)) => NewKeyFault::TooLong,
    };
    show(&visit, who, typed, vec![fault]).await
}

/// POST `{key}/intrekken/`.
pub(crate) async fn revoke(visit: Visit, Path(key): Path<String>, Form(_): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    // An id that is none is looked for as well, so that rights are judged first.
    let key = key.parse().unwrap_or_else(|_| visit.app().id(visit.ctx.now));
    match keys::revoke(visit.app(), &visit.ctx, who, key).await {
        Ok(()) => Ok(visit.go(&with_query(KEYS, "told", "revoked"))),
        Err(Barred::Denied(Denied::NotYours)) => Err(Failure::not_found()),
        Err(error) => barred(&visit, error),
    }
}
