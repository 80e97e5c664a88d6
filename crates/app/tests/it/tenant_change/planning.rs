//! Before anybody confirms: what would end and begin, exactly. And the lists of what is planned.

use app::tenant_change::{self as change, ChangeError, Preview, Wish};
use domain::access::Actor;
use domain::id::{DwellingId, TenantChangeId};
use domain::tenant_change::{Kind, State};
use testkit::each_engine;

use super::{at, day, plan, settle, wish};
use crate::house::House;

async fn preview(
    house: &House,
    dwelling: DwellingId,
    wish: &Wish,
    instead_of: Option<TenantChangeId>,
) -> Result<Preview, ChangeError> {
    change::preview(&house.app, &house.ctx(), &Actor::Server, dwelling, (wish, instead_of)).await
}

#[tokio::test]
async fn a_preview_shows_exactly_what_ends_and_begins() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("een@example.nl")).await;
        house.home("ALMELO02", Some("twee@example.nl")).await;
        testkit::raw::move_in_with(&house.fresh, "ALMELO02", "ALMELO01").await;
        settle(&house, "ALMELO01", "een@example.nl").await;
        let wished = wish(Kind::NewTenant, "2026-11-30", "", Some("nieuw@gmial.com"));
        let seen = preview(&house, home, &wished, None).await.unwrap();
        assert_eq!((seen.username.as_str(), seen.moments.gap), ("ALMELO01", 0), "{}", house.engine);
        let [one, two] = &seen.leaving[..] else { panic!("{:?}", seen.leaving) };
        assert_eq!((one.username.as_str(), one.main, one.since), ("ALMELO01", true, day("2026-11-23")));
        assert_eq!(one.masked_address.as_deref(), Some("e•••@e•••.nl"));
        assert_eq!((one.confirmed, one.password, one.sessions, one.mails, one.links), (true, true, 1, 0, 1));
        assert_eq!((two.username.as_str(), two.main, two.confirmed, two.password), ("ALMELO02", false, false, false));
        assert_eq!((two.sessions, two.mails, two.links), (0, 0, 0));
        let arriving = seen.arriving.unwrap();
        assert_eq!(arriving.meant, Some("gmail.com"), "a typing error is pointed out");
        assert_eq!(testkit::raw::count(&house.fresh, "SELECT count(*) FROM tenant_change").await, 0, "nothing is done");

        let planned = plan(&house, home, wished.clone()).await.unwrap();
        assert!(matches!(preview(&house, home, &wished, None).await, Err(ChangeError::AnotherPlanned)));
        let again = preview(&house, home, &wish(Kind::Vacant, "2026-12-05", "", None), Some(planned.id)).await.unwrap();
        assert_eq!((again.leaving, again.arriving.is_none()), (seen.leaving, true));
        at(&house, planned.moments.ends.unwrap().1);
        let late = preview(&house, home, &wished, Some(planned.id)).await;
        assert!(matches!(late, Err(ChangeError::TooLate)), "{late:?}");
        let next = preview(&house, home, &wish(Kind::NewTenant, "2026-12-31", "", None), None).await.unwrap();
        assert_eq!(
            (next.leaving.len(), next.leaving[0].since),
            (1, day("2026-12-01")),
            "the comers, who leave in their turn"
        );
    })
    .await;
}

#[tokio::test]
async fn a_confirmation_holds_for_what_was_shown_only() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("een@example.nl")).await;
        let wished = wish(Kind::NewTenant, "2026-11-30", "", Some("nieuw@example.nl"));
        let seen = async |wished: &Wish| {
            let seal = preview(&house, home, wished, None).await.unwrap().seal;
            Wish { seen: Some(seal), ..wished.clone() }
        };
        let before = seen(&wished).await;
        house.home("ALMELO02", None).await;
        testkit::raw::move_in_with(&house.fresh, "ALMELO02", "ALMELO01").await;
        let later = Wish { days: wish(Kind::NewTenant, "2026-12-31", "", None).days, ..seen(&wished).await };
        for stale in [before, later] {
            assert!(matches!(plan(&house, home, stale).await, Err(ChangeError::Moved)), "{}", house.engine);
        }
        assert_eq!(testkit::raw::count(&house.fresh, "SELECT count(*) FROM tenant_change").await, 0, "nothing is done");
        plan(&house, home, seen(&wished).await).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_is_planned_is_listed_by_its_moment_and_a_home_keeps_its_history() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let path = "linde/zuid".parse().unwrap();
        let mut homes = Vec::new();
        for (n, last) in ["2026-12-31", "2026-11-30", "2026-12-15"].into_iter().enumerate() {
            let home = house.home(&format!("ALMELO0{n}"), None).await;
            plan(&house, home, wish(Kind::Vacant, last, "", None)).await.unwrap();
            homes.push(home);
        }
        let (app, ctx) = (&house.app, house.ctx());
        let page = change::list(app, &ctx, &Actor::Server, &path, None).await.unwrap();
        let order: Vec<&str> = page.changes.iter().map(|it| it.username.as_str()).collect();
        assert_eq!(order, ["ALMELO01", "ALMELO02", "ALMELO00"], "{}", house.engine);
        let after = (page.changes[0].due_at, page.changes[0].id);
        let rest = change::list(app, &ctx, &Actor::Server, &path, Some(after)).await.unwrap();
        assert_eq!((rest.changes[..].to_vec(), rest.next), (page.changes[1..].to_vec(), None));
        super::cancel(&house, page.changes[0].id).await.unwrap();
        plan(&house, homes[1], wish(Kind::Eviction, "", "", None)).await.unwrap();
        let mut states: Vec<State> = change::of_home(app, &ctx, &Actor::Server, homes[1])
            .await
            .unwrap()
            .into_iter()
            .map(|it| it.state)
            .collect();
        states.sort();
        assert_eq!(states, [State::Done, State::Cancelled]);
        let seen = "SELECT count(*) FROM audit_line WHERE act = 'homes.seen' AND reason = 'tenant-change'";
        assert_eq!(testkit::raw::count(&house.fresh, seen).await, 3, "every look is logged");
    })
    .await;
}
