//! "Gebruikers aanpassen": what is found and seen by whom, which addresses are linked and which are refused, and that ending
//! all access ends all of it.

mod by_hand;
mod chosen;
mod many;
mod one_leaves;
mod whole_home;

use app::reset::{self, NewPassword};
use app::sign_in::{self, Enter};
use app::users::link::{self, Done, LinkError, Wish};
use app::users::search::{self, Wanted};
use app::users::{home, revoke};
use app::{Access, Barred, Caller, Standing};
use domain::access::{Actor, Denied, Import, ProjectPlace, in_project};
use domain::email::Address;
use domain::first_login::progress::WorkList;
use domain::home::Home;
use domain::id::{DwellingId, IdentityId, OrganisationId, ProjectId, StaffId};
use domain::role::Role;
use domain::time::Span;
use domain::token::Dead;
use domain::username::Username;
use mail::smtp::Stage;
use mail::transport::Answer;
use testkit::each_engine;
use uuid::Uuid;

use crate::first_login::{add_client, add_project, address, confirm, found, list, logged, proves, run, signs_in, zuid};
use crate::house::{GOOD, House, secret, token};

const PAGE: &str = "/login/accounts/pass/reset/";

fn staff(role: Role, organisation: Option<OrganisationId>, projects: Vec<ProjectId>) -> Actor {
    let (staff, identity) = (StaffId::from_uuid(Uuid::from_u128(1)), IdentityId::from_uuid(Uuid::from_u128(2)));
    Actor::Staff { staff, identity, role, organisation, projects }
}

fn clerk(house: &House) -> Actor {
    staff(Role::Clerk, Some(house.organisation), vec![])
}

/// A project lead with one project of the client.
async fn lead(house: &House, path: &str) -> Actor {
    let path: domain::naming::ProjectPath = path.parse().unwrap();
    let slug = path.project.as_str().to_owned();
    let of = path.organisation.as_str().to_owned();
    let project = house.app.db.read(move |tx| store::project::by_slugs(tx, &of, &slug)).await.unwrap().unwrap();
    staff(Role::ProjectLead, None, vec![project.id])
}

async fn finds(house: &House, who: &Actor, text: &str) -> Result<Vec<Standing>, Barred> {
    let wanted = Wanted { text: text.to_owned(), ..Wanted::default() };
    let seen = search::search(&house.app, &house.ctx(), who, &wanted).await?;
    Ok(seen.homes.into_iter().map(|found| found.standing).collect())
}

async fn numbers(house: &House, who: &Actor, text: &str) -> Vec<String> {
    let found = finds(house, who, text).await.unwrap();
    let mut numbers: Vec<String> = found.into_iter().map(|home| home.home.client_number.unwrap()).collect();
    numbers.sort_unstable();
    numbers
}

async fn dwelling(house: &House, username: &str) -> DwellingId {
    let skeleton = found(&house.app, username).await.name;
    let all = finds(house, &clerk(house), &skeleton).await.unwrap();
    all.iter().find(|home| home.username == username).unwrap().dwelling
}

async fn wish(house: &House, username: &str, address: &str) -> Wish {
    let (dwelling, address) = (dwelling(house, username).await, Address::parse(address).unwrap());
    Wish { dwelling, account: None, address: Some(address) }
}

/// Looks, and then does what was shown.
async fn links(house: &House, who: &Actor, username: &str, address: &str) -> Result<Done, LinkError> {
    let wish = wish(house, username, address).await;
    let plan = link::plan(&house.app, &house.ctx(), who, &wish).await?;
    link::link(&house.app, &house.ctx(), who, (&wish, &plan.seal)).await
}

/// A home with an account behind which nobody lives.
async fn vacant(house: &House) -> DwellingId {
    let (dwelling, account) = (house.app.id(house.clock.now()), house.app.id(house.clock.now()));
    let (organisation, now) = (house.organisation, house.clock.now());
    let write = house.app.db.write(move |tx| {
        let project = store::project::by_slugs(tx, "linde", "zuid")?.expect("the project").id;
        let scope =
            in_project::<Import>(&Actor::Server, ProjectPlace { organisation, project }).expect("the server may");
        let home = Home { client_number: Some("LEEG".to_owned()), ..Home::default() };
        let new = store::home::NewHome { id: dwelling, home: &home, keys: &home.keys() };
        store::home::add_homes(tx, &scope, &[new], now)?;
        let username = Username::parse_issued("ALMELO99").expect("a username");
        let new = store::home::NewAccount { id: account, dwelling, main: true, username };
        store::home::add_accounts(tx, &scope, &[new], now)?;
        Ok::<_, store::StoreError>(dwelling)
    });
    write.await.unwrap()
}

fn is_denied<T>(result: Result<T, Barred>, why: Denied) -> bool {
    matches!(result, Err(Barred::Denied(denied)) if denied == why)
}

/// Two clients with the same homes; the first has two projects.
async fn town(house: &House) {
    add_client(&house.app, "eik").await;
    add_project(&house.app, "linde/noord", "HENGELO").await;
    add_project(&house.app, "eik/oost", "ZWOLLE").await;
    let rows = [("V1", "een@example.nl"), ("V2", ""), ("V3", "drie@example.nl")];
    confirm(house, &list(rows)).await;
    run(&house.app, &"linde/noord".parse().unwrap(), &list([("N1", "een@example.nl")]), true).await.unwrap();
    run(&house.app, &"eik/oost".parse().unwrap(), &list([("V1", "een@example.nl")]), true).await.unwrap();
}

#[tokio::test]
async fn a_client_finds_its_own_homes_and_nobody_else_finds_any() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        town(&house).await;
        let own = clerk(&house);
        assert_eq!(numbers(&house, &own, "v1").await, ["V1"], "{}", house.engine);
        assert_eq!(numbers(&house, &own, "hengelo").await, ["N1"]);
        assert_eq!(numbers(&house, &own, "Een@example.nl").await, ["N1", "V1"], "not the other client's");
        assert_eq!(numbers(&house, &own, "zwolle").await, Vec::<String>::new());
        assert_eq!(numbers(&house, &own, "een@").await, Vec::<String>::new());
        let admin = staff(Role::OrgAdmin, Some(house.organisation), vec![]);
        assert_eq!(numbers(&house, &admin, "almelo01").await, ["V1"]);
        let before = logged(&house.app).await;
        numbers(&house, &own, "almelo").await;
        assert_eq!(logged(&house.app).await, before + 1, "a look leaves its line");
        let lead = lead(&house, "linde/zuid").await;
        for other in [lead, staff(Role::Support, None, vec![]), staff(Role::Auditor, None, vec![]), Actor::Anonymous] {
            assert!(is_denied(finds(&house, &other, "v1").await, Denied::NotAllowed), "{other:?}");
            let counts = search::projects(&house.app, &house.ctx(), &other).await;
            assert!(is_denied(counts, Denied::NotAllowed), "{other:?}");
        }
        let nobody = search::search(&house.app, &house.ctx(), Caller::Cookie("none"), &Wanted::default()).await;
        assert!(matches!(nobody, Err(Barred::SignIn)));
        let counts = search::projects(&house.app, &house.ctx(), &own).await.unwrap();
        let waiting: Vec<u64> = counts.iter().map(|glance| glance.lists.on(WorkList::NotTold)).collect();
        assert_eq!(waiting, [2, 1], "Zuiderpark and noord, by name");
        assert_eq!(logged(&house.app).await, before + 1, "counts and refusals leave none");
    })
    .await;
}

#[tokio::test]
async fn a_home_is_seen_by_its_client_and_its_project_leads() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        town(&house).await;
        let home = dwelling(&house, "ALMELO01").await;
        let see = async |who: &Actor, home| home::see(&house.app, &house.ctx(), who, home).await;
        let seen = see(&clerk(&house), home).await.unwrap();
        assert_eq!((seen.accounts.len(), seen.project.slug.as_str()), (1, "zuid"), "{}", house.engine);
        assert_eq!(seen.account(None).unwrap().username, "ALMELO01");
        assert!(seen.account(Some(domain::id::AccountId::from_uuid(Uuid::nil()))).is_none());
        assert!(see(&lead(&house, "linde/zuid").await, home).await.is_ok());
        for (who, why) in [
            (lead(&house, "linde/noord").await, Denied::NotYours),
            (lead(&house, "eik/oost").await, Denied::NotYours),
            (staff(Role::Clerk, Some(OrganisationId::from_uuid(Uuid::nil())), vec![]), Denied::NotYours),
            (staff(Role::Support, None, vec![]), Denied::NotAllowed),
            (Actor::Anonymous, Denied::NotAllowed),
        ] {
            let before = logged(&house.app).await;
            assert!(is_denied(see(&who, home).await, why), "{who:?}");
            let wish = wish(&house, "ALMELO01", "x@example.nl").await;
            let after = logged(&house.app).await;
            let refused = link::plan(&house.app, &house.ctx(), &who, &wish).await;
            assert!(matches!(refused, Err(LinkError::Barred(Barred::Denied(denied))) if denied == why), "{who:?}");
            assert!(is_denied(revoke::plan(&house.app, &house.ctx(), &who, (home, None)).await, why), "{who:?}");
            assert!(is_denied(revoke::revoke(&house.app, &house.ctx(), &who, (home, None, "")).await, why), "{who:?}");
            assert_eq!((after, logged(&house.app).await), (before + 1, after), "only the clerk's search has a line");
        }
        let none = DwellingId::from_uuid(Uuid::nil());
        assert!(is_denied(see(&clerk(&house), none).await, Denied::NotYours));
    })
    .await;
}

#[tokio::test]
async fn an_address_is_linked_or_corrected_where_nobody_uses_the_account() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        town(&house).await;
        let (app, own) = (&house.app, clerk(&house));
        assert!(matches!(
            links(&house, &own, "ALMELO02", "Nieuw@example.nl").await,
            Ok(Done::Linked { corrected: false })
        ));
        assert_eq!(address(app, "ALMELO02").await.as_deref(), Some("Nieuw@example.nl"), "{}", house.engine);
        let (page, ctx) = ((&zuid(), WorkList::NotTold), house.ctx());
        let waiting = app::first_login::worklist::page(app, &ctx, &own, page, None).await.unwrap();
        assert!(waiting.homes.iter().any(|home| home.username == "ALMELO02"), "law 10: to be handed out");
        assert!(house.deliver().await.is_empty(), "law 10: no mail goes out");
        assert!(matches!(links(&house, &own, "ALMELO02", "nieuw@Example.nl").await, Err(LinkError::Same)));

        // What nobody proved gives way, and a link that went to it is dead.
        reset::ask(app, &house.ctx(), "ALMELO01").await.unwrap();
        let old = token(&house.deliver().await[0], PAGE);
        assert!(matches!(
            links(&house, &own, "ALMELO01", "goed@example.nl").await,
            Ok(Done::Linked { corrected: true })
        ));
        assert_eq!(address(app, "ALMELO01").await.as_deref(), Some("goed@example.nl"));
        let hash = crypto::token::hash("reset", &old);
        let now = house.clock.now();
        let purpose = domain::token::Purpose::Reset;
        let dead = app.db.read(move |tx| store::token::look(tx, &hash, purpose, now)).await.unwrap();
        assert_eq!(dead.err(), Some(Dead::AddressChanged));

        // A change is done as it was shown, or shown again.
        let wish = wish(&house, "ALMELO03", "x@example.nl").await;
        let seen = link::plan(app, &house.ctx(), &own, &wish).await.unwrap();
        assert_eq!(seen.old.as_deref(), Some("drie@example.nl"));
        links(&house, &own, "ALMELO03", "y@example.nl").await.unwrap();
        let done = link::link(app, &house.ctx(), &own, (&wish, &seen.seal)).await.unwrap();
        let Done::Other(again) = done else { panic!("it is another change now") };
        assert_eq!(again.old.as_deref(), Some("y@example.nl"));
        assert_eq!(address(app, "ALMELO03").await.as_deref(), Some("y@example.nl"));
        let other = Wish { address: Some(Address::parse("z@example.nl").unwrap()), ..wish.clone() };
        let done = link::link(app, &house.ctx(), &own, (&other, &again.seal)).await.unwrap();
        assert!(matches!(done, Done::Other(_)), "a seal is over one address");
        let stranger = Wish { account: Some(domain::id::AccountId::from_uuid(Uuid::nil())), ..wish };
        let refused = link::plan(app, &house.ctx(), &own, &stranger).await;
        assert!(matches!(refused, Err(LinkError::Barred(Barred::Denied(Denied::NotYours)))));
    })
    .await;
}

#[tokio::test]
async fn an_account_in_use_or_without_a_resident_takes_no_address_from_staff() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        town(&house).await;
        let (app, own) = (&house.app, clerk(&house));
        proves(app, "ALMELO01").await;
        signs_in(app, "ALMELO02").await;
        let before = logged(app).await;
        let proposed = async |username: &str| {
            let wish = wish(&house, username, "dief@evil.test").await;
            let plan = link::plan(app, &house.ctx(), &own, &wish).await.unwrap();
            let act = link::link(app, &house.ctx(), &own, (&wish, "any")).await;
            assert!(matches!(act, Ok(Done::Other(_))), "{username} on {}", house.engine);
            plan.second.is_some()
        };
        for username in ["ALMELO01", "ALMELO02"] {
            assert!(proposed(username).await, "law 8: {username}");
        }
        assert_eq!(logged(app).await, before + 4, "the searches and the looks, and no act");
        house.forward(Span::days(91));
        assert!(proposed("ALMELO01").await, "confirmed is for ever");
        assert!(!proposed("ALMELO02").await);
        assert!(links(&house, &own, "ALMELO02", "later@example.nl").await.is_ok(), "90 days without a sign-in");

        // Ending all access is no way round: the account stays in use.
        signs_in(app, "ALMELO03").await;
        let home = dwelling(&house, "ALMELO03").await;
        let plan = revoke::plan(app, &house.ctx(), &own, (home, None)).await.unwrap();
        revoke::revoke(app, &house.ctx(), &own, (home, None, &plan.seal)).await.unwrap();
        assert!(proposed("ALMELO03").await);

        let wish = Wish {
            dwelling: vacant(&house).await,
            account: None,
            address: Some(Address::parse("nieuw@example.nl").unwrap()),
        };
        assert!(matches!(link::plan(app, &house.ctx(), &own, &wish).await, Err(LinkError::Vacant)));
        let plan = revoke::plan(app, &house.ctx(), &own, (wish.dwelling, None)).await.unwrap();
        assert!(plan.accounts.is_empty());
        let done = revoke::revoke(app, &house.ctx(), &own, (wish.dwelling, None, &plan.seal)).await.unwrap();
        assert!(matches!(done, revoke::Done::Other(_)), "there is nobody whose access could end");
    })
    .await;
}

#[tokio::test]
async fn the_same_address_elsewhere_is_told_of_the_own_homes_only() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        town(&house).await;
        let elsewhere = async |who: &Actor| {
            let wish = wish(&house, "ALMELO02", "EEN@example.nl").await;
            let plan = link::plan(&house.app, &house.ctx(), who, &wish).await.unwrap();
            let mut names: Vec<String> = plan.elsewhere.into_iter().map(|it| it.standing.username).collect();
            names.sort_unstable();
            names
        };
        assert_eq!(elsewhere(&clerk(&house)).await, ["ALMELO01", "HENGELO01"], "{}", house.engine);
        assert_eq!(elsewhere(&lead(&house, "linde/zuid").await).await, ["ALMELO01"], "of the own project");
    })
    .await;
}

#[tokio::test]
async fn ending_all_access_ends_all_of_it_and_leaves_the_way_in() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        town(&house).await;
        let (app, own) = (&house.app, clerk(&house));
        reset::ask(app, &house.ctx(), "ALMELO01").await.unwrap();
        let link = token(&house.deliver().await[0], PAGE);
        let cmd = NewPassword { password: secret(GOOD), username: Some("ALMELO01".to_owned()) };
        reset::set(app, &house.ctx(), &link, cmd).await.unwrap();
        house.deliver().await;
        let enter = || Enter { name: "ALMELO01".to_owned(), password: secret(GOOD), device: None };
        let entered = sign_in::enter(app, &house.ctx(), enter()).await.unwrap();
        house.forward(Span::hours(2));
        reset::ask(app, &house.ctx(), "ALMELO01").await.unwrap();
        let live = token(&house.deliver().await[0], PAGE);

        // A mail that is on its way, and waits.
        house.forward(Span::hours(2));
        house.post.answer(1, Answer::Refuse(Stage::Rcpt, 450, "4.2.0 later".to_owned()));
        reset::ask(app, &house.ctx(), "ALMELO01").await.unwrap();
        assert!(house.deliver().await.is_empty());

        let home = dwelling(&house, "ALMELO01").await;
        let plan = revoke::plan(app, &house.ctx(), &own, (home, None)).await.unwrap();
        let access = plan.accounts[0].access;
        assert!(access.password && access.sessions == 1 && access.devices >= 1 && access.links == 1, "{access:?}");
        assert_eq!(access.mails, 1, "{}", house.engine);
        assert!(plan.accounts[0].has_address);
        let generation = found(app, "ALMELO01").await.generation;
        let wrong = revoke::revoke(app, &house.ctx(), &own, (home, None, "wrong")).await.unwrap();
        assert!(matches!(wrong, revoke::Done::Other(_)));
        assert_eq!(found(app, "ALMELO01").await.generation, generation, "nothing was done");

        let done = revoke::revoke(app, &house.ctx(), &own, (home, None, &plan.seal)).await.unwrap();
        assert!(matches!(done, revoke::Done::Revoked), "{}", house.engine);
        let cookie = entered.session.expose().to_owned();
        assert!(sign_in::who(app, &house.ctx(), &cookie).await.unwrap().is_none());
        assert!(sign_in::enter(app, &house.ctx(), enter()).await.is_err(), "the password is gone");
        let (hash, now) = (crypto::token::hash("reset", &live), house.clock.now());
        let purpose = domain::token::Purpose::Reset;
        let dead = app.db.read(move |tx| store::token::look(tx, &hash, purpose, now)).await.unwrap();
        assert_eq!(dead.err(), Some(Dead::Ended));
        let left = revoke::plan(app, &house.ctx(), &own, (home, None)).await.unwrap().accounts[0].access;
        assert_eq!(left, Access::default());
        let after = found(app, "ALMELO01").await;
        assert_eq!((after.generation, after.password.is_none(), after.confirmed), (generation + 1, true, true));

        // The resident gets in by the page "wachtwoord vergeten".
        house.forward(Span::days(2));
        assert!(house.deliver().await.is_empty(), "the mail that waited is gone");
        reset::ask(app, &house.ctx(), "ALMELO01").await.unwrap();
        let again = token(&house.deliver().await[0], PAGE);
        let cmd = NewPassword { password: secret(GOOD), username: Some("ALMELO01".to_owned()) };
        reset::set(app, &house.ctx(), &again, cmd).await.unwrap();
        house.deliver().await;
        assert!(sign_in::enter(app, &house.ctx(), enter()).await.is_ok());
    })
    .await;
}
