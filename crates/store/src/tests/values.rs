//! What goes in comes out, on both engines.

use domain::id::OrganisationId;
use uuid::Uuid;

use super::{each_engine, with_probe};
use crate::args;
use crate::error::StoreError;
use crate::sql::Sql;
use crate::value::{Cells, Record};

const INSERT: Sql = Sql::same("INSERT INTO probe (id, a, b, u, x, n) VALUES ($1, $2, $3, $4, $5, $6)");
const SELECT: Sql = Sql::same("SELECT a, b, u, x, n FROM probe WHERE id = $1");

#[derive(Debug, PartialEq)]
struct Row {
    a: Option<String>,
    b: Option<bool>,
    u: Option<OrganisationId>,
    x: Option<Vec<u8>>,
    n: Option<i64>,
}

impl Record for Row {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { a: c.next()?, b: c.next()?, u: c.next()?, x: c.next()?, n: c.next()? })
    }
}

#[tokio::test]
async fn every_type_and_its_null_comes_back() {
    each_engine(|fresh| async move {
        with_probe(&fresh).await;
        let id = OrganisationId::from_uuid(Uuid::from_u128(0x1234));
        let read = fresh
            .db
            .write(move |tx| {
                tx.run(INSERT, args![1_i64, "Café ☂", true, id, vec![0_u8, 255], i64::MIN])?;
                let none: Option<i64> = None;
                let nothing: (Option<String>, Option<bool>, Option<OrganisationId>, Option<Vec<u8>>) =
                    (None, None, None, None);
                tx.run(INSERT, args![2_i64, nothing.0, nothing.1, nothing.2, nothing.3, none])?;
                Ok::<_, StoreError>((tx.one::<Row>(SELECT, args![1_i64])?, tx.one::<Row>(SELECT, args![2_i64])?))
            })
            .await
            .expect("written and read");
        let full =
            Row { a: Some("Café ☂".into()), b: Some(true), u: Some(id), x: Some(vec![0, 255]), n: Some(i64::MIN) };
        assert_eq!(read.0, full, "{}", fresh.engine);
        assert_eq!(read.1, Row { a: None, b: None, u: None, x: None, n: None }, "{}", fresh.engine);
    })
    .await;
}

#[tokio::test]
async fn parameters_are_bound_by_name_not_by_appearance() {
    each_engine(|fresh| async move {
        with_probe(&fresh).await;
        let swapped = Sql::same("INSERT INTO probe (n, id) VALUES ($2, $1)");
        let read: (i64, i64) = fresh
            .db
            .write(move |tx| {
                tx.run(swapped, args![7_i64, 8_i64])?;
                tx.one(Sql::same("SELECT id, n FROM probe"), &[])
            })
            .await
            .expect("written and read");
        assert_eq!(read, (7, 8), "{}", fresh.engine);
    })
    .await;
}

#[tokio::test]
async fn null_into_a_type_without_option_is_an_error() {
    each_engine(|fresh| async move {
        with_probe(&fresh).await;
        let read: Result<(String,), StoreError> = fresh
            .db
            .write(|tx| {
                tx.run(Sql::same("INSERT INTO probe (id) VALUES ($1)"), args![1_i64])?;
                tx.one(Sql::same("SELECT a FROM probe WHERE id = $1"), args![1_i64])
            })
            .await;
        assert!(matches!(read, Err(StoreError::Internal(_))), "{}", fresh.engine);
        assert_eq!(super::count(&fresh).await, 0, "what failed to read was rolled back on {}", fresh.engine);
    })
    .await;
}

#[tokio::test]
async fn nul_in_text_is_refused() {
    each_engine(|fresh| async move {
        with_probe(&fresh).await;
        let text = "a\0b".to_owned();
        let written: Result<u64, StoreError> = fresh
            .db
            .write(move |tx| tx.run(Sql::same("INSERT INTO probe (id, a) VALUES ($1, $2)"), args![1_i64, text]))
            .await;
        assert!(written.is_err(), "{}", fresh.engine);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_number_of_arguments_is_an_error() {
    each_engine(|fresh| async move {
        with_probe(&fresh).await;
        let statement = Sql::same("SELECT id FROM probe WHERE id = $1");
        let read: Result<Vec<(i64,)>, StoreError> =
            fresh.db.read(move |tx| tx.many(statement, args![1_i64, 2_i64])).await;
        assert!(read.is_err(), "{}", fresh.engine);
    })
    .await;
}
