//! `/support/onderhoud/nieuw/` and `{notice}/wijzigen/`: a notice is written, and written anew.

use app::Caller;
use app::maintenance::{self, Aim, Draft, NoticeError};
use axum::extract::Path;
use axum::response::Response;
use domain::id::MaintenanceId;
use domain::maintenance::{Audience, Field, Kind, State, Typed, TypedWindow, When, Window, Words};
use domain::naming::Slug;

use super::{barred, caller, id};
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::next::with_query;
use crate::views::maintenance::form::{NoticeFault, NoticeForm, TypedNotice};
use crate::views::maintenance::notice::Told;
use crate::views::maintenance::{NEW, path};
use crate::visit::Visit;

/// More than any field holds; what is longer is refused all the same, and not shown again as a whole.
const LONGEST: usize = 4_000;

/// GET of a new notice.
pub(crate) async fn new(visit: Visit) -> Result<Response, Failure> {
    match caller(&visit) {
        Ok(who) => page(&visit, who, (None, TypedNotice::default()), Vec::new()).await,
        Err(answer) => Ok(*answer),
    }
}

/// GET of one that is there.
pub(crate) async fn anew(visit: Visit, Path(notice): Path<String>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let seen = match maintenance::look(visit.app(), &visit.ctx, who, id(&notice)?).await {
        Ok(seen) => seen,
        Err(error) => return refused(&visit, error),
    };
    let (kept, state) = (&seen.kept, seen.kept.facts.state);
    if seen.kept.facts.write().is_err() {
        return Ok(visit.go(&with_query(&path(&kept.id.to_string()), "told", Told::State.word())));
    }
    let name = match (&kept.notice.audience, &kept.client, &kept.project) {
        (Audience::Client(_), Some((_, client)), _) => client.clone(),
        (Audience::Project(_), Some((_, client)), Some((_, project))) => format!("{client}/{project}"),
        _ => String::new(),
    };
    let typed = TypedNotice {
        audience: kept.notice.audience.kind().as_str().to_owned(),
        name,
        window: TypedWindow::of(kept.notice.window),
        words: kept.notice.words.typed(),
    };
    page(&visit, who, (Some((kept.id, state)), typed), Vec::new()).await
}

/// The form, for whom may write.
async fn page(
    visit: &Visit,
    who: Caller<'_>,
    (kept, typed): (Option<(MaintenanceId, State)>, TypedNotice),
    faults: Vec<NoticeFault>,
) -> Result<Response, Failure> {
    let choices = match maintenance::choices(visit.app(), &visit.ctx, who).await {
        Ok(choices) => choices,
        Err(error) => return barred(visit, error),
    };
    let notice = kept.map(|(id, _)| id.to_string());
    let here = notice.as_ref().map_or_else(|| NEW.to_owned(), |id| format!("{}wijzigen/", path(id)));
    visit.show(&NoticeForm {
        page: visit.page_at(&here),
        id: notice,
        proposed: kept.is_some_and(|(_, state)| state == State::Proposed),
        projects: (!choices.all).then_some(choices.projects),
        typed,
        faults,
    })
}

fn refused(visit: &Visit, error: NoticeError) -> Result<Response, Failure> {
    match super::instead(error) {
        Ok(_) => Err(Failure::not_found()),
        Err(error) => barred(visit, error),
    }
}

fn typed(sent: &Fields) -> TypedNotice {
    let text = |name: &str| sent.text(name).trim().chars().take(LONGEST).collect::<String>();
    // A browser sends two signs where a line ends.
    let of = |field: Field| text(field.as_str()).replace("\r\n", "\n");
    let when = |field: When| text(field.as_str());
    TypedNotice {
        audience: text("audience"),
        name: text("name"),
        window: TypedWindow {
            from_day: when(When::FromDay),
            from_time: when(When::FromTime),
            to_day: when(When::ToDay),
            to_time: when(When::ToTime),
        },
        words: Typed {
            subject_nl: of(Field::SubjectNl),
            words_nl: of(Field::WordsNl),
            subject_en: of(Field::SubjectEn),
            words_en: of(Field::WordsEn),
        },
    }
}

/// Whom it is for, as it was typed: capitals and blanks do not matter.
fn aim(typed: &TypedNotice) -> Result<Aim, NoticeFault> {
    let slug = |text: &str| Slug::parse(&text.trim().to_lowercase());
    match Kind::parse(&typed.audience).ok_or(NoticeFault::Audience)? {
        Kind::All => Ok(Aim::All),
        Kind::Client => slug(&typed.name).map(Aim::Client).map_err(|_| NoticeFault::Client),
        Kind::Project => {
            let (client, project) = typed.name.split_once('/').ok_or(NoticeFault::Project)?;
            match (slug(client), slug(project)) {
                (Ok(organisation), Ok(project)) => {
                    Ok(Aim::Project(domain::naming::ProjectPath { organisation, project }))
                }
                _ => Err(NoticeFault::Project),
            }
        }
    }
}

/// What was typed as a draft, or all that is wrong with it.
fn read(visit: &Visit, typed: &TypedNotice) -> Result<Draft, Vec<NoticeFault>> {
    let mut faults = Vec::new();
    let aim = aim(typed).map_err(|fault| faults.push(fault)).ok();
    let window = match typed.window.read() {
        Ok((from, to)) => {
            faults.extend(Window::new(from, to, visit.ctx.now).err().map(NoticeFault::Window));
            Some((from, to))
        }
        Err(wrong) => {
            faults.extend(wrong.into_iter().map(NoticeFault::When));
            None
        }
    };
    if let Err(wrong) = Words::parse(&typed.words) {
        faults.extend(wrong.into_iter().map(NoticeFault::Words));
    }
    match (aim, window) {
        (Some(aim), Some((from, to))) if faults.is_empty() => Ok(Draft { aim, from, to, typed: typed.words.clone() }),
        _ => Err(faults),
    }
}

/// What is wrong at a field of the form, when it is that.
fn faults(error: NoticeError) -> Result<Vec<NoticeFault>, NoticeError> {
    match error {
        NoticeError::Nobody => Ok(vec![NoticeFault::Nobody]),
        NoticeError::Window(why) => Ok(vec![NoticeFault::Window(why)]),
        NoticeError::Words(wrong) => Ok(wrong.into_iter().map(NoticeFault::Words).collect()),
        NoticeError::Barred(_) | NoticeError::Fault(_) => Err(error),
    }
}

/// POST of a new notice.
pub(crate) async fn add(visit: Visit, Form(sent): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let typed = typed(&sent);
    let draft = match read(&visit, &typed) {
        Ok(draft) => draft,
        Err(faults) => return page(&visit, who, (None, typed), faults).await,
    };
    match maintenance::write(visit.app(), &visit.ctx, who, draft).await.map_err(faults) {
        Ok(id) => Ok(visit.go(&with_query(&path(&id.to_string()), "told", Told::Written.word()))),
        Err(Ok(faults)) => page(&visit, who, (None, typed), faults).await,
        Err(Err(error)) => refused(&visit, error),
    }
}

/// POST of one that is there.
pub(crate) async fn change(visit: Visit, Path(notice): Path<String>, Form(sent): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (app, ctx, id) = (visit.app(), &visit.ctx, id(&notice)?);
    let seen = match maintenance::look(app, ctx, who, id).await {
        Ok(seen) => seen,
        Err(error) => return refused(&visit, error),
    };
    let (typed, kept) = (typed(&sent), Some((id, seen.kept.facts.state)));
    let draft = match read(&visit, &typed) {
        Ok(draft) => draft,
        Err(faults) => return page(&visit, who, (kept, typed), faults).await,
    };
    let back = |told: Told| Ok(visit.go(&with_query(&path(&id.to_string()), "told", told.word())));
    match maintenance::change(app, ctx, who, (id, draft)).await.map_err(faults) {
        Ok(()) => back(Told::Written),
        Err(Ok(faults)) => page(&visit, who, (kept, typed), faults).await,
        Err(Err(error)) => match super::instead(error) {
            Ok(told) => back(told),
            Err(error) => barred(&visit, error),
        },
    }
}
