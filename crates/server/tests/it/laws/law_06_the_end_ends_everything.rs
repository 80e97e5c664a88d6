//! Law 6: a household left. Whatever they kept (cookie, browser, password, passkey, link, open form, a mail under way) opens nothing
//! from the moment it is due, with no worker running; and after the worker too. Who comes is somebody else.

use app::first_login::homes;
use app::tenant_change::{self as change, Wish};
use domain::access::Actor;
use domain::email::Address;
use domain::id::DwellingId;
use domain::tenant_change::{Days, Kind};
use domain::time::{Day, Span, Time};
use testkit::each_engine;
use testkit::phone::Phone;

use crate::testapp::{Client, GOOD, OTHER, TestApp};

/// What somebody who leaves may have kept.
struct Kept {
    username: String,
    cookie: Client,
    browser: Client,
    links: [String; 2],
    phone: Phone,
}

impl Kept {
    async fn of(house: &TestApp, number: &str, address: &str) -> Self {
        let mut resident = house.signed_in("linde/zuid", number, address).await;
        let phone = resident.client.make_passkey().await;
        assert_eq!(house.only_mail().await.to, address);
        let mut browser = resident.client.clone();
        browser.jar.remove("__Host-session").expect("a session beside the recognised browser");
        let links = [house.reset_link(&resident.username).await, house.reset_link(&resident.username).await];
        Self { username: resident.username, cookie: resident.client, browser, links, phone }
    }

    /// Everything is tried, as often as it takes.
    async fn opens_nothing(&self, house: &TestApp) {
        self.cookie.clone().get("/").await.leads_to("/login/?after=session");
        for mut who in [self.browser.clone(), house.client()] {
            who.post_login(&self.username, GOOD).await.expect(401);
            who.use_passkey(&self.phone, |_| {}).await.expect(401);
            assert!(!who.jar.contains_key("__Host-session"), "no session for {} on {}", self.username, house.engine);
        }
        for link in &self.links {
            for mut who in [self.browser.clone(), house.client()] {
                who.head(link).await.expect(410);
                who.get(link).await.expect(410);
                // The form was open before the moment, and is sent after it.
                let form = [("username", self.username.as_str()), ("password", OTHER)];
                who.post_form(link, &form).await.expect(410);
            }
        }
        self.cookie.clone().post_form("/logout/", &[]).await.leads_to("/login/?after=leaving");
    }

    async fn opens_all(&self, house: &TestApp) {
        self.cookie.clone().get("/").await.expect(200);
        self.browser.clone().post_login(&self.username, GOOD).await.leads_to("/");
        house.client().use_passkey(&self.phone, |_| {}).await.leads_to("/");
        for link in &self.links {
            house.client().get(link).await.expect(200);
        }
    }
}

async fn dwelling(house: &TestApp, username: &str) -> DwellingId {
    let (path, ctx) = ("linde/zuid".parse().unwrap(), house.app.command());
    let found = homes::search(&house.app, &ctx, &Actor::Server, &path, username).await.unwrap();
    found.homes[0].dwelling
}

async fn plan(house: &TestApp, username: &str, kind: Kind, address: Option<&str>) -> change::Planned {
    if let Some(address) = address {
        house.seen.address(address);
    }
    let today = Day::of(house.clock.now());
    let days = Days { kind, last: Some(today), first: Some(today.next()) };
    let wish = Wish { days, address: address.map(|address| Address::parse(address).unwrap()), seen: None };
    let home = dwelling(house, username).await;
    let planned = change::plan(&house.app, &house.app.command(), &Actor::Server, home, wish).await.unwrap();
    // Those who leave hear of it; by that link they get in nowhere.
    let told = house.only_mail().await.path();
    assert!(told.starts_with("/email/still-here/"), "{told}");
    house.client().get(&told.replace("/email/still-here/", "/login/accounts/pass/reset/")).await.expect(410);
    planned
}

fn at(house: &TestApp, time: Time) {
    house.forward(time - house.clock.now());
}

async fn leaves(house: TestApp, worker: bool) {
    house.clients().await;
    let old = Kept::of(&house, "V1", "oud@example.nl").await;
    let neighbour = Kept::of(&house, "V2", "buur@example.nl").await;
    let planned = plan(&house, &old.username, Kind::NewTenant, Some("nieuw@example.nl")).await;
    let (_, moment) = planned.moments.ends.unwrap();
    at(&house, moment - Span::seconds(1));
    old.opens_all(&house).await;
    // Asked in the last second, and sent after the moment.
    house.client().ask_reset(&old.username).await.expect(303);
    at(&house, moment);
    if worker {
        assert_eq!(change::finish_due(&house.app).await.unwrap(), 1);
    }
    old.opens_nothing(&house).await;
    assert!(house.deliver_mail().await.is_empty(), "nobody gets the mail that was under way");

    let link = house.reset_link(&old.username).await;
    let mut new = house.client();
    let form = [("username", old.username.as_str()), ("password", OTHER)];
    new.post_form(&link, &form).await.leads_to("/login/?after=password");
    let notice = house.only_mail().await;
    assert_eq!(notice.to, "nieuw@example.nl");
    new.post_login(&old.username, OTHER).await.leads_to("/");
    let page = new.get("/").await.expect(200).text();
    assert!(page.contains(&old.username) && !page.contains("oud@"), "nothing of who lived there before");
    old.opens_nothing(&house).await;
    neighbour.opens_all(&house).await;
    house.finish().await;
}

#[tokio::test]
async fn who_left_holds_nothing_a_moment_later() {
    each_engine(|fresh| async move { leaves(TestApp::build(fresh).await, false).await }).await;
}

#[tokio::test]
async fn who_left_holds_nothing_when_the_worker_was_there() {
    each_engine(|fresh| async move { leaves(TestApp::build(fresh).await, true).await }).await;
}

#[tokio::test]
async fn who_is_put_out_is_out_in_the_middle_of_a_click() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let old = Kept::of(&house, "V1", "oud@example.nl").await;
        old.opens_all(&house).await;
        assert!(plan(&house, &old.username, Kind::Eviction, None).await.done);
        old.opens_nothing(&house).await;
        house.client().ask_reset(&old.username).await.expect(303);
        assert!(house.deliver_mail().await.is_empty(), "nobody lives there on {}", house.engine);
        old.opens_nothing(&house).await;
        house.finish().await;
    })
    .await;
}
