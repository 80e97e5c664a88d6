//! A home that is added by hand or called otherwise: as a list makes homes, refused where the client has it, and never another's.

use app::Barred;
use app::users::Twin;
use app::users::add_home::{self, AddError, Added};
use app::users::edit_home::{self, Done, EditError};
use domain::access::{Actor, Denied};
use domain::first_login::progress::WorkList;
use domain::first_login::{Column, Judgement};
use domain::home::Home;
use domain::role::Role;
use testkit::each_engine;

use super::{clerk, dwelling, is_denied, lead, numbers, staff, town};
use crate::first_login::{confirm, list, logged, zuid};
use crate::house::House;

fn numbered(number: &str) -> Home {
    Home { client_number: Some(number.to_owned()), ..Home::default() }
}

fn at(house_number: &str) -> Home {
    let text = |text: &str| Some(text.to_owned());
    Home {
        street: text("Eikenlaan"),
        house_number: text(house_number),
        postcode: text("7601 AB"),
        place: text("Almelo"),
        ..Home::default()
    }
}

async fn add(house: &House, who: &Actor, home: &Home) -> Result<Added, AddError> {
    add_home::add(&house.app, &house.ctx(), who, (&zuid(), home)).await
}

fn twins<T: std::fmt::Debug>(result: Result<T, AddError>) -> Vec<Twin> {
    match result {
        Err(AddError::Known(twins)) => twins,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_home_is_added_as_a_list_adds_homes() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        town(&house).await;
        let (app, own) = (&house.app, clerk(&house));
        let before = logged(app).await;
        let home = Home { client_number: Some("V9".to_owned()), ..at("9") };
        let added = add(&house, &own, &home).await.unwrap();
        assert_eq!(added.username.as_str(), "ALMELO04", "the next number, on {}", house.engine);
        assert_eq!(logged(app).await, before + 1);
        assert_eq!(numbers(&house, &own, "7601ab 9").await, ["V9"]);
        let (page, ctx) = ((&zuid(), WorkList::NoAddress), house.ctx());
        let waiting = app::first_login::worklist::page(app, &ctx, &own, page, None).await.unwrap();
        assert!(waiting.homes.iter().any(|it| it.username == "ALMELO04"), "it waits for an address");
        assert!(house.deliver().await.is_empty(), "no mail goes out");
        let (_, told) = confirm(&house, &list([("V9", ""), ("V10", "")])).await;
        let judged: Vec<(Judgement, Option<String>)> =
            told.iter().map(|row| (row.judgement, row.username.clone())).collect();
        assert_eq!(judged, [(Judgement::Unchanged, None), (Judgement::New, Some("ALMELO05".to_owned()))]);
        let lead = lead(&house, "linde/zuid").await;
        assert_eq!(add(&house, &lead, &numbered("L1")).await.unwrap().username.as_str(), "ALMELO06");
    })
    .await;
}

#[tokio::test]
async fn a_home_that_the_client_has_is_refused_at_its_field() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        town(&house).await;
        let own = clerk(&house);
        add(&house, &own, &at("9")).await.unwrap();
        let there = dwelling(&house, "ALMELO01").await;
        let before = logged(&house.app).await;
        let twin = |by, dwelling, elsewhere| Twin { by, dwelling, elsewhere };
        let known = twins(add(&house, &own, &numbered(" v 1 ")).await);
        assert_eq!(known, [twin(Column::ClientNumber, Some(there), false)], "{}", house.engine);
        let known = twins(add(&house, &own, &Home { client_number: Some("V77".to_owned()), ..at("9") }).await);
        assert_eq!((known.len(), known[0].by), (1, Column::HouseNumber), "another number at one address");
        // Both are told, each at its own field.
        let known = twins(add(&house, &own, &Home { client_number: Some("V1".to_owned()), ..at("9") }).await);
        assert_eq!(known.iter().map(|it| it.by).collect::<Vec<_>>(), [Column::ClientNumber, Column::HouseNumber]);
        // Of another project of the client; who may not see that one is not told which home it is (law 9).
        let known = twins(add(&house, &own, &numbered("N1")).await);
        assert!(known[0].elsewhere && known[0].dwelling.is_some());
        let lead = lead(&house, "linde/zuid").await;
        assert_eq!(twins(add(&house, &lead, &numbered("N1")).await), [twin(Column::ClientNumber, None, true)]);
        assert_eq!(logged(&house.app).await, before, "nothing was done");
        let (one, two) = (numbered("V55"), numbered("v55"));
        let (first, second) = tokio::join!(add(&house, &own, &one), add(&house, &own, &two));
        assert_eq!(usize::from(first.is_ok()) + usize::from(second.is_ok()), 1, "{first:?} {second:?}");
        let late = if first.is_err() { first } else { second };
        assert_eq!(twins(late).len(), 1, "of two at once one is second, on {}", house.engine);
    })
    .await;
}

#[tokio::test]
async fn nobody_adds_or_changes_homes_of_another_client() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        town(&house).await;
        let home = dwelling(&house, "ALMELO01").await;
        let (before, elsewhere) = (logged(&house.app).await, Some(house.app.id(house.clock.now())));
        for (who, why) in [
            (lead(&house, "linde/noord").await, Denied::NotYours),
            (staff(Role::Clerk, elsewhere, vec![]), Denied::NotYours),
            (staff(Role::Support, None, vec![]), Denied::NotAllowed),
            (staff(Role::OperatorAdmin, None, vec![]), Denied::NotAllowed),
            (Actor::Anonymous, Denied::NotAllowed),
        ] {
            let added = add(&house, &who, &numbered("V1")).await;
            assert!(matches!(added, Err(AddError::Barred(Barred::Denied(denied))) if denied == why), "{who:?}");
            assert!(is_denied(add_home::at(&house.app, &house.ctx(), &who, &zuid()).await, why), "{who:?}");
            let edited = edit_home::plan(&house.app, &house.ctx(), &who, (home, &numbered("V1"))).await;
            assert!(matches!(edited, Err(EditError::Barred(Barred::Denied(denied))) if denied == why), "{who:?}");
            let edited = edit_home::edit(&house.app, &house.ctx(), &who, (home, &numbered("X"), "")).await;
            assert!(matches!(edited, Err(EditError::Barred(Barred::Denied(denied))) if denied == why), "{who:?}");
        }
        assert_eq!(logged(&house.app).await, before, "{}", house.engine);
    })
    .await;
}

#[tokio::test]
async fn a_home_is_called_otherwise_as_it_was_shown() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        town(&house).await;
        let (app, own) = (&house.app, clerk(&house));
        let home = dwelling(&house, "ALMELO01").await;
        let after = Home { client_number: Some("V100".to_owned()), build_number: Some("B7".to_owned()), ..at("12") };
        let plan = edit_home::plan(app, &house.ctx(), &own, (home, &after)).await.unwrap();
        assert_eq!((plan.before, plan.after), (numbered("V1"), after.clone()), "{}", house.engine);
        let other = Home { client_number: Some("V101".to_owned()), ..after.clone() };
        let done = edit_home::edit(app, &house.ctx(), &own, (home, &other, &plan.seal)).await.unwrap();
        assert!(matches!(done, Done::Other(_)), "a seal is over one change");
        let lines = logged(app).await;
        let done = edit_home::edit(app, &house.ctx(), &own, (home, &after, &plan.seal)).await.unwrap();
        assert!(matches!(done, Done::Changed));
        assert_eq!(logged(app).await, lines + 1);
        assert_eq!(numbers(&house, &own, "7601ab 12").await, ["V100"]);
        assert_eq!(numbers(&house, &own, "v1").await, ["V100"], "nothing is called V1 any more");
        assert_eq!(dwelling(&house, "ALMELO01").await, home, "the username stays");
        let again = edit_home::edit(app, &house.ctx(), &own, (home, &after, &plan.seal)).await;
        assert!(matches!(again, Err(EditError::Same)));
        for twin in [numbered("V2"), numbered("N1")] {
            let refused = edit_home::plan(app, &house.ctx(), &own, (home, &twin)).await;
            let known = matches!(&refused, Err(EditError::Known(twins)) if twins[0].by == Column::ClientNumber);
            assert!(known, "{refused:?} on {}", house.engine);
        }
        // The same home otherwise written is no twin of itself.
        let written = Home { house_number: Some("012".to_owned()), ..after };
        assert!(edit_home::plan(app, &house.ctx(), &own, (home, &written)).await.is_ok());
        let (_, told) = confirm(&house, &list([("V100", "een@example.nl"), ("V1", "")])).await;
        let judged: Vec<Judgement> = told.iter().map(|row| row.judgement).collect();
        assert_eq!(judged, [Judgement::Unchanged, Judgement::New], "lists find it by its new number only");
    })
    .await;
}
