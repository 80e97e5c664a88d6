//! Postfix as judge: other people's mail server between the world and us. It takes our mail and delivers it, hands over by both doors what
//! comes in, and reports what it could not deliver. Each test has a Postfix of its own, with its files in a folder of its own; what it
//! is told about us are the examples of `docs/operate/mail.md`, word for word.

mod bounces;
mod delivers;
mod doors;
mod example;

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::cluster::{Guardian, free_port, id};
use super::program::eventually;

const RUN: &str = r#"postfix -c "$FOLDER/etc" start >>"$FOLDER/said" 2>&1 || exit 1
master=$(cat "$FOLDER/queue/pid/master.pid")
touch "$FOLDER/started"
cat >/dev/null
kill $master"#;

/// Strict in what it takes, patient for a second only.
const MAIN: &str = "compatibility_level = 3.6\nqueue_directory = {at}/queue\ndata_directory = {at}/data\n\
     maillog_file = {at}/log\nmaillog_file_prefixes = {at}\ninet_interfaces = 127.0.0.1\n\
     inet_protocols = ipv4\nmyhostname = mx.example.nl\nmydestination =\nlocal_transport = error:none\n\
     alias_maps =\nalias_database =\nmynetworks = 127.0.0.0/8\nsmtpd_relay_restrictions = permit_mynetworks, reject\n\
     smtpd_forbid_bare_newline = reject\n\
     strict_rfc821_envelopes = yes\nstrict_mime_encoding_domain = yes\nstrict_7bit_headers = yes\n\
     strict_8bitmime_body = yes\ndisable_dns_lookups = yes\nsmtp_host_lookup = native\n\
     smtp_connection_cache_on_demand = no\nlmtp_connection_cache_on_demand = no\n\
     queue_run_delay = 1s\nminimal_backoff_time = 1s\nmaximal_backoff_time = 2s\ntransport_retry_time = 1s\n";

const SERVICES: &str = "pickup unix n - n 60 1 pickup\ncleanup unix n - n - 0 cleanup\nqmgr unix n - n 1 1 qmgr\n\
     rewrite unix - - n - - trivial-rewrite\nbounce unix - - n - 0 bounce\ndefer unix - - n - 0 bounce\n\
     trace unix - - n - 0 bounce\nverify unix - - n - 1 verify\nflush unix n - n 1000? 0 flush\n\
     proxymap unix - - n - - proxymap\nshowq unix n - n - - showq\nerror unix - - n - - error\n\
     retry unix - - n - - error\nvirtual unix - n n - - virtual\nlmtp unix - - n - - lmtp\nsmtp unix - - n - - smtp\n\
     scache unix - - n - 1 scache\n     anvil unix - - n - 1 anvil\npostlog unix-dgram n - n - 1 postlogd\n";

/// What one Postfix does that others do not.
#[derive(Default)]
struct Plan {
    /// More of `main.cf`.
    main: String,
    /// More of `master.cf`.
    master: String,
    /// Other files beside them.
    files: Vec<(String, String)>,
}

impl Plan {
    /// Whatever it does not hand over goes there.
    fn onward(mut self, to: std::net::SocketAddr) -> Self {
        self.main.push_str(&format!("relayhost = [{}]:{}\n", to.ip(), to.port()));
        self
    }

    /// With a line of `main.cf` more.
    fn with(mut self, line: &str) -> Self {
        self.main.push_str(&format!("{line}\n"));
        self
    }
}

/// A Postfix with queue, configuration and mailboxes in a folder of its own.
struct Postfix {
    _server: Guardian,
    folder: PathBuf,
    port: u16,
}

impl Postfix {
    fn start(folder: PathBuf, plan: Plan) -> Self {
        let port = free_port();
        for part in ["etc", "queue", "data", "mail"] {
            std::fs::create_dir_all(folder.join(part)).unwrap();
        }
        let (user, nobody) = (id(&["-u", "postfix"]).unwrap(), id(&["-u", "nobody"]).unwrap());
        chown(folder.join("data"), Some(user), None).unwrap();
        chown(folder.join("mail"), Some(nobody), None).unwrap();
        let at = folder.display().to_string();
        let etc = |text: &str| text.replace("/etc/postfix", &format!("{at}/etc"));
        let main = format!("{}{}", MAIN.replace("{at}", &at), etc(&plan.main));
        let master = format!("127.0.0.1:{port} inet n - n - - smtpd\n{SERVICES}{}", etc(&plan.master));
        let own = [("main.cf".to_owned(), main), ("master.cf".to_owned(), master)];
        for (name, text) in own.into_iter().chain(plan.files) {
            std::fs::write(folder.join("etc").join(name), text).unwrap();
        }
        let server = Guardian::start(RUN, &[("FOLDER", &at)], None);
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

    /// It found nothing odd. Its text about delays counts them in hours, and it warns of tests that count in seconds.
    #[track_caller]
    fn is_content(&self) {
        let log = self.log();
        let odd = |line: &&str| line.contains("warning: ") && !line.contains("postfix/bounce[");
        assert_eq!(log.lines().find(odd), None, "{log}");
    }

    /// Waits until its log says this so often.
    #[track_caller]
    fn says(&self, what: &str, times: usize) {
        let said = eventually(|| (self.log().matches(what).count() >= times).then_some(()));
        assert!(said.is_some(), "{what}: {}", self.log());
    }

    /// What lies in a mailbox, once something does.
    fn mailbox(&self, of: &str) -> Vec<u8> {
        let new = self.folder.join("mail").join(of).join("new");
        let first = || std::fs::read_dir(&new).ok()?.flatten().next().map(|entry| entry.path());
        let file = eventually(first).unwrap_or_else(|| panic!("nothing for {of}: {}", self.log()));
        std::fs::read(file).unwrap()
    }

    /// How many mails it still has.
    fn queued(&self) -> usize {
        let etc = self.folder.join("etc");
        let said = Command::new("/usr/sbin/postqueue").arg("-c").arg(etc).arg("-j").output().unwrap();
        assert!(said.status.success(), "{said:?}");
        String::from_utf8_lossy(&said.stdout).lines().count()
    }

    /// Waits until its queue is empty.
    #[track_caller]
    fn empties(&self) {
        let empty = eventually(|| (self.queued() == 0).then_some(()));
        assert!(empty.is_some(), "something stays in the queue: {}", self.log());
    }

    /// Gives it a mail as the server of somebody else does, step by step; it must take it.
    #[track_caller]
    fn give(&self, from: &str, to: &[&str], message: &str) {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let mut talk = Talk(BufReader::new(stream));
        talk.hears("220");
        talk.say("EHLO mail.linde.test\r\n", "250");
        talk.say(&format!("MAIL FROM:<{from}>\r\n"), "250");
        for to in to {
            talk.say(&format!("RCPT TO:<{to}>\r\n"), "250");
        }
        talk.say("DATA\r\n", "354");
        talk.say(&format!("{message}.\r\n"), "250");
        talk.say("QUIT\r\n", "221");
    }
}

/// A conversation with a mail server.
struct Talk(BufReader<TcpStream>);

impl Talk {
    #[track_caller]
    fn say(&mut self, what: &str, expected: &str) {
        self.0.get_mut().write_all(what.as_bytes()).unwrap();
        self.hears(expected);
    }

    #[track_caller]
    fn hears(&mut self, expected: &str) {
        loop {
            let mut line = String::new();
            self.0.read_line(&mut line).unwrap();
            assert!(line.starts_with(expected), "{line}");
            if line.as_bytes().get(3) != Some(&b'-') {
                return;
            }
        }
    }
}

fn possible() -> bool {
    let there = Path::new("/usr/sbin/postfix").exists() && id(&["-u"]) == Some(0);
    if !there {
        testkit::needs::missing("Postfix, and root to run it");
    }
    there
}
