//! In which language a page speaks: `?lang=`, then (signed in only) the account, then `Accept-Language`, then Dutch. No
//! cookie remembers it: a page that was asked for with `?lang=` hands it on in its own links and forms.

use domain::language::Language;
use words::{Disguise, Words};

use crate::forms::Fields;

/// What `?lang=` asks for: a language, or in the demo a disguise of Dutch that shows whether pages hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// A language.
    Language(Language),
    /// Dutch, in disguise.
    Disguise(Disguise),
}

impl Asked {
    /// What a query asks for, if that is something of ours.
    #[must_use]
    pub fn of(query: &Fields, demo: bool) -> Option<Self> {
        let code = query.get("lang")?;
        let disguise = Disguise::parse(code).filter(|_| demo);
        Language::parse(code).map(Self::Language).or(disguise.map(Self::Disguise))
    }

    /// The language of the answer.
    #[must_use]
    pub fn language(self) -> Language {
        match self {
            Self::Language(language) => language,
            Self::Disguise(disguise) => Words::in_disguise(disguise).language(),
        }
    }

    /// As it stands in `?lang=`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Language(language) => language.code(),
            Self::Disguise(disguise) => disguise.code(),
        }
    }
}

/// The words of an answer in this language, in the disguise that was asked for.
#[must_use]
pub fn words(language: Language, asked: Option<Asked>) -> Words {
    match asked {
        Some(Asked::Disguise(disguise)) => Words::in_disguise(disguise),
        _ => Words::of(language),
    }
}

/// Items of `Accept-Language` that are looked at.
const MOST: usize = 32;

/// The language of an answer. `account` is the language of whoever is signed in.
#[must_use]
pub fn choose(asked: Option<Asked>, account: Option<Language>, accept: Option<&str>) -> Language {
    asked.map(Asked::language).or(account).or_else(|| accept.and_then(accepted)).unwrap_or_default()
}

/// The best of our languages in an `Accept-Language` header (RFC 9110, 12.5.4): the highest weight, the first of equals.
fn accepted(header: &str) -> Option<Language> {
    let mut best: Option<(u32, Language)> = None;
    for item in header.split(',').take(MOST) {
        let (tag, weight) = item.split_once(';').map_or((item, 1000), |(tag, rest)| (tag, weight(rest)));
        let Some(language) = Language::parse(tag.trim()) else { continue };
        if weight > best.map_or(0, |(weight, _)| weight) {
            best = Some((weight, language));
        }
    }
    best.map(|(_, language)| language)
}

/// `q=0.8` in thousandths; what cannot be read counts for nothing.
fn weight(parameter: &str) -> u32 {
    let Some(value) = parameter.trim().strip_prefix(['q', 'Q']).and_then(|rest| rest.trim().strip_prefix('=')) else {
        return 0;
    };
    let (whole, part) = value.trim().split_once('.').unwrap_or((value.trim(), "0"));
    match (whole.parse::<u32>(), format!("{part:0<3}").get(..3).map(str::parse::<u32>)) {
        (Ok(0), Some(Ok(part))) => part,
        (Ok(1), _) => 1000,
        _ => 0,
    }
}

/// Hands the language on: every link and form of the page that leads to a page of ours asks for it too. The pages are
/// our own templates, which write attributes with double quotes and escape those in values.
#[must_use]
pub fn keep(html: &str, asked: Asked) -> String {
    let mut kept = String::with_capacity(html.len() + 512);
    let mut rest = html;
    while let Some((at, length)) = next_link(rest) {
        let (before, link) = rest.split_at(at + length);
        let (link, after) = link.split_at(link.find('"').unwrap_or(link.len()));
        kept.push_str(before);
        if link.starts_with(crate::assets::ROOT) || link.contains("lang=") {
            kept.push_str(link);
        } else {
            let (page, place) = link.split_at(link.find('#').unwrap_or(link.len()));
            let joint = if page.contains('?') { "&amp;" } else { "?" };
            kept.push_str(&format!("{page}{joint}lang={}{place}", asked.code()));
        }
        rest = after;
    }
    kept.push_str(rest);
    kept
}

/// Where the next link or form to a path of ours stands, and how long the words before the path are.
fn next_link(html: &str) -> Option<(usize, usize)> {
    const MARKS: [&str; 2] = [" href=\"/", " action=\"/"];
    // The slash belongs to the path.
    MARKS.iter().filter_map(|mark| html.find(mark).map(|at| (at, mark.len() - 1))).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{En, Nl};

    #[test]
    fn the_order_is_that_of_the_contract() {
        assert_eq!(choose(Some(Asked::Language(En)), Some(Nl), Some("nl")), En);
        assert_eq!(choose(Some(Asked::Disguise(Disguise::Long)), Some(En), Some("en")), Nl);
        assert_eq!(choose(None, Some(En), Some("nl")), En);
        assert_eq!(choose(None, None, Some("en")), En);
        assert_eq!(choose(None, None, Some("xx, yy;q=0.9")), Nl);
        assert_eq!(choose(None, None, None), Nl);
    }

    /// People are never offered a disguise, and outside the demo it is no language at all.
    #[test]
    fn only_the_demo_knows_disguises() {
        let asked = |query: &str, demo| Asked::of(&Fields::parse(query.as_bytes()).expect("a query"), demo);
        for disguise in Disguise::ALL {
            let query = format!("lang={}", disguise.code());
            assert_eq!(asked(&query, false), None);
            assert_eq!(asked(&query, true), Some(Asked::Disguise(disguise)));
            assert!(Language::ALL.iter().all(|language| language.code() != disguise.code()));
            assert_eq!(accepted(disguise.code()), None);
        }
        for demo in [false, true] {
            assert_eq!(asked("lang=en-GB", demo), Some(Asked::Language(En)));
            assert_eq!(asked("lang=QPS", demo), None);
            assert_eq!(asked("", demo), None);
        }
    }

    #[test]
    fn accept_language_is_read_with_its_weights() {
        for (header, language) in [
            ("en-GB,en;q=0.9,nl;q=0.8", Some(En)),
            ("nl;q=0.5, en;q=0.7", Some(En)),
            ("nl,en", Some(Nl)),
            ("en;q=0, nl;q=0.1", Some(Nl)),
            ("en;q=0", None),
            ("xx-XX, EN-us ; q=0.30", Some(En)),
            ("*", None),
            ("", None),
            ("en;q=nonsense, nl;q=0.001", Some(Nl)),
            ("en;q=9, nl;q=0.1", Some(Nl)),
            (";;;,,,=;q", None),
        ] {
            assert_eq!(accepted(header), language, "{header}");
        }
    }

    #[test]
    fn links_and_forms_keep_the_language() {
        let html = r##"<a href="/login/">a</a><form action="/login/?with=x" method="post"><a href="#username"><link href="/assets/a.css"><a href="/?lang=nl"><a href="/?x=1#rows"><a href="https://example.nl/"><p>href="/no"</p>"##;
        let kept = r##"<a href="/login/?lang=en">a</a><form action="/login/?with=x&amp;lang=en" method="post"><a href="#username"><link href="/assets/a.css"><a href="/?lang=nl"><a href="/?x=1&amp;lang=en#rows"><a href="https://example.nl/"><p>href="/no"</p>"##;
        let english = Asked::Language(En);
        assert_eq!(keep(html, english), kept);
        assert_eq!(keep("", english), "");
        assert_eq!(keep("<a href=\"/", english), "<a href=\"/?lang=en");
        assert_eq!(keep("<a href=\"/\">", Asked::Disguise(Disguise::Mirrored)), "<a href=\"/?lang=qpr\">");
    }
}
