//! `/service/mutaties/`: the changes of a project, a form for a new one, and exactly what will end before anything does. The
//! act is bound to what was shown: when that changed meanwhile, it is shown anew.

use app::Caller;
use app::tenant_change::{self, After, At, Change, ChangeError, Preview, Wish};
use axum::extract::Path;
use axum::response::Response;
use domain::access::Denied;
use domain::email::Address;
use domain::id::{DwellingId, TenantChangeId};
use domain::tenant_change::{Days, Kind, State};
use domain::time::{Day, Time};

use super::projects::choose;
use super::{barred, caller, name, path_of, shown};
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::next::with_query;
use crate::views::service::tenant_change::form::{ChangeFault, ChangeForm, Typed};
use crate::views::service::tenant_change::list::{ChangeRow, Changes, Told};
use crate::views::service::tenant_change::preview::{ChangePreview, EndingAccount};
use crate::views::service::tenant_change::{ChangedHome, NEW};
use crate::views::service::{Pager, Tab};
use crate::visit::Visit;

/// GET. `?project=`, `?told=` what was done just now, `?after=` the last change of the page before.
pub(crate) async fn list(visit: Visit) -> Result<Response, Failure> {
    let key = visit.query.text("project");
    if key.is_empty() {
        return choose(&visit, Tab::Changes).await;
    }
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (path, after) = (path_of(key)?, read_after(visit.query.text("after")));
    let found = match tenant_change::list(visit.app(), &visit.ctx, who, &path, after).await {
        Ok(found) => found,
        Err(error) => return barred(&visit, error),
    };
    let project = shown(&found.project);
    let root = project.tab_path(Tab::Changes);
    let rows = |changes: &[Change]| changes.iter().map(|change| row(change, &project.name, visit.ctx.now)).collect();
    visit.show(&Changes {
        page: visit.page_at(&root),
        told: Told::parse(visit.query.text("told")),
        planned: rows(&found.changes),
        past: rows(&found.past),
        pager: Pager {
            first: after.map(|_| root.clone()),
            next: found.next.map(|(at, id)| with_query(&root, "after", &format!("{}.{id}", at.micros()))),
            ..Pager::default()
        },
        project,
    })
}

/// Where a page ended, as one word: the moment and the change.
fn read_after(word: &str) -> Option<After> {
    let (at, id) = word.split_once('.')?;
    Some((Time::from_micros(at.parse().ok()?), id.parse().ok()?))
}

fn row(change: &Change, project: &str, now: Time) -> ChangeRow {
    ChangeRow {
        id: change.id.to_string(),
        home: ChangedHome {
            id: change.dwelling.to_string(),
            name: name(&change.home),
            username: change.username.clone(),
            project: project.to_owned(),
        },
        kind: change.kind,
        state: change.state,
        last: change.ends.map(|(day, _)| day),
        first: change.begins.map(|(day, _)| day),
        gap: change.gap,
        still_here: change.still_here_at.is_some() && change.state != State::Cancelled,
        undoable: change.done_at.and_then(|at| change.kind.undone_until(at)).is_some_and(|until| now < until),
    }
}

/// The form as it was sent.
struct Sent {
    dwelling: DwellingId,
    /// The planned change whose place is taken.
    instead_of: Option<TenantChangeId>,
    typed: Typed,
}

impl Sent {
    fn read(fields: &Fields) -> Result<Self, Failure> {
        let text = |name: &str| fields.text(name).trim().to_owned();
        Ok(Self {
            dwelling: fields.text("home").parse().map_err(|_| Failure::from(Denied::NotYours))?,
            instead_of: fields
                .get("change")
                .map(str::parse)
                .transpose()
                .map_err(|_| Failure::from(Denied::NotYours))?,
            typed: Typed {
                kind: Kind::parse(fields.text("kind")),
                last: text("last"),
                first: text("first"),
                email: text("email"),
            },
        })
    }

    /// What is wished; an address or a first day of somebody who does not come is not read.
    fn wish(&self) -> Result<Wish, ChangeFault> {
        let kind = self.typed.kind.ok_or(ChangeFault::NoKind)?;
        let day = |text: &str, fault| match text {
            "" => Ok(None),
            text => Day::typed(text).map(Some).map_err(|_| fault),
        };
        let last = if kind.asks_last_day() { day(&self.typed.last, ChangeFault::LastDay)? } else { None };
        if !kind.begins() {
            return Ok(Wish { days: Days { kind, last, first: None }, address: None, seen: None });
        }
        let first = day(&self.typed.first, ChangeFault::FirstDay)?;
        let address = match self.typed.email.as_str() {
            "" => None,
            text => Some(Address::parse(text).map_err(|_| ChangeFault::Address)?),
        };
        Ok(Wish { days: Days { kind, last, first }, address, seen: None })
    }

    /// The fields that send the same again.
    fn fields(&self, seal: &str) -> Vec<(String, String)> {
        let kind = self.typed.kind.map_or("", Kind::as_str);
        let change = self.instead_of.map(|change| change.to_string()).unwrap_or_default();
        let home = self.dwelling.to_string();
        let all = [
            ("home", home.as_str()),
            ("change", &change),
            ("kind", kind),
            ("last", &self.typed.last),
            ("first", &self.typed.first),
            ("email", &self.typed.email),
            ("seal", seal),
        ];
        let filled = all.into_iter().filter(|(_, value)| !value.is_empty());
        filled.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }
}

/// GET `nieuw/`: `?home=`, or `?change=` for other days of a planned one.
pub(crate) async fn form(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    if let Ok(change) = visit.query.text("change").parse::<TenantChangeId>() {
        let found = match tenant_change::find(visit.app(), &visit.ctx, who, change).await {
            Ok(found) => found,
            Err(error) => return barred(&visit, error),
        };
        let day = |bound: Option<(Day, Time)>| bound.map(|(day, _)| day.to_string()).unwrap_or_default();
        let typed = Typed {
            kind: Some(found.change.kind),
            last: day(found.change.ends),
            first: day(found.change.begins),
            email: found.address.map(|address| address.as_str().to_owned()).unwrap_or_default(),
        };
        let sent = Sent { dwelling: found.change.dwelling, instead_of: Some(change), typed };
        return show_form(&visit, who, sent, None).await;
    }
    let dwelling = visit.query.text("home").parse().map_err(|_| Failure::from(Denied::NotYours))?;
    show_form(&visit, who, Sent { dwelling, instead_of: None, typed: Typed::default() }, None).await
}

/// The form for a home of which somebody said elsewhere that new residents come, with the address that was typed there. What
/// is planned already gets the address.
pub(super) async fn begin(
    visit: &Visit,
    who: Caller<'_>,
    dwelling: DwellingId,
    email: &str,
) -> Result<Response, Failure> {
    let changes = match tenant_change::of_home(visit.app(), &visit.ctx, who, dwelling).await {
        Ok(changes) => changes,
        Err(error) => return barred(visit, error),
    };
    let planned = changes.into_iter().find(|change| change.state == State::Planned);
    let day = |bound: Option<(Day, Time)>| bound.map(|(day, _)| day.to_string()).unwrap_or_default();
    let typed = Typed {
        kind: Some(Kind::NewTenant),
        last: planned.as_ref().map(|change| day(change.ends)).unwrap_or_default(),
        first: planned.as_ref().map(|change| day(change.begins)).unwrap_or_default(),
        email: email.to_owned(),
    };
    show_form(visit, who, Sent { dwelling, instead_of: planned.map(|change| change.id), typed }, None).await
}

async fn show_form(
    visit: &Visit,
    who: Caller<'_>,
    sent: Sent,
    fault: Option<ChangeFault>,
) -> Result<Response, Failure> {
    let at = match tenant_change::at(visit.app(), &visit.ctx, who, sent.dwelling).await {
        Ok(at) => at,
        Err(error) => return barred(visit, error),
    };
    visit.show(&ChangeForm {
        page: visit.page_at(NEW),
        home: home(&at, sent.dwelling),
        project: shown(&at.project),
        lived_in: at.lived_in,
        change: sent.instead_of.map(|change| change.to_string()),
        typed: sent.typed,
        fault,
    })
}

pub(super) fn home(at: &At, dwelling: DwellingId) -> ChangedHome {
    ChangedHome {
        id: dwelling.to_string(),
        name: name(&at.home),
        username: at.username.clone(),
        project: at.project.name.clone(),
    }
}

/// POST: the preview; with its `seal` the act.
pub(crate) async fn plan(visit: Visit, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let sent = Sent::read(&form)?;
    let wish = match sent.wish() {
        Ok(wish) => wish,
        Err(fault) => return show_form(&visit, who, sent, Some(fault)).await,
    };
    let Some(seen) = Some(form.text("seal")).filter(|seal| !seal.is_empty()) else {
        return look(&visit, who, sent, (&wish, false)).await;
    };
    let wish = Wish { seen: Some(seen.to_owned()), ..wish };
    let done = match sent.instead_of {
        Some(change) => tenant_change::replan(visit.app(), &visit.ctx, who, change, wish.clone()).await,
        None => tenant_change::plan(visit.app(), &visit.ctx, who, sent.dwelling, wish.clone()).await,
    };
    match done {
        Ok(planned) => {
            let told = if planned.done { Told::Done } else { Told::Planned };
            back(&visit, who, sent.dwelling, told).await
        }
        Err(ChangeError::Moved) => look(&visit, who, sent, (&wish, true)).await,
        Err(error) => refused(&visit, who, sent, error).await,
    }
}

/// Exactly what would end, with the seal of that; `moved` when it is something else than was shown before.
async fn look(visit: &Visit, who: Caller<'_>, sent: Sent, (wish, moved): (&Wish, bool)) -> Result<Response, Failure> {
    let asked = (wish, sent.instead_of);
    match tenant_change::preview(visit.app(), &visit.ctx, who, sent.dwelling, asked).await {
        Ok(found) => show_preview(visit, who, &sent, (found, moved)).await,
        Err(error) => refused(visit, who, sent, error).await,
    }
}

async fn show_preview(
    visit: &Visit,
    who: Caller<'_>,
    sent: &Sent,
    (found, moved): (Preview, bool),
) -> Result<Response, Failure> {
    let at = match tenant_change::at(visit.app(), &visit.ctx, who, sent.dwelling).await {
        Ok(at) => at,
        Err(error) => return barred(visit, error),
    };
    let ending = |it: tenant_change::Leaving| EndingAccount {
        username: it.username,
        since: it.since,
        masked: it.masked_address.unwrap_or_default(),
        password: it.password,
        passkeys: u64::from(it.passkeys),
        devices: u64::from(it.sessions),
    };
    let moments = found.moments;
    visit.show(&ChangePreview {
        page: visit.page_at(NEW),
        home: home(&at, sent.dwelling),
        project: shown(&at.project),
        kind: sent.typed.kind.unwrap_or(Kind::Vacant),
        last: moments.ends.map(|(day, _)| day),
        first: moments.begins.map(|(day, _)| day),
        at_once: moments.ends.is_some_and(|(_, at)| at <= visit.ctx.now),
        gap: moments.gap,
        email: if moments.begins.is_some() { sent.typed.email.clone() } else { String::new() },
        meant: found.arriving.and_then(|arriving| arriving.meant),
        accounts: found.leaving.into_iter().map(ending).collect(),
        fields: sent.fields(&found.seal),
        moved,
    })
}

async fn refused(visit: &Visit, who: Caller<'_>, sent: Sent, error: ChangeError) -> Result<Response, Failure> {
    let fault = match error {
        ChangeError::Barred(error) => return barred(visit, error),
        ChangeError::Days(fault) => ChangeFault::Days(fault),
        ChangeError::NobodyLives => ChangeFault::NobodyLives,
        ChangeError::SomebodyLives => ChangeFault::SomebodyLives,
        ChangeError::SomebodyComes | ChangeError::AnotherPlanned => ChangeFault::AlreadyPlanned,
        ChangeError::Sold => ChangeFault::Sold,
        ChangeError::AddressOfNobody => ChangeFault::Address,
        // Only what was shown can be something else by now; then it was shown anew.
        ChangeError::Moved | ChangeError::TooLate => return back(visit, who, sent.dwelling, Told::TooLate).await,
    };
    show_form(visit, who, sent, Some(fault)).await
}

/// To the list of the project, which tells what was done.
async fn back(visit: &Visit, who: Caller<'_>, dwelling: DwellingId, told: Told) -> Result<Response, Failure> {
    match tenant_change::at(visit.app(), &visit.ctx, who, dwelling).await {
        Ok(at) => Ok(visit.go(&with_query(&shown(&at.project).tab_path(Tab::Changes), "told", told.word()))),
        Err(error) => barred(visit, error),
    }
}

/// POST `{change}/afzeggen/`.
pub(crate) async fn cancel(visit: Visit, Path(change): Path<String>, Form(_): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let change: TenantChangeId = change.parse().map_err(|_| Failure::from(Denied::NotYours))?;
    let found = match tenant_change::find(visit.app(), &visit.ctx, who, change).await {
        Ok(found) => found,
        Err(error) => return barred(&visit, error),
    };
    let told = match tenant_change::cancel(visit.app(), &visit.ctx, who, change).await {
        Ok(()) => Told::Cancelled,
        Err(ChangeError::Barred(error)) => return barred(&visit, error),
        Err(_) => Told::TooLate,
    };
    back(&visit, who, found.change.dwelling, told).await
}
