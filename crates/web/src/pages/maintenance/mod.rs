//! `/support/onderhoud/`: notices of planned maintenance are looked at, tested, proposed, approved and steered; below `/service/` a
//! client's own people read what touches them.

pub(crate) mod form;
pub(crate) mod planned;

use app::Barred;
use app::maintenance::{self, Listed, NoticeError, Seen, Steer};
use axum::extract::Path;
use axum::response::Response;
use domain::access::Denied;
use domain::id::MaintenanceId;
use domain::language::Language;
use domain::maintenance::{Fault, Notice};
use words::Words;

use super::{barred, caller, hash_in, hexadecimal};
use crate::errors::Failure;
use crate::forms::Form;
use crate::next::with_query;
use crate::views::maintenance::list::{NoticeRow, Notices};
use crate::views::maintenance::notice::{NoticePage, Read, Told};
use crate::views::maintenance::{ROOT, Whom, path};
use crate::views::page::Banner;
use crate::visit::Visit;

fn id(text: &str) -> Result<MaintenanceId, Failure> {
    text.parse().map_err(|_| Denied::NotYours.into())
}

/// Whom a notice is for, by name.
fn whom(kept: &Listed) -> Whom {
    match (&kept.client, &kept.project) {
        (Some((client, _)), Some((project, _))) => Whom::Project(client.clone(), project.clone()),
        (Some((client, _)), None) => Whom::Client(client.clone()),
        (None, _) => Whom::All,
    }
}

fn subject(visit: &Visit, notice: &Notice) -> String {
    notice.words.subject(visit.ctx.language).to_owned()
}

/// GET.
pub(crate) async fn list(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let found = match maintenance::list(visit.app(), &visit.ctx, who).await {
        Ok(found) => found,
        Err(error) => return barred(&visit, error),
    };
    let rows = found.notices.iter().map(|kept| NoticeRow {
        id: kept.id.to_string(),
        subject: subject(&visit, &kept.notice),
        state: kept.facts.state,
        window: kept.notice.window,
        whom: whom(kept),
        counts: kept.counts,
    });
    visit.show(&Notices { page: visit.page_at(ROOT), writes: found.writes, rows: rows.collect() })
}

/// GET `{notice}/`. `?told=` what was just done, or why nothing was.
pub(crate) async fn show(visit: Visit, Path(notice): Path<String>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    match maintenance::look(visit.app(), &visit.ctx, who, id(&notice)?).await {
        Ok(seen) => visit.show(&page(&visit, seen)),
        Err(error) => match instead(error) {
            Ok(_) => Err(Failure::not_found()),
            Err(error) => barred(&visit, error),
        },
    }
}

/// What is told where nothing was done.
fn instead(error: NoticeError) -> Result<Told, Barred> {
    match error {
        NoticeError::Barred(error) => Err(error),
        NoticeError::Fault(Fault::Over) | NoticeError::Window(_) => Ok(Told::Over),
        NoticeError::Fault(Fault::OwnNotice) => Ok(Told::Own),
        NoticeError::Fault(Fault::OtherNotice) => Ok(Told::Other),
        NoticeError::Fault(Fault::State) | NoticeError::Nobody | NoticeError::Words(_) => Ok(Told::State),
    }
}

fn page(visit: &Visit, seen: Seen) -> NoticePage {
    let Seen { kept, hash, writes, approves } = seen;
    let notice = &kept.notice;
    let read = |language: Language| Read {
        language,
        mail: maintenance::preview(visit.app(), notice, language),
        banner: Banner::of(notice, Words::of(language)),
    };
    NoticePage {
        page: visit.page_at(&path(&kept.id.to_string())),
        told: Told::parse(visit.query.text("told")),
        id: kept.id.to_string(),
        subject: subject(visit, notice),
        state: kept.facts.state,
        window: notice.window,
        whom: whom(&kept),
        read: Language::ALL.into_iter().map(read).collect(),
        over: notice.window.is_over(visit.ctx.now),
        written: (kept.writer, kept.written_at),
        proposer: kept.proposer,
        approved: kept.approver.zip(kept.approved_at),
        ended_at: kept.ended_at,
        writes,
        approves,
        hash: hexadecimal(&hash),
        rate: visit.app().settings.notice_rate,
        counts: kept.counts,
    }
}

/// POST `{notice}/`: `act`, and what it needs.
pub(crate) async fn act(visit: Visit, Path(notice): Path<String>, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (app, ctx, id) = (visit.app(), &visit.ctx, id(&notice)?);
    let steer = async |how, told| maintenance::steer(app, ctx, who, (id, how)).await.map(|()| told);
    let done = match form.text("act") {
        "test" => {
            let language = Language::parse(form.text("language")).unwrap_or(ctx.language);
            maintenance::test_to_self(app, ctx, who, (id, language)).await.map(|()| Told::Tested)
        }
        "propose" => maintenance::propose(app, ctx, who, id).await.map(|()| Told::Proposed),
        "approve" => {
            let shown = hash_in(&form, "hash").unwrap_or_default();
            maintenance::approve(app, ctx, who, (id, shown)).await.map(|()| Told::Approved)
        }
        "give-back" => maintenance::give_back(app, ctx, who, id).await.map(|()| Told::GivenBack),
        "pause" => steer(Steer::Pause, Told::Paused).await,
        "resume" => steer(Steer::Resume, Told::Resumed).await,
        "stop" => steer(Steer::Stop, Told::Stopped).await,
        // Who may not see it learns nothing from what is wrong with a form.
        _ => maintenance::look(app, ctx, who, id).await.map(|_| Told::State),
    };
    match done.or_else(instead) {
        Ok(told) => Ok(visit.go(&with_query(&path(&id.to_string()), "told", told.word()))),
        Err(error) => barred(&visit, error),
    }
}
