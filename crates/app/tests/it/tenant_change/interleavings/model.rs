//! The model: households with their bounds and what they hold; and the house, asked about every one of them.

use app::reset::{self, NewPassword};
use app::sign_in::{self, EnterError};
use app::tenant_change::{Planned, Wish};
use domain::email::Address;
use domain::id::{DwellingId, IdentityId};
use domain::tenant_change::Days;
use domain::time::{Day, Span, Time};

use super::super::{PAGE, cancel, enter, finish, plan, replan};
use super::steps::{Brings, Jump, Step, Wished};
use crate::house::{House, secret, text};

/// A household behind one of the two accounts.
#[derive(Debug)]
struct Household {
    second: bool,
    address: Option<String>,
    starts: Time,
    ends: Option<Time>,
    /// It was called off before it came.
    never: bool,
    identity: Option<IdentityId>,
    password: Option<String>,
    sessions: Vec<(String, Time)>,
    devices: Vec<String>,
    links: Vec<(String, Time)>,
}

impl Household {
    fn lives(&self, now: Time) -> bool {
        !self.never && self.starts <= now && self.ends.is_none_or(|ends| now < ends)
    }
}

/// A plan that was accepted.
struct Accepted {
    planned: Planned,
    leaving: Vec<usize>,
    comers: Option<usize>,
}

pub(super) struct World<'a> {
    house: &'a House,
    dwelling: DwellingId,
    usernames: [String; 2],
    households: Vec<Household>,
    last: Option<Accepted>,
    passwords: u32,
    asked: [Vec<Time>; 2],
}

impl<'a> World<'a> {
    /// A home with two accounts; the households behind them have an address and nothing more.
    pub(super) async fn new(house: &'a House, number: u32) -> Self {
        let usernames = [98 + 2 * number, 99 + 2 * number].map(|number| format!("ALMELO{number}"));
        let now = house.app.clock.now();
        let address = |name: &str| format!("{name}{number}@example.nl");
        let dwelling = house.home(&usernames[0], Some(&address("een"))).await;
        house.home(&usernames[1], Some(&address("twee"))).await;
        testkit::raw::move_in_with(&house.fresh, &usernames[1], &usernames[0]).await;
        let household = |second, address| Household { second, ..fresh_household(Some(address), now) };
        let households = vec![household(false, address("een")), household(true, address("twee"))];
        Self { house, dwelling, usernames, households, last: None, passwords: 0, asked: [Vec::new(), Vec::new()] }
    }

    fn now(&self) -> Time {
        self.house.app.clock.now()
    }

    fn username(&self, household: &Household) -> &str {
        &self.usernames[usize::from(household.second)]
    }

    pub(super) async fn take(&mut self, step: Step) {
        match step {
            Step::Plan(wished) => {
                let (wish, address) = self.wish(wished);
                let planned = plan(self.house, self.dwelling, wish).await;
                if let Ok(planned) = planned {
                    self.accept(planned, address);
                }
            }
            Step::Replan(wished) => {
                let Some(id) = self.last.as_ref().map(|last| last.planned.id) else { return };
                let (wish, address) = self.wish(wished);
                if let Ok(planned) = replan(self.house, id, wish).await {
                    self.called_off();
                    self.accept(planned, address);
                }
            }
            Step::Cancel => {
                let Some(id) = self.last.as_ref().map(|last| last.planned.id) else { return };
                if cancel(self.house, id).await.is_ok() {
                    self.called_off();
                }
            }
            Step::Forward(jump) => self.forward(jump),
            Step::SignIn(who, device) => self.sign_in(who % self.households.len(), device).await,
            Step::Ask(second) => {
                super::super::ask(self.house, &self.usernames[usize::from(second)]).await;
                let now = self.now();
                self.asked[usize::from(second)].push(now);
            }
            Step::PutOff => {
                let later = mail::transport::Answer::Refuse(mail::smtp::Stage::Rcpt, 451, "4.7.1 later".into());
                self.house.post.answer(1, later);
            }
            Step::Deliver => self.deliver().await,
            Step::UseLink(who) => self.use_link(who % self.households.len()).await,
            Step::Worker => drop(finish(self.house).await),
        }
    }

    fn wish(&self, wished: Wished) -> (Wish, Option<String>) {
        let now = self.now();
        let today = Day::of(now);
        let last = (0..wished.last.max(0))
            .fold(today.days_before(u16::from((-wished.last).max(0).unsigned_abs())), |day, _| day.next());
        let first = (0..=wished.vacant).fold(last, |day, _| day.next());
        let theirs =
            self.households.iter().rev().find(|it| !it.second && it.lives(now)).and_then(|it| it.address.clone());
        let address = match wished.brings {
            _ if !wished.kind.begins() => None,
            Brings::Nothing => None,
            Brings::Own => {
                Some(format!("comer{}.{}@example.nl", self.households.len(), self.usernames[0].to_lowercase()))
            }
            Brings::Theirs => theirs,
        };
        let days = Days { kind: wished.kind, last: Some(last), first: Some(first) };
        (Wish { days, address: address.as_deref().map(|it| Address::parse(it).unwrap()), seen: None }, address)
    }

    /// Everybody who lives there leaves; the comers come. The moments are held against the calendar.
    fn accept(&mut self, planned: Planned, address: Option<String>) {
        let now = self.now();
        let mut leaving = Vec::new();
        if let Some((last, ends)) = planned.moments.ends {
            assert!(ends == now || ends == last.next().starts_at() && ends > now, "{planned:?} at {now}");
            for (at, household) in self.households.iter_mut().enumerate() {
                if household.lives(now) {
                    household.ends = Some(ends);
                    leaving.push(at);
                }
            }
        }
        let comers = planned.moments.begins.map(|(first, starts)| {
            assert!(starts == now || starts == first.starts_at() && starts > now, "{planned:?} at {now}");
            self.households.push(fresh_household(address, starts));
            self.households.len() - 1
        });
        self.last = Some(Accepted { planned, leaving, comers });
    }

    fn called_off(&mut self) {
        let now = self.now();
        let Some(accepted) = self.last.take() else { return };
        if accepted.planned.moments.ends.is_some_and(|(_, ends)| ends > now) {
            for at in accepted.leaving {
                self.households[at].ends = None;
            }
        }
        if let Some(comers) = accepted.comers {
            assert!(self.households[comers].starts > now, "those who came are not called off");
            self.households[comers].never = true;
        }
    }

    fn forward(&mut self, jump: Jump) {
        let now = self.now();
        let bounds = self.households.iter().filter(|it| !it.never).flat_map(|it| [Some(it.starts), it.ends]).flatten();
        let next = bounds.filter(|at| *at > now).min();
        let by = match (jump, next) {
            (Jump::Minutes(minutes), _) => Span::minutes(i64::from(minutes)),
            (Jump::Before, Some(next)) => (next - Span::seconds(1)) - now,
            (Jump::Exactly, Some(next)) => next - now,
            (Jump::Before | Jump::Exactly, None) => Span::hours(1),
        };
        self.house.forward(by.max(Span::from_micros(0)));
    }

    async fn sign_in(&mut self, who: usize, with_device: bool) {
        let now = self.now();
        let household = &self.households[who];
        let Some(password) = household.password.clone() else { return };
        let device = household.devices.last().filter(|_| with_device).cloned();
        let entered = enter(self.house, self.username(household), &password, device.as_deref()).await;
        let lives = household.lives(now);
        match entered {
            Ok(entered) => {
                assert!(lives, "household {who} got in with its old password");
                let cookie = entered.session.expose().to_owned();
                let found =
                    sign_in::who(&self.house.app, &self.house.ctx(), &cookie).await.unwrap().expect("signed in");
                self.is(who, found.identity);
                self.households[who].sessions.push((cookie, now));
                if let Some(device) = entered.device {
                    self.households[who].devices.push(device.expose().to_owned());
                }
            }
            Err(EnterError::Wrong) => assert!(!lives, "household {who} lives there and does not get in"),
            Err(other) => panic!("{other}"),
        }
    }

    /// A household is one identity, and nobody else is it.
    fn is(&mut self, who: usize, identity: IdentityId) {
        for (at, other) in self.households.iter().enumerate() {
            if at == who {
                assert!(other.identity.is_none_or(|known| known == identity), "household {who} is two identities");
            } else {
                assert_ne!(other.identity, Some(identity), "households {at} and {who} are one identity");
            }
        }
        self.households[who].identity = Some(identity);
    }

    async fn deliver(&mut self) {
        let now = self.now();
        for mail in self.house.deliver().await {
            let to = mail.envelope.to.as_str();
            // A mail that was put off in an earlier run goes to the home of that run.
            if !self.households.iter().any(|it| it.address.as_deref() == Some(to)) {
                continue;
            }
            let said = text(&mail);
            if said.contains("/email/still-here/") {
                // That they leave is told to those who live or lived there, and to nobody who is to come.
                let began = self.households.iter().any(|it| it.starts <= now && it.address.as_deref() == Some(to));
                assert!(began, "{to} was told to leave and has not come");
                continue;
            }
            let who = self.households.iter().position(|it| it.lives(now) && it.address.as_deref() == Some(to));
            let who = who.unwrap_or_else(|| panic!("a mail went to {to}, who does not live there"));
            let Some(link) = link_in(&said) else { continue };
            let starts = self.households[who].starts;
            let asked = &self.asked[usize::from(self.households[who].second)];
            assert!(asked.iter().any(|at| *at >= starts), "household {who} got a link that others asked for");
            self.households[who].links.push((link, now));
        }
    }

    async fn use_link(&mut self, who: usize) {
        let now = self.now();
        let Some((link, sent)) = self.households[who].links.last().cloned() else { return };
        self.passwords += 1;
        let password = format!("een zin met nummer {} erin", self.passwords);
        let username = self.username(&self.households[who]).to_owned();
        let cmd = NewPassword { password: secret(&password), username: Some(username) };
        let ctx = self.house.from(&self.house.app.random_name());
        let done = reset::set(&self.house.app, &ctx, &link, cmd).await;
        let household = &mut self.households[who];
        let works = household.lives(now) && now - sent < Span::hours(24);
        match done {
            Ok(done) => {
                assert!(works, "household {who} set a password with a link that is dead");
                household.password = Some(password);
                household.sessions.clear();
                household.links.clear();
                household.devices = vec![done.device.expose().to_owned()];
            }
            Err(error) => assert!(!works, "household {who} lives there: {error}"),
        }
    }

    /// Everything that every household ever held, looked at without changing anything.
    pub(super) async fn check(&self) {
        let (now, ctx, app) = (self.now(), self.house.ctx(), &self.house.app);
        for (who, household) in self.households.iter().enumerate() {
            let lives = household.lives(now);
            for (cookie, since) in &household.sessions {
                let found = sign_in::who(app, &ctx, cookie).await.unwrap();
                let young = now - *since < Span::days(10);
                assert!(found.is_none() || lives, "household {who} is still signed in");
                assert!(found.is_some() || !lives || !young, "household {who} lives there and was signed out");
            }
            for device in &household.devices {
                let hash = crypto::token::hash("device", device);
                let known = app.db.read(move |tx| store::session::recognised(tx, &hash, Time::from_micros(0), now));
                let known = known.await.unwrap();
                assert_eq!(known.is_some(), lives, "a browser of household {who}");
            }
            for (at, (link, sent)) in household.links.iter().enumerate() {
                let open = reset::open(app, &ctx, link).await.unwrap().is_ok();
                let newest = at + 1 == household.links.len() && now - *sent < Span::hours(24);
                assert!(!open || lives, "a link of household {who} still opens");
                assert!(open || !lives || !newest, "the newest link of household {who} is dead");
            }
        }
    }

    /// Whoever lives there now, and has an address, gets in from nothing.
    pub(super) async fn end(&mut self) {
        self.house.post.answer_normally();
        self.house.forward(Span::hours(2));
        for second in [false, true] {
            self.take(Step::Ask(second)).await;
        }
        self.deliver().await;
        // A mail that another one was in the way of goes half a minute later; one that the database had no time for, when its
        // lease is over.
        self.house.forward(Span::minutes(10));
        self.deliver().await;
        let now = self.now();
        for who in 0..self.households.len() {
            let household = &self.households[who];
            if household.lives(now) && household.address.is_some() {
                assert!(!household.links.is_empty(), "household {who} asked for a link and got none");
                self.use_link(who).await;
                self.sign_in(who, true).await;
            }
        }
        self.check().await;
        finish(self.house).await;
        self.check().await;
    }
}

fn fresh_household(address: Option<String>, starts: Time) -> Household {
    Household {
        second: false,
        address,
        starts,
        ends: None,
        never: false,
        identity: None,
        password: None,
        sessions: Vec::new(),
        devices: Vec::new(),
        links: Vec::new(),
    }
}

/// The token of a link to the page of a new password, if there is one.
fn link_in(text: &str) -> Option<String> {
    let rest = text.split(PAGE).nth(1)?;
    let token: String = rest.chars().take_while(|sign| sign.is_ascii_alphanumeric() || "-_".contains(*sign)).collect();
    (token.len() == 43).then_some(token)
}
