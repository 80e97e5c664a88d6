//! Planned maintenance: two people decide exactly what is told, the homes are listed then, and who lives there is found when a mail
//! leaves. Whoever left gets nothing, nobody reads a username or a home, and a stop holds at once.

mod rules;

use app::maintenance::{self, Aim, Draft, NoticeError, Steer};
use app::outbox;
use app::reset;
use domain::access::{self, Actor};
use domain::id::MaintenanceId;
use domain::language::Language;
use domain::mail::Lane;
use domain::maintenance::{Fault, Reader, State, Typed};
use domain::role::Role;
use domain::tenant_change::Kind;
use domain::time::{Span, Time};
use mail::transport::Delivered;
use testkit::each_engine;
use uuid::Uuid;

use crate::bounces::{UNKNOWN, report};
use crate::first_login::add_project;
use crate::house::{House, text};
use crate::proposal::person;
use crate::tenant_change::{plan, wish};

fn typed() -> Typed {
    Typed {
        subject_nl: "Onderhoud aan het portaal".to_owned(),
        words_nl: "U kunt een nacht niet inloggen.\n\nDe verwarming blijft het doen.".to_owned(),
        subject_en: "Maintenance of the portal".to_owned(),
        words_en: "You cannot sign in for one night.".to_owned(),
    }
}

fn draft(house: &House, aim: Aim) -> Draft {
    let now = house.clock.now();
    Draft { aim, from: now + Span::days(3), to: now + Span::days(3) + Span::hours(4), typed: typed() }
}

fn zuid() -> Aim {
    Aim::Project("linde/zuid".parse().unwrap())
}

/// A notice for the project that was written and proposed by a person, and the hash of it.
async fn proposed(house: &House, by: &Actor) -> (MaintenanceId, [u8; 32]) {
    let id = maintenance::write(&house.app, &house.ctx(), by, draft(house, zuid())).await.unwrap();
    maintenance::propose(&house.app, &house.ctx(), by, id).await.unwrap();
    let seen = maintenance::look(&house.app, &house.ctx(), by, id).await.unwrap();
    (id, seen.hash)
}

/// The same, approved by an admin of the operator.
async fn approved(house: &House) -> (MaintenanceId, Actor) {
    let (writer, admin) = (person(house, Role::Support, 1).await, person(house, Role::OperatorAdmin, 2).await);
    let (id, hash) = proposed(house, &writer).await;
    maintenance::approve(&house.app, &house.ctx(), &admin, (id, hash)).await.unwrap();
    (id, writer)
}

/// The job comes round once.
async fn round(house: &House) -> usize {
    let done = maintenance::work(&house.app, Uuid::from_u128(1)).await.unwrap();
    house.forward(Span::seconds(1));
    done
}

/// The job comes round until nothing is left.
async fn rounds(house: &House) {
    for _ in 0..50 {
        if round(house).await == 0 {
            return;
        }
    }
    panic!("the job never ends on {}", house.engine);
}

async fn seen(house: &House, id: MaintenanceId) -> maintenance::Listed {
    maintenance::look(&house.app, &house.ctx(), &Actor::Server, id).await.unwrap().kept
}

async fn steer(house: &House, by: &Actor, id: MaintenanceId, how: Steer) -> Result<(), NoticeError> {
    maintenance::steer(&house.app, &house.ctx(), by, (id, how)).await
}

fn receivers(mails: &[Delivered]) -> Vec<String> {
    let mut all: Vec<String> = mails.iter().map(|mail| mail.envelope.to.as_str().to_owned()).collect();
    all.sort();
    all
}

#[tokio::test]
async fn everybody_who_has_an_address_is_told_once_and_reads_no_username_and_no_home() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        house.home("ALMELO01", Some("een@example.nl")).await;
        house.home("ALMELO02", Some("twee@example.nl")).await;
        house.home("ALMELO03", Some("twee@example.nl")).await;
        house.home("ALMELO04", None).await;
        let (id, _) = approved(&house).await;
        assert_eq!(seen(&house, id).await.facts.state, State::Approved);
        rounds(&house).await;
        let mails = house.deliver().await;
        assert_eq!(receivers(&mails), ["een@example.nl", "twee@example.nl"], "{}", house.engine);
        for mail in &mails {
            let all = String::from_utf8_lossy(&mail.message);
            let words = text(mail);
            assert!(words.contains("De verwarming blijft het doen."), "{words}");
            for never in ["ALMELO", "Eikenlaan", "http", "nsubscribe", "wachtwoord/", "Cc:", "Bcc:"] {
                assert!(!all.contains(never), "{never} in {all}");
            }
            assert!(all.contains("Auto-Submitted: auto-generated"));
        }
        rounds(&house).await;
        let it = seen(&house, id).await;
        assert_eq!(it.facts.state, State::Done);
        let counts = it.counts;
        assert_eq!((counts.homes, counts.waits, counts.by_letter, counts.vacant), (4, 0, 1, 0));
        assert_eq!((counts.queued, counts.sent, counts.merged, counts.under_way()), (3, 2, 1, 0));
    })
    .await;
}

#[tokio::test]
async fn who_left_between_approval_and_sending_gets_nothing() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("oud@example.nl")).await;
        house.home("ALMELO02", Some("blijft@example.nl")).await;
        let (id, _) = approved(&house).await;
        round(&house).await;
        // Listed, and not told yet: the old household leaves, another comes.
        plan(&house, home, wish(Kind::NewTenant, "2026-11-23", "2026-11-24", Some("nieuw@example.nl"))).await.unwrap();
        house.forward(Span::days(1));
        rounds(&house).await;
        assert_eq!(receivers(&house.deliver().await), ["blijft@example.nl", "nieuw@example.nl"], "{}", house.engine);
        assert_eq!(seen(&house, id).await.counts.sent, 2);
    })
    .await;
}

#[tokio::test]
async fn who_left_while_the_mail_waited_gets_nothing_either() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("oud@example.nl")).await;
        let (id, _) = approved(&house).await;
        rounds(&house).await;
        assert_eq!(seen(&house, id).await.counts.queued, 1);
        plan(&house, home, wish(Kind::Vacant, "2026-11-23", "", None)).await.unwrap();
        house.forward(Span::days(1));
        assert!(house.deliver().await.is_empty(), "{}", house.engine);
        assert_eq!(seen(&house, id).await.counts.dropped, 1);
    })
    .await;
}

#[tokio::test]
async fn no_more_leave_than_the_rate_allows() {
    each_engine(|fresh| async move {
        let house = House::build_as(fresh, |settings| settings.notice_rate = 120).await;
        for number in 1..=9 {
            house.home(&format!("ALMELO0{number}"), Some(&format!("b{number}@example.nl"))).await;
        }
        approved(&house).await;
        round(&house).await;
        let mut left = Vec::new();
        for _ in 0..6 {
            round(&house).await;
            left.push(house.deliver().await.len());
        }
        assert_eq!(left, [2, 2, 2, 2, 1, 0], "two in a second on {}", house.engine);
    })
    .await;
}

#[tokio::test]
async fn a_pause_holds_a_resume_goes_on_and_a_stop_is_for_good() {
    each_engine(|fresh| async move {
        let house = House::build_as(fresh, |settings| settings.notice_rate = 60).await;
        for number in 1..=4 {
            house.home(&format!("ALMELO0{number}"), Some(&format!("b{number}@example.nl"))).await;
        }
        let (id, writer) = approved(&house).await;
        round(&house).await;
        round(&house).await;
        assert_eq!(seen(&house, id).await.counts.queued, 1);
        steer(&house, &writer, id, Steer::Pause).await.unwrap();
        assert_eq!(round(&house).await, 0, "{}", house.engine);
        assert!(house.deliver().await.is_empty(), "what waits in the outbox waits on");
        assert!(matches!(steer(&house, &writer, id, Steer::Pause).await, Err(NoticeError::Fault(Fault::State))));
        steer(&house, &writer, id, Steer::Resume).await.unwrap();
        round(&house).await;
        house.forward(Span::minutes(2));
        round(&house).await;
        assert_eq!(house.deliver().await.len(), 2, "{}", house.engine);
        round(&house).await;
        assert_eq!(seen(&house, id).await.counts.queued, 3);
        steer(&house, &writer, id, Steer::Stop).await.unwrap();
        rounds(&house).await;
        assert!(house.deliver().await.is_empty(), "on {}", house.engine);
        let it = seen(&house, id).await;
        assert_eq!((it.facts.state, it.counts.sent, it.counts.dropped), (State::Stopped, 2, 1));
        assert!(matches!(steer(&house, &writer, id, Steer::Resume).await, Err(NoticeError::Fault(Fault::State))));
    })
    .await;
}

#[tokio::test]
async fn after_the_work_nobody_is_told_of_it() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        house.home("ALMELO01", Some("een@example.nl")).await;
        let (id, _) = approved(&house).await;
        rounds(&house).await;
        house.forward(Span::days(4));
        assert!(house.deliver().await.is_empty(), "{}", house.engine);
        rounds(&house).await;
        assert_eq!(seen(&house, id).await.facts.state, State::Done);
    })
    .await;
}

/// The order of work: a mailing that waits is in nobody's way who asks for a new password (norms F24).
#[tokio::test]
async fn a_reset_waits_for_no_mailing() {
    each_engine(|fresh| async move {
        let house = House::build_as(fresh, |settings| settings.notice_rate = 60_000).await;
        for number in 10..40 {
            house.home(&format!("ALMELO{number}"), Some(&format!("b{number}@example.nl"))).await;
        }
        let (id, _) = approved(&house).await;
        rounds(&house).await;
        assert_eq!(seen(&house, id).await.counts.queued, 30);
        reset::ask(&house.app, &house.ctx(), "ALMELO10").await.unwrap();
        outbox::deliver_lane(&house.app, &house.transport, Lane::Security).await.unwrap();
        let first = house.post.take();
        assert_eq!(receivers(&first), ["b10@example.nl"], "{}", house.engine);
        assert!(text(&first[0]).contains("/login/accounts/pass/reset/"));
        outbox::deliver_lane(&house.app, &house.transport, Lane::Service).await.unwrap();
        assert_eq!(house.post.take().len(), 1, "announcements leave one by one");
        assert_eq!(house.deliver().await.len(), 29);
    })
    .await;
}

#[tokio::test]
async fn a_test_goes_to_who_asks_in_the_language_they_choose() {
    each_engine(|fresh| async move {
        let house = House::build_as(fresh, |settings| {
            settings.notice_from = Some(domain::email::Address::parse("onderhoud@nieuws.example.nl").unwrap());
        })
        .await;
        house.home("ALMELO01", Some("een@example.nl")).await;
        let writer = person(&house, Role::Support, 1).await;
        let id = maintenance::write(&house.app, &house.ctx(), &writer, draft(&house, zuid())).await.unwrap();
        maintenance::test_to_self(&house.app, &house.ctx(), &writer, (id, Language::En)).await.unwrap();
        let mails = house.deliver().await;
        assert_eq!(receivers(&mails), ["person1@example.nl"], "{}", house.engine);
        assert!(text(&mails[0]).contains("You cannot sign in for one night."));
        assert!(String::from_utf8_lossy(&mails[0].message).contains("onderhoud@nieuws.example.nl"));
        let notice = seen(&house, id).await.notice;
        let shown = maintenance::preview(&house.app, &notice, Language::Nl);
        assert_eq!(
            (shown.from.as_str(), shown.subject.as_str()),
            ("onderhoud@nieuws.example.nl", "Onderhoud aan het portaal")
        );
    })
    .await;
}

#[tokio::test]
async fn pages_tell_of_it_while_the_work_goes_on_and_only_those_it_touches() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("een@example.nl")).await;
        let (id, writer) = approved(&house).await;
        let resident = Actor::Resident {
            identity: house.app.id(house.clock.now()),
            occupancy: house.app.id(house.clock.now()),
            account: house.app.id(house.clock.now()),
            organisation: house.organisation,
        };
        add_project(&house.app, "linde/noord", "HENGELO").await;
        let (ctx, admin) = (house.ctx(), person(&house, Role::OperatorAdmin, 5).await);
        let noord = draft(&house, Aim::Project("linde/noord".parse().unwrap()));
        let other = maintenance::write(&house.app, &ctx, &writer, noord).await.unwrap();
        maintenance::propose(&house.app, &ctx, &writer, other).await.unwrap();
        let hash = maintenance::look(&house.app, &ctx, &admin, other).await.unwrap().hash;
        maintenance::approve(&house.app, &ctx, &admin, (other, hash)).await.unwrap();
        assert!(maintenance::told_to(&house.app, &ctx, Some((&resident, Some(home)))).await.is_empty(), "not yet");
        let coming = maintenance::coming_to(&house.app, &ctx, (&resident, Some(home))).await;
        assert_eq!(coming.iter().map(|it| it.id).collect::<Vec<_>>(), [id], "of the own project only");
        assert_eq!(maintenance::told(&house.app, &ctx, Reader::Client(house.organisation)).await.len(), 2);
        assert!(maintenance::told(&house.app, &ctx, Reader::Anybody).await.is_empty());
        house.forward(Span::days(3));
        let ctx = house.ctx();
        assert_eq!(
            maintenance::told_to(&house.app, &ctx, Some((&resident, Some(home)))).await.len(),
            1,
            "{}",
            house.engine
        );
        assert!(maintenance::told_to(&house.app, &ctx, None).await.is_empty(), "a stranger");
        let elsewhere = Actor::Resident {
            identity: house.app.id(ctx.now),
            occupancy: house.app.id(ctx.now),
            account: house.app.id(ctx.now),
            organisation: house.app.id(ctx.now),
        };
        let before = house.app.db.statements();
        assert!(maintenance::told_to(&house.app, &ctx, Some((&elsewhere, Some(home)))).await.is_empty());
        assert_eq!(house.app.db.statements(), before, "work of another client costs no look");
        assert!(maintenance::coming_to(&house.app, &ctx, (&resident, Some(home))).await.is_empty(), "it goes on");
        steer(&house, &writer, id, Steer::Stop).await.unwrap();
        assert!(maintenance::told_to(&house.app, &ctx, Some((&resident, Some(home)))).await.is_empty(), "at once");
    })
    .await;
}

/// A report about a mail that a server had taken changes what the notice counts, there and back, and never below nothing.
#[tokio::test]
async fn what_comes_back_is_counted_and_so_is_another_try() {
    each_engine(|fresh| async move {
        let house =
            House::build_as(fresh, |settings| settings.bounce_domain = Some("post.example.nl".to_owned())).await;
        house.home("ALMELO01", Some("weg@example.nl")).await;
        let (id, _) = approved(&house).await;
        rounds(&house).await;
        let mails = house.deliver().await;
        let told = async || seen(&house, id).await.counts;
        let counts = told().await;
        assert_eq!((counts.sent, counts.refused, counts.failed), (1, 0, 0), "{}", house.engine);
        let report = report("weg@example.nl", "1", UNKNOWN);
        let to = mails[0].envelope.from.as_str();
        app::bounce::receive(&house.app, &house.ctx(), to, report.as_bytes()).await.unwrap();
        let counts = told().await;
        assert_eq!((counts.sent, counts.refused, counts.failed), (0, 1, 0), "{}", house.engine);

        let dead = house.app.db.read(|tx| {
            let scope = access::anywhere::<access::SeeDeadLetters>(&Actor::Server).unwrap();
            store::mail::dead(tx, &scope, Time::from_micros(i64::MAX))
        });
        let mail = dead.await.unwrap()[0].id;
        let now = house.clock.now();
        let revived = house.app.db.write(move |tx| {
            let scope = access::anywhere::<access::RetryDeadLetters>(&Actor::Server).unwrap();
            store::mail::revive(tx, &scope, mail, now)
        });
        assert!(revived.await.unwrap());
        let counts = told().await;
        assert_eq!((counts.sent, counts.refused, counts.failed), (0, 0, 0), "{}", house.engine);
    })
    .await;
}
