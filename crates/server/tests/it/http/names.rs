//! `/login/accounts/name/`.

use domain::time::Span;
use testkit::each_engine;

use crate::testapp::{NAMES, TestApp};

#[tokio::test]
async fn one_mail_lists_what_belongs_to_an_address() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let one = house.resident("linde/zuid", "V1", "Mantel@example.nl").await;
        let two = house.resident("esdoorn/noord", "V1", "Mantel@example.nl").await;
        let unproven = house.home("linde/zuid", "V2", Some("Mantel@example.nl")).await;
        let mut client = house.client();
        client.post_form(NAMES, &[("email", " MANTEL@EXAMPLE.NL ")]).await.leads_to("/login/accounts/name/gevraagd/");
        client.get("/login/accounts/name/gevraagd/").await.expect(200);
        let mail = house.only_mail().await;
        assert_eq!(mail.to, "Mantel@example.nl", "as it is stored, not as it was typed");
        assert!(mail.says(&one.username) && mail.says(&two.username) && !mail.says(&unproven), "{mail:?}");
        for link in mail.links() {
            client.follow_link(&link).await.expect(200);
        }
        client.post_form(NAMES, &[("email", "mantel@example.nl")]).await.expect(303);
        assert!(house.deliver_mail().await.is_empty(), "not twice within ten minutes on {}", house.engine);
        house.forward(Span::minutes(11));
        client.post_form(NAMES, &[("email", "mantel@example.nl")]).await.expect(303);
        house.only_mail().await;
        for wrong in ["", " ", "geen adres", "a@b@c", "x@", "@y.nl", "a b@c.nl", "a@b.nl\r\nBcc: c@d.nl"] {
            client.post_form(NAMES, &[("email", wrong)]).await.expect(422);
        }
        client.post_form(NAMES, &[]).await.expect(422);
        assert!(house.deliver_mail().await.is_empty());
        house.finish().await;
    })
    .await;
}
