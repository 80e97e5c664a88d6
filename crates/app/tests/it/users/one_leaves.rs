//! One of several residents leaves: those who stay are the same residents, and nothing of what anybody held opens anything any
//! more; an address of who left ends, and another one comes by a second person only, however long ago anybody signed in.

use app::proposal::{self, Outcome};
use app::users::link::{self, Done as Linked};
use app::users::one_leaves::{self, Done, Keeps, LeaveError, Wish};
use domain::access::{Actor, Denied};
use domain::email::Address;
use domain::id::DwellingId;
use domain::role::Role;
use domain::tenant_change::Kind;
use domain::time::Span;
use testkit::each_engine;

use crate::house::House;
use crate::proposal::person;
use crate::tenant_change::{ALL, NOTHING, mailed, settle, works};

fn wish(dwelling: DwellingId, keeps: Keeps) -> Wish {
    Wish { dwelling, account: None, keeps }
}

async fn leaves(house: &House, who: &Actor, dwelling: DwellingId, keeps: Keeps) -> Result<Done, LeaveError> {
    let wish = wish(dwelling, keeps);
    let plan = one_leaves::plan(&house.app, &house.ctx(), who, (dwelling, wish.account)).await?;
    one_leaves::renew(&house.app, &house.ctx(), who, (&wish, &plan.seal)).await
}

fn address(text: &str) -> Address {
    Address::parse(text).unwrap()
}

#[tokio::test]
async fn those_who_stay_keep_their_address_and_nothing_else() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let dwelling = house.home("ALMELO01", Some("een@example.nl")).await;
        house.home("ALMELO02", Some("twee@example.nl")).await;
        let one = settle(&house, "ALMELO01", "een@example.nl").await;
        let neighbour = settle(&house, "ALMELO02", "twee@example.nl").await;
        let phone = crate::passkey::make(&house, &one).await;
        house.deliver().await;
        let clerk = person(&house, Role::Clerk, 1).await;
        let done = leaves(&house, &clerk, dwelling, Keeps::Address).await.unwrap();
        assert!(matches!(done, Done::Renewed { proposed: false }), "{done:?} on {}", house.engine);
        assert_eq!((works(&house, &one).await, works(&house, &neighbour).await), (NOTHING, ALL));
        assert!(!crate::passkey::opens(&house, &phone, &one).await, "whoever left may hold it");
        assert!(house.deliver().await.is_empty(), "nobody is mailed (law 10)");
        house.forward(Span::hours(2));
        let again = settle(&house, "ALMELO01", "een@example.nl").await;
        assert_eq!(again.identity, one.identity, "the same residents");
        let lines = "SELECT count(*) FROM audit_line WHERE act = 'access.revoked' AND reason = 'one-leaves'";
        assert_eq!(testkit::raw::count(&house.fresh, lines).await, 1);
    })
    .await;
}

#[tokio::test]
async fn the_address_of_who_left_opens_nothing_and_another_comes_by_two_people() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let dwelling = house.home("ALMELO01", Some("een@example.nl")).await;
        let one = settle(&house, "ALMELO01", "een@example.nl").await;
        let (clerk, other) = (person(&house, Role::Clerk, 1).await, person(&house, Role::Clerk, 2).await);
        // Something was proposed about the address before; it is about nothing any more.
        let before = link::Wish { dwelling, account: None, address: Some(address("oud@example.nl")) };
        let plan = link::plan(&house.app, &house.ctx(), &clerk, &before).await.unwrap();
        link::link(&house.app, &house.ctx(), &clerk, (&before, &plan.seal)).await.unwrap();
        house.deliver().await;
        let same = leaves(&house, &clerk, dwelling, Keeps::Nothing(Some(address("EEN@example.nl")))).await;
        assert!(matches!(same, Err(LeaveError::Same)), "{same:?}");
        let done = leaves(&house, &clerk, dwelling, Keeps::Nothing(Some(address("blijft@example.nl")))).await.unwrap();
        assert!(matches!(done, Done::Renewed { proposed: true }), "{done:?} on {}", house.engine);
        assert_eq!(works(&house, &one).await, NOTHING);
        crate::tenant_change::ask(&house, "ALMELO01").await;
        assert!(house.deliver().await.is_empty(), "the old address gets nothing, the new one is not linked yet");
        let open = proposal::list(&house.app, &house.ctx(), &other).await.unwrap().open;
        assert_eq!(open.len(), 1, "the older one is over");
        let made = proposal::approve(&house.app, &house.ctx(), &other, (open[0].id, open[0].facts.hash)).await.unwrap();
        assert_eq!(made, Outcome::Made);
        house.forward(Span::hours(2));
        let again = settle(&house, "ALMELO01", "blijft@example.nl").await;
        assert_eq!(again.identity, one.identity);
        let caller = app::Caller::Cookie(&again.session);
        let data = app::own_data::see(&house.app, &house.ctx(), caller).await.unwrap();
        let told: Vec<&str> = data.email_links.iter().map(|it| it.address.as_str()).collect();
        assert!(told.contains(&"blijft@example.nl") && told.len() >= 2, "{told:?}");
        assert!(!told.contains(&"een@example.nl"), "whose address it was is not told to who stayed: {told:?}");
    })
    .await;
}

/// Without this, taking the address away would be the first half of a takeover that nobody else looks at (law 8).
#[tokio::test]
async fn without_an_address_the_account_still_counts_as_in_use() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let dwelling = house.home("ALMELO01", Some("een@example.nl")).await;
        settle(&house, "ALMELO01", "een@example.nl").await;
        house.forward(Span::days(200));
        let clerk = person(&house, Role::Clerk, 1).await;
        leaves(&house, &clerk, dwelling, Keeps::Nothing(None)).await.unwrap();
        house.forward(Span::days(89));
        let wish = link::Wish { dwelling, account: None, address: Some(address("mijn@example.nl")) };
        let plan = link::plan(&house.app, &house.ctx(), &clerk, &wish).await.unwrap();
        let done = link::link(&house.app, &house.ctx(), &clerk, (&wish, &plan.seal)).await.unwrap();
        assert!(matches!(done, Linked::Proposed(_)), "{done:?} on {}", house.engine);
    })
    .await;
}

#[tokio::test]
async fn what_was_shown_is_what_is_done_and_others_may_not() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let dwelling = house.home("ALMELO01", Some("een@example.nl")).await;
        let one = settle(&house, "ALMELO01", "een@example.nl").await;
        let clerk = person(&house, Role::Clerk, 1).await;
        let wish = wish(dwelling, Keeps::Nothing(None));
        let moved = one_leaves::renew(&house.app, &house.ctx(), &clerk, (&wish, "abc")).await.unwrap();
        assert!(matches!(moved, Done::Other(_)), "{moved:?} on {}", house.engine);
        assert_eq!(works(&house, &one).await, ALL);
        for role in [Role::Support, Role::OperatorAdmin, Role::Auditor] {
            let nobody = super::staff(role, None, vec![]);
            let refused = one_leaves::plan(&house.app, &house.ctx(), &nobody, (dwelling, wish.account)).await;
            assert!(matches!(refused, Err(LeaveError::Barred(app::Barred::Denied(Denied::NotAllowed)))), "{refused:?}");
        }
        let elsewhere = super::staff(Role::Clerk, Some(house.app.id(house.clock.now())), vec![]);
        let refused = one_leaves::plan(&house.app, &house.ctx(), &elsewhere, (dwelling, wish.account)).await;
        assert!(matches!(refused, Err(LeaveError::Barred(app::Barred::Denied(Denied::NotYours)))), "{refused:?}");
        let leaving = crate::tenant_change::wish(Kind::Vacant, "2026-12-31", "", None);
        crate::tenant_change::plan(&house, dwelling, leaving).await.unwrap();
        let refused = leaves(&house, &clerk, dwelling, Keeps::Nothing(Some(address("nieuw@example.nl")))).await;
        assert!(matches!(refused, Err(LeaveError::Leaving)), "{refused:?}");
        assert_eq!(works(&house, &one).await, ALL, "nothing was done");
        mailed(&house, "ALMELO01", "een@example.nl").await;
    })
    .await;
}
