//! "Where is my mail?" (PRODUCT 3.9): what is told of each end of a mail, to whom, and that the look is logged.

use app::help_desk::DeskError;
use app::reset::{self, NewPassword};
use app::where_is_my_mail::{Moment, Post, of_account, of_home};
use app::{Barred, bounce};
use domain::access::{Actor, Denied};
use domain::diagnosis::{Diagnosis, What};
use domain::id::{AccountId, DwellingId, IdentityId, StaffId};
use domain::role::Role;
use domain::time::Span;
use mail::smtp::Stage;
use mail::transport::Answer;
use testkit::{each_engine, raw};
use uuid::Uuid;

use crate::house::{GOOD, House, secret, token};

const PAGE: &str = "/login/accounts/pass/reset/";

async fn ask(house: &House, username: &str) {
    reset::ask(&house.app, &house.ctx(), username).await.unwrap();
}

async fn look(house: &House, home: DwellingId) -> Post {
    of_home(&house.app, &house.ctx(), &Actor::Server, home).await.unwrap()
}

async fn says(house: &House, home: DwellingId) -> Diagnosis {
    look(house, home).await.accounts[0].diagnosis
}

fn staff(role: Role, house: &House) -> Actor {
    Actor::Staff {
        staff: StaffId::from_uuid(Uuid::from_u128(1)),
        identity: IdentityId::from_uuid(Uuid::from_u128(2)),
        role,
        organisation: role.of_client().then_some(house.organisation),
        projects: Vec::new(),
    }
}

#[tokio::test]
async fn every_stage_of_a_mail_has_its_sentence() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let none = house.home("ALMELO01", None).await;
        assert_eq!(says(&house, none).await, Diagnosis::NoAddress, "{}", house.engine);
        ask(&house, "ALMELO01").await;
        house.deliver().await;
        let told = look(&house, none).await.accounts.remove(0).told;
        assert_eq!(told[0].moment, Moment::Dropped("no-address".to_owned()), "that it was asked is seen");

        let wrong = house.home("ALMELO02", Some("jan@gmial.com")).await;
        let seen = look(&house, wrong).await.accounts.remove(0);
        assert_eq!((seen.diagnosis, seen.meant), (Diagnosis::TypingError, Some("gmail.com")));

        let home = house.home("ALMELO03", Some("jan@example.nl")).await;
        assert_eq!(says(&house, home).await, Diagnosis::Unconfirmed);
        house.post.answer(1, Answer::Refuse(Stage::Rcpt, 450, "4.7.1 greylisted".to_owned()));
        ask(&house, "ALMELO03").await;
        house.deliver().await;
        assert_eq!(says(&house, home).await, Diagnosis::Greylisted);
        house.forward(Span::minutes(2));
        let mails = house.deliver().await;
        let seen = look(&house, home).await.accounts.remove(0);
        assert_eq!(seen.diagnosis, Diagnosis::Sent);
        let moments: Vec<Moment> = seen.told.iter().map(|told| told.moment.clone()).collect();
        assert_eq!(moments, [Moment::Said(What::Accepted), Moment::Said(What::Greylisted), Moment::Asked]);
        assert_eq!(seen.told[0].server.as_deref(), Some("localhost"));
        assert!(seen.told[0].reply.as_deref().unwrap().starts_with("250"), "{:?}", seen.told[0]);
        assert_eq!(seen.address, Some(("j•••@e•••.nl".to_owned(), false)), "masked");
        let cmd = NewPassword { password: secret(GOOD), username: Some("ALMELO03".to_owned()) };
        reset::set(&house.app, &house.ctx(), &token(&mails[0], PAGE), cmd).await.unwrap();
        assert_eq!(says(&house, home).await, Diagnosis::Used);
        assert_eq!(house.deliver().await.len(), 1, "its owner is told of the new password");

        let gone = house.home("ALMELO04", Some("weg@example.nl")).await;
        house.post.answer(1, Answer::Refuse(Stage::Rcpt, 550, "5.1.1 <weg@example.nl> no such user".to_owned()));
        ask(&house, "ALMELO04").await;
        house.deliver().await;
        let seen = look(&house, gone).await.accounts.remove(0);
        assert_eq!(seen.diagnosis, Diagnosis::Bounced);
        assert!(seen.told.iter().all(|told| !told.reply.clone().unwrap_or_default().contains('@')));
    })
    .await;
}

#[tokio::test]
async fn what_came_back_is_told_with_the_words_of_the_server() {
    each_engine(|fresh| async move {
        let house = House::build_as(fresh, |settings| settings.bounce_domain = Some("post.example.nl".to_owned())).await;
        let home = house.home("ALMELO01", Some("jan@example.nl")).await;
        ask(&house, "ALMELO01").await;
        let mails = house.deliver().await;
        let report = "Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n\
                      Reporting-MTA: dns; relay.example.nl\n\nFinal-Recipient: rfc822; jan@example.nl\nAction: failed\n\
                      Status: 5.2.2\nRemote-MTA: dns; mx.example.nl\nDiagnostic-Code: smtp; 552 5.2.2 <jan@example.nl> full\n\n--b--\n";
        house.forward(Span::minutes(3));
        bounce::receive(&house.app, &house.ctx(), mails[0].envelope.from.as_str(), report.as_bytes()).await.unwrap();
        let seen = look(&house, home).await.accounts.remove(0);
        assert_eq!(seen.diagnosis, Diagnosis::Full, "{}", house.engine);
        let back = seen.told.iter().find(|told| told.moment == Moment::Said(What::Bounced)).unwrap();
        assert_eq!((back.server.as_deref(), back.reply.as_deref()), (Some("mx.example.nl"), Some("552 5.2.2 … full")));
        assert!(matches!(seen.told[0].moment, Moment::Waits { limited: false, .. }), "it goes once more");
    })
    .await;
}

#[tokio::test]
async fn the_help_desk_sees_one_account_and_nobody_else_comes_that_way() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("jan@example.nl")).await;
        let account = look(&house, home).await.accounts[0].id;
        let at = async |actor: &Actor, account: AccountId| of_account(&house.app, &house.ctx(), actor, account).await;
        let before = raw::count(&house.fresh, "SELECT count(*) FROM audit_line WHERE act = 'homes.seen'").await;
        let seen = at(&staff(Role::Support, &house), account).await.unwrap();
        assert_eq!((seen.accounts.len(), seen.dwelling), (1, home), "{}", house.engine);
        let after = raw::count(&house.fresh, "SELECT count(*) FROM audit_line WHERE act = 'homes.seen'").await;
        assert_eq!(after, before + 1, "the look is logged");
        for role in Role::ALL {
            if role != Role::Support {
                let answer = at(&staff(role, &house), account).await;
                assert!(matches!(answer, Err(DeskError::Barred(Barred::Denied(Denied::NotAllowed)))), "{role}");
            }
        }
        let nowhere = at(&staff(Role::Support, &house), AccountId::from_uuid(Uuid::from_u128(9))).await;
        assert!(matches!(nowhere, Err(DeskError::Barred(Barred::Denied(Denied::NotYours)))));
        let support = of_home(&house.app, &house.ctx(), &staff(Role::Support, &house), home).await;
        assert!(matches!(support, Err(Barred::Denied(Denied::NotAllowed))), "and not by the way of the client");
    })
    .await;
}
