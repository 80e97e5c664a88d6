//! The table of rights, role by role.

use super::*;
use uuid::Uuid;

fn staff(role: Role, organisation: Option<OrganisationId>, projects: Vec<ProjectId>) -> Actor {
    let (staff, identity) = (StaffId::from_uuid(Uuid::from_u128(1)), IdentityId::from_uuid(Uuid::from_u128(2)));
    Actor::Staff { staff, identity, role, organisation, projects }
}

#[test]
fn every_act_has_its_row_and_every_row_its_act() {
    let rows: Vec<_> = TABLE.iter().map(|(name, _)| *name).collect();
    assert_eq!(rows, ACTS);
}

#[test]
fn another_client_is_not_found_and_another_role_is_refused() {
    let (own, other) = (OrganisationId::from_uuid(Uuid::from_u128(3)), OrganisationId::from_uuid(Uuid::from_u128(4)));
    let clerk = staff(Role::Clerk, Some(own), vec![]);
    assert!(in_organisation::<Import>(&clerk, own).is_ok());
    assert_eq!(in_organisation::<Import>(&clerk, other).map(drop), Err(Denied::NotYours));
    assert_eq!(anywhere::<SeeDeadLetters>(&clerk).map(drop), Err(Denied::NotAllowed));
    assert_eq!(in_organisation::<AddProject>(&clerk, own).map(drop), Err(Denied::NotAllowed));
    assert_eq!(in_organisation::<AddProject>(&clerk, other).map(drop), Err(Denied::NotYours), "place before role");
    let of_nobody = staff(Role::Clerk, None, vec![]);
    assert_eq!(in_organisation::<Import>(&of_nobody, own).map(drop), Err(Denied::NotYours), "a client's own, of none");
    let resident = Actor::Resident {
        identity: IdentityId::from_uuid(Uuid::from_u128(5)),
        occupancy: OccupancyId::from_uuid(Uuid::from_u128(6)),
        account: AccountId::from_uuid(Uuid::from_u128(7)),
        organisation: own,
    };
    assert_eq!(in_organisation::<SeeHomes>(&resident, own).map(drop), Err(Denied::NotAllowed));
    assert_eq!(in_organisation::<SeeHomes>(&resident, other).map(drop), Err(Denied::NotYours), "for residents too");
    for role in Role::ALL {
        let may = anywhere::<SeeDeadLetters>(&staff(role, role.of_client().then_some(own), vec![])).is_ok();
        assert_eq!(may, role == Role::OperatorAdmin, "{role}");
    }
    assert_eq!(anywhere::<AddOrganisation>(&Actor::Anonymous).map(drop), Err(Denied::NotAllowed));
    assert!(anywhere::<AddOrganisation>(&Actor::Server).is_ok());
}

#[test]
fn a_team_has_its_own_admin_and_no_other() {
    let (own, other) = (OrganisationId::from_uuid(Uuid::from_u128(3)), OrganisationId::from_uuid(Uuid::from_u128(4)));
    for role in Role::ALL {
        let who = staff(role, role.of_client().then_some(own), vec![]);
        let may = |team| in_team::<ManageStaff>(&who, team).map(drop);
        let here = if role == Role::OrgAdmin { Ok(()) } else { Err(Denied::NotAllowed) };
        let there = if role.of_client() { Err(Denied::NotYours) } else { Err(Denied::NotAllowed) };
        let operator = if role == Role::OperatorAdmin { Ok(()) } else { Err(Denied::NotAllowed) };
        let all = [Team::Client(own), Team::Client(other), Team::Operator].map(may);
        assert_eq!(all, [here, there, operator], "{role}");
        assert_eq!(first_admin(&who, own).is_ok(), role == Role::OperatorAdmin, "{role}");
        assert_eq!((Team::Client(own).takes(role), Team::Operator.takes(role)), (role.of_client(), !role.of_client()));
    }
    assert!(in_team::<InviteStaff>(&Actor::Server, Team::Client(own)).is_ok());
    assert!(in_team::<InviteStaff>(&Actor::Server, Team::Operator).is_ok());
    assert!(in_team::<ManageStaff>(&Actor::Anonymous, Team::Client(own)).is_err());
}

#[test]
fn a_project_lead_has_the_own_projects_only() {
    let org = OrganisationId::from_uuid(Uuid::from_u128(3));
    let (mine, other) = (ProjectId::from_uuid(Uuid::from_u128(5)), ProjectId::from_uuid(Uuid::from_u128(6)));
    let lead = staff(Role::ProjectLead, None, vec![mine]);
    let at = |project| ProjectPlace { organisation: org, project };
    assert!(in_project::<Import>(&lead, at(mine)).is_ok());
    assert_eq!(in_project::<Import>(&lead, at(other)).map(drop), Err(Denied::NotYours));
    assert_eq!(in_organisation::<Import>(&lead, org).map(drop), Err(Denied::NotAllowed));
    assert_eq!(in_project::<SeeDeadLetters>(&lead, at(mine)).map(drop), Err(Denied::NotAllowed));
    assert!(in_project::<Import>(&Actor::Job, at(mine)).is_ok(), "a job finishes what was confirmed");
    assert_eq!(in_project::<SeeUsernames>(&Actor::Job, at(mine)).map(drop), Err(Denied::NotAllowed));
    assert!(in_project::<ChangeTenants>(&lead, at(mine)).is_ok());
    assert_eq!(in_project::<ChangeTenants>(&lead, at(other)).map(drop), Err(Denied::NotYours));
    assert!(in_project::<ChangeTenants>(&Actor::Job, at(mine)).is_ok(), "and what was planned");
}

#[test]
fn a_key_does_what_it_is_for_within_its_own_client() {
    let (own, other) = (OrganisationId::from_uuid(Uuid::from_u128(3)), OrganisationId::from_uuid(Uuid::from_u128(4)));
    let project = ProjectId::from_uuid(Uuid::from_u128(5));
    let key = |scopes: &[KeyScope]| Actor::Key {
        key: KeyId::from_uuid(Uuid::from_u128(9)),
        organisation: own,
        scopes: scopes.to_vec(),
    };
    for scope in KeyScope::ALL {
        let by = key(&[*scope]);
        let may = [
            in_organisation::<SeeHomes>(&by, own).is_ok(),
            in_organisation::<EditHomes>(&by, own).is_ok(),
            in_organisation::<LinkAddress>(&by, own).is_ok(),
            in_organisation::<ChangeTenants>(&by, own).is_ok(),
            in_organisation::<HandOut>(&by, own).is_ok(),
            in_organisation::<RevokeAccess>(&by, own).is_ok(),
        ];
        let only = KeyScope::ALL.iter().map(|it| it == scope);
        assert!(may.into_iter().eq(only), "{scope}");
        assert_eq!(in_organisation::<SeeHomes>(&by, other).map(drop), Err(Denied::NotYours), "place before right");
        assert_eq!(
            in_project::<HandOut>(&by, ProjectPlace { organisation: other, project }).map(drop),
            Err(Denied::NotYours)
        );
    }
    let all = key(KeyScope::ALL);
    for denied in [
        in_organisation::<Import>(&all, own).map(drop),
        in_organisation::<SeeUsernames>(&all, own).map(drop),
        in_organisation::<ReadLog>(&all, own).map(drop),
        in_team::<ManageStaff>(&all, Team::Client(own)).map(drop),
        anywhere::<ManageKeys>(&all).map(drop),
        in_organisation::<SeeHomes>(&key(&[]), own).map(drop),
    ] {
        assert_eq!(denied, Err(Denied::NotAllowed));
    }
    assert_eq!((all.client(), all.staff()), (Some(own), None));
}
