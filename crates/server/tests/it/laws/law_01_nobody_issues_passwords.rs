//! Law 1: no page, command, import or mail sets, sees, sends or accepts a password for somebody else.

use std::process::Command;

use domain::role::Role;
use domain::time::Span;
use testkit::each_engine;

use crate::access::routes;
use crate::testapp::{GOOD, OTHER, TestApp, changed};

/// The pages that may have a field for a password: the own one, or behind a link that only its owner holds.
const WITH_PASSWORD: [&str; 6] = [
    "/login/",
    "/login/accounts/pass/reset/{token}/",
    "/invitation/{token}/",
    "/woning/e-mailadres/",
    "/email/confirm/{token}/",
    "/beveiliging/wachtwoord/",
];

/// The pages that ask for the own one once more, and set none.
const ONCE_MORE: [&str; 2] = ["/beveiliging/passkeys/nieuw/", "/beveiliging/alles-intrekken/"];

#[tokio::test]
async fn a_fresh_house_has_nobody_in_it() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        let tables = house.tables().await;
        for table in ["identity", "staff", "password", "second_factor", "session", "account"] {
            assert!(tables[table].is_empty(), "{table} on {}", house.engine);
        }
        for (name, password) in [("admin", "admin"), ("admin@example.nl", GOOD), ("", ""), ("root", "")] {
            house.client().post_login(name, password).await.expect(401);
        }
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn no_other_page_takes_a_password_from_anybody() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.resident("linde/zuid", "V1", "bewoner@example.nl").await;
        house.home("linde/zuid", "V2", Some("tweede@example.nl")).await;
        let admin = house.staff("noor@beheer.example.nl", Role::OperatorAdmin, "").await;
        let clerk = house.staff("karel@linde.example.nl", Role::Clerk, "linde").await;
        let signed_in = house.signed_in("linde/zuid", "V3", "derde@example.nl").await;
        let before = house.tables().await;
        let nothing = "A".repeat(43);
        for route in routes() {
            let path = route.path.replace("{token}", &nothing).replace("{file}", "app.css");
            let form = [
                ("username", resident.username.as_str()),
                ("account", &resident.username),
                ("email", &resident.address),
                ("password", OTHER),
                ("new_password", OTHER),
                ("password_hash", "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$AAAA"),
            ];
            for who in [&house.client(), &admin.client, &clerk.client, &signed_in.client] {
                if path != "/logout/" {
                    who.clone().post_form(&path, &form).await;
                }
            }
        }
        let after = house.tables().await;
        assert_eq!(before["password"], after["password"], "{}", house.engine);
        assert!(
            changed(&before, &after)
                .iter()
                .all(|change| ["limit_count", "mail "].iter().any(|it| change.starts_with(it))),
            "{:?}",
            changed(&before, &after)
        );
        for _ in 0..3 {
            house.deliver_mail().await;
            house.forward(Span::hours(1));
        }
        house.client().post_login(&resident.username, OTHER).await.expect(401);
        house.client().post_login(&resident.username, GOOD).await.leads_to("/");
        house.finish().await;
    })
    .await;
}

/// Every page that can be drawn without a link has a password field only where one signs in.
#[tokio::test]
async fn only_the_own_pages_have_a_field_for_one() {
    let house = TestApp::build(std::sync::Arc::new(testkit::engines::sqlite().await)).await;
    house.clients().await;
    let admin = house.staff("noor@beheer.example.nl", Role::OperatorAdmin, "").await;
    let mut seen = 0;
    for route in routes().into_iter().filter(|route| route.methods.contains(&"GET") && !route.path.contains('{')) {
        for mut who in [house.client(), admin.client.clone()] {
            let page = who.get(&route.path).await;
            let has = page.text().contains("type=\"password\"") || page.text().contains("name=\"password\"");
            let own = WITH_PASSWORD.iter().chain(&ONCE_MORE).any(|path| *path == route.path);
            assert!(own || !has, "{}", route.path);
            seen += u32::from(has);
        }
    }
    assert!(seen >= 2, "the sign-in page has one");
    house.finish().await;
}

#[tokio::test]
async fn a_password_in_a_list_is_read_by_nobody() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let secret = "geheim uit de lijst van de klant";
        house.seen.secret(secret);
        let list = format!(
            "VHE-nummer;E-mailadres;Wachtwoord;Password;password_hash;PIN\n\
             V1;bewoner@example.nl;{secret};{secret};{secret};{secret}\n"
        );
        let rows = house.import("linde/zuid", &list).await;
        assert_eq!(rows[0].judgement, "new", "the home is wanted, the password is not");
        assert!(house.tables().await["password"].is_empty(), "{}", house.engine);
        house.client().post_login(rows[0].username.as_deref().unwrap(), secret).await.expect(401);
        house.finish().await;
    })
    .await;
}

#[test]
fn no_command_takes_a_password() {
    let mut open = vec![Vec::<String>::new()];
    let mut looked_at = 0;
    while let Some(command) = open.pop() {
        let out = Command::new(env!("CARGO_BIN_EXE_huissleutel")).args(&command).arg("--help").output().unwrap();
        let help = String::from_utf8(out.stdout).unwrap();
        looked_at += 1;
        for line in help
            .lines()
            .map(str::trim)
            .filter(|line| line.starts_with('-') || line.starts_with('<') || line.starts_with("Usage"))
        {
            let line = line.to_lowercase();
            let bad = ["pass", "wachtwoord", "secret", "otp"].iter().any(|word| line.contains(word));
            assert!(!bad, "{command:?}: {line}");
        }
        let listed =
            help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.trim().is_empty());
        let names = listed
            .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
            .filter_map(|line| line.split_whitespace().next());
        open.extend(names.filter(|name| *name != "help").map(|name| [command.clone(), vec![name.to_owned()]].concat()));
    }
    assert!(looked_at >= 8, "only {looked_at} commands were found");
}

/// An admin sees that a mail did not arrive; never what it holds (norms A36).
#[tokio::test]
async fn no_page_of_staff_shows_a_link() {
    use mail::smtp::Stage;
    use mail::transport::Answer;
    let house = TestApp::build(std::sync::Arc::new(testkit::engines::sqlite().await)).await;
    house.clients().await;
    let mut admin = house.staff("noor@beheer.example.nl", Role::OperatorAdmin, "").await;
    let username = house.home("linde/zuid", "V1", Some("bewoner@example.nl")).await;
    house.post.answer(1, Answer::Refuse(Stage::Dot, 554, "5.7.1 no".to_owned()));
    house.client().ask_reset(&username).await.expect(303);
    assert!(house.deliver_mail().await.is_empty());
    let page = admin.client.get("/beheer/post/").await.expect(200).text();
    assert!(page.contains("b•••@e•••.nl") && !page.contains("bewoner@"), "the address is masked");
    assert!(!page.contains(&username) && !page.contains("pass/reset/") && !page.contains("Eikenlaan"), "{page}");
    house.finish().await;
}
