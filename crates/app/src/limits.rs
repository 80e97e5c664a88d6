//! Counting tries. Every count is taken before the act it limits, under a keyed hash of what it counts, the same for
//! names that exist and names that do not.

use domain::limits::Limit;
use domain::time::{Span, Time};
use store::StoreError;
use store::limit::Counter;

use crate::house::{App, Ctx};

/// A source that tried less often than this in a window is not slowed by what all others do together: a resident's first
/// tries always get their turn.
const FEW: i64 = 5;

/// What a try is counted by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Counted<'a> {
    /// What kind of try.
    pub(crate) what: &'static str,
    /// Of whom: a skeleton, an address, a source.
    pub(crate) whom: &'a str,
    /// How often it is free.
    pub(crate) limit: Limit,
}

impl Counted<'_> {
    pub(crate) fn counter(&self, app: &App) -> Counter {
        let window = self.limit.seconds.to_be_bytes();
        let key = app.keys.limit_key(&[self.what.as_bytes(), self.whom.as_bytes(), &window]);
        Counter { key, window: self.limit.window(), most: self.limit.most }
    }
}

/// Counts a try; how many there were in this window, this one included.
pub(crate) async fn count(app: &App, ctx: &Ctx, counted: Counted<'_>) -> Result<i64, StoreError> {
    let counts = store::limit::hit(&app.db, vec![counted.counter(app)], ctx.now).await?;
    Ok(counts.first().copied().unwrap_or(i64::MAX))
}

/// Counts a try; true when it is over the limit.
pub(crate) async fn over(app: &App, ctx: &Ctx, counted: Counted<'_>) -> Result<bool, StoreError> {
    Ok(count(app, ctx, counted).await? > counted.limit.most)
}

/// Takes a try back: it was the owner's, or nothing came of it.
pub(crate) async fn give_back(app: &App, ctx: &Ctx, counted: Counted<'_>) -> Result<(), StoreError> {
    store::limit::give_back(&app.db, vec![counted.counter(app)], ctx.now).await
}

/// Whole seconds until the window of a limit ends; at least 1.
pub(crate) fn seconds_left(limit: Limit, now: Time) -> i64 {
    let end = store::limit::window_start(now, limit.window()) + limit.window();
    (end - now).max(Span::seconds(1)).seconds_up()
}

/// A try that is counted by its source, by what it is about, and overall, in this order, up to the first limit that is
/// over. So one source cannot use up the tries of others: what is over its own limit counts for nobody else.
#[derive(Debug)]
pub(crate) struct Tally<'a> {
    counted: Vec<Counted<'a>>,
    /// The limit that is over.
    pub(crate) over: Option<Limit>,
}

impl<'a> Tally<'a> {
    /// Counts a try.
    pub(crate) async fn take(
        app: &App,
        ctx: &Ctx,
        source: Counted<'a>,
        own: &[Counted<'a>],
        overall: Counted<'a>,
    ) -> Result<Self, StoreError> {
        let mut counted = [&[source], own, &[overall]].concat();
        let counters = counted.iter().map(|counted| counted.counter(app)).collect();
        let counts = store::limit::hit(&app.db, counters, ctx.now).await?;
        let all = counts.len() == counted.len();
        counted.truncate(counts.len());
        // The last one counted is the only one that can be over.
        let last = counted.last().zip(counts.last()).filter(|(counted, count)| **count > counted.limit.most);
        let spared = all && counts.first().is_some_and(|from_source| *from_source <= FEW);
        let over = last.map(|(counted, _)| counted.limit).filter(|_| !spared);
        Ok(Self { over, counted })
    }

    /// Takes back all that was counted.
    pub(crate) async fn give_back(&self, app: &App, ctx: &Ctx) -> Result<(), StoreError> {
        let counters = self.counted.iter().map(|counted| counted.counter(app)).collect();
        store::limit::give_back(&app.db, counters, ctx.now).await
    }
}
