//! `huissleutel doctor`, the log and own texts: a line that was changed is found and named, lines that wait are counted, and an end that was
//! cut off is seen by who kept it elsewhere.

use super::house::House;
use super::program::eventually;

/// The log of a house that a worker has sealed.
fn sealed(house: House) -> House {
    let house = house.furnished();
    let worker = house.start(&["worker"]);
    assert!(eventually(|| (house.inside().unsealed() == 0).then_some(())).is_some(), "a worker seals what waits");
    worker.stop().ends(0);
    house
}

#[test]
fn lines_that_wait_for_their_number_are_counted() {
    for house in House::each() {
        let house = house.furnished();
        let said = house.run(&["doctor"]).ends(0);
        assert!(said.stdout.contains("ok    audit log: 2 lines wait for their number, the oldest of 2"), "{said:?}");
    }
}

#[test]
fn a_line_that_was_changed_is_found_and_named() {
    for house in House::each() {
        let house = sealed(house);
        house.doctor();
        house.inside().plant("UPDATE audit_line SET act = 'project.gone' WHERE act = 'project.added'");
        let said = house.run(&["doctor"]).ends(1);
        let found = said.stdout.lines().find(|line| line.starts_with("FAULT audit log: linde: line 2 (")).unwrap();
        assert!(found.ends_with(" project.gone) was changed"), "{found}");
        house.inside().plant("UPDATE audit_line SET act = 'project.added' WHERE act = 'project.gone'");
        house.doctor();
    }
}

#[test]
fn an_end_that_was_kept_elsewhere_shows_a_cut() {
    for house in House::each() {
        let house = sealed(house);
        let ends = house.path("ends.txt");
        let said = house.run(&["doctor", "--ends", &ends]).ends(0);
        assert!(said.stdout.contains("every end that was kept is there"), "{said:?}");
        assert_eq!(std::fs::read_to_string(&ends).unwrap().lines().count(), 1, "one chain, one end");
        house.run(&["doctor", "--ends", &ends]).ends(0);
        house.inside().plant(
            "DELETE FROM audit_chain WHERE seq = 2; \
             DELETE FROM audit_line WHERE id NOT IN (SELECT line_id FROM audit_chain)",
        );
        house.doctor();
        let said = house.run(&["doctor", "--ends", &ends]).ends(1);
        assert!(said.stdout.contains("had line 2 when its end was kept; that end is gone"), "{said:?}");
        assert!(std::fs::read_to_string(&ends).unwrap().contains(" 2 "), "and stays kept");
        let other = house.write("lijst.csv", "a;b\n");
        let said = house.run(&["doctor", "--ends", &other]).ends(1);
        assert!(said.stdout.contains("is no file of ends"), "{said:?}");
    }
}

#[test]
fn an_own_text_that_is_not_used_is_named() {
    for house in House::each() {
        let house = house.furnished();
        assert!(house.run(&["doctor"]).ends(0).stdout.contains("ok    own texts: all that are kept are used"));
        house.inside().plant(
            "INSERT INTO client_text SELECT id, 'nl', 'reset-intro', '{oud}', NULL, 1 FROM organisation WHERE slug = 'linde'",
        );
        let said = house.run(&["doctor"]).ends(1);
        let found = said.stdout.lines().find(|line| line.starts_with("FAULT own texts: ")).unwrap();
        let named = "linde: reset-intro (nl) is not used, the standard stands in: Line 1, character 1: ";
        assert!(found.contains(named), "{found}");
    }
}
