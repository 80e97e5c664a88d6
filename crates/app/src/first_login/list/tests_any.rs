//! Any bytes at all: read, or refused with a reason. The same properties are fuzzed under `fuzz/`.

use proptest::prelude::*;

use super::tests::{all, source};
use super::*;
use crate::first_login::{Sheet, SheetKind};

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just(b"VHE;Straat;E-mail\n".to_vec()),
        Just(b"sep=,\n".to_vec()),
        Just(b"\"".to_vec()),
        Just(b";".to_vec()),
        Just(b"\r".to_vec()),
        Just(b"\0".to_vec()),
        Just(b"\xff\xfe".to_vec()),
        Just("é".as_bytes().to_vec()),
        Just(b"\xe9".to_vec()),
        prop::collection::vec(any::<u8>(), 0..40),
        "\\PC{0,20}".prop_map(String::into_bytes),
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

fn spreadsheet(cells: &[Vec<String>], kind: SheetKind) -> Vec<u8> {
    let mut out = Vec::new();
    let mut sheet = Sheet::new(&mut out, kind).unwrap();
    sheet.row(&["VHE", "Straat", "Opmerking"]).unwrap();
    cells.iter().for_each(|row| sheet.row(row).unwrap());
    sheet.finish().unwrap();
    out
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in bytes()) {
        let _ = (all(&bytes), List::look(&source(&bytes), None));
    }

    #[test]
    fn a_text_list_keeps_all_its_rows(numbers in prop::collection::vec("[A-Z][0-9]{1,6}", 1..40), wide: bool) {
        let text: String = std::iter::once("VHE;E-mail\r\n".to_owned()).chain(numbers.iter().map(|it| format!("{it};\r\n"))).collect();
        let bytes = if wide { text.encode_utf16().flat_map(u16::to_le_bytes).collect() } else { text.into_bytes() };
        prop_assert_eq!(all(&bytes).unwrap().len(), numbers.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// One byte changed anywhere in a spreadsheet, or cut off anywhere.
    #[test]
    fn a_spreadsheet_with_a_fault_is_read_or_refused(at in any::<prop::sample::Index>(), byte: u8, cut: bool) {
        let mut bytes = spreadsheet(&[vec!["1".to_owned(), "Lindelaan".to_owned(), "=1".to_owned()]], SheetKind::Xlsx);
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        let _ = (all(&bytes), List::look(&source(&bytes), None));
    }

    /// Whatever is in the cells, it comes back the same. Line ends are one kind in text, and control signs have no place
    /// in a spreadsheet.
    #[test]
    fn what_is_written_comes_back(cells in prop::collection::vec(prop::collection::vec("(\\PC{0,12}|['=+@-]{1,3}[a-z]|_x00[0-9A]{2}_|&[a-z]{2};)", 3), 1..9)) {
        let mut cells = cells;
        for (at, row) in cells.iter_mut().enumerate() {
            row[0] = format!("V{at}");
        }
        for kind in [SheetKind::Csv, SheetKind::Xlsx] {
            let read = List::open(&source(spreadsheet(&cells, kind)), None).unwrap().raw_rows(99).unwrap();
            for (row, written) in read.iter().zip(&cells) {
                let mut got = row.cells.clone();
                got.resize(3, String::new());
                prop_assert_eq!(&got, written, "{:?}", kind);
            }
            prop_assert_eq!(read.len(), cells.len());
        }
    }
}
