//! The help desk finds one account by its whole key; every look is counted, and stands in the log of the client and the resident.

mod caller;

use app::help_desk::{self, DeskError, Key, Sought};
use app::own_data::{self, Who};
use app::{Barred, Caller};
use domain::access::{Actor, Denied};
use domain::audit::Act;
use domain::id::AccountId;
use domain::role::Role;
use domain::time::Span;
use testkit::each_engine;

use crate::house::House;
use crate::proposal::person;
use crate::tenant_change::settle;

async fn search(house: &House, by: &Actor, typed: &str) -> Result<Sought, DeskError> {
    let Some(key) = Key::typed(typed) else { return Ok(Sought::Nobody) };
    help_desk::search(&house.app, &house.ctx(), by, key).await
}

/// The account that a key leads to.
pub(crate) async fn found(house: &House, by: &Actor, typed: &str) -> AccountId {
    match search(house, by, typed).await.unwrap() {
        Sought::One(it) => it.account,
        other => panic!("{typed}: {other:?}"),
    }
}

async fn lines(house: &House, reason: &str) -> i64 {
    let sql = format!("SELECT count(*) FROM audit_line WHERE act = 'homes.seen' AND reason = '{reason}'");
    testkit::raw::count(&house.fresh, &sql).await
}

#[tokio::test]
async fn only_a_whole_key_finds_and_only_for_the_help_desk() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        house.home("ALMELO01", Some("jan@example.nl")).await;
        house.home("ALMELO02", None).await;
        let sam = person(&house, Role::Support, 1).await;
        let one = found(&house, &sam, "ALMELO01").await;
        for same in ["almelo01", " Gebruikersnaam: AIMELO0l", "Jan@Example.nl"] {
            assert_eq!(found(&house, &sam, same).await, one, "{same} on {}", house.engine);
        }
        for half in ["ALMELO0", "ALMELO", "jan@", "@example.nl", "jan@example.n", "%", "ALMELO0_", ""] {
            assert_eq!(search(&house, &sam, half).await.unwrap(), Sought::Nobody, "{half}");
        }
        let seen = help_desk::see(&house.app, &house.ctx(), &sam, one).await.unwrap();
        assert_eq!((seen.account.username.as_str(), seen.project.name.as_str()), ("ALMELO01", "Zuiderpark"));
        assert!(!seen.in_use && seen.contacts.is_empty() && seen.asked.is_none() && !seen.proposed);
        for (role, number) in Role::ALL.into_iter().zip(2..).filter(|(role, _)| *role != Role::Support) {
            let other = person(&house, role, number).await;
            let none = search(&house, &other, "ALMELO01").await;
            assert!(matches!(none, Err(DeskError::Barred(Barred::Denied(Denied::NotAllowed)))), "{role}: {none:?}");
            let none = help_desk::see(&house.app, &house.ctx(), &other, one).await;
            assert!(matches!(none, Err(DeskError::Barred(Barred::Denied(Denied::NotAllowed)))), "{role}: {none:?}");
        }
        let nobody = help_desk::see(&house.app, &house.ctx(), &sam, house.app.id(house.clock.now())).await;
        assert!(matches!(nobody, Err(DeskError::Barred(Barred::Denied(Denied::NotYours)))), "{nobody:?}");
    })
    .await;
}

#[tokio::test]
async fn a_view_is_told_to_the_resident_and_an_address_lists_usernames_only() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        house.home("ALMELO01", Some("els@example.nl")).await;
        house.home("ALMELO02", Some("els@example.nl")).await;
        let one = settle(&house, "ALMELO01", "els@example.nl").await;
        let sam = person(&house, Role::Support, 1).await;
        let Sought::Several(link) = search(&house, &sam, "els@example.nl").await.unwrap() else { panic!("several") };
        assert_eq!(lines(&house, "help-desk-list").await, 0, "nothing was shown yet");
        let choices = help_desk::behind_address(&house.app, &house.ctx(), &sam, link).await.unwrap();
        let names: Vec<&str> = choices.iter().map(|it| it.username.as_str()).collect();
        assert_eq!(names, ["ALMELO01", "ALMELO02"], "{}", house.engine);
        assert_eq!(lines(&house, "help-desk-list").await, 2);
        help_desk::see(&house.app, &house.ctx(), &sam, choices[0].account).await.unwrap();
        assert_eq!(lines(&house, "help-desk").await, 1);
        let log = own_data::log(&house.app, &house.ctx(), Caller::Cookie(&one.session), None).await.unwrap();
        let seen: Vec<&Who> =
            log.lines.iter().filter(|line| line.act == Act::HomesSeen).map(|line| &line.who).collect();
        assert_eq!(seen, [&Who::Helpdesk, &Who::Helpdesk]);
    })
    .await;
}

#[tokio::test]
async fn who_looks_at_many_is_told_of_and_then_stopped() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        house.home("ALMELO01", None).await;
        let (sam, kim) = (person(&house, Role::Support, 1).await, person(&house, Role::Support, 2).await);
        let most = house.app.settings.limits.desk_views.most;
        let alarms = "SELECT count(*) FROM audit_line WHERE act = 'desk.looked-often'";
        for look in 1..=most * 2 {
            search(&house, &sam, "ALMELO77").await.unwrap();
            let told = testkit::raw::count(&house.fresh, alarms).await;
            assert_eq!(told, i64::from(look > most), "look {look} on {}", house.engine);
        }
        let stopped = search(&house, &sam, "ALMELO01").await;
        assert!(matches!(stopped, Err(DeskError::TooMany { seconds: 1..=3600 })), "{stopped:?}");
        found(&house, &kim, "ALMELO01").await;
        house.forward(Span::hours(1));
        found(&house, &sam, "ALMELO01").await;
    })
    .await;
}
