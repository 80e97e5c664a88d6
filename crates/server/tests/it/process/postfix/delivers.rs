//! Our mail through Postfix into a mailbox, where a mail reader finds what we meant. An address that it does not know is marked, and its
//! mail is a dead letter that staff can see.

use mail_parser::{Message, MessageParser, MimeHeaders as _};

use super::super::browser::Browser;
use super::super::cluster::id;
use super::super::house::{House, PROJECT, address, list};
use super::super::journey::staff_gets_in;
use super::super::load::RESET;
use super::super::post::{Post, link_in};
use super::super::program::eventually;
use super::{Plan, Postfix, possible};

/// Knows one mailbox of `example.nl`, and no other domain.
fn mailbox_of(folder: &std::path::Path, to: &str) -> Plan {
    let (at, nobody) = (folder.display(), id(&["-u", "nobody"]).unwrap());
    let main = format!(
        "smtpd_recipient_restrictions = reject_unauth_destination\nvirtual_mailbox_domains = example.nl\n\
         virtual_mailbox_base = {at}/mail\nvirtual_mailbox_maps = texthash:/etc/postfix/mailboxes\n\
         virtual_uid_maps = static:{nobody}\nvirtual_gid_maps = static:{nobody}\nvirtual_minimum_uid = 1\n"
    );
    Plan { main, files: vec![("mailboxes".to_owned(), format!("{to} {to}/\n"))], ..Plan::default() }
}

#[test]
fn a_real_mail_server_delivers_and_refuses() {
    if !possible() {
        return;
    }
    // The invitation of the colleague goes through the scripted server: Postfix knows example.nl alone.
    let post = Post::start();
    let house = House::sqlite().with("HUISSLEUTEL_SMTP_URL", &post.peer.url()).furnished();
    house.run(&["staff", "invite", "--email", "noor@beheer.test", "--role", "operator-admin"]).ends(0);
    house.import(&list(1..=2), &["--confirm"]).ends(0);
    let mut program = house.start(&["serve"]);
    let colleague = staff_gets_in(&post, Browser::at(program.address()));
    program.stop().ends(0);

    let folder = house.folder.join("postfix");
    let plan = mailbox_of(&folder, &address(1));
    let postfix = Postfix::start(folder, plan);
    let house = house.with("HUISSLEUTEL_SMTP_URL", &postfix.url());
    let mut program = house.start(&["serve"]);
    let at = program.address();
    for account in house.inside().accounts() {
        Browser::at(at).post(RESET, &[("username", &account.username)]).leads();
    }
    let bytes = postfix.mailbox(&address(1));
    let mail = MessageParser::default().parse(&bytes).unwrap();
    delivered(&mail, &bytes);
    let link = link_in(&mail.body_text(0).unwrap()).unwrap();
    let username = house.inside().accounts()[0].username.clone();
    let set = [("password", "vier kalme koeien grazen"), ("username", username.as_str())];
    assert_eq!(Browser::at(at).post(&link, &set).leads(), "/login/?after=password");
    refused(&house, &mut colleague.moved(at));
    postfix.is_content();
    program.stop().ends(0);
    house.doctor();
}

/// What a mail reader finds.
fn delivered(mail: &Message<'_>, bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).unwrap();
    let (head, body) = text.split_once("\n\n").unwrap();
    assert!(bytes.is_ascii() && text.lines().all(|line| line.len() <= 998), "7-bit, no line too long");
    assert!(body.lines().all(|line| line.len() <= 78));
    assert_eq!(mail.to().unwrap().first().unwrap().address(), Some(address(1).as_str()));
    let from = mail.from().unwrap().first().unwrap();
    assert_eq!((from.name(), from.address()), (Some("Huissleutel"), Some("sleutel@beheer.test")));
    assert_eq!(mail.subject(), Some("Kies een nieuw wachtwoord"));
    // Bounces come back to the row's own address.
    let path = head.lines().find_map(|line| line.strip_prefix("Return-Path: ")).unwrap();
    assert!(path.starts_with("<sleutel+") && path.ends_with("@beheer.test>"), "{path}");
    for once in ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"] {
        let count = head.lines().filter(|line| line.starts_with(&format!("{once}: "))).count();
        assert_eq!(count, 1, "{once} stands there once: {head}");
    }
    assert!(mail.message_id().unwrap().ends_with("@beheer.test"), "our own id, not the server's");
    let kinds: Vec<_> = mail.parts.iter().map(|part| part.content_type().unwrap().subtype().unwrap()).collect();
    assert_eq!(kinds, ["alternative", "plain", "html"], "the text comes first");
    let (plain, html) = (mail.body_text(0).unwrap(), mail.body_html(0).unwrap());
    assert!(plain.contains("‘Kies een nieuw wachtwoord’"), "letters beyond ASCII arrive: {plain}");
    assert!(link_in(&plain).is_some_and(|link| html.contains(&link)), "both parts hold the link");
}

/// The mailbox that Postfix does not know.
fn refused(house: &House, colleague: &mut Browser) {
    let inside = house.inside();
    let dead = || inside.mails().into_iter().find(|mail| mail.state == "dead");
    let dead = eventually(dead).unwrap();
    assert_eq!((dead.kind.as_str(), dead.reason.as_str()), ("reset", "recipient-refused"));
    let marked = inside.delivery().into_iter().find(|(to, _)| *to == address(2)).unwrap();
    assert_eq!(marked.1, "hard", "the address is marked");
    let page = colleague.get("/beheer/post/");
    assert!(page.status == 200 && page.body.contains("550") && !page.body.contains(&address(2)), "{}", page.body);
    let listed = house.run(&["usernames", "--project", PROJECT]).ends(0);
    let named = listed.stdout.matches("example.nl").count();
    let own = listed.stdout.matches(&address(2)).count();
    assert!(named == 2 && own == 1, "the client's own columns come back as it wrote them: {}", listed.stdout);
}
