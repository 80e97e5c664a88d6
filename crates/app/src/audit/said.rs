//! A line of the log in words: the same on the page and in the files.

use domain::access::LogPlace;
use domain::audit::{Act, Door};
use domain::home::Home;
use domain::id::DwellingId;
use domain::time::Time;
use store::audit::Detail;
use words::Words;

use super::Told;

/// A line in words. What a reader may not see, and what is not known, is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Its number in the chain; none in the seconds before it gets one.
    pub number: Option<i64>,
    /// When.
    pub at: Time,
    /// Who.
    pub who: String,
    /// What, behind who.
    pub what: String,
    /// The home, for a link to its lines.
    pub dwelling: Option<DwellingId>,
    /// Its address, else its number.
    pub home: String,
    /// Its username.
    pub username: String,
    /// What else it is about.
    pub about: String,
    /// What was before and after.
    pub detail: String,
    /// That was erased.
    pub erased: bool,
    /// Why.
    pub why: String,
    /// Through which door.
    pub door: String,
}

impl Told {
    /// In words, as much of it as this reader may see.
    #[must_use]
    pub fn say(&self, w: Words, place: LogPlace) -> Said {
        let (line, names) = (&self.listed.line, &self.names);
        let known = |word: &str, key: Option<&'static str>| key.map_or_else(|| word.to_owned(), |key| w.t(key).into());
        let home = names.home.as_ref();
        Said {
            number: self.listed.seq,
            at: line.at,
            who: names.actor.clone().unwrap_or_else(|| w.t(words::audit::actor(&line.actor.0)).into_owned()),
            what: known(&line.act, Act::parse(&line.act).map(words::audit::act)),
            dwelling: home.map(|it| it.dwelling),
            home: home.map(|it| one_line(&it.home)).unwrap_or_default(),
            username: home.map(|it| it.username.clone()).unwrap_or_default(),
            about: match names.about.as_deref().filter(|about| names.actor.as_deref() != Some(*about)) {
                Some("") => w.t("service-lists-nameless").into_owned(),
                about => about.unwrap_or_default().to_owned(),
            },
            detail: match &self.listed.detail {
                Detail::Kept(kept) => w.detail(kept),
                Detail::Erased => w.t("service-log-erased").into_owned(),
                Detail::None | Detail::Hidden => String::new(),
            },
            erased: self.listed.detail == Detail::Erased,
            why: line
                .reason
                .as_deref()
                .filter(|_| place.whole)
                .map_or_else(String::new, |word| w.why(word).into_owned()),
            door: known(&line.door, Door::parse(&line.door).map(words::audit::door)),
        }
    }
}

/// The address of a home, else what the client knows it by.
pub(crate) fn one_line(home: &Home) -> String {
    let joined = |parts: &[&Option<String>]| {
        let there: Vec<&str> = parts.iter().filter_map(|part| part.as_deref()).collect();
        there.join(" ")
    };
    let street = joined(&[&home.street, &home.house_number, &home.addition]);
    let place = joined(&[&home.postcode, &home.place]);
    let address: Vec<String> = [street, place].into_iter().filter(|part| !part.is_empty()).collect();
    if address.is_empty() {
        return home.client_number.clone().or_else(|| home.build_number.clone()).unwrap_or_default();
    }
    address.join(", ")
}
