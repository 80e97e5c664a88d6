//! Law 7: linking an address begins with the question, and "new" never links one.

use domain::role::Role;
use testkit::each_engine;

use crate::testapp::{TestApp, changed};

#[tokio::test]
async fn an_address_is_linked_only_after_the_question() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.home("linde/zuid", "V1", None).await;
        house.home("linde/zuid", "V2", Some("oud@example.nl")).await;
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        for number in ["V1", "V2"] {
            let found = clerk.get(&format!("/service/gebruikers/?q={number}")).await.expect(200).homes();
            let here = format!("{}e-mailadres/", found[0]);
            let email = ("email", "nieuw@example.nl");
            // The seal of a change that was shown: whoever answers differently afterwards gets no change out of it.
            let shown = clerk.post_form(&here, &[("residents", "same"), email]).await.expect(200);
            let seal = shown.field("seal");
            let seal = seal.as_str();
            let before = house.tables().await;
            for answer in ["", "new", "SAME", "same,new", "yes", "zelfde"] {
                for sealed in [&[][..], &[("seal", seal)], &[("seal", "")]] {
                    let form = [&[("residents", answer), email][..], sealed].concat();
                    let page = clerk.post_form(&here, &form).await;
                    if answer == "new" {
                        // The form of a tenant change, with the address carried over.
                        let page = page.expect(200).text();
                        assert!(page.contains("action=\"/service/mutaties/nieuw/\""), "{page}");
                        assert!(page.contains("value=\"nieuw@example.nl\""), "{page}");
                    } else {
                        let page = page.expect(422).text();
                        assert!(page.contains("Zeg eerst of het dezelfde bewoner is"), "{answer}: {page}");
                        assert!(page.contains("value=\"nieuw@example.nl\""), "what was typed stays");
                    }
                }
            }
            clerk.post_form(&here, &[email, ("seal", seal)]).await.expect(422);
            // The question stands in the form, without an answer beforehand.
            let asked = clerk.get(&here).await.expect(200).text();
            assert!(asked.contains("Zelfde bewoner of nieuwe bewoner?") && !asked.contains(" checked"), "{asked}");
            for table in ["email_link", "occupancy", "identity", "progress", "mail", "account"] {
                assert_eq!(before[table], house.tables().await[table], "{table} on {}", house.engine);
            }
            let lines = changed(&before, &house.tables().await);
            assert!(lines.iter().all(|line| line.starts_with("audit")), "only that somebody looked: {lines:?}");
        }
        house.finish().await;
    })
    .await;
}
