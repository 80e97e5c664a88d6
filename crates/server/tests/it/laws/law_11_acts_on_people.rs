//! Law 11 for people and clients: what an admin does to colleagues, and the operator to clients, each leaves its line in the
//! chain of the client, masked; what is refused leaves none.

use domain::role::Role;
use testkit::each_engine;

use super::law_06_colleagues_end_too::{after, end_of};
use crate::testapp::{Client, TestApp};

const LIST: &str = "/service/collegas/";

/// The new lines: act, and whether they stand in the chain of the client.
async fn lines(house: &TestApp, seen: &mut Vec<String>) -> Vec<(String, bool)> {
    let (all, linde) = (house.tables().await["audit_line"].clone(), house.organisation("linde").await);
    let act = |row: &str| {
        let word = row.split("act=").nth(1).or_else(|| row.split("\"act\": \"").nth(1)).unwrap_or_default();
        word.split([' ', '"']).next().unwrap_or_default().to_owned()
    };
    let mut new: Vec<(String, bool)> =
        all.iter().filter(|row| !seen.contains(row)).map(|row| (act(row), row.contains(&linde))).collect();
    new.sort();
    *seen = all;
    new
}

async fn sealed(who: &mut Client, path: &str) -> String {
    let page = who.get(path).await.expect(200).text();
    after(&page, "name=\"seal\" value=\"", '"').to_owned()
}

#[tokio::test]
async fn what_is_done_to_people_and_clients_leaves_its_line() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut noor = house.staff("noor@linde.example.nl", Role::OrgAdmin, "linde").await.client;
        let mut boss = house.staff("bo@beheer.example.nl", Role::OperatorAdmin, "").await.client;
        house.seen.address("jan@linde.example.nl");
        house.seen.address("iris@beheer.example.nl");
        let mut seen = house.tables().await["audit_line"].clone();
        let none: Vec<(String, bool)> = Vec::new();
        let own = |act: &str| vec![(act.to_owned(), true)];
        let operators = |act: &str| vec![(act.to_owned(), false)];

        let jan = [("email", "jan@linde.example.nl"), ("role", "clerk")];
        noor.post_form("/service/collegas/nieuw/", &[("email", "info@linde.example.nl"), ("role", "clerk")])
            .await
            .expect(422);
        assert_eq!(lines(&house, &mut seen).await, none);
        noor.post_form("/service/collegas/nieuw/", &jan).await.leads_to("/service/collegas/?told=invited");
        assert_eq!(lines(&house, &mut seen).await, own("staff.invited"), "{}", house.engine);
        noor.post_form("/service/collegas/nieuw/", &jan).await.expect(422);
        let end = end_of(&mut noor, LIST, "jan@linde.example.nl").await;
        let below = end.trim_end_matches("beeindigen/").to_owned();
        noor.post_form(&format!("{below}opnieuw/"), &[]).await.expect(303);
        assert_eq!(lines(&house, &mut seen).await, own("staff.invited-again"));
        noor.post_form(&format!("{below}rol/"), &[("role", "org-admin")]).await.expect(303);
        assert_eq!(lines(&house, &mut seen).await, own("staff.role-changed"));
        noor.post_form(&format!("{below}rol/"), &[("role", "org-admin")]).await.expect(303);
        assert_eq!(lines(&house, &mut seen).await, none, "nothing changed");
        noor.post_form(&end, &[("seal", "x")]).await.expect(200);
        assert_eq!(lines(&house, &mut seen).await, none);
        let seal = sealed(&mut noor, &end).await;
        noor.post_form(&end, &[("seal", &seal)]).await.expect(303);
        assert_eq!(lines(&house, &mut seen).await, own("staff.invitation-withdrawn"));
        let page = noor.get("/service/collegas/nalopen/").await.expect(200).text();
        let (all, me) = (after(&page, "name=\"seen\" value=\"", '"'), after(&page, "name=\"answer-", '"'));
        let answer = format!("answer-{me}");
        let form = [("seen", all), (answer.as_str(), "stays")];
        noor.post_form("/service/collegas/nalopen/", &form).await.leads_to("/service/collegas/?told=reviewed");
        assert_eq!(lines(&house, &mut seen).await, own("rights.reviewed"));
        house.deliver_mail().await;

        let iris = [("email", "iris@beheer.example.nl"), ("role", "project-lead"), ("project-1", "linde/zuid")];
        boss.post_form("/beheer/medewerkers/nieuw/", &iris).await.leads_to("/beheer/medewerkers/?told=invited");
        assert_eq!(lines(&house, &mut seen).await, operators("staff.invited"));
        let lead = end_of(&mut boss, "/beheer/medewerkers/", "iris@beheer.example.nl").await;
        let projects = lead.replace("beeindigen", "projecten");
        boss.post_form(&projects, &[("project-1", "linde/zuid"), ("project-2", "esdoorn/noord")]).await.expect(303);
        assert_eq!(lines(&house, &mut seen).await, operators("staff.projects-changed"));
        let delivered = [("delivered", "1-2-2027")];
        boss.post_form("/beheer/projecten/linde/zuid/", &delivered).await.expect(303);
        assert_eq!(lines(&house, &mut seen).await, own("project.delivery-changed"));
        boss.post_form("/beheer/projecten/linde/zuid/", &delivered).await.expect(303);
        assert_eq!(lines(&house, &mut seen).await, none);
        let freeze = "/beheer/opdrachtgevers/linde/bevriezen/";
        let seal = sealed(&mut boss, freeze).await;
        boss.post_form(freeze, &[("seal", &seal)]).await.expect(303);
        assert_eq!(lines(&house, &mut seen).await, own("organisation.frozen"));
        for _ in 0..2 {
            boss.post_form("/beheer/opdrachtgevers/linde/vrijgeven/", &[]).await.expect(303);
        }
        assert_eq!(lines(&house, &mut seen).await, own("organisation.released"), "once");
        house.deliver_mail().await;
        house.finish().await;
    })
    .await;
}
