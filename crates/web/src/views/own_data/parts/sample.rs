//! Somebody about whom everything is kept, and somebody about whom little is.

use app::own_data::{
    Account, Browser, Change, Device, Home, LogLine, Mail, Moment, Occupancy, OwnData, OwnLink, OwnPasskey, Password,
    Proposal, Requested, StepTaken, Who,
};
use domain::audit::{Act, Door};
use domain::data_request::{About, Answer, Kind as Asked};
use domain::device;
use domain::first_login::Proof;
use domain::first_login::progress::Step;
use domain::language::Language;
use domain::tenant_change::{Kind, State};
use domain::time::{Day, Time};

fn at(hours: i64) -> Moment {
    Moment(Time::from_micros(1_795_438_980_000_000 + hours * 3_600_000_000))
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// Everything.
pub(crate) fn full() -> OwnData {
    OwnData {
        email_links: links(),
        passkeys: vec![OwnPasskey { name: "Mijn telefoon".to_owned(), made_at: at(-30), used_at: Some(at(-2)) }],
        devices: [(true, None), (false, Some(at(-20)))].map(|(signed_in, ended)| device(signed_in, ended)).into(),
        recognised_browsers: vec![Browser { since: at(-200), seen_at: at(-1) }],
        mails: mails(),
        steps: Step::ALL.iter().map(|step| StepTaken { step: *step, day: day("2026-11-02") }).collect(),
        letters_made_at: vec![at(-600)],
        leaving: leaving(),
        proposals: proposals(),
        requests: requests(),
        log: log(),
        log_goes_on: true,
        password: Password { set_at: Some(at(-300)) },
        ..bare()
    }
}

/// Little.
pub(crate) fn bare() -> OwnData {
    let known = |text: &str| Some(text.to_owned());
    OwnData {
        made_at: at(0),
        home: Home {
            landlord: "Woonstichting De Linde".to_owned(),
            project: "Lindelaan fase 1".to_owned(),
            client_number: known("VHE-1002"),
            street: known("Lindelaan"),
            house_number: known("12"),
            addition: known("B"),
            postcode: known("7607 AB"),
            place: known("Almelo"),
            build_number: None,
        },
        account: Account {
            username: "ALMELO01".to_owned(),
            main: true,
            language: Some(Language::Nl),
            signed_in_at: Some(at(-1)),
            access_renewed_at: None,
        },
        occupancy: Occupancy { starts_on: day("2026-11-01"), ends_on: None, entered_at: at(-700) },
        email_links: Vec::new(),
        password: Password { set_at: None },
        passkeys: Vec::new(),
        devices: Vec::new(),
        recognised_browsers: Vec::new(),
        mails: Vec::new(),
        steps: Vec::new(),
        letters_made_at: Vec::new(),
        leaving: Vec::new(),
        proposals: Vec::new(),
        requests: Vec::new(),
        log: Vec::new(),
        log_goes_on: false,
    }
}

fn links() -> Vec<OwnLink> {
    let link = |proof, delivery: &str, linked_by, ended_at| OwnLink {
        address: "jan@example.nl".to_owned(),
        proof,
        delivery: delivery.to_owned(),
        linked_by,
        linked_at: at(-650),
        confirmed_at: (proof == Proof::Confirmed).then(|| at(-640)),
        ended_at,
    };
    let landlord = || Who::Landlord("Woonstichting De Linde".to_owned());
    vec![
        link(Proof::Proposed, "ok", Who::You, None),
        link(Proof::Confirmed, "soft", landlord(), None),
        link(Proof::Linked, "hard", Who::Unknown, None),
        link(Proof::Ended, "ok", landlord(), Some(at(-400))),
    ]
}

fn device(signed_in: bool, ended_at: Option<Moment>) -> Device {
    let (browser, system) = (device::Browser::Firefox, device::System::Windows);
    Device { browser, system, signed_in, since: at(-100), seen_at: at(-1), ended_at }
}

fn mails() -> Vec<Mail> {
    let kinds = [
        ("reset", "sent"),
        ("names", "waiting"),
        ("password_changed", "merged"),
        ("passkey_added", "dropped"),
        ("address_proposed", "dead"),
        ("household_leaves", "sent"),
        ("account_added", "sent"),
        ("email_confirm", "sent"),
        ("email_replaced", "sent"),
        ("later", "sent"),
    ];
    let mail = |(kind, state): (&str, &str)| Mail {
        kind: kind.to_owned(),
        state: state.to_owned(),
        to: (state == "sent").then(|| "j•••@e•••.nl".to_owned()),
        asked_at: at(-310),
        ended_at: (state != "waiting").then(|| at(-309)),
    };
    kinds.into_iter().map(mail).collect()
}

fn leaving() -> Vec<Change> {
    let change = |(n, kind): (usize, &Kind)| Change {
        kind: *kind,
        state: State::ALL.get(n % State::ALL.len()).copied().unwrap_or(State::Planned),
        last_day: Some(day("2026-12-31")),
        planned_at: at(-50),
        still_here_at: (n == 0).then(|| at(-40)),
    };
    Kind::ALL.iter().filter(|kind| kind.tells()).enumerate().map(change).collect()
}

fn proposals() -> Vec<Proposal> {
    let ends = [
        ("open", None),
        ("approved", Some("second-person")),
        ("refused", Some("objection")),
        ("expired", Some("too-late")),
        ("approved", Some("waited")),
        ("withdrawn", Some("overtaken")),
    ];
    let proposal = |(state, reason): (&str, Option<&str>)| Proposal {
        kind: "change-address".to_owned(),
        state: state.to_owned(),
        change: "j•••@e•••.nl → p•••@e•••.nl".to_owned(),
        proposed_at: at(-90),
        waits_until: Some(at(20)),
        decided_at: reason.map(|_| at(-80)),
        reason: reason.map(str::to_owned),
    };
    let other = Proposal { kind: "reopen".to_owned(), ..proposal(("refused", Some("no-mistake"))) };
    ends.into_iter().map(proposal).chain([other]).collect()
}

fn log() -> Vec<LogLine> {
    let linde = || "Woonstichting De Linde".to_owned();
    let who = [
        Who::You,
        Who::Landlord(linde()),
        Who::Program(linde()),
        Who::Helpdesk,
        Who::Operator,
        Who::System,
        Who::Link,
        Who::Unknown,
    ];
    let told = Act::ALL.iter().filter(|act| words::own_data::act(**act).is_some());
    let line = |(n, act): (usize, &Act)| {
        let hours = i64::try_from(n).unwrap_or_default();
        let who = who.get(n % who.len()).cloned().unwrap_or(Who::You);
        LogLine { at: at(-hours), who, act: *act, door: Some(Door::Page) }
    };
    told.enumerate().map(line).collect()
}

fn requests() -> Vec<Requested> {
    let request = |kind, about, answer: Option<Answer>| Requested {
        kind,
        about,
        words: (kind == Asked::Correction).then(|| "Het huisnummer moet 12-C zijn.".to_owned()),
        asked_at: at(-70),
        due_on: day("2026-12-20"),
        answer,
        answered_at: answer.map(|_| at(-2)),
    };
    let open = About::ALL.iter().map(|about| request(Asked::Correction, *about, None));
    open.chain(Answer::ALL.iter().map(|answer| request(Asked::Erasure, About::Log, Some(*answer)))).collect()
}
