//! `huissleutel retention run` and `incident`: what they say, what they write, and that the log is whole afterwards.

use super::house::House;

#[test]
fn what_is_over_is_counted_and_erased_by_hand() {
    for house in House::each() {
        let house = house.furnished();
        let dry = house.run(&["retention", "run", "--dry-run", "--format", "json"]).ends(0);
        let told: serde_json::Value = serde_json::from_str(&dry.stdout).unwrap();
        assert_eq!((&told["dry_run"], &told["through"]), (&true.into(), &true.into()));
        let done = house.run(&["retention", "run"]).ends(0);
        assert!(done.stdout.starts_with("Dit is gewist."), "{done:?}");
        house.doctor();
    }
}

#[test]
fn an_incident_lists_the_homes_for_their_client() {
    for house in House::each() {
        let house = house.furnished();
        let list = "VHE-nummer;Straat;Huisnummer;Postcode;Plaats;E-mailadres\r\nV1;Lindelaan;1;7607 AB;Almelo;een@example.nl\r\n";
        house.import(list, &["--confirm"]).ends(0);
        let file = house.path("woningen.csv");
        let said = house.run(&["incident", "--organisation", "linde", "--out", &file]).ends(0);
        assert!(said.stdout.starts_with("1\tWoningen"), "{said:?}");
        let written = std::fs::read_to_string(&file).unwrap();
        let rows: Vec<&str> = written.lines().collect();
        assert_eq!(rows.len(), 2, "{written}");
        assert!(rows[0].starts_with('\u{feff}') && rows[1].starts_with("V1;Lindelaan;1;"), "{written}");
        assert!(!written.contains("een@example.nl"), "how many addresses, and not which");
        house.run(&["incident", "--organisation", "niemand"]).ends(1);
        house.doctor();
    }
}
