//! The page for whatever cannot be answered: what to do next, a short code for the help desk, a way out.

use std::borrow::Cow;

use askama::Template;
use axum::http::StatusCode;
use domain::time::Span;
use words::key;

use super::{Page, View};

/// A page that says why there is no other page.
#[derive(Debug, Template)]
#[template(path = "error.html")]
pub struct ErrorPage {
    /// What every page has.
    pub page: Page,
    /// What went wrong.
    pub kind: ErrorKind,
    /// The code of this one request, where the log has more than the page says.
    pub code: Option<String>,
}

/// The code of a page behind a link that is no longer alive; each kind of error has one of its own ([`ErrorKind::code`]).
/// People read these out on the telephone, and `docs/handleiding/foutcodes.md` says what each means.
pub const DEAD_LINK: &str = "HS-410";

/// What went wrong, as far as the visitor can act on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// 400: the request makes no sense.
    BadRequest,
    /// 403: no right.
    Forbidden,
    /// 403: the form came from another site, or the cookie is gone.
    OtherSite,
    /// 404: nothing there, or nothing of yours.
    NotFound,
    /// 405: this address takes no such request.
    WrongMethod,
    /// 413: too much was sent.
    TooLarge,
    /// 429: too often; try again after this time.
    TooMany(Span),
    /// 500: a fault of ours.
    Internal,
    /// 503: too busy, or the database is away; try again after this time.
    Unavailable(Span),
    /// 503: it was being done, and nobody knows whether it was; look before doing it again.
    OutcomeUnknown(Span),
}

impl ErrorKind {
    /// The code that the page shows and the help desk looks up: the status of the answer, and numbers that HTTP does not
    /// have for the two kinds that share a status with another.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::BadRequest => "HS-400",
            Self::Forbidden => "HS-403",
            Self::OtherSite => "HS-490",
            Self::NotFound => "HS-404",
            Self::WrongMethod => "HS-405",
            Self::TooLarge => "HS-413",
            Self::TooMany(_) => "HS-429",
            Self::Internal => "HS-500",
            Self::Unavailable(_) => "HS-503",
            Self::OutcomeUnknown(_) => "HS-590",
        }
    }

    /// The key of what the page is called.
    const fn title(self) -> &'static str {
        match self {
            Self::BadRequest => key!("error-bad-request"),
            Self::Forbidden => key!("error-forbidden"),
            Self::OtherSite => key!("error-other-site"),
            Self::NotFound => key!("error-not-found"),
            Self::WrongMethod => key!("error-wrong-method"),
            Self::TooLarge => key!("error-too-large"),
            Self::TooMany(_) => key!("error-too-many"),
            Self::Internal => key!("error-internal"),
            Self::Unavailable(_) => key!("error-unavailable"),
            Self::OutcomeUnknown(_) => key!("error-unknown"),
        }
    }
}

impl View for ErrorPage {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t(self.kind.title())
    }

    fn status(&self) -> StatusCode {
        match self.kind {
            ErrorKind::BadRequest => StatusCode::BAD_REQUEST,
            ErrorKind::Forbidden | ErrorKind::OtherSite => StatusCode::FORBIDDEN,
            ErrorKind::NotFound => StatusCode::NOT_FOUND,
            ErrorKind::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            ErrorKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            ErrorKind::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            ErrorKind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            ErrorKind::Unavailable(_) | ErrorKind::OutcomeUnknown(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn for_staff(&self) -> bool {
        self.page.signed_in.as_ref().is_some_and(|signed_in| !signed_in.places.is_empty())
    }
}

impl ErrorPage {
    fn what_to_do(&self) -> Cow<'static, str> {
        let w = self.page.w;
        match self.kind {
            ErrorKind::BadRequest => w.t("error-bad-request-do"),
            ErrorKind::Forbidden => w.t("error-forbidden-do"),
            ErrorKind::OtherSite => w.t("error-other-site-do"),
            ErrorKind::NotFound => w.t("error-not-found-do"),
            ErrorKind::WrongMethod => w.t("error-wrong-method-do"),
            ErrorKind::TooLarge => w.t("error-too-large-do"),
            ErrorKind::TooMany(wait) => w.with("error-too-many-do", &[("wait", &w.lasts(wait))]),
            ErrorKind::Internal => w.t("error-internal-do"),
            ErrorKind::Unavailable(wait) => w.with("error-unavailable-do", &[("wait", &w.lasts(wait))]),
            ErrorKind::OutcomeUnknown(_) => w.t("error-unknown-do"),
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state =
            |kind, code: Option<&str>| Self { page: page.at("/onbekend/"), kind, code: code.map(str::to_owned) };
        vec![
            ("error-bad-request", state(ErrorKind::BadRequest, None)),
            ("error-forbidden", state(ErrorKind::Forbidden, Some("7KQ4-M2XD"))),
            ("error-other-site", state(ErrorKind::OtherSite, None)),
            ("error-not-found", state(ErrorKind::NotFound, None)),
            ("error-wrong-method", state(ErrorKind::WrongMethod, None)),
            ("error-too-large", state(ErrorKind::TooLarge, None)),
            ("error-too-many", state(ErrorKind::TooMany(Span::minutes(5)), None)),
            ("error-internal", state(ErrorKind::Internal, Some("7KQ4-M2XD"))),
            ("error-unknown", state(ErrorKind::OutcomeUnknown(Span::seconds(2)), Some("7KQ4-M2XD"))),
            ("error-unavailable", state(ErrorKind::Unavailable(Span::seconds(2)), Some("7KQ4-M2XD"))),
        ]
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use domain::language::Language;

    use super::*;

    /// The guide of the help desk: code and what the person sees, of every row of its table.
    fn in_the_guide(text: &str) -> BTreeMap<String, String> {
        let rows = text.lines().filter_map(|line| line.strip_prefix("| **HS-"));
        let cells = rows.map(|row| row.split('|').map(str::trim).collect::<Vec<_>>());
        cells.map(|cells| (format!("HS-{}", cells[0].trim_end_matches("**")), cells[1].to_owned())).collect()
    }

    fn in_the_code() -> BTreeMap<String, String> {
        let page = Page::sample(Language::Nl);
        let drawn = ErrorPage::samples(&page);
        let kinds = drawn.iter().map(|(_, view)| (view.kind.code().to_owned(), view.title().into_owned()));
        let dead = (DEAD_LINK.to_owned(), page.w.t("dead-title").into_owned());
        kinds.chain([dead]).collect()
    }

    #[test]
    fn the_guide_names_every_code_as_the_page_does() {
        let known = in_the_guide(include_str!("../../../../docs/handleiding/foutcodes.md"));
        assert_eq!(known, in_the_code());
        let planted = "| **HS-404** | Deze pagina is weg | x |\n| HS-500 | niets | x |";
        assert_ne!(in_the_guide(planted), in_the_code());
        assert_eq!(in_the_guide(planted).len(), 1);
    }

    #[test]
    fn every_error_page_shows_a_code_of_its_own_and_a_way_on() {
        let samples = ErrorPage::samples(&Page::sample(Language::Nl));
        let codes: BTreeMap<&str, &str> = samples.iter().map(|(name, view)| (view.kind.code(), *name)).collect();
        assert_eq!(codes.len(), samples.len(), "{codes:?}");
        assert!(!codes.contains_key(DEAD_LINK));
        for (name, view) in &samples {
            let html = view.render().expect("a page");
            assert!(html.contains(view.kind.code()), "{name}");
            assert!(!view.what_to_do().is_empty() && html.contains("class=\"hs-ways\""), "{name}");
            // Codes that can be mistaken for another on the telephone would be no help.
            assert!(view.kind.code().is_ascii() && view.kind.code().len() == 6, "{name}");
        }
    }
}
