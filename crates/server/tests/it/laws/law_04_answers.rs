//! Law 4: the pages answer the same, in bytes and in work, whatever there is behind a name.

use domain::limits::Limit;
use domain::role::Role;
use domain::time::Span;
use mail::smtp::Stage;
use mail::transport::Answer as Says;
use testkit::each_engine;

use crate::testapp::{Answer, GOOD, NAMES, RESET, TestApp, Wishes, changed};

/// Names of one length in every state there is; the last are of other lengths.
async fn states(house: &TestApp) -> Vec<(&'static str, String)> {
    house.clients().await;
    let unlinked = house.home("linde/zuid", "V1", None).await;
    let linked = house.home("linde/zuid", "V2", Some("twee@example.nl")).await;
    let confirmed = house.resident("linde/zuid", "V3", "drie@example.nl").await;
    let signed_in = house.signed_in("linde/zuid", "V4", "vier@example.nl").await;
    let refused = house.home("linde/zuid", "V5", Some("vijf@example.nl")).await;
    house.post.answer_for("vijf@example.nl", 1, Says::Refuse(Stage::Rcpt, 550, "5.1.1 nobody".to_owned()));
    house.client().ask_reset(&refused).await.expect(303);
    assert!(house.deliver_mail().await.is_empty());
    let live_link = house.home("linde/zuid", "V6", Some("zes@example.nl")).await;
    house.reset_link(&live_link).await;
    let elsewhere = house.home("esdoorn/noord", "V1", Some("een@esdoorn.example.nl")).await;
    let active = house.staff("karel@linde.example.nl", Role::Clerk, "linde").await;
    house.invite("nieuw@linde.example.nl", Role::Clerk, "linde").await;
    vec![
        ("unknown", "ALMELO77".to_owned()),
        ("unlinked", unlinked),
        ("linked", linked),
        ("confirmed", confirmed.username),
        ("signed in", signed_in.username),
        ("address refused", refused),
        ("live link", live_link),
        ("another client's", elsewhere),
        ("staff", active.email),
        ("invited", "nieuw@linde.example.nl".to_owned()),
        ("no such staff", "nemo1@linde.example.nl".to_owned()),
        ("no name at all", "% ' OR 1=1 -- <b>".to_owned()),
        ("too long for a name", "A".repeat(200)),
    ]
}

/// What pages tell of planned work is looked up at most each half minute, whoever comes then: it is known before anything is counted.
async fn known_what_pages_tell(house: &TestApp) {
    house.client().get("/login/").await.expect(200);
}

/// An answer and the work behind it: statements, hashes, and what changed in the database.
async fn asked(house: &TestApp, path: &str, field: &str, value: &str) -> (String, (u64, u64, usize)) {
    known_what_pages_tell(house).await;
    let before = (house.app.db.statements(), house.app.hasher.hashes_done(), house.tables().await);
    let mut client = house.client();
    let first = client.post_form(path, &[(field, value)]).await;
    let then = if first.status == 303 { client.get(first.location()).await.comparable() } else { String::new() };
    let work = (house.app.db.statements() - before.0, house.app.hasher.hashes_done() - before.1);
    let after = house.tables().await;
    assert_eq!(after["mail"].len(), before.2["mail"].len() + 1, "one row, whoever asks");
    for table in changed(&before.2, &after) {
        assert!(table.starts_with("mail +1") || table.starts_with("limit_count"), "{table}");
    }
    let new = after["mail"].iter().find(|row| !before.2["mail"].contains(row)).unwrap();
    // What was typed stands in it sealed: the longest run of letters and digits.
    let sealed = new.split(|sign: char| !sign.is_ascii_alphanumeric() && !"+/".contains(sign)).map(str::len).max();
    (first.comparable() + &then, (work.0, work.1, sealed.unwrap_or_default()))
}

#[tokio::test]
async fn asking_for_a_reset_answers_the_same_whoever_it_is() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        let states = states(&house).await;
        // What was asked up to here is forgotten by the limits.
        house.forward(Span::days(2));
        // Far into the limits of each name, with live links and without, and with a mail server that is gone: the page
        // must not tell any of it.
        for round in 0..12 {
            if round == 6 {
                house.post.answer(10_000, Says::Unreachable);
            }
            house.deliver_mail().await;
            let mut seen: Vec<Shown<'_>> = Vec::new();
            for (state, name) in &states {
                seen.push((state, asked(&house, RESET, "username", name).await));
            }
            let (_, first) = &seen[0];
            assert!(first.0.starts_with("303\n") && first.0.contains("200\n"), "{}", first.0);
            for (state, answer) in &seen {
                assert_eq!(answer.0, first.0, "{state} in round {round} on {}", house.engine);
                assert_eq!(answer.1.1, 0, "no hash for {state}");
            }
            assert!(is_equal_work(&seen), "round {round} on {}: {:?}", house.engine, work_of(&seen));
        }
        house.post.answer_normally();
        house.forward(Span::hours(1));
        house.deliver_mail().await;
        house.forward(Span::hours(1));
        house.deliver_mail().await;
        house.finish().await;
    })
    .await;
}

type Shown<'a> = (&'a str, (String, (u64, u64, usize)));

fn work_of<'a>(seen: &[Shown<'a>]) -> Vec<(&'a str, (u64, u64, usize))> {
    seen.iter().map(|(state, answer)| (*state, answer.1)).collect()
}

/// The same for a name that nobody has and for every name that somebody has.
fn is_equal_work(seen: &[Shown<'_>]) -> bool {
    seen.iter().all(|(_, answer)| answer.1 == seen[0].1.1)
}

#[tokio::test]
async fn asking_for_usernames_answers_the_same_whoever_it_is() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        states(&house).await;
        let mut seen: Vec<Shown<'_>> = Vec::new();
        for address in
            ["nemo@example.nl", "twee@example.nl", "drie@example.nl", "vijf@example.nl", "karel@linde.example.nl"]
        {
            seen.push((address, asked(&house, NAMES, "email", address).await));
        }
        for (address, answer) in &seen {
            assert_eq!(answer.0, seen[0].1.0, "{address} on {}", house.engine);
        }
        assert!(is_equal_work(&seen), "{:?}", work_of(&seen));
        assert_eq!(house.only_mail().await.to, "drie@example.nl", "a confirmed address alone is told");
        house.finish().await;
    })
    .await;
}

/// The page repeats what was typed, which says nothing; the rest is compared.
fn without(answer: &Answer, typed: &str) -> String {
    let escaped: String =
        typed.replace('&', "&#38;").replace('<', "&#60;").replace('>', "&#62;").replace('\'', "&#39;");
    let kept: Vec<String> =
        answer.comparable().lines().filter(|line| !line.starts_with("content-length")).map(str::to_owned).collect();
    kept.join("\n").replace(&escaped, "NAME").replace(typed, "NAME")
}

#[tokio::test]
async fn a_wrong_sign_in_answers_the_same_whoever_it_is() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        let states = states(&house).await;
        known_what_pages_tell(&house).await;
        for round in 0..14 {
            let mut seen = Vec::new();
            for (state, name) in &states {
                let before = (house.app.db.statements(), house.app.hasher.hashes_done());
                let answer = house.client().post_login(name, "een verkeerd wachtwoord").await;
                let work = (house.app.db.statements() - before.0, house.app.hasher.hashes_done() - before.1);
                assert_eq!(answer.status, if round < 10 { 401 } else { 429 }, "{state} in round {round}");
                seen.push((state, without(&answer, name), work));
            }
            for (state, answer, work) in &seen {
                assert_eq!(*answer, seen[0].1, "{state} in round {round} on {}", house.engine);
                assert_eq!(*work, seen[0].2, "{state} in round {round} on {}", house.engine);
            }
        }
        house.finish().await;
    })
    .await;
}

/// `Retry-After` of a source that tried too much does not tell names apart.
#[tokio::test]
async fn a_slowed_source_learns_nothing() {
    each_engine(|fresh| async move {
        let few = |settings: &mut app::Settings| settings.limits.guess_source = Limit::new(4, Span::minutes(15));
        let house = TestApp::build_as(fresh, Wishes { settings: few, ..Wishes::default() }).await;
        house.clients().await;
        let resident = house.resident("linde/zuid", "V1", "bewoner@example.nl").await;
        let mut guesser = house.client();
        for _ in 0..4 {
            guesser.post_login("ALMELO55", "gok").await.expect(401);
        }
        let unknown = guesser.post_login("ALMELO55", GOOD).await.expect(429);
        let known = guesser.post_login(&resident.username, GOOD).await.expect(429);
        assert_eq!(without(&unknown, "ALMELO55"), without(&known, &resident.username), "{}", house.engine);
        assert!(known.header("retry-after").is_some());
        house.client().post_login(&resident.username, GOOD).await.leads_to("/");
        house.finish().await;
    })
    .await;
}

/// What stands behind a link is for its holder; before that no page shows an address or a home.
#[tokio::test]
async fn no_page_hints_at_an_address() {
    let house = TestApp::build(std::sync::Arc::new(testkit::engines::sqlite().await)).await;
    house.clients().await;
    let username = house.home("linde/zuid", "V1", Some("bewoner@example.nl")).await;
    let link = house.reset_link(&username).await;
    let mut stranger = house.client();
    let mut pages = vec![
        stranger.get(&link).await,
        stranger.post_form(&link, &[("username", "ALMELO88"), ("password", GOOD)]).await,
        stranger.post_form(&link, &[("username", "ALMELO02"), ("password", GOOD)]).await,
        stranger.ask_reset(&username).await,
        stranger.get("/login/accounts/pass/reset/gevraagd/").await,
        stranger.get(&format!("/login/accounts/pass/reset/?username={username}")).await,
        stranger.post_login(&username, "verkeerd wachtwoord").await,
    ];
    for _ in 0..5 {
        pages.push(stranger.post_form(&link, &[("username", "ALMELO88"), ("password", GOOD)]).await);
    }
    assert_eq!(pages.last().map(|page| page.status), Some(410), "too many tries");
    for page in &pages {
        // The host of the house itself, for which passkeys are made, tells nothing of anybody.
        let text = page.text().replace("login.example.nl", "");
        for hint in ["bewoner", "example.nl", "b•••", "Eikenlaan", "7601", "De Linde"] {
            assert!(!text.contains(hint), "{hint} in {page:?}");
        }
    }
    // Names that are nearly right are as wrong as any: the page after a near miss is the page after a far one.
    assert_eq!(without(&pages[1], "ALMELO88"), without(&pages[2], "ALMELO02"));
    house.only_mail().await;
    house.finish().await;
}
