//! The finished message, read by somebody else's parser.

use domain::id::MailId;
use mail_parser::{Message, MessageParser};
use words::Disguise;

use super::*;

const URL: &str = "https://login.example.nl/x/Jf3k9vQ0xW7mZ2pLr8sT1uYbNcDaEhGiKoMqRwVyX5A/?a=b&c=d";

pub(crate) fn head() -> Head {
    let from = Address::parse("noreply@mail.example.nl").unwrap();
    let id: MailId = "01920000-0000-7000-8000-000000000001".parse().unwrap();
    Head {
        thread: None,
        enclosed: None,
        message_id: MessageId::of_row(id, &from),
        from,
        name: None,
        to: Address::parse("j.jansen@example.nl").unwrap(),
        date: Time::from_micros(1_795_438_980_000_000),
    }
}

pub(crate) fn read(bytes: &[u8]) -> Message<'_> {
    MessageParser::default().parse(bytes).unwrap()
}

fn content() -> Content {
    Content {
        language: Language::Nl,
        audience: Audience::Residents,
        subject: "Één ‘nieuw’ wachtwoord".to_owned(),
        preheader: "Vóór morgen".to_owned(),
        blocks: vec![
            Block::Text("Een & <b>ander</b>.".to_owned()),
            Block::Button(Link { label: "Druk <hier>".to_owned(), url: URL.to_owned() }),
        ],
    }
}

#[test]
fn headers_say_what_the_row_says() {
    let bytes = compose(&content(), &head(), &Brand::sample()).unwrap();
    let mail = read(&bytes);
    assert_eq!(mail.subject(), Some("Één ‘nieuw’ wachtwoord"));
    assert_eq!(mail.message_id(), Some("01920000-0000-7000-8000-000000000001@mail.example.nl"));
    assert_eq!(mail.date().unwrap().to_timestamp(), 1_795_438_980);
    let from = mail.from().unwrap().first().unwrap();
    assert_eq!(from.address(), Some("noreply@mail.example.nl"));
    assert_eq!(from.name(), Some(Brand::sample().name.as_str()));
    assert_eq!(mail.to().unwrap().first().unwrap().address(), Some("j.jansen@example.nl"));
    for (name, value) in
        [("Auto-Submitted", "auto-generated"), ("X-Auto-Response-Suppress", "All"), ("Content-Language", "nl")]
    {
        assert_eq!(mail.header_raw(name).map(str::trim), Some(value), "{name}");
    }
}

#[test]
fn both_parts_hold_the_words_and_the_link() {
    let bytes = compose(&content(), &head(), &Brand::sample()).unwrap();
    let mail = read(&bytes);
    let text = mail.body_text(0).unwrap();
    assert!(text.contains("Een & <b>ander</b>."), "{text}");
    assert!(text.contains(URL), "{text}");
    let html = mail.body_html(0).unwrap();
    assert!(html.contains("Een &amp; &lt;b&gt;ander&lt;/b&gt;."), "{html}");
    assert!(html.contains("Druk &lt;hier&gt;"));
    assert!(html.contains(&format!("href=\"{}\"", URL.replace('&', "&amp;"))), "{html}");
    assert!(html.contains("<html lang=\"nl\""));
    for loaded in ["<img", "src=", "url(", "@import", "<link", "<script"] {
        assert!(!html.contains(loaded), "{loaded}");
    }
}

/// A language whose lines begin at the right: the whole mail turns, and what people copy does not.
#[test]
fn a_mail_begins_at_the_side_of_its_language() {
    let mut content = content();
    content.blocks.push(Block::Note { title: "Was u dit niet?".to_owned(), text: "Niets.".to_owned() });
    content.blocks.push(Block::Username { label: "Naam".to_owned(), username: "ALMELO01".to_owned() });
    for (disguise, side, other, dir) in
        [(Disguise::Long, "left", "right", "ltr"), (Disguise::Mirrored, "right", "left", "rtl")]
    {
        let words = Words::in_disguise(disguise);
        let html = html::write(&Sheet { content: &content, brand: &Brand::sample(), words });
        assert!(html.contains(&format!("<html lang=\"nl\" dir=\"{dir}\">")), "{html}");
        for style in ["text-align:", "border-", "padding-"] {
            assert!(html.contains(&format!("{style}{side}")), "{style}{side}");
            assert!(!html.contains(&format!("{style}{other}")), "{style}{other}");
        }
        let name = html.split("ALMELO01").next().and_then(|before| before.rsplit('<').next()).unwrap_or_default();
        assert!(name.contains("dir=\"ltr\"") && html.contains(&format!("href=\"{}\"", URL.replace('&', "&amp;"))));
        assert!(html.contains('⟦'), "our own words are in disguise");
    }
}

#[test]
fn lines_are_short_end_in_crlf_and_are_ascii() {
    let bytes = compose(&content(), &head(), &Brand::sample()).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.is_ascii());
    assert!(text.ends_with("\r\n"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert_eq!(text.matches('\r').count(), text.matches("\r\n").count());
    for line in text.split("\r\n") {
        assert!(line.len() <= 78, "{} characters: {line}", line.len());
    }
}

#[test]
fn every_attempt_is_the_same_message_but_for_the_link() {
    let brand = Brand::sample();
    let first = compose(&content(), &head(), &brand).unwrap();
    assert_eq!(first, compose(&content(), &head(), &brand).unwrap());

    let mut other = content();
    let token = "Jf3k9vQ0xW7mZ2pLr8sT1uYbNcDaEhGiKoMqRwVyX5A";
    let url = URL.replace(token, &token.chars().rev().collect::<String>());
    other.blocks[1] = Block::Button(Link { label: "Druk <hier>".to_owned(), url });
    let second = compose(&other, &head(), &brand).unwrap();
    assert_ne!(first, second);
    let top = |bytes: &[u8]| String::from_utf8_lossy(bytes).split_once("\r\n\r\n").unwrap().0.to_owned();
    assert_eq!(top(&first), top(&second));
}

#[test]
fn names_and_subjects_add_no_header() {
    let plain = compose(&content(), &head(), &Brand::sample()).unwrap();
    let names =
        |bytes: &[u8]| -> Vec<String> { read(bytes).headers().iter().map(|header| header.name().to_owned()).collect() };
    for evil in ["\r\nBcc: all@example.nl", "\nBcc: all@example.nl\n\nbody", "\rX: y", "\u{0}\u{2028}Bcc: x"] {
        let mut content = content();
        content.subject.push_str(evil);
        let mut brand = Brand::sample();
        brand.name.push_str(evil);
        let bytes = compose(&content, &head(), &brand).unwrap();
        let mail = read(&bytes);
        assert_eq!(names(&bytes), names(&plain), "{evil:?}");
        assert_eq!(mail.to().unwrap().iter().count(), 1);
        assert!(mail.bcc().is_none());
    }
}

#[test]
fn the_client_says_who_helps_and_else_we_do() {
    let mut brand = Brand::sample();
    let text = |brand: &Brand, audience| {
        let bytes = compose(&Content { audience, ..content() }, &head(), brand).unwrap();
        read(&bytes).body_text(0).unwrap().into_owned()
    };
    assert!(text(&brand, Audience::Residents).contains("verhuurder"));
    assert!(text(&brand, Audience::Staff).contains("beheerder"));
    brand.help.nl = "Bel 0800 1234 & vraag naar Ans".to_owned();
    for audience in [Audience::Residents, Audience::Staff] {
        let said = text(&brand, audience);
        assert!(said.contains("Bel 0800 1234 & vraag naar Ans"), "{said}");
        assert!(!said.contains("verhuurder") && !said.contains("beheerder"), "{said}");
    }
}

#[test]
fn only_web_addresses_become_buttons() {
    for url in ["javascript:alert(1)", "login.example.nl", "https://a b", "https://a\"onclick=\"x", "https://a\r\nb"] {
        let mut content = content();
        content.blocks[1] = Block::Button(Link { label: "x".to_owned(), url: url.to_owned() });
        let refused = compose(&content, &head(), &Brand::sample());
        assert!(matches!(refused, Err(ComposeError::Link)), "{url}");
    }
}

#[test]
fn a_long_name_and_a_long_link_still_fit() {
    let mut brand = Brand::sample();
    brand.name = "Woningbouwvereniging ".repeat(12) + "é";
    let mut content = content();
    content.subject = "Wachtwoord ".repeat(40) + "é";
    let url = format!("https://login.example.nl/{}", "a1".repeat(900));
    content.blocks[1] = Block::Button(Link { label: "x".to_owned(), url: url.clone() });
    let bytes = compose(&content, &head(), &brand).unwrap();
    let message = String::from_utf8(bytes.clone()).unwrap();
    let (headers, body) = message.split_once("\r\n\r\n").unwrap();
    // RFC 5322, 2.1.1 for headers; RFC 2045, 6.7 for quoted-printable.
    assert!(headers.split("\r\n").all(|line| line.len() <= 998));
    assert!(body.split("\r\n").all(|line| line.len() <= 76));
    assert!(read(&bytes).body_text(0).unwrap().contains(&url));
}
