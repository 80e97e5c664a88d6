//! The homes that a notice reaches by letter only: for the client, whose tenants they are (law 10), home by home; the operator sees
//! how many.

use domain::access::{Actor, Denied, HandOut, in_organisation};
use domain::audit::Act;
use domain::home::Home;
use domain::id::{DwellingId, MaintenanceId};
use uuid::Uuid;

use super::{NoticeError, by, line};
use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};

/// The homes of the client of whoever asks; that they were listed is logged.
///
/// # Errors
/// [`NoticeError`].
pub async fn without_address(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    id: MaintenanceId,
) -> Result<Vec<Home>, NoticeError> {
    let who = caller.into().who(app, ctx);
    let line = line(app, ctx, Act::HomesSeen, id).because("no-address");
    let (mut found, mut after) = (Vec::new(), DwellingId::from_uuid(Uuid::nil()));
    loop {
        let asks = who.clone();
        let some = app.db.read(move |tx| some(tx, &asks, (id, after))).await?;
        let Some((last, _)) = some.last() else { break };
        after = *last;
        found.extend(some.into_iter().map(|(_, home)| home));
    }
    app.db
        .write(move |tx| {
            let actor = who.actor(tx)?;
            let client = own(&actor)?;
            Ok::<_, NoticeError>(by(&line, &actor, domain::maintenance::Audience::Client(client)).write(tx)?)
        })
        .await?;
    Ok(found)
}

fn own(actor: &Actor) -> Result<domain::id::OrganisationId, Denied> {
    match actor {
        Actor::Staff { organisation: Some(own), .. } => Ok(*own),
        _ => Err(Denied::NotAllowed),
    }
}

fn some(
    tx: &mut store::Read<'_>,
    who: &Who,
    (id, after): (MaintenanceId, DwellingId),
) -> Result<Vec<(DwellingId, Home)>, Barred> {
    let actor = who.actor(tx)?;
    let scope = in_organisation::<HandOut>(&actor, own(&actor)?)?;
    let found = store::maintenance::by_id(tx, id)?.filter(|it| it.facts.state.is_told());
    let touches =
        |it: &store::maintenance::Kept| it.notice.audience.touches(domain::maintenance::Reader::Client(scope.within()));
    found.filter(touches).ok_or(Denied::NotYours)?;
    Ok(store::maintenance::without_address(tx, &scope, (id, after))?)
}
