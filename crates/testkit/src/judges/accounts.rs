//! The account of all mail: what was accepted ends as delivered, as a dead letter of which it is known who said so, or as a stop with its
//! reason; nothing is left over, and nothing arrives more often than accidents explain. Pure: it compares what the outbox says with what
//! the mail servers further on have, and knows nothing of how the product comes to either.

use std::collections::BTreeMap;

use crate::inside::{EventRow, Inside, MailRow};
use crate::smtp_peer::Received;

/// A dead letter of these reasons is one because of what a mail server said.
const SAID: [&str; 6] =
    ["recipient-refused", "mailbox-full", "content-refused", "policy", "server-refused", "outcome-unknown"];

/// What there is to compare.
#[derive(Clone, Debug, Default)]
pub struct Accounts {
    /// The outbox.
    pub mails: Vec<MailRow>,
    /// What mail servers said.
    pub events: Vec<EventRow>,
    /// How often each message arrived, and for whom, by its Message-ID up to the `@`.
    pub arrived: BTreeMap<String, Vec<String>>,
    /// How often the program died while it was sending.
    pub falls: usize,
}

impl Accounts {
    /// Those of a database, and of the mail servers that have these messages.
    #[must_use]
    pub fn of(inside: &Inside, received: &[Received]) -> Self {
        let mut arrived: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for message in received {
            arrived.entry(id(&message.bytes)).or_default().push(message.to.join(","));
        }
        Self { mails: inside.mails(), events: inside.events(), arrived, falls: 0 }
    }

    /// What is wrong; nothing when every mail has an end.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        let mut strangers = self.arrived.clone();
        let mut faults: Vec<String> = Vec::new();
        for mail in &self.mails {
            let copies = strangers.remove(&mail.id).unwrap_or_default();
            faults.extend(self.one(mail, &copies).into_iter().map(|fault| format!("{fault}: {mail:?}")));
        }
        faults.extend(strangers.keys().map(|id| format!("arrived, and nobody sent it: {id}")));
        faults
    }

    fn one(&self, mail: &MailRow, copies: &[String]) -> Vec<&'static str> {
        let said = |what: &[&str]| {
            self.events.iter().filter(|event| event.mail == mail.id && what.contains(&event.what.as_str())).count()
        };
        // What came back may have arrived before, and goes out once more.
        let (bounced, unknown) = (said(&["bounced"]), mail.unknown as usize + self.falls);
        let perhaps = bounced + unknown > 0;
        let stopped = matches!(mail.state.as_str(), "dead" | "dropped");
        let found = [
            (mail.state == "waiting", "left over"),
            (!["waiting", "sent", "merged", "dead", "dropped"].contains(&mail.state.as_str()), "in no state"),
            (mail.state == "sent" && copies.is_empty(), "lost"),
            (stopped && mail.reason.is_empty(), "stopped without a word"),
            (stopped && !perhaps && !copies.is_empty(), "stopped, and yet it arrived"),
            (mail.state == "merged" && !copies.is_empty(), "merged, and yet it arrived"),
            (
                SAID.contains(&mail.reason.as_str()) && said(&["refused", "bounced", "unknown"]) == 0,
                "dead, and nobody said so",
            ),
            (copies.len() > 1 + bounced + unknown, "arrived too often"),
            (copies.iter().any(|to| Some(to) != copies.first()), "went to two addresses"),
        ];
        found.into_iter().filter_map(|(wrong, what)| wrong.then_some(what)).collect()
    }
}

fn id(message: &[u8]) -> String {
    let text = String::from_utf8_lossy(message);
    let found = text.lines().find_map(|line| line.strip_prefix("Message-ID: <")?.split('@').next());
    found.unwrap_or("a message without Message-ID").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail(state: &str, reason: &str) -> MailRow {
        let text = str::to_owned;
        let (id, kind, username) = (text("1"), text("reset"), text("ALMELO01"));
        MailRow { id, kind, state: text(state), reason: text(reason), attempts: 1, unknown: 0, username }
    }

    fn accounts(mail: MailRow, said: &[&str], copies: usize) -> Accounts {
        let event = |what: &&str| EventRow { mail: "1".to_owned(), what: (*what).to_owned(), reply: String::new() };
        let to = vec!["bewoner1@example.nl".to_owned(); copies];
        let arrived = if copies == 0 { BTreeMap::new() } else { BTreeMap::from([("1".to_owned(), to)]) };
        Accounts { mails: vec![mail], events: said.iter().map(event).collect(), arrived, falls: 0 }
    }

    #[test]
    fn what_has_an_end_is_found_right() {
        let unknown = MailRow { unknown: 1, ..mail("sent", "") };
        let perhaps = MailRow { unknown: 1, ..mail("dead", "outcome-unknown") };
        for right in [
            accounts(mail("sent", ""), &["accepted"], 1),
            accounts(unknown, &["unknown", "accepted"], 2),
            accounts(perhaps, &["unknown"], 1),
            accounts(mail("dead", "recipient-refused"), &["refused"], 0),
            accounts(mail("dead", "recipient-refused"), &["accepted", "bounced"], 0),
            accounts(mail("sent", ""), &["accepted", "bounced", "accepted"], 2),
            accounts(mail("dead", "too-late"), &[], 0),
            accounts(mail("dropped", "link-used"), &[], 0),
            accounts(mail("merged", ""), &[], 0),
            Accounts { falls: 1, ..accounts(mail("sent", ""), &["accepted"], 2) },
        ] {
            assert_eq!(right.faults(), Vec::<String>::new(), "{right:?}");
        }
    }

    #[test]
    fn every_planted_fault_is_found() {
        let two = BTreeMap::from([("1".to_owned(), vec!["a@example.nl".to_owned(), "b@example.nl".to_owned()])]);
        for (what, wrong) in [
            ("left over", accounts(mail("waiting", ""), &[], 0)),
            ("in no state", accounts(mail("lost", ""), &[], 0)),
            ("lost", accounts(mail("sent", ""), &["accepted"], 0)),
            ("stopped without a word", accounts(mail("dead", ""), &[], 0)),
            ("stopped without a word", accounts(mail("dropped", ""), &[], 0)),
            ("stopped, and yet it arrived", accounts(mail("dropped", "no-address"), &[], 1)),
            ("merged, and yet it arrived", accounts(mail("merged", ""), &[], 1)),
            ("dead, and nobody said so", accounts(mail("dead", "recipient-refused"), &["accepted"], 0)),
            ("arrived too often", accounts(mail("sent", ""), &["accepted"], 2)),
            ("went to two addresses", Accounts { arrived: two, falls: 1, ..accounts(mail("sent", ""), &[], 1) }),
            ("arrived, and nobody sent it", Accounts { mails: Vec::new(), ..accounts(mail("sent", ""), &[], 1) }),
        ] {
            let faults = wrong.faults();
            assert!(faults.len() == 1 && faults[0].starts_with(what), "{what}: {faults:?}");
        }
    }

    #[test]
    fn a_message_is_known_by_its_id() {
        assert_eq!(id(b"From: a\r\nMessage-ID: <12-34@beheer.test>\r\n\r\nMessage-ID: <5@x>\r\n"), "12-34");
        assert_eq!(id(b"From: a\r\n\r\n"), "a message without Message-ID");
    }
}
