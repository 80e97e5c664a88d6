//! Any header and any cells: a row has a key or a fault. The signs that ASCII has for it part them: `\x1f` cells, `\x1e`
//! the header from the row.
#![no_main]

use domain::first_login::Header;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Some((titles, cells)) = text.split_once('\x1e') else { return };
    let titles: Vec<&str> = titles.split('\x1f').collect();
    let cells: Vec<&str> = cells.split('\x1f').collect();
    let Ok(header) = Header::recognise(&titles) else { return };
    fuzz::check(&header.read(2, &cells));
});
