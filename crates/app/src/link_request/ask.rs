//! New residents are not let in by a mail: support puts what was asked to the contacts of the client, at their stored addresses, and one of
//! them says that it is right (law 7, PRODUCT 3.5).

use domain::audit::Act;
use domain::id::LinkRequestId;
use domain::link_request::{Missing, Question, Residents};

use super::decide::{AcceptError, line, place, ready};
use super::mails::Mails;
use super::{Letter, about};
use crate::caller::Caller;
use crate::house::{App, Ctx};

/// Asks the contacts of the client whether others come to live there. How many were asked.
///
/// # Errors
/// [`AcceptError`]; [`Missing::Reading`] when it does not say that others come.
pub async fn ask(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, id: LinkRequestId) -> Result<usize, AcceptError> {
    let who = caller.into().who(app, ctx);
    let asks = who.clone();
    let found = app.db.read(move |tx| Ok::<_, AcceptError>(ready(tx, &asks, id)?.1)).await?;
    let wanted = Letter::open(app, id, &found.sealed)?.wanted;
    if !wanted.is_some_and(|wanted| wanted.residents == Some(Residents::New) && wanted.first.is_some()) {
        return Err(AcceptError::Missing(Missing::Reading));
    }
    let (mails, line) = (Mails::draw(app, ctx), line(app, ctx, Act::RequestAsked));
    let asked = app.db.write(move |tx| {
        let (right, found) = ready(tx, &who, id)?;
        if !store::link_request::ask(tx, &right, id)? {
            return Err(AcceptError::Decided);
        }
        about(&line, right.by(), &found).write(tx)?;
        let home = place(tx, &right, &found)?;
        Ok(mails.ask(tx, (&home, &found), Question::NewResidents)?)
    });
    let asked = asked.await?;
    app.ring();
    Ok(asked)
}
