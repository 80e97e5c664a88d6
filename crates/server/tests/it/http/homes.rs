//! `/service/woningen/nieuw/`, `…/wijzigen/` and `…/accounts/…`: homes and second accounts by hand, each shown before it is done.

use domain::role::Role;
use testkit::each_engine;

use crate::testapp::{Client, TestApp};

/// The page of the home of this number.
async fn page(clerk: &mut Client, number: &str) -> String {
    clerk.get(&format!("/service/gebruikers/?q={number}")).await.expect(200).homes()[0].clone()
}

const NEW: &str = "/service/woningen/nieuw/";

/// The address of the only account that can be ended on the page of a home.
fn ending(html: &str) -> String {
    let at =
        html.split("href=\"").find(|rest| rest.contains("/beeindigen/\"") && rest.starts_with("/service/woningen/"));
    at.and_then(|rest| rest.split('"').next()).expect("an account that can be ended").to_owned()
}

#[tokio::test]
async fn a_home_is_added_and_called_otherwise_by_hand() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.home("linde/zuid", "V11", Some("jan.jansen@example.nl")).await;
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        clerk.get(&format!("{NEW}?project=linde/zuid")).await.expect(200);
        let project = ("project", "linde/zuid");
        for (fields, says) in [
            (vec![], "Dit zegt niet om welke woning het gaat"),
            (vec![("postcode", "12"), ("house-number", "1")], "geen Nederlandse postcode"),
            (vec![("postcode", "7601AB")], "Bij de postcode hoort een huisnummer"),
            (vec![("client-number", "v 11")], "Deze woning hebt u al"),
            (vec![("client-number", "V99"), ("postcode", "7601 AB"), ("house-number", "11")], "Deze woning hebt u al"),
        ] {
            let before = house.tables().await;
            let form = [&[project][..], &fields[..]].concat();
            let refused = clerk.post_form(NEW, &form).await.expect(422).text();
            assert!(refused.contains(says), "{fields:?}: {refused}");
            for (_, typed) in &fields {
                assert!(refused.contains(&format!("value=\"{typed}\"")), "what was typed stays: {refused}");
            }
            let after = house.tables().await;
            for table in ["dwelling", "account", "occupancy", "identity"] {
                assert_eq!(before[table], after[table], "{table} on {}", house.engine);
            }
        }
        let fields = [project, ("client-number", "V12"), ("street", "Beukenlaan"), ("house-number", "3 a")];
        let added = clerk.post_form(NEW, &fields).await.expect(303);
        let home = added.location().split('?').next().unwrap().to_owned();
        added.leads_to(&format!("{home}?told=added"));
        let shown = clerk.get(&format!("{home}?told=added")).await.expect(200).text();
        assert!(shown.contains("Beukenlaan 3 a") && shown.contains("De woning is toegevoegd"), "{shown}");
        clerk.post_form(NEW, &fields).await.expect(422);
        assert!(house.deliver_mail().await.is_empty(), "no mail goes out");

        // Called otherwise: shown first, then done.
        let here = format!("{home}wijzigen/");
        let form = clerk.get(&here).await.expect(200);
        assert!(form.text().contains("value=\"Beukenlaan\""), "{form:?}");
        let same = [("client-number", "V12"), ("street", "Beukenlaan"), ("house-number", "3 a")];
        assert!(clerk.post_form(&here, &same).await.expect(422).text().contains("Er is niets veranderd"));
        let twin = [("client-number", "V11")];
        assert!(clerk.post_form(&here, &twin).await.expect(422).text().contains("Deze woning hebt u al"));
        let other = [("client-number", "V13"), ("street", "Beukenlaan"), ("house-number", "3 a")];
        let before = house.tables().await;
        let preview = clerk.post_form(&here, &other).await.expect(200);
        assert!(preview.text().contains("V12") && preview.text().contains("V13"), "{preview:?}");
        assert_eq!(before["dwelling"], house.tables().await["dwelling"], "shown, not done");
        let seal = preview.field("seal");
        let sealed = [&other[..], &[("seal", seal.as_str())]].concat();
        clerk.post_form(&here, &sealed).await.leads_to(&format!("{home}?told=edited"));
        assert_eq!(page(&mut clerk, "V13").await, home);
        let sides = house.tables().await["audit_side"].join("\n");
        assert!(sides.contains("Beukenlaan 3 a · V12 → Beukenlaan 3 a · V13"), "{sides}");

        // Law 9: another client's home and project are not there, also for its number.
        let mut other = house.staff("clerk@esdoorn.example.nl", Role::Clerk, "esdoorn").await.client;
        other.get(&format!("{NEW}?project=linde/zuid")).await.expect(404);
        other.post_form(NEW, &[project, ("client-number", "V11")]).await.expect(404);
        other.get(&here).await.expect(404);
        other.post_form(&here, &[("client-number", "X")]).await.expect(404);
        let own = [("project", "esdoorn/noord"), ("client-number", "V11")];
        other.post_form(NEW, &own).await.expect(303);
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn a_second_account_is_made_told_and_ended() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut resident = house.signed_in("linde/zuid", "V11", "bewoner@example.nl").await;
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        let home = page(&mut clerk, "V11").await;
        let here = format!("{home}accounts/nieuw/");
        assert!(!resident.client.get("/woning/").await.expect(200).text().contains("Ook voor deze woning"));
        house.forward(domain::time::Span::minutes(5));
        let seen = clerk.get(&here).await.expect(200);
        assert!(seen.text().contains("krijgt een mail op het bevestigde e-mailadres"), "{seen:?}");
        clerk.post_form(&here, &[]).await.expect(200);
        let seal = seen.field("seal");
        clerk.post_form(&here, &[("seal", &seal)]).await.leads_to(&format!("{home}?told=account-added"));
        clerk.post_form(&here, &[("seal", &seal)]).await.expect(200);
        let shown = clerk.get(&format!("{home}?told=account-added")).await.expect(200).text();
        assert_eq!(
            shown.matches("hs-lead\">tweede account").count(),
            1,
            "a form that is sent twice makes one: {shown}"
        );
        let mail = house.only_mail().await;
        assert_eq!(mail.to, "bewoner@example.nl");
        assert!(mail.says("Er is een tweede account voor uw woning") && mail.says(&resident.username), "{mail:?}");
        let own = resident.client.get("/").await.expect(200).text();
        assert!(own.contains("Er is nog een account voor uw woning"), "law 8: {own}");
        house.forward(domain::time::Span::days(31));
        resident.client.post_login(&resident.username, crate::testapp::GOOD).await.leads_to("/");
        let own = resident.client.get("/").await.expect(200).text();
        assert!(!own.contains("Er is nog een account"), "no news any more: {own}");
        let own = resident.client.get("/woning/").await.expect(200).text();
        assert!(own.contains("Ook voor deze woning"), "and still to be seen: {own}");

        // The account ends alone; the main account never does.
        let mut clerk = house.staff("collega@linde.example.nl", Role::OrgAdmin, "linde").await.client;
        let end = ending(&clerk.get(&home).await.expect(200).text());
        let seen = clerk.get(&end).await.expect(200);
        clerk.post_form(&end, &[("seal", "0000")]).await.expect(200);
        let seal = seen.field("seal");
        clerk.post_form(&end, &[("seal", &seal)]).await.leads_to(&format!("{home}?told=account-ended"));
        assert!(clerk.post_form(&end, &[("seal", &seal)]).await.expect(200).text().contains("al beëindigd"));
        assert!(!resident.client.get("/").await.expect(200).text().contains("Andere accounts"));
        let acts = house.tables().await["audit_line"].join("\n");
        assert_eq!(acts.matches("account.ended").count(), 1, "{}", house.engine);
        house.finish().await;
    })
    .await;
}
