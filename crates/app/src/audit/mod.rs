//! Law 11: lines are written with the act; the sealer numbers them afterwards; whoever has the right reads them; anyone can
//! check the chains.

mod erase;
mod export;
mod read;
mod said;
mod seal;
mod verify;

use domain::access::Actor;
use domain::audit::{Act, Line, Subject, canonical};
use domain::id::OrganisationId;
use store::audit::Side;

use crate::house::{App, Ctx};

pub use erase::Erase;
pub use export::{Export, Form, MOST};
pub use read::{LogPage, Of, PAGE, Told, Wish, look};
pub use said::Said;
pub(crate) use said::one_line;
pub use seal::seal;
pub use verify::{Broken, BrokenLink, End, How, Report, Which, missing_ends, verify};

/// A line, ready to be written, with its erasable detail.
#[derive(Clone, Debug)]
pub struct Entry {
    pub(crate) line: Line,
    pub(crate) side: Option<Side>,
}

/// A line about a thing of an organisation (or of the operator).
pub fn entry(
    app: &App,
    ctx: &Ctx,
    actor: Actor,
    act: Act,
    (organisation, subject): (Option<OrganisationId>, Subject),
) -> Entry {
    let line =
        Line { id: app.id(ctx.now), organisation, at: ctx.now, act, door: ctx.door, actor, subject, reason: None };
    Entry { line, side: None }
}

/// Writes down that homes were looked at; `which` is a fixed word.
pub(crate) async fn homes_seen(
    app: &App,
    ctx: &Ctx,
    actor: &Actor,
    (organisation, subject): (OrganisationId, Subject),
    which: &str,
) -> Result<(), store::StoreError> {
    let line = entry(app, ctx, actor.clone(), Act::HomesSeen, (Some(organisation), subject)).because(which);
    app.db.write(move |tx| line.write(tx)).await
}

/// What was and what is, for the detail of a line; both masked.
pub(crate) fn before_and_after(before: &str, after: &str) -> String {
    format!("{before} → {after}")
}

impl Entry {
    /// With the reason, a fixed word.
    #[must_use]
    pub fn because(mut self, reason: &str) -> Self {
        self.line.reason = Some(reason.to_owned());
        self
    }

    /// With detail that may be erased one day: masked, no secrets.
    #[must_use]
    pub fn with(mut self, app: &App, detail: &str) -> Self {
        let salt: [u8; 32] = app.chance.bytes();
        let hash = side_hash(&salt, detail);
        self.side = Some(Side { salt, detail: detail.to_owned(), hash });
        self
    }

    /// The same with another detail under the salt that was drawn, for what is known in the transaction only.
    #[must_use]
    pub(crate) fn telling(mut self, detail: &str) -> Self {
        if let Some(side) = &mut self.side {
            side.detail = detail.to_owned();
            side.hash = side_hash(&side.salt, detail);
        }
        self
    }

    /// Writes it in the transaction of the act.
    ///
    /// # Errors
    /// When the database fails.
    pub fn write(&self, tx: &mut store::Write<'_>) -> Result<(), store::StoreError> {
        store::audit::add(tx, &self.line, self.side.as_ref())
    }

    /// Writes many.
    ///
    /// # Errors
    /// When the database fails.
    pub fn write_all(entries: &[Self], tx: &mut store::Write<'_>) -> Result<(), store::StoreError> {
        let lines: Vec<_> = entries.iter().map(|entry| (entry.line.clone(), entry.side.clone())).collect();
        store::audit::add_each(tx, &lines)
    }
}

fn side_hash(salt: &[u8; 32], detail: &str) -> [u8; 32] {
    crypto::digest::sha256(&canonical(&[Some(b"audit-side"), Some(salt), Some(detail.as_bytes())]))
}

fn link_hash(previous: &[u8; 32], seq: i64, line: &store::audit::Stored) -> [u8; 32] {
    let uuid = |id: &uuid::Uuid| id.as_bytes().to_vec();
    let id = uuid(&line.id.uuid());
    let (number, at) = (seq.to_be_bytes(), line.at.micros().to_be_bytes());
    let organisation = line.organisation.map(|id| uuid(&id.uuid()));
    let actor = line.actor.1.as_ref().map(uuid);
    let subject = line.subject.1.as_ref().map(uuid);
    let fields: [Option<&[u8]>; 14] = [
        Some(b"audit-link"),
        Some(previous),
        Some(&number),
        Some(&id),
        organisation.as_deref(),
        Some(&at),
        Some(line.act.as_bytes()),
        Some(line.door.as_bytes()),
        Some(line.actor.0.as_bytes()),
        actor.as_deref(),
        Some(line.subject.0.as_bytes()),
        subject.as_deref(),
        line.reason.as_ref().map(String::as_bytes),
        line.side_hash.as_ref().map(|hash| hash.as_slice()),
    ];
    crypto::digest::sha256(&canonical(&fields))
}
