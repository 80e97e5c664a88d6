//! A second account that comes to a home later: a change of the home that was planned before is about it too (law 6), calling that
//! off leaves both, and an account that was ended stays ended.

use app::tenant_change::ChangeError;
use app::users::add_account::{self, AddError, Done};
use app::users::end_account::{self, EndError};
use app::users::home;
use app::users::link::{self, Wish as Link};
use app::{Barred, UserAccount};
use domain::access::{Actor, Denied};
use domain::email::Address;
use domain::id::{AccountId, DwellingId};
use domain::role::Role;
use domain::tenant_change::Kind;
use domain::time::Span;
use testkit::each_engine;

use super::{ALL, NOTHING, at, cancel, day, enter, finish, noon, plan, replan, settle, wish, works};
use crate::first_login::{found, logged};
use crate::house::{GOOD, House};

fn clerk(house: &House) -> Actor {
    let (staff, identity) = (house.app.id(house.clock.now()), house.app.id(house.clock.now()));
    Actor::Staff { staff, identity, role: Role::Clerk, organisation: Some(house.organisation), projects: vec![] }
}

async fn accounts(house: &House, dwelling: DwellingId) -> Vec<UserAccount> {
    home::see(&house.app, &house.ctx(), &clerk(house), dwelling).await.unwrap().accounts
}

/// Looks, and makes what was shown; its username and id.
async fn add(house: &House, dwelling: DwellingId) -> (String, AccountId) {
    let (app, own) = (&house.app, clerk(house));
    let seen = add_account::plan(app, &house.ctx(), &own, dwelling).await.unwrap();
    let done = add_account::add(app, &house.ctx(), &own, (dwelling, &seen.seal)).await.unwrap();
    let Done::Added(username) = done else { panic!("{done:?}") };
    let all = accounts(house, dwelling).await;
    let id = all.iter().find(|it| it.username == username.as_str()).unwrap().id;
    (username.as_str().to_owned(), id)
}

async fn links(house: &House, dwelling: DwellingId, account: AccountId, address: &str) {
    let wish = Link { dwelling, account: Some(account), address: Address::parse(address).ok() };
    let seen = link::plan(&house.app, &house.ctx(), &clerk(house), &wish).await.unwrap();
    link::link(&house.app, &house.ctx(), &clerk(house), (&wish, &seen.seal)).await.unwrap();
}

async fn ends(house: &House, dwelling: DwellingId, account: AccountId) {
    let seen = end_account::plan(&house.app, &house.ctx(), &clerk(house), (dwelling, account)).await.unwrap();
    let done = end_account::end(&house.app, &house.ctx(), &clerk(house), (dwelling, account, &seen.seal)).await;
    assert!(matches!(done, Ok(end_account::Done::Ended)), "{done:?}");
}

#[tokio::test]
async fn an_account_that_came_after_the_plan_ends_with_the_home() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("oud@example.nl")).await;
        let comes = wish(Kind::NewTenant, "2026-11-25", "", Some("nieuw@example.nl"));
        plan(&house, home, comes).await.unwrap();
        let seen = add_account::plan(&house.app, &house.ctx(), &clerk(&house), home).await.unwrap();
        assert_eq!(seen.until, Some(day("2026-11-25")), "{}", house.engine);
        let (username, account) = add(&house, home).await;
        assert_eq!(username, "ALMELO02");
        links(&house, home, account, "huisgenoot@example.nl").await;
        at(&house, noon("2026-11-25"));
        let person = settle(&house, &username, "huisgenoot@example.nl").await;
        at(&house, day("2026-11-26").starts_at() - Span::from_micros(1));
        assert_eq!(works(&house, &person).await, ALL, "{}", house.engine);
        house.forward(Span::from_micros(1));
        assert_eq!(works(&house, &person).await, NOTHING, "law 6, with no worker, on {}", house.engine);
        assert_eq!(finish(&house).await, 1);
        assert_eq!(works(&house, &person).await, NOTHING);
        let all = accounts(&house, home).await;
        let lived: Vec<(&str, bool)> = all.iter().map(|it| (it.username.as_str(), it.lives.is_some())).collect();
        assert_eq!(lived, [("ALMELO01", true), ("ALMELO02", false)], "only who comes lives there");
    })
    .await;
}

#[tokio::test]
async fn a_plan_that_is_called_off_or_moved_takes_the_account_along() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("oud@example.nl")).await;
        let planned = plan(&house, home, wish(Kind::Vacant, "2026-11-25", "", None)).await.unwrap();
        let (username, account) = add(&house, home).await;
        links(&house, home, account, "huisgenoot@example.nl").await;
        let person = settle(&house, &username, "huisgenoot@example.nl").await;
        let moved = replan(&house, planned.id, wish(Kind::Vacant, "2026-11-27", "", None)).await.unwrap();
        at(&house, day("2026-11-27").starts_at());
        assert!(works(&house, &person).await[0], "moved to a later day, on {}", house.engine);
        cancel(&house, moved.id).await.unwrap();
        at(&house, day("2026-11-28").starts_at());
        assert!(works(&house, &person).await[0], "called off, on {}", house.engine);
        // A new household and a change that was due: what is added then is theirs, and stays.
        plan(&house, home, wish(Kind::NewTenant, "2026-11-28", "", None)).await.unwrap();
        at(&house, day("2026-11-29").starts_at() + Span::hours(1));
        let (second, id) = add(&house, home).await;
        links(&house, home, id, "nieuw2@example.nl").await;
        let other = settle(&house, &second, "nieuw2@example.nl").await;
        assert_eq!(finish(&house).await, 1);
        assert_eq!(works(&house, &other).await, ALL, "who came after the moment is not ended by it");
        assert_eq!(works(&house, &person).await, NOTHING);
    })
    .await;
}

#[tokio::test]
async fn an_account_that_was_ended_stays_ended() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("oud@example.nl")).await;
        let main = settle(&house, "ALMELO01", "oud@example.nl").await;
        let (username, account) = add(&house, home).await;
        house.deliver().await;
        links(&house, home, account, "huisgenoot@example.nl").await;
        let person = settle(&house, &username, "huisgenoot@example.nl").await;
        let planned = plan(&house, home, wish(Kind::Vacant, "2026-11-30", "", None)).await.unwrap();
        let lines = logged(&house.app).await;
        ends(&house, home, account).await;
        assert_eq!(logged(&house.app).await, lines + 2, "the look and the act");
        assert_eq!(works(&house, &person).await, NOTHING, "{}", house.engine);
        assert_eq!(works(&house, &main).await, ALL, "the others keep theirs");
        assert!(enter(&house, &username, GOOD, None).await.is_err());
        // Calling the change off gives back those who would have left with it, and nobody else.
        cancel(&house, planned.id).await.unwrap();
        let all = accounts(&house, home).await;
        assert!(all.iter().all(|it| it.main == it.lives.is_some()), "{all:?} on {}", house.engine);
        assert_eq!((works(&house, &person).await, works(&house, &main).await), (NOTHING, ALL));
        let again = end_account::plan(&house.app, &house.ctx(), &clerk(&house), (home, account)).await;
        assert!(matches!(again, Err(EndError::Vacant)));
        let (next, _) = add(&house, home).await;
        assert_eq!(next, "ALMELO03", "a username is never issued again");
    })
    .await;
}

#[tokio::test]
async fn only_a_second_account_is_added_and_ended_so_and_only_by_its_client() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("oud@example.nl")).await;
        let neighbours = house.home("ALMELO02", None).await;
        let (app, own) = (&house.app, clerk(&house));
        let (_, account) = add(&house, home).await;
        let main = accounts(&house, home).await[0].id;
        let refused = end_account::plan(app, &house.ctx(), &own, (home, main)).await;
        assert!(matches!(refused, Err(EndError::Main)), "{}", house.engine);
        let refused = end_account::end(app, &house.ctx(), &own, (home, main, "")).await;
        assert!(matches!(refused, Err(EndError::Main)));
        let refused = end_account::plan(app, &house.ctx(), &own, (neighbours, account)).await;
        assert!(matches!(refused, Err(EndError::Barred(Barred::Denied(Denied::NotYours)))), "of another home");
        let done = end_account::end(app, &house.ctx(), &own, (home, account, "wrong")).await;
        assert!(matches!(done, Ok(end_account::Done::Other(_))), "what was not shown is not done");
        let elsewhere = Some(house.app.id(house.clock.now()));
        let Actor::Staff { staff, identity, .. } = own.clone() else { unreachable!() };
        let of = |role, organisation| Actor::Staff { staff, identity, role, organisation, projects: vec![] };
        for (who, why) in [
            (of(Role::Clerk, elsewhere), Denied::NotYours),
            (of(Role::ProjectLead, None), Denied::NotYours),
            (of(Role::Support, None), Denied::NotAllowed),
        ] {
            let added = add_account::plan(app, &house.ctx(), &who, home).await;
            assert!(matches!(added, Err(AddError::Barred(Barred::Denied(denied))) if denied == why), "{who:?}");
            let added = add_account::add(app, &house.ctx(), &who, (home, "")).await;
            assert!(matches!(added, Err(AddError::Barred(Barred::Denied(denied))) if denied == why), "{who:?}");
            let ended = end_account::end(app, &house.ctx(), &who, (home, account, "")).await;
            assert!(matches!(ended, Err(EndError::Barred(Barred::Denied(denied))) if denied == why), "{who:?}");
        }
        plan(&house, neighbours, wish(Kind::Eviction, "", "", None)).await.unwrap();
        let vacant = add_account::plan(app, &house.ctx(), &own, neighbours).await;
        assert!(matches!(vacant, Err(AddError::Vacant)), "law 7: who comes to an empty home is a tenant change");
        let occupied = plan(&house, home, wish(Kind::Arrival, "", "2026-11-30", None)).await;
        assert!(matches!(occupied, Err(ChangeError::SomebodyLives)));
    })
    .await;
}

#[tokio::test]
async fn those_who_live_there_are_told() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("oud@example.nl")).await;
        let quiet = house.home("ALMELO02", Some("typefout@example.nl")).await;
        let main = settle(&house, "ALMELO01", "oud@example.nl").await;
        let (app, own) = (&house.app, clerk(&house));
        let beside = async |identity| {
            let now = house.clock.now();
            app.db.read(move |tx| store::users::beside(tx, identity, now)).await.unwrap()
        };
        assert_eq!(beside(main.identity).await, []);
        house.forward(Span::hours(1));
        let seen = add_account::plan(app, &house.ctx(), &own, home).await.unwrap();
        assert_eq!((seen.mails, seen.living.as_slice()), (1, &["ALMELO01".to_owned()][..]), "{}", house.engine);
        let done = add_account::add(app, &house.ctx(), &own, (home, &seen.seal)).await.unwrap();
        let Done::Added(username) = done else { panic!("{done:?}") };
        let again = add_account::add(app, &house.ctx(), &own, (home, &seen.seal)).await.unwrap();
        assert!(matches!(again, Done::Other(_)), "a form that is sent twice makes one");
        let mails = house.deliver().await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].envelope.to.as_str(), "oud@example.nl");
        let text = crate::house::text(&mails[0]);
        assert!(text.contains("ALMELO01") && !text.contains(username.as_str()), "{text}");
        let told = beside(main.identity).await;
        assert_eq!((told.len(), told[0].added), (1, true), "on the own page, on {}", house.engine);
        let second = found(app, username.as_str()).await.identity;
        assert_eq!(beside(second).await.iter().map(|it| it.added).collect::<Vec<_>>(), [false]);

        // Nobody proved this address: it may be a stranger's (law 10).
        let seen = add_account::plan(app, &house.ctx(), &own, quiet).await.unwrap();
        assert_eq!(seen.mails, 0);
        add_account::add(app, &house.ctx(), &own, (quiet, &seen.seal)).await.unwrap();
        assert!(house.deliver().await.is_empty());
        let all = accounts(&house, home).await;
        ends(&house, home, all[1].id).await;
        assert_eq!(beside(main.identity).await, [], "it is gone");
    })
    .await;
}
