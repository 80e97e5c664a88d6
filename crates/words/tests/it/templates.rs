//! Templates hold no words of their own: what can be read on a page comes from the translations.

use crate::files::source;

/// Attributes that a person reads or hears.
const SPOKEN: [&str; 5] = ["alt", "title", "placeholder", "aria-label", "aria-description"];

#[test]
fn no_template_holds_words() {
    let mut faults = Vec::new();
    for (path, text) in source("html") {
        for words in literal_words(&text) {
            faults.push(format!("{}: {words}", path.display()));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_checker_sees_planted_words() {
    let clean = r#"{# a note #}<!-- another --><p class="x">{{ w.t("a-b") }}: {% if a > b %}&nbsp;{% endif %}
        <img alt="" title="{{ w.t("c-d") }}"> <style>p { color: red }</style></p>"#;
    assert_eq!(literal_words(clean), Vec::<String>::new());
    let attributes =
        r#"{% block class %}hs-wide{% endblock %}{% macro m() %} aria-invalid="true" id="{{ x }}-hint"{% endmacro %}"#;
    assert_eq!(literal_words(attributes), Vec::<String>::new());
    assert_eq!(literal_words(r#"{% macro m() %} aria-label="Sluit"{% endmacro %}"#), ["Sluit"]);
    assert_eq!(literal_words("<p>Dag {{ name }}</p>"), ["Dag"]);
    assert_eq!(literal_words(r#"<img alt="een huis">"#), ["een huis"]);
    assert_eq!(literal_words(r#"<a aria-label='Sluit {{ x }}'>"#), ["Sluit"]);
}

fn literal_words(template: &str) -> Vec<String> {
    let mut text = template.to_owned();
    for (open, close) in
        [("{#", "#}"), ("{%", "%}"), ("{{", "}}"), ("<!--", "-->"), ("<style", "</style>"), ("<script", "</script>")]
    {
        text = without(&text, open, close);
    }
    let mut found = Vec::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find('<') {
        note(&rest[..at], &mut found);
        let end = tag_end(&rest[at..]);
        for spoken in SPOKEN {
            for quote in ['"', '\''] {
                let mark = format!(" {spoken}={quote}");
                if let Some((_, value)) = rest[at..at + end].split_once(&mark) {
                    note(value.split(quote).next().unwrap_or(""), &mut found);
                }
            }
        }
        rest = &rest[at + end..];
    }
    note(rest, &mut found);
    found
}

fn note(text: &str, found: &mut Vec<String>) {
    let text = without(&without_attributes(text), "&", ";");
    // Blocks that fill a class attribute hold names of our own sheet; no word begins so.
    let words: Vec<&str> = text.split_whitespace().filter(|word| !word.starts_with("hs-")).collect();
    if words.iter().any(|word| word.chars().any(char::is_alphabetic)) {
        found.push(words.join(" "));
    }
}

/// Macros and blocks that fill a tag leave attributes outside one: those that nobody reads are dropped.
fn without_attributes(text: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("=\"") {
        let start = before.trim_end_matches(|c: char| c.is_ascii_lowercase() || c == '-').len();
        let (value, later) = after.split_once('"').unwrap_or((after, ""));
        left.push_str(before.get(..start).unwrap_or(before));
        if SPOKEN.contains(&before.get(start..).unwrap_or_default()) {
            left.push_str(value);
        }
        rest = later;
    }
    left + rest
}

fn tag_end(from: &str) -> usize {
    let mut quote = None;
    for (at, c) in from.char_indices() {
        match (c, quote) {
            ('>', None) => return at + 1,
            ('"' | '\'', None) => quote = Some(c),
            (_, Some(open)) if c == open => quote = None,
            _ => {}
        }
    }
    from.len()
}

fn without(text: &str, open: &str, close: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        let Some((_, later)) = after.split_once(close) else {
            break;
        };
        left.push_str(before);
        left.push(' ');
        rest = later;
    }
    left + rest
}
