//! Who looked at a resident's data and who changed them, from the log (law 11), as the resident is told it: the lines about this
//! household, and about account and home since it lives there (law 6); roles and organisations, and nobody's name.

use std::collections::BTreeMap;

use domain::access::{Actor, Denied};
use domain::id::AuditId;
use domain::role::Role;
use domain::time::Time;
use store::own_data::{About, By};
use store::{Read, StoreError};
use uuid::Uuid;

use super::data::{LogLine, Moment, Who};
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// Lines on a page of their own.
const PAGE: usize = 25;

/// So often the log is read on for one page.
const ROUNDS: usize = 12;

/// Some lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogPage {
    /// The newest first.
    pub lines: Vec<LogLine>,
    /// Before which the older ones are.
    pub next: Option<AuditId>,
}

/// A page of what a signed-in resident is told of the log, before a line.
///
/// # Errors
/// [`Barred`].
pub async fn log(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    before: Option<AuditId>,
) -> Result<LogPage, Barred> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let read = app.db.read(move |tx| {
        let Actor::Resident { identity, .. } = who.actor(tx)? else { return Err(Denied::NotAllowed.into()) };
        let about = store::own_data::about(tx, identity)?.ok_or(Barred::SignIn)?;
        Ok::<_, Barred>(lines(tx, &about, (before, now), PAGE)?)
    });
    read.await
}

/// At most `most` lines before one.
pub(super) fn lines(
    tx: &mut Read<'_>,
    about: &About,
    (before, now): (Option<AuditId>, Time),
    most: usize,
) -> Result<LogPage, StoreError> {
    let since = store::own_data::theirs_since(tx, about, now)?;
    let mut names = Names::new(about);
    let mut lines = Vec::new();
    let mut next = Some(before.unwrap_or(AuditId::from_uuid(Uuid::max())));
    // What is not told lies between: read on, and not for ever.
    for _ in 0..ROUNDS {
        let (Some(before), Some(room)) = (next, most.checked_sub(lines.len()).filter(|room| *room > 0)) else { break };
        let page = store::own_data::log(tx, about, (before, since), room)?;
        for line in page.lines {
            let who = names.of(tx, &line.actor)?;
            lines.push(LogLine { at: Moment(line.at), who, act: line.act, door: line.door });
        }
        next = page.next;
    }
    Ok(LogPage { lines, next })
}

/// Who is behind the ids of a log, each looked up once.
pub(super) struct Names<'a> {
    about: &'a About,
    known: BTreeMap<Uuid, Option<By>>,
}

impl<'a> Names<'a> {
    pub(super) fn new(about: &'a About) -> Self {
        Self { about, known: BTreeMap::new() }
    }

    pub(super) fn of(&mut self, tx: &mut Read<'_>, (kind, id): &(String, Option<Uuid>)) -> Result<Who, StoreError> {
        Ok(match (kind.as_str(), id) {
            ("resident", Some(id)) if *id == self.about.occupancy.uuid() => Who::You,
            ("staff" | "key" | "contact", Some(id)) => {
                let by = match self.known.get(id) {
                    Some(by) => by.clone(),
                    None => store::own_data::who(tx, kind, *id)?,
                };
                self.known.insert(*id, by.clone());
                person(kind, by)
            }
            ("server", _) => Who::Operator,
            ("job", _) => Who::System,
            ("anonymous", _) => Who::Link,
            _ => Who::Unknown,
        })
    }
}

fn person(kind: &str, by: Option<By>) -> Who {
    match by {
        Some(By { client: Some(client), .. }) if kind == "key" => Who::Program(client),
        Some(By { client: Some(client), .. }) => Who::Landlord(client),
        Some(By { role: Some(Role::Support), .. }) => Who::Helpdesk,
        Some(_) => Who::Operator,
        None => Who::Unknown,
    }
}
