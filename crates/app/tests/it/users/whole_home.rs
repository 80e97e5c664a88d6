//! An address that is taken away, and all access to a home with two accounts that ends in one act.

use app::users::link::{self, Done, LinkError, Wish};
use app::users::{home, revoke};
use domain::first_login::progress::WorkList;
use testkit::each_engine;

use super::{clerk, dwelling, town};
use crate::first_login::{address, found, logged, proves, signs_in, zuid};
use crate::house::House;

#[tokio::test]
async fn an_address_is_taken_away_where_nobody_uses_the_account() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        town(&house).await;
        let (app, own) = (&house.app, clerk(&house));
        let removes = async |username: &str| {
            let wish = Wish { dwelling: dwelling(&house, username).await, account: None, address: None };
            let plan = link::plan(app, &house.ctx(), &own, &wish).await?;
            link::link(app, &house.ctx(), &own, (&wish, &plan.seal)).await
        };
        assert!(matches!(removes("ALMELO01").await, Ok(Done::Removed)), "{}", house.engine);
        assert_eq!(address(app, "ALMELO01").await, None);
        assert!(matches!(removes("ALMELO02").await, Err(LinkError::Same)), "there is none");
        let (page, ctx) = ((&zuid(), WorkList::NoAddress), house.ctx());
        let waiting = app::first_login::worklist::page(app, &ctx, &own, page, None).await.unwrap();
        assert_eq!(waiting.homes.len(), 2);
        proves(app, "ALMELO03").await;
        let wish = Wish { dwelling: dwelling(&house, "ALMELO03").await, account: None, address: None };
        let plan = link::plan(app, &house.ctx(), &own, &wish).await.unwrap();
        assert!(plan.second.is_some(), "law 8");
        assert_eq!(address(app, "ALMELO03").await.as_deref(), Some("drie@example.nl"));
    })
    .await;
}

#[tokio::test]
async fn all_access_to_a_home_ends_in_one_act_and_to_no_other() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        town(&house).await;
        let (app, own) = (&house.app, clerk(&house));
        testkit::raw::move_in_with(&house.fresh, "ALMELO03", "ALMELO01").await;
        for username in ["ALMELO01", "ALMELO02", "ALMELO03"] {
            signs_in(app, username).await;
        }
        let home = dwelling(&house, "ALMELO01").await;
        let seen = home::see(app, &house.ctx(), &own, home).await.unwrap();
        let second = seen.accounts.iter().find(|account| !account.main).unwrap().id;
        let generations = async || {
            let of = async |username| found(app, username).await.generation;
            (of("ALMELO01").await, of("ALMELO02").await, of("ALMELO03").await)
        };
        let before = generations().await;
        let one = revoke::plan(app, &house.ctx(), &own, (home, Some(second))).await.unwrap();
        let all = revoke::plan(app, &house.ctx(), &own, (home, None)).await.unwrap();
        let names: Vec<&str> = all.accounts.iter().map(|it| it.username.as_str()).collect();
        assert_eq!(names, ["ALMELO01", "ALMELO03"], "{}", house.engine);
        let done = revoke::revoke(app, &house.ctx(), &own, (home, None, &one.seal)).await.unwrap();
        assert!(matches!(done, revoke::Done::Other(_)), "the seal of one account ends not all");
        assert_eq!(generations().await, before);
        let lines = logged(app).await;
        let done = revoke::revoke(app, &house.ctx(), &own, (home, None, &all.seal)).await.unwrap();
        assert!(matches!(done, revoke::Done::Revoked));
        assert_eq!(generations().await, (before.0 + 1, before.1, before.2 + 1), "the neighbours keep theirs");
        assert_eq!(logged(app).await, lines + 2, "a line for each account");
        revoke::revoke(app, &house.ctx(), &own, (home, Some(second), &one.seal)).await.unwrap();
        assert_eq!(generations().await, (before.0 + 1, before.1, before.2 + 2), "one account alone");
    })
    .await;
}
