//! Any bytes as a client's list: read to its end or refused, with and without a choice of columns, and as a copy.
#![no_main]

use app::first_login::{List, Source};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let source = || Source::bytes(bytes.to_vec());
    if let Ok(look) = List::look(&source(), None) {
        let _ = List::open(&source(), Some(&look.layout)).map(read);
    }
    let _ = List::open(&source(), None).map(read);
    let _ = List::open(&source().copied(), None).map(read);
});

fn read(mut list: List) {
    while let Ok(rows) = list.raw_rows(100) {
        if rows.is_empty() {
            return;
        }
        for row in &rows {
            let _ = (list.read(row), list.blanked(row));
        }
    }
}
