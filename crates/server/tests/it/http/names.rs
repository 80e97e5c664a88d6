//! `/login/accounts/name/`.

use domain::time::Span;
use testkit::each_engine;

use crate::testapp::{NAMES, TestApp};

/// Norms A20: neither a burst nor a day of asking fills somebody's mailbox; who asks afterwards is still answered.
#[tokio::test]
async fn a_flood_is_a_few_mails() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.resident("linde/zuid", "V1", "bewoner@example.nl").await;
        house.forward(Span::days(2));
        let burst = async || {
            for _ in 0..40 {
                house.client().post_form(NAMES, &[("email", "bewoner@example.nl")]).await.expect(303);
            }
            let mut mails = house.deliver_mail().await.len();
            for _ in 0..3 {
                house.forward(Span::minutes(5));
                mails += house.deliver_mail().await.len();
            }
            mails
        };
        assert_eq!(burst().await, 1, "of a burst one arrives on {}", house.engine);
        let mut day = 0;
        for _ in 0..23 {
            house.forward(Span::minutes(45));
            day += burst().await;
        }
        assert!(day <= 8, "{day} mails in a day on {}", house.engine);
        house.forward(Span::days(1));
        house.client().post_form(NAMES, &[("email", "bewoner@example.nl")]).await.expect(303);
        house.only_mail().await;
        house.finish().await;
    })
    .await;
}

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
