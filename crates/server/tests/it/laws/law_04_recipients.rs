//! Law 4: the reset mail goes to the stored address, one recipient, and its link leads to this house, whatever was typed
//! or sent along (norms A7, A8, A9, A14, A18, A19).

use domain::limits::{Limit, Limits};
use domain::time::Span;
use testkit::each_engine;

use crate::testapp::{HOST, Letter, NAMES, PUBLIC, RESET, TestApp, Wishes};

/// Without limits, so that every attempt is carried out.
fn unlimited() -> Wishes {
    let settings = |settings: &mut app::Settings| {
        let most = Limit::new(1_000_000, Span::hours(1));
        settings.limits = Limits {
            ask_account_hour: most,
            ask_account_day: most,
            ask_source: most,
            destination: most,
            ..settings.limits
        };
    };
    Wishes { settings, ..Wishes::default() }
}

fn all_for(mails: &[Letter], address: &str) {
    for mail in mails {
        assert_eq!(mail.to, address, "{mail:?}");
        let raw = String::from_utf8_lossy(&mail.raw).to_lowercase();
        assert!(!raw.contains("dief") && !raw.contains("evil"), "{raw}");
        assert_eq!(raw.matches("\r\nto: ").count(), 1);
        assert!(!raw.contains("\r\ncc:") && !raw.contains("\r\nbcc:"));
        for link in mail.links() {
            assert!(link.starts_with(&format!("{PUBLIC}/")), "{link}");
        }
    }
}

#[tokio::test]
async fn no_parameter_adds_a_recipient() {
    each_engine(|fresh| async move {
        let house = TestApp::build_as(fresh, unlimited()).await;
        house.clients().await;
        let resident = house.resident("linde/zuid", "V1", "bewoner@example.nl").await;
        let name = resident.username.as_str();
        let mut client = house.client();
        // GitLab CVE-2023-7028 and its kin: refused before anybody looks at them.
        for body in [
            format!("username={name}&username=dief@evil.test"),
            format!("username[]={name}&username[]=dief@evil.test"),
            format!("username%5B%5D={name}"),
            format!("username[0]={name}&username[1]=dief@evil.test"),
            format!("username={name}&%75sername=dief@evil.test"),
            format!("username={name}%00dief@evil.test"),
            format!("username={name}%ff"),
            format!("username={name}&email[]=dief@evil.test"),
        ] {
            let refused = client.send("POST", RESET, Some(body.as_bytes())).await;
            assert_eq!(refused.status, 400, "{body}");
        }
        assert_eq!(
            client.send("POST", &format!("{RESET}?username=a&username=b"), Some(b"username=x")).await.status,
            400
        );
        assert!(house.deliver_mail().await.is_empty(), "{}", house.engine);
        // Taken as names, which nobody has, or as the one name; more fields than asked count for nothing.
        for typed in [
            format!("{name},dief@evil.test"),
            format!("{name};dief@evil.test"),
            format!("{name} dief@evil.test"),
            format!("{name}\r\nBcc: dief@evil.test"),
            format!("{name}\nTo: dief@evil.test"),
            format!("\"{name}\" <dief@evil.test>"),
            format!("{name}@evil.test"),
            format!("{name}%0aBcc:dief@evil.test"),
            "bewoner@example.nl,dief@evil.test".to_owned(),
            "bewoner@example.nl dief@evil.test".to_owned(),
            "bewoner@example.nl".to_owned(),
            "dief@evil.test".to_owned(),
            format!("{{\"username\":\"{name}\",\"email\":\"dief@evil.test\"}}"),
        ] {
            client.ask_reset(&typed).await.expect(303);
            assert!(house.deliver_mail().await.is_empty(), "{typed} on {}", house.engine);
        }
        let mut mails = Vec::new();
        for extra in ["email", "to", "cc", "bcc", "address", "recipient", "mail", "host", "next", "redirect_uri", "url"]
        {
            client.post_form(RESET, &[("username", name), (extra, "dief@evil.test")]).await.expect(303);
            client.post_form(&format!("{RESET}?{extra}=dief@evil.test"), &[("username", name)]).await.expect(303);
            mails.extend(house.deliver_mail().await);
            house.forward(Span::minutes(30));
            mails.extend(house.deliver_mail().await);
            house.forward(Span::minutes(31));
        }
        let json = client.with("Content-Type", "application/json");
        let body = format!("{{\"username\":[\"{name}\",\"dief@evil.test\"]}}");
        json.clone().send("POST", RESET, Some(body.as_bytes())).await.expect(400);
        assert!(house.deliver_mail().await.is_empty());
        assert_eq!(mails.len(), 22, "{}", house.engine);
        all_for(&mails, "bewoner@example.nl");
        house.finish().await;
    })
    .await;
}

/// Addresses that look like the stored one to some program or other: no mail, and never one to what was typed.
#[tokio::test]
async fn no_way_of_writing_an_address_brings_mail_elsewhere() {
    each_engine(|fresh| async move {
        let house = TestApp::build_as(fresh, unlimited()).await;
        house.clients().await;
        house.resident("linde/zuid", "V1", "mike.bosch@example.nl").await;
        let mut client = house.client();
        for typed in [
            "mıke.bosch@example.nl",
            "mike.boſch@example.nl",
            "mi\u{212a}e.bosch@example.nl",
            "mike.bosch@exaｍple.nl",
            "ｍike.bosch@example.nl",
            "mike.bosch@еxample.nl",
            "mikebosch@example.nl",
            "mike.bosch+1@example.nl",
            "mike.bosch@example.nl.evil.test",
            "mike.bosch@example.nl@evil.test",
            "\"mike.bosch\"@example.nl",
            "mike.bosch(x)@example.nl",
            "=?utf-8?q?mike.bosch?=@example.nl",
            "<mike.bosch@example.nl>",
            "groep: mike.bosch@example.nl, dief@evil.test;",
            "mike.bosch@example.nl\r\nBcc: dief@evil.test",
            "mike.bosch@example.nl, dief@evil.test",
            "@evil.test:mike.bosch@example.nl",
            "mike.bosch@[127.0.0.1]",
        ] {
            let answer = client.post_form(NAMES, &[("email", typed)]).await;
            assert!([303, 422].contains(&answer.status), "{typed}: {answer:?}");
            assert!(house.deliver_mail().await.is_empty(), "{typed} on {}", house.engine);
        }
        for typed in ["MIKE.BOSCH@EXAMPLE.NL", " Mike.Bosch@Example.nl "] {
            client.post_form(NAMES, &[("email", typed)]).await.expect(303);
            all_for(&[house.only_mail().await], "mike.bosch@example.nl");
            house.forward(Span::hours(1));
        }
        house.finish().await;
    })
    .await;
}

/// Thirty ways to tell the house another name of itself.
fn hosts() -> Vec<Vec<(&'static str, String)>> {
    let ours = || ("Host", HOST.to_owned());
    let evil = "evil.test";
    let mut all: Vec<Vec<(&'static str, String)>> = [
        "evil.test",
        "evil.test:443",
        "login.example.nl:@evil.test",
        "login.example.nl@evil.test",
        "login.example.nl.evil.test",
        "evil.test/login.example.nl",
        "login.example.nl:80#evil.test",
        "login.example.nl, evil.test",
        "LOGIN.EXAMPLE.NL",
        "localhost",
        "127.0.0.1",
        "[::1]",
        "login.example.nl:1337",
        "",
    ]
    .into_iter()
    .map(|host| vec![("Host", host.to_owned())])
    .collect();
    for name in [
        "X-Forwarded-Host",
        "X-Forwarded-Server",
        "X-HTTP-Host-Override",
        "X-Host",
        "X-Original-Host",
        "X-Original-URL",
        "X-Rewrite-URL",
        "X-Forwarded-Prefix",
        "Base-Url",
        "Referer",
    ] {
        all.push(vec![ours(), (name, format!("https://{evil}/"))]);
        all.push(vec![ours(), (name, evil.to_owned())]);
    }
    all.push(vec![ours(), ("Forwarded", "host=evil.test;proto=http".to_owned())]);
    all.push(vec![ours(), ("X-Forwarded-Proto", "http".to_owned()), ("X-Forwarded-Scheme", "http".to_owned())]);
    all.push(vec![ours(), ("X-Forwarded-Port", "8080".to_owned())]);
    all.push(vec![ours(), ("X-HTTP-Method-Override", "GET".to_owned())]);
    all.push(vec![ours(), ours()]);
    all.push(vec![ours(), ("Host", evil.to_owned())]);
    all.push(vec![("Host", evil.to_owned()), ours()]);
    all
}

#[tokio::test]
async fn no_header_moves_the_link_elsewhere() {
    each_engine(|fresh| async move {
        let house = TestApp::build_as(fresh, unlimited()).await;
        house.clients().await;
        let resident = house.resident("linde/zuid", "V1", "bewoner@example.nl").await;
        let body = format!("username={}", resident.username);
        let all = hosts();
        assert!(all.len() >= 30);
        let targets = ["/login/accounts/pass/reset/", "https://evil.test/login/accounts/pass/reset/", "http://login.example.nl:1@evil.test/login/accounts/pass/reset/"];
        let mut arrived = 0;
        for (number, headers) in all.iter().enumerate() {
            for target in targets.iter().take(if number < 4 { 3 } else { 1 }) {
                let mut raw = format!("POST {target} HTTP/1.1\r\n");
                for (name, value) in headers {
                    raw.push_str(&format!("{name}: {value}\r\n"));
                }
                raw.push_str(&format!(
                    "Connection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
                    body.len()
                ));
                let Some(answer) = house.client().raw(raw.as_bytes()).await else { continue };
                assert!([303, 400, 404].contains(&answer.status), "{headers:?} {target}: {answer:?}");
                if answer.status == 303 {
                    assert_eq!(answer.location(), "/login/accounts/pass/reset/gevraagd/", "{headers:?}");
                }
                assert!(!answer.comparable().contains("evil"), "{answer:?}");
                let mails = house.deliver_mail().await;
                // No live link of the last hour is pushed out by another.
                house.forward(Span::minutes(61));
                assert_eq!(mails.len(), usize::from(answer.status == 303), "{headers:?} on {}", house.engine);
                arrived += mails.len();
                all_for(&mails, "bewoner@example.nl");
            }
        }
        assert!(arrived >= 30, "{arrived} of them reached the house");
        house.finish().await;
    })
    .await;
}
