//! Any text as a mail that asks for something: nothing in the answer is made up. `\x1e` parts the subject from the rest.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| fuzz::mail::request(text));
