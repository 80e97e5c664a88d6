//! Any text as the parts of a spreadsheet that is packed as it should be: what a fuzzer would not find through the
//! compression. A zero byte parts the sheet, the shared texts, the styles and the workbook; what is empty is left out.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fuzz_target!(init: fuzz::let_caught_panics_pass(), |bytes| {
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
    fuzz::read_in_every_way(&packed);
});

fn pack(parts: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let how = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in parts.iter().filter(|(_, text)| !text.is_empty()) {
        zip.start_file(*name, how).ok()?;
        zip.write_all(text).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}
