//! The fields of a status part (RFC 3464, 2): one group about the mail, then one for each recipient.

use domain::email::Address;

use super::mime::{Headers, headers};
use super::{Fate, Report, Told};
use crate::smtp::{Cause, one_line};

/// One mail of ours has one recipient; a list behind it may have some more.
const MOST_RECIPIENTS: usize = 50;

/// Reads a status part; nothing when it says nothing about any recipient.
pub(super) fn read(part: &str) -> Option<Report> {
    let mut groups = groups(part).into_iter();
    let about_mail = groups.next()?;
    let told: Vec<Told> = groups.filter_map(|group| about(&group)).take(MOST_RECIPIENTS).collect();
    let server = typed(about_mail.get("reporting-mta")).map(|(_, name)| name);
    (!told.is_empty()).then(|| Report { server, told, whole: part.to_owned() })
}

fn groups(part: &str) -> Vec<Headers> {
    let mut groups = Vec::new();
    let mut rest = part;
    while !rest.is_empty() && groups.len() <= MOST_RECIPIENTS {
        // Empty lines are passed over in one go: a report of nothing else would be looked through once for each of them.
        let (group, after) = headers(rest.trim_start_matches(['\r', '\n']));
        if !group.is_empty() {
            groups.push(group);
        }
        rest = after;
    }
    groups
}

fn about(group: &Headers) -> Option<Told> {
    let action = word(group.get("action")?).to_ascii_lowercase();
    let to = typed(group.get("final-recipient")).and_then(|(kind, text)| address(&kind, &text));
    let said = typed(group.get("diagnostic-code"));
    let (code, own_status) = said.as_ref().map_or((None, None), |(kind, text)| smtp(kind, text));
    let status = group.get("status").and_then(|value| Status::parse(&word(value)));
    let fate = match action.as_str() {
        "failed" => failed(status, own_status, code),
        "delayed" => Fate::Delayed,
        "delivered" => Fate::Delivered,
        "relayed" | "expanded" => Fate::Passed,
        _ => return None,
    };
    let server = typed(group.get("remote-mta")).map(|(_, name)| name);
    Some(Told { to, fate, server, said: said.map(|(_, text)| text).unwrap_or_default() })
}

/// The status of the report counts; what it leaves open (`5.0.0`) is read from what the server said. What stays open is nobody's
/// fault: a wrongly marked address shuts a resident out.
fn failed(status: Option<Status>, said: Option<Status>, code: Option<u16>) -> Fate {
    let clear = |it: &Status| it.subject != 0;
    let Some(told) = status.filter(clear).or(said.filter(clear)) else {
        let for_now = status.or(said).is_some_and(|it| it.class == 4);
        return if for_now { Fate::GivenUp(Cause::Server) } else { Fate::Refused(Cause::Server) };
    };
    let cause = Cause::of_report(code.unwrap_or_default(), (told.subject, told.detail));
    match status.or(said).map_or(told.class, |it| it.class) {
        4 => Fate::GivenUp(cause),
        _ => Fate::Refused(cause),
    }
}

/// `class.subject.detail` (RFC 3463).
#[derive(Clone, Copy)]
struct Status {
    class: u16,
    subject: u16,
    detail: u16,
}

impl Status {
    fn parse(text: &str) -> Option<Status> {
        let mut numbers = text.split('.').map(|part| {
            let fits = (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            if fits { part.parse().ok() } else { None }
        });
        let found = Status { class: numbers.next()??, subject: numbers.next()??, detail: numbers.next()?? };
        (numbers.next().is_none() && matches!(found.class, 2 | 4 | 5)).then_some(found)
    }
}

/// The reply code and status of what a mail server said: `smtp; 550 5.1.1 …`, also `550-5.1.1` of a reply of several lines.
fn smtp(kind: &str, text: &str) -> (Option<u16>, Option<Status>) {
    if !kind.eq_ignore_ascii_case("smtp") {
        return (None, None);
    }
    let mut words = text.split([' ', '-']).filter(|word| !word.is_empty());
    let code = words.next().filter(|word| word.len() == 3).and_then(|word| word.parse().ok());
    let status = words.next().map(|word| word.trim_start_matches('#')).and_then(Status::parse);
    (code, if code.is_some() { status } else { None })
}

/// `type; value`, fit to keep.
fn typed(value: Option<&str>) -> Option<(String, String)> {
    let (kind, text) = value?.split_once(';')?;
    let text = one_line(text.trim());
    (!text.is_empty()).then(|| (kind.trim().to_owned(), text))
}

/// The first word, without the comment that may follow it.
fn word(value: &str) -> String {
    value.split(|c: char| c.is_whitespace() || c == '(').find(|word| !word.is_empty()).unwrap_or_default().to_owned()
}

fn address(kind: &str, text: &str) -> Option<Address> {
    let known = kind.eq_ignore_ascii_case("rfc822") || kind.eq_ignore_ascii_case("utf-8");
    let bare = text.trim().trim_start_matches('<').trim_end_matches('>');
    if known { Address::parse(bare).ok() } else { None }
}
