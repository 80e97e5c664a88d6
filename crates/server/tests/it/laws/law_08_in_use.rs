//! Law 8: an import never touches an account that is in use.

use domain::time::Span;
use testkit::each_engine;

use crate::testapp::{GOOD, TestApp};

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
