//! `/beheer/`: clients and projects are added, the first admin is invited, staff of the operator is looked after; by pages.

use domain::role::Role;
use testkit::each_engine;

use crate::testapp::TestApp;

#[tokio::test]
async fn a_client_comes_to_its_first_admin_without_the_command_line() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        let mut boss = house.staff("bo@beheer.example.nl", Role::OperatorAdmin, "").await.client;
        house.seen.address("noor@beuk.example.nl");
        boss.get("/beheer/").await.leads_to("/beheer/opdrachtgevers/");
        let page = boss.get("/beheer/opdrachtgevers/").await.expect(200).text();
        assert!(page.contains("Er zijn nog geen opdrachtgevers"));
        boss.get("/beheer/nieuwe-opdrachtgever/").await.expect(200);
        let new = "/beheer/nieuwe-opdrachtgever/";
        let page = boss.post_form(new, &[("name", ""), ("slug", "De Beuk")]).await.expect(422).text();
        assert!(
            page.contains("Vul een naam in") && page.contains("geen korte naam") && page.contains("De Beuk"),
            "{page}"
        );
        let form = [("name", "Stichting <Beuk>"), ("slug", "beuk"), ("portal", "yes")];
        boss.post_form(new, &form).await.leads_to("/beheer/opdrachtgevers/?told=added");
        let page = boss.post_form(new, &form).await.expect(422).text();
        assert!(page.contains("Een andere opdrachtgever"), "{page}");
        boss.post_form(new, &[("name", "Zonder"), ("slug", "zonder")]).await.expect(303);
        let page = boss.get("/beheer/opdrachtgevers/").await.expect(200).text();
        assert!(page.contains("Stichting &#60;Beuk&#62;") && page.contains("Zonder portaal"), "{page}");

        let add = "/beheer/nieuw-project/";
        let page = boss.get("/beheer/nieuw-project/?client=beuk").await.expect(200).text();
        assert!(page.contains("value=\"beuk\" selected"), "{page}");
        let wrong = [("client", ""), ("name", ""), ("slug", "x"), ("prefix", "A1"), ("delivered", "31-02-2027")];
        let page = boss.post_form(add, &wrong).await.expect(422).text();
        for field in ["client-error", "name-error", "slug-error", "prefix-error", "delivered-error"] {
            assert!(page.contains(field), "{field} is not in {page}");
        }
        let form = [
            ("client", "beuk"),
            ("name", "Beukenhof"),
            ("slug", "hof"),
            ("prefix", "beuk"),
            ("delivered", "2027-02-01"),
        ];
        boss.post_form(add, &form).await.leads_to("/beheer/opdrachtgevers/beuk/?told=project");
        boss.post_form(add, &form).await.expect(422);
        house.home("beuk/hof", "V1", None).await;
        let page = boss.get("/beheer/opdrachtgevers/beuk/").await.expect(200).text();
        assert!(page.contains("Beukenhof") && page.contains("1-2-2027") && page.contains("BEUK"), "{page}");
        assert!(!page.contains("Eikenlaan") && !page.contains("BEUK01"), "counts, and no home");
        let page = boss.get("/beheer/projecten/").await.expect(200).text();
        assert!(page.contains("/beheer/projecten/beuk/hof/"));
        let project = "/beheer/projecten/beuk/hof/";
        boss.post_form(project, &[("delivered", "ooit")]).await.expect(422);
        boss.post_form(project, &[("delivered", "")]).await.leads_to(&format!("{project}?told=saved"));
        assert!(!boss.get(project).await.expect(200).text().contains("2027-02-01"));

        let admin = "/beheer/opdrachtgevers/beuk/beheerder/";
        let page = boss.post_form(admin, &[("email", "info@beuk.example.nl")]).await.expect(422).text();
        assert!(page.contains("adres van een balie"));
        boss.post_form(admin, &[("email", "x")]).await.expect(422);
        boss.post_form(admin, &[("email", "bo@beheer.example.nl")]).await.expect(422);
        boss.post_form(admin, &[("email", "noor@beuk.example.nl")])
            .await
            .leads_to("/beheer/opdrachtgevers/beuk/?told=invited");
        let link = house.only_mail().await.path();
        let mut noor = house.joined("noor@beuk.example.nl", link).await.client;
        let page = boss.post_form(admin, &[("email", "mo@beuk.example.nl")]).await.expect(422).text();
        assert!(page.contains("heeft al een beheerder"), "{page}");
        noor.get("/service/collegas/").await.expect(200);
        noor.get("/service/projecten/beuk/hof/").await.expect(200);
        for nothing in ["/beheer/opdrachtgevers/x/", "/beheer/opdrachtgevers/X%20/", "/beheer/projecten/beuk/x/"] {
            boss.get(nothing).await.expect(404);
        }
        boss.get("/beheer/opdrachtgevers/nergens/bevriezen/").await.expect(404);
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn the_operator_looks_after_the_own_people() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut boss = house.staff("bo@beheer.example.nl", Role::OperatorAdmin, "").await.client;
        house.seen.address("iris@beheer.example.nl");
        let new = "/beheer/medewerkers/nieuw/";
        for (role, projects, says) in [
            ("clerk", "", "Kies een rol"),
            ("project-lead", "", "heeft een project nodig"),
            ("support", "linde/zuid", "alleen een projectleider"),
            ("project-lead", "linde/x", "Het project linde/x is er niet"),
            ("project-lead", "zuid", "Het project zuid is er niet"),
        ] {
            let form = [("email", "iris@beheer.example.nl"), ("role", role), ("project-1", projects)];
            let page = boss.post_form(new, &form).await.expect(422).text();
            assert!(page.contains(says), "{role} {projects}: {page}");
        }
        let form = [("email", "iris@beheer.example.nl"), ("role", "project-lead"), ("project-1", "linde/zuid")];
        boss.post_form(new, &form).await.leads_to("/beheer/medewerkers/?told=invited");
        let link = house.only_mail().await.path();
        let mut iris = house.joined("iris@beheer.example.nl", link).await.client;
        iris.get("/service/projecten/linde/zuid/").await.expect(200);
        iris.get("/beheer/medewerkers/").await.expect(403);
        let page = boss.get("/beheer/medewerkers/").await.expect(200).text();
        let projects =
            page.split("href=\"").find(|rest| rest.contains("/projecten/\"") && rest.contains("medewerkers"));
        let projects = projects.unwrap().split('"').next().unwrap().to_owned();
        let page = boss.get(&projects).await.expect(200).text();
        let ticked = |key: &str| page.contains(&format!("value=\"{key}\" checked"));
        assert!(ticked("linde/zuid") && !ticked("esdoorn/noord") && page.contains("value=\"esdoorn/noord\""), "{page}");
        assert!(page.contains("iris@") && page.contains("Woonstichting Esdoorn"), "{page}");
        boss.post_form(&projects, &[("project-1", "")]).await.expect(422);
        boss.post_form(&projects, &[("project-2", "esdoorn/noord")])
            .await
            .leads_to("/beheer/medewerkers/?told=projects");
        iris.get("/service/projecten/linde/zuid/").await.expect(404);
        iris.get("/service/projecten/esdoorn/noord/").await.expect(200);
        // The operator's own rights are gone over in the same way.
        boss.get("/beheer/medewerkers/nalopen/").await.expect(200);
        house.finish().await;
    })
    .await;
}
