//! `/api/v1/dwellings`: a home is added, or called otherwise. Judged as what a clerk types in the form: read as a row of a list, and
//! refused where the client has it. Its username comes with it; an address of a resident is an act of its own (law 7).

use app::users::Twin;
use app::users::add_home::{self, AddError};
use app::users::edit_home::{self, Done, EditError};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::access::Denied;
use domain::first_login::{Column, Reason, Remark, read_typed};
use domain::home::Home;
use domain::id::DwellingId;
use domain::language::Language;
use domain::naming::Slug;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use words::Words;

use super::openapi::Problems;
use super::{Call, Change, Json, Problem, Said, Stop};

/// A home as the client calls it, all of it: what is not sent, it does not have. It needs `code`, or `postcode` with `house_number`, or
/// `build_number`.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CalledDwelling {
    /// The client's own number (VERA: code; VHE).
    code: Option<String>,
    /// The number it has before it has an address (VERA: bouwnummer).
    build_number: Option<String>,
    /// VERA: straatnaam.
    street_name: Option<String>,
    /// VERA: huisnummer.
    house_number: Option<String>,
    /// Letter and addition (VERA: huisletter, huisnummerToevoeging).
    house_number_addition: Option<String>,
    /// VERA: postcode.
    postcode: Option<String>,
    /// VERA: woonplaats.
    place: Option<String>,
}

/// A home that is added. It needs `code`, or `postcode` with `house_number`, or `build_number`.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewDwelling {
    /// The short name of its project.
    #[schema(example = "lindelaan")]
    project: String,
    /// The client's own number (VERA: code; VHE).
    code: Option<String>,
    /// The number it has before it has an address (VERA: bouwnummer).
    build_number: Option<String>,
    /// VERA: straatnaam.
    street_name: Option<String>,
    /// VERA: huisnummer.
    house_number: Option<String>,
    /// Letter and addition (VERA: huisletter, huisnummerToevoeging).
    house_number_addition: Option<String>,
    /// VERA: postcode.
    postcode: Option<String>,
    /// VERA: woonplaats.
    place: Option<String>,
}

/// The home that was added.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DwellingAdded {
    /// Its id.
    #[schema(format = "uuid")]
    id: String,
    /// The username of its main account; it never changes.
    #[schema(example = "ALMELO01")]
    username: String,
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DwellingEdited {
    #[schema(format = "uuid")]
    id: String,
    /// `changed`, or `unchanged` when it was called so already.
    #[schema(example = "changed")]
    outcome: &'static str,
}

impl CalledDwelling {
    /// The home, or what is wrong at each field.
    fn read(&self) -> Result<Home, Problem> {
        let texts = [
            &self.code,
            &self.street_name,
            &self.house_number,
            &self.house_number_addition,
            &self.postcode,
            &self.place,
            &self.build_number,
        ];
        let read = read_typed(&texts.map(|text| text.as_deref().unwrap_or_default()));
        read.map_err(|remarks| Problem::fields(remarks.iter().map(remarked)))
    }
}

/// The field of a column.
const fn pointer(column: Column) -> &'static str {
    match column {
        Column::ClientNumber => "/code",
        Column::Street => "/street_name",
        Column::HouseNumber => "/house_number",
        Column::HouseLetter | Column::Addition => "/house_number_addition",
        Column::Postcode => "/postcode",
        Column::Place => "/place",
        Column::BuildNumber => "/build_number",
        _ => "",
    }
}

/// What the page says at a field.
fn remarked(remark: &Remark) -> (&'static str, String) {
    let words = Words::of(Language::En);
    let text = match remark.reason {
        Reason::NoKey => words.t("home-form-no-key"),
        reason => words.t(words::first_login::reason(reason)),
    };
    (remark.column.map_or("", pointer), text.into_owned())
}

/// The homes that are there already: which, where the key may see them (law 9).
fn known(twins: &[Twin]) -> Problem {
    let at = |twin: &Twin| {
        let which = twin.dwelling.map(|dwelling| format!(": {dwelling}")).unwrap_or_default();
        let place = if twin.elsewhere { "another project of the client has a home" } else { "the client has a home" };
        (pointer(twin.by), format!("{place} that is called so{which}"))
    };
    Problem::conflicts(twins.iter().map(at))
}

/// Add a home
///
/// It gets the next username of its project, and a household that begins today, without an address; nobody is written to. A home that
/// the client has already is refused (409) at the field by which it is the same. Scope: `homes:write`.
#[utoipa::path(post, path = "/api/v1/dwellings", tag = "homes", operation_id = "addDwelling",
    params(("Idempotency-Key" = String, Header, description = "See the introduction.", min_length = 1, max_length = 255, pattern = "^[!-~]+$")),
    request_body = NewDwelling,
    responses((status = 201, body = DwellingAdded, description = "Added", headers(("Location" = String, description = "Where it is."))),
        Problems))]
pub(crate) async fn add(change: Change<Json<NewDwelling>>) -> Response {
    change.once(async |call: Call, Json(body)| added(&call, body).await).await
}

async fn added(call: &Call, body: NewDwelling) -> Result<Said, Stop> {
    let project = Slug::parse(&body.project).map_err(|_| Denied::NotYours)?;
    let called = CalledDwelling {
        code: body.code,
        build_number: body.build_number,
        street_name: body.street_name,
        house_number: body.house_number,
        house_number_addition: body.house_number_addition,
        postcode: body.postcode,
        place: body.place,
    };
    let (path, home) = (call.project(project), called.read()?);
    match add_home::add(call.app(), &call.ctx, call.caller(), (&path, &home)).await {
        Ok(added) => {
            let told = DwellingAdded { id: added.dwelling.to_string(), username: added.username.as_str().to_owned() };
            Said::new(StatusCode::CREATED, &told)
        }
        Err(AddError::Known(twins)) => Err(known(&twins).into()),
        Err(AddError::Barred(error)) => Err(error.into()),
    }
}

/// Call a home otherwise
///
/// The body is the home as it is called from now on, all of it. Usernames, residents and their addresses stay. Scope: `homes:write`.
#[utoipa::path(put, path = "/api/v1/dwellings/{id}", tag = "homes", operation_id = "putDwelling",
    params(("id" = String, Path, description = "Its id.", format = "uuid"),
        ("Idempotency-Key" = String, Header, description = "See the introduction.", min_length = 1, max_length = 255, pattern = "^[!-~]+$")),
    request_body = CalledDwelling,
    responses((status = 200, body = DwellingEdited, description = "It is called so now"), Problems))]
pub(crate) async fn put(Path(id): Path<String>, change: Change<Json<CalledDwelling>>) -> Response {
    change.once(async |call: Call, Json(body)| edited(&call, &id, &body).await).await
}

async fn edited(call: &Call, id: &str, body: &CalledDwelling) -> Result<Said, Stop> {
    let dwelling: DwellingId = id.parse().map_err(|_| Denied::NotYours)?;
    let home = body.read()?;
    let told = |outcome| DwellingEdited { id: dwelling.to_string(), outcome };
    match edit_home::edit_unseen(call.app(), &call.ctx, call.caller(), (dwelling, &home)).await {
        Ok(Done::Changed) => Said::ok(&told("changed")),
        Ok(Done::Other(_)) => Err(Problem::changed_meanwhile().into()),
        Err(EditError::Same) => Said::ok(&told("unchanged")),
        Err(EditError::Known(twins)) => Err(known(&twins).into()),
        Err(EditError::Barred(error)) => Err(error.into()),
    }
}
