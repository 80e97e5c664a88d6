//! How many accounts a member of the help desk looks for or opens. Beyond the limit somebody is told, once an hour; beyond twice
//! the limit nothing is shown any more: whoever copies accounts one by one is found and stopped.

use domain::access::Actor;
use domain::audit::{Act, Subject};

use super::DeskError;
use crate::audit::entry;
use crate::house::{App, Ctx};
use crate::limits::{Counted, count, seconds_left};

/// Counts one look of this person.
pub(crate) async fn counted(app: &App, ctx: &Ctx, actor: &Actor) -> Result<(), DeskError> {
    // The command line is no person.
    let Some(staff) = actor.staff() else { return Ok(()) };
    let (whom, limit) = (staff.to_string(), app.settings.limits.desk_views);
    let looks = count(app, ctx, Counted { what: "desk-views", whom: &whom, limit }).await?;
    if looks == limit.most + 1 {
        tracing::error!(event = "desk_looked_often", %staff, looks, "a member of the help desk looks at many accounts");
        let about = (None, Subject::new("staff", staff.uuid()));
        let line = entry(app, ctx, actor.clone(), Act::DeskLookedOften, about);
        app.db.write(move |tx| line.write(tx)).await?;
    }
    if looks > limit.most * 2 {
        return Err(DeskError::TooMany { seconds: seconds_left(limit, ctx.now) });
    }
    Ok(())
}
