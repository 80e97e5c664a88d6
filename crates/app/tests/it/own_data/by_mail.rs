//! What a resident asks reaches the contacts of a client that has nobody in the service portal, who answer by a link.

use app::Caller;
use app::own_data::{ByContactError, Reach, answer, answer_by_contact, open_by_contact, reach, requests};
use domain::data_request::{About, Answer, Kind, Wish};
use domain::role::Role;
use domain::time::Span;
use domain::token::Dead;
use testkit::{each_engine, raw};

use super::requests::{asked, correction, staff};
use super::{lived, see};
use crate::house::{House, text, token};
use crate::link_answers::{of, to};
use crate::mail_in::{ELS, contact};
use crate::tenant_change::{plan, wish};

const PIM: &str = "pim@linde.example.nl";
const LINK: &str = "/contact/verzoek/";

#[tokio::test]
async fn each_contact_that_counts_gets_it_and_the_first_answers() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        contact(&house, "linde", ELS).await;
        contact(&house, "linde", PIM).await;
        let (_, one) = lived(&house, "ALMELO01", "jan@example.nl").await;
        asked(&house, &one.session, correction()).await.unwrap();
        let mails = house.deliver().await;
        assert_eq!(to(&mails), [ELS, PIM], "{}", house.engine);
        let mail = text(of(&mails, ELS));
        for told in ["Verbeter iets wat niet klopt", "Het adres van de woning", "Het huisnummer moet 12 zijn."] {
            assert!(mail.contains(told), "{told} in {mail}");
        }
        assert!(!mail.contains("jan@example.nl"), "no address of the resident: {mail}");

        let (els, pim) = (token(of(&mails, ELS), LINK), token(of(&mails, PIM), LINK));
        let (app, ctx) = (&house.app, house.ctx());
        for _ in 0..20 {
            let behind = open_by_contact(app, &ctx, &els).await.unwrap().unwrap();
            assert_eq!(
                (behind.username.as_str(), behind.kind, behind.about),
                ("ALMELO01", Kind::Correction, About::Home)
            );
        }
        for typed in ["", "els", PIM, "jan@example.nl"] {
            let robot = answer_by_contact(app, &ctx, &els, (typed, Answer::Done)).await;
            assert!(matches!(robot, Err(ByContactError::OtherAddress(_))), "law 5: {robot:?}");
        }
        assert!(see(&house, &one.session).await.unwrap().requests[0].answer.is_none());
        answer_by_contact(app, &ctx, &els, (" Els@Linde.example.nl ", Answer::Partly)).await.unwrap();
        let data = see(&house, &one.session).await.unwrap();
        assert_eq!(data.requests[0].answer, Some(Answer::Partly));
        for (link, typed) in [(&els, ELS), (&pim, PIM)] {
            let second = answer_by_contact(app, &ctx, link, (typed, Answer::Law)).await;
            assert!(matches!(second, Err(ByContactError::Dead(Dead::Used))), "{second:?}");
        }
        let line = "SELECT COUNT(*) FROM audit_line WHERE act = 'data.answered' AND actor_kind = 'contact'";
        assert_eq!(raw::count(&house.fresh, line).await, 1);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_mailed_who_does_not_count_or_need_not_be() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (_, one) = lived(&house, "ALMELO01", "jan@example.nl").await;
        let goes = async || reach(&house.app, &house.ctx(), Caller::Cookie(&one.session)).await.unwrap();
        let wish = || Wish::new(Kind::Erasure, About::Everything, "").unwrap();
        assert_eq!(goes().await, Reach::Nobody, "{}", house.engine);
        contact(&house, "linde", ELS).await;
        let nobodys = [
            ("UPDATE contact SET proven_at = NULL", "UPDATE contact SET proven_at = 1"),
            ("UPDATE contact SET approved_at = NULL", "UPDATE contact SET approved_at = 1"),
            ("UPDATE contact SET ended_at = 1", "UPDATE contact SET ended_at = NULL"),
            ("UPDATE organisation SET frozen_at = 1", "UPDATE organisation SET frozen_at = NULL"),
            ("UPDATE organisation SET mail_frozen_at = 1", "UPDATE organisation SET mail_frozen_at = NULL"),
        ];
        for (off, on) in nobodys {
            // It stops counting before the mail goes, and before it is written.
            asked(&house, &one.session, wish()).await.unwrap();
            raw::run(&house.fresh, off).await;
            assert_eq!(goes().await, Reach::Nobody, "{off}");
            assert!(house.deliver().await.is_empty(), "{off} on {}", house.engine);
            raw::run(&house.fresh, "DELETE FROM data_request").await;
            asked(&house, &one.session, wish()).await.unwrap();
            raw::run(&house.fresh, on).await;
            assert!(house.deliver().await.is_empty(), "{on} on {}", house.engine);
            raw::run(&house.fresh, "DELETE FROM data_request").await;
        }
        assert!(matches!(goes().await, Reach::Contacts(_)));
        staff(&house, Role::Clerk, Some(house.organisation)).await;
        assert_eq!(goes().await, Reach::Portal);
        asked(&house, &one.session, wish()).await.unwrap();
        assert!(house.deliver().await.is_empty(), "the clerk reads it in the portal");
    })
    .await;
}

#[tokio::test]
async fn a_link_dies_with_its_contact_the_answer_and_the_days_and_the_words_go_with_the_household() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        contact(&house, "linde", ELS).await;
        let (dwelling, one) = lived(&house, "ALMELO01", "jan@example.nl").await;
        asked(&house, &one.session, correction()).await.unwrap();
        let first = token(&house.deliver().await[0], LINK);
        let open = async |link: &str| open_by_contact(&house.app, &house.ctx(), link).await.unwrap();
        for (off, on) in [
            ("UPDATE contact SET ended_at = 1", "UPDATE contact SET ended_at = NULL"),
            ("UPDATE organisation SET mail_frozen_at = 1", "UPDATE organisation SET mail_frozen_at = NULL"),
            ("UPDATE organisation SET frozen_at = 1", "UPDATE organisation SET frozen_at = NULL"),
        ] {
            raw::run(&house.fresh, off).await;
            assert_eq!(open(&first).await.unwrap_err(), Dead::Ended, "{off} on {}", house.engine);
            raw::run(&house.fresh, on).await;
        }
        // Somebody of the client joined the portal, and was first.
        let clerk = staff(&house, Role::Clerk, Some(house.organisation)).await;
        let id = requests(&house.app, &house.ctx(), &clerk).await.unwrap().open[0].asked.id;
        answer(&house.app, &house.ctx(), &clerk, (id, Answer::Done)).await.unwrap();
        assert_eq!(open(&first).await.unwrap_err(), Dead::Used);
        raw::run(&house.fresh, "UPDATE staff SET state = 'ended' WHERE role = 'clerk'").await;

        asked(&house, &one.session, correction()).await.unwrap();
        let second = token(&house.deliver().await[0], LINK);
        let leaves = wish(domain::tenant_change::Kind::Vacant, "2026-11-30", "", None);
        let moments = plan(&house, dwelling, leaves).await.unwrap().moments;
        house.deliver().await;
        house.forward(moments.ends.unwrap().1 - (house.app.clock.now() + Span::seconds(1)));
        assert!(open(&second).await.unwrap().words.is_some());
        house.forward(Span::seconds(1));
        let behind = open(&second).await.unwrap();
        assert_eq!((behind.words, behind.lives), (None, false), "by the clock alone, on {}", house.engine);
        assert_eq!(app::tenant_change::finish_due(&house.app).await.unwrap(), 1);
        house.deliver().await;
        house.forward(Span::days(100));
        assert_eq!(open(&second).await.unwrap_err(), Dead::Expired);
    })
    .await;
}
