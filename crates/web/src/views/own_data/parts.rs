//! What is kept about a resident in parts with headings, each with facts and things in a list: everything that stands in the file
//! stands here in words.

#[cfg(test)]
pub(super) mod sample;

use std::borrow::Cow;

use app::own_data::{Moment, OwnData};
use domain::device::Device;
use words::t;

use super::{said, who};
use crate::views::Page;

/// A part of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Of its heading.
    pub(super) id: &'static str,
    /// Its heading.
    pub(super) title: Cow<'static, str>,
    /// A sentence about it; that there is nothing.
    pub(super) lead: Option<Cow<'static, str>>,
    /// Names and values, a line each.
    pub(super) facts: Vec<(Cow<'static, str>, Vec<String>)>,
    /// Things.
    pub(super) items: Vec<Item>,
}

/// A thing in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// What it is.
    pub(super) name: String,
    /// What is known of it.
    pub(super) lines: Vec<String>,
}

/// What is kept, but for what was asked about it.
pub(super) fn kept(page: &Page, data: &OwnData) -> Vec<Part> {
    vec![
        home(page, data),
        account(page, data),
        links(page, data),
        passkeys(page, data),
        devices(page, data),
        mails(page, data),
        steps(page, data),
        leaving(page, data),
        proposals(page, data),
    ]
}

/// Fixed words.
fn say(page: &Page, key: &'static str) -> Option<String> {
    Some(page.w.t(key).into_owned())
}

fn moment(page: &Page, at: Moment) -> String {
    page.w.moment(at.0)
}

/// "Sinds: …" when there is such a moment.
fn dated(page: &Page, key: &'static str, at: Option<Moment>) -> Option<String> {
    at.map(|at| page.w.with(key, &[("moment", &moment(page, at))]).into_owned())
}

fn part(page: &Page, id: &'static str, title: &'static str) -> Part {
    Part { id, title: page.w.t(title), lead: None, facts: Vec::new(), items: Vec::new() }
}

/// A part with things in a list, or the sentence that there are none.
fn list(mut part: Part, page: &Page, none: &'static str, items: Vec<Item>) -> Part {
    part.lead = items.is_empty().then(|| page.w.t(none));
    part.items = items;
    part
}

fn home(page: &Page, data: &OwnData) -> Part {
    let (w, home) = (page.w, &data.home);
    let joined = |parts: &[&Option<String>]| {
        let there: Vec<&str> = parts.iter().filter_map(|part| part.as_deref()).collect();
        there.join(" ")
    };
    let address = [joined(&[&home.street, &home.house_number, &home.addition]), joined(&[&home.postcode, &home.place])];
    let address: Vec<String> = address.into_iter().filter(|line| !line.is_empty()).collect();
    let known = |value: &Option<String>| value.iter().cloned().collect();
    let lived = &data.occupancy;
    let facts = [
        (words::key!("own-data-address"), address),
        (words::key!("start-landlord"), vec![home.landlord.clone()]),
        (words::key!("own-data-number"), known(&home.client_number)),
        (words::key!("own-data-build-number"), known(&home.build_number)),
        (words::key!("own-data-project"), vec![home.project.clone()]),
        (words::key!("own-data-first-day"), vec![w.day(lived.starts_on)]),
        (words::key!("own-data-last-day"), lived.ends_on.map(|day| w.day(day)).into_iter().collect()),
        (words::key!("own-data-entered"), vec![moment(page, lived.entered_at)]),
    ];
    with_facts(part(page, "home", words::key!("own-data-home")), page, facts)
}

fn account(page: &Page, data: &OwnData) -> Part {
    let (w, account) = (page.w, &data.account);
    let yes = if account.main { words::key!("own-data-yes") } else { words::key!("own-data-no") };
    let at = |at: Option<Moment>| at.map(|at| moment(page, at)).into_iter().collect::<Vec<_>>();
    let language = account.language.map(|language| words::Words::of(language).t("common-language").into_owned());
    let password = dated(page, words::key!("own-data-password-since"), data.password.set_at)
        .unwrap_or_else(|| w.t("own-data-password-none").into_owned());
    let facts = [
        (words::key!("field-username"), vec![account.username.clone()]),
        (words::key!("own-data-main"), vec![w.t(yes).into_owned()]),
        (words::key!("own-data-language"), language.into_iter().collect()),
        (words::key!("own-data-password"), vec![password]),
        (words::key!("own-data-signed-in"), at(account.signed_in_at)),
        (words::key!("own-data-renewed"), at(account.access_renewed_at)),
    ];
    with_facts(part(page, "account", words::key!("own-data-account")), page, facts)
}

fn with_facts<const N: usize>(mut part: Part, page: &Page, facts: [(&'static str, Vec<String>); N]) -> Part {
    let there = facts.into_iter().filter(|(_, value)| !value.is_empty());
    part.facts = there.map(|(key, value)| (page.w.t(key), value)).collect();
    part
}

fn links(page: &Page, data: &OwnData) -> Part {
    let item = |it: &app::own_data::OwnLink| {
        let linked = t!(page.w, "own-data-linked", moment = moment(page, it.linked_at), who = who(page, &it.linked_by));
        let lines = [
            say(page, said::proof(it.proof)),
            say(page, said::delivery(&it.delivery)),
            Some(linked.into_owned()),
            dated(page, words::key!("own-data-confirmed"), it.confirmed_at),
            dated(page, words::key!("own-data-ended"), it.ended_at),
        ];
        Item { name: it.address.clone(), lines: lines.into_iter().flatten().collect() }
    };
    let items = data.email_links.iter().map(item).collect();
    list(part(page, "links", words::key!("own-data-links")), page, words::key!("own-data-links-none"), items)
}

fn passkeys(page: &Page, data: &OwnData) -> Part {
    let item = |it: &app::own_data::OwnPasskey| {
        let made = dated(page, words::key!("own-data-made"), Some(it.made_at));
        let used = dated(page, words::key!("own-data-used"), it.used_at);
        Item { name: it.name.clone(), lines: [made, used].into_iter().flatten().collect() }
    };
    let items = data.passkeys.iter().map(item).collect();
    list(part(page, "passkeys", words::key!("passkey-part")), page, words::key!("own-data-passkeys-none"), items)
}

fn devices(page: &Page, data: &OwnData) -> Part {
    let signed_in = |it: &app::own_data::Device| {
        let now = it.signed_in.then(|| page.w.t("own-data-device-now").into_owned());
        let lines = [
            now,
            dated(page, words::key!("own-data-device-since"), Some(it.since)),
            dated(page, words::key!("own-data-used"), Some(it.seen_at)),
            dated(page, words::key!("own-data-device-out"), it.ended_at),
        ];
        let name = page.w.device(Device { browser: it.browser, system: it.system });
        Item { name, lines: lines.into_iter().flatten().collect() }
    };
    let recognised = |it: &app::own_data::Browser| {
        let since = dated(page, words::key!("own-data-browser-since"), Some(it.since));
        let used = dated(page, words::key!("own-data-used"), Some(it.seen_at));
        let name = page.w.t("own-data-browser").into_owned();
        Item { name, lines: [since, used].into_iter().flatten().collect() }
    };
    let items = data.devices.iter().map(signed_in).chain(data.recognised_browsers.iter().map(recognised)).collect();
    list(part(page, "devices", words::key!("own-data-devices")), page, words::key!("own-data-devices-none"), items)
}

fn mails(page: &Page, data: &OwnData) -> Part {
    let item = |it: &app::own_data::Mail| {
        let to = it.to.as_ref().map(|to| t!(page.w, "own-data-mail-to", address = to).into_owned());
        let lines = [
            dated(page, words::key!("own-data-mail-asked"), Some(it.asked_at)),
            say(page, said::mail_state(&it.state)),
            dated(page, words::key!("own-data-mail-ended"), it.ended_at),
            to,
        ];
        Item { name: page.w.t(said::mail(&it.kind)).into_owned(), lines: lines.into_iter().flatten().collect() }
    };
    let items = data.mails.iter().map(item).collect();
    list(part(page, "mails", words::key!("own-data-mails")), page, words::key!("own-data-mails-none"), items)
}

/// What was done so that they could sign in.
fn steps(page: &Page, data: &OwnData) -> Part {
    let step = |it: &app::own_data::StepTaken| Item {
        name: page.w.t(said::step(it.step)).into_owned(),
        lines: vec![page.w.day(it.day)],
    };
    let letter = |at: &Moment| Item { name: page.w.t("own-data-letter").into_owned(), lines: vec![moment(page, *at)] };
    let items = data.steps.iter().map(step).chain(data.letters_made_at.iter().map(letter)).collect();
    list(part(page, "steps", words::key!("own-data-steps")), page, words::key!("own-data-steps-none"), items)
}

fn leaving(page: &Page, data: &OwnData) -> Part {
    let item = |it: &app::own_data::Change| {
        let last = it.last_day.map(|day| t!(page.w, "own-data-leaving-last", day = page.w.day(day)).into_owned());
        let lines = [
            say(page, said::leaving_state(it.state)),
            last,
            dated(page, words::key!("own-data-leaving-planned"), Some(it.planned_at)),
            dated(page, words::key!("own-data-still-here"), it.still_here_at),
        ];
        Item { name: page.w.t(said::leaving(it.kind)).into_owned(), lines: lines.into_iter().flatten().collect() }
    };
    let items = data.leaving.iter().map(item).collect();
    list(part(page, "leaving", words::key!("own-data-leaving")), page, words::key!("own-data-leaving-none"), items)
}

fn proposals(page: &Page, data: &OwnData) -> Part {
    let item = |it: &app::own_data::Proposal| {
        let lines = [
            Some(it.change.clone()),
            say(page, said::proposal_state(&it.state)),
            dated(page, words::key!("own-data-proposed"), Some(it.proposed_at)),
            dated(page, words::key!("own-data-waits"), it.waits_until.filter(|_| it.decided_at.is_none())),
            dated(page, words::key!("own-data-decided"), it.decided_at),
            it.reason.as_deref().and_then(|reason| say(page, said::reason(reason))),
        ];
        Item { name: page.w.t(said::proposed(&it.kind)).into_owned(), lines: lines.into_iter().flatten().collect() }
    };
    let items = data.proposals.iter().map(item).collect();
    let none = words::key!("own-data-proposals-none");
    list(part(page, "proposals", words::key!("own-data-proposals")), page, none, items)
}

/// What the resident asked about it.
pub(super) fn requests(page: &Page, data: &OwnData) -> Part {
    let item = |it: &app::own_data::Requested| {
        let about = page.w.t(said::about(it.about));
        let due = it.answer.is_none().then(|| t!(page.w, "own-data-due", day = page.w.day(it.due_on)).into_owned());
        let lines = [
            Some(t!(page.w, "own-data-about", about = about).into_owned()),
            it.words.clone(),
            dated(page, words::key!("own-data-requested"), Some(it.asked_at)),
            due,
            it.answer.and_then(|answer| say(page, said::answered(answer))),
            dated(page, words::key!("own-data-answered"), it.answered_at),
        ];
        Item { name: page.w.t(said::asked(it.kind)).into_owned(), lines: lines.into_iter().flatten().collect() }
    };
    let items: Vec<Item> = data.requests.iter().map(item).collect();
    let mut part = part(page, "requests", words::key!("own-data-requests"));
    let lead =
        if items.is_empty() { words::key!("own-data-requests-none") } else { words::key!("own-data-requests-lead") };
    part.lead = Some(page.w.t(lead));
    part.items = items;
    part
}
