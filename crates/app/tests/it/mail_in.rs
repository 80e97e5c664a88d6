//! Mail that comes in: stored once, read once, judged, and never doing anything by itself; what support may do with it.

use std::sync::Arc;

use app::contacts::{self, At, New};
use app::link_request::{self, AcceptError, Done, RefuseError, Requests, Seen};
use app::mail_in::{Envelope, Inbound, TakeError, Taken, read_due, take};
use app::users::link::LinkError;
use app::{Barred, Settings};
use domain::access::{Actor, Denied};
use domain::email::Address;
use domain::link_request::{Doubt, Missing, Refusal, State, Unclear};
use domain::role::Role;
use domain::tenant_change::Kind;
use domain::time::Span;
use mail::inbound::{Judge, LARGEST, Resolver};
use testkit::{Fresh, each_engine, raw};

use crate::bounces::{UNKNOWN, report};
use crate::house::House;
use crate::proposal::person;
use crate::tenant_change::{plan, wish};

pub(crate) const ELS: &str = "els@linde.example.nl";
const US: &str = "koppelen@huis.example.nl";
/// The same residents live there, or nothing is said.
pub(crate) fn said(same: bool) -> link_request::Said {
    link_request::Said { same, letter: false }
}

pub(crate) const ASKED: &str = "Graag e-mailadres jan@example.nl koppelen aan account ALMELO01";

/// The domain of the contact has a policy; whether its mails are authentic is told by the mail server of the test.
fn takes_mail(settings: &mut Settings) {
    let zone =
        "_dmarc.linde.example.nl TXT \"v=DMARC1; p=reject\"\n_dmarc.elders.example.nl TXT \"v=DMARC1; p=reject\"";
    let judge = Judge::new(&Resolver::Records(zone.to_owned()), Some("mx.test".to_owned())).unwrap();
    settings.bounce_domain = Some("post.example.nl".to_owned());
    settings.inbound = Some(Inbound { address: Address::parse(US).unwrap(), judge: Arc::new(judge) });
}

/// A client without portal, with a contact, and one home.
pub(crate) async fn build(fresh: Arc<Fresh>) -> House {
    let house = House::build_as(fresh, takes_mail).await;
    raw::run(&house.fresh, "UPDATE organisation SET portal = FALSE").await;
    contact(&house, "linde", ELS).await;
    house
}

/// A contact of a client that counts: approved by another person, and proven.
pub(crate) async fn contact(house: &House, client: &str, email: &str) {
    let (at, new) = (At::Client(client.parse().unwrap()), New { name: "Els".to_owned(), email: email.to_owned() });
    contacts::enter(&house.app, &house.ctx(), &Actor::Server, (&at, &new)).await.unwrap();
    raw::run(&house.fresh, "UPDATE contact SET proven_at = 1, approved_at = 1").await;
    house.deliver().await;
}

fn message(from: &str, authentic: bool, text: &str) -> Vec<u8> {
    let results = if authentic { "pass" } else { "fail" };
    format!(
        "Authentication-Results: mx.test; spf={results} smtp.mailfrom={from}\r\nFrom: Els <{from}>\r\nTo: {US}\r\n\
         Subject: Koppelen\r\nMessage-ID: <{}@linde.example.nl>\r\n\r\n{text}\r\n",
        text.len()
    )
    .into_bytes()
}

fn envelope(from: &str) -> Envelope {
    Envelope { from: from.to_owned(), to: vec![US.to_owned()] }
}

pub(crate) async fn comes_in(house: &House, from: &str, authentic: bool, text: &str) -> Taken {
    let taken = take(&house.app, &house.ctx(), &envelope(from), &message(from, authentic, text)).await.unwrap();
    while read_due(&house.app).await.unwrap() > 0 {}
    taken
}

pub(crate) async fn requests(house: &House, who: &Actor) -> Requests {
    link_request::list(&house.app, &house.ctx(), who).await.unwrap()
}

pub(crate) async fn only(house: &House, who: &Actor) -> Seen {
    let mut open = requests(house, who).await.open;
    assert_eq!(open.len(), 1, "{}", house.engine);
    open.remove(0)
}

pub(crate) async fn links(house: &House, address: &str) -> i64 {
    raw::count(&house.fresh, &format!("SELECT COUNT(*) FROM email_link WHERE address = '{address}'")).await
}

#[tokio::test]
async fn what_a_contact_asks_is_done_once_support_accepts_it() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        house.home("ALMELO01", None).await;
        let kim = person(&house, Role::Support, 1).await;
        comes_in(&house, ELS, true, ASKED).await;
        let seen = only(&house, &kim).await;
        assert_eq!((seen.missing.as_slice(), seen.unclear, seen.doubt), (&[][..], None, None), "{}", house.engine);
        assert_eq!(seen.client.as_deref(), Some("Stichting De Linde"));
        assert_eq!(links(&house, "jan@example.nl").await, 0, "a request by itself changes nothing");

        // The question of law 7 is answered first.
        let not_said = link_request::accept(&house.app, &house.ctx(), &kim, (seen.id, said(false))).await;
        assert!(matches!(not_said, Err(AcceptError::NotSaid)), "{not_said:?}");
        let done = link_request::accept(&house.app, &house.ctx(), &kim, (seen.id, said(true))).await.unwrap();
        assert_eq!((done, links(&house, "jan@example.nl").await), (Done::Linked, 1));
        let told = house.deliver().await;
        assert!(told.iter().all(|mail| mail.envelope.to.as_str() == ELS), "law 10: the client tells the tenant");
        let again = link_request::accept(&house.app, &house.ctx(), &kim, (seen.id, said(true))).await;
        assert!(matches!(again, Err(AcceptError::Decided)), "{again:?}");
        let refused = link_request::refuse(&house.app, &house.ctx(), &kim, (seen.id, Refusal::Done)).await;
        assert!(matches!(refused, Err(RefuseError::Decided)), "{refused:?}");
        let list = requests(&house, &kim).await;
        assert_eq!((list.open.len(), list.decided.len(), list.decided[0].state), (0, 1, State::Accepted));
    })
    .await;
}

#[tokio::test]
async fn an_account_in_use_is_proposed_and_waits() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        house.home("ALMELO01", Some("oud@example.nl")).await;
        raw::run(&house.fresh, "UPDATE email_link SET proof = 'confirmed'").await;
        let kim = person(&house, Role::Support, 1).await;
        comes_in(&house, ELS, true, &format!("Zelfde bewoner. {ASKED}")).await;
        let seen = only(&house, &kim).await;
        let done = link_request::accept(&house.app, &house.ctx(), &kim, (seen.id, said(false))).await.unwrap();
        assert_eq!((done, links(&house, "jan@example.nl").await), (Done::Proposed, 0), "law 8, {}", house.engine);
        let told = house.deliver().await;
        let to: Vec<&str> = told.iter().map(|mail| mail.envelope.to.as_str()).collect();
        assert!(to.contains(&"oud@example.nl"), "the confirmed old address is told, and can object: {to:?}");
        house.forward(Span::hours(73));
        while app::proposal::carry_out_due(&house.app).await.unwrap() > 0 {}
        assert_eq!(links(&house, "jan@example.nl").await, 1, "nobody of the client could look: it waited");
    })
    .await;
}

#[tokio::test]
async fn only_a_contact_with_an_authentic_mail_gets_anything_done() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        house.home("ALMELO01", None).await;
        let kim = person(&house, Role::Support, 1).await;
        for (from, authentic, missing) in [
            ("boef@elders.example.nl", true, vec![Missing::Contact]),
            ("boef@elders.example.nl", false, vec![Missing::Contact, Missing::Authentic]),
            (ELS, false, vec![Missing::Authentic]),
        ] {
            comes_in(&house, from, authentic, ASKED).await;
            let seen = only(&house, &kim).await;
            assert_eq!(seen.missing, missing, "{from} on {}", house.engine);
            assert_eq!(seen.client.is_some(), from == ELS, "whose the account is, is not told of a stranger's mail");
            let refused = link_request::accept(&house.app, &house.ctx(), &kim, (seen.id, said(true))).await;
            assert!(matches!(refused, Err(AcceptError::Missing(_))), "{refused:?}");
            link_request::refuse(&house.app, &house.ctx(), &kim, (seen.id, Refusal::NotSure)).await.unwrap();
        }
        // A stranger is told the same of an account that is not there.
        comes_in(&house, "boef@elders.example.nl", true, &ASKED.replace("ALMELO01", "ALMELO99")).await;
        assert_eq!(only(&house, &kim).await.missing, [Missing::Contact]);
        assert_eq!(links(&house, "jan@example.nl").await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_changed_meanwhile_is_looked_at_again() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        house.home("ALMELO01", None).await;
        let kim = person(&house, Role::Support, 1).await;
        comes_in(&house, ELS, true, ASKED).await;
        let id = only(&house, &kim).await.id;
        raw::run(&house.fresh, "UPDATE contact SET ended_at = 1").await;
        let ended = link_request::accept(&house.app, &house.ctx(), &kim, (id, said(true))).await;
        assert!(matches!(ended, Err(AcceptError::Missing(Missing::Contact))), "{ended:?} on {}", house.engine);
        raw::run(&house.fresh, "UPDATE contact SET ended_at = NULL").await;
        raw::run(&house.fresh, "UPDATE organisation SET frozen_at = 1").await;
        let frozen = link_request::accept(&house.app, &house.ctx(), &kim, (id, said(true))).await;
        assert!(matches!(frozen, Err(AcceptError::Missing(Missing::Contact))), "{frozen:?}");
        raw::run(&house.fresh, "UPDATE organisation SET frozen_at = NULL").await;
        raw::run(&house.fresh, "UPDATE organisation SET portal = TRUE").await;
        let portal = link_request::accept(&house.app, &house.ctx(), &kim, (id, said(true))).await;
        assert!(matches!(portal, Err(AcceptError::Missing(Missing::Portal))), "{portal:?}");
        raw::run(&house.fresh, "UPDATE organisation SET portal = FALSE").await;
        link_request::accept(&house.app, &house.ctx(), &kim, (id, said(true))).await.unwrap();
        comes_in(&house, ELS, true, &format!("{ASKED} alstublieft")).await;
        let id = only(&house, &kim).await.id;
        let same = link_request::accept(&house.app, &house.ctx(), &kim, (id, said(true))).await;
        assert!(matches!(same, Err(AcceptError::Link(LinkError::Same))), "{same:?}");
    })
    .await;
}

#[tokio::test]
async fn a_new_resident_is_not_let_in_by_a_mail() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        house.home("ALMELO01", None).await;
        let kim = person(&house, Role::Support, 1).await;
        comes_in(&house, ELS, true, "mutatie account ALMELO01, nieuwe huurder jan@example.nl, per 1-12-2026").await;
        let seen = only(&house, &kim).await;
        for same in [true, false] {
            let refused = link_request::accept(&house.app, &house.ctx(), &kim, (seen.id, said(same))).await;
            assert!(matches!(refused, Err(AcceptError::NewResidents)), "law 7: {refused:?} on {}", house.engine);
        }
        assert_eq!(links(&house, "jan@example.nl").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_mail_is_stored_once_and_read_once() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        house.home("ALMELO01", None).await;
        let kim = person(&house, Role::Support, 1).await;
        assert_eq!(comes_in(&house, ELS, true, ASKED).await, Taken::Stored);
        assert_eq!(comes_in(&house, ELS, true, ASKED).await, Taken::Known, "{}", house.engine);
        only(&house, &kim).await;
        let kept = raw::count(&house.fresh, "SELECT COUNT(*) FROM inbound_mail WHERE sealed IS NOT NULL").await;
        assert_eq!(kept, 0, "the message is forgotten once it is read");

        // A reader that dies leaves it to another, after its time.
        let text = "Graag piet@example.nl koppelen aan ALMELO01";
        take(&house.app, &house.ctx(), &envelope(ELS), &message(ELS, true, text)).await.unwrap();
        let now = house.clock.now();
        let lost = house.app.db.write(move |tx| store::inbound::claim(tx, now, now + Span::minutes(5))).await.unwrap();
        assert!(lost.is_some());
        assert_eq!(read_due(&house.app).await.unwrap(), 0);
        house.forward(Span::minutes(5));
        assert_eq!(read_due(&house.app).await.unwrap(), 1);
        assert_eq!(requests(&house, &kim).await.open.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn what_no_program_reads_goes_to_a_person_and_what_programs_send_goes_nowhere() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        let kim = person(&house, Role::Support, 1).await;
        for (text, unclear) in [
            ("Kunt u mij bellen?", Unclear::NoRequest),
            ("Wilt u mij het wachtwoord sturen?", Unclear::Password),
            ("Graag jan@example.nl of piet@example.nl koppelen aan ALMELO01", Unclear::Mixed),
        ] {
            comes_in(&house, ELS, true, text).await;
            let seen = only(&house, &kim).await;
            assert_eq!((seen.unclear, seen.text.trim()), (Some(unclear), text), "{}", house.engine);
            let refused = link_request::accept(&house.app, &house.ctx(), &kim, (seen.id, said(true))).await;
            assert!(matches!(refused, Err(AcceptError::Missing(Missing::Reading))), "{refused:?}");
            link_request::refuse(&house.app, &house.ctx(), &kim, (seen.id, Refusal::Nothing)).await.unwrap();
        }
        let two = [&b"From: a@b.example\r\nFrom: c@d.example\r\n"[..], &message(ELS, true, ASKED)].concat();
        take(&house.app, &house.ctx(), &envelope(ELS), &two).await.unwrap();
        read_due(&house.app).await.unwrap();
        let seen = only(&house, &kim).await;
        assert_eq!((seen.doubt, seen.sender), (Some(Doubt::Sender), None));
        link_request::refuse(&house.app, &house.ctx(), &kim, (seen.id, Refusal::NotSure)).await.unwrap();

        take(&house.app, &house.ctx(), &envelope(""), &message(ELS, true, "terug")).await.unwrap();
        let bounce = Envelope { from: String::new(), to: vec!["bounce+a1b2@post.example.nl".to_owned()] };
        take(&house.app, &house.ctx(), &bounce, &message(ELS, true, "onbestelbaar")).await.unwrap();
        while read_due(&house.app).await.unwrap() > 0 {}
        assert!(requests(&house, &kim).await.open.is_empty(), "nothing to decide");
        let waits = "SELECT COUNT(*) FROM inbound_mail WHERE state = 'waiting'";
        assert_eq!(raw::count(&house.fresh, waits).await, 0, "a forged bounce is done with");
    })
    .await;
}

#[tokio::test]
async fn only_support_sees_and_decides() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        house.home("ALMELO01", None).await;
        let kim = person(&house, Role::Support, 1).await;
        comes_in(&house, ELS, true, ASKED).await;
        let id = only(&house, &kim).await.id;
        for (number, role) in (2..).zip(Role::ALL.into_iter().filter(|role| *role != Role::Support)) {
            let who = person(&house, role, number).await;
            let list = link_request::list(&house.app, &house.ctx(), &who).await.map(drop);
            let see = link_request::see(&house.app, &house.ctx(), &who, id).await.map(drop);
            for refused in [list, see] {
                assert!(matches!(refused, Err(Barred::Denied(Denied::NotAllowed))), "{role}: {refused:?}");
            }
            let accept = link_request::accept(&house.app, &house.ctx(), &who, (id, said(true))).await;
            assert!(matches!(accept, Err(AcceptError::Barred(Barred::Denied(_)))), "{role}: {accept:?}");
            let refuse = link_request::refuse(&house.app, &house.ctx(), &who, (id, Refusal::Done)).await;
            assert!(matches!(refuse, Err(RefuseError::Barred(Barred::Denied(_)))), "{role}: {refuse:?}");
        }
        let nobody = link_request::see(&house.app, &house.ctx(), &kim, house.app.id(house.clock.now())).await;
        assert!(matches!(nobody, Err(Barred::Denied(Denied::NotYours))));
    })
    .await;
}

#[tokio::test]
async fn what_was_decided_goes_after_its_term_and_what_waits_stays() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        house.home("ALMELO01", None).await;
        let kim = person(&house, Role::Support, 1).await;
        comes_in(&house, ELS, true, ASKED).await;
        let id = only(&house, &kim).await.id;
        link_request::refuse(&house.app, &house.ctx(), &kim, (id, Refusal::Done)).await.unwrap();
        comes_in(&house, ELS, true, &format!("{ASKED} aub")).await;
        house.forward(Span::days(366));
        crate::retention::run(&house).await;
        let list = requests(&house, &kim).await;
        assert_eq!((list.open.len(), list.decided.len()), (1, 0), "{}", house.engine);
        assert_eq!(raw::count(&house.fresh, "SELECT COUNT(*) FROM inbound_mail").await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_taken_is_told_at_the_door() {
    each_engine(|fresh| async move {
        let closed = House::build(Arc::clone(&fresh)).await;
        let refused = take(&closed.app, &closed.ctx(), &envelope(ELS), b"From: a@b.example\r\n\r\nhoi").await;
        assert!(matches!(refused, Err(TakeError::Closed)), "{refused:?}");
        let house = House::build_as(Arc::new(testkit::engines::sqlite().await), takes_mail).await;
        let large = take(&house.app, &house.ctx(), &envelope(ELS), &vec![b'a'; LARGEST + 1]).await;
        assert!(matches!(large, Err(TakeError::TooLarge)), "{large:?}");
        let empty = take(&house.app, &house.ctx(), &envelope(ELS), b" \r\n").await;
        assert!(matches!(empty, Err(TakeError::Empty)), "{empty:?}");
    })
    .await;
}

/// What comes to the address with the tag of a mail is a report about it, by the same door.
#[tokio::test]
async fn a_bounce_that_comes_in_marks_the_link_of_its_mail() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        house.home("ALMELO01", Some("jan@example.nl")).await;
        app::reset::ask(&house.app, &house.ctx(), "ALMELO01").await.unwrap();
        let mails = house.deliver().await;
        let report = report("jan@example.nl", "1", UNKNOWN);
        let hard = "SELECT COUNT(*) FROM email_link WHERE delivery = 'hard'";
        for _ in 0..2 {
            let comes = Envelope { from: String::new(), to: vec![mails[0].envelope.from.as_str().to_owned()] };
            take(&house.app, &house.ctx(), &comes, report.as_bytes()).await.unwrap();
            while read_due(&house.app).await.unwrap() > 0 {}
            assert_eq!(raw::count(&house.fresh, hard).await, 1, "{}", house.engine);
        }
    })
    .await;
}

/// Who asked for the former household asked nothing for the one that came since (laws 6 and 7).
#[tokio::test]
async fn a_request_is_not_about_those_who_came_after_it() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        let home = house.home("ALMELO01", None).await;
        let kim = person(&house, Role::Support, 1).await;
        comes_in(&house, ELS, true, &format!("Zelfde bewoner. {ASKED}")).await;
        let seen = only(&house, &kim).await;
        assert_eq!(seen.missing, [], "{}", house.engine);
        plan(&house, home, wish(Kind::NewTenant, "2026-11-23", "2026-11-24", None)).await.unwrap();
        house.forward(Span::days(1));
        assert_eq!(only(&house, &kim).await.missing, [Missing::OtherResidents]);
        let refused = link_request::accept(&house.app, &house.ctx(), &kim, (seen.id, said(true))).await;
        assert!(matches!(refused, Err(AcceptError::Missing(Missing::OtherResidents))), "{refused:?}");
        assert_eq!(links(&house, "jan@example.nl").await, 0);
    })
    .await;
}
