//! Law 6 for people who work with the homes: a colleague who is ended, and everybody of a client that is frozen, holds nothing
//! one request later: cookie, recognised browser, invitation, link for a new password, open form.

use domain::role::Role;
use testkit::each_engine;

use crate::testapp::{Client, GOOD, OTHER, Staff, TestApp};

const LIST: &str = "/service/collegas/";

/// The piece of a page between a mark and a sign.
pub(crate) fn after<'a>(page: &'a str, mark: &str, end: char) -> &'a str {
    page.split(mark).nth(1).unwrap_or_else(|| panic!("{mark} is not in {page}")).split(end).next().unwrap()
}

/// Where somebody of the list is ended.
pub(crate) async fn end_of(admin: &mut Client, root: &str, email: &str) -> String {
    let page = admin.get(root).await.expect(200).text();
    let row = page.split("<tr>").find(|row| row.contains(&format!(">{email}"))).expect("a row").to_owned();
    let ids = after(&row, root, '/').to_owned();
    format!("{root}{ids}/beeindigen/")
}

/// All that somebody may have kept.
struct Kept {
    email: String,
    cookie: Client,
    half: Client,
    reset: String,
    invitation: String,
    codes: Vec<String>,
}

impl Kept {
    async fn of(house: &TestApp, staff: &Staff) -> Self {
        let email = staff.email.clone();
        let half = house.half_way(staff).await;
        let reset = house.reset_link(&email).await;
        let invitation = house.invite(&email, Role::Clerk, "linde").await;
        Self { email, cookie: staff.client.clone(), half, reset, invitation, codes: staff.codes.clone() }
    }

    async fn opens_nothing(&self, house: &TestApp) {
        for page in ["/", "/service/projecten/", "/service/mutaties/?project=linde/zuid"] {
            let answer = self.cookie.clone().get(page).await.expect(303);
            assert!(answer.location().starts_with("/login/"), "{page} on {}", house.engine);
        }
        // A form that was open before is sent after.
        let form = [("project", "linde/zuid"), ("which", "all"), ("list", "not-told")];
        let sent = self.cookie.clone().post_form("/service/werklijst/verstrekt/", &form).await.expect(303);
        assert!(sent.location().starts_with("/login/"));
        for code in &self.codes[..2] {
            let answer = self.half.clone().post_form("/login/second-factor/", &[("code", code)]).await.expect(303);
            assert!(answer.location().starts_with("/login/"), "{answer:?}");
        }
        let mut recognised = self.cookie.clone();
        recognised.jar.remove("__Host-session").expect("a session beside the recognised browser");
        for mut who in [recognised, house.client()] {
            who.post_login(&self.email, GOOD).await.expect(401);
            assert!(!who.jar.contains_key("__Host-session"), "no session on {}", house.engine);
        }
        for link in [&self.reset, &self.invitation] {
            for mut who in [self.cookie.clone(), house.client()] {
                who.head(link).await.expect(410);
                who.get(link).await.expect(410);
                who.post_form(link, &[("password", OTHER)]).await.expect(410);
            }
        }
        house.client().ask_reset(&self.email).await.expect(303);
        assert!(house.deliver_mail().await.is_empty(), "no mail goes to who is out");
    }

    async fn opens_all(&self, house: &TestApp) {
        self.cookie.clone().get("/service/projecten/").await.expect(200);
        for link in [&self.reset, &self.invitation] {
            house.client().get(link).await.expect(200);
        }
        house.client().post_login(&self.email, GOOD).await.leads_to("/login/second-factor/");
    }
}

#[tokio::test]
async fn who_is_ended_holds_nothing_one_request_later() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut noor = house.staff("noor@linde.example.nl", Role::OrgAdmin, "linde").await;
        let karel = house.staff("karel@linde.example.nl", Role::Clerk, "linde").await;
        let other = house.staff("els@linde.example.nl", Role::Clerk, "linde").await;
        let kept = Kept::of(&house, &karel).await;
        kept.opens_all(&house).await;
        let end = end_of(&mut noor.client, LIST, &karel.email).await;
        let page = noor.client.get(&end).await.expect(200).text();
        let seal = after(&page, "name=\"seal\" value=\"", '"').to_owned();
        // Asked in the last second, and sent after it.
        house.client().ask_reset(&karel.email).await.expect(303);
        noor.client.post_form(&end, &[("seal", &seal)]).await.leads_to("/service/collegas/?told=ended");
        kept.opens_nothing(&house).await;
        other.client.clone().get("/service/projecten/").await.expect(200);
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn a_frozen_client_is_out_and_its_residents_are_not() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut boss = house.staff("bo@beheer.example.nl", Role::OperatorAdmin, "").await;
        let karel = house.staff("karel@linde.example.nl", Role::Clerk, "linde").await;
        let neighbour = house.staff("ada@esdoorn.example.nl", Role::OrgAdmin, "esdoorn").await;
        let mut resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        let kept = Kept::of(&house, &karel).await;
        let freeze = "/beheer/opdrachtgevers/linde/bevriezen/";
        let page = boss.client.get(freeze).await.expect(200).text();
        let seal = after(&page, "name=\"seal\" value=\"", '"').to_owned();
        boss.client.post_form(freeze, &[("seal", &seal)]).await.leads_to("/beheer/opdrachtgevers/linde/?told=frozen");
        kept.opens_nothing(&house).await;
        resident.client.get("/").await.expect(200);
        resident.client.clone().post_login(&resident.username, GOOD).await.leads_to("/");
        neighbour.client.clone().get("/service/projecten/").await.expect(200);
        let release = "/beheer/opdrachtgevers/linde/vrijgeven/";
        boss.client.post_form(release, &[]).await.leads_to("/beheer/opdrachtgevers/linde/?told=released");
        kept.opens_all(&house).await;
        house.finish().await;
    })
    .await;
}
