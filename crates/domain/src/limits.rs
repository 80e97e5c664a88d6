//! How often something may be tried. A limit on asking merges or delays and never drops (PRODUCT 3.2); a limit on
//! guessing slows down and never locks the owner out (3.1). The numbers are settings.

use serde::Deserialize;

use crate::time::Span;

/// So many in a window of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Limit {
    /// How many are free.
    pub most: i64,
    /// In how many seconds.
    pub seconds: i64,
}

impl Limit {
    /// So many in so long.
    #[must_use]
    pub const fn new(most: i64, window: Span) -> Self {
        Self { most, seconds: window.micros() / 1_000_000 }
    }

    /// The length of the window.
    #[must_use]
    pub const fn window(&self) -> Span {
        Span::seconds(self.seconds)
    }
}

/// All limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Asking a mail for one account: in an hour.
    pub ask_account_hour: Limit,
    /// Asking a mail for one account: in a day.
    pub ask_account_day: Limit,
    /// Asking a mail from one source.
    pub ask_source: Limit,
    /// Asking a mail, overall.
    pub ask_overall: Limit,
    /// Mails to one mailbox.
    pub destination: Limit,
    /// How long a request over its limit waits, seconds.
    pub delay_seconds: i64,
    /// Passwords tried for one name by browsers that are not recognised.
    pub guess_account: Limit,
    /// Passwords tried by one recognised browser.
    pub guess_device: Limit,
    /// Passwords tried from one source.
    pub guess_source: Limit,
    /// Passwords tried, overall, by browsers that are not recognised.
    pub guess_overall: Limit,
    /// Codes tried for one member of staff.
    pub guess_code: Limit,
    /// Requests of one key.
    pub key: Limit,
    /// Accounts that one member of the help desk looks for or opens: beyond so many somebody is told, beyond twice as many it stops.
    pub desk_views: Limit,
    /// Wrong usernames behind the links of one request, before they end.
    pub wrong_usernames: i64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            ask_account_hour: Limit::new(3, Span::hours(1)),
            ask_account_day: Limit::new(8, Span::days(1)),
            ask_source: Limit::new(60, Span::hours(1)),
            ask_overall: Limit::new(20_000, Span::hours(1)),
            destination: Limit::new(5, Span::hours(1)),
            delay_seconds: 300,
            guess_account: Limit::new(10, Span::minutes(15)),
            guess_device: Limit::new(20, Span::minutes(15)),
            guess_source: Limit::new(300, Span::minutes(15)),
            guess_overall: Limit::new(30_000, Span::minutes(15)),
            guess_code: Limit::new(10, Span::minutes(15)),
            key: Limit::new(600, Span::minutes(1)),
            desk_views: Limit::new(40, Span::hours(1)),
            wrong_usernames: 5,
        }
    }
}

impl Limits {
    /// How long a request over its limit waits.
    #[must_use]
    pub const fn delay(&self) -> Span {
        Span::seconds(self.delay_seconds)
    }
}
