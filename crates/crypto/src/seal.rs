//! Encryption of the few things that must be read back (the secret of an authenticator app, texts waiting to be sent):
//! AES-256-GCM under a key of its own, bound to a context so that a sealed value cannot be moved to another row or
//! column. Must not know what is sealed.
//!
//! Layout: key number (4 bytes, big-endian), nonce (12), ciphertext with tag. Nonces are random: a key is good for
//! 2^32 values (NIST SP 800-38D), a thousand times more than a large installation seals.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use zeroize::Zeroizing;

use crate::chance::Chance;
use crate::keys::Keys;

const NUMBER_LENGTH: usize = 4;

/// Why a sealed value does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// Sealed with a key that this key file does not hold.
    #[error("the key file has no key number {0}: is it the right file, and complete?")]
    KeyMissing(u32),
    /// Changed since it was sealed, cut off, or sealed for another context.
    #[error("a sealed value is damaged or stands in the wrong place")]
    Damaged,
    /// Longer than the size it should be padded to, or than the library can seal.
    #[error("the value is too long to be sealed")]
    TooLong,
}

impl Keys {
    /// Seals `plain` for `context` (table, column and row, for instance).
    ///
    /// # Errors
    /// [`SealError::TooLong`] beyond the 64 GiB of AES-GCM.
    pub fn seal(&self, context: &str, plain: &[u8], chance: &Chance) -> Result<Vec<u8>, SealError> {
        let number = self.newest();
        let key = self.seal_key(number)?;
        let nonce: [u8; NONCE_LEN] = chance.bytes();
        // Reserved in full, so that growing never leaves a copy of the plain text behind.
        let mut body = Vec::with_capacity(plain.len() + AES_256_GCM.tag_len());
        body.extend_from_slice(plain);
        key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), aad(context, number), &mut body)
            .map_err(|_| SealError::TooLong)?;
        Ok([&number.to_be_bytes()[..], &nonce, &body].concat())
    }

    /// Opens what [`Keys::seal`] made for the same context.
    ///
    /// # Errors
    /// [`SealError::KeyMissing`] or [`SealError::Damaged`].
    pub fn open(&self, context: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let (number, rest) = sealed.split_first_chunk::<NUMBER_LENGTH>().ok_or(SealError::Damaged)?;
        let (nonce, body) = rest.split_first_chunk::<NONCE_LEN>().ok_or(SealError::Damaged)?;
        let number = u32::from_be_bytes(*number);
        let key = self.seal_key(number)?;
        let mut body = Zeroizing::new(body.to_vec());
        let length = key
            .open_in_place(Nonce::assume_unique_for_key(*nonce), aad(context, number), &mut body)
            .map_err(|_| SealError::Damaged)?
            .len();
        body.truncate(length);
        Ok(body)
    }

    fn seal_key(&self, number: u32) -> Result<LessSafeKey, SealError> {
        let key = self.seal_subkey(number).ok_or(SealError::KeyMissing(number))?;
        Ok(LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &key[..]).map_err(|_| SealError::Damaged)?))
    }
}

fn aad(context: &str, number: u32) -> Aad<Vec<u8>> {
    Aad::from([&number.to_be_bytes()[..], b"huissleutel/seal/", context.as_bytes()].concat())
}

/// Brings `plain` to exactly `size` bytes, so that the sealed length tells nothing about it: length (4 bytes,
/// big-endian), text, zeros.
///
/// # Errors
/// [`SealError::TooLong`] when it does not fit with its 4 bytes of length.
pub fn pad(plain: &[u8], size: usize) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let length = u32::try_from(plain.len()).map_err(|_| SealError::TooLong)?;
    if plain.len().saturating_add(4) > size {
        return Err(SealError::TooLong);
    }
    let mut out = Zeroizing::new(Vec::with_capacity(size));
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(plain);
    out.resize(size, 0);
    Ok(out)
}

/// The text inside what [`pad`] made.
///
/// # Errors
/// [`SealError::Damaged`] when it was not made by [`pad`].
pub fn unpad(padded: &[u8]) -> Result<&[u8], SealError> {
    let (length, rest) = padded.split_first_chunk::<4>().ok_or(SealError::Damaged)?;
    let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| SealError::Damaged)?;
    rest.get(..length).ok_or(SealError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keys() -> Keys {
        Keys::generate(&Chance::seeded(1))
    }

    #[test]
    fn opens_in_its_own_context_only() {
        let sealed = keys().seal("staff/totp/1", b"geheim", &Chance::seeded(2)).unwrap();
        assert_eq!(keys().open("staff/totp/1", &sealed).unwrap().as_slice(), b"geheim");
        assert_eq!(keys().open("staff/totp/2", &sealed).unwrap_err(), SealError::Damaged);
        assert!(!sealed.windows(6).any(|w| w == b"geheim"));
    }

    #[test]
    fn every_changed_bit_and_every_cut_is_noticed() {
        let sealed = keys().seal("c", b"inhoud", &Chance::seeded(2)).unwrap();
        for bit in 0..sealed.len() * 8 {
            let mut changed = sealed.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            assert!(keys().open("c", &changed).is_err(), "bit {bit}");
        }
        for length in 0..sealed.len() {
            assert!(keys().open("c", &sealed[..length]).is_err());
        }
    }

    #[test]
    fn another_key_file_is_said_to_be_another() {
        let (_, two) = Keys::generate_two(&Chance::seeded(9));
        let sealed = two.seal("c", b"x", &Chance::seeded(3)).unwrap();
        assert_eq!(keys().open("c", &sealed).unwrap_err(), SealError::KeyMissing(2));
        let other = Keys::generate(&Chance::seeded(8)).seal("c", b"x", &Chance::seeded(3)).unwrap();
        assert_eq!(keys().open("c", &other).unwrap_err(), SealError::Damaged);
    }

    #[test]
    fn what_was_sealed_before_a_rotation_still_opens_and_new_things_use_the_new_key() {
        let (before, after) = Keys::generate_two(&Chance::seeded(4));
        let old = before.seal("c", b"oud", &Chance::seeded(5)).unwrap();
        assert_eq!(after.open("c", &old).unwrap().as_slice(), b"oud");
        assert_eq!(after.seal("c", b"nieuw", &Chance::seeded(5)).unwrap()[..4], 2u32.to_be_bytes());
    }

    #[test]
    fn padding_hides_the_length() {
        let (short, long) = (pad(b"a", 64).unwrap(), pad(&[b'b'; 60], 64).unwrap());
        assert_eq!((short.len(), long.len()), (64, 64));
        assert_eq!(unpad(&short).unwrap(), b"a");
        assert_eq!(unpad(&long).unwrap(), [b'b'; 60]);
        assert_eq!(pad(&[0; 61], 64).unwrap_err(), SealError::TooLong);
        assert_eq!(unpad(&[0, 0, 0]).unwrap_err(), SealError::Damaged);
        assert_eq!(unpad(&[255; 8]).unwrap_err(), SealError::Damaged);
    }

    proptest! {
        #[test]
        fn opening_noise_never_panics(noise in proptest::collection::vec(any::<u8>(), 0..80)) {
            prop_assert!(keys().open("c", &noise).is_err());
        }

        #[test]
        fn whatever_is_sealed_comes_back(plain in proptest::collection::vec(any::<u8>(), 0..300), context in ".{0,40}") {
            let sealed = keys().seal(&context, &plain, &Chance::system()).unwrap();
            let opened = keys().open(&context, &sealed).unwrap();
            prop_assert_eq!(opened.as_slice(), plain.as_slice());
        }
    }
}
