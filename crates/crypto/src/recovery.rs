//! Recovery codes of staff: ten codes that each stand in once for a lost authenticator app. Makes, reads and hashes
//! them; which are used up is the store's business.

use std::fmt;

use zeroize::{Zeroize, Zeroizing};

use crate::chance::Chance;
use crate::keys::Keys;

/// How many codes are given out at once.
pub const COUNT: usize = 10;

/// Symbols in a code; 5 bits each, so 50 bits.
const SYMBOLS: usize = 10;

/// Crockford's base 32: no I, L, O or U; who reads those reads 1, 1 or 0.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// One recovery code. Debug prints nothing of it; wiped on drop.
#[derive(Clone)]
pub struct Code(Zeroizing<String>);

impl Code {
    /// As shown to its owner, once: `xxxxx-xxxxx`.
    #[must_use]
    pub fn expose(&self) -> Zeroizing<String> {
        let (left, right) = self.0.split_at_checked(SYMBOLS / 2).unwrap_or((&self.0, ""));
        Zeroizing::new(format!("{left}-{right}"))
    }

    /// What is stored: 50 bits are few, so the hash is keyed ([`Keys::code_hash`]).
    #[must_use]
    pub fn hash(&self, keys: &Keys) -> [u8; 32] {
        keys.code_hash(PURPOSE, &self.0)
    }

    /// What a stored code may look like: one hash per key, newest first ([`Keys::code_hashes`]).
    #[must_use]
    pub fn hashes(&self, keys: &Keys) -> Vec<[u8; 32]> {
        keys.code_hashes(PURPOSE, &self.0)
    }
}

const PURPOSE: &str = "recovery";

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

/// Draws a fresh set.
#[must_use]
pub fn mint(chance: &Chance) -> [Code; COUNT] {
    std::array::from_fn(|_| {
        let mut drawn = chance.bytes::<SYMBOLS>();
        // 256 is a multiple of 32: every symbol is as likely as any other.
        let text = drawn.iter().map(|byte| char::from(symbol(byte % 32))).collect();
        drawn.zeroize();
        Code(Zeroizing::new(text))
    })
}

fn symbol(value: u8) -> u8 {
    ALPHABET.get(usize::from(value)).copied().unwrap_or(b'0')
}

/// Reads what somebody typed from paper: letter case, spaces and dashes do not matter, O counts as 0, I and L as 1.
/// `None` when it cannot be a code.
#[must_use]
pub fn parse(typed: &str) -> Option<Code> {
    let mut text = Zeroizing::new(String::with_capacity(SYMBOLS));
    for c in typed.chars() {
        let c = match c.to_ascii_lowercase() {
            ' ' | '\t' | '\u{a0}' | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => continue,
            'o' => '0',
            'i' | 'l' => '1',
            c => c,
        };
        if text.len() == SYMBOLS || !c.is_ascii() || !ALPHABET.contains(&(c as u8)) {
            return None;
        }
        text.push(c);
    }
    (text.len() == SYMBOLS).then_some(Code(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn ten_different_codes_in_two_groups() {
        let codes = mint(&Chance::seeded(3));
        let shown: HashSet<String> = codes.iter().map(|c| c.expose().to_string()).collect();
        assert_eq!(shown.len(), COUNT);
        for code in &shown {
            assert_eq!(code.len(), 11);
            assert_eq!(code.as_bytes()[5], b'-');
            assert!(!code.contains(['i', 'l', 'o', 'u']));
        }
    }

    #[test]
    fn every_symbol_is_used() {
        let chance = Chance::seeded(4);
        let used: HashSet<char> =
            (0..200).flat_map(|_| mint(&chance)).flat_map(|c| c.0.chars().collect::<Vec<_>>()).collect();
        assert_eq!(used.len(), 32);
    }

    #[test]
    fn typing_is_forgiven_and_nonsense_is_not() {
        let keys = Keys::generate(&Chance::seeded(5));
        let code = parse("01abc-defgh").unwrap();
        for typed in ["01ABC DEFGH", " o1abcdefgh ", "oIabc–defgh", "0labc - defgh", "0 1 a b c d e f g h"] {
            assert_eq!(parse(typed).unwrap().hash(&keys), code.hash(&keys), "{typed}");
        }
        for typed in ["", "01abc-defg", "01abc-defghj", "01abc-defgu", "01abc_defgh", "01abc-defgé", "०१abcdefgh"]
        {
            assert!(parse(typed).is_none(), "{typed}");
        }
        assert_eq!(format!("{code:?}"), "Code(…)");
    }

    #[test]
    fn a_code_given_out_is_found_again() {
        let keys = Keys::generate(&Chance::seeded(6));
        for code in mint(&Chance::seeded(7)) {
            let read = parse(&code.expose().to_uppercase()).unwrap();
            assert!(read.hashes(&keys).contains(&code.hash(&keys)));
        }
    }
}
