//! The sealer: every second, one process numbers the committed lines that have no number yet and appends them to the
//! chain of their organisation. A line is open to change for those few seconds (docs/security.md says so).

use std::collections::BTreeMap;

use domain::time::Span;
use store::StoreError;
use store::audit::{Sealed, Stored};
use uuid::Uuid;

use super::link_hash;
use crate::house::App;

/// Seals what waits, at most 500 lines; how many there were. Nothing when another process is at it.
///
/// # Errors
/// When the database fails.
pub async fn seal(app: &App, holder: Uuid) -> Result<usize, StoreError> {
    let now = app.clock.now();
    if !store::lease::take(&app.db, "sealer", holder, now + Span::seconds(10), now).await? {
        return Ok(0);
    }
    app.db
        .write(|tx| {
            let lines = store::audit::unsealed(tx)?;
            let mut chains: BTreeMap<Uuid, Vec<Stored>> = BTreeMap::new();
            let count = lines.len();
            for line in lines {
                chains.entry(store::audit::chain_of(line.organisation)).or_default().push(line);
            }
            for (chain, lines) in chains {
                let (mut seq, mut previous) = store::audit::last(tx, chain)?.unwrap_or((0, [0; 32]));
                let mut links = Vec::with_capacity(lines.len());
                for line in lines {
                    seq += 1;
                    let hash = link_hash(&previous, seq, &line);
                    links.push(Sealed { seq, line, previous, hash });
                    previous = hash;
                }
                store::audit::seal(tx, chain, &links)?;
            }
            Ok(count)
        })
        .await
}
