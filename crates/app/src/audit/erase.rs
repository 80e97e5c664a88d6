//! Erasing what lines hold beside. The line stays; a new one says that it was done, so that a check of the log tells what was
//! erased from what is missing.

use domain::audit::{Act, Subject};
use domain::id::OrganisationId;
use store::{StoreError, Write};

use super::{Entry, entry};
use crate::house::{App, Ctx};

/// An erasing, with its line drawn beforehand.
#[derive(Clone, Debug)]
pub struct Erase {
    client: OrganisationId,
    subject: Subject,
    line: Entry,
}

impl Erase {
    /// Of everything that lines of a client about one thing hold beside; `reason` is a fixed word.
    #[must_use]
    pub fn draw(app: &App, ctx: &Ctx, (client, subject): (OrganisationId, Subject), reason: &str) -> Self {
        let line = entry(app, ctx, domain::access::Actor::Job, Act::DetailErased, (Some(client), subject));
        Self { client, subject, line: line.because(reason) }
    }

    /// Does it in the transaction of whoever erases the rest; how many there were.
    ///
    /// # Errors
    /// When the database fails.
    pub fn run(&self, tx: &mut Write<'_>) -> Result<u64, StoreError> {
        let Some(subject) = self.subject.id() else { return Ok(0) };
        let erased = store::audit::erase(tx, (self.client, subject), self.line.line.id)?;
        if erased > 0 {
            self.line.write(tx)?;
        }
        Ok(erased)
    }
}
