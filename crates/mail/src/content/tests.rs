//! Every mail in every language: finished, read back, and kept as a snapshot to be read by a person.

use domain::brand::Brand;
use domain::language::Language;
use domain::texts::{Own, Piece, Text, Values};
use words::{Disguise, Words};

use super::*;
use crate::compose::tests::{head, read};
use crate::compose::{Block, Content, compose};

/// Every kind of mail, by name.
fn all(w: Words) -> Vec<(&'static str, Content)> {
    let [confirmed, unconfirmed, staff] = Reset::samples().map(|mail| mail.content(w));
    let [one, forty] = Names::samples().map(|mail| mail.content(w));
    let [resident, colleague] = PasswordChanged::samples().map(|mail| mail.content(w));
    let [client, operator] = Invitation::samples().map(|mail| mail.content(w, &Brand::sample()));
    let [some, none] = RecoveryCodeUsed::samples().map(|mail| mail.content(w));
    let [second, waits] = AddressProposed::samples().map(|mail| mail.content(w));
    let [phone, written] = CallerCheck::samples().map(|mail| mail.content(w, &Brand::sample()));
    let [change, newcomers] = ContactAsk::samples().map(|mail| mail.content(w));
    let [correction, erasure] = DataAsk::samples().map(|mail| mail.content(w));
    let mut mails = vec![
        ("account_added", AccountAdded::sample().content(w)),
        ("address_proposed_second", second),
        ("address_proposed_waits", waits),
        ("reset_confirmed", confirmed),
        ("reset_unconfirmed", unconfirmed),
        ("reset_staff", staff),
        ("names_one", one),
        ("names_forty", forty),
        ("password_changed_resident", resident),
        ("password_changed_staff", colleague),
        ("invitation_client", client),
        ("invitation_operator", operator),
        ("caller_check_phone", phone),
        ("caller_check_written", written),
        ("contact_link", ContactLink::sample().content(w, &Brand::sample())),
        ("email_confirm", EmailConfirm::sample().content(w)),
        ("email_replaced", EmailReplaced::sample().content(w)),
        ("household_leaves", HouseholdLeaves::sample().content(w)),
        ("still_here", StillHere::sample().content(w)),
        ("maintenance", Maintenance::sample().content(w)),
        ("passkey_added", PasskeyAdded::sample().content(w)),
        ("factor_changed", FactorChanged::sample().content(w)),
        ("recovery_code_used_some", some),
        ("recovery_code_used_none", none),
        ("contact_ask_change", change),
        ("contact_ask_newcomers", newcomers),
        ("contact_handout", ContactHandout::sample().content(w)),
        ("data_ask_correction", correction),
        ("data_ask_erasure", erasure),
        ("request_received", RequestReceived::sample().content(w, &Brand::sample())),
    ];
    mails.extend(RequestAnswer::samples().map(|(name, mail)| (name, mail.content(w))));
    mails
}

fn each(mut check: impl FnMut(&str, &Content, &str, &str)) {
    for language in Language::ALL {
        for (name, content) in all(Words::of(language)) {
            let bytes = compose(&content, &head(), &Brand::sample()).unwrap();
            let mail = read(&bytes);
            let (text, html) = (mail.body_text(0).unwrap(), mail.body_html(0).unwrap());
            check(&format!("{name}_{}", language.code()), &content, &text, &html);
        }
    }
}

#[test]
fn both_parts_are_whole() {
    each(|name, content, text, html| {
        assert!(!content.subject.is_empty() && !content.preheader.is_empty(), "{name}");
        assert_eq!(content.links().next().is_some(), things_to_do(name) > 0, "{name}");
        for link in content.links() {
            assert!(text.contains(&link.url), "{name}");
            assert!(html.contains(&link.url), "{name}");
        }
        let style_end = html.find("</style>").unwrap();
        assert!(!html[style_end..].contains(['{', '}']), "{name}: {html}");
        assert!(!text.contains(['{', '}', '<', '>', '\u{2068}']), "{name}: {text}");
        for key in ["mail-", "common-", "time-"] {
            assert!(!text.contains(key), "{name} shows a key: {text}");
        }
        let foot = text.rfind("----").unwrap();
        assert!(text[foot..].contains(&Brand::sample().name), "{name}: {text}");
    });
}

/// Each line of a mail is of the translations: in disguise, no letter is outside the marks but what is a name or an address.
#[test]
fn no_word_of_a_mail_was_written_past_the_translations() {
    let values = [
        "Woningstichting De Linde",
        "Huissleutel",
        "ALMELO",
        "Firefox",
        "Windows",
        "Onderhoud",
        "U kunt even niet inloggen.",
        "De verwarming blijft het doen.",
        "els@linde.example.nl",
        "jan@example.nl",
        "VHE-0012, Lindelaan 12-B, 7607 AB Almelo",
        "Het huisnummer moet 12-C zijn.\nNiet 12-B.",
    ];
    for (name, content) in all(Words::in_disguise(Disguise::Long)) {
        let texts = content.blocks.iter().flat_map(|block| match block {
            Block::Text(text) => vec![text.clone()],
            Block::Note { title, text } => vec![title.clone(), text.clone()],
            Block::Button(link) => vec![link.label.clone()],
            Block::Username { label, .. } => vec![label.clone()],
            Block::Usernames(list) => list.iter().map(|(_, link)| link.label.clone()).collect(),
        });
        for text in texts.chain([content.subject.clone(), content.preheader.clone()]) {
            let outside = outside_the_marks(&text);
            let bare = values.iter().fold(outside, |text, value| text.replace(value, " "));
            let stray: Vec<&str> = bare.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).collect();
            assert!(stray.is_empty(), "{name}: {stray:?} in {text}");
        }
    }
    assert_eq!(outside_the_marks("⟦Ðağ⟧ mevrouw ⟦é⟧"), " mevrouw ");
}

fn outside_the_marks(text: &str) -> String {
    let mut depth = 0_i32;
    let outside = text.chars().filter(|c| {
        let before = depth;
        depth += i32::from(*c == '⟦') - i32::from(*c == '⟧');
        before == 0 && depth == 0
    });
    outside.collect()
}

#[test]
fn every_mail_has_one_thing_to_do() {
    each(|name, content, _, _| {
        assert_eq!(content.links().count(), things_to_do(name), "{name}");
    });
}

fn things_to_do(name: &str) -> usize {
    // It goes to everybody, or tells of something that is not done (yet): there is nothing to press.
    let none = [
        "maintenance",
        "request_answer_proposed",
        "request_answer_stopped",
        "request_answer_overtaken",
        "request_answer_not_sure",
    ];
    match name {
        _ if name.starts_with("names_forty") => 40,
        // Where residents choose a password, and the work list of their landlord.
        _ if name.starts_with("request_answer_untold") => 2,
        _ if none.iter().any(|it| name.starts_with(it)) => 0,
        _ => 1,
    }
}

#[test]
fn an_unconfirmed_mailbox_learns_neither_username_nor_home() {
    each(|name, content, text, html| {
        if name.starts_with("reset_unconfirmed") || name.starts_with("email_") {
            for part in [text, html, &content.subject, &content.preheader] {
                assert!(!part.to_uppercase().contains("ALMELO"), "{name}: {part}");
            }
        }
        if name.starts_with("reset_confirmed") {
            assert!(text.contains("ALMELO01") && html.contains("ALMELO01"), "{name}");
        }
    });
}

#[test]
fn every_mail_tells_when_and_what_to_do_if_it_was_not_you() {
    each(|name, content, text, _| {
        assert!(text.contains("2026") && text.contains("14:03"), "{name}: {text}");
        assert!(content.blocks.iter().any(|block| matches!(block, Block::Note { .. })), "{name}");
    });
}

#[test]
fn read_them_aloud() {
    let mut html_seen = 0;
    each(|name, content, text, html| {
        let heading = format!("Subject: {}\nPreheader: {}\n\n{text}", content.subject, content.preheader);
        insta::assert_snapshot!(name, heading);
        if name.starts_with("reset_confirmed_nl") {
            insta::assert_snapshot!("reset_confirmed_nl.html", html);
            html_seen += 1;
        }
    });
    assert_eq!(html_seen, 1);
}

/// Own texts of every piece that takes them, as loud as a client can be.
fn own(language: Language) -> Own {
    let texts = [
        (Piece::Sender, "{verhuurder} zegt"),
        (Piece::Help, "Bel 0800-0123"),
        (Piece::MailGreeting, "Beste bewoner,"),
        (Piece::MailClosing, "Groeten van {verhuurder}"),
        (Piece::ResetSubject, "Nieuw wachtwoord bij {dienst}"),
        (Piece::ResetIntro, "Eigen woorden.\n\nEn meer."),
        (Piece::NamesIntro, "Over uw naam."),
        (Piece::ChangedIntro, "Over {gebruikersnaam}."),
    ];
    texts
        .into_iter()
        .fold(Own::default(), |own, (piece, typed)| own.with((language, piece), Text::parse(piece, typed).unwrap()))
}

const VALUES: Values<'_> = Values { landlord: "De Linde", service: "Mijn Linde", username: Some("ALMELO01") };

#[test]
fn own_words_stand_around_what_a_mail_has_to_say_and_never_in_its_place() {
    for language in Language::ALL {
        for (name, content) in all(Words::of(language)) {
            for sort in [Sort::Reset, Sort::Names, Sort::PasswordChanged, Sort::Other] {
                let worded = dressed(content.clone(), sort, &own(language), &VALUES);
                let at = worded.blocks.windows(content.blocks.len()).position(|part| part == content.blocks);
                assert!(at.is_some_and(|at| at > 0), "{name}: every block stands, in order");
                assert_eq!(worded.preheader, content.preheader, "{name}");
                assert_eq!(worded.subject == content.subject, sort != Sort::Reset, "{name}");
                let links = |content: &Content| content.links().cloned().collect::<Vec<_>>();
                assert_eq!(links(&worded), links(&content), "{name}");
            }
        }
    }
}

#[test]
fn an_unconfirmed_mailbox_learns_nothing_from_own_words_either() {
    for language in Language::ALL {
        let [_, unconfirmed, _] = Reset::samples().map(|mail| mail.content(Words::of(language)));
        let content = dressed(unconfirmed, Sort::Reset, &own(language), &VALUES);
        let head = sent_by(head(), Words::of(language), &own(language), &VALUES);
        let bytes = compose(&content, &head, &own(language).brand(&Brand::sample(), language, &VALUES)).unwrap();
        let mail = read(&bytes);
        let (text, html) = (mail.body_text(0).unwrap(), mail.body_html(0).unwrap());
        for part in [&text, &html] {
            assert!(!part.to_uppercase().contains("ALMELO"), "{part}");
            assert!(part.contains("Eigen woorden.") && part.contains("Bel 0800-0123"), "{part}");
        }
        assert_eq!(mail.subject(), Some("Nieuw wachtwoord bij Mijn Linde"));
        let from = mail.from().unwrap().first().unwrap();
        assert_eq!((from.name(), from.address()), (Some("De Linde zegt"), Some("noreply@mail.example.nl")));
    }
}

#[test]
fn own_words_are_for_their_own_language() {
    let [confirmed, ..] = Reset::samples().map(|mail| mail.content(Words::of(Language::En)));
    assert_eq!(dressed(confirmed.clone(), Sort::Reset, &own(Language::Nl), &VALUES), confirmed);
}
