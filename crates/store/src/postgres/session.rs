//! One connection with its prepared statements.

use std::collections::HashMap;
use std::future::Future;
use std::time::Duration;

use futures_util::future::try_join_all;
use futures_util::{TryStreamExt, pin_mut};
use tokio::runtime::Runtime;
use tokio_postgres::error::SqlState;
use tokio_postgres::{Client, Config, Statement};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::error::{Poison, StoreError};
use crate::postgres::wire::type_of;
use crate::tx::Failed;
use crate::value::{Arg, Cells, Record, Row};

/// A statement that takes longer counts as a lost connection. The server is told to stop it sooner.
const STATEMENT: Duration = Duration::from_secs(8);
const MIGRATION: Duration = Duration::from_secs(12 * 3600);
const CONNECT: Duration = Duration::from_secs(3);
/// Plans are made without the values, once: SQLite knows no other ones, so that every statement is written for them. Planning anew at
/// each execution took longer than most of them.
const SETTINGS: &str = "SET plan_cache_mode = 'force_generic_plan'; SET statement_timeout = '5s'; SET lock_timeout = '4s'; \
    SET idle_in_transaction_session_timeout = '20s'; SET TIME ZONE 'UTC'; SET synchronous_commit = 'on'";

pub(crate) struct Session {
    runtime: Runtime,
    config: Config,
    tls: MakeRustlsConnect,
    client: Option<Client>,
    prepared: HashMap<&'static str, Statement>,
}

pub(crate) fn failed(error: tokio_postgres::Error) -> Failed {
    let (told, poison) = match error.code() {
        Some(&SqlState::UNIQUE_VIOLATION) => (StoreError::Taken, Poison::Statement),
        Some(&SqlState::T_R_SERIALIZATION_FAILURE | &SqlState::T_R_DEADLOCK_DETECTED) => {
            (StoreError::TimedOut, Poison::Conflict)
        }
        Some(&SqlState::FEATURE_NOT_SUPPORTED | &SqlState::INVALID_SQL_STATEMENT_NAME) => {
            (StoreError::Internal(Box::new(error)), Poison::Stale)
        }
        Some(&SqlState::QUERY_CANCELED | &SqlState::LOCK_NOT_AVAILABLE) => (StoreError::TimedOut, Poison::Statement),
        Some(
            &SqlState::ADMIN_SHUTDOWN
            | &SqlState::CRASH_SHUTDOWN
            | &SqlState::CANNOT_CONNECT_NOW
            | &SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT
            | &SqlState::READ_ONLY_SQL_TRANSACTION,
        ) => (StoreError::TimedOut, Poison::Lost),
        Some(_) => (StoreError::Internal(Box::new(error)), Poison::Statement),
        // No SQLSTATE: the connection, or our own encoding of an argument.
        None if error.is_closed()
            || std::error::Error::source(&error).is_some_and(|cause| cause.is::<std::io::Error>()) =>
        {
            (StoreError::TimedOut, Poison::Lost)
        }
        None => (StoreError::Internal(Box::new(error)), Poison::Statement),
    };
    Failed { error: told, poison }
}

/// The largest `n` of the `$n` in a text.
fn highest_parameter(sql: &str) -> usize {
    sql.split('$')
        .skip(1)
        .map(|rest| rest.bytes().take_while(u8::is_ascii_digit).fold(0, |n, digit| n * 10 + usize::from(digit - b'0')))
        .max()
        .unwrap_or(0)
}

fn lost() -> Failed {
    Failed { error: StoreError::TimedOut, poison: Poison::Lost }
}

impl Session {
    pub(crate) fn new(config: Config, tls: MakeRustlsConnect) -> Result<Self, StoreError> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| StoreError::Internal(Box::new(error)))?;
        Ok(Self { runtime, config, tls, client: None, prepared: HashMap::new() })
    }

    fn wait<T>(
        &self,
        limit: Duration,
        future: impl Future<Output = Result<T, tokio_postgres::Error>>,
    ) -> Result<T, Failed> {
        self.runtime.block_on(async { tokio::time::timeout(limit, future).await }).map_err(|_| lost())?.map_err(failed)
    }

    /// Makes the connection if there is none.
    pub(crate) fn connect(&mut self) -> Result<(), Failed> {
        if self.client.as_ref().is_some_and(|client| !client.is_closed()) {
            return Ok(());
        }
        self.disconnect();
        let (client, connection) = self.wait(CONNECT, self.config.connect(self.tls.clone()))?;
        self.runtime.spawn(async move {
            if let Err(error) = connection.await {
                tracing::warn!(%error, "a connection to PostgreSQL ended");
            }
        });
        self.wait(CONNECT, client.batch_execute(SETTINGS))?;
        self.client = Some(client);
        Ok(())
    }

    pub(crate) fn disconnect(&mut self) {
        self.client = None;
        self.prepared.clear();
    }

    pub(crate) fn forget_statements(&mut self) {
        self.prepared.clear();
    }

    /// BEGIN, COMMIT and the like.
    pub(crate) fn control(&mut self, sql: &str) -> Result<(), Failed> {
        let client = self.client.as_ref().ok_or_else(lost)?;
        self.wait(STATEMENT, client.batch_execute(sql))
    }

    /// A migration: in a large house it takes as long as it takes, and nobody else is served meanwhile.
    pub(crate) fn script(&mut self, sql: &str) -> Result<(), Failed> {
        self.control("SET LOCAL statement_timeout = 0")?;
        let client = self.client.as_ref().ok_or_else(lost)?;
        self.wait(MIGRATION, client.batch_execute(sql))
    }

    /// Waits without blocking the connection.
    pub(crate) fn pause(&self, time: Duration) {
        self.runtime.block_on(async { tokio::time::sleep(time).await });
    }

    fn statement(&mut self, sql: &'static str, args: &[Arg<'_>]) -> Result<Statement, Failed> {
        if let Some(statement) = self.prepared.get(sql) {
            return Ok(statement.clone());
        }
        // PostgreSQL would take a surplus argument in silence; SQLite would not.
        if highest_parameter(sql) != args.len() {
            return Err(StoreError::internal(format!("wrong number of arguments: {sql}")).into());
        }
        let client = self.client.as_ref().ok_or_else(lost)?;
        let types: Vec<_> = args.iter().map(|arg| type_of(arg.kind())).collect();
        let statement = self.wait(STATEMENT, client.prepare_typed(sql, &types))?;
        self.prepared.insert(sql, statement.clone());
        Ok(statement)
    }

    /// Prepares a statement with types of the server's own choice.
    #[cfg(test)]
    pub(crate) fn prepare_only(&mut self, sql: &str) -> Result<(), Failed> {
        let client = self.client.as_ref().ok_or_else(lost)?;
        self.wait(STATEMENT, client.prepare(sql)).map(drop)
    }

    fn fits(statement: &Statement, args: &[Arg<'_>], sql: &str) -> Result<(), Failed> {
        if statement.params().len() == args.len() {
            return Ok(());
        }
        Err(StoreError::internal(format!("wrong number of arguments: {sql}")).into())
    }

    pub(crate) fn many<R: Record>(
        &mut self,
        sql: &'static str,
        args: &[Arg<'_>],
        most: usize,
    ) -> Result<Vec<R>, Failed> {
        let statement = self.statement(sql, args)?;
        Self::fits(&statement, args, sql)?;
        let client = self.client.as_ref().ok_or_else(lost)?;
        let rows = self.wait(STATEMENT, async {
            let rows = client.query_raw(&statement, args.iter().copied()).await?;
            pin_mut!(rows);
            let mut found = Vec::new();
            while let Some(row) = rows.try_next().await? {
                found.push(row);
                if found.len() > most {
                    break;
                }
            }
            Ok(found)
        })?;
        if rows.len() > most {
            return Err(StoreError::internal("a list is longer than a list may be").into());
        }
        let read: Result<Vec<R>, StoreError> =
            rows.iter().map(|row| R::read(&mut Cells { row: Row::Postgres(row), at: 0 })).collect();
        Ok(read?)
    }

    pub(crate) fn run(&mut self, sql: &'static str, args: &[Arg<'_>]) -> Result<u64, Failed> {
        let statement = self.statement(sql, args)?;
        Self::fits(&statement, args, sql)?;
        let client = self.client.as_ref().ok_or_else(lost)?;
        self.wait(STATEMENT, client.execute_raw(&statement, args.iter().copied()))
    }

    /// The statement for many rows of arguments, all of the length of the first.
    fn statement_for(&mut self, sql: &'static str, rows: &[Vec<Arg<'_>>]) -> Result<Statement, Failed> {
        let statement = self.statement(sql, rows.first().map_or(&[], Vec::as_slice))?;
        for row in rows {
            Self::fits(&statement, row, sql)?;
        }
        Ok(statement)
    }

    pub(crate) fn run_each(&mut self, sql: &'static str, rows: &[Vec<Arg<'_>>]) -> Result<Vec<u64>, Failed> {
        let statement = self.statement_for(sql, rows)?;
        let client = self.client.as_ref().ok_or_else(lost)?;
        let all = rows.iter().map(|row| client.execute_raw(&statement, row.iter().copied()));
        self.wait(STATEMENT, try_join_all(all))
    }

    pub(crate) fn maybe_each<R: Record>(
        &mut self,
        sql: &'static str,
        rows: &[Vec<Arg<'_>>],
    ) -> Result<Vec<Option<R>>, Failed> {
        let statement = self.statement_for(sql, rows)?;
        let client = self.client.as_ref().ok_or_else(lost)?;
        let all = rows.iter().map(|row| async {
            let found = client.query_raw(&statement, row.iter().copied()).await?;
            pin_mut!(found);
            let mut first = None;
            // To its end, because the answers of the others wait behind this one; and never beyond it.
            while let Some(row) = found.try_next().await? {
                first.get_or_insert(row);
            }
            Ok(first)
        });
        let found = self.wait(STATEMENT, try_join_all(all))?;
        let read = |row: &tokio_postgres::Row| R::read(&mut Cells { row: Row::Postgres(row), at: 0 });
        let read: Result<Vec<Option<R>>, StoreError> =
            found.iter().map(|row| row.as_ref().map(read).transpose()).collect();
        Ok(read?)
    }
}

/// The settings and the TLS of a `postgres://` URL. Certificates are always verified against the machine's own list
/// when the server is asked for TLS (`sslmode=require`, or `prefer`, where the server offers it).
pub(crate) fn parse(url: &str) -> Result<(Config, MakeRustlsConnect), StoreError> {
    let mut config: Config =
        url.parse().map_err(|error: tokio_postgres::Error| StoreError::Internal(Box::new(error)))?;
    config.connect_timeout(CONNECT).tcp_user_timeout(STATEMENT).application_name("huissleutel");
    let mut roots = rustls::RootCertStore::empty();
    if config.get_ssl_mode() != tokio_postgres::config::SslMode::Disable {
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    }
    let provider = std::sync::Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let tls = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| StoreError::Internal(Box::new(error)))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok((config, MakeRustlsConnect::new(tls)))
}

/// PostgreSQL 15 or newer.
pub(crate) fn check_version(session: &mut Session) -> Result<(), StoreError> {
    session.connect().map_err(|failed| match failed.error {
        StoreError::TimedOut => StoreError::internal("PostgreSQL cannot be reached"),
        other => other,
    })?;
    let sql = "SELECT CAST(current_setting('server_version_num') AS BIGINT)";
    let version: Vec<(i64,)> = session.many(sql, &[], 1).map_err(|failed| failed.error)?;
    match version.first() {
        Some(&(number,)) if number >= 150_000 => Ok(()),
        _ => Err(StoreError::internal("PostgreSQL 15 or newer is needed")),
    }
}
