//! A device with passkeys, for tests: it makes one and uses it as browsers and devices do, and says something else wherever a
//! test wants that. Written from the standard (WebAuthn Level 3), not from the code that reads it.

use std::fmt::Write as _;

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Somebody was there.
pub const PRESENT: u8 = 0x01;
/// The device recognised them.
pub const VERIFIED: u8 = 0x04;
/// The passkey can be copied.
pub const ELIGIBLE: u8 = 0x08;
/// It was.
pub const COPIED: u8 = 0x10;
const ATTESTED: u8 = 0x40;

/// All that is said in a ceremony; a test alters a field of it.
#[derive(Clone, Debug)]
pub struct Said {
    /// `webauthn.create` or `webauthn.get`.
    pub kind: String,
    /// What is answered, in base64url.
    pub challenge: String,
    /// The site.
    pub origin: String,
    /// Inside another site's page.
    pub cross_origin: Option<bool>,
    /// That other site.
    pub top_origin: Option<String>,
    /// The house that the passkey is for.
    pub party: String,
    /// The marks.
    pub flags: u8,
    /// The counter.
    pub counter: u32,
}

impl Said {
    /// As it should be, in answer to a challenge (base64url) of the house at `origin`.
    #[must_use]
    pub fn at(origin: &str, challenge: &str) -> Self {
        let host = origin.split("://").nth(1).unwrap_or_default();
        Self {
            kind: String::new(),
            challenge: challenge.to_owned(),
            origin: origin.to_owned(),
            cross_origin: Some(false),
            top_origin: None,
            party: host.split(':').next().unwrap_or_default().to_owned(),
            flags: PRESENT | VERIFIED | ELIGIBLE | COPIED,
            counter: 0,
        }
    }

    fn client_data(&self, usual: &str) -> Vec<u8> {
        let kind = if self.kind.is_empty() { usual } else { &self.kind };
        let mut json = format!(r#"{{"type":"{kind}","challenge":"{}","origin":"{}""#, self.challenge, self.origin);
        if let Some(cross) = self.cross_origin {
            let _ = write!(json, r#","crossOrigin":{cross}"#);
        }
        if let Some(top) = &self.top_origin {
            let _ = write!(json, r#","topOrigin":"{top}""#);
        }
        (json + r#","other_keys_can_be_added_here":"do not compare clientDataJSON against a template"}"#).into_bytes()
    }

    fn data(&self, more: u8) -> Vec<u8> {
        let party = digest(&SHA256, self.party.as_bytes());
        [party.as_ref(), &[self.flags | more], &self.counter.to_be_bytes()].concat()
    }
}

enum Key {
    Ecdsa(EcdsaKeyPair),
    Rsa(RsaKeyPair),
}

/// A passkey on a device.
pub struct Phone {
    key: Key,
    /// What the device calls it.
    pub credential: Vec<u8>,
    /// Whose it is, as the house said when it was made.
    pub handle: Vec<u8>,
}

/// What comes of making one.
#[derive(Clone, Debug)]
pub struct Created {
    /// What the browser says it did.
    pub client_data: Vec<u8>,
    /// The envelope with what the device says.
    pub attestation: Vec<u8>,
}

/// What comes of using one.
#[derive(Clone, Debug)]
pub struct Answered {
    /// What the browser says it did.
    pub client_data: Vec<u8>,
    /// What the device says.
    pub data: Vec<u8>,
    /// Over both.
    pub signature: Vec<u8>,
}

/// The head of an item of CBOR.
fn head(major: u8, value: usize) -> Vec<u8> {
    match value {
        0..=23 => vec![major << 5 | u8::try_from(value).expect("small")],
        24..=255 => vec![major << 5 | 24, u8::try_from(value).expect("a byte")],
        _ => [&[major << 5 | 25][..], &u16::try_from(value).expect("two bytes").to_be_bytes()].concat(),
    }
}

fn bytes(of: &[u8]) -> Vec<u8> {
    [head(2, of.len()), of.to_vec()].concat()
}

fn text(of: &str) -> Vec<u8> {
    [head(3, of.len()), of.as_bytes().to_vec()].concat()
}

impl Phone {
    /// Makes a passkey for whom the house calls `handle`.
    ///
    /// # Panics
    /// When the library makes no key.
    #[must_use]
    pub fn make(said: &Said, handle: &[u8]) -> (Self, Created) {
        let key = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).expect("a key");
        Self::with(Key::Ecdsa(key), said, handle)
    }

    /// The same with an RSA key, as older Windows computers have.
    ///
    /// # Panics
    /// When the library makes no key.
    #[must_use]
    pub fn make_rsa(said: &Said, handle: &[u8]) -> (Self, Created) {
        let key = RsaKeyPair::generate(KeySize::Rsa2048).expect("a key");
        Self::with(Key::Rsa(key), said, handle)
    }

    fn with(key: Key, said: &Said, handle: &[u8]) -> (Self, Created) {
        let cose = cose(&key);
        let credential = digest(&SHA256, &cose).as_ref().to_vec();
        let length = u16::try_from(credential.len()).expect("short").to_be_bytes();
        let data = [said.data(ATTESTED), vec![0; 16], length.to_vec(), credential.clone(), cose].concat();
        let attestation = [
            head(5, 3),
            [text("fmt"), text("none")].concat(),
            [text("attStmt"), head(5, 0)].concat(),
            [text("authData"), bytes(&data)].concat(),
        ];
        let created = Created { client_data: said.client_data("webauthn.create"), attestation: attestation.concat() };
        (Self { key, credential, handle: handle.to_vec() }, created)
    }

    /// Uses it.
    ///
    /// # Panics
    /// When the library does not sign.
    #[must_use]
    pub fn answer(&self, said: &Said) -> Answered {
        let (client_data, data) = (said.client_data("webauthn.get"), said.data(0));
        let signed = [&data, digest(&SHA256, &client_data).as_ref()].concat();
        // The library wants one; both kinds of signature draw by themselves.
        let random = SystemRandom::default();
        let signature = match &self.key {
            Key::Ecdsa(key) => key.sign(&random, &signed).expect("signed").as_ref().to_vec(),
            Key::Rsa(key) => {
                let mut signature = vec![0; key.public_modulus_len()];
                key.sign(&RSA_PKCS1_SHA256, &random, &signed, &mut signature).expect("signed");
                signature
            }
        };
        Answered { client_data, data, signature }
    }
}

fn cose(key: &Key) -> Vec<u8> {
    match key {
        Key::Ecdsa(key) => {
            let point = key.public_key().as_ref();
            let (x, y) = (point.get(1..33).expect("x"), point.get(33..65).expect("y"));
            // kty: EC2, alg: ES256, crv: P-256.
            [&[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21][..], &bytes(x), &[0x22], &bytes(y)].concat()
        }
        Key::Rsa(key) => {
            // RSAPublicKey (RFC 8017) of 2048 bits: nine bytes of heads, the modulus, two of a head, the exponent.
            let der = key.public_key().as_ref();
            let (n, e) = (der.get(9..265).expect("the modulus"), der.get(267..).expect("the exponent"));
            // kty: RSA, alg: RS256.
            [&[0xa4, 0x01, 0x03, 0x03, 0x39, 0x01, 0x00, 0x20][..], &bytes(n), &[0x21], &bytes(e)].concat()
        }
    }
}

/// As it stands in forms.
#[must_use]
pub fn base64url(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes of what stands in a page.
///
/// # Panics
/// When it is no base64url.
#[must_use]
pub fn from_base64url(text: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text).expect("base64url")
}
