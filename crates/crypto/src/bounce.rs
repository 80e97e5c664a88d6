//! The tag in the address that bounces come back to (VERP): the id of a mail and a keyed hash over it, so that nobody who never
//! had a mail of ours can report one as not delivered. It is made of the row, never of the attempt: greylisting remembers it.

use subtle::ConstantTimeEq;

use domain::id::MailId;

use crate::keys::Keys;
use crate::totp::base32;

/// So much of the hash stands in a tag: 80 bits, for tries that each cost a mail.
const MAC: usize = 10;
/// Id and hash.
const BYTES: usize = 16 + MAC;
/// Five bits a sign.
const SIGNS: usize = (BYTES * 8).div_ceil(5);

/// The tag of a mail: 42 letters and digits, whose case does not matter.
#[must_use]
pub fn tag(keys: &Keys, mail: MailId) -> String {
    let mut bytes = mail.bytes().to_vec();
    let mac = keys.bounce_macs(&mail.bytes()).first().copied().unwrap_or_default();
    bytes.extend(mac.iter().take(MAC));
    base32(&bytes).to_ascii_lowercase()
}

/// The mail of a tag; nothing for one that was not made with a key of this house.
#[must_use]
pub fn read(keys: &Keys, tag: &str) -> Option<MailId> {
    let bytes = decoded(tag)?;
    let (id, given) = bytes.split_first_chunk::<16>()?;
    let mac: &[u8; MAC] = given.try_into().ok()?;
    let made = keys.bounce_macs(id);
    let right = made.iter().filter_map(|whole| whole.first_chunk::<MAC>());
    let found = right.fold(subtle::Choice::from(0), |found, own| found | own.ct_eq(mac));
    bool::from(found).then(|| MailId::from_bytes(*id))
}

fn decoded(tag: &str) -> Option<Vec<u8>> {
    if tag.len() != SIGNS {
        return None;
    }
    let (mut bytes, mut word, mut bits) = (Vec::with_capacity(BYTES), 0u32, 0u32);
    for sign in tag.bytes() {
        let value = match sign.to_ascii_lowercase() {
            letter @ b'a'..=b'z' => letter - b'a',
            digit @ b'2'..=b'7' => digit - b'2' + 26,
            _ => return None,
        };
        word = ((word << 5) | u32::from(value)) & 0xfff;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(((word >> bits) & 0xff) as u8);
        }
    }
    // What is left over is nothing but zeroes: one mail has one tag.
    (word & ((1 << bits) - 1) == 0).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use domain::time::Time;

    use super::*;
    use crate::chance::Chance;

    fn mail(n: u8) -> MailId {
        MailId::from_parts(Time::from_micros(1_795_438_980_000_000), [n; 10])
    }

    #[test]
    fn a_tag_leads_to_its_mail_in_any_case_of_letters() {
        let keys = Keys::generate(&Chance::seeded(1));
        for n in 0..=255 {
            let tag = tag(&keys, mail(n));
            assert_eq!((tag.len(), tag.is_ascii()), (SIGNS, true));
            assert_eq!(read(&keys, &tag), Some(mail(n)));
            assert_eq!(read(&keys, &tag.to_ascii_uppercase()), Some(mail(n)));
        }
    }

    #[test]
    fn no_other_text_is_a_tag() {
        let keys = Keys::generate(&Chance::seeded(1));
        let tag = tag(&keys, mail(7));
        for at in 0..tag.len() {
            for other in ["a", "b", "7", "-"] {
                let mut forged = tag.clone();
                forged.replace_range(at..=at, other);
                assert!(forged == tag || read(&keys, &forged).is_none(), "{at} {other}");
            }
        }
        for text in ["", "a", &tag[1..], &format!("{tag}a"), &"é".repeat(21)] {
            assert_eq!(read(&keys, text), None, "{text}");
        }
        assert_eq!(read(&Keys::generate(&Chance::seeded(2)), &tag), None, "of another house");
    }

    #[test]
    fn a_tag_from_before_a_rotation_is_still_right() {
        let (before, after) = Keys::generate_two(&Chance::seeded(3));
        assert_eq!(read(&after, &tag(&before, mail(1))), Some(mail(1)));
        assert_eq!(read(&before, &tag(&after, mail(1))), None);
    }
}
