//! What the tests read: the translation files as trees, and the source of all crates.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use domain::language::Language;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// One message of a translation file.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Message {
    /// Every text in it, first variant to last, values as `{}`; one string per variant path.
    pub(crate) texts: Vec<String>,
    /// The names of its values.
    pub(crate) values: BTreeSet<String>,
    /// The messages it quotes.
    pub(crate) quotes: BTreeSet<String>,
}

/// The codes of the languages, and of their files.
pub(crate) fn languages() -> Vec<&'static str> {
    Language::ALL.map(Language::code).to_vec()
}

/// The messages of a language by key.
pub(crate) fn language(code: &str) -> BTreeMap<String, Message> {
    let path = root().join("translations").join(format!("{code}.ftl"));
    parse(&fs::read_to_string(path).unwrap())
}

/// The messages in a Fluent text. Panics on what Fluent cannot read and on a key that stands twice.
pub(crate) fn parse(source: &str) -> BTreeMap<String, Message> {
    let resource = fluent_syntax::parser::parse(source)
        .unwrap_or_else(|(_, faults)| panic!("translation file with faults: {faults:?}"));
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let pattern = message.value.unwrap_or_else(|| panic!("{} has no text", message.id.name));
        let mut found = Message::default();
        found.texts = flatten(&pattern, &mut found);
        let before = messages.insert(message.id.name.to_owned(), found);
        assert!(before.is_none(), "{} stands twice", message.id.name);
    }
    messages
}

/// The texts a pattern can give. Several choices in one pattern are varied one at a time, the others
/// staying on their last variant: enough to see every word.
fn flatten(pattern: &Pattern<&str>, found: &mut Message) -> Vec<String> {
    let mut texts = vec![String::new()];
    for element in &pattern.elements {
        let parts = match element {
            PatternElement::TextElement { value } => vec![(*value).to_owned()],
            PatternElement::Placeable { expression } => placeable(expression, found),
        };
        let last = texts.last().cloned().unwrap_or_default();
        let end = parts.last().cloned().unwrap_or_default();
        let varied: Vec<String> = parts[..parts.len() - 1].iter().map(|part| format!("{last}{part}")).collect();
        for text in &mut texts {
            text.push_str(&end);
        }
        texts.splice(0..0, varied);
    }
    texts
}

fn placeable(expression: &Expression<&str>, found: &mut Message) -> Vec<String> {
    match expression {
        Expression::Inline(inline) => vec![inline_text(inline, found)],
        Expression::Select { selector, variants } => {
            inline_text(selector, found);
            variants.iter().flat_map(|variant| flatten(&variant.value, found)).collect()
        }
    }
}

fn inline_text(inline: &InlineExpression<&str>, found: &mut Message) -> String {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.values.insert(id.name.to_owned());
            "{}".to_owned()
        }
        InlineExpression::MessageReference { id, .. } => {
            found.quotes.insert(id.name.to_owned());
            "{}".to_owned()
        }
        InlineExpression::StringLiteral { value } => (*value).to_owned(),
        InlineExpression::NumberLiteral { value } => (*value).to_owned(),
        other => panic!("terms and functions are not used here: {other:?}"),
    }
}

/// The folder with `Cargo.toml` and `translations/`.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Path and text of every file with this extension under `crates/*/src`, `crates/web/templates`.
pub(crate) fn source(extension: &str) -> Vec<(PathBuf, String)> {
    let mut folders = vec![root().join("crates/web/templates")];
    for entry in fs::read_dir(root().join("crates")).unwrap() {
        folders.push(entry.unwrap().path().join("src"));
    }
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                let text = fs::read_to_string(&path).unwrap();
                files.push((path, text));
            }
        }
    }
    files.sort();
    files
}
