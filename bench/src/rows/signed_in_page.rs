//! The start page of a resident who is signed in (find the session, read the home, draw the page) against a bare route
//! that makes one prepared point read with `rusqlite`, on a connection per thread, and answers the same bytes.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, ensure};
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get as route;
use bytes::Bytes;
use crypto::password::Params;
use rusqlite::Connection;

use super::pages_in_a_storm::sign_in;
use super::sign_in_page::{BROWSERS, compare};
use crate::bare_page::BarePage;
use crate::figure::Figure;
use crate::house::{House, bare_connection};
use crate::load::{Generator, Request, get};
use crate::pace::Pace;
use crate::serving::Serving;

pub(crate) fn run(pace: Pace) -> anyhow::Result<Vec<Figure>> {
    let builder = crate::serving::runtime()?;
    let house = House::build(&builder, Params::STANDARD)?;
    // A project of some size, so that no table fits in one page.
    let names = house.fill(&builder, 10_000, |_| true)?;
    house.set_passwords(&builder, names.get(..BROWSERS).context("too few homes")?)?;
    let ours = Serving::start(house.router()?)?;
    let generator = Generator::start()?;
    let mut requests: Vec<Bytes> = Vec::new();
    for name in names.iter().take(BROWSERS) {
        requests.push(get("/", &sign_in(&generator, ours.port, name)?));
    }
    let (status, head, body) = generator.ask(ours.port, requests.first().context("nobody")?)?;
    ensure!(status == 200, "the start page was answered {status}");
    let (page, file) = (BarePage::of(&head, body)?, house.file.clone());
    let hash: [u8; 32] =
        house.connection()?.query_row("SELECT hash FROM session ORDER BY id LIMIT 1", [], |row| row.get(0))?;
    let answer = move || async move { bare(&file, &hash, &page) };
    let bare = Serving::start(Router::new().route("/", route(answer)))?;
    let request: Request = Arc::new(move |person, _| requests.get(person).cloned().unwrap_or_default());
    compare(&generator, (ours.port, bare.port), &request, pace)?.figures("signed-in page", 0.5)
}

thread_local! {
    static READER: RefCell<Option<Connection>> = const { RefCell::new(None) };
}

const READ: &str = "SELECT identity_id, generation, level, seen_at, ends_at FROM session WHERE hash = ?1";

fn bare(file: &Path, hash: &[u8; 32], page: &BarePage) -> Response {
    let found = READER.with_borrow_mut(|reader| point_read(reader, file.to_path_buf(), hash));
    match found {
        Ok(seen) => {
            std::hint::black_box(seen);
            page.answer()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

type Session = ([u8; 16], i64, String, i64, i64);

fn point_read(reader: &mut Option<Connection>, file: PathBuf, hash: &[u8; 32]) -> anyhow::Result<Session> {
    let connection = match reader {
        Some(open) => open,
        None => reader.insert(bare_connection(&file)?),
    };
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?));
    Ok(connection.prepare_cached(READ)?.query_row([hash], read)?)
}
