//! Planned maintenance (PRODUCT 3.8): support or a project lead writes a notice, looks how it reads, sends it to themselves and
//! proposes it; an admin of the operator approves exactly that. Then its homes are listed and told at a steady pace, who lives there
//! being looked up at sending. It can be paused, gone on with, and stopped at once. Pages tell of the work while it goes on.

mod approve;
mod board;
mod compose;
mod letters;
mod preview;
mod propose;
mod see;
mod send;
mod steer;

use domain::access::{Act, Actor, Denied, Scope, over_audience};
use domain::audit::{self, Subject};
use domain::id::{MaintenanceId, StaffId};
use domain::maintenance::{Audience, Fault, Notice, WindowFault, WordsFault};
use store::maintenance::Kept;
use store::{Read, StoreError};

use crate::audit::{Entry, entry};
use crate::caller::{Barred, Who};
use crate::house::{App, Ctx};

pub use approve::{approve, give_back};
pub(crate) use board::Board;
pub use board::{Told, coming_to, told, told_to};
pub use compose::{Aim, Draft, change, write};
pub use letters::{ByLetter, by_letter, letter_list, letters_pdf, without_address};
pub use preview::{Preview, preview, test_to_self};
pub use propose::propose;
pub use see::{Choices, List, Seen, Touching, choices, list, look, touching};
pub use send::work;
pub use steer::{Steer, steer};
pub use store::maintenance::{Counts, Kept as Listed};

pub(crate) use preview::content;
pub(crate) use send::mailbox;

/// Why nothing was done with a notice.
#[derive(Debug, thiserror::Error)]
pub enum NoticeError {
    /// It cannot be seen, or is no right of this person.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// There is no such client or project to be told.
    #[error("there is nobody to tell")]
    Nobody,
    /// The work cannot be then.
    #[error(transparent)]
    Window(#[from] WindowFault),
    /// The words have faults.
    #[error("the words have faults")]
    Words(Vec<WordsFault>),
    /// It has come too far, or another person has to do this.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<StoreError> for NoticeError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

impl From<Denied> for NoticeError {
    fn from(denied: Denied) -> Self {
        Self::Barred(denied.into())
    }
}

/// A notice, with the right to do something with it; one for others does not exist.
fn find<A: Act>(tx: &mut Read<'_>, who: &Who, id: MaintenanceId) -> Result<(Scope<A, Audience>, Kept), Barred> {
    let actor = who.actor(tx)?;
    let absent = absent::<A>(&actor);
    // Who may do this nowhere is told so before anything is known of a notice.
    if absent == Denied::NotAllowed {
        return Err(absent.into());
    }
    let found = store::maintenance::by_id(tx, id)?.ok_or(absent)?;
    Ok((over_audience::<A>(&actor, found.notice.audience)?, found))
}

/// Why somebody does not get a notice that is not there.
fn absent<A: Act>(actor: &Actor) -> Denied {
    let lead = matches!(actor, Actor::Staff { role: domain::role::Role::ProjectLead, .. });
    match over_audience::<A>(actor, Audience::All) {
        Err(Denied::NotAllowed) if !lead => Denied::NotAllowed,
        _ => Denied::NotYours,
    }
}

/// The person who acts: notices are written and decided about by people only.
fn person(actor: &Actor) -> Result<StaffId, Denied> {
    actor.staff().ok_or(Denied::NotAllowed)
}

/// A line about a notice, without actor and client, which are found in the transaction.
fn line(app: &App, ctx: &Ctx, act: audit::Act, id: MaintenanceId) -> Entry {
    entry(app, ctx, Actor::Job, act, (None, Subject::new("maintenance", id.uuid())))
}

fn by(line: &Entry, by: &Actor, audience: Audience) -> Entry {
    let mut line = line.clone();
    (line.line.actor, line.line.organisation) = (by.clone(), audience.organisation());
    line
}

/// What a second person approves: the hash of exactly this notice.
fn hash(id: MaintenanceId, notice: &Notice) -> Result<[u8; 32], StoreError> {
    let json = notice.to_json(id).map_err(|error| StoreError::Internal(Box::new(error)))?;
    Ok(crypto::digest::sha256(json.as_bytes()))
}
