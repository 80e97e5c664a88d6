//! Proposals on both engines: one about a household at a time, decided once, never another client's, and each found by an index.

use domain::access::{self, Actor, LinkAddress, Team};
use domain::id::{Id, OrganisationId, ProposalId, StaffId};
use domain::proposal::{Kind, Reason, State};
use domain::role::Role;
use domain::time::{Span, Time};
use uuid::Uuid;

use super::engines::NOON;
use super::progress::{House, client, homes, lists::plans, place, scope};
use super::{Fresh, each_engine};
use crate::error::StoreError;
use crate::proposal::{self, Decided, NewProposal, Proposal};

fn id<T>(number: u128) -> Id<T> {
    Id::from_uuid(Uuid::from_u128(number))
}

/// A member of the staff of the first client, or of nobody's.
async fn staff(fresh: &Fresh, number: u128, role: Role, joined: bool) {
    let team = if role.of_client() { Team::Client(place(1).organisation) } else { Team::Operator };
    let new = crate::staff::NewStaff {
        id: id(number),
        identity: id(number),
        email: format!("person{number}@example.nl"),
        role,
        projects: Vec::new(),
    };
    let made: Result<(), StoreError> = fresh
        .db
        .write(move |tx| {
            let scope = access::in_team(&Actor::Server, team).expect("the server may");
            crate::identity::add(tx, new.identity, crate::identity::IdentityKind::Staff, &new.email, NOON)?;
            crate::staff::add(tx, &scope, &new, NOON)?;
            if joined { crate::staff::join(tx, new.id, NOON) } else { Ok(()) }
        })
        .await;
    made.expect("staff");
}

/// Keeps a proposal about the home of the same number.
async fn propose(fresh: &Fresh, number: u128, house: u128, waits: bool) -> Result<(), StoreError> {
    let it = House(house);
    let new = NewProposal {
        id: id(number),
        project: Some(place(1).project),
        dwelling: Some(it.id()),
        account: Some(it.id()),
        occupancy: Some(it.occupancy()),
        kind: Kind::ChangeAddress,
        hash: [7; 32],
        sealed: vec![1, 2, 3],
        masked: "a → b".to_owned(),
        by: Some(id(1_001)),
        key: None,
        expires_at: NOON + Span::days(14),
        waits_until: waits.then(|| NOON + Span::hours(72)),
    };
    fresh.db.write(move |tx| proposal::add(tx, &scope::<LinkAddress>(place(1)), &new, NOON)).await
}

async fn close(fresh: &Fresh, number: u128, decided: Decided) -> bool {
    let write = fresh.db.write(move |tx| {
        proposal::close(tx, &scope::<LinkAddress>(place(1)), (id(number), decided), NOON + Span::hours(1))
    });
    write.await.expect("closed")
}

async fn find(fresh: &Fresh, number: u128) -> Option<Proposal> {
    let read = fresh.db.read(move |tx| proposal::find(tx, &scope::<LinkAddress>(place(1)), id(number)));
    read.await.expect("found")
}

async fn due(fresh: &Fresh, now: Time) -> (usize, usize) {
    let read = fresh
        .db
        .read(move |tx| Ok::<_, StoreError>((proposal::waited(tx, now)?.len(), proposal::late(tx, now)?.len())));
    read.await.expect("due")
}

async fn town(fresh: &Fresh) {
    client(fresh).await;
    homes(fresh, place(1), 1..6, (NOON, false)).await;
    staff(fresh, 1_001, Role::Clerk, true).await;
    staff(fresh, 1_002, Role::OrgAdmin, true).await;
    staff(fresh, 1_003, Role::Clerk, false).await;
    staff(fresh, 1_004, Role::Support, true).await;
}

#[tokio::test]
async fn a_household_has_one_proposal_and_it_is_decided_once() {
    each_engine(|fresh| async move {
        town(&fresh).await;
        propose(&fresh, 1, 1, false).await.expect("kept");
        let taken = propose(&fresh, 2, 1, false).await;
        assert!(matches!(taken, Err(StoreError::Taken)), "{taken:?} on {}", fresh.engine);
        propose(&fresh, 2, 2, false).await.expect("another household");
        let it = find(&fresh, 1).await.expect("it is there");
        assert_eq!(
            (it.facts.state, it.sealed.as_deref(), it.username.as_deref()),
            (State::Open, Some(&[1, 2, 3][..]), Some("ALMELO01"))
        );
        assert_eq!((it.proposer.as_deref(), it.facts.proposed_by), (Some("person1001@example.nl"), Some(id(1_001))));
        let by: Option<StaffId> = Some(id(1_002));
        let refused = Decided { state: State::Refused, by, reason: Some(Reason::NotAsked) };
        assert!(close(&fresh, 1, refused).await);
        assert!(!close(&fresh, 1, Decided { state: State::Approved, by, reason: None }).await, "{}", fresh.engine);
        let it = find(&fresh, 1).await.expect("it stays");
        assert_eq!((it.facts.state, it.sealed, it.reason), (State::Refused, None, Some(Reason::NotAsked)));
        assert_eq!(it.decider.as_deref(), Some("person1002@example.nl"));
        propose(&fresh, 3, 1, false).await.expect("the household is free again");
        let read = fresh.db.read(|tx| {
            let scope = access::in_organisation::<LinkAddress>(&Actor::Server, place(1).organisation).expect("may");
            let (open, decided) = proposal::of_client(tx, &scope, 10)?;
            let elsewhere: OrganisationId = id(77);
            let scope = access::in_organisation::<LinkAddress>(&Actor::Server, elsewhere).expect("may");
            let theirs = proposal::of_client(tx, &scope, 10)?;
            let numbers = |all: Vec<Proposal>| all.iter().map(|it| it.id.uuid().as_u128()).collect::<Vec<_>>();
            assert_eq!((theirs.0.len(), theirs.1.len()), (0, 0), "law 9");
            Ok::<_, StoreError>((numbers(open), numbers(decided)))
        });
        assert_eq!(read.await.expect("listed"), (vec![2, 3], vec![1]));
    })
    .await;
}

#[tokio::test]
async fn what_waits_and_what_is_late_is_found_and_the_household_sees_its_own() {
    each_engine(|fresh| async move {
        town(&fresh).await;
        propose(&fresh, 1, 1, true).await.expect("kept");
        propose(&fresh, 2, 2, false).await.expect("kept");
        let end = NOON + Span::days(14);
        assert_eq!(due(&fresh, NOON + Span::hours(72) - Span::seconds(1)).await, (0, 0));
        assert_eq!(due(&fresh, NOON + Span::hours(72)).await, (1, 0), "{}", fresh.engine);
        assert_eq!(due(&fresh, end).await, (0, 2), "what is late is not made");
        let seen = async |house: u128, now: Time| {
            let read = fresh.db.read(move |tx| proposal::of_identity(tx, House(house).identity(), now));
            read.await.expect("seen").map(|told| told.id.uuid().as_u128())
        };
        assert_eq!((seen(1, NOON).await, seen(2, NOON).await, seen(3, NOON).await), (Some(1), Some(2), None));
        assert_eq!(seen(1, end).await, None, "it is over by the clock");
        let object = async |number: u128, house: u128| {
            let at = NOON + Span::hours(2);
            let proposal: ProposalId = id(number);
            let write = fresh.db.write(move |tx| proposal::object(tx, (proposal, House(house).occupancy()), at));
            write.await.expect("objected")
        };
        assert!(!object(1, 2).await, "another household's");
        assert!(object(1, 1).await);
        assert!(!object(1, 1).await, "once");
        let it = find(&fresh, 1).await.expect("it stays");
        assert_eq!((it.facts.state, it.reason, it.decider), (State::Refused, Some(Reason::Objection), None));
        assert_eq!(due(&fresh, NOON + Span::hours(72)).await, (0, 0), "{}", fresh.engine);
        let others = async |beside: u128| {
            let read = fresh.db.read(move |tx| proposal::others(tx, &scope::<LinkAddress>(place(1)), Some(id(beside))));
            read.await.expect("counted")
        };
        assert_eq!((others(1_001).await, others(1_004).await), (1, 2), "who joined, of the client");
    })
    .await;
}

#[tokio::test]
async fn proposals_come_from_their_indexes() {
    let fresh = super::engines::sqlite().await;
    for file in ["src/proposal.rs", "proposal/end.rs"] {
        let all = plans(&fresh, file).await;
        assert!(!all.is_empty(), "{file}");
        for plan in all {
            // What two admins decide about is a list of its own: all that stands in that index.
            let plan = plan.replace("SCAN q USING INDEX proposal_admins", "all of it");
            assert!(!plan.contains("SCAN") && !plan.contains("TEMP B-TREE"), "{plan}");
        }
    }
}
