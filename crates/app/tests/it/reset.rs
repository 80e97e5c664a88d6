//! Forgotten password and forgotten username (PRODUCT 3.2), with every mood of the mail server.

use app::names;
use app::reset::{self, NewPassword, SetError};
use app::sign_in::{self, Enter, EnterError};
use domain::language::Language;
use domain::session::Level;
use domain::time::Span;
use domain::token::Dead;
use mail::smtp::Stage;
use mail::transport::Answer;
use testkit::each_engine;

use crate::house::{GOOD, House, OTHER, secret, text, token};

const PAGE: &str = "/login/accounts/pass/reset/";

async fn ask(house: &House, name: &str) {
    reset::ask(&house.app, &house.ctx(), name).await.unwrap();
}

async fn set(house: &House, link: &str, password: &str, username: Option<&str>) -> Result<(), SetError> {
    let cmd = NewPassword { password: secret(password), username: username.map(str::to_owned) };
    reset::set(&house.app, &house.ctx(), link, cmd).await.map(drop)
}

async fn enter(house: &House, name: &str, password: &str) -> Result<sign_in::Entered, EnterError> {
    let cmd = Enter { name: name.to_owned(), password: secret(password), device: None };
    sign_in::enter(&house.app, &house.ctx(), cmd).await
}

/// Why the link is dead, or nothing while it works.
async fn dead(house: &House, link: &str) -> Option<Dead> {
    reset::open(&house.app, &house.ctx(), link).await.unwrap().err()
}

/// A resident with a password, whose address is confirmed by that.
async fn resident(house: &House, username: &str, address: &str) {
    house.home(username, Some(address)).await;
    ask(house, username).await;
    let mails = house.deliver().await;
    set(house, &token(&mails[0], PAGE), GOOD, Some(username)).await.unwrap();
    house.deliver().await;
}

#[tokio::test]
async fn a_resident_gets_in_from_the_letter_to_the_signed_in_page() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        house.home("ALMELO01", Some("bewoner@example.nl")).await;
        ask(&house, " Gebruikersnaam: almelOo1 ").await;
        let mails = house.deliver().await;
        assert_eq!(mails.len(), 1, "{}", house.engine);
        assert_eq!(mails[0].envelope.to.as_str(), "bewoner@example.nl");
        let unconfirmed = text(&mails[0]);
        assert!(
            !unconfirmed.contains("ALMELO01") && !unconfirmed.contains("Eikenlaan"),
            "names nothing: {unconfirmed}"
        );
        let link = token(&mails[0], PAGE);
        assert!(reset::open(&house.app, &house.ctx(), &link).await.unwrap().unwrap().asks_username);

        assert!(matches!(set(&house, &link, GOOD, None).await, Err(SetError::WrongUsername)));
        assert!(matches!(set(&house, &link, GOOD, Some("ALMELO02")).await, Err(SetError::WrongUsername)));
        let weak = set(&house, &link, "ALMELO01ALMELO01", Some("ALMELO01")).await;
        assert!(matches!(weak, Err(SetError::Password(_))));
        set(&house, &link, GOOD, Some("almelo o1".replace(' ', "").as_str())).await.unwrap();
        assert_eq!(dead(&house, &link).await, Some(Dead::Used));
        let notice = house.deliver().await;
        assert_eq!(notice.len(), 1, "the owner is told");
        assert!(text(&notice[0]).contains("ALMELO01"), "the address is confirmed now");

        let entered = enter(&house, "almelo01", GOOD).await.unwrap();
        assert_eq!(entered.level, Level::Full);
        let who = sign_in::who(&house.app, &house.ctx(), entered.session.expose()).await.unwrap().unwrap();
        let home = app::start::home(&house.app, &who).await.unwrap().unwrap();
        assert_eq!(home.street.as_deref(), Some("Eikenlaan"));
        assert!(matches!(enter(&house, "ALMELO01", OTHER).await, Err(EnterError::Wrong)));

        ask(&house, "ALMELO01").await;
        let mails = house.deliver().await;
        assert!(text(&mails[0]).contains("ALMELO01"), "a confirmed address is told the username");
        let link = token(&mails[0], PAGE);
        assert!(!reset::open(&house.app, &house.ctx(), &link).await.unwrap().unwrap().asks_username);
        set(&house, &link, OTHER, None).await.unwrap();
        let who = sign_in::who(&house.app, &house.ctx(), entered.session.expose()).await.unwrap();
        assert!(who.is_none(), "a new password ends all sessions");
    })
    .await;
}

#[tokio::test]
async fn nobody_gets_a_mail_that_should_not() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        house.home("ALMELO01", None).await;
        house.home("ALMELO02", Some("twee@example.nl")).await;
        for name in
            ["ALMELO01", "ALMELO99", "twee@example.nl", "ALMELО02", "' OR 1=1 --", "a\0b", "x".repeat(9000).as_str()]
        {
            ask(&house, name).await;
        }
        assert!(house.deliver().await.is_empty(), "{}", house.engine);
        names::ask(&house.app, &house.ctx(), "twee@example.nl").await.unwrap();
        assert!(house.deliver().await.is_empty(), "an unconfirmed address hears no usernames");
    })
    .await;
}

#[tokio::test]
async fn the_newest_three_links_are_alive_and_using_one_ends_all() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        resident(&house, "ALMELO01", "bewoner@example.nl").await;
        let mut links = Vec::new();
        for _ in 0..5 {
            house.forward(Span::hours(2));
            ask(&house, "ALMELO01").await;
            links.push(token(&house.deliver().await[0], PAGE));
        }
        let states = [dead(&house, &links[0]).await, dead(&house, &links[1]).await];
        assert_eq!(states, [Some(Dead::Replaced); 2], "{}", house.engine);
        for link in &links[2..] {
            assert_eq!(dead(&house, link).await, None);
        }
        set(&house, &links[3], OTHER, None).await.unwrap();
        for link in &links[2..] {
            assert_eq!(dead(&house, link).await, Some(Dead::Used));
        }
    })
    .await;
}

#[tokio::test]
async fn a_link_lives_a_day_from_the_moment_it_was_sent() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        house.home("ALMELO01", Some("bewoner@example.nl")).await;
        ask(&house, "ALMELO01").await;
        house.forward(Span::hours(3));
        let link = token(&house.deliver().await[0], PAGE);
        house.forward(Span::seconds(24 * 3600 - 1));
        assert_eq!(dead(&house, &link).await, None, "a slow queue does not eat its life");
        house.forward(Span::seconds(1));
        assert_eq!(dead(&house, &link).await, Some(Dead::Expired));
        assert!(matches!(set(&house, &link, GOOD, Some("ALMELO01")).await, Err(SetError::Dead(Dead::Expired))));
    })
    .await;
}

#[tokio::test]
async fn five_wrong_usernames_end_the_links_of_that_request_only() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        house.home("ALMELO01", Some("bewoner@example.nl")).await;
        ask(&house, "ALMELO01").await;
        let first = token(&house.deliver().await[0], PAGE);
        ask(&house, "ALMELO01").await;
        let second = token(&house.deliver().await[0], PAGE);
        for n in 0..4 {
            let wrong = set(&house, &first, GOOD, Some(&format!("ALMELO{:02}", n + 50))).await;
            assert!(matches!(wrong, Err(SetError::WrongUsername)), "{n}");
        }
        let fifth = set(&house, &first, GOOD, Some("ALMELO60")).await;
        assert!(matches!(fifth, Err(SetError::Dead(Dead::TooManyTries))), "{}", house.engine);
        assert_eq!(dead(&house, &first).await, Some(Dead::TooManyTries));
        let right = set(&house, &first, GOOD, Some("ALMELO01")).await;
        assert!(matches!(right, Err(SetError::Dead(_))));
        set(&house, &second, GOOD, Some("ALMELO01")).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn one_of_two_hundred_posts_wins() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        resident(&house, "ALMELO01", "bewoner@example.nl").await;
        ask(&house, "ALMELO01").await;
        let link = token(&house.deliver().await[0], PAGE);
        let before = house.app.hasher.hashes_done();
        let mut all = Vec::new();
        for n in 0..200 {
            let (app, ctx, link) = (house.app.clone(), house.ctx(), link.clone());
            all.push(tokio::spawn(async move {
                let password = format!("mijn eigen lange zin {n}");
                let cmd = NewPassword { password: secret(&password), username: None };
                (password, reset::set(&app, &ctx, &link, cmd).await)
            }));
        }
        let mut won = Vec::new();
        for one in all {
            match one.await.unwrap() {
                (password, Ok(_)) => won.push(password),
                (_, Err(SetError::Dead(Dead::Used))) => {}
                (_, Err(other)) => panic!("{other:?}"),
            }
        }
        assert_eq!(won.len(), 1, "{}", house.engine);
        assert_eq!(house.app.hasher.hashes_done() - before, 1, "one token has one hash in flight");
        enter(&house, "ALMELO01", &won[0]).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_flood_is_merged_while_a_link_is_alive_and_never_strands() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        resident(&house, "ALMELO01", "bewoner@example.nl").await;
        house.forward(Span::days(2));
        for _ in 0..60 {
            ask(&house, "ALMELO01").await;
        }
        let first = house.deliver().await;
        assert!((1..=8).contains(&first.len()), "{} mails on {}", first.len(), house.engine);
        house.forward(Span::hours(1));
        let late = house.deliver().await;
        assert!(first.len() + late.len() <= 8, "a flood is at most eight mails");
        let link = token(first.last().unwrap(), PAGE);
        assert_eq!(dead(&house, &link).await, None, "the owner has a live link");
        set(&house, &link, OTHER, None).await.unwrap();
        house.deliver().await;
        ask(&house, "ALMELO01").await;
        house.forward(Span::minutes(11));
        let again = house.deliver().await;
        assert_eq!(again.len(), 1, "over the limit without a live link: delayed, not dropped");
    })
    .await;
}

#[tokio::test]
async fn the_lost_username_is_mailed_to_the_stored_address_only() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        resident(&house, "ALMELO01", "Mantel@example.nl").await;
        resident(&house, "ALMELO02", "Mantel@example.nl").await;
        resident(&house, "ALMELO03", "mantel@example.nl").await;
        resident(&house, "ALMELO04", "ander@example.nl").await;
        names::ask(&house.app, &house.ctx(), " MANTEL@EXAMPLE.NL ").await.unwrap();
        let mut mails = house.deliver().await;
        mails.sort_by_key(|mail| mail.envelope.to.as_str().to_owned());
        assert_eq!(mails.len(), 2, "one for each way of writing on {}", house.engine);
        assert_eq!(mails[0].envelope.to.as_str(), "Mantel@example.nl");
        let both = text(&mails[0]);
        assert!(both.contains("ALMELO01") && both.contains("ALMELO02") && !both.contains("ALMELO03"));
        assert!(text(&mails[1]).contains("ALMELO03"));
        for stranger in ["niemand@example.nl", "geen adres", "mantel@example.nl, dief@example.com"] {
            names::ask(&house.app, &house.ctx(), stranger).await.unwrap();
        }
        assert!(house.deliver().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn every_mood_of_a_mail_server_ends_well() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        house.home("ALMELO01", Some("bewoner@example.nl")).await;
        let refuse = |stage, code, words: &str| Answer::Refuse(stage, code, words.to_owned());
        house.post.answer(1, refuse(Stage::Rcpt, 450, "4.7.1 greylisted, come back"));
        house.post.answer(1, refuse(Stage::Dot, 451, "4.3.0 try again"));
        house.post.answer(1, Answer::Unreachable);
        ask(&house, "ALMELO01").await;
        let mut arrived = house.deliver().await;
        for minutes in [1, 5, 6, 15] {
            house.forward(Span::minutes(minutes));
            arrived.extend(house.deliver().await);
        }
        assert_eq!(arrived.len(), 1, "{}", house.engine);
        let link = token(&arrived[0], PAGE);
        assert_eq!(dead(&house, &link).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_lost_reply_keeps_the_link_and_sends_the_same_mail_again() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        house.home("ALMELO01", Some("bewoner@example.nl")).await;
        house.post.answer(1, Answer::LoseReply { arrived: true });
        ask(&house, "ALMELO01").await;
        let mut mails = house.deliver().await;
        house.forward(Span::minutes(2));
        mails.extend(house.deliver().await);
        assert_eq!(mails.len(), 2, "{}", house.engine);
        let header = |n: usize, name: &str| {
            let text = text(&mails[n]);
            text.lines().find(|line| line.starts_with(name)).unwrap().to_owned()
        };
        for name in ["Message-ID:", "Date:", "Subject:"] {
            assert_eq!(header(0, name), header(1, name));
        }
        assert_eq!(mails[0].envelope, mails[1].envelope, "greylisting remembers the envelope");
        let (first, second) = (token(&mails[0], PAGE), token(&mails[1], PAGE));
        assert_ne!(first, second);
        assert_eq!((dead(&house, &first).await, dead(&house, &second).await), (None, None));
        set(&house, &first, GOOD, Some("ALMELO01")).await.unwrap();
        assert_eq!(dead(&house, &second).await, Some(Dead::Used), "sisters end together");
    })
    .await;
}

#[tokio::test]
async fn a_refused_mailbox_is_marked_and_tried_once_a_day() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        house.home("ALMELO01", Some("weg@example.nl")).await;
        house.post.answer_for("weg@example.nl", 99, Answer::Refuse(Stage::Rcpt, 550, "5.1.1 no such user".to_owned()));
        for _ in 0..3 {
            ask(&house, "ALMELO01").await;
            assert!(house.deliver().await.is_empty());
        }
        house.post.answer_normally();
        ask(&house, "ALMELO01").await;
        assert!(house.deliver().await.is_empty(), "not again today on {}", house.engine);
        house.forward(Span::hours(25));
        ask(&house, "ALMELO01").await;
        assert_eq!(house.deliver().await.len(), 1, "tomorrow it may be mended");
    })
    .await;
}

#[tokio::test]
async fn the_mail_speaks_the_language_of_the_page() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        house.home("ALMELO01", Some("bewoner@example.nl")).await;
        let mut ctx = house.ctx();
        ctx.language = Language::En;
        reset::ask(&house.app, &ctx, "ALMELO01").await.unwrap();
        let mails = house.deliver().await;
        assert!(text(&mails[0]).contains("Content-Language: en"), "{}", house.engine);
    })
    .await;
}

/// Who asked from an English page, for somebody whose account is Dutch, does not choose that person's language.
#[tokio::test]
async fn the_language_of_the_account_goes_before_that_of_the_page() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        house.home("ALMELO01", Some("bewoner@example.nl")).await;
        testkit::raw::run(&house.fresh, "UPDATE identity SET language = 'nl'").await;
        let mut ctx = house.ctx();
        ctx.language = Language::En;
        reset::ask(&house.app, &ctx, "ALMELO01").await.unwrap();
        let mails = house.deliver().await;
        assert!(text(&mails[0]).contains("Content-Language: nl"), "{}", house.engine);
        let link = token(&mails[0], PAGE);
        set(&house, &link, GOOD, Some("ALMELO01")).await.unwrap();
        testkit::raw::run(&house.fresh, "UPDATE identity SET language = 'en'").await;
        names::ask(&house.app, &house.ctx(), "bewoner@example.nl").await.unwrap();
        let mails = house.deliver().await;
        assert!(
            !mails.is_empty() && mails.iter().all(|mail| text(mail).contains("Content-Language: en")),
            "{}",
            house.engine
        );
    })
    .await;
}
