//! The house as browsers know it: a name that passkeys are made for, and the one origin that may ask for them. Both come from
//! the settings only (decision 15).

use crate::digest::sha256;

/// The relying party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    id: String,
    origin: String,
}

impl Party {
    /// Of the public address of the house. None for one that is a number: passkeys are made for names.
    #[must_use]
    pub fn of(public_url: &str) -> Option<Self> {
        let (scheme, rest) = public_url.split_once("://")?;
        let place = rest.split('/').next().unwrap_or_default().to_ascii_lowercase();
        let usual = if scheme == "https" { ":443" } else { ":80" };
        let place = place.strip_suffix(usual).unwrap_or(&place);
        let host = place.split(':').next().unwrap_or_default();
        let is_number = host.starts_with('[') || host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        (!is_number).then(|| Self { id: host.to_owned(), origin: format!("{scheme}://{place}") })
    }

    /// The name that passkeys are made for.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The one origin.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    pub(super) fn hash(&self) -> [u8; 32] {
        sha256(self.id.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_name_and_the_origin_of_the_public_address() {
        for (url, id, origin) in [
            ("https://login.example.nl", "login.example.nl", "https://login.example.nl"),
            ("https://Login.example.nl:443/a/", "login.example.nl", "https://login.example.nl"),
            ("https://login.example.nl:8443", "login.example.nl", "https://login.example.nl:8443"),
            ("http://localhost:8080", "localhost", "http://localhost:8080"),
        ] {
            let party = Party::of(url).expect(url);
            assert_eq!((party.id(), party.origin()), (id, origin), "{url}");
        }
        for number in ["http://127.0.0.1:8080", "http://[::1]:8080", "https://", "login.example.nl"] {
            assert_eq!(Party::of(number), None, "{number}");
        }
    }
}
