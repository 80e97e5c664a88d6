//! Every route, by everybody, with things of others: held against `table.txt`, which a person reads. After a change that is
//! meant, `HUISSLEUTEL_WRITE_TABLE=1 cargo test -p server --test it access` writes it anew.

mod programs;
mod routes;
mod tries;
mod written;

use std::sync::Arc;

use app::first_login::letters::{self, Wish};
use app::first_login::{decide, homes};
use app::{contacts, tenant_change};
use domain::access::Actor;
use domain::first_login::LetterChoice;
use domain::language::Language;
use domain::naming::ProjectPath;
use domain::role::Role;
use domain::tenant_change::{Days, Kind};
use domain::time::{Day, Span};
use mail::smtp::Stage;
use mail::transport::Answer as Says;

use crate::testapp::{Client, Letter, TestApp};
use routes::compare;
pub(crate) use routes::{Route, pages, routes};
use tries::tries;
use written::written;

struct Everybody {
    who: Vec<(&'static str, Client)>,
    /// A link that belongs to somebody else than all of them.
    reset: String,
    objection: String,
    contact: String,
    invitation: String,
    letter: String,
    /// Somebody of each client's people, and of the operator's.
    people: Vec<(&'static str, String)>,
    /// Of each client: its name, a project, a list and a run of letters of it.
    things: Vec<Things>,
}

struct Things {
    whose: &'static str,
    client: &'static str,
    project: &'static str,
    list: String,
    run: String,
    /// A home, and a change that is planned for it.
    home: String,
    /// Its main account.
    account: String,
    change: String,
    /// A proposal about another home.
    proposal: String,
    /// What a resident asked about what is kept of them.
    request: String,
    /// Contacts: one that the operator ends, one that the client ends; and the proposal about the second.
    contacts: [String; 2],
    matter: String,
    /// Notices of planned maintenance: one that waits for an admin, and one that was approved.
    notices: [String; 2],
}

impl Things {
    fn ids(&self) -> [&String; 12] {
        let ([ended, kept], [waits, told]) = (&self.contacts, &self.notices);
        let Self { list, run, home, account, change, proposal, request, matter, .. } = self;
        [list, run, home, account, change, proposal, request, matter, ended, kept, waits, told]
    }

    async fn of(
        house: &TestApp,
        (whose, client, project): (&'static str, &'static str, &'static str),
        (proposal, request, notices): (String, String, [String; 2]),
    ) -> Self {
        let path: ProjectPath = format!("{client}/{project}").parse().unwrap();
        let (by, ctx) = (Actor::Server, house.app.command());
        let (_, lists) = decide::lists(&house.app, &ctx, &by, &path).await.unwrap();
        let wish = Wish { choice: LetterChoice::All, home: String::new(), language: Language::Nl, unlinked: false };
        let (run, _) = letters::make(&house.app, &ctx, &by, (&path, &wish)).await.unwrap();
        let first = homes::page(&house.app, &ctx, &by, &path, None).await.unwrap().homes[0].clone();
        let (home, account) = (first.dwelling, first.account.to_string());
        let days = Days { kind: Kind::Vacant, last: Some(Day::of(ctx.now).next()), first: None };
        let wish = tenant_change::Wish { days, address: None, seen: None };
        let change = tenant_change::plan(&house.app, &ctx, &by, home, wish).await.unwrap().id;
        let (home, change) = (home.to_string(), change.to_string());
        let (list, run) = (lists[0].id.to_string(), run.to_string());
        let (contacts, matter) = contacts(house, client).await;
        Self { whose, client, project, list, run, home, account, change, proposal, request, contacts, matter, notices }
    }
}

/// Two contacts of a client that nobody approved yet, and the proposal about the second.
async fn contacts(house: &TestApp, client: &str) -> ([String; 2], String) {
    let (ctx, slug) = (house.app.command(), client.parse().unwrap());
    for name in ["Ada", "Bea"] {
        let new = contacts::New { name: name.to_owned(), email: format!("{name}@{client}.example.nl") };
        let at = contacts::At::Client(client.parse().unwrap());
        contacts::enter(&house.app, &ctx, &Actor::Server, (&at, &new)).await.unwrap();
    }
    let found = contacts::list(&house.app, &ctx, &Actor::Server, Some(&slug)).await.unwrap().contacts;
    ([found[0].id.to_string(), found[1].id.to_string()], found[1].proposal.to_string())
}

/// The id of somebody by their address.
async fn person(house: &TestApp, email: &'static str) -> String {
    let found = house.app.db.read(move |tx| store::staff::by_email(tx, email)).await.unwrap();
    found.unwrap_or_else(|| panic!("nobody is called {email}")).id.to_string()
}

async fn everybody(house: &TestApp) -> Everybody {
    house.clients().await;
    let resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
    let neighbour = house.signed_in("esdoorn/noord", "V1", "buur@example.nl").await;
    house.signed_in("linde/zuid", "V8", "acht@example.nl").await;
    house.signed_in("esdoorn/noord", "V8", "achtste@example.nl").await;
    let mut who = vec![("nobody", house.client()), ("resident", resident.client), ("resident 2", neighbour.client)];
    let names = ["clerk", "org-admin", "support", "lead", "operator", "auditor"];
    for (name, role) in names.into_iter().zip(Role::ALL) {
        who.push((name, house.staff(&format!("{role}@example.nl"), role, "linde").await.client));
    }
    who.push(("clerk 2", house.staff("clerk@esdoorn.example.nl", Role::Clerk, "esdoorn").await.client));
    let request = ask(&mut named(&who, "resident"), &mut named(&who, "clerk")).await;
    let far_request = ask(&mut named(&who, "resident 2"), &mut named(&who, "clerk 2")).await;
    let (own, _) = propose(house, &mut named(&who, "clerk")).await;
    let (others, objection) = propose(house, &mut named(&who, "clerk 2")).await;
    let (own_notices, far_notices) = (notices(&who, "linde/zuid").await, notices(&who, "esdoorn/noord").await);
    let operator = house.staff("tweede@beheer.example.nl", Role::OperatorAdmin, "").await;
    // The codes of a new second factor are shown for ten minutes.
    house.forward(Span::minutes(11));
    who.push(("half way", house.half_way(&operator).await));
    let enrolling = house.invite("nieuw@linde.example.nl", Role::Clerk, "linde").await;
    who.push(("enrolling", house.enrolling(&enrolling).await.0));
    house.only_mail().await;
    let other = house.home("esdoorn/noord", "V2", Some("ander@example.nl")).await;
    let reset = house.reset_link(&other).await;
    let invitation = house.invite("ander@esdoorn.example.nl", Role::OrgAdmin, "esdoorn").await;
    house.invite("laatste@linde.example.nl", Role::Clerk, "linde").await;
    let people = vec![
        ("of the first client", person(house, "laatste@linde.example.nl").await),
        ("of the second client", person(house, "ander@esdoorn.example.nl").await),
        ("of the operator", person(house, "project-lead@example.nl").await),
    ];
    house.post.answer(1, Says::Refuse(Stage::Dot, 554, "5.6.0 no".to_owned()));
    house.client().ask_reset(&other).await.expect(303);
    assert!(house.deliver_mail().await.is_empty());
    let ids: Vec<String> = house
        .app
        .db
        .read(|tx| {
            let scope = domain::access::anywhere(&Actor::Server).expect("the server may");
            store::mail::dead(tx, &scope, domain::time::Time::from_micros(i64::MAX))
        })
        .await
        .unwrap()
        .iter()
        .map(|letter| letter.id.to_string())
        .collect();
    let own = Things::of(house, ("the first client's", "linde", "zuid"), (own, request, own_notices)).await;
    let others =
        Things::of(house, ("the second client's", "esdoorn", "noord"), (others, far_request, far_notices)).await;
    let mails = house.deliver_mail().await;
    let contact = mails.iter().map(Letter::path).find(|path| path.starts_with("/contact/")).expect("a link");
    Everybody { who, reset, objection, contact, invitation, letter: ids[0].clone(), people, things: vec![own, others] }
}

/// The browser of somebody.
fn named(who: &[(&'static str, Client)], name: &str) -> Client {
    who.iter().find(|(known, _)| *known == name).expect("somebody of this name").1.clone()
}

/// Two notices for a project: one that is proposed, and one that the operator's admin approved.
async fn notices(who: &[(&'static str, Client)], project: &str) -> [String; 2] {
    let (mut support, mut boss) = (named(who, "support"), named(who, "operator"));
    let (waits, told) = (propose_notice(&mut support, project).await, propose_notice(&mut support, project).await);
    let page = format!("/support/onderhoud/{told}/");
    let hash = boss.get(&page).await.expect(200).field("hash");
    boss.post_form(&page, &[("act", "approve"), ("hash", &hash)]).await.expect(303);
    [waits, told]
}

/// A notice for a project, proposed: its id.
async fn propose_notice(support: &mut Client, project: &str) -> String {
    let form = [
        ("audience", "project"),
        ("name", project),
        ("from-day", "2026-12-01"),
        ("from-time", "22:00"),
        ("to-time", "6:00"),
        ("subject-nl", "Onderhoud"),
        ("words-nl", "U kunt niet inloggen."),
        ("subject-en", "Maintenance"),
        ("words-en", "You cannot sign in."),
    ];
    let kept = support.post_form("/support/onderhoud/nieuw/", &form).await.expect(303);
    let page = kept.location().split('?').next().unwrap_or_default().to_owned();
    support.post_form(&page, &[("act", "propose")]).await.expect(303);
    page.split('/').nth(3).unwrap_or_default().to_owned()
}

/// A resident asks for something: the id of the request, as a clerk sees it.
async fn ask(resident: &mut Client, clerk: &mut Client) -> String {
    let form = [("kind", "erasure"), ("about", "log")];
    resident.post_form("/gegevens/verzoek/", &form).await.expect(303);
    let list = clerk.get("/service/verzoeken/").await.expect(200).text();
    let id = list.split("action=\"/service/verzoeken/").nth(1).and_then(|rest| rest.get(..36));
    id.expect("a request").to_owned()
}

/// Another address for an account in use: the id of the proposal, and the path of the link to object.
async fn propose(house: &TestApp, clerk: &mut Client) -> (String, String) {
    let home = clerk.get("/service/gebruikers/?q=V8").await.expect(200).homes()[0].clone();
    let here = format!("{home}e-mailadres/");
    let form = [("residents", "same"), ("email", "anders@example.nl")];
    let seal = clerk.post_form(&here, &form).await.expect(200).field("seal");
    clerk.post_form(&here, &[&form[..], &[("seal", &seal)]].concat()).await.expect(303);
    let link = house.only_mail().await.path();
    let list = clerk.get("/service/voorstellen/").await.expect(200).text();
    let is_id = |text: &&str| text.chars().all(|sign| sign.is_ascii_hexdigit() || sign == '-');
    let id = list.split("href=\"/service/voorstellen/").find_map(|rest| rest.get(..36).filter(is_id));
    (id.expect("a proposal").to_owned(), link)
}

async fn table(house: &TestApp) -> String {
    let all = everybody(house).await;
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    let (mut ordered, last): (Vec<Route>, Vec<Route>) = pages().into_iter().partition(|route| route.path != "/logout/");
    ordered.extend(last);
    for route in &ordered {
        for method in ["GET", "HEAD", "POST", "PUT", "DELETE"] {
            for (what, path, form) in tries(route, &all) {
                let mut cells = Vec::new();
                for (_, client) in &all.who {
                    let mut client = client.clone();
                    let fields: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
                    let answer = match method {
                        "GET" | "HEAD" => client.send(method, &path, None).await,
                        "POST" => client.post_form(&path, &fields).await,
                        _ => client.send(method, &path, Some(b"")).await,
                    };
                    let ids = all.things.iter().flat_map(Things::ids);
                    let ids = ids.chain(all.people.iter().map(|(_, id)| id));
                    let to = ids.fold(answer.location().replace(&all.invitation, "…"), |to, id| to.replace(id, "…"));
                    let to = if to.starts_with("/assets/") { "…".to_owned() } else { to };
                    cells.push(format!("{} {to}", answer.status).trim().to_owned());
                }
                let head = lines.last();
                let name = if what.is_empty() {
                    format!("{method} {}", route.path)
                } else {
                    format!("{method} {} ({what})", route.path)
                };
                // The methods that no route takes, and HEAD where it is as GET, need no lines of their own.
                let dull = cells.iter().all(|cell| cell == "405")
                    || (method == "HEAD" && head.is_some_and(|(_, get)| *get == cells));
                let only_path = matches!(method, "GET" | "HEAD" | "PUT" | "DELETE") && what.contains("code");
                if !dull && !only_path {
                    lines.push((name, cells));
                }
            }
        }
    }
    written(&all.who, &lines)
}

#[tokio::test]
async fn everybody_gets_what_the_table_says() {
    let house = TestApp::build(Arc::new(testkit::engines::sqlite().await)).await;
    let now = table(&house).await;
    house.deliver_mail().await;
    house.finish().await;
    compare("table.txt", &now);
}

#[tokio::test]
async fn and_so_on_the_other_engine() {
    let Some(fresh) = testkit::engines::postgres().await else { return };
    let house = TestApp::build(Arc::new(fresh)).await;
    let now = table(&house).await;
    house.deliver_mail().await;
    house.finish().await;
    compare("table.txt", &now);
}
