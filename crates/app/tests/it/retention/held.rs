//! What is held stays, in every class that can be about a home or a client.

use domain::retention::Class;
use domain::role::Role;
use domain::time::Span;
use testkit::{each_engine, raw};

use super::{dry, hold, release};
use crate::house::House;
use crate::own_data::former::{hash, id, letter_and_proposal};
use crate::proposal::person;

/// Classes with a row about the home.
const OF_HOME: [Class; 6] =
    [Class::ListRows, Class::Letters, Class::Proposal, Class::Request, Class::Case, Class::Inbound];
/// Classes with a row of the client.
const OF_CLIENT: [Class; 2] = [Class::Staff, Class::Review];

/// A row of each, all of them long over.
async fn rows(house: &House) {
    house.home("ALMELO01", Some("jan@example.nl")).await;
    letter_and_proposal(house).await;
    person(house, Role::Clerk, 1).await;
    let of = "FROM occupancy o JOIN account a ON a.id = o.account_id JOIN dwelling d ON d.id = a.dwelling_id \
              JOIN staff s ON s.organisation_id = o.organisation_id WHERE a.username = 'ALMELO01'";
    let (one, mail, hash) = (id(house, 81), id(house, 82), hash(house));
    let all = [
        format!(
            "INSERT INTO import_batch (id, organisation_id, project_id, state, file_name, file_hash, total, cursor, created_at, \
             purge_at, purged) SELECT {one}, o.organisation_id, d.project_id, 'discarded', 'x.csv', {hash}, 1, 1, 0, 0, TRUE {of}"
        ),
        format!(
            "INSERT INTO import_row (batch_id, number, home, judgement, reasons, account_id) \
             SELECT {one}, 1, '{{}}', 'new', '[]', a.id {of}"
        ),
        format!(
            "INSERT INTO data_request (id, organisation_id, occupancy_id, kind, about, asked_at, due_on, answer, answered_at) \
             SELECT {one}, o.organisation_id, o.id, 'erasure', 'home', 0, '1970-02-01', 'done', 1 {of}"
        ),
        format!(
            "INSERT INTO help_desk_case (id, organisation_id, occupancy_id, staff_id, kind, deed, number, misses, code_tries, \
             opened_at) SELECT {one}, o.organisation_id, o.id, s.id, 'phone', 'tell-username', 12, 0, 0, 0 {of}"
        ),
        format!(
            "INSERT INTO inbound_mail (id, digest, kind, state, tries, received_at, due_at) \
             VALUES ({mail}, {hash}, 'request', 'read', 0, 0, 0)"
        ),
        format!(
            "INSERT INTO link_request (id, mail_id, organisation_id, dwelling_id, sealed, state, received_at) \
             SELECT {one}, {mail}, o.organisation_id, d.id, {hash}, 'refused', 0 {of}"
        ),
        format!(
            "INSERT INTO rights_review (id, organisation_id, staff_id, kept, ended, created_at) \
             SELECT {one}, o.organisation_id, s.id, 1, 0, 0 {of}"
        ),
        "UPDATE staff SET state = 'ended', ended_at = 1".to_owned(),
    ];
    raw::run(&house.fresh, &format!("{};", all.join("; "))).await;
}

#[tokio::test]
async fn a_hold_holds_every_class() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        rows(&house).await;
        house.forward(Span::days(3_000));
        let goes = async |classes: &[Class], n: u64, why: &str| {
            let found = dry(&house).await;
            for class in classes {
                assert_eq!(found.of_class(*class), n, "{class}: {why}, on {}", house.engine);
            }
        };
        goes(&OF_HOME, 1, "nobody holds it").await;
        goes(&OF_CLIENT, 1, "nobody holds it").await;
        let home = hold(&house, Some("ALMELO01"), None).await;
        goes(&OF_HOME, 0, "the home is held").await;
        goes(&OF_CLIENT, 1, "a home is held, and not its client").await;
        release(&house, home).await;
        goes(&OF_HOME, 1, "it is held no more").await;
        let client = hold(&house, None, None).await;
        goes(&OF_HOME, 0, "the client is held").await;
        goes(&OF_CLIENT, 0, "the client is held").await;
        release(&house, client).await;
        goes(&OF_CLIENT, 1, "it is held no more").await;
    })
    .await;
}
