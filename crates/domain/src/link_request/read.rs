//! From the text of a mail to what it asks for.

use unicode_normalization::UnicodeNormalization;

use super::items::{self, Line};
use super::pairs::{self, Pair};
use super::{Asked, MOST, Reading, Residents, Unclear, dates, part};
use crate::email::Address;
use crate::language::Language;
use crate::username::invisible;

/// So many characters of a mail are read; who writes more is read by a person.
const LONGEST: usize = 50_000;

/// A mail as it is read.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// The subject.
    pub subject: &'a str,
    /// The text, with a line per row of a table.
    pub body: &'a str,
    /// Addresses that are never asked for: the sender's, and those it was sent to.
    pub own: &'a [Address],
}

const LINKS: &[&str] = &[
    "koppel",
    "link",
    "connect",
    "toevoeg",
    "toe te voegen",
    "registre",
    "aanmeld",
    "aanpass",
    "wijzig",
    "verander",
    "instell",
    "zetten op",
    "invoer",
    "register",
    "change",
    "update",
    "add ",
];
const ARRIVES: &[&str] = &[
    "mutatie",
    "nieuwe huurder",
    "nieuwe bewoner",
    "nieuwe bewoonster",
    "huurderswissel",
    "bewonerswissel",
    "new tenant",
    "new resident",
    "tenant change",
];
const STAYS: &[&str] = &[
    "zelfde huurder",
    "zelfde bewoner",
    "huidige huurder",
    "huidige bewoner",
    "zittende huurder",
    "same tenant",
    "same resident",
    "current tenant",
    "current resident",
];
const LEAVES: &[&str] = &[
    "vorige huurder",
    "vorige bewoner",
    "oude huurder",
    "oude bewoner",
    "vertrokken",
    "verhuisd",
    "verhuist",
    "overleden",
    "moved out",
    "previous tenant",
    "former tenant",
    "has left",
];
const NOBODY: &[&str] = &["geen nieuwe huurder", "geen nieuwe bewoner", "no new tenant", "leegstand", "staat leeg"];
const CONTRARY: &[&str] = &[
    "ontkoppel",
    "niet koppel",
    "niet meer koppel",
    "niet te koppel",
    "niet gekoppeld worden",
    "loskoppel",
    "verwijder",
    "annule",
    "intrekken",
    "trek ik in",
    "niet aan te passen",
    "unlink",
    "disconnect",
    "do not link",
    "don't link",
    "remove",
    "cancel",
    "in plaats van",
    "i.p.v",
    "ipv ",
    "instead of",
    "toch niet",
    "vervallen",
    "klopt niet",
    "onjuist",
];
const PASSWORDS: &[&str] = &["wachtwoord", "password", "inloggegevens", "inlogcode"];
const ASKS_PASSWORD: &[&str] = &[
    "wachtwoord sturen",
    "wachtwoord toesturen",
    "wachtwoord geven",
    "wachtwoord door",
    "wachtwoord mailen",
    "wachtwoord reset",
    "nieuw wachtwoord",
    "wachtwoord wijzig",
    "wachtwoord instellen voor",
    "wachtwoord vergeten",
    "wachtwoord kwijt",
    "send the password",
    "send a password",
    "new password",
    "reset the password",
    "reset password",
    "password reset",
];
const ENGLISH: &[&str] = &["please", "account of", "tenant", "link the", "connect the", "regards", "address to"];

const DUTCH: &[&str] = &["graag", "koppelen", "huurder", "bewoner", "groet", "alvast", "wachtwoord", "mailadres"];

/// The language in which a mail is answered: English for what is English and nothing else, Dutch for all others.
#[must_use]
pub fn language(text: Text<'_>) -> Language {
    let all = [text.subject, text.body].map(|part| part.chars().take(LONGEST).collect::<String>().to_lowercase());
    let says = |words: &[&str]| words.iter().any(|word| all.iter().any(|part| part.contains(word)));
    if says(ENGLISH) && !says(DUTCH) { Language::En } else { Language::Nl }
}

const LETTER: &[&str] = &["brief", "brieven", "letter", "letters"];

/// The mail asks for the letter for the resident: its own text names one.
#[must_use]
pub fn asks_letter(body: &str) -> bool {
    let own = plain(body);
    let parts = part::take("", &own);
    let words = parts.own.iter().flat_map(|line| line.split(|c: char| !c.is_alphanumeric()));
    words.map(str::to_lowercase).any(|word| LETTER.contains(&word.as_str()))
}

/// What the text asks for.
#[must_use]
pub fn read(text: Text<'_>) -> Reading {
    if text.body.chars().nth(LONGEST).is_some() || text.subject.chars().nth(1_000).is_some() {
        return Reading::Person(Unclear::TooMany);
    }
    let (subject, body) = (plain(text.subject), plain(text.body));
    let parts = part::take(&subject, &body);
    let own = Wanted::new(&subject, &parts.own, text.own);
    let passed_on =
        !parts.forwarded.is_empty() && own.lines.iter().skip(1).all(|line| line.items.is_empty() && !line.broken);
    let answer = if passed_on {
        // Both have a say: "niet koppelen" above what is passed on is the contrary of it.
        let both: Vec<&str> = parts.own.iter().chain(&parts.forwarded).copied().collect();
        Wanted::new(&subject, &both, text.own).reading()
    } else {
        own.reading()
    };
    // An answer to an old mail, "bedankt!", asks nothing; a person looks whether the old one was answered.
    let empty = matches!(answer, Reading::Person(Unclear::NoRequest | Unclear::NoAccount | Unclear::NoAddress));
    if empty && !parts.quoted.is_empty() && Wanted::new(&subject, &parts.quoted, text.own).has_pair() {
        return Reading::Person(Unclear::Quoted);
    }
    answer
}

/// Without what nobody sees, with plain blanks and the forms that a person takes for the same sign.
fn plain(text: &str) -> String {
    text.nfkc().filter(|c| !invisible(*c) || *c == '\n' || *c == '\t').collect()
}

/// What is read of one part.
struct Wanted {
    text: String,
    told: Vec<String>,
    lines: Vec<Line>,
}

impl Wanted {
    fn new(subject: &str, part: &[&str], own: &[Address]) -> Self {
        let told: Vec<String> = std::iter::once(subject).chain(part.iter().copied()).map(str::to_lowercase).collect();
        let not_asked = |item: &items::Item| match item {
            items::Item::Address(address) => own.iter().any(|own| own.search_key() == address.search_key()),
            items::Item::Account(..) => false,
        };
        let lines = std::iter::once(subject).chain(part.iter().copied()).map(|line| {
            let mut line = items::of_line(line);
            line.items.retain(|item| !not_asked(item));
            line
        });
        Self { lines: lines.collect(), text: told.join("\n"), told }
    }

    fn says(&self, any: &[&str]) -> bool {
        any.iter().any(|word| self.text.contains(word))
    }

    fn has_pair(&self) -> bool {
        pairs::of(&self.lines).is_ok()
    }

    fn reading(&self) -> Reading {
        let named = self.lines.iter().any(|line| !line.items.is_empty() || line.broken);
        let asks_password = self.says(ASKS_PASSWORD);
        if asks_password || (self.says(PASSWORDS) && !self.has_pair()) {
            // With an address beside it, there may be more to it than a password.
            let address =
                self.lines.iter().flat_map(|line| &line.items).any(|item| matches!(item, items::Item::Address(_)));
            let more = address || self.lines.iter().any(|line| line.broken) || self.says(ARRIVES);
            return if more { Reading::Person(Unclear::Password) } else { Reading::Password };
        }
        if !named || !(self.says(LINKS) || self.says(ARRIVES)) {
            return Reading::Person(Unclear::NoRequest);
        }
        self.requests().map_or_else(Reading::Person, Reading::Requests)
    }

    fn requests(&self) -> Result<Vec<Asked>, Unclear> {
        if self.lines.iter().any(|line| line.broken) {
            return Err(Unclear::Address);
        }
        if self.says(CONTRARY) {
            return Err(Unclear::Contrary);
        }
        let pairs = pairs::of(&self.lines)?;
        if pairs.len() > MOST {
            return Err(Unclear::TooMany);
        }
        let residents = self.residents(&pairs)?;
        pairs.into_iter().map(|pair| self.asked(pair, residents)).collect()
    }

    /// What the text says to the question of law 7.
    fn residents(&self, pairs: &[Pair]) -> Result<Option<Residents>, Unclear> {
        match (self.says(ARRIVES), self.says(STAYS)) {
            (true, true) => Err(Unclear::Residents),
            (arrives, _) if self.says(NOBODY) || (!arrives && self.says(LEAVES)) => Err(Unclear::Residents),
            (true, false) => {
                // In a list where some lines only say that somebody comes, nothing is known of the others.
                let said =
                    |at: usize| self.told.get(at).is_some_and(|line| ARRIVES.iter().any(|word| line.contains(word)));
                let some = pairs.iter().filter(|pair| said(pair.line)).count();
                let above = (0..self.told.len()).any(|at| said(at) && !pairs.iter().any(|pair| pair.line == at));
                if some == pairs.len() || above { Ok(Some(Residents::New)) } else { Err(Unclear::Mixed) }
            }
            (false, true) => Ok(Some(Residents::Same)),
            (false, false) => Ok(None),
        }
    }

    fn asked(&self, pair: Pair, residents: Option<Residents>) -> Result<Asked, Unclear> {
        let first = if residents == Some(Residents::New) { Some(self.first_day(&pair)?) } else { None };
        let Pair { account, skeleton, address, .. } = pair;
        Ok(Asked { account, skeleton, address, residents, first })
    }

    /// The day in the line of the pair, else the only one of the whole.
    fn first_day(&self, pair: &Pair) -> Result<crate::time::Day, Unclear> {
        let english = self.says(ENGLISH);
        let own = dates::find(self.told.get(pair.line).map_or("", String::as_str), english);
        let days = if own == dates::Days::default() { dates::find(&self.text, english) } else { own };
        days.only().ok_or(Unclear::Day)
    }
}
