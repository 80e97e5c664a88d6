//! One pass over all classes, in the order of the table of terms. What is due is looked for beside the writer, a page at a time, and
//! looked at again in the small write that erases it: what was held, or came back to life, in between stays.

use std::collections::{BTreeMap, BTreeSet};

use crypto::clock::Stopwatch;
use domain::access::Actor;
use domain::audit::{Act, Door, Subject};
use domain::id::{AuditId, OrganisationId, RetentionRunId};
use domain::retention::{Class, RULES, Term};
use domain::time::{Span, Time};
use store::retention::{Client, Count, Due, Gone, Part, narrow};
use store::{StoreError, Write};
use uuid::Uuid;

use super::run::LEASE;
use crate::audit::{Entry, entry};
use crate::house::{App, Ctx};
use crate::small_writes::{another_try, fitting};

/// The most that are looked for at once, and that go in one write.
pub(super) const MOST: usize = 500;
/// The fewest in one write: a household has many rows of its own.
const LEAST: usize = 5;

/// A pass.
pub(super) struct Sweep<'a> {
    pub(super) app: &'a App,
    pub(super) ctx: Ctx,
    pub(super) clients: Vec<Client>,
    chosen: BTreeMap<(OrganisationId, Class), u32>,
    /// The run, and who runs it; none when nothing is written.
    pub(super) writes: Option<(RetentionRunId, Uuid)>,
    pub(super) counts: BTreeMap<(Class, Option<OrganisationId>), u64>,
    /// The chains that were told already what goes of them.
    pub(super) told: BTreeSet<Option<OrganisationId>>,
    size: usize,
    leased_at: Time,
}

/// What one write did.
struct Done {
    /// Up to here.
    last: Uuid,
    /// So many.
    n: u64,
    /// All that it was about.
    through: bool,
}

impl<'a> Sweep<'a> {
    /// One that writes nothing.
    pub(super) async fn look(app: &'a App, now: Time) -> Result<Self, StoreError> {
        let found = app.db.read(move |tx| Ok((store::retention::clients(tx, now)?, store::retention::chosen(tx)?)));
        let (clients, chosen): (Vec<Client>, Vec<(OrganisationId, Class, u32)>) = found.await?;
        let chosen = chosen.into_iter().map(|(client, class, days)| ((client, class), days)).collect();
        let ctx = Ctx { door: Door::Job, ..app.command() };
        let (counts, told) = (BTreeMap::new(), BTreeSet::new());
        Ok(Self { app, ctx, clients, chosen, writes: None, counts, told, size: LEAST, leased_at: now })
    }

    /// One that erases.
    pub(super) async fn begin(app: &'a App, (now, holder): (Time, Uuid)) -> Result<Self, StoreError> {
        let mut sweep = Self::look(app, now).await?;
        let run = app.id(now);
        app.db.write(move |tx| store::retention::begin(tx, run, now)).await?;
        sweep.writes = Some((run, holder));
        Ok(sweep)
    }

    /// It came to its end.
    pub(super) async fn end(&self) -> Result<(), StoreError> {
        let (Some((run, _)), at) = (self.writes, self.app.clock.now()) else { return Ok(()) };
        self.app.db.write(move |tx| store::retention::end(tx, run, at)).await
    }

    /// Whatever of a class of a client was over by then has had its time.
    pub(super) fn over_before(&self, class: Class, client: Option<OrganisationId>) -> Time {
        let chosen = client.and_then(|client| self.chosen.get(&(client, class)));
        class.over_before(chosen.copied(), self.ctx.now)
    }

    /// Goes through all classes; false when it was told to stop.
    pub(super) async fn through(&mut self, go_on: &(impl Fn() -> bool + Sync)) -> Result<bool, StoreError> {
        let asked: Vec<Option<OrganisationId>> =
            self.clients.iter().filter(|it| !it.held).map(|it| Some(it.id)).collect();
        for rule in RULES {
            let whose: &[Option<OrganisationId>] = match (rule.class, rule.term) {
                (class, _) if class.is_short() => &[],
                (Class::LogDetail, _) => {
                    if !self.details(go_on).await? {
                        return Ok(false);
                    }
                    &[]
                }
                (_, Term::House(_)) => &[None],
                (_, Term::Client(_)) => &asked,
            };
            // Of the operator's own people too something is proposed.
            let own: &[Option<OrganisationId>] = if rule.class == Class::Proposal { &[None] } else { &[] };
            for client in whose.iter().chain(own) {
                if !self.class(rule.class, *client, go_on).await? {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    async fn class(
        &mut self,
        class: Class,
        client: Option<OrganisationId>,
        go_on: &(impl Fn() -> bool + Sync),
    ) -> Result<bool, StoreError> {
        let what = Due { class, client, before: self.over_before(class, client), now: self.ctx.now };
        let (until, mut after) = (first_behind(what.before), Uuid::nil());
        loop {
            if !go_on() {
                return Ok(false);
            }
            let part = Part { after, until, most: number(MOST) };
            let ids = self.app.db.read(move |tx| store::retention::due(tx, &what, part)).await?;
            let Some(last) = ids.last().copied() else { return Ok(true) };
            if self.writes.is_none() {
                *self.counts.entry((class, client)).or_default() += ids.len() as u64;
            } else {
                self.erase(what, after, ids).await?;
            }
            after = last;
        }
    }

    /// Erases these, some at a time.
    async fn erase(&mut self, what: Due, mut after: Uuid, ids: Vec<Uuid>) -> Result<(), StoreError> {
        let mut rest = ids.as_slice();
        while let Some(last) = rest.get(..self.size.min(rest.len())).and_then(<[Uuid]>::last).copied() {
            let part = narrow(after, last, number(self.size));
            let done = self.write(what, part).await?;
            *self.counts.entry((what.class, what.client)).or_default() += done.n;
            after = if done.through { last } else { done.last };
            rest = rest.get(rest.partition_point(|id| *id <= after)..).unwrap_or_default();
        }
        Ok(())
    }

    async fn write(&mut self, what: Due, part: Part) -> Result<Done, StoreError> {
        let run = self.keep_up().await?;
        let lines: Vec<Entry> = match what.class {
            Class::Household => (0..self.size).map(|_| self.line("account")).collect(),
            _ => Vec::new(),
        };
        let (watch, lines) = (Stopwatch::start(), std::sync::Arc::new(lines));
        let done = self.patiently(move |tx| chunk(tx, (run, what), part, &lines)).await?;
        self.size = fitting(usize::try_from(done.n).unwrap_or(MOST), watch.elapsed(), (LEAST, MOST));
        Ok(done)
    }

    /// Writes once more when another was in the way or the outcome is not known: what went is not found again.
    pub(super) async fn patiently<T: Send + 'static>(
        &self,
        write: impl Fn(&mut Write<'_>) -> Result<T, StoreError> + Send + Sync + Clone + 'static,
    ) -> Result<T, StoreError> {
        let mut tries = 0;
        loop {
            match self.app.db.write(write.clone()).await {
                Err(error) if another_try(&error, &mut tries).await => {}
                done => return done,
            }
        }
    }

    /// The run, when this process still has it to itself.
    pub(super) async fn keep_up(&mut self) -> Result<RetentionRunId, StoreError> {
        let (run, holder) = self.writes.ok_or_else(|| StoreError::internal("a dry run writes nothing"))?;
        let now = self.app.clock.now();
        if now - self.leased_at > Span::seconds(20) {
            if !store::lease::take(&self.app.db, "retention", holder, now + LEASE, now).await? {
                return Err(StoreError::internal("another process erases what is over"));
            }
            self.leased_at = now;
        }
        Ok(run)
    }

    /// A line that says that detail was erased; whose it is, and of what, is known in the transaction.
    pub(super) fn line(&self, kind: &'static str) -> Entry {
        let about = (None, Subject::new(kind, Uuid::nil()));
        entry(self.app, &self.ctx, Actor::Job, Act::DetailErased, about).because("retention")
    }
}

/// Erases what is still due of a part.
fn chunk(
    tx: &mut Write<'_>,
    (run, what): (RetentionRunId, Due),
    part: Part,
    lines: &[Entry],
) -> Result<Done, StoreError> {
    let mut done = Done { last: part.after, n: 0, through: true };
    if let Some(client) = what.client
        && store::retention::is_held(tx, client, what.now)?
    {
        return Ok(done);
    }
    let mut lines = lines.iter();
    for id in store::retention::due(tx, &what, part)? {
        match store::retention::erase(tx, what.class, id, what.now)? {
            Gone::Whole => {}
            Gone::Partly => {
                done.through = false;
                break;
            }
            Gone::WithDetails(client, account) => {
                let line = lines.next().ok_or_else(|| StoreError::internal("more households than lines"))?;
                let mut line = line.clone();
                (line.line.organisation, line.line.subject) = (Some(client), Subject::new("account", account.uuid()));
                line.write(tx)?;
            }
        }
        (done.last, done.n) = (id, done.n + 1);
    }
    let count = Count { class: what.class, client: what.client, n: done.n };
    store::retention::count(tx, run, count)?;
    Ok(done)
}

/// The first id that can be made after a moment: what was over by then was made before.
pub(super) fn first_behind(at: Time) -> Uuid {
    AuditId::from_parts(at + Span::millis(1), [0; 10]).uuid()
}

pub(super) fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
