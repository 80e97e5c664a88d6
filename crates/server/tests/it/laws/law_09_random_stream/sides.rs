//! Three clients that have everything a client can have. All that is one client's holds its word: its name, projects, usernames,
//! streets, mailboxes and texts. The clients' own numbers, and one mailbox, are the same at each.

use app::first_login::letters::{self, Wish};
use app::keys::KeyScope;
use app::staff::{self, Invite};
use app::tenant_change;
use domain::access::Actor;
use domain::first_login::LetterChoice;
use domain::id::DwellingId;
use domain::language::Language;
use domain::naming::ProjectPath;
use domain::role::Role;
use domain::tenant_change::{Days, Kind};
use domain::time::Day;
use domain::username::Prefix;

use super::asks::{self, Ask, Door};
use crate::testapp::{Answer, Client, TestApp};

/// The word of each client, in small letters.
pub(super) const WORDS: [&str; 3] = ["kwarts", "graniet", "basalt"];

/// Somebody, and the client they belong to; the operator's people and passers-by belong to none.
pub(super) struct Person {
    pub(super) name: String,
    pub(super) side: Option<usize>,
    /// What they may see of a client: its name, or nothing at all.
    pub(super) sees_names: bool,
    pub(super) door: Door,
}

impl Person {
    pub(super) async fn ask(&mut self, ask: &Ask) -> Answer {
        self.door.ask(ask).await
    }
}

fn mailbox(who: &str, word: &str) -> String {
    format!("{who}@{word}.example.nl")
}

/// Everybody of all clients, a passer-by, and two of the operator's.
pub(super) async fn everybody(house: &TestApp) -> Vec<Person> {
    let mut all = Vec::new();
    for (side, word) in WORDS.into_iter().enumerate() {
        let of = |name: &str, door: Door| Person {
            name: format!("{name} of {word}"),
            side: Some(side),
            sees_names: false,
            door,
        };
        build(house, word).await;
        let at = format!("{word}/{word}hof");
        for number in ["V1", "V2"] {
            let who = mailbox(&format!("bewoner{number}"), word);
            all.push(of("resident", Door::Browser(house.signed_in(&at, number, &who).await.client)));
        }
        let mut clerk = house.staff(&mailbox("clerk", word), Role::Clerk, word).await.client;
        let second = house.staff(&mailbox("tweede", word), Role::Clerk, word).await.client;
        let mut admin = house.staff(&mailbox("beheer", word), Role::OrgAdmin, word).await.client;
        let lead = lead(house, word).await;
        things(house, word, (&mut clerk, &mut admin)).await;
        for (name, client) in [("clerk", clerk), ("second clerk", second), ("admin", admin), ("lead", lead)] {
            all.push(of(name, Door::Browser(client)));
        }
        all.push(of("program", Door::Program(house.program(word, KeyScope::ALL).await)));
    }
    let passer =
        Person { name: "nobody".to_owned(), side: None, sees_names: false, door: Door::Browser(house.client()) };
    all.push(passer);
    for role in [Role::Support, Role::OperatorAdmin] {
        let client = house.staff(&format!("{role}@huis.example.nl"), role, "").await.client;
        all.push(Person { name: role.to_string(), side: None, sees_names: true, door: Door::Browser(client) });
    }
    all
}

/// The client, its project, and six homes beside those of the residents.
async fn build(house: &TestApp, word: &str) {
    let name = format!("Stichting {}", capital(word));
    let new = app::organisation::Add { name: name.parse().unwrap(), slug: word.parse().unwrap(), portal: true };
    app::organisation::add(&house.app, &house.app.command(), Actor::Server, new).await.unwrap();
    let path: ProjectPath = format!("{word}/{word}hof").parse().unwrap();
    let prefix = Prefix::parse(&word.to_uppercase()).unwrap();
    let new =
        app::project::Add { path, name: format!("{}hof", capital(word)).parse().unwrap(), prefix, delivered_on: None };
    app::project::add(&house.app, &house.app.command(), Actor::Server, new).await.unwrap();
    let mut list = "VHE-nummer;Straat;Huisnummer;Postcode;Plaats;E-mailadres\n".to_owned();
    for number in 3..9 {
        let email = match number {
            3 | 4 => mailbox(&format!("huis{number}"), word),
            5 => "gedeeld@example.nl".to_owned(),
            _ => String::new(),
        };
        if !email.is_empty() {
            house.seen.address(&email);
        }
        list.push_str(&format!("V{number};{0}laan;{number};7601 AB;{0}dorp;{email}\n", capital(word)));
    }
    assert_eq!(house.import(&format!("{word}/{word}hof"), &list).await.len(), 6);
}

pub(super) fn capital(word: &str) -> String {
    let mut signs = word.chars();
    signs.next().map(|first| first.to_uppercase().chain(signs).collect()).unwrap_or_default()
}

/// A project lead for the project of this client alone.
async fn lead(house: &TestApp, word: &str) -> Client {
    let email = mailbox("leider", word);
    house.seen.address(&email);
    let projects = vec![(word.to_owned(), format!("{word}hof"))];
    let cmd = Invite { email: email.clone(), role: Role::ProjectLead, organisation: None, projects };
    staff::invite(&house.app, &house.app.command(), Actor::Server, cmd).await.unwrap();
    let link = house.only_mail().await.path();
    house.joined(&email, link).await.client
}

/// A proposal, a planned tenant change, a run of letters and a text.
async fn things(house: &TestApp, word: &str, (clerk, admin): (&mut Client, &mut Client)) {
    let anew = mailbox("anders", word);
    house.seen.address(&anew);
    let home = clerk.get("/service/gebruikers/?q=V1").await.expect(200).homes()[0].clone();
    let form = [("residents", "same"), ("email", anew.as_str())];
    let seal = clerk.post_form(&format!("{home}e-mailadres/"), &form).await.expect(200).field("seal");
    clerk.post_form(&format!("{home}e-mailadres/"), &[&form[..], &[("seal", &seal)]].concat()).await.expect(303);
    let (by, ctx) = (Actor::Server, house.app.command());
    let last = clerk.get("/service/gebruikers/?q=V8").await.expect(200).homes()[0].clone();
    let home: DwellingId = last.trim_end_matches('/').rsplit('/').next().unwrap().parse().unwrap();
    let days = Days { kind: Kind::Vacant, last: Some(Day::of(ctx.now).next()), first: None };
    let wish = tenant_change::Wish { days, address: None, seen: None };
    tenant_change::plan(&house.app, &ctx, &by, home, wish).await.unwrap();
    let path: ProjectPath = format!("{word}/{word}hof").parse().unwrap();
    let wish = Wish { choice: LetterChoice::All, home: String::new(), language: Language::Nl, unlinked: false };
    letters::make(&house.app, &ctx, &by, (&path, &wish)).await.unwrap();
    let text = format!("Dag bewoner van {word},");
    let (here, form) = ("/service/teksten/nl/letter-greeting/", [("text", text.as_str())]);
    let act = asks::sheets(&admin.post_form(here, &form).await.expect(200), here);
    let seal = act.iter().find(|sheet| sheet.fields.iter().any(|(name, _)| name == "seal" || name == "hash")).unwrap();
    let form: Vec<(&str, &str)> =
        seal.fields.iter().filter_map(|(name, values)| Some((name.as_str(), values.first()?.as_str()))).collect();
    admin.post_form(here, &form).await.expect(303);
    house.deliver_mail().await;
}
