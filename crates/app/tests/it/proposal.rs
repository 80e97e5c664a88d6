//! The second person: who may propose and decide, what makes a proposal end without being made, and that it is made by the same
//! way as every change, once.

use app::proposal::{self, DecideError, Outcome};
use app::tenant_change::{self, Wish as Leave};
use app::users::link::{self, Done, LinkError, Plan, Second, Wish};
use app::{Barred, Proposal};
use domain::access::{Actor, Denied, Team};
use domain::email::Address;
use domain::id::{DwellingId, ProposalId, StaffId};
use domain::proposal::{Fault, LASTS, Reason, State, WAITS};
use domain::role::Role;
use domain::tenant_change::{Days, Kind};
use domain::time::{Day, Span};
use testkit::each_engine;

use crate::first_login::{address, confirm, found, list, logged, proves, signs_in};
use crate::house::House;

/// Somebody of the staff who is really there; the number tells them apart.
pub(crate) async fn person(house: &House, role: Role, number: u8) -> Actor {
    let app = &house.app;
    let (staff, identity): (StaffId, _) = (app.id(house.clock.now()), app.id(house.clock.now()));
    let organisation = role.of_client().then_some(house.organisation);
    let (subject, now) = (app.random_name(), house.clock.now());
    let projects = if role == Role::ProjectLead { vec![project(house).await] } else { Vec::new() };
    let new = store::staff::NewStaff {
        id: staff,
        identity,
        email: format!("person{number}@example.nl"),
        role,
        projects: projects.clone(),
    };
    let write = app.db.write(move |tx| {
        let team = organisation.map_or(Team::Operator, Team::Client);
        let scope = domain::access::in_team(&Actor::Server, team).expect("the server may");
        store::identity::add(tx, identity, store::identity::IdentityKind::Staff, &subject, now)?;
        store::staff::add(tx, &scope, &new, now)?;
        store::staff::join(tx, staff, now)
    });
    write.await.unwrap();
    Actor::Staff { staff, identity, role, organisation, projects }
}

async fn project(house: &House) -> domain::id::ProjectId {
    let read = house.app.db.read(|tx| store::project::by_slugs(tx, "linde", "zuid"));
    read.await.unwrap().unwrap().id
}

async fn dwelling(house: &House, username: &str) -> DwellingId {
    let (path, ctx) = ("linde/zuid".parse().unwrap(), house.ctx());
    let all = app::first_login::homes::search(&house.app, &ctx, &Actor::Server, &path, username).await.unwrap();
    all.homes[0].dwelling
}

async fn plan(house: &House, who: &Actor, username: &str, to: Option<&str>) -> Result<(Wish, Plan), LinkError> {
    let address = to.map(|to| Address::parse(to).unwrap());
    let wish = Wish { dwelling: dwelling(house, username).await, account: None, address };
    let plan = link::plan(&house.app, &house.ctx(), who, &wish).await?;
    Ok((wish, plan))
}

/// Proposes another address; the proposal.
async fn propose(house: &House, who: &Actor, username: &str, to: Option<&str>) -> Proposal {
    let (wish, plan) = plan(house, who, username, to).await.unwrap();
    let done = link::link(&house.app, &house.ctx(), who, (&wish, &plan.seal)).await.unwrap();
    assert!(matches!(done, Done::Proposed(_)), "{done:?} on {}", house.engine);
    let all = proposal::list(&house.app, &house.ctx(), &clerk(house)).await.unwrap();
    all.open.last().unwrap().clone()
}

/// A clerk of the client who is nobody in particular.
fn clerk(house: &House) -> Actor {
    let (staff, identity) = (house.app.id(house.clock.now()), house.app.id(house.clock.now()));
    Actor::Staff { staff, identity, role: Role::Clerk, organisation: Some(house.organisation), projects: vec![] }
}

async fn see(house: &House, id: ProposalId) -> Proposal {
    proposal::see(&house.app, &house.ctx(), &clerk(house), id).await.unwrap().proposal
}

async fn approve(house: &House, who: &Actor, it: &Proposal) -> Result<Outcome, DecideError> {
    proposal::approve(&house.app, &house.ctx(), who, (it.id, it.facts.hash)).await
}

/// Two homes in use, one with a proved address and one with an address that was typed only.
async fn town(house: &House) {
    confirm(house, &list([("V1", "een@example.nl"), ("V2", "twee@example.nl"), ("V3", "")])).await;
    proves(&house.app, "ALMELO01").await;
    signs_in(&house.app, "ALMELO02").await;
    signs_in(&house.app, "ALMELO03").await;
}

fn fault<T: std::fmt::Debug>(result: Result<T, DecideError>) -> Fault {
    match result {
        Err(DecideError::Fault(fault)) => fault,
        other => panic!("{other:?}"),
    }
}

fn denied<T: std::fmt::Debug>(result: Result<T, DecideError>) -> Denied {
    match result {
        Err(DecideError::Barred(Barred::Denied(denied))) => denied,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn two_people_change_what_one_may_not() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        town(&house).await;
        let (app, one) = (&house.app, person(&house, Role::Clerk, 1).await);
        let two = person(&house, Role::OrgAdmin, 2).await;
        let (_, seen) = plan(&house, &one, "ALMELO01", Some("nieuw@example.nl")).await.unwrap();
        assert_eq!(seen.second, Some(Second::Colleague), "{}", house.engine);
        let it = propose(&house, &one, "ALMELO01", Some("nieuw@example.nl")).await;
        assert_eq!((it.facts.state, it.facts.waits_until), (State::Open, None));
        assert_eq!(it.masked, "e•••@e•••.nl → n•••@e•••.nl");
        assert_eq!(address(app, "ALMELO01").await.as_deref(), Some("een@example.nl"));
        assert_eq!(house.deliver().await.len(), 1, "the confirmed address is told");
        let again = plan(&house, &two, "ALMELO01", Some("ander@example.nl")).await;
        assert!(matches!(again, Err(LinkError::AlreadyProposed)), "{again:?}");

        // Not the proposer, not the operator's people, not another client, and nothing but what was shown.
        let lines = logged(app).await;
        assert_eq!(fault(approve(&house, &one, &it).await), Fault::OwnProposal);
        let lead = person(&house, Role::ProjectLead, 3).await;
        assert_eq!(denied(approve(&house, &lead, &it).await), Denied::NotAllowed);
        assert_eq!(denied(approve(&house, &Actor::Server, &it).await), Denied::NotAllowed);
        let Actor::Staff { staff, identity, role, .. } = &two else { unreachable!() };
        let (staff, identity, role) = (*staff, *identity, *role);
        let elsewhere = Some(house.app.id(house.clock.now()));
        let other = Actor::Staff { staff, identity, role, organisation: elsewhere, projects: vec![] };
        assert_eq!(denied(approve(&house, &other, &it).await), Denied::NotYours);
        let mut changed = it.clone();
        changed.facts.hash[0] ^= 1;
        assert_eq!(fault(approve(&house, &two, &changed).await), Fault::OtherChange);
        assert_eq!(fault(proposal::withdraw(app, &house.ctx(), &two, it.id).await), Fault::NotOwn);
        assert_eq!(logged(app).await, lines, "what was refused left nothing");
        assert_eq!(address(app, "ALMELO01").await.as_deref(), Some("een@example.nl"));

        assert_eq!(approve(&house, &two, &it).await.unwrap(), Outcome::Made);
        assert_eq!(logged(app).await, lines + 2, "the approval and the change");
        assert_eq!(fault(approve(&house, &two, &it).await), Fault::NotOpen, "once");
        let now = found(app, "ALMELO01").await;
        assert_eq!(now.address.unwrap().1, "nieuw@example.nl");
        assert!(!now.confirmed, "its owner has not proved it");
        let it = see(&house, it.id).await;
        assert_eq!(
            (it.facts.state, it.sealed, it.decider.as_deref()),
            (State::Approved, None, Some("person2@example.nl"))
        );
        assert!(house.deliver().await.is_empty(), "law 10");

        // An unconfirmed address hears nothing, and an address can be taken away by two.
        let it = propose(&house, &two, "ALMELO02", None).await;
        assert!(house.deliver().await.is_empty(), "an unconfirmed mailbox may be a stranger's");
        assert_eq!(approve(&house, &one, &it).await.unwrap(), Outcome::Made);
        assert_eq!(address(app, "ALMELO02").await, None);
        let it = propose(&house, &two, "ALMELO03", Some("drie@example.nl")).await;
        proposal::refuse(app, &house.ctx(), &one, (it.id, Reason::NotAsked)).await.unwrap();
        assert_eq!(fault(approve(&house, &one, &it).await), Fault::NotOpen);
        let it = propose(&house, &two, "ALMELO03", Some("drie@example.nl")).await;
        proposal::withdraw(app, &house.ctx(), &two, it.id).await.unwrap();
        assert_eq!(fault(approve(&house, &one, &it).await), Fault::NotOpen);
        assert_eq!(address(app, "ALMELO03").await, None);
    })
    .await;
}

#[tokio::test]
async fn where_there_is_nobody_else_it_waits_and_what_is_late_is_over() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        town(&house).await;
        let (app, one) = (&house.app, person(&house, Role::Clerk, 1).await);
        let (_, seen) = plan(&house, &one, "ALMELO01", Some("nieuw@example.nl")).await.unwrap();
        assert_eq!(seen.second, Some(Second::Nobody), "{}", house.engine);
        let it = propose(&house, &one, "ALMELO01", Some("nieuw@example.nl")).await;
        assert_eq!(it.facts.waits_until, Some(house.clock.now() + WAITS));
        house.deliver().await;
        house.forward(Span::from_micros(WAITS.micros() - 1_000_000));
        assert_eq!(proposal::carry_out_due(app).await.unwrap(), 0);
        assert_eq!(fault(approve(&house, &one, &it).await), Fault::OwnProposal);
        house.forward(Span::seconds(1));
        let (first, second) = tokio::join!(proposal::carry_out_due(app), proposal::carry_out_due(app));
        assert_eq!(first.unwrap() + second.unwrap(), 1, "once, whichever process does it");
        assert_eq!(address(app, "ALMELO01").await.as_deref(), Some("nieuw@example.nl"));
        let it = see(&house, it.id).await;
        assert_eq!((it.facts.state, it.reason, it.decider), (State::Approved, Some(Reason::Waited), None));

        // A colleague who came since decides sooner, or not: with a second person nothing happens by itself.
        let two = person(&house, Role::Clerk, 2).await;
        let it = propose(&house, &one, "ALMELO02", Some("ander@example.nl")).await;
        house.forward(Span::from_micros(LASTS.micros() - 1_000_000));
        assert_eq!(proposal::carry_out_due(app).await.unwrap(), 0);
        house.forward(Span::seconds(1));
        assert_eq!(fault(approve(&house, &two, &it).await), Fault::NotOpen, "by the clock, with no job");
        assert_eq!(proposal::carry_out_due(app).await.unwrap(), 1);
        let it = see(&house, it.id).await;
        assert_eq!((it.facts.state, it.reason), (State::Expired, Some(Reason::TooLate)));
        assert_eq!(address(app, "ALMELO02").await.as_deref(), Some("twee@example.nl"));
    })
    .await;
}

#[tokio::test]
async fn it_dies_with_what_it_was_about() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        town(&house).await;
        let (app, one) = (&house.app, person(&house, Role::Clerk, 1).await);
        let two = person(&house, Role::Clerk, 2).await;

        // The owner proved the address since, and was never told: nothing is taken from them.
        let it = propose(&house, &one, "ALMELO02", Some("ander@example.nl")).await;
        proves(app, "ALMELO02").await;
        assert_eq!(approve(&house, &two, &it).await.unwrap(), Outcome::Overtaken, "{}", house.engine);
        assert_eq!(address(app, "ALMELO02").await.as_deref(), Some("twee@example.nl"));
        let it = see(&house, it.id).await;
        assert_eq!((it.facts.state, it.reason), (State::Expired, Some(Reason::Overtaken)));

        // A tenant change that is planned ends it, and nothing is proposed about those who leave.
        let it = propose(&house, &one, "ALMELO01", Some("nieuw@example.nl")).await;
        let lines = logged(app).await;
        let home = dwelling(&house, "ALMELO01").await;
        let days = Days { kind: Kind::Vacant, last: Some(Day::of(house.clock.now()).next()), first: None };
        tenant_change::plan(app, &house.ctx(), &two, home, Leave { days, address: None, seen: None }).await.unwrap();
        assert!(logged(app).await > lines + 1, "the change, the look, and that the proposal is over");
        assert_eq!(fault(approve(&house, &two, &it).await), Fault::NotOpen);
        let it = see(&house, it.id).await;
        assert_eq!((it.facts.state, it.reason), (State::Expired, Some(Reason::TenantChange)));
        let refused = plan(&house, &one, "ALMELO01", Some("nieuw@example.nl")).await;
        assert!(matches!(refused, Err(LinkError::Leaving)), "{refused:?}");
        assert!(
            crate::tenant_change::mails(&house).await.is_empty(),
            "what was decided before it was mailed is no news"
        );
    })
    .await;
}

#[tokio::test]
async fn of_two_who_propose_at_once_one_is_second() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        town(&house).await;
        let (one, two) = (person(&house, Role::Clerk, 1).await, person(&house, Role::Clerk, 2).await);
        let (wish, seen) = plan(&house, &one, "ALMELO03", Some("drie@example.nl")).await.unwrap();
        let (ctx, app) = (house.ctx(), &house.app);
        let (first, second) = tokio::join!(
            link::link(app, &ctx, &one, (&wish, &seen.seal)),
            link::link(app, &ctx, &two, (&wish, &seen.seal)),
        );
        let proposed = [&first, &second].iter().filter(|done| matches!(done, Ok(Done::Proposed(_)))).count();
        let late = [&first, &second].iter().filter(|done| matches!(done, Err(LinkError::AlreadyProposed))).count();
        assert_eq!((proposed, late), (1, 1), "{first:?} {second:?} on {}", house.engine);
        let refused = plan(&house, &Actor::Server, "ALMELO01", Some("nieuw@example.nl")).await;
        assert!(matches!(refused, Err(LinkError::Barred(Barred::Denied(Denied::NotAllowed)))), "a person proposes");
    })
    .await;
}
