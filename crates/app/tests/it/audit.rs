//! Law 11: chains that are whole, and broken ones that are found and named: which line, and how.

mod reading;
pub(crate) mod spoken;

use app::audit::{Broken, Erase, How, Which, missing_ends, seal, verify};
use app::staff::{self, Invite};
use domain::access::Actor;
use domain::audit::Subject;
use domain::role::Role;
use domain::time::Span;
use testkit::{each_engine, raw};
use uuid::Uuid;

use crate::house::House;

/// Invites so many people: each a line, with its masked address beside it. Half of them work for the client.
async fn invite(house: &House, numbers: std::ops::Range<u32>) {
    for n in numbers {
        let organisation = (n % 2 == 0).then(|| "linde".to_owned());
        let role = if organisation.is_some() { Role::Clerk } else { Role::Auditor };
        let cmd = Invite { email: format!("a{n}@example.nl"), role, organisation, projects: vec![] };
        staff::invite(&house.app, &house.app.command(), Actor::Server, cmd).await.unwrap();
        house.forward(Span::seconds(1));
    }
}

async fn sealed(house: &House) {
    while seal(&house.app, Uuid::from_u128(1)).await.unwrap() > 0 {}
}

/// What is wrong: whose chain, which number, how.
async fn faults(house: &House) -> Vec<(Option<String>, i64, How)> {
    let report = verify(&house.app).await.unwrap();
    let link = |fault: &Broken| match fault {
        Broken::Link(link) => (link.client.clone(), link.seq, link.how),
        other => panic!("{other:?}"),
    };
    report.faults.iter().map(link).collect()
}

/// The id of the line with this number in the client's chain, as a piece of SQL.
fn line(seq: u32) -> String {
    format!("(SELECT c.line_id FROM audit_chain c JOIN organisation o ON o.id = c.chain_id WHERE c.seq = {seq})")
}

#[tokio::test]
async fn the_sealer_numbers_every_line_once() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        invite(&house, 0..5).await;
        let report = verify(&house.app).await.unwrap();
        assert_eq!((report.links, report.waiting), (0, (5, Some(testkit::NOON))), "what waits is counted");
        let holder = Uuid::from_u128(1);
        assert_eq!(seal(&house.app, holder).await.unwrap(), 5, "{}", house.engine);
        assert_eq!(seal(&house.app, holder).await.unwrap(), 0);
        assert_eq!(seal(&house.app, Uuid::from_u128(2)).await.unwrap(), 0, "another sealer keeps out");
        let report = verify(&house.app).await.unwrap();
        assert_eq!((report.waiting, report.ends.len()), ((0, None), 2), "two chains");
        assert_eq!(report.whole(), Ok(5));
    })
    .await;
}

/// One touch, one fault, under the number of the line that was touched; and the log is whole again when it is undone.
#[tokio::test]
async fn a_line_that_was_touched_is_named() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        invite(&house, 0..9).await;
        sealed(&house).await;
        assert_eq!(faults(&house).await, []);
        let (second, linde) = (line(2), Some("linde".to_owned()));
        for (touch, undo, how) in [
            (
                "UPDATE audit_line SET door = 'page' WHERE id =",
                "UPDATE audit_line SET door = 'command-line' WHERE id =",
                How::Changed,
            ),
            (
                "UPDATE audit_line SET at = at + 1 WHERE id =",
                "UPDATE audit_line SET at = at - 1 WHERE id =",
                How::Changed,
            ),
            (
                "UPDATE audit_line SET organisation_id = NULL WHERE id =",
                "UPDATE audit_line SET organisation_id = (SELECT id FROM organisation) WHERE id =",
                How::Changed,
            ),
            (
                "UPDATE audit_side SET detail = detail || '.' WHERE line_id =",
                "UPDATE audit_side SET detail = substr(detail, 1, length(detail) - 1) WHERE line_id =",
                How::DetailChanged,
            ),
        ] {
            raw::run(&house.fresh, &format!("{touch} {second}")).await;
            assert_eq!(faults(&house).await, [(linde.clone(), 2, how)], "{touch} on {}", house.engine);
            raw::run(&house.fresh, &format!("{undo} {second}")).await;
            assert_eq!(faults(&house).await, [], "{undo} on {}", house.engine);
        }
        raw::run(&house.fresh, &format!("DELETE FROM audit_side WHERE line_id = {second}")).await;
        assert_eq!(faults(&house).await, [(linde.clone(), 2, How::DetailGone)], "{}", house.engine);
        raw::run(&house.fresh, &format!("UPDATE audit_line SET act = 'x' WHERE id IN ({}, {})", line(4), line(3)))
            .await;
        let report = verify(&house.app).await.unwrap();
        assert_eq!(report.broken, 3, "each is counted");
        let Broken::Link(last) = &report.faults[2] else { panic!("{:?}", report.faults) };
        assert!(
            matches!(&last.line, Some(Which { act, .. }) if act == "x"),
            "the line is told as it reads now: {last:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn lines_that_were_taken_away_are_told_by_their_numbers() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        invite(&house, 0..9).await;
        sealed(&house).await;
        let gone = format!("WHERE line_id IN ({}, {})", line(2), line(3));
        let lines = format!("WHERE id IN ({}, {})", line(2), line(3));
        let remember = format!("CREATE TABLE gone AS SELECT id FROM audit_line {lines}");
        let forget = "DELETE FROM audit_line WHERE id IN (SELECT id FROM gone)";
        raw::run(
            &house.fresh,
            &format!("DELETE FROM audit_side {gone}; {remember}; DELETE FROM audit_chain {gone}; {forget}"),
        )
        .await;
        assert_eq!(faults(&house).await, [(Some("linde".to_owned()), 2, How::Gone(3))], "{}", house.engine);
    })
    .await;
}

/// A chain whose last link is gone: the line left behind is named. With its line gone too, only an end that was kept
/// elsewhere knows.
#[tokio::test]
async fn a_chain_that_was_cut_off_is_noticed() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        invite(&house, 0..6).await;
        sealed(&house).await;
        let kept = verify(&house.app).await.unwrap().ends;
        assert_eq!(missing_ends(&house.app, &kept).await.unwrap(), []);
        let last = line(3);
        raw::run(&house.fresh, &format!("CREATE TABLE gone AS SELECT id FROM audit_line WHERE id = {last}")).await;
        raw::run(&house.fresh, "DELETE FROM audit_chain WHERE line_id IN (SELECT id FROM gone)").await;
        let report = verify(&house.app).await.unwrap();
        let [Broken::Cut(1, Some(first))] = &report.faults[..] else { panic!("{:?}", report.faults) };
        assert_eq!(first.act, "staff.invited", "{}", house.engine);
        let (side, line) = ("DELETE FROM audit_side WHERE line_id", "DELETE FROM audit_line WHERE id");
        let of = "IN (SELECT id FROM gone)";
        raw::run(&house.fresh, &format!("{side} {of}; {line} {of}")).await;
        assert_eq!(verify(&house.app).await.unwrap().whole(), Ok(5), "inside nothing tells of it");
        let missing = missing_ends(&house.app, &kept).await.unwrap();
        assert_eq!(missing.iter().map(|end| end.seq).collect::<Vec<_>>(), [3], "{}", house.engine);
        assert!(kept.contains(&missing[0]));
    })
    .await;
}

#[tokio::test]
async fn a_client_whose_whole_log_is_gone_is_told() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        invite(&house, 1..2).await;
        sealed(&house).await;
        let report = verify(&house.app).await.unwrap();
        assert_eq!(report.faults, [Broken::Silent("linde".to_owned())], "{}", house.engine);
    })
    .await;
}

/// What was erased is told from what is missing: a line says so.
#[tokio::test]
async fn an_erased_detail_leaves_the_chain_whole_and_a_missing_one_does_not() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        invite(&house, 0..6).await;
        sealed(&house).await;
        let invited = store::staff::by_email;
        let staff = house.app.db.read(move |tx| invited(tx, "a2@example.nl")).await.unwrap().unwrap().id;
        let ctx = house.app.command();
        let erase =
            Erase::draw(&house.app, &ctx, (house.organisation, Subject::new("staff", staff.uuid())), "retention");
        assert_eq!(house.app.db.write(move |tx| erase.run(tx)).await.unwrap(), 1, "{}", house.engine);
        sealed(&house).await;
        assert_eq!(verify(&house.app).await.unwrap().whole(), Ok(7), "one line more, which says what was erased");
        raw::run(&house.fresh, &format!("DELETE FROM audit_side WHERE line_id = {}", line(1))).await;
        assert_eq!(faults(&house).await, [(Some("linde".to_owned()), 1, How::DetailGone)], "{}", house.engine);
    })
    .await;
}

#[tokio::test]
async fn details_are_masked() {
    let house = House::build(std::sync::Arc::new(testkit::engines::sqlite().await)).await;
    invite(&house, 0..2).await;
    let whole = "SELECT count(*) FROM audit_side WHERE instr(detail, 'a0@') > 0 OR instr(detail, 'example') > 0";
    assert_eq!(raw::count(&house.fresh, whole).await, 0);
}
