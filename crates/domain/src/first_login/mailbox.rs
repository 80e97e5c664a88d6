//! The address cell of a list as people fill it in: links, names around it, words that mean "none", two addresses.
//!
//! What is plainly one address is taken out of its wrapping; what could be two is never chosen between.

use std::collections::BTreeSet;

use super::Reason;
use super::cells::Cell;
use crate::email::{Address, AddressFault};

/// Words that say that there is no address, without blanks and signs.
const NONE: &[&str] = &[
    "nvt",
    "na",
    "nb",
    "nbk",
    "geen",
    "geenemail",
    "geenmail",
    "geenemailadres",
    "geenmailadres",
    "geenadres",
    "heeftgeenemail",
    "heeftgeenmail",
    "onbekend",
    "nietbekend",
    "nogonbekend",
    "nietvantoepassing",
    "volgt",
    "volgtnog",
    "leeg",
    "nee",
    "neen",
    "none",
    "no",
    "noemail",
    "nomail",
    "null",
    "nihil",
    "unknown",
    "notavailable",
    "notapplicable",
    "tbd",
    "x",
    "xx",
    "xxx",
    "xxxx",
    "0",
];

/// What stands before and behind the `@` when a program insisted on an address and there was none: `x@x.nl`.
const DUMMY: &[&str] = &[
    "x",
    "xx",
    "xxx",
    "xxxx",
    "a",
    "aa",
    "abc",
    "geen",
    "geenemail",
    "geenmail",
    "onbekend",
    "nvt",
    "niet",
    "leeg",
    "none",
    "noemail",
    "nomail",
    "mail",
    "email",
    "test",
    "null",
];

/// What an address cell says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Mailbox {
    pub(super) address: Option<Address>,
    /// Advice with an address, or the reason why there is none.
    pub(super) reason: Option<Reason>,
}

impl Mailbox {
    const fn none(reason: Option<Reason>) -> Self {
        Self { address: None, reason }
    }

    /// Reads a cell.
    pub(super) fn of(cell: &Cell) -> Self {
        let text = cell.text.as_str();
        if text.is_empty() {
            return Self::none(None);
        }
        if cell.is_not_found() || says_none(text) {
            return Self::none(Some(Reason::EmailPlaceholder));
        }
        match plain(text) {
            Ok(address) if is_dummy(&address) => Self::none(Some(Reason::EmailPlaceholder)),
            Ok(address) => {
                let tidied = !address.as_str().eq_ignore_ascii_case(text) && text.is_ascii();
                Self { address: Some(address), reason: tidied.then_some(Reason::EmailTidied) }
            }
            Err(reason) => Self::none(Some(reason)),
        }
    }
}

fn says_none(text: &str) -> bool {
    if text.contains('@') || text.len() > 40 {
        return false;
    }
    let letters: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    letters.is_empty() || NONE.contains(&letters.as_str())
}

fn is_dummy(address: &Address) -> bool {
    let local: String = address.local().chars().filter(char::is_ascii_alphanumeric).collect();
    let host = address.domain().rsplit_once('.').map_or("", |(host, _)| host);
    DUMMY.contains(&local.to_ascii_lowercase().as_str()) && DUMMY.contains(&host)
}

/// The one address in a text.
fn plain(text: &str) -> Result<Address, Reason> {
    if text.len() > 1_024 {
        return Err(Reason::EmailTooLong);
    }
    let text = spelled_out(text);
    // Outlook writes `jan@example.nl<mailto:jan@example.nl>`: the bracket parts them too.
    let parts = parts(&text);
    let with: Vec<&str> = parts.iter().copied().filter(|part| part.contains('@')).collect();
    let (Some(first), rest) = (with.first(), with.get(1..).unwrap_or_default()) else { return Err(Reason::EmailNoAt) };
    let address = Address::parse(unwrapped(first));
    if rest.is_empty() {
        // A word beside it is a name only where the address stands in brackets.
        let wrapped = parts.len() == 1 || (text.contains('<') && unwrapped(first) != *first);
        return match address {
            Ok(address) if wrapped => Ok(address),
            Ok(_) => Err(Reason::EmailSign),
            Err(fault) => Err(fault.into()),
        };
    }
    // The same address twice is one; two that differ are for a person to choose between, whatever else is wrong.
    let all: BTreeSet<String> = with.iter().map(|part| unwrapped(part).to_ascii_lowercase()).collect();
    if all.len() > 1 { Err(Reason::EmailMany) } else { address.map_err(|fault: AddressFault| fault.into()) }
}

/// `(at)` and the like are `@`; blanks around an `@` are a slip of the hand.
fn spelled_out(text: &str) -> String {
    let mut text = text.replace('＠', "@");
    if !text.contains('@') {
        for at in ["(at)", "[at]", "{at}", "<at>", "(apenstaartje)", "[apenstaartje]"] {
            if let Some(place) = text.to_ascii_lowercase().find(at) {
                text.replace_range(place..place + at.len(), "@");
            }
        }
    }
    while let Some(at) = text.find(" @").or_else(|| text.find("@ ").map(|at| at + 1)) {
        text.remove(at);
    }
    text
}

/// Between commas, semicolons, slashes, bars and blanks of any kind. A label in front (`e-mail:`) is no part.
fn parts(text: &str) -> Vec<&str> {
    let apart = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '|' | '&' | '<');
    let label = |part: &&str| !(part.ends_with(':') && part.len() <= 16 && !part.contains('@'));
    text.split(apart).map(str::trim).filter(|part| !part.is_empty()).filter(label).collect()
}

/// Without `mailto:`, brackets, quotation marks, and signs that end a sentence.
fn unwrapped(part: &str) -> &str {
    const AROUND: &[char] = &['<', '>', '"', '\'', '(', ')', '[', ']', '‘', '’', '“', '”', ','];
    let mut part = part.trim_matches(AROUND);
    for scheme in ["mailto:", "e-mail:", "email:", "mail:", "smtp:"] {
        if part.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme)) {
            part = part.get(scheme.len()..).unwrap_or_default();
        }
    }
    // What a link asks for besides the address.
    let part = part.split_once('?').map_or(part, |(before, _)| before);
    part.trim_matches(AROUND).trim_end_matches(['.', ':', '!'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<String>, Option<Reason>) {
        let it = Mailbox::of(&Cell::of(text));
        (it.address.map(|address| address.as_str().to_owned()), it.reason)
    }

    #[test]
    fn one_address_is_taken_out_of_its_wrapping() {
        for text in [
            "mailto:jan@example.nl",
            "MAILTO:jan@example.nl?subject=Sleutel",
            "Jan de Boer <jan@example.nl>",
            "\"Boer, Jan de\" <jan@example.nl>",
            "<jan@example.nl>",
            "jan@example.nl.",
            "jan@example.nl;",
            "jan@example.nl ,",
            "'jan@example.nl'",
            "(jan@example.nl)",
            "jan @example.nl",
            "jan@ example.nl",
            "jan(at)example.nl",
            "jan [AT] example.nl",
            "e-mail: jan@example.nl",
            "jan@example.nl; JAN@example.nl",
            "mailto:jan@example.nl; jan@example.nl",
            "jan@example.nl<mailto:jan@example.nl>",
        ] {
            assert_eq!(read(text), (Some("jan@example.nl".to_owned()), Some(Reason::EmailTidied)), "{text}");
        }
        for text in ["jan@example.nl", " jan@Example.NL ", "\u{a0}jan@example.nl\u{200b}", "\u{feff}jan@example.nl"] {
            assert_eq!(read(text), (Some("jan@example.nl".to_owned()), None), "{text:?}");
        }
    }

    #[test]
    fn two_addresses_are_never_chosen_between() {
        for text in [
            "jan@example.nl; piet@example.nl",
            "jan@example.nl,piet@example.nl",
            "jan@example.nl / piet@example.nl",
            "jan@example.nl\npiet@example.nl",
            "jan@example.nl piet@example.nl",
            "jan@example.nl en piet@example.nl",
            "jan@example.nl <piet@example.nl>",
            "Jan <jan@example.nl>, Piet <piet@example.nl>",
            "jan@example.nl; piet@exam",
        ] {
            assert_eq!(read(text), (None, Some(Reason::EmailMany)), "{text:?}");
        }
    }

    #[test]
    fn words_for_none_are_no_address_and_no_fault() {
        for text in
            ["n.v.t.", "NVT", "geen", "Geen e-mail", "-", "--", "?", "onbekend", "x", "x@x.nl", "geen@geen.nl", "#N/B"]
        {
            assert_eq!(read(text), (None, Some(Reason::EmailPlaceholder)), "{text}");
        }
        assert_eq!(read(" \u{a0}"), (None, None));
        assert_eq!(read("test@example.nl").1, None, "a real domain is no dummy");
    }

    #[test]
    fn what_is_no_address_says_why() {
        for (text, reason) in [
            ("jan.example.nl", Reason::EmailNoAt),
            ("jan jansen@example.nl", Reason::EmailSign),
            ("jan@example", Reason::EmailDomain),
            ("jan@@example.nl", Reason::EmailMany),
            ("jan..b@example.nl", Reason::EmailDot),
            ("jan@example.nl werk", Reason::EmailSign),
            ("ján@example.nl", Reason::EmailSign),
        ] {
            assert_eq!(read(text), (None, Some(reason)), "{text}");
        }
        assert_eq!(read(&format!("{}@example.nl", "a".repeat(3_000))).1, Some(Reason::EmailTooLong));
    }
}
