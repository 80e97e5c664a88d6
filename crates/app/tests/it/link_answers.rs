//! What is answered to mail that came in: details to the stored contact, in the thread; one neutral text to everybody else; and what
//! contacts are asked by a link before anything is done that one mail does not do.

use app::contacts::{self, At, New};
use app::link_request::{self, AcceptError, AnswerError, Answered, Done};
use app::organisation::Add;
use domain::access::Actor;
use domain::link_request::{Missing, Refusal, State};
use domain::role::Role;
use domain::time::Span;
use domain::token::Dead;
use mail::transport::Delivered;
use testkit::{each_engine, raw};

use crate::house::{House, text, token};
use crate::mail_in::{ASKED, ELS, build, comes_in, links, only, requests};
use crate::proposal::person;

const PIM: &str = "pim@linde.example.nl";
const NEW: &str = "mutatie account ALMELO01, nieuwe huurder jan@example.nl, per 1-12-2026";
const LINK: &str = "/contact/vraag/";

/// A second contact of the same client.
async fn second_contact(house: &House) {
    let (at, new) = (At::Client("linde".parse().unwrap()), New { name: "Pim".to_owned(), email: PIM.to_owned() });
    contacts::enter(&house.app, &house.ctx(), &Actor::Server, (&at, &new)).await.unwrap();
    raw::run(&house.fresh, "UPDATE contact SET proven_at = 1, approved_at = 1").await;
    house.deliver().await;
}

fn to(mails: &[Delivered]) -> Vec<&str> {
    let mut all: Vec<&str> = mails.iter().map(|mail| mail.envelope.to.as_str()).collect();
    all.sort_unstable();
    all
}

fn of<'a>(mails: &'a [Delivered], address: &str) -> &'a Delivered {
    let found = mails.iter().find(|mail| mail.envelope.to.as_str() == address);
    found.unwrap_or_else(|| panic!("no mail to {address} among {:?}", to(mails)))
}

/// What there is to read, without headers and borders.
fn body(text: &str) -> String {
    let parts = text.split("--=_").filter(|part| part.contains("text/plain"));
    parts.last().unwrap_or_default().split("\r\n\r\n").skip(1).collect::<Vec<_>>().join("\n")
}

async fn proposed(house: &House, kim: &Actor) -> Vec<Delivered> {
    raw::run(&house.fresh, "UPDATE email_link SET proof = 'confirmed'").await;
    comes_in(house, ELS, true, &format!("Zelfde bewoner. {ASKED}")).await;
    let id = only(house, kim).await.id;
    let done = link_request::accept(&house.app, &house.ctx(), kim, (id, false)).await.unwrap();
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
        link_request::accept(&house.app, &house.ctx(), &kim, (id, true)).await.unwrap();
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
        assert!(!says.contains("/pass/reset/?") && !says.contains(LINK), "no link that opens anything: {says}");
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

/// To a contact of one client, an account of another one is as one that does not exist.
#[tokio::test]
async fn a_contact_of_another_client_is_told_nothing_of_it() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        house.home("ALMELO01", None).await;
        let kim = person(&house, Role::Support, 1).await;
        let client = Add { slug: "esdoorn".parse().unwrap(), name: "De Esdoorn".parse().unwrap(), portal: false };
        app::organisation::add(&house.app, &house.ctx(), Actor::Server, client).await.unwrap();
        let (at, new) = (
            At::Client("esdoorn".parse().unwrap()),
            New { name: "Bo".to_owned(), email: "bo@elders.example.nl".to_owned() },
        );
        contacts::enter(&house.app, &house.ctx(), &Actor::Server, (&at, &new)).await.unwrap();
        raw::run(&house.fresh, "UPDATE contact SET proven_at = 1, approved_at = 1").await;
        house.deliver().await;
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

#[tokio::test]
async fn a_second_contact_confirms_what_waits() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        second_contact(&house).await;
        house.home("ALMELO01", Some("oud@example.nl")).await;
        let kim = person(&house, Role::Support, 1).await;
        let mails = proposed(&house, &kim).await;
        assert_eq!(to(&mails), [ELS, "oud@example.nl", PIM], "{}", house.engine);
        assert!(!text(of(&mails, ELS)).contains(LINK), "nobody confirms what they asked themselves");
        let link = token(of(&mails, PIM), LINK);
        let (app, ctx) = (&house.app, house.ctx());
        for _ in 0..3 {
            let behind = link_request::open(app, &ctx, &link).await.unwrap().unwrap();
            assert_eq!(
                (behind.wanted.account.as_str(), behind.wanted.address.as_str()),
                ("ALMELO01", "jan@example.nl")
            );
        }
        assert_eq!(links(&house, "jan@example.nl").await, 0, "opening it changes nothing (law 5)");
        let robot = link_request::answer(app, &ctx, &link, ("", true)).await;
        assert!(matches!(robot, Err(AnswerError::OtherAddress(_))), "{robot:?}");
        let other = link_request::answer(app, &ctx, &link, (ELS, true)).await;
        assert!(matches!(other, Err(AnswerError::OtherAddress(_))), "{other:?}");
        let done = link_request::answer(app, &ctx, &link, (" Pim@Linde.example.nl ", true)).await.unwrap();
        assert_eq!((done, links(&house, "jan@example.nl").await), (Answered::Done, 1));
        let again = link_request::answer(app, &ctx, &link, (PIM, false)).await;
        assert!(matches!(again, Err(AnswerError::Dead(Dead::Used))), "{again:?}");
        let mails = house.deliver().await;
        assert!(text(of(&mails, ELS)).contains("Het e-mailadres is gekoppeld"), "{}", text(of(&mails, ELS)));
        let line = "SELECT COUNT(*) FROM audit_line WHERE act = 'proposal.approved' AND actor_kind = 'contact'";
        assert_eq!(raw::count(&house.fresh, line).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_second_contact_stops_what_waits() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        second_contact(&house).await;
        house.home("ALMELO01", Some("oud@example.nl")).await;
        let kim = person(&house, Role::Support, 1).await;
        let mails = proposed(&house, &kim).await;
        let link = token(of(&mails, PIM), LINK);
        let done = link_request::answer(&house.app, &house.ctx(), &link, (PIM, false)).await.unwrap();
        assert_eq!(done, Answered::Stopped, "{}", house.engine);
        let mails = house.deliver().await;
        assert!(text(of(&mails, ELS)).contains("zei nee"), "{}", text(of(&mails, ELS)));
        house.forward(Span::hours(73));
        while app::proposal::carry_out_due(&house.app).await.unwrap() > 0 {}
        assert_eq!(links(&house, "jan@example.nl").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_link_dies_with_its_contact_and_with_what_it_asks() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        second_contact(&house).await;
        house.home("ALMELO01", Some("oud@example.nl")).await;
        let kim = person(&house, Role::Support, 1).await;
        let link = token(of(&proposed(&house, &kim).await, PIM), LINK);
        let (app, ctx) = (&house.app, house.ctx());
        for (sets, undoes, dead) in [
            ("UPDATE contact SET ended_at = 1", "UPDATE contact SET ended_at = NULL", Dead::Ended),
            ("UPDATE organisation SET frozen_at = 1", "UPDATE organisation SET frozen_at = NULL", Dead::Ended),
            (
                "UPDATE organisation SET mail_frozen_at = 1",
                "UPDATE organisation SET mail_frozen_at = NULL",
                Dead::Ended,
            ),
        ] {
            raw::run(&house.fresh, sets).await;
            let answered = link_request::answer(app, &ctx, &link, (PIM, true)).await;
            assert!(matches!(answered, Err(AnswerError::Dead(why)) if why == dead), "{sets}: {answered:?}");
            raw::run(&house.fresh, undoes).await;
        }
        let unknown = link_request::answer(app, &ctx, &"A".repeat(43), (PIM, true)).await;
        assert!(matches!(unknown, Err(AnswerError::Dead(Dead::Unknown))), "{unknown:?}");
        raw::run(&house.fresh, "UPDATE proposal SET state = 'refused', decided_at = 1, sealed = NULL").await;
        let decided = link_request::answer(app, &ctx, &link, (PIM, true)).await;
        assert!(matches!(decided, Err(AnswerError::Dead(Dead::Used))), "{decided:?}");
        house.forward(Span::hours(72));
        let late = link_request::answer(app, &house.ctx(), &link, (PIM, true)).await;
        assert!(matches!(late, Err(AnswerError::Dead(Dead::Expired))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn new_residents_come_once_a_contact_says_so() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        second_contact(&house).await;
        house.home("ALMELO01", Some("oud@example.nl")).await;
        raw::run(&house.fresh, "UPDATE email_link SET proof = 'confirmed', confirmed_at = 1").await;
        let kim = person(&house, Role::Support, 1).await;
        comes_in(&house, ELS, true, NEW).await;
        let id = only(&house, &kim).await.id;
        assert_eq!(link_request::ask(&house.app, &house.ctx(), &kim, id).await.unwrap(), 1);
        let planned = "SELECT COUNT(*) FROM tenant_change";
        assert_eq!(raw::count(&house.fresh, planned).await, 0, "asking changes nothing, {}", house.engine);
        let mails = house.deliver().await;
        assert_eq!(to(&mails), [PIM], "nobody confirms what they asked themselves, where there is another");
        let pim = token(of(&mails, PIM), LINK);
        // Nobody answers for some days: support puts it to them once more.
        house.forward(Span::days(2));
        link_request::ask(&house.app, &house.ctx(), &kim, id).await.unwrap();
        let again = token(of(&house.deliver().await, PIM), LINK);
        let done = link_request::answer(&house.app, &house.ctx(), &again, (PIM, true)).await.unwrap();
        assert_eq!((done, raw::count(&house.fresh, planned).await), (Answered::Done, 1));
        let twice = link_request::ask(&house.app, &house.ctx(), &kim, id).await;
        assert!(matches!(twice, Err(AcceptError::Decided)), "{twice:?}");
        let second = link_request::answer(&house.app, &house.ctx(), &pim, (PIM, false)).await;
        assert!(matches!(second, Err(AnswerError::Dead(Dead::Used))), "the first answer counts: {second:?}");
        let list = requests(&house, &kim).await;
        assert_eq!((list.open.len(), list.decided[0].state), (0, State::Accepted));
        let mails = house.deliver().await;
        assert!(text(of(&mails, ELS)).contains("De nieuwe huurder is ingevoerd"));
        assert!(to(&mails).contains(&"oud@example.nl"), "who leaves is told: {:?}", to(&mails));
        let line = "SELECT COUNT(*) FROM audit_line WHERE act = 'tenant-change.planned' AND actor_kind = 'contact'";
        assert_eq!(raw::count(&house.fresh, line).await, 1);
    })
    .await;
}

#[tokio::test]
async fn new_residents_do_not_come_when_a_contact_says_no_or_nobody_answers() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        house.home("ALMELO01", None).await;
        let kim = person(&house, Role::Support, 1).await;
        comes_in(&house, ELS, true, ASKED).await;
        let id = only(&house, &kim).await.id;
        let not_new = link_request::ask(&house.app, &house.ctx(), &kim, id).await;
        assert!(matches!(not_new, Err(AcceptError::Missing(Missing::Reading))), "{not_new:?}");
        link_request::refuse(&house.app, &house.ctx(), &kim, (id, Refusal::Done)).await.unwrap();
        house.deliver().await;
        for yes_late in [false, true] {
            comes_in(&house, ELS, true, &format!("{NEW}{}", if yes_late { " aub" } else { "" })).await;
            let id = only(&house, &kim).await.id;
            link_request::ask(&house.app, &house.ctx(), &kim, id).await.unwrap();
            let link = token(of(&house.deliver().await, ELS), LINK);
            if yes_late {
                house.forward(Span::days(7));
                let late = link_request::answer(&house.app, &house.ctx(), &link, (ELS, true)).await;
                assert!(matches!(late, Err(AnswerError::Dead(Dead::Expired))), "{late:?}");
                // Support can end it.
                link_request::refuse(&house.app, &house.ctx(), &kim, (id, Refusal::NotSure)).await.unwrap();
            } else {
                let done = link_request::answer(&house.app, &house.ctx(), &link, (ELS, false)).await.unwrap();
                assert_eq!(done, Answered::Stopped, "{}", house.engine);
                let told = text(of(&house.deliver().await, ELS));
                assert!(told.contains("Een contactpersoon van uw organisatie zei dat dit niet klopt"), "{told}");
            }
            house.deliver().await;
        }
        assert_eq!(raw::count(&house.fresh, "SELECT COUNT(*) FROM tenant_change").await, 0);
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
        let accepted = link_request::accept(app, &ctx, &kim, (id, true)).await;
        assert!(matches!(accepted, Err(AcceptError::Missing(Missing::Contact))), "{accepted:?} on {}", house.engine);
        comes_in(&house, ELS, true, &format!("{ASKED} aub")).await;
        let told = house.deliver().await;
        assert!(!text(&told[0]).contains("ALMELO"), "as a stranger's: {}", text(&told[0]));
        assert_eq!(links(&house, "jan@example.nl").await, 0);
        app::clients::freeze_mail(app, &ctx, &boss, ("linde", false)).await.unwrap();
        link_request::accept(app, &ctx, &kim, (id, true)).await.unwrap();
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

/// The link goes to another mailbox, not to another way of writing the one that asked.
#[tokio::test]
async fn nobody_is_two_contacts_by_writing_the_address_otherwise() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        for (name, email) in [("Els de Wit", "els+2@linde.example.nl"), ("E. de Wit", "e.ls@linde.example.nl")] {
            let (at, new) =
                (At::Client("linde".parse().unwrap()), New { name: name.to_owned(), email: email.to_owned() });
            contacts::enter(&house.app, &house.ctx(), &Actor::Server, (&at, &new)).await.unwrap();
        }
        raw::run(&house.fresh, "UPDATE contact SET proven_at = 1, approved_at = 1").await;
        house.deliver().await;
        house.home("ALMELO01", Some("oud@example.nl")).await;
        let kim = person(&house, Role::Support, 1).await;
        let mails = proposed(&house, &kim).await;
        assert_eq!(to(&mails), [ELS, "oud@example.nl"], "{}", house.engine);
    })
    .await;
}

/// A mailbox was taken over: what it asked and what waits is not made.
#[tokio::test]
async fn what_waits_is_over_when_mail_is_frozen() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        second_contact(&house).await;
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
