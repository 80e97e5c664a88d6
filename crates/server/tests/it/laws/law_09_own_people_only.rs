//! Law 9 for the people of a client: an admin sees and touches the own people, and those of another client do not exist, whether
//! or not they do.

use domain::role::Role;
use testkit::each_engine;

use super::law_06_colleagues_end_too::end_of;
use crate::testapp::{TestApp, changed};

#[tokio::test]
async fn an_admin_finds_nobody_of_another_client() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut noor = house.staff("noor@linde.example.nl", Role::OrgAdmin, "linde").await.client;
        let mut ada = house.staff("ada@esdoorn.example.nl", Role::OrgAdmin, "esdoorn").await.client;
        let mut boss = house.staff("bo@beheer.example.nl", Role::OperatorAdmin, "").await.client;
        house.staff("karel@esdoorn.example.nl", Role::Clerk, "esdoorn").await;
        house.staff("sam@beheer.example.nl", Role::Support, "").await;
        let theirs = end_of(&mut ada, "/service/collegas/", "karel@esdoorn.example.nl").await;
        let operators = end_of(&mut boss, "/beheer/medewerkers/", "sam@beheer.example.nl").await;
        let operators = operators.replace("/beheer/medewerkers/", "/service/collegas/");
        let nobody = "/service/collegas/00000000-0000-7000-8000-000000000000/beeindigen/";
        let before = house.tables().await;
        let mut answers = Vec::new();
        for end in [theirs.as_str(), &operators, nobody] {
            let root = end.trim_end_matches("beeindigen/");
            let mut got = Vec::new();
            for (path, form) in [("beeindigen", "seal"), ("rol", "role"), ("opnieuw", "x")] {
                let answer = noor.post_form(&format!("{root}{path}/"), &[(form, "clerk")]).await;
                got.push(answer.expect(404).text().replace(root, ""));
            }
            got.push(noor.get(end).await.expect(404).text().replace(root, ""));
            answers.push(got);
        }
        assert!(answers.iter().all(|got| *got == answers[2]), "they answer as what does not exist, to the byte");
        let page = noor.get("/service/collegas/").await.expect(200).text();
        let review = noor.get("/service/collegas/nalopen/").await.expect(200).text();
        for page in [page, review] {
            assert!(page.contains("noor@linde") && !page.contains("esdoorn") && !page.contains("beheer.example"));
        }
        for beheer in ["/beheer/medewerkers/", "/beheer/opdrachtgevers/", "/beheer/opdrachtgevers/linde/"] {
            noor.get(beheer).await.expect(403);
        }
        boss.get("/service/collegas/").await.expect(403);
        assert_eq!(changed(&before, &house.tables().await), Vec::<String>::new(), "{}", house.engine);
        // An address that somebody has elsewhere is refused without a word about where.
        let form = [("email", "karel@esdoorn.example.nl"), ("role", "clerk")];
        let page = noor.post_form("/service/collegas/nieuw/", &form).await.expect(422).text();
        assert!(page.contains("kan niet worden uitgenodigd") && !page.contains("Esdoorn"), "{page}");
        house.finish().await;
    })
    .await;
}
