//! The people of a team: invited by their admin, given another role, ended with all that is theirs, gone over once a year.

mod ending;

use std::collections::BTreeMap;

use app::staff::{self, Answer, Newcomer, Side, StaffError};
use app::{Barred, Caller, sign_in};
use crypto::totp;
use domain::access::{Actor, Denied};
use domain::id::StaffId;
use domain::role::Role;
use domain::staff::State;
use domain::time::Span;
use domain::token::Dead;
use testkit::each_engine;

use crate::house::{GOOD, House, OTHER, secret, token};
use crate::staff::{invite, secret_in};

/// Somebody at work, with the cookie of their browser and what their app shows.
pub(crate) struct AtWork {
    pub(crate) cookie: String,
    pub(crate) device: String,
    pub(crate) factor: totp::Secret,
}

impl AtWork {
    pub(crate) fn caller(&self) -> Caller<'_> {
        Caller::Cookie(&self.cookie)
    }
}

/// Accepts an invitation to the end.
pub(crate) async fn join(house: &House, link: &str) -> AtWork {
    let entered = staff::accept(&house.app, &house.ctx(), link, secret(GOOD)).await.unwrap();
    let cookie = entered.session.expose().to_owned();
    let step = staff::open(&house.app, &house.ctx(), link, Some(&cookie)).await.unwrap();
    let staff::Step::Factor { otpauth_url, .. } = step else { panic!("{step:?}") };
    let factor = secret_in(&otpauth_url);
    let code = totp::code_at(&factor, house.clock.now());
    let entered = staff::set_factor(&house.app, &house.ctx(), &cookie, &code).await.unwrap();
    house.deliver().await;
    let device = entered.device.as_ref().expect("the browser is recognised").expose().to_owned();
    AtWork { cookie: entered.session.expose().to_owned(), device, factor }
}

/// Invited by the command line, and at work.
pub(crate) async fn at_work(house: &House, email: &str, role: Role) -> AtWork {
    let link = invite(house, email, role).await;
    join(house, &link).await
}

/// A second client, with an admin of its own.
pub(crate) async fn neighbour(house: &House) -> AtWork {
    let (name, slug) = ("Woonstichting Esdoorn".parse().unwrap(), "esdoorn".parse().unwrap());
    let new = app::organisation::Add { name, slug, portal: true };
    app::organisation::add(&house.app, &house.app.command(), Actor::Server, new).await.unwrap();
    let cmd = staff::Invite {
        email: "ada@esdoorn.example.nl".to_owned(),
        role: Role::OrgAdmin,
        organisation: Some("esdoorn".to_owned()),
        projects: Vec::new(),
    };
    staff::invite(&house.app, &house.app.command(), Actor::Server, cmd).await.unwrap();
    let link = token(&house.deliver().await[0], "/invitation/");
    join(house, &link).await
}

fn newcomer(email: &str, role: Role) -> Newcomer {
    Newcomer { email: email.to_owned(), role, projects: Vec::new() }
}

async fn add(house: &House, by: &AtWork, email: &str, role: Role) -> Result<(), StaffError> {
    staff::invite_colleague(&house.app, &house.ctx(), by.caller(), (Side::Client, newcomer(email, role))).await
}

pub(crate) async fn list(house: &House, by: &AtWork, side: Side) -> staff::Colleagues {
    staff::colleagues(&house.app, &house.ctx(), by.caller(), side).await.unwrap()
}

async fn id_of(house: &House, by: &AtWork, email: &str) -> StaffId {
    let found = list(house, by, Side::Client).await;
    let all = found.here.iter().chain(&found.gone);
    all.into_iter().find(|it| it.email == email).unwrap_or_else(|| panic!("{email} is not in the list")).id
}

async fn end(house: &House, by: &AtWork, id: StaffId) -> Result<State, StaffError> {
    let shown = staff::ending(&house.app, &house.ctx(), by.caller(), (Side::Client, id)).await?;
    staff::end(&house.app, &house.ctx(), by.caller(), (Side::Client, id, &shown.seal)).await
}

/// What every act here adds to or changes.
pub(crate) async fn weight(house: &House) -> Vec<i64> {
    let mut found = Vec::new();
    for what in [
        "audit_line",
        "mail",
        "rights_review",
        "organisation",
        "staff",
        "staff WHERE role = 'org-admin'",
        "staff WHERE state = 'ended'",
        "organisation WHERE frozen_at IS NOT NULL",
    ] {
        found.push(testkit::raw::count(&house.fresh, &format!("SELECT count(*) FROM {what}")).await);
    }
    found
}

async fn is_in(house: &House, who: &AtWork) -> bool {
    sign_in::who(&house.app, &house.ctx(), &who.cookie).await.unwrap().is_some()
}

#[tokio::test]
async fn an_admin_invites_people_and_no_desk_and_nobody_twice() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let noor = at_work(&house, "noor@linde.example.nl", Role::OrgAdmin).await;
        neighbour(&house).await;
        for (email, role) in [
            ("info@linde.example.nl", Role::Clerk),
            ("Huur@linde.example.nl", Role::OrgAdmin),
            ("administratie+1@linde.example.nl", Role::Clerk),
        ] {
            assert!(matches!(add(&house, &noor, email, role).await, Err(StaffError::GroupAddress)), "{email}");
        }
        assert!(matches!(add(&house, &noor, "jan@", Role::Clerk).await, Err(StaffError::Address(_))));
        for role in [Role::Support, Role::OperatorAdmin, Role::ProjectLead, Role::Auditor] {
            let refused = add(&house, &noor, "jan@linde.example.nl", role).await;
            assert!(matches!(refused, Err(StaffError::Role | StaffError::NeedsProjects)), "{role}: {refused:?}");
        }
        assert!(house.deliver().await.is_empty(), "nothing refused sends a mail");

        add(&house, &noor, " jan@linde.example.nl ", Role::Clerk).await.unwrap();
        let mail = house.deliver().await;
        assert_eq!(mail[0].envelope.to.as_str(), "jan@linde.example.nl");
        let link = token(&mail[0], "/invitation/");
        for twice in ["jan@linde.example.nl", "JAN@linde.example.nl", "noor@linde.example.nl"] {
            let state = if twice.starts_with("noor") { State::Active } else { State::Invited };
            let refused = add(&house, &noor, twice, Role::Clerk).await;
            assert!(matches!(refused, Err(StaffError::Already(known)) if known == state), "{twice}: {refused:?}");
        }
        let elsewhere = add(&house, &noor, "ada@esdoorn.example.nl", Role::Clerk).await;
        assert!(matches!(elsewhere, Err(StaffError::CannotBe)), "{elsewhere:?}");

        let jan = id_of(&house, &noor, "jan@linde.example.nl").await;
        staff::invite_again(&house.app, &house.ctx(), noor.caller(), (Side::Client, jan)).await.unwrap();
        let again = token(&house.deliver().await[0], "/invitation/");
        assert_ne!(link, again);
        let clerk = join(&house, &again).await;
        let used = staff::accept(&house.app, &house.ctx(), &link, secret(OTHER)).await;
        assert!(matches!(used, Err(staff::AcceptError::Dead(Dead::Used))), "using one ends its sisters: {used:?}");
        let late = staff::invite_again(&house.app, &house.ctx(), noor.caller(), (Side::Client, jan)).await;
        assert!(matches!(late, Err(StaffError::TooLate)), "on {}", house.engine);
        let refused = add(&house, &clerk, "els@linde.example.nl", Role::Clerk).await;
        assert!(matches!(refused, Err(StaffError::Barred(Barred::Denied(Denied::NotAllowed)))), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn the_list_shows_how_far_everybody_is() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let noor = at_work(&house, "noor@linde.example.nl", Role::OrgAdmin).await;
        add(&house, &noor, "jan@linde.example.nl", Role::Clerk).await.unwrap();
        let found = list(&house, &noor, Side::Client).await;
        let jan = found.here.iter().find(|it| it.email.starts_with("jan")).unwrap();
        assert!(!jan.invitation_works, "the mail has not left");
        house.deliver().await;
        let found = list(&house, &noor, Side::Client).await;
        let seen: Vec<_> = found
            .here
            .iter()
            .map(|it| {
                (it.email.as_str(), it.role, it.state, it.has_factor, it.signed_in_at.is_some(), it.invitation_works)
            })
            .collect();
        assert_eq!(
            seen,
            [
                ("jan@linde.example.nl", Role::Clerk, State::Invited, false, false, true),
                ("noor@linde.example.nl", Role::OrgAdmin, State::Active, true, true, false)
            ],
            "{}",
            house.engine
        );
        assert!(found.due && found.last.is_none() && found.gone.is_empty());
        house.forward(Span::hours(72));
        // Noor's session is over by then; the command line has no client of its own.
        let noor = at_work(&house, "noor@linde.example.nl", Role::OrgAdmin).await;
        let found = list(&house, &noor, Side::Client).await;
        assert!(!found.here[0].invitation_works, "after 72 hours it is to be sent again");
        for side in [Side::Client, Side::Operator] {
            let server = staff::colleagues(&house.app, &house.ctx(), &Actor::Server, side).await;
            assert_eq!(server.is_ok(), side == Side::Operator);
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_ends_or_degrades_themselves_and_a_role_holds_at_once() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let noor = at_work(&house, "noor@linde.example.nl", Role::OrgAdmin).await;
        let karel = at_work(&house, "karel@linde.example.nl", Role::Clerk).await;
        let (own, other) =
            (id_of(&house, &noor, "noor@linde.example.nl").await, id_of(&house, &noor, "karel@linde.example.nl").await);
        let change =
            async |by: &AtWork, id, role| staff::change_role(&house.app, &house.ctx(), by.caller(), (id, role)).await;
        assert!(matches!(end(&house, &noor, own).await, Err(StaffError::Oneself)));
        assert!(matches!(change(&noor, own, Role::Clerk).await, Err(StaffError::Oneself)));
        assert!(matches!(change(&noor, other, Role::Auditor).await, Err(StaffError::Role)));
        assert!(matches!(change(&karel, own, Role::Clerk).await, Err(StaffError::Barred(_))), "a clerk changes nobody");
        change(&noor, other, Role::OrgAdmin).await.unwrap();
        assert_eq!(list(&house, &karel, Side::Client).await.here.len(), 2, "with the session they had");
        change(&karel, own, Role::Clerk).await.unwrap();
        let refused = staff::colleagues(&house.app, &house.ctx(), noor.caller(), Side::Client).await;
        assert!(matches!(refused, Err(Barred::Denied(Denied::NotAllowed))), "{}", house.engine);
        let refused = change(&noor, other, Role::Clerk).await;
        assert!(matches!(refused, Err(StaffError::Barred(Barred::Denied(Denied::NotAllowed)))));
    })
    .await;
}

/// Two admins end each other in the same moment: one is left.
#[tokio::test]
async fn of_two_admins_who_end_each_other_one_stays() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let noor = at_work(&house, "noor@linde.example.nl", Role::OrgAdmin).await;
        let mo = at_work(&house, "mo@linde.example.nl", Role::OrgAdmin).await;
        let (one, two) =
            (id_of(&house, &noor, "noor@linde.example.nl").await, id_of(&house, &noor, "mo@linde.example.nl").await);
        let ctx = house.ctx();
        let first = staff::ending(&house.app, &ctx, noor.caller(), (Side::Client, two)).await.unwrap().seal;
        let second = staff::ending(&house.app, &ctx, mo.caller(), (Side::Client, one)).await.unwrap().seal;
        let (a, b) = tokio::join!(
            staff::end(&house.app, &ctx, noor.caller(), (Side::Client, two, &first)),
            staff::end(&house.app, &ctx, mo.caller(), (Side::Client, one, &second)),
        );
        assert!(a.is_ok() != b.is_ok(), "{}: {a:?} {b:?}", house.engine);
        assert!(is_in(&house, &noor).await != is_in(&house, &mo).await);
    })
    .await;
}

/// The last admin stays also when no admin is left to ask: an operator admin whose colleague is the last but one.
#[tokio::test]
async fn the_last_admin_of_the_operator_stays() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let noor = at_work(&house, "noor@beheer.example.nl", Role::OperatorAdmin).await;
        let found = list(&house, &noor, Side::Operator).await;
        let id = found.here[0].id;
        let server = Actor::Server;
        let refused = staff::ending(&house.app, &house.ctx(), &server, (Side::Operator, id)).await;
        assert!(matches!(refused, Err(StaffError::LastAdmin)), "{:?}", refused.map(drop));
        at_work(&house, "mo@beheer.example.nl", Role::OperatorAdmin).await;
        let shown = staff::ending(&house.app, &house.ctx(), &server, (Side::Operator, id)).await.unwrap();
        staff::end(&house.app, &house.ctx(), &server, (Side::Operator, id, &shown.seal)).await.unwrap();
        assert!(!is_in(&house, &noor).await, "{}", house.engine);
    })
    .await;
}

#[tokio::test]
async fn people_of_another_client_do_not_exist() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let noor = at_work(&house, "noor@linde.example.nl", Role::OrgAdmin).await;
        let ada = neighbour(&house).await;
        let boss = at_work(&house, "bo@beheer.example.nl", Role::OperatorAdmin).await;
        let theirs = id_of(&house, &ada, "ada@esdoorn.example.nl").await;
        let operators = list(&house, &boss, Side::Operator).await.here[0].id;
        let before = weight(&house).await;
        for id in [theirs, operators, house.app.id(house.clock.now())] {
            let is_none = |error: &StaffError| matches!(error, StaffError::Barred(Barred::Denied(Denied::NotYours)));
            let (ctx, who) = (house.ctx(), noor.caller());
            assert!(is_none(&staff::ending(&house.app, &ctx, who, (Side::Client, id)).await.map(drop).unwrap_err()));
            let ended = staff::end(&house.app, &ctx, who, (Side::Client, id, "x")).await.map(drop);
            assert!(is_none(&ended.unwrap_err()));
            assert!(is_none(&staff::change_role(&house.app, &ctx, who, (id, Role::Clerk)).await.unwrap_err()));
            assert!(is_none(&staff::invite_again(&house.app, &ctx, who, (Side::Client, id)).await.unwrap_err()));
        }
        let refused = staff::colleagues(&house.app, &house.ctx(), noor.caller(), Side::Operator).await.map(drop);
        assert!(matches!(refused, Err(Barred::Denied(Denied::NotAllowed))));
        let refused = staff::colleagues(&house.app, &house.ctx(), boss.caller(), Side::Client).await.map(drop);
        assert!(matches!(refused, Err(Barred::Denied(Denied::NotAllowed))), "the operator has no client");
        assert_eq!(weight(&house).await, before, "{}", house.engine);
        assert_eq!(list(&house, &noor, Side::Client).await.here.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn rights_are_gone_over_in_one_act_and_again_after_a_year() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let noor = at_work(&house, "noor@linde.example.nl", Role::OrgAdmin).await;
        let karel = at_work(&house, "karel@linde.example.nl", Role::Clerk).await;
        let ada = neighbour(&house).await;
        add(&house, &noor, "jan@linde.example.nl", Role::Clerk).await.unwrap();
        house.deliver().await;
        let due = async |who: &AtWork| staff::review_reminder(&house.app, &house.ctx(), who.caller()).await.unwrap();
        assert_eq!(
            (due(&noor).await, due(&karel).await, due(&ada).await),
            (true, false, true),
            "clerks have no such right"
        );

        let sheet = staff::review_sheet(&house.app, &house.ctx(), noor.caller(), Side::Client).await.unwrap();
        assert_eq!(sheet.people.len(), 3);
        let answers = |ends: &[&str]| -> BTreeMap<StaffId, Answer> {
            let answer = |email: &str| if ends.contains(&email) { Answer::Ends } else { Answer::Stays };
            sheet.people.iter().map(|it| (it.id, answer(&it.email))).collect()
        };
        let go = async |answers| {
            staff::review(&house.app, &house.ctx(), noor.caller(), (Side::Client, &sheet.seen), answers).await
        };
        let mut some = answers(&[]);
        some.pop_first();
        assert!(matches!(go(some).await, Err(StaffError::Moved)), "everybody has an answer");
        let oneself = go(answers(&["karel@linde.example.nl", "noor@linde.example.nl"])).await;
        assert!(matches!(oneself, Err(StaffError::Oneself)) && is_in(&house, &karel).await, "all of it or nothing");
        let done = go(answers(&["karel@linde.example.nl", "jan@linde.example.nl"])).await.unwrap();
        assert_eq!((done.kept, done.ended), (1, 2));
        assert!(!is_in(&house, &karel).await);
        assert!(matches!(go(answers(&[])).await, Err(StaffError::Moved)), "it was another team by then");
        let found = list(&house, &noor, Side::Client).await;
        let last = found.last.unwrap();
        assert_eq!((last.by.as_str(), last.kept, last.ended, found.due), ("noor@linde.example.nl", 1, 2, false));
        assert_eq!((due(&noor).await, due(&ada).await), (false, true), "{}: each client its own", house.engine);

        house.forward(Span::days(365));
        let noor = at_work(&house, "noor@linde.example.nl", Role::OrgAdmin).await;
        assert!(!due(&noor).await, "a year to the minute");
        house.forward(Span::minutes(1));
        assert!(due(&noor).await);
    })
    .await;
}
