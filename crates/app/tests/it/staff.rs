//! Staff: invited, own password, own second factor, recovery codes, invited again.

use app::sign_in::{self, Enter, EnterError, FactorError};
use app::staff::{self, AcceptError, Invite, InviteError, Step};
use crypto::totp;
use domain::access::Actor;
use domain::role::Role;
use domain::session::Level;
use domain::time::Span;
use domain::token::Dead;
use testkit::each_engine;

use crate::house::{GOOD, House, OTHER, secret, text, token};

const ADMIN: &str = "Beheer@operator.example.nl";

fn invitation(email: &str, role: Role) -> Invite {
    let organisation = role.of_client().then(|| "linde".to_owned());
    Invite { email: email.to_owned(), role, organisation, projects: Vec::new() }
}

pub(crate) async fn invite(house: &House, email: &str, role: Role) -> String {
    staff::invite(&house.app, &house.app.command(), Actor::Server, invitation(email, role)).await.unwrap();
    let mails = house.deliver().await;
    assert_eq!(mails.len(), 1, "{}", house.engine);
    assert_eq!(mails[0].envelope.to.as_str(), email.replace("Operator", "operator"));
    assert!(!text(&mails[0]).contains(GOOD));
    token(&mails[0], "/invitation/")
}

/// Accepts an invitation to the end; the secret of the second factor and the recovery codes.
async fn join(house: &House, link: &str) -> (totp::Secret, Vec<String>) {
    let entered = staff::accept(&house.app, &house.ctx(), link, secret(GOOD)).await.unwrap();
    assert_eq!(entered.level, Level::Enrol);
    let cookie = entered.session.expose().to_owned();
    let step = staff::open(&house.app, &house.ctx(), link, Some(&cookie)).await.unwrap();
    let Step::Factor { otpauth_url, .. } = step else { panic!("{step:?}") };
    let factor = secret_in(&otpauth_url);
    let code = totp::code_at(&factor, house.clock.now());
    let signed_in = staff::set_factor(&house.app, &house.ctx(), &cookie, &code).await.unwrap();
    assert_eq!(signed_in.level, Level::Full);
    assert!(sign_in::who(&house.app, &house.ctx(), &cookie).await.unwrap().is_none(), "the old cookie is nobody");
    let now = signed_in.session.expose().to_owned();
    let step = staff::open(&house.app, &house.ctx(), link, Some(&now)).await.unwrap();
    let Step::Codes { codes } = step else { panic!("{step:?}") };
    assert_eq!(codes.len(), 10);
    house.deliver().await;
    (factor, codes)
}

pub(crate) fn secret_in(url: &str) -> totp::Secret {
    let base32 = url.split("secret=").nth(1).unwrap().split('&').next().unwrap();
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let bits: String = base32.chars().map(|c| format!("{:05b}", alphabet.find(c).unwrap())).collect();
    let bytes: Vec<u8> = bits
        .as_bytes()
        .chunks_exact(8)
        .map(|b| u8::from_str_radix(std::str::from_utf8(b).unwrap(), 2).unwrap())
        .collect();
    totp::Secret::from_bytes(&bytes).unwrap()
}

pub(crate) async fn enter(house: &House, name: &str, password: &str) -> Result<sign_in::Entered, EnterError> {
    let cmd = Enter { name: name.to_owned(), password: secret(password), device: None };
    sign_in::enter(&house.app, &house.ctx(), cmd).await
}

#[tokio::test]
async fn an_invited_admin_sets_password_and_factor_and_signs_in() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let link = invite(&house, ADMIN, Role::OperatorAdmin).await;
        let (factor, codes) = join(&house, &link).await;
        let again = staff::accept(&house.app, &house.ctx(), &link, secret(OTHER)).await;
        assert!(matches!(again, Err(AcceptError::Dead(Dead::Used))), "{}", house.engine);

        house.forward(Span::minutes(5));
        let half = enter(&house, ADMIN, GOOD).await.unwrap();
        assert_eq!(half.level, Level::HalfWay);
        let cookie = half.session.expose();
        let code = totp::code_at(&factor, house.clock.now());
        let wrong = sign_in::second_factor(&house.app, &house.ctx(), cookie, "000000").await;
        assert!(matches!(wrong, Err(FactorError::Wrong)));
        let full = sign_in::second_factor(&house.app, &house.ctx(), cookie, &code).await.unwrap();
        let who = sign_in::who(&house.app, &house.ctx(), full.session.expose()).await.unwrap().unwrap();
        assert_eq!((who.level, who.name.as_str()), (Level::Full, ADMIN));

        let half = enter(&house, ADMIN, GOOD).await.unwrap();
        let replayed = sign_in::second_factor(&house.app, &house.ctx(), half.session.expose(), &code).await;
        assert!(matches!(replayed, Err(FactorError::Wrong)), "a code is used once on {}", house.engine);
        let recovered =
            sign_in::second_factor(&house.app, &house.ctx(), half.session.expose(), &codes[3].to_uppercase()).await;
        assert_eq!(recovered.unwrap().level, Level::Full);
        let half = enter(&house, ADMIN, GOOD).await.unwrap();
        let twice = sign_in::second_factor(&house.app, &house.ctx(), half.session.expose(), &codes[3]).await;
        assert!(matches!(twice, Err(FactorError::Wrong)), "a recovery code is used once");
        let told = house.deliver().await;
        assert_eq!(told.len(), 1, "its owner is told");
    })
    .await;
}

#[tokio::test]
async fn a_second_invitation_ends_what_hung_on_the_first_life() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let link = invite(&house, ADMIN, Role::OperatorAdmin).await;
        let (factor, _) = join(&house, &link).await;
        house.forward(Span::minutes(5));
        let half = enter(&house, ADMIN, GOOD).await.unwrap();
        let code = totp::code_at(&factor, house.clock.now());
        let full = sign_in::second_factor(&house.app, &house.ctx(), half.session.expose(), &code).await.unwrap();
        let again = invite(&house, ADMIN, Role::OperatorAdmin).await;
        assert!(
            sign_in::who(&house.app, &house.ctx(), full.session.expose()).await.unwrap().is_some(),
            "an invitation alone ends nothing"
        );
        staff::accept(&house.app, &house.ctx(), &again, secret(OTHER)).await.unwrap();
        assert!(
            sign_in::who(&house.app, &house.ctx(), full.session.expose()).await.unwrap().is_none(),
            "{}",
            house.engine
        );
        assert!(matches!(enter(&house, ADMIN, GOOD).await, Err(EnterError::Wrong)), "the old password is gone");
        assert_eq!(enter(&house, ADMIN, OTHER).await.unwrap().level, Level::Enrol, "and so is the old factor");
    })
    .await;
}

#[tokio::test]
async fn an_invitation_lives_seventy_two_hours_and_only_for_its_own_role() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let link = invite(&house, "clerk@linde.example.nl", Role::Clerk).await;
        house.forward(Span::hours(72));
        let late = staff::open(&house.app, &house.ctx(), &link, None).await.unwrap();
        assert!(matches!(late, Step::Dead(Dead::Expired)), "{late:?}");
        let refused = staff::accept(&house.app, &house.ctx(), &link, secret(GOOD)).await;
        assert!(matches!(refused, Err(AcceptError::Dead(Dead::Expired))));
        let other = invitation("clerk@linde.example.nl", Role::OrgAdmin);
        let refused = staff::invite(&house.app, &house.app.command(), Actor::Server, other).await;
        assert!(matches!(refused, Err(InviteError::OtherRole(_, Role::Clerk))), "{}", house.engine);
        let nobody =
            staff::invite(&house.app, &house.ctx(), Actor::Anonymous, invitation("x@example.nl", Role::Auditor)).await;
        assert!(matches!(nobody, Err(InviteError::Denied(_))));
    })
    .await;
}

#[tokio::test]
async fn weak_passwords_are_refused_with_every_reason_and_the_link_stays() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let link = invite(&house, ADMIN, Role::OperatorAdmin).await;
        let weak = staff::accept(&house.app, &house.ctx(), &link, secret("welkom")).await;
        let Err(AcceptError::Password(faults)) = weak else { panic!("{weak:?}") };
        assert!(!faults.is_empty());
        join(&house, &link).await;
    })
    .await;
}

/// Somebody who joined, signed in; the cookie. The password is [`GOOD`].
pub(crate) async fn signed_in(house: &House, role: Role) -> String {
    let link = invite(house, ADMIN, role).await;
    let (factor, _) = join(house, &link).await;
    house.forward(Span::minutes(5));
    let half = enter(house, ADMIN, GOOD).await.unwrap();
    let code = totp::code_at(&factor, house.clock.now());
    let full = sign_in::second_factor(&house.app, &house.ctx(), half.session.expose(), &code).await.unwrap();
    full.session.expose().to_owned()
}
