//! A list that corrects ten or more addresses: one person proposes it, another one approves exactly it, and accounts that came into
//! use stay as they are.

use app::first_login::decide::{self, Confirmed, DecideError, Seen};
use app::first_login::{job, upload};
use app::proposal::{self, Outcome};
use domain::access::{Actor, Denied};
use domain::first_login::{BatchState, Column, Judgement, Residents};
use domain::id::BatchId;
use domain::proposal::{Kind, Reason, State};
use domain::role::Role;
use testkit::each_engine;
use uuid::Uuid;

use super::{address, confirm, list, logged, proves, zuid};
use crate::house::House;
use crate::proposal::person;

async fn work(house: &House) {
    while job::work(&house.app, Uuid::from_u128(7)).await.unwrap() > 0 {}
}

/// Twenty homes, and a list that corrects eleven of them and brings one.
async fn sent(house: &House, who: &Actor) -> BatchId {
    confirm(house, &list((1..=20).map(|n| (format!("V{n}"), format!("bewoner{n}@example.nl"))))).await;
    let rows = (1..=11).map(|n| (format!("V{n}"), format!("goed{n}@example.nl")));
    let text = list(rows.chain([("V99".to_owned(), "extra@example.nl".to_owned())]));
    let ctx = house.ctx();
    let mut arriving = upload::begin(&house.app, &ctx, who, (&zuid(), "wijk.csv")).await.unwrap();
    arriving.take(text.as_bytes()).await.unwrap();
    let batch = arriving.end().await.unwrap();
    work(house).await;
    batch
}

async fn seen(house: &House, batch: BatchId) -> Seen {
    decide::look(&house.app, &house.ctx(), &Actor::Server, (&zuid(), batch)).await.unwrap().1
}

async fn says(house: &House, who: &Actor, batch: BatchId, residents: Residents) -> Result<Confirmed, DecideError> {
    decide::confirm(&house.app, &house.ctx(), who, ((&zuid(), batch), residents)).await
}

#[tokio::test]
async fn a_list_that_corrects_ten_addresses_takes_two_people() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let app = &house.app;
        let (one, two) = (person(&house, Role::Clerk, 1).await, person(&house, Role::OrgAdmin, 2).await);
        let batch = sent(&house, &one).await;
        assert_eq!((seen(&house, batch).await.state, seen(&house, batch).await.proposal), (BatchState::Judged, None));
        let before = logged(app).await;
        let unsaid = says(&house, &one, batch, Residents::NotSaid).await;
        assert!(matches!(unsaid, Err(DecideError::Residents(_))), "law 7: {unsaid:?}");
        let server = says(&house, &Actor::Server, batch, Residents::Same).await;
        assert!(
            matches!(&server, Err(DecideError::Barred(app::Barred::Denied(Denied::NotAllowed)))),
            "a person proposes: {server:?}"
        );
        assert_eq!(says(&house, &one, batch, Residents::Same).await.unwrap(), Confirmed::Proposed, "{}", house.engine);
        assert!(matches!(says(&house, &one, batch, Residents::Same).await, Err(DecideError::Moved)), "once");
        assert_eq!(logged(app).await, before + 1);
        work(&house).await;
        assert_eq!(seen(&house, batch).await.state, BatchState::Judged, "nothing is done yet");
        assert_eq!(address(app, "ALMELO01").await.as_deref(), Some("bewoner1@example.nl"));
        let open = proposal::list(app, &house.ctx(), &two).await.unwrap().open;
        assert_eq!((open.len(), open[0].facts.kind, open[0].masked.as_str()), (1, Kind::ManyChanges, "11 addresses"));
        assert_eq!(seen(&house, batch).await.proposal, Some(open[0].id));

        // An account that came into use meanwhile stays as it is (law 8).
        proves(app, "ALMELO02").await;
        let shown = (open[0].id, open[0].facts.hash);
        assert!(proposal::approve(app, &house.ctx(), &one, shown).await.is_err(), "not by the proposer");
        assert!(proposal::approve(app, &house.ctx(), &two, (open[0].id, [1; 32])).await.is_err(), "as it was shown");
        assert_eq!(proposal::approve(app, &house.ctx(), &two, shown).await.unwrap(), Outcome::Made);
        assert!(proposal::approve(app, &house.ctx(), &two, shown).await.is_err(), "once");
        work(&house).await;
        let done = seen(&house, batch).await;
        assert_eq!((done.state, done.refusal), (BatchState::Applied, None), "{}", house.engine);
        for (username, now) in [
            ("ALMELO01", "goed1@example.nl"),
            ("ALMELO02", "bewoner2@example.nl"),
            ("ALMELO11", "goed11@example.nl"),
            ("ALMELO12", "bewoner12@example.nl"),
            ("ALMELO21", "extra@example.nl"),
        ] {
            assert_eq!(address(app, username).await.as_deref(), Some(now), "{username} on {}", house.engine);
        }
        let of = (Some(Judgement::Refused), 0);
        let (rows, _) = decide::rows(app, &house.ctx(), &one, (&zuid(), batch), of).await.unwrap();
        assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [3], "what stayed is told");
        assert!(house.deliver().await.is_empty(), "law 10");
    })
    .await;
}

#[tokio::test]
async fn a_list_that_became_another_one_is_not_carried_out() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let app = &house.app;
        let (one, two) = (person(&house, Role::Clerk, 1).await, person(&house, Role::Clerk, 2).await);
        let batch = sent(&house, &one).await;
        says(&house, &one, batch, Residents::Same).await.unwrap();
        let it = proposal::list(app, &house.ctx(), &two).await.unwrap().open[0].clone();
        // Read otherwise, it is another list, also when its rows come to the same.
        let columns = [Some(Column::ClientNumber), Some(Column::Email)];
        decide::read_again(app, &house.ctx(), &one, (&zuid(), batch), &columns).await.unwrap();
        work(&house).await;
        let outcome = proposal::approve(app, &house.ctx(), &two, (it.id, it.facts.hash)).await.unwrap();
        assert_eq!(outcome, Outcome::Overtaken, "{}", house.engine);
        work(&house).await;
        assert_eq!(address(app, "ALMELO01").await.as_deref(), Some("bewoner1@example.nl"));
        let over = proposal::see(app, &house.ctx(), &two, it.id).await.unwrap().proposal;
        assert_eq!((over.facts.state, over.reason), (State::Expired, Some(Reason::Overtaken)));
        // Proposed anew, refused, and proposed once more: a list has one open proposal at most.
        says(&house, &one, batch, Residents::Same).await.unwrap();
        let it = proposal::list(app, &house.ctx(), &two).await.unwrap().open[0].clone();
        proposal::refuse(app, &house.ctx(), &two, (it.id, Reason::NotAsked)).await.unwrap();
        says(&house, &one, batch, Residents::Same).await.unwrap();
        decide::discard(app, &house.ctx(), &one, (&zuid(), batch)).await.unwrap();
        let it = proposal::list(app, &house.ctx(), &two).await.unwrap().open[0].clone();
        let outcome = proposal::approve(app, &house.ctx(), &two, (it.id, it.facts.hash)).await.unwrap();
        assert_eq!(outcome, Outcome::Overtaken, "thrown away, on {}", house.engine);
    })
    .await;
}
