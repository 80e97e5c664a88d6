//! Who entered a contact for the client of a project sees which of them wait for another person, and takes one back. What others entered
//! is not there.

use domain::access::{Actor, Denied, EnterContacts};
use domain::audit::Act;
use domain::id::{ContactId, StaffId};
use domain::naming::ProjectPath;
use domain::proposal::{Fault, State};
use store::contact::Contact;
use store::proposal::Decided;

use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};
use crate::proposal::{self, DecideError};

/// The person that enters contacts.
fn person(actor: &Actor) -> Result<StaffId, Barred> {
    match actor {
        Actor::Staff { staff, .. } => Ok(*staff),
        _ => Err(Denied::NotAllowed.into()),
    }
}

/// The contacts that somebody entered for the client of a project and nobody decided about, by name.
///
/// # Errors
/// [`Barred`]: only who may enter one there.
pub async fn own(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    project: &ProjectPath,
) -> Result<Vec<Contact>, Barred> {
    let (who, project, now) = (caller.into().who(app, ctx), project.clone(), ctx.now);
    app.db
        .read(move |tx| {
            let (scope, _) = who.in_project::<EnterContacts>(tx, &project)?;
            let by = person(scope.by())?;
            Ok(store::contact::waiting_of(tx, &scope, by, now)?)
        })
        .await
}

/// Takes a contact back that the same person entered: the proposal is over, and so are the links that went to the mailbox.
///
/// # Errors
/// [`DecideError`].
pub async fn withdraw(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (project, contact): (&ProjectPath, ContactId),
) -> Result<(), DecideError> {
    let (who, project, now) = (caller.into().who(app, ctx), project.clone(), ctx.now);
    let pattern = proposal::line(app, ctx, Act::ProposalWithdrawn);
    app.db
        .write(move |tx| {
            let (scope, _) = who.in_project::<EnterContacts>(tx, &project)?;
            let by = person(scope.by())?;
            let contact = store::contact::entered_by(tx, &scope, by, contact)?.ok_or(Barred::from(Denied::NotYours))?;
            let found = store::proposal::find(tx, &scope, contact.proposal)?.ok_or(Barred::from(Denied::NotYours))?;
            found.facts.withdraw(scope.by(), now)?;
            let decided = Decided { state: State::Withdrawn, by: Some(by), reason: None };
            if !store::proposal::close(tx, &scope, (found.id, decided), now)? {
                return Err(Fault::NotOpen.into());
            }
            store::contact::drop_proposed(tx, &scope, found.id, now)?;
            Ok(proposal::told(&pattern, scope.by(), &found).write(tx)?)
        })
        .await
}
