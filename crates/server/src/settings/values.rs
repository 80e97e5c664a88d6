//! Settings as they were given, before anybody knows what they mean: a flat list of keys from the file, and one from the
//! environment that wins. What was never asked for is unknown, and an error. Never shows a value: it may be a secret.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use domain::time::Span;
use secrecy::SecretString;

/// What all variables of ours begin with.
const PREFIX: &str = "HUISSLEUTEL_";

/// Variables that are no settings: the name of the file, and what tests of the program are told.
const NOT_SETTINGS: [&str; 2] = ["HUISSLEUTEL_CONFIG", "HUISSLEUTEL_TEST_"];

/// No secret is longer than this, in bytes.
const LONGEST_SECRET: u64 = 64 * 1024;

/// What is wrong with a setting: one line that says which, what, and what to do.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Fault(String);

impl Fault {
    /// A fault of keys that are wrong together.
    pub(super) fn of(keys: &str, what: &impl std::fmt::Display) -> Self {
        Self(format!("{keys}: {what}"))
    }
}

/// What was given.
#[derive(Default)]
pub(super) struct Values {
    file: BTreeMap<String, toml::Value>,
    place: PathBuf,
    environment: BTreeMap<String, String>,
    asked: BTreeSet<String>,
}

/// One value, and where it was given.
pub(super) struct Given {
    value: toml::Value,
    place: String,
    from_environment: bool,
}

impl Given {
    pub(super) fn fault(&self, what: &str) -> Fault {
        Fault(format!("{}: {what}", self.place))
    }
}

impl Values {
    /// Reads a TOML text; `place` is its name in errors.
    pub(super) fn with_file(mut self, text: &str, place: &Path) -> Result<Self, Fault> {
        // The message of the reader alone: its long form quotes the line, which may hold a password.
        let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
            let at = error.span().map_or(0, |span| span.start);
            let line = 1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count();
            Fault(format!("{} line {line}: not TOML ({})", place.display(), error.message().replace('\n', " ")))
        })?;
        place.clone_into(&mut self.place);
        flatten("", table, &mut self.file);
        Ok(self)
    }

    /// Takes the variables that are settings. One without content counts as not given.
    pub(super) fn with_environment(mut self, variables: &BTreeMap<String, String>) -> Self {
        for (name, value) in variables {
            let ours = name.strip_prefix(PREFIX).filter(|_| !NOT_SETTINGS.iter().any(|not| name.starts_with(not)));
            if let Some(path) = ours.filter(|_| !value.is_empty()) {
                self.environment.insert(path.to_lowercase().replace("__", "."), value.clone());
            }
        }
        self
    }

    /// A value, if it was given.
    fn given(&mut self, key: &str) -> Option<Given> {
        self.asked.insert(key.to_owned());
        if let Some(text) = self.environment.get(key) {
            let value = toml::Value::String(text.clone());
            return Some(Given { value, place: variable(key), from_environment: true });
        }
        let value = self.file.get(key)?.clone();
        Some(Given { value, place: format!("{key} in {}", self.place.display()), from_environment: false })
    }

    /// A text with where it came from; one that is empty counts as not given.
    pub(super) fn text(&mut self, key: &str) -> Result<Option<(String, Given)>, Fault> {
        let Some(given) = self.given(key) else { return Ok(None) };
        match given.value.as_str().map(str::to_owned) {
            Some(text) if text.trim().is_empty() => Ok(None),
            Some(text) => Ok(Some((text, given))),
            None => Err(given.fault("write a text between quotation marks")),
        }
    }

    /// A text that must be readable as something; `what` says what to write.
    pub(super) fn parsed<T: FromStr>(&mut self, key: &str, what: &str) -> Result<Option<T>, Fault> {
        let Some((text, given)) = self.text(key)? else { return Ok(None) };
        text.trim().parse().map(Some).map_err(|_| given.fault(what))
    }

    /// A whole number within bounds.
    pub(super) fn number(&mut self, key: &str, bounds: RangeInclusive<i64>) -> Result<Option<i64>, Fault> {
        let Some(given) = self.given(key) else { return Ok(None) };
        let number = match &given.value {
            toml::Value::Integer(number) => Some(*number),
            toml::Value::String(text) if given.from_environment => text.trim().parse().ok(),
            _ => None,
        };
        match number.filter(|number| bounds.contains(number)) {
            Some(number) => Ok(Some(number)),
            None => Err(given.fault(&format!("write a whole number, {} to {}", bounds.start(), bounds.end()))),
        }
    }

    /// A length of time within bounds.
    pub(super) fn span(&mut self, key: &str, bounds: RangeInclusive<Span>) -> Result<Option<Span>, Fault> {
        let Some((text, given)) = self.text(key)? else { return Ok(None) };
        match text.parse().ok().filter(|span| bounds.contains(span)) {
            Some(span) => Ok(Some(span)),
            None => Err(given.fault(&format!("write a length of time, {} to {}", bounds.start(), bounds.end()))),
        }
    }

    /// A list; with commas in the environment.
    pub(super) fn list<T: FromStr>(&mut self, key: &str, what: &str) -> Result<Option<Vec<T>>, Fault> {
        let Some(given) = self.given(key) else { return Ok(None) };
        let texts: Option<Vec<&str>> = match &given.value {
            toml::Value::Array(all) => all.iter().map(toml::Value::as_str).collect(),
            toml::Value::String(text) if given.from_environment => Some(text.split(',').collect()),
            _ => None,
        };
        let read = texts.and_then(|texts| texts.into_iter().map(|text| text.trim().parse().ok()).collect());
        read.map(Some).ok_or_else(|| given.fault(what))
    }

    /// A secret, or the contents of the file named by the same key with `_file` behind it.
    pub(super) fn secret(&mut self, key: &str) -> Result<Option<(SecretString, Given)>, Fault> {
        let by_file = format!("{key}_file");
        let (plain, named) = (self.text(key)?, self.text(&by_file)?);
        match (plain, named) {
            (None, None) => Ok(None),
            (Some((text, given)), None) => Ok(Some((text.into(), given))),
            (None, Some((path, given))) => read_secret(Path::new(&path), given).map(Some),
            (Some((text, given)), Some((path, named))) => match (given.from_environment, named.from_environment) {
                (true, false) => Ok(Some((text.into(), given))),
                (false, true) => read_secret(Path::new(&path), named).map(Some),
                _ => Err(named.fault(&format!("{} is given too; keep one of the two", given.place))),
            },
        }
    }

    /// Refuses what nobody asked for: a typing mistake must not be a silent default.
    pub(super) fn nothing_left(&self) -> Result<(), Fault> {
        let unknown = |key: &&String| !self.asked.contains(*key);
        if let Some(key) = self.environment.keys().find(unknown) {
            let hint = self.nearest(key).map_or_else(String::new, |near| format!("; did you mean {}?", variable(near)));
            return Err(Fault(format!("{}: there is no such setting{hint}", variable(key))));
        }
        if let Some(key) = self.file.keys().find(unknown) {
            let hint = self.nearest(key).map_or_else(String::new, |near| format!("; did you mean {near}?"));
            return Err(Fault(format!("{key} in {}: there is no such setting{hint}", self.place.display())));
        }
        Ok(())
    }

    /// Every key that was asked for.
    #[cfg(test)]
    pub(super) fn asked(&self) -> impl Iterator<Item = &String> {
        self.asked.iter()
    }

    fn nearest(&self, key: &str) -> Option<&str> {
        let near = self.asked.iter().map(|known| (distance(key, known), known.as_str()));
        near.filter(|(steps, _)| *steps <= 3).min().map(|(_, known)| known)
    }
}

/// A missing setting, and who needs it.
pub(super) fn missing(key: &str, who: &str) -> Fault {
    Fault(format!("{key} is missing, and {who} needs it: set it in the settings file, or as {}", variable(key)))
}

/// A fault that belongs to the file of settings itself.
pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> Fault {
    Fault(format!("the settings file {} cannot be read: {error}", path.display()))
}

/// The variable of a key.
pub(super) fn variable(key: &str) -> String {
    format!("{PREFIX}{}", key.to_uppercase().replace('.', "__"))
}

fn flatten(path: &str, table: toml::Table, into: &mut BTreeMap<String, toml::Value>) {
    for (key, value) in table {
        let whole = if path.is_empty() { key } else { format!("{path}.{key}") };
        match value {
            toml::Value::Table(inner) => flatten(&whole, inner, into),
            value => drop(into.insert(whole, value)),
        }
    }
}

fn read_secret(path: &Path, given: Given) -> Result<(SecretString, Given), Fault> {
    let failed = |error: std::io::Error| given.fault(&format!("{} cannot be read: {error}", path.display()));
    if std::fs::metadata(path).map_err(failed)?.len() > LONGEST_SECRET {
        return Err(given.fault("that file is too large to hold a secret"));
    }
    let mut text = std::fs::read_to_string(path).map_err(failed)?;
    text.truncate(text.trim_end_matches(['\r', '\n']).len());
    if text.is_empty() { Err(given.fault("that file is empty")) } else { Ok((text.into(), given)) }
}

/// Levenshtein's distance: how many signs to change, add or leave out.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut next = vec![i + 1];
        for (j, (b, pair)) in other.iter().zip(row.windows(2)).enumerate() {
            let (corner, above) = (pair.first().copied().unwrap_or(0), pair.last().copied().unwrap_or(0));
            let left = next.get(j).copied().unwrap_or(0);
            next.push((corner + usize::from(a != *b)).min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}
