//! Spreadsheets made to do harm or to confuse, packed by hand: each is refused with a reason or read for what it is, in
//! bounded memory, and the program lives.

use std::io::{Cursor, Write};

use domain::first_login::Reason;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::tests::{all, source};
use super::*;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const PACKAGE: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>SHEETS</sheets></workbook>"#;
const PARTS: &str =
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">PARTS</Relationships>"#;
const SHEET: &str = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>ROWS</sheetData></worksheet>"#;
const HEADER: &str = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>VHE</t></is></c><c r="B1" t="inlineStr"><is><t>E-mail</t></is></c></row>"#;

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let how = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in parts {
        zip.start_file(*name, how).unwrap();
        zip.write_all(text).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A spreadsheet of these sheets (name, state, rows), with other parts beside them.
fn book(sheets: &[(&str, &str, &str)], more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut list = String::new();
    let mut related = String::new();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for (at, (name, state, rows)) in sheets.iter().enumerate() {
        list += &format!(r#"<sheet name="{name}" sheetId="{}" state="{state}" r:id="s{at}"/>"#, at + 1);
        related += &format!(
            r#"<Relationship Id="s{at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{at}.xml"/>"#
        );
        parts.push((format!("xl/worksheets/sheet{at}.xml"), SHEET.replace("ROWS", rows).into_bytes()));
    }
    parts.push(("[Content_Types].xml".to_owned(), TYPES.into()));
    parts.push(("_rels/.rels".to_owned(), PACKAGE.into()));
    parts.push(("xl/workbook.xml".to_owned(), BOOK.replace("SHEETS", &list).into_bytes()));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), PARTS.replace("PARTS", &related).into_bytes()));
    let all: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (name.as_str(), text.as_slice())).collect();
    packed(&[all.as_slice(), more].concat())
}

fn list(rows: &str) -> Vec<u8> {
    book(&[("Lijst", "visible", &format!("{HEADER}{rows}"))], &[])
}

fn fault(bytes: &[u8]) -> FileFault {
    match all(bytes) {
        Err(ListError::File(fault)) => fault,
        other => panic!("{other:?}"),
    }
}

fn cells(bytes: &[u8]) -> Vec<(u64, Vec<String>)> {
    let rows = List::open(&source(bytes), None).unwrap().raw_rows(999).unwrap();
    rows.into_iter().map(|row| (row.number, row.cells)).collect()
}

fn row(number: u64, value: &str) -> String {
    format!(r#"<row r="{number}"><c r="A{number}">{value}</c></row>"#)
}

#[test]
fn a_plain_spreadsheet_is_read() {
    assert_eq!(cells(&list(&row(2, "<v>12</v>"))), [(2, vec!["12".to_owned()])], "the other tests build on this");
}

#[test]
fn a_bomb_is_refused_before_it_unpacks() {
    let zeroes = vec![b' '; 300 * 1024 * 1024];
    let bomb = book(&[("Lijst", "visible", HEADER)], &[("xl/media/bomb.bin", &zeroes)]);
    assert!(bomb.len() < 1024 * 1024, "{}", bomb.len());
    assert_eq!(fault(&bomb), FileFault::Swollen);
    // The package claims that the bomb is small: what it unpacks to is counted all the same.
    let mut liar = bomb;
    let claimed = u32::try_from(zeroes.len()).unwrap().to_le_bytes();
    let places: Vec<usize> = liar.windows(4).enumerate().filter(|(_, it)| *it == claimed).map(|(at, _)| at).collect();
    assert!(!places.is_empty());
    for at in places {
        liar[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    assert!(matches!(fault(&liar), FileFault::Swollen | FileFault::Damaged));
}

#[test]
fn room_for_a_thousand_million_texts_is_not_reserved() {
    for text in [
        r#"<sst count="1" uniqueCount="99999999999"><si><t>x</t></si></sst>"#.to_owned(),
        format!("<!DOCTYPE x [{}]><sst/>", "<!ENTITY a 'b'>".repeat(9)),
        format!("<!-- {} --><sst/>", "x".repeat(100)),
        utf_16_text(),
    ] {
        let it = book(&[("Lijst", "visible", HEADER)], &[("xl/sharedStrings.xml", text.as_bytes())]);
        assert_eq!(fault(&it), FileFault::Damaged, "{text}");
    }
    for text in [format!("<sst>{}</sst>", "<si/>".repeat(2_000_001)), format!("<sst><si><t>{}", "x".repeat(2_000_000))]
    {
        let it = book(&[("Lijst", "visible", HEADER)], &[("xl/sharedStrings.xml", text.as_bytes())]);
        assert_eq!(fault(&it), FileFault::Swollen);
    }
}

fn utf_16_text() -> String {
    "<\0s\0s\0t\0/\0>\0".to_owned()
}

/// The reader gives each style a copy of the name of its font and of its form, whether a cell has that style or not.
#[test]
fn styles_that_come_to_gigabytes_are_refused_and_many_styles_are_not() {
    let styles = |fonts: &str, forms: &str, all: &str| {
        let text = format!(
            "<styleSheet><numFmts>{forms}</numFmts><fonts>{fonts}</fonts><cellXfs>{all}</cellXfs></styleSheet>"
        );
        book(&[("Lijst", "visible", &format!("{HEADER}{}", row(2, "<v>1</v>")))], &[("xl/styles.xml", text.as_bytes())])
    };
    let font = format!(r#"<font><name val="{}"/></font>"#, "x".repeat(500_000));
    let form = |length: usize| format!(r#"<numFmt numFmtId="164" formatCode="{}"/>"#, "&quot;".repeat(length));
    for hostile in [
        styles(&font, "", &r#"<xf fontId="0"/>"#.repeat(4_000)),
        styles("", &form(80_000), &r#"<x:xf numFmtId="164"/>"#.repeat(4_000)),
        styles("", "", &"<xf/>".repeat(2_000_000)),
        styles(&"<font/>".repeat(2_000_000), "", ""),
    ] {
        assert!(hostile.len() < 64 * 1024, "{}", hostile.len());
        assert_eq!(fault(&hostile), FileFault::Swollen);
    }
    let many = r#"<xf numFmtId="164" fontId="0"><alignment/><protection/></xf>"#.repeat(65_490);
    let many = styles(r#"<font><name val="Calibri"/></font>"#, &form(255), &many);
    assert_eq!(cells(&many), [(2, vec!["1".to_owned()])]);
}

#[test]
fn more_sheets_than_anybody_keeps_are_not_read_one_by_one() {
    let sheets = vec![("Leeg", "visible", ""); 251];
    assert_eq!(fault(&book(&sheets, &[])), FileFault::Swollen);
    let mut sheets = vec![("Leeg", "visible", ""); 249];
    let rows = format!("{HEADER}{}", row(2, "<v>1</v>"));
    sheets.push(("Lijst", "visible", &rows));
    assert_eq!(cells(&book(&sheets, &[])), [(2, vec!["1".to_owned()])]);
    // Each sheet is given a copy of its path.
    let path = format!(r#"<Relationships><Relationship Id="s0" Target="{}"/></Relationships>"#, "x".repeat(100_000));
    let it = book(&[("Lijst", "visible", &rows)], &[("xl/worksheets/_rels/sheet0.xml.rels", path.as_bytes())]);
    assert_eq!(fault(&it), FileFault::Swollen);
    let names = format!("<definedNames>{}</definedNames>", r#"<definedName name=""/>"#.repeat(300_000));
    let it = book(&[("Lijst", "visible", &rows)], &[("xl/werkboek.bin", names.as_bytes())]);
    assert_eq!(fault(&it), FileFault::Swollen);
}

#[test]
fn a_cell_far_away_costs_nothing_and_is_one_cell_too_many() {
    let far = r#"<row r="2"><c r="A2"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>7</v></c></row>"#;
    let rows = all(list(far)).unwrap();
    assert!(matches!(rows.first(), Some(Reading::Row(row)) if row.number == 2));
    let Some(Reading::Refused { number: 1_048_576, remarks, .. }) = rows.get(1) else { panic!("{rows:?}") };
    assert!(remarks.iter().any(|it| it.reason == Reason::ExtraCells));
    // Nothing in it: no cell.
    let blank = r#"<row r="2"><c r="A2"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>"#;
    assert_eq!(all(list(blank)).unwrap().len(), 1);
}

#[test]
fn a_million_rows_are_too_many() {
    let rows: String = (2..=1_000_000).map(|at| format!("<row r=\"{at}\"><c><v>1</v></c></row>")).collect();
    assert_eq!(fault(&list(&rows)), FileFault::TooLong);
}

#[test]
fn other_packages_say_what_they_are() {
    let inner = list(&row(2, "<v>1</v>"));
    assert_eq!(fault(&packed(&[("lijst.xlsx", &inner)])), FileFault::Archive);
    assert_eq!(
        fault(&packed(&[("word/document.xml", b"<w/>"), ("[Content_Types].xml", b"<T/>")])),
        FileFault::Document
    );
    assert_eq!(fault(&packed(&[("mimetype", b"x"), ("content.xml", b"<x/>")])), FileFault::OtherSpreadsheet);
    assert_eq!(fault(&packed(&[("xl/workbook.bin", b"x")])), FileFault::OtherSpreadsheet);
    let many: Vec<(String, &[u8])> = (0..2_100).map(|at| (format!("xl/{at}.xml"), &b"<x/>"[..])).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    assert_eq!(fault(&packed(&many)), FileFault::Swollen);
    assert_eq!(fault(&inner[..inner.len() / 2]), FileFault::Damaged);
    assert_eq!(fault(b"PK\x03\x04 and nothing more"), FileFault::Damaged);
}

#[test]
fn damaged_sheets_end_the_list_and_not_the_program() {
    for rows in [
        r#"<row r="2"><c r="A2" t="s"><v>77</v></c></row>"#,
        r#"<row r="2"><c r="A2" t="zz"><v>1</v></c></row>"#,
        r#"<row r="2"><c r="ZZZZZZZZZZZZ2"><v>1</v></c></row>"#,
        r#"<row r="2"><c r="A99999999999"><v>1</v></c></row>"#,
        r#"<row r="5"><c r="A5"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>"#,
        r#"<row r="2"><c r="A2"><v>1</v>"#,
    ] {
        assert_eq!(fault(&list(rows)), FileFault::Damaged, "{rows}");
    }
}

#[test]
fn cells_are_what_a_person_sees() {
    let rows = [
        row(2, "<v>12.0</v>"),
        row(3, "<v>363010012345678</v>"),
        row(4, "<v>1.9630100123456701E15</v>"),
        r#"<row r="5"><c r="A5" t="b"><v>1</v></c></row>"#.to_owned(),
        r#"<row r="6"><c r="A6" t="e"><v>#N/A</v></c></row>"#.to_owned(),
        r#"<row r="7"><c r="A7" t="str"><f>B7</f><v>V7</v></c></row>"#.to_owned(),
        r#"<row r="8"><c r="A8"><f>VLOOKUP(A1,B:C,2)</f></c></row>"#.to_owned(),
        r#"<row r="9"><c r="A9" t="inlineStr"><is><r><t>V</t></r><r><t>9</t></r></is></c></row>"#.to_owned(),
    ];
    let read = all(list(&rows.concat())).unwrap();
    let number = |row: &Reading| match row {
        Reading::Row(row) => (row.home.client_number.clone().unwrap_or_default(), row.remarks.clone()),
        Reading::Refused { remarks, .. } => (String::new(), remarks.clone()),
        Reading::Blank => panic!("blank"),
    };
    let told: Vec<(String, Vec<Reason>)> = read
        .iter()
        .map(number)
        .map(|(number, remarks)| (number, remarks.into_iter().map(|it| it.reason).collect()))
        .collect();
    let expected = [
        ("12", vec![]),
        ("363010012345678", vec![]),
        ("1963010012345670", vec![]),
        ("WAAR", vec![]),
        ("", vec![Reason::ErrorCell]),
        ("V7", vec![Reason::Formula]),
        ("", vec![Reason::NoOutcome, Reason::Formula]),
        ("V9", vec![]),
    ];
    assert_eq!(told.len(), expected.len());
    for ((number, reasons), (expected, why)) in told.iter().zip(expected) {
        assert_eq!((number.as_str(), reasons), (expected, &why));
    }
}

#[test]
fn the_first_sheet_that_a_person_sees_with_a_header_is_the_list() {
    let text = |text: &str| format!(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>"#);
    let rows = format!("{HEADER}{}", row(2, "<v>7</v>"));
    let old = format!("{HEADER}{}", row(2, "<v>99</v>"));
    let it = book(
        &[
            ("Oud", "hidden", &old),
            ("Voorblad", "visible", &text("Welkom")),
            ("Leeg", "visible", ""),
            ("Lijst &amp; meer", "visible", &rows),
        ],
        &[],
    );
    assert_eq!(cells(&it), [(2, vec!["7".to_owned()])]);
    let look = List::look(&source(&it), None).unwrap();
    assert_eq!(look.layout.sheet.as_deref(), Some("Lijst & meer"));
    let missing = Layout { sheet: Some("Oud".to_owned()), ..look.layout };
    assert!(matches!(List::open(&source(&it), Some(&missing)), Err(ListError::File(FileFault::NoSheet))));
}

#[test]
fn a_list_that_nobody_reads_to_its_end_leaves_no_thread_waiting() {
    let rows: String = (2..=5_000).map(|at| row(at, "<v>1</v>")).collect();
    let bytes = list(&rows);
    for _ in 0..200 {
        let mut it = List::open(&source(&bytes), None).unwrap();
        assert_eq!(it.rows(3).unwrap().len(), 3);
    }
    assert_eq!(all(&bytes).unwrap().len(), 4_999);
}
