//! Who lost the second factor begins anew when two admins agree; until then, and without a second one, nothing changes.

use app::proposal::{DecideError, Outcome};
use app::sign_in;
use app::staff::{self, Side, StaffError, Whose};
use domain::proposal::{Fault, Kind};
use domain::role::Role;
use domain::staff::State;
use testkit::each_engine;

use super::{approve, waiting};
use crate::colleagues::{AtWork, at_work, join, list, neighbour};
use crate::house::{GOOD, House, token};
use crate::staff::enter;

async fn id_of(house: &House, by: &AtWork, side: Side, email: &str) -> domain::id::StaffId {
    list(house, by, side).await.here.into_iter().find(|it| it.email == email).unwrap().id
}

async fn propose(house: &House, by: &AtWork, whose: Whose) -> Result<(), StaffError> {
    staff::lost_factor(&house.app, &house.ctx(), by.caller(), whose).await.map(drop)
}

async fn is_in(house: &House, who: &AtWork) -> bool {
    sign_in::who(&house.app, &house.ctx(), &who.cookie).await.unwrap().is_some()
}

#[tokio::test]
async fn two_admins_of_the_operator_let_a_colleague_begin_anew() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let bo = at_work(&house, "bo@beheer.example.nl", Role::OperatorAdmin).await;
        let ida = at_work(&house, "ida@beheer.example.nl", Role::OperatorAdmin).await;
        let sam = at_work(&house, "sam@beheer.example.nl", Role::Support).await;
        let of = Whose::Colleague(Side::Operator, id_of(&house, &bo, Side::Operator, "sam@beheer.example.nl").await);
        propose(&house, &bo, of.clone()).await.unwrap();
        assert!(is_in(&house, &sam).await && house.deliver().await.is_empty(), "nothing yet, {}", house.engine);
        let it = waiting(&house, ida.caller()).await.remove(0);
        assert_eq!((it.facts.kind, it.facts.organisation), (Kind::LostFactor, None));
        let own = approve(&house, bo.caller(), &it).await;
        assert!(matches!(own, Err(DecideError::Fault(Fault::OwnProposal))), "{own:?}");
        assert!(is_in(&house, &sam).await);
        assert_eq!(approve(&house, ida.caller(), &it).await.unwrap(), Outcome::Made);
        assert!(!is_in(&house, &sam).await);
        assert!(enter(&house, "sam@beheer.example.nl", GOOD).await.is_err(), "the old password is gone");
        let mail = house.deliver().await.remove(0);
        let again = join(&house, &token(&mail, "/invitation/")).await;
        assert!(is_in(&house, &again).await);
        assert_ne!(again.factor.base32(), sam.factor.base32());

        // What was approved for an access that is over does nothing to the new one.
        let late = approve(&house, ida.caller(), &it).await;
        assert!(matches!(late, Err(DecideError::Fault(Fault::NotOpen))), "{late:?}");
        propose(&house, &bo, of.clone()).await.unwrap();
        let first = waiting(&house, ida.caller()).await.remove(0);
        propose(&house, &bo, of).await.unwrap();
        let both = waiting(&house, ida.caller()).await;
        let second = both.iter().find(|it| it.id != first.id).unwrap().clone();
        assert_eq!(approve(&house, ida.caller(), &first).await.unwrap(), Outcome::Made);
        assert_eq!(approve(&house, ida.caller(), &second).await.unwrap(), Outcome::Overtaken);
    })
    .await;
}

#[tokio::test]
async fn the_only_admin_of_a_client_is_helped_by_two_of_the_operator() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let bo = at_work(&house, "bo@beheer.example.nl", Role::OperatorAdmin).await;
        let ida = at_work(&house, "ida@beheer.example.nl", Role::OperatorAdmin).await;
        let ada = neighbour(&house).await;
        let esdoorn = |email: &str| Whose::AdminOf("esdoorn".parse().unwrap(), email.to_owned());
        let unknown = propose(&house, &bo, esdoorn("bo@beheer.example.nl")).await;
        assert!(matches!(unknown, Err(StaffError::CannotBe)), "{unknown:?}");
        propose(&house, &bo, esdoorn("ada@esdoorn.example.nl")).await.unwrap();
        // Whoever sits at her open session does not let herself in.
        let it = waiting(&house, ida.caller()).await.remove(0);
        let herself = approve(&house, ada.caller(), &it).await;
        assert!(matches!(herself, Err(DecideError::Fault(Fault::AboutOneself))), "{herself:?} on {}", house.engine);
        assert_eq!(approve(&house, ida.caller(), &it).await.unwrap(), Outcome::Made);
        assert!(!is_in(&house, &ada).await);
        let again = join(&house, &token(&house.deliver().await[0], "/invitation/")).await;
        assert_eq!(list(&house, &again, Side::Client).await.here[0].state, State::Active);
    })
    .await;
}

#[tokio::test]
async fn nobody_says_it_of_themselves_or_of_another_team() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let bo = at_work(&house, "bo@beheer.example.nl", Role::OperatorAdmin).await;
        let ada = neighbour(&house).await;
        let own = id_of(&house, &bo, Side::Operator, "bo@beheer.example.nl").await;
        let oneself = propose(&house, &bo, Whose::Colleague(Side::Operator, own)).await;
        assert!(matches!(oneself, Err(StaffError::Oneself)), "{oneself:?}");
        for whose in [Whose::Colleague(Side::Client, own), Whose::Colleague(Side::Operator, own)] {
            let other = propose(&house, &ada, whose).await;
            assert!(matches!(other, Err(StaffError::Barred(_))), "{other:?} on {}", house.engine);
        }
        let by_her =
            propose(&house, &ada, Whose::AdminOf("esdoorn".parse().unwrap(), "ada@esdoorn.example.nl".to_owned()));
        assert!(matches!(by_her.await, Err(StaffError::Barred(_))));
    })
    .await;
}
