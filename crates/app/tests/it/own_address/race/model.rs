//! The model: the addresses of one account, which came in the place of which, and what anybody holds; and the house, asked about
//! all of it.

use app::own_address::{self, By, Wish};
use app::reset::{self, NewPassword};
use app::users::revoke;
use app::{Caller, sign_in};
use domain::access::Actor;
use domain::email::Address;
use domain::id::DwellingId;
use domain::time::{Span, Time};

use super::super::{CONFIRM, RESET, UNDO};
use super::Step;
use crate::house::{House, secret, text};
use crate::tenant_change::{enter, settle};

const LIVES: Span = Span::hours(24);
const UNDOES: Span = Span::hours(72);

/// An address that the account has or had.
struct Owner {
    mailbox: String,
    /// The one it came in the place of.
    before: Option<usize>,
    /// When it gave way.
    gave_way: Option<Time>,
    /// The links that take that back.
    undo: Vec<String>,
}

pub(super) struct World<'a> {
    house: &'a House,
    dwelling: DwellingId,
    username: String,
    clerk: &'a Actor,
    owners: Vec<Owner>,
    current: usize,
    /// Who asked last, and has not confirmed.
    asked: Option<usize>,
    password: Option<String>,
    old_passwords: Vec<String>,
    sessions: Vec<String>,
    ended: Vec<String>,
    confirms: Vec<(String, usize, Time)>,
    resets: Vec<(String, Time)>,
    dead_resets: Vec<String>,
    drawn: u32,
}

impl<'a> World<'a> {
    pub(super) async fn new(house: &'a House, clerk: &'a Actor, number: u32) -> Self {
        // What an earlier run left to be sent is not this one's.
        house.post.answer_normally();
        drop(house.deliver().await);
        let username = format!("ALMELO{}", 100 + number);
        let mailbox = format!("eerste.{number}@example.nl");
        let dwelling = house.home(&username, Some(&mailbox)).await;
        let one = settle(house, &username, &mailbox).await;
        let owner = Owner { mailbox, before: None, gave_way: None, undo: Vec::new() };
        Self {
            house,
            dwelling,
            username,
            clerk,
            owners: vec![owner],
            current: 0,
            asked: None,
            password: Some(crate::house::GOOD.to_owned()),
            old_passwords: Vec::new(),
            sessions: vec![one.session],
            ended: Vec::new(),
            confirms: Vec::new(),
            resets: Vec::new(),
            dead_resets: Vec::new(),
            drawn: number * 1000,
        }
    }

    fn now(&self) -> Time {
        self.house.app.clock.now()
    }

    /// All that gives access ended, and what waited to be confirmed.
    fn all_ends(&mut self) {
        self.ended.append(&mut self.sessions);
        self.old_passwords.extend(self.password.take());
        self.dead_resets.extend(self.resets.drain(..).map(|(link, _)| link));
        self.asked = None;
    }

    /// What came in the place of this address, if it gave way to the one in force by the residents' own changes.
    fn leads_to_current(&self, owner: usize) -> bool {
        let mut at = self.owners[self.current].before;
        while let Some(before) = at {
            if before == owner {
                return true;
            }
            at = self.owners[before].before;
        }
        false
    }

    fn can_undo(&self, owner: usize) -> bool {
        let young = self.owners[owner].gave_way.is_some_and(|at| self.now() - at < UNDOES);
        young && self.leads_to_current(owner)
    }

    pub(super) async fn take(&mut self, step: Step) {
        match step {
            Step::SignIn => self.sign_in().await,
            Step::Ask => self.ask().await,
            Step::Deliver => self.deliver().await,
            Step::PutOff => {
                let later = mail::transport::Answer::Refuse(mail::smtp::Stage::Rcpt, 451, "4.7.1 later".into());
                self.house.post.answer(1, later);
            }
            Step::Confirm(which, signed_in) => self.confirm(which, signed_in).await,
            Step::AskReset => {
                let ctx = self.house.from(&self.house.app.random_name());
                reset::ask(&self.house.app, &ctx, &self.username).await.unwrap();
            }
            Step::Reset(which) => self.reset(which).await,
            Step::Undo(which) => self.undo(which).await,
            Step::Revoke => {
                let (app, ctx) = (&self.house.app, self.house.ctx());
                revoke::revoke_unseen(app, &ctx, self.clerk, (self.dwelling, None)).await.unwrap();
                self.all_ends();
            }
            Step::Forward(hours) => {
                self.house.forward(Span::hours(hours));
                // Sessions end by themselves, which is not what this is about.
                self.sessions.clear();
            }
        }
    }

    async fn sign_in(&mut self) {
        let Some(password) = self.password.clone() else { return };
        let entered = enter(self.house, &self.username, &password, None).await.expect("the password works");
        self.sessions.push(entered.session.expose().to_owned());
    }

    async fn ask(&mut self) {
        let (Some(session), Some(password)) = (self.sessions.last().cloned(), self.password.clone()) else { return };
        self.drawn += 1;
        let mailbox = format!("volgende.{}@example.com", self.drawn);
        let wish = Wish { address: Address::parse(&mailbox).unwrap(), proof: secret(&password).into() };
        let ctx = self.house.from(&self.house.app.random_name());
        own_address::ask(&self.house.app, &ctx, Caller::Cookie(&session), wish).await.unwrap();
        self.owners.push(Owner { mailbox, before: None, gave_way: None, undo: Vec::new() });
        self.asked = Some(self.owners.len() - 1);
    }

    async fn deliver(&mut self) {
        let now = self.now();
        for mail in self.house.deliver().await {
            let (to, said) = (mail.envelope.to.as_str(), text(&mail));
            let Some(owner) = self.owners.iter().position(|owner| owner.mailbox == to) else { continue };
            if let Some(link) = link_in(&said, CONFIRM) {
                assert_eq!(self.asked, Some(owner), "only what was asked last is mailed");
                self.confirms.push((link, owner, now));
            } else if let Some(link) = link_in(&said, UNDO) {
                assert!(self.can_undo(owner), "{to} was told of what cannot be taken back");
                self.owners[owner].undo.push(link);
            } else if let Some(link) = link_in(&said, RESET) {
                assert_eq!(self.current, owner, "a link to a new password goes to the address in force");
                self.resets.push((link, now));
            }
        }
    }

    async fn confirm(&mut self, which: usize, signed_in: bool) {
        let Some((link, owner, sent)) = choose(&self.confirms, which).cloned() else { return };
        let (session, password) = (self.sessions.last().cloned(), self.password.clone());
        let by = match (&session, &password) {
            (Some(session), _) if signed_in => By::SignedIn(Caller::Cookie(session)),
            (_, Some(password)) => By::Password(secret(password)),
            _ => return,
        };
        let works = self.asked == Some(owner) && self.now() - sent < LIVES;
        let done = own_address::confirm(&self.house.app, &self.house.ctx(), &link, by).await;
        assert_eq!(done.is_ok(), works, "{done:?}");
        if works {
            self.owners[self.current].gave_way = Some(self.now());
            self.owners[owner].before = Some(self.current);
            self.current = owner;
            self.asked = None;
            self.dead_resets.extend(self.resets.drain(..).map(|(link, _)| link));
        }
    }

    async fn reset(&mut self, which: usize) {
        let Some((link, sent)) = choose(&self.resets, which).cloned() else { return };
        self.drawn += 1;
        let password = format!("een zin met nummer {} erin", self.drawn);
        let cmd = NewPassword { password: secret(&password), username: None };
        let ctx = self.house.from(&self.house.app.random_name());
        let done = reset::set(&self.house.app, &ctx, &link, cmd).await;
        // Three newer ones may have been sent, so that it need not work.
        assert!(done.is_err() || self.now() - sent < LIVES, "a link that is too old set a password");
        if done.is_ok() {
            self.all_ends();
            self.password = Some(password);
        }
    }

    async fn undo(&mut self, which: usize) {
        let all: Vec<(usize, String)> = (0..self.owners.len())
            .flat_map(|owner| self.owners[owner].undo.iter().map(move |link| (owner, link.clone())))
            .collect();
        let Some((owner, link)) = choose(&all, which).cloned() else { return };
        self.take_back(owner, &link).await;
    }

    async fn take_back(&mut self, owner: usize, link: &str) {
        let works = self.can_undo(owner);
        let done = own_address::undo(&self.house.app, &self.house.ctx(), link, &self.username).await;
        assert_eq!(done.is_ok(), works, "{done:?}");
        if works {
            self.current = owner;
            self.owners[owner].gave_way = None;
            self.owners[owner].undo.clear();
            self.all_ends();
        }
    }

    /// All that anybody held, looked at without changing anything.
    pub(super) async fn check(&self) {
        let (app, ctx) = (&self.house.app, self.house.ctx());
        for owner in 0..self.owners.len() {
            for link in &self.owners[owner].undo {
                let opened = own_address::open_undo(app, &ctx, link).await.unwrap();
                assert_eq!(opened.is_ok(), self.can_undo(owner), "{opened:?} of {}", self.owners[owner].mailbox);
            }
        }
        for (link, owner, sent) in &self.confirms {
            let opened = own_address::open_confirm(app, &ctx, link, None).await.unwrap();
            assert_eq!(opened.is_ok(), self.asked == Some(*owner) && ctx.now - *sent < LIVES, "{opened:?}");
        }
        for session in &self.sessions {
            assert!(sign_in::who(app, &ctx, session).await.unwrap().is_some());
        }
        for session in &self.ended {
            assert!(sign_in::who(app, &ctx, session).await.unwrap().is_none(), "a session outlived its end");
        }
        for link in &self.dead_resets {
            assert!(reset::open(app, &ctx, link).await.unwrap().is_err(), "a link to a new password outlived its end");
        }
    }

    /// Whoever owned the first address takes all of it back while that may be, and nobody else gets in after that.
    pub(super) async fn end(&mut self) {
        self.house.post.answer_normally();
        self.house.forward(Span::minutes(40));
        self.sessions.clear();
        self.deliver().await;
        let Some(link) = self.owners[0].undo.last().cloned().filter(|_| self.can_undo(0)) else { return };
        self.take_back(0, &link).await;
        self.check().await;
        for password in self.old_passwords.clone() {
            assert!(enter(self.house, &self.username, &password, None).await.is_err(), "an old password works");
        }
        self.house.forward(Span::hours(2));
        self.deliver().await;
        let mailbox = self.owners[0].mailbox.clone();
        let ctx = self.house.from(&self.house.app.random_name());
        reset::ask(&self.house.app, &ctx, &self.username).await.unwrap();
        self.resets.clear();
        self.deliver().await;
        let (link, _) = self.resets.last().cloned().unwrap_or_else(|| panic!("no link for {mailbox}"));
        let cmd = NewPassword { password: secret("weer een eigen lange zin"), username: None };
        reset::set(&self.house.app, &self.house.ctx(), &link, cmd).await.unwrap();
        enter(self.house, &self.username, "weer een eigen lange zin", None).await.unwrap();
    }
}

fn choose<T>(all: &[T], which: usize) -> Option<&T> {
    // The newest are the most interesting.
    all.iter().rev().nth(which % all.len().max(1))
}

/// The secret of the link to this page in a mail, when there is one.
fn link_in(text: &str, page: &str) -> Option<String> {
    let rest = text.split(page).nth(1)?;
    let token: String = rest.chars().take_while(|sign| sign.is_ascii_alphanumeric() || "-_".contains(*sign)).collect();
    (token.len() == 43).then_some(token)
}
