//! In the place of `crypto::digest`: bytes that differ have another hash, which is all that is asked of it here.

use std::hash::{DefaultHasher, Hasher};

/// The hash.
#[must_use]
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(bytes);
    hash.finish()
}

/// The same hash of bytes that come in pieces.
#[derive(Clone, Default)]
pub struct Sha256(DefaultHasher);

impl Sha256 {
    /// Of nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
    }

    /// The hash of all that was added.
    #[must_use]
    pub fn finish(self) -> [u8; 32] {
        let mut hash = [0; 32];
        hash[..8].copy_from_slice(&self.0.finish().to_be_bytes());
        hash
    }
}
