//! Law 5: opening a link changes nothing, however often; a robot that presses every button grants nothing and takes
//! nothing from the person who comes after it.

use domain::role::Role;
use domain::time::Span;
use testkit::each_engine;

use crate::access::routes;
use crate::testapp::{Client, GOOD, Letter, OTHER, PUBLIC, TestApp, changed};

/// Reads every page, as everybody, with GET and HEAD: no row changes (but when a session was last used). The log and the
/// file with the own data are apart: whoever reads or takes them stands in the log (law 11).
#[tokio::test]
async fn reading_changes_no_row() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        let linked = house.home("linde/zuid", "V2", Some("tweede@example.nl")).await;
        let admin = house.staff("noor@beheer.example.nl", Role::OperatorAdmin, "").await;
        let half = house.half_way(&admin).await;
        let live = [
            house.reset_link(&resident.username).await,
            house.reset_link(&linked).await,
            house.invite("nieuw@linde.example.nl", Role::Clerk, "linde").await,
        ];
        let waiting = house.invite("later@linde.example.nl", Role::Clerk, "linde").await;
        let (enrolling, _) = house.enrolling(&waiting).await;
        house.only_mail().await;
        // Long enough after the last use for the use to be written down.
        house.forward(Span::minutes(6));
        let mut paths: Vec<String> = live.to_vec();
        paths.push(waiting);
        let logged = ["/service/logboek/", "/gegevens/gegevens.json"];
        for route in routes().into_iter().filter(|route| !logged.iter().any(|it| route.path.starts_with(it))) {
            let path = route.path.replace("{file}", "nothing.css").replace("{token}", &"A".repeat(43));
            paths.push(path.trim_end_matches('/').to_owned());
            paths.push(format!("{path}?lang=en&username=ALMELO01&password={}&code=123456", "de+merel+zingt"));
            paths.push(path);
        }
        let before = house.tables().await;
        for path in &paths {
            for who in [&house.client(), &resident.client, &admin.client, &half, &enrolling] {
                let path = if path.is_empty() { "/" } else { path };
                who.clone().get(path).await;
                who.clone().head(path).await;
            }
        }
        assert_eq!(changed(&before, &house.tables().await), Vec::<String>::new(), "{}", house.engine);
        assert!(house.deliver_mail().await.is_empty());
        for link in &live {
            house.client().get(link).await.expect(200);
        }
        house.finish().await;
    })
    .await;
}

/// What a scanner of links does with a mail: opens all of it, many times, and presses what it finds.
async fn scan(house: &TestApp, mail: &Letter) {
    let mut robot = house.client().with("User-Agent", "LinkScanner/1.0");
    for link in mail.links().iter().filter(|link| link.starts_with(PUBLIC)) {
        let path = link.strip_prefix(PUBLIC).unwrap();
        for _ in 0..20 {
            robot.get(path).await.expect(200);
            robot.head(path).await.expect(200);
        }
        for filling in ["", "", "", "x", "test"] {
            let page = robot.get(path).await;
            for (action, fields) in forms(&page.text()) {
                let filled: Vec<(&str, &str)> = fields
                    .iter()
                    .map(|(name, value)| (name.as_str(), if value.is_empty() { filling } else { value.as_str() }))
                    .collect();
                robot.post_form(&action, &filled).await;
            }
        }
    }
    assert_eq!(robot.jar.get("__Host-session"), None, "a robot is nobody");
}

/// The forms of a page: where they go, and their fields with what stands in them.
fn forms(html: &str) -> Vec<(String, Vec<(String, String)>)> {
    let attribute = |tag: &str, name: &str| {
        tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned)
    };
    html.split("<form ")
        .skip(1)
        .map(|rest| {
            let (form, action) =
                (rest.split("</form>").next().unwrap_or_default(), attribute(&format!(" {rest}"), "action"));
            let inputs = form.split("<input").skip(1).chain(form.split("<button").skip(1));
            let fields = inputs.filter_map(|input| {
                let tag = input.split('>').next()?;
                Some((attribute(tag, "name")?, attribute(tag, "value").unwrap_or_default()))
            });
            (action.unwrap_or_default(), fields.collect())
        })
        .collect()
}

#[test]
fn the_robot_finds_forms() {
    let html = r#"<form class="x" method="post" action="/a/"><input name="b" value="c"><input name="d"><button name="e" value="1">"#;
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(forms(html), [("/a/".to_owned(), vec![pair("b", "c"), pair("d", ""), pair("e", "1")])]);
}

#[tokio::test]
async fn a_robot_before_the_person_takes_nothing_away() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let username = house.home("linde/zuid", "V1", Some("bewoner@example.nl")).await;

        // The first link, to an address that nobody proved.
        house.client().ask_reset(&username).await.expect(303);
        let mail = house.only_mail().await;
        scan(&house, &mail).await;
        assert!(house.tables().await["password"].is_empty(), "{}", house.engine);
        let mut person = house.client();
        let form = [("username", username.as_str()), ("password", GOOD)];
        person.get(&mail.path()).await.expect(200);
        person.post_form(&mail.path(), &form).await.expect(303);
        let notice = house.only_mail().await;
        scan(&house, &notice).await;
        drop_asked(&house).await;
        person.post_login(&username, GOOD).await.leads_to("/");

        // A link to the proven address, and the list of usernames.
        house.forward(Span::hours(2));
        house.client().ask_reset(&username).await.expect(303);
        let mail = house.only_mail().await;
        scan(&house, &mail).await;
        person.get("/").await.expect(200);
        person.post_form(&mail.path(), &[("password", OTHER)]).await.expect(303);
        house.only_mail().await;
        house.client().post_form("/login/accounts/name/", &[("email", "bewoner@example.nl")]).await.expect(303);
        let names = house.only_mail().await;
        assert!(names.says(&username));
        scan(&house, &names).await;
        drop_asked(&house).await;
        person.post_login(&username, OTHER).await.leads_to("/");

        // An invitation.
        let invitation = house.invite("nieuw@linde.example.nl", Role::Clerk, "linde").await;
        let link = format!("{PUBLIC}{invitation}");
        let mail = Letter { text: link, html: String::new(), ..names };
        scan(&house, &mail).await;
        let (mut invited, secret) = house.enrolling(&invitation).await;
        // The link again, by the robot, between the two steps.
        let mut robot = house.client();
        for _ in 0..20 {
            robot.get(&invitation).await.expect(410);
            robot.post_form(&invitation, &[("code", "x")]).await;
            robot.post_form(&invitation, &[("password", "x")]).await;
        }
        let code = house.code(&secret);
        invited.post_form(&invitation, &[("code", &code)]).await.expect(303);
        invited.get("/").await.expect(200);
        assert_eq!(house.deliver_mail().await.len(), 2);
        house.finish().await;
    })
    .await;
}

/// The robot also presses the button on the page that asks for a mail; what it typed is nobody's name.
async fn drop_asked(house: &TestApp) {
    let mut mails = house.deliver_mail().await;
    house.forward(Span::minutes(6));
    mails.extend(house.deliver_mail().await);
    for mail in mails {
        assert_eq!(
            mail.to, "bewoner@example.nl",
            "a button that names the username may send its owner a mail, nobody else"
        );
    }
}

/// Norms U1, U3: the link works on another device, and in a browser where somebody else is signed in.
#[tokio::test]
async fn a_link_works_wherever_it_is_opened() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let one = house.signed_in("linde/zuid", "V1", "een@example.nl").await;
        let two = house.resident("esdoorn/noord", "V1", "twee@example.nl").await;
        let link = house.reset_link(&two.username).await;
        let mut other: Client = one.client.clone();
        other.get(&link).await.expect(200);
        other.post_form(&link, &[("password", OTHER)]).await.expect(303);
        house.only_mail().await;
        assert!(other.get("/").await.expect(200).text().contains(&one.username), "who was signed in still is");
        house.client().post_login(&two.username, OTHER).await.leads_to("/");
        house.client().post_login(&one.username, GOOD).await.leads_to("/");
        house.finish().await;
    })
    .await;
}

/// One use ends the link and its sisters; a dead link says why and has the form for a new one on it.
#[tokio::test]
async fn a_dead_link_offers_the_way_on() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.resident("linde/zuid", "V1", "een@example.nl").await;
        let links = [house.reset_link(&resident.username).await, house.reset_link(&resident.username).await];
        house.client().post_form(&links[1], &[("password", OTHER)]).await.expect(303);
        house.only_mail().await;
        for link in &links {
            let page = house.client().get(link).await.expect(410);
            assert_eq!(forms(&page.text())[0].0, "/login/accounts/pass/reset/", "{page:?}");
            house.client().post_form(link, &[("password", GOOD)]).await.expect(410);
            house.client().head(link).await.expect(410);
        }
        house.client().post_login(&resident.username, GOOD).await.expect(401);
        let cut = links[0].trim_end_matches('/');
        house.client().get(&format!("{}/", &cut[..cut.len() - 1])).await.expect(410);
        house.finish().await;
    })
    .await;
}

/// The mailbox that a resident wants to link, and the one that gave way: neither is enough for anything.
#[tokio::test]
async fn a_robot_in_either_mailbox_links_nothing_and_takes_nothing_back() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut resident = house.signed_in("linde/zuid", "V1", "oud@example.nl").await;
        house.seen.address("nieuw@example.nl");
        let form = [("email", "nieuw@example.nl"), ("password", GOOD)];
        resident.client.post_form("/woning/e-mailadres/", &form).await.leads_to("/woning/?told=asked");
        let mail = house.only_mail().await;
        assert_eq!(mail.to, "nieuw@example.nl", "{}", house.engine);
        let before = house.tables().await;
        scan(&house, &mail).await;
        assert_eq!(before["email_link"], house.tables().await["email_link"], "{}", house.engine);
        resident.client.get(&mail.path()).await.expect(200);
        resident.client.post_form(&mail.path(), &[]).await.leads_to("/woning/?told=confirmed");
        house.client().get(&mail.path()).await.expect(410);

        let told = house.only_mail().await;
        assert_eq!(told.to, "oud@example.nl");
        let before = house.tables().await;
        scan(&house, &told).await;
        assert_eq!(before["email_link"], house.tables().await["email_link"], "{}", house.engine);
        resident.client.get("/").await.expect(200);
        let form = [("username", resident.username.as_str())];
        house.client().post_form(&told.path(), &form).await.leads_to("/email/undo/done/");
        house.client().post_form(&told.path(), &form).await.expect(410);
        resident.client.get("/").await.leads_to("/login/?after=session");
        house.finish().await;
    })
    .await;
}
