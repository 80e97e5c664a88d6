//! `/login/accounts/pass/reset/` and the page behind its link.

use domain::time::Span;
use testkit::each_engine;

use crate::testapp::{GOOD, OTHER, RESET, TestApp};

#[tokio::test]
async fn the_field_is_filled_in_by_the_qr_code_and_nothing_else_happens() {
    let house = TestApp::build(std::sync::Arc::new(testkit::engines::sqlite().await)).await;
    let mut client = house.client();
    let page = client.get(&format!("{RESET}?username=ALMELO01")).await.expect(200);
    assert!(page.text().contains("value=\"ALMELO01\""));
    let page = client.get(&format!("{RESET}?username=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")).await.expect(200);
    assert!(!page.text().contains("<script>alert") && page.text().contains("script"), "escaped");
    for (typed, status) in [("", 422), ("   ", 422), ("x", 303)] {
        client.post_form(RESET, &[("username", typed)]).await.expect(status);
    }
    client.post_form(RESET, &[]).await.expect(422);
    client.post_form(RESET, &[("username", &"A".repeat(257))]).await.expect(422);
    client.get("/login/accounts/pass/reset/gevraagd/").await.expect(200);
    client.post_form("/login/accounts/pass/reset/gevraagd/", &[]).await.expect(405);
    assert!(house.deliver_mail().await.is_empty());
    house.finish().await;
}

/// Every reason at once, at its field; the link stays alive.
#[tokio::test]
async fn weak_passwords_are_refused_with_their_reasons() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.resident("linde/zuid", "V1", "bewoner@example.nl").await;
        let link = house.reset_link(&resident.username).await;
        let mut person = house.client();
        for weak in [
            "",
            "kort",
            "veertien teken",
            "wachtwoordwachtwoord",
            "aaaaaaaaaaaaaaaaaaaa",
            "123456789012345678",
            "qwertyuiopasdfghjkl",
            "ALMELO01ALMELO01ALMELO01",
            "Eikenlaan2026!!!!",
            "password1234567890",
            "😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
        ] {
            let page = person.post_form(&link, &[("password", weak)]).await.expect(422);
            assert!(page.text().contains("id=\"password-error\""), "{weak}: {page:?}");
        }
        assert_eq!(
            house.tables().await["token"]
                .iter()
                .filter(|row| row.contains("used_at=-") || row.contains("\"used_at\": null"))
                .count(),
            1
        );
        // Fifteen signs are enough, whatever they are; long ones are not cut.
        let long = format!("{} einde", "een heel lange zin ".repeat(20));
        person.post_form(&link, &[("password", &long)]).await.expect(303);
        house.only_mail().await;
        let cut: String = long.chars().take(long.len() - 1).collect();
        house.client().post_login(&resident.username, &cut).await.expect(401);
        house.client().post_login(&resident.username, &long).await.leads_to("/");
        house.finish().await;
    })
    .await;
}

/// Norms A13: of many at once one wins, and its password is the one that works.
#[tokio::test]
async fn of_two_hundred_forms_one_wins() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.resident("linde/zuid", "V1", "bewoner@example.nl").await;
        let link = house.reset_link(&resident.username).await;
        let mut all = Vec::new();
        for n in 0..200 {
            let (mut client, link) = (house.client(), link.clone());
            all.push(tokio::spawn(async move {
                let password = format!("mijn eigen lange zin {n:03}");
                let answer = client.post_form(&link, &[("password", &password)]).await;
                (password, answer.status)
            }));
        }
        let mut won = Vec::new();
        for one in all {
            match one.await.unwrap() {
                (password, 303) => won.push(password),
                (_, status) => assert_eq!(status, 410),
            }
        }
        assert_eq!(won.len(), 1, "{}", house.engine);
        house.only_mail().await;
        house.client().post_login(&resident.username, &won[0]).await.leads_to("/");
        house.client().post_login(&resident.username, GOOD).await.expect(401);
        house.finish().await;
    })
    .await;
}

/// Norms A20, A21: a flood brings few mails and never kills the link the owner holds.
#[tokio::test]
async fn a_flood_takes_nothing_from_the_owner() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.resident("linde/zuid", "V1", "bewoner@example.nl").await;
        let other = house.resident("linde/zuid", "V2", "buur@example.nl").await;
        house.forward(Span::days(2));
        let link = house.reset_link(&resident.username).await;
        let mut links = vec![link];
        // Twenty hours, twenty requests every fifty minutes.
        for _ in 0..24 {
            for _ in 0..20 {
                house.client().ask_reset(&resident.username).await.expect(303);
            }
            links.extend(house.deliver_mail().await.iter().map(crate::testapp::Letter::path));
            house.forward(Span::minutes(50));
            links.extend(house.deliver_mail().await.iter().map(crate::testapp::Letter::path));
        }
        assert!(links.len() <= 17, "eight a day, and two days were touched: {} on {}", links.len(), house.engine);
        assert_eq!(house.client().get(links.last().unwrap()).await.status, 200, "the newest link of the owner works");
        let theirs = house.reset_link(&other.username).await;
        house.client().post_form(&theirs, &[("password", OTHER)]).await.expect(303);
        house.only_mail().await;
        house.finish().await;
    })
    .await;
}

/// Back, reload and a second press show no fault as of a program (norms U6).
#[tokio::test]
async fn pressing_twice_ends_well() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.resident("linde/zuid", "V1", "bewoner@example.nl").await;
        let link = house.reset_link(&resident.username).await;
        let mut person = house.client();
        person.post_form(&link, &[("password", OTHER)]).await.leads_to("/login/?after=password");
        house.only_mail().await;
        let page = person.post_form(&link, &[("password", OTHER)]).await.expect(410);
        assert!(page.text().contains("href=\"/login/\""), "it was used: sign in");
        person.get(&link).await.expect(410);
        let late = house.reset_link(&resident.username).await;
        house.forward(Span::hours(24));
        person.get(&late).await.expect(410);
        person.post_form(&late, &[("password", GOOD)]).await.expect(410);
        house.client().post_login(&resident.username, OTHER).await.leads_to("/");
        house.finish().await;
    })
    .await;
}
