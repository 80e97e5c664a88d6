//! Mail for the mailbox of requests, through Postfix and either of our two doors: each message is there once, whatever is away for a while
//! between them, and what can never be taken goes back to its sender.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::os::unix::fs::chown;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use rustix::process::Signal;

use super::super::cluster::{Cluster, free_port, id};
use super::super::house::House;
use super::super::post::Post;
use super::super::program::{Program, eventually};
use super::example::{self, BOUNCES, REQUESTS};
use super::{Plan, Postfix, possible};

const ELS: &str = "els@linde.test";

/// That takes mail, and judges by records of its own.
fn taking(house: House) -> House {
    let zone = house.write("zone", "_dmarc.linde.test TXT \"v=DMARC1; p=reject\"\n");
    house
        .with("HUISSLEUTEL_MAIL__INBOUND__ADDRESS", REQUESTS)
        .with("HUISSLEUTEL_MAIL__INBOUND__BOUNCE_DOMAIN", BOUNCES)
        .with("HUISSLEUTEL_MAIL__INBOUND__RESOLVER", &format!("file:{zone}"))
}

/// The pipe of this house. Postfix runs it as somebody who is nobody: what is in the folder becomes theirs.
fn pipe(house: &House) -> Plan {
    let program = house.path("huissleutel");
    std::fs::copy(env!("CARGO_BIN_EXE_huissleutel"), &program).unwrap();
    let settings = house.settings_file();
    let nobody = id(&["-u", "nobody"]);
    chown(&house.folder, nobody, None).unwrap();
    for entry in std::fs::read_dir(&house.folder).unwrap() {
        chown(entry.unwrap().path(), nobody, None).unwrap();
    }
    example::pipe(&program, &settings)
}

fn message(number: u32, filling: usize) -> String {
    let filling = "Dit is een lange brief met niets erin dat iemand iets vraagt.\r\n".repeat(filling);
    format!(
        "From: Els <{ELS}>\r\nTo: {REQUESTS}\r\nSubject: Koppelen\r\nMessage-ID: <{number}@linde.test>\r\n\
         Date: Mon, 23 Nov 2026 12:00:00 +0100\r\n\r\n\
         Graag e-mailadres bewoner{number}@example.nl koppelen aan account ALMELO{number:02}\r\n{filling}"
    )
}

/// What must be there in the end: so many messages, all of them read, and so many requests.
#[track_caller]
fn there_are(house: &House, program: &Program, postfix: &Postfix, messages: usize, requests: usize) {
    let seen = || (house.inside().came_in(), house.inside().waiting_to_be_read(), house.inside().requests());
    let right = eventually(|| (seen() == (messages, 0, requests)).then_some(()));
    assert!(right.is_some(), "{:?}\n{}\n{}", seen(), postfix.log(), program.last_words());
    postfix.empties();
    assert_eq!(seen(), (messages, 0, requests));
}

fn serving(house: &House) -> Program {
    let mut program = house.start(&["serve"]);
    program.address();
    program
}

/// What every door does, whatever it is called; `away` takes something away that it needs, and `back` brings it back.
fn each_mail_once(house: &House, (postfix, post): (&Postfix, &Post), status: &str, away: fn(&House), back: fn(&House)) {
    let program = serving(house);
    postfix.give(ELS, &[REQUESTS], &message(1, 0));
    there_are(house, &program, postfix, 1, 1);
    postfix.give(ELS, &[REQUESTS, "koppelen+twee@post.example.nl"], &message(2, 0));
    there_are(house, &program, postfix, 2, 2);
    // A bounce asks for nothing: its sender came through as nobody.
    postfix.give("", &[REQUESTS], &message(3, 0));
    there_are(house, &program, postfix, 3, 2);
    postfix.give(ELS, &[REQUESTS], &message(4, 90_000));
    let returned = || post.peer.messages().into_iter().find(|it| it.from.is_empty() && it.to == [ELS]);
    let returned = eventually(returned).unwrap_or_else(|| panic!("it does not come back: {}", postfix.log()));
    let told = String::from_utf8_lossy(&returned.bytes).into_owned();
    assert!(told.contains(status) && told.contains("Action: failed"), "{told}");
    there_are(house, &program, postfix, 3, 2);

    program.stop().ends(0);
    away(house);
    let before = postfix.log().matches("status=deferred").count();
    postfix.give(ELS, &[REQUESTS], &message(5, 0));
    postfix.says("status=deferred", before + 2);
    assert_eq!((house.inside().came_in(), postfix.queued()), (3, 1), "Postfix keeps it");
    back(house);
    let program = serving(house);
    there_are(house, &program, postfix, 4, 3);
    assert_eq!(post.peer.count(), 1, "nothing else came back");
    postfix.is_content();
    program.stop().ends(0);
    house.doctor();
}

#[test]
fn a_listener_behind_postfix_takes_each_mail_once() {
    if !possible() {
        return;
    }
    let (post, port) = (Post::start(), free_port());
    let listen = SocketAddr::from(([127, 0, 0, 1], port)).to_string();
    let house = taking(House::sqlite()).with("HUISSLEUTEL_MAIL__INBOUND__LISTEN", &listen).furnished();
    let plan = example::listener(port).onward(post.peer.address());
    let postfix = Postfix::start(house.folder.join("postfix"), plan);
    // While the program does not run, nobody answers.
    each_mail_once(&house, (&postfix, &post), "Status: 5.3.4", |_| (), |_| ());
}

#[test]
fn a_pipe_behind_postfix_takes_each_mail_once() {
    if !possible() {
        return;
    }
    let post = Post::start();
    let house = taking(House::sqlite()).furnished();
    let postfix = Postfix::start(house.folder.join("postfix"), pipe(&house).onward(post.peer.address()));
    let away = |house: &House| std::fs::rename(house.path("keys.toml"), house.path("away")).unwrap();
    let back = |house: &House| std::fs::rename(house.path("away"), house.path("keys.toml")).unwrap();
    each_mail_once(&house, (&postfix, &post), "Status: 5.6.0", away, back);
}

#[test]
fn while_the_database_is_away_postfix_keeps_the_mail() {
    if !possible() {
        return;
    }
    let Some(mut cluster) = Cluster::start() else { return };
    let (post, port) = (Post::start(), free_port());
    let listen = SocketAddr::from(([127, 0, 0, 1], port)).to_string();
    let house = taking(House::at(testkit::engines::folder(), cluster.url()));
    let house = house.with("HUISSLEUTEL_MAIL__INBOUND__LISTEN", &listen).furnished();
    let plans = [example::listener(port), pipe(&house)].map(|plan| plan.onward(post.peer.address()));
    let program = serving(&house);
    let mut number = 0;
    let doors = plans.map(|plan| {
        number += 1;
        Postfix::start(house.folder.join(format!("postfix-{number}")), plan)
    });
    cluster.fall(Signal::KILL);
    for (postfix, number) in doors.iter().zip(1..) {
        postfix.give(ELS, &[REQUESTS], &message(number, 0));
    }
    for postfix in &doors {
        postfix.says("status=deferred", 1);
    }
    cluster.rise();
    for postfix in &doors {
        there_are(&house, &program, postfix, 2, 2);
    }
    assert_eq!(post.peer.count(), 0, "nothing came back");
    program.stop().ends(0);
}

/// A wire to the listener that breaks once: when the answer to a message is on its way.
struct Wire {
    port: u16,
    breaks: Arc<AtomicUsize>,
    over: Arc<AtomicBool>,
}

impl Wire {
    fn to(door: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let port = listener.local_addr().unwrap().port();
        let (breaks, over) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        let (broken, ended) = (Arc::clone(&breaks), Arc::clone(&over));
        std::thread::spawn(move || {
            while !ended.load(Ordering::SeqCst) {
                match listener.accept() {
                    Ok((stream, _)) => through(stream, door, &broken),
                    Err(_) => std::thread::sleep(Duration::from_millis(5)),
                }
            }
        });
        Self { port, breaks, over }
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.over.store(true, Ordering::SeqCst);
    }
}

/// One conversation; its end, too.
fn through(mut near: TcpStream, door: SocketAddr, breaks: &AtomicUsize) {
    let Ok(mut far) = TcpStream::connect(door) else { return };
    near.set_nonblocking(false).unwrap();
    let (mut up, mut into) = (near.try_clone().unwrap(), far.try_clone().unwrap());
    let sending = std::thread::spawn(move || {
        let _ = std::io::copy(&mut up, &mut into);
        let _ = into.shutdown(Shutdown::Both);
    });
    let mut bytes = [0; 8_192];
    while let Ok(n @ 1..) = far.read(&mut bytes) {
        let answer = bytes.get(..n).unwrap_or_default();
        if answer.starts_with(b"250 2.0.0 stored") && breaks.fetch_add(1, Ordering::SeqCst) == 0 {
            break;
        }
        if near.write_all(answer).is_err() {
            break;
        }
    }
    let _ = near.shutdown(Shutdown::Both);
    let _ = far.shutdown(Shutdown::Both);
    sending.join().unwrap();
}

#[test]
fn an_answer_that_never_came_leads_to_no_second_request() {
    if !possible() {
        return;
    }
    let (post, door) = (Post::start(), SocketAddr::from(([127, 0, 0, 1], free_port())));
    let wire = Wire::to(door);
    let house = taking(House::sqlite()).with("HUISSLEUTEL_MAIL__INBOUND__LISTEN", &door.to_string()).furnished();
    let plan = example::listener(wire.port).onward(post.peer.address());
    let postfix = Postfix::start(house.folder.join("postfix"), plan);
    let program = serving(&house);
    postfix.give(ELS, &[REQUESTS], &message(1, 0));
    postfix.says("message may be sent more than once", 1);
    postfix.says("status=sent (250 2.0.0 stored)", 1);
    assert_eq!(wire.breaks.load(Ordering::SeqCst), 2, "it was handed over twice");
    there_are(&house, &program, &postfix, 1, 1);
    program.stop().ends(0);
}
