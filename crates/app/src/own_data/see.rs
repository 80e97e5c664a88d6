//! All that is kept about a resident, read at one moment. Which tables that is stands in two lists, which a test holds against the
//! schema: a table that knows households is told, or is not because of something.

use domain::access::{Actor, Denied};
use domain::audit::{Act, Subject};
use domain::device::{Browser as BrowserKind, System};
use domain::email::Address;
use domain::first_login::progress::Step;
use domain::session::Lifetimes;
use domain::time::Time;
use store::own_data::About;
use store::{Read, StoreError};

use super::data::{
    Account, Browser, Change, Device, Home, Mail, Moment, Occupancy, OwnData, OwnLink, OwnPasskey, Password, Proposal,
    Requested, StepTaken, Who,
};
use super::log::{Names, lines};
use crate::audit::entry;
use crate::caller::{self, Barred, Caller};
use crate::house::{App, Ctx};

/// Lines of the log on the page, before the page that has them all.
const LATELY: usize = 8;

/// Lines of the log in the file.
const IN_FILE: usize = 2_000;

/// The tables that are told, and where they stand in the file.
pub const TOLD: &[(&str, &str)] = &[
    ("account", "account"),
    ("audit_line", "log"),
    ("data_request", "requests"),
    ("device", "recognised_browsers"),
    ("dwelling", "home"),
    ("email_link", "email_links"),
    ("help_desk_case", "log"),
    ("identity", "account"),
    ("letter", "letters_made_at"),
    ("mail", "mails"),
    ("occupancy", "occupancy"),
    ("passkey", "passkeys"),
    ("password", "password"),
    ("progress", "steps"),
    ("proposal", "proposals"),
    ("session", "devices"),
    ("tenant_change", "leaving"),
    ("tenant_change_end", "leaving"),
];

/// The tables that know households, accounts or homes and are not told, and why.
pub const NOT_TOLD: &[(&str, &str)] = &[
    ("audit_chain", "numbers the lines that are told"),
    ("audit_side", "masked copies of what is told, and names of staff"),
    ("audit_unsealed", "lines that wait a second for their number"),
    ("contact", "people of a client, who are no residents"),
    ("import_row", "the home as in a list: what was taken over of it is told with home and address"),
    ("maintenance_home", "the homes of a notice of planned work: whether one was mailed stands with the mails"),
    ("maintenance_mail", "salted hashes by which a mailbox is told once of planned work: the mails are told"),
    ("link_request", "what a client asked by mail: what was done of it is told with the log and the addresses"),
    ("mail_event", "what mail servers said about the mails that are told"),
    ("passkey_user", "a random number by which devices know a passkey's owner: a key to their devices"),
    ("recovery_code", "residents have none"),
    (
        "retention_hold",
        "that a home is held back from the erasing, perhaps for a lawsuit, is between client and operator",
    ),
    ("second_factor", "residents have none"),
    ("staff", "people who work here, who are no residents"),
    ("token", "hashes of the links in the mails that are told"),
];

/// What is kept about a signed-in resident, with the newest lines of the log.
///
/// # Errors
/// [`Barred`].
pub async fn see(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<OwnData, Barred> {
    let read = Reading::new(app, ctx, caller.into(), LATELY);
    app.db.read(move |tx| Ok(read.run(tx)?.1)).await
}

/// The same with the whole log, to be taken along; that it was is logged.
///
/// # Errors
/// [`Barred`].
pub async fn take(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<OwnData, Barred> {
    let read = Reading::new(app, ctx, caller.into(), IN_FILE);
    let line = entry(app, ctx, Actor::Job, Act::DataTaken, (None, Subject::new("account", uuid::Uuid::nil())));
    let write = app.db.write(move |tx| {
        let (actor, data) = read.run(tx)?;
        if let Actor::Resident { account, organisation, .. } = &actor {
            let mut line = line.clone();
            (line.line.organisation, line.line.subject) =
                (Some(*organisation), Subject::new("account", account.uuid()));
            line.line.actor = actor;
            line.write(tx)?;
        }
        Ok::<_, Barred>(data)
    });
    write.await
}

struct Reading {
    who: caller::Who,
    now: Time,
    lifetimes: Lifetimes,
    lines: usize,
}

impl Reading {
    fn new(app: &App, ctx: &Ctx, caller: Caller<'_>, lines: usize) -> Self {
        Self { who: caller.who(app, ctx), now: ctx.now, lifetimes: app.settings.lifetimes, lines }
    }

    fn run(&self, tx: &mut Read<'_>) -> Result<(Actor, OwnData), Barred> {
        let actor = self.who.actor(tx)?;
        let Actor::Resident { identity, .. } = &actor else { return Err(Denied::NotAllowed.into()) };
        let about = store::own_data::about(tx, *identity)?.ok_or(Barred::SignIn)?;
        let log = lines(tx, &about, (None, self.now), self.lines)?;
        let steps = store::own_data::steps(tx, about.occupancy)?;
        let steps = Step::ALL.iter().zip(steps).filter_map(|(step, day)| Some(StepTaken { step: *step, day: day? }));
        let data = OwnData {
            made_at: Moment(self.now),
            email_links: links(tx, &about)?,
            password: Password { set_at: about.password_set_at.map(Moment) },
            passkeys: passkeys(tx, &about)?,
            devices: self.devices(tx, &about)?,
            recognised_browsers: browsers(tx, &about)?,
            mails: mails(tx, &about)?,
            steps: steps.collect(),
            letters_made_at: store::own_data::letters(tx, about.occupancy)?.into_iter().map(Moment).collect(),
            leaving: leaving(tx, &about)?,
            proposals: proposals(tx, &about)?,
            requests: requested(tx, &about)?,
            log_goes_on: log.next.is_some(),
            log: log.lines,
            occupancy: Occupancy {
                starts_on: about.starts_on,
                ends_on: store::users::leaves_on(tx, about.identity)?,
                entered_at: Moment(about.created_at),
            },
            account: account(&about),
            home: home(about),
        };
        Ok((actor, data))
    }

    fn devices(&self, tx: &mut Read<'_>, about: &About) -> Result<Vec<Device>, StoreError> {
        let own = |it: store::own_data::Session| Device {
            browser: BrowserKind::parse(&it.device.0).unwrap_or(BrowserKind::Other),
            system: System::parse(&it.device.1).unwrap_or(System::Other),
            signed_in: it.ended_at.is_none()
                && it.ends_at > self.now
                && it.generation == about.generation
                && !self.lifetimes.idle(it.seen_at, self.now, false),
            since: Moment(it.created_at),
            seen_at: Moment(it.seen_at),
            ended_at: it.ended_at.map(Moment),
        };
        Ok(store::own_data::sessions(tx, about.identity)?.into_iter().map(own).collect())
    }
}

fn home(about: About) -> Home {
    let home = about.home;
    Home {
        landlord: about.landlord,
        project: about.project,
        client_number: home.client_number,
        street: home.street,
        house_number: home.house_number,
        addition: home.addition,
        postcode: home.postcode,
        place: home.place,
        build_number: home.build_number,
    }
}

fn account(about: &About) -> Account {
    Account {
        username: about.username.clone(),
        main: about.main,
        language: about.language,
        signed_in_at: about.signed_in_at.map(Moment),
        access_renewed_at: about.renewed_at.map(Moment),
    }
}

fn links(tx: &mut Read<'_>, about: &About) -> Result<Vec<OwnLink>, StoreError> {
    let mut names = Names::new(about);
    let mut all = Vec::new();
    for it in store::own_data::links(tx, about.occupancy)? {
        let linked_by = match store::own_data::linked_by(tx, about, it.created_at)? {
            Some(actor) => names.of(tx, &actor)?,
            None => Who::Unknown,
        };
        // Of several residents one may have left since: whose address it was is not told in full to those who stayed.
        let of_before = it.ended_at.is_some_and(|ended| about.renewed_at.is_some_and(|renewed| ended <= renewed));
        all.push(OwnLink {
            address: if of_before { masked(&it.address) } else { it.address },
            proof: it.proof,
            delivery: it.delivery,
            linked_by,
            linked_at: Moment(it.created_at),
            confirmed_at: it.confirmed_at.map(Moment),
            ended_at: it.ended_at.map(Moment),
        });
    }
    Ok(all)
}

fn masked(address: &str) -> String {
    Address::parse(address).map(|address| address.masked()).unwrap_or_default()
}

fn passkeys(tx: &mut Read<'_>, about: &About) -> Result<Vec<OwnPasskey>, StoreError> {
    let found = store::passkey::of_owner(tx, (about.identity, about.generation))?;
    let own = |it: store::passkey::OwnPasskey| OwnPasskey {
        name: it.name,
        made_at: Moment(it.created_at),
        used_at: it.used_at.map(Moment),
    };
    Ok(found.into_iter().map(own).collect())
}

fn browsers(tx: &mut Read<'_>, about: &About) -> Result<Vec<Browser>, StoreError> {
    let found = store::own_data::browsers(tx, about.identity)?;
    Ok(found.into_iter().map(|(since, seen)| Browser { since: Moment(since), seen_at: Moment(seen) }).collect())
}

fn mails(tx: &mut Read<'_>, about: &About) -> Result<Vec<Mail>, StoreError> {
    let own = |it: store::own_data::Mail| Mail {
        kind: it.kind,
        state: it.state,
        to: it.masked,
        asked_at: Moment(it.created_at),
        ended_at: it.ended_at.map(Moment),
    };
    Ok(store::own_data::mails(tx, about.identity)?.into_iter().map(own).collect())
}

fn leaving(tx: &mut Read<'_>, about: &About) -> Result<Vec<Change>, StoreError> {
    let own = |it: store::own_data::Change| Change {
        kind: it.kind,
        state: it.state,
        last_day: it.ends_on,
        planned_at: Moment(it.created_at),
        still_here_at: it.still_here_at.map(Moment),
    };
    let found = store::own_data::changes(tx, about.dwelling, about.occupancy)?;
    // Nobody is told of a death.
    Ok(found.into_iter().filter(|it| it.kind.tells()).map(own).collect())
}

fn proposals(tx: &mut Read<'_>, about: &About) -> Result<Vec<Proposal>, StoreError> {
    let own = |it: store::own_data::Proposed| Proposal {
        kind: it.kind,
        state: it.state,
        change: it.masked,
        proposed_at: Moment(it.at),
        waits_until: it.waits_until.map(Moment),
        decided_at: it.decided_at.map(Moment),
        reason: it.reason,
    };
    Ok(store::own_data::proposals(tx, about.occupancy)?.into_iter().map(own).collect())
}

fn requested(tx: &mut Read<'_>, about: &About) -> Result<Vec<Requested>, StoreError> {
    let own = |it: store::data_request::Own| Requested {
        kind: it.kind,
        about: it.about,
        words: it.words,
        asked_at: Moment(it.asked_at),
        due_on: it.due_on,
        answer: it.answer,
        answered_at: it.answered_at.map(Moment),
    };
    Ok(store::data_request::of_occupancy(tx, about.occupancy)?.into_iter().map(own).collect())
}
