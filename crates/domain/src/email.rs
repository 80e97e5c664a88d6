//! E-mail addresses, read strictly: what is stored is one plain mailbox, and nothing in it can end a line of SMTP or
//! a header.
//!
//! The local part is kept as typed, never folded: whether `Jan@` and `jan@` are one mailbox is for its server to say.
//! No look-up of domains here.

use std::fmt;

use idna::{
    AsciiDenyList,
    uts46::{DnsLength, Hyphens, Uts46},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// One mailbox (RFC 5321, `Mailbox`): a dot-atom of ASCII, `@`, and a host name of at least two labels as A-labels in
/// lower case. At most 64 characters before the `@` and 254 in all.
///
/// Shown masked by `Debug`; there is no `Display`, so that no log gets the whole by accident.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address {
    text: String,
    at: usize,
}

/// Why a text is not an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum AddressFault {
    /// Nothing there.
    #[error("no address")]
    Empty,
    /// No `@`.
    #[error("no @")]
    NoAt,
    /// More than one `@`: perhaps two addresses.
    #[error("more than one @")]
    ManyAts,
    /// A sign that has no place in an address: blank, quote, comma, bracket, control sign, accent before the `@`.
    #[error("a sign that does not belong in an address")]
    Sign,
    /// A dot at the start or the end of a part, or two in a row.
    #[error("a dot in the wrong place")]
    Dot,
    /// What follows the `@` is not the name of a domain.
    #[error("the part after the @ is not a domain")]
    Domain,
    /// Longer than mail servers take.
    #[error("too long")]
    TooLong,
}

impl AddressFault {
    /// The word by which the translations know it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NoAt => "no-at",
            Self::ManyAts => "many-ats",
            Self::Sign => "sign",
            Self::Dot => "dot",
            Self::Domain => "domain",
            Self::TooLong => "too-long",
        }
    }
}

impl Address {
    /// Reads an address exactly; forms trim before they call this.
    ///
    /// # Errors
    /// [`AddressFault`]: no quotes, comments, groups, display names, address literals or signs that are not ASCII
    /// before the `@`; a domain that is not ASCII becomes its A-labels (IDNA, UTS 46, not transitional).
    pub fn parse(text: &str) -> Result<Self, AddressFault> {
        if text.is_empty() {
            return Err(AddressFault::Empty);
        }
        // A domain in Unicode may be longer as typed than as stored, yet not without end.
        if text.len() > 1_024 {
            return Err(AddressFault::TooLong);
        }
        let (local, domain) = text.split_once('@').ok_or(AddressFault::NoAt)?;
        if domain.contains('@') {
            return Err(AddressFault::ManyAts);
        }
        check_local(local)?;
        let domain = to_a_labels(domain)?;
        let address = Self { text: format!("{local}@{domain}"), at: local.len() };
        if address.text.len() > 254 { Err(AddressFault::TooLong) } else { Ok(address) }
    }

    /// The whole, for storing and sending.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Before the `@`, as typed.
    #[must_use]
    pub fn local(&self) -> &str {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// After the `@`, A-labels in lower case.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.text.get(self.at + 1..).unwrap_or_default()
    }

    /// What residents' addresses are looked up by: the whole in ASCII lower case. Only ASCII is ever folded, so no
    /// look-alike (dotless i, Kelvin sign) finds another's address. Mail goes to the stored address, never to this.
    #[must_use]
    pub fn search_key(&self) -> String {
        self.text.to_ascii_lowercase()
    }

    /// For logs, audit lines and lists of staff: `j•••@e•••.nl`, always three dots, whatever the length.
    #[must_use]
    pub fn masked(&self) -> String {
        let first =
            |part: &str| if part.len() > 1 { part.get(..1).unwrap_or_default().to_owned() } else { String::new() };
        let (name, top) = self.domain().rsplit_once('.').unwrap_or_default();
        format!("{}•••@{}•••.{top}", first(self.local()), first(name))
    }

    /// The domain that was probably meant, when this one is a well-known typing error.
    #[must_use]
    pub fn typo_hint(&self) -> Option<&'static str> {
        TYPOS.iter().find(|(_, typos)| typos.contains(&self.domain())).map(|(meant, _)| *meant)
    }
}

/// `Dot-string` of RFC 5321, 4.1.2.
fn check_local(local: &str) -> Result<(), AddressFault> {
    let atom = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&b);
    if local.is_empty() || local.bytes().any(|b| b != b'.' && !atom(b)) {
        return Err(AddressFault::Sign);
    }
    if local.starts_with('.') || local.ends_with('.') || local.contains("..") {
        return Err(AddressFault::Dot);
    }
    if local.len() > 64 { Err(AddressFault::TooLong) } else { Ok(()) }
}

fn to_a_labels(domain: &str) -> Result<String, AddressFault> {
    if domain.starts_with('.') || domain.ends_with('.') || domain.contains("..") {
        return Err(AddressFault::Dot);
    }
    if domain.bytes().any(|b| b.is_ascii_control() || b.is_ascii_whitespace() || b"\"(),:;<>[]\\".contains(&b)) {
        return Err(AddressFault::Sign);
    }
    let ascii = Uts46::new()
        .to_ascii(domain.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast, DnsLength::Verify)
        .map_err(|_| AddressFault::Domain)?
        .into_owned();
    // A label that was not ASCII and became ASCII was folded (Kelvin sign, full-width): that would be a mailbox that
    // nobody typed.
    let folded = |(typed, label): (&str, &str)| !typed.is_ascii() && !label.starts_with("xn--");
    let same_count = domain.split('.').count() == ascii.split('.').count();
    if !same_count || domain.split('.').zip(ascii.split('.')).any(folded) {
        return Err(AddressFault::Domain);
    }
    let (_, top) = ascii.rsplit_once('.').ok_or(AddressFault::Domain)?;
    // A name that ends in a number is an IPv4 address or nothing (RFC 3696, 2).
    if top.len() < 2 || top.bytes().all(|b| b.is_ascii_digit()) { Err(AddressFault::Domain) } else { Ok(ascii) }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}
impl Serialize for Address {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}
impl<'de> Deserialize<'de> for Address {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

/// Typing errors in the domains Dutch residents use most. Only names that are no provider of mail themselves.
const TYPOS: &[(&str, &[&str])] = &[
    (
        "gmail.com",
        &[
            "gmial.com",
            "gmail.con",
            "gmail.nl",
            "gmai.com",
            "gamil.com",
            "gmal.com",
            "gmaill.com",
            "gmail.cm",
            "gmail.co",
            "gmail.om",
            "gmail.comm",
            "gnail.com",
            "gmil.com",
            "gmaul.com",
            "gmsil.com",
            "googlemail.con",
        ],
    ),
    (
        "hotmail.com",
        &[
            "hotmial.com",
            "hotmail.con",
            "hotmal.com",
            "hotmai.com",
            "hotmil.com",
            "hotmaill.com",
            "hotmail.cm",
            "hotmail.co",
            "hotmail.om",
            "hormail.com",
            "homail.com",
            "hotnail.com",
            "htmail.com",
        ],
    ),
    ("hotmail.nl", &["hotmial.nl", "hotmal.nl", "hotmai.nl", "hotmil.nl", "hotmaill.nl", "homail.nl", "hormail.nl"]),
    (
        "outlook.com",
        &["outlok.com", "outlook.con", "outlook.cm", "outloook.com", "oulook.com", "outllok.com", "outlook.co"],
    ),
    ("live.nl", &["live.nk", "lve.nl", "livee.nl", "live.ln"]),
    ("icloud.com", &["icloud.con", "iclud.com", "icoud.com", "icloud.cm", "iclou.com"]),
    ("ziggo.nl", &["zigo.nl", "ziggo.n1", "ziggo.ln", "ziggo.nk", "zigggo.nl", "ziggo.con", "zoggo.nl"]),
    ("kpnmail.nl", &["kpnmail.com", "kpnmail.con", "kpnmial.nl", "kpmail.nl", "kpnmai.nl", "knpmail.nl"]),
    ("planet.nl", &["plannet.nl", "planet.nk"]),
    ("xs4all.nl", &["xs4al.nl", "xs4all.nk", "x4all.nl"]),
    ("yahoo.com", &["yaho.com", "yahoo.con", "yahooo.com", "yahoo.cm"]),
    ("casema.nl", &["casemal.nl"]),
    ("hetnet.nl", &["hetnet.nk", "hetnt.nl", "hernet.nl"]),
    ("upcmail.nl", &["upcmial.nl", "upcmail.com", "ucpmail.nl"]),
];

#[cfg(test)]
#[path = "email_tests.rs"]
mod tests;
