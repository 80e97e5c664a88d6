//! kill -9 at seeded moments while a list that a clerk sent in the page is on its way: it comes in, is read and judged, waits,
//! is confirmed, applied and taken back. What was answered is there afterwards, nothing is there twice, and no username that
//! was taken back is issued again.

use std::collections::{BTreeMap, BTreeSet};

use crypto::chance::Chance;
use testkit::inside::{Account, Inside, ListSeen};

use super::checker;
use super::desk::{Desk, LISTS, Stage};
use super::house::{House, PROJECT, address};
use super::kills::seeds;
use super::load::below;

/// Rows of a list; its header is line 1.
const ROWS: u32 = 800;
/// The first homes of the list are known before it, without an address.
const KNOWN: u32 = 5;
/// Rows in a part of the copy.
const COPIED: u64 = 500;
/// Bytes in a part of an upload.
const PART: usize = 256 * 1024;
/// Rows that can be ticked on a page.
const TICKED: u64 = 50;

/// A list with a column that only the client knows. One in three is so large that its upload goes in more than one write.
fn list(seed: u64) -> String {
    let remark = "bel twee keer ".repeat(if seed.is_multiple_of(3) { 400 } else { 60 });
    let mut text = "VHE-nummer;Straat;Huisnummer;Postcode;Plaats;E-mailadres;Afspraak\r\n".to_owned();
    for n in 1..=ROWS {
        text.push_str(&format!("V{n:05};Lindelaan;{n};7607 AB;Almelo;{};{seed}/{n} {remark}\r\n", address(n)));
    }
    text
}

/// The client's number of the home in a line of the list.
fn number(line: u64) -> String {
    format!("V{:05}", line - 1)
}

fn is_new(line: u64) -> bool {
    line > u64::from(1 + KNOWN)
}

/// The stage of the list that came after another.
fn newer_than(inside: &Inside, before: &str) -> Option<Stage> {
    inside.newest_list().filter(|list| list.id != before).map(|list| Stage::of(&list))
}

fn stage_of(inside: &Inside, id: &str) -> Option<Stage> {
    inside.one_list(id).map(|list| Stage::of(&list))
}

fn one_of(chance: &Chance, stages: [Stage; 2]) -> Stage {
    stages[usize::try_from(below(chance, 2)).unwrap()]
}

/// The list that an answer leads to.
fn id_in(path: &str) -> &str {
    path.strip_prefix(LISTS).unwrap().split('/').next().unwrap()
}

struct Story {
    desk: Desk,
    /// Usernames by the client's number: seen once, they stay until their row is taken back.
    issued: BTreeMap<String, String>,
    /// Usernames that were taken back.
    retired: BTreeSet<String>,
    /// Lists that were cut off.
    halves: Vec<String>,
    /// How often a new process found a list that a dead one still had to itself.
    waited: u32,
}

impl Story {
    fn begin(house: House) -> Self {
        let house = house.without_limits().furnished();
        let homes: String = (1..=KNOWN).map(|n| format!("V{n:05};Lindelaan;{n};7607 AB;Almelo\r\n")).collect();
        house.import(&format!("VHE-nummer;Straat;Huisnummer;Postcode;Plaats\r\n{homes}"), &["--confirm"]).ends(0);
        let (retired, halves) = (BTreeSet::new(), Vec::new());
        let mut story = Self { desk: Desk::open(house), issued: BTreeMap::new(), retired, halves, waited: 0 };
        story.issued = names(&story.desk.house.inside().accounts());
        assert_eq!(story.issued.len(), KNOWN as usize);
        story
    }

    /// One list, from half an upload to its last row taken back.
    fn round(&mut self, seed: u64) {
        let (chance, list) = (Chance::seeded(seed), list(seed));
        self.half_arrives(&chance, list.as_bytes());
        let id = self.arrives(&chance, list.as_bytes());
        self.waits(&id);
        self.is_confirmed(&chance, &id);
        self.goes_back(&id, &list);
        self.is_taken_back(&chance, &id);
        let acts = self.desk.house.inside().acts(Some(&id));
        let once = ["import.applied", "import.confirmed", "list.uploaded"].map(|act| (act.to_owned(), 1));
        assert_eq!(acts, BTreeMap::from(once), "each step is logged once");
    }

    /// The program dies while the list comes in. Nobody was answered.
    fn half_arrives(&mut self, chance: &Chance, list: &[u8]) {
        let before = self.newest();
        let most = usize::try_from(below(chance, list.len() as u64 + 1)).unwrap();
        let sending = self.desk.clerk().half_upload(LISTS, ("half.csv", list), most).unwrap();
        // The last bytes may wait to be told from the end of the form.
        let kept = (most.saturating_sub(1_024) / PART) as u64;
        self.desk.fall_when(chance, |inside| {
            inside.newest_list().is_some_and(|list| list.id != before && list.uploads >= kept)
        });
        drop(sending);
        let half = self.newest();
        let found = self.desk.found(&half);
        assert!(Stage::of(&found) == Stage::Arriving && found.rows == 0, "{found:?}");
        self.halves.push(half);
        self.desk.rise();
    }

    /// The list comes in, and the program dies while it is read and judged, once or more.
    fn arrives(&mut self, chance: &Chance, list: &[u8]) -> String {
        let (before, aim) = (self.newest(), one_of(chance, [Stage::Reading, Stage::Judging]));
        let reached = |inside: &Inside| newer_than(inside, &before) >= Some(aim);
        let answer = self.desk.fall_during(chance, reached, |clerk| clerk.try_upload(LISTS, ("lijst.csv", list)));
        let id = self.newest();
        assert!(answer.is_none_or(|answer| id_in(answer.leads()) == id), "what is answered is there");
        let mut found = self.holds(&id);
        for _ in 0..below(chance, 3) {
            self.waits_for_the_lease(&found);
            self.desk.rise();
            self.desk.fall_when(chance, |inside| stage_of(inside, &id) >= Some(Stage::Judging));
            found = self.holds(&id);
        }
        self.desk.rise();
        let read = self.desk.until(&id, Stage::Waiting);
        assert_eq!((read.rows, read.uploads), (u64::from(ROWS), 0), "read to its end: {read:?}");
        assert_eq!(read.copies, u64::from(ROWS).div_ceil(COPIED), "{read:?}");
        id
    }

    /// The program dies while the list waits for somebody: nothing comes of it.
    fn waits(&mut self, id: &str) {
        let page = self.desk.clerk().get(&format!("{LISTS}{id}/"));
        assert!(page.status == 200 && page.body.contains("bevestigen/"), "{}", page.body);
        let before = self.desk.house.inside().one_list(id);
        self.desk.fall();
        let found = self.holds(id);
        assert_eq!((Some(&found), Stage::of(&found)), (before.as_ref(), Stage::Waiting));
        self.desk.rise();
    }

    /// The program dies around the confirmation, and while the list is applied.
    fn is_confirmed(&mut self, chance: &Chance, id: &str) {
        let confirm = format!("{LISTS}{id}/bevestigen/");
        let mut aims =
            [Stage::Waiting, one_of(chance, [Stage::Confirmed, Stage::Applying]), Stage::Applying].into_iter();
        for aim in aims.by_ref().take(2 + usize::try_from(below(chance, 2)).unwrap()) {
            let reached = |inside: &Inside| stage_of(inside, id) >= Some(aim);
            let same = [("residents", "same")];
            let answer = self.desk.fall_during(chance, reached, |clerk| clerk.try_post(&confirm, &same));
            let found = self.holds(id);
            assert!(
                answer.is_none_or(
                    |answer| answer.leads() == format!("{LISTS}{id}/") && Stage::of(&found) >= Stage::Confirmed
                ),
                "what is answered is there: {found:?}"
            );
            self.waits_for_the_lease(&found);
            self.desk.rise();
        }
        let done = self.desk.until(id, Stage::Applied);
        assert_eq!(done.cursor, u64::from(1 + ROWS), "applied to its end: {done:?}");
        self.agrees(&done);
        let inside = self.desk.house.inside();
        assert_eq!(checker::homes(&inside.accounts(), ROWS as usize), Vec::<String>::new());
    }

    /// The client gets its own columns back, with the usernames.
    fn goes_back(&mut self, id: &str, sent: &str) {
        let answer = self.desk.clerk().get(&format!("{LISTS}{id}/terug.csv"));
        assert_eq!(answer.status, 200);
        let rows = |text: &str| {
            let text = text.trim_start_matches('\u{feff}').as_bytes().to_vec();
            let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(&*text);
            reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect::<Vec<Vec<String>>>()
        };
        let (sent, back) = (rows(sent), rows(&answer.body));
        assert_eq!(back.len(), sent.len());
        for (sent, back) in sent.iter().zip(&back) {
            assert_eq!(&back[..sent.len()], sent);
            let username = self.issued.get(&sent[0]).map_or("Gebruikersnaam", String::as_str);
            assert_eq!(back[sent.len()], username);
        }
    }

    /// Some rows are ticked and taken back, then all; the program dies after the one and in the middle of the other.
    fn is_taken_back(&mut self, chance: &Chance, id: &str) {
        let path = format!("{LISTS}{id}/terugdraaien/");
        let first = 2 + below(chance, u64::from(ROWS) - TICKED);
        let ticked: Vec<_> = (0..TICKED).map(|at| (format!("row-{}", at + 1), (first + at).to_string())).collect();
        let mut form: Vec<(&str, &str)> = ticked.iter().map(|(name, line)| (name.as_str(), line.as_str())).collect();
        form.push(("which", "ticked"));
        assert!(self.desk.press(&path, &form).leads().starts_with(&format!("{LISTS}{id}/?undone=")));
        self.desk.fall();
        let mut found = self.holds(id);
        assert_eq!(found.undone, TICKED, "what is answered is done");
        for _ in 0..=below(chance, 2) {
            self.desk.rise();
            let (all, before) = ([("which", "all")], found.undone.min(u64::from(ROWS) - 1));
            let begun = |inside: &Inside| inside.one_list(id).is_some_and(|list| list.undone > before);
            let answer = self.desk.fall_during(chance, begun, |clerk| clerk.try_post(&path, &all));
            found = self.holds(id);
            assert!(answer.is_none() || found.undone == u64::from(ROWS), "what is answered is done: {found:?}");
        }
        self.desk.rise();
        self.desk.press(&path, &[("which", "all")]).leads();
        let done = self.desk.house.inside().one_list(id).unwrap();
        assert_eq!(Stage::of(&done), Stage::Undone, "what is answered is done: {done:?}");
        self.agrees(&done);
        assert_eq!(self.issued.len(), KNOWN as usize, "what was there before the list is there");
    }

    /// A process that comes before the time of the dead one is over leaves its list alone, and does what else there is.
    fn waits_for_the_lease(&mut self, dead: &ListSeen) {
        if !self.desk.house.inside().is_leased(&dead.id) || self.waited > 2 {
            return;
        }
        self.waited += 1;
        self.desk.house.inside().keep_list_leases();
        self.desk.rise_at_once();
        let other = "VHE-nummer;Straat;Huisnummer;Postcode;Plaats\r\nV99999;Dorpsstraat;1;7607 AB;Almelo\r\n";
        let answer = self.desk.clerk().try_upload(LISTS, ("ander.csv", other.as_bytes())).unwrap();
        let other = id_in(answer.leads()).to_owned();
        // Older lists come first: when this one is read, the other was passed by.
        self.desk.until(&other, Stage::Waiting);
        let now = self.desk.house.inside().one_list(&dead.id);
        assert_eq!(now.as_ref(), Some(dead), "the lease of the dead process holds");
        self.desk.press(&format!("{LISTS}{other}/weggooien/"), &[]).leads();
        self.desk.fall();
    }

    /// What must be so whenever the program died; how far it found the list.
    fn holds(&mut self, id: &str) -> ListSeen {
        let list = self.desk.found(id);
        self.agrees(&list);
        list
    }

    /// The rows of the list, the homes and what was seen before agree.
    fn agrees(&mut self, list: &ListSeen) {
        let inside = self.desk.house.inside();
        let (accounts, rows) = (inside.accounts(), inside.rows_of(&list.id));
        let names = names(&accounts);
        let lines: Vec<u64> = rows.iter().map(|row| row.number).collect();
        assert_eq!(lines, (2..).take(rows.len()).collect::<Vec<u64>>(), "one row for each row");
        for row in &rows {
            assert_eq!(row.judgement, if is_new(row.number) { "new" } else { "changed" }, "{row:?}");
            let username = names.get(&number(row.number)).map_or("", String::as_str);
            assert_eq!(row.username, username, "{row:?}");
        }
        let made = rows.iter().filter(|row| is_new(row.number) && row.number <= list.cursor && !row.undone).count();
        let bare = accounts.iter().filter(|account| account.address.is_empty()).count();
        let told: Vec<Account> = accounts.into_iter().filter(|account| !account.address.is_empty()).collect();
        assert_eq!(inside.homes(), KNOWN as usize + made, "homes that are made are those before the cursor: {list:?}");
        assert!(bare <= KNOWN as usize, "{bare} homes have no address");
        assert_eq!(checker::homes(&told, inside.homes() - bare), Vec::<String>::new());
        for row in rows.iter().filter(|row| row.undone && is_new(row.number)) {
            self.retired.extend(self.issued.remove(&number(row.number)));
        }
        let kept = |(number, username): (&String, &String)| names.get(number) == Some(username);
        assert!(self.issued.iter().all(kept), "a username that was seen is permanent");
        assert!(names.values().all(|name| !self.retired.contains(name)), "one that was taken back is gone for ever");
        self.issued = names;
    }

    fn newest(&self) -> String {
        self.desk.house.inside().newest_list().map(|list| list.id).unwrap_or_default()
    }

    /// The whole, once more: nothing was done twice, and what was cut off was never read.
    fn end(mut self, rounds: u64) {
        println!("deaths: {:?}; waited for a lease: {}", self.desk.deaths, self.waited);
        for half in &self.halves {
            let list = self.desk.house.inside().one_list(half).unwrap();
            assert!(Stage::of(&list) == Stage::Arriving && list.rows + list.copies == 0, "never read: {list:?}");
            assert_eq!(self.desk.clerk().get(&format!("{LISTS}{half}/")).status, 404);
        }
        self.desk.close();
        let (house, inside) = (&self.desk.house, self.desk.house.inside());
        let (acts, rows, new) = (inside.acts(None), rounds * u64::from(ROWS), rounds * u64::from(ROWS - KNOWN));
        for (act, count) in [
            ("account.created", u64::from(KNOWN) + new),
            ("email.linked", rows),
            ("import-row.undone", rows),
            ("list.uploaded", rounds + u64::from(self.waited)),
        ] {
            assert_eq!(acts.get(act), Some(&count), "{act}: {acts:?}");
        }
        let file = house.write("nog-eens.csv", &list(1));
        house.run(&["import", "--project", PROJECT, &file, "--confirm"]).ends(0);
        let accounts = inside.accounts();
        assert_eq!(checker::homes(&accounts, ROWS as usize), Vec::<String>::new());
        assert!(accounts.iter().all(|account| !self.retired.contains(&account.username)), "never issued again");
        assert_eq!(self.retired.len() as u64, new);
        assert_eq!(inside.damage(), Vec::<String>::new());
        house.doctor();
        assert!(self.was_everywhere(), "a stage was never hit: {:?}, or no lease: {}", self.desk.deaths, self.waited);
    }

    /// The program died in every stage, and a new one came before the lease of a dead one was over.
    fn was_everywhere(&self) -> bool {
        self.waited > 0 && Stage::DEADLY.iter().all(|stage| self.desk.deaths.contains_key(stage))
    }
}

fn names(accounts: &[Account]) -> BTreeMap<String, String> {
    accounts.iter().map(|account| (account.number.clone(), account.username.clone())).collect()
}

/// So many rounds; more when the machine is too busy for a kill to land in a stage that is short.
fn through_kills(house: House, rounds: u64) {
    let (mut story, mut seed) = (Story::begin(house), 0);
    while seed < rounds || !story.was_everywhere() && seed < 4 * rounds {
        println!("seed {seed}");
        story.round(seed);
        seed += 1;
    }
    story.end(seed);
}

#[test]
fn a_list_sent_in_a_page_survives_kills() {
    through_kills(House::sqlite(), seeds(3));
}

#[test]
fn a_list_sent_in_a_page_survives_kills_on_postgres() {
    let Some(house) = House::postgres() else { return };
    through_kills(house, seeds(1));
}
