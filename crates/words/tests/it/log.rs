//! The log: every fixed word that a use case gives to a line as its reason has words in every language (law 11). What is
//! written in one place of the source and passed on to another is found where it is written.

use domain::first_login::progress::{Part, WorkList};
use domain::first_login::{Judgement, LetterChoice};
use domain::language::Language;
use domain::role::Role;
use domain::{proposal, tenant_change};
use words::Words;

use crate::files::source;

/// Who gives a line its reason, or passes one on to who does. The word is the last thing they are given.
const GIVERS: [&str; 9] = [
    ".because(",
    "homes_seen(",
    "Swap::draw(",
    "Make::draw(",
    "Erase::draw(",
    " log(",
    "super::log(",
    "told(",
    ".write(app, ctx,",
];

#[test]
fn every_reason_has_words_in_every_language() {
    let mut reasons = given();
    assert!(reasons.len() >= 8, "the source is read: {reasons:?}");
    reasons.extend(proposal::Reason::ALL.iter().map(ToString::to_string));
    reasons.extend(proposal::Kind::ALL.iter().map(ToString::to_string));
    reasons.extend(tenant_change::Kind::ALL.iter().map(ToString::to_string));
    reasons.extend(Part::ALL.iter().map(ToString::to_string));
    reasons.extend(WorkList::ALL.iter().map(ToString::to_string));
    reasons.extend(LetterChoice::ALL.iter().map(ToString::to_string));
    // Only rows that were taken over are undone.
    reasons.extend([Judgement::New, Judgement::Changed, Judgement::Unchanged].iter().map(ToString::to_string));
    reasons.extend(["csv", "json", "proposals"].map(str::to_owned));
    reasons.extend(Role::ALL.iter().flat_map(|from| Role::ALL.iter().map(move |to| format!("{from}-to-{to}"))));
    let silent = silent(&reasons);
    assert!(silent.is_empty(), "these would stand in the log as they are: {silent:?}");
}

#[test]
fn the_checker_sees_a_word_without_words() {
    let planted = r#"line = entry(app, ctx, by, act, about).because("review").with(app, "x");
        audit::homes_seen(app, ctx, &actor, (a, Subject::new("dwelling", d)), "two-moons").await?;"#;
    assert_eq!(reasons(planted), ["review", "two-moons"]);
    assert_eq!(silent(&reasons(planted)), ["two-moons"]);
}

fn given() -> Vec<String> {
    let app = source("rs").into_iter().filter(|(path, _)| path.components().any(|part| part.as_os_str() == "app"));
    app.filter(|(path, _)| path.components().any(|part| part.as_os_str() == "src"))
        .flat_map(|(_, text)| reasons(&text))
        .collect()
}

/// The words that a source text gives as a reason.
fn reasons(text: &str) -> Vec<String> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for giver in GIVERS {
        for (at, _) in text.match_indices(giver) {
            let given = &text[at + giver.len()..];
            let given = given[..end(given)].trim_end().trim_end_matches(',').strip_suffix('"');
            found.extend(given.and_then(|given| Some((at, given.rsplit_once('"')?.1.to_owned()))));
        }
    }
    found.sort();
    let is_fixed =
        |word: &String| !word.is_empty() && word.chars().all(|sign| sign.is_ascii_lowercase() || sign == '-');
    found.into_iter().map(|(_, word)| word).filter(is_fixed).collect()
}

/// Where the call ends that begins with this text.
fn end(given: &str) -> usize {
    let mut depth = 1_u32;
    let closes = given.char_indices().find(|(_, sign)| {
        depth = match sign {
            '(' => depth + 1,
            ')' => depth - 1,
            _ => depth,
        };
        depth == 0
    });
    closes.map_or(given.len(), |(at, _)| at)
}

/// Those that stand for themselves. In Dutch no word is what the source calls it; that a key stands in every language is
/// another test's.
fn silent(reasons: &[String]) -> Vec<&String> {
    let w = Words::of(Language::Nl);
    reasons.iter().filter(|word| w.why(word) == word.as_str()).collect()
}
