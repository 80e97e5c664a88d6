//! What the targets share: the panics that the product catches are told from those that it does not, and what must hold
//! of a list whatever is in it.
//!
//! Of `app` and `mail` only what reads is built here: the whole of them is ten times as much, C and assembly with it.

// What is built of `app` finds `crypto::digest` here, and what is built of `mail` the rest of it.
extern crate self as crypto;

mod bounce;
pub mod digest;
mod first_login;
mod inbound;
pub mod mail;
mod smtp;

use std::collections::BTreeSet;
use std::panic;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use domain::first_login::{Column, Reading};

pub use first_login::{List, Look, Source};

/// Whether the reader of other people panicked since this was last asked.
static PANICKED: AtomicBool = AtomicBool::new(false);

/// Where it did, to tell of each place once.
static PLACES: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// Lets pass what the product catches: a panic in the code of other people, on a thread other than the one that asked for
/// the list. Every other panic ends the run, those of our own code on such a thread too. For the beginning of a target.
pub fn let_caught_panics_pass() {
    let end_the_run = panic::take_hook();
    let asking = thread::current().id();
    panic::set_hook(Box::new(move |panic| {
        let foreign = panic.location().filter(|place| place.file().contains("/registry/src/"));
        let Some(place) = foreign.filter(|_| thread::current().id() != asking) else { return end_the_run(panic) };
        PANICKED.store(true, Ordering::SeqCst);
        if PLACES.lock().is_ok_and(|mut places| places.insert(place.to_string())) {
            eprintln!("CAUGHT: {panic}");
        }
    }));
}

/// Reads a list in every way there is.
///
/// # Panics
/// When one of them says something else than another, or nothing of a panic.
pub fn read_in_every_way(bytes: &[u8]) {
    let source = Source::bytes(bytes.to_vec());
    let plain = read(List::open(&source, None).ok());
    let look = List::look(&source, None);
    // A row of another list may have been far beyond what is looked at.
    PANICKED.store(false, Ordering::SeqCst);
    let Ok(Look { layout, fault, rows, .. }) = look else {
        assert!(plain.is_none(), "read, and yet not to be looked at");
        return;
    };
    for row in &rows {
        let private = row.cells.iter().zip(&layout.columns).filter(|(_, (_, it))| it.is_some_and(Column::is_private));
        private.for_each(|(cell, _)| assert_eq!(cell, "", "law 13: a private cell is shown"));
    }
    // To choose what was found is to choose nothing.
    let chosen = read(List::open(&source, Some(&layout)).ok());
    assert_eq!(plain, chosen, "the layout that was found reads the list otherwise");
    assert!(fault.is_none() || plain.is_none(), "read in spite of {fault:?}");
}

/// The hash of a list that was read to its end, and how many rows it has; none when it was refused on the way.
fn read(list: Option<List>) -> Option<([u8; 32], u64)> {
    let whole = list.and_then(to_the_end);
    let panicked = PANICKED.swap(false, Ordering::SeqCst);
    assert!(!(panicked && whole.is_some()), "the reader panicked, and the list passes for whole");
    whole
}

fn to_the_end(mut list: List) -> Option<([u8; 32], u64)> {
    let (mut last, mut count) = (0, 0);
    loop {
        let rows = list.raw_rows(100).ok()?;
        if rows.is_empty() {
            return Some((list.hash(), count));
        }
        for row in rows {
            assert!(row.number > last, "line {} comes behind line {last}", row.number);
            last = row.number;
            count += 1;
            check(&list.read(&row));
            let kept = list.blanked(&row);
            let private =
                |at: usize| list.header().columns().get(at).copied().flatten().is_some_and(Column::is_private);
            let blank = |(at, cell): (usize, &String)| !private(at) || cell.is_empty();
            assert!(kept.cells.iter().enumerate().all(blank), "law 13: a private cell is kept");
        }
    }
}

/// A row has a key, or is refused with a reason that is more than advice.
///
/// # Panics
/// When it is not so.
pub fn check(reading: &Reading) {
    match reading {
        Reading::Row(row) => {
            assert!(row.home.key().is_some(), "no key: {row:?}");
            assert!(row.remarks.iter().all(|it| it.reason.is_advice()), "a fault that does not count: {row:?}");
        }
        Reading::Refused { remarks, .. } => {
            assert!(remarks.iter().any(|it| !it.reason.is_advice()), "refused without a reason: {reading:?}");
        }
        Reading::Blank => {}
    }
}
