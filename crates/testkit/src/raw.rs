//! Statements past the program, for what no page does yet and for looking at what is really there.

use tokio_postgres::NoTls;

use super::engines::Fresh;

/// Runs a text that both engines understand.
///
/// # Panics
/// When it fails.
pub async fn run(fresh: &Fresh, sql: &str) {
    if let Some(path) = fresh.url.strip_prefix("sqlite:") {
        let connection = rusqlite::Connection::open(path).expect("the database file opens");
        connection.busy_timeout(std::time::Duration::from_secs(20)).expect("a time to wait");
        connection.execute_batch(sql).expect("the text runs");
        return;
    }
    let (client, connection) = tokio_postgres::connect(&fresh.url, NoTls).await.expect("PostgreSQL answers");
    let driver = tokio::spawn(connection);
    client.batch_execute(sql).await.expect("the text runs");
    drop(client);
    driver.await.expect("the connection ends").expect("the connection ends well");
}

/// The one number of a `SELECT count(*) …`.
///
/// # Panics
/// When it fails.
pub async fn count(fresh: &Fresh, sql: &str) -> i64 {
    if let Some(path) = fresh.url.strip_prefix("sqlite:") {
        let connection = rusqlite::Connection::open(path).expect("the database file opens");
        return connection.query_row(sql, [], |row| row.get(0)).expect("a number");
    }
    let (client, connection) = tokio_postgres::connect(&fresh.url, NoTls).await.expect("PostgreSQL answers");
    let driver = tokio::spawn(connection);
    let number = client.query_one(sql, &[]).await.expect("a number").get(0);
    drop(client);
    driver.await.expect("the connection ends").expect("the connection ends well");
    number
}

/// Makes the account of one home the second account of another: who lived there lives with the others now.
///
/// # Panics
/// When it fails.
pub async fn move_in_with(fresh: &Fresh, second: &str, first: &str) {
    let account = format!("(SELECT id FROM account WHERE username = '{second}')");
    let dwelling = format!("(SELECT x.dwelling_id FROM account x WHERE x.username = '{first}')");
    run(fresh, &format!("DELETE FROM progress WHERE account_id = {account}")).await;
    let moved = format!("UPDATE account SET main = FALSE, dwelling_id = {dwelling} WHERE username = '{second}'");
    run(fresh, &moved).await;
}
