//! Every bad mood of a mail server at once (norms F18 to F23), over SMTP: each mail that was accepted ends as delivered, as a dead
//! letter or as a stop that is written down, and none arrives more often than promised.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use app::reset;
use domain::time::Span;
use mail::smtp::{Pool, Server, Timeouts, verifying};
use mail::transport::{Answer, Transport};
use testkit::smtp_peer::{Authority, Mood, SmtpPeer, Step};
use testkit::{each_engine, raw};

use crate::house::House;

/// What there is to count.
#[derive(Clone, Debug)]
struct Counts {
    /// Rows that wait.
    waiting: i64,
    /// Rows that say to be sent.
    sent: i64,
    /// Rows that ended otherwise, without a reason.
    unsaid: i64,
    /// Attempts of which nobody knows whether they arrived.
    unknown: i64,
    /// Rows that ended otherwise after such an attempt.
    perhaps: i64,
    /// How often each message arrived, by its Message-ID.
    arrived: BTreeMap<String, i64>,
}

impl Counts {
    async fn of(house: &House, peer: &SmtpPeer) -> Self {
        let count = async |what: &str| raw::count(&house.fresh, &format!("SELECT {what}")).await;
        let mut arrived = BTreeMap::new();
        for message in peer.messages() {
            let text = String::from_utf8_lossy(&message.bytes).into_owned();
            let id = text.lines().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap().to_owned();
            *arrived.entry(id).or_insert(0) += 1;
        }
        Self {
            waiting: count("count(*) FROM mail WHERE state = 'waiting'").await,
            sent: count("count(*) FROM mail WHERE state = 'sent'").await,
            unsaid: count("count(*) FROM mail WHERE state NOT IN ('waiting', 'sent') AND reason IS NULL").await,
            unknown: count("CAST(COALESCE(SUM(unknown_attempts), 0) AS BIGINT) FROM mail").await,
            perhaps: count("count(*) FROM mail WHERE state NOT IN ('waiting', 'sent') AND unknown_attempts > 0").await,
            arrived,
        }
    }

    /// What is wrong.
    fn faults(&self) -> Vec<&'static str> {
        let distinct = i64::try_from(self.arrived.len()).unwrap();
        let all: i64 = self.arrived.values().sum();
        let found = [
            (self.waiting > 0, "something is left over"),
            (self.unsaid > 0, "something stopped without a word"),
            (distinct < self.sent, "something was lost"),
            (distinct > self.sent + self.perhaps, "something arrived that nobody sent"),
            (all - distinct > self.unknown, "something arrived too often"),
        ];
        found.into_iter().filter_map(|(wrong, what)| wrong.then_some(what)).collect()
    }
}

fn transport(peer: &SmtpPeer) -> Transport {
    let short = Duration::from_millis(700);
    let times = Timeouts {
        connect: short,
        tls: short,
        banner: short,
        command: short,
        body: short,
        dot: short,
        idle: Duration::from_secs(5),
    };
    let authority = Authority::new().unwrap();
    let config = verifying(Some(authority.pem().as_bytes())).unwrap();
    Transport::Smtp(Pool::new(Server::parse(&peer.url()).unwrap(), config, times, 4))
}

/// Until nothing waits, or the day is over twice.
async fn until_quiet(house: &House, transport: &Transport) {
    for _ in 0..120 {
        while app::outbox::deliver_due(&house.app, transport).await.unwrap() > 0 {}
        if raw::count(&house.fresh, "SELECT count(*) FROM mail WHERE state = 'waiting'").await == 0 {
            return;
        }
        house.forward(Span::minutes(30));
    }
}

#[tokio::test]
async fn every_mail_has_an_end_in_every_mood_and_none_arrives_too_often() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let peer = SmtpPeer::start().await.unwrap();
        let moods = [
            Mood::reply(Step::Rcpt, "450 4.7.1 greylisted").times(1),
            Mood::reply(Step::Rcpt, "451 4.3.0 try later").times(2),
            Mood::reply(Step::Rcpt, "452 4.2.2 over quota").times(1),
            Mood::reply(Step::Rcpt, "550 5.1.1 no such user"),
            Mood::reply(Step::Rcpt, "552 5.2.2 mailbox full"),
            Mood::reply(Step::Dot, "554 5.7.1 not wanted"),
            Mood::reply_and_close(Step::Rcpt, "421 4.3.2 closing").times(1),
            Mood::hang(Step::Rcpt).times(1),
            Mood::close(Step::Data).times(1),
            Mood::close(Step::Body).times(1),
            Mood::hang(Step::Dot).times(1),
            Mood::keep_and_close().times(1),
            Mood::keep_and_close(),
        ];
        for (n, mood) in moods.iter().enumerate() {
            let address = format!("mood{n}@example.nl");
            house.home(&format!("ALMELO{:02}", n + 10), Some(&address)).await;
            peer.for_recipient(&address, mood.clone());
        }
        for n in 0..20 {
            house.home(&format!("ALMELO{:02}", n + 40), Some(&format!("goed{n}@example.nl"))).await;
        }
        for n in (10..10 + moods.len()).chain(40..60) {
            reset::ask(&house.app, &house.ctx(), &format!("ALMELO{n:02}")).await.unwrap();
        }
        let transport = transport(&peer);
        until_quiet(&house, &transport).await;
        let counts = Counts::of(&house, &peer).await;
        assert_eq!(counts.faults(), Vec::<&str>::new(), "{}: {counts:?}", house.engine);
        let good: BTreeSet<String> = peer.messages().into_iter().map(|it| it.to[0].clone()).collect();
        let good = good.iter().filter(|to| to.starts_with("goed")).count();
        assert_eq!(good, 20, "the others are not touched by it");
        transport.close().await;

        // The checker sees what it is there for.
        let mut often = counts.clone();
        let first = often.arrived.keys().next().unwrap().clone();
        *often.arrived.get_mut(&first).unwrap() += often.unknown + 1;
        assert_eq!(often.faults(), ["something arrived too often"]);
        let mut lost = counts.clone();
        lost.sent = i64::try_from(lost.arrived.len()).unwrap() + 1;
        assert_eq!(lost.faults(), ["something was lost"]);
        raw::run(&house.fresh, "UPDATE mail SET state = 'dropped', reason = NULL WHERE reason = 'recipient-refused'")
            .await;
        assert_eq!(Counts::of(&house, &peer).await.faults(), ["something stopped without a word"]);
        raw::run(&house.fresh, "UPDATE mail SET state = 'waiting' WHERE reason IS NULL AND state = 'dropped'").await;
        assert_eq!(Counts::of(&house, &peer).await.faults(), ["something is left over"]);
        raw::run(&house.fresh, "UPDATE mail SET state = 'dead', reason = 'test' WHERE state = 'waiting'").await;
    })
    .await;
}

/// Norm F20: what is asked while the mail server is away goes out once it is back; what is a day old is given up, and said to be.
#[tokio::test]
async fn a_day_without_mail_server_ends_with_mail_or_with_a_reason() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        for n in 1..=2 {
            house.home(&format!("ALMELO0{n}"), Some(&format!("bewoner{n}@example.nl"))).await;
        }
        house.post.answer(u32::MAX, Answer::Unreachable);
        reset::ask(&house.app, &house.ctx(), "ALMELO01").await.unwrap();
        house.deliver().await;
        house.forward(Span::hours(20));
        reset::ask(&house.app, &house.ctx(), "ALMELO02").await.unwrap();
        house.deliver().await;
        house.forward(Span::hours(5));
        house.post.answer_normally();
        let mails = house.deliver().await;
        let to: Vec<_> = mails.iter().map(|mail| mail.envelope.to.as_str().to_owned()).collect();
        assert_eq!(to, ["bewoner2@example.nl"], "{}", house.engine);
        let late = "SELECT count(*) FROM mail WHERE state = 'dead' AND reason = 'too-late'";
        assert_eq!(raw::count(&house.fresh, late).await, 1);
        let said = "SELECT count(*) FROM mail_event WHERE what = 'unreachable'";
        assert_eq!(raw::count(&house.fresh, said).await, 2, "once for each mail, however often it was tried");
    })
    .await;
}
