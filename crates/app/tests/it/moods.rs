//! Every bad mood of a mail server at once (norms F18 to F23), over SMTP: each mail that was accepted ends as delivered, as a dead
//! letter or as a stop that is written down, and none arrives more often than promised.

use std::collections::BTreeSet;
use std::time::Duration;

use app::reset;
use domain::time::Span;
use mail::smtp::{Pool, Server, Timeouts, verifying};
use mail::transport::{Answer, Transport};
use testkit::inside::Inside;
use testkit::judges::accounts::Accounts;
use testkit::smtp_peer::{Authority, Mood, SmtpPeer, Step};
use testkit::{each_engine, raw};

use crate::house::House;

/// The account of this house and the server it writes to. A thread of its own looks: the test's runtime is in use.
async fn accounts(house: &House, peer: &SmtpPeer) -> Accounts {
    let (url, received) = (house.fresh.url.clone(), peer.messages());
    let look = move || Accounts::of(&Inside::open(&url), &received);
    tokio::task::spawn_blocking(move || std::thread::spawn(look).join().unwrap()).await.unwrap()
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
        let seen = accounts(&house, &peer).await;
        assert_eq!(seen.faults(), Vec::<String>::new(), "{}", house.engine);
        let good: BTreeSet<String> = peer.messages().into_iter().map(|it| it.to[0].clone()).collect();
        let good = good.iter().filter(|to| to.starts_with("goed")).count();
        assert_eq!(good, 20, "the others are not touched by it");
        transport.close().await;

        // The judge sees what it is there for; its own tests have the rest.
        raw::run(&house.fresh, "UPDATE mail SET state = 'dropped', reason = NULL WHERE reason = 'recipient-refused'")
            .await;
        let planted = accounts(&house, &peer).await.faults();
        assert!(planted.len() == 1 && planted[0].starts_with("stopped without a word"), "{planted:?}");
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
