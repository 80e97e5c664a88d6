//! Law 11: every act leaves its line, in the transaction of the act; nothing refused leaves one; no line holds a secret
//! or a whole address; a changed line is found.

use app::audit::{Export, Form, Wish};
use app::first_login::SheetKind;
use app::first_login::back::{self, Which};
use app::{Barred, Caller};
use domain::access::Actor;
use domain::language::Language;
use domain::role::Role;
use domain::time::Span;
use mail::smtp::Stage;
use mail::transport::Answer;
use testkit::each_engine;
use words::Words;

use crate::testapp::{GOOD, OTHER, TestApp, log};

/// The acts of the lines that came since the last time, sorted.
struct Watch(Vec<String>);

impl Watch {
    async fn new(house: &TestApp) -> Self {
        Self(house.tables().await["audit_line"].clone())
    }

    async fn new_lines(&mut self, house: &TestApp) -> Vec<String> {
        let all = house.tables().await["audit_line"].clone();
        let new = all.iter().filter(|row| !self.0.contains(row)).cloned().collect();
        self.0 = all;
        new
    }

    #[track_caller]
    fn acts(lines: &[String]) -> Vec<String> {
        let word = |row: &str, name: &str| {
            let after = row.split(&format!("{name}=")).nth(1).or_else(|| row.split(&format!("\"{name}\": \"")).nth(1));
            after.and_then(|rest| rest.split([' ', '"']).next()).unwrap_or_default().to_owned()
        };
        let mut acts: Vec<String> = lines
            .iter()
            .map(|row| format!("{} {} {}", word(row, "act"), word(row, "door"), word(row, "actor_kind")))
            .collect();
        acts.sort();
        acts
    }
}

macro_rules! left {
    ($watch:ident, $house:ident, $($act:literal),* $(,)?) => {
        assert_eq!(Watch::acts(&$watch.new_lines(&$house).await), [$($act),*] as [&str; _], "on {}", $house.engine);
    };
}

#[tokio::test]
async fn every_act_leaves_its_line() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        let mut watch = Watch::new(&house).await;
        house.clients().await;
        left!(
            watch,
            house,
            "organisation.added command-line server",
            "organisation.added command-line server",
            "project.added command-line server",
            "project.added command-line server",
        );
        let username = house.home("linde/zuid", "V1", Some("bewoner@example.nl")).await;
        left!(
            watch,
            house,
            "account.created command-line server",
            "email.linked command-line server",
            "import.applied command-line server",
            "import.confirmed command-line server",
        );
        house.import("linde/zuid", "VHE-nummer;E-mailadres\nV1;verbeterd@example.nl\n").await;
        left!(
            watch,
            house,
            "email.changed command-line server",
            "import.applied command-line server",
            "import.confirmed command-line server",
        );
        let path = "linde/zuid".parse().unwrap();
        let ctx = house.app.command();
        let back = back::begin(&house.app, &ctx, &Actor::Server, (&path, Which::Project)).await.unwrap();
        back.write(Words::of(Language::Nl), SheetKind::Csv, Vec::new()).await.unwrap();
        left!(watch, house, "usernames.listed command-line server");

        let link = house.reset_link(&username).await;
        let mut person = house.client();
        person.get(&link).await.expect(200);
        person.post_form(&link, &[("username", "ALMELO99"), ("password", GOOD)]).await.expect(422);
        left!(watch, house,);
        person.post_form(&link, &[("username", &username), ("password", GOOD)]).await.expect(303);
        left!(watch, house, "email.confirmed page anonymous", "password.set page anonymous");
        person.post_login(&username, OTHER).await.expect(401);
        person.post_form("/logout/", &[]).await.expect(303);
        left!(watch, house,);
        person.post_login(&username, GOOD).await.leads_to("/");
        left!(watch, house, "session.started page resident");
        person.post_form("/logout/", &[]).await.expect(303);
        left!(watch, house, "session.ended page resident");
        house.only_mail().await;

        let unproven = house.home("linde/zuid", "V2", Some("weg@example.nl")).await;
        let link = house.reset_link(&unproven).await;
        for _ in 0..5 {
            person.post_form(&link, &[("username", "ALMELO99"), ("password", GOOD)]).await;
        }
        let lines = Watch::acts(&watch.new_lines(&house).await);
        assert!(lines.contains(&"links.ended page anonymous".to_owned()), "{lines:?}");
        house.post.answer(1, Answer::Refuse(Stage::Rcpt, 550, "5.1.1 unknown".to_owned()));
        house.client().ask_reset(&unproven).await.expect(303);
        assert!(house.deliver_mail().await.is_empty());
        left!(watch, house, "email.refused job job");
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn every_act_of_staff_leaves_its_line() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut watch = Watch::new(&house).await;
        let staff = house.staff("noor@beheer.example.nl", Role::OperatorAdmin, "").await;
        left!(
            watch,
            house,
            "factor.set page staff",
            "session.started page staff",
            "staff.invited command-line server",
            "staff.joined page anonymous",
        );
        let mut half = house.half_way(&staff).await;
        left!(watch, house,);
        half.post_form("/login/second-factor/", &[("code", "000000")]).await.expect(401);
        left!(watch, house,);
        half.post_form("/login/second-factor/", &[("code", &staff.codes[4])]).await.leads_to("/");
        left!(watch, house, "recovery-code.used page staff", "session.started page staff");
        house.only_mail().await;

        let username = house.home("linde/zuid", "V1", Some("bewoner@example.nl")).await;
        house.post.answer(1, Answer::Refuse(Stage::Dot, 554, "5.6.0 no".to_owned()));
        house.client().ask_reset(&username).await.expect(303);
        assert!(house.deliver_mail().await.is_empty());
        watch.new_lines(&house).await;
        let page = half.get("/beheer/post/").await.text();
        let id =
            page.split("name=\"mail\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
        half.post_form("/beheer/post/", &[("mail", "00000000-0000-7000-8000-000000000000")])
            .await
            .leads_to("/beheer/post/?told=no");
        left!(watch, house,);
        half.post_form("/beheer/post/", &[("mail", &id)]).await.leads_to("/beheer/post/?told=yes");
        left!(watch, house, "mail.retried page staff");
        assert_eq!(house.only_mail().await.to, "bewoner@example.nl", "a letter that is tried again arrives");
        half.post_form("/beheer/post/", &[("mail", &id)]).await.leads_to("/beheer/post/?told=no");
        left!(watch, house,);
        house.finish().await;
    })
    .await;
}

/// Mail servers quote the address they refuse. It must not come into the log or a page of staff that way.
#[tokio::test]
async fn a_mail_server_that_quotes_an_address_shows_it_to_nobody() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut admin = house.staff("noor@beheer.example.nl", Role::OperatorAdmin, "").await;
        let username = house.home("linde/zuid", "V1", Some("Bewoner.Naam@mail.example.nl")).await;
        for (code, words) in [
            (450, "4.7.1 <Bewoner.Naam@mail.example.nl>: Recipient address rejected: greylisted"),
            (550, "5.1.1 <bewoner.naam@mail.example.nl>: Recipient address rejected: unknown; mailto:Bewoner.Naam@mail.example.nl"),
        ] {
            house.post.answer(1, Answer::Refuse(Stage::Rcpt, code, words.to_owned()));
        }
        house.client().ask_reset(&username).await.expect(303);
        assert!(house.deliver_mail().await.is_empty());
        house.forward(Span::minutes(2));
        assert!(house.deliver_mail().await.is_empty());
        let page = admin.client.get("/beheer/post/").await.expect(200).text();
        assert!(page.contains("Recipient address rejected"), "the admin reads why");
        assert!(!page.to_lowercase().contains("bewoner.naam"), "{page}");
        assert!(log().contains("a mail was not handed over") && !log().to_lowercase().contains("bewoner.naam"));
        house.finish().await;
    })
    .await;
}

/// The log is read by whom it is for, and that they read it is in it; who signs out in the middle of a file gets no more of it.
#[tokio::test]
async fn whoever_reads_the_log_stands_in_it() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut auditor = house.staff("auditor@beheer.example.nl", Role::Auditor, "").await.client;
        let mut clerk = house.staff("karel@linde.example.nl", Role::Clerk, "linde").await.client;
        let mut watch = Watch::new(&house).await;
        auditor.get("/service/logboek/?client=linde").await.expect(200);
        left!(watch, house, "log.read page staff");
        clerk.get("/service/logboek/download/?form=json").await.expect(200);
        left!(watch, house, "log.read page staff");
        let page = clerk.get("/service/logboek/?act=log.read").await.expect(200).text();
        assert!(page.contains("auditor@beheer.example.nl") && page.contains("als JSON-bestand"), "{page}");
        left!(watch, house, "log.read page staff");
        let ctx = house.app.command();
        let (session, wish) = (clerk.session().to_owned(), (Wish::default(), Form::Csv));
        let begun = Export::begin(house.app.clone(), &ctx, Caller::Cookie(&session), wish).await;
        let mut file = begun.unwrap();
        clerk.post_form("/logout/", &[]).await.expect(303);
        assert!(matches!(file.piece().await, Err(Barred::SignIn)), "the right is looked up for every piece");
        house.finish().await;
    })
    .await;
}

/// Somebody with the database in hands: a changed line, a taken one, a moved one are found by their number.
#[tokio::test]
async fn a_chain_that_was_touched_is_found() {
    for wish in [
        "UPDATE audit_line SET act = 'password.set' WHERE act = 'session.started'",
        "UPDATE audit_line SET at = at + 1 WHERE act = 'staff.joined'",
        "UPDATE audit_line SET subject_id = randomblob(16) WHERE act = 'staff.invited'",
        "UPDATE audit_side SET detail = 'x'",
        "UPDATE audit_chain SET hash = randomblob(32) WHERE seq = 2",
        "UPDATE audit_chain SET seq = 99 WHERE seq = 2",
    ] {
        let fresh = std::sync::Arc::new(testkit::engines::sqlite().await);
        let path = fresh.url.trim_start_matches("sqlite:").to_owned();
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.staff("karel@linde.example.nl", Role::Clerk, "linde").await;
        house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        assert!(house.seal_and_verify().await >= 12);
        let raw = rusqlite::Connection::open(&path).unwrap();
        raw.execute_batch("PRAGMA foreign_keys = OFF; SAVEPOINT touched").unwrap();
        assert!(raw.execute(wish, []).unwrap() > 0, "{wish}");
        raw.execute_batch("RELEASE touched").unwrap();
        assert!(app::audit::verify(&house.app).await.unwrap().whole().is_err(), "{wish}");
        house.give_up();
    }
}

/// What a clerk looks at and does in a home, with the addresses masked and the answer to the question of law 7.
#[tokio::test]
async fn every_act_in_a_home_leaves_its_line() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.home("linde/zuid", "V1", None).await;
        for address in ["eerste@example.nl", "tweede@example.nl"] {
            house.seen.address(address);
        }
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        let mut watch = Watch::new(&house).await;
        clerk.get("/service/gebruikers/").await.expect(200);
        left!(watch, house,);
        let home = clerk.get("/service/gebruikers/?q=V1").await.expect(200).homes()[0].clone();
        left!(watch, house, "homes.seen page staff");
        clerk.get(&home).await.expect(200);
        left!(watch, house, "homes.seen page staff");
        let here = format!("{home}e-mailadres/");
        for (email, act) in [("eerste@example.nl", "email.linked"), ("tweede@example.nl", "email.changed")] {
            let form = [("residents", "same"), ("email", email)];
            let seal = clerk.post_form(&here, &form).await.expect(200).field("seal");
            left!(watch, house, "homes.seen page staff");
            clerk.post_form(&here, &[&form[..], &[("seal", &seal)]].concat()).await.expect(303);
            let lines = watch.new_lines(&house).await;
            assert_eq!(Watch::acts(&lines), [format!("{act} page staff")], "on {}", house.engine);
            assert!(lines[0].contains("same-residents"), "{lines:?}");
        }
        let sides = house.tables().await["audit_side"].join("\n");
        assert!(sides.contains("e•••@e•••.nl → t•••@e•••.nl"), "before and after: {sides}");
        let here = format!("{home}intrekken/");
        let seal = clerk.get(&here).await.expect(200).field("seal");
        left!(watch, house, "homes.seen page staff");
        clerk.post_form(&here, &[("seal", &seal)]).await.expect(303);
        left!(watch, house, "access.revoked page staff");
        house.finish().await;
    })
    .await;
}
