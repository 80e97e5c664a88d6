//! Any input is a text, or it is told where it is not; and no text that is taken says what it may not.

use proptest::prelude::*;

use super::*;

/// Signs that are never shown.
const ODD: [char; 4] = ['{', '}', '\u{202e}', '\u{200b}'];

const VALUES: Values<'_> = Values { landlord: "De Linde", service: "Mijn Linde", username: Some("ALMELO01") };

fn filled(piece: Piece, typed: &str) -> Vec<String> {
    Text::parse(piece, typed).unwrap_or_else(|faults| panic!("{typed:?}: {faults:?}")).fill(&VALUES).unwrap()
}

/// Line, column and reason of the first fault.
fn fault(piece: Piece, typed: &str) -> (usize, usize, Why) {
    let fault = Text::parse(piece, typed).unwrap_err().remove(0);
    (fault.line, fault.column, fault.why)
}

#[test]
fn a_text_is_paragraphs_with_values_in_them() {
    let typed = "\r\nBeste bewoner van { Verhuurder },  \r\nwelkom bij {service}.\r\n\r\n\r\nTot ziens.\r\n";
    assert_eq!(filled(Piece::ResetIntro, typed), ["Beste bewoner van De Linde,\nwelkom bij Mijn Linde.", "Tot ziens."]);
    let text = Text::parse(Piece::ResetIntro, typed).unwrap();
    assert_eq!(Text::parse(Piece::ResetIntro, text.written()), Ok(text.clone()), "what is kept is read the same");
    assert_eq!(filled(Piece::ChangedIntro, "Dag {gebruikersnaam}"), ["Dag ALMELO01"]);
    assert_eq!(
        filled(Piece::Help, "Bel 0800-1234 of mail hulp@delinde.test."),
        ["Bel 0800-1234 of mail hulp@delinde.test."]
    );
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_place() {
    let intro = Piece::ResetIntro;
    for (typed, line, column, why) in [
        ("", 1, 1, Why::Empty),
        (" \n\t\n", 1, 1, Why::Empty),
        ("Dag\n\nzie delinde.nl", 3, 5, Why::WebAddress("delinde.nl".to_owned())),
        ("Mail hulp@delinde.nl", 1, 6, Why::Email("hulp@delinde.nl".to_owned())),
        ("Dag {naam}", 1, 5, Why::Unknown("naam".to_owned())),
        ("Dag {}", 1, 5, Why::Unknown(String::new())),
        ("é {gebruikersnaam}", 1, 3, Why::NotHere(Placeholder::Username)),
        ("Dag {dienst", 1, 5, Why::Open),
        ("Dag {{dienst}", 1, 5, Why::Open),
        ("Dag dienst}", 1, 11, Why::Close),
        ("Dag\n{dienst} x} y", 2, 11, Why::Close),
        ("a\u{202e}b", 1, 2, Why::Sign('\u{202e}')),
        ("a\u{0}b", 1, 2, Why::Sign('\u{0}')),
        ("a\u{200b}b", 1, 2, Why::Sign('\u{200b}')),
    ] {
        assert_eq!(fault(intro, typed), (line, column, why), "{typed:?}");
    }
    assert_eq!(fault(Piece::Sender, "De\nLinde"), (2, 1, Why::TooManyLines(1)));
    assert_eq!(fault(Piece::Sender, &format!("\n{}", "x".repeat(61))), (2, 61, Why::TooLong(60)));
    assert_eq!(fault(Piece::Help, "Mail a@b@c"), (1, 6, Why::Email("a@b@c".to_owned())));
    let many = "delinde.nl\n".repeat(9);
    assert_eq!(Text::parse(intro, &many).unwrap_err().len(), MOST_FAULTS);
}

#[test]
fn a_username_stands_only_where_the_owner_of_the_address_reads_it() {
    for piece in Piece::ALL {
        let takes = piece.takes().contains(&Placeholder::Username);
        assert_eq!(takes, *piece == Piece::ChangedIntro, "{piece}: laws 4 and 5");
        for language in Language::ALL {
            let name = Placeholder::Username.name(language);
            assert_eq!(Text::parse(*piece, &format!("{{{name}}}")).is_ok(), takes, "{piece}");
        }
    }
    let text = Text::parse(Piece::ChangedIntro, "Dag {username}, van {landlord}").unwrap();
    assert_eq!(text.fill(&Values { username: None, ..VALUES }), None, "without one nothing of it is said");
}

#[test]
fn what_cannot_be_read_any_more_is_left_out() {
    let kept = |language: &str, piece: &str, text: &str| Kept {
        language: language.to_owned(),
        piece: piece.to_owned(),
        text: text.to_owned(),
    };
    let all = [
        kept("nl", "sender", "De Linde"),
        kept("en", "sender", "zie delinde.nl"),
        kept("fr", "sender", "Le Tilleul"),
        kept("nl", "gone", "x"),
        kept("nl", "reset-intro", "{oud}"),
    ];
    let own = Own::of(&all);
    assert_eq!(own.said(Language::Nl, Piece::Sender, &VALUES).as_deref(), Some("De Linde"));
    assert_eq!(own.text(Language::En, Piece::Sender), None);
    assert_eq!(own.text(Language::Nl, Piece::ResetIntro), None);
    assert_eq!(all[3].read(), Err(Unused::Unknown));
    assert!(matches!(all[4].read(), Err(Unused::Fault(Fault { line: 1, column: 1, .. }))));
}

#[test]
fn own_help_is_for_its_own_language() {
    let help = Text::parse(Piece::Help, "Bel {verhuurder}").unwrap();
    let own = Own::default().with((Language::Nl, Piece::Help), help);
    let brand = own.brand(&Brand::sample(), Language::Nl, &VALUES);
    assert_eq!(brand.help.of(Language::Nl), Some("Bel De Linde"));
    assert_eq!(own.brand(&Brand::sample(), Language::En, &VALUES), Brand::sample());
}

fn any_piece() -> impl Strategy<Value = Piece> {
    prop::sample::select(Piece::ALL)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]
    #[test]
    fn any_input_is_a_text_or_has_a_place_that_is_wrong(piece in any_piece(), typed in any_text()) {
        match Text::parse(piece, &typed) {
            Ok(text) => {
                let room = piece.room();
                prop_assert!(text.written().chars().count() <= room.signs);
                prop_assert!(text.written().lines().count() <= room.lines);
                prop_assert_eq!(Text::parse(piece, text.written()), Ok(text.clone()));
                let said = text.fill(&VALUES).unwrap();
                prop_assert!(!said.is_empty() && said.iter().all(|it| !it.trim().is_empty()));
                for one in &said {
                    prop_assert!(!one.chars().any(|c| c.is_control() && c != '\n'));
                    prop_assert!(!one.contains(ODD));
                    prop_assert!(!one.contains("://") && !one.to_lowercase().contains("www."));
                    prop_assert!(piece == Piece::ChangedIntro || !one.contains("ALMELO01") || text.written().contains("ALMELO01"));
                }
            }
            Err(faults) => {
                prop_assert!(!faults.is_empty() && faults.len() <= MOST_FAULTS);
                let plain = typed.replace("\r\n", "\n").replace('\r', "\n");
                let lines: Vec<&str> = plain.split('\n').collect();
                for fault in faults {
                    prop_assert!(fault.line >= 1 && fault.line <= lines.len(), "{fault:?}");
                    let length = lines[fault.line - 1].chars().count();
                    prop_assert!(fault.column >= 1 && fault.column <= length.max(1), "{fault:?} of {typed:?}");
                }
            }
        }
    }
}

/// Text that comes near to what is read: words, braces, names, addresses, signs nobody sees.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "\\PC{0,12}",
        2 => "[a-z ]{0,20}",
        1 => Just("{verhuurder}".to_owned()),
        1 => Just("{username}".to_owned()),
        1 => prop::sample::select(vec!["{", "}", "\r\n", "\n\n", "\t", ".nl", "www.", "://", "@", "\u{202e}", "ALMELO01"])
            .prop_map(str::to_owned),
        1 => any::<char>().prop_map(|c| c.to_string()),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}
