//! Who writes: the same on every letter of a run.

use domain::brand::Brand;
use domain::language::Language;
use domain::texts::{Own, Piece, Values};
use domain::username::Username;

use crate::{LetterError, Picture};

/// The longest address of a page: with a username it must stay a QR code that an old telephone reads at 30 mm.
const LONGEST_PAGE: usize = 120;

/// Who writes, in whose name, and where the reader goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letterhead {
    /// The name, colour and help text of the service. The text says who helps; empty: the landlord, in our words.
    pub brand: Brand,
    /// The client, as its tenants know it.
    pub landlord: String,
    /// The page "wachtwoord vergeten", whole and without a query: `https://…/login/accounts/pass/reset/`.
    pub reset_page: String,
    /// The client's own texts; a letter that they leave no room for has the standard ones.
    pub own: Own,
    /// The client's own logo, before the name of the service.
    pub logo: Option<Picture>,
}

impl Letterhead {
    /// An invented landlord, for previews and tests.
    #[must_use]
    pub fn sample() -> Self {
        Self {
            brand: Brand::sample(),
            landlord: "Woningstichting De Linde".to_owned(),
            reset_page: "https://login.example.nl/login/accounts/pass/reset/".to_owned(),
            own: Own::default(),
            logo: None,
        }
    }

    /// The own text of a piece. A letter is set once for all homes: no username is filled in.
    pub(crate) fn said(&self, language: Language, piece: Piece) -> Option<String> {
        let values = Values { landlord: &self.landlord, service: &self.brand.name, username: None };
        self.own.said(language, piece, &values)
    }

    /// The same without own texts.
    pub(crate) fn standard(&self) -> Self {
        Self { own: Own::default(), ..self.clone() }
    }

    /// The page with the username filled in, as QR codes and mails use it.
    pub(crate) fn page_for(&self, username: Option<&Username>) -> String {
        match username {
            Some(username) => format!("{}?username={}", self.reset_page, username.as_str()),
            None => self.reset_page.clone(),
        }
    }

    /// A page that is no address would be printed a thousand times before anybody sees it.
    pub(crate) fn check(&self) -> Result<(), LetterError> {
        let page = self.reset_page.as_str();
        let web = page.starts_with("https://") || page.starts_with("http://");
        let clean =
            page.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '"' | '\'' | '<' | '>' | '\\' | '?' | '#'));
        if web && clean && page.len() <= LONGEST_PAGE { Ok(()) } else { Err(LetterError::Page) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_web_address_is_printed() {
        let with = |page: &str| Letterhead { reset_page: page.to_owned(), ..Letterhead::sample() }.check();
        assert!(Letterhead::sample().check().is_ok());
        assert!(with("http://localhost:8080/login/accounts/pass/reset/").is_ok());
        let long = format!("https://example.nl/{}", "x".repeat(120));
        for bad in [
            "",
            "example.nl/",
            "https://example.nl/?a=b",
            "https://example.nl/ x",
            "javascript:x",
            "https://é.nl/",
            &long,
        ] {
            assert!(matches!(with(bad), Err(LetterError::Page)), "{bad}");
        }
    }

    #[test]
    fn the_page_holds_the_username_and_nothing_else() {
        let username = Username::parse_issued("ALMELO01").unwrap();
        let page = Letterhead::sample().page_for(Some(&username));
        assert_eq!(page, "https://login.example.nl/login/accounts/pass/reset/?username=ALMELO01");
    }
}
