//! One letter: to which home, with which username.

use domain::home::{Home, Postcode};
use domain::language::Language;
use domain::username::Username;
use words::{Words, t};

/// What a letter asks of its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An e-mail address is linked: how to get in the first time.
    FirstLogin,
    /// No address is known: pass it on to the landlord.
    PassOnAddress,
}

/// A letter to one home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What it is about.
    pub kind: Kind,
    /// The home, as the client wrote it down.
    pub home: Home,
    /// The username of the home, permanent and no secret.
    pub username: Username,
    /// By which the client finds the home again; on the page as "Kenmerk".
    pub reference: Option<String>,
}

impl Letter {
    /// The lines of the address, for the window of the envelope: "De bewoner(s) van", the street or the build number, the
    /// postcode and the town. Dutch in every language: the postman reads them.
    #[must_use]
    pub fn address(&self) -> Vec<String> {
        address_of(&self.home)
    }

    /// One of each kind, and one of a home that has no address yet, for previews and tests.
    #[must_use]
    pub fn samples() -> Vec<Self> {
        let part = |text: &str| Some(text.to_owned());
        let home = Home {
            client_number: part("VHE-10442"),
            street: part("Tulpstraat"),
            house_number: part("12"),
            addition: part("A"),
            postcode: part("1234ab"),
            place: part("Almelo"),
            build_number: None,
        };
        let building = Home { build_number: part("17"), place: part("Almelo"), ..Home::default() };
        let of = |kind, home: &Home, username: &str| {
            let username = Username::parse_issued(username).ok()?;
            Some(Self { kind, home: home.clone(), username, reference: home.client_number.clone() })
        };
        let all = [
            of(Kind::FirstLogin, &home, "ALMELO01"),
            of(Kind::PassOnAddress, &home, "ALMELO02"),
            of(Kind::FirstLogin, &building, "ALMELO100"),
        ];
        all.into_iter().flatten().collect()
    }
}

/// The lines of the address of a home, for the window of the envelope.
pub(crate) fn address_of(home: &Home) -> Vec<String> {
    let w = Words::of(Language::Nl);
    let mut lines = vec![t!(w, "letter-to").into_owned()];
    let street = joined(&[&home.street, &home.house_number, &home.addition]);
    let has_number = home.house_number.is_some();
    lines.extend(street);
    match (&home.build_number, &home.client_number) {
        (Some(number), _) if !has_number => lines.push(t!(w, "letter-build-number", number = number).into_owned()),
        (None, Some(number)) if lines.len() == 1 => {
            lines.push(t!(w, "letter-home-number", number = number).into_owned());
        }
        _ => {}
    }
    let written = home.postcode.as_deref();
    let postcode = written.map(|code| Postcode::parse(code).map_or_else(|| code.to_owned(), |code| code.to_string()));
    lines.extend(joined(&[&postcode, &home.place]));
    lines
}

/// The parts that are there, with a blank between them.
fn joined(parts: &[&Option<String>]) -> Option<String> {
    let parts: Vec<&str> = parts.iter().filter_map(|part| part.as_deref()).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(home: Home) -> Vec<String> {
        Letter { home, ..Letter::samples().remove(0) }.address()
    }

    #[test]
    fn an_address_is_written_as_on_an_envelope() {
        let [linked, _, building] = Letter::samples().try_into().unwrap();
        assert_eq!(linked.address(), ["De bewoner(s) van", "Tulpstraat 12 A", "1234 AB Almelo"]);
        assert_eq!(building.address(), ["De bewoner(s) van", "Bouwnummer 17", "Almelo"]);
    }

    #[test]
    fn half_an_address_says_what_there_is() {
        let part = |text: &str| Some(text.to_owned());
        let numbered = Home { client_number: part("0012"), ..Home::default() };
        assert_eq!(address(numbered), ["De bewoner(s) van", "Woning 0012"]);
        let planned = Home { street: part("Tulpstraat"), build_number: part("7"), ..Home::default() };
        assert_eq!(address(planned), ["De bewoner(s) van", "Tulpstraat", "Bouwnummer 7"]);
        let odd = Home { house_number: part("12"), postcode: part("?"), ..Home::default() };
        assert_eq!(address(odd), ["De bewoner(s) van", "12", "?"]);
    }
}
