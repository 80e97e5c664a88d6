//! The public half of a passkey, as devices write it (COSE, RFC 9053): ECDSA over P-256, which all have, and RSA, which older
//! Windows computers have. Nothing else is asked for, so nothing else is taken.

use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1, ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};

use super::cbor::{Item, Reader};

/// The numbers of the kinds of key that are asked for, the one we would rather have first (IANA, COSE algorithms).
pub const ALGORITHMS: [i32; 2] = [-7, -257];

/// A public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    kind: Kind,
    written: Vec<u8>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// The point, uncompressed.
    Ecdsa([u8; 65]),
    Rsa {
        n: Vec<u8>,
        e: Vec<u8>,
    },
}

impl PublicKey {
    /// Reads a key as a device writes it; `None` for one that was not asked for, or is none.
    #[must_use]
    pub fn read(written: &[u8]) -> Option<Self> {
        let fields = Fields::read(written)?;
        let kind = match (fields.kty?, fields.alg?) {
            (2, -7) => fields.ecdsa()?,
            (3, -257) => fields.rsa()?,
            _ => return None,
        };
        Some(Self { kind, written: written.to_vec() })
    }

    /// As it was written, to be kept.
    #[must_use]
    pub fn written(&self) -> &[u8] {
        &self.written
    }

    /// Whether the signature over `signed` was made by the other half.
    pub(super) fn verify(&self, signed: &[u8], signature: &[u8]) -> bool {
        match &self.kind {
            Kind::Ecdsa(point) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(signed, signature).is_ok()
            }
            Kind::Rsa { n, e } => {
                RsaPublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA256, signed, signature).is_ok()
            }
        }
    }
}

#[derive(Default)]
struct Fields<'a> {
    kty: Option<i64>,
    alg: Option<i64>,
    minus_one: Option<Item<'a>>,
    minus_two: Option<Item<'a>>,
    minus_three: Option<Item<'a>>,
}

impl<'a> Fields<'a> {
    /// Each field once, and nothing behind them.
    fn read(written: &'a [u8]) -> Option<Self> {
        let mut reader = Reader::new(written);
        let mut fields = Self::default();
        let number = |item| if let Item::Number(number) = item { Some(number) } else { None };
        for _ in 0..reader.map()? {
            let Item::Number(label) = reader.item()? else { return None };
            let before = match label {
                1 => fields.kty.replace(number(reader.item()?)?).map(|_| ()),
                3 => fields.alg.replace(number(reader.item()?)?).map(|_| ()),
                -1 => fields.minus_one.replace(reader.item()?).map(|_| ()),
                -2 => fields.minus_two.replace(reader.item()?).map(|_| ()),
                -3 => fields.minus_three.replace(reader.item()?).map(|_| ()),
                _ => {
                    reader.skip()?;
                    None
                }
            };
            if before.is_some() {
                return None;
            }
        }
        reader.rest().is_empty().then_some(fields)
    }

    /// A point of the curve, not any two numbers.
    fn ecdsa(&self) -> Option<Kind> {
        let (Item::Number(1), Item::Bytes(x), Item::Bytes(y)) = (self.minus_one?, self.minus_two?, self.minus_three?)
        else {
            return None;
        };
        if (x.len(), y.len()) != (32, 32) {
            return None;
        }
        let point: [u8; 65] = [&[4], x, y].concat().try_into().ok()?;
        ParsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).ok()?;
        Some(Kind::Ecdsa(point))
    }

    fn rsa(&self) -> Option<Kind> {
        let (Item::Bytes(n), Item::Bytes(e)) = (self.minus_one?, self.minus_two?) else { return None };
        // 2048 to 8192 bits, as the library verifies.
        let fits = (256..=1024).contains(&n.len()) && (1..=4).contains(&e.len());
        fits.then(|| Kind::Rsa { n: n.to_vec(), e: e.to_vec() })
    }
}
