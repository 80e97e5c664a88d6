//! Addresses in a text. Mail programs make a link of whatever looks like one, so an address in a client's own text would lead
//! residents away from the one link that a mail has: the best lure there is. It is refused rather than shown.

/// What a word looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Looks {
    /// Like a word.
    Plain,
    /// Like the address of a page.
    Web,
    /// Like an e-mail address.
    Email,
}

/// Signs that end a word beside blanks.
const ENDS: &[char] = &['<', '>', '(', ')', '[', ']', '"', '“', '”', '„', '‘', '’', '\'', ',', ';', '|'];

/// Signs that a mail program may take for a full stop.
const STOPS: &[char] = &['.', '\u{2024}', '\u{3002}', '\u{ff0e}', '\u{ff61}'];

/// The words of a line that are addresses: where each begins, counted in characters from 0, and what it looks like.
pub(super) fn addresses(line: &str) -> Vec<(usize, &str, Looks)> {
    let mut found = Vec::new();
    let (mut at, mut rest) = (0, line);
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_whitespace() || ENDS.contains(&c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let looks = looks(word);
        if looks != Looks::Plain {
            found.push((at, word, looks));
        }
        let skipped = after.chars().next().map_or(0, char::len_utf8);
        at += word.chars().count() + usize::from(skipped > 0);
        rest = after.split_at(skipped).1;
    }
    found
}

fn looks(word: &str) -> Looks {
    let lower = word.to_lowercase();
    let begins = ["www.", "mailto:", "javascript:", "data:"].iter().any(|start| lower.contains(start));
    if lower.contains("://") || begins {
        return Looks::Web;
    }
    if lower.contains(['@', '\u{ff20}', '\u{fe6b}']) {
        return Looks::Email;
    }
    if names_a_place(&lower) { Looks::Web } else { Looks::Plain }
}

/// Something, a full stop, and at least two letters at once: `delinde.nl`. A text without a blank after its full stop looks so too,
/// and to a mail program it is the same.
fn names_a_place(word: &str) -> bool {
    let signs: Vec<char> = word.chars().collect();
    let inside = |at: usize| signs.get(at).copied();
    (1..signs.len()).any(|at| {
        let stop = inside(at).is_some_and(|c| STOPS.contains(&c));
        let before = inside(at - 1).is_some_and(|c| c.is_alphanumeric() || c == '}' || c == '-');
        let placeholder = inside(at + 1) == Some('{');
        let letters = [at + 1, at + 2].into_iter().all(|next| inside(next).is_some_and(char::is_alphabetic));
        stop && before && (letters || placeholder)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_words() {
        for web in [
            "delinde.nl",
            "https://x",
            "WWW.Linde.NL",
            "mijn.linde.nl/wachtwoord",
            "{dienst}.nl",
            "a。nl",
            "nl.{dienst}",
            "x.nl:80",
        ] {
            assert_eq!(looks(web), Looks::Web, "{web}");
        }
        for email in ["hulp@delinde.nl", "a@b", "x＠y.nl"] {
            assert_eq!(looks(email), Looks::Email, "{email}");
        }
        for plain in ["a.u.b.", "m.b.v.", "9.00", "0800-1234.", "Linde.", "...", "e.d.", "12.3%", ".nl", "uur."] {
            assert_eq!(looks(plain), Looks::Plain, "{plain}");
        }
    }

    #[test]
    fn each_is_found_at_its_place() {
        let found = addresses("Zié (delinde.nl), of <b@c.nl>");
        assert_eq!(found, [(5, "delinde.nl", Looks::Web), (22, "b@c.nl", Looks::Email)]);
    }
}
