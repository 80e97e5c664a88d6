//! What a clean list makes.

use std::collections::BTreeSet;

use app::first_login::usernames::Status;
use domain::first_login::{Judgement, Reason};
use testkit::each_engine;

use super::{add_client, add_project, address, back, confirm, dry, judgements, list, listed, logged, many, run, zuid};
use crate::house::House;

#[tokio::test]
async fn a_clean_list_makes_homes_accounts_and_links_once() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let clean = list([("A1", "jan@example.nl"), ("A2", ""), ("A3", "ans@gmial.com")]);
        let (report, told) = dry(&house, &clean).await;
        assert_eq!((report.tally.new, report.fault, report.batch), (3, None, None), "{}", house.engine);
        assert_eq!(told[2].reasons, [Reason::EmailTypo], "a likely typing error is told and accepted");
        assert!(listed(&house.app, &zuid()).await.is_empty(), "a dry run writes nothing");
        assert_eq!(logged(&house.app).await, 0, "not even in the log");

        let (report, told) = confirm(&house, &clean).await;
        assert!(report.batch.is_some());
        let names: Vec<_> = told.iter().map(|row| row.username.clone().unwrap()).collect();
        assert_eq!(names, ["ALMELO01", "ALMELO02", "ALMELO03"]);
        // Confirmed, three accounts, two addresses, applied.
        assert_eq!(logged(&house.app).await, 1 + 3 + 2 + 1);
        let homes = listed(&house.app, &zuid()).await;
        let expected = [("A1", Status::Linked), ("A2", Status::NoAddress), ("A3", Status::Linked)];
        let got: Vec<_> = homes.iter().map(|(number, _, status)| (number.as_str(), *status)).collect();
        assert_eq!(got, expected);
        assert_eq!(address(&house.app, "ALMELO01").await.as_deref(), Some("jan@example.nl"));

        let before = logged(&house.app).await;
        let (report, told) = confirm(&house, &clean).await;
        assert_eq!((report.tally.unchanged, report.batch), (3, None), "sent again, it changes nothing");
        assert_eq!(judgements(&told), [Judgement::Unchanged; 3]);
        assert_eq!(listed(&house.app, &zuid()).await, homes);
        assert_eq!(logged(&house.app).await, before, "nothing more");
        let list = back(&house.app, &zuid()).await;
        assert!(list.contains("VHE-nummer;E-mailadres;Gebruikersnaam;Status") && list.contains("ALMELO03"), "{list}");
        assert_eq!(logged(&house.app).await, before + 1, "the list of usernames that was made is logged");
    })
    .await;
}

#[tokio::test]
async fn the_log_of_an_import_names_who_and_what_and_masks_the_address() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        confirm(&house, &list([("A1", "jan@example.nl")])).await;
        let lines = house.app.db.read(store::audit::unsealed).await.unwrap();
        let mut acts: Vec<&str> = lines.iter().map(|line| line.act.as_str()).collect();
        acts.sort_unstable();
        assert_eq!(acts, ["account.created", "email.linked", "import.applied", "import.confirmed"]);
        for line in &lines {
            assert_eq!((line.organisation, line.actor.0.as_str()), (Some(house.organisation), "server"));
            assert_eq!(line.door, "command-line");
        }
        let linked = lines.iter().find(|line| line.act == "email.linked").unwrap();
        let created = lines.iter().find(|line| line.act == "account.created").unwrap();
        assert_eq!(linked.subject, created.subject, "both are about the account");
        let id = linked.id;
        let (_, detail) = house.app.db.read(move |tx| store::audit::side(tx, id)).await.unwrap().unwrap();
        assert_eq!(detail, "j•••@e•••.nl");
    })
    .await;
}

#[tokio::test]
async fn commas_a_byte_order_mark_and_whole_addresses_are_the_same_list() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let with = "\u{feff}VHE-nummer,Straat,Huisnummer,Toevoeging,Postcode,Plaats,E-mailadres\r\n\
            0012,\"Laan, de\",12,a,7607ab,Almelo,jan@example.nl\r\n,Dorpsstraat,7,,7607 AC,Almelo,\r\n";
        let (report, _) = confirm(&house, with).await;
        assert_eq!(report.tally.new, 2);
        let other = "Postcode;Huisnummer;E-mail\n7607AB;12-A;JAN@example.nl\n7607AC;7;\n7607AD;1;\n";
        let (report, told) = dry(&house, other).await;
        assert_eq!(report.tally.unchanged, 2, "found by their addresses, in another spelling and order of columns");
        assert_eq!(told[2].judgement, Judgement::New);
    })
    .await;
}

#[tokio::test]
async fn addresses_that_come_later_are_linked_and_nine_may_be_corrected() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        confirm(&house, &list((0..30).map(|n| (n, "")))).await;
        let (report, _) = confirm(&house, &list((0..30).map(|n| (n, format!("b{n}@example.nl"))))).await;
        assert_eq!((report.tally.first_links, report.tally.new), (30, 0), "first links are not limited");
        let corrected = |count: usize| list((0..count).map(|n| (n, format!("nieuw{n}@example.nl"))));
        let (report, _) = confirm(&house, &corrected(9)).await;
        assert_eq!(report.tally.corrected, 9);
        assert_eq!(address(&house.app, "ALMELO09").await.as_deref(), Some("nieuw8@example.nl"));
        assert_eq!(address(&house.app, "ALMELO10").await.as_deref(), Some("b9@example.nl"));
        let lines = house.app.db.read(store::audit::unsealed).await.unwrap();
        assert_eq!(lines.iter().filter(|line| line.act == "email.changed").count(), 9);
    })
    .await;
}

#[tokio::test]
async fn another_clients_home_of_the_same_number_stays_as_it_is() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let app = &house.app;
        add_client(app, "eik").await;
        let other = add_project(app, "eik/noord", "HENGELO").await;
        confirm(&house, &list([("A1", "jan@example.nl")])).await;
        let (report, told) = run(app, &other, &list([("A1", "piet@example.nl")]), true).await.unwrap();
        assert_eq!(report.tally.new, 1, "law 9: the number of another client is no match");
        assert_eq!(told[0].username.as_deref(), Some("HENGELO01"));
        assert_eq!(address(app, "ALMELO01").await.as_deref(), Some("jan@example.nl"));
        assert_eq!(listed(app, &zuid()).await.len(), 1);
        assert_eq!(listed(app, &other).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_username_that_looks_like_an_issued_one_is_passed_over() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let app = &house.app;
        // One prefix to a hurried eye: such a project is refused by now, and one that was there before stays.
        let alike = add_project(app, "linde/alike", "OTHER").await;
        testkit::raw::run(&house.fresh, "UPDATE project SET prefix = 'AIMELO' WHERE slug = 'alike'").await;
        run(app, &alike, &list([("B1", ""), ("B2", "")]), true).await.unwrap();
        let (_, told) = confirm(&house, &list([("A1", ""), ("A2", "")])).await;
        let names: Vec<_> = told.iter().filter_map(|row| row.username.clone()).collect();
        assert_eq!(names, ["ALMELO03", "ALMELO04"], "{}", house.engine);
        let (_, told) = run(app, &alike, &list([("B3", ""), ("B4", ""), ("B5", "")]), true).await.unwrap();
        let names: BTreeSet<_> = told.iter().filter_map(|row| row.username.as_deref()).collect();
        assert_eq!(names, BTreeSet::from(["AIMELO05", "AIMELO06", "AIMELO07"]), "{}", house.engine);
    })
    .await;
}

#[tokio::test]
async fn a_long_list_keeps_its_order_and_its_numbers() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (report, told) = confirm(&house, &many(10_000)).await;
        assert_eq!(report.tally.new, 10_000);
        assert_eq!(told.last().unwrap().username.as_deref(), Some("ALMELO10000"));
        let homes = listed(&house.app, &zuid()).await;
        let in_order = homes.iter().enumerate().all(|(n, (number, ..))| *number == format!("V{n}"));
        assert!(homes.len() == 10_000 && in_order, "{}", house.engine);
        let (report, _) = confirm(&house, &many(10_000)).await;
        assert_eq!((report.tally.unchanged, report.batch), (10_000, None));
    })
    .await;
}
