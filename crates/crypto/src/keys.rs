//! The root keys of an installation and what is derived from them: one subkey per purpose, so that no key is ever used
//! for two things. The file they live in is the business of [`file`]. Root keys never leave this module.
//!
//! Keys are numbered. The newest is used for everything new; every older one still verifies and opens.

pub mod file;

use std::fmt;
use std::fmt::Write as _;

use aws_lc_rs::{hkdf, hmac};
use domain::time::{Day, Time};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::chance::Chance;

/// A root key or subkey: 256 bits, wiped on drop.
type Bytes = Zeroizing<[u8; 32]>;

/// The keys of an installation. Debug prints nothing of them.
pub struct Keys {
    /// By ascending number; never empty.
    all: Vec<RootKey>,
}

struct RootKey {
    number: u32,
    made: Day,
    root: Bytes,
}

/// What subkeys are for; the label goes into the derivation.
#[derive(Clone, Copy)]
enum Purpose {
    Pepper,
    Seal,
    Limit,
    Code,
    Fingerprint,
    Bounce,
}

impl Purpose {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::Pepper => b"password pepper",
            Self::Seal => b"seal",
            Self::Limit => b"limit",
            Self::Code => b"code",
            Self::Fingerprint => b"fingerprint",
            Self::Bounce => b"bounce",
        }
    }
}

impl RootKey {
    fn draw(number: u32, made: Day, chance: &Chance) -> Self {
        Self { number, made, root: Zeroizing::new(chance.bytes()) }
    }

    /// HKDF-SHA256 (RFC 5869).
    fn subkey(&self, purpose: Purpose) -> Bytes {
        let mut out = Zeroizing::new([0; 32]);
        let prk = hkdf::Salt::new(hkdf::HKDF_SHA256, b"huissleutel/keys").extract(&self.root[..]);
        // Fails for a wrong length only, and the length is that of the algorithm.
        let filled = prk.expand(&[purpose.label()], hkdf::HKDF_SHA256).and_then(|okm| okm.fill(&mut out[..]));
        debug_assert!(filled.is_ok());
        out
    }

    fn mac(&self, purpose: Purpose, parts: &[&[u8]]) -> [u8; 32] {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &self.subkey(purpose)[..]);
        let mut mac = hmac::Context::with_key(&key);
        for part in parts {
            // With its length in front, so that no two lists of parts run together.
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        let mut out = [0; 32];
        out.copy_from_slice(mac.sign().as_ref());
        out
    }
}

impl Keys {
    /// One fresh key that is in no file: for tests and the demo.
    #[must_use]
    pub fn generate(chance: &Chance) -> Self {
        Self { all: vec![RootKey::draw(1, Day::of(Time::from_micros(0)), chance)] }
    }

    /// The same installation before and after a rotation, for tests.
    #[cfg(test)]
    pub(crate) fn generate_two(chance: &Chance) -> (Self, Self) {
        let before = Self::generate(chance);
        let copy = RootKey { root: before.all[0].root.clone(), ..before.all[0] };
        let after = Self { all: vec![copy, RootKey::draw(2, before.all[0].made, chance)] };
        (before, after)
    }

    /// The number of the key that new things are made with.
    #[must_use]
    pub fn newest(&self) -> u32 {
        self.all.last().map_or(0, |key| key.number)
    }

    /// All numbers, ascending, each with the day it was made.
    #[must_use]
    pub fn numbers(&self) -> Vec<(u32, Day)> {
        self.all.iter().map(|key| (key.number, key.made)).collect()
    }

    /// Tells key files apart without telling anything about the keys: 16 hexadecimal digits from the oldest key, so it
    /// stays the same when keys are added. Kept in the database, it shows that the two belong together.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mac = self.all.first().map_or([0; 32], |key| key.mac(Purpose::Fingerprint, &[]));
        mac.iter().take(8).fold(String::new(), |mut out, byte| {
            // Writing to a String cannot fail.
            let _ = write!(out, "{byte:02x}");
            out
        })
    }

    /// HMAC-SHA256 over the parts, for counting without keeping names, addresses or numbers. Uses the newest key:
    /// after a rotation counters begin anew.
    #[must_use]
    pub fn limit_key(&self, parts: &[&[u8]]) -> [u8; 32] {
        self.all.last().map_or([0; 32], |key| key.mac(Purpose::Limit, parts))
    }

    /// HMAC-SHA256 of a short code under the newest key: what is stored of codes that could be guessed from a plain
    /// hash (ASVS 6.5.2).
    #[must_use]
    pub fn code_hash(&self, purpose: &str, code: &str) -> [u8; 32] {
        self.code_hashes(purpose, code).first().copied().unwrap_or_default()
    }

    /// The hash of a code under every key, newest first: a stored code may have been made before a rotation.
    #[must_use]
    pub fn code_hashes(&self, purpose: &str, code: &str) -> Vec<[u8; 32]> {
        self.all.iter().rev().map(|key| key.mac(Purpose::Code, &[purpose.as_bytes(), code.as_bytes()])).collect()
    }

    /// Compares a code with its stored hash, in constant time, under every key.
    #[must_use]
    pub fn code_is_right(&self, purpose: &str, code: &str, stored: &[u8; 32]) -> bool {
        self.code_hashes(purpose, code)
            .iter()
            .fold(subtle::Choice::from(0), |found, hash| found | hash.ct_eq(stored))
            .into()
    }

    /// HMAC-SHA256 over the id of a mail under every key, newest first ([`crate::bounce`]).
    pub(crate) fn bounce_macs(&self, mail: &[u8; 16]) -> Vec<[u8; 32]> {
        self.all.iter().rev().map(|key| key.mac(Purpose::Bounce, &[mail])).collect()
    }

    /// The secret of the keyed password hash.
    pub(crate) fn pepper(&self, number: u32) -> Option<Bytes> {
        self.subkey(number, Purpose::Pepper)
    }

    pub(crate) fn seal_subkey(&self, number: u32) -> Option<Bytes> {
        self.subkey(number, Purpose::Seal)
    }

    fn subkey(&self, number: u32, purpose: Purpose) -> Option<Bytes> {
        self.all.iter().find(|key| key.number == number).map(|key| key.subkey(purpose))
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keys({} in all)", self.all.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_purpose_has_a_key_of_its_own() {
        let keys = Keys::generate(&Chance::seeded(1));
        let key = &keys.all[0];
        let all =
            [Purpose::Pepper, Purpose::Seal, Purpose::Limit, Purpose::Code, Purpose::Fingerprint, Purpose::Bounce];
        let mut seen: HashSet<[u8; 32]> = all.iter().map(|purpose| *key.subkey(*purpose)).collect();
        assert_eq!(seen.len(), all.len());
        assert!(seen.insert(*key.root));
        assert!(seen.insert([0; 32]));
    }

    #[test]
    fn parts_do_not_run_together() {
        let keys = Keys::generate(&Chance::seeded(1));
        assert_eq!(keys.limit_key(&[b"ab", b"c"]), keys.limit_key(&[b"ab", b"c"]));
        assert_ne!(keys.limit_key(&[b"ab", b"c"]), keys.limit_key(&[b"a", b"bc"]));
        assert_ne!(keys.limit_key(&[b"abc"]), keys.limit_key(&[b"abc", b""]));
        assert_ne!(keys.code_hash("recovery", "x"), keys.code_hash("caller", "x"));
    }

    #[test]
    fn a_code_from_before_a_rotation_is_still_right() {
        let (before, after) = Keys::generate_two(&Chance::seeded(2));
        let stored = before.code_hash("caller", "12345678");
        assert!(after.code_is_right("caller", "12345678", &stored));
        assert!(!after.code_is_right("caller", "12345679", &stored));
        assert!(!after.code_is_right("recovery", "12345678", &stored));
        assert_ne!(after.code_hash("caller", "12345678"), stored);
        let newer = after.code_hash("caller", "12345678");
        assert!(!before.code_is_right("caller", "12345678", &newer));
    }

    #[test]
    fn the_fingerprint_stays_when_keys_are_added_and_tells_files_apart() {
        let (before, after) = Keys::generate_two(&Chance::seeded(3));
        assert_eq!(before.fingerprint(), after.fingerprint());
        assert_ne!(before.fingerprint(), Keys::generate(&Chance::seeded(4)).fingerprint());
        assert_eq!(before.fingerprint().len(), 16);
    }

    #[test]
    fn debug_shows_no_key() {
        let keys = Keys::generate(&Chance::seeded(5));
        assert_eq!(format!("{keys:?}"), "Keys(1 in all)");
        assert!(keys.pepper(1).is_some());
        assert!(keys.pepper(2).is_none());
        assert_ne!(*keys.pepper(1).unwrap(), *keys.seal_subkey(1).unwrap());
    }
}
