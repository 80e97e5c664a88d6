//! Taking back what a list did: every row can be seen before, and where somebody acted it stays.

use app::first_login::undo::{self, Page, Rows};
use domain::access::Actor;
use domain::id::BatchId;
use testkit::each_engine;

use super::{confirm, listed, many, signs_in, zuid};
use crate::house::House;

async fn page(house: &House, batch: BatchId, after: u64) -> Page {
    undo::page(&house.app, &house.ctx(), &Actor::Server, (&zuid(), batch, after)).await.unwrap()
}

#[tokio::test]
async fn every_row_is_seen_before_a_list_is_taken_back_and_the_counts_are_of_all() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let batch = confirm(&house, &many(260)).await.0.batch.unwrap();
        for acted in ["ALMELO07", "ALMELO110", "ALMELO259"] {
            signs_in(&house.app, acted).await;
        }
        let (mut seen, mut pages, mut after) = (Vec::new(), vec![0], 0);
        loop {
            let now = page(&house, batch, after).await;
            assert_eq!((now.can, now.stay), (257, 3), "of all pages, on each, on {}", house.engine);
            assert_eq!(now.previous, pages.len().checked_sub(2).map(|at| pages[at]), "the way back from {after}");
            seen.extend(now.rows.iter().map(|row| (row.number, row.acted)));
            let Some(next) = now.next else { break };
            after = next;
            pages.push(next);
        }
        assert_eq!(pages.len(), 6, "five pages of 50, and 10");
        let numbers: Vec<u64> = seen.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, (2..262).collect::<Vec<u64>>(), "every row, once");
        assert_eq!(seen.iter().filter(|(_, acted)| *acted).count(), 3);

        let done = undo::undo(&house.app, &house.ctx(), &Actor::Server, (&zuid(), batch, Rows::All)).await.unwrap();
        assert_eq!((done.undone, done.kept), (257, 3));
        assert_eq!(listed(&house.app, &zuid()).await.len(), 3);
        let left = page(&house, batch, 0).await;
        assert_eq!((left.can, left.stay, left.rows.len(), left.next), (0, 3, 3, None));
    })
    .await;
}
