//! Reading the log (law 11): a client its own, the auditor all, others what the table of rights leaves them. That somebody
//! read it is a line itself, in the chain that was read.

use domain::access::{Actor, Denied, LogLines, LogPlace, ReadLog, Scope, log, own_log};
use domain::audit::{Act, Subject};
use domain::id::{AuditId, DwellingId, OrganisationId, StaffId};
use domain::naming::Slug;
use domain::time::Day;
use store::audit::{Chosen, Home, Listed, Names};
use store::organisation::Organisation;
use store::{Read, StoreError};
use uuid::Uuid;

use super::Entry;
use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};

/// Lines on a page.
pub const PAGE: u32 = 50;

/// Whose log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Of {
    /// What somebody may read who asks for none in particular.
    #[default]
    Own,
    /// That of one client.
    Client(Slug),
    /// The operator's own.
    Operator,
}

/// Which lines somebody wishes to read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// Whose log.
    pub of: Of,
    /// About this home only.
    pub home: Option<DwellingId>,
    /// Of this act only.
    pub act: Option<Act>,
    /// Of the member of staff with exactly this address; empty for everybody.
    pub person: String,
    /// From this day on.
    pub from: Option<Day>,
    /// Up to and with this day.
    pub until: Option<Day>,
}

/// A page of the log.
#[derive(Clone, Debug)]
pub struct LogPage {
    /// Which lines these are, and how much of each may be seen.
    pub place: LogPlace,
    /// The client whose log it is.
    pub client: Option<Organisation>,
    /// The clients among which may be chosen.
    pub clients: Vec<Organisation>,
    /// The home all of it is about.
    pub home: Option<Home>,
    /// The lines, newest first.
    pub lines: Vec<Told>,
    /// Before which the next page begins.
    pub next: Option<AuditId>,
}

/// A line, with the names of what it speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The line.
    pub listed: Listed,
    /// The names.
    pub names: Names,
}

/// A page of the log, before a line; that somebody looked is logged.
///
/// # Errors
/// [`Barred`]; a home or a client of others is as one that is not there.
pub async fn look(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    wish: &Wish,
    before: Option<AuditId>,
) -> Result<LogPage, Barred> {
    let (who, wish) = (caller.into().who(app, ctx), wish.clone());
    let read = app.db.read(move |tx| {
        let sight = Sight::of(tx, &who, &wish)?;
        let page = sight.page(tx, before, PAGE)?;
        let client = match sight.lines() {
            LogLines::Of(client) => store::audit::client(tx, &sight.right, client)?,
            LogLines::Operator | LogLines::By(_) => None,
        };
        let all = own_log(sight.right.by()).and_then(|lines| log(sight.right.by(), lines))?;
        let clients = store::audit::clients(tx, &all)?;
        let home = match sight.home {
            Some(home) => store::audit::home(tx, &sight.right, home)?,
            None => None,
        };
        let line = sight.line();
        Ok::<_, Barred>((line, LogPage { place: sight.right.within(), client, clients, home, ..page }))
    });
    let (looked, page) = read.await?;
    looked.write(app, ctx, "page").await?;
    Ok(page)
}

/// What somebody may read of what they wish, found inside a transaction.
pub(super) struct Sight {
    right: Scope<ReadLog, LogPlace>,
    home: Option<DwellingId>,
    chosen: Chosen,
}

/// Who looked, and at what: for the line about it.
pub(super) struct Looked {
    actor: Actor,
    about: (Option<OrganisationId>, Subject),
}

impl Looked {
    /// Writes it down; `how` is a fixed word.
    pub(super) async fn write(self, app: &App, ctx: &Ctx, how: &str) -> Result<(), StoreError> {
        let line: Entry = super::entry(app, ctx, self.actor, Act::LogRead, self.about).because(how);
        app.db.write(move |tx| line.write(tx)).await
    }
}

impl Sight {
    pub(super) fn of(tx: &mut Read<'_>, who: &Who, wish: &Wish) -> Result<Self, Barred> {
        let actor = who.actor(tx)?;
        // Whoever has no log, or only the own acts, learns nothing from asking for another's.
        let own = own_log(&actor)?;
        if matches!(own, LogLines::By(_)) && (wish.of != Of::Own || wish.home.is_some()) {
            return Err(Denied::NotAllowed.into());
        }
        let place = match wish.home {
            Some(_) if !log(&actor, own)?.within().whole => return Err(Denied::NotAllowed.into()),
            Some(home) => Some(store::home::place_of(tx, home)?.ok_or(Denied::NotYours)?.organisation),
            None => None,
        };
        let lines = match (&wish.of, place) {
            (Of::Own, Some(client)) => LogLines::Of(client),
            (Of::Own, None) => own,
            (Of::Operator, _) => LogLines::Operator,
            (Of::Client(slug), _) => {
                let client = store::organisation::by_slug(tx, slug.as_str())?.ok_or(Denied::NotYours)?;
                LogLines::Of(client.id)
            }
        };
        let right = log(&actor, lines)?;
        if place.is_some_and(|client| lines != LogLines::Of(client)) {
            return Err(Denied::NotYours.into());
        }
        let by = person(tx, right.within(), wish.person.trim())?;
        let chosen = Chosen { by, act: wish.act, ..bounds(wish) };
        Ok(Self { right, home: wish.home, chosen })
    }

    fn lines(&self) -> LogLines {
        self.right.within().lines
    }

    pub(super) fn line(&self) -> Looked {
        let about = match (self.lines(), self.home) {
            (LogLines::Of(client), Some(home)) => (Some(client), Subject::new("dwelling", home.uuid())),
            (LogLines::Of(client), None) => (Some(client), Subject::new("organisation", client.uuid())),
            (LogLines::Operator, _) => (None, Subject::new("log", Uuid::nil())),
            (LogLines::By(staff), _) => (None, Subject::new("staff", staff.uuid())),
        };
        Looked { actor: self.right.by().clone(), about }
    }

    pub(super) fn page(&self, tx: &mut Read<'_>, before: Option<AuditId>, most: u32) -> Result<LogPage, StoreError> {
        let before = before.map_or(self.chosen.before, |before| before.min(self.chosen.before));
        let chosen = Chosen { before, ..self.chosen };
        let page = match (self.lines(), self.home) {
            (LogLines::Of(client), Some(home)) => {
                store::audit::of_home(tx, &self.right, (client, home), &chosen, most)?
            }
            _ => store::audit::page(tx, &self.right, &chosen, most)?,
        };
        let names = store::audit::names(tx, &self.right, &page.lines)?;
        let lines = page.lines.into_iter().zip(names).map(|(listed, names)| Told { listed, names }).collect();
        let place = self.right.within();
        Ok(LogPage { place, client: None, clients: Vec::new(), home: None, lines, next: page.next })
    }
}

/// A period as a part of the ids: they begin with the moment they were made.
fn bounds(wish: &Wish) -> Chosen {
    let at = |day: Day| AuditId::from_parts(day.starts_at(), [0; 10]);
    Chosen {
        from: wish.from.map_or(AuditId::from_uuid(Uuid::nil()), at),
        before: wish.until.map_or(AuditId::from_uuid(Uuid::max()), |day| at(day.next())),
        act: None,
        by: None,
    }
}

/// Somebody that nobody is called has no lines. So has, for who sees only that something happened, anybody of a client.
fn person(tx: &mut Read<'_>, place: LogPlace, email: &str) -> Result<Option<StaffId>, StoreError> {
    if email.is_empty() {
        return Ok(None);
    }
    let found = store::staff::by_email(tx, email)?.filter(|staff| place.whole || staff.organisation.is_none());
    Ok(Some(found.map_or(StaffId::from_uuid(Uuid::nil()), |staff| staff.id)))
}
