//! Clients without service portal hand out by a link: what is behind it is shown to whoever types the address, a tick uses it up, and what
//! is left comes by a new one.

use app::Caller;
use app::contact_handout::{self, HandoutLinkError, SendError, Ticked, Whom};
use app::first_login::handout;
use app::link_request::{self, Said};
use domain::access::Actor;
use domain::first_login::progress::{Part, WorkList};
use domain::id::OccupancyId;
use domain::language::Language;
use domain::naming::ProjectPath;
use domain::role::Role;
use domain::time::{Day, Span};
use domain::token::Dead;
use mail::transport::Delivered;
use testkit::{each_engine, raw};

use crate::first_login::zuid;
use crate::house::{House, text, token};
use crate::link_answers::{of, to};
use crate::mail_in::{ASKED, ELS, build, comes_in, contact, only};
use crate::proposal::person;

const PIM: &str = "pim@linde.example.nl";
const LINK: &str = "/contact/verstrekken/";
const TOLD: &str = "SELECT COUNT(*) FROM progress WHERE instruction_handed_out_on IS NOT NULL";

/// Three homes that wait, and one without an address.
async fn town(house: &House) -> ProjectPath {
    for (username, address) in
        [("ALMELO01", Some("a@example.nl")), ("ALMELO02", Some("b@example.nl")), ("ALMELO03", Some("c@example.nl"))]
    {
        house.home(username, address).await;
    }
    house.home("ALMELO04", None).await;
    zuid()
}

async fn sent(house: &House, path: &ProjectPath) -> Vec<Delivered> {
    contact_handout::send(&house.app, &house.ctx(), &Actor::Server, path).await.unwrap();
    house.deliver().await
}

async fn waiting(house: &House, link: &str) -> Vec<OccupancyId> {
    let desk = contact_handout::see(&house.app, &house.ctx(), link, ELS).await.unwrap();
    assert_eq!(desk.not_told, desk.homes.len());
    desk.homes.into_iter().filter_map(|home| home.occupancy).collect()
}

#[tokio::test]
async fn contacts_tick_who_was_told_and_what_is_left_comes_anew() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        contact(&house, "linde", PIM).await;
        let path = town(&house).await;
        let mails = sent(&house, &path).await;
        assert_eq!(to(&mails), [ELS, PIM], "every contact, on {}", house.engine);
        let link = token(of(&mails, ELS), LINK);
        assert!(!text(of(&mails, ELS)).contains("ALMELO0"), "the mail names no home");
        let (app, ctx) = (&house.app, house.ctx());
        for _ in 0..3 {
            let behind = contact_handout::open(app, &ctx, &link).await.unwrap().unwrap();
            assert_eq!(behind.client, "Stichting De Linde");
        }
        for other in ["", PIM, "ALMELO01"] {
            let seen = contact_handout::see(app, &ctx, &link, other).await;
            assert!(matches!(seen, Err(HandoutLinkError::OtherAddress(_))), "{other}: {seen:?}");
            let ticked = contact_handout::tick(app, &ctx, (&link, other), &Whom::All).await;
            assert!(matches!(ticked, Err(HandoutLinkError::OtherAddress(_))), "{other}: {ticked:?}");
        }
        assert_eq!(raw::count(&house.fresh, TOLD).await, 0, "nothing of it did anything (law 5)");

        let desk = contact_handout::see(app, &ctx, &link, "ELS@linde.example.nl ").await.unwrap();
        assert_eq!((desk.not_told, desk.no_address), (3, 1));
        let homes = waiting(&house, &link).await;
        let nobody = contact_handout::tick(app, &ctx, (&link, ELS), &Whom::These(Vec::new())).await;
        assert!(matches!(nobody, Err(HandoutLinkError::Nobody)), "{nobody:?}");
        let done = contact_handout::tick(app, &ctx, (&link, ELS), &Whom::These(homes[..1].to_vec())).await.unwrap();
        assert_eq!((done, raw::count(&house.fresh, TOLD).await), (Ticked { homes: 1, left: true }, 1));
        let used = contact_handout::tick(app, &ctx, (&link, ELS), &Whom::All).await;
        assert!(matches!(used, Err(HandoutLinkError::Dead(Dead::Used))), "a link is used once: {used:?}");
        let lines = "SELECT COUNT(*) FROM audit_line WHERE act = 'handout.ticked' AND actor_kind = 'contact'";
        assert_eq!(raw::count(&house.fresh, lines).await, 1);

        let mails = house.deliver().await;
        assert_eq!(to(&mails), [ELS], "the one who ticked goes on");
        let link = token(&mails[0], LINK);
        let done = contact_handout::tick(app, &ctx, (&link, ELS), &Whom::All).await.unwrap();
        assert_eq!((done, raw::count(&house.fresh, TOLD).await), (Ticked { homes: 2, left: false }, 3));
        assert!(house.deliver().await.is_empty(), "nobody waits");
        let nobody = contact_handout::send(app, &ctx, &Actor::Server, &path).await;
        assert!(matches!(nobody, Err(SendError::Nobody)), "{nobody:?}");
    })
    .await;
}

#[tokio::test]
async fn letters_and_list_are_those_of_who_waits() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        let path = town(&house).await;
        let link = token(&sent(&house, &path).await[0], LINK);
        let (app, ctx) = (&house.app, house.ctx());
        let letters =
            async |list, part| contact_handout::letters(app, &ctx, (&link, ELS), (list, part, Language::Nl)).await;
        assert!(letters(WorkList::NotTold, 1).await.unwrap().starts_with(b"%PDF"), "{}", house.engine);
        assert!(letters(WorkList::NoAddress, 1).await.is_ok());
        for (list, part) in [(WorkList::NotTold, 2), (WorkList::NotTold, 0), (WorkList::NeverSignedIn, 1)] {
            let none = letters(list, part).await;
            assert!(matches!(none, Err(HandoutLinkError::Nobody)), "{list} {part}");
        }
        let (_, list) = contact_handout::list(app, &ctx, (&link, ELS), "csv").await.unwrap();
        let list = String::from_utf8(list).unwrap();
        assert_eq!(list.lines().count(), 5, "{list}");
        assert!(list.contains("ALMELO01") && list.contains("ALMELO04") && !list.contains('@'), "{list}");
        let other = contact_handout::list(app, &ctx, (&link, PIM), "csv").await;
        assert!(matches!(other, Err(HandoutLinkError::OtherAddress(_))), "{other:?}");
        assert_eq!(raw::count(&house.fresh, TOLD).await, 0, "printing is no handing out");
        assert_eq!(waiting(&house, &link).await.len(), 3, "the link goes on working");
    })
    .await;
}

#[tokio::test]
async fn a_link_ends_with_its_contact_and_sends_a_new_one() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        let path = town(&house).await;
        let link = token(&sent(&house, &path).await[0], LINK);
        let app = &house.app;
        for (sets, undoes) in [
            ("UPDATE contact SET ended_at = 1", "UPDATE contact SET ended_at = NULL"),
            ("UPDATE organisation SET mail_frozen_at = 1", "UPDATE organisation SET mail_frozen_at = NULL"),
            ("UPDATE organisation SET portal = TRUE", "UPDATE organisation SET portal = FALSE"),
        ] {
            raw::run(&house.fresh, sets).await;
            let seen = contact_handout::see(app, &house.ctx(), &link, ELS).await;
            assert!(matches!(seen, Err(HandoutLinkError::Dead(Dead::Ended))), "{sets}: {seen:?} on {}", house.engine);
            contact_handout::renew(app, &house.ctx(), &link, ELS).await.unwrap();
            assert!(house.deliver().await.is_empty(), "{sets}");
            assert!(contact_handout::send(app, &house.ctx(), &Actor::Server, &path).await.is_err(), "{sets}");
            raw::run(&house.fresh, undoes).await;
        }
        house.forward(Span::days(14));
        let late = contact_handout::see(app, &house.ctx(), &link, ELS).await;
        assert!(matches!(late, Err(HandoutLinkError::Dead(Dead::Expired))), "{late:?}");
        for (which, typed) in [(link.as_str(), PIM), (link.as_str(), ""), (&"A".repeat(43), ELS)] {
            contact_handout::renew(app, &house.ctx(), which, typed).await.unwrap();
            assert!(house.deliver().await.is_empty(), "{typed}");
        }
        for _ in 0..40 {
            contact_handout::renew(app, &house.ctx(), &link, ELS).await.unwrap();
        }
        let mails = house.deliver().await;
        assert!((1..40).contains(&mails.len()), "a mailbox is not flooded: {}", mails.len());
        assert_eq!(waiting(&house, &token(&mails[0], LINK)).await.len(), 3);
    })
    .await;
}

/// Only who may hand out in the project sends it, and only for a client without portal.
#[tokio::test]
async fn who_may_hand_out_sends_the_link() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        let path = town(&house).await;
        let (app, ctx) = (&house.app, house.ctx());
        for (number, role) in [(1, Role::Support), (2, Role::OperatorAdmin), (3, Role::Auditor)] {
            let who = person(&house, role, number).await;
            let refused = contact_handout::send(app, &ctx, Caller::Known(&who), &path).await;
            assert!(matches!(refused, Err(SendError::Barred(_))), "{role}: {refused:?} on {}", house.engine);
        }
        assert!(house.deliver().await.is_empty());
        raw::run(&house.fresh, "UPDATE organisation SET portal = TRUE").await;
        let portal = contact_handout::send(app, &ctx, &Actor::Server, &path).await;
        assert!(matches!(portal, Err(SendError::Portal)), "{portal:?}");
    })
    .await;
}

/// The answer to a request encloses the letter when it is wanted, and leads to the list.
#[tokio::test]
async fn an_answer_encloses_the_letter_and_leads_to_the_list() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        house.home("ALMELO01", None).await;
        let kim = person(&house, Role::Support, 1).await;
        comes_in(&house, ELS, true, &format!("{ASKED}. Graag de brief voor de bewoner meesturen.")).await;
        let seen = only(&house, &kim).await;
        assert!(seen.asks_letter, "{}", house.engine);
        let said = Said { same: true, letter: seen.asks_letter };
        link_request::accept(&house.app, &house.ctx(), &kim, (seen.id, said)).await.unwrap();
        let mails = house.deliver().await;
        assert_eq!(to(&mails), [ELS]);
        let raw = String::from_utf8_lossy(&mails[0].message).into_owned();
        assert!(raw.contains("Content-Type: multipart/mixed") && raw.contains("application/pdf"), "{raw}");
        assert!(raw.contains("brief-ALMELO01.pdf") && raw.contains("\r\nJVBERi"), "a PDF in base64: {raw}");
        let link = token(&mails[0], LINK);
        let homes = waiting(&house, &link).await;
        assert_eq!(homes.len(), 1);
        let done = contact_handout::tick(&house.app, &house.ctx(), (&link, ELS), &Whom::These(homes)).await.unwrap();
        assert_eq!(done, Ticked { homes: 1, left: false });

        // Who was told already needs no letter, and there is no list to lead to.
        comes_in(&house, ELS, true, &ASKED.replace("jan@", "piet@")).await;
        let seen = only(&house, &kim).await;
        assert!(!seen.asks_letter);
        link_request::accept(&house.app, &house.ctx(), &kim, (seen.id, Said { same: true, letter: true }))
            .await
            .unwrap();
        let raw = String::from_utf8_lossy(&house.deliver().await[0].message).into_owned();
        assert!(!raw.contains("application/pdf") && !raw.contains(LINK), "{raw}");
    })
    .await;
}

/// New residents are handed out to when they come, not before.
#[tokio::test]
async fn on_the_first_day_the_contact_gets_the_list() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        house.home("ALMELO01", Some("oud@example.nl")).await;
        handout::tick(&house.app, &house.ctx(), &Actor::Server, &zuid(), (handout::Whom::All, Part::Both))
            .await
            .unwrap();
        let kim = person(&house, Role::Support, 1).await;
        let first = Span::days(20);
        let day = Day::of(house.app.clock.now() + first);
        let asked = format!("mutatie account ALMELO01, nieuwe huurder jan@example.nl, per {day}");
        comes_in(&house, ELS, true, &asked).await;
        link_request::ask(&house.app, &house.ctx(), &kim, only(&house, &kim).await.id).await.unwrap();
        let link = token(&house.deliver().await[0], "/contact/vraag/");
        link_request::answer(&house.app, &house.ctx(), &link, (ELS, true)).await.unwrap();
        let told = house.deliver().await;
        assert!(told.iter().all(|mail| !text(mail).contains(LINK)), "not before they come, on {}", house.engine);
        house.forward(first);
        while app::tenant_change::finish_due(&house.app).await.unwrap() > 0 {}
        let mails = house.deliver().await;
        let link = token(of(&mails, ELS), LINK);
        assert_eq!(waiting(&house, &link).await.len(), 1);
    })
    .await;
}
