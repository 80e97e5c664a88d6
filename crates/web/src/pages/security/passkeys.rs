//! `/beveiliging/passkeys/`: made, named, removed; and `/uitleg/passkeys/`.

use app::SignedIn;
use app::own_proof::Proof;
use app::passkey::{self, Add, AddError, OwnError, Use};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::id::PasskeyId;
use domain::naming::Name;
use domain::time::Day;

use super::{Unproven, slowed, unproven};
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::views::security::overview::{OwnPasskeys, SecurityDone};
use crate::views::security::passkeys::{ChangePasskey, MakePasskey, NewFault, NewPasskey, OwnPasskey, WhatPasskey};
use crate::views::security::{NEW_PASSKEY, PASSKEYS, ProofFault, SECURITY, WHAT_PASSKEY};
use crate::visit::Visit;

/// The passkeys of whoever is signed in, for the tab; nothing where passkeys cannot be used.
pub(super) async fn own(visit: &Visit, signed_in: &SignedIn) -> Result<Option<OwnPasskeys>, Failure> {
    let found = passkey::of_owner(visit.app(), signed_in).await?;
    let all = found.all.iter().map(row).collect();
    let known = found.known.join(" ");
    Ok(found.party.map(|party| OwnPasskeys { all, party, handle: found.handle, known }))
}

fn row(it: &passkey::OwnPasskey) -> OwnPasskey {
    OwnPasskey {
        id: it.id.to_string(),
        name: it.name.clone(),
        since: Day::of(it.created_at),
        used: it.used_at.map(Day::of),
    }
}

/// GET `nieuw/`. The name begins as the kind of device.
pub(crate) async fn new(visit: Visit) -> Result<Response, Failure> {
    let page = visit.page_at(NEW_PASSKEY);
    let name = page.w.device(visit.ctx.device);
    form(&visit, &name, None).await
}

async fn form(visit: &Visit, name: &str, fault: Option<NewFault>) -> Result<Response, Failure> {
    if visit.signed_in().is_none() {
        return Ok(visit.go_and_sign_in(Some(NEW_PASSKEY)));
    }
    let passkey = has_one(visit).await?;
    let name = name.chars().take(200).collect();
    visit.show(&NewPasskey { page: visit.page_at(NEW_PASSKEY), name, passkey, fault })
}

/// Whoever is signed in has a passkey that can be used here.
pub(crate) async fn has_one(visit: &Visit) -> Result<bool, Failure> {
    let Some(signed_in) = visit.signed_in() else { return Ok(false) };
    let found = passkey::of_owner(visit.app(), signed_in).await?;
    Ok(found.party.is_some() && !found.all.is_empty())
}

/// What a form holds of a passkey.
pub(crate) fn sent(form: &Fields) -> Use {
    let text = |name: &str| form.text(name).to_owned();
    Use {
        credential: text("credential"),
        handle: text("handle"),
        client_data: text("client_data"),
        data: text("data"),
        signature: text("signature"),
    }
}

/// That it is them: a passkey, or what stands in the field of the password; nothing when neither was given.
pub(crate) fn proof(form: &Fields, field: &str) -> Option<Proof> {
    match (form.text("credential").is_empty(), form.text(field).is_empty()) {
        (false, _) => Some(Proof::Passkey(Box::new(sent(form)))),
        (true, false) => Some(Proof::Password(form.secret(field))),
        (true, true) => None,
    }
}

/// POST `vraag/`, asked by the script of a page: a challenge for whoever is signed in, and what devices call their passkeys.
pub(crate) async fn challenge(visit: Visit, Form(_): Form) -> Result<Response, Failure> {
    let Some(signed_in) = visit.signed_in() else { return Ok(visit.go_and_sign_in(Some(SECURITY))) };
    let offer = passkey::offer_once_more(visit.app(), &visit.ctx, signed_in)?.ok_or_else(Failure::not_found)?;
    let known = passkey::of_owner(visit.app(), signed_in).await?.known;
    let said = serde_json::json!({ "challenge": offer.challenge, "party": offer.party, "known": known });
    Ok(axum::Json(said).into_response())
}

/// POST `nieuw/`: `name`, `current` or a passkey. The answer holds a challenge for this session: it stands nowhere else, so that there is
/// nothing to lead to.
pub(crate) async fn begin(visit: Visit, Form(sent): Form) -> Result<Response, Failure> {
    let Some(cookie) = &visit.session else { return Ok(visit.go_and_sign_in(Some(NEW_PASSKEY))) };
    let typed = sent.text("name");
    let Ok(name) = Name::parse(typed) else { return form(&visit, typed, Some(NewFault::Name)).await };
    let Some(proof) = proof(&sent, "current") else {
        return form(&visit, typed, Some(NewFault::Proof(ProofFault::Empty))).await;
    };
    let begun = match passkey::begin(visit.app(), &visit.ctx, cookie, &proof).await {
        Ok(begun) => begun,
        Err(error) => return again(&visit, typed, error).await,
    };
    visit.show(&MakePasskey {
        page: visit.page_at(NEW_PASSKEY),
        name: name.as_str().to_owned(),
        challenge: begun.challenge,
        party: begun.party,
        handle: begun.handle,
        username: begun.username,
        known: begun.known.join(" "),
        algorithms: begun.algorithms,
    })
}

/// POST of what the browser made: `name`, `client_data`, `attestation`.
pub(crate) async fn add(visit: Visit, Form(sent): Form) -> Result<Response, Failure> {
    let Some(cookie) = &visit.session else { return Ok(visit.go_and_sign_in(Some(NEW_PASSKEY))) };
    let typed = sent.text("name");
    let Ok(name) = Name::parse(typed) else { return form(&visit, typed, Some(NewFault::Name)).await };
    let text = |field: &str| sent.text(field).to_owned();
    let cmd = Add { name, client_data: text("client_data"), attestation: text("attestation") };
    match passkey::add(visit.app(), &visit.ctx, cookie, cmd).await {
        Ok(_) => Ok(visit.go(&SecurityDone::PasskeyAdded.path())),
        Err(error) => again(&visit, typed, error).await,
    }
}

async fn again(visit: &Visit, name: &str, error: AddError) -> Result<Response, Failure> {
    let fault = match error {
        AddError::TooMany => NewFault::TooMany,
        AddError::NotHere => NewFault::NotHere,
        AddError::TooLate | AddError::Refused(_) => NewFault::Refused,
        AddError::Prove(error) => match unproven(error) {
            Ok(fault) => return Ok(slowed(form(visit, name, Some(NewFault::Proof(fault))).await?, fault)),
            Err(Unproven::Failed(failure)) => return Err(failure),
            Err(Unproven::SignIn) => return Ok(visit.go_and_sign_in(Some(NEW_PASSKEY))),
        },
    };
    form(visit, name, Some(fault)).await
}

/// GET `{passkey}/`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    one(&visit, &id, None).await
}

/// The page of one passkey; `typed` is a name that is none.
async fn one(visit: &Visit, id: &str, typed: Option<&str>) -> Result<Response, Failure> {
    let Some(signed_in) = visit.signed_in() else { return Ok(visit.go_and_sign_in(Some(SECURITY))) };
    let found = passkey::of_owner(visit.app(), signed_in).await?;
    let passkey = found.all.iter().find(|it| it.id.to_string() == id).map(row).ok_or_else(Failure::not_found)?;
    let name = typed.map_or_else(|| passkey.name.clone(), |typed| typed.chars().take(200).collect());
    let page = visit.page_at(&format!("{PASSKEYS}{}/", passkey.id));
    visit.show(&ChangePasskey { page, passkey, name, wrong: typed.is_some() })
}

/// POST `{passkey}/`: `name`.
pub(crate) async fn rename(visit: Visit, Path(id): Path<String>, Form(sent): Form) -> Result<Response, Failure> {
    let Some(cookie) = &visit.session else { return Ok(visit.go_and_sign_in(Some(SECURITY))) };
    let Ok(name) = Name::parse(sent.text("name")) else { return one(&visit, &id, Some(sent.text("name"))).await };
    let done = passkey::rename(visit.app(), &visit.ctx, cookie, read(&id)?, &name).await;
    answer(&visit, done, SecurityDone::PasskeyRenamed)
}

/// POST `{passkey}/weg/`.
pub(crate) async fn remove(visit: Visit, Path(id): Path<String>, Form(_): Form) -> Result<Response, Failure> {
    let Some(cookie) = &visit.session else { return Ok(visit.go_and_sign_in(Some(SECURITY))) };
    let done = passkey::remove(visit.app(), &visit.ctx, cookie, read(&id)?).await;
    answer(&visit, done, SecurityDone::PasskeyRemoved)
}

fn read(id: &str) -> Result<PasskeyId, Failure> {
    id.parse().map_err(|_| Failure::not_found())
}

fn answer(visit: &Visit, done: Result<(), OwnError>, said: SecurityDone) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(visit.go(&said.path())),
        Err(OwnError::SignIn) => Ok(visit.go_and_sign_in(Some(SECURITY))),
        Err(OwnError::None) => Err(Failure::not_found()),
        Err(OwnError::Store(error)) => Err(error.into()),
    }
}

/// GET `/uitleg/passkeys/`, for anybody.
pub(crate) async fn explained(visit: Visit) -> Result<Response, Failure> {
    visit.show(&WhatPasskey { page: visit.page_at(WHAT_PASSKEY) })
}
