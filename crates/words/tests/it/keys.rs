//! Keys: the same in every language, with the same values; all that the source asks for are there,
//! with the values it gives, and none is left over.

use std::collections::{BTreeMap, BTreeSet};

use crate::files::{Message, language, languages, parse, source};

/// A place in the source that asks for words.
#[derive(Debug, PartialEq, Eq)]
struct Use {
    key: String,
    /// The names of the values given; `None` where the source does not show them.
    values: Option<BTreeSet<String>>,
}

#[test]
fn every_key_stands_in_every_language_with_the_same_values() {
    let dutch = language("nl");
    for code in languages() {
        let faults = differences(&dutch, &language(code));
        assert!(faults.is_empty(), "{code}.ftl against nl.ftl: {faults:#?}");
    }
}

#[test]
fn every_key_in_the_source_exists_and_gets_its_values() {
    let dutch = language("nl");
    let faults: Vec<String> = uses_in_source()
        .iter()
        .filter_map(|(file, asked)| fault(&dutch, asked).map(|why| format!("{file}: {why}")))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn no_key_is_left_over() {
    let dutch = language("nl");
    let left = left_over(&dutch, uses_in_source().into_iter().map(|(_, asked)| asked.key));
    assert!(left.is_empty(), "nobody asks for these keys: {left:#?}");
}

#[test]
fn the_checker_sees_planted_faults() {
    let one = parse("a-b = Dag { $name }\nc-d = Dag");
    let other = parse("a-b = Hello { $naam }");
    assert_eq!(differences(&one, &other).len(), 2);
    assert_eq!(left_over(&one, std::iter::once("a-b".to_owned())), ["c-d"]);

    let rust = r#"t!(w, "a-b", name = x.y(1, z)); assert!(w, "no-key"); key!("c-d"); w.t("e-f")"#;
    let found = uses(rust);
    assert_eq!(keys(&found), ["a-b", "c-d", "e-f"]);
    let faults: Vec<_> = found.iter().filter_map(|u| fault(&one, u)).collect();
    assert_eq!(faults.len(), 1, "{faults:?}");

    let html = r#"{{ w.with("a-b", &[("wrong", &name)]) }} {{ w.t("a-b") }}"#;
    let found = uses(html);
    assert_eq!(found.iter().filter_map(|u| fault(&one, u)).count(), 2);
}

fn left_over(messages: &BTreeMap<String, Message>, asked: impl Iterator<Item = String>) -> Vec<&String> {
    let mut used: BTreeSet<String> = asked.collect();
    used.extend(messages.values().flat_map(|message| message.quotes.clone()));
    messages.keys().filter(|key| !used.contains(*key)).collect()
}

fn differences(one: &BTreeMap<String, Message>, other: &BTreeMap<String, Message>) -> Vec<String> {
    let keys: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    keys.into_iter()
        .filter_map(|key| match (one.get(key), other.get(key)) {
            (Some(a), Some(b)) if a.values == b.values => None,
            (Some(a), Some(b)) => Some(format!("{key}: {:?} against {:?}", b.values, a.values)),
            (None, _) => Some(format!("{key} is not in the first")),
            (_, None) => Some(format!("{key} is missing")),
        })
        .collect()
}

fn fault(messages: &BTreeMap<String, Message>, asked: &Use) -> Option<String> {
    let Some(message) = messages.get(&asked.key) else {
        return Some(format!("{} does not exist", asked.key));
    };
    let mut wanted = message.values.clone();
    for quoted in &message.quotes {
        wanted.extend(messages.get(quoted)?.values.clone());
    }
    match &asked.values {
        Some(given) if *given != wanted => Some(format!("{} wants {wanted:?}, gets {given:?}", asked.key)),
        _ => None,
    }
}

fn keys(uses: &[Use]) -> Vec<&str> {
    uses.iter().map(|asked| asked.key.as_str()).collect()
}

fn uses_in_source() -> Vec<(String, Use)> {
    let mut all = Vec::new();
    for extension in ["rs", "html", "txt"] {
        for (path, text) in source(extension) {
            let bare: String = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .flat_map(|line| [line, "\n"])
                .collect();
            for asked in uses(&bare) {
                all.push((path.display().to_string(), asked));
            }
        }
    }
    all
}

/// Every `t!(…, "key"`, `key!("key"`, `.t("key"` and `.with("key"` in a source text. A key always
/// holds a `-`, so that other functions of these names do not count.
fn uses(text: &str) -> Vec<Use> {
    let mut found = Vec::new();
    for (mark, how) in [("t!(", How::Macro), ("key!(", How::Key), (".t(", How::Bare), (".with(", How::With)] {
        for (at, _) in text.match_indices(mark) {
            let before = text[..at].chars().next_back().unwrap_or(' ');
            let inside_a_name = before.is_alphanumeric() || before == '_';
            if mark.ends_with("!(") && inside_a_name {
                continue;
            }
            found.extend(read(&text[at + mark.len()..], how).map(|asked| (at, asked)));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, asked)| asked).collect()
}

#[derive(Clone, Copy, PartialEq)]
enum How {
    Macro,
    Key,
    Bare,
    With,
}

fn read(after: &str, how: How) -> Option<Use> {
    let arguments = split(call(after)?);
    let (first, values) = match how {
        How::Macro => (arguments.get(1)?, Some(arguments.get(2..)?)),
        How::Key | How::Bare => (arguments.first()?, None),
        How::With => (arguments.first()?, None),
    };
    let key = first.trim().strip_prefix('"')?.strip_suffix('"')?;
    if !key.contains('-') || !key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        return None;
    }
    let values = match how {
        How::Macro => {
            values.map(|list| list.iter().filter_map(|pair| Some(pair.split_once('=')?.0.trim().to_owned())).collect())
        }
        How::Key => None,
        How::Bare => Some(BTreeSet::new()),
        How::With => Some(
            arguments
                .get(1)?
                .split("(\"")
                .skip(1)
                .filter_map(|pair| Some(pair.split_once('"')?.0.to_owned()))
                .collect(),
        ),
    };
    Some(Use { key: key.to_owned(), values })
}

/// What stands between a `(`, just passed, and its `)`.
fn call(after: &str) -> Option<&str> {
    let mut depth = 1_u32;
    let mut in_text = false;
    let mut escaped = false;
    for (at, c) in after.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' => in_text = !in_text,
            '(' | '[' | '{' if !in_text => depth += 1,
            ')' | ']' | '}' if !in_text => {
                depth -= 1;
                if depth == 0 {
                    return Some(&after[..at]);
                }
            }
            _ => {}
        }
    }
    None
}

/// The arguments of a call, split at the commas of its own level.
fn split(arguments: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth, mut in_text) = (Vec::new(), 0, 0_i32, false);
    for (at, c) in arguments.char_indices() {
        match c {
            '"' => in_text = !in_text,
            '(' | '[' | '{' if !in_text => depth += 1,
            ')' | ']' | '}' if !in_text => depth -= 1,
            ',' if depth == 0 && !in_text => {
                parts.push(&arguments[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&arguments[start..]);
    parts.retain(|part| !part.trim().is_empty());
    parts
}
