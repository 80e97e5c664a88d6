//! The board, the work lists and the search box of a client of 80,000 homes, with 2.4 million homes in the database: on SQLite,
//! and on PostgreSQL when there is one (`HUISSLEUTEL_TEST_POSTGRES`). What is measured are the program's use cases, against one
//! prepared point read of `rusqlite`. The database is made once for all of them.

use anyhow::Context;
use app::first_login::{board, homes, worklist};
use app::{App, Parts};
use crypto::clock::Stopwatch;
use crypto::password::Params;
use domain::access::Actor;
use domain::first_login::progress::{Cursor, WorkList};
use domain::id::DwellingId;
use domain::naming::ProjectPath;
use tokio::runtime::Runtime;

use crate::country::{ALL, Dialect, LARGE, id_of, seed};
use crate::figure::{Figure, rounded};
use crate::house::{House, bare_connection};
use crate::numbers::{median, percentile};
use crate::pace::Pace;

/// What is wanted: milliseconds for the board, and for a page of a list.
const BOARD: f64 = 50.0;
pub(super) const LIST: f64 = 5.0;

pub(crate) fn run(pace: Pace) -> anyhow::Result<Vec<Figure>> {
    let runtime = crate::serving::runtime()?;
    let house = House::build(&runtime, Params::STANDARD)?;
    let (all, large) = (pace.count(ALL), pace.count(LARGE));
    let connection = bare_connection(&house.file)?;
    connection.execute_batch("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -400000;")?;
    for text in seed(&Dialect::SQLITE, all, large) {
        connection.execute_batch(&text).with_context(|| text)?;
    }
    let point = point_read(&house, all)?;
    let mut figures = measured("SQLite", &runtime, &house.app, (point, all, large))?;
    figures.extend(postgres(&runtime, &house, (point, all, large))?);
    Ok(figures)
}

fn postgres(runtime: &Runtime, house: &House, sizes: (f64, usize, usize)) -> anyhow::Result<Vec<Figure>> {
    let Some(fresh) = runtime.block_on(testkit::engines::postgres()) else {
        return Ok(vec![Figure::not_measured("board, PostgreSQL", "", "HUISSLEUTEL_TEST_POSTGRES")]);
    };
    runtime.block_on(async {
        let (client, connection) = tokio_postgres::connect(&fresh.url, tokio_postgres::NoTls).await?;
        tokio::spawn(connection);
        client.batch_execute("SET session_replication_role = replica; SET synchronous_commit = off").await?;
        for text in seed(&Dialect::POSTGRES, sizes.1, sizes.2) {
            client.batch_execute(&text).await.with_context(|| text)?;
        }
        // As its own housekeeping does after such a load.
        client.batch_execute("VACUUM ANALYZE").await.context("VACUUM")
    })?;
    let parts: &Parts = &house.app;
    let app = App::new(Parts { db: fresh.db.clone(), ..parts.clone() });
    measured("PostgreSQL", runtime, &app, sizes)
}

/// The figures of one engine.
fn measured(
    engine: &str,
    runtime: &Runtime,
    app: &App,
    (point, all, large): (f64, usize, usize),
) -> anyhow::Result<Vec<Figure>> {
    let path: ProjectPath = "bench/groot".parse()?;
    let beside = format!("{} ms a point read", rounded(point));
    let note = format!("{} of {} homes", rounded(large as f64), rounded(all as f64));
    let times = timed(20, || {
        let found = runtime.block_on(board::see(app, &app.command(), &Actor::Server, &path))?;
        anyhow::ensure!(found.homes == large as u64 && found.funnel.homes == found.homes, "{found:?}");
        Ok(())
    })?;
    let mut figures = vec![figure(&format!("board, {engine}"), &times, (BOARD, &beside)).noting(&note)];
    let mut slowest: Vec<f64> = Vec::new();
    let mut pages = 0;
    for list in WorkList::ALL {
        for part in [0, 1, 2, 3] {
            let dwelling: DwellingId = id_of((large * part / 4) as u64).parse()?;
            let after = (part > 0).then_some(Cursor { dwelling, told_on: None });
            slowest.extend(timed(10, || {
                let (ctx, which) = (app.command(), (&path, *list));
                let page = runtime.block_on(worklist::page(app, &ctx, &Actor::Server, which, after))?;
                pages += usize::from(page.homes.len() == 50);
                Ok(())
            })?);
        }
    }
    anyhow::ensure!(pages > 0, "no list has a full page");
    let lists = format!("page of a work list with its line in the log, {engine}");
    figures.push(figure(&lists, &slowest, (LIST, &beside)).noting("five lists, at four places each"));
    let times = timed(20, || {
        let found = runtime.block_on(homes::search(app, &app.command(), &Actor::Server, &path, "V123"))?;
        anyhow::ensure!(!found.homes.is_empty(), "nothing was found");
        Ok(())
    })?;
    figures.push(figure(&format!("search of a project with its line in the log, {engine}"), &times, (LIST, &beside)));
    figures.extend(super::users::measured(engine, runtime, app, (&beside, large))?);
    Ok(figures)
}

pub(super) fn figure(what: &str, times: &[f64], (most, beside): (f64, &str)) -> Figure {
    let (most_of, worst) = (rounded(percentile(times, 0.95)), rounded(percentile(times, 0.99)));
    let worst = format!("; 95 of 100 within {most_of} ms, 99 within {worst} ms");
    Figure::at_most(what, median(times), most, "ms", &format!("{beside}{worst}"))
}

/// Milliseconds, after one turn that warms up.
pub(super) fn timed(count: usize, mut act: impl FnMut() -> anyhow::Result<()>) -> anyhow::Result<Vec<f64>> {
    act()?;
    (0..count)
        .map(|_| {
            let watch = Stopwatch::start();
            act()?;
            Ok(watch.elapsed().micros() as f64 / 1e3)
        })
        .collect()
}

/// Milliseconds that one prepared read of an account by its key takes.
fn point_read(house: &House, all: usize) -> anyhow::Result<f64> {
    let connection = bare_connection(&house.file)?;
    let times = timed(1000, || {
        let key = format!("bench{}", all / 3);
        let mut read = connection.prepare_cached("SELECT username FROM account WHERE skeleton = ?1")?;
        let name: String = read.query_row([key], |row| row.get(0))?;
        std::hint::black_box(name);
        Ok(())
    })?;
    Ok(median(&times))
}
