//! `/service/mutaties/`: a clerk plans who leaves and who comes, sees before what will end, and calls it off; through the pages.

use domain::role::Role;
use domain::time::{Day, Span};
use testkit::each_engine;

use crate::testapp::{Client, TestApp};

const LIST: &str = "/service/mutaties/?project=linde/zuid";
const NEW: &str = "/service/mutaties/nieuw/";

/// The ids behind a field or an address in a page.
fn after<'a>(page: &'a str, mark: &str, end: char) -> &'a str {
    page.split(mark).nth(1).unwrap_or_else(|| panic!("{mark} is not in {page}")).split(end).next().unwrap()
}

/// The home of the project, by its page.
async fn home(clerk: &mut Client) -> String {
    let page = clerk.get("/service/woningen/?project=linde/zuid").await.expect(200).text();
    after(&page, "/service/mutaties/nieuw/?home=", '"').to_owned()
}

/// A day so many days from now.
fn day(house: &TestApp, days: i64) -> String {
    Day::of(house.app.clock.now() + Span::days(days)).to_string()
}

#[tokio::test]
async fn a_clerk_plans_a_change_sees_what_ends_and_calls_it_off() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.seen.address("nieuw@example.nl");
        let mut resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        let home = home(&mut clerk).await;
        let form = clerk.get(&format!("{NEW}?home={home}")).await.expect(200).text();
        assert!(form.contains(&resident.username) && !form.contains("kind-arrival"), "{form}");

        let (last, first) = (day(&house, 3), day(&house, 4));
        let wish = |kind: &'static str, last: &str| {
            let field = |name: &'static str, value: &str| (name, value.to_owned());
            vec![field("home", &home), field("kind", kind), field("last", last), field("email", "nieuw@example.nl")]
        };
        let send = async |clerk: &mut Client, fields: &[(&'static str, String)]| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            clerk.post_form(NEW, &fields).await
        };
        for (kind, last, says) in [
            ("", last.as_str(), "Kies wat er gebeurt."),
            ("new-tenant", "", "Vul de laatste dag"),
            ("new-tenant", "31-02-2026", "Vul de laatste dag"),
            ("new-tenant", "2020-01-01", "woonden deze bewoners er nog niet"),
            ("arrival", last.as_str(), "woont al iemand"),
        ] {
            let page = send(&mut clerk, &wish(kind, last)).await.expect(422).text();
            assert!(page.contains(says), "{kind} {last}: {page}");
            assert!(page.contains("nieuw@example.nl"), "what was typed stays");
        }

        let mut fields = wish("new-tenant", &last);
        let preview = send(&mut clerk, &fields).await.expect(200).text();
        for there in [resident.username.as_str(), "b•••@e•••.nl", "nieuw@example.nl", "Leg dit vast"] {
            assert!(preview.contains(there), "{there} is not in {preview}");
        }
        let before = house.tables().await["tenant_change"].len();
        assert_eq!(before, 0, "nothing is written before somebody confirms");
        // Another form than the one that was shown is shown anew, whatever its seal.
        let seal = after(&preview, "name=\"seal\" value=\"", '"').to_owned();
        let mut other = wish("vacant", &last);
        other.push(("seal", seal.clone()));
        send(&mut clerk, &other).await.expect(200);
        assert_eq!(house.tables().await["tenant_change"].len(), 0);
        fields.push(("seal", seal));
        send(&mut clerk, &fields).await.leads_to(&format!("{LIST}&told=planned"));
        assert_eq!(house.only_mail().await.to, "bewoner@example.nl", "who leaves is told");
        let page = clerk.get(LIST).await.expect(200).text();
        assert!(page.contains(&resident.username) && page.contains("/afzeggen/"), "{page}");
        let page = send(&mut clerk, &fields).await.expect(422).text();
        assert!(page.contains("staat al iets gepland"), "once: {page}");

        // Other days, with what was typed before.
        let list = clerk.get(LIST).await.expect(200).text();
        let change = after(&list, "?change=", '"').to_owned();
        let form = clerk.get(&format!("{NEW}?change={change}")).await.expect(200).text();
        assert!(form.contains(&last) && form.contains(&first) && form.contains("nieuw@example.nl"), "{form}");

        let mut neighbour = house.staff("clerk@esdoorn.example.nl", Role::Clerk, "esdoorn").await.client;
        let cancel = format!("/service/mutaties/{change}/afzeggen/");
        neighbour.post_form(&cancel, &[]).await.expect(404);
        neighbour.get(&format!("{NEW}?home={home}")).await.expect(404);
        neighbour.get(&format!("{NEW}?change={change}")).await.expect(404);
        clerk.post_form(&cancel, &[]).await.leads_to(&format!("{LIST}&told=cancelled"));
        clerk.post_form(&cancel, &[]).await.leads_to(&format!("{LIST}&told=too-late"));
        house.forward(Span::days(5));
        resident.client.post_login(&resident.username, crate::testapp::GOOD).await.leads_to("/");
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_entered_late_ends_at_once_and_says_how_late() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        let home = home(&mut clerk).await;
        house.forward(Span::days(10));
        let mut clerk = house.staff("tweede@linde.example.nl", Role::Clerk, "linde").await.client;
        let last = day(&house, -3);
        let fields = [("home", home.as_str()), ("kind", "vacant"), ("last", last.as_str())];
        let page = clerk.post_form(NEW, &fields).await.expect(200).text();
        assert!(page.contains("2 dagen langer toegang") && page.contains("Stop de toegang nu"), "{page}");
        let seal = after(&page, "name=\"seal\" value=\"", '"').to_owned();
        let fields = [fields.as_slice(), &[("seal", seal.as_str())]].concat();
        clerk.post_form(NEW, &fields).await.leads_to(&format!("{LIST}&told=done"));
        assert_eq!(house.only_mail().await.to, "bewoner@example.nl", "who is out is told");
        resident.client.post_login(&resident.username, crate::testapp::GOOD).await.expect(401);
        let page = clerk.get(LIST).await.expect(200).text();
        assert!(page.contains("2 dagen te laat"), "{page}");
        let form = clerk.get(&format!("{NEW}?home={home}")).await.expect(200).text();
        assert!(form.contains("kind-arrival") && !form.contains("kind-death"), "nobody lives there: {form}");
        house.finish().await;
    })
    .await;
}
