//! Ticks: one, many, all, by a list; taken back; repeated; and by whom.

use app::first_login::handout::{self, Deed, HandoutError, Report, Whom};
use app::first_login::{Source, board, homes, preview, worklist};
use domain::access::{Actor, Denied};
use domain::first_login::progress::{Part, Step, WorkList};
use domain::id::{IdentityId, OccupancyId, OrganisationId, ProjectId, StaffId};
use domain::role::Role;
use domain::username::Username;
use testkit::each_engine;
use uuid::Uuid;

use super::{add_client, add_project, confirm, found, list, logged, many, zuid};
use crate::house::House;

async fn tick(house: &House, whom: Whom<'_>, part: Part) -> Report {
    handout::tick(&house.app, &house.ctx(), &Actor::Server, &zuid(), (whom, part)).await.unwrap()
}

async fn untick(house: &House, whom: Whom<'_>, part: Part) -> Report {
    handout::untick(&house.app, &house.ctx(), &Actor::Server, &zuid(), (whom, part)).await.unwrap()
}

fn report(changed: u64, unchanged: u64, unknown: &[u64]) -> Report {
    Report { changed, unchanged, unknown: unknown.to_vec(), gone: 0 }
}

/// How many homes have username and instruction.
async fn told(house: &House) -> (u64, u64) {
    let board = board::see(&house.app, &house.ctx(), &Actor::Server, &zuid()).await.unwrap();
    let count = |step| board.funnel.rung(step).homes;
    (count(Step::UsernameHandedOut), count(Step::InstructionHandedOut))
}

async fn occupancies(house: &House) -> Vec<OccupancyId> {
    let page = homes::page(&house.app, &house.ctx(), &Actor::Server, &zuid(), None).await.unwrap();
    page.homes.iter().filter_map(|home| home.occupancy).collect()
}

#[tokio::test]
async fn ticks_count_once_and_each_has_its_line() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        confirm(&house, &many(620)).await;
        let ids = occupancies(&house).await;
        let before = logged(&house.app).await;
        assert_eq!(tick(&house, Whom::These(&ids[..1]), Part::Username).await, report(1, 0, &[]), "{}", house.engine);
        assert_eq!(tick(&house, Whom::These(&ids[..3]), Part::Both).await, report(3, 0, &[]));
        assert_eq!(tick(&house, Whom::These(&ids[..3]), Part::Instruction).await, report(0, 3, &[]));
        assert_eq!((told(&house).await, logged(&house.app).await), ((3, 3), before + 4));
        assert_eq!(tick(&house, Whom::OnList(WorkList::NotTold), Part::Both).await, report(617, 0, &[]));
        assert_eq!(tick(&house, Whom::All, Part::Both).await, report(0, 620, &[]), "repeated, it changes nothing");
        assert_eq!((told(&house).await, logged(&house.app).await), ((620, 620), before + 621));
        let nobody = [OccupancyId::from_uuid(Uuid::from_u128(1)), ids[0]];
        assert_eq!(tick(&house, Whom::These(&nobody), Part::Both).await, Report { gone: 1, ..report(0, 1, &[]) });
    })
    .await;
}

#[tokio::test]
async fn a_tick_is_taken_back_where_nobody_acted_on_it() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        confirm(&house, &many(10)).await;
        let ids = occupancies(&house).await;
        tick(&house, Whom::All, Part::Both).await;
        let asked = found(&house.app, "ALMELO01").await.identity;
        let now = house.app.clock.now();
        house.app.db.write(move |tx| store::progress::reset_asked(tx, asked, now)).await.unwrap();
        let before = logged(&house.app).await;
        assert_eq!(
            untick(&house, Whom::These(&ids[..2]), Part::Instruction).await,
            report(1, 1, &[]),
            "{}",
            house.engine
        );
        assert_eq!(told(&house).await, (10, 9));
        assert_eq!(untick(&house, Whom::OnList(WorkList::NoResetAsked), Part::Both).await, report(8, 0, &[]));
        assert_eq!(untick(&house, Whom::All, Part::Both).await, report(1, 9, &[]));
        assert_eq!((told(&house).await, logged(&house.app).await), ((1, 1), before + 10));
    })
    .await;
}

#[tokio::test]
async fn what_is_taken_back_is_shown_before_exactly() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        confirm(&house, &many(10)).await;
        let ids = occupancies(&house).await;
        tick(&house, Whom::All, Part::Both).await;
        untick(&house, Whom::These(&ids[..2]), Part::Username).await;
        let (asked, now) = (found(&house.app, "ALMELO10").await.identity, house.app.clock.now());
        house.app.db.write(move |tx| store::progress::reset_asked(tx, asked, now)).await.unwrap();
        let see = async |whom: Whom<'_>, part| {
            let deed = Deed { part, back: true };
            let it = preview::see(&house.app, &house.ctx(), &Actor::Server, &zuid(), (whom, deed)).await.unwrap();
            (it.homes, it.already, it.first.len())
        };
        let list = Whom::OnList(WorkList::NoResetAsked);
        assert_eq!(see(list, Part::Both).await, (7, 0, 7), "{}", house.engine);
        assert_eq!(see(Whom::OnList(WorkList::NotTold), Part::Instruction).await, (2, 0, 2), "those half told");
        assert_eq!(see(Whom::OnList(WorkList::NotTold), Part::Username).await, (0, 2, 0));
        assert_eq!(see(Whom::These(&ids), Part::Both).await, (9, 1, 9), "not who asked for a password");
        let before = told(&house).await;
        assert_eq!(untick(&house, list, Part::Both).await, report(7, 0, &[]));
        assert_eq!((before, told(&house).await), ((8, 10), (1, 3)));
    })
    .await;
}

#[tokio::test]
async fn a_list_ticks_what_it_names_and_tells_what_it_does_not() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        add_client(&house.app, "esdoorn").await;
        let noord = add_project(&house.app, "esdoorn/noord", "ZWOLLE").await;
        confirm(&house, &list([("A1", ""), ("A2", ""), ("A3", "")])).await;
        super::run(&house.app, &noord, &list([("A1", ""), ("B2", "")]), true).await.unwrap();
        let by = async |text: &str| {
            let source = Source::bytes(text.as_bytes().to_vec());
            tick(&house, Whom::Listed(&source), Part::Both).await
        };
        let usernames = "Straat;Gebruikersnaam\nx;almelo01\nx;ZWOLLE01\nx;\nx;ALMELO99\nx;ALMELO 02\nx;ALMELO01\n";
        assert_eq!(by(usernames).await, report(1, 1, &[3, 4, 5, 6]), "{}", house.engine);
        assert_eq!(by("VHE-nummer\nA1\nA3\nB2\n").await, report(1, 1, &[4]));
        assert_eq!(told(&house).await, (2, 2));
        let names = ["ALMELO99", "ALMELO02", "ZWOLLE01", "ALMELO01"].map(|name| Username::parse_issued(name).unwrap());
        assert_eq!(tick(&house, Whom::Named(&names), Part::Both).await, report(1, 1, &[0, 2]), "by usernames alone");
        assert_eq!(told(&house).await, (3, 3));
        let theirs = board::see(&house.app, &house.ctx(), &Actor::Server, &noord).await.unwrap();
        assert_eq!(theirs.funnel.rung(Step::UsernameHandedOut).homes, 0, "of another client's homes none");
        let none = Source::bytes(b"Naam;Telefoon\nx;y\n".to_vec());
        let refused =
            handout::tick(&house.app, &house.ctx(), &Actor::Server, &zuid(), (Whom::Listed(&none), Part::Both)).await;
        assert!(matches!(refused, Err(HandoutError::List(_))), "{refused:?}");
    })
    .await;
}

/// What a member of staff gets of a project: board, homes, a work list, a tick.
async fn gets(house: &House, actor: &Actor, path: &domain::naming::ProjectPath) -> Vec<Option<Denied>> {
    use app::Barred;
    let seen = |result: Result<(), Barred>| match result {
        Ok(()) => None,
        Err(Barred::Denied(denied)) => Some(denied),
        Err(other) => panic!("{other}"),
    };
    let (app, ctx) = (&house.app, house.ctx());
    let ticked = match handout::tick(app, &ctx, actor, path, (Whom::All, Part::Both)).await {
        Ok(_) => None,
        Err(HandoutError::Denied(denied)) => Some(denied),
        Err(other) => panic!("{other}"),
    };
    let worklist = worklist::page(app, &ctx, actor, (path, WorkList::NoAddress), None).await;
    vec![
        seen(board::see(app, &ctx, actor, path).await.map(drop)),
        seen(homes::page(app, &ctx, actor, path, None).await.map(drop)),
        seen(homes::search(app, &ctx, actor, path, "A").await.map(drop)),
        seen(worklist.map(drop)),
        ticked,
    ]
}

#[tokio::test]
async fn everybody_within_the_own_homes_and_nobody_beyond() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        add_client(&house.app, "esdoorn").await;
        let noord = add_project(&house.app, "esdoorn/noord", "ZWOLLE").await;
        confirm(&house, &list([("A1", "")])).await;
        super::run(&house.app, &noord, &list([("A1", "")]), true).await.unwrap();
        let project = house.app.db.read(|tx| store::project::by_slugs(tx, "linde", "zuid")).await.unwrap().unwrap().id;
        let staff = |role: Role, organisation: Option<OrganisationId>, projects: Vec<ProjectId>| Actor::Staff {
            staff: StaffId::from_uuid(Uuid::from_u128(1)),
            identity: IdentityId::from_uuid(Uuid::from_u128(2)),
            role,
            organisation,
            projects,
        };
        let before = logged(&house.app).await;
        for (role, here, there) in [
            (Role::Clerk, None, Denied::NotYours),
            (Role::OrgAdmin, None, Denied::NotYours),
            (Role::ProjectLead, None, Denied::NotYours),
            (Role::Support, Some(Denied::NotAllowed), Denied::NotAllowed),
            (Role::OperatorAdmin, Some(Denied::NotAllowed), Denied::NotAllowed),
            (Role::Auditor, Some(Denied::NotAllowed), Denied::NotAllowed),
        ] {
            let projects = if role == Role::ProjectLead { vec![project] } else { vec![] };
            let actor = staff(role, role.of_client().then_some(house.organisation), projects);
            assert_eq!(gets(&house, &actor, &noord).await, vec![Some(there); 5], "{role} on {}", house.engine);
            assert_eq!(gets(&house, &actor, &zuid()).await, vec![here; 5], "{role} on {}", house.engine);
        }
        let theirs = board::see(&house.app, &house.ctx(), &Actor::Server, &noord).await.unwrap();
        assert_eq!(theirs.funnel.rung(Step::UsernameHandedOut).homes, 0);
        // Three looks each by three of them, and one tick.
        assert_eq!(logged(&house.app).await, before + 3 * 3 + 1, "who is refused leaves no line");
    })
    .await;
}
