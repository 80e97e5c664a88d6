//! What is kept about a resident, for that resident (PRODUCT 3.12): all of it, nothing of anybody else, and no secret.

mod by_mail;
pub(crate) mod former;
mod requests;

use std::collections::BTreeSet;

use app::Barred;
use app::own_data::{self, LogLine, NOT_TOLD, OwnData, TOLD, Who};
use domain::access::Actor;
use domain::audit::Act;
use domain::data_request::{About, Kind, Wish};
use domain::id::DwellingId;
use domain::tenant_change::Kind as Change;
use domain::time::{Span, Time};
use serde_json::Value;
use testkit::each_engine;

use crate::house::{GOOD, House};
use crate::tenant_change::{Person, plan, settle, wish};

async fn see(house: &House, session: &str) -> Result<OwnData, Barred> {
    own_data::see(&house.app, &house.ctx(), app::Caller::Cookie(session)).await
}

async fn take(house: &House, session: &str) -> OwnData {
    own_data::take(&house.app, &house.ctx(), app::Caller::Cookie(session)).await.unwrap()
}

/// Somebody looks at one home.
async fn look(house: &House, dwelling: DwellingId) {
    app::tenant_change::of_home(&house.app, &house.ctx(), &Actor::Server, dwelling).await.unwrap();
}

/// A home whose resident is signed in.
async fn lived(house: &House, username: &str, address: &str) -> (DwellingId, Person) {
    let dwelling = house.home(username, Some(address)).await;
    (dwelling, settle(house, username, address).await)
}

fn acts(log: &[LogLine]) -> Vec<Act> {
    log.iter().map(|line| line.act).collect()
}

#[tokio::test]
async fn all_that_is_kept_is_told_and_no_secret() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (dwelling, one) = lived(&house, "ALMELO01", "jan@example.nl").await;
        lived(&house, "ALMELO02", "buur@example.nl").await;
        house.forward(Span::minutes(1));
        look(&house, dwelling).await;
        let data = take(&house, &one.session).await;
        let text = serde_json::to_string(&data).unwrap();
        assert_eq!((data.account.username.as_str(), data.home.landlord.as_str()), ("ALMELO01", "Stichting De Linde"));
        assert_eq!(data.email_links.len(), 1);
        assert_eq!(data.email_links[0].address, "jan@example.nl");
        assert!(data.email_links[0].confirmed_at.is_some() && data.password.set_at.is_some(), "{}", house.engine);
        assert_eq!(data.devices.iter().filter(|it| it.signed_in).count(), 1);
        assert_eq!(data.recognised_browsers.len(), 1);
        let mut mails: Vec<(&str, &str)> = data.mails.iter().map(|it| (it.kind.as_str(), it.state.as_str())).collect();
        mails.sort_unstable();
        assert_eq!(mails, [("password_changed", "sent"), ("reset", "sent"), ("reset", "sent")]);
        let told = acts(&data.log);
        assert_eq!(told[0], Act::HomesSeen, "the newest first");
        assert_eq!(data.log[0].who, Who::Operator, "the command line on the server");
        for act in [Act::SessionStarted, Act::PasswordSet, Act::EmailConfirmed] {
            assert!(told.contains(&act), "{act}: {told:?}");
        }
        assert!(data.log.iter().any(|line| line.act == Act::SessionStarted && line.who == Who::You));
        for other in
            ["ALMELO02", "buur@", "$argon2", GOOD, one.session.as_str(), one.device.as_str(), one.link.as_str()]
        {
            assert!(!text.contains(other), "{other} stands in {text}");
        }
        house.forward(Span::seconds(1));
        take(&house, &one.session).await;
        let again = see(&house, &one.session).await.unwrap();
        assert_eq!(again.log[0].act, Act::DataTaken, "that it was taken is told too");
        let again = OwnData { made_at: data.made_at, ..again };
        assert_eq!(OwnData { log: Vec::new(), log_goes_on: false, ..again }, OwnData { log: Vec::new(), ..data });
    })
    .await;
}

/// A tenant change in between: who comes sees nothing of who left, and who leaves nothing of who comes.
#[tokio::test]
async fn of_a_former_household_nothing_is_told() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (dwelling, old) = lived(&house, "ALMELO01", "oud@example.nl").await;
        house.forward(Span::minutes(1));
        look(&house, dwelling).await;
        let before = take(&house, &old.session).await;
        assert_eq!(before.log.len(), 4);
        let leaves = wish(Change::NewTenant, "2026-11-30", "2026-12-01", Some("nieuw@example.nl"));
        let moments = plan(&house, dwelling, leaves).await.unwrap().moments;
        let planned = see(&house, &old.session).await.unwrap();
        assert_eq!(planned.leaving.len(), 1);
        assert_eq!(planned.occupancy.ends_on, moments.ends.map(|(day, _)| day));
        assert!(acts(&planned.log).contains(&Act::TenantChangePlanned));
        assert!(!serde_json::to_string(&planned).unwrap().contains("nieuw@"), "of who comes next nothing is told");
        house.deliver().await;
        house.forward(moments.ends.unwrap().1 - (house.app.clock.now() + Span::seconds(1)));
        look(&house, dwelling).await;
        house.forward(Span::seconds(1));
        assert!(matches!(see(&house, &old.session).await, Err(Barred::SignIn)), "{}", house.engine);
        assert_eq!(app::tenant_change::finish_due(&house.app).await.unwrap(), 1);
        house.forward(moments.begins.unwrap().1 - house.app.clock.now() + Span::hours(1));

        let new = settle(&house, "ALMELO01", "nieuw@example.nl").await;
        let since = moments.begins.unwrap().1;
        let own = take(&house, &new.session).await;
        let text = serde_json::to_string(&own).unwrap();
        assert!(!text.contains("oud@") && !text.contains("o•••@"), "{text}");
        assert!(own.log.iter().all(|line| line.at.0 >= since), "{:?}", own.log);
        for act in
            [Act::HomesSeen, Act::OccupancyEnded, Act::TenantChangeDone, Act::TenantChangePlanned, Act::DataTaken]
        {
            assert!(!acts(&own.log).contains(&act), "{act} on {}", house.engine);
        }
        assert_eq!((own.leaving.len(), own.email_links.len()), (0, 1));
        assert_eq!(own.email_links[0].linked_by, Who::Operator, "who planned the change wrote it down");
        house.forward(Span::minutes(1));
        look(&house, dwelling).await;
        assert_eq!(see(&house, &new.session).await.unwrap().log[0].act, Act::HomesSeen, "now it is their home");
    })
    .await;
}

#[tokio::test]
async fn nobody_is_told_of_a_death() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (dwelling, one) = lived(&house, "ALMELO01", "jan@example.nl").await;
        house.forward(Span::minutes(1));
        plan(&house, dwelling, wish(Change::Death, "2026-11-30", "", None)).await.unwrap();
        let data = see(&house, &one.session).await.unwrap();
        assert_eq!((data.occupancy.ends_on, data.leaving.len()), (None, 0), "{}", house.engine);
        assert!(!acts(&data.log).contains(&Act::TenantChangePlanned));
    })
    .await;
}

#[tokio::test]
async fn the_log_is_read_on_page_by_page() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (dwelling, one) = lived(&house, "ALMELO01", "jan@example.nl").await;
        for _ in 0..330 {
            house.forward(Span::seconds(1));
            look(&house, dwelling).await;
        }
        house.forward(Span::seconds(1));
        let whole = take(&house, &one.session).await;
        let (mut seen, mut before): (Vec<Time>, _) = (Vec::new(), None);
        loop {
            let caller = app::Caller::Cookie(&one.session);
            let page = own_data::log(&house.app, &house.ctx(), caller, before).await.unwrap();
            seen.extend(page.lines.iter().map(|line| line.at.0));
            before = page.next;
            if before.is_none() {
                break;
            }
        }
        // The line that it was taken came last.
        let all: Vec<Time> = whole.log.iter().map(|line| line.at.0).collect();
        assert!(all.len() > 330 && !whole.log_goes_on, "{}", house.engine);
        assert_eq!(seen[1..], all);
        assert!(seen.is_sorted_by(|newer, older| newer >= older));
    })
    .await;
}

/// The columns by which a row knows a household, an account or a home, or something that does.
const KEYS: [&str; 11] = [
    "occupancy_id",
    "identity_id",
    "account_id",
    "dwelling_id",
    "begins_id",
    "link_id",
    "mail_id",
    "line_id",
    "subject_id",
    "actor_id",
    "change_id",
];

/// The tables of a schema that know households and are in neither list.
fn untold(columns: &[(String, String)]) -> BTreeSet<&str> {
    let listed: BTreeSet<&str> = TOLD.iter().chain(NOT_TOLD).map(|(table, _)| *table).collect();
    let knows = columns.iter().filter(|(_, column)| KEYS.contains(&column.as_str()));
    knows.map(|(table, _)| table.as_str()).filter(|table| !listed.contains(table)).collect()
}

#[tokio::test]
async fn every_table_that_knows_a_household_is_told_or_says_why_not() {
    each_engine(|fresh| async move {
        let Some(path) = fresh.url.strip_prefix("sqlite:") else { return };
        let columns = || {
            let db = rusqlite::Connection::open(path).unwrap();
            let sql =
                "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'";
            let mut found = db.prepare(sql).unwrap();
            let rows = found.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
            rows.collect::<Result<Vec<(String, String)>, _>>().unwrap()
        };
        let now = columns();
        assert_eq!(untold(&now), BTreeSet::new());
        let tables: BTreeSet<&str> = now.iter().map(|(table, _)| table.as_str()).collect();
        for (table, _) in TOLD.iter().chain(NOT_TOLD) {
            assert!(tables.contains(table), "there is no {table}");
            assert_eq!(TOLD.iter().chain(NOT_TOLD).filter(|(other, _)| other == table).count(), 1, "{table}");
        }
        testkit::raw::run(&fresh, "CREATE TABLE planted (occupancy_id BLOB NOT NULL PRIMARY KEY) STRICT").await;
        assert_eq!(untold(&columns()), BTreeSet::from(["planted"]), "the walk sees a planted table");
    })
    .await;
}

/// The fields of the file, those of the things in it too.
fn fields(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(all) => {
            for (name, value) in all {
                into.insert(name.clone());
                fields(value, into);
            }
        }
        Value::Array(all) => all.iter().for_each(|value| fields(value, into)),
        _ => {}
    }
}

/// The names in the file stay: they stand in the guide, and each place that [`TOLD`] names is one of them.
#[tokio::test]
async fn the_guide_names_every_field() {
    const GUIDE: &str = include_str!("../../../../docs/handleiding/bewoner-gegevens.md");
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (_, one) = lived(&house, "ALMELO01", "jan@example.nl").await;
        let wish = Wish::new(Kind::Correction, About::Home, "Het huisnummer moet 12 zijn.").unwrap();
        own_data::ask(&house.app, &house.ctx(), app::Caller::Cookie(&one.session), wish).await.unwrap();
        let value = serde_json::to_value(take(&house, &one.session).await).unwrap();
        let mut found = BTreeSet::new();
        fields(&value, &mut found);
        for field in &found {
            assert!(GUIDE.contains(&format!("`{field}`")), "{field} is not in the guide");
        }
        for (table, place) in TOLD {
            assert!(value.get(place).is_some(), "{table} is told at {place}");
        }
    })
    .await;
}
