//! The log as it is read: by whom, with which words, page by page, and as a file.

use std::collections::BTreeSet;

use app::Barred;
use app::audit::{Entry, Erase, Export, Form, LogPage, Of, Said, Wish, entry, look};
use app::tenant_change::{self, Wish as Change};
use domain::access::{Actor, Denied, LogLines};
use domain::audit::{Act, Subject};
use domain::id::{DwellingId, IdentityId, OrganisationId, StaffId};
use domain::language::Language;
use domain::role::Role;
use domain::tenant_change::{Days, Kind};
use domain::time::{Day, Span};
use testkit::{each_engine, raw};
use uuid::Uuid;
use words::Words;

use crate::house::House;

/// Somebody of a role, at this client if the role belongs to one.
fn staff(role: Role, client: OrganisationId) -> Actor {
    Actor::Staff {
        staff: StaffId::from_uuid(Uuid::from_u128(77)),
        identity: IdentityId::from_uuid(Uuid::from_u128(78)),
        role,
        organisation: role.of_client().then_some(client),
        projects: vec![],
    }
}

fn clerk(house: &House) -> Actor {
    staff(Role::Clerk, house.organisation)
}

async fn read(house: &House, who: &Actor, wish: Wish) -> LogPage {
    look(&house.app, &house.ctx(), who, &wish, None).await.unwrap()
}

fn said(page: &LogPage) -> Vec<Said> {
    page.lines.iter().map(|told| told.say(Words::of(Language::Nl), page.place)).collect()
}

fn acts(page: &LogPage) -> Vec<&str> {
    page.lines.iter().map(|told| told.listed.line.act.as_str()).collect()
}

fn client(slug: &str) -> Of {
    Of::Client(domain::naming::Slug::parse(slug).unwrap())
}

/// A tenant change of a home, by the command line: it is planned, and a new address linked.
async fn change(house: &House, home: DwellingId) {
    let day = |text| Some(Day::parse(text).unwrap());
    let days = Days { kind: Kind::NewTenant, last: day("2026-12-30"), first: day("2026-12-31") };
    let address = Some(domain::email::Address::parse("nieuw@example.nl").unwrap());
    let wish = Change { days, address, seen: None };
    tenant_change::plan(&house.app, &house.app.command(), &Actor::Server, home, wish).await.unwrap();
    house.forward(Span::minutes(1));
}

/// A second client.
async fn another_client(house: &House) -> OrganisationId {
    let id = house.app.id(testkit::NOON);
    let new = store::organisation::Organisation { id, slug: "esdoorn".into(), name: "De Esdoorn".into(), portal: true };
    let added = house.app.db.write(move |tx| {
        let scope = domain::access::anywhere(&Actor::Server).expect("the server may");
        store::organisation::add(tx, &scope, &new, testkit::NOON)
    });
    added.await.unwrap();
    id
}

/// Lines about the client itself, a minute apart, by somebody.
async fn many(house: &House, count: u32, (by, act): (Actor, Act)) {
    let client = house.organisation;
    let mut lines = Vec::new();
    for _ in 0..count {
        let about = (Some(client), Subject::new("organisation", client.uuid()));
        lines.push(entry(&house.app, &house.ctx(), by.clone(), act, about).because("all"));
        house.forward(Span::minutes(1));
    }
    house.app.db.write(move |tx| Entry::write_all(&lines, tx)).await.unwrap();
}

#[tokio::test]
async fn a_line_reads_as_who_what_where_why_and_how() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("oud@example.nl")).await;
        let other = house.home("ALMELO02", None).await;
        change(&house, home).await;
        change(&house, other).await;
        let page = read(&house, &clerk(&house), Wish { home: Some(home), ..Wish::default() }).await;
        let lines = said(&page);
        assert_eq!(lines.len(), 2, "the home and its account, and nothing of the other: {lines:?}");
        let planned = lines.iter().find(|line| line.what == "Legde een mutatie vast.").unwrap();
        assert_eq!(planned.who, "De server");
        assert_eq!((planned.home.as_str(), planned.username.as_str()), ("Eikenlaan", "ALMELO01"));
        assert_eq!((planned.why.as_str(), planned.door.as_str()), ("nieuwe bewoner", "Opdracht op de server"));
        assert!(planned.detail.starts_with("laatste dag woensdag 30 december 2026, eerste dag"), "{planned:?}");
        let linked = lines.iter().find(|line| line.what == "Koppelde een e-mailadres.").unwrap();
        assert_eq!((linked.detail.as_str(), linked.username.as_str()), ("n•••@e•••.nl", "ALMELO01"));
        assert_eq!(page.home.as_ref().map(|home| home.username.as_str()), Some("ALMELO01"));

        let erase = (house.organisation, Subject::new("dwelling", home.uuid()));
        let erase = Erase::draw(&house.app, &house.app.command(), erase, "retention");
        house.app.db.write(move |tx| erase.run(tx)).await.unwrap();
        let lines = said(&read(&house, &clerk(&house), Wish { home: Some(home), ..Wish::default() }).await);
        let planned = lines.iter().find(|line| line.what == "Legde een mutatie vast.").unwrap();
        assert_eq!((planned.erased, planned.detail.as_str()), (true, "Gewist"), "{}", house.engine);
        assert!(lines.iter().any(|line| line.what == "Bekeek het logboek."), "whoever looked stands in it: {lines:?}");
        assert!(lines.iter().any(|line| line.who == "Huissleutel zelf (automatisch)" && line.why == "bewaartermijn"));
    })
    .await;
}

#[tokio::test]
async fn everybody_reads_what_is_theirs_and_a_refusal_leaves_no_line() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", None).await;
        change(&house, home).await;
        let (other, nobodys) = (another_client(&house).await, DwellingId::from_uuid(Uuid::from_u128(6)));
        let asked = [
            Wish::default(),
            Wish { of: client("linde"), ..Wish::default() },
            Wish { of: client("esdoorn"), ..Wish::default() },
            Wish { of: Of::Operator, ..Wish::default() },
            Wish { home: Some(home), ..Wish::default() },
            Wish { home: Some(nobodys), ..Wish::default() },
            Wish { of: client("esdoorn"), home: Some(home), ..Wish::default() },
            Wish { of: client("nergens"), ..Wish::default() },
        ];
        let (yes, gone, no) = ("yes", "not there", "no");
        for (who, right) in [
            (staff(Role::Clerk, house.organisation), [yes, yes, gone, no, yes, gone, gone, gone]),
            (staff(Role::OrgAdmin, house.organisation), [yes, yes, gone, no, yes, gone, gone, gone]),
            (staff(Role::Clerk, other), [yes, gone, yes, no, gone, gone, gone, gone]),
            (staff(Role::OrgAdmin, other), [yes, gone, yes, no, gone, gone, gone, gone]),
            (staff(Role::Support, other), [yes, no, no, no, no, no, no, no]),
            (staff(Role::ProjectLead, other), [yes, no, no, no, no, no, no, no]),
            (staff(Role::OperatorAdmin, other), [yes, yes, yes, yes, no, no, no, gone]),
            (staff(Role::Auditor, other), [yes, yes, yes, yes, yes, gone, gone, gone]),
            (Actor::Anonymous, [no; 8]),
            (Actor::Job, [no; 8]),
        ] {
            for (wish, right) in asked.iter().zip(right) {
                let count = "SELECT count(*) FROM audit_line WHERE act = 'log.read'";
                let before = raw::count(&house.fresh, count).await;
                let got = match look(&house.app, &house.ctx(), &who, wish, None).await {
                    Ok(_) => yes,
                    Err(Barred::Denied(Denied::NotYours)) => gone,
                    Err(Barred::Denied(Denied::NotAllowed)) => no,
                    Err(error) => panic!("{error}"),
                };
                assert_eq!(got, right, "{who:?} {wish:?} on {}", house.engine);
                let form = (wish.clone(), Form::Csv);
                let file = Export::begin(house.app.clone(), &house.ctx(), &who, form).await;
                assert_eq!(file.is_ok(), right == yes, "the file as the page: {who:?} {wish:?}");
                let lines = raw::count(&house.fresh, count).await - before;
                assert_eq!(lines, if right == yes { 2 } else { 0 }, "{who:?} {wish:?}");
            }
        }
    })
    .await;
}

/// An operator admin sees that something happened: not to whom, not what, not who of a client did it.
#[tokio::test]
async fn metadata_holds_nobody() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("oud@example.nl")).await;
        change(&house, home).await;
        for (n, role) in [Role::Clerk, Role::Support].into_iter().enumerate() {
            let organisation = role.of_client().then(|| "linde".to_owned());
            let cmd = app::staff::Invite { email: format!("p{n}@example.nl"), role, organisation, projects: vec![] };
            app::staff::invite(&house.app, &house.app.command(), Actor::Server, cmd).await.unwrap();
        }
        let (lead, of_client) = house
            .app
            .db
            .read(|tx| {
                let id = |found: Option<store::staff::Staff>| found.unwrap().id;
                let operator = id(store::staff::by_email(tx, "p1@example.nl")?);
                Ok::<_, store::StoreError>((operator, id(store::staff::by_email(tx, "p0@example.nl")?)))
            })
            .await
            .unwrap();
        let named = |whose: StaffId| match staff(Role::Auditor, house.organisation) {
            Actor::Staff { identity, role, organisation, projects, .. } => {
                Actor::Staff { staff: whose, identity, role, organisation, projects }
            }
            other => other,
        };
        many(&house, 1, (named(lead), Act::HomesSeen)).await;
        many(&house, 1, (named(of_client), Act::HomesSeen)).await;
        let admin = staff(Role::OperatorAdmin, house.organisation);
        let page = read(&house, &admin, Wish { of: client("linde"), ..Wish::default() }).await;
        assert!(!page.place.whole);
        assert!(acts(&page).contains(&"tenant-change.planned"));
        for line in said(&page) {
            let Said { home, username, about, detail, why, dwelling, .. } = &line;
            assert_eq!([home, username, about, detail, why], [""; 5], "{line:?} on {}", house.engine);
            assert_eq!(*dwelling, None);
        }
        let who: BTreeSet<String> = said(&page).into_iter().map(|line| line.who).collect();
        let right = ["De server", "Een medewerker", "p1@example.nl"];
        assert_eq!(who, right.map(str::to_owned).into(), "the operator's own people have names");
        let mine = |person: &str| Wish { of: client("linde"), person: person.to_owned(), ..Wish::default() };
        assert_eq!(acts(&read(&house, &admin, mine("p0@example.nl")).await), [""; 0], "nor can they be searched");
        assert_eq!(acts(&read(&house, &admin, mine("p1@example.nl")).await), ["homes.seen"]);
        let auditor = staff(Role::Auditor, house.organisation);
        assert_eq!(acts(&read(&house, &auditor, mine("p0@example.nl")).await), ["homes.seen"]);
    })
    .await;
}

/// Support and project leads read what they did themselves, wherever, and nothing else.
#[tokio::test]
async fn own_acts_are_ones_own() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let lead = staff(Role::ProjectLead, house.organisation);
        many(&house, 2, (lead.clone(), Act::HandedOut)).await;
        many(&house, 3, (Actor::Server, Act::ListUploaded)).await;
        let page = read(&house, &lead, Wish::default()).await;
        assert_eq!(acts(&page), ["handout.ticked"; 2], "{}", house.engine);
        assert!(matches!(page.place.lines, LogLines::By(_)));
        assert!(page.clients.is_empty(), "and learn of no client");
        assert_eq!(acts(&read(&house, &lead, Wish::default()).await)[0], "log.read", "a look is an act too");
    })
    .await;
}

/// The lines about a home come from several places at once: the home, its account. Each stands on one page, once.
#[tokio::test]
async fn pages_of_a_home_hold_every_line_once() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", None).await;
        let account = house.app.db.read(move |tx| {
            let place = store::home::place_of(tx, home)?.expect("a place");
            let right = domain::access::in_project::<domain::access::ChangeTenants>(&Actor::Server, place);
            let right = right.expect("the server may");
            store::home::main_account(tx, &right, home)
        });
        let (account, _) = account.await.unwrap().unwrap();
        // So unevenly that a page of the one reaches much further back than a page of the other.
        let mut lines = Vec::new();
        for n in 0..260 {
            let subject = match n % 9 {
                0 => Subject::new("dwelling", home.uuid()),
                _ => Subject::new("account", account.uuid()),
            };
            let about = (Some(house.organisation), subject);
            lines.push(entry(&house.app, &house.ctx(), Actor::Server, Act::HandedOut, about));
            house.forward(Span::minutes(1));
        }
        house.app.db.write(move |tx| Entry::write_all(&lines, tx)).await.unwrap();
        for act in [None, Some(Act::HandedOut)] {
            let wish = Wish { home: Some(home), act, until: Some(Day::of(testkit::NOON)), ..Wish::default() };
            let (mut all, mut before) = (Vec::new(), None);
            loop {
                let page = look(&house.app, &house.ctx(), &clerk(&house), &wish, before).await.unwrap();
                let handed = page.lines.iter().filter(|told| told.listed.line.act == "handout.ticked");
                all.extend(handed.map(|told| told.listed.line.id));
                before = page.next;
                if before.is_none() {
                    break;
                }
            }
            assert!(all.is_sorted_by(|newer, older| newer > older), "newest first, each once");
            assert_eq!(all.len(), 260, "{act:?} on {}", house.engine);
        }
    })
    .await;
}

/// Every line stands on one page, once, newest first, under each filter.
#[tokio::test]
async fn pages_hold_every_line_once() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", None).await;
        for round in 0..7 {
            many(&house, 17, (Actor::Server, Act::HomesSeen)).await;
            many(&house, 1 + round, (clerk(&house), Act::LettersMade)).await;
        }
        change(&house, home).await;
        let walk = async |wish: &Wish| {
            let (mut all, mut before) = (Vec::new(), None);
            loop {
                // A look of somebody else, so that it does not change what is walked through.
                let page = look(&house.app, &house.ctx(), &Actor::Server, wish, before).await.unwrap();
                assert!(page.lines.len() <= 50);
                all.extend(page.lines.iter().map(|told| told.listed.line.id));
                before = page.next;
                if before.is_none() {
                    return all;
                }
            }
        };
        let linde = || Wish { of: client("linde"), until: Some(Day::of(testkit::NOON)), ..Wish::default() };
        let count =
            async |sql: &str| raw::count(&house.fresh, &format!("SELECT count(*) FROM audit_line WHERE {sql}")).await;
        let made = count("act IN ('homes.seen', 'letters.made', 'tenant-change.planned', 'email.linked')").await;
        let all = walk(&linde()).await;
        assert!(all.is_sorted_by(|newer, older| newer > older), "newest first, each once");
        assert_eq!(all.len() as i64, made, "{}", house.engine);
        let letters = walk(&Wish { act: Some(Act::LettersMade), ..linde() }).await;
        assert_eq!(letters.len() as i64, count("act = 'letters.made'").await);
        let of_home = walk(&Wish { home: Some(home), act: Some(Act::TenantChangePlanned), ..linde() }).await;
        assert_eq!(of_home.len(), 1);
        let tomorrow = Some(Day::of(testkit::NOON).next());
        assert_eq!(walk(&Wish { from: tomorrow, until: tomorrow, ..linde() }).await, [], "the day after is another");
        let nobody = walk(&Wish { person: "niemand@example.nl".to_owned(), ..linde() }).await;
        assert_eq!(nobody, []);
    })
    .await;
}

async fn file(house: &House, wish: Wish, form: Form) -> String {
    let who = clerk(house);
    let mut export = Export::begin(house.app.clone(), &house.ctx(), &who, (wish, form)).await.unwrap();
    let (mut bytes, mut pieces) = (Vec::new(), 0);
    while let Some(piece) = export.piece().await.unwrap() {
        bytes.extend(piece);
        pieces += 1;
    }
    assert!(pieces > 1, "it comes in pieces");
    String::from_utf8(bytes).unwrap()
}

#[tokio::test]
async fn a_file_holds_every_line_once_and_runs_as_no_formula() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", None).await;
        raw::run(&house.fresh, "UPDATE dwelling SET street = '=1+1'").await;
        change(&house, home).await;
        many(&house, 1100, (Actor::Server, Act::HomesSeen)).await;
        let csv = file(&house, Wish::default(), Form::Csv).await;
        assert_eq!(csv.matches('\u{feff}').count(), 1, "one mark of the byte order");
        assert!(csv.starts_with("\u{feff}Nummer;Wanneer;Wie;Wat;Woning;"), "{}", &csv[..80]);
        assert_eq!(csv.matches("Bekeek woningen.").count(), 1100, "{}", house.engine);
        assert!(csv.contains(";'=1+1;ALMELO01;") && !csv.contains(";=1+1;"), "a formula is defused");
        let json = file(&house, Wish::default(), Form::JsonLines).await;
        let seen = json.lines().filter(|line| line.contains("\"act\":\"homes.seen\"")).count();
        assert_eq!(seen, 1100);
        assert!(json.lines().all(|line| line.starts_with('{') && line.ends_with('}')));
        assert!(json.contains("\"home\":\"=1+1\",\"username\":\"ALMELO01\"") && json.contains("\"reason\":\"csv\""));
    })
    .await;
}
