//! `/api/v1/maintenance` and `/maintenance.json`: planned work that was approved and is not over, for portals and apps to tell of it. A
//! program gets what touches its client; everybody gets what is for all homes (law 9).

use std::sync::Arc;

use app::maintenance::{self, Told, Touching};
use axum::extract::State;
use domain::audit::Door;
use domain::device::Device;
use domain::language::Language;
use domain::maintenance::Reader;
use serde::Serialize;
use utoipa::ToSchema;

use super::openapi::Problems;
use super::{Call, Said, Stop};
use crate::state::Web;

/// Planned work.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Maintenance {
    /// In the order of the work; what goes on now and what is to come.
    maintenance: Vec<PlannedWork>,
}

/// Work that is planned or goes on.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PlannedWork {
    /// Its id; it stays.
    #[schema(format = "uuid")]
    id: String,
    /// Whom it touches: `all` homes of all clients, the homes of this `client`, or those of one `project`.
    #[schema(example = "project")]
    kind: &'static str,
    /// The short name of the project, when it is for one.
    #[schema(example = "lindelaan")]
    project: Option<String>,
    /// When it begins.
    #[schema(format = DateTime)]
    from: String,
    /// When it ends.
    #[schema(format = DateTime)]
    to: String,
    /// What is said of it in Dutch.
    nl: SaidInOne,
    /// The same in English.
    en: SaidInOne,
}

/// What is said in one language.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SaidInOne {
    /// What it is about, in one line.
    title: String,
    /// Plain text; an empty line parts paragraphs.
    text: String,
}

impl PlannedWork {
    fn of(told: &Told, project: Option<String>) -> Self {
        let (notice, words) = (&told.notice, &told.notice.words);
        let said =
            |language| SaidInOne { title: words.subject(language).to_owned(), text: words.words(language).to_owned() };
        Self {
            id: told.id.to_string(),
            kind: notice.audience.kind().as_str(),
            project,
            from: notice.window.from.rfc3339(),
            to: notice.window.to.rfc3339(),
            nl: said(Language::Nl),
            en: said(Language::En),
        }
    }
}

/// The planned work that touches homes of the client
///
/// What a second person approved and is not over. What is for everybody stands without a key at `/maintenance.json`. Scope: `homes:read`.
#[utoipa::path(get, path = "/api/v1/maintenance", tag = "maintenance", operation_id = "listMaintenance",
    responses((status = 200, body = Maintenance, description = "The planned work"), Problems))]
pub(crate) async fn list(call: Call) -> Result<Said, Stop> {
    call.only(&[])?;
    let found = maintenance::touching(call.app(), &call.ctx, call.caller()).await?;
    let work = |it: &Touching| PlannedWork::of(&it.told, it.project.as_ref().map(|project| project.slug.clone()));
    Said::ok(&Maintenance { maintenance: found.iter().map(work).collect() })
}

/// GET `/maintenance.json`: the work that touches everybody. It reads no cookie and tells everybody the same.
pub(crate) async fn for_everybody(State(web): State<Arc<Web>>) -> Result<Said, Stop> {
    let ctx = web.app.ctx("anybody", Device::UNKNOWN, Language::Nl, Door::Page);
    let found = maintenance::told(&web.app, &ctx, Reader::Anybody).await;
    Said::ok(&Maintenance { maintenance: found.iter().map(|it| PlannedWork::of(it, None)).collect() })
}
