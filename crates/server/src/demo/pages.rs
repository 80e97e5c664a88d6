//! The pages under `/demo/`: the walk, the mail catcher, the clock, the codes, the components. Each shows what the demo knows, also as
//! JSON (`?format=json`); only the clock changes anything.

use std::sync::Arc;

use domain::time::Span;
use serde::Serialize;
use web::axum::Extension;
use web::axum::extract::Path;
use web::axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use web::axum::response::{IntoResponse, Response};
use web::axum::routing::get;
use web::axum::{Json, Router};
use web::errors::Failure;
use web::forms::Form;
use web::views::Page;
use web::views::demo::{DemoClock, DemoCode, DemoCodes, DemoMail, DemoMailLine, DemoMails, DemoPerson, DemoWalk};
use web::views::kit::{KIT, KIT_COLOURS, Kit};
use web::{Pages, Visit, Web};

use super::catcher::{self, Caught};
use super::notes::{Person, State};
use super::{Demo, phones};

const CLOCK: &str = "/demo/clock/";

/// So many of each kind stand on the page of the walk; all of them stand in its JSON.
const OF_EACH: usize = 3;

/// The clock moves so far at once.
const FARTHEST: Span = Span::days(3_660);

/// Somebody's mail: it may have its own style, and nothing else that moves, loads or sends.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; \
     sandbox allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox";

/// The pages of a demo.
pub(super) fn router(demo: Arc<Demo>) -> Router<Arc<Web>> {
    Router::new()
        .page("/demo/", get(walk))
        .page("/demo/mail/", get(mails))
        .page("/demo/mail/{number}/", get(mail))
        .page("/demo/mail/{number}/html/", get(html))
        .page(CLOCK, get(clock).post(move_clock))
        .page("/demo/codes/", get(codes))
        .page(KIT, get(components))
        .route(KIT_COLOURS, get(colours))
        .layer(Extension(demo))
}

fn json(visit: &Visit) -> bool {
    visit.query.get("format") == Some("json")
}

async fn walk(visit: Visit, Extension(demo): Extension<Arc<Demo>>) -> Result<Response, Failure> {
    let people = demo.notes.people();
    if json(&visit) {
        return Ok(Json(people).into_response());
    }
    let page = visit.page();
    let people = shown(&people).into_iter().map(|person| on_page(person, &page)).collect();
    visit.show(&DemoWalk { page, people })
}

/// Some of each kind: residents first, in the order of the walk.
pub(super) fn shown(people: &[Person]) -> Vec<&Person> {
    const ORDER: [State; 9] = [
        State::SignedIn,
        State::PasswordSet,
        State::MailAsked,
        State::Linked,
        State::NoAddress,
        State::Refused,
        State::Carer,
        State::Works,
        State::Invited,
    ];
    let of = |state: State| {
        let most = if state == State::Works { usize::MAX } else { OF_EACH };
        people.iter().filter(move |person| person.state == state).take(most)
    };
    ORDER.into_iter().flat_map(of).collect()
}

fn on_page(person: &Person, page: &Page) -> DemoPerson {
    let mut who = person.who.clone();
    let details: Vec<String> = [
        person.email.clone(),
        person.role.map(|role| page.role(&role).into_owned()),
        super::walk::state(person.state).map(|key| page.w.t(key).into_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    for detail in details {
        who.push_str(" · ");
        who.push_str(&detail);
    }
    DemoPerson { who, login: person.login.clone(), password: person.password.clone() }
}

async fn mails(visit: Visit, Extension(demo): Extension<Arc<Demo>>) -> Result<Response, Failure> {
    let caught = catcher::all(&demo.post);
    if json(&visit) {
        return Ok(Json(caught).into_response());
    }
    let line = |mail: Caught| DemoMailLine {
        at: mail.at,
        href: format!("/demo/mail/{}/", mail.number),
        to: mail.to,
        subject: mail.subject,
    };
    visit.show(&DemoMails { page: visit.page(), mails: caught.into_iter().map(line).collect() })
}

fn found(demo: &Demo, number: &str) -> Result<Caught, Failure> {
    number.parse().ok().and_then(|number| catcher::one(&demo.post, number)).ok_or_else(Failure::not_found)
}

async fn mail(
    visit: Visit,
    Path(number): Path<String>,
    Extension(demo): Extension<Arc<Demo>>,
) -> Result<Response, Failure> {
    let caught = found(&demo, &number)?;
    if json(&visit) {
        return Ok(Json(caught).into_response());
    }
    visit.show(&DemoMail {
        page: visit.page(),
        at: caught.at,
        from: caught.from,
        to: caught.to,
        subject: caught.subject,
        text: caught.text,
        links: caught.links,
        html_href: caught.html.map(|_| format!("/demo/mail/{}/html/", caught.number)),
    })
}

async fn html(Path(number): Path<String>, Extension(demo): Extension<Arc<Demo>>) -> Result<Response, Failure> {
    let html = found(&demo, &number)?.html.ok_or_else(Failure::not_found)?;
    let headers = [(CONTENT_TYPE, "text/html; charset=utf-8"), (CONTENT_SECURITY_POLICY, POLICY)];
    Ok((headers, html).into_response())
}

#[derive(Serialize)]
struct Shown {
    now: String,
}

async fn clock(visit: Visit) -> Result<Response, Failure> {
    if json(&visit) {
        return Ok(Json(Shown { now: visit.ctx.now.rfc3339() }).into_response());
    }
    visit.show(&DemoClock { page: visit.page(), now: visit.ctx.now, typed: String::new(), unreadable: false })
}

async fn move_clock(
    visit: Visit,
    Extension(demo): Extension<Arc<Demo>>,
    Form(form): Form,
) -> Result<Response, Failure> {
    let typed = form.text("forward");
    let Some(by) = forward(typed) else {
        let (page, typed) = (visit.page_at(CLOCK), typed.to_owned());
        return visit.show(&DemoClock { page, now: visit.ctx.now, typed, unreadable: true });
    };
    if demo.notes.forward(by).is_err() {
        return Err(Failure::internal("the notes of the demo cannot be written"));
    }
    visit.app().clock.forward(by);
    Ok(visit.go(CLOCK))
}

/// What was typed as a length of time that the clock can be moved by.
fn forward(typed: &str) -> Option<Span> {
    let by: Span = typed.trim().to_ascii_lowercase().parse().ok()?;
    (Span::seconds(1) <= by && by <= FARTHEST).then_some(by)
}

async fn codes(visit: Visit, Extension(demo): Extension<Arc<Demo>>) -> Result<Response, Failure> {
    phones::scan(&visit, &demo.notes).await?;
    let codes = phones::codes(visit.app(), &demo.notes).await?;
    if json(&visit) {
        return Ok(Json(codes).into_response());
    }
    let (page, people) = (visit.page(), demo.notes.people());
    let row = |code: phones::Code| {
        let role = page.role(&code.role).into_owned();
        let person = people.iter().find(|person| person.login == code.name);
        let who = person.map_or_else(|| role.clone(), |person| format!("{} · {role}", person.who));
        DemoCode { login: code.name, who, code: code.code }
    };
    let codes = codes.into_iter().map(row).collect();
    visit.show(&DemoCodes { codes, seconds_left: phones::seconds_left(visit.ctx.now), page })
}

async fn components(visit: Visit) -> Result<Response, Failure> {
    let wrong = visit.query.get("state") == Some("wrong");
    visit.show(&Kit { page: visit.page(), wrong, now: visit.ctx.now })
}

async fn colours() -> Response {
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], Kit::colours()).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_takes_lengths_of_time_and_nothing_else() {
        for (typed, by) in [
            ("2d", Span::days(2)),
            (" 3h ", Span::hours(3)),
            ("15m", Span::minutes(15)),
            ("90S", Span::seconds(90)),
            ("3660d", FARTHEST),
        ] {
            assert_eq!(forward(typed), Some(by), "{typed}");
        }
        for rubbish in
            ["", "2", "d", "-2d", "2 d", "0d", "1ms", "3661d", "99999999999999999999d", "morgen", "2d3h", "２d"]
        {
            assert_eq!(forward(rubbish), None, "{rubbish}");
        }
    }

    #[test]
    fn a_mail_may_run_and_load_nothing() {
        assert!(POLICY.starts_with("default-src 'none'; ") && POLICY.contains("sandbox allow-top"));
        for open in ["script", "allow-same-origin", "allow-forms", "http:", "https:", "*", "  "] {
            assert!(!POLICY.contains(open), "{open}");
        }
    }

    #[test]
    fn the_walk_shows_some_of_each_and_all_of_staff() {
        let person = |n: usize, state: State| Person {
            login: format!("ALMELO{n:02}"),
            who: String::new(),
            email: None,
            role: None,
            state,
            password: None,
        };
        let mut people: Vec<Person> = (0..10).map(|n| person(n, State::Works)).collect();
        people.extend((10..20).map(|n| person(n, State::Linked)));
        people.push(person(20, State::SignedIn));
        let shown = shown(&people);
        assert_eq!(shown.len(), 1 + OF_EACH + 10);
        assert_eq!(shown.first().map(|first| first.login.as_str()), Some("ALMELO20"));
    }
}
