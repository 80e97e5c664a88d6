//! The caller check: a case is proven by the number behind the link or by the code of the mail, for one deed, one person, once; and
//! nothing else proves anything.

use app::help_desk::{self, ActError, Case, DeskError, OpenError, Tried, Wish};
use app::{Barred, Caller, own_address};
use domain::access::{Actor, Denied};
use domain::email::Address;
use domain::help_desk::{A_DAY, Deed, End, Kind, MISSES, Standing};
use domain::id::{AccountId, HelpDeskCaseId};
use domain::role::Role;
use domain::time::Span;
use domain::token::Dead;
use testkit::each_engine;

use super::found;
use crate::house::{GOOD, House, OTHER, secret, text, token};
use crate::proposal::person;
use crate::tenant_change::{Person, enter, settle, works};

/// A house with a settled resident, and somebody of the help desk.
struct Desk {
    house: House,
    sam: Actor,
    account: AccountId,
    one: Person,
}

async fn desk(house: House) -> Desk {
    house.home("ALMELO01", Some("jan@example.nl")).await;
    let one = settle(&house, "ALMELO01", "jan@example.nl").await;
    house.deliver().await;
    let sam = person(&house, Role::Support, 1).await;
    let account = found(&house, &sam, "ALMELO01").await;
    Desk { house, sam, account, one }
}

impl Desk {
    async fn open(&self, deed: Deed) -> Result<HelpDeskCaseId, OpenError> {
        let wish = Wish { account: self.account, kind: Kind::Phone, deed };
        help_desk::open(&self.house.app, &self.house.ctx(), &self.sam, wish).await
    }

    /// An open case, the link of its mail and the code in it.
    async fn asked(&self, deed: Deed) -> (HelpDeskCaseId, String, String) {
        let case = self.open(deed).await.unwrap();
        let mails = self.house.deliver().await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].envelope.to.as_str(), "jan@example.nl");
        let said = text(&mails[0]);
        let digits = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        let words: Vec<&str> = said.split(|sign: char| sign.is_whitespace() || sign == '.').collect();
        let code = words.windows(2).find(|two| two.iter().all(|part| digits(part))).expect("a code").concat();
        (case, token(&mails[0], "/belcontrole/"), code)
    }

    async fn case(&self, case: HelpDeskCaseId) -> Case {
        help_desk::case(&self.house.app, &self.house.ctx(), &self.sam, case).await.unwrap()
    }

    async fn standing(&self, case: HelpDeskCaseId) -> Standing {
        self.case(case).await.facts.standing(self.house.clock.now())
    }

    async fn confirm(&self, link: &str, number: u32) -> Result<Tried, Dead> {
        help_desk::confirm(&self.house.app, &self.house.ctx(), link, &number.to_string()).await.unwrap()
    }

    async fn act(&self, case: HelpDeskCaseId) -> Result<Case, ActError> {
        help_desk::act(&self.house.app, &self.house.ctx(), &self.sam, case).await
    }

    async fn acts(&self, act: &str) -> i64 {
        testkit::raw::count(&self.house.fresh, &format!("SELECT count(*) FROM audit_line WHERE act = '{act}'")).await
    }
}

#[tokio::test]
async fn the_number_proves_and_opens_the_deed_once() {
    each_engine(|fresh| async move {
        let desk = desk(House::build(fresh).await).await;
        let (case, link, _) = desk.asked(Deed::EndSessions).await;
        for _ in 0..20 {
            assert_eq!(help_desk::look(&desk.house.app, &desk.house.ctx(), &link).await.unwrap().unwrap().id, case);
        }
        assert_eq!(desk.standing(case).await, Standing::Waits, "looking proves nothing on {}", desk.house.engine);
        assert!(matches!(desk.act(case).await, Err(ActError::NoProof)));
        assert!(works(&desk.house, &desk.one).await[0]);
        let number = desk.case(case).await.number;
        assert_eq!(desk.confirm(&link, number).await, Ok(Tried::Right));
        assert_eq!(desk.confirm(&link, number).await, Err(Dead::Used));
        let kim = person(&desk.house, Role::Support, 2).await;
        let other = help_desk::act(&desk.house.app, &desk.house.ctx(), &kim, case).await;
        assert!(matches!(other, Err(ActError::Barred(Barred::Denied(Denied::NotYours)))), "bound to who opened it");
        desk.act(case).await.unwrap();
        assert!(!works(&desk.house, &desk.one).await[0], "every device is signed out");
        assert!(matches!(desk.act(case).await, Err(ActError::NoProof)), "once");
        for act in ["desk.case-opened", "desk.case-proven", "desk.case-done"] {
            assert_eq!(desk.acts(act).await, 1, "{act}");
        }
    })
    .await;
}

#[tokio::test]
async fn three_wrong_numbers_close_it_and_a_proof_gets_old() {
    each_engine(|fresh| async move {
        let desk = desk(House::build(fresh).await).await;
        let (case, link, _) = desk.asked(Deed::EndSessions).await;
        let number = desk.case(case).await.number;
        for left in (0..MISSES).rev() {
            assert_eq!(desk.confirm(&link, 101).await, Ok(Tried::Wrong { left }));
        }
        assert_eq!(desk.confirm(&link, number).await, Err(Dead::TooManyTries), "also with the right one");
        assert_eq!(desk.standing(case).await, Standing::Ended(End::Missed));
        let (case, link, _) = desk.asked(Deed::EndSessions).await;
        let number = desk.case(case).await.number;
        assert_eq!(desk.confirm(&link, number).await, Ok(Tried::Right));
        desk.house.forward(Span::minutes(15));
        assert_eq!(desk.standing(case).await, Standing::Expired);
        assert!(matches!(desk.act(case).await, Err(ActError::NoProof)), "older than a quarter of an hour");
        assert!(works(&desk.house, &desk.one).await[0]);
        let (_, link, _) = desk.asked(Deed::EndSessions).await;
        desk.house.forward(Span::minutes(30));
        assert!(matches!(desk.confirm(&link, 10).await, Err(Dead::Expired)));
    })
    .await;
}

#[tokio::test]
async fn the_code_proves_for_ten_minutes_and_five_tries() {
    each_engine(|fresh| async move {
        let desk = desk(House::build(fresh).await).await;
        let give = async |case, code: &str| {
            help_desk::give_code(&desk.house.app, &desk.house.ctx(), &desk.sam, (case, code)).await.unwrap()
        };
        let (case, _, code) = desk.asked(Deed::TellUsername).await;
        assert_eq!(give(case, "00000000").await, Tried::Wrong { left: 4 });
        assert_eq!(give(case, &format!("{} {}", &code[..4], &code[4..])).await, Tried::Right);
        assert_eq!(desk.act(case).await.unwrap().username, "ALMELO01");
        let (case, link, code) = desk.asked(Deed::TellUsername).await;
        desk.house.forward(Span::minutes(10));
        assert_eq!(give(case, &code).await, Tried::Over, "too old on {}", desk.house.engine);
        assert!(desk.confirm(&link, desk.case(case).await.number).await.is_ok(), "the link works on");
        let (case, link, code) = desk.asked(Deed::TellUsername).await;
        for left in (0..5).rev() {
            assert_eq!(give(case, "1").await, Tried::Wrong { left });
        }
        assert_eq!(give(case, &code).await, Tried::Over);
        assert_eq!(desk.confirm(&link, desk.case(case).await.number).await, Err(Dead::TooManyTries));
        let again = desk.open(Deed::TellUsername).await;
        assert!(matches!(again, Err(OpenError::TooOften)), "six wrong proofs of a home in a day: {again:?}");
        desk.house.forward(Span::days(1));
        desk.open(Deed::TellUsername).await.unwrap();
        desk.house.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn no_ends_it_and_is_told_to_the_client() {
    each_engine(|fresh| async move {
        let desk = desk(House::build(fresh).await).await;
        let (case, link, code) = desk.asked(Deed::CancelChange).await;
        help_desk::deny(&desk.house.app, &desk.house.ctx(), &link).await.unwrap().unwrap();
        assert_eq!(desk.standing(case).await, Standing::Ended(End::Denied));
        assert!(matches!(desk.act(case).await, Err(ActError::NoProof)));
        let tried = help_desk::give_code(&desk.house.app, &desk.house.ctx(), &desk.sam, (case, &code)).await.unwrap();
        assert_eq!(tried, Tried::Over);
        assert_eq!(desk.acts("desk.case-denied").await, 1);
        let client = "SELECT count(*) FROM audit_line WHERE act = 'desk.case-denied' AND organisation_id IS NOT NULL";
        assert_eq!(testkit::raw::count(&desk.house.fresh, client).await, 1, "{}", desk.house.engine);
    })
    .await;
}

#[tokio::test]
async fn only_a_confirmed_address_that_mail_reaches_is_asked() {
    each_engine(|fresh| async move {
        let desk = desk(House::build(fresh).await).await;
        let house = &desk.house;
        house.home("ALMELO02", Some("piet@example.nl")).await;
        house.home("ALMELO03", None).await;
        for username in ["ALMELO02", "ALMELO03"] {
            let account = found(house, &desk.sam, username).await;
            let wish = Wish { account, kind: Kind::Written, deed: Deed::TellUsername };
            let none = help_desk::open(&house.app, &house.ctx(), &desk.sam, wish).await;
            assert!(matches!(none, Err(OpenError::NoAddress)), "{username}: {none:?}");
        }
        testkit::raw::run(&house.fresh, "UPDATE email_link SET delivery = 'hard' WHERE address = 'jan@example.nl'")
            .await;
        assert!(matches!(desk.open(Deed::EndSessions).await, Err(OpenError::NoAddress)), "it bounced");
        assert!(house.deliver().await.is_empty(), "nobody is mailed");
        let clerk = person(house, Role::Clerk, 3).await;
        let wish = Wish { account: desk.account, kind: Kind::Phone, deed: Deed::EndSessions };
        let denied = help_desk::open(&house.app, &house.ctx(), &clerk, wish).await;
        assert!(matches!(denied, Err(OpenError::Desk(DeskError::Barred(Barred::Denied(Denied::NotAllowed))))));
    })
    .await;
}

#[tokio::test]
async fn a_new_case_ends_the_one_before_and_a_home_has_six_a_day() {
    each_engine(|fresh| async move {
        let desk = desk(House::build(fresh).await).await;
        let (first, link, _) = desk.asked(Deed::EndSessions).await;
        for _ in 1..A_DAY {
            desk.asked(Deed::EndSessions).await;
        }
        assert_eq!(desk.standing(first).await, Standing::Ended(End::Withdrawn));
        let dead = help_desk::look(&desk.house.app, &desk.house.ctx(), &link).await.unwrap();
        assert_eq!(dead.map(|case| case.id), Err(Dead::Ended), "{}", desk.house.engine);
        assert!(matches!(desk.open(Deed::EndSessions).await, Err(OpenError::TooOften)));
    })
    .await;
}

#[tokio::test]
async fn a_change_that_waits_is_called_off_and_a_slow_down_is_lifted() {
    each_engine(|fresh| async move {
        let desk = desk(House::build(fresh).await).await;
        let house = &desk.house;
        let wish =
            own_address::Wish { address: Address::parse("nieuw@example.nl").unwrap(), proof: secret(GOOD).into() };
        own_address::ask(&house.app, &house.ctx(), Caller::Cookie(&desk.one.session), wish).await.unwrap();
        house.deliver().await;
        let waiting = "SELECT count(*) FROM email_link WHERE proof = 'proposed'";
        assert_eq!(testkit::raw::count(&house.fresh, waiting).await, 1);
        let (case, link, _) = desk.asked(Deed::CancelChange).await;
        assert_eq!(desk.confirm(&link, desk.case(case).await.number).await, Ok(Tried::Right));
        desk.act(case).await.unwrap();
        assert_eq!(testkit::raw::count(&house.fresh, waiting).await, 0, "{}", house.engine);
        for _ in 0..=house.app.settings.limits.guess_account.most {
            enter(house, "ALMELO01", OTHER, None).await.unwrap_err();
        }
        enter(house, "ALMELO01", GOOD, None).await.expect_err("slowed down");
        let (case, link, _) = desk.asked(Deed::LiftSlowDown).await;
        assert_eq!(desk.confirm(&link, desk.case(case).await.number).await, Ok(Tried::Right));
        desk.act(case).await.unwrap();
        enter(house, "ALMELO01", GOOD, None).await.expect("as fast as before");
    })
    .await;
}
