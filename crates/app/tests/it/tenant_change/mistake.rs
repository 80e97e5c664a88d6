//! A change that was a mistake: two people let those who left live there again, within 14 days and before anybody else has a
//! password. They are the same residents and have their address again; nothing else of what they had works.

use app::proposal::{self, Outcome};
use app::tenant_change::reopen::{self, ReopenError};
use domain::access::Actor;
use domain::id::{DwellingId, ProposalId, TenantChangeId};
use domain::proposal::Fault;
use domain::role::Role;
use domain::tenant_change::{Kind, REOPENS};
use domain::time::Span;
use testkit::each_engine;

use super::{ALL, NOTHING, at, done, enter, mailed, mails, noon, plan, settle, wish, works};
use crate::house::{GOOD, House};
use crate::proposal::person;

async fn propose(house: &House, who: &Actor, change: TenantChangeId) -> Result<ProposalId, ReopenError> {
    let seen = reopen::look(&house.app, &house.ctx(), who, change).await?;
    reopen::propose(&house.app, &house.ctx(), who, (change, &seen.seal)).await
}

async fn approve(house: &House, who: &Actor, id: ProposalId) -> Result<Outcome, proposal::DecideError> {
    let seen = proposal::see(&house.app, &house.ctx(), who, id).await.unwrap();
    proposal::approve(&house.app, &house.ctx(), who, (id, seen.proposal.facts.hash)).await
}

/// A home whose residents were put out by mistake, and others let in.
async fn mistaken(house: &House) -> (DwellingId, super::Person, TenantChangeId) {
    let home = house.home("ALMELO01", Some("een@example.nl")).await;
    let one = settle(house, "ALMELO01", "een@example.nl").await;
    at(house, noon("2026-11-30"));
    let done = plan(house, home, wish(Kind::NewTenant, "2026-11-27", "", Some("nieuw@example.nl"))).await.unwrap();
    assert!(done.done, "entered late: at once");
    assert_eq!(works(house, &one).await, NOTHING);
    (home, one, done.id)
}

#[tokio::test]
async fn two_people_bring_the_same_residents_back_with_their_address_and_nothing_else() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (home, one, change) = mistaken(&house).await;
        let (clerk, other) = (person(&house, Role::Clerk, 1).await, person(&house, Role::OrgAdmin, 2).await);
        let seen = reopen::look(&house.app, &house.ctx(), &clerk, change).await.unwrap();
        assert_eq!(seen.back, [("ALMELO01".to_owned(), Some("e•••@e•••.nl".to_owned()))]);
        assert_eq!(seen.away, [("ALMELO01".to_owned(), Some("n•••@e•••.nl".to_owned()))]);
        let id = propose(&house, &clerk, change).await.unwrap();
        assert!(matches!(propose(&house, &other, change).await, Err(ReopenError::AlreadyProposed)), "{}", house.engine);
        let alone = approve(&house, &clerk, id).await;
        assert!(matches!(alone, Err(proposal::DecideError::Fault(Fault::OwnProposal))), "{alone:?}");
        house.forward(Span::hours(80));
        assert_eq!(proposal::carry_out_due(&house.app).await.unwrap(), 0, "never without a second person");
        // The one who came has asked for a link meanwhile, and not used it.
        let comer = mailed(&house, "ALMELO01", "nieuw@example.nl").await;
        assert_eq!(approve(&house, &other, id).await.unwrap(), Outcome::Made);
        assert!(app::reset::open(&house.app, &house.ctx(), &comer).await.unwrap().is_err(), "the comer is out");
        assert_eq!(works(&house, &one).await, NOTHING, "old password, cookie, browser and link stay dead");
        assert!(mails(&house).await.is_empty(), "nobody is mailed (law 10)");
        house.forward(Span::hours(2));
        let again = settle(&house, "ALMELO01", "een@example.nl").await;
        assert_eq!(again.identity, one.identity, "the same identity, and so the same subject");
        assert_eq!(works(&house, &again).await, ALL);
        assert_eq!(done(&house, home).await, ["done new-tenant", "gap new-tenant", "planned new-tenant", "undone reopened"]);
        let lines = "SELECT count(*) FROM audit_line WHERE act IN ('occupancy.reopened', 'occupancy.ended') AND reason = 'reopened'";
        assert_eq!(testkit::raw::count(&house.fresh, lines).await, 2);
        let twice = reopen::look(&house.app, &house.ctx(), &clerk, change).await;
        assert!(matches!(twice, Err(ReopenError::NotTheLast)), "{twice:?}");
    })
    .await;
}

#[tokio::test]
async fn a_second_account_comes_back_too_and_a_household_to_come_is_called_off() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("een@example.nl")).await;
        house.home("ALMELO02", Some("twee@example.nl")).await;
        testkit::raw::move_in_with(&house.fresh, "ALMELO02", "ALMELO01").await;
        let two = settle(&house, "ALMELO02", "twee@example.nl").await;
        at(&house, noon("2026-11-30"));
        let wish = wish(Kind::NewTenant, "2026-11-27", "2026-12-15", Some("nieuw@example.nl"));
        let change = plan(&house, home, wish).await.unwrap().id;
        let (clerk, other) = (person(&house, Role::Clerk, 1).await, person(&house, Role::Clerk, 2).await);
        let id = propose(&house, &clerk, change).await.unwrap();
        assert_eq!(approve(&house, &other, id).await.unwrap(), Outcome::Made);
        assert_eq!(settle(&house, "ALMELO02", "twee@example.nl").await.identity, two.identity);
        settle(&house, "ALMELO01", "een@example.nl").await;
        house.forward(Span::days(40));
        assert!(enter(&house, "ALMELO01", GOOD, None).await.is_ok(), "those who were to come do not come");
        let households = "SELECT count(*) FROM occupancy WHERE ends_on IS NULL";
        assert_eq!(testkit::raw::count(&house.fresh, households).await, 2, "{}", house.engine);
    })
    .await;
}

#[tokio::test]
async fn a_sold_home_takes_nobody_until_that_was_a_mistake() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("een@example.nl")).await;
        at(&house, noon("2026-11-30"));
        let change = plan(&house, home, wish(Kind::Sold, "2026-11-27", "", None)).await.unwrap().id;
        let comes = || wish(Kind::Arrival, "", "2026-12-01", Some("nieuw@example.nl"));
        let refused = plan(&house, home, comes()).await;
        assert!(matches!(refused, Err(app::tenant_change::ChangeError::Sold)), "{refused:?} on {}", house.engine);
        let (clerk, other) = (person(&house, Role::Clerk, 1).await, person(&house, Role::Clerk, 2).await);
        let id = propose(&house, &clerk, change).await.unwrap();
        assert_eq!(approve(&house, &other, id).await.unwrap(), Outcome::Made);
        settle(&house, "ALMELO01", "een@example.nl").await;
        assert!(plan(&house, home, wish(Kind::NewTenant, "2026-12-01", "", None)).await.is_ok());
    })
    .await;
}

/// What stands in the way, now and when a colleague approves.
#[tokio::test]
async fn nothing_comes_back_too_late_or_over_somebody_who_acted() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (home, one, change) = mistaken(&house).await;
        let (clerk, other) = (person(&house, Role::Clerk, 1).await, person(&house, Role::Clerk, 2).await);
        let overtaken = propose(&house, &clerk, change).await.unwrap();
        let comer = settle(&house, "ALMELO01", "nieuw@example.nl").await;
        let refused = propose(&house, &clerk, change).await;
        assert!(matches!(refused, Err(ReopenError::Acted)), "{refused:?} on {}", house.engine);
        assert_eq!(approve(&house, &other, overtaken).await.unwrap(), Outcome::Overtaken);
        assert_eq!(
            (works(&house, &comer).await, works(&house, &one).await),
            (ALL, NOTHING),
            "the comer notices nothing"
        );
        let planned = plan(&house, home, wish(Kind::Vacant, "2026-12-01", "", None)).await.unwrap();
        let refused = propose(&house, &clerk, change).await;
        assert!(matches!(refused, Err(ReopenError::AnotherPlanned)), "{refused:?}");
        super::cancel(&house, planned.id).await.unwrap();
        let gone = plan(&house, home, wish(Kind::Eviction, "", "", None)).await.unwrap();
        assert!(matches!(propose(&house, &clerk, change).await, Err(ReopenError::NotTheLast)));
        let late_by = house.app.clock.now() + REOPENS - Span::from_micros(1);
        at(&house, late_by);
        assert!(reopen::look(&house.app, &house.ctx(), &clerk, gone.id).await.is_ok(), "the last moment");
        house.forward(Span::from_micros(1));
        let late = reopen::look(&house.app, &house.ctx(), &clerk, gone.id).await;
        assert!(matches!(late, Err(ReopenError::TooLate)), "{late:?}");
    })
    .await;
}
