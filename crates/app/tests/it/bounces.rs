//! What comes back about a mail (PRODUCT 3.9): who is believed, what is marked, and what is tried once more.

use app::bounce::{Became, BounceError, receive};
use app::reset::{self, NewPassword};
use domain::diagnosis::What;
use domain::time::Span;
use mail::smtp::Stage;
use mail::transport::{Answer, Delivered};
use testkit::each_engine;
use testkit::raw;

use crate::house::{GOOD, House, secret, token};

const PAGE: &str = "/login/accounts/pass/reset/";
pub(crate) const UNKNOWN: (&str, &str, &str) = ("failed", "5.1.1", "550 5.1.1 <jan@example.nl> no such user");
const FULL: (&str, &str, &str) = ("failed", "5.2.2", "552 5.2.2 mailbox full");

/// A report as a mail server writes it; `queue` tells two of them apart.
pub(crate) fn report(to: &str, queue: &str, (action, status, said): (&str, &str, &str)) -> String {
    format!(
        "From: MAILER-DAEMON@relay.example.nl\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\nContent-Type: \
         multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: \
         message/delivery-status\r\n\r\nReporting-MTA: dns; relay.example.nl\r\nX-Queue-ID: {queue}\r\n\r\n\
         Final-Recipient: rfc822; {to}\r\nAction: {action}\r\nStatus: {status}\r\nRemote-MTA: dns; mx.example.nl\r\n\
         Diagnostic-Code: smtp; {said}\r\n\r\n--b--\r\n"
    )
}

async fn house(fresh: std::sync::Arc<testkit::Fresh>) -> House {
    House::build_as(fresh, |settings| settings.bounce_domain = Some("post.example.nl".to_owned())).await
}

async fn asked(house: &House, username: &str) -> Vec<Delivered> {
    reset::ask(&house.app, &house.ctx(), username).await.unwrap();
    house.deliver().await
}

async fn comes(house: &House, about: &Delivered, message: &str) -> Became {
    receive(&house.app, &house.ctx(), about.envelope.from.as_str(), message.as_bytes()).await.unwrap()
}

/// How many links are `ok`, `soft` and `hard`.
async fn marks(house: &House) -> [i64; 3] {
    let mut counts = [0; 3];
    for (count, word) in counts.iter_mut().zip(["ok", "soft", "hard"]) {
        let sql = format!("SELECT count(*) FROM email_link WHERE delivery = '{word}'");
        *count = raw::count(&house.fresh, &sql).await;
    }
    counts
}

/// How many dead letters there are for a reason.
async fn dead(house: &House, reason: &str) -> i64 {
    let sql = format!("SELECT count(*) FROM mail WHERE state = 'dead' AND reason = '{reason}'");
    raw::count(&house.fresh, &sql).await
}

const OK: [i64; 3] = [1, 0, 0];
const SOFT: [i64; 3] = [0, 1, 0];
const HARD: [i64; 3] = [0, 0, 1];

#[tokio::test]
async fn a_bounce_marks_the_link_of_its_mail_and_no_other_one() {
    each_engine(|fresh| async move {
        let house = house(fresh).await;
        for username in ["ALMELO01", "ALMELO02"] {
            house.home(username, Some("jan@example.nl")).await;
        }
        let mails = asked(&house, "ALMELO01").await;
        let bounce = report("Jan@example.nl", "1", UNKNOWN);
        assert_eq!(comes(&house, &mails[0], &bounce).await, Became::Counted(What::Bounced), "{}", house.engine);
        assert_eq!(marks(&house).await, [1, 0, 1]);
        assert_eq!(dead(&house, "recipient-refused").await, 1);

        // The same once more, and another one about a mail that is dead: nothing changes.
        assert_eq!(comes(&house, &mails[0], &bounce).await, Became::Nothing);
        assert_eq!(comes(&house, &mails[0], &report("jan@example.nl", "2", FULL)).await, Became::Nothing);
        assert_eq!(marks(&house).await, [1, 0, 1]);

        // Whoever asks gets one try a day, and the other household its mail.
        assert!(asked(&house, "ALMELO01").await.is_empty());
        assert_eq!(asked(&house, "ALMELO02").await.len(), 1);
        house.forward(Span::hours(25));
        let second = asked(&house, "ALMELO01").await;
        assert_eq!(second.len(), 1, "one try on {}", house.engine);
        assert!(asked(&house, "ALMELO01").await.is_empty(), "and no second before anything came back");
    })
    .await;
}

#[tokio::test]
async fn nobody_without_a_tag_of_ours_is_believed() {
    each_engine(|fresh| async move {
        let house = house(fresh).await;
        house.home("ALMELO01", Some("jan@example.nl")).await;
        let mails = asked(&house, "ALMELO01").await;
        let own = mails[0].envelope.from.as_str().to_owned();
        let bounce = report("jan@example.nl", "1", UNKNOWN);
        let to = async |recipient: &str| receive(&house.app, &house.ctx(), recipient, bounce.as_bytes()).await.unwrap();
        let forged = own.replacen("bounce+a", "bounce+b", 1);
        assert_eq!(to(&forged).await, Became::Forged, "{}", house.engine);
        assert_eq!(to(&own.replace("post.example.nl", "elsewhere.test")).await, Became::NotOurs);
        assert_eq!(to("inloggen@post.example.nl").await, Became::NotOurs);
        assert_eq!(to("bounce+@post.example.nl").await, Became::Forged);
        assert_eq!(to("bounce").await, Became::NotOurs);
        assert_eq!(comes(&house, &mails[0], &report("piet@example.nl", "1", UNKNOWN)).await, Became::Elsewhere);
        assert_eq!(comes(&house, &mails[0], "Subject: failure notice\r\n\r\nno mailbox").await, Became::Unreadable);
        let away = "Auto-Submitted: auto-replied\r\n\r\nop vakantie";
        assert_eq!(comes(&house, &mails[0], away).await, Became::Answer);
        assert_eq!(marks(&house).await, OK, "none of it marks anything");
        assert_eq!(to(&own.to_ascii_uppercase()).await, Became::Counted(What::Bounced), "the case of letters is lost");
    })
    .await;
}

#[tokio::test]
async fn a_full_mailbox_is_tried_once_more_and_then_given_up() {
    each_engine(|fresh| async move {
        let house = house(fresh).await;
        house.home("ALMELO01", Some("jan@example.nl")).await;
        let first = asked(&house, "ALMELO01").await;
        assert_eq!(
            comes(&house, &first[0], &report("jan@example.nl", "1", FULL)).await,
            Became::Counted(What::Bounced)
        );
        assert_eq!(marks(&house).await, SOFT, "{}", house.engine);
        assert!(house.deliver().await.is_empty(), "not at once");
        house.forward(Span::hours(4));
        let second = house.deliver().await;
        assert_eq!(second.len(), 1);
        assert_eq!(second[0].envelope.from, first[0].envelope.from, "the tag is the row's");
        assert_eq!(marks(&house).await, OK);
        assert_eq!(comes(&house, &first[0], &report("jan@example.nl", "1", FULL)).await, Became::Nothing, "replayed");
        assert_eq!(marks(&house).await, OK);
        comes(&house, &second[0], &report("jan@example.nl", "2", FULL)).await;
        assert_eq!(marks(&house).await, SOFT);
        house.forward(Span::hours(6));
        assert!(house.deliver().await.is_empty(), "once, and no more");
        assert_eq!(dead(&house, "mailbox-full").await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_its_owner_used_is_not_marked_by_a_late_bounce() {
    each_engine(|fresh| async move {
        let house = house(fresh).await;
        house.home("ALMELO01", Some("jan@example.nl")).await;
        let mails = asked(&house, "ALMELO01").await;
        house.forward(Span::minutes(5));
        let cmd = NewPassword { password: secret(GOOD), username: Some("ALMELO01".to_owned()) };
        reset::set(&house.app, &house.ctx(), &token(&mails[0], PAGE), cmd).await.unwrap();
        house.deliver().await;
        let late = comes(&house, &mails[0], &report("jan@example.nl", "1", UNKNOWN)).await;
        assert_eq!((late, marks(&house).await), (Became::Nothing, OK), "{}", house.engine);
    })
    .await;
}

#[tokio::test]
async fn a_confirmed_reset_clears_what_was_marked() {
    each_engine(|fresh| async move {
        let house = house(fresh).await;
        house.home("ALMELO01", Some("jan@example.nl")).await;
        let refuse = Answer::Refuse(Stage::Rcpt, 550, "5.1.1 no such user".to_owned());
        house.post.answer(1, refuse);
        assert!(asked(&house, "ALMELO01").await.is_empty());
        assert_eq!(marks(&house).await, HARD, "said at once on {}", house.engine);
        house.forward(Span::hours(25));
        let mails = asked(&house, "ALMELO01").await;
        let cmd = NewPassword { password: secret(GOOD), username: Some("ALMELO01".to_owned()) };
        reset::set(&house.app, &house.ctx(), &token(&mails[0], PAGE), cmd).await.unwrap();
        assert_eq!(house.deliver().await.len(), 1, "the notice goes: the mailbox exists");
        assert_eq!(asked(&house, "ALMELO01").await.len(), 1, "and so does what is asked the same day");
        assert_eq!(marks(&house).await, OK);
    })
    .await;
}

#[tokio::test]
async fn a_delay_and_a_policy_say_nothing_bad_of_the_address() {
    each_engine(|fresh| async move {
        let house = house(fresh).await;
        house.home("ALMELO01", Some("jan@example.nl")).await;
        let mails = asked(&house, "ALMELO01").await;
        let delay = report("jan@example.nl", "1", ("delayed", "4.4.1", "connect timed out"));
        assert_eq!(comes(&house, &mails[0], &delay).await, Became::Counted(What::Delayed));
        assert_eq!(marks(&house).await, SOFT, "{}", house.engine);
        let policy = report("jan@example.nl", "1", ("failed", "5.7.1", "550 5.7.1 blocked"));
        assert_eq!(comes(&house, &mails[0], &policy).await, Became::Counted(What::Bounced));
        assert_eq!(marks(&house).await, SOFT);
        assert_eq!(dead(&house, "policy").await, 1);
        assert_eq!(asked(&house, "ALMELO01").await.len(), 1, "it may be asked again");
    })
    .await;
}

/// A bounce that is faster than the reply to the mail: it has to come again, and then it counts.
#[tokio::test]
async fn what_comes_back_while_the_mail_is_sent_comes_again() {
    each_engine(|fresh| async move {
        let house = house(fresh).await;
        house.home("ALMELO01", Some("jan@example.nl")).await;
        house.post.answer(1, Answer::LoseReply { arrived: true });
        let mails = asked(&house, "ALMELO01").await;
        let bounce = report("jan@example.nl", "1", UNKNOWN);
        let until = house.app.clock.now() + Span::minutes(1);
        raw::run(&house.fresh, &format!("UPDATE mail SET leased_until = {}", until.micros())).await;
        let from = mails[0].envelope.from.as_str();
        let busy = receive(&house.app, &house.ctx(), from, bounce.as_bytes()).await;
        assert!(matches!(busy, Err(BounceError::Busy)), "{}", house.engine);
        house.forward(Span::minutes(2));
        assert_eq!(comes(&house, &mails[0], &bounce).await, Became::Counted(What::Bounced));
        assert!(house.deliver().await.is_empty(), "it waited to be sent again, and is dead");
    })
    .await;
}
