//! Passkeys of staff: a sign-in of its own and the second factor, and nothing of it when the colleague, the client or the factor
//! ends.

use app::clients;
use app::passkey::{self, AddError, Enter, UseError};
use app::security::ProveError;
use app::sign_in::{self, Entered};
use app::staff::{self, Side};
use domain::role::Role;
use domain::session::Level;
use domain::time::Span;
use testkit::each_engine;
use testkit::phone::Phone;

use super::{add, begin, bent, enter, made, used};
use crate::colleagues::{AtWork, at_work, list};
use crate::house::{GOOD, House, OTHER, secret, text};

async fn make(house: &House, who: &AtWork) -> Phone {
    let (phone, created) = made(&begin(house, &who.cookie).await.unwrap());
    add(house, &who.cookie, &created).await.unwrap();
    phone
}

async fn level(house: &House, entered: &Entered) -> Option<Level> {
    sign_in::who(&house.app, &house.ctx(), entered.session.expose()).await.unwrap().map(|who| who.level)
}

async fn unknown(house: &House, phone: &Phone) -> bool {
    matches!(enter(house, used(house, phone)).await, Err(UseError::Unknown))
}

#[tokio::test]
async fn it_signs_in_alone_for_as_long_as_staff_are() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let noor = at_work(&house, "noor@linde.example.nl", Role::OrgAdmin).await;
        let wrong = passkey::begin(&house.app, &house.ctx(), &noor.cookie, &secret(OTHER).into()).await;
        assert!(matches!(wrong, Err(AddError::Prove(ProveError::Wrong))), "{}", house.engine);
        let half = crate::staff::enter(&house, "noor@linde.example.nl", GOOD).await.unwrap();
        let early = begin(&house, half.session.expose()).await;
        assert!(matches!(early, Err(AddError::Prove(ProveError::SignIn))), "half way makes none");
        let phone = make(&house, &noor).await;
        let mails = house.deliver().await;
        assert_eq!((mails.len(), mails[0].envelope.to.as_str()), (1, "noor@linde.example.nl"));
        assert!(text(&mails[0]).contains("passkey"));
        let entered = enter(&house, used(&house, &phone)).await.unwrap();
        assert_eq!(level(&house, &entered).await, Some(Level::Full));
        assert!(!entered.address_missing);
        house.forward(Span::hours(1));
        assert_eq!(level(&house, &entered).await, None, "left alone for as long as staff may");
    })
    .await;
}

#[tokio::test]
async fn it_is_the_second_factor_and_half_way_is_over() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let noor = at_work(&house, "noor@linde.example.nl", Role::OrgAdmin).await;
        let phone = make(&house, &noor).await;
        house.deliver().await;
        let half = crate::staff::enter(&house, "noor@linde.example.nl", GOOD).await.unwrap();
        assert_eq!(level(&house, &half).await, Some(Level::HalfWay));
        let half_way = Some(half.session.expose().to_owned());
        let refused = Enter { half_way: half_way.clone(), ..bent(&house, &phone, |said| said.origin.push('x')) };
        assert!(enter(&house, refused).await.is_err(), "{}", house.engine);
        assert_eq!(level(&house, &half).await, Some(Level::HalfWay), "another try is free");
        let entered = enter(&house, Enter { half_way, ..used(&house, &phone) }).await.unwrap();
        assert_eq!(level(&house, &entered).await, Some(Level::Full));
        assert_eq!(level(&house, &half).await, None, "its cookie opens nothing any more");
        // A whole session of before is not ended by signing in here.
        let half_way = Some(noor.cookie.clone());
        enter(&house, Enter { half_way, ..used(&house, &phone) }).await.unwrap();
        assert!(sign_in::who(&house.app, &house.ctx(), &noor.cookie).await.unwrap().is_some());
    })
    .await;
}

#[tokio::test]
async fn a_colleague_who_ended_gets_in_by_none() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let noor = at_work(&house, "noor@linde.example.nl", Role::OrgAdmin).await;
        let karel = at_work(&house, "karel@linde.example.nl", Role::Clerk).await;
        let phone = make(&house, &karel).await;
        house.deliver().await;
        let id = list(&house, &noor, Side::Client).await;
        let id = id.here.iter().find(|it| it.email == "karel@linde.example.nl").unwrap().id;
        let shown = staff::ending(&house.app, &house.ctx(), noor.caller(), (Side::Client, id)).await.unwrap();
        let cmd = (Side::Client, id, shown.seal.as_str());
        staff::end(&house.app, &house.ctx(), noor.caller(), cmd).await.unwrap();
        assert!(unknown(&house, &phone).await, "{}", house.engine);
        assert_eq!(testkit::raw::count(&house.fresh, "SELECT count(*) FROM passkey").await, 0);
    })
    .await;
}

#[tokio::test]
async fn nobody_of_a_frozen_client_gets_in_by_one() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let boss = at_work(&house, "bo@beheer.example.nl", Role::OperatorAdmin).await;
        let noor = at_work(&house, "noor@linde.example.nl", Role::OrgAdmin).await;
        let (phone, own) = (make(&house, &noor).await, make(&house, &boss).await);
        house.deliver().await;
        let (ctx, who) = (house.ctx(), boss.caller());
        let open = used(&house, &phone);
        let shown = clients::freezing(&house.app, &ctx, who, "linde").await.unwrap();
        clients::freeze(&house.app, &ctx, who, ("linde", &shown.seal)).await.unwrap();
        let refused = enter(&house, open).await;
        assert!(matches!(refused, Err(UseError::Unknown)), "{refused:?} on {}", house.engine);
        assert!(unknown(&house, &phone).await && !unknown(&house, &own).await);
        clients::release(&house.app, &ctx, who, "linde").await.unwrap();
        assert!(!unknown(&house, &phone).await, "all works again");
    })
    .await;
}
