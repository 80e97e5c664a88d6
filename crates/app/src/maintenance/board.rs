//! What pages and programs tell of planned work. Every page asks, so the process keeps the notices in memory and looks at the database
//! at most each half minute; a notice that was approved or stopped here is known at once. When the database cannot be read, what was
//! known last is told. Only where a notice for a project of the own client is on, the home of a resident who looks is looked up as well.

use std::sync::{Arc, PoisonError, RwLock};

use domain::access::Actor;
use domain::id::{DwellingId, MaintenanceId};
use domain::maintenance::{Kind, Notice, Reader, Window};
use domain::time::{Span, Time};

use crate::house::{App, Ctx};

/// So old what is told may be.
const FRESH: Span = Span::seconds(30);

/// A notice that pages tell of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its id.
    pub id: MaintenanceId,
    /// What it says, when and to whom.
    pub notice: Notice,
}

#[derive(Clone)]
struct Copy {
    at: Time,
    told: Arc<Vec<Told>>,
}

/// The copy of a process.
#[derive(Default)]
pub(crate) struct Board(RwLock<Option<Copy>>);

impl Board {
    /// Something changed: the next page looks.
    pub(crate) fn forget(&self) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn copy(&self) -> Option<Copy> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn keep(&self, at: Time, told: Arc<Vec<Told>>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(Copy { at, told });
    }
}

/// The notices that were approved and whose work is not over, for a reader.
pub async fn told(app: &App, ctx: &Ctx, reader: Reader) -> Vec<Told> {
    let all = all(app, ctx.now).await;
    let touches = |it: &&Told| it.notice.audience.touches(reader) && !it.notice.window.is_over(ctx.now);
    all.iter().filter(touches).cloned().collect()
}

/// The same for whoever looks at a page, while the work goes on; `home` is theirs if they are a resident.
pub async fn told_to(app: &App, ctx: &Ctx, who: Option<(&Actor, Option<DwellingId>)>) -> Vec<Told> {
    among(app, ctx, who, |window| window.is_now(ctx.now)).await
}

/// The same for work that is still to come.
pub async fn coming_to(app: &App, ctx: &Ctx, who: (&Actor, Option<DwellingId>)) -> Vec<Told> {
    among(app, ctx, Some(who), |window| window.from > ctx.now).await
}

async fn among(
    app: &App,
    ctx: &Ctx,
    who: Option<(&Actor, Option<DwellingId>)>,
    wanted: impl Fn(&Window) -> bool,
) -> Vec<Told> {
    let all = all(app, ctx.now).await;
    let mut found: Vec<Told> = all.iter().filter(|it| wanted(&it.notice.window)).cloned().collect();
    if found.is_empty() {
        return found;
    }
    let reader = match who {
        Some((Actor::Resident { organisation, .. }, _)) => Reader::Client(*organisation),
        Some((actor, _)) => actor.client().map_or(Reader::Anybody, Reader::Client),
        None => Reader::Anybody,
    };
    found.retain(|it| it.notice.audience.touches(reader));
    // Work of another client costs nobody a look (law 9).
    if let Some((Actor::Resident { .. }, Some(home))) = who
        && found.iter().any(|it| it.notice.audience.kind() == Kind::Project)
        && let Some(reader) = home_of(app, home).await
    {
        found.retain(|it| it.notice.audience.touches(reader));
    }
    found
}

async fn home_of(app: &App, home: DwellingId) -> Option<Reader> {
    match app.db.read(move |tx| store::home::place_of(tx, home)).await {
        Ok(place) => place.map(Reader::Home),
        Err(error) => {
            tracing::warn!(%error, "where a home is could not be read");
            None
        }
    }
}

async fn all(app: &App, now: Time) -> Arc<Vec<Told>> {
    let known = app.board.copy();
    if let Some(copy) = &known
        && copy.at <= now
        && now - copy.at < FRESH
    {
        return Arc::clone(&copy.told);
    }
    match app.db.read(move |tx| store::maintenance::told(tx, now)).await {
        Ok(found) => {
            let told: Arc<Vec<Told>> = Arc::new(found.into_iter().map(|(id, notice)| Told { id, notice }).collect());
            app.board.keep(now, Arc::clone(&told));
            told
        }
        Err(error) => {
            tracing::warn!(%error, "the notices of planned work could not be read");
            known.map(|copy| copy.told).unwrap_or_default()
        }
    }
}
