//! The corpus: mails as clients write them, each with what has to be read in it.

use super::*;

/// As it is written in the corpus: account, address, who lives there, first day.
pub(super) fn told(subject: &str, body: &str) -> String {
    let own =
        [Address::parse("balie@corporatie.example").unwrap(), Address::parse("koppelen@huissleutel.example").unwrap()];
    match read(Text { subject, body, own: &own }) {
        Reading::Password => "password".to_owned(),
        Reading::Person(why) => format!("person: {why}"),
        Reading::Requests(all) => {
            let one = |asked: &Asked| {
                let (year, month, day) = asked.first.map_or((0, 0, 0), Day::parts);
                let residents = match (asked.residents, asked.first) {
                    (Some(Residents::Same), None) => " same".to_owned(),
                    (Some(Residents::New), Some(_)) => format!(" new {year}-{month:02}-{day:02}"),
                    (None, None) => String::new(),
                    other => format!(" {other:?}"),
                };
                format!("{} {}{residents}", asked.skeleton.as_str(), asked.address.as_str())
            };
            all.iter().map(one).collect::<Vec<_>>().join("; ")
        }
    }
}

const JAN: &str = "a1me1001 jan@example.nl";
const TWO: &str = "a1me1001 jan@example.nl; a1me1002 piet@example.nl";

const ASKED: &[(&str, &str, &str)] = &[
    ("", "Graag e-mailadres jan@example.nl koppelen aan account ALMELO01", JAN),
    ("Koppelen", "Graag e-mailadres <jan@example.nl> koppelen aan account <ALMELO01>.", JAN),
    (
        "",
        "Beste collega,\n\nZou u zo vriendelijk willen zijn het e-mailadres jan@example.nl te koppelen aan het account ALMELO01?\nAlvast bedankt!",
        JAN,
    ),
    ("", "Wilt u account ALMELO01 koppelen aan jan@example.nl?", JAN),
    ("Koppelverzoek", "Account: ALMELO01\nE-mailadres: jan@example.nl", JAN),
    ("Koppelverzoek", "E-mailadres: jan@example.nl\nGebruikersnaam: ALMELO01", JAN),
    ("Koppelen e-mailadres", "ALMELO01 - jan@example.nl", JAN),
    ("Graag koppelen: ALMELO01", "Het gaat om jan@example.nl.", JAN),
    ("Graag jan@example.nl koppelen aan ALMELO01", "", JAN),
    (
        "Graag jan@example.nl koppelen aan ALMELO01",
        "Graag jan@example.nl koppelen aan ALMELO01.\nBij voorbaat dank",
        JAN,
    ),
    ("", "Graag e-mailadres jan@example.nl koppelen aan account ALMELOO1", JAN),
    ("", "Graag e-mailadres jan@example.nl koppelen aan account almel0o1", JAN),
    ("", "Graag e-mailadres jan@example.nl koppelen aan account ALMEL00I1", "a1me10011 jan@example.nl"),
    ("", "Graag e-mailadres jan@example.nl koppelen aan account AIMELO01", JAN),
    ("", "Graag e-mailadres jan@example.nl koppelen aan account ＡＬＭＥＬＯ０１", JAN),
    ("", "Graag e-mailadres jan@example.nl koppelen aan account \u{200b}ALMELO01\u{feff}", JAN),
    ("", "Graag koppelen:\nALMELO01 jan@example.nl\nALMELO02 piet@example.nl", TWO),
    ("", "Graag koppelen:\njan@example.nl;ALMELO01\npiet@example.nl;ALMELO02", TWO),
    ("", "Graag koppelen:\n1. ALMELO01: jan@example.nl\n2. ALMELO02: piet@example.nl", TWO),
    ("", "Graag koppelen:\n- ALMELO01 = jan@example.nl\n- ALMELO02 = piet@example.nl", TWO),
    ("", "Wilt u koppelen: jan@example.nl aan ALMELO01 en piet@example.nl aan ALMELO02?", TWO),
    ("", "Graag koppelen\nAccount ALMELO01\njan@example.nl\n\nAccount ALMELO02\npiet@example.nl", TWO),
    (
        "",
        "Account\tE-mailadres\nALMELO01\tjan@example.nl\nALMELO02\tpiet@example.nl\n\nGraag deze adressen koppelen.",
        TWO,
    ),
    (
        "Koppelverzoeken",
        "| Gebruikersnaam | E-mail |\n| ALMELO01 | jan@example.nl |\n| ALMELO02 | piet@example.nl |",
        TWO,
    ),
    ("", "Graag jan@example.nl<mailto:jan@example.nl> koppelen aan ALMELO01", JAN),
    ("", "Graag [jan@example.nl](mailto:jan@example.nl) koppelen aan ALMELO01", JAN),
    (
        "",
        "Graag e-mailadres jan@example.nl koppelen aan account ALMELO01\n\nMet vriendelijke groet,\nAnna de Boer\nannadeboer@corporatie.example\nKvK HUIS12 info@corporatie.example",
        JAN,
    ),
    ("", "Graag jan@example.nl koppelen aan ALMELO01\n-- \nDe balie\nbalie2@corporatie.example", JAN),
    ("", "Graag jan@example.nl koppelen aan ALMELO01\n\nGroeten, Anna\nanna@corporatie.example", JAN),
    ("", "Graag jan@example.nl koppelen aan ALMELO01\nMvg\nAnna anna@corporatie.example", JAN),
    ("", "Graag jan@example.nl koppelen aan ALMELO01\n\nVragen? Mail balie@corporatie.example", JAN),
    (
        "RE: Uw vraag",
        "Graag jan@example.nl koppelen aan ALMELO01.\n\nOp 1 nov. 2026 om 10:00 schreef Support <support@huissleutel.example>:\n> Welk account is het? ALMELO09 of oud@example.nl?",
        JAN,
    ),
    (
        "RE: Uw vraag",
        "Graag jan@example.nl koppelen aan ALMELO01.\n\nVan: Support <support@huissleutel.example>\nVerzonden: dinsdag\nAan: Balie\nOnderwerp: vraag\n\nIs het ALMELO09, oud@example.nl?",
        JAN,
    ),
    (
        "FW: adres",
        "Graag onderstaande koppelen.\n\nVan: Jan <jan.prive@example.nl>\nAan: Balie <balie@corporatie.example>\nOnderwerp: adres\n\nMijn e-mailadres is jan@example.nl en het account is ALMELO01",
        JAN,
    ),
    (
        "Fwd: adres",
        "Wilt u dit koppelen?\n---------- Forwarded message ---------\nFrom: Jan <jan.prive@example.nl>\nDate: Mon\nSubject: adres\nTo: <balie@corporatie.example>\n\nALMELO01, jan@example.nl",
        JAN,
    ),
    ("", "Please link e-mail address jan@example.nl to account ALMELO01.\n\nKind regards,\nAnna", JAN),
    ("Link request", "Could you connect account ALMELO01 to jan@example.nl please?", JAN),
    ("Address update", "Please add the address jan@example.nl to ALMELO01", JAN),
    ("", "Graag het e-mailadres van account ALMELO01 wijzigen in jan@example.nl", JAN),
    ("", "Wilt u jan@example.nl toevoegen bij ALMELO01, zodat de bewoner zelf een wachtwoord kan instellen?", JAN),
    ("", "Zelfde bewoner, ander adres: graag jan@example.nl koppelen aan ALMELO01", "a1me1001 jan@example.nl same"),
    ("", "Same tenant as before. Please link jan@example.nl to ALMELO01", "a1me1001 jan@example.nl same"),
    (
        "",
        "mutatie account ALMELO01, nieuwe huurder jan@example.nl, per 1-12-2026",
        "a1me1001 jan@example.nl new 2026-12-01",
    ),
    (
        "Mutatie",
        "Account ALMELO01\nNieuwe huurder: jan@example.nl\nIngangsdatum: 1 december 2026",
        "a1me1001 jan@example.nl new 2026-12-01",
    ),
    (
        "Mutatie ALMELO01",
        "Nieuwe bewoner jan@example.nl met ingang van 2026-12-01",
        "a1me1001 jan@example.nl new 2026-12-01",
    ),
    (
        "",
        "De vorige huurder is vertrokken. Nieuwe huurder van ALMELO01 is jan@example.nl, per 01-12-2026.",
        "a1me1001 jan@example.nl new 2026-12-01",
    ),
    (
        "Mutaties",
        "ALMELO01 jan@example.nl 01-12-2026\nALMELO02 piet@example.nl 15-12-2026",
        "a1me1001 jan@example.nl new 2026-12-01; a1me1002 piet@example.nl new 2026-12-15",
    ),
    (
        "Mutaties per 1 december 2026",
        "ALMELO01 jan@example.nl\nALMELO02 piet@example.nl",
        "a1me1001 jan@example.nl new 2026-12-01; a1me1002 piet@example.nl new 2026-12-01",
    ),
    (
        "",
        "New tenant for account ALMELO01: jan@example.nl, as of December 1, 2026. Please update.",
        "a1me1001 jan@example.nl new 2026-12-01",
    ),
    ("", "Graag koppelen: ALMELO01 jan@example.nl\nNogmaals: ALMELO01 jan@example.nl", JAN),
    ("", "Graag koppelen: KLOOSTER100 jan@example.nl", "k100ster100 jan@example.nl"),
];

#[test]
fn what_is_asked_in_one_way_is_read() {
    for (subject, body, asked) in ASKED {
        assert_eq!(told(subject, body), *asked, "{subject} | {body}");
    }
    assert!(ASKED.len() >= 50);
}

#[test]
fn what_was_written_is_kept_for_people() {
    let text = Text { subject: "", body: "Graag jan@example.nl koppelen aan almel0o1", own: &[] };
    let Reading::Requests(all) = read(text) else { panic!("a request") };
    assert_eq!(all.iter().map(|one| one.account.as_str()).collect::<Vec<_>>(), ["almel0o1"]);
}
