//! Homes go to another client: two admins of the operator, exactly these homes, and afterwards nothing of them at the old client.

use app::clients::{MoveError, MoveWish, plan_move, propose_move};
use app::first_login::{decide, homes, letters};
use app::proposal::{DecideError, Outcome};
use app::users::link;
use app::{Barred, proposal};
use domain::access::{Actor, Denied};
use domain::first_login::LetterChoice;
use domain::language::Language;
use domain::proposal::{Fault, State};
use domain::role::Role;
use domain::tenant_change::Kind;
use domain::time::Span;
use testkit::{each_engine, raw};

use super::{approve, open, waiting};
use crate::colleagues::{AtWork, at_work};
use crate::first_login::{add_client, add_project, address, confirm, found, list};
use crate::house::House;
use crate::proposal::person;
use crate::tenant_change::{ALL, plan, settle, wish, works};

fn some(usernames: &[&str]) -> MoveWish {
    MoveWish {
        from: "linde/zuid".parse().unwrap(),
        to: "esdoorn/laren".parse().unwrap(),
        usernames: usernames.iter().map(|it| (*it).to_owned()).collect(),
    }
}

async fn neighbours(house: &House) {
    add_client(&house.app, "esdoorn").await;
    add_project(&house.app, "esdoorn/laren", "LAREN").await;
}

async fn propose(house: &House, by: &AtWork, wish: MoveWish) -> Result<(), MoveError> {
    let plan = plan_move(&house.app, &house.ctx(), by.caller(), wish.clone()).await?;
    propose_move(&house.app, &house.ctx(), by.caller(), (wish, &plan.seal)).await.map(drop)
}

async fn count(house: &House, what: &str) -> i64 {
    raw::count(&house.fresh, &format!("SELECT count(*) FROM {what}")).await
}

#[tokio::test]
async fn two_admins_give_a_home_to_another_client_with_whoever_lives_there() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        neighbours(&house).await;
        let bo = at_work(&house, "bo@beheer.example.nl", Role::OperatorAdmin).await;
        let ida = at_work(&house, "ida@beheer.example.nl", Role::OperatorAdmin).await;
        let admin = person(&house, Role::OrgAdmin, 1).await;
        confirm(&house, &list([("V1", "een@example.nl"), ("V2", "twee@example.nl"), ("V3", "")])).await;
        let here = settle(&house, "ALMELO01", "een@example.nl").await;
        let leaver = settle(&house, "ALMELO02", "twee@example.nl").await;
        let home = homes::search(&house.app, &house.ctx(), &Actor::Server, &"linde/zuid".parse().unwrap(), "ALMELO02").await.unwrap().homes[0].dwelling;
        plan(&house, home, wish(Kind::NewTenant, "2026-11-30", "2026-12-01", Some("nieuw@example.nl"))).await.unwrap();
        let subject = found(&house.app, "ALMELO01").await.identity;

        propose(&house, &bo, some(&["almelo01", "ALMELO02", "ALMELO01"])).await.unwrap();
        assert!(open(&house, (&admin).into()).await.is_empty(), "people of the client decide nothing here");
        let it = waiting(&house, ida.caller()).await.remove(0);
        assert_eq!(it.masked, "linde/zuid → esdoorn/laren, 2 homes");
        let own = approve(&house, bo.caller(), &it).await;
        assert!(matches!(own, Err(DecideError::Fault(Fault::OwnProposal))), "{own:?}");
        let theirs = approve(&house, (&admin).into(), &it).await;
        assert!(matches!(theirs, Err(DecideError::Barred(Barred::Denied(Denied::NotYours)))), "{theirs:?}");
        assert_eq!(count(&house, "dwelling d JOIN organisation o ON o.id = d.organisation_id WHERE o.slug = 'esdoorn'").await, 0);
        assert_eq!(approve(&house, ida.caller(), &it).await.unwrap(), Outcome::Made);

        // The residents notice nothing; the old client has nothing of them any more.
        assert_eq!(works(&house, &here).await, ALL, "{}", house.engine);
        assert_eq!(found(&house.app, "ALMELO01").await.identity, subject);
        assert_eq!(address(&house.app, "ALMELO01").await.as_deref(), Some("een@example.nl"));
        for table in ["dwelling", "account", "occupancy", "email_link", "progress"] {
            let of = |slug: &str| format!("{table} t JOIN organisation o ON o.id = t.organisation_id WHERE o.slug = '{slug}'");
            assert!(count(&house, &of("esdoorn")).await >= 2, "{table}");
            assert!(count(&house, &of("linde")).await <= 1, "{table}: only of the home that stayed");
        }
        let ctx = house.ctx();
        let (old, new) = ("linde/zuid".parse().unwrap(), "esdoorn/laren".parse().unwrap());
        assert!(homes::search(&house.app, &ctx, &Actor::Server, &old, "ALMELO01").await.unwrap().homes.is_empty());
        assert_eq!(homes::search(&house.app, &ctx, &Actor::Server, &new, "ALMELO01").await.unwrap().homes.len(), 1);
        let planned = "tenant_change t JOIN organisation o ON o.id = t.organisation_id WHERE o.slug = 'esdoorn' AND t.staff_id IS NULL";
        assert_eq!(count(&house, planned).await, 1, "the planned change went along, without the name of who planned it");

        // It happens at its moment, at the new client.
        house.forward(Span::days(30));
        app::tenant_change::finish_due(&house.app).await.unwrap();
        assert_ne!(works(&house, &leaver).await, ALL);
        assert_eq!(address(&house.app, "ALMELO02").await.as_deref(), Some("nieuw@example.nl"));
    })
    .await;
}

#[tokio::test]
async fn what_was_proposed_of_a_home_is_over_when_it_goes_and_nothing_goes_that_changed_meanwhile() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        neighbours(&house).await;
        let bo = at_work(&house, "bo@beheer.example.nl", Role::OperatorAdmin).await;
        let ida = at_work(&house, "ida@beheer.example.nl", Role::OperatorAdmin).await;
        confirm(&house, &list([("V1", ""), ("V2", "")])).await;
        propose(&house, &bo, some(&[])).await.unwrap();
        propose(&house, &bo, some(&["ALMELO02"])).await.unwrap();
        let mut all = waiting(&house, ida.caller()).await;
        all.sort_by_key(|it| std::cmp::Reverse(it.masked.clone()));
        assert_eq!(all[0].masked, "linde/zuid → esdoorn/laren, 2 homes", "all of the project");
        assert_eq!(approve(&house, ida.caller(), &all[1]).await.unwrap(), Outcome::Made);
        assert_eq!(approve(&house, ida.caller(), &all[0]).await.unwrap(), Outcome::Overtaken, "one is gone: none goes");
        let of_linde = "dwelling d JOIN organisation o ON o.id = d.organisation_id WHERE o.slug = 'linde'";
        assert_eq!(count(&house, of_linde).await, 1, "{}", house.engine);
        let over = proposal::see(&house.app, &house.ctx(), ida.caller(), all[0].id).await.unwrap().proposal;
        assert_eq!(over.facts.state, State::Expired);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_go_is_told_by_name() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        neighbours(&house).await;
        let bo = at_work(&house, "bo@beheer.example.nl", Role::OperatorAdmin).await;
        let none = propose(&house, &bo, some(&[])).await;
        assert!(matches!(none, Err(MoveError::NoHomes)), "{none:?}");
        confirm(&house, &list([("V1", ""), ("V2", "")])).await;
        let unknown = propose(&house, &bo, some(&["ALMELO01", "LAREN01", "%%"])).await;
        assert!(matches!(&unknown, Err(MoveError::Unknown(names)) if names == &["LAREN01", "%%"]), "{unknown:?}");
        let same = MoveWish { to: "linde/zuid".parse().unwrap(), ..some(&[]) };
        assert!(matches!(propose(&house, &bo, same).await, Err(MoveError::SameClient)));
        let nowhere = MoveWish { to: "esdoorn/nergens".parse().unwrap(), ..some(&[]) };
        assert!(matches!(propose(&house, &bo, nowhere).await, Err(MoveError::Barred(_))));
        // These homes have no address, so that their number goes along, and must be free.
        raw::run(&house.fresh, "UPDATE dwelling SET street = NULL, house_number = NULL, postcode = NULL, address_key = NULL").await;
        propose(&house, &bo, some(&["ALMELO01"])).await.unwrap();
        let ida = at_work(&house, "ida@beheer.example.nl", Role::OperatorAdmin).await;
        let it = waiting(&house, ida.caller()).await.remove(0);
        approve(&house, ida.caller(), &it).await.unwrap();
        raw::run(&house.fresh, "UPDATE dwelling SET client_number = 'V1', client_key = (SELECT d.client_key FROM dwelling d JOIN account a ON a.dwelling_id = d.id WHERE a.username = 'ALMELO01') WHERE id = (SELECT dwelling_id FROM account WHERE username = 'ALMELO02')").await;
        let taken = propose(&house, &bo, some(&["ALMELO02"])).await;
        assert!(matches!(&taken, Err(MoveError::Taken(names)) if names == &["ALMELO02"]), "{taken:?} on {}", house.engine);
        for role in Role::ALL.into_iter().filter(|role| *role != Role::OperatorAdmin) {
            let who = person(&house, role, role as u8 + 10).await;
            let refused = plan_move(&house.app, &house.ctx(), &who, some(&[])).await;
            assert!(matches!(refused, Err(MoveError::Barred(Barred::Denied(Denied::NotAllowed)))), "{role}");
        }
    })
    .await;
}

/// A list, letters and a proposal of before tell the old client nothing of a home that is another's now.
#[tokio::test]
async fn what_was_made_before_names_a_home_that_went_away_no_more() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        neighbours(&house).await;
        let bo = at_work(&house, "bo@beheer.example.nl", Role::OperatorAdmin).await;
        let ida = at_work(&house, "ida@beheer.example.nl", Role::OperatorAdmin).await;
        let (clerk, path) = (person(&house, Role::Clerk, 1).await, "linde/zuid".parse().unwrap());
        let (report, _) = confirm(&house, &list([("V1", "een@example.nl"), ("V2", "")])).await;
        let (ctx, list) = (house.ctx(), report.batch.unwrap());
        let all =
            letters::Wish { choice: LetterChoice::All, home: String::new(), language: Language::Nl, unlinked: true };
        let (run, _) = letters::make(&house.app, &ctx, &clerk, (&path, &all)).await.unwrap();
        settle(&house, "ALMELO01", "een@example.nl").await;
        let home = homes::search(&house.app, &ctx, &clerk, &path, "ALMELO01").await.unwrap().homes[0].dwelling;
        let wish = link::Wish { dwelling: home, account: None, address: None };
        let seal = link::plan(&house.app, &ctx, &clerk, &wish).await.unwrap().seal;
        link::link(&house.app, &ctx, &clerk, (&wish, &seal)).await.unwrap();
        let names = async || {
            let (rows, _) = decide::rows(&house.app, &ctx, &clerk, (&path, list), (None, 0)).await.unwrap();
            rows.into_iter().map(|row| row.username).collect::<Vec<_>>()
        };
        let both = [Some("ALMELO01".to_owned()), Some("ALMELO02".to_owned())];
        assert_eq!(names().await, both);
        assert_eq!(letters::printed(&house.app, &ctx, &clerk, (&path, run)).await.unwrap().len(), 2);
        assert_eq!(open(&house, (&clerk).into()).await[0].username.as_deref(), Some("ALMELO01"));

        propose(&house, &bo, some(&["ALMELO01"])).await.unwrap();
        let it = waiting(&house, ida.caller()).await.remove(0);
        assert_eq!(approve(&house, ida.caller(), &it).await.unwrap(), Outcome::Made);
        assert_eq!(names().await, [None, both[1].clone()], "{}", house.engine);
        assert_eq!(letters::printed(&house.app, &ctx, &clerk, (&path, run)).await.unwrap().len(), 1);
        let decided = proposal::list(&house.app, &ctx, &clerk).await.unwrap().decided;
        assert_eq!((decided.len(), decided[0].facts.state), (1, State::Expired), "what was proposed of it is over");
        assert_eq!((&decided[0].username, &decided[0].home), (&None, &domain::home::Home::default()));
    })
    .await;
}
