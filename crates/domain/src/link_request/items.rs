//! What stands in a line: addresses and accounts, in the order in which they stand there.

use crate::email::Address;
use crate::username::Skeleton;

/// A thing in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// An address.
    Address(Address),
    /// An account, as written.
    Account(String, Skeleton),
}

/// What a line holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) items: Vec<Item>,
    /// There stands an address that cannot be read with certainty.
    pub(super) broken: bool,
}

/// Signs that wrap an address in a text and are never its end.
const WRAPS: &[char] =
    &['<', '>', '(', ')', '[', ']', '"', '“', '”', '„', '‘', '’', '*', '`', ',', ';', '.', ':', '!', '?', '|', '_'];

/// Reads a line.
pub(super) fn of_line(line: &str) -> Line {
    let mut found = Line::default();
    let words =
        line.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '|' | ',' | ';' | '(' | ')' | '[' | ']'));
    for word in words.filter(|word| !word.is_empty()) {
        if word.contains('@') {
            match mention_or_address(word) {
                Some(Ok(address)) => found.items.push(Item::Address(address)),
                Some(Err(())) => found.broken = true,
                None => {}
            }
        } else if let Some((account, skeleton)) = account(word) {
            found.items.push(Item::Account(account, skeleton));
        }
    }
    // A mail program writes a link behind the address itself: `jan@example.nl<mailto:jan@example.nl>`.
    found.items.dedup();
    found
}

/// `None` for "@Jan", with which people call each other.
fn mention_or_address(word: &str) -> Option<Result<Address, ()>> {
    let word = word.trim_matches(WRAPS).trim_matches('\'');
    let lower = word.to_ascii_lowercase();
    let word = lower.find("mailto:").and_then(|at| word.get(at + 7..)).unwrap_or(word);
    let word = labelled(word);
    let (local, domain) = word.split_once('@')?;
    if local.is_empty() && !domain.contains('@') {
        return None;
    }
    // Such signs are allowed in an address, yet they rather stand between two things.
    let odd = local.contains(['/', '=', '!', '#', '$', '%', '&', '?', '^', '{', '}', '~', '`', '*']);
    let address = Address::parse(word).map_err(|_| ());
    Some(if odd { Err(()) } else { address })
}

/// Takes away a label without a blank behind it: `E-mail:jan@example.nl`.
fn labelled(word: &str) -> &str {
    let split = word.rsplit_once([':', '=']).filter(|(label, rest)| !rest.is_empty() && !label.contains('@'));
    split.map_or(word, |(_, rest)| rest)
}

/// A username as it is issued, with `O` for 0 and `I` or `l` for 1 forgiven: letters, and then at least two digits.
fn account(word: &str) -> Option<(String, Skeleton)> {
    let word = labelled(word).trim_matches(WRAPS).trim_matches(['\'', '/', '-']);
    let slip = |c: char| c.is_ascii_digit() || "oOiIlL".contains(c);
    if !(4..=40).contains(&word.len()) || !word.chars().all(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let letters = word.trim_end_matches(slip);
    let tail = word.get(letters.len()..)?;
    let number = tail.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let last: String = tail.chars().rev().take(2).collect();
    let begins = word.chars().take(2).all(|c| c.is_ascii_alphabetic());
    let fits = begins
        && letters.bytes().all(|b| b.is_ascii_alphabetic())
        && !number.is_empty()
        && last.len() == 2
        && last.contains(|c: char| c.is_ascii_digit());
    fits.then(|| Skeleton::typed(word).map(|skeleton| (word.to_owned(), skeleton)))?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> String {
        let read = of_line(line);
        let items = read.items.iter().map(|item| match item {
            Item::Address(address) => address.as_str().to_owned(),
            Item::Account(account, skeleton) => format!("{account}={}", skeleton.as_str()),
        });
        let told: Vec<String> = items.chain(read.broken.then(|| "broken".to_owned())).collect();
        told.join(" ")
    }

    #[test]
    fn addresses_and_accounts_are_found_in_their_wrapping() {
        for (line, found) in [
            ("Graag jan@example.nl koppelen aan ALMELO01.", "jan@example.nl ALMELO01=a1me1001"),
            ("\"Jan\" <jan@example.nl>, account: almeloO1", "jan@example.nl almeloO1=a1me1001"),
            ("jan@example.nl<mailto:jan@example.nl> / ALMEL0I2", "jan@example.nl ALMEL0I2=a1me1012"),
            ("E-mail:jan@example.nl Account:ALMELO01", "jan@example.nl ALMELO01=a1me1001"),
            ("*ALMELO01*\tjan.o'neil+huis@example.nl", "ALMELO01=a1me1001 jan.o'neil+huis@example.nl"),
            ("@Jan, bel 0546-123456, postcode 7601 AB, NL91ABNA0417164300", ""),
            ("'jan@example.nl'", "jan@example.nl"),
            ("jan@", "broken"),
            ("ALMELO01/jan@example.nl", "broken"),
            ("jan@example@nl", "broken"),
            ("jan@localhost", "broken"),
            ("Covid-19 mp3 A1 B12", ""),
        ] {
            assert_eq!(told(line), found, "{line}");
        }
    }
}
