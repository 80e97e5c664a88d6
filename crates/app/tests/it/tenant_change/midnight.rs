//! Access stops and begins at midnight in Amsterdam by comparison with the clock: no worker runs in these tests.

use app::names;
use app::sign_in;
use domain::tenant_change::Kind;
use domain::time::Span;
use testkit::each_engine;

use super::{ALL, NOTHING, PAGE, ask, at, cancel, day, mailed, mails, noon, plan, replan, settle, wish, works};
use crate::house::{House, text, token};

const SECOND: Span = Span::seconds(1);

#[tokio::test]
async fn access_stops_and_begins_at_midnight_also_in_the_nights_the_clock_moves() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        for (n, last, ends) in [
            (1, "2026-11-30", "2026-11-30T23:00:00Z"),
            (2, "2027-03-27", "2027-03-27T23:00:00Z"),
            (3, "2027-03-28", "2027-03-28T22:00:00Z"),
            (4, "2027-10-30", "2027-10-30T22:00:00Z"),
            (5, "2027-10-31", "2027-10-31T23:00:00Z"),
        ] {
            let (username, old, new) =
                (format!("ALMELO0{n}"), format!("oud{n}@example.nl"), format!("nieuw{n}@example.nl"));
            let home = house.home(&username, Some(&old)).await;
            at(&house, noon(last));
            let leaver = settle(&house, &username, &old).await;
            let planned = plan(&house, home, wish(Kind::NewTenant, last, "", Some(&new))).await.unwrap();
            let (_, moment) = planned.moments.ends.unwrap();
            assert_eq!((moment.rfc3339().as_str(), planned.done), (ends, false));

            at(&house, moment - SECOND);
            assert_eq!(works(&house, &leaver).await, ALL, "a second before, {last} on {}", house.engine);
            ask(&house, &username).await;
            let mails = mails(&house).await;
            assert!(mails.iter().all(|mail| mail.envelope.to.as_str() == old), "who is yet to come gets nothing");

            at(&house, moment);
            assert_eq!(works(&house, &leaver).await, NOTHING, "at midnight, {last} on {}", house.engine);
            let comer = settle(&house, &username, &new).await;
            assert_ne!(comer.identity, leaver.identity);
            assert_eq!((works(&house, &leaver).await, works(&house, &comer).await), (NOTHING, ALL));
        }
    })
    .await;
}

#[tokio::test]
async fn two_households_swap_homes_on_one_day() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let addresses = ["een@example.nl", "twee@example.nl"];
        let homes = [("ALMELO01", addresses[0]), ("ALMELO02", addresses[1])];
        at(&house, noon("2026-11-29"));
        let mut leavers = Vec::new();
        for (at, (username, address)) in homes.iter().enumerate() {
            let home = house.home(username, Some(address)).await;
            leavers.push(settle(&house, username, address).await);
            let brings = addresses[1 - at];
            plan(&house, home, wish(Kind::NewTenant, "2026-11-30", "", Some(brings))).await.unwrap();
        }
        at(&house, day("2026-12-01").starts_at());
        for (leaver, (username, _)) in leavers.iter().zip(homes) {
            assert_eq!(works(&house, leaver).await, NOTHING, "{username} on {}", house.engine);
        }
        let one = settle(&house, "ALMELO01", addresses[1]).await;
        let two = settle(&house, "ALMELO02", addresses[0]).await;
        assert!(leavers.iter().all(|it| it.identity != one.identity && it.identity != two.identity));
        assert_eq!((works(&house, &one).await, works(&house, &two).await), (ALL, ALL));
    })
    .await;
}

#[tokio::test]
async fn a_planned_change_that_is_called_off_never_was() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("een@example.nl")).await;
        at(&house, noon("2026-11-30"));
        let one = settle(&house, "ALMELO01", "een@example.nl").await;
        let planned =
            plan(&house, home, wish(Kind::NewTenant, "2026-11-30", "", Some("twee@example.nl"))).await.unwrap();
        cancel(&house, planned.id).await.unwrap();
        at(&house, day("2026-12-01").starts_at());
        assert_eq!(works(&house, &one).await, ALL, "{}", house.engine);
        assert!(matches!(cancel(&house, planned.id).await, Err(super::ChangeError::TooLate)), "once");
        for (table, left) in [("occupancy", 1), ("identity", 1), ("progress", 1), ("email_link", 1)] {
            let count = testkit::raw::count(&house.fresh, &format!("SELECT count(*) FROM {table}")).await;
            assert_eq!(count, left, "{table}: nothing is left of who would have come");
        }
        let again = plan(&house, home, wish(Kind::NewTenant, "2026-12-01", "", Some("twee@example.nl"))).await.unwrap();
        assert!(matches!(
            plan(&house, home, wish(Kind::Vacant, "2026-12-05", "", None)).await,
            Err(super::ChangeError::AnotherPlanned)
        ));
        let later = replan(&house, again.id, wish(Kind::NewTenant, "2026-12-02", "", Some("drie@example.nl"))).await;
        let (_, moment) = later.unwrap().moments.ends.unwrap();
        at(&house, day("2026-12-02").starts_at());
        assert!(works(&house, &one).await[..3].iter().all(|it| *it), "the later plan counts");
        at(&house, moment);
        assert_eq!(works(&house, &one).await, NOTHING);
        settle(&house, "ALMELO01", "drie@example.nl").await;
        let ended: Vec<_> = super::told(&house, home).await;
        let expected = ["cancelled", "cancelled", "planned", "planned", "planned"];
        assert_eq!(ended, expected.map(|act| format!("{act} new-tenant")));
    })
    .await;
}

#[tokio::test]
async fn a_replacement_that_cannot_be_leaves_the_plan_as_it_was() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", None).await;
        let first = plan(&house, home, wish(Kind::NewTenant, "2026-11-30", "", Some("een@example.nl"))).await.unwrap();
        let refused = replan(&house, first.id, wish(Kind::NewTenant, "2026-12-05", "2026-12-05", None)).await;
        assert!(matches!(refused, Err(super::ChangeError::Days(_))), "{refused:?}");
        at(&house, day("2026-12-01").starts_at());
        mailed(&house, "ALMELO01", "een@example.nl").await;
    })
    .await;
}

#[tokio::test]
async fn a_mail_that_is_under_way_when_the_change_falls_opens_nothing() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("oud@example.nl")).await;
        at(&house, noon("2026-11-30"));
        let leaver = settle(&house, "ALMELO01", "oud@example.nl").await;
        let planned =
            plan(&house, home, wish(Kind::NewTenant, "2026-11-30", "", Some("nieuw@example.nl"))).await.unwrap();
        let (_, moment) = planned.moments.ends.unwrap();
        at(&house, moment - Span::minutes(2));
        mails(&house).await;
        // One is put off by the mail server, one is asked in the last second.
        house.post.answer(1, mail::transport::Answer::Refuse(mail::smtp::Stage::Rcpt, 451, "4.7.1 later".into()));
        ask(&house, "ALMELO01").await;
        assert!(mails(&house).await.is_empty());
        at(&house, moment - SECOND);
        ask(&house, "ALMELO01").await;
        at(&house, moment + Span::hours(1));
        assert!(mails(&house).await.is_empty(), "neither leaver nor comer hears of it on {}", house.engine);
        assert_eq!(super::rows(&house, "mail", &leaver, "AND state = 'waiting'").await, 0, "nothing waits");
        let untouched = "SELECT count(*) FROM progress WHERE reset_asked_on IS NULL";
        assert_eq!(testkit::raw::count(&house.fresh, untouched).await, 1, "who comes asked nothing");
        settle(&house, "ALMELO01", "nieuw@example.nl").await;
    })
    .await;
}

#[tokio::test]
async fn a_lost_username_is_told_for_the_new_home_only() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let left = house.home("ALMELO01", Some("een@example.nl")).await;
        let next = house.home("ALMELO02", Some("ander@example.nl")).await;
        settle(&house, "ALMELO01", "een@example.nl").await;
        for (home, address) in [(left, "drie@example.nl"), (next, "een@example.nl")] {
            plan(&house, home, wish(Kind::NewTenant, "2026-11-22", "", Some(address))).await.unwrap_err();
            plan(&house, home, wish(Kind::NewTenant, "2026-11-23", "", Some(address))).await.unwrap();
        }
        at(&house, day("2026-11-24").starts_at());
        let moved = settle(&house, "ALMELO02", "een@example.nl").await;
        house.forward(Span::hours(2));
        names::ask(&house.app, &house.ctx(), "een@example.nl").await.unwrap();
        let mails = mails(&house).await;
        let said = text(&mails[0]);
        assert!(said.contains("ALMELO02") && !said.contains("ALMELO01"), "two homes swapped: {said}");
        assert!(sign_in::who(&house.app, &house.ctx(), &moved.session).await.unwrap().is_some());
    })
    .await;
}

#[tokio::test]
async fn a_child_that_takes_over_keeps_the_mailbox_and_nothing_else() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("familie@example.nl")).await;
        let parent = settle(&house, "ALMELO01", "familie@example.nl").await;
        plan(&house, home, wish(Kind::NewTenant, "2026-11-23", "", Some("familie@example.nl"))).await.unwrap();
        at(&house, day("2026-11-24").starts_at() + Span::hours(2));
        assert_eq!(works(&house, &parent).await, NOTHING, "{}", house.engine);
        ask(&house, "ALMELO01").await;
        let mails = mails(&house).await;
        assert!(!text(&mails[0]).contains("ALMELO01"), "the address is unproven again, so the mail names nothing");
        assert_ne!(token(&mails[0], PAGE), parent.link);
        house.forward(Span::hours(2));
        let child = settle(&house, "ALMELO01", "familie@example.nl").await;
        // The same household comes back later: a new identity again.
        plan(&house, home, wish(Kind::NewTenant, "2026-11-24", "", Some("familie@example.nl"))).await.unwrap();
        at(&house, day("2026-11-25").starts_at() + Span::hours(2));
        assert_eq!((works(&house, &parent).await, works(&house, &child).await), (NOTHING, NOTHING));
        let again = settle(&house, "ALMELO01", "familie@example.nl").await;
        let subjects = testkit::raw::count(&house.fresh, "SELECT count(DISTINCT subject) FROM identity").await;
        assert_eq!(subjects, 3);
        assert!(again.identity != parent.identity && again.identity != child.identity);
    })
    .await;
}
