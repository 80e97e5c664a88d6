//! The Fluent bundles, built once, and the look-up in them. A missing key or value never stops a
//! page: the Dutch words stand in, then the key itself, and the log says so once per key. That it
//! cannot happen is the work of the tests, which compare the files with each other and the source.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::{LazyLock, Mutex, PoisonError};

use domain::language::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

type Bundle = FluentBundle<FluentResource>;

static DUTCH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Nl, include_str!("../../../translations/nl.ftl")));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::En, include_str!("../../../translations/en.ftl")));

fn of(language: Language) -> &'static Bundle {
    match language {
        Language::Nl => &DUTCH,
        Language::En => &ENGLISH,
    }
}

fn bundle(language: Language, source: &str) -> Bundle {
    // The code decides the plural rules, nothing else.
    let rules = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![rules]);
    // Fluent would put U+2068 and U+2069 around every value, so that Arabic and Latin mix well.
    // All our languages run left to right, and the marks break what people copy from a page or a
    // mail: a username, a link, an address.
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(readable, faults)| {
        tracing::error!(faults = faults.len(), "translation file with faults");
        readable
    });
    if let Err(doubles) = bundle.add_resource(resource) {
        tracing::error!(doubles = doubles.len(), "translation file with double keys");
    }
    bundle
}

/// The words behind `key` in `language`.
pub(crate) fn say(language: Language, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
    find(of(language), key, args)
        .or_else(|| {
            report(key, "no words in this language");
            find(&DUTCH, key, args)
        })
        .unwrap_or_else(|| Cow::Owned(key.to_owned()))
}

fn find(bundle: &'static Bundle, key: &str, args: Option<&FluentArgs<'_>>) -> Option<Cow<'static, str>> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut faults = Vec::new();
    let said = bundle.format_pattern(pattern, args, &mut faults);
    if !faults.is_empty() {
        report(key, "a value is missing");
    }
    Some(said)
}

fn report(key: &str, fault: &'static str) {
    static TOLD: LazyLock<Mutex<HashSet<String>>> = LazyLock::new(Mutex::default);
    let mut told = TOLD.lock().unwrap_or_else(PoisonError::into_inner);
    if told.insert(key.to_owned()) {
        tracing::error!(key, fault, "words missing");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_key_answers_itself_and_a_missing_value_does_not_stop_the_text() {
        assert_eq!(say(Language::En, "no-such-key", None), "no-such-key");
        assert!(say(Language::En, "time-hours", None).contains("hour"));
    }

    #[test]
    fn handles_can_go_to_any_thread() {
        fn shared<T: Send + Sync>(_: &T) {}
        shared(of(Language::Nl));
        shared(&crate::Words::of(Language::Nl));
    }

    #[test]
    fn values_come_out_bare() {
        let said = crate::t!(Language::En, "time-hours", count = 24);
        assert_eq!(said, "24 hours");
        assert!(!said.contains(['\u{2068}', '\u{2069}']));
    }
}
