//! The caller check itself: the owner of an account, behind the link of the mail, types the number that they were told, or says
//! that it is not them; or tells the code of the mail, which the help desk types. Opening the link changes nothing (law 5); a
//! press without number or tick changes nothing either.

use domain::access::{Actor, Denied, HelpOne};
use domain::audit::Act;
use domain::help_desk::{CODE_TRIES, End, MISSES, Proof, Standing, typed_code};
use domain::id::HelpDeskCaseId;
use domain::time::Time;
use domain::token::{Dead, Purpose};
use store::help_desk::Case;
use store::token::Alive;
use store::{Read, StoreError};

use super::case::{about, line};
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// What came of a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// It is proven.
    Right,
    /// It was wrong; so many tries are left, and without any the case is closed.
    Wrong {
        /// How many.
        left: u32,
    },
    /// There is nothing to try: the case is over or proven, or the code is too old.
    Over,
}

fn hash(token: &str) -> [u8; 32] {
    crypto::token::hash(Purpose::CallerCheck.as_str(), token)
}

/// The case behind a link, while it waits for an answer.
fn behind(tx: &mut Read<'_>, hash: &[u8; 32], now: Time) -> Result<Result<(Alive, Case), Dead>, StoreError> {
    let alive = match store::token::look(tx, hash, Purpose::CallerCheck, now)? {
        Ok(alive) => alive,
        Err(dead) => return Ok(Err(dead)),
    };
    let Some(case) = store::help_desk::by_mail(tx, alive.mail)? else { return Ok(Err(Dead::Ended)) };
    Ok(match case.facts.standing(now) {
        Standing::Waits => Ok((alive, case)),
        Standing::Expired => Err(Dead::Expired),
        Standing::Ended(End::Missed) => Err(Dead::TooManyTries),
        Standing::Ended(End::Withdrawn) => Err(Dead::Ended),
        Standing::Proven | Standing::Ended(_) => Err(Dead::Used),
    })
}

/// What the page behind a link asks.
///
/// # Errors
/// When the database fails.
pub async fn look(app: &App, ctx: &Ctx, token: &str) -> Result<Result<Case, Dead>, StoreError> {
    let (hash, now) = (hash(token), ctx.now);
    app.db.read(move |tx| behind(tx, &hash, now).map(|found| found.map(|(_, case)| case))).await
}

/// "Ja, ik bel nu": with the number that was told.
///
/// # Errors
/// When the database fails.
pub async fn confirm(app: &App, ctx: &Ctx, token: &str, number: &str) -> Result<Result<Tried, Dead>, StoreError> {
    let (hash, now) = (hash(token), ctx.now);
    let number = number.trim().parse::<u32>().ok();
    let proven = line(app, ctx, Act::DeskCaseProven).because(Proof::Number.as_str());
    let missed = line(app, ctx, Act::DeskProofMissed).because(Proof::Number.as_str());
    let write = app.db.write(move |tx| {
        let (alive, case) = match behind(tx, &hash, now)? {
            Ok(found) => found,
            Err(dead) => return Ok(Err(dead)),
        };
        if number != Some(case.number) {
            if store::help_desk::missed(tx, &case, now)? {
                store::token::end_request(tx, alive.mail, Dead::TooManyTries, now)?;
            }
            about(&missed, &Actor::Anonymous, &case).write(tx)?;
            return Ok(Ok(Tried::Wrong { left: MISSES.saturating_sub(case.misses + 1) }));
        }
        if let Err(dead) = store::token::spend(tx, &hash, Purpose::CallerCheck, now)? {
            return Ok(Err(dead));
        }
        if !store::help_desk::prove(tx, case.id, Proof::Number, now)? {
            return Ok(Err(Dead::Used));
        }
        about(&proven, &Actor::Anonymous, &case).write(tx)?;
        Ok::<_, StoreError>(Ok(Tried::Right))
    });
    write.await
}

/// "Nee, dat ben ik niet": the case is closed, and whoever keeps watch is told.
///
/// # Errors
/// When the database fails.
pub async fn deny(app: &App, ctx: &Ctx, token: &str) -> Result<Result<(), Dead>, StoreError> {
    let (hash, now) = (hash(token), ctx.now);
    let denied = line(app, ctx, Act::DeskCaseDenied);
    let write = app.db.write(move |tx| {
        let case = match behind(tx, &hash, now)? {
            Ok((_, case)) => case,
            Err(dead) => return Ok(Err(dead)),
        };
        if let Err(dead) = store::token::spend(tx, &hash, Purpose::CallerCheck, now)? {
            return Ok(Err(dead));
        }
        store::help_desk::end(tx, case.id, End::Denied, now)?;
        about(&denied, &Actor::Anonymous, &case).write(tx)?;
        Ok::<_, StoreError>(Ok(case))
    });
    let case = match write.await? {
        Ok(case) => case,
        Err(dead) => return Ok(Err(dead)),
    };
    tracing::error!(event = "caller_denied", case = %case.id, "somebody asks the help desk in another's name");
    Ok(Ok(()))
}

/// The code of the mail, as somebody tells it to whoever opened the case.
///
/// # Errors
/// [`Barred`].
pub async fn give_code(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (id, code): (HelpDeskCaseId, &str),
) -> Result<Tried, Barred> {
    let (who, now, keys, code) = (caller.into().who(app, ctx), ctx.now, app.keys.clone(), typed_code(code));
    let proven = line(app, ctx, Act::DeskCaseProven).because(Proof::Code.as_str());
    let missed = line(app, ctx, Act::DeskProofMissed).because(Proof::Code.as_str());
    let write = app.db.write(move |tx| {
        let right = who.anywhere::<HelpOne>(tx)?;
        let case = store::help_desk::own(tx, &right, id)?.ok_or(Denied::NotYours)?;
        let kept = store::help_desk::code(tx, id)?.filter(|(_, until)| now < *until);
        let (Standing::Waits, Some((kept, _))) = (case.facts.standing(now), kept) else { return Ok(Tried::Over) };
        if !keys.code_is_right(&purpose(id), &code, &kept) {
            store::help_desk::wrong_code(tx, &case, now)?;
            about(&missed, right.by(), &case).write(tx)?;
            return Ok(Tried::Wrong { left: CODE_TRIES.saturating_sub(case.code_tries + 1) });
        }
        if !store::help_desk::prove(tx, id, Proof::Code, now)? {
            return Ok(Tried::Over);
        }
        about(&proven, right.by(), &case).write(tx)?;
        Ok::<_, Barred>(Tried::Right)
    });
    write.await
}

/// What the keyed hash of a code is bound to: one case.
pub(crate) fn purpose(case: HelpDeskCaseId) -> String {
    format!("caller-{case}")
}
