//! Passkeys: added after the password of now, used as the password is, and nothing of it for anybody else, twice, too late, or
//! after the household left (laws 6 and 8, norms A46).

mod once_more;
mod staff;

use app::passkey::{self, Add, AddError, Begun, Enter, OwnError, Use, UseError};
use app::reset::{self, NewPassword, Remove};
use app::security::ProveError;
use app::sign_in::{self, Entered};
use app::users::link::{self, Done, Wish};
use domain::access::Actor;
use domain::email::Address;
use domain::role::Role;
use domain::session::Level;
use domain::tenant_change::Kind;
use domain::time::{Day, Span};
use testkit::each_engine;
use testkit::phone::{Created, Phone, Said, base64url, from_base64url};

use crate::house::{GOOD, House, OTHER, secret, text};
use crate::proposal::person;
use crate::tenant_change::{Person, mailed, plan, settle, wish};

const PUBLIC: &str = "https://login.example.nl";

async fn begin(house: &House, cookie: &str) -> Result<Begun, AddError> {
    passkey::begin(&house.app, &house.ctx(), cookie, &secret(GOOD).into()).await
}

fn made(begun: &Begun) -> (Phone, Created) {
    let handle = from_base64url(&begun.handle);
    Phone::make(&Said::at(PUBLIC, &begun.challenge), &handle)
}

async fn add(house: &House, cookie: &str, created: &Created) -> Result<passkey::Made, AddError> {
    let (client_data, attestation) = (base64url(&created.client_data), base64url(&created.attestation));
    let cmd = Add { name: "telefoon".parse().unwrap(), client_data, attestation };
    passkey::add(&house.app, &house.ctx(), cookie, cmd).await
}

/// A passkey of somebody signed in, whose password is [`GOOD`]. Its mail waits.
pub(crate) async fn make(house: &House, person: &Person) -> Phone {
    let (phone, created) = made(&begin(house, &person.session).await.unwrap());
    add(house, &person.session, &created).await.unwrap();
    phone
}

/// What a browser sends with this passkey, which says this.
fn says(phone: &Phone, said: &Said) -> Use {
    let answered = phone.answer(said);
    Use {
        credential: base64url(&phone.credential),
        handle: base64url(&phone.handle),
        client_data: base64url(&answered.client_data),
        data: base64url(&answered.data),
        signature: base64url(&answered.signature),
    }
}

/// The same for signing in, for a fresh challenge that may be answered otherwise.
fn bent(house: &House, phone: &Phone, bend: impl FnOnce(&mut Said)) -> Enter {
    let offer = passkey::offer(&house.app, &house.ctx(), None).unwrap().unwrap();
    let mut said = Said::at(PUBLIC, &offer.challenge);
    bend(&mut said);
    let browser = offer.browser.map(|browser| browser.expose().to_owned());
    Enter { passkey: says(phone, &said), browser, ..Enter::default() }
}

fn used(house: &House, phone: &Phone) -> Enter {
    bent(house, phone, |_| {})
}

async fn enter(house: &House, cmd: Enter) -> Result<Entered, UseError> {
    passkey::enter(&house.app, &house.ctx(), cmd).await
}

/// Whether somebody gets in with it, as who they are.
pub(crate) async fn opens(house: &House, phone: &Phone, person: &Person) -> bool {
    match enter(house, used(house, phone)).await {
        Ok(entered) => {
            let who = sign_in::who(&house.app, &house.ctx(), entered.session.expose()).await.unwrap().unwrap();
            assert_eq!((who.identity, who.level), (person.identity, Level::Full));
            true
        }
        Err(UseError::Unknown) => false,
        Err(other) => panic!("{other}"),
    }
}

async fn resident(house: &House) -> Person {
    house.home("ALMELO01", Some("een@example.nl")).await;
    settle(house, "ALMELO01", "een@example.nl").await
}

#[tokio::test]
async fn a_passkey_opens_the_account_as_the_password_does() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let one = resident(&house).await;
        let phone = make(&house, &one).await;
        let mails = house.deliver().await;
        assert_eq!((mails.len(), mails[0].envelope.to.as_str()), (1, "een@example.nl"), "told on {}", house.engine);
        assert!(text(&mails[0]).contains("passkey"), "{}", text(&mails[0]));
        assert!(opens(&house, &phone, &one).await);
        let recognised = Enter { device: Some(one.device.clone()), ..used(&house, &phone) };
        assert!(enter(&house, recognised).await.unwrap().device.is_none(), "this browser is known");
        // Whoever is slowed down at the password gets their turn.
        for _ in 0..12 {
            drop(crate::tenant_change::enter(&house, "ALMELO01", "gok", None).await);
        }
        assert!(opens(&house, &phone, &one).await);
        let who = sign_in::who(&house.app, &house.ctx(), &one.session).await.unwrap().unwrap();
        let own = passkey::of_owner(&house.app, &who).await.unwrap();
        assert_eq!((own.all.len(), own.known.clone()), (1, vec![base64url(&phone.credential)]));
        assert!(own.all[0].used_at.is_some() && own.all[0].name == "telefoon");
        let lines = "SELECT count(*) FROM audit_line WHERE act = 'passkey.added' OR reason = 'passkey'";
        assert_eq!(testkit::raw::count(&house.fresh, lines).await, 4);
    })
    .await;
}

#[tokio::test]
async fn a_session_alone_adds_none() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let one = resident(&house).await;
        house.home("ALMELO02", Some("twee@example.nl")).await;
        let two = settle(&house, "ALMELO02", "twee@example.nl").await;
        let wrong = passkey::begin(&house.app, &house.ctx(), &one.session, &secret(OTHER).into()).await;
        assert!(matches!(wrong, Err(AddError::Prove(ProveError::Wrong))), "{}", house.engine);
        // A challenge for another session, one for signing in, one that was answered, one that is too old.
        let begun = begin(&house, &one.session).await.unwrap();
        let (_, created) = made(&begun);
        assert!(matches!(add(&house, &two.session, &created).await, Err(AddError::TooLate)));
        let again = crate::tenant_change::enter(&house, "ALMELO01", GOOD, None).await.unwrap();
        let elsewhere = add(&house, again.session.expose(), &created).await;
        assert!(matches!(elsewhere, Err(AddError::TooLate)), "another session of the same person");
        assert!(matches!(add(&house, "geen sessie", &created).await, Err(AddError::Prove(ProveError::SignIn))));
        let offer = passkey::offer(&house.app, &house.ctx(), None).unwrap().unwrap();
        let (_, for_signing_in) = made(&Begun { challenge: offer.challenge, ..begun.clone() });
        assert!(matches!(add(&house, &one.session, &for_signing_in).await, Err(AddError::TooLate)));
        add(&house, &one.session, &created).await.unwrap();
        assert!(matches!(add(&house, &one.session, &created).await, Err(AddError::TooLate)), "answered");
        let (_, other) = made(&begun);
        assert!(matches!(add(&house, &one.session, &other).await, Err(AddError::TooLate)), "by another device");
        let begun = begin(&house, &one.session).await.unwrap();
        assert_eq!(begun.known.len(), 1, "the device that has one makes no second");
        house.forward(Span::minutes(6));
        assert!(matches!(add(&house, &one.session, &made(&begun).1).await, Err(AddError::TooLate)), "too old");
        house.deliver().await;
    })
    .await;
}

/// Norms A46, as far as the house judges it; each field of the ceremony is altered beside the code that reads it.
#[tokio::test]
async fn what_is_altered_is_refused_and_what_is_right_still_works() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let one = resident(&house).await;
        house.home("ALMELO02", Some("twee@example.nl")).await;
        let two = settle(&house, "ALMELO02", "twee@example.nl").await;
        let (phone, other) = (make(&house, &one).await, make(&house, &two).await);
        let good = used(&house, &phone);
        let elsewhere = passkey::offer(&house.app, &house.ctx(), None).unwrap().unwrap().browser;
        let with = |bend: fn(&mut Use, &Phone)| {
            let mut cmd = good.clone();
            bend(&mut cmd.passkey, &other);
            cmd
        };
        let mut resigned = good.clone();
        resigned.passkey.signature = used(&house, &phone).passkey.signature;
        let altered: [(&str, Enter); 8] = [
            ("another browser", Enter { browser: elsewhere.map(|it| it.expose().to_owned()), ..good.clone() }),
            ("no browser", Enter { browser: None, ..good.clone() }),
            ("another owner", with(|it, other| it.handle = base64url(&other.handle))),
            ("no owner", with(|it, _| it.handle = String::new())),
            ("another passkey", with(|it, other| it.credential = base64url(&other.credential))),
            ("no passkey", with(|it, _| it.credential = String::new())),
            ("another signature", resigned),
            ("nothing", Enter::default()),
        ];
        for (what, altered) in altered {
            assert!(enter(&house, altered).await.is_err(), "{what} on {}", house.engine);
        }
        for bend in [
            (|it: &mut Said| it.origin = "https://elders.test".to_owned()) as fn(&mut Said),
            |it| it.party = "elders.test".to_owned(),
            |it| it.flags = testkit::phone::PRESENT | testkit::phone::ELIGIBLE,
            |it| it.kind = "webauthn.create".to_owned(),
        ] {
            let refused = enter(&house, bent(&house, &phone, bend)).await;
            assert!(matches!(refused, Err(UseError::Refused(_))), "{refused:?} on {}", house.engine);
        }
        let (first, second) = tokio::join!(enter(&house, good.clone()), enter(&house, good.clone()));
        assert_eq!(u8::from(first.is_ok()) + u8::from(second.is_ok()), 1, "of two, one");
        assert!(matches!(enter(&house, good).await, Err(UseError::TooLate)), "played again");
        let late = used(&house, &phone);
        house.forward(Span::minutes(6));
        assert!(matches!(enter(&house, late).await, Err(UseError::TooLate)), "too old");
        assert!(opens(&house, &phone, &one).await && opens(&house, &other, &two).await);
        house.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn a_counter_that_goes_back_is_refused() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let one = resident(&house).await;
        let phone = make(&house, &one).await;
        let counted = async |counter: u32| {
            let cmd = bent(&house, &phone, |said| said.counter = counter);
            enter(&house, cmd).await.is_ok()
        };
        assert!(counted(7).await && counted(8).await, "{}", house.engine);
        assert!(!counted(8).await && !counted(3).await && !counted(0).await, "a copy of the device");
        assert!(counted(9).await);
        house.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn its_owner_names_and_removes_it_and_nobody_else_does() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let one = resident(&house).await;
        house.home("ALMELO02", Some("twee@example.nl")).await;
        let two = settle(&house, "ALMELO02", "twee@example.nl").await;
        let phone = make(&house, &one).await;
        let (app, ctx) = (&house.app, house.ctx());
        let who = sign_in::who(app, &ctx, &one.session).await.unwrap().unwrap();
        let id = passkey::of_owner(app, &who).await.unwrap().all[0].id;
        let name = "de telefoon van boven".parse().unwrap();
        assert!(matches!(passkey::rename(app, &ctx, &two.session, id, &name).await, Err(OwnError::None)));
        assert!(matches!(passkey::remove(app, &ctx, &two.session, id).await, Err(OwnError::None)));
        assert!(matches!(passkey::remove(app, &ctx, "geen sessie", id).await, Err(OwnError::SignIn)));
        passkey::rename(app, &ctx, &one.session, id, &name).await.unwrap();
        assert_eq!(passkey::of_owner(app, &who).await.unwrap().all[0].name, "de telefoon van boven");
        let open = used(&house, &phone);
        passkey::remove(app, &ctx, &one.session, id).await.unwrap();
        assert!(matches!(enter(&house, open).await, Err(UseError::Unknown)), "{}", house.engine);
        let left = passkey::of_owner(app, &who).await.unwrap();
        assert!(left.known.is_empty() && left.handle.is_some(), "the browser can be told that none is left");
        house.deliver().await;
    })
    .await;
}

/// Law 6: by comparison with the clock, with no worker running; and who comes is somebody else to every device.
#[tokio::test]
async fn it_ends_with_the_occupancy() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("een@example.nl")).await;
        let one = settle(&house, "ALMELO01", "een@example.nl").await;
        let phone = make(&house, &one).await;
        house.deliver().await;
        let last = Day::of(house.app.clock.now());
        let wished = wish(Kind::NewTenant, &last.to_string(), "", Some("nieuw@example.nl"));
        let (ctx, asked) = (house.ctx(), (&wished, None));
        let shown = app::tenant_change::preview(&house.app, &ctx, &Actor::Server, home, asked).await.unwrap();
        assert_eq!(shown.leaving[0].passkeys, 1, "said beforehand on {}", house.engine);
        plan(&house, home, wished).await.unwrap();
        let moment = last.next().starts_at();
        let to = |at: domain::time::Time| house.forward(at - house.app.clock.now());
        to(moment - Span::seconds(1));
        let open = used(&house, &phone);
        assert!(opens(&house, &phone, &one).await, "{}", house.engine);
        to(moment);
        assert!(matches!(enter(&house, open).await, Err(UseError::Unknown)), "the challenge was asked before");
        assert!(!opens(&house, &phone, &one).await);
        house.deliver().await;
        let comer = settle(&house, "ALMELO01", "nieuw@example.nl").await;
        let begun = begin(&house, &comer.session).await.unwrap();
        assert_ne!(begun.handle, base64url(&phone.handle), "new for every occupancy");
        assert!(begun.known.is_empty());
        app::tenant_change::finish_due(&house.app).await.unwrap();
        assert!(!opens(&house, &phone, &one).await);
        house.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn it_ends_with_everything_else() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let one = resident(&house).await;
        let phone = make(&house, &one).await;
        app::security::end_everything(&house.app, &house.ctx(), &one.session, &secret(GOOD).into()).await.unwrap();
        assert!(!opens(&house, &phone, &one).await, "{}", house.engine);
        let rows = "SELECT count(*) FROM passkey WHERE name = 'telefoon'";
        assert_eq!(testkit::raw::count(&house.fresh, rows).await, 0);
        house.deliver().await;
    })
    .await;
}

/// PRODUCT 3.2: after a reset they are kept or removed, as whoever holds the mail says.
#[tokio::test]
async fn a_reset_keeps_or_removes_them() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let one = resident(&house).await;
        let (kept, gone) = (make(&house, &one).await, make(&house, &one).await);
        house.deliver().await;
        house.forward(Span::hours(2));
        let link = mailed(&house, "ALMELO01", "een@example.nl").await;
        let (app, ctx) = (&house.app, house.ctx());
        let opened = reset::open(app, &ctx, &link).await.unwrap().unwrap();
        assert_eq!(opened.passkeys.len(), 2, "{}", house.engine);
        let lost = opened.passkeys.iter().find(|it| it.credential == gone.credential).unwrap().id;
        let new = || NewPassword { password: secret(OTHER), username: None };
        reset::set_and_remove(app, &ctx, &link, (new(), Remove::These(vec![lost]))).await.unwrap();
        assert!(opens(&house, &kept, &one).await && !opens(&house, &gone, &one).await);
        house.deliver().await;
        house.forward(Span::hours(2));
        let link = mailed(&house, "ALMELO01", "een@example.nl").await;
        let new = || NewPassword { password: secret(GOOD), username: None };
        reset::set_and_remove(app, &ctx, &link, (new(), Remove::All)).await.unwrap();
        assert!(!opens(&house, &kept, &one).await);
        house.deliver().await;
    })
    .await;
}

/// Law 8: an account with a passkey is in use, however long ago anybody signed in and whoever vouches for its address.
#[tokio::test]
async fn an_account_with_one_is_in_use() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let home = house.home("ALMELO01", Some("een@example.nl")).await;
        let one = settle(&house, "ALMELO01", "een@example.nl").await;
        make(&house, &one).await;
        house.deliver().await;
        testkit::raw::run(&house.fresh, "UPDATE email_link SET proof = 'linked', confirmed_at = NULL").await;
        house.forward(Span::days(200));
        let clerk = person(&house, Role::Clerk, 1).await;
        let link = async |address: &str| {
            let wish = Wish { dwelling: home, account: None, address: Some(Address::parse(address).unwrap()) };
            let plan = link::plan(&house.app, &house.ctx(), &clerk, &wish).await.unwrap();
            link::link(&house.app, &house.ctx(), &clerk, (&wish, &plan.seal)).await.unwrap()
        };
        let done = link("ander@example.nl").await;
        assert!(matches!(done, Done::Proposed(_)), "{done:?} on {}", house.engine);
        testkit::raw::run(&house.fresh, "DELETE FROM passkey").await;
        testkit::raw::run(&house.fresh, "DELETE FROM proposal").await;
        let done = link("ander@example.nl").await;
        assert!(matches!(done, Done::Linked { corrected: true }), "without one it is not: {done:?}");
        house.deliver().await;
    })
    .await;
}
