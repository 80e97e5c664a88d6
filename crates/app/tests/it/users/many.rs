//! One act for many homes: as it was shown, those in use left alone, and ten addresses by two people.

use app::Barred;
use app::proposal::{self, DecideError, Outcome};
use app::users::many::{self, Deed, Done, Left, Plan, Whom, Wish};
use domain::access::{Actor, Denied};
use domain::first_login::progress::WorkList;
use domain::id::OccupancyId;
use domain::proposal::{Fault, Kind, State};
use domain::role::Role;
use testkit::each_engine;

use super::{clerk, lead, staff};
use crate::first_login::{address, confirm, found, list, logged, proves, signs_in, zuid};
use crate::house::House;
use crate::proposal::person;

/// Twelve homes with an address each.
async fn street(house: &House) {
    confirm(house, &list((1..=12).map(|n| (format!("V{n}"), format!("bewoner{n}@example.nl"))))).await;
}

async fn occupancy(house: &House, number: usize) -> OccupancyId {
    let path = zuid();
    let page = app::first_login::homes::page(&house.app, &house.ctx(), &Actor::Server, &path, None).await.unwrap();
    page.homes[number - 1].occupancy.unwrap()
}

async fn these(house: &House, deed: Deed, numbers: impl IntoIterator<Item = usize>) -> Wish {
    let mut homes = Vec::new();
    for number in numbers {
        homes.push(occupancy(house, number).await);
    }
    Wish { path: zuid(), deed, whom: Whom::These(homes) }
}

async fn plan(house: &House, who: &Actor, wish: &Wish) -> Plan {
    many::plan(&house.app, &house.ctx(), who, wish).await.unwrap()
}

async fn run(house: &House, who: &Actor, wish: &Wish) -> Done {
    let seen = plan(house, who, wish).await;
    many::run(&house.app, &house.ctx(), who, (wish, &seen.seal)).await.unwrap()
}

fn names(plan: &Plan) -> Vec<&str> {
    plan.homes.iter().map(|home| home.username.as_str()).collect()
}

#[tokio::test]
async fn addresses_go_as_they_were_shown_and_those_in_use_stay() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        street(&house).await;
        let (app, own) = (&house.app, clerk(&house));
        proves(app, "ALMELO02").await;
        signs_in(app, "ALMELO03").await;
        let wish = these(&house, Deed::RemoveAddress, [1, 2, 3, 4, 4]).await;
        let seen = plan(&house, &own, &wish).await;
        assert_eq!(names(&seen), ["ALMELO01", "ALMELO04"], "{}", house.engine);
        let left: Vec<(&str, Left)> = seen.left.iter().map(|(home, why)| (home.username.as_str(), *why)).collect();
        assert_eq!(left, [("ALMELO02", Left::InUse), ("ALMELO03", Left::InUse)], "law 8");
        assert!(!seen.second);
        // Somebody proves the address meanwhile: it is another act, and nothing is done.
        proves(app, "ALMELO04").await;
        let done = many::run(app, &house.ctx(), &own, (&wish, &seen.seal)).await.unwrap();
        let Done::Other(again) = done else { panic!("{done:?}") };
        assert_eq!(names(&again), ["ALMELO01"]);
        assert_eq!(address(app, "ALMELO01").await.as_deref(), Some("bewoner1@example.nl"));
        let lines = logged(app).await;
        let done = many::run(app, &house.ctx(), &own, (&wish, &again.seal)).await.unwrap();
        assert!(matches!(done, Done::Done(1)), "{done:?}");
        assert_eq!(logged(app).await, lines + 1, "a line for each address");
        assert_eq!(address(app, "ALMELO01").await, None);
        for kept in ["ALMELO02", "ALMELO03", "ALMELO04"] {
            assert!(address(app, kept).await.is_some(), "{kept} on {}", house.engine);
        }
        let seen = plan(&house, &own, &wish).await;
        assert_eq!((seen.homes.len(), seen.left[0].1), (0, Left::NoAddress));
        let done = many::run(app, &house.ctx(), &own, (&wish, &seen.seal)).await.unwrap();
        assert!(matches!(done, Done::Other(_)), "there is nothing to do");
    })
    .await;
}

#[tokio::test]
async fn ten_addresses_go_by_two_people_and_exactly_those_that_were_shown() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        street(&house).await;
        let app = &house.app;
        let (one, two) = (person(&house, Role::Clerk, 1).await, person(&house, Role::OrgAdmin, 2).await);
        let nine = these(&house, Deed::RemoveAddress, 1..=9).await;
        assert!(!plan(&house, &one, &nine).await.second, "nine go by one person");
        let ten = these(&house, Deed::RemoveAddress, 1..=10).await;
        assert!(plan(&house, &one, &ten).await.second, "{}", house.engine);
        assert!(matches!(run(&house, &one, &ten).await, Done::Proposed));
        assert_eq!(address(app, "ALMELO01").await.as_deref(), Some("bewoner1@example.nl"), "nothing is done yet");
        let open = proposal::list(app, &house.ctx(), &two).await.unwrap().open;
        let it = &open[0];
        assert_eq!(
            (it.facts.kind, it.masked.as_str(), it.facts.waits_until),
            (Kind::ManyChanges, "10 addresses", None)
        );
        let goes = proposal::goes(app, &house.ctx(), &two, it.id).await.unwrap();
        assert_eq!(goes.iter().filter(|it| !it.stays).count(), 10);

        let shown = (it.id, it.facts.hash);
        let own = proposal::approve(app, &house.ctx(), &one, shown).await;
        assert!(matches!(own, Err(DecideError::Fault(Fault::OwnProposal))), "{own:?}");
        let other = proposal::approve(app, &house.ctx(), &two, (it.id, [0; 32])).await;
        assert!(matches!(other, Err(DecideError::Fault(Fault::OtherChange))), "{other:?}");
        // Some came into use, or got another address: they stay.
        proves(app, "ALMELO02").await;
        signs_in(app, "ALMELO03").await;
        run(&house, &two, &these(&house, Deed::RemoveAddress, [4]).await).await;
        confirm(&house, &list([("V4", "beter@example.nl")])).await;
        let goes = proposal::goes(app, &house.ctx(), &two, it.id).await.unwrap();
        assert_eq!(goes.iter().filter(|it| it.stays).count(), 3, "{}", house.engine);
        assert_eq!(proposal::approve(app, &house.ctx(), &two, shown).await.unwrap(), Outcome::Made);
        for (username, kept) in [
            ("ALMELO01", None),
            ("ALMELO02", Some("bewoner2@example.nl")),
            ("ALMELO03", Some("bewoner3@example.nl")),
            ("ALMELO04", Some("beter@example.nl")),
            ("ALMELO10", None),
            ("ALMELO11", Some("bewoner11@example.nl")),
        ] {
            assert_eq!(address(app, username).await.as_deref(), kept, "{username} on {}", house.engine);
        }
        let twice = proposal::approve(app, &house.ctx(), &two, shown).await;
        assert!(matches!(twice, Err(DecideError::Fault(Fault::NotOpen))), "once");
        assert!(house.deliver().await.is_empty(), "nobody is written to (law 10)");
        let seen = proposal::see(app, &house.ctx(), &two, it.id).await.unwrap();
        assert_eq!((seen.proposal.facts.state, seen.proposal.sealed), (State::Approved, None));
    })
    .await;
}

#[tokio::test]
async fn all_access_ends_for_many_and_for_no_others() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        street(&house).await;
        testkit::raw::move_in_with(&house.fresh, "ALMELO12", "ALMELO01").await;
        let (app, own) = (&house.app, clerk(&house));
        let generations = async || {
            let mut all = Vec::new();
            for number in 1..=12 {
                all.push(found(app, &format!("ALMELO{number:02}")).await.generation);
            }
            all
        };
        let before = generations().await;
        let wish = these(&house, Deed::Revoke, [1, 2]).await;
        let lines = logged(app).await;
        assert!(matches!(run(&house, &own, &wish).await, Done::Done(2)), "{}", house.engine);
        assert_eq!(logged(app).await, lines + 1 + 3, "the look, and a line for each account");
        let now = generations().await;
        let raised: Vec<usize> = (1..=12).filter(|at| now[at - 1] > before[at - 1]).collect();
        assert_eq!(raised, [1, 2, 12], "the second account of the first home too");
        // A whole list.
        let all = Wish { path: zuid(), deed: Deed::Revoke, whom: Whom::OnList(WorkList::NotTold) };
        assert!(matches!(run(&house, &own, &all).await, Done::Done(11)));
        assert!(generations().await.iter().zip(&now).all(|(after, now)| after > now));
    })
    .await;
}

#[tokio::test]
async fn nobody_does_anything_to_many_homes_of_others() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        street(&house).await;
        crate::first_login::add_project(&house.app, "linde/noord", "HENGELO").await;
        let before = logged(&house.app).await;
        let wish = these(&house, Deed::Revoke, [1]).await;
        let looked = logged(&house.app).await - before;
        for (who, why) in [
            (lead(&house, "linde/noord").await, Denied::NotYours),
            (staff(Role::Clerk, Some(house.app.id(house.clock.now())), vec![]), Denied::NotYours),
            (staff(Role::Support, None, vec![]), Denied::NotAllowed),
            (Actor::Anonymous, Denied::NotAllowed),
        ] {
            for deed in [Deed::Revoke, Deed::RemoveAddress] {
                let wish = Wish { deed, ..wish.clone() };
                let seen = many::plan(&house.app, &house.ctx(), &who, &wish).await;
                assert!(matches!(seen, Err(Barred::Denied(denied)) if denied == why), "{who:?}");
                let done = many::run(&house.app, &house.ctx(), &who, (&wish, "")).await;
                assert!(matches!(done, Err(Barred::Denied(denied)) if denied == why), "{who:?}");
            }
        }
        // Homes of another project of the client are not of this one.
        let other = Wish { path: "linde/noord".parse().unwrap(), ..wish };
        assert!(plan(&house, &clerk(&house), &other).await.homes.is_empty(), "law 9 on {}", house.engine);
        assert_eq!(logged(&house.app).await, before + looked + 1, "only the look of the clerk");
    })
    .await;
}
