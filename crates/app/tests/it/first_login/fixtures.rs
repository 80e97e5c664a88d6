//! Lists that went through a real spreadsheet program (see `fixtures/make.sh`): each fault gives the right row, or a clear
//! reason at its cell.

use app::first_login::{List, RawRow, Source};
use domain::first_login::{Column, Judgement, Reading, Reason, Row, judge_unread};

/// A fixture by its name.
fn fixture(name: &str) -> Source {
    Source::file([env!("CARGO_MANIFEST_DIR"), "tests/it/first_login/fixtures", name].iter().collect())
}

/// What became of a row: line, judgement as far as reading decides it, and why.
fn told(reading: &Reading) -> (u64, Judgement, Vec<(Option<Column>, Reason)>) {
    let of = |number: u64, judgement, remarks: &[domain::first_login::Remark]| {
        (number, judgement, remarks.iter().map(|it| (it.column, it.reason)).collect())
    };
    match reading {
        Reading::Row(row) => of(row.number, Judgement::New, &row.remarks),
        Reading::Refused { number, remarks, .. } => of(*number, judge_unread(remarks).judgement, remarks),
        Reading::Blank => (0, Judgement::Unchanged, Vec::new()),
    }
}

fn row(reading: &Reading) -> &Row {
    match reading {
        Reading::Row(row) => row,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_dirty_spreadsheet_is_read_row_by_row() {
    use Judgement::{Conflict, New, Refused};
    let source = fixture("dirty.xlsx");
    let look = List::look(&source, None).unwrap();
    assert_eq!(look.layout.sheet.as_deref(), Some("Woningen 2026"), "not the hidden one, not the cover");
    assert_eq!((look.layout.header_row, look.fault), (3, None));
    assert_eq!(look.layout.blanked().collect::<Vec<_>>(), [("BSN", Column::Bsn)]);
    let mut list = List::open(&source, None).unwrap();
    let raw = list.raw_rows(100).unwrap();
    let rows: Vec<Reading> = raw.iter().map(|it| list.read(it)).collect();
    let email = |reason| vec![(Some(Column::Email), reason)];
    let expected = [
        (4, New, vec![]),
        (5, New, vec![]),
        (6, Refused, vec![(Some(Column::HouseNumber), Reason::BecameDate)]),
        (7, New, email(Reason::EmailTidied)),
        (8, Conflict, email(Reason::EmailMany)),
        (9, New, email(Reason::EmailPlaceholder)),
        (11, New, email(Reason::Formula)),
        (12, New, [email(Reason::EmailPlaceholder), email(Reason::Formula)].concat()),
        (13, Refused, [Reason::ErrorCell, Reason::Formula].map(|it| (Some(Column::HouseNumber), it)).to_vec()),
        (14, New, vec![(Some(Column::Bag), Reason::BagPadded)]),
        (15, New, vec![(Some(Column::Bag), Reason::BagDamaged), (Some(Column::Date), Reason::Date)]),
        (16, New, vec![(Some(Column::Postcode), Reason::Moved)]),
        (17, New, vec![(Some(Column::Street), Reason::Repaired)]),
        (18, New, email(Reason::EmailTidied)),
        (19, New, vec![]),
        (21, New, vec![]),
    ];
    let got: Vec<_> = rows.iter().map(told).collect();
    assert_eq!(got.len(), expected.len(), "no row lost, and no header, blank or total among them: {got:#?}");
    for (got, expected) in got.iter().zip(&expected) {
        assert_eq!(got, expected);
    }
    assert_eq!(row(&rows[1]).home.client_number.as_deref(), Some("2"), "a number, not 2.0");
    assert_eq!(row(&rows[1]).address.as_ref().map(|it| it.as_str()), Some("twee@example.nl"));
    assert_eq!(row(&rows[6]).address.as_ref().map(|it| it.as_str()), Some("zeven@example.nl"));
    assert_eq!(row(&rows[11]).home.keys().address.as_deref(), Some("1234AC|16|"), "each in its place again");
    assert_eq!(row(&rows[13]).home.client_number.as_deref(), Some("14"), "no hidden signs");
    let kept = raw.iter().map(|it| list.blanked(it));
    assert!(kept.clone().all(|it: RawRow| !it.cells.contains(&"123456782".to_owned())), "law 13");
    assert!(kept.clone().all(|it| it.cells.get(8) == Some(&"01-12-2026".to_owned()) || it.number == 15));
}

#[test]
fn a_clean_csv_is_another_list_after_a_spreadsheet_saved_it() {
    use Judgement::{New, Refused};
    let read = |name| List::open(&fixture(name), None).unwrap().rows(100).unwrap();
    let (before, after) = (read("through-a-spreadsheet.csv"), read("through-a-spreadsheet.xlsx"));
    let reasons = |rows: &[Reading]| -> Vec<(Judgement, Vec<Reason>)> {
        let bare = |(_, judgement, remarks): (u64, Judgement, Vec<(Option<Column>, Reason)>)| {
            (judgement, remarks.into_iter().map(|(_, reason)| reason).collect())
        };
        rows.iter().map(told).map(bare).collect()
    };
    assert_eq!(
        reasons(&before),
        [(New, vec![]), (New, vec![Reason::Date]), (Refused, vec![Reason::NoOutcome, Reason::BagPadded])]
    );
    assert_eq!(
        reasons(&after),
        [
            (New, vec![Reason::BagPadded]),
            (New, vec![Reason::BagDamaged, Reason::Date]),
            (Refused, vec![Reason::EmailNoAt, Reason::BagPadded, Reason::Formula]),
        ]
    );
    assert_eq!(row(&before[0]).home.keys().address.as_deref(), Some("1234AB|12|A"));
    assert_eq!(row(&after[0]).home.keys().address, row(&before[0]).home.keys().address);
    let number = |rows: &[Reading]| row(&rows[0]).home.client_number.clone();
    assert_eq!((number(&before), number(&after)), (Some("0012".to_owned()), Some("12".to_owned())), "lost for good");
}
