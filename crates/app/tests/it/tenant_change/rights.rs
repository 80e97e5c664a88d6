//! Who may change tenants: clerks of the own client, project leads of the own projects, and nobody else.

use app::Barred;
use app::tenant_change::{self as change, ChangeError};
use domain::access::{Actor, Denied};
use domain::id::{DwellingId, IdentityId, OrganisationId, ProjectId, StaffId};
use domain::role::Role;
use domain::tenant_change::Kind;
use testkit::each_engine;
use uuid::Uuid;

use super::{at, noon, plan, wish};
use crate::house::House;

fn seen<T>(result: Result<T, ChangeError>) -> Option<Denied> {
    match result {
        Ok(_) => None,
        Err(ChangeError::Barred(Barred::Denied(denied))) => Some(denied),
        Err(other) => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_home_is_changed_by_its_own_people_only() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        at(&house, noon("2026-11-24"));
        let (other, nobody) =
            (OrganisationId::from_uuid(Uuid::from_u128(9)), DwellingId::from_uuid(Uuid::from_u128(8)));
        let project = house.app.db.read(|tx| store::project::by_slugs(tx, "linde", "zuid")).await.unwrap().unwrap().id;
        let home = house.home("ALMELO01", None).await;
        let stays = house.home("ALMELO02", None).await;
        let untouched = plan(&house, stays, wish(Kind::Vacant, "2026-12-31", "", None)).await.unwrap();
        let path = "linde/zuid".parse().unwrap();
        let staff = |role: Role, organisation: Option<OrganisationId>, projects: Vec<ProjectId>| Actor::Staff {
            staff: StaffId::from_uuid(Uuid::from_u128(1)),
            identity: IdentityId::from_uuid(Uuid::from_u128(2)),
            role,
            organisation,
            projects,
        };
        let (not_yours, not_allowed) = (Some(Denied::NotYours), Some(Denied::NotAllowed));
        for (actor, expected) in [
            (staff(Role::Clerk, Some(other), vec![]), not_yours),
            (staff(Role::OrgAdmin, Some(other), vec![]), not_yours),
            (staff(Role::ProjectLead, None, vec![]), not_yours),
            (staff(Role::Support, None, vec![]), not_allowed),
            (staff(Role::OperatorAdmin, None, vec![project]), not_allowed),
            (staff(Role::Auditor, None, vec![]), not_allowed),
            (Actor::Anonymous, not_allowed),
        ] {
            let (app, ctx, wished) = (&house.app, house.ctx(), wish(Kind::Vacant, "2026-12-05", "", None));
            assert_eq!(seen(change::plan(app, &ctx, &actor, home, wished.clone()).await), expected, "{actor:?}");
            assert_eq!(seen(change::preview(app, &ctx, &actor, home, (&wished, None)).await), expected);
            assert_eq!(seen(change::replan(app, &ctx, &actor, untouched.id, wished.clone()).await), expected);
            assert_eq!(seen(change::cancel(app, &ctx, &actor, untouched.id).await), expected);
            assert_eq!(seen(change::of_home(app, &ctx, &actor, stays).await.map_err(ChangeError::from)), expected);
            let listed = change::list(app, &ctx, &actor, &path, None).await.map_err(ChangeError::from);
            assert_eq!(seen(listed), expected);
            let unknown = seen(change::plan(app, &ctx, &actor, nobody, wished).await);
            assert_eq!(unknown, not_yours, "a home that is none, for everybody");
        }
        let rows =
            testkit::raw::count(&house.fresh, "SELECT count(*) FROM tenant_change WHERE state = 'planned'").await;
        let lines = testkit::raw::count(&house.fresh, "SELECT count(*) FROM audit_line").await;
        assert_eq!((rows, lines), (1, 1), "who is refused changes nothing and leaves no line, on {}", house.engine);
        let lead = staff(Role::ProjectLead, None, vec![project]);
        change::cancel(&house.app, &house.ctx(), &lead, untouched.id).await.unwrap();
    })
    .await;
}
