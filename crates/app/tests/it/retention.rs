//! Law 13: what is over goes, once, all of it, and nothing else: nothing that is alive, within its term, or held.

mod held;
mod killed;
mod log;
mod moment;
mod people;
mod terms;
mod whole;

use std::collections::BTreeMap;

use app::retention::{self, NewHold, Report, change_term, set_hold};
use domain::access::Actor;
use domain::id::RetentionHoldId;
use domain::naming::Slug;
use domain::retention::{Class, Why};
use domain::tenant_change::Kind;
use domain::time::{Day, Span};
use uuid::Uuid;

use crate::house::House;
use crate::tenant_change::{Person, plan, settle, wish};

fn linde() -> Slug {
    Slug::parse("linde").unwrap()
}

/// One run to its end.
pub(crate) async fn run(house: &House) -> Report {
    let done = retention::run(&house.app, Uuid::from_u128(1), &|| true).await.unwrap();
    let report = done.expect("nobody else is at it");
    assert!(report.through && !report.dry);
    report
}

async fn dry(house: &House) -> Report {
    let report = retention::dry_run(&house.app).await.unwrap();
    assert!(report.through && report.dry);
    report
}

/// How many of each class, without those of which there are none.
fn counts(report: &Report) -> BTreeMap<&'static str, u64> {
    let classes = Class::ALL.iter().map(|class| (class.as_str(), report.of_class(*class)));
    classes.filter(|(_, n)| *n > 0).collect()
}

/// Somebody who lived in a home and left it today, with everything that somebody has.
async fn left(house: &House, username: &str, address: &str) -> Person {
    let home = house.home(username, Some(address)).await;
    let person = settle(house, username, address).await;
    crate::passkey::make(house, &person).await;
    house.deliver().await;
    let today = Day::of(house.clock.now()).to_string();
    plan(house, home, wish(Kind::Vacant, &today, "", None)).await.unwrap();
    house.forward(Span::days(1));
    app::tenant_change::finish_due(&house.app).await.unwrap();
    house.deliver().await;
    while app::audit::seal(&house.app, Uuid::from_u128(2)).await.unwrap() > 0 {}
    person
}

async fn term(house: &House, class: Class, days: Option<u32>) {
    change_term(&house.app, &house.ctx(), &Actor::Server, (&linde(), class, days)).await.unwrap();
}

async fn hold(house: &House, username: Option<&str>, last_day: Option<Day>) -> RetentionHoldId {
    let (client, username) = (linde(), username.map(str::to_owned));
    let new = NewHold { client, username, why: Why::Dispute, last_day };
    set_hold(&house.app, &house.ctx(), &Actor::Server, new).await.unwrap()
}

/// Ends a hold; whether it held anything.
async fn release(house: &House, id: RetentionHoldId) -> bool {
    retention::end_hold(&house.app, &house.ctx(), &Actor::Server, id).await.unwrap()
}

/// How many rows of all tables hold a text, in the clear.
async fn rows_with(house: &House, text: &str) -> i64 {
    let mut found = 0;
    let columns = [
        ("email_link", "address"),
        ("email_link", "search_key"),
        ("mail", "intent"),
        ("mail", "masked_address"),
        ("mail", "reply"),
        ("audit_side", "detail"),
        ("proposal", "masked"),
        ("import_row", "home"),
        ("contact", "email"),
        ("staff", "email"),
        ("passkey", "name"),
    ];
    for (table, column) in columns {
        let position = if house.engine == "sqlite" { "instr" } else { "strpos" };
        let sql = format!("SELECT count(*) FROM {table} WHERE {position}({column}, '{text}') > 0");
        found += testkit::raw::count(&house.fresh, &sql).await;
    }
    found
}

async fn all(house: &House, table: &str) -> i64 {
    testkit::raw::count(&house.fresh, &format!("SELECT count(*) FROM {table}")).await
}
