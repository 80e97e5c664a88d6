//! Mail that comes in, by both doors of the program: what is answered with success is stored once, and what is not is tried again.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::Stdio;
use std::time::Duration;

use super::cluster::free_port;
use super::house::House;
use super::program::eventually;

const US: &str = "koppelen@beheer.test";

/// A house that takes mail, with records of its own for judging.
fn house() -> House {
    let house = House::sqlite().with("HUISSLEUTEL_MAIL__INBOUND__ADDRESS", US);
    let zone = house.write("zone", "_dmarc.linde.test TXT \"v=DMARC1; p=reject\"\n");
    house.with("HUISSLEUTEL_MAIL__INBOUND__RESOLVER", &format!("file:{zone}"))
}

fn message(number: u32) -> String {
    format!(
        "From: Els <els@linde.test>\r\nTo: {US}\r\nSubject: Koppelen\r\nMessage-ID: <{number}@linde.test>\r\n\r\n\
         Graag e-mailadres bewoner{number}@example.nl koppelen aan account ALMELO01\r\n"
    )
}

/// What the pipe of a mail server hears.
fn pipe(house: &House, arguments: &[&str], message: &[u8]) -> Option<i32> {
    let mut command = house.command(&[&["mail", "receive"], arguments].concat());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    // A program that refuses early does not read to the end.
    let _ = child.stdin.take().unwrap().write_all(message);
    child.wait().unwrap().code()
}

fn stored(house: &House, what: &'static str) -> i64 {
    let path = house.url.strip_prefix("sqlite:").unwrap();
    rusqlite::Connection::open(path).unwrap().query_row(what, [], |row| row.get(0)).unwrap()
}

const MAILS: &str = "SELECT COUNT(*) FROM inbound_mail";
const REQUESTS: &str = "SELECT COUNT(*) FROM link_request WHERE doubt = 'no-signature'";

#[test]
fn a_pipe_hears_whether_to_try_again() {
    let house = house();
    assert_eq!(pipe(&house, &[], message(1).as_bytes()), Some(75), "no key file yet: the mail must not be lost");
    house.run(&["keys", "init", &house.path("keys.toml")]).ends(0);
    assert_eq!(pipe(&house, &[], message(1).as_bytes()), Some(75), "a database that nobody used is not the right one");
    std::fs::remove_file(house.path("keys.toml")).unwrap();
    let house = house.furnished();
    let envelope = ["--from", "els@linde.test", "--to", US];
    assert_eq!(pipe(&house, &envelope, message(1).as_bytes()), Some(0));
    assert_eq!(pipe(&house, &envelope, message(1).as_bytes()), Some(0), "it did not hear the answer, and tries again");
    assert_eq!(stored(&house, MAILS), 1);
    assert_eq!(pipe(&house, &["--of", "els@linde.test"], message(2).as_bytes()), Some(75), "a mistake in master.cf");
    assert_eq!(pipe(&house, &envelope, b""), Some(65));
    assert_eq!(pipe(&house, &envelope, &vec![b'a'; 6 * 1024 * 1024]), Some(65));
    let house = house.with("HUISSLEUTEL_MAIL__INBOUND__ADDRESS", "");
    assert_eq!(
        pipe(&house, &envelope, message(2).as_bytes()),
        Some(75),
        "the setting is missing: later it may be there"
    );
    let house = house.with("HUISSLEUTEL_MAIL__INBOUND__ADRES", US);
    assert_eq!(pipe(&house, &envelope, message(2).as_bytes()), Some(75), "a typing mistake");
    assert_eq!(stored(&house, MAILS), 1);
}

/// Says all of it at once; the answers.
fn talk(at: SocketAddr, said: &str) -> String {
    let mut stream = eventually(|| TcpStream::connect(at).ok()).expect("the door opens");
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    stream.write_all(said.as_bytes()).unwrap();
    let mut answers = String::new();
    stream.read_to_string(&mut answers).unwrap();
    answers
}

#[test]
fn a_mail_server_hands_over_beside_the_pages_and_a_worker_reads_it() {
    let at = SocketAddr::from(([127, 0, 0, 1], free_port()));
    let house = house().with("HUISSLEUTEL_MAIL__INBOUND__LISTEN", &at.to_string()).furnished();
    let mut program = house.start(&["serve"]);
    program.address();
    let said = |number| {
        let message = message(number);
        format!("LHLO mx\r\nMAIL FROM:<els@linde.test>\r\nRCPT TO:<{US}>\r\nDATA\r\n{message}.\r\nQUIT\r\n")
    };
    for number in [1, 2, 1] {
        let answers = talk(at, &said(number));
        assert!(answers.contains("250 2.0.0 stored"), "{answers}");
    }
    // kill -9 takes nothing of what was answered.
    program.kill();
    assert_eq!(stored(&house, MAILS), 2);
    let mut program = house.start(&["serve"]);
    program.address();
    let read = eventually(|| (stored(&house, REQUESTS) == 2).then_some(()));
    assert!(read.is_some(), "nobody signed them: {}", program.last_words());
    program.stop().ends(0);
    house.doctor();
}
