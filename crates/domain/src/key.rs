//! Keys by which programs of a client (an ERP) come in: what one may be good for, and how its text looks, so that people and
//! scanners of source code know one when they see it. Must not draw a key, and knows no hash.

use crate::text_enum::text_enum;
use crate::time::{Day, Time};

text_enum! {
    /// What a key may be used for.
    KeyScope {
        /// Sees projects, homes and how they stand.
        HomesRead = "homes:read",
        /// Adds homes and second accounts, changes how homes are called, and ends second accounts.
        HomesWrite = "homes:write",
        /// Links, changes and takes away addresses of a household that stays, and sees what was proposed.
        AddressesWrite = "addresses:write",
        /// Plans tenant changes, calls them off, and sees them.
        TenantChangesWrite = "tenant-changes:write",
        /// Ticks what was handed out.
        HandoutsWrite = "handouts:write",
        /// Ends all access of an account.
        AccessWrite = "access:write",
    }
}

/// What every key begins with.
pub const PREFIX: &str = "hs_live_";

/// Characters of the secret itself: 256 bits in base64url.
const SECRET: usize = 43;

/// Hexadecimal digits of the sum behind it.
const SUM: usize = 8;

/// The farthest last day of a new key, in days from today.
pub const FARTHEST: u16 = 366;

/// The text of a key, of a secret: `hs_live_`, 43 characters, and a sum by which a typing error is seen without asking anybody.
#[must_use]
pub fn written(secret: &str) -> String {
    let start = format!("{PREFIX}{secret}");
    format!("{start}{:08x}", sum(start.as_bytes()))
}

/// The text looks like a key: beginning, length, signs and sum. Whether it is one is another question.
#[must_use]
pub fn is_written(text: &str) -> bool {
    if text.len() != PREFIX.len() + SECRET + SUM || !text.starts_with(PREFIX) || !text.is_ascii() {
        return false;
    }
    let (start, end) = text.split_at(PREFIX.len() + SECRET);
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    start.bytes().all(fits) && end == format!("{:08x}", sum(start.as_bytes()))
}

/// CRC-32 (IEEE 802.3), as scanners know it of other keys: against errors, not against an enemy.
fn sum(bytes: &[u8]) -> u32 {
    let byte = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 })
    };
    !bytes.iter().fold(u32::MAX, byte)
}

/// Why a key cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// It would be good for nothing.
    #[error("choose what the key is for")]
    NoScope,
    /// Its last day was yesterday or before.
    #[error("the last day of the key is over")]
    Over,
    /// Its last day is more than a year away.
    #[error("a key lasts a year at most")]
    TooLong,
}

/// From when a key of this last day is dead.
///
/// # Errors
/// [`KeyFault::Over`], [`KeyFault::TooLong`].
pub fn ends_at(last: Day, now: Time) -> Result<Time, KeyFault> {
    let today = Day::of(now);
    if last < today {
        return Err(KeyFault::Over);
    }
    if last.days_before(FARTHEST) > today { Err(KeyFault::TooLong) } else { Ok(last.next().starts_at()) }
}

/// As it is stored: the words with a blank between them, in their order, each once.
#[must_use]
pub fn joined(scopes: &[KeyScope]) -> String {
    let words: Vec<&str> = KeyScope::ALL.iter().filter(|it| scopes.contains(it)).map(|it| it.as_str()).collect();
    words.join(" ")
}

/// What was stored. A word of a later version is no right here.
#[must_use]
pub fn split(text: &str) -> Vec<KeyScope> {
    text.split(' ').filter_map(KeyScope::parse).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOON: Time = Time::from_micros(1_795_604_400_000_000);

    #[test]
    fn the_sum_is_the_one_that_everybody_has() {
        assert_eq!(sum(b"123456789"), 0xCBF4_3926);
        assert_eq!(sum(b""), 0);
    }

    #[test]
    fn a_key_is_known_by_its_text() {
        let key = written(&"A".repeat(SECRET));
        assert!(is_written(&key) && key.starts_with("hs_live_AAA"), "{key}");
        assert_eq!(key.len(), 59);
        for other in ["", "hs_live_", &key[1..], &format!("{key} "), &key.replace("AAA", "AAB"), &key.to_uppercase()] {
            assert!(!is_written(other), "{other}");
        }
        assert!(!is_written(&"é".repeat(59)));
    }

    #[test]
    fn a_key_lasts_a_year_at_most() {
        let today = Day::of(NOON);
        assert_eq!(ends_at(today, NOON), Ok(today.next().starts_at()));
        assert_eq!(ends_at(today.days_before(1), NOON), Err(KeyFault::Over));
        let year = (0..FARTHEST).fold(today, |day, _| day.next());
        assert!(ends_at(year, NOON).is_ok());
        assert_eq!(ends_at(year.next(), NOON), Err(KeyFault::TooLong));
    }

    #[test]
    fn what_it_is_for_comes_back_as_it_was_stored() {
        assert_eq!(split(&joined(KeyScope::ALL)), KeyScope::ALL);
        let two = [KeyScope::AccessWrite, KeyScope::HomesRead, KeyScope::HomesRead];
        assert_eq!(joined(&two), "homes:read access:write");
        assert!(split("").is_empty() && split("homes:all").is_empty());
        assert_eq!(split("homes:write"), [KeyScope::HomesWrite]);
    }

    proptest! {
        #[test]
        fn one_wrong_sign_is_seen(at in 0_usize..59, sign in "[A-Za-z0-9_-]", secret in "[A-Za-z0-9_-]{43}") {
            let key = written(&secret);
            let mut other = key.clone();
            other.replace_range(at..=at, &sign);
            prop_assert_eq!(is_written(&other), other == key);
        }

        #[test]
        fn never_panics(text: String) {
            let _ = is_written(&text);
        }
    }
}
