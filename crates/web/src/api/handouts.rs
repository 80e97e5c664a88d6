//! `/api/v1/handouts`: the client tells that tenants have username, instruction or both (law 10).

use app::first_login::handout::{HandoutError, Whom, tick};
use axum::response::Response;
use domain::access::Denied;
use domain::first_login::progress::Part;
use domain::naming::Slug;
use domain::username::Username;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::openapi::Problems;
use super::{Call, Change, Json, Problem, Said, Stop};
use crate::errors::Failure;

/// The most homes in one request.
const MOST: usize = 500;

/// What was handed out to whom.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewHandouts {
    /// The short name of the project.
    #[schema(example = "lindelaan")]
    project: String,
    /// The usernames that were handed out.
    #[schema(min_items = 1, max_items = 500)]
    usernames: Vec<String>,
    #[serde(default)]
    part: HandedOut,
}

/// What was handed out.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum HandedOut {
    #[default]
    Both,
    Username,
    Instruction,
}

impl From<HandedOut> for Part {
    fn from(part: HandedOut) -> Self {
        match part {
            HandedOut::Both => Self::Both,
            HandedOut::Username => Self::Username,
            HandedOut::Instruction => Self::Instruction,
        }
    }
}

/// What became of it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HandoutsDone {
    /// Ticked now.
    ticked: u64,
    /// Ticked before.
    unchanged: u64,
    /// No home of the project, or one in which nobody lives.
    unknown: Vec<String>,
}

/// Tick that username and instruction were handed out
///
/// A tick that is there already stays. Scope: `handouts:write`.
#[utoipa::path(post, path = "/api/v1/handouts", tag = "handouts", operation_id = "tickHandouts",
    params(("Idempotency-Key" = String, Header, description = "See the introduction.", min_length = 1, max_length = 255, pattern = "^[!-~]+$")),
    request_body = NewHandouts, responses((status = 200, body = HandoutsDone, description = "What became of it"), Problems))]
pub(crate) async fn add(change: Change<Json<NewHandouts>>) -> Response {
    change.once(async |call: Call, Json(body)| run(&call, &body).await).await
}

async fn run(call: &Call, body: &NewHandouts) -> Result<Said, Stop> {
    let project = Slug::parse(&body.project).map_err(|_| Denied::NotYours)?;
    if body.usernames.is_empty() || body.usernames.len() > MOST {
        return Err(Problem::field("/usernames", "1 to 500 usernames").into());
    }
    let names = usernames("/usernames", &body.usernames)?;
    let (path, whom) = (call.project(project), (Whom::Named(&names), body.part.into()));
    let report = tick(call.app(), &call.ctx, call.caller(), &path, whom).await.map_err(stopped)?;
    let named = |at: &u64| usize::try_from(*at).ok().and_then(|at| body.usernames.get(at));
    let unknown = report.unknown.iter().filter_map(named).cloned().collect();
    Said::ok(&HandoutsDone { ticked: report.changed, unchanged: report.unchanged, unknown })
}

/// Usernames in a field that holds a list of them.
pub(super) fn usernames(pointer: &str, texts: &[String]) -> Result<Vec<Username>, Problem> {
    let read = |(at, text): (usize, &String)| {
        Username::parse_issued(text).map_err(|_| Problem::field(&format!("{pointer}/{at}"), "not a username"))
    };
    texts.iter().enumerate().map(read).collect()
}

fn stopped(error: HandoutError) -> Stop {
    match error {
        HandoutError::SignIn => Problem::unauthorized().into(),
        HandoutError::NoProject(_) => Problem::not_found().into(),
        HandoutError::Denied(denied) => denied.into(),
        HandoutError::Store(error) => error.into(),
        HandoutError::List(_) => Failure::internal("usernames were read as a list").into(),
    }
}
