//! Binds an act to what was shown before it: a hash over that goes along with the form, and the act is done only while the same
//! hash comes of what there is. It is no secret and gives no right.

use crypto::digest::Sha256;

/// A seal, begun.
pub(crate) struct Seal(Sha256);

impl Seal {
    /// Over nothing yet.
    pub(crate) fn new() -> Self {
        Self(Sha256::new())
    }

    /// Adds one thing that was shown; its length goes in, so that two things never run together.
    pub(crate) fn add(&mut self, part: impl AsRef<[u8]>) {
        let part = part.as_ref();
        self.0.update(&(part.len() as u64).to_be_bytes());
        self.0.update(part);
    }

    /// As it stands in a form: 32 letters and digits.
    pub(crate) fn text(self) -> String {
        self.0.finish().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}

/// A seal over some things.
pub(crate) fn over<P: AsRef<[u8]>>(parts: impl IntoIterator<Item = P>) -> String {
    let mut seal = Seal::new();
    parts.into_iter().for_each(|part| seal.add(part));
    seal.text()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_that_run_together_are_other_things() {
        assert_ne!(over(["ab", "c"]), over(["a", "bc"]));
        assert_ne!(over(["a"]), over(["a", ""]));
        assert_eq!(over(["a", "b"]), over(["a", "b"]));
        assert_eq!(over(["a"]).len(), 32);
    }
}
