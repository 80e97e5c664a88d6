//! Those who leave are told at the address they proved, also when they are out already; their answer alarms the client, opens
//! nothing and undoes nothing.

use app::SayError;
use app::tenant_change::still_here::{open, say};
use domain::role::Role;
use domain::tenant_change::Kind;
use domain::time::Span;
use domain::token::Dead;
use mail::smtp::Stage;
use mail::transport::Answer;
use testkit::each_engine;

use super::{NOTHING, at, cancel, day, done, finish, noon, plan, replan, settle, wish, works};
use crate::house::{House, token};
use crate::proposal::person;

const PAGE: &str = "/email/still-here/";

/// The mails that are due, as whom they go to.
async fn sent(house: &House) -> Vec<(String, mail::transport::Delivered)> {
    let mails = house.deliver().await;
    let mut all: Vec<_> = mails.into_iter().map(|mail| (mail.envelope.to.as_str().to_owned(), mail)).collect();
    all.sort_by(|one, other| one.0.cmp(&other.0));
    all
}

#[tokio::test]
async fn a_proved_address_is_told_and_no_other_and_nobody_at_a_death() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let proved = house.home("ALMELO01", Some("een@example.nl")).await;
        let typed = house.home("ALMELO02", Some("twee@example.nl")).await;
        let dead = house.home("ALMELO03", Some("drie@example.nl")).await;
        settle(&house, "ALMELO01", "een@example.nl").await;
        settle(&house, "ALMELO03", "drie@example.nl").await;
        for (home, kind) in [(proved, Kind::NewTenant), (typed, Kind::Vacant), (dead, Kind::Death)] {
            let address = (kind == Kind::NewTenant).then_some("nieuw@example.nl");
            plan(&house, home, wish(kind, "2026-11-30", "", address)).await.unwrap();
        }
        let mails = sent(&house).await;
        assert_eq!(mails.iter().map(|(to, _)| to.as_str()).collect::<Vec<_>>(), ["een@example.nl"], "{}", house.engine);
        assert!(open(&house.app, &house.ctx(), &token(&mails[0].1, PAGE)).await.unwrap().is_ok());
    })
    .await;
}

#[tokio::test]
async fn who_is_out_already_can_say_so_once_and_gets_in_by_it_never() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("een@example.nl")).await;
        let one = settle(&house, "ALMELO01", "een@example.nl").await;
        let admin = person(&house, Role::OrgAdmin, 1).await;
        person(&house, Role::Clerk, 2).await;
        at(&house, noon("2026-11-30"));
        // The mail server does not take it at first; by then all of theirs is cleared away.
        house.post.answer(1, Answer::Refuse(Stage::Rcpt, 451, "4.7.1 later".into()));
        plan(&house, home, wish(Kind::NewTenant, "2026-11-27", "", Some("nieuw@example.nl"))).await.unwrap();
        assert!(sent(&house).await.is_empty());
        house.forward(Span::hours(1));
        let mails = sent(&house).await;
        assert_eq!((mails.len(), mails[0].0.as_str()), (1, "een@example.nl"), "{}", house.engine);
        let link = token(&mails[0].1, PAGE);
        // A reset of who came ends no link of who left.
        settle(&house, "ALMELO01", "nieuw@example.nl").await;
        let (app, ctx) = (&house.app, house.ctx());
        for _ in 0..3 {
            assert!(open(app, &ctx, &link).await.unwrap().is_ok(), "opening changes nothing (law 5)");
        }
        assert!(app::reset::open(app, &ctx, &link).await.unwrap().is_err(), "it is no link to a password");
        assert!(matches!(say(app, &ctx, &link, "ALMELO02").await, Err(SayError::WrongUsername)));
        say(app, &ctx, &link, "almelo01").await.unwrap();
        assert!(matches!(say(app, &ctx, &link, "ALMELO01").await, Err(SayError::Dead(Dead::Used))));
        assert_eq!(works(&house, &one).await, NOTHING, "it undoes nothing");
        let mails = sent(&house).await;
        assert_eq!(
            mails.iter().map(|(to, _)| to.as_str()).collect::<Vec<_>>(),
            ["person1@example.nl"],
            "the admin hears of it"
        );
        let changes = app::tenant_change::of_home(app, &ctx, &admin, home).await.unwrap();
        assert!(changes[0].still_here_at.is_some());
        let all = ["done new-tenant", "gap new-tenant", "planned new-tenant", "still-here "];
        assert_eq!(done(&house, home).await, all);
    })
    .await;
}

#[tokio::test]
async fn what_was_called_off_needs_no_answer_and_what_is_old_takes_none() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("een@example.nl")).await;
        settle(&house, "ALMELO01", "een@example.nl").await;
        let planned = plan(&house, home, wish(Kind::Vacant, "2026-12-01", "", None)).await.unwrap();
        // Called off before it was sent: only the mail about the day that counts goes out.
        let planned = replan(&house, planned.id, wish(Kind::Vacant, "2026-12-10", "", None)).await.unwrap();
        let mails = sent(&house).await;
        assert_eq!(mails.len(), 1, "{}", house.engine);
        let link = token(&mails[0].1, PAGE);
        cancel(&house, planned.id).await.unwrap();
        assert!(matches!(open(&house.app, &house.ctx(), &link).await.unwrap(), Err(Dead::Used)));
        plan(&house, home, wish(Kind::Vacant, "2026-12-10", "", None)).await.unwrap();
        let link = token(&sent(&house).await[0].1, PAGE);
        at(&house, day("2026-12-11").starts_at());
        assert_eq!(finish(&house).await, 1);
        let last = house.app.clock.now() + Span::days(14) - Span::from_micros(1);
        at(&house, last);
        assert!(open(&house.app, &house.ctx(), &link).await.unwrap().is_ok(), "the last moment");
        house.forward(Span::from_micros(1));
        assert!(matches!(open(&house.app, &house.ctx(), &link).await.unwrap(), Err(Dead::Expired)));
        assert!(sent(&house).await.is_empty());
    })
    .await;
}
