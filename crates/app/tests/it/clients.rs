//! The operator's admins: clients, projects, the first admin of a client, project leads, and freezing.

use app::clients::{self, FreezeError};
use app::staff::{self, Newcomer, Side, StaffError};
use app::{Barred, Caller, organisation, project, reset, sign_in};
use crypto::totp;
use domain::access::{Actor, Denied};
use domain::naming::Slug;
use domain::role::Role;
use domain::time::{Day, Span};
use domain::username::Prefix;
use testkit::each_engine;

use crate::colleagues::{AtWork, at_work, join, list, weight};
use crate::house::{GOOD, House, OTHER, secret, token};
use crate::staff::enter;

fn linde() -> Slug {
    "linde".parse().unwrap()
}

fn lead(projects: &[(&str, &str)]) -> (Side, Newcomer) {
    let projects = projects.iter().map(|(client, project)| ((*client).to_owned(), (*project).to_owned())).collect();
    let new = Newcomer { email: "iris@beheer.example.nl".to_owned(), role: Role::ProjectLead, projects };
    (Side::Operator, new)
}

async fn is_in(house: &House, who: &AtWork) -> bool {
    sign_in::who(&house.app, &house.ctx(), &who.cookie).await.unwrap().is_some()
}

#[tokio::test]
async fn clients_and_projects_are_added_and_counted() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let boss = at_work(&house, "bo@beheer.example.nl", Role::OperatorAdmin).await;
        let (ctx, who) = (house.ctx(), boss.caller());
        let client = |slug: &str, portal| organisation::Add {
            name: "Woonstichting Esdoorn".parse().unwrap(),
            slug: slug.parse().unwrap(),
            portal,
        };
        organisation::add_by(&house.app, &ctx, who, client("esdoorn", false)).await.unwrap();
        let twice = organisation::add_by(&house.app, &ctx, who, client("linde", true)).await;
        assert!(matches!(twice, Err(organisation::AddError::Taken(_))), "{twice:?}");
        let with = |path: &str, prefix: &str| project::Add {
            path: path.parse().unwrap(),
            name: "De Laren".parse().unwrap(),
            prefix: Prefix::parse(prefix).unwrap(),
            delivered_on: None,
        };
        let new = |path: &str| with(path, "laren");
        project::add_by(&house.app, &ctx, who, new("esdoorn/laren")).await.unwrap();
        // The letters of a project are its own over the whole installation, as its usernames look.
        for (prefix, whose) in [
            ("almelo", "linde/zuid"),
            ("AIMELO", "linde/zuid"),
            ("ALMELOI", "linde/zuid"),
            ("ALMELOLO", "linde/zuid"),
            ("IAREN", "esdoorn/laren"),
            ("LARENIO", "esdoorn/laren"),
        ] {
            let refused = project::add_by(&house.app, &ctx, who, with("esdoorn/oost", prefix)).await;
            assert!(matches!(&refused, Err(project::AddError::Alike(at, _)) if at == whose), "{prefix}: {refused:?}");
        }
        let twice = project::add_by(&house.app, &ctx, who, new("esdoorn/laren")).await;
        assert!(matches!(twice, Err(project::AddError::Taken(_))));
        let nobodys = project::add_by(&house.app, &ctx, who, new("nergens/laren")).await;
        assert!(matches!(nobodys, Err(project::AddError::NoOrganisation(_))));
        house.home("ALMELO01", Some("een@example.nl")).await;
        house.home("ALMELO02", None).await;

        let seen = clients::list(&house.app, &ctx, who).await.unwrap();
        let short: Vec<_> = seen.iter().map(|it| (it.slug.as_str(), it.portal, it.projects, it.people)).collect();
        assert_eq!(short, [("linde", true, 1, 0), ("esdoorn", false, 1, 0)], "{}", house.engine);
        let one = clients::see(&house.app, &ctx, who, "linde").await.unwrap();
        assert_eq!(one.projects.iter().map(|it| (it.slug.as_str(), it.homes)).collect::<Vec<_>>(), [("zuid", 2)]);
        let day = Day::parse("2027-02-01").ok();
        clients::set_delivery(&house.app, &ctx, who, ("esdoorn", "laren"), day).await.unwrap();
        clients::set_delivery(&house.app, &ctx, who, ("esdoorn", "laren"), day).await.unwrap();
        assert_eq!(clients::project(&house.app, &ctx, who, ("esdoorn", "laren")).await.unwrap().delivered_on, day);
        let nothing = clients::set_delivery(&house.app, &ctx, who, ("linde", "laren"), day).await;
        assert!(matches!(nothing, Err(Barred::Denied(Denied::NotYours))));
    })
    .await;
}

#[tokio::test]
async fn nobody_else_looks_after_clients() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let before = weight(&house).await;
        for role in Role::ALL.into_iter().filter(|role| *role != Role::OperatorAdmin) {
            let actor = Actor::Staff {
                staff: house.app.id(house.clock.now()),
                identity: house.app.id(house.clock.now()),
                role,
                organisation: role.of_client().then_some(house.organisation),
                projects: Vec::new(),
            };
            let (ctx, who) = (house.ctx(), Caller::Known(&actor));
            let no = |error: &Barred| matches!(error, Barred::Denied(Denied::NotAllowed));
            assert!(no(&clients::list(&house.app, &ctx, who).await.unwrap_err()), "{role}");
            assert!(no(&clients::all_projects(&house.app, &ctx, who).await.unwrap_err()), "{role}");
            assert!(no(&clients::see(&house.app, &ctx, who, "linde").await.unwrap_err()), "{role}");
            assert!(no(&clients::freezing(&house.app, &ctx, who, "linde").await.unwrap_err()), "{role}");
            assert!(no(&clients::release(&house.app, &ctx, who, "linde").await.unwrap_err()), "{role}");
            assert!(no(&clients::set_delivery(&house.app, &ctx, who, ("linde", "zuid"), None).await.unwrap_err()));
            let frozen = clients::freeze(&house.app, &ctx, who, ("linde", "x")).await;
            assert!(matches!(frozen, Err(FreezeError::Barred(error)) if no(&error)), "{role}");
            let first = staff::invite_first_admin(&house.app, &ctx, who, (&linde(), "jan@linde.example.nl")).await;
            assert!(matches!(first, Err(StaffError::Barred(error)) if no(&error)), "{role}");
            let invited = staff::invite_colleague(&house.app, &ctx, who, lead(&[("linde", "zuid")])).await;
            assert!(matches!(invited, Err(StaffError::Barred(error)) if no(&error)), "{role}");
        }
        assert_eq!(weight(&house).await, before, "{}", house.engine);
    })
    .await;
}

#[tokio::test]
async fn the_first_admin_of_a_client_is_invited_until_there_is_one() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let boss = at_work(&house, "bo@beheer.example.nl", Role::OperatorAdmin).await;
        let (client, ctx) = (linde(), house.ctx());
        let first =
            async |email: &str| staff::invite_first_admin(&house.app, &ctx, boss.caller(), (&client, email)).await;
        assert!(matches!(first("info@linde.example.nl").await, Err(StaffError::GroupAddress)));
        assert!(matches!(first("bo@beheer.example.nl").await, Err(StaffError::CannotBe)));
        first("noor@linde.example.nl").await.unwrap();
        house.deliver().await;
        first("noor@linde.example.nl").await.unwrap();
        let link = token(&house.deliver().await[0], "/invitation/");
        let noor = join(&house, &link).await;
        assert!(matches!(first("mo@linde.example.nl").await, Err(StaffError::HasAdmin)), "{}", house.engine);
        let seen = list(&house, &noor, Side::Client).await;
        assert_eq!((seen.here.len(), seen.here[0].role), (1, Role::OrgAdmin));
    })
    .await;
}

#[tokio::test]
async fn a_project_lead_has_the_projects_that_are_named() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let boss = at_work(&house, "bo@beheer.example.nl", Role::OperatorAdmin).await;
        let (ctx, who) = (house.ctx(), boss.caller());
        let none = staff::invite_colleague(&house.app, &ctx, who, lead(&[])).await;
        assert!(matches!(none, Err(StaffError::NeedsProjects)));
        let unknown = staff::invite_colleague(&house.app, &ctx, who, lead(&[("linde", "x")])).await;
        assert!(matches!(unknown, Err(StaffError::UnknownProject(name)) if name == "linde/x"));
        staff::invite_colleague(&house.app, &ctx, who, lead(&[("linde", "zuid")])).await.unwrap();
        let link = token(&house.deliver().await[0], "/invitation/");
        let iris = join(&house, &link).await;
        let new = project::Add {
            path: "linde/noord".parse().unwrap(),
            name: "Noord".parse().unwrap(),
            prefix: Prefix::parse("noord").unwrap(),
            delivered_on: None,
        };
        project::add_by(&house.app, &ctx, who, new).await.unwrap();
        let own = async || {
            let found = app::first_login::projects::see(&house.app, &house.ctx(), iris.caller()).await.unwrap();
            found.iter().map(|it| it.project.slug.clone()).collect::<Vec<_>>()
        };
        assert_eq!(own().await, ["zuid"]);
        let id =
            list(&house, &boss, Side::Operator).await.here.iter().find(|it| it.email.starts_with("iris")).unwrap().id;
        let names = |all: &[&str]| all.iter().map(|it| ("linde".to_owned(), (*it).to_owned())).collect::<Vec<_>>();
        let changed = staff::change_projects(&house.app, &ctx, who, (id, names(&[]))).await;
        assert!(matches!(changed, Err(StaffError::NeedsProjects)));
        let changed = staff::change_projects(&house.app, &ctx, who, (id, names(&["noord", "x"]))).await;
        assert!(matches!(changed, Err(StaffError::UnknownProject(_))));
        assert_eq!(own().await, ["zuid"], "all of it or nothing");
        staff::change_projects(&house.app, &ctx, who, (id, names(&["noord"]))).await.unwrap();
        assert_eq!(own().await, ["noord"], "{}: from the next request", house.engine);
        let bo = list(&house, &boss, Side::Operator).await.here[0].id;
        let no_lead = staff::change_projects(&house.app, &ctx, who, (bo, names(&["noord"]))).await;
        assert!(matches!(no_lead, Err(StaffError::Role)));
    })
    .await;
}

#[tokio::test]
async fn nobody_of_a_frozen_client_gets_in_and_all_works_again_when_released() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let boss = at_work(&house, "bo@beheer.example.nl", Role::OperatorAdmin).await;
        let noor = at_work(&house, "noor@linde.example.nl", Role::OrgAdmin).await;
        let name = "ALMELO01";
        house.home(name, Some("bewoner@example.nl")).await;
        let new = Newcomer { email: "jan@linde.example.nl".to_owned(), role: Role::Clerk, projects: Vec::new() };
        staff::invite_colleague(&house.app, &house.ctx(), noor.caller(), (Side::Client, new)).await.unwrap();
        let invitation = token(&house.deliver().await[0], "/invitation/");
        reset::ask(&house.app, &house.ctx(), "noor@linde.example.nl").await.unwrap();
        let link = token(&house.deliver().await[0], "/login/accounts/pass/reset/");
        house.forward(Span::minutes(1));
        let half = enter(&house, "noor@linde.example.nl", GOOD).await.unwrap();

        let (ctx, who) = (house.ctx(), boss.caller());
        let shown = clients::freezing(&house.app, &ctx, who, "linde").await.unwrap();
        assert_eq!((shown.client.people, shown.signed_in), (2, 2));
        assert!(matches!(clients::freeze(&house.app, &ctx, who, ("linde", "x")).await, Err(FreezeError::Moved)));
        clients::freeze(&house.app, &ctx, who, ("linde", &shown.seal)).await.unwrap();
        let twice = clients::freeze(&house.app, &ctx, who, ("linde", &shown.seal)).await;
        assert!(matches!(twice, Err(FreezeError::Moved)));

        assert!(!is_in(&house, &noor).await && is_in(&house, &boss).await, "{}", house.engine);
        let acts = staff::colleagues(&house.app, &ctx, noor.caller(), Side::Client).await.map(drop);
        assert!(matches!(acts, Err(Barred::SignIn)));
        assert!(matches!(enter(&house, "noor@linde.example.nl", GOOD).await, Err(sign_in::EnterError::Wrong)));
        let code = totp::code_at(&noor.factor, house.clock.now());
        let on = sign_in::second_factor(&house.app, &ctx, half.session.expose(), &code).await;
        assert!(matches!(on, Err(sign_in::FactorError::NotHalfWay)));
        assert!(staff::accept(&house.app, &ctx, &invitation, secret(GOOD)).await.is_err());
        let password = || reset::NewPassword { password: secret(OTHER), username: None };
        assert!(reset::set(&house.app, &ctx, &link, password()).await.is_err());
        reset::ask(&house.app, &ctx, "noor@linde.example.nl").await.unwrap();
        assert!(house.deliver().await.is_empty(), "no link is mailed to them");

        // Residents notice nothing.
        reset::ask(&house.app, &ctx, name).await.unwrap();
        let own = token(&house.deliver().await[0], "/login/accounts/pass/reset/");
        let new = reset::NewPassword { password: secret(OTHER), username: Some(name.to_owned()) };
        reset::set(&house.app, &ctx, &own, new).await.unwrap();
        house.deliver().await;
        enter(&house, name, OTHER).await.unwrap();

        clients::release(&house.app, &ctx, who, "linde").await.unwrap();
        assert!(is_in(&house, &noor).await, "the session they had");
        staff::accept(&house.app, &ctx, &invitation, secret(GOOD)).await.unwrap();
        reset::set(&house.app, &ctx, &link, password()).await.unwrap();
    })
    .await;
}

/// It would hold a link that is dead.
#[tokio::test]
async fn an_invitation_that_waits_while_its_client_is_frozen_is_not_mailed_and_is_sent_again_afterwards() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let boss = at_work(&house, "bo@beheer.example.nl", Role::OperatorAdmin).await;
        let noor = at_work(&house, "noor@linde.example.nl", Role::OrgAdmin).await;
        let new = Newcomer { email: "jan@linde.example.nl".to_owned(), role: Role::Clerk, projects: Vec::new() };
        staff::invite_colleague(&house.app, &house.ctx(), noor.caller(), (Side::Client, new)).await.unwrap();
        let (ctx, who) = (house.ctx(), boss.caller());
        let shown = clients::freezing(&house.app, &ctx, who, "linde").await.unwrap();
        clients::freeze(&house.app, &ctx, who, ("linde", &shown.seal)).await.unwrap();
        assert!(house.deliver().await.is_empty(), "{}", house.engine);
        let stopped = "SELECT count(*) FROM mail WHERE state = 'dropped' AND reason = 'frozen'";
        assert_eq!(testkit::raw::count(&house.fresh, stopped).await, 1, "and that is kept");

        clients::release(&house.app, &ctx, who, "linde").await.unwrap();
        assert!(house.deliver().await.is_empty(), "nothing goes out by itself, days later");
        let seen = list(&house, &noor, Side::Client).await;
        let jan = seen.here.iter().find(|it| it.email == "jan@linde.example.nl").unwrap().id;
        staff::invite_again(&house.app, &house.ctx(), noor.caller(), (Side::Client, jan)).await.unwrap();
        let link = token(&house.deliver().await[0], "/invitation/");
        staff::accept(&house.app, &house.ctx(), &link, secret(GOOD)).await.unwrap();
    })
    .await;
}
