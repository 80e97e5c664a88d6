//! Passkeys (WebAuthn Level 3): what a browser sends is taken apart and checked field by field; a key pair stays with its owner,
//! and we hold the public half. Written over the signatures of the house rather than taken from a library, so that nothing
//! reads a clock or draws randomness of its own (decision 29). Must not know whose passkey it is, nor how long a challenge lives.
//!
//! No statement of the maker of a device is asked or looked at ("attestation": "none"): any device will do for a resident, and
//! what is not asked cannot be kept (law 13).

mod cbor;
mod client_data;
mod data;
mod key;
mod party;
#[cfg(test)]
mod tests;

pub use client_data::{Ceremony, ClientData};
pub use key::{ALGORITHMS, PublicKey};
pub use party::Party;

use data::{Data, attested};

/// The longest name of a credential that the standard knows, in bytes.
pub const LONGEST_CREDENTIAL: usize = 1023;

/// Why what a browser sent is not taken. For the log: nobody outside is told which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// What the browser says it did cannot be read.
    #[error("the client data cannot be read")]
    ClientData,
    /// It was made for the other ceremony.
    #[error("another ceremony")]
    Ceremony,
    /// It answers another challenge.
    #[error("another challenge")]
    Challenge,
    /// It was made on another site.
    #[error("another origin")]
    Origin,
    /// It was made inside a page of another site.
    #[error("within another site's page")]
    CrossOrigin,
    /// What the device says cannot be read.
    #[error("the data of the device cannot be read")]
    Data,
    /// It was made for another house.
    #[error("another relying party")]
    Party,
    /// Nobody touched the device.
    #[error("nobody was present")]
    Presence,
    /// The device did not look who touched it.
    #[error("the person was not verified")]
    Verification,
    /// It says to be copied and not copyable, or is another than before in that.
    #[error("the marks of a backup contradict")]
    Backup,
    /// The key is of no kind that was asked for, or no key at all.
    #[error("no key that we take")]
    Key,
    /// The signature is not made by the key.
    #[error("wrong signature")]
    Signature,
    /// It counts no further: there may be two of it.
    #[error("the counter did not go up")]
    Counter,
}

/// A passkey that was just made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// What the device calls it.
    pub credential: Vec<u8>,
    /// Its public half.
    pub key: PublicKey,
    /// Where its counter stands; 0 when it has none.
    pub counter: u32,
    /// It can be copied to other devices of its owner.
    pub backup_eligible: bool,
    /// It was.
    pub backed_up: bool,
}

/// What is known of a passkey that is used.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Its public half.
    pub key: &'a PublicKey,
    /// Where its counter stood.
    pub counter: u32,
    /// It can be copied, as it said when it was made.
    pub backup_eligible: bool,
}

/// What a browser sends when a passkey is used.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// What it says it did.
    pub client: &'a ClientData,
    /// What the device says.
    pub data: &'a [u8],
    /// Over both.
    pub signature: &'a [u8],
}

/// What changes by a use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Used {
    /// Where its counter stands now.
    pub counter: u32,
    /// It is copied to other devices now.
    pub backed_up: bool,
}

/// Checks a passkey that was just made in answer to `challenge` (WebAuthn, 7.1).
///
/// # Errors
/// [`Refused`], for the first thing that is wrong.
pub fn register(party: &Party, challenge: &[u8], client: &ClientData, attestation: &[u8]) -> Result<Made, Refused> {
    client.check(Ceremony::Create, challenge, party)?;
    let data = Data::read(attested(attestation).ok_or(Refused::Data)?).ok_or(Refused::Data)?;
    data.check(party)?;
    let (credential, key) = data.made.ok_or(Refused::Data)?;
    let key = PublicKey::read(key).ok_or(Refused::Key)?;
    Ok(Made {
        credential: credential.to_vec(),
        key,
        counter: data.counter,
        backup_eligible: data.flags.backup_eligible(),
        backed_up: data.flags.backed_up(),
    })
}

/// Checks the use of a passkey in answer to `challenge` (WebAuthn, 7.2).
///
/// # Errors
/// [`Refused`], for the first thing that is wrong.
pub fn assert(party: &Party, challenge: &[u8], known: Known<'_>, answer: Answer<'_>) -> Result<Used, Refused> {
    answer.client.check(Ceremony::Get, challenge, party)?;
    let data = Data::read(answer.data).ok_or(Refused::Data)?;
    data.check(party)?;
    if data.flags.backup_eligible() != known.backup_eligible {
        return Err(Refused::Backup);
    }
    let signed = [answer.data, &answer.client.hash()].concat();
    if !known.key.verify(&signed, answer.signature) {
        return Err(Refused::Signature);
    }
    // One that counts goes up with each use; 0 is one that does not count.
    let counts = data.counter != 0 || known.counter != 0;
    if counts && data.counter <= known.counter {
        return Err(Refused::Counter);
    }
    Ok(Used { counter: data.counter, backed_up: data.flags.backed_up() })
}
