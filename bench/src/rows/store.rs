//! The store by itself: writes that share a commit against a commit each, and point reads against prepared statements on
//! as many threads; on PostgreSQL too when there is one (`HUISSLEUTEL_TEST_POSTGRES`).

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, anyhow};
use crypto::clock::{Clock, Stopwatch};
use crypto::password::Params;
use domain::mail::Mail;
use store::{Db, StoreError};
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

use super::reset_requests::copies_per_second;
use crate::copied::Copied;
use crate::figure::Figure;
use crate::house::{House, bare_connection};
use crate::numbers::median;
use crate::pace::Pace;

/// Callers at the same time.
const CALLERS: usize = 64;
/// As many threads or connections as the store has: readers on SQLite, sessions on PostgreSQL.
const READERS: usize = 2;
const SESSIONS: usize = 8;

pub(crate) fn run(pace: Pace) -> anyhow::Result<Vec<Figure>> {
    let runtime = crate::serving::runtime()?;
    let house = Arc::new(House::build(&runtime, Params::STANDARD)?);
    let bare_house = House::build(&runtime, Params::STANDARD)?;
    let names: Arc<[String]> = house.fill(&runtime, 10_000, |_| true)?.into();
    runtime.block_on(store_mail(&house, &house.app.db))?;
    let mail = Copied::read(&house.connection()?, "mail", 1)?;
    let (mut grouped, mut each, mut reads, mut bare_reads) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..pace.rounds() {
        each.push(copies_per_second(&mail, &bare_house, pace.lasts())?);
        grouped.push(writes(&runtime, &house, &house.app.db, pace.lasts())?);
        bare_reads.push(prepared_reads(&house.file, &names, pace.lasts())?);
        reads.push(point_reads(&runtime, &house.app.db, &names, pace.lasts())?);
    }
    let mut figures = vec![
        Figure::rates("store, SQLite FULL: writes of 64 callers", median(&grouped), median(&each), None)
            .noting("the bare limit is a commit each on one connection"),
        Figure::rates("store, SQLite: reads of 64 callers", median(&reads), median(&bare_reads), None)
            .noting("the bare limit is the same read, prepared, on as many threads as there are readers"),
    ];
    figures.push(postgres(&runtime, &house, &mail, pace)?);
    Ok(figures)
}

/// Runs `act` from all callers until the time is over; how often per second.
fn press<F>(
    runtime: &Runtime,
    lasts: Duration,
    act: impl Fn(usize, u64) -> F + Clone + Send + 'static,
) -> anyhow::Result<f64>
where
    F: Future<Output = anyhow::Result<()>> + Send,
{
    let watch = Stopwatch::start();
    let mut callers = JoinSet::new();
    for caller in 0..CALLERS {
        let act = act.clone();
        callers.spawn_on(
            async move {
                let mut count = 0;
                while watch.elapsed().to_std() < lasts {
                    act(caller, count).await?;
                    count += 1;
                }
                anyhow::Ok(count)
            },
            runtime.handle(),
        );
    }
    let total: u64 = runtime.block_on(callers.join_all()).into_iter().sum::<anyhow::Result<u64>>()?;
    Ok(total as f64 / (watch.elapsed().micros() as f64 / 1e6))
}

/// Puts an intent into the outbox of a database.
async fn store_mail(house: &House, db: &Db) -> anyhow::Result<()> {
    let staff = house.app.id(house.app.clock.now());
    let new = app::outbox::intent(&house.app, &house.ctx("192.0.2.1"), Mail::Invitation { staff });
    let now = house.app.clock.now();
    Ok(db.write(move |tx| store::mail::add(tx, &new, now)).await?)
}

fn writes(runtime: &Runtime, house: &Arc<House>, db: &Db, lasts: Duration) -> anyhow::Result<f64> {
    let (house, db) = (Arc::clone(house), db.clone());
    press(runtime, lasts, move |_, _| {
        let (house, db) = (Arc::clone(&house), db.clone());
        async move { store_mail(&house, &db).await }
    })
}

fn point_reads(runtime: &Runtime, db: &Db, names: &Arc<[String]>, lasts: Duration) -> anyhow::Result<f64> {
    let (db, names, now) = (db.clone(), Arc::clone(names), Clock::system().now());
    press(runtime, lasts, move |caller, n| {
        let name = names.get((caller * 157 + n as usize) % names.len()).cloned().unwrap_or_default();
        let db = db.clone();
        async move {
            let skeleton = domain::username::Skeleton::typed(&name).context("no username")?;
            let found = db
                .read(move |tx| store::credential::resident(tx, skeleton.as_str(), now))
                .await
                .map_err(|error: StoreError| anyhow!("{error}"))?;
            found.map(drop).context("somebody is missing")
        }
    })
}

/// The statement of `store::credential::resident`.
const READ: &str = "SELECT i.id, i.generation, o.id, a.id, a.organisation_id, a.username, i.language, p.phc, \
     p.key_number, l.id, l.address, l.proof \
     FROM account a JOIN occupancy o ON o.account_id = a.id JOIN identity i ON i.id = o.identity_id \
     LEFT JOIN password p ON p.identity_id = i.id AND p.generation = i.generation \
     LEFT JOIN email_link l ON l.occupancy_id = o.id AND l.proof IN ('linked', 'confirmed') \
     WHERE a.skeleton = ?1 AND o.starts_at <= ?2 AND (i.access_ends_at IS NULL OR i.access_ends_at > ?2) \
     ORDER BY o.starts_at DESC, o.id LIMIT 1";

fn prepared_reads(file: &Path, names: &Arc<[String]>, lasts: Duration) -> anyhow::Result<f64> {
    let watch = Stopwatch::start();
    let threads: Vec<_> = (0..READERS)
        .map(|thread| {
            let (file, names) = (file.to_path_buf(), Arc::clone(names));
            std::thread::spawn(move || read_until(file, &names, (thread, watch, lasts)))
        })
        .collect();
    let mut total = 0;
    for thread in threads {
        total += thread.join().map_err(|_| anyhow!("a reader panicked"))??;
    }
    Ok(total as f64 / (watch.elapsed().micros() as f64 / 1e6))
}

fn read_until(
    file: PathBuf,
    names: &[String],
    (thread, watch, lasts): (usize, Stopwatch, Duration),
) -> anyhow::Result<u64> {
    use rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG;
    let connection = bare_connection(&file)?;
    connection.set_db_config(SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    let now = Clock::system().now().micros();
    let mut count = 0_u64;
    while watch.elapsed().to_std() < lasts {
        let name = names.get((thread * 157 + count as usize) % names.len()).map_or("", String::as_str);
        let skeleton = domain::username::Skeleton::typed(name).context("no username")?;
        let mut statement = connection.prepare_cached(READ)?;
        let username: String = statement.query_row((skeleton.as_str(), now), |row| row.get(5))?;
        std::hint::black_box(username);
        count += 1;
    }
    Ok(count)
}

fn postgres(runtime: &Runtime, house: &Arc<House>, mail: &Copied, pace: Pace) -> anyhow::Result<Figure> {
    let what = "store, PostgreSQL: writes of 64 callers";
    let Some(fresh) = runtime.block_on(testkit::engines::postgres()) else {
        return Ok(Figure::not_measured(what, "", "HUISSLEUTEL_TEST_POSTGRES"));
    };
    runtime.block_on(store_mail(house, &fresh.db))?;
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..pace.rounds() {
        bare.push(runtime.block_on(bare_sessions(&fresh.url, mail, pace.lasts()))?);
        ours.push(writes(runtime, house, &fresh.db, pace.lasts())?);
    }
    let figure = Figure::rates(what, median(&ours), median(&bare), None);
    Ok(figure.noting(format!("the bare limit is one prepared statement for the same row, on {SESSIONS} connections")))
}

/// Writes copies of the first row of `mail` under other ids, a commit each on each connection.
async fn bare_sessions(url: &str, mail: &Copied, lasts: Duration) -> anyhow::Result<f64> {
    let others: Vec<&str> =
        mail.columns().iter().map(String::as_str).filter(|column| !["id", "tag"].contains(column)).collect();
    let others = others.join(", ");
    let text = format!(
        "INSERT INTO mail (id, tag, {others}) SELECT gen_random_uuid(), CAST(gen_random_uuid() AS TEXT), {others} \
         FROM (SELECT * FROM mail ORDER BY id LIMIT 1) AS first"
    );
    let watch = Stopwatch::start();
    let mut sessions: JoinSet<anyhow::Result<u64>> = JoinSet::new();
    for _ in 0..SESSIONS {
        let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await?;
        tokio::spawn(connection);
        let text = text.clone();
        sessions.spawn(async move {
            let statement = client.prepare(&text).await?;
            let mut count = 0;
            while watch.elapsed().to_std() < lasts {
                client.execute(&statement, &[]).await?;
                count += 1;
            }
            Ok(count)
        });
    }
    let total: u64 = sessions.join_all().await.into_iter().sum::<anyhow::Result<u64>>()?;
    Ok(total as f64 / (watch.elapsed().micros() as f64 / 1e6))
}
