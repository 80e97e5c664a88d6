//! Laws 3(c), 4, 6, 8 and 11 at a resident's own change of the address (PRODUCT 3.3): nothing is linked without the account's
//! password and the new mailbox, the link to a new password goes to the address in force only, nothing of it outlives the
//! household, and it stands in the log.

use app::first_login::homes;
use app::tenant_change::{self as change, Wish};
use domain::access::Actor;
use domain::tenant_change::{Days, Kind};
use domain::time::{Day, Span};
use testkit::each_engine;

use crate::testapp::{GOOD, OTHER, RESET, TestApp};

const FORM: &str = "/woning/e-mailadres/";

#[tokio::test]
async fn nothing_is_linked_without_the_password_and_the_mailbox() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut resident = house.signed_in("linde/zuid", "V1", "oud@example.nl").await;
        let mut neighbour = house.signed_in("linde/zuid", "V2", "buur@example.nl").await;
        house.seen.address("nieuw@example.nl");
        let before = house.tables().await;
        // Nobody, and a resident who does not prove it once more (law 3c).
        let form = [("email", "nieuw@example.nl"), ("password", GOOD)];
        house.client().post_form(FORM, &form).await.leads_to("/login/?next=%2Fwoning%2Fe-mailadres%2F");
        for password in ["", OTHER] {
            let wrong = [("email", "nieuw@example.nl"), ("password", password)];
            let again = resident.client.post_form(FORM, &wrong).await.expect(422).text();
            assert!(
                again.contains("nieuw@example.nl") && !again.contains(OTHER),
                "what was typed stays, but no password"
            );
        }
        let typo = [("email", "jan@gmial.com"), ("password", GOOD)];
        let hint = resident.client.post_form(FORM, &typo).await.expect(422).text();
        assert!(hint.contains("jan@gmail.com"), "{hint}");
        assert!(house.deliver_mail().await.is_empty(), "{}", house.engine);
        assert_eq!(before["email_link"], house.tables().await["email_link"]);

        resident.client.post_form(FORM, &form).await.leads_to("/woning/?told=asked");
        let mail = house.only_mail().await;
        assert_eq!(mail.to, "nieuw@example.nl");
        assert!(!mail.says(&resident.username) && !mail.says("oud@") && !mail.says("Eikenlaan"), "{mail:?}");
        // Whoever has the mailbox alone, and whoever is signed in to another account.
        for who in [&mut house.client(), &mut neighbour.client] {
            who.post_form(&mail.path(), &[]).await.expect(422);
            who.post_form(&mail.path(), &[("password", OTHER)]).await.expect(422);
        }
        // Law 4: until then a new password goes to the old address.
        house.forward(Span::hours(2));
        house.client().ask_reset(&resident.username).await.expect(303);
        let reset = house.only_mail().await;
        assert_eq!(reset.to, "oud@example.nl");
        let mut elsewhere = house.client();
        elsewhere.post_form(&mail.path(), &[("password", GOOD)]).await.leads_to("/email/confirm/done/");
        elsewhere.get("/email/confirm/done/").await.expect(200);
        assert!(!elsewhere.jar.contains_key("__Host-session"), "a confirmed address is no session");
        let told = house.only_mail().await;
        assert_eq!(told.to, "oud@example.nl");
        assert!(!told.says("nieuw@") && !told.says(&resident.username), "{told:?}");
        house.client().get(&reset.path()).await.expect(410);
        house.forward(Span::hours(2));
        house.client().ask_reset(&resident.username).await.expect(303);
        assert_eq!(house.only_mail().await.to, "nieuw@example.nl", "{}", house.engine);
        let page = resident.client.get("/woning/").await.expect(200).text();
        assert!(page.contains("nieuw@example.nl") && !page.contains("oud@example.nl"), "{page}");
        let acts = house.tables().await["audit_line"].join("\n");
        for act in ["email.asked", "email.changed"] {
            assert_eq!(acts.matches(act).count(), 1, "{act} on {}", house.engine);
        }
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn what_was_taken_back_leaves_the_new_owner_nothing() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut resident = house.signed_in("linde/zuid", "V1", "oud@example.nl").await;
        house.seen.address("dief@example.com");
        let form = [("email", "dief@example.com"), ("password", GOOD)];
        resident.client.post_form(FORM, &form).await.expect(303);
        let mail = house.only_mail().await;
        resident.client.post_form(&mail.path(), &[]).await.expect(303);
        let undo = house.only_mail().await.path();
        house.forward(Span::hours(2));
        let link = house.reset_link(&resident.username).await;
        house.client().post_form(&link, &[("password", OTHER)]).await.expect(303);
        house.deliver_mail().await;
        let mut thief = house.client();
        thief.post_login(&resident.username, OTHER).await.leads_to("/");
        house.client().post_form(&undo, &[("username", "ALMELO99")]).await.expect(422);
        let form = [("username", resident.username.as_str())];
        house.client().post_form(&undo, &form).await.leads_to("/email/undo/done/");
        let said = house.client().get("/email/undo/done/").await.expect(200).text();
        assert!(said.contains(RESET), "the way on: {said}");
        thief.get("/woning/").await.expect(303);
        for password in [GOOD, OTHER] {
            house.client().post_login(&resident.username, password).await.expect(401);
        }
        house.forward(Span::hours(2));
        house.client().ask_reset(&resident.username).await.expect(303);
        let back = house.only_mail().await;
        assert_eq!(back.to, "oud@example.nl", "{}", house.engine);
        house.client().post_form(&back.path(), &[("password", GOOD)]).await.leads_to("/login/?after=password");
        assert_eq!(house.only_mail().await.to, "oud@example.nl");
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn nothing_of_it_outlives_the_household() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut resident = house.signed_in("linde/zuid", "V1", "oud@example.nl").await;
        house.seen.address("nieuw@example.nl");
        house.seen.address("derde@example.nl");
        let ask = |email| [("email", email), ("password", GOOD)];
        resident.client.post_form(FORM, &ask("nieuw@example.nl")).await.expect(303);
        let mail = house.only_mail().await;
        resident.client.post_form(&mail.path(), &[]).await.expect(303);
        let undo = house.only_mail().await.path();
        resident.client.post_form(FORM, &ask("derde@example.nl")).await.expect(303);
        let confirm = house.only_mail().await.path();
        let (path, by) = ("linde/zuid".parse().unwrap(), Actor::Server);
        let ctx = house.app.command();
        let found = homes::search(&house.app, &ctx, &by, &path, &resident.username).await.unwrap();
        let days = Days { kind: Kind::Vacant, last: Some(Day::of(ctx.now)), first: None };
        let wish = Wish { days, address: None, seen: None };
        let planned = change::plan(&house.app, &ctx, &by, found.homes[0].dwelling, wish).await.unwrap();
        house.only_mail().await;
        let page = resident.client.get("/woning/").await.expect(200).text();
        assert!(page.contains("Uw verhuurder zegt dat u vertrekt"), "{page}");
        house.client().get(&undo).await.expect(200);
        let (_, moment) = planned.moments.ends.unwrap();
        house.forward(moment - house.clock.now());
        for worker in [false, true] {
            if worker {
                assert_eq!(change::finish_due(&house.app).await.unwrap(), 1);
            }
            resident.client.get("/woning/").await.expect(303);
            resident.client.post_form(FORM, &ask("vierde@example.nl")).await.expect(303);
            for link in [&undo, &confirm] {
                house.client().get(link).await.expect(410);
                let form = [("username", resident.username.as_str()), ("password", GOOD)];
                house.client().post_form(link, &form).await.expect(410);
            }
        }
        assert!(house.deliver_mail().await.is_empty(), "{}", house.engine);
        house.finish().await;
    })
    .await;
}

/// An account without an address: told on each page and at each sign-in, which it can skip.
#[tokio::test]
async fn who_has_no_address_is_told_and_goes_on() {
    each_engine(|fresh| async move {
        let raw = std::sync::Arc::clone(&fresh);
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut resident = house.signed_in("linde/zuid", "V1", "oud@example.nl").await;
        let notice = "Er is nog geen e-mailadres gekoppeld. Zonder e-mailadres";
        assert!(!resident.client.get("/").await.expect(200).text().contains(notice));
        testkit::raw::run(&raw, "UPDATE email_link SET proof = 'ended', ended_at = created_at").await;
        for page in ["/", "/woning/", "/login/accounts/pass/reset/"] {
            assert!(resident.client.get(page).await.expect(200).text().contains(notice), "{page} on {}", house.engine);
        }
        let mut again = house.client();
        again.post_login(&resident.username, GOOD).await.leads_to("/login/e-mailadres/");
        let asked = again.get("/login/e-mailadres/?next=%2Fwoning%2F").await.expect(200).text();
        assert!(asked.contains("href=\"/woning/\"") && asked.contains("href=\"/uitleg/e-mailadres/\""), "{asked}");
        let evil = again.get("/login/e-mailadres/?next=https%3A%2F%2Fevil.test%2F").await.expect(200).text();
        // The page in another language has the same query, which leads nowhere there either.
        assert!(!evil.contains("//evil.test") && !evil.contains("href=\"https"), "{evil}");
        house.client().get("/login/e-mailadres/").await.leads_to("/login/");
        house.client().get("/uitleg/e-mailadres/").await.expect(200);
        house.seen.address("eerste@example.nl");
        let form = [("email", "eerste@example.nl"), ("password", GOOD)];
        again.post_form(FORM, &form).await.expect(303);
        let mail = house.only_mail().await;
        again.post_form(&mail.path(), &[]).await.leads_to("/woning/?told=confirmed");
        assert!(!again.get("/woning/").await.expect(200).text().contains(notice));
        again.get("/login/e-mailadres/").await.leads_to("/");
        house.client().post_login(&resident.username, GOOD).await.leads_to("/");
        assert!(house.deliver_mail().await.is_empty(), "nobody owned an address before");
        house.finish().await;
    })
    .await;
}
