//! The board and the work lists of a project of 80,000 homes, with 2.4 million homes of 200 projects in the database: on
//! SQLite, and on PostgreSQL when there is one (`HUISSLEUTEL_TEST_POSTGRES`). The homes are put in behind the program's
//! back; what is measured are its use cases, against one prepared point read of `rusqlite`.

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

use crate::figure::{Figure, rounded};
use crate::house::{House, bare_connection};
use crate::numbers::{median, percentile};
use crate::pace::Pace;

/// All homes, and those of the project that is looked at.
const ALL: usize = 2_400_000;
const LARGE: usize = 80_000;
const PROJECTS: usize = 200;
/// Homes that are put in at once.
const CHUNK: usize = 100_000;
/// What is wanted: milliseconds for the board, and for a page of a list.
const BOARD: f64 = 50.0;
const LIST: f64 = 5.0;

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
            let dwelling: DwellingId = format!("00000000-0000-0000-0000-{:012x}", large * part / 4).parse()?;
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
    Ok(figures)
}

fn figure(what: &str, times: &[f64], (most, beside): (f64, &str)) -> Figure {
    let worst = format!("; 99 of 100 within {} ms", rounded(percentile(times, 0.99)));
    Figure::at_most(what, median(times), most, "ms", &format!("{beside}{worst}"))
}

/// Milliseconds, after one turn that warms up.
fn timed(count: usize, mut act: impl FnMut() -> anyhow::Result<()>) -> anyhow::Result<Vec<f64>> {
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

/// What the engines say differently.
struct Dialect {
    /// The id of a number `{}`.
    id: &'static str,
    /// The numbers from `{from}` up to `{to}`, as `n.i`.
    numbers: &'static str,
}

impl Dialect {
    const SQLITE: Self = Self {
        id: "unhex(printf('%032x', {}))",
        numbers: "(WITH RECURSIVE n(i) AS (VALUES ({from}) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {to}) SELECT i FROM n) n",
    };
    const POSTGRES: Self = Self {
        id: "CAST(lpad(to_hex({}), 32, '0') AS UUID)",
        numbers: "generate_series(CAST({from} AS BIGINT), {to} - 1) AS n(i)",
    };

    fn id(&self, number: &str) -> String {
        self.id.replace("{}", number)
    }
}

/// Of every hundred homes, those below the number have this state: no address, bounced, not told, told, and so on to signed
/// in. The numbers are those of the store.
const STATES: &str = "CASE WHEN r < 5 THEN 6 WHEN r < 7 THEN 1567 WHEN r < 15 THEN 519 WHEN r < 30 THEN 543 WHEN r < 35 THEN 639 \
     WHEN r < 40 THEN 767 ELSE 1023 END";

/// The statements that make the homes.
fn seed(dialect: &Dialect, all: usize, large: usize) -> Vec<String> {
    let organisation = dialect.id("9000000000");
    let project = dialect.id("(8000000000 + i)");
    let mut texts = vec![
        format!(
            "INSERT INTO organisation (id, slug, name, portal, created_at) VALUES ({organisation}, 'bench', 'Bench', TRUE, 0)"
        ),
        format!(
            "INSERT INTO project (id, organisation_id, slug, name, prefix, next_number, delivered_on, created_at) \
             SELECT {project}, {organisation}, CASE WHEN i = 0 THEN 'groot' ELSE 'p' || i END, 'Bench', 'BENCH', 1, NULL, 0 \
             FROM {}",
            numbers(dialect, 0, PROJECTS)
        ),
    ];
    let share = (all - large) / (PROJECTS - 1) + 1;
    let of_home =
        dialect.id(&format!("(8000000000 + CASE WHEN i <= {large} THEN 0 ELSE 1 + (i - {large} - 1) / {share} END)"));
    let mut from = 1;
    while from <= all {
        let to = (from + CHUNK).min(all + 1);
        let numbers = numbers(dialect, from, to);
        let id = dialect.id("i");
        texts.push(chunk(&[&organisation, &of_home, &id, &numbers]));
        from = to;
    }
    texts
}

fn numbers(dialect: &Dialect, from: usize, to: usize) -> String {
    dialect.numbers.replace("{from}", &from.to_string()).replace("{to}", &to.to_string())
}

fn chunk([organisation, project, id, numbers]: &[&str; 4]) -> String {
    let postcode = "CAST(1000 + (i / 200) % 9000 AS TEXT) || CASE WHEN i / 200 < 9000 THEN 'AB' ELSE 'AC' END";
    let day = |bit: u32, day: &str| format!("CASE WHEN (s & {bit}) <> 0 THEN {day} END");
    let days = [
        day(1, "'2026-06-01'"),
        day(2, "'2026-06-01'"),
        day(4, "'2026-06-02'"),
        day(8, "'2026-06-1' || (r % 10)"),
        day(16, "'2026-06-1' || (r % 10)"),
        day(32, "'2026-07-1' || (r % 10)"),
        day(64, "'2026-07-1' || (r % 10)"),
        day(128, "'2026-07-2' || (i % 10)"),
        day(256, "'2026-0' || (7 + i % 3) || '-2' || ((i / 7) % 10)"),
    ];
    let days = days.join(", ");
    format!(
        "BEGIN; \
         INSERT INTO dwelling (id, organisation_id, project_id, client_number, street, house_number, addition, postcode, place, \
         build_number, client_key, address_key, build_key, created_at) SELECT {id}, {organisation}, {project}, 'V' || i, \
         'Straat ' || (i / 200), CAST(i % 200 + 1 AS TEXT), NULL, {postcode}, 'Almelo', NULL, 'V' || i, \
         {postcode} || '|' || (i % 200 + 1) || '|', NULL, 0 FROM {numbers}; \
         INSERT INTO account (id, organisation_id, dwelling_id, main, username, skeleton, created_at) \
         SELECT {id}, {organisation}, {id}, TRUE, 'BENCH' || i, 'bench' || i, 0 FROM {numbers}; \
         INSERT INTO identity (id, kind, generation, subject, access_ends_at, signed_in_at, language, created_at) \
         SELECT {id}, 'resident', 1, 's' || i, NULL, NULL, NULL, 0 FROM {numbers}; \
         INSERT INTO occupancy (id, organisation_id, account_id, identity_id, starts_on, starts_at, ends_on, created_at) \
         SELECT {id}, {organisation}, {id}, {id}, '1970-01-01', 0, NULL, 0 FROM {numbers}; \
         INSERT INTO progress (occupancy_id, organisation_id, project_id, dwelling_id, account_id, starts_at, ends_at, state, \
         address_received_on, processed_on, list_returned_on, username_handed_out_on, instruction_handed_out_on, \
         reset_asked_on, mail_accepted_on, password_set_on, signed_in_on) \
         SELECT {id}, {organisation}, {project}, {id}, {id}, 0, NULL, s, {days} \
         FROM (SELECT i, r, {STATES} AS s FROM (SELECT i, (i * 7919) % 100 AS r FROM {numbers}) AS x) AS y; \
         COMMIT;"
    )
}
