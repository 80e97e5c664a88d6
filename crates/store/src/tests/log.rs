//! The log as it is read: every page comes from an index that holds its lines in their order, and a page that looks for an
//! act among the lines of one person ends after so many lines, whether it found any or not.

use domain::access::{Actor, LogLines, log};
use domain::audit::{Act, Door, Line, Subject};
use domain::id::{AuditId, IdentityId, OrganisationId, StaffId};
use domain::role::Role;
use domain::time::Span;
use uuid::Uuid;

use super::engines::NOON;
use super::progress::lists::plans;
use super::{Fresh, each_engine};
use crate::audit::{Chosen, Detail, Page, Side};
use crate::error::StoreError;

/// What is looked for among millions of lines is found as fast as among a thousand only while these plans stand.
#[tokio::test]
async fn pages_of_the_log_come_from_their_indexes() {
    let fresh = super::engines::sqlite().await;
    let all = plans(&fresh, "audit/page.rs").await;
    let right = [
        "SEARCH l USING INDEX audit_line_organisation (organisation_id=? AND id<?)",
        "SEARCH l USING INDEX audit_line_act (organisation_id=? AND act=? AND id<?)",
        "SEARCH l USING INDEX audit_line_actor_organisation (actor_id=? AND organisation_id=? AND id<?)",
        "SEARCH l USING INDEX audit_line_subject_organisation (subject_id=? AND organisation_id=? AND id<?)",
        "SEARCH l USING INDEX audit_line_organisation (organisation_id=? AND id<?)",
        "SEARCH l USING INDEX audit_line_act (organisation_id=? AND act=? AND id<?)",
        "SEARCH l USING INDEX audit_line_actor_organisation (actor_id=? AND organisation_id=? AND id<?)",
        "SEARCH l USING INDEX audit_line_actor (actor_id=? AND id<?)",
    ];
    let begins: Vec<&str> = all.iter().map(|plan| plan.split(';').next().unwrap_or_default()).collect();
    assert_eq!(begins[..8], right);
    // Only the households of one home and the clients, of which there are hundreds, are sorted after they were read.
    let sorted = all.iter().filter(|plan| plan.contains("TEMP B-TREE")).count();
    assert_eq!((all.len(), sorted), (12, 2), "{all:#?}");
}

fn client() -> OrganisationId {
    OrganisationId::from_uuid(Uuid::from_u128(1))
}

fn somebody() -> StaffId {
    StaffId::from_uuid(Uuid::from_u128(2))
}

/// The n-th line, by one member of staff; every `rare`th is a rare act, with something beside.
fn line(n: u128, rare: u128) -> (Line, Option<Side>) {
    let actor = Actor::Staff {
        staff: somebody(),
        identity: IdentityId::from_uuid(Uuid::from_u128(3)),
        role: Role::Clerk,
        organisation: Some(client()),
        projects: vec![],
    };
    let is_rare = n.is_multiple_of(rare);
    let at = NOON + Span::seconds(i64::try_from(n).expect("small"));
    let line = Line {
        id: AuditId::from_parts(at, [0; 10]),
        organisation: Some(client()),
        at,
        act: if is_rare { Act::GapFound } else { Act::HandedOut },
        door: Door::Page,
        actor,
        subject: Subject::new("account", Uuid::from_u128(n)),
        reason: None,
    };
    let side = Side { salt: [1; 32], detail: n.to_string(), hash: [2; 32] };
    (line, is_rare.then_some(side))
}

async fn lines(fresh: &Fresh, count: u128, rare: u128) {
    let made: Result<(), StoreError> = fresh
        .db
        .write(move |tx| {
            let anywhere = domain::access::anywhere(&Actor::Server).expect("the server may");
            let new = crate::organisation::Organisation {
                id: client(),
                slug: "linde".into(),
                name: "De Linde".into(),
                portal: true,
            };
            crate::organisation::add(tx, &anywhere, &new, NOON)?;
            let all: Vec<_> = (1..=count).map(|n| line(n, rare)).collect();
            crate::audit::add_each(tx, &all)
        })
        .await;
    made.expect("lines");
}

async fn page(fresh: &Fresh, lines: LogLines, chosen: Chosen) -> Page {
    let reader = Actor::Staff {
        staff: somebody(),
        identity: IdentityId::from_uuid(Uuid::from_u128(3)),
        role: if matches!(lines, LogLines::By(_)) { Role::Support } else { Role::Auditor },
        organisation: None,
        projects: vec![],
    };
    let found = fresh.db.read(move |tx| {
        let right = log(&reader, lines).expect("a right");
        crate::audit::page(tx, &right, &chosen, 10)
    });
    found.await.expect("a page")
}

#[tokio::test]
async fn a_rare_act_of_one_person_is_found_piece_by_piece() {
    each_engine(|fresh| async move {
        lines(&fresh, 2_500, 1_200).await;
        let all = Chosen {
            from: AuditId::from_uuid(Uuid::nil()),
            before: AuditId::from_uuid(Uuid::max()),
            act: Some(Act::GapFound),
            by: Some(somebody()),
        };
        for (whose, chosen) in [(LogLines::Of(client()), all), (LogLines::By(somebody()), Chosen { by: None, ..all })] {
            let (mut found, mut looks, mut before) = (Vec::new(), 0, all.before);
            loop {
                let page = page(&fresh, whose, Chosen { before, ..chosen }).await;
                looks += 1;
                found.extend(page.lines);
                match page.next {
                    Some(next) => before = next,
                    None => break,
                }
            }
            assert_eq!(looks, 9, "three hundred lines at a time, on {}", fresh.engine);
            let details: Vec<Detail> = found.into_iter().map(|it| it.detail).collect();
            assert_eq!(details, [Detail::Kept("2400".to_owned()), Detail::Kept("1200".to_owned())]);
        }
        let by_act = page(&fresh, LogLines::Of(client()), Chosen { by: None, ..all }).await;
        assert_eq!((by_act.lines.len(), by_act.next), (2, None), "of everybody the act has an index");
        let of_other = page(&fresh, LogLines::Operator, Chosen { act: None, by: None, ..all }).await;
        assert_eq!((of_other.lines.len(), of_other.next), (0, None), "no line of a client is the operator's");
    })
    .await;
}
