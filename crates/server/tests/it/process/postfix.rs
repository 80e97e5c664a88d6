//! Postfix as judge: other people's mail server takes our mail, delivers it into a mailbox, and a mail reader finds in it
//! what we meant. An address it does not know is marked, and its mail is a dead letter that staff can see.

use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};

use mail_parser::{Message, MessageParser, MimeHeaders as _};

use super::browser::Browser;
use super::cluster::{Guardian, free_port, id};
use super::house::{House, address, list};
use super::journey::staff_gets_in;
use super::load::RESET;
use super::post::{Post, link_in};
use super::program::eventually;

const RUN: &str = r#"postfix -c "$FOLDER/etc" start >>"$FOLDER/said" 2>&1 || exit 1
master=$(cat "$FOLDER/queue/pid/master.pid")
touch "$FOLDER/started"
cat >/dev/null
kill $master"#;

/// A Postfix with queue, configuration and mailboxes in a folder of its own; knows the given mailboxes of `example.nl`.
struct Postfix {
    _server: Guardian,
    folder: PathBuf,
    port: u16,
}

impl Postfix {
    fn start(folder: PathBuf, mailboxes: &[String]) -> Self {
        let port = free_port();
        for part in ["etc", "queue", "data", "mail"] {
            std::fs::create_dir_all(folder.join(part)).unwrap();
        }
        let (user, nobody) = (id(&["-u", "postfix"]).unwrap(), id(&["-u", "nobody"]).unwrap());
        chown(folder.join("data"), Some(user), None).unwrap();
        chown(folder.join("mail"), Some(nobody), None).unwrap();
        let at = folder.display();
        let main = format!(
            "compatibility_level = 3.6\nqueue_directory = {at}/queue\ndata_directory = {at}/data\n\
             maillog_file = {at}/log\nmaillog_file_prefixes = {at}\ninet_interfaces = 127.0.0.1\n\
             inet_protocols = ipv4\nmyhostname = mx.example.nl\nmydestination =\nlocal_transport = error:none\n\
             alias_maps =\nalias_database =\nmynetworks = 127.0.0.0/8\nsmtpd_relay_restrictions = permit_mynetworks, reject\n\
             smtpd_recipient_restrictions = reject_unauth_destination\nsmtpd_forbid_bare_newline = reject\n\
             strict_rfc821_envelopes = yes\nstrict_mime_encoding_domain = yes\nstrict_7bit_headers = yes\n\
             strict_8bitmime_body = yes\ndisable_dns_lookups = yes\nsmtp_host_lookup = native\n\
             virtual_mailbox_domains = example.nl\nvirtual_mailbox_base = {at}/mail\n\
             virtual_mailbox_maps = texthash:{at}/etc/mailboxes\nvirtual_uid_maps = static:{nobody}\n\
             virtual_gid_maps = static:{nobody}\nvirtual_minimum_uid = 1\n"
        );
        let services = "pickup unix n - n 60 1 pickup\ncleanup unix n - n - 0 cleanup\nqmgr unix n - n 300 1 qmgr\n\
             rewrite unix - - n - - trivial-rewrite\nbounce unix - - n - 0 bounce\ndefer unix - - n - 0 bounce\n\
             trace unix - - n - 0 bounce\nverify unix - - n - 1 verify\nflush unix n - n 1000? 0 flush\n\
             proxymap unix - - n - - proxymap\nshowq unix n - n - - showq\nerror unix - - n - - error\n\
             retry unix - - n - - error\nvirtual unix - n n - - virtual\nanvil unix - - n - 1 anvil\n\
             postlog unix-dgram n - n - 1 postlogd\n";
        let master = format!("127.0.0.1:{port} inet n - n - - smtpd\n{services}");
        let maps: String = mailboxes.iter().map(|to| format!("{to} {to}/\n")).collect();
        for (name, text) in [("main.cf", main), ("master.cf", master), ("mailboxes", maps)] {
            std::fs::write(folder.join("etc").join(name), text).unwrap();
        }
        let server = Guardian::start(RUN, &[("FOLDER", &at.to_string())], None);
        let started = eventually(|| folder.join("started").exists().then_some(()));
        let postfix = Self { _server: server, folder, port };
        assert!(started.is_some(), "Postfix does not start: {}", postfix.log());
        postfix
    }

    fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    fn log(&self) -> String {
        let read = |name: &str| std::fs::read_to_string(self.folder.join(name)).unwrap_or_default();
        format!("{}\n{}", read("said"), read("log"))
    }

    /// What lies in a mailbox, once something does.
    fn mailbox(&self, of: &str) -> Vec<u8> {
        let new = self.folder.join("mail").join(of).join("new");
        let first = || std::fs::read_dir(&new).ok()?.flatten().next().map(|entry| entry.path());
        let file = eventually(first).unwrap_or_else(|| panic!("nothing for {of}: {}", self.log()));
        std::fs::read(file).unwrap()
    }
}

fn possible() -> bool {
    let there = Path::new("/usr/sbin/postfix").exists() && id(&["-u"]) == Some(0);
    if !there {
        testkit::needs::missing("Postfix, and root to run it");
    }
    there
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

    let postfix = Postfix::start(house.folder.join("postfix"), &[address(1)]);
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
    assert!(!postfix.log().contains("warning: "), "{}", postfix.log());
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
    let listed = house.run(&["usernames", "--project", super::house::PROJECT]).ends(0);
    let named = listed.stdout.matches("example.nl").count();
    let own = listed.stdout.matches(&address(2)).count();
    assert!(named == 2 && own == 1, "the client's own columns come back as it wrote them: {}", listed.stdout);
}
