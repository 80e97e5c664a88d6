//! What else asks who lives there: lists, their undoing, the homes of a project, the dead letters.

use app::first_login::undo::{self, Rows};
use app::first_login::{Source, homes, import};
use domain::access::Actor;
use domain::first_login::{Judgement, Reason};
use domain::naming::ProjectPath;
use domain::tenant_change::Kind;
use testkit::each_engine;

use super::{at, cancel, day, mailed, plan, wish};
use crate::house::House;

fn zuid() -> ProjectPath {
    "linde/zuid".parse().unwrap()
}

async fn sent(house: &House, list: &str) -> (Option<domain::id::BatchId>, Vec<(Judgement, Vec<Reason>)>) {
    let mut told = Vec::new();
    let source = Source::bytes(format!("VHE-nummer;E-mailadres\n{list}").into_bytes());
    let note = |line: import::Line<'_>| {
        told.push((line.judged.judgement, line.judged.remarks.iter().map(|it| it.reason).collect()));
    };
    let (app, ctx) = (&house.app, house.app.command());
    let report = import::confirm(app, &ctx, &Actor::Server, (&zuid(), &source), note).await.unwrap();
    (report.batch, told)
}

#[tokio::test]
async fn a_list_touches_no_home_whose_residents_leave() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("oud@example.nl")).await;
        house.home("ALMELO02", Some("ander@example.nl")).await;
        let comes = wish(Kind::NewTenant, "2026-11-25", "2026-11-28", Some("nieuw@example.nl"));
        let planned = plan(&house, home, comes).await.unwrap();
        let of_comer = "ALMELO01;dief@example.nl\nALMELO02;goed@example.nl\n";
        let refused = (Judgement::Refused, vec![Reason::InUse]);
        let (_, told) = sent(&house, of_comer).await;
        assert_eq!(told, [refused.clone(), (Judgement::Changed, vec![])], "{}", house.engine);
        mailed(&house, "ALMELO01", "oud@example.nl").await;
        let (_, told) = sent(&house, "ALMELO01;oud@example.nl\n").await;
        assert_eq!(told, [(Judgement::Unchanged, vec![])], "what it has is what the list says");
        at(&house, day("2026-11-26").starts_at());
        let (_, told) = sent(&house, of_comer).await;
        assert_eq!(told[0], refused, "it stands empty, and a list lets nobody in");
        at(&house, planned.moments.begins.unwrap().1);
        let (_, told) = sent(&house, "ALMELO01;nieuw@example.nl\n").await;
        assert_eq!(told, [(Judgement::Unchanged, vec![])]);
        let (_, told) = sent(&house, "ALMELO01;verbeterd@example.nl\n").await;
        assert_eq!(told, [(Judgement::Changed, vec![])], "a typing error of a comer is put right by a list");
        mailed(&house, "ALMELO01", "verbeterd@example.nl").await;
    })
    .await;
}

#[tokio::test]
async fn undoing_a_list_leaves_homes_with_a_change_alone() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (batch, _) = sent(&house, "A1;een@example.nl\nA2;twee@example.nl\nA3;drie@example.nl\n").await;
        let page = homes::page(&house.app, &house.ctx(), &Actor::Server, &zuid(), None).await.unwrap();
        let [first, second] = [page.homes[0].dwelling, page.homes[1].dwelling];
        plan(&house, first, wish(Kind::NewTenant, "2026-11-30", "", Some("nieuw@example.nl"))).await.unwrap();
        let planned = plan(&house, second, wish(Kind::Vacant, "2026-11-30", "", None)).await.unwrap();
        cancel(&house, planned.id).await.unwrap();
        let (app, ctx) = (&house.app, house.app.command());
        let seen = undo::page(app, &ctx, &Actor::Server, (&zuid(), batch.unwrap(), 0)).await.unwrap();
        let acted: Vec<(u64, bool)> = seen.rows.iter().map(|row| (row.number, row.acted)).collect();
        assert_eq!(acted, [(2, true), (3, true), (4, false)], "each once, on {}", house.engine);
        assert_eq!((seen.can, seen.stay), (1, 2), "{}", house.engine);
        let undone = undo::undo(app, &ctx, &Actor::Server, (&zuid(), batch.unwrap(), Rows::All)).await.unwrap();
        assert_eq!((undone.undone, undone.kept), (1, 2));
        at(&house, day("2026-12-01").starts_at());
        mailed(&house, "ALMELO01", "nieuw@example.nl").await;
        mailed(&house, "ALMELO02", "twee@example.nl").await;
    })
    .await;
}

#[tokio::test]
async fn the_homes_of_a_project_show_who_lives_there_at_that_moment() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("oud@example.nl")).await;
        let lives = async || {
            let page = homes::page(&house.app, &house.ctx(), &Actor::Server, &zuid(), None).await.unwrap();
            assert_eq!(page.homes.len(), 1);
            page.homes[0].occupancy
        };
        let before = lives().await;
        let comes = wish(Kind::NewTenant, "2026-11-23", "2026-11-25", Some("nieuw@example.nl"));
        let planned = plan(&house, home, comes).await.unwrap();
        assert_eq!(lives().await, before);
        at(&house, planned.moments.ends.unwrap().1);
        assert_eq!(lives().await, None, "it stands empty on {}", house.engine);
        at(&house, planned.moments.begins.unwrap().1);
        let after = lives().await;
        assert!(after.is_some() && after != before);
    })
    .await;
}

#[tokio::test]
async fn a_dead_letter_of_who_left_is_nobodys_when_it_is_tried_again() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("oud@example.nl")).await;
        house.post.answer(1, mail::transport::Answer::Refuse(mail::smtp::Stage::Dot, 554, "5.6.0 no".into()));
        super::ask(&house, "ALMELO01").await;
        assert!(house.deliver().await.is_empty());
        plan(&house, home, wish(Kind::NewTenant, "2026-11-23", "", Some("nieuw@example.nl"))).await.unwrap();
        at(&house, day("2026-11-24").starts_at());
        testkit::raw::run(&house.fresh, "UPDATE mail SET state = 'waiting', ended_at = NULL WHERE state = 'dead'")
            .await;
        assert!(house.deliver().await.is_empty(), "{}", house.engine);
        let reason = "SELECT count(*) FROM mail WHERE state = 'dropped' AND reason = 'asked-by-others'";
        assert_eq!(testkit::raw::count(&house.fresh, reason).await, 1);
    })
    .await;
}
