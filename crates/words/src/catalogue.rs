//! The Fluent bundles, built once, and the look-up in them. A missing key or value never stops a
//! page: the Dutch words stand in, then the key itself, and the log says so once per key. That it
//! cannot happen is the work of the tests, which compare the files with each other and the source.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::{LazyLock, Mutex, PoisonError};

use domain::language::{Language, Side};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::disguise::{self, Disguise};

type Bundle = FluentBundle<FluentResource>;

macro_rules! sources {
    ($($name:ident, $code:literal, $tag:literal, $side:ident;)+) => {
        /// The file of a language.
        const fn source(language: Language) -> &'static str {
            match language {
                $(Language::$name => include_str!(concat!("../../../translations/", $code, ".ftl")),)+
            }
        }

        /// The bundle of a language.
        fn of(language: Language) -> &'static Bundle {
            match language {
                $(Language::$name => {
                    static IT: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::$name));
                    &IT
                })+
            }
        }
    };
}

domain::every_language!(sources);

/// Dutch in disguise.
fn disguised(disguise: Disguise) -> &'static Bundle {
    static LONG: LazyLock<Bundle> = LazyLock::new(|| disguised_bundle(Disguise::Long));
    static MIRRORED: LazyLock<Bundle> = LazyLock::new(|| disguised_bundle(Disguise::Mirrored));
    match disguise {
        Disguise::Long => &LONG,
        Disguise::Mirrored => &MIRRORED,
    }
}

fn disguised_bundle(disguise: Disguise) -> Bundle {
    let mut bundle = bundle(Language::Nl);
    bundle.set_transform(Some(disguise::put_on));
    bundle.set_use_isolating(disguise.begins() == Side::Right);
    bundle
}

fn bundle(language: Language) -> Bundle {
    let source = source(language);
    // The code decides the plural rules, nothing else.
    let rules = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![rules]);
    // Fluent can put U+2068 and U+2069 around every value, so that Arabic and Latin mix well. A language that runs from left to
    // right goes without: the marks break what people copy from a page or a mail, such as a username or an address.
    bundle.set_use_isolating(language.begins() == Side::Right);
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(readable, faults)| {
        tracing::error!(faults = faults.len(), "translation file with faults");
        readable
    });
    if let Err(doubles) = bundle.add_resource(resource) {
        tracing::error!(doubles = doubles.len(), "translation file with double keys");
    }
    bundle
}

/// The words behind `key` in `language`, or in the disguise.
pub(crate) fn say(
    language: Language,
    disguise: Option<Disguise>,
    key: &str,
    args: Option<&FluentArgs<'_>>,
) -> Cow<'static, str> {
    find(disguise.map_or_else(|| of(language), disguised), key, args)
        .or_else(|| {
            report(key, "no words in this language");
            find(of(Language::default()), key, args)
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
        assert_eq!(say(Language::En, None, "no-such-key", None), "no-such-key");
        assert!(say(Language::En, None, "time-hours", None).contains("hour"));
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
