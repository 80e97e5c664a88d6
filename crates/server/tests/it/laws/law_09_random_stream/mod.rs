//! Law 9 by chance: everybody of three clients asks whatever comes up, at every address, about the own things, another client's and
//! nobody's. After each request an oracle that knows only whose each row is looks at what was answered, and at what changed.

mod asks;
mod draw;
mod oracle;
mod owners;
mod sides;

use std::collections::BTreeMap;

use app::clients;
use crypto::chance::Chance;
use domain::access::Actor;
use testkit::each_engine;

use crate::testapp::{Answer, Tables, TestApp};
use asks::{Ask, Body, Door, Sheet};
use draw::{Dice, Pool};
use oracle::{difference, heard, is_foreign, leaked, told_of_nobody};
use owners::Owned;
use sides::{Person, WORDS};

/// A house and a stream of requests for each.
const SEEDS: [u64; 2] = [1, 2];
const REQUESTS: usize = 336;
/// What looking at things changes of the own client's.
const TRACES: [&str; 6] = ["audit_line", "audit_side", "audit_unsealed", "session", "device", "api_request"];
/// What every client has rows of, or the oracle would look at nothing.
const HAS: [&str; 18] = [
    "organisation",
    "project",
    "dwelling",
    "account",
    "occupancy",
    "identity",
    "email_link",
    "progress",
    "proposal",
    "tenant_change",
    "tenant_change_end",
    "client_text",
    "staff",
    "session",
    "letter_run",
    "letter",
    "audit_line",
    "mail",
];

#[tokio::test]
async fn whatever_is_asked_no_client_sees_or_touches_anothers() {
    for seed in SEEDS {
        each_engine(|fresh| async move {
            let house = TestApp::build(fresh).await;
            let mut stream = Stream::begin(&house, seed).await;
            for number in 0..REQUESTS {
                stream.step(number).await;
            }
            stream.reach.is_enough(seed);
            drop(stream);
            house.deliver_mail().await;
            house.finish().await;
        })
        .await;
    }
}

/// How much of a run the test was about.
#[derive(Default, Debug)]
struct Reach {
    shown: usize,
    acts: usize,
    refused: usize,
    compared: usize,
    same_pages: usize,
}

impl Reach {
    fn is_enough(&self, seed: u64) {
        let least = [(self.shown, 30), (self.acts, 10), (self.refused, 30), (self.compared, 60), (self.same_pages, 5)];
        assert!(least.iter().all(|(found, least)| found >= least), "seed {seed} reaches too little: {self:?}");
    }
}

struct Stream<'a> {
    house: &'a TestApp,
    seed: u64,
    dice: Dice,
    people: Vec<Person>,
    tables: Tables,
    owned: Owned,
    pools: [Pool; 3],
    /// How often each client's own things changed.
    versions: [usize; 3],
    /// Who saw what page at which version.
    pages: BTreeMap<(usize, String), (usize, String)>,
    /// What people of a frozen client came with.
    cookies: BTreeMap<usize, BTreeMap<String, String>>,
    /// A form that was shown with a seal, and to whom.
    next: Option<(usize, Sheet)>,
    reach: Reach,
}

impl<'a> Stream<'a> {
    async fn begin(house: &'a TestApp, seed: u64) -> Self {
        let people = sides::everybody(house).await;
        let tables = house.tables().await;
        let owned = Owned::read(&tables);
        for (side, word) in WORDS.iter().enumerate() {
            assert_eq!(owned.lacks(side, &HAS), Vec::<&str>::new(), "{word} on {}", house.engine);
        }
        let (dice, pools) = (Dice(Chance::seeded(seed)), Default::default());
        let (versions, pages, cookies, reach) = ([0; 3], BTreeMap::new(), BTreeMap::new(), Reach::default());
        let next = None;
        let mut stream =
            Self { house, seed, dice, people, tables, owned, pools, versions, pages, cookies, next, reach };
        stream.look_around().await;
        stream
    }

    /// Everybody opens what they are led to, so that there are pages and forms to begin with.
    async fn look_around(&mut self) {
        for at in 0..self.people.len() {
            let able = ["clerk", "admin", "lead"].iter().any(|name| self.people[at].name.starts_with(name));
            let Some(side) = self.people[at].side.filter(|_| able) else { continue };
            let mut open = vec!["/".to_owned(), "/service/gebruikers/?q=V".to_owned()];
            let mut next = 0;
            while next < open.len().min(25) {
                let ask = Ask::get(&open[next]);
                let page = self.people[at].ask(&ask).await;
                self.judge(at, &ask, &page);
                let links = asks::links(&page);
                open.extend(links.iter().filter(|link| !open.contains(link)).cloned().collect::<Vec<_>>());
                self.pools[side].keep(links, asks::sheets(&page, &ask.path));
                next += 1;
            }
        }
        self.look_at_rows(None, "the first look").await;
    }

    async fn step(&mut self, number: usize) {
        match number % 70 {
            30 => self.freeze(number / 70 % 3, true).await,
            45 => self.freeze(number / 70 % 3, false).await,
            _ => {}
        }
        let (who, ask) = match self.next.take() {
            Some((who, sheet)) => {
                let own = self.people[who].side.unwrap_or_default();
                (who, draw::filled(&self.dice, &sheet, own, (own + 1) % 3))
            }
            None => {
                let who = self.somebody();
                (who, draw::draw(&self.dice, &self.people[who], &self.pools, &self.owned))
            }
        };
        let answer = self.people[who].ask(&ask).await;
        let what = format!("seed {}, request {number} on {}", self.seed, self.house.engine);
        let what = format!("{what}: {} asks {ask:?} and is answered {}", self.people[who].name, answer.status);
        let side = self.people[who].side;
        let foreign = ask.pieces().iter().any(|piece| is_foreign(piece, side, &self.owned));
        let first = self.judge(who, &ask, &answer);
        let acted = self.look_at_rows(Some(who), &what).await;
        self.count(&answer, foreign, acted);
        // Whoever is signed in no longer (their client was frozen) is sent to sign in, whatever they asked; and that the log was
        // looked at stands in the log itself.
        let out = answer.location().starts_with("/login/")
            || answer.status == 200 && ask.path.starts_with("/service/logboek/");
        if foreign && !acted && !out && !self.people[who].sees_names {
            self.compare_with_nobodys(who, &ask, (&first, &what)).await;
        }
        self.keep(who, &ask, &answer, foreign);
        if self.dice.falls(40) {
            self.look_again(&what).await;
        }
    }

    /// Whoever asks next: mostly somebody who can do a lot.
    fn somebody(&self) -> usize {
        let all = self.people.len();
        let drawn = [self.dice.below(all), self.dice.below(all)];
        let able = |at: &usize| !self.people[*at].name.starts_with("resident") && self.people[*at].side.is_some();
        drawn.into_iter().find(able).unwrap_or(drawn[0])
    }

    /// Red when an answer says something of another client; what it says.
    fn judge(&self, who: usize, ask: &Ask, answer: &Answer) -> String {
        let person = &self.people[who];
        let heard = heard(answer, ask, |piece| is_foreign(piece, person.side, &self.owned));
        if let Some(leak) = leaked(&heard, person, &self.owned) {
            panic!(
                "another client's {leak}\nseed {} on {}: {} asks {ask:?}",
                self.seed, self.house.engine, person.name
            );
        }
        heard
    }

    fn count(&mut self, answer: &Answer, foreign: bool, acted: bool) {
        self.reach.shown += usize::from(answer.status == 200 && !foreign);
        self.reach.acts += usize::from(acted);
        self.reach.refused += usize::from(answer.status == 404 && foreign);
    }

    /// What is somebody else's is answered as what is nobody's, to the byte.
    async fn compare_with_nobodys(&mut self, who: usize, ask: &Ask, (first, what): (&str, &str)) {
        let side = self.people[who].side;
        let twin = ask.retold(|text| told_of_nobody(text, side, &self.owned));
        let answer = self.people[who].ask(&twin).await;
        let pieces: Vec<(String, String)> =
            ask.pieces().into_iter().zip(twin.pieces()).filter(|(one, two)| one != two).collect();
        let second = heard(&answer, &twin, |piece| pieces.iter().any(|(_, nobodys)| nobodys == piece));
        if let Some(difference) = difference(first, &second) {
            panic!("another client's is not answered as nobody's: {difference}\n{what}\n{twin:?}");
        }
        self.look_at_rows(Some(who), what).await;
        self.reach.compared += 1;
    }

    /// Reads the rows of all; red when those of another client are not what they were. Whether the own ones changed, apart from
    /// the traces of looking.
    async fn look_at_rows(&mut self, who: Option<usize>, what: &str) -> bool {
        let tables = self.house.tables().await;
        if tables == self.tables {
            return false;
        }
        let owned = Owned::read(&tables);
        let mut acted = false;
        for (side, word) in WORDS.iter().enumerate() {
            let mut changed = owned.changed(&self.owned, side);
            if let Some(who) = who.filter(|who| self.people[*who].side.is_some_and(|own| own != side)) {
                let name = self.people[who].name.as_str();
                assert!(changed.is_empty(), "{changed:?} of {word} changed\n{what}, {name}");
            }
            changed.retain(|table| !TRACES.contains(&table.as_str()));
            self.versions[side] += usize::from(!changed.is_empty());
            acted |= !changed.is_empty();
        }
        (self.tables, self.owned) = (tables, owned);
        acted
    }

    /// A page of a client that changed nothing meanwhile is what it was, whatever the others did: counts and hints too.
    async fn look_again(&mut self, what: &str) {
        let staff = |person: &Person| person.side.is_some() && !person.name.starts_with("resident");
        let able: Vec<usize> = (0..self.people.len()).filter(|at| staff(&self.people[*at])).collect();
        let who = able[self.dice.below(able.len())];
        let side = self.people[who].side.unwrap_or_default();
        let (word, programs) = (WORDS[side], matches!(self.people[who].door, Door::Program(_)));
        let path = match (programs, self.dice.below(4)) {
            (true, 0) => "/api/v1/projects".to_owned(),
            (true, _) => "/api/v1/dwellings".to_owned(),
            (false, 0) => "/service/gebruikers/?q=V".to_owned(),
            (false, 1) => "/service/voorstellen/".to_owned(),
            (false, 2) => format!("/service/projecten/{word}/{word}hof/"),
            (false, _) => "/service/projecten/".to_owned(),
        };
        let ask = Ask::get(&path);
        let answer = self.people[who].ask(&ask).await;
        let now = heard(&answer, &ask, |_| false);
        self.look_at_rows(Some(who), what).await;
        // Whoever was signed out by the own client, or belongs to a frozen one, sees nothing.
        if answer.status != 200 {
            return;
        }
        let before = self.pages.insert((who, path), (self.versions[side], now.clone()));
        if let Some((_, then)) = before.filter(|(version, _)| *version == self.versions[side]) {
            if let Some(difference) = difference(&then, &now) {
                panic!("{} sees what others did: {difference}\n{what}", self.people[who].name);
            }
            self.reach.same_pages += 1;
        }
    }

    /// What was shown to somebody of a client may be asked by anybody from now on.
    fn keep(&mut self, who: usize, ask: &Ask, answer: &Answer, foreign: bool) {
        let Some(side) = self.people[who].side.filter(|_| !foreign) else { return };
        let sheets = asks::sheets(answer, &ask.path);
        let sealed = sheets.iter().find(|sheet| sheet.is_sealed() && matches!(ask.body, Body::Form(_)));
        self.next = sealed.filter(|_| answer.status == 200).map(|sheet| (who, sheet.clone()));
        self.pools[side].keep(asks::links(answer), sheets);
    }

    /// The operator freezes a client, or lets it go on.
    async fn freeze(&mut self, side: usize, stops: bool) {
        for (at, person) in self.people.iter_mut().enumerate().filter(|(_, person)| person.side == Some(side)) {
            let Door::Browser(client) = &mut person.door else { continue };
            // Cookies that are taken from them meanwhile are good again afterwards.
            if stops {
                self.cookies.insert(at, client.jar.clone());
            } else {
                client.jar.extend(self.cookies.remove(&at).unwrap_or_default());
            }
        }
        let (by, ctx) = (Actor::Server, self.house.app.command());
        if stops {
            let seen = clients::freezing(&self.house.app, &ctx, &by, WORDS[side]).await.unwrap();
            clients::freeze(&self.house.app, &ctx, &by, (WORDS[side], &seen.seal)).await.unwrap();
        } else {
            clients::release(&self.house.app, &ctx, &by, WORDS[side]).await.unwrap();
        }
        self.look_at_rows(None, "the operator freezes").await;
    }
}
