//! A resident's own change of the address (PRODUCT 3.3): until it is confirmed the old one stays, and who owned the old one can
//! take it back for 72 hours, whatever the new owner does.

mod ends;
mod race;

use app::own_address::{self, AskError, By, ConfirmError, Wish};
use app::reset::{self, NewPassword};
use app::{Caller, SayError};
use domain::email::Address;
use domain::time::Span;
use domain::token::Dead;
use mail::transport::Delivered;
use testkit::each_engine;

use crate::house::{GOOD, House, OTHER, secret, text, token};
use crate::tenant_change::{NOTHING, Person, ask as ask_reset, enter, mailed, settle, works};

const CONFIRM: &str = "/email/confirm/";
const UNDO: &str = "/email/undo/";
const RESET: &str = "/login/accounts/pass/reset/";

/// A home whose resident proved the address, is signed in, and knows the password.
async fn settled(house: &House) -> Person {
    house.home("ALMELO01", Some("oud@example.nl")).await;
    settle(house, "ALMELO01", "oud@example.nl").await
}

async fn ask(house: &House, session: &str, address: &str, password: &str) -> Result<(), AskError> {
    let wish = Wish { address: Address::parse(address).unwrap(), proof: secret(password).into() };
    let ctx = house.from(&house.app.random_name());
    own_address::ask(&house.app, &ctx, Caller::Cookie(session), wish).await
}

async fn confirm(house: &House, link: &str, by: By<'_>) -> Result<(), ConfirmError> {
    own_address::confirm(&house.app, &house.ctx(), link, by).await
}

async fn undo(house: &House, link: &str, username: &str) -> Result<(), SayError> {
    own_address::undo(&house.app, &house.ctx(), link, username).await
}

/// Why the link to take a change back is dead, or nothing while it works.
async fn dead_undo(house: &House, link: &str) -> Option<Dead> {
    own_address::open_undo(&house.app, &house.ctx(), link).await.unwrap().err()
}

/// The only mail there is, to this mailbox.
async fn only(house: &House, to: &str) -> Delivered {
    let mut mails = house.deliver().await;
    assert_eq!(mails.len(), 1, "one mail on {}", house.engine);
    let mail = mails.remove(0);
    assert_eq!(mail.envelope.to.as_str(), to);
    mail
}

/// Whoever is signed in changes the address; the link by which it is taken back.
async fn change(house: &House, session: &str, password: &str, (old, new): (&str, &str)) -> String {
    ask(house, session, new, password).await.unwrap();
    let link = token(&only(house, new).await, CONFIRM);
    confirm(house, &link, By::SignedIn(Caller::Cookie(session))).await.unwrap();
    token(&only(house, old).await, UNDO)
}

#[tokio::test]
async fn the_old_address_stays_until_the_new_one_is_confirmed_and_is_told_then() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let one = settled(&house).await;
        ask(&house, &one.session, "nieuw@example.nl", GOOD).await.unwrap();
        let mail = only(&house, "nieuw@example.nl").await;
        let said = text(&mail);
        assert!(!said.contains("ALMELO01") && !said.contains("Eikenlaan") && !said.contains("oud@"), "{said}");
        let link = token(&mail, CONFIRM);
        house.forward(Span::hours(2));
        mailed(&house, "ALMELO01", "oud@example.nl").await;
        for _ in 0..3 {
            let opened = own_address::open_confirm(&house.app, &house.ctx(), &link, None).await.unwrap().unwrap();
            assert_eq!((opened.address.as_str(), opened.own), ("nieuw@example.nl", false), "{}", house.engine);
        }
        assert!(reset::open(&house.app, &house.ctx(), &link).await.unwrap().is_err(), "it is no link to a password");
        confirm(&house, &link, By::SignedIn(Caller::Cookie(&one.session))).await.unwrap();
        let again = confirm(&house, &link, By::SignedIn(Caller::Cookie(&one.session))).await;
        assert!(matches!(again, Err(ConfirmError::Dead(Dead::Used))), "{again:?}");
        let told = only(&house, "oud@example.nl").await;
        let said = text(&told);
        assert!(!said.contains("ALMELO01") && !said.contains("nieuw@"), "{said}");
        assert_eq!(works(&house, &one).await, [true, true, true, false], "links to the old address are dead");
        house.forward(Span::hours(2));
        mailed(&house, "ALMELO01", "nieuw@example.nl").await;
        let acts =
            "SELECT count(*) FROM audit_line WHERE act IN ('email.asked', 'email.changed') AND actor_kind = 'resident'";
        assert_eq!(testkit::raw::count(&house.fresh, acts).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_first_address_is_filled_in_and_nobody_is_told() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let one = settled(&house).await;
        testkit::raw::run(&house.fresh, "UPDATE email_link SET proof = 'ended', ended_at = created_at").await;
        let who = async || app::sign_in::who(&house.app, &house.ctx(), &one.session).await.unwrap().unwrap();
        assert!(who().await.address_missing, "{}", house.engine);
        assert!(enter(&house, "ALMELO01", GOOD, None).await.unwrap().address_missing, "told at each sign-in");
        ask(&house, &one.session, "eerste@example.nl", GOOD).await.unwrap();
        assert!(who().await.address_missing, "until it is confirmed");
        let link = token(&only(&house, "eerste@example.nl").await, CONFIRM);
        confirm(&house, &link, By::Password(secret(GOOD))).await.unwrap();
        assert!(!who().await.address_missing);
        assert!(house.deliver().await.is_empty());
        let seen = app::own_home::see(&house.app, &house.ctx(), Caller::Cookie(&one.session)).await.unwrap();
        let address = seen.address.map(|it| (it.address, it.confirmed));
        assert_eq!((address, seen.waits), (Some(("eerste@example.nl".to_owned(), true)), None));
        let linked = "SELECT count(*) FROM audit_line WHERE act = 'email.linked' AND actor_kind = 'resident'";
        assert_eq!(testkit::raw::count(&house.fresh, linked).await, 1);
    })
    .await;
}

#[tokio::test]
async fn who_does_not_prove_the_account_asks_and_confirms_nothing() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let one = settled(&house).await;
        house.home("ALMELO02", Some("twee@example.nl")).await;
        let two = settle(&house, "ALMELO02", "twee@example.nl").await;
        assert!(matches!(ask(&house, "niets", "dief@example.com", GOOD).await, Err(AskError::Barred(_))));
        assert!(matches!(ask(&house, &one.session, "oud@example.nl", GOOD).await, Err(AskError::Same)));
        for n in 0..22 {
            let refused = ask(&house, &one.session, "dief@example.com", OTHER).await;
            assert_eq!(matches!(refused, Err(AskError::TooOften { .. })), n >= 20, "{n}: {refused:?}");
            assert!(refused.is_err());
        }
        house.forward(Span::minutes(16));
        assert!(house.deliver().await.is_empty(), "{}", house.engine);
        ask(&house, &one.session, "nieuw@example.nl", GOOD).await.unwrap();
        let link = token(&only(&house, "nieuw@example.nl").await, CONFIRM);
        let by_other = confirm(&house, &link, By::SignedIn(Caller::Cookie(&two.session))).await;
        assert!(matches!(by_other, Err(ConfirmError::WrongPassword)), "{by_other:?}");
        for n in 0..5 {
            let wrong = confirm(&house, &link, By::Password(secret(OTHER))).await;
            assert_eq!(matches!(wrong, Err(ConfirmError::Dead(Dead::TooManyTries))), n == 4, "{n}: {wrong:?}");
        }
        let right = confirm(&house, &link, By::Password(secret(GOOD))).await;
        assert!(matches!(right, Err(ConfirmError::Dead(_))), "{right:?}");
        house.forward(Span::hours(2));
        mailed(&house, "ALMELO01", "oud@example.nl").await;
    })
    .await;
}

#[tokio::test]
async fn only_what_was_asked_last_is_confirmed_and_not_too_often_asked() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let one = settled(&house).await;
        ask(&house, &one.session, "eerst@example.nl", GOOD).await.unwrap();
        // Put off by its server, and asked anew before it goes.
        let first = token(&only(&house, "eerst@example.nl").await, CONFIRM);
        ask(&house, &one.session, "later@example.nl", GOOD).await.unwrap();
        ask(&house, &one.session, "laatst@example.nl", GOOD).await.unwrap();
        let last = token(&only(&house, "laatst@example.nl").await, CONFIRM);
        assert!(matches!(ask(&house, &one.session, "x@example.nl", GOOD).await, Err(AskError::TooOften { .. })));
        let old = confirm(&house, &first, By::Password(secret(GOOD))).await;
        assert!(matches!(old, Err(ConfirmError::Dead(Dead::AddressChanged))), "{old:?} on {}", house.engine);
        house.forward(Span::seconds(24 * 3600 - 1));
        assert!(own_address::open_confirm(&house.app, &house.ctx(), &last, None).await.unwrap().is_ok());
        house.forward(Span::seconds(1));
        let late = confirm(&house, &last, By::Password(secret(GOOD))).await;
        assert!(matches!(late, Err(ConfirmError::Dead(Dead::Expired))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn who_owned_the_address_takes_it_back_and_the_new_owner_has_nothing() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let one = settled(&house).await;
        let back = change(&house, &one.session, GOOD, ("oud@example.nl", "dief@example.com")).await;
        // The new owner sets a password and signs in: that ends all links of the account but this one.
        house.forward(Span::hours(2));
        let link = mailed(&house, "ALMELO01", "dief@example.com").await;
        let cmd = NewPassword { password: secret(OTHER), username: None };
        reset::set(&house.app, &house.ctx(), &link, cmd).await.unwrap();
        house.deliver().await;
        let thief = enter(&house, "ALMELO01", OTHER, None).await.unwrap().session.expose().to_owned();
        house.forward(Span::hours(2));
        let theirs = mailed(&house, "ALMELO01", "dief@example.com").await;
        for _ in 0..3 {
            assert_eq!(dead_undo(&house, &back).await, None, "opening changes nothing (law 5)");
        }
        assert!(reset::open(&house.app, &house.ctx(), &back).await.unwrap().is_err(), "it is no link to a password");
        assert!(matches!(undo(&house, &back, "ALMELO02").await, Err(SayError::WrongUsername)));
        undo(&house, &back, "almelo01").await.unwrap();
        assert!(matches!(undo(&house, &back, "ALMELO01").await, Err(SayError::Dead(Dead::Used))));
        assert_eq!(works(&house, &one).await, NOTHING, "{}", house.engine);
        assert!(app::sign_in::who(&house.app, &house.ctx(), &thief).await.unwrap().is_none());
        for password in [GOOD, OTHER] {
            assert!(enter(&house, "ALMELO01", password, None).await.is_err(), "who did it knew the password");
        }
        assert!(reset::open(&house.app, &house.ctx(), &theirs).await.unwrap().is_err());
        house.forward(Span::hours(2));
        settle(&house, "ALMELO01", "oud@example.nl").await;
        let undone = "SELECT count(*) FROM audit_line WHERE act = 'email.undone'";
        assert_eq!(testkit::raw::count(&house.fresh, undone).await, 1);
    })
    .await;
}

#[tokio::test]
async fn of_many_presses_at_once_the_old_owner_wins() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let one = settled(&house).await;
        let back = change(&house, &one.session, GOOD, ("oud@example.nl", "dief@example.com")).await;
        ask_reset(&house, "ALMELO01").await;
        let link = token(&only(&house, "dief@example.com").await, RESET);
        ask(&house, &one.session, "derde@example.com", GOOD).await.unwrap();
        let next = token(&only(&house, "derde@example.com").await, CONFIRM);
        let mut all = Vec::new();
        for n in 0..30 {
            let (app, ctx) = (house.app.clone(), house.from(&format!("198.51.100.{n}")));
            let (back, link, next, session) = (back.clone(), link.clone(), next.clone(), one.session.clone());
            all.push(tokio::spawn(async move {
                match n % 3 {
                    0 => own_address::undo(&app, &ctx, &back, "ALMELO01").await.is_ok(),
                    1 => {
                        let cmd = NewPassword { password: secret(OTHER), username: None };
                        drop(reset::set(&app, &ctx, &link, cmd).await);
                        false
                    }
                    _ => {
                        drop(own_address::confirm(&app, &ctx, &next, By::SignedIn(Caller::Cookie(&session))).await);
                        false
                    }
                }
            }));
        }
        let mut undone = 0;
        for one in all {
            undone += usize::from(one.await.unwrap());
        }
        assert_eq!(undone, 1, "{}", house.engine);
        assert_eq!(works(&house, &one).await, NOTHING);
        assert!(enter(&house, "ALMELO01", OTHER, None).await.is_err());
        house.forward(Span::hours(2));
        house.deliver().await;
        settle(&house, "ALMELO01", "oud@example.nl").await;
    })
    .await;
}
