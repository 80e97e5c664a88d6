//! `/contact/verstrekken/<token>/`: a contact of a client without service portal tells which residents were told. GET changes nothing, by
//! anybody, however often; every POST carries `email`, the address that the mail came to (law 5).

use app::contact_handout::{self, Behind, Desk, HandoutLinkError, Whom};
use app::first_login::SheetKind;
use axum::extract::Path;
use axum::response::Response;
use domain::first_login::progress::WorkList;
use domain::language::Language;
use domain::token::Dead;

use super::service::download::{self, Kind};
use super::service::{address, number};
use crate::cookies::is_ours;
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::next::with_query;
use crate::router::{HANDED_OUT, HANDOUT_RENEWED};
use crate::views::contact_handout::{DeadHandout, HandoutDesk, HandoutSaid, OpenHandout, Said, Untold};
use crate::visit::Visit;

/// Longer than any address.
const LONGEST: usize = 320;

fn typed(sent: &Fields) -> String {
    sent.text("email").chars().take(LONGEST).collect()
}

/// GET of the link in the mail.
pub(crate) async fn open_link(visit: Visit, Path(token): Path<String>) -> Result<Response, Failure> {
    if !is_ours(&token) {
        return dead(&visit, &token, Dead::Unknown);
    }
    match contact_handout::open(visit.app(), &visit.ctx, &token).await? {
        Ok(behind) => form(&visit, &token, behind, None),
        Err(why) => dead(&visit, &token, why),
    }
}

/// POST `email`: the homes.
pub(crate) async fn show(visit: Visit, Path(token): Path<String>, Form(sent): Form) -> Result<Response, Failure> {
    desk(&visit, &token, (&typed(&sent), false)).await
}

async fn desk(visit: &Visit, token: &str, (email, nothing): (&str, bool)) -> Result<Response, Failure> {
    match contact_handout::see(visit.app(), &visit.ctx, token, email).await {
        Ok(Desk { behind, homes, not_told, no_address }) => visit.show(&HandoutDesk {
            page: visit.page_at(&link(token)),
            client: behind.client,
            project: behind.project,
            email: email.to_owned(),
            rows: homes
                .iter()
                .map(|home| Untold {
                    id: home.occupancy.map(|it| it.to_string()).unwrap_or_default(),
                    number: number(&home.home),
                    address: address(&home.home),
                    username: home.username.clone(),
                })
                .collect(),
            not_told: not_told as u64,
            no_address: no_address as u64,
            nothing,
        }),
        Err(error) => refused(visit, token, (email, error)).await,
    }
}

/// POST `email`, `list`, `part` and `language`: the letters as a file.
pub(crate) async fn letters(visit: Visit, Path(token): Path<String>, Form(sent): Form) -> Result<Response, Failure> {
    let email = typed(&sent);
    let list = WorkList::parse(sent.text("list")).unwrap_or(WorkList::NotTold);
    let language = Language::parse(sent.text("language")).unwrap_or(Language::Nl);
    let part = sent.text("part").parse().unwrap_or(1);
    match contact_handout::letters(visit.app(), &visit.ctx, (&token, &email), (list, part, language)).await {
        Ok(bytes) => Ok(download::file(&format!("brieven-{part}"), Kind::Pdf, bytes)),
        Err(error) => refused(&visit, &token, (&email, error)).await,
    }
}

/// POST `email` to `lijst.csv` or `lijst.xlsx`: the homes as a file.
pub(crate) async fn list(
    visit: Visit,
    Path((token, file)): Path<(String, String)>,
    Form(sent): Form,
) -> Result<Response, Failure> {
    let email = typed(&sent);
    let Some(kind) = file.strip_prefix("lijst.") else { return Err(Failure::not_found()) };
    match contact_handout::list(visit.app(), &visit.ctx, (&token, &email), kind).await {
        Ok((kind, bytes)) => {
            let kind = if kind == SheetKind::Csv { Kind::Csv } else { Kind::Xlsx };
            Ok(download::file("gebruikersnaam-per-woning", kind, bytes))
        }
        Err(HandoutLinkError::Nobody) => Err(Failure::not_found()),
        Err(error) => refused(&visit, &token, (&email, error)).await,
    }
}

/// POST `email`, `which` (`ticked` or `all`) and `home-1` …, ids.
pub(crate) async fn tick(visit: Visit, Path(token): Path<String>, Form(sent): Form) -> Result<Response, Failure> {
    let email = typed(&sent);
    let whom = if sent.text("which") == "all" {
        Whom::All
    } else {
        let ticked = |at| sent.get(&format!("home-{at}"))?.parse().ok();
        Whom::These((1..=contact_handout::PAGE).filter_map(ticked).collect())
    };
    match contact_handout::tick(visit.app(), &visit.ctx, (&token, &email), &whom).await {
        Ok(done) => {
            let to = with_query(HANDED_OUT, "homes", &done.homes.to_string());
            Ok(visit.go(&with_query(&to, "left", if done.left { "1" } else { "0" })))
        }
        Err(HandoutLinkError::Nobody) => desk(&visit, &token, (&email, true)).await,
        Err(error) => refused(&visit, &token, (&email, error)).await,
    }
}

/// POST `email`: a new link for a dead one. The answer is always the same.
pub(crate) async fn renew(visit: Visit, Path(token): Path<String>, Form(sent): Form) -> Result<Response, Failure> {
    if is_ours(&token) {
        contact_handout::renew(visit.app(), &visit.ctx, &token, &typed(&sent)).await?;
    }
    Ok(visit.go(HANDOUT_RENEWED))
}

async fn refused(visit: &Visit, token: &str, (email, error): (&str, HandoutLinkError)) -> Result<Response, Failure> {
    match error {
        HandoutLinkError::OtherAddress(behind) => form(visit, token, *behind, Some(email)),
        HandoutLinkError::Dead(why) => dead(visit, token, why),
        HandoutLinkError::Nobody => Err(Failure::not_found()),
        HandoutLinkError::Letters(error) => super::service::letters::refused(visit, error),
        HandoutLinkError::Store(error) => Err(error.into()),
    }
}

fn link(token: &str) -> String {
    format!("/contact/verstrekken/{token}/")
}

fn form(visit: &Visit, token: &str, behind: Behind, wrong: Option<&str>) -> Result<Response, Failure> {
    visit.show(&OpenHandout {
        page: visit.page_at(&link(token)),
        client: behind.client,
        project: behind.project,
        email: wrong.unwrap_or_default().to_owned(),
        wrong: wrong.is_some(),
    })
}

/// 410: why, and the way on. What is no token is not written back.
fn dead(visit: &Visit, token: &str, why: Dead) -> Result<Response, Failure> {
    let token = if is_ours(token) { token } else { "onbekend" };
    visit.show(&DeadHandout { page: visit.page_at(&link(token)), why })
}

/// GET: nothing changes. `?homes=` how many were ticked, `?left=1` when others wait.
pub(crate) async fn done(visit: Visit) -> Result<Response, Failure> {
    let homes = visit.query.text("homes").parse().unwrap_or_default();
    let said = Said::Done { homes, left: visit.query.text("left") == "1" };
    visit.show(&HandoutSaid { page: visit.page_at(HANDED_OUT), said })
}

/// GET: nothing changes.
pub(crate) async fn renewed(visit: Visit) -> Result<Response, Failure> {
    visit.show(&HandoutSaid { page: visit.page(), said: Said::Renewed })
}
