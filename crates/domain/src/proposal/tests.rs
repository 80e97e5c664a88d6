//! Who decides, until when, and that what is decided is what was shown.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::id::{Id, IdentityId};
use crate::role::Role;

const NOW: Time = Time::from_micros(1_795_438_980_000_000);

fn id<T>(number: u128) -> Id<T> {
    Id::from_uuid(Uuid::from_u128(number))
}

fn staff(number: u128, role: Role, organisation: Option<u128>) -> Actor {
    let identity: IdentityId = id(number);
    Actor::Staff { staff: id(number), identity, role, organisation: organisation.map(id), projects: vec![] }
}

fn facts(others: u64) -> Facts {
    let (expires_at, waits_until) = Facts::times(Kind::ChangeAddress, NOW, others);
    of_kind(Kind::ChangeAddress, Some(id(1)), (expires_at, waits_until))
}

fn of_kind(kind: Kind, organisation: Option<OrganisationId>, (expires_at, waits_until): (Time, Option<Time>)) -> Facts {
    Facts { kind, organisation, proposed_by: Some(id(7)), state: State::Open, hash: [5; 32], expires_at, waits_until }
}

#[test]
fn another_person_of_the_client_approves_what_was_shown_and_nobody_else() {
    let it = facts(1);
    let (own, other) = (staff(7, Role::Clerk, Some(1)), staff(8, Role::Clerk, Some(1)));
    assert_eq!(it.approve(&other, &[5; 32], NOW), Ok(()));
    assert_eq!(it.approve(&staff(9, Role::OrgAdmin, Some(1)), &[5; 32], NOW), Ok(()));
    assert_eq!(it.approve(&own, &[5; 32], NOW), Err(Fault::OwnProposal));
    assert_eq!(it.approve(&staff(7, Role::OrgAdmin, Some(1)), &[5; 32], NOW), Err(Fault::OwnProposal));
    assert_eq!(it.approve(&other, &[6; 32], NOW), Err(Fault::OtherChange));
    assert_eq!(it.approve(&staff(8, Role::Clerk, Some(2)), &[5; 32], NOW), Err(Fault::Denied(Denied::NotYours)));
    for nobody in [staff(8, Role::ProjectLead, None), staff(8, Role::Support, None), Actor::Server, Actor::Job] {
        let denied = Err(Fault::Denied(Denied::NotAllowed));
        assert_eq!(it.approve(&nobody, &[5; 32], NOW), denied, "a second person of the client");
    }
    assert_eq!((it.withdraw(&own, NOW), it.withdraw(&other, NOW)), (Ok(()), Err(Fault::NotOwn)));
    assert_eq!((it.refuse(&own, NOW), it.refuse(&other, NOW)), (Err(Fault::OwnProposal), Ok(())));
}

#[test]
fn what_a_program_proposes_is_decided_by_a_person_and_never_by_a_program() {
    let it = Facts { proposed_by: None, ..facts(1) };
    let key = Actor::Key { key: id(7), organisation: id(1), scopes: crate::key::KeyScope::ALL.to_vec() };
    assert_eq!(it.approve(&staff(8, Role::Clerk, Some(1)), &[5; 32], NOW), Ok(()));
    assert_eq!(it.approve(&key, &[5; 32], NOW), Err(Fault::Denied(Denied::NotAllowed)));
    assert_eq!(it.refuse(&key, NOW), Err(Fault::Denied(Denied::NotAllowed)));
    assert_eq!(it.withdraw(&key, NOW), Err(Fault::NotOwn));
    assert_eq!(it.withdraw(&staff(8, Role::Clerk, Some(1)), NOW), Err(Fault::NotOwn));
}

/// Who approves what two admins decide about, by its kind and whose it is.
#[test]
fn admins_decide_about_what_is_theirs() {
    let (client, operator) = (staff(8, Role::OrgAdmin, Some(1)), staff(8, Role::OperatorAdmin, None));
    let other = staff(8, Role::OrgAdmin, Some(2));
    let times = (NOW + LASTS, None);
    let approve = |kind, organisation, who: &Actor| of_kind(kind, organisation, times).approve(who, &[5; 32], NOW);
    let (not_yours, not_allowed) = (Err(Fault::Denied(Denied::NotYours)), Err(Fault::Denied(Denied::NotAllowed)));
    for kind in [Kind::Contact, Kind::LostFactor] {
        assert_eq!(approve(kind, Some(id(1)), &client), Ok(()), "{kind}");
        assert_eq!(approve(kind, Some(id(1)), &operator), Ok(()), "{kind}");
        assert_eq!(approve(kind, Some(id(1)), &other), not_yours, "{kind}");
        assert_eq!(approve(kind, None, &client), not_yours, "{kind}");
    }
    assert_eq!(approve(Kind::MoveHomes, Some(id(1)), &operator), Ok(()));
    assert_eq!(approve(Kind::MoveHomes, Some(id(1)), &client), not_yours, "nothing of it is shown to a client");
    for kind in Kind::ALL.iter().filter(|kind| kind.is_about_homes()) {
        assert_eq!(approve(*kind, Some(id(1)), &operator), not_allowed, "{kind}");
    }
    for kind in Kind::ALL {
        let it = of_kind(*kind, Some(id(1)), times);
        let clerk = staff(9, Role::Clerk, Some(1));
        assert_eq!(it.is_for(&clerk), kind.is_about_homes(), "{kind}");
        assert_eq!(it.is_for(&client), *kind != Kind::MoveHomes, "{kind}");
        assert_eq!(it.is_for(&operator), !kind.is_about_homes(), "{kind}");
        assert!(!it.is_for(&other) && !it.is_for(&staff(9, Role::Support, None)), "{kind}");
    }
}

#[test]
fn what_is_decided_or_late_is_over() {
    let other = staff(8, Role::Clerk, Some(1));
    for state in State::ALL.iter().filter(|state| **state != State::Open) {
        let it = Facts { state: *state, ..facts(1) };
        assert_eq!(it.approve(&other, &[5; 32], NOW), Err(Fault::NotOpen), "{state}");
        assert!(!it.has_waited(NOW + WAITS));
    }
    let it = facts(0);
    let last = NOW + LASTS - Span::from_micros(1);
    assert_eq!((it.refuse(&other, last), it.refuse(&other, NOW + LASTS)), (Ok(()), Err(Fault::NotOpen)));
    assert_eq!((it.has_waited(NOW + WAITS - Span::from_micros(1)), it.has_waited(NOW + WAITS)), (false, true));
    assert!(
        !facts(1).has_waited(NOW + LASTS - Span::from_micros(1)),
        "with a second person it never happens by itself"
    );
}

#[test]
fn many_are_never_changed_and_nothing_is_reopened_by_one_person() {
    for kind in Kind::ALL {
        let waits = Facts::times(*kind, NOW, 0).1;
        assert_eq!(waits.is_some(), *kind == Kind::ChangeAddress, "{kind}");
    }
}

#[test]
fn the_same_change_is_the_same_text() {
    let change = |address: Option<&str>| {
        Change::ChangeAddress(ChangeAddress {
            nonce: "00ff".to_owned(),
            dwelling: id(1),
            account: id(2),
            occupancy: id(3),
            instead_of: Some(id(4)),
            confirmed: true,
            address: address.map(str::to_owned),
        })
    };
    let text = change(Some("jan@example.nl")).to_json().unwrap();
    assert_eq!(Change::from_json(text.as_bytes()).unwrap(), change(Some("jan@example.nl")));
    assert!(text.starts_with("{\"kind\":\"change-address\",\"nonce\":\"00ff\",\"dwelling\":"), "{text}");
    assert_ne!(text, change(None).to_json().unwrap());
    let one = OneOfMany { dwelling: id(1), account: id(2), occupancy: id(3), link: id(4) };
    let many = Change::ManyAddresses(ManyAddresses { nonce: "00ff".to_owned(), addresses: vec![one] });
    let text = many.to_json().unwrap();
    assert!(text.starts_with("{\"kind\":\"many-addresses\",\"nonce\":\"00ff\",\"addresses\":[{"), "{text}");
    assert_eq!(Change::from_json(text.as_bytes()).unwrap(), many);
    let list = WholeList { nonce: "00ff".to_owned(), batch: id(5), file: "5a".to_owned(), corrected: 12 };
    let text = Change::WholeList(list.clone()).to_json().unwrap();
    assert_eq!(Change::from_json(text.as_bytes()).unwrap(), Change::WholeList(list));
}

proptest! {
    #[test]
    fn nobody_decides_alone(by in 0_u128..4, organisation in 1_u128..3, after in 0_i64..20, shown: bool) {
        let it = Facts { proposed_by: Some(id(by)), ..facts(1) };
        let who = staff(by, Role::Clerk, Some(organisation));
        let hash = if shown { [5; 32] } else { [0; 32] };
        prop_assert!(it.approve(&who, &hash, NOW + Span::days(after)).is_err());
    }
}
