//! The whole way on real input, on both engines: from the key file to a resident and a colleague who are signed in; and
//! what the commands say when something is wrong.

use std::os::unix::fs::PermissionsExt as _;

use crypto::clock::Clock;
use crypto::totp;

use super::browser::Browser;
use super::house::{House, PROJECT, address, list};
use super::load::RESET;
use super::post::{Letter, Post};
use super::program::eventually;

const PASSWORD: &str = "vier kalme koeien grazen";

/// Rows that nobody can use, behind good ones.
fn with_faults() -> String {
    format!("{}V00004;Lindelaan;4;;nergens;Almelo;bewoner4@\r\n;;;;;;zonder@example.nl\r\n", list(1..=3))
}

fn staff_invited(house: &House) {
    house.run(&["staff", "invite", "--email", "noor@beheer.test", "--role", "operator-admin"]).ends(0);
}

fn list_comes_in(house: &House) {
    let dry = house.import(&with_faults(), &[]).ends(3);
    assert!(dry.stdout.contains("Lindelaan 1") && house.inside().homes() == 0, "{dry:?}");
    house.import(&list(1..=3), &[]).ends(0);
    assert_eq!(house.inside().homes(), 0, "a dry run writes nothing");
    house.import(&list(1..=3), &["--confirm"]).ends(0);
    let there = house.inside().accounts();
    assert_eq!(super::checker::homes(&there, 3), Vec::<String>::new());
    let json = house.import(&list(1..=3), &["--confirm", "--format", "json"]).ends(0);
    let report: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(report.pointer("/counts/unchanged"), Some(&3.into()), "{report}");
    assert_eq!(house.inside().accounts(), there, "the same list again changes nothing");
}

fn list_goes_back(house: &House) {
    let out = house.path("gebruikersnamen.csv");
    house.run(&["usernames", "--project", PROJECT, "--out", &out]).ends(0);
    let text = std::fs::read_to_string(out).unwrap();
    let mut sheet =
        csv::ReaderBuilder::new().delimiter(b';').from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let column = |sheet: &mut csv::Reader<&[u8]>, name: &str| {
        sheet.headers().unwrap().iter().position(|title| title == name).unwrap()
    };
    let (number, username) = (column(&mut sheet, "VHE-nummer"), column(&mut sheet, "Gebruikersnaam"));
    let rows: Vec<_> = sheet.records().map(|row| row.unwrap()).collect();
    let known = house.inside().accounts();
    assert_eq!(rows.len(), known.len());
    for account in known {
        assert!(rows.iter().any(|row| row[number] == *account.number && row[username] == *account.username));
    }
}

fn resident_gets_in(house: &House, post: &Post, mut browser: Browser) {
    let account = house.inside().accounts().into_iter().find(|account| account.address == address(2)).unwrap();
    let name = account.username.as_str();
    assert!(browser.get(&format!("{RESET}?username={name}")).body.contains(name));
    let asked = browser.post(RESET, &[("username", name)]);
    let answer = browser.get(asked.leads());
    assert!(answer.status == 200 && !answer.body.contains(&address(2)));
    let mail = post.letter(&address(2), |letter| letter.link.is_some());
    assert!(!mail.text.contains(name), "an address nobody confirmed is told no username");
    let link = mail.link.unwrap();
    for _ in 0..3 {
        assert_eq!(browser.get(&link).status, 200, "opening the link changes nothing");
    }
    assert_eq!(browser.post(&link, &[("password", "kort"), ("username", name)]).status, 422);
    let set = browser.post(&link, &[("password", PASSWORD), ("username", name)]);
    assert_eq!(set.leads(), "/login/?after=password");
    assert_eq!(browser.get(&link).status, 410, "a link works once");
    signed_in(&mut browser, name);
    post.letter(&address(2), |letter| letter.link.is_none());
}

fn signed_in(browser: &mut Browser, name: &str) {
    let wrong = browser.post("/login/", &[("username", name), ("password", "een ander wachtwoord")]);
    assert_eq!(wrong.status, 401);
    assert_eq!(browser.post("/login/", &[("username", name), ("password", PASSWORD)]).leads(), "/");
    let start = browser.get("/").body;
    assert!(
        start.contains(name) && start.contains("Lindelaan 2") && start.contains("Woonstichting De Linde"),
        "{start}"
    );
    assert_eq!(browser.get("/beheer/post/").status, 403);
    assert_eq!(browser.post("/logout/", &[]).status, 303);
    assert_eq!(browser.get("/").status, 303);
}

/// The secret that the page shows to type over.
fn secret_on(page: &str) -> totp::Secret {
    let shown = page.split_once("hs-code--long\">").and_then(|(_, rest)| rest.split_once('<')).unwrap().0;
    let signs = shown.bytes().filter(u8::is_ascii_alphanumeric).map(|sign| match sign {
        b'A'..=b'Z' => sign - b'A',
        _ => sign - b'2' + 26,
    });
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0);
    for sign in signs {
        bits = bits << 5 | u32::from(sign);
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).unwrap());
        }
    }
    totp::Secret::from_bytes(&bytes).unwrap()
}

/// A colleague accepts the invitation; the browser is signed in afterwards.
pub(super) fn staff_gets_in(post: &Post, mut browser: Browser) -> Browser {
    let mail: Letter = post.letter("noor@beheer.test", |letter| letter.link.is_some());
    let link = mail.link.unwrap();
    assert!(link.starts_with("/invitation/"), "{link}");
    browser.post(&link, &[("password", PASSWORD)]).leads();
    let secret = secret_on(&browser.get(&link).body);
    let code = totp::code_at(&secret, Clock::system().now());
    browser.post(&link, &[("code", &code)]).leads();
    let codes = browser.get(&link);
    assert!(codes.status == 200 && codes.body.contains("id=\"codes\""), "{}", codes.body);
    assert!(browser.get("/").body.contains("noor@beheer.test"));
    browser
}

fn whole_way(house: House) {
    let post = Post::start();
    let house = house.with("HUISSLEUTEL_SMTP_URL", &post.peer.url()).furnished();
    staff_invited(&house);
    list_comes_in(&house);
    list_goes_back(&house);
    let mut program = house.start(&["serve"]);
    let at = program.address();
    assert_eq!(Browser::at(at).get("/healthz").status, 200);
    assert!(eventually(|| (Browser::at(at).get("/readyz").status == 200).then_some(())).is_some());
    resident_gets_in(&house, &post, Browser::at(at));
    let mut colleague = staff_gets_in(&post, Browser::at(at));
    assert_eq!(colleague.get("/beheer/post/").status, 200);
    Browser::at(at).post(RESET, &[("username", &house.inside().accounts()[0].username)]);
    let said = program.stop().ends(0);
    assert!(!said.stderr.contains("\"ERROR\"") && !said.stderr.contains(PASSWORD), "{}", said.stderr);
    assert!(!said.stderr.contains("bewoner2@"), "no address in the log: {}", said.stderr);
    // What was asked just before the end leaves now, or has left already.
    let mut again = house.start(&["serve"]);
    again.address();
    post.letter(&address(1), |letter| letter.link.is_some());
    again.stop().ends(0);
    assert_eq!(post.peer.flaws(), Vec::<String>::new());
    house.doctor();
}

#[test]
fn from_the_key_file_to_people_who_are_signed_in() {
    House::each().for_each(whole_way);
}

#[test]
fn pages_and_work_in_two_processes() {
    for house in House::each() {
        let post = Post::start();
        let house = house.with("HUISSLEUTEL_SMTP_URL", &post.peer.url()).furnished();
        staff_invited(&house);
        house.import(&list(1..=3), &["--confirm"]).ends(0);
        let mut pages = house.start(&["serve", "--no-worker"]);
        let at = pages.address();
        assert_eq!(Browser::at(at).get("/readyz").status, 200);
        for account in house.inside().accounts() {
            Browser::at(at).post(RESET, &[("username", &account.username)]).leads();
        }
        assert_eq!(post.peer.count(), 0, "without a worker no mail leaves");
        let workers = [house.start(&["worker"]), house.start(&["worker"])];
        resident_gets_in(&house, &post, Browser::at(at));
        staff_gets_in(&post, Browser::at(at));
        let waiting = || house.inside().mails().iter().filter(|mail| mail.state == "waiting").count();
        assert!(eventually(|| (waiting() == 0).then_some(())).is_some());
        let ids: std::collections::BTreeSet<_> = post.letters().into_iter().map(|letter| letter.id).collect();
        assert_eq!(ids.len(), post.peer.count(), "two workers send no mail twice");
        for worker in workers {
            worker.stop().ends(0);
        }
        pages.stop().ends(0);
        house.doctor();
    }
}

#[test]
fn failures_are_told_in_one_line() {
    let house = House::sqlite().furnished();
    let list = house.write("lijst.csv", &list(1..=1));
    let not_toml = house.write("kapot.toml", "brand = [");
    let unknown = house.write("vreemd.toml", "lissten = \"127.0.0.1:1\"");
    for (arguments, code, says) in [
        (&["import", "--project", "linde/nergens", &list][..], 1, "linde/nergens"),
        (&["import", "--project", PROJECT, "nergens.csv"], 1, "nergens.csv"),
        (&["import", "--project", "linde", &list], 2, "--project"),
        (&["usernames", "--project", "linde/nergens"], 1, "linde/nergens"),
        (&["usernames", "--project", PROJECT, "--out", "nergens/lijst.csv"], 1, "nergens"),
        (
            &["project", "add", "--organisation", "nergens", "--name", "N", "--slug", "nieuw", "--prefix", "NN"],
            1,
            "nergens",
        ),
        (
            &["project", "add", "--organisation", "linde", "--name", "N", "--slug", "nieuw", "--prefix", "N1"],
            2,
            "--prefix",
        ),
        (&["organisation", "add", "--name", "N", "--slug", "linde"], 1, "linde"),
        (&["staff", "invite", "--email", "noor", "--role", "auditor"], 1, "no @"),
        (&["staff", "invite", "--email", "a@example.nl", "--role", "baas"], 2, "baas"),
        (&["staff", "invite", "--email", "a@example.nl", "--role", "clerk"], 1, "organisation"),
        (&["staff", "invite", "--email", "a@example.nl", "--role", "clerk", "--organisation", "nergens"], 1, "nergens"),
        (&["keys", "init", "keys.toml"], 1, "keys.toml"),
        (&["nergens"], 2, "nergens"),
        (&["migrate", "--config", "nergens.toml"], 1, "nergens.toml"),
        (&["migrate", "--config", &not_toml], 1, "kapot.toml line 1"),
        (&["migrate", "--config", &unknown], 1, "lissten"),
    ] {
        let said = house.run(arguments).ends(code);
        assert!(said.complaint().contains(says), "{arguments:?}: {said:?}");
    }
    house.doctor();
}

#[test]
fn settings_that_are_wrong_keep_it_from_starting() {
    for (key, value, says) in [
        ("HUISSLEUTEL_PUBLIC_URL", "", "public_url"),
        ("HUISSLEUTEL_SMTP_URL", "", "smtp_url"),
        ("HUISSLEUTEL_MAIL_FROM", "", "mail_from"),
        ("HUISSLEUTEL_SECRET_KEY_FILE", "", "secret_key_file"),
        ("HUISSLEUTEL_PUBLIC_URL", "http://sleutel.example.nl", "localhost only"),
        ("HUISSLEUTEL_PUBLIC_URL", "https://sleutel.example.nl/pad", "HUISSLEUTEL_PUBLIC_URL"),
        ("HUISSLEUTEL_SMTP_URL", "smtp://jan:geheim@mail.example.nl?tls=none", "tls=required"),
        ("HUISSLEUTEL_LISTEN", "overal", "HUISSLEUTEL_LISTEN"),
        ("HUISSLEUTEL_LISTEN", "192.0.2.1:80", "192.0.2.1"),
        ("HUISSLEUTEL_DATABASE_URL", "mysql://host/db", "HUISSLEUTEL_DATABASE_URL"),
        ("HUISSLEUTEL_PUBLIC_ULR", "https://sleutel.example.nl", "HUISSLEUTEL_PUBLIC_URL"),
        ("HUISSLEUTEL_PASSWORD__MIN_LENGTH", "4", "HUISSLEUTEL_PASSWORD__MIN_LENGTH"),
        ("HUISSLEUTEL_SECRET_KEY_FILE", "nergens.toml", "nergens.toml"),
    ] {
        let house = House::sqlite().furnished().with(key, value);
        let said = house.run(&["serve"]).ends(1);
        assert!(said.complaint().contains(says) && !said.stderr.contains("geheim"), "{key}={value}: {said:?}");
    }
}

#[test]
fn a_wrong_or_open_key_file_keeps_it_from_starting() {
    for house in House::each() {
        let house = house.furnished();
        house.import(&list(1..=1), &["--confirm"]).ends(0);
        let other = house.path("andere.toml");
        house.run(&["keys", "init", &other]).ends(0);
        let own = house.path("keys.toml");
        let mode = std::fs::metadata(&own).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "made for its owner alone");
        let house = house.with("HUISSLEUTEL_SECRET_KEY_FILE", &other);
        for command in [&["serve"][..], &["worker"], &["migrate"], &["usernames", "--project", PROJECT]] {
            let said = house.run(command).ends(1);
            assert!(said.complaint().contains("does not belong to this database"), "{said:?}");
        }
        let said = house.run(&["doctor"]).ends(1);
        assert!(said.stdout.contains("FAULT keys and database"), "{said:?}");
        let house = house.with("HUISSLEUTEL_SECRET_KEY_FILE", &own);
        std::fs::set_permissions(&own, std::fs::Permissions::from_mode(0o644)).unwrap();
        let said = house.run(&["serve"]).ends(1);
        assert!(said.complaint().contains("keys.toml"), "{said:?}");
        std::fs::set_permissions(&own, std::fs::Permissions::from_mode(0o600)).unwrap();
        house.doctor();
    }
}
