//! Makes a filter file of a list of words: `cargo run --release -p crypto --example make_filter -- LIST FILE`.
//! The tool behind `data/make_known.py`; not part of the program.

use std::error::Error;
use std::path::Path;

use crypto::known_passwords::Filter;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(list), Some(file)) = (arguments.next(), arguments.next()) else {
        return Err("wanted: LIST FILE".into());
    };
    let text = std::fs::read_to_string(list)?;
    Filter::write(text.lines(), Path::new(&file))?;
    Ok(())
}
