//! The cost of a password hash, and its bounds. Must not know of keys or threads.

/// Cost parameters of Argon2id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Params {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// Parameters that would be meaningless, or so dear that a tampered row could stop the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "Argon2id wants 8 KiB per lane to 256 MiB of memory, 1 to 16 passes, 1 to 4 lanes, and at most 1 GiB of memory times passes"
)]
pub struct BadParams;

impl Params {
    /// 19 MiB, 2 passes, 1 lane: what OWASP and ASVS 5.0 (11.4.2) name as the least.
    pub const STANDARD: Self = Self { memory_kib: 19_456, passes: 2, lanes: 1 };

    /// Checks them against the bounds.
    ///
    /// # Errors
    /// [`BadParams`].
    pub const fn new(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self, BadParams> {
        let fine = lanes >= 1
            && lanes <= 4
            && passes >= 1
            && passes <= 16
            && memory_kib >= 8 * lanes
            && memory_kib <= 262_144
            && memory_kib * passes <= 1_048_576;
        if fine { Ok(Self { memory_kib, passes, lanes }) } else { Err(BadParams) }
    }

    /// **Tests only**: the cheapest there is.
    #[must_use]
    pub const fn for_tests() -> Self {
        Self { memory_kib: 8, passes: 1, lanes: 1 }
    }

    /// Memory in KiB.
    #[must_use]
    pub const fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    /// Passes over the memory.
    #[must_use]
    pub const fn passes(self) -> u32 {
        self.passes
    }

    /// Lanes; we compute them one after the other.
    #[must_use]
    pub const fn lanes(self) -> u32 {
        self.lanes
    }

    /// KiB written in all: what the time goes with.
    pub(super) const fn work(self) -> u64 {
        self.memory_kib as u64 * self.passes as u64
    }
}

impl Default for Params {
    fn default() -> Self {
        Self::STANDARD
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds() {
        assert_eq!(Params::new(19_456, 2, 1), Ok(Params::STANDARD));
        assert_eq!(Params::new(8, 1, 1), Ok(Params::for_tests()));
        assert!(Params::new(262_144, 4, 4).is_ok());
        for (memory, passes, lanes) in [
            (7, 1, 1),
            (15, 1, 2),
            (262_145, 1, 1),
            (262_144, 5, 1),
            (8, 17, 1),
            (8, 0, 1),
            (8, 1, 0),
            (64, 1, 5),
            (u32::MAX, u32::MAX, u32::MAX),
        ] {
            assert_eq!(Params::new(memory, passes, lanes), Err(BadParams), "{memory} {passes} {lanes}");
        }
    }
}
