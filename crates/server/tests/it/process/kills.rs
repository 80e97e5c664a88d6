//! kill -9 at seeded moments: during an import, during requests and new passwords over HTTP, and while mail leaves
//! through a mail server in every mood. Afterwards everything that was acknowledged must be there.

use std::collections::BTreeMap;
use std::time::Duration;

use crypto::chance::Chance;
use crypto::clock::Stopwatch;
use testkit::needs;
use testkit::smtp_peer::{Mood, Step};

use super::checker::{self, History};
use super::house::{House, PROJECT, copy_folder, list};
use super::load::{Load, below, locked_out, nothing_done};
use super::post::{Letter, Post};
use super::program::eventually;

const ROWS: u32 = 3_000;
const RESIDENTS: u32 = 40;

/// How many kills: of the check, or of the long run.
pub(super) fn seeds(usual: u64) -> u64 {
    if needs::full() { 50 * usual } else { usual }
}

/// Usernames that a report of an import names, by the client's number. What stands in it was committed.
fn reported(report: &str) -> BTreeMap<String, String> {
    let row = |line: &str| {
        let line = line.trim_matches(',');
        let row: serde_json::Value = serde_json::from_str(line).ok()?;
        let number = row.get("home")?.get("client_number")?.as_str()?.to_owned();
        Some((number, row.get("username")?.as_str()?.to_owned()))
    };
    report.lines().filter_map(row).collect()
}

fn usernames(house: &House) -> BTreeMap<String, String> {
    house.inside().accounts().into_iter().map(|account| (account.number, account.username)).collect()
}

/// One import that is killed, perhaps more than once, and then run to its end.
fn import_through_kills(house: &House, chance: &Chance, whole: u64) {
    let file = house.write("lijst.csv", &list(1..=ROWS));
    let confirm = ["import", "--project", PROJECT, &file, "--confirm", "--format", "json"];
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    for _ in 0..=below(chance, 2) {
        let mut run = house.start(&confirm);
        std::thread::sleep(Duration::from_micros(below(chance, whole)));
        let finished = !run.runs();
        run.kill();
        let (inside, said) = (house.inside(), run.wait());
        let accounts = inside.accounts();
        assert_eq!(checker::homes(&accounts, inside.homes()), Vec::<String>::new());
        assert!(!finished || said.code == Some(0) && accounts.len() == ROWS as usize, "{said:?}");
        let there = usernames(house);
        for (number, username) in known.into_iter().chain(reported(&said.stdout)) {
            assert_eq!(there.get(&number), Some(&username), "a reported username is permanent");
        }
        known = there;
    }
    house.run(&confirm).ends(0);
    let inside = house.inside();
    assert_eq!(checker::homes(&inside.accounts(), ROWS as usize), Vec::<String>::new());
    let there = usernames(house);
    assert!(known.iter().all(|(number, username)| there.get(number) == Some(username)), "permanent");
    assert_eq!(inside.damage(), Vec::<String>::new());
    if below(chance, 4) == 0 {
        let again = house.run(&confirm).ends(0);
        assert!(reported(&again.stdout).is_empty() && usernames(house) == there, "once more changes nothing");
        house.doctor();
    }
}

/// How long an undisturbed import takes, in microseconds: the kills come within that.
fn whole_import(house: &House) -> u64 {
    let watch = Stopwatch::start();
    let said = house.import(&list(1..=ROWS), &["--confirm", "--format", "json"]).ends(0);
    assert_eq!(reported(&said.stdout).len(), ROWS as usize, "the report can be read");
    watch.elapsed().micros().unsigned_abs()
}

#[test]
fn an_import_survives_kills() {
    let empty = House::sqlite().furnished();
    let copy = || {
        let folder = testkit::engines::folder();
        copy_folder(&empty.folder, &folder);
        let url = format!("sqlite:{}", folder.join("huissleutel.db").display());
        House::at(folder, url)
    };
    let whole = whole_import(&copy());
    for seed in 0..seeds(20) {
        println!("seed {seed}");
        import_through_kills(&copy(), &Chance::seeded(seed), whole);
    }
}

#[test]
fn an_import_survives_kills_on_postgres() {
    let Some(first) = House::postgres() else { return };
    let whole = whole_import(&first.furnished());
    for seed in 0..seeds(3) {
        println!("seed {seed}");
        let Some(house) = House::postgres() else { return };
        import_through_kills(&house.furnished(), &Chance::seeded(seed), whole);
    }
}

/// What a mail server is like during one life of the program.
type Weather = fn(&Post, &Chance);

fn fair(_: &Post, _: &Chance) {}

/// Says no for a while, breaks off, loses replies, takes its time.
fn foul(post: &Post, chance: &Chance) {
    for mood in [
        Mood::reply(Step::Rcpt, "450 4.2.0 Greylisted"),
        Mood::keep_and_close(),
        Mood::close(Step::Body),
        Mood::reply(Step::Dot, "451 4.3.0 Try again later"),
        Mood::reply_and_close(Step::Mail, "421 4.3.2 Going down"),
        Mood::close(Step::Banner),
    ] {
        post.peer.mood(mood.times(u32::try_from(below(chance, 4)).unwrap_or(0)));
    }
    // The moment in which nobody knows whether a mail was taken is as wide as can be.
    post.peer.mood(Mood::slow(Step::Dot, Duration::from_millis(below(chance, 60))));
}

/// A house with residents in which the program dies again and again.
struct Deaths {
    house: House,
    history: History,
    letters: Vec<Letter>,
    kills: usize,
}

impl Deaths {
    fn begin(house: House) -> Self {
        let house = house.without_limits().furnished();
        house.import(&list(1..=RESIDENTS), &["--confirm"]).ends(0);
        let history = nothing_done(&house.inside().accounts());
        assert_eq!(history.len(), RESIDENTS as usize);
        Self { house, history, letters: Vec::new(), kills: 0 }
    }

    /// One life: residents are busy, and the program is killed in the middle of it.
    fn life(&mut self, seed: u64, weather: Weather) {
        let (chance, post) = (Chance::seeded(seed), Post::start());
        weather(&post, &chance);
        self.house.set("HUISSLEUTEL_SMTP_URL", &post.peer.url());
        let mut program = self.house.start(&["serve"]);
        let at = program.address();
        let faults = locked_out(at, &mut self.history);
        assert_eq!(faults, Vec::<String>::new(), "after kill {}", self.kills);
        let odd = Load { at, peer: &post.peer, seed }.run(&mut self.history, || {
            std::thread::sleep(Duration::from_millis(30 + below(&chance, 500)));
            program.kill();
        });
        assert_eq!(odd, Vec::<String>::new());
        self.kills += 1;
        self.letters.extend(post.letters());
        assert_eq!(post.peer.flaws().iter().filter(|flaw| !flaw.contains("ended inside")).count(), 0);
        self.house.inside().end_leases();
    }

    /// A last life without accidents: everything leaves, everybody gets in.
    fn end(mut self) {
        let post = Post::start();
        self.house.set("HUISSLEUTEL_SMTP_URL", &post.peer.url());
        let mut program = self.house.start(&["serve"]);
        let at = program.address();
        assert_eq!(locked_out(at, &mut self.history), Vec::<String>::new());
        let load = Load { at, peer: &post.peer, seed: 0 };
        let odd: Vec<_> = self.history.iter_mut().filter_map(|(username, deeds)| load.ask(username, deeds)).collect();
        assert_eq!(odd, Vec::<String>::new());
        let inside = self.house.inside();
        let left = || inside.mails().into_iter().filter(|mail| mail.state == "waiting").collect::<Vec<_>>();
        let done = eventually(|| {
            inside.make_due();
            left().is_empty().then_some(())
        });
        assert!(done.is_some(), "never sent: {:?}\n{}", left(), program.log());
        self.letters.extend(post.letters());
        println!("{:?}", checker::tally(&inside.mails()));
        let faults = checker::mail(&self.history, &inside.mails(), &self.letters, self.kills);
        assert_eq!(faults, Vec::<String>::new());
        self.everybody_gets_in(at);
        program.stop().ends(0);
        assert_eq!(inside.damage(), Vec::<String>::new());
        self.house.doctor();
    }

    /// One of the newest links of each resident works, after all that.
    fn everybody_gets_in(&mut self, at: std::net::SocketAddr) {
        for (username, deeds) in &mut self.history {
            let mut own: Vec<_> = self.letters.iter().filter(|letter| letter.to == deeds.address).collect();
            own.sort_by(|a, b| b.id.cmp(&a.id));
            let password = format!("eindelijk binnen na {} keer", 1_000 + deeds.asked);
            let works = |link: &&String| {
                let set = [("password", password.as_str()), ("username", username.as_str())];
                super::browser::Browser::at(at).post(link, &set).status == 303
            };
            let mut links = own.iter().filter_map(|letter| letter.link.as_ref()).take(6);
            assert!(links.find(works).is_some(), "{username} is stranded");
            deeds.set += 1;
            deeds.passwords = vec![password];
        }
        assert_eq!(locked_out(at, &mut self.history), Vec::<String>::new());
    }
}

fn through_kills(house: House, kills: u64, weather: Weather) {
    let mut deaths = Deaths::begin(house);
    for seed in 0..kills {
        println!("seed {seed}");
        deaths.life(seed, weather);
    }
    let asked: usize = deaths.history.values().map(|deeds| deeds.asked).sum();
    let set: usize = deaths.history.values().map(|deeds| deeds.set).sum();
    println!("{kills} kills, {asked} requests and {set} passwords acknowledged");
    assert!(asked > 0 && set > 0, "nothing was acknowledged: nothing was shown");
    deaths.end();
}

#[test]
fn requests_and_passwords_survive_kills() {
    through_kills(House::sqlite(), seeds(20), fair);
}

#[test]
fn requests_and_passwords_survive_kills_on_postgres() {
    let Some(house) = House::postgres() else { return };
    through_kills(house, seeds(4), fair);
}

#[test]
fn mail_survives_kills_and_a_mail_server_in_every_mood() {
    through_kills(House::sqlite(), seeds(20), foul);
}

#[test]
fn mail_survives_kills_and_a_mail_server_in_every_mood_on_postgres() {
    let Some(house) = House::postgres() else { return };
    through_kills(house, seeds(4), foul);
}
