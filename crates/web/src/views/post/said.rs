//! Which words are said about a mail.

use std::borrow::Cow;

use app::where_is_my_mail::Moment;
use domain::diagnosis::{Diagnosis, What};
use words::Words;

/// What to say to who asks.
pub(super) fn sentence(w: Words, diagnosis: Diagnosis, meant: &str) -> Cow<'static, str> {
    w.t(match diagnosis {
        Diagnosis::TypingError => return words::t!(w, "mail-post-typing-error", meant = meant),
        Diagnosis::Vacant => words::key!("mail-post-vacant"),
        Diagnosis::NoAddress => words::key!("mail-post-no-address"),
        Diagnosis::Bounced => words::key!("mail-post-bounced"),
        Diagnosis::Full => words::key!("mail-post-full"),
        Diagnosis::Refused => words::key!("mail-post-refused"),
        Diagnosis::NothingAsked => words::key!("mail-post-nothing-asked"),
        Diagnosis::Unconfirmed => words::key!("mail-post-unconfirmed"),
        Diagnosis::Queued => words::key!("mail-post-queued"),
        Diagnosis::Limited => words::key!("mail-post-limited"),
        Diagnosis::Greylisted => words::key!("mail-post-greylisted"),
        Diagnosis::Deferred => words::key!("mail-post-deferred"),
        Diagnosis::Unreachable => words::key!("mail-post-unreachable"),
        Diagnosis::Merged => words::key!("mail-post-merged"),
        Diagnosis::Sent => words::key!("mail-post-sent"),
        Diagnosis::Used => words::key!("mail-post-used"),
        Diagnosis::AskAgain => words::key!("mail-post-ask-again"),
    })
}

/// What to do next.
pub(super) const fn next(diagnosis: Diagnosis) -> &'static str {
    match diagnosis {
        Diagnosis::Vacant => words::key!("mail-post-do-tenants"),
        Diagnosis::NoAddress => words::key!("mail-post-do-link"),
        Diagnosis::TypingError | Diagnosis::Bounced => words::key!("mail-post-do-correct"),
        Diagnosis::Full => words::key!("mail-post-do-room"),
        Diagnosis::Refused => words::key!("mail-post-do-other"),
        Diagnosis::NothingAsked | Diagnosis::AskAgain => words::key!("mail-post-do-ask"),
        Diagnosis::Unconfirmed => words::key!("mail-post-do-username"),
        Diagnosis::Queued | Diagnosis::Limited | Diagnosis::Greylisted => words::key!("mail-post-do-wait"),
        Diagnosis::Deferred => words::key!("mail-post-do-later"),
        Diagnosis::Unreachable => words::key!("mail-post-do-tell"),
        Diagnosis::Merged | Diagnosis::Sent => words::key!("mail-post-do-spam"),
        Diagnosis::Used => words::key!("mail-post-do-sign-in"),
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
        "reset" => words::key!("mail-post-kind-reset"),
        "names" => words::key!("mail-post-kind-names"),
        "password_changed" => words::key!("mail-post-kind-changed"),
        "email_confirm" => words::key!("mail-post-kind-confirm"),
        _ => words::key!("mail-post-kind-other"),
    }
}

/// What happened.
pub(super) fn moment(w: Words, moment: &Moment, kind: &str) -> Cow<'static, str> {
    match moment {
        Moment::Asked => w.t("mail-post-asked"),
        Moment::Waits { until, limited: true } => words::t!(w, "mail-post-waits-limited", when = w.clock(*until)),
        Moment::Waits { until, limited: false } => words::t!(w, "mail-post-waits", when = w.clock(*until)),
        Moment::Said(what) => w.t(server(*what)),
        Moment::Merged => w.t("mail-post-was-merged"),
        Moment::Dropped(reason) => w.t(dropped(reason)),
        Moment::Dead(reason) => w.t(dead(reason)),
        Moment::Used if kind == "reset" => w.t("mail-post-password-set"),
        Moment::Used => w.t("mail-post-link-used"),
    }
}

const fn server(what: What) -> &'static str {
    match what {
        What::Accepted => words::key!("mail-post-said-accepted"),
        What::Deferred => words::key!("mail-post-said-deferred"),
        What::Greylisted => words::key!("mail-post-said-greylisted"),
        What::Unreachable => words::key!("mail-post-said-unreachable"),
        What::Unknown => words::key!("mail-post-said-unknown"),
        What::Refused => words::key!("mail-post-said-refused"),
        What::Delayed => words::key!("mail-post-said-delayed"),
        What::Bounced => words::key!("mail-post-said-bounced"),
        What::Delivered => words::key!("mail-post-said-delivered"),
        What::Passed => words::key!("mail-post-said-passed"),
        What::Unreadable => words::key!("mail-post-said-unreadable"),
    }
}

fn dropped(reason: &str) -> &'static str {
    match reason {
        "no-address" => words::key!("mail-post-dropped-no-address"),
        "refused-address" => words::key!("mail-post-dropped-refused"),
        "link-used" => words::key!("mail-post-dropped-used"),
        _ => words::key!("mail-post-dropped-other"),
    }
}

fn dead(reason: &str) -> &'static str {
    match reason {
        "recipient-refused" => words::key!("mail-post-dead-recipient"),
        "mailbox-full" => words::key!("mail-post-dead-full"),
        "too-late" => words::key!("mail-post-dead-late"),
        _ => words::key!("mail-post-dead-other"),
    }
}
