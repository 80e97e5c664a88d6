//! Signing in: equal work for unknown, unlinked and wrong; guessing slows down and the owner always gets in.

use app::reset::{self, NewPassword};
use app::sign_in::{self, Enter, EnterError};
use domain::time::Span;
use testkit::each_engine;

use crate::house::{GOOD, House, secret, token};

const PAGE: &str = "/login/accounts/pass/reset/";

async fn enter_from(
    house: &House,
    source: &str,
    name: &str,
    password: &str,
    device: Option<&str>,
) -> Result<sign_in::Entered, EnterError> {
    let cmd = Enter { name: name.to_owned(), password: secret(password), device: device.map(str::to_owned) };
    sign_in::enter(&house.app, &house.from(source), cmd).await
}

/// A resident who set a password; the value by which the own browser is recognised.
async fn resident(house: &House, username: &str) -> String {
    house.home(username, Some("bewoner@example.nl")).await;
    reset::ask(&house.app, &house.ctx(), username).await.unwrap();
    let link = token(&house.deliver().await[0], PAGE);
    let cmd = NewPassword { password: secret(GOOD), username: Some(username.to_owned()) };
    let done = reset::set(&house.app, &house.ctx(), &link, cmd).await.unwrap();
    house.deliver().await;
    done.device.expose().to_owned()
}

#[tokio::test]
async fn unknown_unlinked_and_wrong_are_the_same_work() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        resident(&house, "ALMELO01").await;
        house.home("ALMELO02", None).await;
        house.home("ALMELO03", Some("drie@example.nl")).await;
        let mut seen = Vec::new();
        for name in ["ALMELO01", "ALMELO02", "ALMELO03", "ALMELO99", "niemand@example.nl", "%% geen naam %%"] {
            let (statements, hashes) = (house.app.db.statements(), house.app.hasher.hashes_done());
            let refused = enter_from(&house, "192.0.2.9", name, "een verkeerd wachtwoord", None).await;
            assert!(matches!(refused, Err(EnterError::Wrong)), "{name}: {refused:?}");
            seen.push((house.app.db.statements() - statements, house.app.hasher.hashes_done() - hashes));
        }
        assert!(seen.iter().all(|work| *work == seen[0]), "{seen:?} on {}", house.engine);
        assert_eq!(seen[0].1, 1, "one hash each");
    })
    .await;
}

#[tokio::test]
async fn guessing_slows_down_and_the_owner_still_gets_in() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let device = resident(&house, "ALMELO01").await;
        let mut slowed = 0;
        for n in 0..40 {
            let source = format!("198.51.100.{n}");
            for name in ["ALMELO01", "ALMELO77"] {
                match enter_from(&house, &source, name, "gok", None).await {
                    Err(EnterError::Wrong) => assert!(n < 10, "{name}: the same for both"),
                    Err(EnterError::Slowed { seconds }) => {
                        assert!(n >= 10 && (1..=900).contains(&seconds));
                        slowed += 1;
                    }
                    other => panic!("{other:?}"),
                }
            }
        }
        assert_eq!(slowed, 60, "{}", house.engine);
        let stranger = enter_from(&house, "192.0.2.50", "ALMELO01", GOOD, None).await;
        assert!(matches!(stranger, Err(EnterError::Slowed { .. })), "an unknown browser waits");
        enter_from(&house, "192.0.2.51", "ALMELO01", GOOD, Some(&device)).await.expect("the own browser does not");
        let forged = enter_from(&house, "192.0.2.52", "ALMELO01", GOOD, Some("x")).await;
        assert!(matches!(forged, Err(EnterError::Slowed { .. })));
        house.forward(Span::minutes(16));
        enter_from(&house, "192.0.2.50", "ALMELO01", GOOD, None).await.expect("and neither does anybody later");
    })
    .await;
}

#[tokio::test]
async fn a_reset_makes_a_slowed_owner_recognised() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        resident(&house, "ALMELO01").await;
        for n in 0..12 {
            drop(enter_from(&house, &format!("198.51.100.{n}"), "ALMELO01", "gok", None).await);
        }
        reset::ask(&house.app, &house.ctx(), "ALMELO01").await.unwrap();
        let link = token(&house.deliver().await[0], PAGE);
        let cmd = NewPassword { password: secret("de wind waait over de dijk"), username: None };
        let done = reset::set(&house.app, &house.ctx(), &link, cmd).await.unwrap();
        let device = done.device.expose().to_owned();
        enter_from(&house, "192.0.2.60", "ALMELO01", "de wind waait over de dijk", Some(&device)).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn parallel_guesses_are_counted_before_they_are_checked() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        resident(&house, "ALMELO01").await;
        let before = house.app.hasher.hashes_done();
        let mut all = Vec::new();
        for n in 0..300 {
            let (app, ctx) = (house.app.clone(), house.from(&format!("198.51.{}.{}", n / 200, n % 200)));
            all.push(tokio::spawn(async move {
                let cmd = Enter { name: "ALMELO01".to_owned(), password: secret("gok"), device: None };
                drop(sign_in::enter(&app, &ctx, cmd).await);
            }));
        }
        for one in all {
            one.await.unwrap();
        }
        let hashed = house.app.hasher.hashes_done() - before;
        assert!(hashed <= 10, "{hashed} guesses were looked at on {}", house.engine);
    })
    .await;
}

#[tokio::test]
async fn sessions_end_when_left_alone_when_old_and_when_signed_out() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        resident(&house, "ALMELO01").await;
        let who = async |cookie: &str| sign_in::who(&house.app, &house.ctx(), cookie).await.unwrap().is_some();
        let entered = enter_from(&house, "192.0.2.1", "ALMELO01", GOOD, None).await.unwrap();
        let idle = entered.session.expose().to_owned();
        house.forward(Span::seconds(14 * 86_400 - 1));
        assert!(who(&idle).await, "{}", house.engine);
        house.forward(Span::seconds(14 * 86_400 + 1));
        assert!(!who(&idle).await, "left alone for two weeks");

        let entered = enter_from(&house, "192.0.2.1", "ALMELO01", GOOD, None).await.unwrap();
        let old = entered.session.expose().to_owned();
        for _ in 0..29 {
            house.forward(Span::days(1));
            assert!(who(&old).await);
        }
        house.forward(Span::days(1));
        assert!(!who(&old).await, "thirty days are the most");

        let entered = enter_from(&house, "192.0.2.1", "ALMELO01", GOOD, None).await.unwrap();
        let cookie = entered.session.expose().to_owned();
        sign_in::leave(&house.app, &house.ctx(), &cookie).await.unwrap();
        assert!(!who(&cookie).await, "signed out on the server");
        assert!(!who("nonsense").await);
    })
    .await;
}
