//! Two rows of one list for the same home: a conflict for both, never a guess.

use std::collections::HashMap;

use super::digest;
use crate::home::Keys;

/// Remembers which row first had a key. Some 32 bytes a key.
#[derive(Debug, Default)]
pub struct Twins {
    first: HashMap<u64, u64>,
}

impl Twins {
    /// Adds a row; tells which earlier row it shares a key with, if any. Any key counts, not only the strongest: two
    /// numbers of the client at one address are as much a puzzle as one number twice.
    pub fn add(&mut self, number: u64, keys: &Keys) -> Option<u64> {
        let mut twin = None;
        for key in keys.all() {
            let earlier = *self.first.entry(digest(&key.to_string())).or_insert(number);
            if earlier != number {
                twin = twin.or(Some(earlier));
            }
        }
        twin
    }
}
