//! `/service/…`: from a list that a clerk uploads to residents who were told, through the pages.

use app::first_login::job;
use domain::role::Role;
use domain::time::Span;
use testkit::each_engine;
use uuid::Uuid;

use crate::testapp::{Answer, Client, TestApp};

const LISTS: &str = "/service/projecten/linde/zuid/lijst/";

const LIST: &str = "Huurders De Linde;;;;;;\nVHE-nummer;Straat;Huisnr.;Postcode;Plaats;BSN;E-mail\n\
                    0012;Eikenlaan;12-A;7601ab;Almelo;123456782;mailto:jan@example.nl\n\
                    0013;Eikenlaan;13;7601 AB;Almelo;111222333;n.v.t.\n\
                    0014;Eikenlaan;14;7601 AB;Almelo;;a@example.nl; b@example.nl\n";

/// A form with a file, as a browser sends it.
async fn upload(client: &mut Client, name: &str, bytes: &[u8]) -> Answer {
    let mut body = format!(
        "--grens\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--grens--\r\n");
    let sender = client.with("Content-Type", "multipart/form-data; boundary=grens");
    sender.clone().send("POST", LISTS, Some(&body)).await
}

async fn work(house: &TestApp) {
    while job::work(&house.app, Uuid::from_u128(7)).await.unwrap() > 0 {}
}

/// The list is read by the job; the page of it.
async fn read(house: &TestApp, client: &mut Client, name: &str, bytes: &[u8]) -> String {
    let here = upload(client, name, bytes).await.expect(303).location().to_owned();
    assert!(here.starts_with(LISTS), "{here}");
    let page = client.get(&here).await.expect(200).text();
    assert!(!page.contains("http-equiv") && page.contains("?watch=1"), "nobody asked for it: {page}");
    let page = client.get(&format!("{here}?watch=1")).await.expect(200).text();
    let head = page.split("</head>").next().unwrap();
    assert!(head.contains("<noscript><meta http-equiv=\"refresh\" content=\"10\"></noscript>"), "{head}");
    let stand = client.get(&format!("{here}stand/")).await.expect(200).text();
    assert!(stand.contains("\"stage\":\"reading\""), "{stand}");
    work(house).await;
    here
}

#[tokio::test]
async fn a_clerk_gets_a_list_in_and_takes_it_back() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        for address in ["jan@example.nl", "a@example.nl", "b@example.nl"] {
            house.seen.address(address);
        }
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        clerk.get("/service/").await.leads_to("/service/projecten/");
        let page = clerk.get("/service/projecten/").await.expect(200).text();
        assert!(page.contains("linde/zuid") && !page.contains("esdoorn"), "{page}");
        clerk.get("/service/projecten/linde/zuid/").await.expect(200);
        clerk.get(LISTS).await.expect(200);
        for (file, begins) in [("sjabloon.csv", &b"\xEF\xBB\xBFVHE"[..]), ("sjabloon.xlsx", b"PK")] {
            let answer = clerk.get(&format!("{LISTS}{file}")).await.expect(200);
            assert!(answer.body.starts_with(begins), "{file}");
            assert!(answer.header("content-disposition").unwrap().starts_with("attachment; filename="));
        }

        let here = read(
            &house,
            &mut clerk,
            "huurders mei.csv",
            LIST.replace("a@example.nl; b@example.nl", "\"a@example.nl; b@example.nl\"").as_bytes(),
        )
        .await;
        let page = clerk.get(&here).await.expect(200).text();
        for there in ["huurders mei.csv", "Eikenlaan 12-A", "j•••@e•••.nl"] {
            assert!(page.contains(there), "{there} is not in {page}");
        }
        assert!(!page.contains("123456782") && !page.contains("111222333"), "law 13: {page}");
        let faults = clerk.get(&format!("{here}fouten.csv")).await.expect(200).text();
        assert!(faults.contains("0014;Eikenlaan;14") && !faults.contains("0012"), "{faults}");
        let before = house.tables().await["dwelling"].len();
        assert_eq!(before, 0, "nothing is written before somebody confirms");

        clerk.post_form(&format!("{here}bevestigen/"), &[]).await.leads_to(&here);
        work(&house).await;
        let page = clerk.get(&here).await.expect(200).text();
        assert!(page.contains("terug.xlsx"), "{page}");
        assert_eq!(house.tables().await["dwelling"].len(), 2);
        let back = clerk.get(&format!("{here}terug.csv")).await.expect(200).text();
        assert!(
            back.contains("VHE-nummer;Straat;Huisnr.;Postcode;Plaats;BSN;E-mail;Gebruikersnaam;Status")
                && back.contains("ALMELO01")
                && back.contains("ALMELO02")
                && !back.contains("123456782"),
            "{back}"
        );

        // Once more the same list: nothing to do.
        let again = read(&house, &mut clerk, "nog eens.csv", LIST.as_bytes()).await;
        clerk.get(&again).await.expect(200);
        clerk.post_form(&format!("{again}weggooien/"), &[]).await.leads_to(&again);
        clerk.get(&again).await.expect(200);

        clerk.get(&format!("{here}terugdraaien/")).await.expect(200);
        clerk.post_form(&format!("{here}terugdraaien/"), &[("which", "ticked")]).await.expect(422);
        let undone = clerk.post_form(&format!("{here}terugdraaien/"), &[("which", "all")]).await.expect(303);
        assert!(undone.location().ends_with("?undone=2"), "{}", undone.location());
        assert_eq!(house.tables().await["dwelling"].len(), 0);
        assert_eq!(house.tables().await["retired_username"].len(), 2);
        let rows = house.import("linde/zuid", "VHE-nummer\n0012\n").await;
        assert_eq!(rows[0].username.as_deref(), Some("ALMELO03"), "an undone username is never issued again");
        house.finish().await;
    })
    .await;
}

/// Without its header a clerk points out what the columns are; a wrong choice comes back with the reason.
#[tokio::test]
async fn a_list_that_is_not_understood_is_read_as_a_clerk_says() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        house.seen.address("jan@example.nl");
        for secret in ["123456782", "111222333"] {
            house.seen.secret(secret);
        }
        let list = "Buurt;;;\nwat;bsn;post;wie\n0012;123456782;;jan@example.nl\n0013;111222333;;\n";
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        let here = read(&house, &mut clerk, "buurt.csv", list.as_bytes()).await;
        let page = clerk.get(&here).await.expect(200).text();
        for there in ["Wijs aan wat de kolommen zijn", "0012", "name=\"column-0\"", "name=\"column-3\""] {
            assert!(page.contains(there), "{there} is not in {page}");
        }
        assert!(!page.contains("123456782") && !page.contains("name=\"column-1\""), "law 13: {page}");
        assert!(clerk.get(LISTS).await.expect(200).text().contains("Wijs de kolommen aan"));
        // Only its own client sees it.
        let mut other = house.staff("clerk@esdoorn.example.nl", Role::Clerk, "esdoorn").await.client;
        let columns = format!("{here}kolommen/");
        other.get(&here).await.expect(404);
        other.post_form(&columns, &[("header", "2"), ("column-0", "client-number")]).await.expect(404);

        clerk.get(&format!("{here}?header=1")).await.expect(200);
        clerk.get(&format!("{here}?header=77")).await.expect(422);
        clerk.get(&format!("{here}?sheet=Blad1")).await.expect(200);
        let refused = clerk.post_form(&columns, &[("header", "2"), ("column-3", "email")]).await.expect(422).text();
        assert!(refused.contains("Geen kolom zegt welke woning het is"), "{refused}");
        let said = [("header", "2"), ("column-0", "client-number"), ("column-2", ""), ("column-3", "email")];
        clerk.post_form(&columns, &said).await.leads_to(&here);
        work(&house).await;
        let page = clerk.get(&here).await.expect(200).text();
        assert!(page.contains("j•••@e•••.nl") && page.contains("0013"), "{page}");

        // The columns of a judged list too: behind a column that is never read, what is chosen counts.
        let said = [("column-0", "client-number"), ("column-2", "place"), ("column-3", "email")];
        clerk.post_form(&columns, &said).await.leads_to(&here);
        work(&house).await;
        let page = clerk.get(&here).await.expect(200).text();
        assert!(page.contains("j•••@e•••.nl"), "{page}");
        clerk.post_form(&format!("{here}bevestigen/"), &[]).await.leads_to(&here);
        work(&house).await;
        let back = clerk.get(&format!("{here}terug.csv")).await.expect(200).text();
        assert!(back.contains("0012;;;jan@example.nl;ALMELO01") && !back.contains("123456782"), "{back}");
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn residents_are_told_by_letter_and_tick() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let username = house.home("linde/zuid", "V1", Some("bewoner@example.nl")).await;
        house.home("linde/zuid", "V2", None).await;
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        let project = [("project", "linde/zuid")];
        for page in ["woningen", "werklijst", "brieven"] {
            clerk.get(&format!("/service/{page}/")).await.expect(303);
            clerk.get(&format!("/service/{page}/?project=linde/zuid")).await.expect(200);
            clerk.get(&format!("/service/{page}/?project=esdoorn/noord")).await.expect(404);
            clerk.get(&format!("/service/{page}/?project=x")).await.expect(404);
        }
        let wanted = [&project[..], &[("which", "all"), ("language", "nl")]].concat();
        let made = clerk.post_form("/service/brieven/", &wanted).await.expect(303).location().to_owned();
        let page = clerk.get(&made).await.expect(200).text();
        let run = page.split("/brief.pdf").next().and_then(|head| head.rsplit('"').next()).unwrap();
        let pdf = clerk.get(&format!("{run}/brief.pdf")).await.expect(200);
        assert!(pdf.body.starts_with(b"%PDF-") && pdf.header("content-type") == Some("application/pdf"));
        for file in ["uitleg.pdf", "uitleg.docx"] {
            clerk.get(&format!("/service/brieven/{file}?project=linde/zuid&language=en")).await.expect(200);
        }

        let list = clerk.get("/service/werklijst/?project=linde/zuid&list=not-told").await.expect(200).text();
        assert!(list.contains(&username), "{list}");
        let preview = clerk.get("/service/werklijst/verstrekt/?project=linde/zuid&which=all&what=both").await;
        let preview = preview.expect(200).text();
        let seal = preview.split("name=\"seal\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let act = [&wanted[..], &[("what", "both")]].concat();
        let stale = [&act[..], &[("seal", "0000")]].concat();
        clerk.post_form("/service/werklijst/verstrekt/", &stale).await.expect(200);
        let still = clerk.get("/service/werklijst/?project=linde/zuid&list=not-told").await.expect(200).text();
        assert!(still.contains(&username), "an act that was not shown is shown first, and not done");
        let sealed = [&act[..], &[("seal", seal)]].concat();
        let done = clerk.post_form("/service/werklijst/verstrekt/", &sealed).await.expect(303);
        assert!(done.location().contains("done=1"), "{}", done.location());
        let after = clerk.get("/service/werklijst/?project=linde/zuid&list=not-told").await.expect(200).text();
        assert!(!after.contains(&username), "{after}");
        // Ticked by mistake: the same choices lead back, after a look, and not for a stale look.
        let all = "/service/werklijst/terug/?project=linde/zuid&list=no-reset-asked&which=all&what=both";
        let preview = clerk.get(all).await.expect(200).text();
        assert!(preview.contains(&username) && preview.contains("Neem het vinkje van deze woning terug"), "{preview}");
        let seal = preview.split("name=\"seal\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let back = [&project[..], &[("list", "no-reset-asked"), ("which", "all"), ("what", "both")]].concat();
        let stale = [&back[..], &[("seal", "0000")]].concat();
        clerk.post_form("/service/werklijst/terug/", &stale).await.expect(200);
        let sealed = [&back[..], &[("seal", seal)]].concat();
        let undone = clerk.post_form("/service/werklijst/terug/", &sealed).await.expect(303);
        assert!(undone.location().contains("undone=1"), "{}", undone.location());
        let again = clerk.get("/service/werklijst/?project=linde/zuid&list=not-told").await.expect(200).text();
        assert!(again.contains(&username), "{again}");
        // And by the run of letters.
        let print = run.rsplit('/').nth(1).unwrap();
        let by_run = format!("/service/werklijst/terug/?project=linde/zuid&print={print}");
        assert!(clerk.get(&by_run).await.expect(200).text().contains("Er is niets terug te nemen"));
        let preview = clerk.get("/service/werklijst/verstrekt/?project=linde/zuid&which=all&what=both").await;
        let preview = preview.expect(200).text();
        let seal = preview.split("name=\"seal\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let sealed = [&act[..], &[("seal", seal)]].concat();
        clerk.post_form("/service/werklijst/verstrekt/", &sealed).await.expect(303);
        assert!(clerk.get(&by_run).await.expect(200).text().contains(&username));
        // The next work list leads to the text that is for it, open.
        let waits = clerk.get("/service/werklijst/?project=linde/zuid&list=no-reset-asked").await.expect(200).text();
        let link = waits.split("href=\"").find(|rest| rest.contains("#text-remind")).expect("a link to the text");
        let link = link.split("#text-remind").next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
        let letters = clerk.get(&link).await.expect(200).text();
        let open = letters.split("<details class=\"hs-details\" open>").nth(1).expect("a text stands open");
        assert!(open.split("</details>").next().unwrap().contains("id=\"text-remind\""), "{open}");
        house.forward(Span::seconds(1));
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_no_list_says_why() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        upload(&mut clerk, "leeg.csv", b"").await.expect(422);
        clerk.post_form(LISTS, &[("file", "x")]).await.expect(422);
        for (name, bytes) in
            [("brief.xlsx", &b"%PDF-1.7 x"[..]), ("lijst.xlsx", b"PK\x03\x04nothing"), ("../../lijst.csv", b"\0\0\0\0")]
        {
            let here = read(&house, &mut clerk, name, bytes).await;
            let page = clerk.get(&here).await.expect(200).text();
            assert!(!page.contains("../"), "{page}");
            assert!(!page.contains("bevestigen/"), "{name} cannot be confirmed: {page}");
            assert_eq!(house.tables().await["import_part"].len(), 0, "nothing of it is kept");
        }
        for nothing in ["linde/zuid/lijst/x/", "linde/geen/", "linde/Zuid/", "esdoorn/noord/", "esdoorn/noord/lijst/"] {
            clerk.get(&format!("/service/projecten/{nothing}")).await.expect(404);
        }
        house.finish().await;
    })
    .await;
}
