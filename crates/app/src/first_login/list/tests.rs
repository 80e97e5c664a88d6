//! Lists as they really come: containers, encodings, layouts. What cells mean is tested in `domain`.

use domain::first_login::{Column, Encoding, Judgement, Reason, judge_unread};

use super::*;
use crate::first_login::{Sheet, SheetKind};

pub(super) fn source(bytes: impl AsRef<[u8]>) -> Source {
    testkit::seeds::keep(bytes.as_ref());
    Source::bytes(bytes.as_ref().to_vec())
}

pub(super) fn all(bytes: impl AsRef<[u8]>) -> Result<Vec<Reading>, ListError> {
    let mut list = List::open(&source(bytes), None)?;
    let mut all = Vec::new();
    loop {
        let rows = list.rows(100)?;
        if rows.is_empty() {
            return Ok(all);
        }
        all.extend(rows);
    }
}

/// Line, number of the client, street and address of each row.
fn told(bytes: impl AsRef<[u8]>) -> Vec<String> {
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    let row = |row: &Reading| match row {
        Reading::Row(row) => {
            let address = row.address.as_ref().map(|it| it.as_str().to_owned());
            format!("{} {} {} {}", row.number, part(&row.home.client_number), part(&row.home.street), part(&address))
        }
        other => panic!("{other:?}"),
    };
    all(bytes).unwrap().iter().map(|it| row(it).trim_end().to_owned()).collect()
}

fn fault(bytes: impl AsRef<[u8]>) -> FileFault {
    match all(bytes) {
        Err(ListError::File(fault)) => fault,
        other => panic!("{other:?}"),
    }
}

fn utf_16(text: &str, low_first: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|unit| if low_first { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
}

#[test]
fn clean_lists_are_read() {
    for list in [
        "VHE;E-mail\n1;jan@example.nl\n2;\n",
        "VHE,E-mail\r\n1,jan@example.nl\r\n2,\r\n",
        "VHE\tE-mail\r1\tjan@example.nl\r2\t",
        "\u{feff}VHE;E-mail\n1;jan@example.nl\n2;",
        "VHE;\"E-mail\"\r\n\"1\";\"jan@example.nl\"\r\n\"2\";\"\"",
    ] {
        assert_eq!(told(list), ["2 1  jan@example.nl", "3 2"], "{list:?}");
    }
    assert_eq!(told("VHE\n1\n2\n"), ["2 1", "3 2"], "one column");
    assert_eq!(told("\u{feff}\"VHE\",\"Naam;of;iets\"\n\"1\",x\n2"), ["2 1", "3 2"]);
    assert_eq!(told("\n\nVHE;E-mail\n\n1;\n;;;\n2;\n\n"), ["5 1", "7 2"], "lines as the client counts them");
}

#[test]
fn every_encoding_gives_the_same_list() {
    let list = "VHE;Straat\r\n1;Cafélaan\r\n2;’s-Gravenweg €\r\n";
    let expected = ["2 1 Cafélaan", "3 2 ’s-Gravenweg €"];
    let (windows, ..) = encoding_rs::WINDOWS_1252.encode(list);
    let marked = |low: bool| utf_16(&format!("\u{feff}{list}"), low);
    for (bytes, encoding) in [
        (list.as_bytes().to_vec(), Encoding::Utf8),
        (format!("\u{feff}{list}").into_bytes(), Encoding::Utf8),
        (windows.into_owned(), Encoding::Windows1252),
        (marked(true), Encoding::Utf16Le),
        (marked(false), Encoding::Utf16Be),
        (utf_16(list, true), Encoding::Utf16Le),
        (utf_16(list, false), Encoding::Utf16Be),
    ] {
        assert_eq!(told(&bytes), expected, "{encoding}");
        let look = List::look(&source(&bytes), None).unwrap();
        assert_eq!((look.layout.encoding, look.fault, look.rows.len()), (Some(encoding), None, 2));
    }
    // The first accent may stand far behind all that is looked at.
    let mut late = "VHE;Straat\n".to_owned() + &"1;Laan\n".repeat(50_000);
    late.push_str("2;Caf");
    let late = [late.as_bytes(), b"\xe9laan\n"].concat();
    assert_eq!(told(&late).last().unwrap(), "50002 2 Cafélaan");
}

#[test]
fn utf_8_that_was_read_as_windows_is_put_right_and_told() {
    let Reading::Row(row) = all("VHE;Straat\n1;CafÃ©laan\n").unwrap().remove(0) else { panic!("no row") };
    assert_eq!(row.home.street.as_deref(), Some("Cafélaan"));
    assert_eq!(row.remarks.iter().map(|it| it.reason).collect::<Vec<_>>(), [Reason::Repaired]);
    // A file of which one line went through another program.
    let mixed = [b"VHE;Straat\n1;Caf\xe9laan\n2;Caf".as_slice(), "élaan\n".as_bytes()].concat();
    assert_eq!(told(&mixed), ["2 1 Cafélaan", "3 2 Cafélaan"]);
}

#[test]
fn titles_a_sep_line_and_totals_around_the_list_do_not_matter() {
    let list = "sep=,\nWoningen Lindehof;;\n\nStand per 1-12-2026,,\nVHE,E-mail,Plaats;oud,,\n\
                1,jan@example.nl,,,\nVHE,E-mail,Plaats;oud,,\n2,,,,\n,,,,\nTotaal,2,,,\n";
    assert_eq!(told(list), ["6 1  jan@example.nl", "8 2"]);
    assert_eq!(told("Overzicht\tvan;woningen\nVHE\tE-mail\n1\t\n"), ["3 1"], "the separator of the header");
    let deep = format!("{}VHE;E-mail\n1;\n", "titel;x\n".repeat(29));
    assert_eq!(told(&deep), ["31 1"]);
    let deeper = format!("{}VHE;E-mail\n1;\n", "titel;x\n".repeat(30));
    assert!(matches!(all(deeper), Err(ListError::Header(HeaderFault::Unknown))));
}

#[test]
fn what_a_spreadsheet_left_in_csv_is_understood() {
    assert_eq!(told("VHE;E-mail\n=\"0012\";\n'-7;\n"), ["2 0012", "3 -7"]);
    let Reading::Row(row) = all("VHE;E-mail\n1;#N/B\n").unwrap().remove(0) else { panic!("no row") };
    assert_eq!(row.remarks.first().map(|it| it.reason), Some(Reason::EmailPlaceholder));
    let Reading::Refused { number: 3, .. } = all("VHE;Straat\n1;Laan\n2;\"Laan\nen weg\"\n").unwrap().remove(1) else {
        panic!("a row of two lines is refused, and counted where it begins")
    };
}

#[test]
fn what_is_no_list_says_what_to_do() {
    assert_eq!(fault(b""), FileFault::Empty);
    assert_eq!(fault("\u{feff} \n"), FileFault::Empty);
    assert_eq!(fault(b"%PDF-1.7\n"), FileFault::Pdf);
    assert_eq!(fault(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), FileFault::OldSpreadsheet);
    assert_eq!(fault(b"<html><table><tr><td>VHE</td></tr></table>"), FileFault::WebPage);
    assert!(matches!(all("Naam;Telefoon\nJan;06\n"), Err(ListError::Header(HeaderFault::Unknown))));
    assert!(matches!(all("Straat;E-mail\n"), Err(ListError::Header(HeaderFault::NoKey))));
    assert!(matches!(
        all("VHE;E-mail;Mailadres\n1;a@example.nl;b@example.nl\n"),
        Err(ListError::Header(HeaderFault::Twice(Column::Email)))
    ));
    let endless = format!("VHE;Straat\n1;Laan\n2;\"{}", "Laan\n".repeat(300_000));
    assert!(matches!(all(endless), Err(ListError::Endless(3))));
    assert_eq!(fault("VHE;Straat\n".to_owned() + &"1;Laan\n".repeat(100_001)), FileFault::TooLong);
    assert_eq!(all("VHE;Straat\n".to_owned() + &"1;Laan\n".repeat(100_000)).unwrap().len(), 100_000);
    assert_eq!(fault("VHE;Straat\n".to_owned() + &"1;Laanlaanlaan\n".repeat(2_300_000)), FileFault::TooBig);
    assert!(matches!(all(format!("VHE;{}Straat\n1;", "x;".repeat(500))), Err(ListError::Header(HeaderFault::TooWide))));
}

/// Found by the fuzzer: such a row had the line of the row before it, and no batch holds two rows of one line.
#[test]
fn a_quotation_mark_that_is_never_closed_is_told_at_its_line() {
    for (list, line) in [
        ("VHE;Straat\n1;Laan\n2;\"Laan", 3),
        ("VHE;Straat\r\n1;Laan\r\n\r\n2;\"Laan\r\n3;Weg\r\n", 4),
        ("VHE;Straat\n\"1;Laan\n2;Laan\n", 2),
        ("VHE;Straat\n1;\"", 2),
    ] {
        assert!(matches!(all(list), Err(ListError::Endless(at)) if at == line), "{list:?}: {:?}", all(list));
        assert_eq!(List::look(&source(list), None).unwrap().rows.last().map(|row| row.number), Some(line), "{list:?}");
    }
    assert_eq!(told("VHE;Straat\n1;\"Laan\"\n2;\"Weg\""), ["2 1 Laan", "3 2 Weg"], "closed by the last sign of all");
}

#[test]
fn a_person_may_change_the_mapping_and_that_is_another_list() {
    let bytes = "Titel\nNummer woning;E-mail;Mailadres;BSN\n1;a@example.nl;b@example.nl;123456782\n";
    let look = List::look(&source(bytes), None).unwrap();
    assert_eq!((look.fault, look.layout.header_row), (Some(HeaderFault::Twice(Column::Email)), 2));
    assert_eq!(look.rows.first().unwrap().cells, ["1", "a@example.nl", "b@example.nl", ""], "law 13 in the look too");
    let chosen = look.layout.with_columns(&[Some(Column::ClientNumber), None, Some(Column::Email)]);
    let mut list = List::open(&source(bytes), Some(&chosen)).unwrap();
    let Some(Reading::Row(row)) = list.rows(9).unwrap().pop() else { panic!("no row") };
    assert_eq!(row.address.unwrap().as_str(), "b@example.nl");
    assert_eq!(list.layout().columns.last().unwrap().1, Some(Column::Bsn), "the law cannot be chosen away");
    assert_ne!(list.hash(), sha256(bytes.as_bytes()));
    // To choose what was found is to choose nothing.
    let plain = "VHE;E-mail\n1;\n";
    let found = List::look(&source(plain), None).unwrap().layout;
    let mut list = List::open(&source(plain), Some(&found)).unwrap();
    while !list.rows(9).unwrap().is_empty() {}
    assert_eq!(list.hash(), sha256(plain.as_bytes()));
}

#[test]
fn the_hash_is_that_of_the_file() {
    let list = "\u{feff}VHE;E-mail\n1;\n".repeat(1000);
    let mut read = List::open(&source(&list), None).unwrap();
    while !read.rows(100).unwrap().is_empty() {}
    assert_eq!(read.hash(), sha256(list.as_bytes()));
}

#[test]
fn what_we_write_we_read() {
    let rows = [
        vec!["VHE-nummer", "Straat", "Opmerking"],
        vec!["0012", "Lindelaan \"A\"; b", "=1+1"],
        vec!["1963010012345678", "’s-Gravenweg", "-"],
        vec!["3", "é\u{1F511}", "+31 6"],
        vec!["4", "_x0041_ &amp; <b>", "'@SUM(A1)"],
    ];
    for kind in [SheetKind::Csv, SheetKind::Xlsx] {
        let mut out = Vec::new();
        let mut sheet = Sheet::new(&mut out, kind).unwrap();
        rows.iter().for_each(|row| sheet.row(row).unwrap());
        sheet.beside("Uitleg", &[vec!["VHE-nummer", "Straat"], vec!["9", "Voorbeeld"]]).unwrap();
        sheet.finish().unwrap();
        let read = List::open(&source(&out), None).unwrap().raw_rows(99).unwrap();
        let cells: Vec<Vec<String>> = read.into_iter().map(|row| row.cells).collect();
        assert_eq!(cells, rows[1..], "{kind:?}");
    }
}

#[test]
fn the_template_is_a_list_without_rows() {
    for kind in [SheetKind::Csv, SheetKind::Xlsx] {
        let mut out = Vec::new();
        crate::first_login::template::write(&mut out, kind, words::Words::of(domain::language::Language::Nl)).unwrap();
        let look = List::look(&source(&out), None).unwrap();
        assert_eq!((look.fault, look.rows.len(), look.layout.columns.len()), (None, 0, 8));
        let titles: Vec<&str> = look.layout.columns.iter().map(|(title, _)| title.as_str()).collect();
        assert!(titles.join(";").starts_with("VHE-nummer;Straat;Huisnummer;Toevoeging;Postcode;Plaats;E-mailadres"));
        assert!(look.layout.columns.iter().all(|(_, column)| column.is_some()), "{titles:?}");
    }
}

#[test]
fn a_choice_is_a_conflict() {
    let Reading::Refused { remarks, .. } = all("VHE;E-mail\n1;a@example.nl, b@example.nl\n").unwrap().remove(0) else {
        panic!("no choice")
    };
    assert_eq!(judge_unread(&remarks).judgement, Judgement::Conflict);
}
