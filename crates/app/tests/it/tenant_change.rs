//! A household leaves, another comes (PRODUCT 3.7, law 6): what works a moment before works no more a moment after, with
//! nothing running; and what was planned can be called off as if it had never been.

mod around;
mod interleavings;
mod late;
mod midnight;
mod mistake;
mod planning;
mod remains;
mod rights;
mod second;
mod still_here;

use app::reset::{self, NewPassword};
use app::sign_in::{self, Enter, EnterError};
use app::tenant_change::{self as change, ChangeError, Planned, Wish};
use domain::access::Actor;
use domain::email::Address;
use domain::id::{DwellingId, IdentityId, TenantChangeId};
use domain::tenant_change::{Days, Kind};
use domain::time::{Day, Time};

use crate::house::{GOOD, House, secret, text, token};

const PAGE: &str = "/login/accounts/pass/reset/";

/// Somebody who set a password, is signed in, and holds a link that was not used yet.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) username: String,
    pub(crate) identity: IdentityId,
    pub(crate) session: String,
    device: String,
    link: String,
}

/// What works of what somebody holds: session, password, recognised browser, link.
pub(crate) async fn works(house: &House, person: &Person) -> [bool; 4] {
    let (app, ctx) = (&house.app, house.from(&house.app.random_name()));
    let session = sign_in::who(app, &ctx, &person.session).await.unwrap();
    let session = session.is_some_and(|who| who.identity == person.identity);
    let password = match enter(house, &person.username, GOOD, None).await {
        Ok(entered) => {
            let who = sign_in::who(app, &ctx, entered.session.expose()).await.unwrap().expect("signed in");
            who.identity == person.identity
        }
        Err(EnterError::Wrong) => false,
        Err(other) => panic!("{other}"),
    };
    let (hash, now) = (crypto::token::hash("device", &person.device), ctx.now);
    let device = app.db.read(move |tx| store::session::recognised(tx, &hash, Time::from_micros(0), now));
    let device = device.await.unwrap() == Some(person.identity);
    let link = reset::open(app, &ctx, &person.link).await.unwrap().is_ok();
    [session, password, device, link]
}

pub(crate) const ALL: [bool; 4] = [true; 4];
pub(crate) const NOTHING: [bool; 4] = [false; 4];

pub(crate) async fn enter(
    house: &House,
    username: &str,
    password: &str,
    device: Option<&str>,
) -> Result<sign_in::Entered, EnterError> {
    let cmd = Enter { name: username.to_owned(), password: secret(password), device: device.map(str::to_owned) };
    sign_in::enter(&house.app, &house.from(&house.app.random_name()), cmd).await
}

pub(crate) async fn ask(house: &House, username: &str) {
    reset::ask(&house.app, &house.from(&house.app.random_name()), username).await.unwrap();
}

/// The mails that are due, without the notices that somebody leaves.
pub(crate) async fn mails(house: &House) -> Vec<mail::transport::Delivered> {
    let mut all = house.deliver().await;
    all.retain(|mail| !text(mail).contains("/email/still-here/"));
    all
}

/// The only mail that comes of asking; its link.
pub(crate) async fn mailed(house: &House, username: &str, to: &str) -> String {
    ask(house, username).await;
    let mails = mails(house).await;
    assert_eq!(mails.len(), 1, "one mail for {username} on {}", house.engine);
    assert_eq!(mails[0].envelope.to.as_str(), to);
    token(&mails[0], PAGE)
}

/// Whoever lives there sets a password, signs in, and asks for another link.
pub(crate) async fn settle(house: &House, username: &str, address: &str) -> Person {
    let link = mailed(house, username, address).await;
    let cmd = NewPassword { password: secret(GOOD), username: Some(username.to_owned()) };
    let done = reset::set(&house.app, &house.ctx(), &link, cmd).await.unwrap();
    house.deliver().await;
    let device = done.device.expose().to_owned();
    let entered = enter(house, username, GOOD, Some(&device)).await.unwrap();
    let session = entered.session.expose().to_owned();
    let who = sign_in::who(&house.app, &house.ctx(), &session).await.unwrap().unwrap();
    let link = mailed(house, username, address).await;
    Person { username: username.to_owned(), identity: who.identity, session, device, link }
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Moves the clock.
fn at(house: &House, time: Time) {
    house.forward(time - house.app.clock.now());
}

fn noon(text: &str) -> Time {
    day(text).starts_at() + domain::time::Span::hours(12)
}

pub(crate) fn wish(kind: Kind, last: &str, first: &str, address: Option<&str>) -> Wish {
    let given = |text: &str| (!text.is_empty()).then(|| day(text));
    let days = Days { kind, last: given(last), first: given(first) };
    Wish { days, address: address.map(|address| Address::parse(address).unwrap()), seen: None }
}

pub(crate) async fn plan(house: &House, dwelling: DwellingId, wish: Wish) -> Result<Planned, ChangeError> {
    change::plan(&house.app, &house.ctx(), &Actor::Server, dwelling, wish).await
}

async fn replan(house: &House, id: TenantChangeId, wish: Wish) -> Result<Planned, ChangeError> {
    change::replan(&house.app, &house.ctx(), &Actor::Server, id, wish).await
}

async fn cancel(house: &House, id: TenantChangeId) -> Result<(), ChangeError> {
    change::cancel(&house.app, &house.ctx(), &Actor::Server, id).await
}

async fn finish(house: &House) -> usize {
    change::finish_due(&house.app).await.unwrap()
}

/// How many rows of a table hang on an identity.
async fn rows(house: &House, table: &str, person: &Person, more: &str) -> i64 {
    let id = person.identity.to_string();
    let id = if house.engine == "sqlite" { format!("x'{}'", id.replace('-', "")) } else { format!("'{id}'") };
    let sql = format!("SELECT count(*) FROM {table} WHERE identity_id = {id} {more}");
    testkit::raw::count(&house.fresh, &sql).await
}

/// The same without that somebody looked.
async fn done(house: &House, dwelling: DwellingId) -> Vec<String> {
    told(house, dwelling).await.into_iter().filter(|line| !line.starts_with("homes.seen")).collect()
}

/// What the log has about a home, as words of the acts with their reasons, sorted.
async fn told(house: &House, dwelling: DwellingId) -> Vec<String> {
    let lines = house.app.db.read(move |tx| store::audit::of_subject(tx, dwelling.uuid())).await.unwrap();
    let told = |line: store::audit::Stored| {
        format!("{} {}", line.act.trim_start_matches("tenant-change."), line.reason.unwrap_or_default())
    };
    let mut all: Vec<String> = lines.into_iter().map(told).collect();
    all.sort();
    all
}
