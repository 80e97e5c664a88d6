//! One account with what happened to its mails.

use std::borrow::Cow;

use domain::diagnosis::Diagnosis;
use domain::time::Time;

use super::said;
use crate::views::Page;

/// An account, and what became of the mails to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// Its username.
    pub username: String,
    /// The one that letters and lists are about.
    pub main: bool,
    /// The address of who lives there.
    pub address: Option<Address>,
    /// What is the matter.
    pub diagnosis: Diagnosis,
    /// The domain that was probably meant.
    pub meant: Option<&'static str>,
    /// What happened, newest first.
    pub rows: Vec<Row>,
}

/// An address, as staff see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Masked.
    pub masked: String,
    /// Its owner proved it.
    pub confirmed: bool,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// When.
    pub at: Time,
    /// The kind of mail, as [`domain::mail::Mail::kind`] says it.
    pub kind: String,
    /// What.
    pub moment: app::where_is_my_mail::Moment,
    /// The mail server that said so.
    pub server: Option<String>,
    /// Its words.
    pub reply: Option<String>,
}

impl Timeline {
    pub(super) fn says(&self, page: &Page) -> Cow<'static, str> {
        said::sentence(page.w, self.diagnosis, self.meant.unwrap_or_default())
    }

    pub(super) fn next(&self, page: &Page) -> Cow<'static, str> {
        page.w.t(said::next(self.diagnosis))
    }

    /// The tone and the drawing of the sentence.
    pub(super) fn tone(&self) -> &'static str {
        said::tone(self.diagnosis)
    }

    /// The address with what is known of it.
    pub(super) fn proof(&self, page: &Page, address: &Address) -> Cow<'static, str> {
        page.w.t(if address.confirmed {
            words::key!("service-home-proof-confirmed")
        } else {
            words::key!("service-home-proof-linked")
        })
    }
}

impl Row {
    pub(super) fn kind(&self, page: &Page) -> Cow<'static, str> {
        page.w.t(said::kind(&self.kind))
    }

    pub(super) fn words(&self, page: &Page) -> Cow<'static, str> {
        said::moment(page.w, &self.moment, &self.kind)
    }

    /// The server and what it said, in one line; it is in no language of ours.
    pub(super) fn told(&self) -> Option<String> {
        match (&self.server, &self.reply) {
            (Some(server), Some(reply)) => Some(format!("{server}: {reply}")),
            (one, other) => one.clone().or_else(|| other.clone()),
        }
    }
}

#[cfg(test)]
impl Timeline {
    /// One that came back, one that arrived, and one of nobody.
    pub(crate) fn samples() -> [Self; 3] {
        use app::where_is_my_mail::Moment;
        use domain::diagnosis::What;

        let start = Time::from_micros(1_795_438_980_000_000);
        let row = |minutes: i64, moment, told: Option<(&str, &str)>| Row {
            at: start + domain::time::Span::minutes(minutes),
            kind: "reset".to_owned(),
            moment,
            server: told.map(|(server, _)| server.to_owned()),
            reply: told.map(|(_, reply)| reply.to_owned()),
        };
        let said = |minutes, what, server, reply| row(minutes, Moment::Said(what), Some((server, reply)));
        let base = |username: &str, diagnosis, rows| Self {
            username: username.to_owned(),
            main: true,
            address: Some(Address { masked: "j•••@g•••.com".to_owned(), confirmed: false }),
            diagnosis,
            meant: None,
            rows,
        };
        let unknown = "550 5.1.1 …: Recipient address rejected: User unknown in virtual mailbox table";
        let came = said(3, What::Bounced, "mx.example.nl", unknown);
        let taken = said(1, What::Accepted, "mail.example.nl", "250 2.0.0 Ok: queued as 7A1B2C");
        let every = What::ALL.iter().map(|what| said(9, *what, "mx.example.nl", "4.4.1 timed out"));
        let more = [
            row(8, Moment::Waits { until: start, limited: true }, None),
            row(8, Moment::Waits { until: start, limited: false }, None),
            row(7, Moment::Used, None),
            row(6, Moment::Merged, None),
            row(5, Moment::Dropped("no-address".to_owned()), None),
            row(5, Moment::Dead("too-late".to_owned()), None),
        ];
        let dead = row(3, Moment::Dead("recipient-refused".to_owned()), None);
        let bounced =
            base("ALMELO01", Diagnosis::Bounced, vec![dead, came, taken.clone(), row(0, Moment::Asked, None)]);
        let all = every.chain(more).chain([taken, row(0, Moment::Asked, None)]).collect();
        let sent = Self { meant: Some("gmail.com"), ..base("ALMELO02", Diagnosis::Sent, all) };
        let vacant = Self { address: None, ..base("ALMELO03", Diagnosis::Vacant, Vec::new()) };
        [bounced, sent, vacant]
    }
}
