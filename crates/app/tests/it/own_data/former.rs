//! Of a former household no row is told, whatever it stands in: all that comes of it stays with the account.

use app::own_data::StepTaken;
use app::tenant_change::finish_due;
use domain::first_login::progress::Step;
use domain::tenant_change::Kind;
use domain::time::Span;
use testkit::{each_engine, raw};
use uuid::Uuid;

use super::{lived, take};
use crate::house::House;
use crate::tenant_change::{plan, settle, wish};

/// An id, as the engine writes it.
pub(crate) fn id(house: &House, number: u128) -> String {
    let id = Uuid::from_u128(number);
    if house.engine == "sqlite" { format!("x'{}'", id.simple()) } else { format!("'{id}'") }
}

/// A hash of nothing in particular.
pub(crate) fn hash(house: &House) -> &'static str {
    if house.engine == "sqlite" { "zeroblob(32)" } else { "decode(repeat('00', 32), 'hex')" }
}

/// A letter to those who live there now, and a change of their address that somebody refused.
pub(crate) async fn letter_and_proposal(house: &House) {
    let (run, proposal, hash) = (id(house, 71), id(house, 72), hash(house));
    let of = "FROM occupancy o JOIN account a ON a.id = o.account_id JOIN dwelling d ON d.id = a.dwelling_id \
              WHERE a.username = 'ALMELO01'";
    let sql = format!(
        "INSERT INTO letter_run (id, organisation_id, project_id, choice, language, homes, again, created_at) \
         SELECT {run}, o.organisation_id, d.project_id, 'all', 'nl', 1, 0, 0 {of}; \
         INSERT INTO letter (run_id, number, occupancy_id) SELECT {run}, 1, o.id {of}; \
         INSERT INTO proposal (id, organisation_id, project_id, dwelling_id, account_id, occupancy_id, kind, state, hash, \
         masked, proposed_at, expires_at, decided_at) SELECT {proposal}, o.organisation_id, d.project_id, d.id, a.id, o.id, \
         'change-address', 'refused', {hash}, 'n•••@e•••.nl', 0, 1, 1 {of};"
    );
    raw::run(&house.fresh, &sql).await;
}

#[tokio::test]
async fn no_row_of_a_former_household_is_told() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (dwelling, old) = lived(&house, "ALMELO01", "oud@example.nl").await;
        letter_and_proposal(&house).await;
        let before = take(&house, &old.session).await;
        let counts =
            (before.letters_made_at.len(), before.proposals.len(), before.devices.len(), before.steps.is_empty());
        assert_eq!(counts, (1, 1, 1, false), "{}", house.engine);

        let leaves = wish(Kind::NewTenant, "2026-11-30", "2026-12-01", Some("nieuw@example.nl"));
        let moments = plan(&house, dwelling, leaves).await.unwrap().moments;
        house.deliver().await;
        let (first, since) = moments.begins.unwrap();
        house.forward(since - house.app.clock.now());
        while finish_due(&house.app).await.unwrap() > 0 {}
        house.forward(Span::hours(1));
        let new = settle(&house, "ALMELO01", "nieuw@example.nl").await;
        let own = take(&house, &new.session).await;
        assert_eq!((own.letters_made_at.len(), own.proposals.len()), (0, 0), "{}", house.engine);
        assert_eq!((own.devices.len(), own.recognised_browsers.len(), own.passkeys.len()), (1, 1, 0));
        assert!(own.devices.iter().all(|it| it.since.0 >= since));
        let by_them = |it: &&StepTaken| !matches!(it.step, Step::AddressReceived | Step::Processed);
        let days: Vec<_> = own.steps.iter().filter(by_them).map(|it| it.day).collect();
        assert!(!days.is_empty() && days.iter().all(|day| *day >= first), "{:?}", own.steps);
    })
    .await;
}
