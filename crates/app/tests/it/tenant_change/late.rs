//! At once, too late, without anybody coming, and the coming called off.

use domain::tenant_change::{DaysFault, Kind};
use domain::time::Span;
use testkit::each_engine;

use super::{
    ALL, ChangeError, NOTHING, ask, at, cancel, day, mailed, mails, noon, plan, replan, settle, told, wish, works,
};
use crate::house::House;

#[tokio::test]
async fn who_is_put_out_is_out_at_once() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        for (n, kind, last) in
            [(1, Kind::Eviction, ""), (2, Kind::Death, "2026-11-23"), (3, Kind::Vacant, "2026-11-23")]
        {
            let (username, address) = (format!("ALMELO0{n}"), format!("bewoner{n}@example.nl"));
            let home = house.home(&username, Some(&address)).await;
            let one = settle(&house, &username, &address).await;
            if kind != Kind::Eviction {
                assert!(!plan(&house, home, wish(kind, last, "", None)).await.unwrap().done);
                at(&house, day("2026-11-24").starts_at());
                assert_eq!(works(&house, &one).await, NOTHING, "{kind} on {}", house.engine);
                at(&house, testkit::NOON);
                assert_eq!(works(&house, &one).await, ALL);
                at(&house, day("2026-11-24").starts_at());
                ask(&house, &username).await;
                assert!(mails(&house).await.is_empty(), "nobody lives there");
                at(&house, testkit::NOON);
                continue;
            }
            let planned = plan(&house, home, wish(kind, last, "", None)).await.unwrap();
            assert!(planned.done && planned.moments.gap == 0);
            assert_eq!(works(&house, &one).await, NOTHING, "{kind} on {}", house.engine);
            assert_eq!(told(&house, home).await, ["done eviction", "planned eviction"]);
            assert!(matches!(cancel(&house, planned.id).await, Err(ChangeError::TooLate)));
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_entered_late_ends_now_and_is_flagged() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("oud@example.nl")).await;
        at(&house, noon("2026-11-30"));
        let leaver = settle(&house, "ALMELO01", "oud@example.nl").await;
        let early = plan(&house, home, wish(Kind::NewTenant, "2026-11-22", "", None)).await;
        assert!(matches!(early, Err(ChangeError::Days(DaysFault::BeforeTheyCame))), "{early:?}");
        let planned =
            plan(&house, home, wish(Kind::NewTenant, "2026-11-25", "", Some("nieuw@example.nl"))).await.unwrap();
        assert_eq!((planned.done, planned.moments.gap), (true, 4), "the 26th to the 29th, on {}", house.engine);
        assert_eq!(works(&house, &leaver).await, NOTHING);
        assert_eq!(told(&house, home).await, ["done", "gap", "planned"].map(|act| format!("{act} new-tenant")));
        let days = "SELECT count(*) FROM occupancy WHERE ends_on = '2026-11-25'";
        assert_eq!(testkit::raw::count(&house.fresh, days).await, 1, "the day as it was given");
        house.forward(Span::hours(2));
        let comer = settle(&house, "ALMELO01", "nieuw@example.nl").await;
        assert_eq!(works(&house, &comer).await, ALL);
    })
    .await;
}

#[tokio::test]
async fn a_home_stands_empty_until_somebody_comes() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("oud@example.nl")).await;
        settle(&house, "ALMELO01", "oud@example.nl").await;
        let arrival = |first| wish(Kind::Arrival, "", first, Some("nieuw@example.nl"));
        assert!(matches!(plan(&house, home, arrival("2026-11-25")).await, Err(ChangeError::SomebodyLives)));
        let nobody = wish(Kind::Vacant, "2026-11-23", "", Some("nieuw@example.nl"));
        assert!(matches!(plan(&house, home, nobody).await, Err(ChangeError::AddressOfNobody)));
        plan(&house, home, wish(Kind::Vacant, "2026-11-23", "", None)).await.unwrap();
        at(&house, noon("2026-11-24"));
        // Nobody did what was due: planning the next thing does.
        let gone = plan(&house, home, wish(Kind::Vacant, "2026-11-24", "", None)).await;
        assert!(matches!(gone, Err(ChangeError::NobodyLives)), "{gone:?} on {}", house.engine);
        let comes = plan(&house, home, arrival("2026-11-26")).await.unwrap();
        ask(&house, "ALMELO01").await;
        assert!(mails(&house).await.is_empty(), "not yet");
        at(&house, comes.moments.begins.unwrap().1);
        settle(&house, "ALMELO01", "nieuw@example.nl").await;
        let late = house.home("ALMELO02", None).await;
        plan(&house, late, wish(Kind::Eviction, "", "", None)).await.unwrap();
        assert!(plan(&house, late, arrival("2026-11-20")).await.unwrap().done, "they are there already");
        mailed(&house, "ALMELO02", "nieuw@example.nl").await;
    })
    .await;
}

#[tokio::test]
async fn when_the_leavers_left_the_coming_can_still_be_called_off_or_changed() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("oud@example.nl")).await;
        let leaver = settle(&house, "ALMELO01", "oud@example.nl").await;
        let both = wish(Kind::NewTenant, "2026-11-23", "2026-12-10", Some("nieuw@example.nl"));
        let planned = plan(&house, home, both).await.unwrap();
        at(&house, noon("2026-11-24"));
        assert_eq!(super::finish(&house).await, 1);
        assert_eq!(works(&house, &leaver).await, NOTHING, "{}", house.engine);
        let other = wish(Kind::Arrival, "", "2026-12-05", Some("ander@example.nl"));
        let refused = plan(&house, home, other.clone()).await;
        assert!(matches!(refused, Err(ChangeError::SomebodyComes)), "{refused:?}");
        let sooner = replan(&house, planned.id, other.clone()).await.unwrap();
        cancel(&house, sooner.id).await.unwrap();
        assert!(matches!(cancel(&house, planned.id).await, Err(ChangeError::TooLate)));
        assert_eq!(testkit::raw::count(&house.fresh, "SELECT count(*) FROM identity").await, 1, "nobody comes");
        let comes = plan(&house, home, other).await.unwrap();
        at(&house, comes.moments.begins.unwrap().1);
        settle(&house, "ALMELO01", "ander@example.nl").await;
        at(&house, day("2026-12-10").starts_at());
        mailed(&house, "ALMELO01", "ander@example.nl").await;
        assert_eq!(works(&house, &leaver).await, NOTHING);
    })
    .await;
}
