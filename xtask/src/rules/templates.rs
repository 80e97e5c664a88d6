//! Rules about page templates: no visible word is a literal, and nothing needs more than the strict content policy gives.
//!
//! Reads templates as text, roughly: tags, expressions and comments are taken away, and what is left is what a person would see.

use super::Fault;
use crate::house::{File, House};

/// Attributes that people see or hear.
const SPOKEN: &[&str] =
    &["alt", "title", "placeholder", "aria-label", "aria-description", "aria-roledescription", "label"];

/// Templates that print text unescaped, and why that text is ours.
const OUR_OWN_MARKUP: &[(&str, &str)] =
    &[("crates/web/templates/invitation/factor.html", "the QR code is SVG that we drew ourselves")];

/// What the content policy refuses, or what would slip past escaping.
const REFUSED: &[(&str, &str)] = &[
    (" style=", "inline style is refused by the content policy: use a class"),
    ("<style", "inline style is refused by the content policy: use a style sheet"),
    (" onclick=", "inline script is refused by the content policy: use a module"),
    (" onsubmit=", "inline script is refused by the content policy: use a module"),
    (" onload=", "inline script is refused by the content policy: use a module"),
    (" onchange=", "inline script is refused by the content policy: use a module"),
    ("javascript:", "inline script is refused by the content policy: use a module"),
    ("src=\"http", "everything a page needs comes from the house itself"),
    ("src=\"//", "everything a page needs comes from the house itself"),
    ("<script>", "inline script is refused by the content policy: use a module"),
    ("|safe", "unescaped text on a page: let the view hold a type that renders itself"),
    ("| safe", "unescaped text on a page: let the view hold a type that renders itself"),
];

fn templates(house: &House) -> impl Iterator<Item = &File> {
    house.files.iter().filter(|file| file.path.contains("/templates/") && file.is(&["html", "svg", "txt"]))
}

/// Visible words come from the translations.
pub(crate) fn words(house: &House) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in templates(house) {
        let text = without_expressions(file.text.as_deref().unwrap_or_default());
        for (number, line) in visible(&text).lines().enumerate() {
            if let Some(word) = first_word(line) {
                faults.push(Fault::at(
                    &file.path,
                    number + 1,
                    format!("{word:?} is a literal: take it from the translations"),
                ));
            }
        }
        for (number, line) in text.lines().enumerate() {
            for word in SPOKEN.iter().filter_map(|name| attribute(line, name)).filter_map(first_word) {
                faults.push(Fault::at(
                    &file.path,
                    number + 1,
                    format!("{word:?} is a literal in an attribute that is read out"),
                ));
            }
        }
    }
    faults
}

/// Pages stay inside their content policy.
pub(crate) fn strict(house: &House) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in templates(house).filter(|file| file.path.starts_with("crates/web/")) {
        for (number, line) in file.lines() {
            let ours = OUR_OWN_MARKUP.iter().any(|(path, _)| *path == file.path);
            let counts = |pattern: &str| !(ours && pattern.ends_with("safe"));
            for (_, why) in REFUSED.iter().filter(|(pattern, _)| counts(pattern) && line.contains(pattern)) {
                faults.push(Fault::at(&file.path, number, *why));
            }
        }
    }
    faults
}

/// Takes `{{ … }}`, `{% … %}` and `{# … #}` away, keeping line breaks.
fn without_expressions(text: &str) -> String {
    let pairs = [("{#", "#}"), ("{{", "}}"), ("{%", "%}")];
    pairs.iter().fold(text.to_owned(), |text, (open, close)| without(&text, open, close))
}

/// What is left without comments and tags, entities being no words.
fn visible(text: &str) -> String {
    let bare = without(&without(text, "<!--", "-->"), "<", ">");
    without(&bare, "&", ";")
}

/// Takes every stretch from `open` to `close` away, keeping its line breaks. An `open` that is never closed stays.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(open) {
        let Some(length) = rest[start + open.len()..].find(close) else { break };
        let end = start + open.len() + length + close.len();
        kept.push_str(&rest[..start]);
        kept.extend(rest[start..end].chars().filter(|c| *c == '\n'));
        rest = &rest[end..];
    }
    kept.push_str(rest);
    kept
}

/// The first run of two or more letters. A single letter or a sign (×, →) is no word, nor is a path, one of our classes, or an
/// attribute that a macro writes outside a tag.
fn first_word(line: &str) -> Option<&str> {
    let technical =
        |token: &&str| token.contains('/') || token.contains("=\"") || token.starts_with("hs-") || token.ends_with('"');
    let words = line.split_whitespace().filter(|token| !technical(token));
    words.flat_map(|token| token.split(|c: char| !c.is_alphabetic())).find(|word| word.chars().count() > 1)
}

fn attribute<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    line.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> House {
        House::of_files(&[("crates/web/templates/a.html", text)])
    }

    #[test]
    fn expressions_tags_and_entities_are_no_words() {
        let good = "{% if a %}\n<p class=\"lead\" aria-label=\"{{ t.label }}\">{{ t.hello }} &rarr; ×</p>\n{# a note #}{% endif %}";
        assert!(words(&page(good)).is_empty());
    }

    #[test]
    fn literals_are_found_where_they_stand() {
        let faults = words(&page("<p>\n  {{ a }}\n  Hallo\n</p>\n<img alt=\"Een deur\">"));
        let places: Vec<&str> = faults.iter().map(|fault| fault.place.as_str()).collect();
        assert_eq!(places, ["crates/web/templates/a.html:3", "crates/web/templates/a.html:5"]);
    }

    #[test]
    fn paths_classes_and_written_attributes_are_no_words() {
        let good = "{% block width %} hs-main--wide{% endblock %}\n<a href=\"/\">/login/</a>\n aria-describedby=\"{{ id }}-hint {{ id }}-error\"";
        assert!(words(&page(good)).is_empty(), "{:?}", words(&page(good)));
        assert_eq!(words(&page("<p>/login/ Inloggen</p>")).len(), 1);
    }

    #[test]
    fn unescaped_text_is_refused_unless_it_is_our_own_markup() {
        assert_eq!(strict(&page("{{ name|safe }}")).len(), 1);
        let listed = OUR_OWN_MARKUP[0].0;
        assert!(strict(&House::of_files(&[(listed, "{{ qr_svg|safe }}")])).is_empty());
        assert_eq!(strict(&House::of_files(&[(listed, "<p style=\"color:red\">{{ qr_svg|safe }}</p>")])).len(), 1);
    }

    #[test]
    fn scripts_have_a_source_in_the_house() {
        assert!(strict(&page("<script type=\"module\" src=\"/assets/a.js\"></script>")).is_empty());
        assert_eq!(strict(&page("<script src=\"https://cdn.test/a.js\"></script>")).len(), 1);
        assert_eq!(strict(&page("<script>alert(1)</script>")).len(), 1);
    }
}
