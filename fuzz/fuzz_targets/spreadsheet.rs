//! Any text as the parts of a spreadsheet that is packed as it should be: what a fuzzer would not find through the
//! compression. A zero byte parts the sheet, the shared texts, the styles and the workbook.
#![no_main]

use std::io::{Cursor, Write};

use app::first_login::{List, Source};
use libfuzzer_sys::fuzz_target;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.split(|byte| *byte == 0);
    let mut next = || parts.next().unwrap_or_default();
    let (sheet, texts, styles, book) = (next(), next(), next(), next());
    let whole = format!(
        r#"<workbook xmlns:r="{RELATED}"><sheets><sheet name="L" sheetId="1" r:id="a"/></sheets></workbook>"#
    );
    let package = format!(
        r#"<Relationships><Relationship Id="a" Type="{RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let related = format!(
        r#"<Relationships><Relationship Id="a" Type="{RELATED}/worksheet" Target="worksheets/a.xml"/></Relationships>"#
    );
    let book = if book.is_empty() { whole.as_bytes() } else { book };
    let packed = pack(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", package.as_bytes()),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", related.as_bytes()),
        ("xl/worksheets/a.xml", sheet),
        ("xl/sharedStrings.xml", texts),
        ("xl/styles.xml", styles),
    ]);
    let Some(packed) = packed else { return };
    let Ok(mut list) = List::open(&Source::bytes(packed), None) else { return };
    while list.rows(100).is_ok_and(|rows| !rows.is_empty()) {}
});

fn pack(parts: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).ok()?;
        zip.write_all(text).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}
