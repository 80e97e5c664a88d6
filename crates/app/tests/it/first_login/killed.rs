//! What a process that died leaves of a list that was sent in a page, and what the next one makes of it.

use app::first_login::decide::{self, Seen};
use app::first_login::{job, upload};
use domain::access::Actor;
use domain::first_login::BatchState;
use domain::id::BatchId;
use domain::time::Span;
use store::import::{Kind, Part};
use testkit::each_engine;
use uuid::Uuid;

use super::zuid;
use crate::house::House;

const ROWS: u64 = 1_200;

/// A list whose upload is forgotten in more than one write.
fn large() -> String {
    let remark = "bel twee keer ".repeat(300);
    let rows = (0..ROWS).map(|n| format!("V{n};bewoner{n}@example.nl;{remark}\n"));
    std::iter::once("VHE-nummer;E-mailadres;Opmerking\n".to_owned()).chain(rows).collect()
}

async fn sent(house: &House, list: &str) -> BatchId {
    let ctx = house.app.command();
    let mut arriving = upload::begin(&house.app, &ctx, &Actor::Server, (&zuid(), "lijst.csv")).await.unwrap();
    arriving.take(list.as_bytes()).await.unwrap();
    arriving.end().await.unwrap()
}

async fn work(house: &House) {
    while job::work(&house.app, Uuid::from_u128(7)).await.unwrap() > 0 {}
}

async fn look(house: &House, batch: BatchId) -> Seen {
    decide::look(&house.app, &house.app.command(), &Actor::Server, (&zuid(), batch)).await.unwrap().1
}

/// The parts that are there, as they are kept.
async fn parts(house: &House, batch: BatchId, kind: Kind) -> Vec<Part> {
    let read = move |tx: &mut store::Read<'_>| {
        let numbers = store::import::first_rows(tx, batch, kind)?;
        let part = |(number, first_row)| {
            let sealed = store::import::part(tx, batch, kind, number)?.expect("a part of a number");
            Ok(Part { batch, kind, number, first_row, sealed })
        };
        numbers.into_iter().map(part).collect::<Result<Vec<Part>, store::StoreError>>()
    };
    house.app.db.read(read).await.unwrap()
}

/// The copy is whole, the upload is being forgotten, and the process dies between two writes of it.
#[tokio::test]
async fn a_list_whose_upload_is_half_forgotten_is_read_from_its_copy() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let batch = sent(&house, &large()).await;
        let upload = parts(&house, batch, Kind::Upload).await;
        work(&house).await;
        let read = look(&house, batch).await;
        assert_eq!((read.state, read.total), (BatchState::Judged, ROWS));
        let copies = parts(&house, batch, Kind::Copy).await;

        // As it was a moment before.
        let columns: Vec<_> = read.layout.unwrap().columns.into_iter().map(|(_, means)| means).collect();
        let (app, ctx) = (&house.app, house.app.command());
        decide::read_again(app, &ctx, &Actor::Server, (&zuid(), batch), &columns).await.unwrap();
        let (all, back) = (upload.len(), upload);
        let forgotten: Result<u64, store::StoreError> = app
            .db
            .write(move |tx| {
                back.iter().try_for_each(|part| store::import::add_part(tx, part))?;
                store::import::drop_parts(tx, batch, Kind::Upload)
            })
            .await;
        let left = parts(&house, batch, Kind::Upload).await;
        assert_eq!(left.len(), all - usize::try_from(forgotten.unwrap()).unwrap());
        assert!(!left.is_empty(), "it takes more than one write");

        work(&house).await;
        let read = look(&house, batch).await;
        assert_eq!((read.state, read.total), (BatchState::Judged, ROWS), "no row is lost, on {}", house.engine);
        assert!(parts(&house, batch, Kind::Upload).await.is_empty());
        assert_eq!(parts(&house, batch, Kind::Copy).await, copies);
    })
    .await;
}

/// The list is marked as gone, and the process dies before its parts are.
#[tokio::test]
async fn a_list_of_which_parts_were_left_goes_with_the_next_purge() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let batch = sent(&house, "VHE-nummer\nV1\n").await;
        work(&house).await;
        house.forward(Span::days(31));
        assert!(house.app.db.write(move |tx| store::import::purged(tx, batch)).await.unwrap());
        assert_eq!(parts(&house, batch, Kind::Copy).await.len(), 1);
        job::purge(&house.app).await.unwrap();
        assert!(parts(&house, batch, Kind::Copy).await.is_empty(), "law 13, on {}", house.engine);
        assert_eq!(job::purge(&house.app).await.unwrap(), 0, "nothing is left to do");
    })
    .await;
}

/// Whoever looks again at once for as long as something was done does not stumble over the same list for ever.
#[tokio::test]
async fn a_list_that_cannot_be_read_now_waits_for_the_next_look() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let batch = sent(&house, "VHE-nummer\nV1\n").await;
        let whole = parts(&house, batch, Kind::Upload).await.remove(0);
        let broken = Part { sealed: vec![0; 64], ..whole.clone() };
        house.app.db.write(move |tx| store::import::add_part(tx, &broken)).await.unwrap();
        assert_eq!(job::work(&house.app, Uuid::from_u128(7)).await.unwrap(), 0, "nothing was done");
        house.app.db.write(move |tx| store::import::add_part(tx, &whole)).await.unwrap();
        assert_eq!(job::work(&house.app, Uuid::from_u128(7)).await.unwrap(), 1);
        assert_eq!(look(&house, batch).await.state, BatchState::Judged);
    })
    .await;
}
