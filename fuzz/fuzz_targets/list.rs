//! Any bytes as a client's list: read to its end or refused, and the same when what was found is chosen.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(init: fuzz::let_caught_panics_pass(), |bytes| fuzz::read_in_every_way(bytes));
