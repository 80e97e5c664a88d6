//! What an import never does: guess, take over, or touch what somebody uses (laws 7 and 8).

use app::first_login::Source;
use app::first_login::import::{self, ImportError};
use domain::access::{Actor, Denied};
use domain::first_login::{BatchFault, Judgement, Reason};
use domain::id::{IdentityId, StaffId};
use domain::role::Role;
use domain::time::Span;
use testkit::each_engine;
use uuid::Uuid;

use super::{add_client, add_project, address, confirm, dry, list, listed, logged, proves, run, signs_in, zuid};
use crate::house::House;

#[tokio::test]
async fn rows_that_can_be_read_in_two_ways_are_conflicts_and_the_rest_is_done() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let app = &house.app;
        let header = "VHE;Huisnummer;Postcode;E-mail\n";
        let other = add_project(app, "linde/noord", "HENGELO").await;
        run(app, &other, "VHE;E-mail\nN1;\n", true).await.unwrap();
        let known = format!("{header}K1;1;7607AB;\nK2;2;7607AB;\n");
        confirm(&house, &known).await;
        let list = format!(
            "{header}D1;11;7607AB;a@example.nl\nD1;12;7607AB;b@example.nl\nD2;13;7607AB;\nD3;13;7607 ab;\n\
             K1;2;7607AB;c@example.nl\nN1;;;d@example.nl\nF1;14;7607AB;e@example.nl,f@example.nl\n;;;g@example.nl\n\
             T1;15;7607AB;;te veel\nG1;16;7607AB;goed@example.nl\n"
        );
        let (report, told) = confirm(&house, &list).await;
        use Judgement::{Conflict, New, Refused};
        let got: Vec<_> = told.iter().map(|row| (row.number, row.judgement, row.reasons.first().copied())).collect();
        assert_eq!(
            got,
            [
                (2, Conflict, Some(Reason::TwiceInList)),
                (3, Conflict, Some(Reason::TwiceInList)),
                (4, Conflict, Some(Reason::TwiceInList)),
                (5, Conflict, Some(Reason::TwiceInList)),
                (6, Conflict, Some(Reason::TwoHomes)),
                (7, Conflict, Some(Reason::OtherProject)),
                (8, Conflict, Some(Reason::EmailMany)),
                (9, Refused, Some(Reason::NoKey)),
                (10, Refused, Some(Reason::ExtraCells)),
                (11, New, None),
            ],
            "{}",
            house.engine
        );
        assert!(report.tally.has_faults());
        assert_eq!(listed(app, &zuid()).await.len(), 3, "two known and one new");
        // Two rows that lead to one home by different keys.
        let (_, told) =
            dry(&house, "VHE;Huisnummer;Postcode;E-mail\nK1;;;x@example.nl\n;1;7607AB;y@example.nl\n").await;
        assert!(told.iter().all(|row| row.reasons == [Reason::TwiceInList]), "{told:?}");
    })
    .await;
}

#[tokio::test]
async fn an_account_in_use_is_never_touched() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let app = &house.app;
        confirm(
            &house,
            &list([("A1", "een@example.nl"), ("A2", "twee@example.nl"), ("A3", ""), ("A4", "vier@example.nl")]),
        )
        .await;
        proves(app, "ALMELO01").await;
        signs_in(app, "ALMELO02").await;
        signs_in(app, "ALMELO03").await;
        let other =
            list([("A1", "x@example.nl"), ("A2", "y@example.nl"), ("A3", "z@example.nl"), ("A4", "v@example.nl")]);
        let (_, told) = confirm(&house, &other).await;
        let reasons: Vec<_> = told.iter().map(|row| row.reasons.clone()).collect();
        assert_eq!(reasons, [vec![Reason::Confirmed], vec![Reason::InUse], vec![Reason::InUse], vec![]]);
        assert_eq!(address(app, "ALMELO01").await.as_deref(), Some("een@example.nl"));
        assert_eq!(address(app, "ALMELO02").await.as_deref(), Some("twee@example.nl"));
        assert_eq!(address(app, "ALMELO03").await, None);
        assert_eq!(address(app, "ALMELO04").await.as_deref(), Some("v@example.nl"), "nobody uses this one");

        house.forward(Span::days(91));
        let (_, told) = confirm(&house, &other).await;
        let judged: Vec<_> = told.iter().map(|row| row.judgement).collect();
        assert_eq!(judged, [Judgement::Refused, Judgement::Changed, Judgement::Changed, Judgement::Unchanged]);
        assert_eq!(address(app, "ALMELO01").await.as_deref(), Some("een@example.nl"), "confirmed is for ever");
        assert_eq!(address(app, "ALMELO02").await.as_deref(), Some("y@example.nl"), "90 days without a sign-in");
    })
    .await;
}

#[tokio::test]
async fn ten_corrections_and_a_list_that_slid_are_refused_whole() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let people = |count: usize, by: usize| {
            list((0..count).map(move |n| (n, format!("bewoner{}@example.nl", (n + by) % count))))
        };
        confirm(&house, &people(20, 0)).await;
        let before = logged(&house.app).await;
        let ten =
            list((0..10).map(|n| (n, format!("nieuw{n}@example.nl"))).chain([(99, "extra@example.nl".to_owned())]));
        assert_eq!(dry(&house, &ten).await.0.fault, Some(BatchFault::TooManyChanges(10)));
        let refused = run(&house.app, &zuid(), &ten, true).await.unwrap_err();
        assert!(matches!(refused, ImportError::Refused(BatchFault::TooManyChanges(10))), "{refused:?}");
        let refused = run(&house.app, &zuid(), &people(20, 1), true).await.unwrap_err();
        assert!(matches!(refused, ImportError::Refused(BatchFault::Shifted { moved: 20, rows: 20 })), "{refused:?}");
        // Three that slid stop a list in which only three are known, long before ten.
        let three = list([(0, "bewoner1@example.nl"), (1, "bewoner2@example.nl"), (2, "bewoner0@example.nl")]);
        assert!(matches!(run(&house.app, &zuid(), &three, true).await, Err(ImportError::Refused(_))));
        assert_eq!(logged(&house.app).await, before, "nothing was written");
        assert_eq!(listed(&house.app, &zuid()).await.len(), 20);
        assert_eq!(address(&house.app, "ALMELO01").await.as_deref(), Some("bewoner0@example.nl"));
    })
    .await;
}

#[tokio::test]
async fn only_those_who_may_import_and_only_at_their_own_client() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        add_client(&house.app, "eik").await;
        add_project(&house.app, "eik/noord", "HENGELO").await;
        let (staff, identity) = (StaffId::from_uuid(Uuid::from_u128(1)), IdentityId::from_uuid(Uuid::from_u128(2)));
        let of = |role: Role| Actor::Staff {
            staff,
            identity,
            role,
            organisation: role.of_client().then_some(house.organisation),
            projects: vec![],
        };
        let source = Source::bytes(list([("A1", "")]).into_bytes());
        let attempt = async |actor: &Actor, path: &str| {
            let path = path.parse().unwrap();
            match import::confirm(&house.app, &house.ctx(), actor, (&path, &source), |_| {}).await {
                Err(ImportError::Denied(denied)) => Some(denied),
                Ok(_) => None,
                Err(other) => panic!("{other}"),
            }
        };
        assert_eq!(attempt(&of(Role::Clerk), "linde/zuid").await, None);
        assert_eq!(attempt(&of(Role::Clerk), "eik/noord").await, Some(Denied::NotYours));
        assert_eq!(attempt(&of(Role::ProjectLead), "linde/zuid").await, Some(Denied::NotYours));
        assert_eq!(attempt(&of(Role::Support), "linde/zuid").await, Some(Denied::NotAllowed));
        assert_eq!(attempt(&Actor::Anonymous, "linde/zuid").await, Some(Denied::NotAllowed));
        let gone = run(&house.app, &"linde/weg".parse().unwrap(), "VHE\n1\n", true).await;
        assert!(matches!(gone, Err(ImportError::NoProject(_))));
    })
    .await;
}
