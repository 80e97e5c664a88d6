//! What the device says (WebAuthn, 6.1): for which house, whether somebody was there and was recognised, its counter, and for a
//! passkey that was just made its name and key. And the envelope around it when one is made (6.5).

use super::cbor::{Item, Reader};
use super::{LONGEST_CREDENTIAL, Party, Refused};

/// Longer envelopes are refused: those without a maker's statement are a few hundred bytes.
const LONGEST: usize = 16 * 1024;

/// The marks of the device.
#[derive(Clone, Copy, Debug)]
pub(super) struct Flags(u8);

impl Flags {
    const fn has(self, bit: u8) -> bool {
        self.0 & bit != 0
    }

    pub(super) const fn backup_eligible(self) -> bool {
        self.has(0x08)
    }

    pub(super) const fn backed_up(self) -> bool {
        self.has(0x10)
    }
}

/// What the device says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Data<'a> {
    party: &'a [u8],
    pub(super) flags: Flags,
    pub(super) counter: u32,
    /// The name and the key of a passkey that was just made.
    pub(super) made: Option<(&'a [u8], &'a [u8])>,
}

impl<'a> Data<'a> {
    /// Reads it, to the last byte.
    pub(super) fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let party = reader.take(32)?;
        let flags = Flags(*reader.take(1)?.first()?);
        let counter = u32::from_be_bytes(reader.take(4)?.try_into().ok()?);
        let made = if flags.has(0x40) { Some(made(&mut reader)?) } else { None };
        if flags.has(0x80) {
            reader.skip()?;
        }
        reader.rest().is_empty().then_some(Self { party, flags, counter, made })
    }

    /// Made for this house, by somebody who was there and whom the device recognised.
    pub(super) fn check(&self, party: &Party) -> Result<(), Refused> {
        if self.party != party.hash() {
            return Err(Refused::Party);
        }
        if !self.flags.has(0x01) {
            return Err(Refused::Presence);
        }
        if !self.flags.has(0x04) {
            return Err(Refused::Verification);
        }
        if self.flags.backed_up() && !self.flags.backup_eligible() {
            return Err(Refused::Backup);
        }
        Ok(())
    }
}

fn made<'a>(reader: &mut Reader<'a>) -> Option<(&'a [u8], &'a [u8])> {
    // The kind of device is not looked at.
    reader.take(16)?;
    let length = usize::from(u16::from_be_bytes(reader.take(2)?.try_into().ok()?));
    if length == 0 || length > LONGEST_CREDENTIAL {
        return None;
    }
    let credential = reader.take(length)?;
    let before = reader.rest();
    reader.skip()?;
    let key = before.get(..before.len() - reader.rest().len())?;
    Some((credential, key))
}

/// The data of the device in the envelope of a passkey that was just made.
pub(super) fn attested(bytes: &[u8]) -> Option<&[u8]> {
    if bytes.len() > LONGEST {
        return None;
    }
    let mut reader = Reader::new(bytes);
    let mut data = None;
    for _ in 0..reader.map()? {
        let Item::Text(name) = reader.item()? else { return None };
        match (name, data) {
            ("authData", None) => {
                let Item::Bytes(bytes) = reader.item()? else { return None };
                data = Some(bytes);
            }
            // Twice is not what a device writes.
            ("authData", Some(_)) => return None,
            _ => reader.skip()?,
        }
    }
    data.filter(|_| reader.rest().is_empty())
}
