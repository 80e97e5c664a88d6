//! Faults around the program: its database dies and comes back, the mail server is away, the disk is full. It says so
//! honestly, goes on without a restart, and loses nothing that it acknowledged.

use std::io::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use rustix::process::Signal;
use testkit::inside::MailRow;

use super::browser::Browser;
use super::checker::{self, Deeds};
use super::cluster::Cluster;
use super::house::{House, address, list};
use super::load::{Load, RESET, locked_out, nothing_done};
use super::post::{Door, Letter, Post};
use super::program::{Program, eventually};

const RESIDENTS: u32 = 20;

/// The mails without those that were asked for a name that nobody has. A mail that was dropped because its link was used
/// meanwhile is still somebody's, and may have arrived.
fn of_somebody(mails: Vec<MailRow>) -> Vec<MailRow> {
    mails.into_iter().filter(|mail| mail.state != "dropped" || !mail.username.is_empty()).collect()
}

/// Asks until it is answered like this.
fn until(at: SocketAddr, username: &str, status: u16) -> bool {
    let asked = || Browser::at(at).post(RESET, &[("username", username)]).status == status;
    eventually(|| asked().then_some(())).is_some()
}

#[test]
fn a_database_that_dies_under_load_and_comes_back() {
    let Some(mut cluster) = Cluster::start() else { return };
    let post = Post::start();
    let house = House::at(testkit::engines::folder(), cluster.url()).without_limits();
    let house = house.with("HUISSLEUTEL_SMTP_URL", &post.peer.url()).furnished();
    house.import(&list(1..=RESIDENTS), &["--confirm"]).ends(0);
    let mut history = nothing_done(&house.inside().accounts());
    let mut spared = history.pop_last().unwrap();
    let mut program = house.start(&["serve"]);
    let at = program.address();
    for (round, signal) in [Signal::KILL, Signal::QUIT, Signal::KILL].into_iter().enumerate() {
        let load = Load { at, peer: &post.peer, seed: round as u64 };
        let odd = load.run(&mut history, || {
            std::thread::sleep(Duration::from_millis(400));
            cluster.fall(signal);
            // A name that nobody has: its requests are in nobody's history.
            assert!(until(at, "NIEMAND99", 503), "an honest answer while the database is away");
            assert_eq!(Browser::at(at).get("/healthz").status, 200);
            assert_eq!(Browser::at(at).get("/readyz").status, 503);
            cluster.rise();
            assert!(until(at, "NIEMAND99", 303), "it goes on by itself: {}", program.last_words());
            std::thread::sleep(Duration::from_millis(200));
        });
        assert_eq!(odd, Vec::<String>::new(), "{}", program.last_words());
        assert!(program.runs());
        assert!(eventually(|| (Browser::at(at).get("/readyz").status == 200).then_some(())).is_some());
        mail_leaves(&house, &load, &mut spared, &program);
    }
    assert_eq!(locked_out(at, &mut history), Vec::<String>::new());
    program.stop().ends(0);
    let program = once_more(&house);
    history.extend([spared]);
    // Three times the database may have died between the mail server's yes and our record of it.
    let known = of_somebody(house.inside().mails());
    let letters = post.letters();
    assert_eq!(checker::mail(&history, &known, &letters, 3), Vec::<String>::new());
    program.stop().ends(0);
    house.doctor();
}

/// One whom no accident reaches: a mail that was under way in one would make the next wait.
type Resident = (String, Deeds);

/// Who asks now gets a mail, by the same process.
fn mail_leaves(house: &House, load: &Load<'_>, (username, deeds): &mut Resident, program: &Program) {
    let before = deeds.asked;
    assert_eq!(load.ask(username, deeds), None);
    assert_eq!(deeds.asked, before + 1);
    let newest = house.inside().mails().pop().unwrap().id;
    let arrived = || load.peer.messages().iter().any(|message| Letter::read(message).id == newest);
    let left = eventually(|| arrived().then_some(())).is_some();
    assert!(left, "{newest} does not leave: {:?}\n{}", house.inside().mails(), program.last_words());
}

/// What was under way in an accident is free again after some minutes. Without waiting for them: started once more, after
/// which everything leaves.
fn once_more(house: &House) -> Program {
    house.inside().end_leases();
    let mut program = house.start(&["serve"]);
    program.address();
    all_left(house);
    program
}

/// Waits until no mail waits, without waiting for the clock.
fn all_left(house: &House) {
    let inside = house.inside();
    let left = || inside.mails().into_iter().filter(|mail| mail.state == "waiting").collect::<Vec<_>>();
    let done = eventually(|| {
        inside.make_due();
        left().is_empty().then_some(())
    });
    assert!(done.is_some(), "never sent: {:?}", left());
}

#[test]
fn a_mail_server_that_is_away_for_a_while() {
    for house in House::each() {
        let post = Post::start();
        let mut door = Door::to(post.peer.address());
        let house = house.without_limits().with("HUISSLEUTEL_SMTP_URL", &door.url()).furnished();
        house.import(&list(1..=RESIDENTS), &["--confirm"]).ends(0);
        let mut history = nothing_done(&house.inside().accounts());
        let mut program = house.start(&["serve"]);
        let at = program.address();
        let load = Load { at, peer: &post.peer, seed: 1 };
        for (username, deeds) in &mut history {
            assert_eq!(load.ask(username, deeds), None);
        }
        assert!(history.values().all(|deeds| deeds.asked == 1), "asking does not depend on the mail server");
        let tried = || house.inside().mails().iter().all(|mail| mail.attempts > 0 && mail.state == "waiting");
        assert!(eventually(|| tried().then_some(())).is_some(), "{:?}", house.inside().mails());
        assert_eq!(Browser::at(at).get("/readyz").status, 200, "the mail server is no part of being ready");
        assert_eq!(post.peer.count(), 0);
        door.open();
        all_left(&house);
        assert_eq!(checker::mail(&history, &house.inside().mails(), &post.letters(), 0), Vec::<String>::new());
        assert_eq!(post.peer.count(), RESIDENTS as usize);
        program.stop().ends(0);
        house.doctor();
    }
}

/// A small disk of its own; unmounted when this is dropped.
struct Disk(PathBuf);

impl Disk {
    /// None where nothing may be mounted.
    fn mount(folder: &Path) -> Option<Self> {
        std::fs::create_dir_all(folder).unwrap();
        // Several times the write-ahead log at its usual largest, 16 MiB.
        let arguments = ["-t", "tmpfs", "-o", "size=64m,mode=700", "huissleutel-test"];
        let mounted = Command::new("mount").args(arguments).arg(folder).output();
        mounted.is_ok_and(|said| said.status.success()).then(|| Self(folder.to_owned()))
    }

    fn filler(&self) -> PathBuf {
        self.0.join("filler")
    }

    /// Writes until nothing more fits.
    fn fill(&self) {
        let mut file = std::fs::OpenOptions::new().create(true).append(true).open(self.filler()).unwrap();
        for size in [65_536, 4_096, 512, 1] {
            while file.write(&vec![0; size]).is_ok_and(|written| written == size) {}
        }
    }

    fn free(&self) {
        std::fs::remove_file(self.filler()).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

/// Residents are busy until the disk is full; then every answer is honest.
fn full_disk(house: &House, disk: &Disk, program: &Program, at: SocketAddr) {
    let name = &house.inside().accounts()[0].username;
    let mut signed_in = Browser::at(at);
    let login = [("username", name.as_str()), ("password", "eindelijk binnen")];
    assert_eq!(signed_in.post("/login/", &login).status, 303);
    disk.fill();
    assert!(until(at, "NIEMAND99", 503), "an honest answer while the disk is full: {}", program.last_words());
    for _ in 0..5 {
        let answer = signed_in.get("/");
        assert!(answer.status == 200 && answer.body.contains(name), "reading goes on: {answer:?}");
        assert_eq!(Browser::at(at).get(RESET).status, 200);
        let asked = Browser::at(at).post(RESET, &[("username", "NIEMAND99")]);
        assert!(asked.status == 503 || asked.status == 303, "{asked:?}");
        assert!(asked.status == 303 || asked.header("retry-after").is_some(), "{asked:?}");
    }
    disk.free();
    assert!(until(at, "NIEMAND99", 303), "it goes on by itself: {}", program.last_words());
    assert_eq!(signed_in.get("/").status, 200);
}

#[test]
fn a_full_disk_is_told_and_recovered_from() {
    let folder = testkit::engines::folder();
    let Some(disk) = Disk::mount(&folder.join("disk")) else {
        return testkit::needs::missing("the right to mount a small disk");
    };
    let post = Post::start();
    let url = format!("sqlite:{}", folder.join("disk/huissleutel.db").display());
    let house = House::at(folder, url).without_limits();
    let house = house.with("HUISSLEUTEL_SMTP_URL", &post.peer.url()).furnished();
    house.import(&list(1..=RESIDENTS), &["--confirm"]).ends(0);
    let mut history = nothing_done(&house.inside().accounts());
    let mut spared = history.pop_last().unwrap();
    let mut program = house.start(&["serve"]);
    let at = program.address();
    let first = house.inside().accounts()[0].clone();
    let deeds = history.get_mut(&first.username).unwrap();
    let load = Load { at, peer: &post.peer, seed: 1 };
    assert_eq!(load.ask(&first.username, deeds), None);
    let link = post.letter(&first.address, |letter| letter.link.is_some()).link.unwrap();
    let set = [("password", "eindelijk binnen"), ("username", first.username.as_str())];
    Browser::at(at).post(&link, &set).leads();
    (deeds.set, deeds.passwords) = (1, vec!["eindelijk binnen".to_owned()]);
    full_disk(&house, &disk, &program, at);
    for round in 0..3 {
        let odd = Load { at, peer: &post.peer, seed: round }.run(&mut history, || {
            std::thread::sleep(Duration::from_millis(200));
            disk.fill();
            std::thread::sleep(Duration::from_millis(300));
            disk.free();
            assert!(until(at, "NIEMAND99", 303), "it goes on by itself: {}", program.last_words());
        });
        assert_eq!(odd, Vec::<String>::new(), "{}", program.last_words());
    }
    mail_leaves(&house, &Load { at, peer: &post.peer, seed: 9 }, &mut spared, &program);
    assert_eq!(locked_out(at, &mut history), Vec::<String>::new());
    program.stop().ends(0);
    let program = once_more(&house);
    history.extend([spared]);
    let known = of_somebody(house.inside().mails());
    // A mail that was taken while the disk was full could not be recorded: it goes again.
    assert_eq!(checker::mail(&history, &known, &post.letters(), 4), Vec::<String>::new());
    program.stop().ends(0);
    assert_eq!(house.inside().damage(), Vec::<String>::new());
    house.doctor();
    assert_eq!(first.address, address(1));
}
