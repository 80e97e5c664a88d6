//! Who may do what with a notice, and what an approval is bound to.

use app::Barred;
use app::maintenance::{self, Aim, NoticeError, Steer};
use domain::access::{Actor, Denied};
use domain::maintenance::{Fault, State, WindowFault};
use domain::role::Role;
use domain::time::Span;
use testkit::each_engine;

use super::{approved, draft, proposed, rounds, seen, steer, zuid};
use crate::first_login::{add_client, add_project};
use crate::house::House;
use crate::proposal::person;

fn denied(result: &Result<impl std::fmt::Debug, NoticeError>) -> Option<Denied> {
    match result {
        Err(NoticeError::Barred(Barred::Denied(denied))) => Some(*denied),
        _ => None,
    }
}

#[tokio::test]
async fn a_changed_text_voids_the_proposal_and_an_old_approval_of_it() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (writer, admin) = (person(&house, Role::Support, 1).await, person(&house, Role::OperatorAdmin, 2).await);
        let (id, shown) = proposed(&house, &writer).await;
        let mut other = draft(&house, zuid());
        other.typed.words_nl.push_str(" Echt waar.");
        maintenance::change(&house.app, &house.ctx(), &writer, (id, other)).await.unwrap();
        assert_eq!(seen(&house, id).await.facts.state, State::Draft, "{}", house.engine);
        let early = maintenance::approve(&house.app, &house.ctx(), &admin, (id, shown)).await;
        assert!(matches!(early, Err(NoticeError::Fault(Fault::State))), "{early:?}");
        maintenance::propose(&house.app, &house.ctx(), &writer, id).await.unwrap();
        let old = maintenance::approve(&house.app, &house.ctx(), &admin, (id, shown)).await;
        assert!(matches!(old, Err(NoticeError::Fault(Fault::OtherNotice))), "{old:?}");
        let now = maintenance::look(&house.app, &house.ctx(), &admin, id).await.unwrap();
        maintenance::approve(&house.app, &house.ctx(), &admin, (id, now.hash)).await.unwrap();
        let late = maintenance::change(&house.app, &house.ctx(), &writer, (id, draft(&house, zuid()))).await;
        assert!(matches!(late, Err(NoticeError::Fault(Fault::State))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn nobody_approves_alone() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (writer, admin) = (person(&house, Role::Support, 1).await, person(&house, Role::OperatorAdmin, 2).await);
        let (id, hash) = proposed(&house, &writer).await;
        let Actor::Staff { staff, identity, .. } = writer.clone() else { panic!("staff") };
        // The same person became an admin since.
        let same =
            Actor::Staff { staff, identity, role: Role::OperatorAdmin, organisation: None, projects: Vec::new() };
        let alone = maintenance::approve(&house.app, &house.ctx(), &same, (id, hash)).await;
        assert!(matches!(alone, Err(NoticeError::Fault(Fault::OwnNotice))), "{alone:?} on {}", house.engine);
        for (who, why) in [
            (&writer, Denied::NotAllowed),
            (&Actor::Server, Denied::NotAllowed),
            (&person(&house, Role::OrgAdmin, 3).await, Denied::NotAllowed),
            (&person(&house, Role::Auditor, 4).await, Denied::NotAllowed),
            (&person(&house, Role::ProjectLead, 5).await, Denied::NotAllowed),
        ] {
            let refused = maintenance::approve(&house.app, &house.ctx(), who, (id, hash)).await;
            assert_eq!(denied(&refused), Some(why), "{who:?}: {refused:?}");
        }
        maintenance::give_back(&house.app, &house.ctx(), &admin, id).await.unwrap();
        assert_eq!(seen(&house, id).await.facts.state, State::Draft);
    })
    .await;
}

#[tokio::test]
async fn a_project_lead_writes_for_the_own_projects_only() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        add_client(&house.app, "esdoorn").await;
        add_project(&house.app, "esdoorn/laren", "LAREN").await;
        let lead = person(&house, Role::ProjectLead, 1).await;
        let ctx = house.ctx();
        let own = maintenance::write(&house.app, &ctx, &lead, draft(&house, zuid())).await.unwrap();
        for (aim, why) in [
            (Aim::Project("esdoorn/laren".parse().unwrap()), Denied::NotYours),
            (Aim::Client("linde".parse().unwrap()), Denied::NotAllowed),
            (Aim::All, Denied::NotAllowed),
        ] {
            let refused = maintenance::write(&house.app, &ctx, &lead, draft(&house, aim.clone())).await;
            assert_eq!(denied(&refused), Some(why), "{aim:?} on {}", house.engine);
        }
        let support = person(&house, Role::Support, 2).await;
        let theirs = draft(&house, Aim::Project("esdoorn/laren".parse().unwrap()));
        let theirs = maintenance::write(&house.app, &ctx, &support, theirs).await.unwrap();
        let refused = maintenance::look(&house.app, &ctx, &lead, theirs).await;
        assert_eq!(denied(&refused), Some(Denied::NotYours));
        assert_eq!(denied(&steer(&house, &lead, theirs, Steer::Stop).await), Some(Denied::NotYours));
        let all = maintenance::list(&house.app, &ctx, &lead).await.unwrap();
        assert_eq!(all.notices.into_iter().map(|it| it.id).collect::<Vec<_>>(), [own]);
        assert_eq!(maintenance::list(&house.app, &ctx, &support).await.unwrap().notices.len(), 2);
        for role in [Role::Clerk, Role::OrgAdmin, Role::OperatorAdmin, Role::Auditor] {
            let who = person(&house, role, 7 + u8::try_from(role as usize).unwrap()).await;
            let refused = maintenance::write(&house.app, &ctx, &who, draft(&house, zuid())).await;
            assert_eq!(denied(&refused), Some(Denied::NotAllowed), "{role}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_told_is_refused_with_its_reason() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (writer, ctx) = (person(&house, Role::Support, 1).await, house.ctx());
        let nobody = draft(&house, Aim::Client("bestaat-niet".parse().unwrap()));
        let refused = maintenance::write(&house.app, &ctx, &writer, nobody).await;
        assert!(matches!(refused, Err(NoticeError::Nobody)), "{refused:?}");
        let mut over = draft(&house, Aim::All);
        (over.from, over.to) = (ctx.now - Span::hours(2), ctx.now - Span::hours(1));
        let refused = maintenance::write(&house.app, &ctx, &writer, over).await;
        assert!(matches!(refused, Err(NoticeError::Window(WindowFault::Over))), "{refused:?}");
        let mut lure = draft(&house, Aim::All);
        lure.typed.words_en = "Sign in at huissleutel-portaal.example".to_owned();
        let refused = maintenance::write(&house.app, &ctx, &writer, lure).await;
        assert!(matches!(refused, Err(NoticeError::Words(_))), "{refused:?} on {}", house.engine);
    })
    .await;
}

#[tokio::test]
async fn the_client_gets_the_homes_that_need_a_letter_and_nobody_else() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        house.home("ALMELO01", Some("een@example.nl")).await;
        house.home("ALMELO02", None).await;
        let (id, writer) = approved(&house).await;
        rounds(&house).await;
        house.deliver().await;
        let clerk = person(&house, Role::Clerk, 3).await;
        let homes = maintenance::without_address(&house.app, &house.ctx(), &clerk, id).await.unwrap();
        let numbers: Vec<_> = homes.iter().map(|home| home.client_number.as_deref()).collect();
        assert_eq!(numbers, [Some("ALMELO02")], "{}", house.engine);
        let operator = maintenance::without_address(&house.app, &house.ctx(), &writer, id).await;
        assert_eq!(denied(&operator), Some(Denied::NotAllowed));
        let Actor::Staff { staff, identity, role, .. } = clerk else { panic!("staff") };
        let elsewhere = Some(house.app.id(house.clock.now()));
        let stranger = Actor::Staff { staff, identity, role, organisation: elsewhere, projects: Vec::new() };
        let refused = maintenance::without_address(&house.app, &house.ctx(), &stranger, id).await;
        assert_eq!(denied(&refused), Some(Denied::NotYours));
    })
    .await;
}
