//! `/service/werklijst/tegelijk/`: one act for many homes, shown before it is done; ten addresses go by two people.

use domain::role::Role;
use testkit::each_engine;

use crate::testapp::{Answer, Client, TestApp};

const MANY: &str = "/service/werklijst/tegelijk/";

/// So many homes with an address each, in the order of their numbers.
async fn street(house: &TestApp, homes: usize) {
    let row = |n| format!("V{n};Eikenlaan;{n};7601 AB;Almelo;bewoner{n}@example.nl\n");
    let rows: String = (1..=homes).map(row).collect();
    house.import("linde/zuid", &format!("VHE-nummer;Straat;Huisnummer;Postcode;Plaats;E-mailadres\n{rows}")).await;
}

/// The boxes on the work list of those who know of nothing yet.
async fn boxes(clerk: &mut Client) -> Vec<String> {
    let list = clerk.get("/service/werklijst/?project=linde/zuid&list=not-told").await.expect(200).text();
    let boxes = list.split("name=\"home-").skip(1);
    boxes.filter_map(|rest| rest.split("value=\"").nth(1)?.split('"').next()).map(str::to_owned).collect()
}

/// The preview of an act for these homes, and the fields that do it.
async fn preview(clerk: &mut Client, act: &str, homes: &[String]) -> (Answer, Vec<(String, String)>) {
    let mut fields = vec![("project".to_owned(), "linde/zuid".to_owned()), ("act".to_owned(), act.to_owned())];
    fields.extend(homes.iter().enumerate().map(|(at, home)| (format!("home-{}", at + 1), home.clone())));
    let query: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let shown = clerk.get(&format!("{MANY}?{}", query.join("&"))).await;
    // Neither what gave access nor an address comes back by itself: said before, at every act of this kind.
    assert!(
        shown.status != 200
            || shown.field("seal").is_empty()
            || shown.text().contains("U kunt het niet ongedaan maken"),
        "{shown:?}"
    );
    (shown, fields)
}

async fn run(clerk: &mut Client, fields: &[(String, String)], seal: &str) -> Answer {
    let mut form: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    form.push(("seal", seal));
    clerk.post_form(MANY, &form).await
}

#[tokio::test]
async fn one_act_for_many_homes_does_what_was_shown() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        street(&house, 3).await;
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        let homes = boxes(&mut clerk).await;
        assert_eq!(homes.len(), 3);
        let (shown, fields) = preview(&mut clerk, "remove", &homes[..2]).await;
        let shown = shown.expect(200);
        for there in ["Eikenlaan 1", "Eikenlaan 2", "Bij deze 2 woningen gaat het e-mailadres weg"] {
            assert!(shown.text().contains(there), "{there}: {shown:?}");
        }
        assert!(!shown.text().contains("Eikenlaan 3"));
        let before = house.tables().await;
        run(&mut clerk, &fields, "").await.expect(200);
        run(&mut clerk, &fields, "0000").await.expect(200);
        assert_eq!(before["email_link"], house.tables().await["email_link"], "what was not shown is not done");
        let done = run(&mut clerk, &fields, &shown.field("seal")).await;
        done.leads_to("/service/werklijst/?project=linde%2Fzuid&list=not-told&many=remove&homes=2");
        let told = clerk.get("/service/werklijst/?project=linde/zuid&many=remove&homes=2").await.expect(200).text();
        assert!(told.contains("Bij 2 woningen is het e-mailadres weg"), "{told}");
        assert_eq!(boxes(&mut clerk).await.len(), 1, "on {}", house.engine);
        // Nothing ticked, and acts that have a page of their own.
        let (nothing, _) = preview(&mut clerk, "revoke", &[]).await;
        nothing.leads_to("/service/werklijst/?project=linde/zuid&list=not-told&told=nothing");
        let (told, _) = preview(&mut clerk, "told", &homes[2..]).await;
        assert!(told.expect(303).location().starts_with("/service/werklijst/verstrekt/?project=linde%2Fzuid"));
        let (remind, _) = preview(&mut clerk, "remind", &homes[2..]).await;
        assert!(remind.expect(303).location().starts_with("/service/brieven/?project=linde%2Fzuid&text=remind"));
        // What a search found has the same boxes, while it is of one project.
        let found = clerk.get("/service/gebruikers/?q=eikenlaan").await.expect(200).text();
        assert_eq!(found.matches("name=\"home-").count(), 3, "{found}");

        // Law 9.
        let mut other = house.staff("clerk@esdoorn.example.nl", Role::Clerk, "esdoorn").await.client;
        preview(&mut other, "revoke", &homes).await.0.expect(404);
        run(&mut other, &fields, &shown.field("seal")).await.expect(404);
        house.finish().await;
    })
    .await;
}

#[tokio::test]
async fn ten_addresses_wait_for_a_colleague() {
    each_engine(|fresh| async move {
        let house = TestApp::build(fresh).await;
        house.clients().await;
        street(&house, 10).await;
        let mut clerk = house.staff("clerk@linde.example.nl", Role::Clerk, "linde").await.client;
        let mut colleague = house.staff("collega@linde.example.nl", Role::OrgAdmin, "linde").await.client;
        let homes = boxes(&mut clerk).await;
        let (shown, fields) = preview(&mut clerk, "remove", &homes).await;
        let shown = shown.expect(200);
        assert!(shown.text().contains("Daarom wordt dit een voorstel"), "{shown:?}");
        let before = house.tables().await;
        let done = run(&mut clerk, &fields, &shown.field("seal")).await;
        done.leads_to("/service/werklijst/?project=linde%2Fzuid&list=not-told&many=proposed&homes=0");
        assert_eq!(before["email_link"], house.tables().await["email_link"], "nothing is done yet");
        let list = colleague.get("/service/voorstellen/").await.expect(200).text();
        assert!(list.contains("Veel woningen tegelijk") && list.contains("10 e-mailadressen"), "{list}");
        let is_id = |text: &&str| text.chars().all(|sign| sign.is_ascii_hexdigit() || sign == '-');
        let id = list.split("href=\"/service/voorstellen/").find_map(|rest| rest.get(..36).filter(is_id)).unwrap();
        let proposal = format!("/service/voorstellen/{id}/");
        let own = clerk.get(&proposal).await.expect(200).text();
        assert!(!own.contains("name=\"hash\""), "nobody approves the own proposal");
        let seen = colleague.get(&proposal).await.expect(200);
        assert!(seen.text().contains("b•••@e•••.nl") && !seen.text().contains("bewoner1@"), "{seen:?}");
        let hash = seen.field("hash");
        let approve = [("act", "approve"), ("hash", hash.as_str())];
        clerk.post_form(&proposal, &approve).await.leads_to(&format!("{proposal}?told=own"));
        colleague.post_form(&proposal, &approve).await.leads_to("/service/voorstellen/?told=approved");
        colleague.get(&proposal).await.expect(200);
        let rows = house.tables().await["email_link"].clone();
        // The two engines write a row in two ways.
        let ended = |row: &&String| row.contains("proof=ended") || row.contains("\"proof\": \"ended\"");
        assert_eq!(rows.iter().filter(ended).count(), 10, "on {}: {rows:?}", house.engine);
        let mut other = house.staff("clerk@esdoorn.example.nl", Role::Clerk, "esdoorn").await.client;
        other.get(&proposal).await.expect(404);
        other.post_form(&proposal, &approve).await.expect(404);
        assert!(house.deliver_mail().await.is_empty(), "law 10");
        house.finish().await;
    })
    .await;
}
