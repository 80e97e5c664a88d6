//! Any bytes as a message that came in: taken apart within its bounds, and what it asks for stands in it.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz::mail::message(bytes));
