//! `/service/gebruikers/` and the page of a home: found, looked at, an address linked with what would change shown first, and
//! all access ended.

use domain::role::Role;
use testkit::each_engine;

use crate::testapp::{Answer, Client, GOOD, TestApp};

/// The page of the first home that this search leads to.
async fn home_of(clerk: &mut Client, query: &str) -> String {
    let page = clerk.get(&format!("/service/gebruikers/?q={query}")).await.expect(200);
    page.homes().first().cloned().unwrap_or_else(|| panic!("nothing found for {query}: {page:?}"))
}

/// Fills the address in, and confirms what is shown.
async fn link(clerk: &mut Client, home: &str, email: &str) -> Answer {
    let form = [("residents", "same"), ("email", email)];
    let shown = clerk.post_form(&format!("{home}e-mailadres/"), &form).await.expect(200);
    let (account, seal) = (shown.field("account"), shown.field("seal"));
    let fields = [("account", account.as_str()), ("seal", &seal)];
    clerk.post_form(&format!("{home}e-mailadres/"), &[&form[..], &fields[..]].concat()).await
}

#[tokio::test]
async fn a_clerk_finds_a_home_by_all_it_is_called() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let username = house.home("linde/zuid", "V11", Some("jan.jansen@example.nl")).await;
        house.home("linde/zuid", "V12", None).await;
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        let start = clerk.get("/service/gebruikers/").await.expect(200).text();
        assert!(start.contains("/service/werklijst/?project=linde/zuid") && !start.contains("esdoorn"), "{start}");
        let own = home_of(&mut clerk, "V11").await;
        for query in [username.as_str(), "7601ab+11", "eikenlaan+11", "JAN.jansen%40example.nl", "almelo01"] {
            assert_eq!(home_of(&mut clerk, query).await, own, "{query} on {}", house.engine);
        }
        for nothing in ["jan.jansen%40", "%40example.nl", "zwolle", "kastanjelaan"] {
            let page = clerk.get(&format!("/service/gebruikers/?q={nothing}")).await.expect(200);
            assert_eq!(page.homes(), Vec::<String>::new(), "{nothing}");
        }
        let both = clerk.get("/service/gebruikers/?q=eikenlaan").await.expect(200);
        assert_eq!(both.homes().len(), 2, "{both:?}");
        let page = clerk.get(&own).await.expect(200).text();
        for there in ["V11", "Eikenlaan 11", &username, "j•••@e•••.nl", "e-mailadres/?account=", "intrekken/?account="]
        {
            assert!(page.contains(there), "{there} is not on {page}");
        }
        assert!(!page.contains("jan.jansen@"), "an address is shown masked");
        for nowhere in ["/service/woningen/x/", "/service/woningen/00000000-0000-0000-0000-000000000000/"] {
            clerk.get(nowhere).await.expect(404);
        }
        let mut lead = house.staff("lead@beheer.example.nl", Role::ProjectLead, "").await.client;
        lead.get("/service/gebruikers/").await.expect(403);
        lead.get("/service/gebruikers/?q=V11").await.expect(403);
        assert!(!lead.get("/service/projecten/").await.expect(200).text().contains("/service/gebruikers/"));
        lead.get(&own).await.expect(200);
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn a_first_address_and_a_correction_are_shown_before_they_are_made() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let username = house.home("linde/zuid", "V11", None).await;
        house.home("linde/zuid", "V12", Some("dochter@example.nl")).await;
        house.home("esdoorn/noord", "V13", Some("dochter@example.nl")).await;
        house.seen.address("nieuw@gmial.com");
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        let home = home_of(&mut clerk, "V11").await;
        let here = format!("{home}e-mailadres/");
        clerk.get(&here).await.expect(200);

        for (typed, says) in [
            ("", "U vulde geen e-mailadres in"),
            ("jan.example.nl", "het @-teken ontbreekt"),
            ("jan@example.nl, piet@example.nl", "meer dan één e-mailadres"),
            ("jan <script>@example.nl", "niet in een e-mailadres hoort"),
        ] {
            let page = clerk.post_form(&here, &[("residents", "same"), ("email", typed)]).await.expect(422).text();
            assert!(page.contains(says), "{typed}: {page}");
            let kept = typed.replace('<', "&#60;").replace('>', "&#62;");
            assert!(page.contains(&format!("value=\"{kept}\"")), "what was typed stays: {page}");
            assert!(page.contains("value=\"same\" checked"), "and what was chosen: {page}");
        }

        // A likely typing error and other homes of the own client are pointed out, and change nothing by themselves.
        let before = house.tables().await;
        let typo =
            clerk.post_form(&here, &[("residents", "same"), ("email", "nieuw@gmial.com")]).await.expect(200).text();
        assert!(typo.contains("nieuw@gmail.com") && typo.contains("Toch gebruiken"), "{typo}");
        let shared =
            clerk.post_form(&here, &[("residents", "same"), ("email", "Dochter@example.nl")]).await.expect(200);
        let shared = shared.text();
        assert!(shared.contains("1 andere woning van u") && shared.contains("Eikenlaan 12"), "{shared}");
        assert!(!shared.contains("Eikenlaan 13"), "law 9: {shared}");
        assert_eq!(before["email_link"], house.tables().await["email_link"]);

        link(&mut clerk, &home, "nieuw@gmial.com").await.leads_to(&format!("{home}?told=linked"));
        let page = clerk.get(&format!("{home}?told=linked")).await.expect(200).text();
        assert!(page.contains("n•••@g•••.com") && page.contains("werklijst ‘Nog verstrekken’"), "{page}");
        let list = clerk.get("/service/werklijst/?project=linde/zuid&list=not-told").await.expect(200).text();
        assert!(list.contains(&username), "{list}");
        link(&mut clerk, &home, "goed@example.nl").await.leads_to(&format!("{home}?told=changed"));
        let again = clerk.post_form(&here, &[("residents", "same"), ("email", "goed@example.nl")]).await.expect(422);
        assert!(again.text().contains("al gekoppeld"));
        // A form that was shown before the change is shown anew, and does nothing.
        let stale = [("residents", "same"), ("email", "oud@example.nl"), ("seal", "0000")];
        assert!(clerk.post_form(&here, &stale).await.expect(200).text().contains("g•••@e•••.nl"));
        house.client().ask_reset(&username).await.expect(303);
        assert_eq!(house.only_mail().await.to, "goed@example.nl", "{}", house.engine);
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn all_access_ends_in_one_act() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut resident = house.signed_in("linde/zuid", "V11", "bewoner@example.nl").await;
        house.client().ask_reset(&resident.username).await.expect(303);
        let live = house.only_mail().await.path();
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        let home = home_of(&mut clerk, "V11").await;
        let here = format!("{home}intrekken/");
        let shown = clerk.get(&here).await.expect(200);
        for ends in ["Het wachtwoord", "1 apparaat dat is ingelogd", "1 link in een mail", "Wachtwoord vergeten"] {
            assert!(shown.text().contains(ends), "{ends}: {shown:?}");
        }
        resident.client.get("/").await.expect(200);
        clerk.post_form(&here, &[]).await.expect(200);
        clerk.post_form(&here, &[("seal", "0000")]).await.expect(200);
        resident.client.get("/").await.expect(200);
        let seal = shown.field("seal");
        let fields = [("seal", seal.as_str())];
        clerk.post_form(&here, &fields).await.leads_to(&format!("{home}?told=revoked"));
        clerk.get(&format!("{home}?told=revoked")).await.expect(200);
        resident.client.get("/").await.expect(303);
        resident.client.post_login(&resident.username, GOOD).await.expect(401);
        house.client().get(&live).await.expect(410);
        // Twice is once; the address stayed.
        clerk.post_form(&here, &fields).await.expect(303);
        assert!(clerk.get(&here).await.expect(200).text().contains("Niets geeft nu toegang"));
        let again = house.reset_link(&resident.username).await;
        resident.client.get(&again).await.expect(200);
        house.finish().await;
    })
    .await;
}
