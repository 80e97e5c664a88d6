//! The page of the demo shows every component: each class that a page uses stands on it too.

use std::collections::BTreeSet;

use domain::language::Language;

use super::gallery_tests::{Drawn, attribute, pages, tags};

/// What is no component, or cannot stand there: the parts of a whole page, and the code with a secret that a program draws.
const NOT_THERE: [&str; 2] = ["hs-qr", "hs-ending"];

/// The components of a page by their first names: `hs-field__hint` and `hs-field--wrong` are parts and states of `hs-field`.
fn components(drawn: &Drawn) -> BTreeSet<String> {
    let classes = tags(&drawn.html).filter_map(|tag| attribute(tag, "class")).flat_map(str::split_whitespace);
    let first = |class: &str| class.split("__").next().and_then(|name| name.split("--").next()).map(str::to_owned);
    classes.filter_map(first).filter(|name| name.starts_with("hs-")).collect()
}

#[test]
fn every_component_stands_on_the_page_of_components() {
    let drawn = pages(Language::Nl);
    let kit: BTreeSet<String> = drawn.iter().filter(|it| it.name.starts_with("kit")).flat_map(components).collect();
    let is_missing = |it: &String| !kit.contains(it) && !NOT_THERE.contains(&it.as_str());
    let missing: BTreeSet<String> = drawn.iter().flat_map(components).filter(is_missing).collect();
    assert!(missing.is_empty(), "{} lacks {missing:?}", super::kit::KIT);
    assert!(kit.len() > 60, "{kit:?}");
}

/// Without the page itself, nearly everything is missing.
#[test]
fn the_checker_sees_a_component_that_is_missing() {
    let drawn = pages(Language::Nl);
    let sign_in = components(&drawn[0]);
    assert!(drawn.iter().any(|page| !components(page).is_subset(&sign_in)));
    assert!(sign_in.contains("hs-field") && !sign_in.contains("hs-field__hint"));
}
