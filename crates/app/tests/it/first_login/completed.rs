//! A home that came by a number alone gets its street from a later list, once; taken back it has none again.

use app::first_login::undo::{self, Rows};
use domain::access::{Actor, ProjectPlace, SeeUsernames, in_project};
use domain::first_login::{Judgement, Reason};
use domain::home::Home;
use testkit::each_engine;

use super::{address, confirm, dry, signs_in, zuid};
use crate::house::House;

const BUILT: &str = "Bouwnummer;E-mail\nB1;een@example.nl\nB2;twee@example.nl\nB3;\nB4;\n";
const WHOLE: &str = "Bouwnummer;Straat;Huisnummer;Postcode;Plaats;E-mail\nB1;Eikenlaan;1;7601AB;Almelo;een@example.nl\n\
                     B2;Eikenlaan;2;7601AB;Almelo;\nB3;Eikenlaan;3;7601AB;Almelo;drie@example.nl\nB4;;;;;\n";

/// The address of each home of the project, by its build number.
async fn streets(house: &House) -> Vec<String> {
    let (organisation, now) = (house.organisation, house.app.clock.now());
    let homes = house
        .app
        .db
        .read(move |tx| {
            let project = store::project::by_slugs(tx, "linde", "zuid")?.expect("the project").id;
            let place = ProjectPlace { organisation, project };
            let scope = in_project::<SeeUsernames>(&Actor::Server, place).expect("the server may");
            store::home::page(tx, &scope, None, now)
        })
        .await
        .unwrap();
    let text = |part: &Option<String>| part.clone().unwrap_or_else(|| "-".to_owned());
    let line = |home: &Home| {
        [&home.build_number, &home.street, &home.house_number, &home.postcode, &home.place].map(text).join(" ")
    };
    homes.iter().map(|it| line(&it.home)).collect()
}

#[tokio::test]
async fn a_home_that_came_by_its_build_number_gets_its_street_from_a_later_list() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        confirm(&house, BUILT).await;
        // Who is in already: the street is the home's, not the account's (law 8).
        signs_in(&house.app, "ALMELO02").await;
        let (report, told) = confirm(&house, WHOLE).await;
        let tally = report.tally;
        assert_eq!((tally.completed, tally.first_links, tally.unchanged), (2, 1, 1), "{}", house.engine);
        for row in &told[..3] {
            assert_eq!((row.judgement, row.reasons.first()), (Judgement::Changed, Some(&Reason::Completed)), "{row:?}");
        }
        let whole = ["B1 Eikenlaan 1 7601 AB Almelo", "B2 Eikenlaan 2 7601 AB Almelo", "B3 Eikenlaan 3 7601 AB Almelo"];
        assert_eq!(streets(&house).await[..3], whole);
        assert_eq!(streets(&house).await[3], "B4 - - - -");
        assert_eq!(address(&house.app, "ALMELO01").await.as_deref(), Some("een@example.nl"), "the same link");
        let lines = house.app.db.read(store::audit::unsealed).await.unwrap();
        assert_eq!(lines.iter().filter(|line| line.act == "home.completed").count(), 3, "law 11");
        let (again, _) = confirm(&house, WHOLE).await;
        assert_eq!((again.tally.unchanged, again.batch), (4, None), "once");
        // Found by its address now; and another address for it changes nothing.
        let (_, told) = dry(&house, "Postcode;Huisnummer\n7601AB;1\n").await;
        assert_eq!(told[0].judgement, Judgement::Unchanged);
        let one = async |row: &str| {
            let (_, told) = confirm(&house, &format!("Bouwnummer;Straat;Huisnummer;Postcode\n{row}\n")).await;
            (told[0].judgement, told[0].reasons.clone())
        };
        assert_eq!(one("B1;Beukenlaan;9;7601AC").await, (Judgement::Unchanged, vec![]), "it keeps the address it has");
        let taken = one("B4;Eikenlaan;1;7601AB").await;
        assert_eq!(taken, (Judgement::Conflict, vec![Reason::TwoHomes]), "the address is another home's");
        assert_eq!(streets(&house).await[..3], whole);

        let all = (&zuid(), report.batch.unwrap(), Rows::All);
        let undone = undo::undo(&house.app, &house.ctx(), &Actor::Server, all).await.unwrap();
        assert_eq!((undone.undone, undone.kept), (2, 1), "the one who is in stays");
        assert_eq!(streets(&house).await, ["B1 - - - -", "B2 Eikenlaan 2 7601 AB Almelo", "B3 - - - -", "B4 - - - -"]);
        assert_eq!(address(&house.app, "ALMELO03").await, None);
        assert_eq!(address(&house.app, "ALMELO01").await.as_deref(), Some("een@example.nl"));
        let (report, _) = confirm(&house, WHOLE).await;
        assert_eq!(report.tally.completed, 1, "and gets it again");
    })
    .await;
}
