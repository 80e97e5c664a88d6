//! `/beheer/incident/`: whose data an incident touches, and a draft of what the client is told.

use app::Caller;
use app::retention::{self, Answer, IncidentError, Question};
use axum::response::Response;
use domain::language::Language;
use domain::naming::Slug;
use domain::retention::Happened;
use domain::time::Day;
use words::Words;
use words::retention::Message;

use super::{barred, caller};
use crate::errors::Failure;
use crate::views::clients::Named;
use crate::views::retention::INCIDENT;
use crate::views::retention::incident::{FoundIncident, Incident, IncidentFault, TypedIncident};
use crate::visit::Visit;

/// GET: `client`, `project`, `from`, `until`, `what`. Without a client the form alone.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let text = |name: &str| visit.query.text(name).trim().to_owned();
    let typed = TypedIncident {
        client: text("client"),
        project: text("project"),
        from: text("from"),
        until: text("until"),
        what: text("what"),
    };
    if visit.query.get("client").is_none() {
        return page(&visit, who, (typed, Vec::new()), None).await;
    }
    let (question, happened) = match read(&typed) {
        Ok(read) => read,
        Err(faults) => return page(&visit, who, (typed, faults), None).await,
    };
    let fault = match retention::ask_incident(visit.app(), &visit.ctx, who, &question).await {
        Ok(answer) => {
            let found = found(&question, happened, &answer);
            return page(&visit, who, (typed, Vec::new()), Some(found)).await;
        }
        Err(IncidentError::Barred(error)) => return barred(&visit, error),
        Err(IncidentError::NoProject) => IncidentFault::Project,
        Err(IncidentError::Order | IncidentError::Write(_)) => IncidentFault::Order,
    };
    page(&visit, who, (typed, vec![fault]), None).await
}

async fn page(
    visit: &Visit,
    who: Caller<'_>,
    (typed, faults): (TypedIncident, Vec<IncidentFault>),
    found: Option<FoundIncident>,
) -> Result<Response, Failure> {
    let clients = match retention::incident_clients(visit.app(), &visit.ctx, who).await {
        Ok(clients) => clients,
        Err(error) => return barred(visit, error),
    };
    let clients = clients.into_iter().map(|it| Named { slug: it.slug, name: it.name }).collect();
    visit.show(&Incident { page: visit.page_at(INCIDENT), clients, typed, faults, found })
}

/// What was typed, or all that is wrong with it.
fn read(typed: &TypedIncident) -> Result<(Question, Happened), Vec<IncidentFault>> {
    let client = Slug::parse(&typed.client).map_err(|_| IncidentFault::Client);
    let project = match typed.project.as_str() {
        "" => Ok(None),
        slug => Slug::parse(slug).map(Some).map_err(|_| IncidentFault::Project),
    };
    let from = Day::typed(&typed.from).map_err(|_| IncidentFault::From);
    let until = Day::typed(&typed.until).map_err(|_| IncidentFault::Until);
    let what = Happened::parse(&typed.what).ok_or(IncidentFault::What);
    match (client, project, from, until, what) {
        (Ok(client), Ok(project), Ok(from), Ok(until), Ok(what)) => {
            Ok((Question { client, project, from, until }, what))
        }
        (client, project, from, until, what) => {
            let faults = [client.err(), project.err(), from.err(), until.err(), what.err()];
            Err(faults.into_iter().flatten().collect())
        }
    }
}

fn found(question: &Question, happened: Happened, answer: &Answer) -> FoundIncident {
    let it = answer.touched;
    let message = Message {
        about: answer.project.as_ref().unwrap_or(&answer.client),
        days: (question.from, question.until),
        happened,
        homes: (it.homes, it.accounts),
        residents: (it.residents, it.former),
        addresses: it.addresses,
        secrets: (it.passwords, it.passkeys),
    };
    let project = question.project.as_ref().map(|slug| format!(" --project {slug}")).unwrap_or_default();
    FoundIncident {
        counts: vec![
            (words::key!("staff-incident-homes"), it.homes),
            (words::key!("staff-incident-accounts"), it.accounts),
            (words::key!("staff-incident-residents"), it.residents),
            (words::key!("staff-incident-former"), it.former),
            (words::key!("staff-incident-addresses"), it.addresses),
            (words::key!("staff-incident-passwords"), it.passwords),
            (words::key!("staff-incident-passkeys"), it.passkeys),
        ],
        command: format!(
            "huissleutel incident --organisation {}{project} --from {} --to {} --out woningen.csv",
            question.client, question.from, question.until
        ),
        messages: [Language::Nl, Language::En].map(|language| words::retention::message(Words::of(language), &message)),
    }
}
