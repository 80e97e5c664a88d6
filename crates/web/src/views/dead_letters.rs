//! Mails that could not be delivered, `/beheer/post/`: a table for the operator, with a way to try each
//! again. Addresses come in masked.

use std::borrow::Cow;

use askama::Template;
use domain::mail::Lane;
use domain::time::Time;

use super::{Page, View};

/// The list, a page of it.
#[derive(Debug, Template)]
#[template(path = "dead_letters.html")]
pub struct DeadLetters {
    /// What every page has.
    pub page: Page,
    /// The mails, newest first.
    pub rows: Vec<DeadLetter>,
    /// Address of the next page of the list.
    pub older: Option<String>,
    /// This is not the first page of the list.
    pub further: bool,
    /// What the button did.
    pub told: Option<Retried>,
}

/// One mail that was given up. The button posts its id as `mail` to `/beheer/post/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadLetter {
    /// The id of the mail.
    pub id: String,
    /// When it was given up.
    pub at: Time,
    /// Its kind, as [`domain::mail::Mail::kind`] says it.
    pub kind: String,
    /// Its lane.
    pub lane: Lane,
    /// Why it was given up, as the outbox says it (`policy`, `too-late`).
    pub reason: Option<String>,
    /// The last answer of the mail server.
    pub answer: Option<String>,
    /// How often it was tried.
    pub tries: u32,
    /// The address, masked; `None` when it was given up before there was one.
    pub address: Option<String>,
}

/// What pressing the button did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retried {
    /// The mail is back in the queue.
    Yes,
    /// It is not among the dead any more, or what it was for has ended.
    No,
}

impl View for DeadLetters {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-post-title")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl DeadLetters {
    fn kind(&self, row: &DeadLetter) -> Cow<'static, str> {
        self.page.w.t(match row.kind.as_str() {
            "reset" => words::key!("staff-post-kind-reset"),
            "names" => words::key!("staff-post-kind-names"),
            "password_changed" => words::key!("staff-post-kind-changed"),
            "invitation" => words::key!("staff-post-kind-invitation"),
            "factor_changed" => words::key!("staff-post-kind-factor"),
            "recovery_code_used" => words::key!("staff-post-kind-recovery"),
            _ => words::key!("staff-post-kind-other"),
        })
    }

    fn reason(&self, row: &DeadLetter) -> Cow<'static, str> {
        self.page.w.t(match row.reason.as_deref() {
            Some("recipient-refused") => words::key!("staff-post-reason-recipient-refused"),
            Some("mailbox-full") => words::key!("staff-post-reason-mailbox-full"),
            Some("content-refused") => words::key!("staff-post-reason-content-refused"),
            Some("policy") => words::key!("staff-post-reason-policy"),
            Some("server-refused") => words::key!("staff-post-reason-server-refused"),
            Some("outcome-unknown") => words::key!("staff-post-reason-outcome-unknown"),
            Some("too-late") => words::key!("staff-post-reason-too-late"),
            _ => words::key!("staff-post-reason-other"),
        })
    }

    fn address(&self, row: &DeadLetter) -> Cow<'static, str> {
        row.address.clone().map_or_else(|| self.page.w.t("staff-post-address-none"), Cow::Owned)
    }

    /// The label of a row's button: twenty buttons "Probeer opnieuw" say nothing to those who hear them.
    fn retry_label(&self, row: &DeadLetter) -> Cow<'static, str> {
        let (kind, address) = (self.kind(row), self.address(row));
        self.page.w.with("staff-post-retry-label", &[("kind", &kind), ("address", &address)])
    }

    /// Short and sortable, for a dense table.
    fn when(&self, row: &DeadLetter) -> String {
        let local = row.at.local();
        format!("{} {:02}:{:02}", local.day, local.hour, local.minute)
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let row = |kind: &str, reason: &str, answer: &str, address: &str| DeadLetter {
            id: format!("0193-{kind}"),
            at: Time::from_micros(1_795_438_980_000_000),
            kind: kind.to_owned(),
            lane: if kind == "other" { Lane::Service } else { Lane::Security },
            reason: Some(reason.to_owned()),
            answer: Some(answer.to_owned()).filter(|answer| !answer.is_empty()),
            tries: 12,
            address: Some(address.to_owned()).filter(|address| !address.is_empty()),
        };
        let unknown = "550 5.1.1 <j•••@e•••.nl>: Recipient address rejected: User unknown";
        let rows = [
            row("reset", "recipient-refused", unknown, "j•••@e•••.nl"),
            row("invitation", "too-late", "", "n•••@b•••.test"),
            row("password_changed", "policy", "451 4.7.1 Greylisted, try again later", "k•••@p•••.nl"),
            row("names", "server-refused", "421 4.3.2 Service shutting down", ""),
            row("factor_changed", "content-refused", "554 5.7.1 <b>Blocked</b>", "s•••@d•••.test"),
            row("recovery_code_used", "outcome-unknown", "", "s•••@d•••.test"),
            row("names", "mailbox-full", "552 5.2.2 Over quota", "s•••@d•••.test"),
            row("other", "other", "", "s•••@d•••.test"),
        ];
        let state = |rows: &[DeadLetter], older: Option<&str>, further, told| Self {
            page: page.for_staff(),
            rows: rows.to_vec(),
            older: older.map(str::to_owned),
            further,
            told,
        };
        vec![
            ("post", state(&rows, Some("/beheer/post/?before=0193"), false, None)),
            ("post-retried", state(&rows[1..], None, false, Some(Retried::Yes))),
            ("post-not-retried", state(&rows[..1], None, true, Some(Retried::No))),
            ("post-none", state(&[], None, false, None)),
        ]
    }
}
