//! Counters, the same on both engines.

use domain::time::Span;

use super::each_engine;
use super::engines::NOON;
use crate::limit::{Counter, give_back, hit};

#[tokio::test]
async fn counting_stops_at_the_first_counter_that_is_over() {
    each_engine(|fresh| async move {
        let counter = |key: u8, most| Counter { key: [key; 32], window: Span::minutes(15), most };
        let both = || vec![counter(1, 2), counter(2, 1), counter(3, 9)];
        let count = || hit(&fresh.db, both(), NOON);
        assert_eq!(count().await.expect("counted"), [1, 1, 1], "{}", fresh.engine);
        assert_eq!(count().await.expect("counted"), [2, 2], "the third is left alone");
        assert_eq!(count().await.expect("counted"), [3]);
        give_back(&fresh.db, both(), NOON).await.expect("given back");
        assert_eq!(hit(&fresh.db, vec![counter(3, 9)], NOON).await.expect("counted"), [1], "one was given back");
        let later = NOON + Span::minutes(20);
        assert_eq!(hit(&fresh.db, both(), later).await.expect("counted"), [1, 1, 1], "a window of its own");
    })
    .await;
}
