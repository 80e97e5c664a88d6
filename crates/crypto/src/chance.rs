//! Randomness, handed around as a value so that tests and the demo can repeat it. The only file that draws randomness
//! from the machine; it must not know what the bytes are for.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use aws_lc_rs::{digest, rand};

/// A source of random bytes; clones draw from the same source.
#[derive(Clone)]
pub struct Chance(Kind);

#[derive(Clone)]
enum Kind {
    System,
    Seeded { seed: u64, drawn: Arc<AtomicU64> },
}

impl Chance {
    /// The generator of the cryptographic library, fit for keys and tokens.
    #[must_use]
    pub fn system() -> Self {
        Self(Kind::System)
    }

    /// **Tests and demo only**: the same seed gives the same bytes in the same order. SHA-256 over label, seed and a
    /// counter; whoever knows the 64-bit seed knows every byte.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self(Kind::Seeded { seed, drawn: Arc::new(AtomicU64::new(0)) })
    }

    /// Draws `N` bytes.
    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut out = [0; N];
        self.fill(&mut out);
        out
    }

    /// Fills `out` with drawn bytes.
    pub fn fill(&self, out: &mut [u8]) {
        match &self.0 {
            Kind::System => system_fill(out),
            Kind::Seeded { seed, drawn } => {
                for chunk in out.chunks_mut(digest::SHA256_OUTPUT_LEN) {
                    let block = seeded_block(*seed, drawn.fetch_add(1, Ordering::SeqCst));
                    chunk.copy_from_slice(block.as_ref().get(..chunk.len()).unwrap_or_default());
                }
            }
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that draws from the machine")]
#[expect(clippy::panic, reason = "without randomness every key and token would be guessable: there is no safe way on")]
fn system_fill(out: &mut [u8]) {
    if rand::fill(out).is_err() {
        panic!("the system's source of randomness has failed");
    }
}

fn seeded_block(seed: u64, number: u64) -> digest::Digest {
    let mut hash = digest::Context::new(&digest::SHA256);
    hash.update(b"huissleutel/seeded chance\0");
    hash.update(&seed.to_be_bytes());
    hash.update(&number.to_be_bytes());
    hash.finish()
}

impl fmt::Debug for Chance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Kind::System => "Chance(system)",
            Kind::Seeded { .. } => "Chance(seeded)",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn a_seed_repeats_its_row_of_bytes() {
        let (one, two) = (Chance::seeded(7), Chance::seeded(7));
        assert_eq!(one.bytes::<70>(), two.bytes::<70>());
        assert_eq!(one.clone().bytes::<16>(), two.bytes::<16>());
        assert_ne!(one.bytes::<16>(), Chance::seeded(8).bytes::<16>());
        assert!(!format!("{one:?}").contains('7'));
    }

    #[test]
    fn the_system_never_repeats_itself() {
        let chance = Chance::system();
        let drawn: HashSet<[u8; 16]> = (0..100_000).map(|_| chance.bytes()).collect();
        assert_eq!(drawn.len(), 100_000);
    }
}
