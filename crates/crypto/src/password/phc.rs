//! The text form of a hash, `$argon2id$v=19$m=19456,t=2,p=1$salt$hash` (PHC string, base64 without padding). Written
//! in one way and read in that way only, because whoever can write to the database chooses what is read here.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use super::params::Params;

/// The longest salt that is read, in bytes.
const MAX_SALT: usize = 64;

/// A hash taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phc {
    pub(super) params: Params,
    pub(super) salt: Vec<u8>,
    pub(super) tag: [u8; 32],
}

/// The text is not a hash of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotOurs;

impl fmt::Display for Phc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (memory, passes, lanes) = (self.params.memory_kib(), self.params.passes(), self.params.lanes());
        let (salt, tag) = (STANDARD_NO_PAD.encode(&self.salt), STANDARD_NO_PAD.encode(self.tag));
        write!(f, "$argon2id$v=19$m={memory},t={passes},p={lanes}${salt}${tag}")
    }
}

impl FromStr for Phc {
    type Err = NotOurs;

    fn from_str(text: &str) -> Result<Self, NotOurs> {
        let rest = text.strip_prefix("$argon2id$v=19$").ok_or(NotOurs)?;
        let mut fields = rest.split('$');
        let (Some(params), Some(salt), Some(tag), None) = (fields.next(), fields.next(), fields.next(), fields.next())
        else {
            return Err(NotOurs);
        };
        let salt = STANDARD_NO_PAD.decode(salt).map_err(|_| NotOurs)?;
        if !(8..=MAX_SALT).contains(&salt.len()) {
            return Err(NotOurs);
        }
        let tag = STANDARD_NO_PAD.decode(tag).map_err(|_| NotOurs)?.try_into().map_err(|_| NotOurs)?;
        Ok(Self { params: read_params(params)?, salt, tag })
    }
}

fn read_params(text: &str) -> Result<Params, NotOurs> {
    let mut fields = text.split(',');
    let mut number = |name: &str| {
        let digits = fields.next().and_then(|field| field.strip_prefix(name)).ok_or(NotOurs)?;
        // `parse` alone would read a plus sign and leading zeros.
        if digits.starts_with('0') || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NotOurs);
        }
        digits.parse().map_err(|_| NotOurs)
    };
    let params = Params::new(number("m=")?, number("t=")?, number("p=")?).map_err(|_| NotOurs)?;
    if fields.next().is_some() { Err(NotOurs) } else { Ok(params) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn example() -> Phc {
        Phc { params: Params::STANDARD, salt: (0..16).collect(), tag: [7; 32] }
    }

    #[test]
    fn written_as_the_standard_says_and_read_back() {
        let text = example().to_string();
        assert_eq!(
            text,
            "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc"
        );
        assert_eq!(text.parse(), Ok(example()));
    }

    #[test]
    fn anything_else_is_refused() {
        let good = example().to_string();
        for (from, to) in [
            ("argon2id", "argon2i"),
            ("argon2id", "argon2d"),
            ("v=19", "v=16"),
            ("m=19456", "m=4294967295"),
            ("m=19456", "m=7"),
            ("m=19456", "m=+19456"),
            ("m=19456", "m=019456"),
            ("m=19456", "m=99999999999999999999"),
            ("t=2", "t=0"),
            ("t=2", "t=4000000000"),
            ("p=1", "p=255"),
            ("p=1", "p=1,keyid=AA"),
            ("p=1", "p="),
            ("m=19456,t=2", "t=2,m=19456"),
            ("AAECAwQFBgcICQoLDA0ODw", "AAEC"),
            ("AAECAwQFBgcICQoLDA0ODw", ""),
            ("AAECAwQFBgcICQoLDA0ODw", "AAECAwQFBgcICQoLDA0ODw=="),
            ("BwcHBwc$", "x"),
            ("$BwcH", "$BwcHBwcH"),
            ("$BwcH", "$$BwcH"),
            ("$argon2id", " $argon2id"),
        ] {
            let bad = good.replacen(from, to, 1);
            assert!(bad == good || bad.parse::<Phc>() == Err(NotOurs), "{bad}");
        }
        assert_eq!(format!("{good}$").parse::<Phc>(), Err(NotOurs));
        let long = Phc { salt: vec![1; 65], ..example() }.to_string();
        assert_eq!(long.parse::<Phc>(), Err(NotOurs));
    }

    proptest! {
        #[test]
        fn noise_never_panics_and_what_is_read_is_written_the_same(text in "(\\$argon2id\\$v=19\\$)?[$=,mtp0-9A-Za-z+/]{0,80}") {
            if let Ok(phc) = text.parse::<Phc>() {
                prop_assert_eq!(phc.to_string(), text);
            }
        }
    }
}
