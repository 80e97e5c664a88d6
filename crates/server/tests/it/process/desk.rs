//! The desk of a clerk who sends lists in the page, while the program dies under them: at a stage of a list that is watched
//! from outside, exactly when it begins or a moment later.

use std::collections::BTreeMap;
use std::io;
use std::time::Duration;

use crypto::chance::Chance;
use testkit::inside::{Inside, ListSeen};

use super::browser::{Answer, Browser};
use super::house::House;
use super::journey::staff_gets_in;
use super::load::below;
use super::post::Post;
use super::program::{Program, eventually};

/// Where the lists of the project of all tests are.
pub(super) const LISTS: &str = "/service/projecten/linde/de-hagen/lijst/";

/// How often a stage is looked for, and the pause between two looks: shorter than any stage, a minute together.
const LOOKS: u32 = 200_000;
const PAUSE: Duration = Duration::from_micros(200);
/// How long after the beginning of a stage the program dies at the latest, in microseconds.
const LATE: u64 = 20_000;

/// How far a list is; in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    /// Its bytes come in.
    Arriving,
    /// Its upload is read, its copy written.
    Reading,
    /// The copy has taken its place; its rows are judged.
    Judging,
    /// It waits for somebody to confirm it.
    Waiting,
    /// Confirmed, and no row is applied yet.
    Confirmed,
    Applying,
    Applied,
    /// Some rows are taken back.
    Undoing,
    Undone,
    /// Thrown away, or no list.
    Over,
}

impl Stage {
    /// Those in which the program must have died in every run.
    pub(super) const DEADLY: [Self; 7] =
        [Self::Arriving, Self::Reading, Self::Judging, Self::Waiting, Self::Confirmed, Self::Applying, Self::Undoing];

    pub(super) fn of(list: &ListSeen) -> Self {
        match list.state.as_str() {
            "arriving" => Self::Arriving,
            "reading" if list.uploads > 0 => Self::Reading,
            "reading" => Self::Judging,
            "judged" => Self::Waiting,
            "confirmed" if list.cursor == 0 => Self::Confirmed,
            "confirmed" => Self::Applying,
            "applied" if list.undone == 0 => Self::Applied,
            "applied" if list.undone < list.rows => Self::Undoing,
            "applied" => Self::Undone,
            _ => Self::Over,
        }
    }
}

/// A house with a clerk in it.
pub(super) struct Desk {
    pub(super) house: House,
    pub(super) deaths: BTreeMap<Stage, u32>,
    clerk: Browser,
    program: Option<Program>,
    _post: Post,
}

impl Desk {
    /// In a furnished house: the clerk is signed in, and the program runs.
    pub(super) fn open(mut house: House) -> Self {
        let post = Post::start();
        house.set("HUISSLEUTEL_SMTP_URL", &post.peer.url());
        let invite = ["staff", "invite", "--email", "noor@beheer.test", "--role", "clerk", "--organisation", "linde"];
        house.run(&invite).ends(0);
        let mut program = house.start(&["serve"]);
        let clerk = staff_gets_in(&post, Browser::at(program.address()));
        Self { house, deaths: BTreeMap::new(), clerk, program: Some(program), _post: post }
    }

    /// The clerk's browser, while the program runs.
    pub(super) fn clerk(&mut self) -> &mut Browser {
        assert!(self.program.is_some(), "nobody answers");
        &mut self.clerk
    }

    /// The program runs again, a minute later: what the killed one had to itself is free.
    pub(super) fn rise(&mut self) {
        self.house.inside().end_leases();
        self.rise_at_once();
    }

    /// The program runs again, and what the killed one had to itself is not free.
    pub(super) fn rise_at_once(&mut self) {
        let mut program = self.house.start(&["serve"]);
        self.clerk = self.clerk.clone().moved(program.address());
        self.program = Some(program);
    }

    /// kill -9, whatever is under way.
    pub(super) fn fall(&mut self) {
        self.program.take().unwrap().kill();
    }

    /// SIGTERM.
    pub(super) fn close(&mut self) {
        self.program.take().unwrap().stop().ends(0);
    }

    /// kill -9 once a list has come so far, or a moment later, while the clerk acts; what was answered.
    pub(super) fn fall_during(
        &mut self,
        chance: &Chance,
        reached: impl Fn(&Inside) -> bool,
        act: impl FnOnce(&mut Browser) -> io::Result<Answer> + Send,
    ) -> Option<Answer> {
        let late = Duration::from_micros(below(chance, 2) * below(chance, LATE));
        let (inside, mut program, clerk) = (self.house.inside(), self.program.take().unwrap(), &mut self.clerk);
        std::thread::scope(|scope| {
            let acting = scope.spawn(move || act(clerk).ok());
            watch(&inside, &reached, &program);
            std::thread::sleep(late);
            program.kill();
            // Honest, and no answer: it may have come through or not.
            acting.join().unwrap().filter(|answer| answer.status != 503)
        })
    }

    /// A form, sent again for as long as nobody knows what became of it.
    #[track_caller]
    pub(super) fn press(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let sure = || Some(self.clerk().post(path, fields)).filter(|answer| answer.status != 503);
        eventually(sure).expect("an answer that says what became of it")
    }

    /// The same while nobody acts.
    pub(super) fn fall_when(&mut self, chance: &Chance, reached: impl Fn(&Inside) -> bool) {
        self.fall_during(chance, reached, |_| Err(io::Error::other("nothing was asked")));
    }

    /// How far the list is; the stage in which the program died is counted.
    pub(super) fn found(&mut self, id: &str) -> ListSeen {
        let list = self.house.inside().one_list(id).expect("what was there is there");
        *self.deaths.entry(Stage::of(&list)).or_default() += 1;
        list
    }

    /// Waits until a list has come to a stage.
    #[track_caller]
    pub(super) fn until(&self, id: &str, stage: Stage) -> ListSeen {
        let inside = self.house.inside();
        let there = || inside.one_list(id).filter(|list| Stage::of(list) >= stage);
        let list = eventually(there);
        let list = list.unwrap_or_else(|| panic!("never {stage:?}: {:?}\n{}", inside.one_list(id), self.last_words()));
        assert_eq!(Stage::of(&list), stage, "{list:?}\n{}", self.last_words());
        list
    }

    fn last_words(&self) -> String {
        self.program.as_ref().map(Program::last_words).unwrap_or_default()
    }
}

/// Looks until it has come so far.
fn watch(inside: &Inside, reached: &impl Fn(&Inside) -> bool, program: &Program) {
    for _ in 0..LOOKS {
        if reached(inside) {
            return;
        }
        std::thread::sleep(PAUSE);
    }
    panic!("never came so far: {:?}\n{}", inside.newest_list(), program.last_words());
}
