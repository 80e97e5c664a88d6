//! What anybody may read: explanations, privacy, accessibility, and where a weakness is reported.

use std::sync::Arc;

use app::Settings;
use domain::time::Span;
use testkit::engines::sqlite;

use crate::testapp::{Client, TestApp, Wishes};

const EXPLANATIONS: [&str; 7] = [
    "/uitleg/wachtwoord/",
    "/uitleg/e-mailadres/",
    "/uitleg/geen-mail/",
    "/uitleg/echte-mail/",
    "/uitleg/passkeys/",
    "/privacy/",
    "/toegankelijkheid/",
];
const SECURITY_TXT: &str = "/.well-known/security.txt";

/// The address of every link to a page of ours.
fn links(html: &str) -> Vec<String> {
    let after = html.split(" href=\"/").skip(1);
    let paths = after.filter_map(|rest| rest.split(['"', '?', '#']).next()).map(|path| format!("/{path}"));
    paths.filter(|path| !path.starts_with("/assets/")).collect()
}

/// Every page leads to them, the index names each, and whoever reads one needs to be nobody.
#[tokio::test]
async fn explanations_are_found_and_lead_on() {
    let house = TestApp::build(Arc::new(sqlite().await)).await;
    let mut client = house.client();
    for page in ["/login/", "/nergens/"] {
        let found = links(&client.get(page).await.text());
        for foot in ["/uitleg/", "/privacy/", "/toegankelijkheid/"] {
            assert!(found.iter().any(|path| path == foot), "{page} leads to {foot}");
        }
    }
    let index = links(&client.get("/uitleg/").await.expect(200).text());
    for path in EXPLANATIONS {
        assert!(index.iter().any(|link| link == path), "the index leads to {path}");
        for language in ["nl", "en"] {
            let page = client.get(&format!("{path}?lang={language}")).await.expect(200);
            assert!(page.header("set-cookie").is_none(), "{path}");
            for link in links(&page.text()) {
                let answer = client.get(&link).await;
                // One's own data take signing in; that page is the only one that is not for anybody.
                assert!(
                    answer.status == 200 || link == "/gegevens/" || answer.location().starts_with("/login/"),
                    "{path} → {link}: {answer:?}"
                );
            }
        }
    }
    house.finish().await;
}

/// What the pages say about this installation is what it was told.
#[tokio::test]
async fn explanations_tell_what_was_set() {
    let wish = |settings: &mut Settings| {
        settings.password = domain::password::Rules::at_least(17);
        settings.reset_life = Span::hours(3);
        settings.brand.name = "De Linde & Zonen".to_owned();
    };
    let house = TestApp::build_as(Arc::new(sqlite().await), Wishes { settings: wish, ..Wishes::default() }).await;
    let mut read: Client = house.client();
    let password = read.get("/uitleg/wachtwoord/").await.expect(200).text();
    assert!(password.contains("minstens 17 tekens") && password.contains("werkt 3 uur"), "{password}");
    let mail = read.get("/uitleg/echte-mail/").await.expect(200).text();
    assert!(mail.contains("inloggen@post.example.nl") && mail.contains("https://login.example.nl"), "{mail}");
    assert!(read.get("/privacy/").await.expect(200).text().contains("De Linde &#38; Zonen bewaart ze"));
    house.finish().await;
}

/// RFC 9116: who finds a weakness reads where to tell it, and until when that holds.
#[tokio::test]
async fn a_weakness_has_an_address() {
    let wish = |settings: &mut Settings| settings.security_contact = Some("mailto:veilig@example.nl".to_owned());
    let house = TestApp::build_as(Arc::new(sqlite().await), Wishes { settings: wish, ..Wishes::default() }).await;
    let answer = house.client().get(SECURITY_TXT).await.expect(200);
    assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
    let text = answer.text();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 4, "{text}");
    assert_eq!(lines[0], "Contact: mailto:veilig@example.nl");
    assert_eq!(lines[2], "Preferred-Languages: nl, en");
    assert_eq!(lines[3], format!("Canonical: {}{SECURITY_TXT}", crate::testapp::PUBLIC));
    // Moments of this form are in the order of their letters.
    let holds = |text: &str| {
        let (now, end) = (house.clock.now(), text.lines().find_map(|line| line.strip_prefix("Expires: ")).unwrap());
        end > (now + Span::days(30)).rfc3339().as_str() && end < (now + Span::days(365)).rfc3339().as_str()
    };
    assert!(holds(&text), "{text}");
    house.clock.forward(Span::days(300));
    assert!(!holds(&text) && holds(&house.client().get(SECURITY_TXT).await.expect(200).text()));
    house.finish().await;
    let silent = TestApp::build(Arc::new(sqlite().await)).await;
    silent.client().get(SECURITY_TXT).await.expect(404);
    silent.finish().await;
}
