//! `/service/logboek/`: the log as people read it, filtered by a plain form, and the same lines as a file.

use app::audit::{self, Export, LogPage, Of, Wish};
use axum::body::Body;
use axum::response::Response;
use domain::access::{Denied, LogLines};
use domain::audit::Act;
use domain::naming::Slug;
use domain::time::Day;

use super::download::{self, Kind};
use super::{barred, caller, name};
use crate::errors::Failure;
use crate::next::with_query;
use crate::views::service::Pager;
use crate::views::service::log::{ClientChoice, Filter, Log, LogFault, LogHome, Sight};
use crate::visit::Visit;

const HERE: &str = "/service/logboek/";
const FILE: &str = "/service/logboek/download/";
/// What stands for the operator in `client`; no client is called so.
const OPERATOR: &str = "-";

/// GET. `?client=`, `?woning=`, `?act=`, `?person=`, `?from=`, `?until=`; `?before=` the last line of the page before.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let filter = typed(&visit);
    let (wish, faults) = wish(&filter)?;
    let before = visit.query.text("before").parse().ok();
    let page = match audit::look(visit.app(), &visit.ctx, who, &wish, before).await {
        Ok(page) => page,
        Err(error) => return barred(&visit, error),
    };
    let root = address(HERE, &filter);
    let file = address(FILE, &filter);
    let w = visit.page().w;
    visit.show(&Log {
        page: visit.page_at(&root),
        sight: sight(&page),
        client: page.client.as_ref().map(|client| client.name.clone()),
        clients: clients(&page),
        home: page.home.as_ref().map(|it| LogHome { name: name(&it.home), username: it.username.clone() }),
        rows: page.lines.iter().map(|told| told.say(w, page.place)).collect(),
        pager: Pager {
            first: before.map(|_| root.clone()),
            next: page.next.map(|line| with_query(&root, "before", &line.to_string())),
            ..Pager::default()
        },
        files: [with_query(&file, "form", "csv"), with_query(&file, "form", "json")],
        faults,
        filter,
    })
}

/// GET `download/`: `?form=csv` or `json`, and the same filters.
pub(crate) async fn download(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (wish, faults) = wish(&typed(&visit))?;
    if !faults.is_empty() {
        return Err(Failure::bad_request("a day that is none"));
    }
    let form: audit::Form = visit.query.text("form").parse().map_err(|_| Failure::not_found())?;
    let export = Export::begin(visit.web.app.clone(), &visit.ctx, who, (wish, form)).await;
    let export = match export {
        Ok(export) => export,
        Err(error) => return barred(&visit, error),
    };
    let pieces = futures_util::stream::try_unfold(export, |mut export| async move {
        match export.piece().await {
            Ok(piece) => Ok(piece.map(|piece| (piece, export))),
            // The file breaks off, and the browser says so; the line in the log of the program says why.
            Err(error) => {
                tracing::error!(%error, "the log could not be written to its end");
                Err(std::io::Error::other(error))
            }
        }
    });
    let kind = match form {
        audit::Form::Csv => Kind::Csv,
        audit::Form::JsonLines => Kind::JsonLines,
    };
    Ok(download::file("logboek", kind, Body::from_stream(pieces)))
}

/// The filters as they were typed.
fn typed(visit: &Visit) -> Filter {
    let text = |name: &str| visit.query.text(name).trim().to_owned();
    Filter {
        client: text("client"),
        home: text("woning"),
        act: text("act"),
        person: text("person"),
        from: text("from"),
        until: text("until"),
    }
}

/// What is wished; a day that is none is pointed out and left away. A home that cannot be one is not there.
fn wish(filter: &Filter) -> Result<(Wish, Vec<LogFault>), Failure> {
    let mut faults = Vec::new();
    let mut day = |text: &str, fault| {
        let day = Day::typed(text).ok();
        if day.is_none() && !text.is_empty() {
            faults.push(fault);
        }
        day
    };
    let (from, until): (Option<Day>, Option<Day>) =
        (day(&filter.from, LogFault::From), day(&filter.until, LogFault::Until));
    let of = match filter.client.as_str() {
        "" => Of::Own,
        OPERATOR => Of::Operator,
        slug => Of::Client(Slug::parse(slug).map_err(|_| Failure::from(Denied::NotYours))?),
    };
    let home = match filter.home.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| Failure::from(Denied::NotYours))?),
    };
    Ok((Wish { of, home, act: Act::parse(&filter.act), person: filter.person.clone(), from, until }, faults))
}

/// The address of the lines under these filters.
fn address(root: &str, filter: &Filter) -> String {
    let parts = [
        ("client", &filter.client),
        ("woning", &filter.home),
        ("act", &filter.act),
        ("person", &filter.person),
        ("from", &filter.from),
        ("until", &filter.until),
    ];
    let filled = parts.into_iter().filter(|(_, value)| !value.is_empty());
    filled.fold(root.to_owned(), |path, (name, value)| with_query(&path, name, value))
}

fn sight(page: &LogPage) -> Sight {
    match (page.place.lines, page.place.whole) {
        (LogLines::By(_), _) => Sight::OwnActs,
        (_, true) => Sight::Whole,
        (_, false) => Sight::Metadata,
    }
}

/// The clients to choose from; the operator's own log stands first.
fn clients(page: &LogPage) -> Vec<ClientChoice> {
    if page.clients.is_empty() {
        return Vec::new();
    }
    let chosen = |lines: LogLines| page.place.lines == lines;
    let operator = ClientChoice { value: OPERATOR.to_owned(), name: None, chosen: chosen(LogLines::Operator) };
    let all = page.clients.iter().map(|client| ClientChoice {
        value: client.slug.clone(),
        name: Some(client.name.clone()),
        chosen: chosen(LogLines::Of(client.id)),
    });
    std::iter::once(operator).chain(all).collect()
}
