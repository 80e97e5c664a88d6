//! "Ik woon hier nog": those who were told to leave say that they do not, by the link that went to their proved address, with
//! the username typed (law 5). It alarms the client and undoes nothing by itself. The link works also when access is over, for
//! it opens none.

use domain::access::Actor;
use domain::audit::Act;
use domain::id::MailId;
use domain::language::Language;
use domain::mail::Mail;
use domain::time::Time;
use domain::token::{Dead, Purpose};
use store::mail::NewMail;
pub use store::tenant_change::Told;
use store::token::Alive;
use store::{Read, StoreError, Write};

use super::{line, of_dwelling};
use crate::audit::Entry;
use crate::house::{App, Ctx};
use crate::typed_link::{SayError, TypedLink};

/// As many people of the client hear of it at most.
const MOST_TOLD: usize = 20;

fn link(token: &str) -> TypedLink<Told> {
    TypedLink::new(Purpose::StillHere, token, look)
}

/// What the page behind a link tells. Opening it changes nothing (law 5).
///
/// # Errors
/// When the database fails.
pub async fn open(app: &App, ctx: &Ctx, token: &str) -> Result<Result<Told, Dead>, StoreError> {
    link(token).open(app, ctx).await
}

/// A link about a change that was called off is used up: there is nothing to say.
fn look(tx: &mut Read<'_>, hash: &[u8; 32], now: Time) -> Result<Result<(Alive, Told), Dead>, StoreError> {
    let alive = match store::token::look(tx, hash, Purpose::StillHere, now)? {
        Ok(alive) => alive,
        Err(dead) => return Ok(Err(dead)),
    };
    let told = store::tenant_change::told(tx, alive.mail)?;
    let told = told.filter(|told| told.state != domain::tenant_change::State::Cancelled);
    Ok(told.map(|told| (alive, told)).ok_or(Dead::Used))
}

/// Says so, with the username of the letter.
///
/// # Errors
/// [`SayError`].
pub async fn say(app: &App, ctx: &Ctx, token: &str, username: &str) -> Result<(), SayError> {
    let (link, now) = (link(token), ctx.now);
    link.proven(app, ctx, username).await?;
    let said = Saying {
        hash: link.hash,
        line: line(app, ctx, Act::StillHere),
        mails: (0..MOST_TOLD).map(|_| (app.id(now), app.random_name())).collect(),
        language: ctx.language,
        now,
    };
    app.db.write(move |tx| said.run(tx)).await?;
    app.ring();
    Ok(())
}

struct Saying {
    hash: [u8; 32],
    line: Entry,
    mails: Vec<(MailId, String)>,
    language: Language,
    now: Time,
}

impl Saying {
    fn run(&self, tx: &mut Write<'_>) -> Result<(), SayError> {
        let now = self.now;
        let alive = store::token::spend(tx, &self.hash, Purpose::StillHere, now)?.map_err(SayError::Dead)?;
        let told = store::tenant_change::told(tx, alive.mail)?.ok_or(SayError::Dead(Dead::Used))?;
        if !store::tenant_change::said(tx, told.change, now)? {
            // Somebody else of the home said it before: the client knows.
            return Ok(());
        }
        let mut line = self.line.clone();
        (line.line.actor, line.line.organisation) = (Actor::Anonymous, Some(told.organisation));
        line.line.subject = of_dwelling(told.dwelling);
        line.write(tx)?;
        let whom = store::tenant_change::tell_whom(tx, &told)?;
        for (staff, (id, tag)) in whom.into_iter().zip(&self.mails) {
            let mail = Mail::StillHere { change: told.change, staff };
            let new = NewMail { id: *id, mail, language: self.language, tag: tag.clone(), due_at: now };
            store::mail::add(tx, &new, now)?;
        }
        Ok(())
    }
}
