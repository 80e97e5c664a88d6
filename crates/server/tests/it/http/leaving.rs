//! Who leaves, through the pages: one of several residents, somebody who says to live there still, and a change that was a
//! mistake and is undone by two people.

use domain::role::Role;
use domain::time::{Day, Span};
use testkit::each_engine;

use crate::testapp::{Client, GOOD, OTHER, Staff, TestApp};

const LIST: &str = "/service/mutaties/?project=linde/zuid";
const NEW: &str = "/service/mutaties/nieuw/";

async fn clerk(house: &TestApp, email: &str, role: Role) -> Staff {
    house.staff(email, role, "linde").await
}

/// The page of the home of somebody.
async fn home(clerk: &mut Client, number: &str) -> String {
    clerk.get(&format!("/service/gebruikers/?q={number}")).await.expect(200).homes()[0].clone()
}

/// Everybody of the home is put out at once; the page of that change.
async fn put_out(clerk: &mut Client, home: &str) -> String {
    let id = home.trim_end_matches('/').rsplit('/').next().unwrap().to_owned();
    let form = [("home", id.as_str()), ("kind", "eviction")];
    let seal = clerk.post_form(NEW, &form).await.expect(200).field("seal");
    clerk.post_form(NEW, &[&form[..], &[("seal", &seal)]].concat()).await.leads_to(&format!("{LIST}&told=done"));
    let list = clerk.get(LIST).await.expect(200).text();
    let end = list.find("terugdraaien/").unwrap_or_else(|| panic!("nothing to undo in {list}"));
    let start = list[..end].rfind("/service/mutaties/").unwrap();
    list[start..end + "terugdraaien/".len()].to_owned()
}

#[tokio::test]
async fn one_resident_leaves_and_who_stays_begins_anew() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.seen.address("blijft@example.nl");
        let mut resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        let mut clerk = clerk(&house, "clerk@linde.example.nl", Role::Clerk).await.client;
        let home = home(&mut clerk, "V1").await;
        let here = format!("{home}vertrek/");
        let page = clerk.get(&here).await.expect(200);
        assert!(page.text().contains("b•••@e•••.nl") && !page.text().contains("bewoner@"), "{}", page.text());
        let seal = page.field("seal");
        let refused = clerk.post_form(&here, &[("seal", &seal)]).await.expect(422).text();
        assert!(refused.contains("Kies van wie het e-mailadres is"), "{refused}");
        let form = [("seal", seal.as_str()), ("whose", "leaves"), ("email", "blijft")];
        let refused = clerk.post_form(&here, &form).await.expect(422).text();
        assert!(refused.contains("geen e-mailadres") && refused.contains("value=\"blijft\""), "{refused}");
        clerk.post_form(&here, &[("seal", "x"), ("whose", "leaves")]).await.expect(200);
        resident.client.get("/").await.expect(200);
        let mut neighbour = house.staff("clerk@esdoorn.example.nl", Role::Clerk, "esdoorn").await.client;
        neighbour.get(&here).await.expect(404);
        neighbour.post_form(&here, &[("seal", &seal), ("whose", "stays")]).await.expect(404);

        let form = [("seal", seal.as_str()), ("whose", "leaves"), ("email", "blijft@example.nl")];
        clerk.post_form(&here, &form).await.leads_to(&format!("{home}?told=renewed-proposed"));
        let page = clerk.get(&format!("{home}?told=renewed-proposed")).await.expect(200).text();
        assert!(page.contains("Alle toegang is gestopt") && page.contains("/service/voorstellen/"), "{page}");
        house.client().ask_reset(&resident.username).await.expect(303);
        resident.client.get("/").await.leads_to("/login/?after=session");
        house.client().post_login(&resident.username, GOOD).await.expect(401);
        assert!(house.deliver_mail().await.is_empty(), "nobody is mailed on {}", house.engine);
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn the_address_stays_when_it_is_of_who_stays_and_all_access_ends_all_the_same() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        let mut clerk = clerk(&house, "clerk@linde.example.nl", Role::Clerk).await.client;
        let home = home(&mut clerk, "V1").await;
        let here = format!("{home}vertrek/");
        let seal = clerk.get(&here).await.expect(200).field("seal");
        let form = [("seal", seal.as_str()), ("whose", "stays")];
        clerk.post_form(&here, &form).await.leads_to(&format!("{home}?told=renewed"));
        resident.client.get("/").await.leads_to("/login/?after=session");
        house.client().post_login(&resident.username, GOOD).await.expect(401);
        assert!(house.deliver_mail().await.is_empty(), "nobody is mailed on {}", house.engine);
        // Who stays gets in again by the page for a forgotten password.
        let link = house.reset_link(&resident.username).await;
        let mut again = house.client();
        again.post_form(&link, &[("password", OTHER)]).await.leads_to("/login/?after=password");
        house.only_mail().await;
        again.post_login(&resident.username, OTHER).await.leads_to("/");
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn two_people_undo_a_change_and_who_was_put_out_lives_there_again() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        let mut one = clerk(&house, "een@linde.example.nl", Role::Clerk).await.client;
        let mut two = clerk(&house, "twee@linde.example.nl", Role::OrgAdmin).await.client;
        let home = home(&mut one, "V1").await;
        let undo = put_out(&mut one, &home).await;
        house.only_mail().await;
        house.client().post_login(&resident.username, GOOD).await.expect(401);
        let page = one.get(&undo).await.expect(200);
        assert!(page.text().contains(&resident.username) && page.text().contains("b•••@e•••.nl"), "{}", page.text());
        let proposal = one.post_form(&undo, &[("seal", &page.field("seal"))]).await.expect(303).location().to_owned();
        let again = one.post_form(&undo, &[("seal", &page.field("seal"))]).await.expect(200).text();
        assert!(again.contains("al voorgesteld"), "{again}");
        let mut neighbour = house.staff("clerk@esdoorn.example.nl", Role::Clerk, "esdoorn").await.client;
        neighbour.get(&undo).await.expect(404);
        neighbour.post_form(&undo, &[("seal", "x")]).await.expect(404);
        let proposal = proposal.split('?').next().unwrap().to_owned();
        let own = one.get(&proposal).await.expect(200).text();
        assert!(own.contains("Deze bewoner komt terug") && !own.contains("value=\"approve\""), "{own}");
        let seen = two.get(&proposal).await.expect(200);
        let form = [("act", "approve"), ("hash", &seen.field("hash"))];
        two.post_form(&proposal, &form).await.leads_to("/service/voorstellen/?told=approved");
        let list = one.get(LIST).await.expect(200).text();
        assert!(list.contains("Teruggedraaid"), "{list}");
        let late = one.get(&undo).await.expect(200).text();
        assert!(late.contains("kan niet worden teruggedraaid"), "once: {late}");

        let link = house.reset_link(&resident.username).await;
        let mut again = house.client();
        again.post_form(&link, &[("password", OTHER)]).await.leads_to("/login/?after=password");
        house.only_mail().await;
        again.post_login(&resident.username, OTHER).await.leads_to("/");
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn who_was_put_out_by_mistake_says_so_and_the_client_sees_it() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        house.signed_in("linde/zuid", "V2", "buur@example.nl").await;
        let mut clerk = clerk(&house, "clerk@linde.example.nl", Role::Clerk).await.client;
        let home = home(&mut clerk, "V1").await;
        put_out(&mut clerk, &home).await;
        let mail = house.only_mail().await;
        assert_eq!(mail.to, "bewoner@example.nl");
        assert!(mail.says(&resident.username) && mail.says("Ik woon hier nog"), "{mail:?}");
        let link = mail.path();
        let before = house.tables().await;
        for _ in 0..5 {
            let page = house.client().get(&link).await.expect(200).text();
            let today = Day::of(house.clock.now());
            assert!(page.contains("uw laatste dag is") && !page.contains(&resident.username), "{today}: {page}");
            house.client().head(&link).await.expect(200);
        }
        // Law 5: a robot that presses the button knows no username.
        house.client().post_form(&link, &[]).await.expect(422);
        assert_eq!(crate::testapp::changed(&before, &house.tables().await), Vec::<String>::new());
        house.client().post_form(&link, &[("username", "ZWOLLE02")]).await.expect(422);
        let form = [("username", resident.username.as_str())];
        house.client().post_form(&link, &form).await.leads_to("/email/still-here/done/");
        house.client().get("/email/still-here/done/").await.expect(200);
        house.client().post_form(&link, &form).await.expect(410);
        house.client().post_login(&resident.username, GOOD).await.expect(401);
        let notice = house.only_mail().await;
        assert_eq!(notice.to, "clerk@linde.example.nl");
        assert!(!notice.says(&resident.username) && !notice.says("bewoner@"), "{notice:?}");
        let list = clerk.get(LIST).await.expect(200).text();
        assert!(list.contains("De bewoner zegt: ik woon hier nog"), "{list}");

        // Five wrong usernames end the link; another household's own does nothing here.
        let undone = home_two(&house, &mut clerk).await;
        for _ in 0..4 {
            house.client().post_form(&undone, &form).await.expect(422);
        }
        house.client().post_form(&undone, &form).await.expect(410);
        house.forward(Span::days(15));
        house.client().get(&link).await.expect(410);
        house.finish().await;
    })
    .await;
}

/// The link of the neighbours, who are put out too.
async fn home_two(house: &TestApp, clerk: &mut Client) -> String {
    let home = home(clerk, "V2").await;
    put_out(clerk, &home).await;
    house.only_mail().await.path()
}
