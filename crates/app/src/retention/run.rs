//! The job itself: once a day by whichever process has the lease, or by the command line. It may be killed at any moment: what is
//! erased is counted in the same write, and the next run goes on with what is left.

use std::collections::BTreeMap;

use domain::id::OrganisationId;
use domain::retention::Class;
use domain::time::{Day, Span, Time};
use store::StoreError;
use store::retention::Client;
use uuid::Uuid;

use super::short;
use super::sweep::Sweep;
use crate::house::App;

/// How long a process that runs it has it to itself; kept up with every write.
pub(super) const LEASE: Span = Span::minutes(1);

/// How many of a class of a client went, or would go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The class.
    pub class: Class,
    /// The client; none for what is the same for everybody, or the operator's own.
    pub client: Option<Client>,
    /// How many.
    pub n: u64,
}

/// What a run did, or would do. Counts, and no data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Nothing was written.
    pub dry: bool,
    /// When it began.
    pub at: Time,
    /// It came to its end; else it was told to stop.
    pub through: bool,
    /// What it erased, or would erase, in the order of the table.
    pub counts: Vec<Counted>,
}

impl Report {
    pub(super) fn of(
        (dry, at, through): (bool, Time, bool),
        counts: &BTreeMap<(Class, Option<OrganisationId>), u64>,
        clients: &[Client],
    ) -> Self {
        let told = |class: Class, id: Option<OrganisationId>, n: u64| Counted {
            class,
            client: id.and_then(|id| clients.iter().find(|it| it.id == id).cloned()),
            n,
        };
        let of_class = |class: &Class| {
            let class = *class;
            counts.iter().filter(move |((it, _), n)| *it == class && **n > 0).map(move |((_, id), n)| (class, *id, *n))
        };
        let counts = Class::ALL.iter().flat_map(of_class).map(|(class, id, n)| told(class, id, n)).collect();
        Self { dry, at, through, counts }
    }

    /// How many of a class, of all clients together.
    #[must_use]
    pub fn of_class(&self, class: Class) -> u64 {
        self.counts.iter().filter(|it| it.class == class).map(|it| it.n).sum()
    }

    /// How many in all.
    #[must_use]
    pub fn all(&self) -> u64 {
        self.counts.iter().map(|it| it.n).sum()
    }
}

/// Counts what would go now. Writes nothing.
///
/// # Errors
/// When the database fails.
pub async fn dry_run(app: &App) -> Result<Report, StoreError> {
    let now = app.clock.now();
    let mut sweep = Sweep::look(app, now).await?;
    let through = sweep.through(&|| true).await?;
    Ok(Report::of((true, now, through), &sweep.counts, &sweep.clients))
}

/// Erases what is over, as long as `go_on` says so. `holder` names the process. None when another one is at it.
///
/// # Errors
/// When the database fails. What was erased until then is erased, and counted.
pub async fn run(app: &App, holder: Uuid, go_on: &(impl Fn() -> bool + Sync)) -> Result<Option<Report>, StoreError> {
    let now = app.clock.now();
    if !store::lease::take(&app.db, "retention", holder, now + LEASE, now).await? {
        return Ok(None);
    }
    short::forget(app, now).await;
    let mut sweep = Sweep::begin(app, (now, holder)).await?;
    let through = sweep.through(go_on).await?;
    if through {
        sweep.end().await?;
    }
    // The next one need not wait until the lease is over.
    store::lease::take(&app.db, "retention", holder, now, now).await?;
    Ok(Some(Report::of((false, now, through), &sweep.counts, &sweep.clients)))
}

/// Runs it when it did not come to its end today yet.
///
/// # Errors
/// As [`run`].
pub async fn daily(app: &App, holder: Uuid, go_on: &(impl Fn() -> bool + Sync)) -> Result<Option<Report>, StoreError> {
    let last = app.db.read(store::retention::last_end).await?;
    if last.is_some_and(|at| Day::of(at) >= Day::of(app.clock.now())) {
        return Ok(None);
    }
    run(app, holder, go_on).await
}
