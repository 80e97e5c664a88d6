//! Any bytes as what came back about a mail of ours: a report that is fit to keep, or none.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz::mail::report(bytes));
