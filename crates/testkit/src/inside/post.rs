//! Mail in both directions, as its tables tell.

use super::{Inside, cells};

/// What a mail server said about a mail of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventRow {
    /// The mail, as in a Message-ID.
    pub mail: String,
    /// `accepted`, `refused`, `delayed`, `bounced`, …
    pub what: String,
    /// The words of the server, empty without.
    pub reply: String,
}

const EVENTS: &str = "SELECT mail_id, what, COALESCE(reply, '') FROM mail_event ORDER BY at, mail_id";
const CAME_IN: &str = "SELECT count(*) FROM inbound_mail";
const UNREAD: &str = "SELECT count(*) FROM inbound_mail WHERE state = 'waiting'";
const REQUESTS: &str = "SELECT count(*) FROM link_request";

impl Inside {
    /// All that mail servers said, oldest first.
    pub fn events(&self) -> Vec<EventRow> {
        let events = self.rows(EVENTS).into_iter().map(cells::<3>);
        events.map(|[mail, what, reply]| EventRow { mail, what, reply }).collect()
    }

    /// How many messages came in.
    pub fn came_in(&self) -> usize {
        self.count(CAME_IN)
    }

    /// How many of them nobody read yet.
    pub fn waiting_to_be_read(&self) -> usize {
        self.count(UNREAD)
    }

    /// How many requests were read in them, with the mails that a person has to read.
    pub fn requests(&self) -> usize {
        self.count(REQUESTS)
    }
}
