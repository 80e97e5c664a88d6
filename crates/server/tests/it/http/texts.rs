//! `/service/teksten/`: an admin writes a text, sees it as residents will, keeps it, and goes back to the standard.

use domain::role::Role;
use testkit::each_engine;

use crate::testapp::TestApp;

const LIST: &str = "/service/teksten/";
const INTRO: &str = "/service/teksten/nl/reset-intro/";

#[tokio::test]
async fn an_admin_writes_a_text_and_goes_back() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let username = house.home("linde/zuid", "V1", Some("bewoner@example.nl")).await;
        let mut noor = house.staff("noor@linde.example.nl", Role::OrgAdmin, "linde").await.client;
        let page = noor.get(LIST).await.expect(200).text();
        assert!(page.contains("Inleiding van de brief") && !page.contains("Eigen tekst<"), "{page}");
        let page = noor.get(INTRO).await.expect(200).text();
        assert!(page.contains("Standaard staat hier niets.") && page.contains("{verhuurder}"), "{page}");

        // Refused with line and reason, in the language of the page; what was typed stays.
        for (typed, says) in [
            ("Dag\r\nzie delinde.nl", "Regel 2, teken 5: ‘delinde.nl’ lijkt op een webadres."),
            ("Dag {gebruikersnaam}", "Regel 1, teken 5: {gebruikersnaam} mag hier niet staan."),
            ("Dag {dienst", "Regel 1, teken 5: deze accolade gaat niet dicht."),
            ("", "Regel 1, teken 1: hier staat niets."),
        ] {
            let page = noor.post_form(INTRO, &[("text", typed)]).await.expect(422).text();
            assert!(page.contains(says), "{says} is not in {page}");
            assert!(page.contains(&format!(">\n{}</textarea>", typed)), "{typed:?} stays: {page}");
            noor.post_form(&format!("{INTRO}voorbeeld.pdf"), &[("text", typed)]).await.expect(422);
        }
        let page = noor.post_form(&format!("{INTRO}?lang=en"), &[("text", "x@y.nl")]).await.expect(422).text();
        assert!(page.contains("Line 1, character 1: ‘x@y.nl’ cannot stand here."), "{page}");

        let text = "Welkom <b>bij</b> {dienst}.";
        let looked = noor.post_form(INTRO, &[("text", text)]).await.expect(200);
        let page = looked.text();
        assert!(page.contains("Welkom &#60;b&#62;bij&#60;/b&#62; Huissleutel."), "as it is read: {page}");
        assert!(page.contains("Iemand vroeg een nieuw wachtwoord aan"), "with what stays: {page}");
        let seal = looked.field("seal");
        assert!(!noor.get(LIST).await.text().contains("Eigen tekst<"), "a look keeps nothing");
        noor.post_form(INTRO, &[("text", "Anders."), ("seal", &seal)]).await.expect(200);
        noor.post_form(INTRO, &[("text", text), ("seal", &seal)]).await.leads_to("/service/teksten/?told=kept");
        assert!(noor.get("/service/teksten/?told=kept").await.text().contains("De tekst is bewaard."));

        house.client().ask_reset(&username).await.expect(303);
        let mail = house.only_mail().await;
        assert!(mail.text.contains("Welkom <b>bij</b> Huissleutel."), "{mail:?}");
        assert!(mail.html.contains("Welkom &lt;b&gt;bij&lt;/b&gt; Huissleutel."), "never HTML: {}", mail.html);

        let page = noor.get(INTRO).await.expect(200);
        assert!(page.text().contains("Aangepast door noor@linde.example.nl"), "{page:?}");
        let seal = page.field("seal");
        noor.post_form(&format!("{INTRO}standaard/"), &[("seal", "x")]).await.expect(200);
        assert!(noor.get(INTRO).await.expect(200).text().contains("Aangepast door"), "not what was shown: it stays");
        noor.post_form(&format!("{INTRO}standaard/"), &[("seal", &seal)])
            .await
            .leads_to("/service/teksten/?told=removed");
        assert!(!noor.get(LIST).await.text().contains("Eigen tekst<"));
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn letters_and_texts_to_copy_are_in_own_words_too() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.home("linde/zuid", "V1", Some("bewoner@example.nl")).await;
        let mut noor = house.staff("noor@linde.example.nl", Role::OrgAdmin, "linde").await.client;
        for (piece, text) in [("letter-greeting", "Dag buur,"), ("letter-intro", "Hier is uw sleutel.")] {
            let here = format!("/service/teksten/nl/{piece}/");
            let pdf = noor.post_form(&format!("{here}voorbeeld.pdf"), &[("text", text)]).await.expect(200);
            assert!(pdf.body.starts_with(b"%PDF-"));
            let seal = noor.post_form(&here, &[("text", text)]).await.expect(200).field("seal");
            noor.post_form(&here, &[("text", text), ("seal", &seal)]).await.expect(303);
        }
        assert!(noor.get("/service/teksten/nl/voorbeeld.pdf").await.expect(200).body.starts_with(b"%PDF-"));
        let page = noor.get("/service/brieven/?project=linde/zuid").await.expect(200).text();
        assert!(page.contains("Dag buur,\n\nHier is uw sleutel.\n\n"), "{page}");
        for nowhere in ["/service/teksten/fr/sender/", "/service/teksten/nl/wachtwoord/", "/service/teksten/NL/sender/"]
        {
            noor.get(nowhere).await.expect(404);
        }
        house.finish().await;
    })
    .await;
}

/// A square of 32 pixels, with the name of its maker in it, in hexadecimal.
const PNG: &str = concat!(
    "89504e470d0a1a0a0000000d4948445200000020000000200802000000fc18eda30000001374455874417574686f72004a616e20646520",
    "56726965737528c2880000002a4944415478da63d812ac4553c4306ac1a805a3168c5a306ac1a805a3168c5a306ac1a805a3160c150b00",
    "25b8c43da4941c300000000049454e44ae426082",
);

/// A form with a file.
fn upload(file: &[u8]) -> Vec<u8> {
    let head = b"--grens\r\nContent-Disposition: form-data; name=\"file\"; filename=\"logo.png\"\r\n\r\n";
    [head, file, b"\r\n--grens--\r\n"].concat()
}

#[tokio::test]
async fn a_logo_is_taken_shown_to_its_own_client_and_taken_away() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut noor = house.staff("noor@linde.example.nl", Role::OrgAdmin, "linde").await.client;
        let mut ada = house.staff("ada@esdoorn.example.nl", Role::OrgAdmin, "esdoorn").await.client;
        let mut jan = house.staff("jan@linde.example.nl", Role::Clerk, "linde").await.client;
        let mut sender = noor.with("Content-Type", "multipart/form-data; boundary=grens");
        let here = "/service/teksten/logo/";
        for (file, says) in [
            (b"<svg xmlns='x'></svg>".to_vec(), "Een svg-bestand nemen wij niet aan."),
            (b"GIF89a".to_vec(), "Dit is geen png-bestand."),
            (vec![0; 300_000], "Dit bestand is te groot."),
            (b"\x89PNG\r\n\x1a\n".to_vec(), "Dit bestand is beschadigd."),
            (Vec::new(), "Kies eerst een bestand."),
        ] {
            let page = sender.send("POST", here, Some(&upload(&file))).await.expect(422).text();
            assert!(page.contains(says), "{says} is not in {page}");
        }
        noor.get("/service/teksten/logo.png").await.expect(404);
        let bytes = (0..PNG.len()).step_by(2).map(|at| u8::from_str_radix(&PNG[at..at + 2], 16).unwrap());
        let file: Vec<u8> = bytes.collect();
        sender.send("POST", here, Some(&upload(&file))).await.leads_to("/service/teksten/?told=logo");
        let shown = noor.get("/service/teksten/logo.png").await.expect(200);
        assert!(shown.body.starts_with(b"\x89PNG") && shown.header("content-type") == Some("image/png"));
        assert!(!shown.text().contains("Jan de Vries"), "nothing of the file but its picture");
        assert!(noor.get(here).await.expect(200).text().contains("src=\"/service/teksten/logo.png\""));
        ada.get("/service/teksten/logo.png").await.expect(404);
        jan.get("/service/teksten/logo.png").await.expect(403);
        noor.post_form("/service/teksten/logo/weg/", &[]).await.leads_to("/service/teksten/?told=no-logo");
        noor.get("/service/teksten/logo.png").await.expect(404);
        house.finish().await;
    })
    .await;
}
