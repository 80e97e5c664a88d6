//! A client's own texts: who may change them, what is refused, that exactly what was shown is kept, and that mails and letters use
//! it; that nothing kept can stop a mail, name a home to a mailbox nobody confirmed, or lead anywhere but to us.

use app::audit::{self, Of, Wish};
use app::reset::NewPassword;
use app::texts::{self, LogoError, Place, TextError};
use app::{Barred, PictureFault, names, reset};
use domain::access::{Actor, Denied};
use domain::language::Language;
use domain::role::Role;
use domain::texts::{Piece, Why};
use mail::transport::Delivered;
use testkit::each_engine;

use crate::first_login::logged;
use crate::house::{GOOD, House, secret, text, token};
use crate::proposal::person;

const PAGE: &str = "/login/accounts/pass/reset/";
const NL: Language = Language::Nl;

/// Tries a text and keeps it.
async fn keep(house: &House, who: &Actor, place: Place, typed: &str) -> Result<(), TextError> {
    let plan = texts::plan(&house.app, &house.ctx(), who, (place, typed)).await?;
    texts::change(&house.app, &house.ctx(), who, (place, &plan.text), &plan.seal).await
}

async fn asks(house: &House, username: &str) -> Delivered {
    reset::ask(&house.app, &house.ctx(), username).await.unwrap();
    let mut mails = house.deliver().await;
    assert_eq!(mails.len(), 1, "{}: the mail goes", house.engine);
    mails.remove(0)
}

async fn sets_password(house: &House, mail: &Delivered, username: &str) {
    let cmd = NewPassword { password: secret(GOOD), username: Some(username.to_owned()) };
    reset::set(&house.app, &house.ctx(), &token(mail, PAGE), cmd).await.unwrap();
}

/// Headers of the message, lines joined.
fn heads(mail: &Delivered) -> String {
    let raw = String::from_utf8_lossy(&mail.message).replace("\r\n ", " ");
    raw.split("\r\n\r\n").next().unwrap().to_owned()
}

fn denied<T>(result: Result<T, TextError>) -> Option<Denied> {
    match result {
        Err(TextError::Barred(Barred::Denied(denied))) => Some(denied),
        _ => None,
    }
}

/// Own texts in every piece of a mail.
async fn all_mails(house: &House, admin: &Actor) {
    for (piece, typed) in [
        (Piece::Sender, "De Linde helpt"),
        (Piece::Help, "Bel 0800-0123"),
        (Piece::MailGreeting, "Beste bewoner van {verhuurder},"),
        (Piece::MailClosing, "Tot ziens"),
        (Piece::ResetSubject, "Nieuw wachtwoord bij {verhuurder}"),
        (Piece::ResetIntro, "Dit vroeg u zelf aan."),
        (Piece::NamesIntro, "Hier is uw naam."),
        (Piece::ChangedIntro, "Het gaat om {gebruikersnaam}."),
    ] {
        keep(house, admin, (NL, piece), typed).await.unwrap();
    }
}

#[tokio::test]
async fn residents_read_the_words_of_their_landlord() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        house.home("ALMELO01", Some("bewoner@example.nl")).await;
        let admin = person(&house, Role::OrgAdmin, 1).await;
        let standard = asks(&house, "ALMELO01").await;
        assert!(heads(&standard).contains("From: Huissleutel <inloggen@post.example.nl>"), "{}", heads(&standard));
        all_mails(&house, &admin).await;

        let mail = asks(&house, "ALMELO01").await;
        let said = text(&mail);
        for own in ["Beste bewoner van Stichting De Linde,", "Dit vroeg u zelf aan.", "Tot ziens", "Bel 0800-0123"] {
            assert!(said.contains(own), "{own} is not in {said}");
        }
        assert!(heads(&mail).contains("From: \"De Linde helpt\" <inloggen@post.example.nl>"), "{}", heads(&mail));
        assert!(heads(&mail).contains("Subject: Nieuw wachtwoord bij Stichting De Linde"), "{}", heads(&mail));
        // Law 4: to a mailbox that nobody confirmed it names neither username nor home; and what protects the reader stands.
        let whole = String::from_utf8_lossy(&mail.message).replace("=\r\n", "");
        assert!(!whole.contains("ALMELO01") && !whole.contains("Eikenlaan"), "{whole}");
        for fixed in
            ["Iemand vroeg een nieuw wachtwoord aan", "werkt 24 uur", "Was u dit niet?", "verkeerde e-mailadres"]
        {
            assert!(said.contains(fixed), "{fixed} is not in {said}");
        }
        let links = said.matches("https://").count();
        assert_eq!((links, said.matches("https://login.example.nl/login/").count()), (1, 1), "one link, ours: {said}");

        sets_password(&house, &mail, "ALMELO01").await;
        let notice = text(&house.deliver().await[0]);
        assert!(notice.contains("Het gaat om ALMELO01.") && notice.contains("Beste bewoner"), "{notice}");
        names::ask(&house.app, &house.ctx(), "bewoner@example.nl").await.unwrap();
        let list = text(&house.deliver().await[0]);
        assert!(list.contains("Hier is uw naam.") && list.contains("ALMELO01"), "{list}");
    })
    .await;
}

#[tokio::test]
async fn a_text_is_for_its_language_and_its_own_residents() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        house.home("ALMELO01", Some("bewoner@example.nl")).await;
        let admin = person(&house, Role::OrgAdmin, 1).await;
        keep(&house, &admin, (Language::En, Piece::ResetIntro), "Own words.").await.unwrap();
        assert!(!text(&asks(&house, "ALMELO01").await).contains("Own words."), "the mail is in Dutch");
        let (staff, identity) = (house.app.id(house.clock.now()), house.app.id(house.clock.now()));
        let elsewhere = Some(house.app.id(house.clock.now()));
        let other = Actor::Staff { staff, identity, role: Role::OrgAdmin, organisation: elsewhere, projects: vec![] };
        let seen = texts::see(&house.app, &house.ctx(), &other).await.unwrap();
        assert!(seen.written.is_empty(), "law 9");
    })
    .await;
}

#[tokio::test]
async fn only_an_admin_of_the_client_changes_texts() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let place = (NL, Piece::ResetIntro);
        let before = logged(&house.app).await;
        for (role, number) in Role::ALL.into_iter().filter(|role| *role != Role::OrgAdmin).zip(1..) {
            let who = person(&house, role, number).await;
            house.forward(domain::time::Span::minutes(1));
            let planned = texts::plan(&house.app, &house.ctx(), &who, (place, "delinde.nl")).await;
            assert_eq!(denied(planned), Some(Denied::NotAllowed), "{role}: the right comes before the fault");
            let changed = texts::change(&house.app, &house.ctx(), &who, (place, "x"), "").await;
            assert_eq!(denied(changed), Some(Denied::NotAllowed), "{role}");
            let back = texts::to_standard(&house.app, &house.ctx(), &who, (place, "")).await;
            assert_eq!(denied(back), Some(Denied::NotAllowed), "{role}");
            assert_eq!(
                denied(texts::sheet(&house.app, &house.ctx(), &who, (NL, None)).await),
                Some(Denied::NotAllowed)
            );
            let seen = texts::see(&house.app, &house.ctx(), &who).await;
            assert!(matches!(seen, Err(Barred::Denied(Denied::NotAllowed))), "{role}");
        }
        assert_eq!(logged(&house.app).await, before);
    })
    .await;
}

#[tokio::test]
async fn exactly_what_was_shown_is_kept_and_the_way_back_is_there() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (one, two) = (person(&house, Role::OrgAdmin, 1).await, person(&house, Role::OrgAdmin, 2).await);
        let (app, ctx, place) = (&house.app, house.ctx(), (NL, Piece::LetterIntro));
        let before = logged(app).await;
        let plan = texts::plan(app, &ctx, &one, (place, "Welkom bij {dienst}. \r\n\r\n")).await.unwrap();
        assert_eq!(plan.text, "Welkom bij {dienst}.");
        assert!(plan.preview.letters[0].contains("Welkom bij Huissleutel."), "{:?}", plan.preview);
        assert_eq!(logged(app).await, before, "a look leaves nothing");
        let other = texts::change(app, &ctx, &one, (place, "Iets anders."), &plan.seal).await;
        assert!(matches!(other, Err(TextError::Moved)), "not what was shown");
        keep(&house, &two, place, "Was eerder.").await.unwrap();
        let late = texts::change(app, &ctx, &one, (place, &plan.text), &plan.seal).await;
        assert!(matches!(late, Err(TextError::Moved)), "somebody else was first");
        keep(&house, &one, place, &plan.text).await.unwrap();
        let look = texts::look(app, &ctx, &two, place).await.unwrap();
        let written = look.written.unwrap();
        assert_eq!(
            (written.kept.text.as_str(), written.by.as_deref()),
            ("Welkom bij {dienst}.", Some("person1@example.nl"))
        );
        assert!(look.standard.unwrap().starts_with("Uw woning heeft een eigen pagina bij Huissleutel."));

        let stale = texts::to_standard(app, &ctx, &one, (place, "0")).await;
        assert!(matches!(stale, Err(TextError::Moved)));
        texts::to_standard(app, &ctx, &one, (place, &look.seal)).await.unwrap();
        texts::to_standard(app, &ctx, &one, (place, &look.seal)).await.unwrap();
        assert!(texts::look(app, &ctx, &one, place).await.unwrap().written.is_none(), "{}", house.engine);
        assert_eq!(logged(app).await, before + 3, "kept twice, taken back once");
    })
    .await;
}

#[tokio::test]
async fn the_log_names_the_piece_and_not_the_words() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let admin = person(&house, Role::OrgAdmin, 1).await;
        let place = (Language::En, Piece::LetterClosing);
        keep(&house, &admin, place, "Kind regards from Ans").await.unwrap();
        let seal = texts::look(&house.app, &house.ctx(), &admin, place).await.unwrap().seal;
        texts::to_standard(&house.app, &house.ctx(), &admin, (place, &seal)).await.unwrap();
        let wish = Wish { of: Of::Own, ..Wish::default() };
        let page = audit::look(&house.app, &house.ctx(), &admin, &wish, None).await.unwrap();
        let said: Vec<_> = page.lines.iter().map(|line| line.say(words::Words::of(NL), page.place)).collect();
        let [back, kept, ..] = said.as_slice() else { panic!("{said:?}") };
        assert_eq!(kept.what, "Paste een eigen tekst aan.");
        assert_eq!((kept.why.as_str(), kept.detail.as_str()), ("Slot van brieven", "English, standaard → eigen tekst"));
        assert_eq!(
            (back.what.as_str(), back.detail.as_str()),
            ("Zette een tekst terug naar de standaard.", "English, eigen tekst → standaard")
        );
        assert_eq!(kept.who, "person1@example.nl");
        assert!(said.iter().all(|line| !format!("{line:?}").contains("Ans")));
    })
    .await;
}

#[tokio::test]
async fn a_bad_text_is_refused_with_its_place() {
    each_engine(|fresh| async move {
        let house = House::build_as(fresh, |settings| settings.brand.name = "Huissleutel ".repeat(6)).await;
        let admin = person(&house, Role::OrgAdmin, 1).await;
        for (piece, typed, line, why) in [
            (Piece::ResetIntro, "Dag\nzie delinde.nl", 2, Why::WebAddress("delinde.nl".to_owned())),
            (Piece::ResetIntro, "Dag {gebruikersnaam}", 1, Why::NotHere(domain::texts::Placeholder::Username)),
            (Piece::Sender, "Linde\nBcc: x", 2, Why::TooManyLines(1)),
        ] {
            let planned = texts::plan(&house.app, &house.ctx(), &admin, ((NL, piece), typed)).await;
            let Err(TextError::Faults(faults)) = planned else { panic!("{typed}: {planned:?}") };
            assert_eq!((faults[0].line, &faults[0].why), (line, &why));
            let kept = texts::change(&house.app, &house.ctx(), &admin, ((NL, piece), typed), "").await;
            assert!(matches!(kept, Err(TextError::Faults(_))), "not by a seal either");
        }
        let wide = "{dienst} ".repeat(44);
        let planned = texts::plan(&house.app, &house.ctx(), &admin, ((NL, Piece::LetterIntro), &wide)).await;
        assert!(matches!(planned, Err(TextError::DoesNotFit)), "{planned:?}");
    })
    .await;
}

/// Rubbish in the rows, as an older version, a newer one or a hand could leave it.
#[tokio::test]
async fn what_cannot_be_read_any_more_never_stops_a_mail() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        house.home("ALMELO01", Some("bewoner@example.nl")).await;
        let admin = person(&house, Role::OrgAdmin, 1).await;
        keep(&house, &admin, (NL, Piece::MailGreeting), "Beste bewoner,").await.unwrap();
        for (language, piece, rubbish) in [
            ("nl", "reset-subject", "{oud}"),
            ("nl", "reset-intro", "Ga naar https://boef.example/ {gebruikersnaam"),
            ("nl", "sender", "x\ny\nBcc: z@boef.example"),
            ("nl", "vroeger", "Een stuk dat niet meer bestaat"),
            ("tlh", "help", "nuqneH"),
        ] {
            let row = format!(
                "INSERT INTO client_text SELECT id, '{language}', '{piece}', '{rubbish}', NULL, 1 FROM organisation WHERE slug = 'linde'"
            );
            testkit::raw::run(&house.fresh, &row).await;
        }
        let mail = asks(&house, "ALMELO01").await;
        let said = text(&mail);
        assert!(heads(&mail).contains("Subject: Kies een nieuw wachtwoord"), "{}", heads(&mail));
        assert!(heads(&mail).contains("From: Huissleutel <") && !heads(&mail).contains("boef"));
        assert!(said.contains("Beste bewoner,") && !said.contains("boef"), "what can be read stands: {said}");
        sets_password(&house, &mail, "ALMELO01").await;
        house.deliver().await;

        let found = texts::unreadable(&house.app).await.unwrap();
        let named: Vec<_> = found.iter().map(|one| (one.client.as_str(), one.kept.language.as_str(), one.kept.piece.as_str())).collect();
        assert_eq!(
            named,
            [("linde", "nl", "reset-intro"), ("linde", "nl", "reset-subject"), ("linde", "nl", "sender"), ("linde", "nl", "vroeger"), ("linde", "tlh", "help")]
        );
        let look = texts::look(&house.app, &house.ctx(), &admin, (NL, Piece::Sender)).await.unwrap();
        assert!(look.unused, "and the page says so");
        texts::to_standard(&house.app, &house.ctx(), &admin, ((NL, Piece::Sender), &look.seal)).await.unwrap();
        assert_eq!(texts::unreadable(&house.app).await.unwrap().len(), 4);

        testkit::raw::run(&house.fresh, "DROP TABLE client_text").await;
        house.forward(domain::time::Span::hours(25));
        asks(&house, "ALMELO01").await;
    })
    .await;
}

#[tokio::test]
async fn a_logo_is_a_clean_picture_and_never_stops_a_letter() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (app, ctx) = (&house.app, house.ctx());
        let (admin, clerk) = (person(&house, Role::OrgAdmin, 1).await, person(&house, Role::Clerk, 2).await);
        let before = logged(app).await;
        let sheet = async || texts::sheet(app, &ctx, &admin, (NL, None)).await.unwrap();
        let plain = sheet().await;
        let mut file = letters::Picture::sample().unwrap().png().to_vec();
        file.extend(b"behind the end");
        let barred = texts::set_logo(app, &ctx, &clerk, b"<svg/>".to_vec()).await;
        assert!(matches!(barred, Err(LogoError::Barred(Barred::Denied(Denied::NotAllowed)))), "{barred:?}");
        let svg = texts::set_logo(app, &ctx, &admin, b"<svg/>".to_vec()).await;
        assert!(matches!(svg, Err(LogoError::Picture(PictureFault::Svg))), "{svg:?}");
        texts::set_logo(app, &ctx, &admin, file).await.unwrap();
        let logo = texts::logo(app, &ctx, &admin).await.unwrap().unwrap();
        assert_eq!(logo, letters::Picture::sample().unwrap(), "nothing of the file but its picture");
        let with_logo = sheet().await;
        assert_ne!(with_logo, plain, "it stands in the letter");
        assert_eq!(logged(app).await, before + 1);

        let rubbish = if house.engine == "sqlite" { "x'00ff'" } else { "'\\x00ff'" };
        testkit::raw::run(&house.fresh, &format!("UPDATE client_logo SET picture = {rubbish}")).await;
        assert!(texts::logo(app, &ctx, &admin).await.unwrap().is_none());
        assert_eq!(sheet().await, plain, "a broken one is left out on {}", house.engine);
        texts::remove_logo(app, &ctx, &admin).await.unwrap();
        texts::remove_logo(app, &ctx, &admin).await.unwrap();
        assert_eq!(logged(app).await, before + 2);
    })
    .await;
}
