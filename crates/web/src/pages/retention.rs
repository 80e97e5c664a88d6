//! `/beheer/bewaartermijnen/`: how long what is kept is kept; terms of clients are changed here, and things are held.

use app::Caller;
use app::retention::{self, HoldError, NewHold, Seen, TermError};
use axum::extract::Path;
use axum::response::Response;
use domain::naming::Slug;
use domain::retention::{Class, TermFault, Why};
use domain::time::{Day, Span, Time};

use super::{barred, caller};
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::next::with_query;
use crate::views::clients::Named;
use crate::views::retention::RETENTION;
use crate::views::retention::page::{Retention, RetentionFault, Told, Typed};
use crate::views::retention::rows::{ClassRow, HoldRow, OwnTerm, RunRow};
use crate::visit::Visit;

/// GET. `?tellen=1` counts what would go now; `?told=` what was done just now.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    page(&visit, who, Typed::default(), Vec::new()).await
}

async fn page(visit: &Visit, who: Caller<'_>, typed: Typed, faults: Vec<RetentionFault>) -> Result<Response, Failure> {
    let counts = visit.query.text("tellen") == "1";
    let seen = match retention::see(visit.app(), &visit.ctx, who, counts).await {
        Ok(seen) => seen,
        Err(error) => return barred(visit, error),
    };
    let told = Told::parse(visit.query.text("told"));
    visit.show(&filled(visit, seen, told, (typed, faults)))
}

fn filled(visit: &Visit, seen: Seen, told: Option<Told>, (typed, faults): (Typed, Vec<RetentionFault>)) -> Retention {
    let class = |class: &Class| ClassRow {
        class: *class,
        last: seen.last.iter().filter(|it| it.class == *class).map(|it| it.n).sum(),
        due: seen.due.as_ref().map(|report| report.of_class(*class)),
    };
    let named = |it: &retention::Client| Named { slug: it.slug.clone(), name: it.name.clone() };
    let own = seen.clients.iter().flat_map(|it| {
        it.chosen.iter().map(|(class, days)| OwnTerm { client: named(&it.client), class: *class, days: *days })
    });
    Retention {
        page: visit.page_at(RETENTION),
        may_keep: seen.may_keep,
        told,
        classes: Class::ALL.iter().map(class).collect(),
        counted: seen.due.is_some(),
        clients: seen.clients.iter().map(|it| named(&it.client)).collect(),
        own: own.collect(),
        holds: seen.holds.iter().map(|it| hold_row(it, visit.ctx.now)).collect(),
        runs: seen.runs.iter().map(run_row).collect(),
        typed,
        faults,
    }
}

fn hold_row(it: &retention::Held, now: Time) -> HoldRow {
    HoldRow {
        id: it.id.to_string(),
        client: it.client_name.clone(),
        username: it.username.clone().or_else(|| it.one_home.then(|| "–".to_owned())),
        why: it.why,
        // It ends at the first moment of the day behind its last.
        last: it.ends_at.map(|at| Day::of(at - Span::from_micros(1))),
        set: Day::of(it.set_at),
        by: it.by.clone(),
        holds: it.holds(now),
    }
}

fn run_row(it: &retention::Run) -> RunRow {
    RunRow { at: it.started_at, through: it.ended_at.is_some(), erased: it.erased }
}

fn typed(sent: &Fields) -> Typed {
    let text = |name: &str| sent.text(name).trim().to_owned();
    Typed {
        client: text("client"),
        class: text("class"),
        days: text("days"),
        hold_client: text("hold_client"),
        username: text("username"),
        why: text("why"),
        last: text("last"),
    }
}

/// What was typed as a term, or all that is wrong with it.
fn read_term(typed: &Typed) -> Result<(Slug, Class, Option<u32>), Vec<RetentionFault>> {
    let client = Slug::parse(&typed.client).map_err(|_| RetentionFault::Client);
    let class = Class::parse(&typed.class).ok_or(RetentionFault::Class);
    let days = match typed.days.as_str() {
        "" => Ok(None),
        days => days.parse().map(Some).map_err(|_| RetentionFault::Days(None)),
    };
    match (client, class, days) {
        (Ok(client), Ok(class), Ok(days)) => Ok((client, class, days)),
        (client, class, days) => Err([client.err(), class.err(), days.err()].into_iter().flatten().collect()),
    }
}

/// POST `termijn/`: `client`, `class`, `days`.
pub(crate) async fn change(visit: Visit, Form(sent): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let typed = typed(&sent);
    let (client, class, days) = match read_term(&typed) {
        Ok(read) => read,
        Err(faults) => return refused(&visit, who, typed, faults).await,
    };
    let fault = match retention::change_term(visit.app(), &visit.ctx, who, (&client, class, days)).await {
        Ok(()) => return Ok(visit.go(&with_query(RETENTION, "told", Told::Term.word()))),
        Err(TermError::Barred(error)) => return barred(&visit, error),
        Err(TermError::Term(TermFault::NotTheirs)) => RetentionFault::Class,
        Err(TermError::Term(TermFault::OutOfBounds(_))) => RetentionFault::Days(Some(class)),
    };
    refused(&visit, who, typed, vec![fault]).await
}

/// The form once more, for whom may change things here.
async fn refused(
    visit: &Visit,
    who: Caller<'_>,
    typed: Typed,
    faults: Vec<RetentionFault>,
) -> Result<Response, Failure> {
    match retention::may_keep(visit.app(), &visit.ctx, who).await {
        Ok(()) => page(visit, who, typed, faults).await,
        Err(error) => barred(visit, error),
    }
}

/// What was typed as a hold, or all that is wrong with it.
fn read_hold(typed: &Typed) -> Result<NewHold, Vec<RetentionFault>> {
    let client = Slug::parse(&typed.hold_client).map_err(|_| RetentionFault::HoldClient);
    let why = Why::parse(&typed.why).ok_or(RetentionFault::Why);
    let last = match typed.last.as_str() {
        "" => Ok(None),
        day => Day::typed(day).map(Some).map_err(|_| RetentionFault::Day),
    };
    let username = (!typed.username.is_empty()).then(|| typed.username.clone());
    match (client, why, last) {
        (Ok(client), Ok(why), Ok(last_day)) => Ok(NewHold { client, username, why, last_day }),
        (client, why, last) => Err([client.err(), why.err(), last.err()].into_iter().flatten().collect()),
    }
}

/// POST `bewaarplicht/`: `hold_client`, `username`, `why`, `last`.
pub(crate) async fn hold(visit: Visit, Form(sent): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let typed = typed(&sent);
    let new = match read_hold(&typed) {
        Ok(new) => new,
        Err(faults) => return refused(&visit, who, typed, faults).await,
    };
    let fault = match retention::set_hold(visit.app(), &visit.ctx, who, new).await {
        Ok(_) => return Ok(visit.go(&with_query(RETENTION, "told", Told::Held.word()))),
        Err(HoldError::Barred(error)) => return barred(&visit, error),
        Err(HoldError::NoHome) => RetentionFault::NoHome,
        Err(HoldError::Over) => RetentionFault::Over,
    };
    refused(&visit, who, typed, vec![fault]).await
}

/// POST `bewaarplicht/{hold}/beeindigen/`.
pub(crate) async fn end_hold(visit: Visit, Path(hold): Path<String>, Form(_): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    // An id that is none is looked for as well, so that rights are judged first.
    let hold = hold.parse().unwrap_or_else(|_| visit.app().id(visit.ctx.now));
    match retention::end_hold(visit.app(), &visit.ctx, who, hold).await {
        Ok(true) => Ok(visit.go(&with_query(RETENTION, "told", Told::Ended.word()))),
        Ok(false) => Err(Failure::not_found()),
        Err(error) => barred(&visit, error),
    }
}
