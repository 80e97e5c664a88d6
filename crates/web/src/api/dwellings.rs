//! `/api/v1/dwellings`: the homes of the client, page by page or by what is looked for, and one of them.

use app::users::list::Chosen;
use app::users::search::Wanted;
use app::users::{home, list, search};
use axum::extract::Path;
use domain::access::Denied;
use domain::first_login::progress::WorkList;
use domain::id::DwellingId;
use domain::naming::Slug;
use serde::Serialize;
use utoipa::ToSchema;

use super::openapi::Problems;
use super::shown::{Dwelling, DwellingDetail, word};
use super::{Call, Problem, Said, Stop};

/// Homes on a page when nobody says.
const USUAL: u32 = 100;
/// The most homes on a page.
const MOST: u32 = 500;

/// Some homes.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Dwellings {
    /// The homes, in an order that stays.
    dwellings: Vec<Dwelling>,
    /// What to send as `cursor` for the next page; none on the last one. With `q` always none.
    next: Option<String>,
    /// With `q`: more homes may have been found than are shown; write more of what is looked for.
    more: bool,
}

/// What is asked of a list of homes, as it is described.
#[derive(Debug, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes the parameters; they are read from the query one by one")]
pub(crate) struct Wishes {
    /// `next` of the page before.
    cursor: Option<String>,
    /// The most homes on a page.
    #[param(minimum = 1, maximum = 500, default = 100)]
    limit: Option<u32>,
    /// The short name of a project.
    #[param(example = "lindelaan")]
    project: Option<String>,
    /// Homes on this work list only.
    #[param(schema_with = super::openapi::work_list)]
    state: Option<String>,
    /// A username, the client's number, a postcode, a street or an e-mail address, from its beginning (an e-mail address whole). Not with
    /// `cursor`; at most 50 homes.
    #[param(min_length = 1, max_length = 320)]
    q: Option<String>,
}

/// The homes of the client
///
/// Scope: `homes:read`.
#[utoipa::path(get, path = "/api/v1/dwellings", tag = "homes", operation_id = "listDwellings", params(Wishes),
    responses((status = 200, body = Dwellings, description = "A page of homes"), Problems))]
pub(crate) async fn list(call: Call) -> Result<Said, Stop> {
    call.only(&["cursor", "limit", "project", "state", "q"])?;
    let chosen = chosen(&call)?;
    if let Some(text) = call.query.get("q") {
        return searched(&call, text, chosen).await;
    }
    let page = list::page(call.app(), &call.ctx, call.caller(), &chosen).await?;
    let next = page.next.map(|next| next.to_string());
    Said::ok(&Dwellings { dwellings: page.homes.iter().map(Dwelling::from).collect(), next, more: false })
}

async fn searched(call: &Call, text: &str, chosen: Chosen) -> Result<Said, Stop> {
    if text.trim().is_empty() || text.chars().count() > 320 {
        return Err(Problem::parameter("q", "1 to 320 characters").into());
    }
    if chosen.after.is_some() {
        return Err(Problem::parameter("cursor", "what is looked for with q has one page").into());
    }
    let project = chosen.project.map(|slug| call.project(slug));
    let wanted = Wanted { text: text.trim().to_owned(), project, list: chosen.list };
    let found = search::search(call.app(), &call.ctx, call.caller(), &wanted).await?;
    let homes = found.homes.iter().take(chosen.most as usize);
    let more = found.more || found.homes.len() > chosen.most as usize;
    Said::ok(&Dwellings { dwellings: homes.map(Dwelling::from).collect(), next: None, more })
}

/// What the query asks for.
fn chosen(call: &Call) -> Result<Chosen, Stop> {
    let query = &call.query;
    let project = match query.get("project") {
        // What cannot be a project is not there.
        Some(text) => Some(Slug::parse(text).map_err(|_| Denied::NotYours)?),
        None => None,
    };
    let list = match query.get("state") {
        Some(text) => {
            let known = WorkList::ALL.iter().find(|list| word(list.as_str()) == text);
            Some(*known.ok_or_else(|| Problem::parameter("state", "not one of the work lists"))?)
        }
        None => None,
    };
    let after = match query.get("cursor") {
        Some(text) => Some(text.parse().map_err(|_| Problem::parameter("cursor", "not a cursor of this list"))?),
        None => None,
    };
    let most = match query.get("limit") {
        Some(text) => text.parse().ok().filter(|most| (1..=MOST).contains(most)),
        None => Some(USUAL),
    };
    let most = most.ok_or_else(|| Problem::parameter("limit", "a number from 1 to 500"))?;
    Ok(Chosen { project, list, after, most })
}

/// One home with its accounts
///
/// Scope: `homes:read`.
#[utoipa::path(get, path = "/api/v1/dwellings/{id}", tag = "homes", operation_id = "getDwelling",
    params(("id" = String, Path, description = "Its id.", format = "uuid")),
    responses((status = 200, body = DwellingDetail, description = "The home"), Problems))]
pub(crate) async fn one(call: Call, Path(id): Path<String>) -> Result<Said, Stop> {
    call.only(&[])?;
    let dwelling: DwellingId = id.parse().map_err(|_| Denied::NotYours)?;
    let seen = home::see(call.app(), &call.ctx, call.caller(), dwelling).await?;
    Said::ok(&DwellingDetail::from(&seen))
}
