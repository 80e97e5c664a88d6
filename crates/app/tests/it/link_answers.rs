//! What is answered to mail that came in: details to the stored contact, in the thread; one neutral text to everybody else.

use app::link_request::{self, AcceptError, Done};
use app::organisation::Add;
use domain::access::Actor;
use domain::link_request::{Missing, Refusal};
use domain::role::Role;
use domain::time::Span;
use mail::transport::Delivered;
use testkit::{each_engine, raw};

use crate::house::{House, text};
use crate::mail_in::{ASKED, ELS, build, comes_in, contact, links, only, requests, said};
use crate::proposal::person;

pub(crate) fn to(mails: &[Delivered]) -> Vec<&str> {
    let mut all: Vec<&str> = mails.iter().map(|mail| mail.envelope.to.as_str()).collect();
    all.sort_unstable();
    all
}

pub(crate) fn of<'a>(mails: &'a [Delivered], address: &str) -> &'a Delivered {
    let found = mails.iter().find(|mail| mail.envelope.to.as_str() == address);
    found.unwrap_or_else(|| panic!("no mail to {address} among {:?}", to(mails)))
}

/// What there is to read, without headers and borders.
fn body(text: &str) -> String {
    let parts = text.split("--=_").filter(|part| part.contains("text/plain"));
    parts.last().unwrap_or_default().split("\r\n\r\n").skip(1).collect::<Vec<_>>().join("\n")
}

pub(crate) async fn proposed(house: &House, kim: &Actor) -> Vec<Delivered> {
    raw::run(&house.fresh, "UPDATE email_link SET proof = 'confirmed'").await;
    comes_in(house, ELS, true, &format!("Zelfde bewoner. {ASKED}")).await;
    let id = only(house, kim).await.id;
    let done = link_request::accept(&house.app, &house.ctx(), kim, (id, said(false))).await.unwrap();
    assert_eq!(done, Done::Proposed);
    house.deliver().await
}

#[tokio::test]
async fn a_contact_hears_what_was_done_in_the_same_thread() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        house.home("ALMELO01", None).await;
        let kim = person(&house, Role::Support, 1).await;
        comes_in(&house, ELS, true, ASKED).await;
        assert!(house.deliver().await.is_empty(), "a contact is answered once it is decided, {}", house.engine);
        let id = only(&house, &kim).await.id;
        link_request::accept(&house.app, &house.ctx(), &kim, (id, said(true))).await.unwrap();
        let mails = house.deliver().await;
        assert_eq!(to(&mails), [ELS]);
        let raw = String::from_utf8_lossy(&mails[0].message).into_owned();
        for header in [
            "Subject: Re: Koppelen".to_owned(),
            format!("In-Reply-To: <{}@linde.example.nl>", ASKED.len()),
            format!("References: <{}@linde.example.nl>", ASKED.len()),
            "Auto-Submitted: auto-replied".to_owned(),
            "X-Huissleutel-Loop: 1".to_owned(),
        ] {
            assert!(raw.contains(&header), "{header} in {raw}");
        }
        let says = text(&mails[0]);
        assert!(says.contains("ALMELO01") && says.contains("jan@example.nl"), "{says}");
        assert!(
            !says.contains("/pass/reset/?") && !says.contains("/contact/vraag/"),
            "no link that opens anything: {says}"
        );
    })
    .await;
}

#[tokio::test]
async fn every_refusal_is_told_with_its_reason() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        house.home("ALMELO01", None).await;
        let kim = person(&house, Role::Support, 1).await;
        let mut told: Vec<String> = Vec::new();
        for (number, why) in Refusal::choices().enumerate() {
            comes_in(&house, ELS, true, &format!("{ASKED}{}", " aub".repeat(number))).await;
            let id = only(&house, &kim).await.id;
            link_request::refuse(&house.app, &house.ctx(), &kim, (id, why)).await.unwrap();
            let mails = house.deliver().await;
            assert_eq!(to(&mails), [ELS], "{why} on {}", house.engine);
            let says = text(&mails[0]);
            assert_eq!(says.contains("/service/"), why == Refusal::Portal, "the right screen: {says}");
            told.push(says);
        }
        told.sort_unstable();
        told.dedup();
        assert_eq!(told.len(), Refusal::choices().count(), "each reason in its own words");
    })
    .await;
}

/// A client that works in the service portal is led to the right screen, and support has nothing to read.
#[tokio::test]
async fn a_contact_of_a_client_with_portal_is_led_there() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        let home = house.home("ALMELO01", None).await;
        let kim = person(&house, Role::Support, 1).await;
        raw::run(&house.fresh, "UPDATE organisation SET portal = TRUE").await;
        comes_in(&house, ELS, true, ASKED).await;
        let list = requests(&house, &kim).await;
        assert_eq!((list.open.len(), list.decided[0].reason), (0, Some(Refusal::Portal)), "{}", house.engine);
        let mails = house.deliver().await;
        assert_eq!(to(&mails), [ELS]);
        assert!(text(&mails[0]).contains(&format!("/service/woningen/{home}/")), "{}", text(&mails[0]));
        assert_eq!(links(&house, "jan@example.nl").await, 0);
        // Whoever is no contact of it learns nothing of how it works, and neither does one whose mail is not authentic.
        for (from, authentic) in [("boef@elders.example.nl", true), (ELS, false)] {
            comes_in(&house, from, authentic, &format!("{ASKED} aub {authentic}")).await;
            assert!(!text(&house.deliver().await[0]).contains("/service/"), "{from}");
        }
        assert_eq!(requests(&house, &kim).await.open.len(), 2);
    })
    .await;
}

/// A contact who answers quotes our mail with its link, and support reads the answer.
#[tokio::test]
async fn a_quoted_link_is_nothing_for_who_reads_it() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        let kim = person(&house, Role::Support, 1).await;
        let token = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE";
        comes_in(&house, ELS, true, &format!("Bedankt!\n> https://huis.test/contact/verstrekken/{token}/\n> Dag"))
            .await;
        let text = only(&house, &kim).await.text;
        assert!(!text.contains(token) && text.contains("/contact/verstrekken/…/"), "{text} on {}", house.engine);
    })
    .await;
}

/// A stranger's long list is a few rows, each with the whole text.
#[tokio::test]
async fn a_stranger_fills_no_queue() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        let kim = person(&house, Role::Support, 1).await;
        let lines: Vec<String> =
            (10..40).map(|at| format!("Graag e-mailadres a{at}@example.nl koppelen aan account ALMELO{at}")).collect();
        comes_in(&house, "boef@elders.example.nl", true, &lines.join("\n")).await;
        let open = requests(&house, &kim).await.open;
        assert_eq!(open.len(), 5, "{}", house.engine);
        assert!(open[0].text.contains("ALMELO39"), "nothing of it is lost");
    })
    .await;
}

/// Whether there is such an account is told to nobody who is no contact of its client.
#[tokio::test]
async fn strangers_get_one_text_whatever_they_ask() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        house.home("ALMELO01", None).await;
        let mut texts = Vec::new();
        for (number, asked) in [
            ASKED.to_owned(),
            ASKED.replace("ALMELO01", "ALMELO99"),
            "Ik ben mijn wachtwoord vergeten, wilt u een nieuw wachtwoord sturen?".to_owned(),
            "Kunt u mij bellen?".to_owned(),
        ]
        .into_iter()
        .enumerate()
        {
            let from = format!("boef{number}@elders.example.nl");
            comes_in(&house, &from, number % 2 == 0, &asked).await;
            let mails = house.deliver().await;
            assert_eq!(to(&mails), [from.as_str()], "{}", house.engine);
            assert_eq!(mails[0].envelope.from.as_str(), "", "RFC 3834: nobody hears when it does not arrive");
            let says = text(&mails[0]);
            let body = body(&says);
            assert!(!body.contains("ALMELO") && !body.contains("jan@"), "{body}");
            texts.push(body);
        }
        texts.dedup();
        assert_eq!(texts.len(), 1, "{texts:#?}");

        // A contact whose mail is not authentic is somebody else: the same text, and no detail.
        comes_in(&house, ELS, false, ASKED).await;
        let mails = house.deliver().await;
        assert!(!text(&mails[0]).contains("ALMELO"), "{}", text(&mails[0]));
    })
    .await;
}

#[tokio::test]
async fn nobody_is_flooded_and_no_program_is_answered() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        for text in ["een", "twee", "drie drie"] {
            comes_in(&house, "boef@elders.example.nl", true, text).await;
        }
        assert_eq!(house.deliver().await.len(), 1, "one a day for a mailbox, on {}", house.engine);
        for same in ["boef+1@elders.example.nl", "b.oef+2@elders.example.nl", "BOEF@elders.example.nl"] {
            comes_in(&house, same, true, "vier").await;
        }
        assert!(house.deliver().await.is_empty(), "however it is written");
        house.forward(Span::days(1));
        comes_in(&house, "boef@elders.example.nl", true, "morgen").await;
        assert_eq!(house.deliver().await.len(), 1);
        for program in ["noreply@elders.example.nl", "mailer-daemon@elders.example.nl", "owner-lijst@elders.example.nl"]
        {
            comes_in(&house, program, true, ASKED).await;
        }
        assert!(house.deliver().await.is_empty());
    })
    .await;
}

/// Whatever comes in, so many neutral answers go out in an hour: a flood of forged senders is no flood of ours. One mailbox that writes
/// without end uses up nothing of the others.
#[tokio::test]
async fn five_hundred_answers_in_an_hour_are_the_most() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        for number in 0..20 {
            comes_in(&house, "boef@elders.example.nl", true, &format!("vraag {}", "!".repeat(number))).await;
        }
        for number in 0..500 {
            comes_in(&house, &format!("mens{number}@elders.example.nl"), true, "vraag").await;
        }
        let answers = "SELECT COUNT(*) FROM mail WHERE kind = 'request_received'";
        assert_eq!(raw::count(&house.fresh, answers).await, 500, "{}", house.engine);
        raw::run(&house.fresh, "DELETE FROM mail WHERE kind = 'request_received'").await;
        house.forward(Span::hours(1));
        comes_in(&house, "later@elders.example.nl", true, "vraag").await;
        assert_eq!(house.deliver().await.len(), 1);
    })
    .await;
}

/// To a contact of one client, an account of another one is as one that does not exist.
#[tokio::test]
async fn a_contact_of_another_client_is_told_nothing_of_it() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        house.home("ALMELO01", None).await;
        let kim = person(&house, Role::Support, 1).await;
        let client = Add { slug: "esdoorn".parse().unwrap(), name: "De Esdoorn".parse().unwrap(), portal: false };
        app::organisation::add(&house.app, &house.ctx(), Actor::Server, client).await.unwrap();
        contact(&house, "esdoorn", "bo@elders.example.nl").await;
        let mut told = Vec::new();
        for account in ["ALMELO01", "ALMELO99"] {
            comes_in(&house, "bo@elders.example.nl", true, &ASKED.replace("ALMELO01", account)).await;
            let seen = only(&house, &kim).await;
            assert_eq!(
                (seen.missing.as_slice(), seen.client.as_deref()),
                (&[Missing::Account][..], Some("De Esdoorn"))
            );
            link_request::refuse(&house.app, &house.ctx(), &kim, (seen.id, Refusal::WrongAccount)).await.unwrap();
            let mails = house.deliver().await;
            assert_eq!(to(&mails), ["bo@elders.example.nl"], "{}", house.engine);
            told.push(body(&text(&mails[0])).replace(account, "ACCOUNT"));
        }
        assert_eq!(told[0], told[1]);
    })
    .await;
}

/// One switch, for when a mailbox or a domain of a client was taken over.
#[tokio::test]
async fn mail_of_a_client_that_is_frozen_counts_no_more() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        house.home("ALMELO01", None).await;
        let (kim, boss) = (person(&house, Role::Support, 1).await, person(&house, Role::OperatorAdmin, 2).await);
        comes_in(&house, ELS, true, ASKED).await;
        let id = only(&house, &kim).await.id;
        let (app, ctx) = (&house.app, house.ctx());
        let refused = app::clients::freeze_mail(app, &ctx, &kim, ("linde", true)).await;
        assert!(refused.is_err(), "an admin of the operator does this");
        for _ in 0..2 {
            app::clients::freeze_mail(app, &ctx, &boss, ("linde", true)).await.unwrap();
        }
        let accepted = link_request::accept(app, &ctx, &kim, (id, said(true))).await;
        assert!(matches!(accepted, Err(AcceptError::Missing(Missing::Contact))), "{accepted:?} on {}", house.engine);
        comes_in(&house, ELS, true, &format!("{ASKED} aub")).await;
        let told = house.deliver().await;
        assert!(!text(&told[0]).contains("ALMELO"), "as a stranger's: {}", text(&told[0]));
        assert_eq!(links(&house, "jan@example.nl").await, 0);
        app::clients::freeze_mail(app, &ctx, &boss, ("linde", false)).await.unwrap();
        link_request::accept(app, &ctx, &kim, (id, said(true))).await.unwrap();
        assert_eq!(to(&house.deliver().await), [ELS]);
        let lines = "SELECT COUNT(*) FROM audit_line WHERE act LIKE 'organisation.mail-%'";
        assert_eq!(raw::count(&house.fresh, lines).await, 2, "what was so before is no line");
    })
    .await;
}

/// Who asked hears how it ends, also when nobody pressed anything.
#[tokio::test]
async fn a_contact_hears_how_it_ended_once_it_has_waited() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        house.home("ALMELO01", Some("oud@example.nl")).await;
        let kim = person(&house, Role::Support, 1).await;
        // Somebody of the client could approve it: what the mail says of 72 hours holds all the same.
        person(&house, Role::OrgAdmin, 2).await;
        let waits = text(of(&proposed(&house, &kim).await, ELS));
        assert!(waits.contains("Vertel de bewoner nog niets") && !waits.contains("/pass/reset/"), "{waits}");
        house.forward(Span::hours(72));
        assert!(house.deliver().await.is_empty(), "not before it ended, {}", house.engine);
        while app::proposal::carry_out_due(&house.app).await.unwrap() > 0 {}
        house.deliver().await;
        house.forward(Span::minutes(31));
        let ended = text(of(&house.deliver().await, ELS));
        assert!(ended.contains("Het e-mailadres is gekoppeld"), "{ended}");
        house.forward(Span::days(1));
        assert!(house.deliver().await.is_empty(), "once");
    })
    .await;
}

/// A mailbox was taken over: what it asked and what waits is not made.
#[tokio::test]
async fn what_waits_is_over_when_mail_is_frozen() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        contact(&house, "linde", "pim@linde.example.nl").await;
        house.home("ALMELO01", Some("oud@example.nl")).await;
        let (kim, boss) = (person(&house, Role::Support, 1).await, person(&house, Role::OperatorAdmin, 2).await);
        proposed(&house, &kim).await;
        app::clients::freeze_mail(&house.app, &house.ctx(), &boss, ("linde", true)).await.unwrap();
        house.forward(Span::hours(73));
        while app::proposal::carry_out_due(&house.app).await.unwrap() > 0 {}
        assert_eq!(links(&house, "jan@example.nl").await, 0, "{}", house.engine);
        assert!(house.deliver().await.is_empty(), "a mailbox that was taken over hears nothing");
    })
    .await;
}

/// A contact whose mail cannot be believed hears that, at the stored address, and nothing of what was written in their name.
#[tokio::test]
async fn a_contact_who_cannot_be_believed_hears_why() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        house.home("ALMELO01", None).await;
        let kim = person(&house, Role::Support, 1).await;
        comes_in(&house, ELS, false, ASKED).await;
        house.deliver().await;
        let id = only(&house, &kim).await.id;
        link_request::refuse(&house.app, &house.ctx(), &kim, (id, Refusal::NotSure)).await.unwrap();
        let told = text(of(&house.deliver().await, ELS));
        assert!(told.contains("Wij weten niet zeker dat dit verzoek van u kwam"), "{told} on {}", house.engine);
        assert!(!told.contains("ALMELO") && !told.contains("jan@"), "{told}");
    })
    .await;
}
