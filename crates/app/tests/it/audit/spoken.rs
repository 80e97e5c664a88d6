//! What the use cases wrote into the log of a house must have words in every language: looked at whenever a house of a test
//! goes, so that no use case is forgotten.

use domain::language::Language;
use testkit::Fresh;
use words::Words;

/// The words that would stand in the log as they are. In Dutch none is what the source calls it; that a key stands in every
/// language is another test's.
pub(crate) fn unspoken(reasons: &[String], details: &[String]) -> Vec<String> {
    let w = Words::of(Language::Nl);
    let reasons = reasons.iter().map(String::as_str).filter(|word| w.why(word) == *word);
    // Addresses, projects, usernames and what a client calls a home are the same in any language; so are the signs between them.
    let of_data = |sign: char| sign.is_ascii_digit() || sign.is_uppercase() || "@/→–·".contains(sign);
    let is_name = |part: &&str| part.split(' ').all(|word| word.contains(of_data));
    let parts = details.iter().flat_map(|detail| detail.split(", ")).filter(|part| !part.is_empty() && !is_name(part));
    reasons.chain(parts.filter(|part| w.detail(part) == *part)).map(str::to_owned).collect()
}

/// Looks at all lines of a database.
pub(crate) fn check(fresh: &Fresh) {
    let Some(path) = fresh.url.strip_prefix("sqlite:") else { return };
    let Ok(log) = rusqlite::Connection::open(path) else { return };
    let all = |sql: &str| {
        let mut found = log.prepare(sql).unwrap();
        found.query_map([], |row| row.get::<_, String>(0)).unwrap().collect::<Result<Vec<_>, _>>().unwrap()
    };
    let reasons = all("SELECT DISTINCT reason FROM audit_line WHERE reason IS NOT NULL");
    let unspoken = unspoken(&reasons, &all("SELECT DISTINCT detail FROM audit_side"));
    assert!(unspoken.is_empty(), "these stand in the log as they are: {unspoken:?}");
}

#[test]
fn a_word_without_words_is_seen() {
    let said = |reasons: &[&str], details: &[&str]| {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        unspoken(&owned(reasons), &owned(details))
    };
    assert!(
        said(&["review", "clerk-to-org-admin"], &["2 stay, 1 ended", "k•••@l•••.nl as clerk", "linde/zuid"]).is_empty()
    );
    assert_eq!(said(&["two-moons"], &[]), ["two-moons"]);
    assert_eq!(said(&[], &["3 went, 1 ended"]), ["3 went"]);
}
