//! Commit, roll back, poison, panic, conflict and crowding, the same on both engines.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use super::{count, each_engine, with_probe};
use crate::args;
use crate::error::StoreError;
use crate::sql::Sql;

const ADD: Sql = Sql::same("INSERT INTO probe (id, n) VALUES ($1, $2)");

#[tokio::test]
async fn a_failed_statement_poisons_the_transaction() {
    each_engine(|fresh| async move {
        with_probe(&fresh).await;
        let went_on: Result<(), StoreError> = fresh
            .db
            .write(|tx| {
                tx.run(ADD, args![1_i64, 0_i64])?;
                let again = tx.run(ADD, args![1_i64, 0_i64]);
                assert!(matches!(again, Err(StoreError::Taken)), "a taken key is told as such");
                assert!(tx.run(ADD, args![2_i64, 0_i64]).is_err(), "nothing runs after a failed statement");
                Ok(())
            })
            .await;
        assert!(
            matches!(went_on, Err(StoreError::Internal(_))),
            "an Ok after a failure is no success on {}",
            fresh.engine
        );
        assert_eq!(count(&fresh).await, 0, "{}", fresh.engine);
    })
    .await;
}

#[tokio::test]
async fn a_refusal_rolls_back_only_itself() {
    each_engine(|fresh| async move {
        with_probe(&fresh).await;
        let mut all = Vec::new();
        for n in 0..100_i64 {
            let db = fresh.db.clone();
            all.push(tokio::spawn(async move {
                db.write(move |tx| {
                    tx.run(ADD, args![n, n])?;
                    if n % 3 == 0 { Err(StoreError::TimedOut) } else { Ok(()) }
                })
                .await
            }));
        }
        let mut kept = 0;
        for one in all {
            kept += i64::from(one.await.expect("no panic").is_ok());
        }
        assert_eq!(kept, 66, "{}", fresh.engine);
        assert_eq!(count(&fresh).await, kept, "{}", fresh.engine);
    })
    .await;
}

#[tokio::test]
async fn a_panic_rolls_back_and_the_thread_lives_on() {
    each_engine(|fresh| async move {
        with_probe(&fresh).await;
        let panicked: Result<(), StoreError> = fresh
            .db
            .write(|tx| {
                tx.run(ADD, args![1_i64, 0_i64])?;
                panic!("planted")
            })
            .await;
        assert!(matches!(panicked, Err(StoreError::Internal(_))), "{}", fresh.engine);
        assert_eq!(count(&fresh).await, 0, "{}", fresh.engine);
        let written: Result<u64, StoreError> = fresh.db.write(|tx| tx.run(ADD, args![1_i64, 0_i64])).await;
        assert!(written.is_ok(), "{}", fresh.engine);
    })
    .await;
}

#[tokio::test]
async fn conflicting_writes_run_again_until_each_has_happened_once() {
    each_engine(|fresh| async move {
        with_probe(&fresh).await;
        let first: Result<u64, StoreError> = fresh.db.write(|tx| tx.run(ADD, args![1_i64, 0_i64])).await;
        first.expect("a row to fight over");
        let runs = Arc::new(AtomicU32::new(0));
        let mut all = Vec::new();
        for _ in 0..40 {
            let (db, runs) = (fresh.db.clone(), Arc::clone(&runs));
            all.push(tokio::spawn(async move {
                db.write(move |tx| {
                    runs.fetch_add(1, Ordering::Relaxed);
                    let (n,): (i64,) = tx.one(Sql::same("SELECT n FROM probe WHERE id = $1"), args![1_i64])?;
                    tx.run(Sql::same("UPDATE probe SET n = $2 WHERE id = $1"), args![1_i64, n + 1])
                })
                .await
            }));
        }
        let mut done = 0;
        for one in all {
            let ended: Result<u64, StoreError> = one.await.expect("no panic");
            done += i64::from(ended.is_ok());
        }
        let read: Result<(i64,), StoreError> =
            fresh.db.read(|tx| tx.one(Sql::same("SELECT n FROM probe WHERE id = $1"), args![1_i64])).await;
        assert_eq!(read.expect("read").0, done, "what was acknowledged is there, once, on {}", fresh.engine);
        assert_eq!(done, 40, "{} runs on {}", runs.load(Ordering::Relaxed), fresh.engine);
    })
    .await;
}

#[tokio::test]
async fn what_does_not_fit_the_queue_is_busy_at_once() {
    each_engine(|fresh| async move {
        with_probe(&fresh).await;
        let small = crate::Db::open(&crate::Settings { url: fresh.url.clone(), threads: 1, queue: 2 }).expect("opened");
        let gate = Arc::new(std::sync::Barrier::new(2));
        let held = Arc::clone(&gate);
        let db = small.clone();
        let slow = tokio::spawn(async move {
            db.write(move |_| {
                held.wait();
                held.wait();
                Ok::<_, StoreError>(())
            })
            .await
        });
        let entered = Arc::clone(&gate);
        tokio::task::spawn_blocking(move || entered.wait()).await.expect("the writer is inside");
        let waiting: Vec<_> = (0..2_i64)
            .map(|n| {
                let db = small.clone();
                tokio::spawn(async move { db.write(move |tx| tx.run(ADD, args![n, n])).await })
            })
            .collect();
        tokio::task::yield_now().await;
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        let over: Result<u64, StoreError> = small.write(|tx| tx.run(ADD, args![9_i64, 9_i64])).await;
        assert!(matches!(over, Err(StoreError::Busy)), "{}", fresh.engine);
        tokio::task::spawn_blocking(move || gate.wait()).await.expect("the writer goes on");
        slow.await.expect("no panic").expect("committed");
        for one in waiting {
            let ended: Result<u64, StoreError> = one.await.expect("no panic");
            assert!(ended.is_ok(), "what was taken in is done, on {}", fresh.engine);
        }
        small.close();
        assert_eq!(count(&fresh).await, 2, "{}", fresh.engine);
    })
    .await;
}

#[tokio::test]
async fn a_cached_join_is_not_parsed_again_on_sqlite() {
    let folder = super::engines::folder();
    let connection = crate::sqlite::open::writer(&folder.join("q.db")).expect("opened");
    connection
        .execute_batch("CREATE TABLE a (id INTEGER PRIMARY KEY, n INTEGER) STRICT; CREATE INDEX an ON a (n);")
        .expect("made");
    let text = "SELECT x.id FROM a x JOIN a y ON y.n = x.n WHERE x.n = $1 ORDER BY x.id LIMIT 5";
    for n in 0..10_i64 {
        let found: Result<Vec<(i64,)>, _> = crate::sqlite::statement::many(&connection, text, args![n], 10);
        assert!(found.is_ok());
    }
    let statement = connection.prepare_cached(text).expect("cached");
    assert_eq!(statement.get_status(rusqlite::StatementStatus::RePrepare), 0, "the planner guarantee is off");
    drop(statement);
    drop(connection);
    std::fs::remove_dir_all(folder).expect("tidied");
}
