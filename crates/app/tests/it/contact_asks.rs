//! What contacts are asked by a link, at the stored address, before anything is done that one mail does not do.

use app::link_request::{self, AcceptError, AnswerError, Answered};
use domain::link_request::{Missing, Refusal, State};
use domain::role::Role;
use domain::time::Span;
use domain::token::Dead;
use testkit::{each_engine, raw};

use crate::house::{text, token};
use crate::link_answers::{of, proposed, to};
use crate::mail_in::{ASKED, ELS, build, comes_in, contact, links, only, requests};
use crate::proposal::person;

const PIM: &str = "pim@linde.example.nl";
const NEW: &str = "mutatie account ALMELO01, nieuwe huurder jan@example.nl, per 1-12-2026";
const LINK: &str = "/contact/vraag/";

#[tokio::test]
async fn a_second_contact_confirms_what_waits() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        contact(&house, "linde", PIM).await;
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
        contact(&house, "linde", PIM).await;
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
        contact(&house, "linde", PIM).await;
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
        contact(&house, "linde", PIM).await;
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

/// The link goes to another mailbox, not to another way of writing the one that asked.
#[tokio::test]
async fn nobody_is_two_contacts_by_writing_the_address_otherwise() {
    each_engine(|fresh| async move {
        let house = build(fresh).await;
        for same in ["els+2@linde.example.nl", "e.ls@linde.example.nl"] {
            contact(&house, "linde", same).await;
        }
        house.home("ALMELO01", Some("oud@example.nl")).await;
        let kim = person(&house, Role::Support, 1).await;
        let mails = proposed(&house, &kim).await;
        assert_eq!(to(&mails), [ELS, "oud@example.nl"], "{}", house.engine);
    })
    .await;
}
