//! One reset token has one hash in flight: two hundred presses of the button cost one, and the rest wait their turn to
//! hear that the link was used.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{Mutex as Turn, OwnedMutexGuard};

/// The tokens that somebody is busy with.
#[derive(Default)]
pub(crate) struct Turns(Mutex<HashMap<[u8; 32], Arc<Turn<()>>>>);

impl Turns {
    /// Waits for this token's turn; it ends when the guard is dropped.
    pub(crate) async fn take(&self, token: [u8; 32]) -> OwnedMutexGuard<()> {
        let turn = {
            let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            // Those nobody holds or waits for are only known to the map.
            all.retain(|_, turn| Arc::strong_count(turn) > 1);
            Arc::clone(all.entry(token).or_default())
        };
        turn.lock_owned().await
    }
}
