//! Which words are said about a mail.

use std::borrow::Cow;

use app::where_is_my_mail::Moment;
use domain::diagnosis::{Diagnosis, What};
use words::Words;

/// What to say to who asks.
pub(super) fn sentence(w: Words, diagnosis: Diagnosis, meant: &str) -> Cow<'static, str> {
    w.t(match diagnosis {
        Diagnosis::TypingError => return words::t!(w, "staff-where-typing-error", meant = meant),
        Diagnosis::Vacant => words::key!("staff-where-vacant"),
        Diagnosis::NoAddress => words::key!("staff-where-no-address"),
        Diagnosis::Bounced => words::key!("staff-where-bounced"),
        Diagnosis::Full => words::key!("staff-where-full"),
        Diagnosis::Refused => words::key!("staff-where-refused"),
        Diagnosis::NothingAsked => words::key!("staff-where-nothing-asked"),
        Diagnosis::Unconfirmed => words::key!("staff-where-unconfirmed"),
        Diagnosis::Queued => words::key!("staff-where-queued"),
        Diagnosis::Limited => words::key!("staff-where-limited"),
        Diagnosis::Greylisted => words::key!("staff-where-greylisted"),
        Diagnosis::Deferred => words::key!("staff-where-deferred"),
        Diagnosis::Unreachable => words::key!("staff-where-unreachable"),
        Diagnosis::Merged => words::key!("staff-where-merged"),
        Diagnosis::Sent => words::key!("staff-where-sent"),
        Diagnosis::Used => words::key!("staff-where-used"),
        Diagnosis::AskAgain => words::key!("staff-where-ask-again"),
    })
}

/// What to do next.
pub(super) const fn next(diagnosis: Diagnosis) -> &'static str {
    match diagnosis {
        Diagnosis::Vacant => words::key!("staff-where-do-tenants"),
        Diagnosis::NoAddress => words::key!("staff-where-do-link"),
        Diagnosis::TypingError | Diagnosis::Bounced => words::key!("staff-where-do-correct"),
        Diagnosis::Full => words::key!("staff-where-do-room"),
        Diagnosis::Refused => words::key!("staff-where-do-other"),
        Diagnosis::NothingAsked | Diagnosis::AskAgain => words::key!("staff-where-do-ask"),
        Diagnosis::Unconfirmed => words::key!("staff-where-do-username"),
        Diagnosis::Queued | Diagnosis::Limited | Diagnosis::Greylisted => words::key!("staff-where-do-wait"),
        Diagnosis::Deferred => words::key!("staff-where-do-later"),
        Diagnosis::Unreachable => words::key!("staff-where-do-tell"),
        Diagnosis::Merged | Diagnosis::Sent => words::key!("staff-where-do-spam"),
        Diagnosis::Used => words::key!("staff-where-do-sign-in"),
    }
}

/// How it looks.
pub(super) const fn tone(diagnosis: Diagnosis) -> &'static str {
    match diagnosis {
        Diagnosis::NoAddress | Diagnosis::TypingError | Diagnosis::Bounced | Diagnosis::Unreachable => "wrong",
        Diagnosis::Sent | Diagnosis::Merged | Diagnosis::Used => "good",
        _ => "look",
    }
}

/// What kind of mail.
pub(super) fn kind(kind: &str) -> &'static str {
    match kind {
        "reset" => words::key!("staff-where-kind-reset"),
        "names" => words::key!("staff-where-kind-names"),
        "password_changed" => words::key!("staff-where-kind-changed"),
        "email_confirm" => words::key!("staff-where-kind-confirm"),
        _ => words::key!("staff-where-kind-other"),
    }
}

/// What happened.
pub(super) fn moment(w: Words, moment: &Moment, kind: &str) -> Cow<'static, str> {
    match moment {
        Moment::Asked => w.t("staff-where-asked"),
        Moment::Waits { until, limited: true } => words::t!(w, "staff-where-waits-limited", when = w.clock(*until)),
        Moment::Waits { until, limited: false } => words::t!(w, "staff-where-waits", when = w.clock(*until)),
        Moment::Said(what) => w.t(server(*what)),
        Moment::Merged => w.t("staff-where-was-merged"),
        Moment::Dropped(reason) => w.t(dropped(reason)),
        Moment::Dead(reason) => w.t(dead(reason)),
        Moment::Used if kind == "reset" => w.t("staff-where-password-set"),
        Moment::Used => w.t("staff-where-link-used"),
    }
}

const fn server(what: What) -> &'static str {
    match what {
        What::Accepted => words::key!("staff-where-said-accepted"),
        What::Deferred => words::key!("staff-where-said-deferred"),
        What::Greylisted => words::key!("staff-where-said-greylisted"),
        What::Unreachable => words::key!("staff-where-said-unreachable"),
        What::Unknown => words::key!("staff-where-said-unknown"),
        What::Refused => words::key!("staff-where-said-refused"),
        What::Delayed => words::key!("staff-where-said-delayed"),
        What::Bounced => words::key!("staff-where-said-bounced"),
        What::Delivered => words::key!("staff-where-said-delivered"),
        What::Passed => words::key!("staff-where-said-passed"),
        What::Unreadable => words::key!("staff-where-said-unreadable"),
    }
}

fn dropped(reason: &str) -> &'static str {
    match reason {
        "no-address" => words::key!("staff-where-dropped-no-address"),
        "refused-address" => words::key!("staff-where-dropped-refused"),
        "link-used" => words::key!("staff-where-dropped-used"),
        _ => words::key!("staff-where-dropped-other"),
    }
}

fn dead(reason: &str) -> &'static str {
    match reason {
        "recipient-refused" => words::key!("staff-where-dead-recipient"),
        "mailbox-full" => words::key!("staff-where-dead-full"),
        "too-late" => words::key!("staff-where-dead-late"),
        _ => words::key!("staff-where-dead-other"),
    }
}
