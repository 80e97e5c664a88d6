//! Sixty ways to pass for somebody else, and the few that are really them. The keys are made here.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::link_request::Doubt;
use domain::time::{Span, Time};
use mail_auth::common::crypto::Ed25519Key;
use mail_auth::common::headers::HeaderWriter;
use mail_auth::dkim::DkimSigner;

use super::judge::Judge;
use super::{Resolver, Verdict};

const BODY: &str = "Graag jan@example.nl koppelen aan ALMELO01\r\n";
const ALL: &[&str] = &["From", "To", "Subject", "Message-ID"];

/// A pair of keys that is made anew for each run.
struct Pair(Vec<u8>);

impl Pair {
    fn new() -> Self {
        Self(Ed25519Key::generate_pkcs8().unwrap())
    }

    fn key(&self) -> Ed25519Key {
        Ed25519Key::from_pkcs8_der(&self.0).unwrap()
    }

    fn record(&self) -> String {
        STANDARD.encode(self.key().public_key())
    }

    /// The message with a signature of `domain` over these headers before it.
    fn sign(&self, message: &str, (domain, selector): (&str, &str), headers: &[&str]) -> String {
        let signer =
            DkimSigner::from_key(self.key()).domain(domain).selector(selector).headers(headers.iter().copied());
        format!("{}{message}", signer.sign(message.as_bytes()).unwrap().to_header())
    }
}

struct House {
    own: Pair,
    other: Pair,
    judge: Judge,
}

fn house() -> House {
    let (own, other) = (Pair::new(), Pair::new());
    let (key, strange) = (own.record(), other.record());
    let zone = format!(
        "# who stands for what\n\
         _dmarc.corporatie.example TXT \"v=DMARC1; p=reject\"\n\
         s1._domainkey.corporatie.example TXT \"v=DKIM1; k=ed25519; p={key}\"\n\
         test._domainkey.corporatie.example TXT \"v=DKIM1; k=ed25519; t=y; p={key}\"\n\
         gone._domainkey.corporatie.example TXT \"v=DKIM1; k=ed25519; p=\"\n\
         s1._domainkey.mail.corporatie.example TXT \"v=DKIM1; k=ed25519; p={key}\"\n\
         _dmarc.streng.example TXT \"v=DMARC1; p=reject; adkim=s; aspf=s\"\n\
         s1._domainkey.mail.streng.example TXT \"v=DKIM1; k=ed25519; p={key}\"\n\
         s1._domainkey.zonder.example TXT \"v=DKIM1; k=ed25519; p={key}\"\n\
         _dmarc.boef.example TXT \"v=DMARC1; p=none\"\n\
         s1._domainkey.boef.example TXT \"v=DKIM1; k=ed25519; p={strange}\"\n\
         _dmarc.corporatle.example TXT \"v=DMARC1; p=none\"\n\
         s1._domainkey.corporatle.example TXT \"v=DKIM1; k=ed25519; p={strange}\"\n\
         _dmarc.corporatie-wonen.example TXT \"v=DMARC1; p=none\"\n\
         s1._domainkey.corporatie-wonen.example TXT \"v=DKIM1; k=ed25519; p={strange}\"\n"
    );
    let judge = Judge::new(&Resolver::Records(zone), Some("mx.huissleutel.example".to_owned())).unwrap();
    House { own, other, judge }
}

fn message(from: &str) -> String {
    format!(
        "From: {from}\r\nTo: koppelen@huissleutel.example\r\nSubject: Koppelen\r\nMessage-ID: <1@corporatie.example>\r\n\r\n{BODY}"
    )
}

const ANNA: &str = "Anna <anna@corporatie.example>";
const OWN: (&str, &str) = ("corporatie.example", "s1");
const BOEF: (&str, &str) = ("boef.example", "s1");
const ENVELOPE: &str = "anna@corporatie.example";

impl House {
    async fn of(&self, raw: &str) -> Verdict {
        self.received(raw, Time::from_micros(0)).await
    }

    async fn received(&self, raw: &str, at: Time) -> Verdict {
        self.judge.judge(raw.as_bytes(), ENVELOPE, at).await
    }

    async fn passes(&self, raw: &str, why: &str) {
        let verdict = self.of(raw).await;
        assert!(matches!(verdict, Verdict::Pass { .. }), "{why}: {verdict:?}");
    }

    async fn doubts(&self, raw: &str, doubt: Doubt, why: &str) {
        assert_eq!(self.of(raw).await, Verdict::Doubt(doubt), "{why}");
    }

    fn signed(&self) -> String {
        self.own.sign(&message(ANNA), OWN, ALL)
    }
}

#[tokio::test]
async fn those_who_are_it_pass() {
    let house = house();
    house.passes(&house.signed(), "signed by the own domain").await;
    house.passes(&house.own.sign(&message(ANNA), ("mail.corporatie.example", "s1"), ALL), "by a part of it").await;
    house.passes(&house.other.sign(&house.signed(), BOEF, ALL), "somebody else signed too").await;
    house.passes(&house.own.sign(&message("anna@CORPORATIE.example"), OWN, ALL), "in capitals").await;
    let result = "Authentication-Results: mx.huissleutel.example; spf=pass smtp.mailfrom=anna@corporatie.example\r\n";
    house.passes(&format!("{result}{}", message(ANNA)), "our own mail server says so").await;
    let Verdict::Pass { domain, signature } = house.of(&house.signed()).await else { panic!("a pass") };
    assert_eq!((domain.as_str(), signature.is_some()), ("corporatie.example", true));
}

#[tokio::test]
async fn a_message_that_was_sent_on_is_known_by_its_signature() {
    let house = house();
    let signed = house.signed();
    let replayed = format!("Received: from boef.example by mx; Mon, 1 Jan 2026 00:00:00 +0000\r\nX-Any: 1\r\n{signed}");
    assert_eq!(house.of(&signed).await, house.of(&replayed).await);
}

#[tokio::test]
async fn nobody_passes_without_a_signature_of_the_sender() {
    let house = house();
    house.doubts(&message(ANNA), Doubt::NoSignature, "none").await;
    for (from, why) in [
        (ANNA, "another domain"),
        ("\"anna@corporatie.example\" <anna@corporatie.example>", "a name that looks like an address"),
        ("anna@sub.corporatie.example", "a part of the domain"),
    ] {
        house.doubts(&house.other.sign(&message(from), BOEF, ALL), Doubt::OtherDomain, why).await;
    }
    for like in ["corporatle.example", "corporatie-wonen.example"] {
        house.doubts(&house.other.sign(&message(ANNA), (like, "s1"), ALL), Doubt::OtherDomain, like).await;
    }
    house
        .doubts(
            &house.own.sign(&message("a@zonder.example"), ("zonder.example", "s1"), ALL),
            Doubt::NoPolicy,
            "no policy",
        )
        .await;
    let strict = house.own.sign(&message("a@streng.example"), ("mail.streng.example", "s1"), ALL);
    house.doubts(&strict, Doubt::OtherDomain, "a policy that takes the very domain only").await;
}

#[tokio::test]
async fn keys_that_do_not_fit_are_none() {
    let house = house();
    for (raw, doubt, why) in [
        (house.other.sign(&message(ANNA), OWN, ALL), Doubt::BadSignature, "another key"),
        (
            house.own.sign(&message(ANNA), ("corporatie.example", "s2"), ALL),
            Doubt::BadSignature,
            "a key that is not there",
        ),
        (
            house.own.sign(&message(ANNA), ("corporatie.example", "gone"), ALL),
            Doubt::BadSignature,
            "a key that was taken back",
        ),
        (house.own.sign(&message(ANNA), ("corporatie.example", "test"), ALL), Doubt::Testing, "t=y"),
    ] {
        house.doubts(&raw, doubt, why).await;
    }
}

#[tokio::test]
async fn what_was_changed_on_the_way_does_not_pass() {
    let house = house();
    let signed = house.signed();
    for (from, to) in [
        ("jan@example.nl", "boef@example.nl"),
        ("ALMELO01", "ALMELO02"),
        ("Subject: Koppelen", "Subject: ALMELO02 koppelen"),
        ("Message-ID: <1@", "Message-ID: <2@"),
        ("To: koppelen@", "To: anders@"),
        ("From: Anna <anna@", "From: Anna <piet@"),
        (BODY, "Graag jan@example.nl koppelen aan ALMELO01\r\nen boef@example.nl aan ALMELO02\r\n"),
        ("d=corporatie.example", "d=mail.corporatie.example"),
        ("s=s1", "s=test"),
        ("b=", "b=AAAA"),
    ] {
        assert!(signed.contains(from), "{from}");
        let verdict = house.of(&signed.replace(from, to)).await;
        assert!(matches!(verdict, Verdict::Doubt(_)), "{from}: {verdict:?}");
    }
}

#[tokio::test]
async fn a_signature_that_leaves_something_open_is_none() {
    let house = house();
    let signer = |headers: &'static [&'static str]| {
        DkimSigner::from_key(house.own.key()).domain(OWN.0).selector(OWN.1).headers(headers.iter().copied())
    };
    let raw = message(ANNA);
    let length = format!("{}{raw}", signer(ALL).body_length(true).sign(raw.as_bytes()).unwrap().to_header());
    house.doubts(&length, Doubt::Length, "l=").await;
    house.doubts(&format!("{length}En boef@example.nl aan ALMELO02\r\n"), Doubt::Length, "l= and more text").await;
    house.doubts(&house.own.sign(&raw, OWN, &["From"]), Doubt::NotSigned, "the subject is open").await;
    house.doubts(&house.own.sign(&raw, OWN, &["Subject", "To"]), Doubt::NotSigned, "the sender is open").await;
    let more = ["Cc: piet@corporatie.example", "Date: Mon, 23 Nov 2026 12:00:00 +0100", "Content-Type: text/plain"];
    let whole = format!("{}\r\n{raw}", more.join("\r\n"));
    let all = ["From", "Date", "Subject", "Content-Type"];
    house
        .passes(&house.own.sign(&whole, OWN, &all), "the recipients may be open, as Exchange Online leaves them")
        .await;
    for open in all {
        let rest: Vec<&str> = all.into_iter().filter(|name| *name != open).collect();
        house.doubts(&house.own.sign(&whole, OWN, &rest), Doubt::NotSigned, open).await;
    }
    // Who does not sign it may not have had it: it was put there since.
    let added = house.own.sign(&whole, OWN, &["From", "To", "Cc", "Date", "Subject"]);
    house.doubts(&added, Doubt::NotSigned, "anybody may have said how the text is to be read").await;
    let ours = "Authentication-Results: mx.huissleutel.example; spf=pass smtp.mailfrom=anna@corporatie.example\r\n";
    house
        .passes(&format!("{ours}{added}"), "it came to our own mail server from theirs, and from nobody between")
        .await;
}

/// When a message was signed, by its signature.
fn signed_at(raw: &str) -> Time {
    let (_, rest) = raw.split_once(" t=").or_else(|| raw.split_once(";t=")).unwrap();
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    Time::from_micros(digits.parse::<i64>().unwrap() * 1_000_000)
}

#[tokio::test]
async fn an_old_mail_is_not_a_new_one() {
    let house = house();
    let (week, moment) = (Span::days(7), Span::minutes(1));
    let signed = house.signed();
    let at = signed_at(&signed);
    assert!(matches!(house.received(&signed, at + week).await, Verdict::Pass { .. }), "a week on its way");
    assert_eq!(house.received(&signed, at + week + moment).await, Verdict::Doubt(Doubt::Old), "signed long ago");

    let signer = DkimSigner::from_key(house.own.key()).domain(OWN.0).selector(OWN.1).headers(ALL.iter().copied());
    let raw = message(ANNA);
    let short = format!("{}{raw}", signer.expiration(3_600).sign(raw.as_bytes()).unwrap().to_header());
    let end = signed_at(&short) + Span::hours(1);
    assert!(matches!(house.received(&short, end).await, Verdict::Pass { .. }), "its last moment");
    assert_eq!(
        house.received(&short, end + moment).await,
        Verdict::Doubt(Doubt::Old),
        "it says itself that it is over"
    );

    // 23 November 2026, 12:00 in Amsterdam.
    let written = Time::from_micros(1_795_431_600_000_000);
    let ours = "Authentication-Results: mx.huissleutel.example; spf=pass smtp.mailfrom=anna@corporatie.example\r\n";
    let dated = format!("{ours}Date: Mon, 23 Nov 2026 12:00:00 +0100\r\n{raw}");
    assert!(matches!(house.received(&dated, written + week).await, Verdict::Pass { .. }));
    assert_eq!(house.received(&dated, written + week + moment).await, Verdict::Doubt(Doubt::Old), "written long ago");
}

#[tokio::test]
async fn two_senders_are_no_sender() {
    let house = house();
    for (from, why) in [
        ("anna@corporatie.example\r\nFrom: boef@boef.example", "two headers"),
        ("anna@corporatie.example, boef@boef.example", "two mailboxes"),
        ("boef@boef.example, anna@corporatie.example", "the other way round"),
        ("Wonen: anna@corporatie.example;", "a group"),
        ("Wonen:;, anna@corporatie.example", "an empty group before it"),
        ("undisclosed-recipients:;", "a group without anybody"),
        ("anna@corporatie.example\r\nSubject: een\r\nSubject: twee", "two subjects"),
        ("anna@corporatie.example\r\nSender: a@boef.example\r\nSender: b@boef.example", "two senders"),
        ("anna", "no address"),
        ("", "nothing"),
    ] {
        let raw = message(from);
        for signed in [house.own.sign(&raw, OWN, ALL), house.other.sign(&raw, BOEF, ALL), raw.clone()] {
            house.doubts(&signed, Doubt::Sender, why).await;
        }
    }
    // A second sender that was put before or behind one that is signed.
    for added in [
        format!("From: boef@boef.example\r\n{}", house.signed()),
        house.signed().replace("\r\n\r\n", "\r\nFrom: b@boef.example\r\n\r\n"),
    ] {
        house.doubts(&added, Doubt::Sender, "added").await;
    }
}

#[tokio::test]
async fn what_others_found_is_not_read() {
    let house = house();
    let own = "mx.huissleutel.example; spf=pass smtp.mailfrom=anna@corporatie.example";
    for (results, why) in [
        (
            "mx.boef.example; spf=pass smtp.mailfrom=anna@corporatie.example; dkim=pass header.d=corporatie.example; dmarc=pass",
            "foreign",
        ),
        (
            "mx.huissleutel.example.boef.example; spf=pass smtp.mailfrom=anna@corporatie.example",
            "a name that begins like ours",
        ),
        ("mx.huissleutel.example; dkim=pass header.d=corporatie.example; dmarc=pass", "not SPF"),
        ("mx.huissleutel.example; spf=fail smtp.mailfrom=anna@corporatie.example", "a failure"),
        ("mx.huissleutel.example; spf=softfail (spf=pass) smtp.mailfrom=anna@corporatie.example", "a remark"),
        ("mx.huissleutel.example; spf=pass smtp.mailfrom=boef@boef.example", "another envelope"),
        ("mx.huissleutel.example; spf=pass smtp.helo=corporatie.example", "the name of the machine only"),
        (
            "mx.huissleutel.example; spf=fail smtp.mailfrom=x@y.example; spf=pass smtp.mailfrom=anna@corporatie.example",
            "two results",
        ),
        (
            "(mx.huissleutel.example; spf=pass smtp.mailfrom=anna@corporatie.example) mx.boef.example; spf=none",
            "in a remark",
        ),
        ("mx.huissleutel.example 2; spf=pass smtp.mailfrom=anna@corporatie.example", "a version that we do not know"),
        ("", "nothing"),
    ] {
        house.doubts(&format!("Authentication-Results: {results}\r\n{}", message(ANNA)), Doubt::NoSignature, why).await;
    }
    let under = format!(
        "Authentication-Results: mx.boef.example; spf=none\r\nAuthentication-Results: {own}\r\n{}",
        message(ANNA)
    );
    house.doubts(&under, Doubt::NoSignature, "ours is not the topmost: it was in the message").await;
    let received = format!("Received-SPF: pass (mx.huissleutel.example) client-ip=192.0.2.1\r\n{}", message(ANNA));
    house.doubts(&received, Doubt::NoSignature, "Received-SPF").await;
    let chain = format!(
        "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=boef.example; s=s1; b=AAAA\r\n\
         ARC-Message-Signature: i=1; a=rsa-sha256; d=boef.example; s=s1; h=from; bh=AAAA; b=AAAA\r\n\
         ARC-Authentication-Results: i=1; mx.boef.example; dkim=pass header.d=corporatie.example; dmarc=pass\r\n{}",
        message(ANNA)
    );
    house.doubts(&chain, Doubt::NoSignature, "a chain of others (ARC)").await;
    let other_envelope = format!("Authentication-Results: {own}\r\n{}", message(ANNA));
    let verdict = house.judge.judge(other_envelope.as_bytes(), "boef@boef.example", Time::from_micros(0)).await;
    assert_eq!(verdict, Verdict::Doubt(Doubt::NoSignature), "a result about another envelope");
    let verdict = house.judge.judge(other_envelope.as_bytes(), "", Time::from_micros(0)).await;
    assert_eq!(verdict, Verdict::Doubt(Doubt::NoSignature), "a result about no envelope");
    let mut deaf = house;
    let zone = "_dmarc.corporatie.example TXT \"v=DMARC1; p=reject\"".to_owned();
    deaf.judge = Judge::new(&Resolver::Records(zone), None).unwrap();
    deaf.doubts(&other_envelope, Doubt::NoSignature, "no mail server is trusted").await;
}

#[tokio::test]
async fn more_signatures_than_are_looked_at_are_none() {
    let house = house();
    let many = (0..9).fold(message(ANNA), |raw, _| house.own.sign(&raw, OWN, ALL));
    house.doubts(&many, Doubt::TooManySignatures, "nine").await;
}
