//! Law 9: a client sees and touches its own homes only, down to counts, hints and audit lines.

use app::Barred;
use app::first_login::back::{self, BackError, Which};
use app::first_login::import::ImportError;
use app::first_login::{SheetKind, Source, import};
use domain::access::{Actor, Denied};
use domain::language::Language;
use domain::naming::ProjectPath;
use domain::role::Role;
use testkit::each_engine;
use words::Words;

use crate::testapp::{Answer, Client, TestApp, changed};

/// The same homes in the lists of two clients: neither notices the other.
#[tokio::test]
async fn the_same_list_means_the_same_to_both_clients() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let list = "VHE-nummer;Straat;Huisnummer;Postcode;Plaats;Bouwnummer;E-mailadres\n\
                    1;Eikenlaan;1;7601 AB;Almelo;B1;een@example.nl\n\
                    2;Eikenlaan;2;7601 AB;Almelo;B2;een@example.nl\n\
                    3;Eikenlaan;3;7601 AB;Almelo;B3;\n";
        let ours = house.import("linde/zuid", list).await;
        let before = house.tables().await;
        let theirs = house.import("esdoorn/noord", list).await;
        let of = |rows: &[crate::testapp::Row]| rows.iter().map(|row| row.judgement.clone()).collect::<Vec<_>>();
        assert_eq!(
            (of(&ours), of(&theirs)),
            (vec!["new".to_owned(); 3], vec!["new".to_owned(); 3]),
            "{}",
            house.engine
        );
        assert_eq!(
            theirs.iter().filter_map(|row| row.username.as_deref()).collect::<Vec<_>>(),
            ["ZWOLLE01", "ZWOLLE02", "ZWOLLE03"]
        );
        let after = house.tables().await;
        for table in ["dwelling", "account", "occupancy", "email_link", "identity", "audit_line"] {
            assert!(
                before[table].iter().all(|row| after[table].contains(row)),
                "{table}: nothing of the first changed"
            );
        }
        let again = house.import("esdoorn/noord", list).await;
        assert_eq!(of(&again), vec!["unchanged".to_owned(); 3]);
        house.finish().await;
    })
    .await;
}

async fn actor(house: &TestApp, client: &Client) -> Actor {
    let ctx = house.app.command();
    app::sign_in::who(&house.app, &ctx, client.session()).await.unwrap().expect("signed in").actor
}

/// Every role with the ids of another client, and what they get is "not found": there is nothing there for them.
#[tokio::test]
async fn staff_of_one_client_find_nothing_of_another() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.home("linde/zuid", "V1", Some("een@example.nl")).await;
        house.home("esdoorn/noord", "V1", Some("twee@example.nl")).await;
        let theirs: ProjectPath = "esdoorn/noord".parse().unwrap();
        let own: ProjectPath = "linde/zuid".parse().unwrap();
        let source = Source::bytes(b"VHE-nummer;E-mailadres\nV1;dief@evil.test\nV9;dief@evil.test\n".to_vec());
        for (role, here, there) in [
            (Role::Clerk, None, Denied::NotYours),
            (Role::OrgAdmin, None, Denied::NotYours),
            (Role::ProjectLead, None, Denied::NotYours),
            (Role::Support, Some(Denied::NotAllowed), Denied::NotAllowed),
            (Role::OperatorAdmin, Some(Denied::NotAllowed), Denied::NotAllowed),
            (Role::Auditor, Some(Denied::NotAllowed), Denied::NotAllowed),
        ] {
            let staff = house.staff(&format!("{role}@example.nl"), role, "linde").await;
            let (who, ctx) = (actor(&house, &staff.client).await, house.app.command());
            let before = house.tables().await;
            let refused =
                import::confirm(&house.app, &ctx, &who, (&theirs, &source), |_| panic!("a row was shown")).await;
            assert!(matches!(&refused, Err(ImportError::Denied(denied)) if *denied == there), "{role}: {refused:?}");
            let looked =
                import::dry_run(&house.app, &ctx, &who, (&theirs, &source), |_| panic!("a row was shown")).await;
            assert!(matches!(&looked, Err(ImportError::Denied(denied)) if *denied == there), "{role}: {looked:?}");
            let listed = back::begin(&house.app, &ctx, &who, (&theirs, Which::Project)).await.map(drop);
            assert!(matches!(&listed, Err(BackError::Barred(Barred::Denied(denied))) if *denied == there), "{role}");
            assert_eq!(changed(&before, &house.tables().await), Vec::<String>::new(), "{role} on {}", house.engine);
            let mine = back::begin(&house.app, &ctx, &who, (&own, Which::Project)).await;
            match (here, mine) {
                (None, Ok(list)) => {
                    let mut out = Vec::new();
                    let homes = list.write(Words::of(Language::Nl), SheetKind::Csv, &mut out).await.unwrap();
                    let out = String::from_utf8(out).unwrap();
                    assert!(homes == 1 && out.contains("ALMELO") && !out.contains("ZWOLLE"), "{role}: {out}");
                }
                (Some(no), Err(BackError::Barred(Barred::Denied(denied)))) => assert_eq!(denied, no, "{role}"),
                (here, mine) => panic!("{role}: {here:?}, {:?}", mine.map(drop)),
            }
        }
        house.finish().await;
    })
    .await;
}

/// The same homes and addresses at two clients: search, counts, the page of a home and the hint about other homes show each
/// client its own.
#[tokio::test]
async fn searching_shows_the_own_homes_only() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        for project in ["linde/zuid", "esdoorn/noord"] {
            house.home(project, "V1", Some("gedeeld@example.nl")).await;
            house.home(project, "V2", None).await;
        }
        house.home("esdoorn/noord", "V3", Some("gedeeld@example.nl")).await;
        let mut ours = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        let mut theirs = house.staff("clerk@esdoorn.example.nl", Role::Clerk, "esdoorn").await.client;
        let mut found = Vec::new();
        for (clerk, own, other, homes) in [(&mut ours, "ALMELO", "ZWOLLE", 1), (&mut theirs, "ZWOLLE", "ALMELO", 2)] {
            for query in ["V1", "eikenlaan", "7601ab", "almelo", "zwolle", "gedeeld%40example.nl", ""] {
                let page = clerk.get(&format!("/service/gebruikers/?q={query}")).await.expect(200);
                assert!(!page.text().contains(&format!("{other}0")), "{query} for {own}: {page:?}");
                if query == "gedeeld%40example.nl" {
                    assert_eq!(page.homes().len(), homes, "{own} on {}: {page:?}", house.engine);
                }
            }
            let page = clerk.get(&format!("/service/gebruikers/?q={own}02")).await.expect(200);
            found.extend(page.homes());
        }
        let form = [("residents", "same"), ("email", "gedeeld@example.nl")];
        let hint = ours.post_form(&format!("{}e-mailadres/", found[0]), &form).await.expect(200).text();
        assert!(hint.contains("1 andere woning van u"), "{hint}");
        let hint = theirs.post_form(&format!("{}e-mailadres/", found[1]), &form).await.expect(200).text();
        assert!(hint.contains("2 andere woningen van u"), "{hint}");
        // Another client's home is not there, whatever is done with it.
        let before = house.tables().await;
        for path in ["", "e-mailadres/", "intrekken/"] {
            ours.get(&format!("{}{path}", found[1])).await.expect(404);
        }
        for path in ["e-mailadres/", "intrekken/"] {
            for residents in ["same", "new", ""] {
                let form = [("residents", residents), ("email", "dief@evil.test"), ("seal", "0")];
                let status = ours.post_form(&format!("{}{path}", found[1]), &form).await.status;
                assert_eq!(status, 404, "{path} {residents}");
            }
        }
        assert_eq!(changed(&before, &house.tables().await), Vec::<String>::new(), "{}", house.engine);
        house.finish().await;
    })
    .await;
}

/// Every line about a home stands in the chain of its client.
#[tokio::test]
async fn what_happens_to_a_home_stands_in_its_clients_chain() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let count = async |organisation: &'static str| {
            let (tables, ids) = (house.tables().await, house.organisation(organisation).await);
            tables["audit_line"].iter().filter(|row| row.contains(&ids)).count()
        };
        let (ours, theirs) = (count("linde").await, count("esdoorn").await);
        let mut resident = house.signed_in("linde/zuid", "V1", "een@example.nl").await;
        resident.client.post_form("/logout/", &[]).await.expect(303);
        assert!(count("linde").await >= ours + 7, "{}", house.engine);
        assert_eq!(count("esdoorn").await, theirs, "and not in another's");
        house.staff("karel@esdoorn.example.nl", Role::Clerk, "esdoorn").await;
        assert_eq!(count("esdoorn").await, theirs + 4, "invited, joined, factor, signed in");
        house.finish().await;
    })
    .await;
}

/// A resident's pages show the own home and nothing of a neighbour, whichever client the neighbour has.
#[tokio::test]
async fn a_resident_sees_the_own_home_only() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut one = house.signed_in("linde/zuid", "V11", "een@example.nl").await;
        let mut two = house.signed_in("linde/zuid", "V22", "twee@example.nl").await;
        let mut three = house.signed_in("esdoorn/noord", "V33", "een@example.nl").await;
        let pages = [one.client.get("/").await, two.client.get("/").await, three.client.get("/").await]
            .map(|page| page.expect(200).text());
        let marks = [
            ("ALMELO01", "Eikenlaan 11", "Linde"),
            ("ALMELO02", "Eikenlaan 22", "Linde"),
            ("ZWOLLE01", "Eikenlaan 33", "Esdoorn"),
        ];
        for (at, page) in pages.iter().enumerate() {
            for (other, (name, home, _)) in marks.iter().enumerate() {
                assert_eq!((page.contains(name), page.contains(home)), (at == other, at == other), "{name} for {at}");
            }
            assert!(page.contains(marks[at].2));
        }
        assert!(!pages[2].contains("Linde") && !pages[0].contains("Esdoorn"), "{}", house.engine);
        house.finish().await;
    })
    .await;
}

/// In the log another client's home, name and people answer as those that do not exist, byte for byte.
#[tokio::test]
async fn the_log_of_another_client_is_not_there() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.home("linde/zuid", "V1", Some("een@example.nl")).await;
        house.home("esdoorn/noord", "V1", Some("twee@example.nl")).await;
        house.staff("karel@esdoorn.example.nl", Role::Clerk, "esdoorn").await;
        let theirs: ProjectPath = "esdoorn/noord".parse().unwrap();
        let ctx = house.app.command();
        let homes = app::first_login::homes::page(&house.app, &ctx, &Actor::Server, &theirs, None).await.unwrap();
        let home = homes.homes[0].dwelling.to_string();
        let nobodys = "00000000-0000-7000-8000-000000000000";
        for role in [Role::Clerk, Role::OrgAdmin] {
            let mut staff = house.staff(&format!("{role}@example.nl"), role, "linde").await.client;
            let page = staff.get("/service/logboek/").await.expect(200).text();
            assert!(page.contains("ALMELO01") && !page.contains("ZWOLLE") && !page.contains("esdoorn"), "{page}");
            let before = house.tables().await;
            for path in ["/service/logboek/?", "/service/logboek/download/?form=csv&"] {
                let there = staff.get(&format!("{path}woning={home}")).await.expect(404);
                let nowhere = staff.get(&format!("{path}woning={nobodys}")).await.expect(404);
                assert_eq!(same(&there, &home), same(&nowhere, nobodys), "{role} on {}", house.engine);
                let there = staff.get(&format!("{path}client=esdoorn")).await.expect(404);
                let nowhere = staff.get(&format!("{path}client=nergens")).await.expect(404);
                assert_eq!(same(&there, "esdoorn"), same(&nowhere, "nergens"), "{role} on {}", house.engine);
            }
            assert_eq!(changed(&before, &house.tables().await), Vec::<String>::new(), "who is refused leaves no line");
            let person = async |staff: &mut Client, who: &str| {
                let page = staff.get(&format!("/service/logboek/?person={who}%40esdoorn.example.nl")).await.expect(200);
                same(&page, who)
            };
            assert_eq!(person(&mut staff, "karel").await, person(&mut staff, "harry").await, "{role}");
        }
        house.finish().await;
    })
    .await;
}

/// An answer without what was asked for in it, and without what differs each time.
fn same(answer: &Answer, asked: &str) -> String {
    let text = answer.comparable().replace(asked, "…");
    let code = text.split("hs-code\">").nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default().to_owned();
    let lines = text.lines().filter(|line| !line.starts_with("x-request-id"));
    let text = lines.collect::<Vec<_>>().join("\n");
    if answer.status == 404 && !code.is_empty() { text.replace(&code, "…") } else { text }
}
