//! Values of 256 bits that stand in links and cookies, and their hashes, which is all that is ever stored. Must not
//! know how long a token lives or what it opens.

use std::fmt;

use aws_lc_rs::digest;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use zeroize::{Zeroize, Zeroizing};

use crate::chance::Chance;

/// Characters in a token's text: 256 bits in base64url without padding.
pub const LENGTH: usize = 43;

/// A fresh token. Debug prints nothing of it; wiped on drop.
#[derive(Clone)]
pub struct Token(Zeroizing<String>);

impl Token {
    /// Draws a token.
    #[must_use]
    pub fn mint(chance: &Chance) -> Self {
        let mut bytes = chance.bytes::<32>();
        let token = Self(Zeroizing::new(URL_SAFE_NO_PAD.encode(bytes)));
        bytes.zeroize();
        token
    }

    /// The [`LENGTH`] characters, for the one link or cookie they are meant for.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// What is stored: see [`hash`].
    #[must_use]
    pub fn hash(&self, purpose: &str) -> [u8; 32] {
        hash(purpose, &self.0)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// SHA-256 of `huissleutel/` + purpose + NUL + text: a token made for one purpose is unknown for every other. A plain
/// hash is enough for 256 random bits (ASVS 6.5.2). `purpose` is a constant of ours, without NUL.
#[must_use]
pub fn hash(purpose: &str, text: &str) -> [u8; 32] {
    let mut hash = digest::Context::new(&digest::SHA256);
    hash.update(b"huissleutel/");
    hash.update(purpose.as_bytes());
    hash.update(&[0]);
    hash.update(text.as_bytes());
    let mut out = [0; 32];
    out.copy_from_slice(hash.finish().as_ref());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    const PURPOSES: [&str; 6] = ["reset", "invitation", "session", "device", "object", "names"];

    #[test]
    fn tokens_are_long_url_safe_and_never_the_same() {
        let chance = Chance::system();
        let mut seen = HashSet::new();
        for _ in 0..100_000 {
            let token = Token::mint(&chance);
            assert_eq!(token.expose().len(), LENGTH);
            assert!(seen.insert(token.expose().to_owned()));
        }
        assert!(seen.iter().all(|t| t.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')));
    }

    #[test]
    fn a_token_of_one_purpose_is_unknown_for_every_other() {
        let token = Token::mint(&Chance::seeded(1));
        for made_for in PURPOSES {
            for asked_for in PURPOSES {
                assert_eq!(token.hash(made_for) == hash(asked_for, token.expose()), made_for == asked_for);
            }
        }
    }

    #[test]
    fn the_border_between_purpose_and_text_is_fixed() {
        assert_ne!(hash("reset", "abc"), hash("reseta", "bc"));
        let known = digest::digest(&digest::SHA256, b"huissleutel/reset\0abc");
        assert_eq!(&hash("reset", "abc")[..], known.as_ref());
    }

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(format!("{:?}", Token::mint(&Chance::seeded(1))), "Token(…)");
    }
}
