//! What ends a link to take a change of the address back, and what does not: the new owner ends nothing of it, whoever settles
//! whose address it is ends all of it (law 6).

use app::tenant_change::Wish as Leave;
use app::users::one_leaves::{self, Keeps};
use app::users::{link, revoke};
use domain::email::Address;
use domain::proposal::{Reason, State};
use domain::role::Role;
use domain::tenant_change::{Days, Kind};
use domain::time::{Day, Span};
use domain::token::Dead;
use mail::smtp::Stage;
use mail::transport::Answer;
use testkit::each_engine;

use super::{CONFIRM, UNDO, ask, change, confirm, dead_undo, only, settled, undo};
use crate::house::{GOOD, House, text, token};
use crate::proposal::person;
use crate::tenant_change::settle;
use app::Caller;
use app::own_address::By;

#[tokio::test]
async fn it_works_for_three_days_to_the_second() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let one = settled(&house).await;
        let back = change(&house, &one.session, GOOD, ("oud@example.nl", "nieuw@example.nl")).await;
        house.forward(Span::seconds(72 * 3600 - 1));
        assert_eq!(dead_undo(&house, &back).await, None, "{}", house.engine);
        house.forward(Span::seconds(1));
        assert_eq!(dead_undo(&house, &back).await, Some(Dead::Expired));
        assert!(undo(&house, &back, "ALMELO01").await.is_err());
    })
    .await;
}

#[tokio::test]
async fn of_several_changes_the_oldest_owner_takes_all_back_and_a_later_one_nothing_of_that() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let one = settled(&house).await;
        let first = change(&house, &one.session, GOOD, ("oud@example.nl", "dief@example.com")).await;
        let second = change(&house, &one.session, GOOD, ("dief@example.com", "dief2@example.com")).await;
        // The thief takes back the own second change: the first one can still be taken back.
        undo(&house, &second, "ALMELO01").await.unwrap();
        house.forward(Span::hours(2));
        let thief = settle(&house, "ALMELO01", "dief@example.com").await;
        let third = change(&house, &thief.session, GOOD, ("dief@example.com", "dief3@example.com")).await;
        assert_eq!(dead_undo(&house, &first).await, None, "{}", house.engine);
        undo(&house, &first, "ALMELO01").await.unwrap();
        for later in [&second, &third] {
            assert!(dead_undo(&house, later).await.is_some(), "it came after what was taken back");
            assert!(undo(&house, later, "ALMELO01").await.is_err());
        }
        house.forward(Span::hours(2));
        settle(&house, "ALMELO01", "oud@example.nl").await;
    })
    .await;
}

#[tokio::test]
async fn the_client_ends_all_access_and_it_works_still_but_not_when_one_of_them_left() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let dwelling = house.home("ALMELO01", Some("oud@example.nl")).await;
        let one = settle(&house, "ALMELO01", "oud@example.nl").await;
        let clerk = person(&house, Role::Clerk, 1).await;
        ask(&house, &one.session, "nieuw@example.nl", GOOD).await.unwrap();
        let next = token(&only(&house, "nieuw@example.nl").await, CONFIRM);
        // The mail to the old address is put off, and all access ends meanwhile.
        house.post.answer(1, Answer::Refuse(Stage::Rcpt, 451, "4.7.1 later".into()));
        confirm(&house, &next, By::SignedIn(Caller::Cookie(&one.session))).await.unwrap();
        assert!(house.deliver().await.is_empty());
        revoke::revoke_unseen(&house.app, &house.ctx(), &clerk, (dwelling, None)).await.unwrap();
        house.forward(Span::minutes(2));
        let back = token(&only(&house, "oud@example.nl").await, UNDO);
        assert_eq!(dead_undo(&house, &back).await, None, "a thief's victim has no other way: {}", house.engine);
        // One of the residents leaves, and the address is of who stays: the one before may be of who left.
        let wish = one_leaves::Wish { dwelling, account: None, keeps: Keeps::Address };
        let plan = one_leaves::plan(&house.app, &house.ctx(), &clerk, (dwelling, None)).await.unwrap();
        one_leaves::renew(&house.app, &house.ctx(), &clerk, (&wish, &plan.seal)).await.unwrap();
        assert!(dead_undo(&house, &back).await.is_some());
        assert!(undo(&house, &back, "ALMELO01").await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_mail_that_was_put_off_takes_nothing_back_after_one_of_them_left() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let dwelling = house.home("ALMELO01", Some("oud@example.nl")).await;
        let one = settle(&house, "ALMELO01", "oud@example.nl").await;
        let clerk = person(&house, Role::Clerk, 1).await;
        ask(&house, &one.session, "nieuw@example.nl", GOOD).await.unwrap();
        let next = token(&only(&house, "nieuw@example.nl").await, CONFIRM);
        confirm(&house, &next, By::SignedIn(Caller::Cookie(&one.session))).await.unwrap();
        // It was not even looked at when one of them left.
        let wish = one_leaves::Wish { dwelling, account: None, keeps: Keeps::Address };
        let plan = one_leaves::plan(&house.app, &house.ctx(), &clerk, (dwelling, None)).await.unwrap();
        one_leaves::renew(&house.app, &house.ctx(), &clerk, (&wish, &plan.seal)).await.unwrap();
        house.forward(Span::hours(1));
        assert!(house.deliver().await.is_empty(), "{}", house.engine);
    })
    .await;
}

#[tokio::test]
async fn a_tenant_change_ends_what_was_asked_and_what_could_be_taken_back() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let dwelling = house.home("ALMELO01", Some("oud@example.nl")).await;
        let one = settle(&house, "ALMELO01", "oud@example.nl").await;
        let clerk = person(&house, Role::Clerk, 1).await;
        let back = change(&house, &one.session, GOOD, ("oud@example.nl", "nieuw@example.nl")).await;
        ask(&house, &one.session, "derde@example.nl", GOOD).await.unwrap();
        let next = token(&only(&house, "derde@example.nl").await, CONFIRM);
        let days = Days { kind: Kind::Vacant, last: Some(Day::of(house.clock.now())), first: None };
        let wish = Leave { days, address: None, seen: None };
        app::tenant_change::plan(&house.app, &house.ctx(), &clerk, dwelling, wish).await.unwrap();
        let seen = app::own_home::see(&house.app, &house.ctx(), Caller::Cookie(&one.session)).await.unwrap();
        assert_eq!(seen.leaves_on, Some(Day::of(house.clock.now())), "told on the own page");
        house.forward(Day::of(house.clock.now()).next().starts_at() - house.clock.now());
        // By comparison with the clock, with no worker running.
        for cleared in [false, true] {
            if cleared {
                assert_eq!(app::tenant_change::finish_due(&house.app).await.unwrap(), 1);
            }
            assert_eq!(dead_undo(&house, &back).await, Some(Dead::Ended), "{}", house.engine);
            assert!(undo(&house, &back, "ALMELO01").await.is_err());
            assert!(confirm(&house, &next, By::Password(crate::house::secret(GOOD))).await.is_err());
        }
        let left = "SELECT count(*) FROM email_link WHERE proof <> 'ended'";
        assert_eq!(testkit::raw::count(&house.fresh, left).await, 0);
        let left = "SELECT count(*) FROM token WHERE used_at IS NULL AND ended_at IS NULL AND purpose <> 'still-here'";
        assert_eq!(testkit::raw::count(&house.fresh, left).await, 0);
        let mails = house.deliver().await;
        assert!(mails.iter().all(|mail| text(mail).contains("/email/still-here/")), "and nothing more is mailed");
    })
    .await;
}

#[tokio::test]
async fn what_others_proposed_about_the_old_address_is_over() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let dwelling = house.home("ALMELO01", Some("oud@example.nl")).await;
        let one = settle(&house, "ALMELO01", "oud@example.nl").await;
        let (clerk, _) = (person(&house, Role::Clerk, 1).await, person(&house, Role::Clerk, 2).await);
        let wish = link::Wish { dwelling, account: None, address: Some(Address::parse("anders@example.nl").unwrap()) };
        let plan = link::plan(&house.app, &house.ctx(), &clerk, &wish).await.unwrap();
        link::link(&house.app, &house.ctx(), &clerk, (&wish, &plan.seal)).await.unwrap();
        only(&house, "oud@example.nl").await;
        change(&house, &one.session, GOOD, ("oud@example.nl", "nieuw@example.nl")).await;
        let all = app::proposal::list(&house.app, &house.ctx(), &clerk).await.unwrap();
        assert!(all.open.is_empty(), "{}", house.engine);
        let it = &all.decided[0];
        assert_eq!((it.facts.state, it.reason), (State::Expired, Some(Reason::Overtaken)));
        let lines = "SELECT count(*) FROM audit_line WHERE act = 'proposal.expired' AND reason = 'overtaken'";
        assert_eq!(testkit::raw::count(&house.fresh, lines).await, 1);
    })
    .await;
}
