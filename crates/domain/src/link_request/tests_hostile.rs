//! The other half of the corpus: what no program may decide, and texts made to lead it astray.

use proptest::prelude::*;

use super::tests::told;
use super::*;

const NOT_READ: &[(&str, &str, &str)] = &[
    ("", "", "person: no-request"),
    ("Vraag", "Kunt u mij bellen over de verlichting?", "person: no-request"),
    ("", "ALMELO01 jan@example.nl", "person: no-request"),
    ("", "Graag koppelen aan ALMELO01", "person: no-address"),
    ("", "Graag jan@example.nl koppelen", "person: no-account"),
    ("", "Graag balie@corporatie.example koppelen aan ALMELO01", "person: no-address"),
    ("", "Graag jan@example.nl of piet@example.nl koppelen aan ALMELO01", "person: mixed"),
    ("", "Graag jan@example.nl koppelen aan ALMELO01 of ALMELO02", "person: mixed"),
    ("", "Graag jan@example.nl koppelen aan ALMELO01 en ALMELO02 aan piet@example.nl", "person: mixed"),
    ("", "Graag koppelen: ALMELO01 jan@example.nl\nALMELO01 piet@example.nl", "person: two-addresses"),
    ("", "Graag koppelen: ALMELO01 jan@example.nl\nALMELOO1 piet@example.nl", "person: two-addresses"),
    ("", "Graag koppelen: ALMELO01 jan@example.nl\nALMELO02\n", "person: mixed"),
    ("", "Graag koppelen\nALMELO01\nALMELO02\njan@example.nl\npiet@example.nl", "person: mixed"),
    ("", "Wijzig het adres van ALMELO01 van oud@example.nl naar jan@example.nl", "person: mixed"),
    ("", "Graag jan@example.nl niet koppelen aan ALMELO01", "person: contrary"),
    ("", "Graag jan@example.nl ontkoppelen van ALMELO01", "person: contrary"),
    ("", "Graag verwijderen en niet meer koppelen: jan@example.nl, ALMELO01", "person: contrary"),
    ("", "Please do not link jan@example.nl to ALMELO01", "person: contrary"),
    ("", "Koppelverzoek ALMELO01 jan@example.nl mag u annuleren", "person: contrary"),
    ("", "Het koppelen van jan@example.nl aan ALMELO01 klopt niet", "person: contrary"),
    ("", "Graag jan@example,nl koppelen aan ALMELO01", "person: address"),
    ("", "Graag jan@ example.nl koppelen aan ALMELO01", "person: address"),
    ("", "Graag ALMELO01/jan@example.nl koppelen", "person: address"),
    ("", "Graag jan@exаmple.nl of jan@@example.nl koppelen aan ALMELO01", "person: address"),
    ("", "De vorige huurder is vertrokken, graag jan@example.nl koppelen aan ALMELO01", "person: residents"),
    ("Mutatie", "ALMELO01, geen nieuwe huurder, adres was jan@example.nl, per 1-12-2026", "person: residents"),
    ("", "Mutatie ALMELO01: zelfde bewoner, jan@example.nl, per 1-12-2026", "person: residents"),
    ("", "mutatie account ALMELO01, nieuwe huurder jan@example.nl", "person: day"),
    ("", "mutatie account ALMELO01, nieuwe huurder jan@example.nl, per 1 december", "person: day"),
    ("", "mutatie account ALMELO01, nieuwe huurder jan@example.nl, per 31-02-2027", "person: day"),
    ("", "mutatie ALMELO01, nieuwe huurder jan@example.nl, einde 30-11-2026, begin 1-12-2026", "person: day"),
    ("", "Please link: new tenant of ALMELO01 jan@example.nl from 1/12/2026", "person: day"),
    (
        "",
        "Graag koppelen:\nALMELO01 jan@example.nl nieuwe huurder per 1-12-2026\nALMELO02 piet@example.nl",
        "person: mixed",
    ),
    ("", "Wilt u het wachtwoord van ALMELO01 doorgeven?", "password"),
    ("Wachtwoord vergeten", "Ik kan niet inloggen", "password"),
    ("", "I forgot my password", "password"),
    ("", "Ik wil graag een nieuw wachtwoord", "password"),
    ("", "Graag jan@example.nl koppelen aan ALMELO01 en het wachtwoord sturen", "person: password"),
    (
        "RE: koppelen",
        "Bedankt!\n\nOp 1 nov. 2026 om 10:00 schreef Balie:\n> Graag jan@example.nl koppelen aan ALMELO01",
        "person: quoted",
    ),
    (
        "RE: koppelen",
        "Dank.\n\nVan: Balie <balie@corporatie.example>\nOnderwerp: koppelen\n\nGraag jan@example.nl koppelen aan ALMELO01",
        "person: quoted",
    ),
    (
        "FW: koppelen",
        "Deze graag niet koppelen.\n\nVan: Jan <j@example.nl>\nOnderwerp: koppelen\n\nGraag jan@example.nl koppelen aan ALMELO01",
        "person: contrary",
    ),
    ("", "Graag jan@example.nl koppelen aan АLMELO01", "person: no-account"),
    ("", "Graag jan@example.nl koppelen aan ALMELO 01", "person: no-account"),
    ("", "Graag jan@example.nl koppelen aan account 7601AB12", "person: no-account"),
];

#[test]
fn what_could_be_two_things_is_for_a_person() {
    for (subject, body, asked) in NOT_READ {
        assert_eq!(told(subject, body), *asked, "{subject} | {body}");
    }
}

#[test]
fn one_mail_asks_for_so_much_and_no_more() {
    let list = |count: usize| {
        let lines: Vec<String> = (1..=count).map(|at| format!("ALMERE{at:02} bewoner{at}@example.nl")).collect();
        told("Graag koppelen", &lines.join("\n"))
    };
    assert_eq!(list(MOST).split("; ").count(), MOST);
    assert_eq!(list(MOST + 1), "person: too-many");
    assert_eq!(told("Graag koppelen", &"a".repeat(50_001)), "person: too-many");
    // Each would be compared with each: nobody counts beyond this.
    let addresses = |count: usize| (1..=count).map(|at| format!("a{at}@b.nl\n")).collect::<String>();
    assert_eq!(told("Graag koppelen", &addresses(MOST * 20)), "person: no-account");
    assert_eq!(told("Graag koppelen", &addresses(MOST * 20 + 1)), "person: too-many");
}

proptest! {
    #[test]
    fn any_text_is_read_or_left_to_a_person(subject in "\\PC{0,40}", body in "(\\PC{0,30}\\n?){0,12}") {
        told(&subject, &body);
    }

    #[test]
    fn nothing_is_asked_that_does_not_stand_there(body in "(koppel|ALMELO01|ALMELO02|jan@example.nl|piet@example.nl|per 1-12-2026|nieuwe huurder|niet|>|,|\\n| ){0,14}") {
        let text = Text { subject: "", body: &body, own: &[] };
        if let Reading::Requests(all) = read(text) {
            for asked in all {
                // A domain is the same in any case of letters.
                let lower = body.to_lowercase();
                prop_assert!(lower.contains(&asked.address.search_key()) && body.contains(&asked.account));
                prop_assert_eq!(asked.residents == Some(Residents::New), asked.first.is_some());
            }
        }
    }
}
