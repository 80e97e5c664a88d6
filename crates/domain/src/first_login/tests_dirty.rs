//! Lists as they really come: every fault of the cells, one by one, and what becomes of the row.

use proptest::prelude::*;

use super::*;

const USUAL: &str = "VHE-nummer;Straat;Huisnummer;Toevoeging;Postcode;Plaats;E-mailadres";

fn header(line: &str) -> Header {
    Header::recognise(&line.split(';').collect::<Vec<_>>()).unwrap()
}

fn read(titles: &str, cells: &str) -> Reading {
    header(titles).read(2, &cells.split(';').collect::<Vec<_>>())
}

fn row(titles: &str, cells: &str) -> Row {
    match read(titles, cells) {
        Reading::Row(row) => row,
        other => panic!("{cells}: {other:?}"),
    }
}

fn reasons(titles: &str, cells: &str) -> (Judgement, Vec<Reason>) {
    let (judgement, remarks) = match read(titles, cells) {
        Reading::Row(row) => (Judgement::New, row.remarks),
        Reading::Refused { remarks, .. } => (judge_unread(&remarks).judgement, remarks),
        Reading::Blank => (Judgement::Unchanged, Vec::new()),
    };
    (judgement, remarks.into_iter().map(|remark| remark.reason).collect())
}

#[test]
fn columns_that_combine_things_are_taken_apart() {
    let it = row("Adres;Postcode en plaats;Email", "Lindelaan 12-A;1234ab Almelo;");
    assert_eq!((it.home.street.as_deref(), it.home.house_number.as_deref()), (Some("Lindelaan"), Some("12-A")));
    assert_eq!((it.home.postcode.as_deref(), it.home.place.as_deref()), (Some("1234 AB"), Some("Almelo")));
    let whole = row("Volledig adres", "Lindelaan 12-A, 1234 AB Almelo");
    assert_eq!(whole.home, it.home);
    let own = row("Adres;Huisnummer;Postcode;Plaats", "Plein 1940;12;1234AB;Almelo");
    assert_eq!(own.home.street.as_deref(), Some("Plein 1940"), "a number of its own: the address is the street");
    assert_eq!(reasons("Adres;Postcode", "Plein 1940 12;1234AB"), (Judgement::Conflict, vec![Reason::AddressUnclear]));
    assert_eq!(row("Straat;Postcode", "Lindelaan 12;1234AB").home.house_number.as_deref(), Some("12"));
}

#[test]
fn titles_that_can_mean_two_things_give_way() {
    use Column::{Addition, ClientNumber, HouseNumber, Place, Postcode};
    let columns = |titles: &str| header(titles).columns().to_vec();
    let nr = columns("Nr;VHE;Huisnummer;Woonplaats;Gemeente");
    assert_eq!(nr, [None, Some(ClientNumber), Some(HouseNumber), Some(Place), None]);
    assert_eq!(columns("Gemeente;Postcode;Nr"), [Some(Place), Some(Postcode), Some(HouseNumber)]);
    assert_eq!(columns("Postcode;Huisnr./toev."), [Some(Postcode), Some(HouseNumber)]);
    assert_eq!(columns("Postcode;Huisnr;Huisnr toev"), [Some(Postcode), Some(HouseNumber), Some(Addition)]);
}

#[test]
fn cells_that_changed_places_are_put_right_and_told() {
    for cells in ["1;Lindelaan;1234ab;;12-A;Almelo;", "1;Lindelaan;12-A 1234  AB;;;Almelo;"] {
        let it = row(USUAL, cells);
        assert_eq!(it.home.keys().address.as_deref(), Some("1234AB|12|A"), "{cells}");
        assert_eq!(it.remarks, [Remark::at(Column::Postcode, Reason::Moved)]);
    }
    let it = row(USUAL, "1;Lindelaan;12;;1234 AB ALMELO;Almelo;");
    assert_eq!((it.home.postcode.as_deref(), it.remarks.len()), (Some("1234 AB"), 0));
    assert_eq!(reasons(USUAL, "1;;12;;1234 AB Hengelo;Almelo;").1, [Reason::Postcode], "two towns");
    assert_eq!(row(USUAL, "1;Lindelaan;12.0;;1234AB;;").home.house_number.as_deref(), Some("12"));
}

#[test]
fn house_numbers_in_every_spelling_are_the_right_home() {
    let key =
        |number: &str, addition: &str| row(USUAL, &format!(";L;{number};{addition};1234AB;;")).home.keys().address;
    for (number, addition, other, behind) in
        [("12-A", "", "12a", ""), ("12-2 HS", "", "12", "2hs"), ("12 bis", "", "12", "BIS"), ("12 A", "", "12", "-a")]
    {
        assert_eq!(key(number, addition), key(other, behind), "{number}");
    }
    assert_ne!(key("12-14", ""), key("12", ""));
    assert_eq!(reasons(USUAL, ";L;12-01-2026;;1234AB;;").1, [Reason::BecameDate]);
    assert_eq!(reasons(USUAL, ";L;12;1-mei;1234AB;;").1, [Reason::BecameDate]);
}

#[test]
fn a_build_number_is_enough_before_there_is_an_address() {
    let it = row("Bouwnr.;Straat;E-mail", "B 07;;jan@example.nl");
    assert_eq!(it.home.key().unwrap().to_string(), "build:B07");
}

#[test]
fn letters_and_blanks_that_went_wrong_are_put_right_or_told() {
    let it = row(USUAL, "\u{feff}V\u{200b}1\u{a0};CafÃ©laan;1;;1234AB;Almelo;\u{a0}jan@example.nl\u{200b}");
    assert_eq!((it.home.client_number.as_deref(), it.home.street.as_deref()), (Some("V1"), Some("Cafélaan")));
    assert_eq!(it.remarks, [Remark::at(Column::Street, Reason::Repaired)]);
    assert_eq!(reasons(USUAL, "V1;Caf\u{fffd}laan;;;;;"), (Judgement::New, vec![Reason::Garbled]));
    assert_eq!(reasons(USUAL, "V\u{fffd};;;;;;"), (Judgement::Refused, vec![Reason::Sign]));
    assert_eq!(row(USUAL, "=\"0012\";;;;;;").home.client_number.as_deref(), Some("0012"));
}

#[test]
fn address_cells_give_an_address_none_or_a_choice() {
    for (cell, expected) in [
        ("mailto:jan@example.nl", (Judgement::New, vec![Reason::EmailTidied])),
        ("Jan <jan@example.nl>", (Judgement::New, vec![Reason::EmailTidied])),
        ("n.v.t.", (Judgement::New, vec![Reason::EmailPlaceholder])),
        ("#N/B", (Judgement::New, vec![Reason::EmailPlaceholder])),
        ("#VERW!", (Judgement::Refused, vec![Reason::ErrorCell])),
        ("=A1", (Judgement::Refused, vec![Reason::NoOutcome])),
        ("jan@example.nl, piet@example.nl", (Judgement::Conflict, vec![Reason::EmailMany])),
        ("jan@example.nl\npiet@example.nl", (Judgement::Conflict, vec![Reason::EmailMany])),
        ("jan\0@example.nl", (Judgement::Refused, vec![Reason::EmailSign])),
    ] {
        assert_eq!(reasons("VHE;E-mail", &format!("1;{cell}")), expected, "{cell:?}");
    }
    let both = reasons("VHE;Postcode;E-mail", "1;12;jan@example.nl, piet@example.nl");
    assert_eq!(both, (Judgement::Refused, vec![Reason::Postcode, Reason::EmailMany]), "a choice is not enough");
}

#[test]
fn numbers_of_the_land_register_and_dates_are_told_and_never_a_key() {
    let titles = "VHE;BAG-id;Opleverdatum;Ingangsdatum";
    for (cells, expected) in [
        ("1;0363010012345678;1-12-2026;01-12-2026", vec![]),
        ("1;363010012345678;;", vec![Reason::BagPadded]),
        ("1;1,96301E+15;;", vec![Reason::BagDamaged]),
        ("1;1963010012345670;;", vec![Reason::BagDamaged]),
        ("1;;14-02-205;31-02-2026", vec![Reason::Date, Reason::Date]),
        ("1;;46357;22-11-24", vec![Reason::DateForm, Reason::DateForm]),
    ] {
        assert_eq!(reasons(titles, cells), (Judgement::New, expected), "{cells}");
    }
    assert_eq!(reasons(titles, ";0363010012345678;;"), (Judgement::Refused, vec![Reason::NoKey]));
    let only = Header::recognise(&["BAG-id", "E-mail"]);
    assert_eq!(only, Err(HeaderFault::NoKey));
}

#[test]
fn rows_about_no_home_are_passed_over() {
    for cells in [
        USUAL,
        "vhe nummer;STRAAT;Huisnummer;;;;",
        "Totaal;;;;;;",
        "Totaal: 45;;;;;;",
        "Totaal aantal;45;;;;;",
        ";;;;;;Totaal",
        "\u{a0};\u{200b};;;;;",
    ] {
        assert_eq!(read(USUAL, cells), Reading::Blank, "{cells}");
    }
    for cells in ["Totaal;Lindelaan;1;;1234AB;Almelo;", "Totaal 1;;;;;;jan@example.nl", "V1;Straat;;;;;"] {
        assert_ne!(read(USUAL, cells), Reading::Blank, "{cells}");
    }
}

#[test]
fn the_header_is_found_below_titles() {
    let rows = |lines: &[&str]| -> Vec<Vec<String>> {
        lines.iter().map(|line| line.split(';').map(str::to_owned).collect()).collect()
    };
    let list =
        rows(&["Woningen Lindehof", "", "Adres;;", "VHE;Straat;Huisnummer", "V1;Lindelaan;1", "VHE;Straat;Huisnummer"]);
    assert_eq!(Header::find(&list), Some(3));
    assert_eq!(Header::find(&rows(&["Naam;Telefoon", "Jan;06"])), None);
    let mut deep = vec!["titel"; 30];
    deep.push("VHE;Straat");
    assert_eq!(Header::find(&rows(&deep)), None, "not within thirty lines");
}

#[test]
fn what_the_law_keeps_out_is_blank_and_cannot_be_chosen() {
    let mut columns = vec![Some(Column::ClientNumber), None, None];
    let rows = [["1", "123456782", "a"], ["2", "111222333", "b"], ["3", "", "c"], ["4", "123456782", "d"]];
    Header::hide_numbers(&mut columns, &rows.map(|row| row.map(str::to_owned).to_vec()));
    assert_eq!(columns, [Some(Column::ClientNumber), Some(Column::Bsn), None], "known by what it holds");
    let mut columns = Header::guess(&["VHE".to_owned(), "Nr".to_owned(), "Bouwnummer".to_owned()]);
    assert_eq!(columns[1], Some(Column::HouseNumber));
    let rows = ["123456782", "111222333", "123456782"].map(|number| vec![number.to_owned(); 3]);
    Header::hide_numbers(&mut columns, &rows);
    let known = [Some(Column::ClientNumber), Some(Column::Bsn), Some(Column::BuildNumber)];
    assert_eq!(columns, known, "whatever its title, but for the client's own numbers");
    let titles = ["VHE", "BSN", "Geb. datum"].map(str::to_owned).to_vec();
    let chosen = Header::of(titles, vec![Some(Column::ClientNumber), Some(Column::BuildNumber), None]).unwrap();
    assert_eq!(chosen.columns(), [Some(Column::ClientNumber), Some(Column::Bsn), Some(Column::BirthDate)]);
    assert_eq!(chosen.blanked(&["1", "123456782", "1-1-1950", "x"]), ["1", "", "", "x"]);
    let Reading::Row(it) = chosen.read(2, &["1", "123456782", "1-1-1950"]) else { panic!("no row") };
    assert!(!format!("{it:?}").contains("123456782") && it.remarks.is_empty(), "never read");
}

#[test]
fn a_layout_is_data_and_a_person_may_change_it() {
    let layout = Layout {
        encoding: Some(Encoding::Windows1252),
        separator: Some(';'),
        sheet: None,
        header_row: 3,
        columns: vec![
            ("VHE".to_owned(), Some(Column::ClientNumber)),
            ("E-mail".to_owned(), Some(Column::Email)),
            ("E-mail partner".to_owned(), Some(Column::Email)),
            ("BSN".to_owned(), Some(Column::Bsn)),
        ],
    };
    let json = serde_json::to_string(&layout).unwrap();
    assert_eq!(serde_json::from_str::<Layout>(&json).unwrap(), layout);
    assert_eq!(layout.header(), Err(HeaderFault::Twice(Column::Email)));
    let chosen = layout.with_columns(&[Some(Column::ClientNumber), None, Some(Column::Email)]);
    assert_eq!(chosen.header().unwrap().columns().iter().flatten().count(), 3, "the number stays unread");
    assert_eq!(layout.blanked().collect::<Vec<_>>(), [("BSN", Column::Bsn)]);
}

#[test]
fn a_formula_is_told_where_it_is_read() {
    let header = header("VHE;Naam;E-mail;BSN");
    let mut reading = header.read(2, &["1", "x", "jan@example.nl", ""]);
    header.tell_formulas(&mut reading, &[1, 2, 3, 9]);
    let Reading::Row(it) = reading else { panic!("no row") };
    assert_eq!(it.remarks, [Remark::at(Column::Email, Reason::Formula)]);
}

proptest! {
    /// Whatever cells say, a row has a key or a fault, and nothing in them makes the program stop.
    #[test]
    fn any_cells_are_read_or_refused(cells in prop::collection::vec("(\\PC{0,14}|[0-9]{4} ?[A-Z]{2}|[0-9 ,.@<>'-]{0,20})", 0..14)) {
        let titles = "VHE;Straat;Huisnummer;Huisletter;Toevoeging;Postcode;Plaats;E-mail;Bouwnummer;BAG;Opleverdatum;BSN";
        match read(titles, &cells.join(";")) {
            Reading::Row(row) => {
                prop_assert!(row.home.key().is_some());
                prop_assert!(row.remarks.iter().all(|remark| remark.reason.is_advice()));
            }
            Reading::Refused { remarks, .. } => {
                prop_assert!(remarks.iter().any(|remark| !remark.reason.is_advice()));
            }
            Reading::Blank => {}
        }
        let _ = read("Adres;Postcode en plaats;E-mail", &cells.join(";"));
    }
}
