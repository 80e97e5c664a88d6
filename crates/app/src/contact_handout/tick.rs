//! *Verstrekt*: the residents of these homes were told. That uses the link up; when others still wait, a new one follows by mail.

use domain::access::Actor;
use domain::first_login::progress::Part;
use domain::first_login::progress::WorkList;
use domain::id::OccupancyId;
use domain::mail::Mail;
use domain::token::Purpose;

use super::{HandoutLinkError, enter, hash, look, waits};
use crate::first_login::handout::{self, HandoutError};
use crate::house::{App, Ctx};
use crate::outbox::intent;

/// Which homes.
#[derive(Clone, Debug)]
pub enum Whom {
    /// These, as the page showed them.
    These(Vec<OccupancyId>),
    /// All that wait now.
    All,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticked {
    /// Homes that were ticked now.
    pub homes: u64,
    /// Others wait: a new link is on its way.
    pub left: bool,
}

/// Ticks homes as told.
///
/// # Errors
/// [`HandoutLinkError`]; `Nobody` when no home is named, and the link goes on working.
pub async fn tick(app: &App, ctx: &Ctx, (token, typed): (&str, &str), whom: &Whom) -> Result<Ticked, HandoutLinkError> {
    let found = enter(app, ctx, token, typed).await?;
    let chosen = match whom {
        Whom::These(homes) if homes.is_empty() => return Err(HandoutLinkError::Nobody),
        Whom::These(homes) => handout::Whom::These(homes),
        Whom::All => handout::Whom::OnList(WorkList::NotTold),
    };
    let by: Actor = found.actor();
    let done = handout::tick(app, ctx, &by, &found.path()?, (chosen, Part::Both)).await.map_err(refused)?;
    let more = intent(app, ctx, Mail::ContactHandout { contact: found.contact.id, project: found.project.id });
    let (hash, now, named) = (hash(token), ctx.now, (found.contact.id, found.project.id));
    let left = app
        .db
        .write(move |tx| {
            look(tx, &hash, now)?.map_err(HandoutLinkError::Dead)?;
            store::token::spend(tx, &hash, Purpose::ContactHandout, now)?.map_err(HandoutLinkError::Dead)?;
            let left = waits(tx, named, now)?.is_some();
            if left {
                store::mail::add(tx, &more, now)?;
            }
            Ok::<_, HandoutLinkError>(left)
        })
        .await?;
    app.ring();
    Ok(Ticked { homes: done.changed, left })
}

fn refused(error: HandoutError) -> HandoutLinkError {
    match error {
        HandoutError::Store(error) => HandoutLinkError::Store(error),
        HandoutError::NoProject(_) | HandoutError::SignIn | HandoutError::Denied(_) | HandoutError::List(_) => {
            HandoutLinkError::Dead(domain::token::Dead::Ended)
        }
    }
}
