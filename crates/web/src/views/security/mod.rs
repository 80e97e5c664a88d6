//! The tab Beveiliging: the own password, the devices where one is signed in, ending everything, and a page for people who no
//! longer feel safe at home.

pub mod change_password;
pub mod end_everything;
pub mod overview;
pub mod passkeys;
pub mod safe_home;

use std::borrow::Cow;

use axum::http::StatusCode;
use domain::time::Span;
use words::Words;

/// Where the tab stands.
pub const SECURITY: &str = "/beveiliging/";
/// The own password changes here.
pub const CHANGE_PASSWORD: &str = "/beveiliging/wachtwoord/";
/// Everything ends here.
pub const END_EVERYTHING: &str = "/beveiliging/alles-intrekken/";
/// Where a passkey is made.
pub const NEW_PASSKEY: &str = "/beveiliging/passkeys/nieuw/";
/// What the browser made goes here; below it, each passkey.
pub const PASSKEYS: &str = "/beveiliging/passkeys/";
/// What a passkey is.
pub const WHAT_PASSKEY: &str = "/uitleg/passkeys/";
/// For people who no longer feel safe at home.
pub const SAFE_HOME: &str = "/uitleg/veilig-thuis/";

/// Why the password of now, typed once more, was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProofFault {
    /// Nothing was filled in.
    Empty,
    /// It is not the password.
    Wrong,
    /// The passkey was not taken.
    Passkey,
    /// Too many tries; the next one counts after this time.
    SlowedDown(Span),
}

impl ProofFault {
    fn text(self, w: Words) -> Cow<'static, str> {
        match self {
            Self::Empty => w.t("security-current-empty"),
            Self::Wrong => w.t("security-current-wrong"),
            Self::Passkey => w.t("passkey-prove-refused"),
            Self::SlowedDown(wait) => w.with("security-current-slowed", &[("wait", &w.lasts(wait))]),
        }
    }

    fn status(self) -> StatusCode {
        match self {
            Self::SlowedDown(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Empty | Self::Wrong | Self::Passkey => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}
