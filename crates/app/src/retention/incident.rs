//! Whose data an incident touches (PRODUCT 3.12): counts for the operator, who tells the client; the homes themselves as a list for
//! that client, by the command line only. Asking stands in the log of the client.

use std::io::Write;

use domain::access::{Actor, Denied, ListIncident, TellIncident, anywhere, in_organisation};
use domain::audit::{Act, Subject};
use domain::id::DwellingId;
use domain::naming::Slug;
use domain::time::Day;
use store::retention::{Asked, Home, Touched};
use store::{Read, StoreError};
use uuid::Uuid;

use crate::audit::entry;
use crate::caller::{Barred, Caller, Who};
use crate::first_login::{Sheet, SheetKind};
use crate::house::{App, Ctx};

/// The columns of the list, as clients know them.
const TITLES: [&str; 9] = [
    "VHE-nummer",
    "Straat",
    "Huisnummer",
    "Toevoeging",
    "Postcode",
    "Plaats",
    "Bouwnummer",
    "Gebruikersnaam",
    "E-mailadressen",
];

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The client.
    pub client: Slug,
    /// One project of it; none for all of them.
    pub project: Option<Slug>,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
}

/// What is touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The name of the client.
    pub client: String,
    /// The name of the project, if one was asked about.
    pub project: Option<String>,
    /// How much.
    pub touched: Touched,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum IncidentError {
    /// Not a right of this person, or no such client.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// The client has no such project.
    #[error("this client has no such project")]
    NoProject,
    /// The last day comes before the first.
    #[error("the last day comes before the first")]
    Order,
    /// The list could not be written.
    #[error("the list could not be written: {0}")]
    Write(#[from] std::io::Error),
}

impl From<StoreError> for IncidentError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// What is asked, as the store knows it, with the names of client and project.
fn known(tx: &mut Read<'_>, it: &Question) -> Result<(Asked, String, Option<String>), IncidentError> {
    if it.until < it.from {
        return Err(IncidentError::Order);
    }
    let client = store::organisation::by_slug(tx, it.client.as_str())?.ok_or(Barred::from(Denied::NotYours))?;
    let project = match &it.project {
        None => None,
        Some(slug) => {
            let found = store::project::by_slugs(tx, it.client.as_str(), slug.as_str())?;
            Some(found.ok_or(IncidentError::NoProject)?)
        }
    };
    let (from, until) = (it.from.starts_at(), it.until.next().starts_at());
    let asked = Asked { client: client.id, project: project.as_ref().map(|it| it.id), from, until };
    Ok((asked, client.name, project.map(|it| it.name)))
}

/// Counts what is touched.
///
/// # Errors
/// [`IncidentError`].
pub async fn ask_incident(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    question: &Question,
) -> Result<Answer, IncidentError> {
    let (who, it) = (caller.into().who(app, ctx), question.clone());
    let (answer, asked, by) = app
        .db
        .read(move |tx| {
            let scope = who.anywhere::<TellIncident>(tx)?;
            let (asked, client, project) = known(tx, &it)?;
            let touched = store::retention::touched(tx, &scope, &asked)?;
            Ok::<_, IncidentError>((Answer { client, project, touched }, asked, scope.by().clone()))
        })
        .await?;
    said(app, ctx, (by, Act::IncidentAsked), (&asked, question)).await?;
    Ok(answer)
}

/// Writes the homes that are touched as a list for their client; how many there are.
///
/// # Errors
/// [`IncidentError`].
pub async fn list_incident(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (question, out): (&Question, &mut (impl Write + Send)),
) -> Result<u64, IncidentError> {
    let who = caller.into().who(app, ctx);
    let (it, asker) = (question.clone(), who.clone());
    let (asked, by) = app
        .db
        .read(move |tx| {
            let by = asker.actor(tx)?;
            // Before anything is looked up: whoever may not, learns of no client.
            anywhere::<TellIncident>(&by).map_err(Barred::from)?;
            let (asked, _, _) = known(tx, &it)?;
            in_organisation::<ListIncident>(&by, asked.client).map_err(Barred::from)?;
            Ok::<_, IncidentError>((asked, by))
        })
        .await?;
    said(app, ctx, (by, Act::IncidentListed), (&asked, question)).await?;
    let mut list = Sheet::new(out, SheetKind::Csv)?;
    list.row(&TITLES)?;
    let (mut after, mut count) = (DwellingId::from_uuid(Uuid::nil()), 0);
    loop {
        let homes = page(app, &who, asked, after).await?;
        let Some(last) = homes.last() else { break };
        after = last.dwelling;
        for home in &homes {
            list.row(&row(home))?;
        }
        count += homes.len() as u64;
    }
    list.finish()?;
    Ok(count)
}

async fn page(app: &App, who: &Who, asked: Asked, after: DwellingId) -> Result<Vec<Home>, IncidentError> {
    let who = who.clone();
    app.db
        .read(move |tx| {
            let by = who.actor(tx)?;
            let scope = in_organisation::<ListIncident>(&by, asked.client).map_err(Barred::from)?;
            Ok(store::retention::homes(tx, &scope, &asked, after)?)
        })
        .await
}

fn row(it: &Home) -> [String; 9] {
    let home = it.home.clone();
    let known = Option::unwrap_or_default;
    [
        known(home.client_number),
        known(home.street),
        known(home.house_number),
        known(home.addition),
        known(home.postcode),
        known(home.place),
        known(home.build_number),
        it.username.clone(),
        it.addresses.to_string(),
    ]
}

async fn said(
    app: &App,
    ctx: &Ctx,
    (by, act): (Actor, Act),
    (asked, question): (&Asked, &Question),
) -> Result<(), StoreError> {
    let subject = match asked.project {
        Some(project) => Subject::new("project", project.uuid()),
        None => Subject::new("organisation", asked.client.uuid()),
    };
    let days = format!("first {}, last {}", question.from, question.until);
    let line = entry(app, ctx, by, act, (Some(asked.client), subject)).with(app, &days);
    app.db.write(move |tx| line.write(tx)).await
}
