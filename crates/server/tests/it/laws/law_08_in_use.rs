//! Law 8: neither a list nor a single clerk takes over an account that is in use; two people do, and the resident can stop it.

use domain::role::Role;
use domain::time::Span;
use testkit::each_engine;

use crate::testapp::{Client, GOOD, Staff, Tables, TestApp};

#[tokio::test]
async fn an_import_leaves_an_account_in_use_alone() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        let linked = house.home("linde/zuid", "V2", Some("tikvaut@example.nl")).await;
        for days in [0, 91, 400] {
            house.forward(Span::days(days));
            let before = house.tables().await;
            let list = "VHE-nummer;E-mailadres\nV1;dief@evil.test\n";
            let rows = house.import("linde/zuid", list).await;
            assert_eq!(rows[0].judgement, "refused", "after {days} days on {}", house.engine);
            let after = house.tables().await;
            for table in ["email_link", "password", "identity", "occupancy", "session", "account", "dwelling"] {
                assert_eq!(before[table], after[table], "{table} after {days} days on {}", house.engine);
            }
        }
        house.client().ask_reset(&resident.username).await.expect(303);
        assert_eq!(house.only_mail().await.to, "bewoner@example.nl");
        resident.client.post_login(&resident.username, GOOD).await.leads_to("/");

        // What nobody proved yet is corrected, and the old address gets nothing any more.
        let old = house.reset_link(&linked).await;
        let rows = house.import("linde/zuid", "VHE-nummer;E-mailadres\nV2;tikfout@example.nl\n").await;
        assert_eq!(rows[0].judgement, "changed");
        house.client().get(&old).await.expect(410);
        house.client().post_form(&old, &[("username", &linked), ("password", GOOD)]).await.expect(410);
        house.forward(Span::hours(2));
        house.client().ask_reset(&linked).await.expect(303);
        assert_eq!(house.only_mail().await.to, "tikfout@example.nl", "{}", house.engine);
        house.finish().await;
    })
    .await;
}

/// The page of the home of this number.
async fn page(clerk: &mut Client, number: &str) -> String {
    clerk.get(&format!("/service/gebruikers/?q={number}")).await.expect(200).homes()[0].clone()
}

const FORM: [(&str, &str); 2] = [("residents", "same"), ("email", "anders@example.nl")];

/// Proposes another address; the page of the proposal.
async fn propose(clerk: &mut Client, home: &str) -> String {
    let here = format!("{home}e-mailadres/");
    let shown = clerk.post_form(&here, &FORM).await.expect(200);
    assert!(shown.text().contains("in gebruik"), "{shown:?}");
    let seal = shown.field("seal");
    let sealed = [&FORM[..], &[("seal", seal.as_str())]].concat();
    clerk.post_form(&here, &sealed).await.leads_to(&format!("{home}?told=proposed"));
    let seen = clerk.get(home).await.expect(200).text();
    let id = seen
        .split("/service/voorstellen/")
        .find_map(|rest| rest.get(..36).filter(|id| id.chars().all(|sign| sign.is_ascii_hexdigit() || sign == '-')));
    format!("/service/voorstellen/{}/", id.expect("the home leads to its proposal"))
}

/// Signs in again: the sessions of staff are short.
async fn back(house: &TestApp, staff: &Staff) -> Client {
    let mut client = house.half_way(staff).await;
    client.post_form("/login/second-factor/", &[("code", &house.code_of(staff))]).await.leads_to("/");
    client
}

/// What of an account would be other after a change.
async fn untouched(house: &TestApp, before: &Tables) {
    let after = house.tables().await;
    for table in ["email_link", "password", "occupancy", "account", "progress"] {
        assert_eq!(before[table], after[table], "{table} on {}", house.engine);
    }
}

/// Every way a clerk has alone: the form, a forged seal, another account named, all access ended first, approving the own
/// proposal, another hash, two in one hurry.
#[tokio::test]
async fn a_clerk_alone_changes_no_account_in_use() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        house.home("linde/zuid", "V2", None).await;
        house.seen.address("anders@example.nl");
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        let mut colleague = house.staff("collega@linde.example.nl", Role::OrgAdmin, "linde").await.client;
        let mut stranger = house.staff("clerk@esdoorn.example.nl", Role::Clerk, "esdoorn").await.client;
        let (home, other) = (page(&mut clerk, "V1").await, page(&mut clerk, "V2").await);
        let here = format!("{home}e-mailadres/");
        let before = house.tables().await;
        // The account of another home is none of this one, and no seal of another change does anything.
        let shown = clerk.post_form(&format!("{other}e-mailadres/"), &FORM).await.expect(200);
        let (account, seal) = (shown.field("account"), shown.field("seal"));
        let mixed = [&FORM[..], &[("account", account.as_str()), ("seal", seal.as_str())]].concat();
        clerk.post_form(&here, &mixed).await.expect(404);
        for seal in [seal.as_str(), "0"] {
            let forged = [&FORM[..], &[("seal", seal)]].concat();
            assert!(clerk.post_form(&here, &forged).await.expect(200).text().contains("Stel deze verandering voor"));
        }
        let proposal = propose(&mut clerk, &home).await;
        assert_eq!(house.only_mail().await.to, "bewoner@example.nl", "the confirmed old address is told");
        clerk.post_form(&here, &FORM).await.expect(422);

        // The proposer approves nothing, whatever is sent; another hash is another change; another client has none of it.
        let hash = colleague.get(&proposal).await.expect(200).field("hash");
        for hash in [hash.as_str(), "", "00"] {
            let approve = [("act", "approve"), ("hash", hash)];
            clerk.post_form(&proposal, &approve).await.leads_to(&format!("{proposal}?told=own"));
        }
        clerk.post_form(&proposal, &[("act", "refuse"), ("reason", "not-asked")]).await.expect(303);
        let flipped: String = hash.chars().rev().collect();
        for wrong in [flipped.as_str(), "", "zz", &"0".repeat(64), &hash[..62]] {
            let approve = [("act", "approve"), ("hash", wrong)];
            colleague.post_form(&proposal, &approve).await.leads_to(&format!("{proposal}?told=other"));
        }
        colleague.post_form(&proposal, &[("act", "withdraw")]).await.leads_to(&format!("{proposal}?told=not-open"));
        stranger.get(&proposal).await.expect(404);
        for act in ["approve", "refuse", "withdraw", ""] {
            let form = [("act", act), ("hash", hash.as_str()), ("reason", "not-asked")];
            stranger.post_form(&proposal, &form).await.expect(404);
        }
        assert!(!stranger.get("/service/voorstellen/").await.expect(200).text().contains(&resident.username));
        // Time alone changes nothing where there is a second person.
        house.forward(Span::days(13));
        app::proposal::carry_out_due(&house.app).await.unwrap();
        untouched(&house, &before).await;
        house.forward(Span::days(1));
        let approve = [("act", "approve"), ("hash", hash.as_str())];
        let mut colleague = house.staff("derde@linde.example.nl", Role::Clerk, "linde").await.client;
        colleague.post_form(&proposal, &approve).await.leads_to(&format!("{proposal}?told=not-open"));

        // Ending all access first does not make it an account that is not in use.
        let revoke = format!("{home}intrekken/");
        let seal = colleague.get(&revoke).await.expect(200).field("seal");
        colleague.post_form(&revoke, &[("seal", &seal)]).await.expect(303);
        let shown = colleague.post_form(&here, &FORM).await.expect(200);
        assert!(shown.text().contains("Stel deze verandering voor"), "{shown:?}");
        house.client().ask_reset(&resident.username).await.expect(303);
        assert_eq!(house.only_mail().await.to, "bewoner@example.nl", "{}", house.engine);
        house.finish().await;
    })
    .await;
}

/// Two people do it, and the log names both.
#[tokio::test]
async fn a_second_person_approves_exactly_what_was_shown() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let resident = house.signed_in("linde/zuid", "V1", "bewoner@example.nl").await;
        house.seen.address("anders@example.nl");
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        let mut colleague = house.staff("collega@linde.example.nl", Role::Clerk, "linde").await.client;
        let home = page(&mut clerk, "V1").await;
        let proposal = propose(&mut clerk, &home).await;
        let mail = house.only_mail().await;
        assert!(mail.says("Klopt dit niet?") && !mail.says(&resident.username) && !mail.says("anders@"), "{mail:?}");
        let shown = colleague.get(&proposal).await.expect(200);
        assert!(shown.text().contains("anders@example.nl"), "exactly what changes: {shown:?}");
        let hash = shown.field("hash");
        let approve = [("act", "approve"), ("hash", hash.as_str())];
        colleague.post_form(&proposal, &approve).await.leads_to("/service/voorstellen/?told=approved");
        colleague.post_form(&proposal, &approve).await.leads_to(&format!("{proposal}?told=not-open"));
        assert!(house.deliver_mail().await.is_empty(), "law 10: the new address hears nothing");
        house.client().get(&mail.path()).await.expect(410);
        house.client().ask_reset(&resident.username).await.expect(303);
        assert_eq!(house.only_mail().await.to, "anders@example.nl", "{}", house.engine);
        let tables = house.tables().await;
        let rows = tables["proposal"].join(" ");
        assert!(rows.contains("approved") && !rows.contains("anders@example.nl"), "{rows}");
        let sides = tables["audit_side"].join("\n");
        assert!(sides.contains("b•••@e•••.nl → a•••@e•••.nl, proposed by "), "{sides}");
        let acts = tables["audit_line"].join("\n");
        for act in ["proposal.made", "proposal.approved", "email.changed"] {
            assert_eq!(acts.matches(act).count(), 1, "{act} on {}", house.engine);
        }
        house.finish().await;
    })
    .await;
}

/// The resident says no: on the own page, or by the link with the username typed. Nothing happens after that.
#[tokio::test]
async fn after_an_objection_nothing_happens() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut resident = house.signed_in("esdoorn/noord", "V1", "bewoner@example.nl").await;
        house.signed_in("esdoorn/noord", "V2", "buur@example.nl").await;
        house.seen.address("anders@example.nl");
        // A client with one person: it would happen by itself.
        let staff = house.staff("clerk@esdoorn.example.nl", Role::Clerk, "esdoorn").await;
        let home = page(&mut staff.client.clone(), "V1").await;
        let before = house.tables().await;
        for by_link in [true, false] {
            let mut clerk = back(&house, &staff).await;
            let proposal = propose(&mut clerk, &home).await;
            let link = house.only_mail().await.path();
            let own = resident.client.get("/").await.expect(200).text();
            assert!(own.contains("Uw verhuurder wil uw e-mailadres veranderen"), "{own}");
            assert!(own.contains("b•••@e•••.nl → a•••@e•••.nl") && !own.contains("anders@"), "{own}");
            // Law 5: looking changes nothing, and a robot that presses the button knows no username.
            for _ in 0..20 {
                house.client().get(&link).await.expect(200);
                house.client().head(&link).await.expect(200);
            }
            house.client().post_form(&link, &[]).await.expect(422);
            house.client().post_form(&link, &[("username", "ZWOLLE02")]).await.expect(422);
            house.client().post_form("/email/object/", &[]).await.expect(303);
            assert!(clerk.get(&proposal).await.expect(200).text().contains("Gaat vanzelf door op"));
            if by_link {
                let form = [("username", resident.username.as_str())];
                house.client().post_form(&link, &form).await.leads_to("/email/object/done/");
                house.client().get("/email/object/done/").await.expect(200);
                house.client().post_form(&link, &form).await.expect(410);
            } else {
                resident.client.post_form("/email/object/", &[]).await.leads_to("/?told=objected");
                resident.client.post_form("/email/object/", &[]).await.leads_to("/");
            }
            let seen = clerk.get(&proposal).await.expect(200).text();
            assert!(seen.contains("De bewoner zei: dit klopt niet"), "the client sees it: {seen}");
            house.forward(Span::hours(73));
            assert_eq!(app::proposal::carry_out_due(&house.app).await.unwrap(), 0);
            untouched(&house, &before).await;
            house.client().get(&link).await.expect(410);
        }
        // Who says nothing is taken at their word, and not a moment too early.
        propose(&mut back(&house, &staff).await, &home).await;
        house.only_mail().await;
        house.forward(Span::seconds(72 * 3_600 - 1));
        assert_eq!(app::proposal::carry_out_due(&house.app).await.unwrap(), 0);
        untouched(&house, &before).await;
        house.forward(Span::seconds(1));
        assert_eq!(app::proposal::carry_out_due(&house.app).await.unwrap(), 1);
        assert_eq!(app::proposal::carry_out_due(&house.app).await.unwrap(), 0);
        house.client().ask_reset(&resident.username).await.expect(303);
        assert_eq!(house.only_mail().await.to, "anders@example.nl", "{}", house.engine);
        house.finish().await;
    })
    .await;
}
