//! Counting tries. Every count is taken before the act it limits, under a keyed hash of what it counts, the same for
//! names that exist and names that do not.

use domain::limits::Limit;
use domain::time::{Span, Time};
use store::StoreError;

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
    fn key(&self, app: &App) -> [u8; 32] {
        let window = self.limit.seconds.to_be_bytes();
        app.keys.limit_key(&[self.what.as_bytes(), self.whom.as_bytes(), &window])
    }
}

/// Counts a try; how many there were in this window, this one included.
pub(crate) async fn count(app: &App, ctx: &Ctx, counted: Counted<'_>) -> Result<i64, StoreError> {
    store::limit::hit(&app.db, counted.key(app), counted.limit.window(), ctx.now).await
}

/// Counts a try; true when it is over the limit.
pub(crate) async fn over(app: &App, ctx: &Ctx, counted: Counted<'_>) -> Result<bool, StoreError> {
    Ok(count(app, ctx, counted).await? > counted.limit.most)
}

/// Takes a try back: it was the owner's, or nothing came of it.
pub(crate) async fn give_back(app: &App, ctx: &Ctx, counted: Counted<'_>) -> Result<(), StoreError> {
    store::limit::give_back(&app.db, counted.key(app), counted.limit.window(), ctx.now).await
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
        let mut tally = Self { counted: vec![source], over: None };
        let from_source = count(app, ctx, source).await?;
        if from_source > source.limit.most {
            tally.over = Some(source.limit);
            return Ok(tally);
        }
        for counted in own {
            tally.counted.push(*counted);
            if over(app, ctx, *counted).await? {
                tally.over = Some(counted.limit);
                return Ok(tally);
            }
        }
        tally.counted.push(overall);
        if over(app, ctx, overall).await? && from_source > FEW {
            tally.over = Some(overall.limit);
        }
        Ok(tally)
    }

    /// Takes back all that was counted.
    pub(crate) async fn give_back(&self, app: &App, ctx: &Ctx) -> Result<(), StoreError> {
        for counted in &self.counted {
            give_back(app, ctx, *counted).await?;
        }
        Ok(())
    }
}
