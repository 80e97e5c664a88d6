//! `/service/collegas/`: an admin invites, sends again, changes a role, withdraws, ends, and goes over the rights; through the
//! pages.

use domain::role::Role;
use domain::time::Span;
use testkit::each_engine;

use crate::testapp::{Client, TestApp};

const LIST: &str = "/service/collegas/";

fn after<'a>(page: &'a str, mark: &str, end: char) -> &'a str {
    page.split(mark).nth(1).unwrap_or_else(|| panic!("{mark} is not in {page}")).split(end).next().unwrap()
}

/// The row of somebody in the list.
async fn row(admin: &mut Client, email: &str) -> String {
    let page = admin.get(LIST).await.expect(200).text();
    let found = page.split("<tr>").find(|row| row.contains(&format!(">{email}")));
    found.unwrap_or_else(|| panic!("{email} is not in {page}")).to_owned()
}

/// The ids and answers of the form by which rights are gone over.
async fn sheet(admin: &mut Client) -> (String, Vec<String>) {
    let page = admin.get("/service/collegas/nalopen/").await.expect(200).text();
    let seen = after(&page, "name=\"seen\" value=\"", '"').to_owned();
    let mut names: Vec<String> =
        page.split("name=\"answer-").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
    names.dedup();
    (seen, names)
}

async fn go_over(admin: &mut Client, fields: &[(String, String)]) -> crate::testapp::Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    admin.post_form("/service/collegas/nalopen/", &fields).await
}

#[tokio::test]
async fn an_admin_looks_after_the_own_people() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut noor = house.staff("noor@linde.example.nl", Role::OrgAdmin, "linde").await.client;
        for email in ["jan@linde.example.nl", "els@linde.example.nl"] {
            house.seen.address(email);
        }
        let page = noor.get(LIST).await.expect(200).text();
        for there in [
            "Controleer de rechten van uw collega’s",
            "Er is maar één beheerder",
            "Dit bent u",
            "nog nooit gecontroleerd",
        ] {
            assert!(page.contains(there), "{there} is not in {page}");
        }
        noor.get("/service/collegas/nieuw/").await.expect(200);
        for (email, role, says) in [
            ("jan@", "clerk", "Dit is geen e-mailadres"),
            ("info@linde.example.nl", "clerk", "adres van een balie"),
            ("noor@linde.example.nl", "clerk", "werkt hier al iemand"),
            ("jan@linde.example.nl", "", "Kies een rol"),
            ("jan@linde.example.nl", "auditor", "Kies een rol"),
        ] {
            let form = [("email", email), ("role", role)];
            let page = noor.post_form("/service/collegas/nieuw/", &form).await.expect(422).text();
            assert!(page.contains(says) && page.contains(email), "{email} {role}: {page}");
        }
        let form = [("email", "jan@linde.example.nl"), ("role", "clerk")];
        noor.post_form("/service/collegas/nieuw/", &form).await.leads_to("/service/collegas/?told=invited");
        let first = house.only_mail().await;
        assert!(first.to == "jan@linde.example.nl" && first.says("De Linde"));
        let page = noor.post_form("/service/collegas/nieuw/", &form).await.expect(422).text();
        assert!(page.contains("al uitgenodigd"), "{page}");
        let invited = row(&mut noor, "jan@linde.example.nl").await;
        for there in ["Stuur uitnodiging opnieuw", "Trek uitnodiging in", "Nog niet"] {
            assert!(invited.contains(there), "{there} is not in {invited}");
        }
        let below = format!("{LIST}{}/", after(&invited, LIST, '/'));

        noor.post_form(&format!("{below}opnieuw/"), &[]).await.leads_to("/service/collegas/?told=again");
        let again = house.only_mail().await.path();
        noor.post_form(&format!("{below}rol/"), &[("role", "org-admin")])
            .await
            .leads_to("/service/collegas/?told=role");
        let mut jan = house.joined("jan@linde.example.nl", again).await.client;
        jan.get(LIST).await.expect(200);
        jan.post_form(&format!("{below}rol/"), &[("role", "clerk")]).await.leads_to("/service/collegas/?told=oneself");
        jan.get(&format!("{below}beeindigen/")).await.leads_to("/service/collegas/?told=oneself");
        noor.post_form(&format!("{below}opnieuw/"), &[]).await.leads_to("/service/collegas/?told=too-late");
        noor.post_form(&format!("{below}rol/"), &[("role", "clerk")]).await.leads_to("/service/collegas/?told=role");
        jan.get(LIST).await.expect(403);
        jan.get("/service/projecten/").await.expect(200);
        noor.post_form(&format!("{below}rol/"), &[("role", "auditor")]).await.expect(400);

        let page = noor.get(&format!("{below}beeindigen/")).await.expect(200).text();
        assert!(page.contains("Ingelogd op 1 apparaat") && page.contains("de tweede stap"), "{page}");
        let seal = after(&page, "name=\"seal\" value=\"", '"').to_owned();
        // Somebody else changed the role meanwhile: it is shown anew.
        noor.post_form(&format!("{below}rol/"), &[("role", "org-admin")]).await.expect(303);
        let page = noor.post_form(&format!("{below}beeindigen/"), &[("seal", &seal)]).await.expect(200).text();
        assert!(page.contains("intussen iets veranderd"));
        let seal = after(&page, "name=\"seal\" value=\"", '"').to_owned();
        let end = format!("{below}beeindigen/");
        noor.post_form(&end, &[("seal", &seal)]).await.leads_to("/service/collegas/?told=ended");
        noor.post_form(&end, &[("seal", &seal)]).await.leads_to("/service/collegas/?told=too-late");
        jan.get(LIST).await.expect(303);
        let page = noor.get("/service/collegas/?told=ended").await.expect(200).text();
        assert!(page.contains("Niets ervan werkt nog") && page.contains("gone-title"), "{page}");
        for odd in ["told=x", "told=%3Cb%3E", "told=oneself", "told=last-admin"] {
            noor.get(&format!("{LIST}?{odd}")).await.expect(200);
        }
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn the_rights_are_gone_over_once_a_year() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut noor = house.staff("noor@linde.example.nl", Role::OrgAdmin, "linde").await.client;
        let mut karel = house.staff("karel@linde.example.nl", Role::Clerk, "linde").await.client;
        let mut els = house.staff("els@linde.example.nl", Role::Clerk, "linde").await.client;
        let board = "/service/projecten/linde/zuid/";
        let reminds = |page: String| page.contains("/service/collegas/nalopen/");
        assert!(reminds(noor.get(board).await.expect(200).text()), "who looks after people is reminded");
        assert!(!reminds(karel.get(board).await.expect(200).text()), "and nobody else");
        karel.get("/service/collegas/nalopen/").await.expect(403);

        // By address: els, karel, noor.
        let (seen, people) = sheet(&mut noor).await;
        assert_eq!(people.len(), 3);
        let answers = |words: [&str; 3]| {
            let mut fields = vec![("seen".to_owned(), seen.clone())];
            let filled = people.iter().zip(words).filter(|(_, word)| !word.is_empty());
            fields.extend(filled.map(|(id, word)| (format!("answer-{id}"), word.to_owned())));
            fields
        };
        let page = go_over(&mut noor, &answers(["stays", "", "stays"])).await.expect(422).text();
        assert!(page.contains("Niet iedereen heeft een antwoord") && page.contains(" checked"), "what was said stays");
        let sure = go_over(&mut noor, &answers(["stays", "ends", "stays"])).await.expect(200).text();
        assert!(sure.contains("karel@linde.example.nl") && !sure.contains("els@linde"), "{sure}");
        karel.get(board).await.expect(200);
        let seal = after(&sure, "name=\"seal\" value=\"", '"').to_owned();
        let mut other = answers(["ends", "stays", "stays"]);
        other.push(("seal".to_owned(), seal.clone()));
        let page = go_over(&mut noor, &other).await.expect(200).text();
        assert!(page.contains("els@linde.example.nl"), "another choice is shown anew");
        let mut fields = answers(["stays", "ends", "stays"]);
        fields.push(("seal".to_owned(), seal));
        go_over(&mut noor, &fields).await.leads_to("/service/collegas/?told=reviewed");
        karel.get(board).await.expect(303);
        els.get(board).await.expect(200);
        let page = go_over(&mut noor, &fields).await.expect(200).text();
        assert!(page.contains("intussen iets veranderd"), "once: {page}");
        let page = noor.get(LIST).await.expect(200).text();
        assert!(page.contains("door noor@linde.example.nl") && !page.contains("review-title"), "{page}");
        assert!(!reminds(noor.get(board).await.expect(200).text()));

        house.forward(Span::days(366));
        let mut mo = house.staff("mo@linde.example.nl", Role::OrgAdmin, "linde").await.client;
        assert!(reminds(mo.get(board).await.expect(200).text()), "a year later, again");
        house.finish().await;
    })
    .await;
}
