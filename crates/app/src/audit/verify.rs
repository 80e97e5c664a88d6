//! Checks every chain from its first link, and every side row that still stands against its line.

use domain::id::AuditId;
use store::StoreError;
use uuid::Uuid;

use super::{link_hash, side_hash};
use crate::house::App;

/// What is wrong with the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A link does not fit.
    Link(BrokenLink),
    /// So many lines are in no chain, or so many links without their lines (negative): a chain was cut off.
    Cut(i64),
}

/// Where a chain is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenLink {
    /// The chain: an organisation's id, or zeroes for the operator.
    pub chain: Uuid,
    /// The number of the link.
    pub seq: i64,
    /// The line.
    pub line: AuditId,
}

/// The first broken link, or how many links there are.
///
/// # Errors
/// When the database fails.
pub async fn verify(app: &App) -> Result<Result<u64, Broken>, StoreError> {
    let chains = app.db.read(store::audit::chains).await?;
    let mut links = 0;
    for chain in chains {
        let (mut last, mut previous) = (0, [0; 32]);
        loop {
            let found = app
                .db
                .read(move |tx| {
                    let links = store::audit::walk(tx, chain, last)?;
                    let mut sides = Vec::with_capacity(links.len());
                    for link in &links {
                        sides.push(match link.line.side_hash {
                            Some(_) => store::audit::side(tx, link.line.id)?,
                            None => None,
                        });
                    }
                    Ok::<_, StoreError>((links, sides))
                })
                .await?;
            if found.0.is_empty() {
                break;
            }
            for (link, side) in found.0.iter().zip(&found.1) {
                let whole = link.seq == last + 1
                    && link.previous == previous
                    && link.hash == link_hash(&previous, link.seq, &link.line)
                    && side.as_ref().is_none_or(|(salt, detail)| link.line.side_hash == Some(side_hash(salt, detail)));
                if !whole {
                    let broken = BrokenLink { chain, seq: link.seq, line: link.line.id };
                    return Ok(Err(Broken::Link(broken)));
                }
                (last, previous) = (link.seq, link.hash);
                links += 1;
            }
        }
    }
    match app.db.read(store::audit::lost).await? {
        0 => Ok(Ok(links)),
        lost => Ok(Err(Broken::Cut(lost))),
    }
}
