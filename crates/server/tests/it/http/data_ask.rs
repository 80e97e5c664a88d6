//! `/contact/verzoek/{token}/`: a contact of a client without people in the portal answers what a resident asked.

use app::contacts::{self, At, New};
use domain::access::Actor;
use testkit::each_engine;

use crate::testapp::TestApp;

const ELS: &str = "els@linde.example.nl";
const JAN: &str = "jan@example.nl";
const ASK: &str = "/gegevens/verzoek/";

#[tokio::test]
async fn a_resident_asks_and_a_contact_answers() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.seen.address(ELS);
        let mut jan = house.signed_in("linde/zuid", "V1", JAN).await.client;
        let wish = [("kind", "correction"), ("about", "home"), ("text", "Het nummer klopt <b>niet</b>.")];
        assert!(jan.get(ASK).await.expect(200).text().contains("Bel Stichting De Linde er ook zelf over"));
        let (at, new) = (At::Client("linde".parse().unwrap()), New { name: "Els".to_owned(), email: ELS.to_owned() });
        contacts::enter(&house.app, &house.app.command(), &Actor::Server, (&at, &new)).await.unwrap();
        house.run("UPDATE contact SET proven_at = 1, approved_at = 1").await;
        house.deliver_mail().await;
        assert!(jan.get(ASK).await.expect(200).text().contains("Wij mailen uw vraag aan Stichting De Linde"));
        jan.post_form(ASK, &wish).await.leads_to("/gegevens/?told=asked");
        let mail = house.only_mail().await;
        assert_eq!(mail.to, ELS);
        let link = mail.path();
        assert!(link.starts_with("/contact/verzoek/"), "{link}");
        let mut els = house.client();
        let page = els.get(&link).await.expect(200).text();
        assert!(page.contains("Het nummer klopt") && !page.contains("<b>niet") && !page.contains(JAN), "{page}");
        for wrong in [&[("email", ELS)][..], &[("answer", "done")], &[("answer", "done"), ("email", "bo@elders.test")]]
        {
            let page = els.post_form(&link, wrong).await.expect(422).text();
            assert!(page.contains("hs-summary"), "{page}");
        }
        let done = "/contact/verzoek/gegeven/";
        els.post_form(&link, &[("answer", "refused-law"), ("email", ELS)]).await.leads_to(done);
        els.get(done).await.expect(200);
        assert!(els.get(&link).await.expect(410).text().contains("Het is al beantwoord."));
        els.post_form(&link, &[("answer", "done"), ("email", ELS)]).await.expect(410);
        assert!(jan.get("/gegevens/").await.expect(200).text().contains("Dit moet van de wet bewaard blijven"));
        house.finish().await;
    })
    .await;
}
