//! A resident asks to correct or erase something: it reaches the client, is answered once, and goes with the household.

use app::own_data::{AnswerError, AskError, answer, ask, requests};
use app::{Barred, Caller};
use domain::access::{Actor, Denied};
use domain::data_request::{About, Answer, Kind, MOST_OPEN, Wish};
use domain::id::{IdentityId, OrganisationId, StaffId};
use domain::retention::Class;
use domain::role::Role;
use domain::tenant_change::Kind as Change;
use domain::time::Span;
use testkit::each_engine;
use uuid::Uuid;

use super::{acts, lived, see};
use crate::house::House;
use crate::tenant_change::{plan, settle, wish};

pub(super) fn correction() -> Wish {
    Wish::new(Kind::Correction, About::Home, "Het huisnummer moet 12 zijn.").unwrap()
}

pub(super) async fn asked(house: &House, session: &str, wish: Wish) -> Result<(), AskError> {
    ask(&house.app, &house.ctx(), Caller::Cookie(session), wish).await
}

/// Somebody of a client, in the transaction's eyes; a row stands for them, to be named by.
pub(super) async fn staff(house: &House, role: Role, organisation: Option<OrganisationId>) -> Actor {
    let (staff, identity): (StaffId, IdentityId) =
        (house.app.id(house.app.clock.now()), house.app.id(house.app.clock.now()));
    let hex = |id: Uuid| {
        let plain = id.simple().to_string();
        if house.engine == "sqlite" { format!("x'{plain}'") } else { format!("'{id}'") }
    };
    let client = organisation.map_or_else(|| "NULL".to_owned(), |id| hex(id.uuid()));
    let sql = format!(
        "INSERT INTO identity (id, kind, generation, subject, created_at) VALUES ({0}, 'staff', 1, '{1}', 0); \
         INSERT INTO staff (id, identity_id, organisation_id, email, role, state, created_at) \
         VALUES ({2}, {0}, {client}, '{1}@linde.test', '{role}', 'active', 0);",
        hex(identity.uuid()),
        house.app.random_name(),
        hex(staff.uuid()),
    );
    testkit::raw::run(&house.fresh, &sql).await;
    Actor::Staff { staff, identity, role, organisation, projects: vec![] }
}

#[tokio::test]
async fn it_reaches_the_client_and_is_answered_once() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (_, one) = lived(&house, "ALMELO01", "jan@example.nl").await;
        let (_, two) = lived(&house, "ALMELO02", "buur@example.nl").await;
        asked(&house, &one.session, correction()).await.unwrap();
        assert!(house.deliver().await.is_empty(), "nobody is mailed");
        let clerk = staff(&house, Role::Clerk, Some(house.organisation)).await;
        let found = requests(&house.app, &house.ctx(), &clerk).await.unwrap();
        assert_eq!((found.open.len(), found.answered.len()), (1, 0), "{}", house.engine);
        let it = &found.open[0];
        assert_eq!((it.username.as_str(), it.lives, it.asked.kind), ("ALMELO01", true, Kind::Correction));
        assert_eq!(it.asked.words.as_deref(), Some("Het huisnummer moet 12 zijn."));
        let said = (it.asked.id, Answer::Partly);
        house.forward(Span::hours(1));
        answer(&house.app, &house.ctx(), &clerk, said).await.unwrap();
        let again = answer(&house.app, &house.ctx(), &clerk, (it.asked.id, Answer::Law)).await;
        assert!(matches!(again, Err(AnswerError::Answered)), "{again:?}");
        let data = see(&house, &one.session).await.unwrap();
        assert_eq!(data.requests.len(), 1);
        assert_eq!((data.requests[0].answer, data.requests[0].answered_at.is_some()), (Some(Answer::Partly), true));
        assert!(see(&house, &two.session).await.unwrap().requests.is_empty(), "a neighbour's");
        let logged =
            "SELECT count(*) FROM audit_line WHERE act IN ('data.requested', 'data.answered') AND reason IS NOT NULL";
        assert_eq!(testkit::raw::count(&house.fresh, logged).await, 2);
    })
    .await;
}

#[tokio::test]
async fn no_more_wait_than_somebody_can_answer() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (_, one) = lived(&house, "ALMELO01", "jan@example.nl").await;
        for _ in 0..MOST_OPEN {
            asked(&house, &one.session, correction()).await.unwrap();
        }
        let more = asked(&house, &one.session, correction()).await;
        assert!(matches!(more, Err(AskError::TooMany)), "{more:?} on {}", house.engine);
        let clerk = staff(&house, Role::OrgAdmin, Some(house.organisation)).await;
        let open = requests(&house.app, &house.ctx(), &clerk).await.unwrap().open;
        assert_eq!(open.len(), 5);
        answer(&house.app, &house.ctx(), &clerk, (open[0].asked.id, Answer::Done)).await.unwrap();
        asked(&house, &one.session, correction()).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn only_people_of_the_client_answer() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (_, one) = lived(&house, "ALMELO01", "jan@example.nl").await;
        asked(&house, &one.session, correction()).await.unwrap();
        let clerk = staff(&house, Role::Clerk, Some(house.organisation)).await;
        let id = requests(&house.app, &house.ctx(), &clerk).await.unwrap().open[0].asked.id;
        let elsewhere: OrganisationId = house.app.id(house.app.clock.now());
        let stranger = Actor::Staff {
            staff: StaffId::from_uuid(Uuid::from_u128(3)),
            identity: IdentityId::from_uuid(Uuid::from_u128(4)),
            role: Role::Clerk,
            organisation: Some(elsewhere),
            projects: vec![],
        };
        let refused = answer(&house.app, &house.ctx(), &stranger, (id, Answer::Done)).await;
        assert!(matches!(refused, Err(AnswerError::Barred(Barred::Denied(Denied::NotYours)))), "{refused:?}");
        for role in [Role::Support, Role::ProjectLead, Role::OperatorAdmin, Role::Auditor] {
            let who = staff(&house, role, None).await;
            let listed = requests(&house.app, &house.ctx(), &who).await;
            assert!(matches!(listed, Err(Barred::Denied(Denied::NotAllowed))), "{role}");
            let refused = answer(&house.app, &house.ctx(), &who, (id, Answer::Done)).await;
            assert!(matches!(refused, Err(AnswerError::Barred(Barred::Denied(Denied::NotAllowed)))), "{role}");
        }
        let by_resident = answer(&house.app, &house.ctx(), Caller::Cookie(&one.session), (id, Answer::Done)).await;
        assert!(by_resident.is_err(), "{}", house.engine);
        assert!(asked(&house, "niets", correction()).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn the_words_go_with_the_household_and_the_rest_on_its_term() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (dwelling, old) = lived(&house, "ALMELO01", "oud@example.nl").await;
        asked(&house, &old.session, correction()).await.unwrap();
        let leaves = wish(Change::NewTenant, "2026-11-30", "2026-12-01", Some("nieuw@example.nl"));
        let moments = plan(&house, dwelling, leaves).await.unwrap().moments;
        house.deliver().await;
        let clerk = staff(&house, Role::Clerk, Some(house.organisation)).await;
        let words = async || {
            let found = requests(&house.app, &house.ctx(), &clerk).await.unwrap();
            found.open.into_iter().next().map(|it| (it.asked.words, it.lives))
        };
        house.forward(moments.ends.unwrap().1 - (house.app.clock.now() + Span::seconds(1)));
        assert!(words().await.unwrap().0.is_some());
        house.forward(Span::seconds(1));
        assert_eq!(words().await, Some((None, false)), "by the clock alone, on {}", house.engine);
        let kept = "SELECT count(*) FROM data_request WHERE words IS NOT NULL";
        assert_eq!(testkit::raw::count(&house.fresh, kept).await, 1);
        assert_eq!(app::tenant_change::finish_due(&house.app).await.unwrap(), 1);
        assert_eq!(testkit::raw::count(&house.fresh, kept).await, 0, "and for good");
        house.forward(moments.begins.unwrap().1 - house.app.clock.now() + Span::hours(1));
        let new = settle(&house, "ALMELO01", "nieuw@example.nl").await;
        let id = requests(&house.app, &house.ctx(), &clerk).await.unwrap().open[0].asked.id;
        answer(&house.app, &house.ctx(), &clerk, (id, Answer::Done)).await.unwrap();
        let data = see(&house, &new.session).await.unwrap();
        assert!(data.requests.is_empty() && acts(&data.log).iter().all(|act| !act.as_str().starts_with("data.")));
        let answered = async || {
            let run = app::retention::run(&house.app, Uuid::from_u128(7), &|| true).await.unwrap();
            run.expect("nobody else is at it").of_class(Class::Request)
        };
        house.forward(Span::days(i64::from(Class::Request.days(None)) - 1));
        assert_eq!(answered().await, 0);
        house.forward(Span::days(1));
        assert_eq!(answered().await, 1, "on its term");
        assert_eq!(testkit::raw::count(&house.fresh, "SELECT count(*) FROM data_request").await, 0);
    })
    .await;
}
