//! What happened to mails, one moment after the other.

use domain::diagnosis::{Last, Stands, What};
use domain::id::MailId;
use domain::mail::Mail;
use domain::time::{Span, Time};
use store::mail::event::Event;
use store::mail::timeline::Posted;

use super::tells;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// When.
    pub at: Time,
    /// The kind of mail.
    pub kind: String,
    /// What.
    pub moment: Moment,
    /// The mail server that said so.
    pub server: Option<String>,
    /// Its words, without addresses.
    pub reply: Option<String>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moment {
    /// It was asked, or its cause was.
    Asked,
    /// It waits, and is tried again then.
    Waits {
        /// When.
        until: Time,
        /// Because a limit was reached.
        limited: bool,
    },
    /// A mail server said something.
    Said(What),
    /// No mail was sent: a link that was sent before still works.
    Merged,
    /// No mail was sent, or no more; why, in a fixed word.
    Dropped(String),
    /// It was given up; why, in a fixed word.
    Dead(String),
    /// Its link was used: of a reset the password was set.
    Used,
}

/// A wait that is longer than this is no turn, but a limit.
const TURN: Span = Span::minutes(1);

/// The most that is shown.
const MOST: usize = 60;

fn limited(mail: &Posted, now: Time) -> bool {
    let crowded = matches!(mail.mail, Some(Mail::Reset { crowded: true, .. } | Mail::Names { crowded: true, .. }));
    mail.attempts == 0 && (crowded || mail.due_at > now + TURN)
}

/// How the last mail stands.
pub(super) fn last(mail: &Posted, events: &[Event], now: Time) -> Last {
    let stands = match mail.state.as_str() {
        "waiting" => Stands::Waiting,
        "sent" => Stands::Sent,
        "merged" => Stands::Merged,
        "dead" => Stands::Dead(mail.reason.clone()),
        _ => Stands::Dropped,
    };
    let own = |event: &&Event| event.mail == mail.id && tells(event.what);
    let what = events.iter().filter(own).max_by_key(|event| event.at).map(|event| event.what);
    Last { stands, what, limited: limited(mail, now), used: mail.used_at.is_some() }
}

/// All of it, newest first.
pub(super) fn told(mails: &[Posted], events: &[Event], now: Time) -> Vec<Told> {
    let mut all: Vec<Told> = mails.iter().flat_map(|mail| of_mail(mail, now)).collect();
    let kind = |id: MailId| mails.iter().find(|mail| mail.id == id).map(|mail| mail.kind.clone());
    all.extend(events.iter().filter_map(|event| {
        let (server, reply) = (event.server.clone(), event.reply.clone());
        Some(Told { at: event.at, kind: kind(event.mail)?, moment: Moment::Said(event.what), server, reply })
    }));
    all.sort_by_key(|told| (std::cmp::Reverse(told.at), order(&told.moment)));
    all.truncate(MOST);
    all
}

/// Within one moment: what comes of a thing stands above it.
fn order(moment: &Moment) -> u8 {
    match moment {
        Moment::Waits { .. } => 0,
        Moment::Used => 1,
        Moment::Dead(_) | Moment::Dropped(_) | Moment::Merged => 2,
        Moment::Said(_) => 3,
        Moment::Asked => 4,
    }
}

fn of_mail(mail: &Posted, now: Time) -> Vec<Told> {
    let at = |at: Time, moment: Moment| Told { at, kind: mail.kind.clone(), moment, server: None, reply: None };
    let mut told = vec![at(mail.created_at, Moment::Asked)];
    let reason = || mail.reason.clone().unwrap_or_default();
    match (mail.state.as_str(), mail.ended_at) {
        ("waiting", _) if mail.due_at > now => {
            told.push(at(now, Moment::Waits { until: mail.due_at, limited: limited(mail, now) }));
        }
        ("merged", Some(ended)) => told.push(at(ended, Moment::Merged)),
        ("dropped", Some(ended)) => told.push(at(ended, Moment::Dropped(reason()))),
        ("dead", Some(ended)) => told.push(at(ended, Moment::Dead(reason()))),
        _ => {}
    }
    told.extend(mail.used_at.map(|used| at(used, Moment::Used)));
    told
}
