//! Laws 4 and 5 and a client's own texts: whatever an admin writes, a mail to an address that nobody confirmed names neither
//! username nor home, a mail has the one link that is ours, and what warns its reader stands in it.

use domain::role::Role;
use testkit::each_engine;

use crate::testapp::{Client, PUBLIC, TestApp};

const PIECES: [&str; 7] =
    ["sender", "help", "mail-greeting", "mail-closing", "reset-subject", "reset-intro", "changed-intro"];

/// Keeps a text if it can be kept: 200 for a look, then 303; else 422.
async fn writes(admin: &mut Client, piece: &str, text: &str) -> bool {
    let here = format!("/service/teksten/nl/{piece}/");
    let looked = admin.post_form(&here, &[("text", text)]).await;
    if looked.status == 422 {
        // Nor without the look: a seal is no way around it.
        let forced = admin.post_form(&here, &[("text", text), ("seal", "00000000000000000000000000000000")]).await;
        assert_eq!(forced.status, 422, "{piece}: {text}");
        return false;
    }
    let seal = looked.expect(200).field("seal");
    admin.post_form(&here, &[("text", text), ("seal", &seal)]).await.expect(303);
    true
}

#[tokio::test]
async fn no_own_text_names_a_home_to_a_stranger_or_leads_away() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut noor = house.staff("noor@linde.example.nl", Role::OrgAdmin, "linde").await.client;
        let mut taken = 0;
        let texts = [
            "Uw account is {gebruikersnaam}",
            "{ USERNAME }",
            "{woning}",
            "{{gebruikersnaam}}",
            "Ga naar https://boef.example/",
            "www.boef.example",
            "boef.example/wachtwoord",
            "{dienst}.example",
            "boef\u{3002}example",
            "<a href=\"//boef.example\">hier</a>",
            "mailto:boef@boef.example",
            "boef@boef.example",
            "x\u{202e}y",
            "x\r\nBcc: boef@boef.example",
            "Bel ons gerust",
        ];
        for (text, number) in texts.into_iter().zip(1..) {
            for piece in PIECES {
                taken += u32::from(writes(&mut noor, piece, text).await);
            }
            let (home, address) = (format!("V{number}"), format!("bewoner{number}@example.nl"));
            let username = house.home("linde/zuid", &home, Some(&address)).await;
            house.client().ask_reset(&username).await.expect(303);
            let mail = house.only_mail().await;
            assert!(!mail.says(&username), "law 4, {text}: {mail:?}");
            assert!(mail.links().iter().all(|link| link.starts_with(PUBLIC)), "{text}: {:?}", mail.links());
            assert!(mail.says("Was u dit niet?") && mail.says("Iemand vroeg een nieuw wachtwoord aan"), "{mail:?}");
            let raw = String::from_utf8_lossy(&mail.raw).to_lowercase();
            let heads = raw.split("\r\n\r\n").next().unwrap_or_default();
            assert!(!raw.contains("://boef") && !heads.contains("boef"), "{text}: {raw}");
            house.client().get(&mail.path()).await.expect(200);
        }
        // The last one everywhere; the username in the notice to its owner, in two ways; and twice an address of whom to ask.
        assert_eq!(taken, 7 + 2 + 2, "{}", house.engine);
        house.finish().await;
    })
    .await;
}
