//! `/beheer/post/`: dead letters.

use domain::role::Role;
use domain::time::Span;
use mail::smtp::Stage;
use mail::transport::Answer;
use testkit::each_engine;

use crate::testapp::TestApp;

#[tokio::test]
async fn a_letter_that_died_is_shown_and_tried_again() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut admin = house.staff("noor@beheer.example.nl", Role::OperatorAdmin, "").await;
        admin.client.get("/beheer/post/").await.expect(200);
        let names = [("linde/zuid", "een@example.nl"), ("esdoorn/noord", "twee@example.nl")];
        for (project, address) in names {
            let username = house.home(project, "V1", Some(address)).await;
            house
                .post
                .answer(1, Answer::Refuse(Stage::Dot, 554, "5.6.0 <script>alert(1)</script> \u{202e}no".to_owned()));
            house.client().ask_reset(&username).await.expect(303);
            assert!(house.deliver_mail().await.is_empty());
            house.forward(Span::seconds(1));
        }
        let page = admin.client.get("/beheer/post/").await.expect(200).text();
        assert_eq!(page.matches("name=\"mail\"").count(), 2, "{}", house.engine);
        assert!(!page.contains("<script>alert") && !page.contains('\u{202e}'), "what a mail server says is only text");
        let id =
            page.split("name=\"mail\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
        admin.client.post_form("/beheer/post/", &[("mail", &id)]).await.leads_to("/beheer/post/?told=yes");
        assert_eq!(house.only_mail().await.to, "twee@example.nl", "the newest stands first");
        for wrong in ["", "x", &id, "' OR 1=1", "00000000-0000-0000-0000-000000000000"] {
            admin.client.post_form("/beheer/post/", &[("mail", wrong)]).await.leads_to("/beheer/post/?told=no");
        }
        for query in ["before=0", "before=x", "before=99999999999999999999", "before=-1", "told=yes", "told=%3Cb%3E"] {
            admin.client.get(&format!("/beheer/post/?{query}")).await.expect(200);
        }
        house.finish().await;
    })
    .await;
}

/// A letter that is tried again long after still goes to whoever has the address now, or to nobody.
#[tokio::test]
async fn an_old_letter_goes_to_the_address_of_today() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut admin = house.staff("noor@beheer.example.nl", Role::OperatorAdmin, "").await;
        let username = house.home("linde/zuid", "V1", Some("oud@example.nl")).await;
        house.post.answer(1, Answer::Refuse(Stage::Dot, 554, "5.6.0 no".to_owned()));
        house.client().ask_reset(&username).await.expect(303);
        assert!(house.deliver_mail().await.is_empty());
        house.import("linde/zuid", "VHE-nummer;E-mailadres\nV1;nieuw@example.nl\n").await;
        let page = admin.client.get("/beheer/post/").await.expect(200).text();
        let id =
            page.split("name=\"mail\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
        admin.client.post_form("/beheer/post/", &[("mail", &id)]).await.expect(303);
        assert_eq!(house.only_mail().await.to, "nieuw@example.nl", "{}", house.engine);
        house.finish().await;
    })
    .await;
}
