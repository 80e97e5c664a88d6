//! A list arrives in a page (PRODUCT 3.6): it is kept, sealed, part by part as it comes in, and read later by the job. What
//! was answered with success is kept; what was cut off half-way is forgotten after a day.

use crypto::digest::Sha256;
use domain::access::Import;
use domain::audit::{Act, Subject};
use domain::first_login::BatchState;
use domain::id::BatchId;
use domain::naming::ProjectPath;
use domain::time::Span;
use store::StoreError;
use store::import::{Kind, NewBatch, Part};
use zeroize::Zeroizing;

use super::copy::{opened, part_context};
use super::source::Source;
use crate::audit;
use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};

/// The largest list, in bytes; one of 100,000 homes has a third of it.
pub const LARGEST: u64 = 32 * 1024 * 1024;
/// How much is sealed together.
const PART: usize = 256 * 1024;
/// A list that was cut off, or that waits for somebody to say what its columns are, is forgotten after this.
pub(super) const CUT_OFF: Span = Span::days(1);
/// How long the list itself is kept.
pub(super) const KEPT: Span = domain::retention::LIST_COPY;
/// The longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 120;

/// Why a list is not taken.
#[derive(Debug, thiserror::Error)]
pub enum UploadError {
    /// Not a right of this person.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// Larger than [`LARGEST`].
    #[error("the list is larger than 32 MiB")]
    TooLarge,
    /// No byte came in.
    #[error("the list is empty")]
    Empty,
    /// It was thrown away while it came in.
    #[error("the list was thrown away meanwhile")]
    Gone,
}

impl From<StoreError> for UploadError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

impl From<domain::access::Denied> for UploadError {
    fn from(denied: domain::access::Denied) -> Self {
        Self::Barred(denied.into())
    }
}

/// A list that is coming in.
pub struct Arriving<'a> {
    app: &'a App,
    ctx: &'a Ctx,
    who: Who,
    path: ProjectPath,
    batch: BatchId,
    hash: Sha256,
    waiting: Zeroizing<Vec<u8>>,
    parts: u64,
    bytes: u64,
}

/// A list begins to come in, under the name its file has at the client's.
///
/// # Errors
/// [`UploadError::Barred`].
pub async fn begin<'a>(
    app: &'a App,
    ctx: &'a Ctx,
    caller: impl Into<Caller<'_>>,
    (path, file_name): (&ProjectPath, &str),
) -> Result<Arriving<'a>, UploadError> {
    let (who, batch, now): (_, BatchId, _) = (caller.into().who(app, ctx), app.id(ctx.now), ctx.now);
    let (looks, asked, file_name) = (who.clone(), path.clone(), plain_name(file_name));
    app.db
        .write(move |tx| {
            let (scope, _) = looks.in_project::<Import>(tx, &asked)?;
            let new = NewBatch {
                id: batch,
                state: BatchState::Arriving,
                file_name: file_name.clone(),
                file_hash: [0; 32],
                layout: None,
                total: 0,
                staff: scope.by().staff(),
                purge_at: now + CUT_OFF,
            };
            Ok::<_, UploadError>(store::import::add(tx, &scope, &new, now)?)
        })
        .await?;
    let waiting = Zeroizing::new(Vec::with_capacity(PART));
    Ok(Arriving { app, ctx, who, path: path.clone(), batch, hash: Sha256::new(), waiting, parts: 0, bytes: 0 })
}

impl Arriving<'_> {
    /// The next bytes.
    ///
    /// # Errors
    /// [`UploadError::TooLarge`], or the database failed.
    pub async fn take(&mut self, mut bytes: &[u8]) -> Result<(), UploadError> {
        self.bytes = self.bytes.saturating_add(bytes.len() as u64);
        if self.bytes > LARGEST {
            return Err(UploadError::TooLarge);
        }
        self.hash.update(bytes);
        while !bytes.is_empty() {
            let (now, later) = bytes.split_at(bytes.len().min(PART - self.waiting.len()));
            self.waiting.extend_from_slice(now);
            bytes = later;
            if self.waiting.len() == PART {
                self.keep().await?;
            }
        }
        Ok(())
    }

    async fn keep(&mut self) -> Result<(), UploadError> {
        let (batch, number) = (self.batch, self.parts);
        let context = part_context(batch, Kind::Upload, number);
        let sealed = self.app.keys.seal(&context, &self.waiting, &self.app.chance);
        let sealed = sealed.map_err(|error| StoreError::Internal(Box::new(error)))?;
        let part = Part { batch, kind: Kind::Upload, number, first_row: 0, sealed };
        self.app.db.write(move |tx| store::import::add_part(tx, &part)).await?;
        self.waiting.clear();
        self.parts += 1;
        Ok(())
    }

    /// That was all: from here on it is not lost. The job reads it.
    ///
    /// # Errors
    /// [`UploadError`].
    pub async fn end(mut self) -> Result<BatchId, UploadError> {
        if self.bytes == 0 {
            return Err(UploadError::Empty);
        }
        if !self.waiting.is_empty() {
            self.keep().await?;
        }
        let (app, batch, hash) = (self.app, self.batch, self.hash.finish());
        let about = (None, Subject::new("batch", batch.uuid()));
        let line = audit::entry(app, self.ctx, domain::access::Actor::Job, Act::ListUploaded, about);
        let (who, path, purge_at) = (self.who, self.path, self.ctx.now + KEPT);
        app.db
            .write(move |tx| {
                let (scope, project) = who.in_project::<Import>(tx, &path)?;
                if !store::import::start_reading(tx, &scope, batch, (&hash, purge_at))? {
                    return Err(UploadError::Gone);
                }
                let mut line = line.clone();
                (line.line.actor, line.line.organisation) = (scope.by().clone(), Some(project.organisation));
                Ok(line.write(tx)?)
            })
            .await?;
        app.ring_imports();
        Ok(batch)
    }
}

/// What came in as a whole, opened; none once its copy took its place. One without its beginning was being forgotten, from
/// its first part on, when a process died: its copy had taken its place.
pub(super) async fn kept(app: &App, batch: BatchId) -> Result<Option<Source>, StoreError> {
    let parts = app.db.read(move |tx| store::import::first_rows(tx, batch, Kind::Upload)).await?;
    if parts.first().is_none_or(|(number, _)| *number > 0) {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    for (number, _) in &parts {
        let part = opened(app, (batch, Kind::Upload, *number)).await?;
        bytes.extend_from_slice(&part.ok_or_else(|| StoreError::internal("a part of an upload is missing"))?);
    }
    Ok(Some(Source::bytes(bytes)))
}

/// The name of a file, without its folders and without signs that a page or a header would stumble over. Empty for a list
/// that came without one: what stands in its place is in the language of who reads it.
pub(super) fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|c| !c.is_control() && !is_direction(*c)).take(LONGEST_NAME).collect();
    plain.trim().to_owned()
}

/// Signs that turn the direction of writing: a name must not read as another (norms 5.3.2).
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn names_of_files_are_names_only() {
        assert_eq!(plain_name("C:\\Users\\x\\Lijst mei.xlsx"), "Lijst mei.xlsx");
        assert_eq!(plain_name("../../etc/passwd"), "passwd");
        assert_eq!(plain_name("a\r\nSet-Cookie: b\u{202E}vsc.xlsx"), "aSet-Cookie: bvsc.xlsx");
        assert_eq!(plain_name(" / "), "");
        assert_eq!(plain_name(&"x".repeat(500)).len(), 120);
    }
}
