//! What is kept, read for use: whatever is wrong with it, what it was meant for goes on with the standard text.

use domain::id::OrganisationId;
use domain::texts::{Kept, Own, Unused};
use store::StoreError;

use super::Voice;
use crate::house::App;

/// A text that is kept and not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The short name of the client.
    pub client: String,
    /// The text.
    pub kept: Kept,
    /// Why it is not used.
    pub why: Unused,
}

/// The own texts of a client. In a transaction of its own: when this one fails, a mail or a letter still goes, with the standard
/// texts.
pub(crate) async fn own(app: &App, organisation: OrganisationId) -> Voice {
    let read = app.db.read(move |tx| {
        let kept = store::texts::own(tx, organisation)?;
        // Most clients have none, and need no name for them.
        let landlord = if kept.is_empty() { None } else { store::texts::landlord(tx, organisation)? };
        Ok::<_, StoreError>((landlord.unwrap_or_default(), kept))
    });
    match read.await {
        Ok((landlord, kept)) => Voice { landlord, own: Own::of(&kept) },
        Err(error) => {
            tracing::warn!(%organisation, %error, "own texts could not be read; the standard texts stand in");
            Voice::default()
        }
    }
}

/// The texts of all clients that are kept and not used, for `doctor`.
///
/// # Errors
/// When the database fails, or holds what is no text at all.
pub async fn unreadable(app: &App) -> Result<Vec<Unreadable>, StoreError> {
    let (mut after, mut found) = (None, Vec::new());
    loop {
        let last = after.clone();
        let page = app.db.read(move |tx| store::texts::all(tx, last.as_ref())).await?;
        let Some(last) = page.last() else { return Ok(found) };
        after = Some(last.clone());
        found.extend(page.into_iter().filter_map(|one| {
            let why = one.kept.read().err()?;
            Some(Unreadable { client: one.slug, kept: one.kept, why })
        }));
    }
}
