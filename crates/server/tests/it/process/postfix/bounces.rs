//! Our mail through Postfix to a server that refuses it, or lets it wait: Postfix writes the report, which comes back through our own door,
//! and staff see on the account what that server said.

use std::net::SocketAddr;

use testkit::judges::accounts::Accounts;
use testkit::smtp_peer::{Mood, Step};

use super::super::browser::Browser;
use super::super::cluster::free_port;
use super::super::house::{House, address, list};
use super::super::journey::staff_gets_in;
use super::super::load::RESET;
use super::super::post::Post;
use super::super::program::{Program, eventually};
use super::example::{self, BOUNCES, REQUESTS};
use super::{Postfix, possible};

/// A house whose mail goes through a Postfix to a server of the world, and comes back the same way.
struct Set {
    // The program ends before the mail servers that it talks to.
    program: Program,
    clerk: Browser,
    postfix: Postfix,
    post: Post,
    house: House,
}

impl Set {
    fn start(homes: u32) -> Self {
        let (post, port) = (Post::start(), free_port());
        let house = House::sqlite();
        let plan = example::listener(port).onward(post.peer.address()).with("delay_warning_time = 1s");
        let postfix = Postfix::start(house.folder.join("postfix"), plan);
        let listen = SocketAddr::from(([127, 0, 0, 1], port)).to_string();
        let house = house
            .with("HUISSLEUTEL_SMTP_URL", &postfix.url())
            .with("HUISSLEUTEL_MAIL__INBOUND__ADDRESS", REQUESTS)
            .with("HUISSLEUTEL_MAIL__INBOUND__LISTEN", &listen)
            .with("HUISSLEUTEL_MAIL__INBOUND__BOUNCE_DOMAIN", BOUNCES)
            .furnished();
        house.import(&list(1..=homes), &["--confirm"]).ends(0);
        let invite = ["staff", "invite", "--email", "noor@beheer.test", "--role", "clerk", "--organisation", "linde"];
        house.run(&invite).ends(0);
        let mut program = house.start(&["serve"]);
        let clerk = staff_gets_in(&post, Browser::at(program.address()));
        Self { program, clerk, postfix, post, house }
    }

    fn anybody(&mut self) -> Browser {
        Browser::at(self.program.address())
    }

    /// Username and dwelling of the home with this number.
    fn home(&self, number: u32) -> (String, String) {
        let own = |it: &testkit::inside::Account| it.address == address(number);
        let found = self.house.inside().accounts().into_iter().find(own).unwrap();
        (found.username, found.dwelling)
    }

    fn ask(&mut self, number: u32) {
        let username = self.home(number).0;
        self.anybody().post(RESET, &[("username", &username)]).leads();
    }

    /// The page about the mails of a home, once it says this.
    #[track_caller]
    fn page(&mut self, number: u32, says: &[&str]) -> String {
        let path = format!("/service/woningen/{}/post/", self.home(number).1);
        let mut last = String::new();
        let found = eventually(|| {
            last = self.clerk.get(&path).body;
            says.iter().all(|text| last.contains(text)).then_some(())
        });
        assert!(found.is_some(), "{says:?}: {last}\n{}\n{}", self.postfix.log(), self.program.last_words());
        last
    }

    fn delivery(&self, number: u32) -> String {
        let all = self.house.inside().delivery();
        all.into_iter().find(|(to, _)| *to == address(number)).unwrap().1
    }

    /// Every mail has an end, and Postfix has nothing left.
    fn end(self) {
        let inside = self.house.inside();
        let quiet = eventually(|| inside.mails().iter().all(|mail| mail.state != "waiting").then_some(()));
        assert!(quiet.is_some(), "{:?}", inside.mails());
        self.postfix.empties();
        assert_eq!(Accounts::of(&inside, &self.post.peer.messages()).faults(), Vec::<String>::new());
        assert_eq!(self.post.peer.flaws(), Vec::<String>::new());
        self.postfix.is_content();
        self.program.stop().ends(0);
        self.house.doctor();
    }
}

#[test]
fn what_the_world_refuses_comes_back_and_is_shown_with_its_words() {
    if !possible() {
        return;
    }
    let mut set = Set::start(3);
    set.post.peer.for_recipient(&address(1), Mood::reply(Step::Rcpt, "550 5.1.1 nobody of that name lives here"));
    set.post.peer.for_recipient(&address(2), Mood::reply(Step::Rcpt, "552 5.2.2 no room left").times(1));
    for number in 1..=3 {
        set.ask(number);
    }
    set.post.letter(&address(3), |letter| letter.link.is_some());

    let page = set.page(1, &["Dit e-mailadres bestaat niet", "Teruggekomen", "nobody of that name lives here"]);
    assert!(!page.contains(&address(1)), "the address stays masked: {page}");
    assert_eq!(set.delivery(1), "hard");
    let dead = set.house.inside().mails().into_iter().find(|mail| mail.state == "dead").unwrap();
    assert_eq!((dead.reason.as_str(), dead.attempts), ("recipient-refused", 1));

    // Once more after some hours: by then there is room.
    set.page(2, &["no room left"]);
    assert_eq!(set.delivery(2), "soft");
    let again = |mails: Vec<testkit::inside::MailRow>| mails.iter().any(|mail| mail.state == "waiting");
    assert!(again(set.house.inside().mails()));
    set.house.inside().make_due();
    set.post.letter(&address(2), |letter| letter.link.is_some());
    assert_eq!((set.delivery(2), set.delivery(3)), ("ok".to_owned(), "ok".to_owned()));
    set.end();
}

#[test]
fn what_has_to_wait_is_said_to_wait_and_arrives() {
    if !possible() {
        return;
    }
    let mut set = Set::start(1);
    set.post.peer.for_recipient(&address(1), Mood::reply(Step::Rcpt, "450 4.2.0 come back later"));
    set.ask(1);
    set.page(1, &["Vertraagd bij een andere mailserver", "come back later"]);
    assert_eq!(set.delivery(1), "soft");
    let sent = set.house.inside().mails().into_iter().filter(|mail| mail.kind == "reset").all(|it| it.state == "sent");
    assert!(sent, "Postfix goes on by itself: we send nothing again");
    set.post.peer.calm();
    let link = set.post.letter(&address(1), |letter| letter.link.is_some()).link.unwrap();
    let username = set.home(1).0;
    let password = [("password", "vier kalme koeien grazen"), ("username", username.as_str())];
    assert_eq!(set.anybody().post(&link, &password).leads(), "/login/?after=password");
    set.page(1, &["De link in de mail is gebruikt"]);
    assert_eq!(set.delivery(1), "ok", "its owner opened it there");
    set.end();
}
