//! First-time login: headers, rows, judgements and lists that slid.

use proptest::prelude::*;

use super::*;
use crate::email::Address;
use crate::linking::{KnownHome, KnownLink};

fn header(line: &str) -> Result<Header, HeaderFault> {
    Header::recognise(&line.split(';').collect::<Vec<_>>())
}

fn usual() -> Header {
    header("VHE-nummer;Straat;Huisnummer;Toevoeging;Postcode;Plaats;E-mailadres").unwrap()
}

fn row(line: &str) -> Row {
    match usual().read(2, &line.split(';').collect::<Vec<_>>()) {
        Reading::Row(row) => row,
        other => panic!("{other:?}"),
    }
}

fn refused(header: &Header, cells: &[&str]) -> Vec<Remark> {
    match header.read(2, cells) {
        Reading::Refused { remarks, .. } => remarks,
        other => panic!("{other:?}"),
    }
}

fn address(text: &str) -> Address {
    Address::parse(text).unwrap()
}

#[test]
fn the_usual_headers_are_recognised() {
    use Column::{Addition, BuildNumber, ClientNumber, Email, HouseLetter, HouseNumber, Place, Postcode, Street};
    let found = usual().columns().iter().flatten().copied().collect::<Vec<_>>();
    assert_eq!(found, [ClientNumber, Street, HouseNumber, Addition, Postcode, Place, Email]);
    for (title, column) in [
        ("\u{feff}VHE", ClientNumber),
        ("Eenheidnummer", ClientNumber),
        ("vhe nummer", ClientNumber),
        ("Straatnaam", Street),
        ("HUISNR.", HouseNumber),
        ("Huis-letter", HouseLetter),
        ("Toev.", Addition),
        ("Woonplaats", Place),
        ("E-mail", Email),
        ("e mail adres", Email),
        ("Bouwnr", BuildNumber),
        ("House number", HouseNumber),
        ("Postal code", Postcode),
        ("City", Place),
        ("Ｐｏｓｔｃｏｄｅ", Postcode),
    ] {
        let other = match column {
            ClientNumber => "Bouwnummer",
            Street => "VHE;Huisnummer",
            _ => "VHE",
        };
        assert_eq!(header(&format!("{title};{other}")).unwrap().columns().first(), Some(&Some(column)), "{title}");
    }
}

#[test]
fn every_spelling_means_one_thing() {
    for column in Column::ALL {
        assert_eq!(Column::parse(column.as_str()), Some(*column));
    }
    let own = header("Complex;VHE;Gebruikersnaam;Status;Huurder").unwrap();
    assert_eq!(own.kept().map(|place| own.titles()[place].as_str()).collect::<Vec<_>>(), ["Complex", "VHE", "Huurder"]);
}

#[test]
fn headers_that_cannot_be_used_say_why() {
    assert_eq!(header("Naam;Telefoon"), Err(HeaderFault::Unknown));
    assert_eq!(header(""), Err(HeaderFault::Unknown));
    assert_eq!(header("VHE;E-mail;Email"), Err(HeaderFault::Twice(Column::Email)));
    assert_eq!(header("Straat;Huisnummer;Plaats"), Err(HeaderFault::NoKey));
    assert_eq!(header("E-mailadres"), Err(HeaderFault::NoKey));
    assert_eq!(header(&"x;".repeat(600)), Err(HeaderFault::TooWide));
    assert!(header("Postcode;Huisnummer").is_ok() && header("Bouwnummer;Email").is_ok());
}

#[test]
fn rows_are_read_and_tidied() {
    let it = row(" 0012 ;Dorpsstraat;12;a;7607ab;Almelo; jan@Example.nl");
    assert_eq!(it.home.client_number.as_deref(), Some("0012"));
    assert_eq!(it.home.postcode.as_deref(), Some("7607 AB"));
    assert_eq!(it.address, Some(address("jan@example.nl")));
    assert_eq!(row("0012").address, None, "missing cells are empty");
    assert_eq!(usual().read(3, &["", " ", "\t"]), Reading::Blank);
    let apart = header("Postcode;Huisnummer;Huisletter;Toevoeging").unwrap();
    let Reading::Row(both) = apart.read(2, &["7607AB", "12", "A", "2"]) else { panic!("no row") };
    assert_eq!(both.home.keys().address.as_deref(), Some("7607AB|12|A2"));
}

#[test]
fn every_fault_is_told_at_its_cell() {
    let usual = usual();
    assert_eq!(
        refused(&usual, &["12", "Dorpsstraat", "zeven", "", "76 AB", "Almelo", "jan.example.nl"]),
        [
            Remark::at(Column::Postcode, Reason::Postcode),
            Remark::at(Column::HouseNumber, Reason::HouseNumber),
            Remark::at(Column::Email, Reason::EmailNoAt)
        ]
    );
    for (cells, remark) in [
        (vec!["", "Dorpsstraat", "12", "", "", "Almelo", ""], Remark::row(Reason::NoKey)),
        (
            vec!["", "Dorpsstraat", "", "", "7607AB", "Almelo", ""],
            Remark::at(Column::HouseNumber, Reason::NoHouseNumber),
        ),
        (
            vec!["1", "", "", "", "", "", "jan@example.nl; piet@example.nl"],
            Remark::at(Column::Email, Reason::EmailMany),
        ),
        (vec!["1", "Dorps\nstraat", "", "", "", "", ""], Remark::at(Column::Street, Reason::Sign)),
        (vec!["1", "", "", "", "", "", "", "meer"], Remark::row(Reason::ExtraCells)),
    ] {
        assert_eq!(refused(&usual, &cells), [remark]);
    }
    assert_eq!(refused(&usual, &["1", &"x".repeat(300)]), [Remark::at(Column::Street, Reason::TooLong)]);
}

fn known(link: Option<(&str, Proof)>, in_use: bool) -> Known {
    let link = link.map(|(key, proof)| KnownLink { search_key: key.to_owned(), proof });
    Known { twice: false, found: Found::Home { household: KnownHome { link, in_use }, bare: false } }
}

/// The same of a home that came without street and number.
fn bare(link: Option<(&str, Proof)>, in_use: bool) -> Known {
    let Found::Home { household, .. } = known(link, in_use).found else { panic!("a home") };
    Known { twice: false, found: Found::Home { household, bare: true } }
}

#[test]
fn a_home_without_street_gets_it_from_a_later_list_and_one_with_a_street_keeps_its_own() {
    let same = "jan@example.nl";
    let whole = row("1;Eikenlaan;12;;7601AB;Almelo;jan@example.nl");
    let silent = row("1;Eikenlaan;12;;7601AB;Almelo");
    use Judgement::{Changed, Refused, Unchanged};
    let verdict = |row: &Row, known: &Known| {
        let it = judge(row, known);
        assert_eq!(it.completes, it.remarks.contains(&Remark::row(Reason::Completed)));
        (it.judgement, it.change, it.completes)
    };
    for (row, known, expected) in [
        (&whole, bare(Some((same, Proof::Linked)), false), (Changed, Some(Change::Completed), true)),
        (&silent, bare(Some((same, Proof::Confirmed)), true), (Changed, Some(Change::Completed), true)),
        (&silent, bare(None, true), (Changed, Some(Change::Completed), true)),
        (&whole, bare(None, false), (Changed, Some(Change::FirstLink), true)),
        (&whole, bare(Some(("piet@example.nl", Proof::Linked)), false), (Changed, Some(Change::Corrected), true)),
        (&whole, bare(None, true), (Refused, None, false)),
        (&whole, known(Some((same, Proof::Linked)), false), (Unchanged, None, false)),
        // A street without a number is no address.
        (&row("1;Eikenlaan"), bare(None, false), (Unchanged, None, false)),
    ] {
        assert_eq!(verdict(row, &known), expected, "{known:?}");
    }
    let twice = Known { twice: true, ..bare(None, false) };
    assert_eq!(verdict(&silent, &twice), (Judgement::Conflict, None, false));
    let mut tally = Tally::default();
    (0..20).for_each(|_| tally.add(Changed, Some(Change::Completed)));
    assert_eq!((tally.changed(), tally.addresses(), tally.total()), (20, 0, 20));
    assert_eq!(tally.stands(&Shift::default()), Ok(()), "no second person for streets");
}

#[test]
fn an_import_links_first_addresses_and_corrects_unproven_ones() {
    let with = row("1;;;;;;jan@example.nl");
    let without = row("1");
    let verdict = |row: &Row, known: &Known| {
        let it = judge(row, known);
        (it.judgement, it.change, it.remarks.first().map(|remark| remark.reason))
    };
    use Judgement::{Changed, Conflict, New, Refused, Unchanged};
    let nothing = Known { twice: false, found: Found::Nothing };
    let same = "jan@example.nl";
    let other = "piet@example.nl";
    for (row, known, expected) in [
        (&with, nothing.clone(), (New, None, None)),
        (&without, nothing.clone(), (New, None, None)),
        (&with, known(None, false), (Changed, Some(Change::FirstLink), None)),
        (&with, known(None, true), (Refused, None, Some(Reason::InUse))),
        (&with, known(Some((same, Proof::Linked)), false), (Unchanged, None, None)),
        (&with, known(Some((same, Proof::Confirmed)), true), (Unchanged, None, None)),
        (&with, known(Some((other, Proof::Linked)), false), (Changed, Some(Change::Corrected), None)),
        (&with, known(Some((other, Proof::Linked)), true), (Refused, None, Some(Reason::InUse))),
        (&with, known(Some((other, Proof::Confirmed)), true), (Refused, None, Some(Reason::Confirmed))),
        (&with, known(Some((other, Proof::Confirmed)), false), (Refused, None, Some(Reason::Confirmed))),
        (&without, known(Some((other, Proof::Linked)), false), (Unchanged, None, None)),
        (&without, known(Some((other, Proof::Confirmed)), true), (Unchanged, None, None)),
        (&with, Known { twice: false, found: Found::Several }, (Conflict, None, Some(Reason::TwoHomes))),
        (&with, Known { twice: false, found: Found::OtherProject }, (Conflict, None, Some(Reason::OtherProject))),
        (&with, Known { twice: true, found: Found::Nothing }, (Conflict, None, Some(Reason::TwiceInList))),
    ] {
        assert_eq!(verdict(row, &known), expected, "{known:?}");
    }
    let typo = judge(&row("1;;;;;;jan@gmial.com"), &nothing);
    assert_eq!((typo.judgement, typo.remarks), (New, vec![Remark::at(Column::Email, Reason::EmailTypo)]));
    let upper = judge(&row("1;;;;;;JAN@EXAMPLE.NL"), &known(Some((same, Proof::Linked)), false));
    assert_eq!(upper.judgement, Unchanged, "case alone is no correction");
}

#[test]
fn rows_for_one_home_are_twins_by_any_key() {
    let rows = ["1;;12;;7607AB", "2;;13;;7607AB", "1;;14;;7607AB", "5;;13;;7607 ab", "7607AB|12|", "9;;15;;7607AB"];
    let keys = rows.map(|line| row(line).home.keys());
    let mut twins = Twins::default();
    keys.iter().for_each(|keys| twins.add(keys));
    let home = crate::id::DwellingId::from_uuid(uuid::Uuid::from_u128(7));
    let other = crate::id::DwellingId::from_uuid(uuid::Uuid::from_u128(8));
    for one in [home, other, home] {
        twins.add_home(one);
    }
    let doubled = twins.doubled();
    let found = keys.iter().map(|keys| doubled.has(keys, &[])).collect::<Vec<_>>();
    assert_eq!(found, [true, true, true, true, false, false], "both rows of a pair; a number is not an address");
    assert!(doubled.has(&keys[5], &[home]) && !doubled.has(&keys[5], &[other]), "two rows that lead to one home");
}

#[test]
fn ten_corrections_stop_a_list_and_first_links_do_not() {
    let mut tally = Tally::default();
    for _ in 0..500 {
        tally.add(Judgement::Changed, Some(Change::FirstLink));
        tally.add(Judgement::New, None);
    }
    for _ in 0..9 {
        tally.add(Judgement::Changed, Some(Change::Corrected));
    }
    assert_eq!(tally.stands(&Shift::default()), Ok(()));
    assert!(!tally.has_faults());
    tally.add(Judgement::Changed, Some(Change::Corrected));
    assert_eq!(tally.stands(&Shift::default()), Err(BatchFault::TooManyChanges(10)));
    assert_eq!(tally.total(), 1_010);
    tally.add(Judgement::Refused, None);
    assert!(tally.has_faults());
}

fn shift(known: &[String], listed: &[String]) -> Shift {
    let mut shift = Shift::default();
    for (known, listed) in known.iter().zip(listed) {
        shift.add((!known.is_empty()).then_some(known.as_str()), Address::parse(listed).ok().as_ref());
    }
    shift
}

fn people(count: usize) -> Vec<String> {
    (0..count).map(|i| format!("bewoner{i}@example.nl")).collect()
}

#[test]
fn a_list_that_slid_betrays_itself() {
    let known = people(20);
    let mut slid = known.clone();
    slid.rotate_right(1);
    assert_eq!(shift(&known, &slid).counts(), (20, 20));
    assert!(shift(&known, &slid).is_shifted());
    assert!(!shift(&known, &known).is_shifted());
    // Two neighbours exchanged: two rows, under the three.
    let mut swapped = known.clone();
    swapped.swap(3, 4);
    assert!(!shift(&known, &swapped).is_shifted());
    // Exactly three of fifteen, and three of sixteen.
    let three = |of: usize| {
        let known = people(of);
        let mut listed = known.clone();
        listed[..3].rotate_left(1);
        shift(&known, &listed).is_shifted()
    };
    assert!(three(15) && !three(16));
}

#[test]
fn one_carer_with_forty_homes_is_no_shift() {
    let known = vec!["zorg@example.nl".to_owned(); 40];
    assert_eq!(shift(&known, &known).counts(), (0, 40));
}

proptest! {
    #[test]
    fn any_list_is_read_without_panic(titles in prop::collection::vec("\\PC{0,12}", 0..8), cells in prop::collection::vec(any::<String>(), 0..9)) {
        let mut titles = titles;
        titles.push("VHE".to_owned());
        if let Ok(header) = Header::recognise(&titles) {
            match header.read(2, &cells) {
                Reading::Row(row) => prop_assert!(row.home.key().is_some()),
                Reading::Refused { remarks, .. } => prop_assert!(!remarks.is_empty()),
                Reading::Blank => {}
            }
        }
    }

    /// Law 8: whatever the list says, an account in use and a confirmed address stay as they are.
    #[test]
    fn an_account_in_use_is_never_touched(listed in "[a-z]{1,5}@example\\.nl", key in "[a-z]{1,5}@example\\.nl", linked: bool, confirmed: bool, in_use: bool) {
        let row = row(&format!("1;;;;;;{listed}"));
        let proof = if confirmed { Proof::Confirmed } else { Proof::Linked };
        let judged = judge(&row, &known(linked.then_some((key.as_str(), proof)), in_use));
        if in_use || (linked && confirmed) {
            prop_assert!(matches!(judged.judgement, Judgement::Unchanged | Judgement::Refused));
            prop_assert_eq!(judged.change, None);
        }
        // Sent again after it was applied, a row changes nothing.
        let again = judge(&row, &known(Some((listed.as_str(), Proof::Linked)), in_use));
        prop_assert_eq!(again.judgement, Judgement::Unchanged);
    }

    #[test]
    fn every_rotation_is_found_and_no_fresh_address_is(count in 3_usize..200, by in 1_usize..199, fresh in 0_usize..200) {
        let known = people(count);
        let mut slid = known.clone();
        slid.rotate_left(by % count);
        prop_assert_eq!(shift(&known, &slid).is_shifted(), by % count != 0);
        let mut corrected = known.clone();
        for (i, one) in corrected.iter_mut().enumerate().take(fresh) {
            *one = format!("nieuw{i}@example.nl");
        }
        prop_assert!(!shift(&known, &corrected).is_shifted());
    }
}
