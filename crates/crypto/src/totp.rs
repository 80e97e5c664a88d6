//! Six-digit codes of an authenticator app (RFC 6238). Written over the HMAC of the house in twenty lines, and shown
//! against the vectors of the RFC, rather than taken from a library: this way no call can read a clock of its own, and
//! the step that was used comes back, so that it is never accepted twice.
//!
//! 6 digits, 30 seconds, SHA-1: other values are in the standard, but most apps ignore them. HMAC-SHA-1 is not touched
//! by the collisions of SHA-1 (RFC 6194).

use std::fmt;
use std::fmt::Write as _;

use aws_lc_rs::hmac;
use domain::time::Time;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, Zeroizing};

use crate::chance::Chance;

/// Seconds that a code lasts.
pub const STEP_SECONDS: i64 = 30;

const DIGITS: usize = 6;

/// 160 bits, as RFC 4226 recommends.
const SECRET_LENGTH: usize = 20;

/// What the app and the server share. Debug prints nothing of it; wiped on drop.
#[derive(Clone)]
pub struct Secret(Zeroizing<[u8; SECRET_LENGTH]>);

impl Secret {
    /// Draws a secret.
    #[must_use]
    pub fn mint(chance: &Chance) -> Self {
        Self(Zeroizing::new(chance.bytes()))
    }

    /// From the bytes that were sealed; `None` if they are not 20.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Some(Self(Zeroizing::new(bytes.try_into().ok()?)))
    }

    /// The bytes, to seal them with [`Keys::seal`](crate::keys::Keys::seal).
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0[..]
    }

    /// For who types it into the app instead of scanning: base 32 (RFC 4648), 32 characters.
    #[must_use]
    pub fn base32(&self) -> Zeroizing<String> {
        Zeroizing::new(base32(&self.0[..]))
    }

    /// What the QR code holds (the Key URI format that authenticator apps read).
    #[must_use]
    pub fn otpauth_url(&self, issuer: &str, account: &str) -> Zeroizing<String> {
        let (issuer, account) = (percent(issuer), percent(account));
        let secret = self.base32();
        Zeroizing::new(format!(
            "otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}&algorithm=SHA1&digits=6&period=30",
            secret.as_str()
        ))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// The code that the app shows at `now`.
#[must_use]
pub fn code_at(secret: &Secret, now: Time) -> String {
    let mut digits = code(secret, step(now));
    let text = digits.iter().map(|digit| char::from(*digit)).collect();
    digits.zeroize();
    text
}

/// Checks a typed code (spaces are forgiven) against this step, the one before and the one after, but only those after
/// `last_step`. The step that fits comes back; the caller stores it as the next `last_step` in the same transaction.
#[must_use]
pub fn verify(secret: &Secret, typed: &str, now: Time, last_step: Option<i64>) -> Option<i64> {
    let mut given = Zeroizing::new([0u8; DIGITS]);
    let mut length = 0;
    for c in typed.chars().filter(|c| !c.is_whitespace()) {
        *given.get_mut(length)? = u8::try_from(c).ok().filter(u8::is_ascii_digit)?;
        length += 1;
    }
    if length != DIGITS {
        return None;
    }
    let current = step(now);
    let mut used = None;
    // All three are always computed and compared: which one fits does not show in the time.
    for candidate in [current - 1, current, current + 1] {
        let fits: bool = code(secret, candidate).ct_eq(&*given).into();
        if fits && last_step.is_none_or(|last| candidate > last) {
            used = used.or(Some(candidate));
        }
    }
    used
}

fn step(now: Time) -> i64 {
    now.seconds().div_euclid(STEP_SECONDS)
}

/// RFC 4226, section 5.3, as ASCII digits.
fn code(secret: &Secret, step: i64) -> [u8; DIGITS] {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &secret.0[..]);
    let tag = hmac::sign(&key, &step.to_be_bytes());
    let bytes = tag.as_ref();
    let offset = usize::from(bytes.last().copied().unwrap_or(0) & 0xf);
    let word = bytes.iter().skip(offset).take(4).fold(0u32, |word, byte| (word << 8) | u32::from(*byte));
    let mut rest = word & 0x7fff_ffff;
    let mut out = [b'0'; DIGITS];
    for place in out.iter_mut().rev() {
        *place += (rest % 10) as u8;
        rest /= 10;
    }
    out
}

/// RFC 4648, 6, without filling.
pub(crate) fn base32(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut out = String::with_capacity(bytes.len() * 8 / 5);
    for group in bytes.chunks(5) {
        let mut word = [0u8; 8];
        word[3..3 + group.len()].copy_from_slice(group);
        let word = u64::from_be_bytes(word);
        for i in 0..(group.len() * 8).div_ceil(5) {
            out.push(char::from(ALPHABET[(word >> (35 - 5 * i)) as usize & 31]));
        }
    }
    out
}

/// Percent-encodes all but the unreserved characters of RFC 3986.
fn percent(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::time::Span;

    fn rfc_secret() -> Secret {
        Secret::from_bytes(b"12345678901234567890").unwrap()
    }

    fn at(seconds: i64) -> Time {
        Time::from_micros(0) + Span::seconds(seconds)
    }

    /// RFC 6238, appendix B: the last six of its eight digits.
    #[test]
    fn vectors_of_the_rfc() {
        for (seconds, digits) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code_at(&rfc_secret(), at(seconds)), digits);
            assert_eq!(verify(&rfc_secret(), digits, at(seconds), None), Some(seconds / 30));
        }
    }

    #[test]
    fn one_step_early_or_late_is_fine_and_two_are_not() {
        let secret = Secret::mint(&Chance::seeded(1));
        let code = code_at(&secret, at(3_000));
        for (seconds, fits) in [(2_939, false), (2_970, true), (3_000, true), (3_059, true), (3_060, false)] {
            assert_eq!(verify(&secret, &code, at(seconds), None).is_some(), fits, "{seconds}");
        }
    }

    #[test]
    fn a_step_is_used_once_and_no_older_one_after_it() {
        let secret = Secret::mint(&Chance::seeded(2));
        let (old, now) = (code_at(&secret, at(2_970)), code_at(&secret, at(3_000)));
        let used = verify(&secret, &now, at(3_000), None);
        assert_eq!(used, Some(100));
        assert_eq!(verify(&secret, &now, at(3_000), used), None);
        assert_eq!(verify(&secret, &now, at(3_029), used), None);
        assert_eq!(verify(&secret, &old, at(3_000), used), None);
        assert_eq!(verify(&secret, &code_at(&secret, at(3_030)), at(3_000), used), Some(101));
    }

    #[test]
    fn only_six_ascii_digits_are_read() {
        let secret = rfc_secret();
        assert!(verify(&secret, " 287 082 ", at(59), None).is_some());
        for typed in ["", "28708", "2870822", "28708a", "+87082", "２８７０８２", "287082\0"] {
            assert!(verify(&secret, typed, at(59), None).is_none(), "{typed}");
        }
    }

    #[test]
    fn the_url_holds_what_the_apps_read() {
        let url = rfc_secret().otpauth_url("Huis & Sleutel", "j.bakker@example.nl");
        assert_eq!(
            url.as_str(),
            "otpauth://totp/Huis%20%26%20Sleutel:j.bakker%40example.nl?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
             &issuer=Huis%20%26%20Sleutel&algorithm=SHA1&digits=6&period=30"
        );
        assert_eq!(base32(b"foob"), "MZXW6YQ");
        assert_eq!(format!("{:?}", rfc_secret()), "Secret(…)");
    }
}
