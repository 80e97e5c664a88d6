//! Two rows of one list for the same home: a conflict for both, never a guess.

use super::digest;
use crate::home::Keys;
use crate::id::DwellingId;

/// Collects the keys of a list, row by row; eight bytes a key.
#[derive(Debug, Default)]
pub struct Twins {
    digests: Vec<u64>,
}

/// The keys that more than one row of the list has.
#[derive(Debug, Default)]
pub struct Doubled {
    digests: Vec<u64>,
}

impl Twins {
    /// Adds the keys of one row. Any key counts, not only the strongest: two numbers of the client at one address are as
    /// much a puzzle as one number twice.
    pub fn add(&mut self, keys: &Keys) {
        self.digests.extend(keys.all().map(|key| digest(&key.to_string())));
    }

    /// Adds a home that a row led to, once a row: two rows may lead to it by different keys.
    pub fn add_home(&mut self, home: DwellingId) {
        self.digests.push(of_home(home));
    }

    /// The whole list was added.
    #[must_use]
    pub fn doubled(self) -> Doubled {
        let mut digests = self.digests;
        digests.sort_unstable();
        let mut before = None;
        // Keeps the second and later of each, so what stays is at most half.
        digests.retain(|digest| before.replace(*digest) == Some(*digest));
        digests.dedup();
        digests.shrink_to_fit();
        Doubled { digests }
    }
}

impl Doubled {
    /// True when another row has one of these keys, or leads to one of these homes.
    #[must_use]
    pub fn has(&self, keys: &Keys, homes: &[DwellingId]) -> bool {
        let known = |digest: u64| self.digests.binary_search(&digest).is_ok();
        !self.digests.is_empty()
            && (keys.all().any(|key| known(digest(&key.to_string()))) || homes.iter().any(|home| known(of_home(*home))))
    }
}

fn of_home(home: DwellingId) -> u64 {
    digest(&format!("home:{home}"))
}
