//! Any header and any cells: a row has a key or a fault.
#![no_main]

use domain::first_login::{Header, Reading};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|lines: (Vec<String>, Vec<String>)| {
    let Ok(header) = Header::recognise(&lines.0) else { return };
    match header.read(2, &lines.1) {
        Reading::Row(row) => assert!(row.home.key().is_some()),
        Reading::Refused { remarks, .. } => assert!(remarks.iter().any(|remark| !remark.reason.is_advice())),
        Reading::Blank => {}
    }
});
