//! The deed of a case, once its caller is proven: by the use cases that residents have themselves, in the transaction that uses the
//! proof up. An address or a password is never among them.

use domain::access::HelpOne;
use domain::audit::Act;
use domain::help_desk::Deed;
use domain::id::HelpDeskCaseId;
use domain::time::Time;
use store::help_desk::{CallerProof, Case};
use store::limit::Counter;
use store::{StoreError, Write};

use super::case::{about, line};
use crate::audit::Entry;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};
use crate::limits::Counted;

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// Not a right of this person, or a colleague's case.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// There is no proof, or it was used, or its time is over.
    #[error("the caller is not proven")]
    NoProof,
}

impl From<StoreError> for ActError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// Does what a case is about, once.
///
/// # Errors
/// [`ActError`].
pub async fn act(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, id: HelpDeskCaseId) -> Result<Case, ActError> {
    let caller = caller.into();
    let case = super::case(app, ctx, caller, id).await?;
    let (who, now, deed) = (caller.who(app, ctx), ctx.now, case.deed);
    let counters = counters(app, &case);
    let done = line(app, ctx, Act::DeskCaseDone).because(deed.as_str());
    let objected = crate::proposal::objected(app, ctx);
    let write = app.db.write(move |tx| {
        let right = who.anywhere::<HelpOne>(tx)?;
        let proof = store::help_desk::consume(tx, &right, (id, deed), now)?.ok_or(ActError::NoProof)?;
        let objected = about(&objected, right.by(), proof.case());
        run(tx, &proof, (&counters, &objected), now)?;
        about(&done, right.by(), proof.case()).write(tx)?;
        Ok::<_, ActError>(())
    });
    write.await?;
    Ok(case)
}

fn run(
    tx: &mut Write<'_>,
    proof: &CallerProof,
    (counters, objected): (&[Counter], &Entry),
    now: Time,
) -> Result<(), StoreError> {
    let case = proof.case();
    match case.deed {
        // The page tells it, now that it may.
        Deed::TellUsername => Ok(()),
        Deed::EndSessions => store::session::end_all(tx, case.identity, now),
        Deed::LiftSlowDown => store::limit::lift(tx, counters),
        Deed::CancelChange => {
            store::own_address::end_asked(tx, case.identity)?;
            crate::proposal::object(tx, (case.identity, case.occupancy), objected, now).map(drop)
        }
    }
}

/// What slows an account down: passwords tried at its name and behind its sessions, and mails asked for it.
fn counters(app: &App, case: &Case) -> Vec<Counter> {
    let (limits, name, own) = (&app.settings.limits, case.skeleton.as_str(), case.identity.to_string());
    let mut counted = vec![
        Counted { what: "guess-account", whom: name, limit: limits.guess_account },
        Counted { what: "guess-own", whom: &own, limit: limits.guess_device },
    ];
    for limit in [limits.ask_account_hour, limits.ask_account_day] {
        counted.push(Counted { what: "ask-reset", whom: name, limit });
    }
    counted.iter().map(|it| it.counter(app)).collect()
}
