//! The nine steps, as the acts of a real project leave them, and what the board, the work lists and the homes say of them.

use app::first_login::board::{self, Board};
use app::first_login::handout::{self, Whom};
use app::first_login::{homes, worklist};
use app::reset::{self, NewPassword};
use app::sign_in::{self, Enter};
use domain::access::Actor;
use domain::first_login::progress::{Hangs, Part, Step, WorkList};
use domain::time::{Day, Span};
use mail::smtp::Stage;
use mail::transport::Answer;
use testkit::each_engine;

use super::{back, confirm, found, list, logged, many, zuid};
use crate::house::{GOOD, House, secret, token};

const PAGE: &str = "/login/accounts/pass/reset/";

async fn see(house: &House) -> Board {
    board::see(&house.app, &house.ctx(), &Actor::Server, &zuid()).await.unwrap()
}

/// How many homes took each step.
fn steps(board: &Board) -> Vec<u64> {
    board.funnel.rungs.iter().map(|rung| rung.homes).collect()
}

fn lists(board: &Board) -> Vec<u64> {
    WorkList::ALL.iter().map(|list| board.lists.on(*list)).collect()
}

/// Client number and what the home hangs on, of a whole list.
async fn on(house: &House, list: WorkList) -> Vec<(String, Hangs)> {
    let page = worklist::page(&house.app, &house.ctx(), &Actor::Server, (&zuid(), list), None).await.unwrap();
    assert_eq!(page.next, None);
    let told = |home: store::progress::Standing| (home.home.client_number.unwrap(), home.progress.state().hangs());
    page.homes.into_iter().map(told).collect()
}

async fn resets(house: &House, username: &str) -> Option<String> {
    reset::ask(&house.app, &house.ctx(), username).await.unwrap();
    house.deliver().await.first().map(|mail| token(mail, PAGE))
}

async fn sets(house: &House, username: &str, link: &str) {
    let cmd = NewPassword { password: secret(GOOD), username: Some(username.to_owned()) };
    reset::set(&house.app, &house.ctx(), link, cmd).await.unwrap();
    house.deliver().await;
}

async fn enters(house: &House, username: &str) {
    let cmd = Enter { name: username.to_owned(), password: secret(GOOD), device: None };
    sign_in::enter(&house.app, &house.ctx(), cmd).await.unwrap();
}

#[tokio::test]
async fn each_act_takes_its_step_and_the_board_counts_it() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        confirm(&house, &list([("A1", "een@example.nl"), ("A2", "twee@example.nl"), ("A3", "")])).await;
        assert_eq!(steps(&see(&house).await), [2, 3, 0, 0, 0, 0, 0, 0, 0], "{}", house.engine);
        assert_eq!(lists(&see(&house).await), [1, 0, 2, 0, 0]);
        house.forward(Span::days(1));
        back(&house.app, &zuid()).await;
        assert_eq!(steps(&see(&house).await), [2, 3, 3, 0, 0, 0, 0, 0, 0]);
        house.forward(Span::days(1));
        let all = (Whom::All, Part::Both);
        handout::tick(&house.app, &house.ctx(), &Actor::Server, &zuid(), all).await.unwrap();
        assert_eq!(steps(&see(&house).await), [2, 3, 3, 3, 3, 0, 0, 0, 0]);
        assert_eq!(on(&house, WorkList::NoResetAsked).await.len(), 2);
        house.forward(Span::days(1));
        let before = logged(&house.app).await;
        reset::ask(&house.app, &house.ctx(), "ALMELO01").await.unwrap();
        assert_eq!(steps(&see(&house).await)[5], 0, "asking looks nothing up (law 4)");
        let link = token(&house.deliver().await[0], PAGE);
        assert_eq!(steps(&see(&house).await), [2, 3, 3, 3, 3, 1, 1, 0, 0]);
        assert_eq!(resets(&house, "ALMELO03").await, None, "asked, and no address to send it to");
        assert_eq!(steps(&see(&house).await), [2, 3, 3, 3, 3, 2, 1, 0, 0]);
        assert_eq!(logged(&house.app).await, before, "counts are looked at without a line");
        house.forward(Span::hours(20));
        sets(&house, "ALMELO01", &link).await;
        enters(&house, "ALMELO01").await;
        house.forward(Span::days(3));
        enters(&house, "ALMELO01").await;
        let board = see(&house).await;
        assert_eq!(steps(&board), [2, 3, 3, 3, 3, 2, 1, 1, 1], "{}", house.engine);
        let from = |days: i64| Day::of(testkit::NOON + Span::days(days));
        assert_eq!(board.activated, [(from(4), 1)], "the first time counts");
        assert_eq!((board.homes, board.vacant, board.returned.len()), (3, 0, 1));
        let days = homes::search(&house.app, &house.ctx(), &Actor::Server, &zuid(), "almelo01").await.unwrap();
        let progress = days.homes[0].progress;
        let taken: Vec<_> = Step::ALL.iter().map(|step| progress.day(*step).unwrap()).collect();
        assert_eq!(taken, [0, 0, 1, 2, 2, 3, 3, 4, 4].map(from));
    })
    .await;
}

#[tokio::test]
async fn a_bounced_address_is_work_until_it_is_corrected() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        confirm(&house, &list([("A1", "een@example.nl"), ("A2", "twee@example.nl")])).await;
        house.post.answer(1, Answer::Refuse(Stage::Rcpt, 550, "5.1.1 unknown".to_owned()));
        assert_eq!(resets(&house, "ALMELO01").await, None);
        assert_eq!(on(&house, WorkList::Bounced).await, [("A1".to_owned(), Hangs::Bounced)], "{}", house.engine);
        confirm(&house, &list([("A1", "goed@example.nl")])).await;
        assert_eq!(on(&house, WorkList::Bounced).await, []);
        assert_eq!(steps(&see(&house).await), [2, 2, 0, 0, 0, 1, 0, 0, 0]);
        let link = resets(&house, "ALMELO01").await.unwrap();
        sets(&house, "ALMELO01", &link).await;
        assert_eq!(
            on(&house, WorkList::NotTold).await,
            [("A2".to_owned(), Hangs::NotTold)],
            "who is in needs no letter"
        );
    })
    .await;
}

#[tokio::test]
async fn an_address_that_comes_after_the_letter_puts_the_home_on_the_list_again() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        confirm(&house, &list([("A1", "")])).await;
        let all = (Whom::All, Part::Both);
        handout::tick(&house.app, &house.ctx(), &Actor::Server, &zuid(), all).await.unwrap();
        assert_eq!(on(&house, WorkList::NoAddress).await, [("A1".to_owned(), Hangs::NoAddress)]);
        house.forward(Span::days(1));
        confirm(&house, &list([("A1", "een@example.nl")])).await;
        assert_eq!(on(&house, WorkList::NotTold).await, [("A1".to_owned(), Hangs::NotTold)], "{}", house.engine);
        assert_eq!(steps(&see(&house).await), [1, 1, 0, 1, 0, 0, 0, 0, 0], "the username was handed out, and stays so");
    })
    .await;
}

#[tokio::test]
async fn who_never_signed_in_is_work_sixty_days_after_the_handout() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        confirm(&house, &many(120)).await;
        let all = (Whom::All, Part::Both);
        handout::tick(&house.app, &house.ctx(), &Actor::Server, &zuid(), all).await.unwrap();
        house.forward(Span::days(59));
        assert_eq!(lists(&see(&house).await), [0, 0, 0, 120, 0]);
        house.forward(Span::days(1));
        assert_eq!(lists(&see(&house).await), [0, 0, 0, 120, 120], "{}", house.engine);
        let identity = found(&house.app, "ALMELO01").await.identity;
        let now = house.app.clock.now();
        house.app.db.write(move |tx| store::progress::signed_in(tx, identity, now)).await.unwrap();
        // Page by page, each home once, and each look has its line.
        let path = zuid();
        let (mut seen, mut after, before) = (Vec::new(), None, logged(&house.app).await);
        for pages in 1.. {
            let it = (&path, WorkList::NeverSignedIn);
            let page = worklist::page(&house.app, &house.ctx(), &Actor::Server, it, after).await.unwrap();
            seen.extend(page.homes.iter().map(|home| home.username.clone()));
            after = page.next;
            if after.is_none() {
                assert_eq!(pages, 3);
                break;
            }
        }
        let right: Vec<_> = (2..=120).map(|n| format!("ALMELO{n:02}")).collect();
        assert_eq!((seen, logged(&house.app).await), (right.clone(), before + 3));
        let mut whole = Vec::new();
        let it = (&path, WorkList::NeverSignedIn);
        let count = worklist::each(&house.app, &house.ctx(), &Actor::Server, it, |homes| {
            whole.extend(homes.iter().map(|home| home.username.clone()));
            Ok(())
        })
        .await
        .unwrap();
        assert_eq!((count, whole), (119, right));
        assert_eq!(logged(&house.app).await, before + 4);
    })
    .await;
}

#[tokio::test]
async fn homes_are_shown_in_their_order_and_every_look_is_logged() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        confirm(&house, &many(120)).await;
        let (mut seen, mut after, before) = (Vec::new(), None, logged(&house.app).await);
        loop {
            let page = homes::page(&house.app, &house.ctx(), &Actor::Server, &zuid(), after).await.unwrap();
            seen.extend(page.homes.iter().map(|home| home.home.client_number.clone().unwrap()));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen, (0..120).map(|n| format!("V{n}")).collect::<Vec<_>>(), "{}", house.engine);
        assert_eq!(logged(&house.app).await, before + 3);
    })
    .await;
}
