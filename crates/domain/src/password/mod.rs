//! What makes a password good enough (NIST SP 800-63B-4, 3.1.1.2; ASVS 5.0, 6.1.2 and 6.2): long enough, and not one
//! that others try first. No rules about kinds of signs.
//!
//! The list of known passwords is another crate's and comes in as a closure. Nothing here keeps, shows or logs what it
//! looks at; what is copied is wiped.

mod patterns;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::{text_enum::UnknownWord, username::Username};
use patterns::{Folded, bare, fold, repeats, runs};

/// A password is never asked shorter than this, whatever the settings say.
pub const LEAST: usize = 8;

/// How long a password must and may be, in code points after [`normalise`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rules {
    /// At least this many; read through [`Rules::min_length`].
    min_length: usize,
    /// At most this many; never under 64.
    max_length: usize,
}

impl Default for Rules {
    fn default() -> Self {
        Self { min_length: 15, max_length: 1_024 }
    }
}

impl Rules {
    /// With that least length; a number under 8 counts as 8.
    #[must_use]
    pub fn at_least(min_length: usize) -> Self {
        Self { min_length, ..Self::default() }
    }

    /// The least length, never under 8 and never above 64.
    #[must_use]
    pub fn min_length(self) -> usize {
        self.min_length.clamp(LEAST, 64)
    }

    /// The greatest length, never under 64 and never above 1,024: hashing more would be a gift to attackers.
    #[must_use]
    pub fn max_length(self) -> usize {
        self.max_length.clamp(64, 1_024)
    }
}

/// What an attacker knows of this person, and must not be the password.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// The username of the home.
    pub username: Option<Username>,
    /// Names: brand, client, project, street, place, product; for staff the own address.
    pub words: Vec<String>,
}

/// Why a password is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fault {
    /// So many code points too short.
    TooShort {
        /// How many more it needs.
        missing: usize,
    },
    /// Longer than the rules allow.
    TooLong,
    /// Breached or common: attackers try it first.
    Known,
    /// The same sign or a short piece over and over.
    Repeats,
    /// Mostly signs in the order of the keyboard, the alphabet or the numbers.
    Run,
    /// Holds the username.
    Username,
    /// Hardly more than the name of the client, the project, the street or the product.
    Brand,
    /// One word of the dictionary with digits or signs around it.
    DutchWord,
}

impl Fault {
    /// The word by which the translations know it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TooShort { .. } => "too-short",
            Self::TooLong => "too-long",
            Self::Known => "known",
            Self::Repeats => "repeats",
            Self::Run => "run",
            Self::Username => "username",
            Self::Brand => "brand",
            Self::DutchWord => "dutch-word",
        }
    }
}

/// A password as it is judged, hashed and compared: NFKC, then outer white space gone. The same when set and when
/// checked.
#[must_use]
pub fn normalise(typed: &str) -> Zeroizing<String> {
    // Measured first: a growing string would leave copies behind that nobody wipes.
    let size = typed.nfkc().map(char::len_utf8).sum();
    let mut whole = Zeroizing::new(String::with_capacity(size));
    whole.extend(typed.nfkc());
    let kept = whole.trim();
    let mut trimmed = Zeroizing::new(String::with_capacity(kept.len()));
    trimmed.push_str(kept);
    trimmed
}

/// Judges a normalised password; `is_known` says whether a text stands in the list of known passwords and words.
///
/// # Errors
/// Every fault at once, so that nobody has to try twice to hear the second.
pub fn judge(
    password: &str,
    rules: &Rules,
    context: &Context,
    is_known: &dyn Fn(&str) -> bool,
) -> Result<(), Vec<Fault>> {
    let mut faults = Vec::new();
    let length = password.chars().count();
    if length > rules.max_length() {
        return Err(vec![Fault::TooLong]);
    }
    let missing = rules.min_length().saturating_sub(length);
    if missing > 0 {
        faults.push(Fault::TooShort { missing });
    }
    // An empty field is too short, and nothing more can be said of it.
    if length == 0 {
        return Err(faults);
    }
    faults.extend(known(password, is_known));
    let lower = bare(password, |_| true);
    let letters = bare(password, char::is_alphanumeric);
    if repeats(&lower, rules.min_length()) || repeats(&letters, rules.min_length()) {
        faults.push(Fault::Repeats);
    }
    if runs(&lower, rules.min_length()) || runs(&letters, rules.min_length()) {
        faults.push(Fault::Run);
    }
    faults.extend(named(password, rules, context, is_known));
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// The list of known ones, asked for the password itself and for what people do to a word to make it "safe".
fn known(password: &str, is_known: &dyn Fn(&str) -> bool) -> Option<Fault> {
    let lower = text(&bare(password, |_| true));
    let plain = text(&bare(password, char::is_alphanumeric));
    let undone = text(&patterns::letters_of(password));
    if [password, &lower, &plain, &undone].into_iter().any(|form| !form.is_empty() && is_known(form)) {
        return Some(Fault::Known);
    }
    // Stripped first, as `wachtwoord123!!!`; then with the disguise undone, as `w@chtw00rd123!!!`.
    let core = lower.trim_matches(|c: char| !c.is_alphabetic());
    let disguised = lower.trim_end_matches(|c: char| !c.is_alphabetic());
    let unmasked = text(&patterns::letters_of(disguised));
    let undone_core = text(&patterns::letters_of(core));
    let hit = [core, &undone_core, &unmasked].into_iter().any(|form| !form.is_empty() && is_known(form));
    hit.then_some(Fault::DutchWord)
}

fn text(chars: &[char]) -> Zeroizing<String> {
    let mut out = Zeroizing::new(String::with_capacity(chars.iter().map(|c| c.len_utf8()).sum()));
    out.extend(chars);
    out
}

/// The username, and the names around this person.
fn named(password: &str, rules: &Rules, context: &Context, is_known: &dyn Fn(&str) -> bool) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut rest = fold(password);
    if let Some(username) = &context.username {
        // The whole of it; its letters alone are a name like any other, below.
        if rest.contains(&fold(username.as_str()).signs()) {
            faults.push(Fault::Username);
        }
    }
    if without_names(&mut rest, context) {
        let left = rest.letters();
        let thin = left.chars().count() < (rules.min_length() / 2).max(4);
        if thin || is_known(&left) {
            faults.push(Fault::Brand);
        }
    }
    faults
}

/// Takes every name out, the longest first, and tells whether there was one.
fn without_names(rest: &mut Folded, context: &Context) -> bool {
    let prefix = context.username.as_ref().map(Username::letters);
    let mut names: Vec<Vec<char>> = Vec::new();
    for name in context.words.iter().map(String::as_str).chain(prefix) {
        let parts = name.split(|c: char| !c.is_alphanumeric());
        names.extend(parts.chain([name]).map(|part| fold(part).signs()).filter(|part| part.len() >= 3));
    }
    names.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    names.dedup();
    let mut found = false;
    for name in &names {
        found |= rest.remove(name);
    }
    found
}

/// One of each fault, so that translations can be checked for all of them.
pub const FAULTS: [Fault; 8] = [
    Fault::TooShort { missing: 1 },
    Fault::TooLong,
    Fault::Known,
    Fault::Repeats,
    Fault::Run,
    Fault::Username,
    Fault::Brand,
    Fault::DutchWord,
];

impl std::str::FromStr for Fault {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        FAULTS.into_iter().find(|fault| fault.as_str() == text).ok_or(UnknownWord)
    }
}
