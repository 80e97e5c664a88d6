//! A client has another term than usual, within the bounds of the class. From the next run on it counts for all that is there.

use domain::access::{Actor, Denied, KeepRetention};
use domain::audit::{Act, Subject};
use domain::naming::Slug;
use domain::retention::{Class, TermFault};
use store::StoreError;

use crate::audit::entry;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// Why a term was not changed.
#[derive(Debug, thiserror::Error)]
pub enum TermError {
    /// Not a right of this person, or no such client.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// Not a term that this class can have.
    #[error(transparent)]
    Term(#[from] TermFault),
}

impl From<StoreError> for TermError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// From now on a class of a client is kept so many days; none: as usual.
///
/// # Errors
/// [`TermError`].
pub async fn change_term(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (client, class, days): (&Slug, Class, Option<u32>),
) -> Result<(), TermError> {
    let (who, client, now) = (caller.into().who(app, ctx), client.clone(), ctx.now);
    let about = (None, Subject::new("organisation", uuid::Uuid::nil()));
    let line = entry(app, ctx, Actor::Job, Act::TermChanged, about).because(&format!("term-{class}")).with(app, "");
    app.db
        .write(move |tx| {
            let scope = who.anywhere::<KeepRetention>(tx)?;
            let client = store::organisation::by_slug(tx, client.as_str())?.ok_or(Barred::from(Denied::NotYours))?;
            days.map_or(Ok(()), |days| class.check(days))?;
            let chosen = store::retention::chosen(tx)?;
            let before = chosen.iter().find(|(id, it, _)| *id == client.id && *it == class).map(|(_, _, days)| *days);
            if before == days {
                return Ok(());
            }
            store::retention::change(tx, &scope, (client.id, class), days, now)?;
            let said = |days: Option<u32>| format!("{} days", class.days(days));
            let mut line = line.clone().telling(&crate::audit::before_and_after(&said(before), &said(days)));
            line.line.actor = scope.by().clone();
            (line.line.organisation, line.line.subject) =
                (Some(client.id), Subject::new("organisation", client.id.uuid()));
            Ok(line.write(tx)?)
        })
        .await
}
