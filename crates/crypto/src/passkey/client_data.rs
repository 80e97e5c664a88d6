//! What the browser says it did: for which ceremony, in answer to which challenge, on which site. It is JSON, and is signed as
//! the bytes it came in.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;

use super::{Party, Refused};
use crate::digest::sha256;

/// Longer ones are refused: real ones are a few hundred bytes.
const LONGEST: usize = 8 * 1024;

/// A ceremony.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ceremony {
    /// A passkey is made.
    Create,
    /// A passkey is used.
    Get,
}

impl Ceremony {
    const fn word(self) -> &'static str {
        match self {
            Self::Create => "webauthn.create",
            Self::Get => "webauthn.get",
        }
    }
}

/// Browsers may add fields (WebAuthn, 5.8.1); a field of these that comes twice is refused.
#[derive(Debug, Deserialize)]
struct Said {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
    #[serde(rename = "crossOrigin")]
    cross_origin: Option<bool>,
    #[serde(rename = "topOrigin")]
    top_origin: Option<String>,
}

/// What the browser said, with the hash of its bytes.
#[derive(Debug)]
pub struct ClientData {
    said: Said,
    challenge: Vec<u8>,
    hash: [u8; 32],
}

impl ClientData {
    /// Reads it.
    ///
    /// # Errors
    /// [`Refused::ClientData`].
    pub fn read(bytes: &[u8]) -> Result<Self, Refused> {
        if bytes.len() > LONGEST {
            return Err(Refused::ClientData);
        }
        let said: Said = serde_json::from_slice(bytes).map_err(|_| Refused::ClientData)?;
        let challenge = URL_SAFE_NO_PAD.decode(&said.challenge).map_err(|_| Refused::ClientData)?;
        Ok(Self { said, challenge, hash: sha256(bytes) })
    }

    /// The challenge that it says to answer; whether that is one of ours is for the caller to find.
    #[must_use]
    pub fn challenge(&self) -> &[u8] {
        &self.challenge
    }

    pub(super) fn hash(&self) -> [u8; 32] {
        self.hash
    }

    pub(super) fn check(&self, ceremony: Ceremony, challenge: &[u8], party: &Party) -> Result<(), Refused> {
        if self.said.kind != ceremony.word() {
            return Err(Refused::Ceremony);
        }
        if challenge.is_empty() || self.challenge != challenge {
            return Err(Refused::Challenge);
        }
        if self.said.origin != party.origin() {
            return Err(Refused::Origin);
        }
        // Our pages stand in no other page.
        if self.said.cross_origin == Some(true) || self.said.top_origin.is_some() {
            return Err(Refused::CrossOrigin);
        }
        Ok(())
    }
}
