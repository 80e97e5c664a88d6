//! What must hold of mail that comes in, whatever is in it.

use domain::email::Address;
use domain::link_request::{Asked, MOST, Reading, Residents, Text, read};
use domain::username::Skeleton;

use crate::bounce::{Read, read as read_report};
use crate::inbound::{Inbound, Sender};

/// To whom requests are sent.
const US: &str = "koppelen@huissleutel.example";

/// Takes a message apart, and reads what it asks for.
///
/// # Panics
/// When what is taken out of it is without bounds or without form.
pub fn message(bytes: &[u8]) {
    let Ok(it) = Inbound::read(bytes, "anna@corporatie.example") else { return };
    assert_eq!(Inbound::read(bytes, "anna@corporatie.example").as_ref(), Ok(&it), "read otherwise the second time");
    assert!(it.text.len() <= 256 * 1024, "a text of {} bytes", it.text.len());
    assert!(it.subject.chars().count() <= 2_000 && !it.subject.contains(char::is_control), "{:?}", it.subject);
    assert!(it.to.len() <= 200 && it.references.len() <= 40, "{} and {}", it.to.len(), it.references.len());
    for name in it.message_id.iter().chain(&it.references) {
        let fits = name.len() <= 250 && name.bytes().all(|b| b.is_ascii_graphic() && !b"<>\"()".contains(&b));
        assert!(fits, "it goes into a header of ours: {name:?}");
    }
    let sender = match &it.sender {
        Sender::One(sender) => Some(sender),
        Sender::Unusable => None,
    };
    let own: Vec<Address> = sender.into_iter().chain(&it.to).cloned().collect();
    asked(&it.subject, &it.text, &own);
}

/// Reads what a text asks for.
///
/// # Panics
/// When something is made up.
pub fn request(text: &str) {
    let (subject, body) = text.split_once('\x1e').unwrap_or(("", text));
    let own: Vec<Address> = Address::parse(US).into_iter().collect();
    asked(subject, body, &own);
}

fn asked(subject: &str, body: &str, own: &[Address]) {
    let text = Text { subject, body, own };
    let reading = read(text);
    assert_eq!(reading, read(text), "read otherwise the second time");
    let Reading::Requests(all) = reading else { return };
    assert!((1..=MOST).contains(&all.len()), "{} requests", all.len());
    let plain = subject.is_ascii() && body.is_ascii();
    for one in &all {
        assert_eq!(Skeleton::typed(&one.account).as_ref(), Some(&one.skeleton), "another account than it says");
        assert_eq!(one.first.is_some(), one.residents == Some(Residents::New), "who comes, comes on a day: {one:?}");
        assert!(own.iter().all(|own| own.search_key() != one.address.search_key()), "our own address: {one:?}");
        // Beyond ASCII, signs are read as the ones that they look like; what nobody sees is read by nobody.
        assert!(!plain || stands_there(one, subject, body), "made up: {one:?}");
        let other = |it: &&Asked| it.skeleton == one.skeleton && it.address.search_key() != one.address.search_key();
        assert!(!all.iter().any(|it| other(&it)), "two addresses for one account: {one:?}");
    }
}

fn stands_there(one: &Asked, subject: &str, body: &str) -> bool {
    let address = one.address.as_str().to_ascii_lowercase();
    let seen = |sign: &char| !sign.is_ascii_control() || matches!(sign, '\n' | '\t');
    let [subject, body] =
        [subject, body].map(|text| text.chars().filter(seen).collect::<String>().to_ascii_lowercase());
    let has = |text: &str| subject.contains(text) || body.contains(text);
    has(&address) && has(&one.account.to_ascii_lowercase())
}

/// Reads what came back.
///
/// # Panics
/// When what is read is without bounds or without form.
pub fn report(bytes: &[u8]) {
    let read = read_report(bytes);
    assert_eq!(read, read_report(bytes), "read otherwise the second time");
    let Read::Report(report) = read else { return };
    assert!((1..=50).contains(&report.told.len()), "{} recipients", report.told.len());
    let line = |text: &str| text.chars().count() <= 400 && !text.contains(char::is_control);
    assert!(report.server.iter().all(|name| line(name)), "{:?}", report.server);
    for told in &report.told {
        assert!(line(&told.said) && told.server.iter().all(|name| line(name)), "not fit to keep: {told:?}");
    }
}
