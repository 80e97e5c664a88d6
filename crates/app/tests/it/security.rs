//! What somebody signed in does for the safety of their own account (law 3c): nothing without the password of now, nothing to
//! anybody else's account, and all of it at once.

use app::own_address::{self, AskError, Wish};
use app::own_language;
use app::security::{self, Change, ChangeError, EndError, ProveError};
use app::{Caller, sign_in};
use domain::email::Address;
use domain::language::Language;
use domain::role::Role;
use domain::session::Level;
use mail::smtp::Stage;
use mail::transport::Answer;
use testkit::each_engine;

use crate::house::{GOOD, House, OTHER, secret, text};
use crate::tenant_change::{ALL, NOTHING, Person, enter, settle, works};

async fn change(house: &House, cookie: &str, current: &str, new: &str) -> Result<sign_in::Entered, ChangeError> {
    let cmd = Change { proof: secret(current).into(), new: secret(new) };
    security::change_password(&house.app, &house.ctx(), cookie, cmd).await
}

async fn signed_in(house: &House, cookie: &str) -> Option<app::SignedIn> {
    sign_in::who(&house.app, &house.ctx(), cookie).await.unwrap()
}

/// Somebody with a home, and a neighbour.
async fn two(house: &House) -> (Person, Person) {
    house.home("ALMELO01", Some("een@example.nl")).await;
    house.home("ALMELO02", Some("twee@example.nl")).await;
    (settle(house, "ALMELO01", "een@example.nl").await, settle(house, "ALMELO02", "twee@example.nl").await)
}

#[tokio::test]
async fn another_password_needs_the_one_of_now_and_ends_all_else() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (one, neighbour) = two(&house).await;
        let elsewhere = enter(&house, "ALMELO01", GOOD, None).await.unwrap();
        let wrong = change(&house, &one.session, OTHER, OTHER).await;
        assert!(matches!(wrong, Err(ChangeError::Prove(ProveError::Wrong))), "{}", house.engine);
        let weak = change(&house, &one.session, GOOD, "kort").await;
        assert!(matches!(weak, Err(ChangeError::Password(faults)) if !faults.is_empty()));
        let nobody = change(&house, "geen sessie", GOOD, OTHER).await;
        assert!(matches!(nobody, Err(ChangeError::Prove(ProveError::SignIn))));
        assert_eq!(works(&house, &one).await, ALL, "nothing was done");

        let entered = change(&house, &one.session, &format!(" {GOOD} "), OTHER).await.unwrap();
        assert_eq!(entered.level, Level::Full);
        let who = signed_in(&house, entered.session.expose()).await.expect("signed in here");
        assert_eq!(who.identity, one.identity);
        assert!(signed_in(&house, elsewhere.session.expose()).await.is_none(), "and nowhere else");
        assert_eq!(works(&house, &one).await, NOTHING, "session, password, browser and link of before");
        enter(&house, "ALMELO01", OTHER, None).await.expect("the new one");
        let mails = house.deliver().await;
        assert_eq!((mails.len(), mails[0].envelope.to.as_str()), (1, "een@example.nl"), "the owner is told");
        assert!(text(&mails[0]).contains("ALMELO01"));
        assert_eq!(works(&house, &neighbour).await, ALL, "the neighbour notices nothing");
        let lines =
            "SELECT count(*) FROM audit_line WHERE act = 'password.set' AND reason = 'own' AND actor_kind = 'resident'";
        assert_eq!(testkit::raw::count(&house.fresh, lines).await, 1);
    })
    .await;
}

#[tokio::test]
async fn without_an_address_that_comes_first() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (one, _) = two(&house).await;
        testkit::raw::run(&house.fresh, "UPDATE email_link SET proof = 'ended' WHERE address = 'een@example.nl'").await;
        let refused = change(&house, &one.session, GOOD, OTHER).await;
        assert!(matches!(refused, Err(ChangeError::NoAddress)), "{}", house.engine);
        let who = signed_in(&house, &one.session).await.unwrap();
        assert!(!security::has_address(&house.app, &house.ctx(), &who).await.unwrap());
        enter(&house, "ALMELO01", GOOD, None).await.expect("the password is what it was");
    })
    .await;
}

/// Whoever sits down at a browser that was left open guesses no password there.
#[tokio::test]
async fn guessing_from_within_slows_down() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (one, neighbour) = two(&house).await;
        for n in 0..25 {
            let tried = security::end_everything(&house.app, &house.ctx(), &one.session, &secret("gok").into()).await;
            match tried {
                Err(EndError::Prove(ProveError::Wrong)) => assert!(n < 20, "{n} on {}", house.engine),
                Err(EndError::Prove(ProveError::Slowed { seconds })) => assert!(n >= 20 && seconds > 0),
                other => panic!("{other:?}"),
            }
        }
        let right = change(&house, &one.session, GOOD, OTHER).await;
        assert!(matches!(right, Err(ChangeError::Prove(ProveError::Slowed { .. }))), "of all forms together");
        let wish = Wish { address: Address::parse("dief@example.com").unwrap(), proof: secret(GOOD).into() };
        let asked = own_address::ask(&house.app, &house.ctx(), Caller::Cookie(&one.session), wish).await;
        assert!(matches!(asked, Err(AskError::TooOften { .. })), "another address is such a form: {asked:?}");
        enter(&house, "ALMELO01", GOOD, Some(&one.device)).await.expect("signing in is counted apart");
        change(&house, &neighbour.session, GOOD, OTHER).await.expect("and so are others");
        house.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn devices_are_seen_and_signed_out_by_their_owner_only() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (one, neighbour) = two(&house).await;
        let phone = enter(&house, "ALMELO01", GOOD, None).await.unwrap();
        let tablet = enter(&house, "ALMELO01", GOOD, None).await.unwrap();
        let (app, ctx) = (&house.app, house.ctx());
        let who = signed_in(&house, &one.session).await.unwrap();
        let all = security::devices(app, &ctx, &who).await.unwrap();
        assert_eq!(all.iter().map(|it| it.here).collect::<Vec<_>>(), [true, false, false], "{}", house.engine);
        assert!(all.iter().all(|it| it.device == domain::device::Device::sample()));

        let of_phone = signed_in(&house, phone.session.expose()).await.unwrap().session;
        assert!(!security::end_device(app, &ctx, &neighbour.session, of_phone).await.unwrap(), "none of theirs");
        assert!(signed_in(&house, phone.session.expose()).await.is_some());
        assert!(security::end_device(app, &ctx, &one.session, of_phone).await.unwrap());
        assert!(signed_in(&house, phone.session.expose()).await.is_none());
        assert!(!security::end_device(app, &ctx, &one.session, of_phone).await.unwrap(), "once");
        assert_eq!(security::devices(app, &ctx, &who).await.unwrap().len(), 2);

        security::end_other_devices(app, &ctx, &one.session, Some(&one.device)).await.unwrap();
        assert!(signed_in(&house, tablet.session.expose()).await.is_none());
        assert_eq!(works(&house, &one).await, ALL, "the one that asks stays, and is recognised");
        let browsers = "SELECT count(*) FROM device d JOIN occupancy o ON o.identity_id = d.identity_id \
                        JOIN account a ON a.id = o.account_id WHERE a.username = 'ALMELO02'";
        assert!(testkit::raw::count(&house.fresh, browsers).await > 0, "the neighbour's browsers stay");
        let nobody = security::end_other_devices(app, &ctx, "geen sessie", None).await;
        assert!(matches!(nobody, Err(ProveError::SignIn)));
    })
    .await;
}

#[tokio::test]
async fn everything_ends_in_one_act_and_the_way_back_is_the_reset() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (one, neighbour) = two(&house).await;
        house.post.answer(1, Answer::Refuse(Stage::Rcpt, 451, "4.7.1 later".into()));
        crate::tenant_change::ask(&house, "ALMELO01").await;
        assert!(house.deliver().await.is_empty(), "it waits for its next attempt");
        let ended =
            security::end_everything(&house.app, &house.ctx(), &one.session, &secret(GOOD).into()).await.unwrap();
        assert_eq!(ended, "ALMELO01");
        assert_eq!(works(&house, &one).await, NOTHING, "{}", house.engine);
        assert_eq!(works(&house, &neighbour).await, ALL);
        let again = security::end_everything(&house.app, &house.ctx(), &one.session, &secret(GOOD).into()).await;
        assert!(matches!(again, Err(EndError::Prove(ProveError::SignIn))));
        house.forward(domain::time::Span::hours(2));
        assert!(house.deliver().await.is_empty(), "what was under way is not sent");
        let back = settle(&house, "ALMELO01", "een@example.nl").await;
        assert_eq!(back.identity, one.identity, "the same resident");
        let lines = "SELECT count(*) FROM audit_line WHERE act = 'access.revoked' AND reason = 'own'";
        assert_eq!(testkit::raw::count(&house.fresh, lines).await, 1);
    })
    .await;
}

/// A member of staff would lose the second factor with it.
#[tokio::test]
async fn staff_end_nothing_of_their_own() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let cookie = crate::staff::signed_in(&house, Role::OperatorAdmin).await;
        let refused = security::end_everything(&house.app, &house.ctx(), &cookie, &secret(GOOD).into()).await;
        assert!(matches!(refused, Err(EndError::Denied(_))), "{refused:?} on {}", house.engine);
        change(&house, &cookie, GOOD, OTHER).await.expect("their own password");
        assert_eq!(house.deliver().await.len(), 1, "told");
    })
    .await;
}

#[tokio::test]
async fn a_language_is_kept_for_who_chose_it_and_said_once() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (one, neighbour) = two(&house).await;
        let nobody = own_language::choose(&house.app, &house.ctx(), "geen sessie", Language::En).await;
        assert!(matches!(nobody, Err(ProveError::SignIn)));
        for _ in 0..2 {
            own_language::choose(&house.app, &house.ctx(), &one.session, Language::En).await.unwrap();
        }
        let spoken = |who: Option<app::SignedIn>| who.and_then(|who| who.language);
        assert_eq!(spoken(signed_in(&house, &one.session).await), Some(Language::En));
        assert_ne!(spoken(signed_in(&house, &neighbour.session).await), Some(Language::En));
        let lines = "SELECT count(*) FROM audit_line WHERE act = 'language.chosen'";
        assert_eq!(testkit::raw::count(&house.fresh, lines).await, 1);
    })
    .await;
}
