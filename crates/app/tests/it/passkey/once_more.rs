//! A passkey where the password of now is asked once more: as good as the password, for its owner only, and once (law 3c).

use app::own_address::{self, AskError};
use app::own_proof::Proof;
use app::passkey::{self, AddError, Use, UseError};
use app::security::{self, Change, ChangeError, EndError, ProveError};
use app::{Caller, sign_in};
use domain::email::Address;
use domain::session::Level;
use domain::time::Span;
use testkit::each_engine;
use testkit::phone::{Phone, Said};

use super::{PUBLIC, add, bent, enter, made, make, resident, says};
use crate::house::{GOOD, House, OTHER, secret};
use crate::tenant_change::{self, Person, settle};

/// What the browser of somebody signed in sends.
async fn once_more(house: &House, cookie: &str, phone: &Phone) -> Use {
    let who = sign_in::who(&house.app, &house.ctx(), cookie).await.unwrap().unwrap();
    let offer = passkey::offer_once_more(&house.app, &house.ctx(), &who).unwrap().unwrap();
    says(phone, &Said::at(PUBLIC, &offer.challenge))
}

fn proof(used: Use) -> Proof {
    Proof::Passkey(Box::new(used))
}

async fn change(house: &House, cookie: &str, used: Use) -> Result<sign_in::Entered, ChangeError> {
    let cmd = Change { proof: proof(used), new: secret(OTHER) };
    security::change_password(&house.app, &house.ctx(), cookie, cmd).await
}

async fn two(house: &House) -> ((Person, Phone), (Person, Phone)) {
    let one = resident(house).await;
    house.home("ALMELO02", Some("twee@example.nl")).await;
    let two = settle(house, "ALMELO02", "twee@example.nl").await;
    let (phone, other) = (make(house, &one).await, make(house, &two).await);
    house.deliver().await;
    ((one, phone), (two, other))
}

#[tokio::test]
async fn it_does_what_the_password_does() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let ((one, phone), _) = two(&house).await;
        // Another address.
        let address = Address::parse("nieuw@example.nl").unwrap();
        let wish = own_address::Wish { address, proof: proof(once_more(&house, &one.session, &phone).await) };
        own_address::ask(&house.app, &house.ctx(), Caller::Cookie(&one.session), wish).await.unwrap();
        assert_eq!(house.deliver().await.len(), 1, "to the new address, {}", house.engine);
        // Another passkey.
        let proof_of_it = proof(once_more(&house, &one.session, &phone).await);
        let begun = passkey::begin(&house.app, &house.ctx(), &one.session, &proof_of_it).await.unwrap();
        let (second, created) = made(&begun);
        add(&house, &one.session, &created).await.unwrap();
        assert!(super::opens(&house, &second, &one).await);
        // Another password: the session of this browser begins anew, and the passkeys stay.
        let used = once_more(&house, &one.session, &phone).await;
        let entered = change(&house, &one.session, used).await.unwrap();
        assert_eq!(entered.level, Level::Full);
        tenant_change::enter(&house, "ALMELO01", OTHER, None).await.expect("the new password");
        assert!(tenant_change::enter(&house, "ALMELO01", GOOD, None).await.is_err());
        assert!(super::opens(&house, &phone, &one).await);
        // Everything ends.
        let now = entered.session.expose();
        let used = proof(once_more(&house, now, &phone).await);
        security::end_everything(&house.app, &house.ctx(), now, &used).await.unwrap();
        assert!(!super::opens(&house, &phone, &one).await && !super::opens(&house, &second, &one).await);
        house.deliver().await;
    })
    .await;
}

/// Whoever holds a session, or a passkey of their own, and not both of one person.
#[tokio::test]
async fn it_is_taken_of_its_owner_only_and_once() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let ((one, phone), (neighbour, other)) = two(&house).await;
        let refused = async |what: &str, used: Use| {
            let tried = change(&house, &one.session, used).await;
            assert!(matches!(tried, Err(ChangeError::Prove(ProveError::Passkey))), "{what}: {tried:?}");
        };
        refused("another's passkey", once_more(&house, &one.session, &other).await).await;
        refused("for another's session", once_more(&house, &neighbour.session, &phone).await).await;
        refused("made for signing in", bent(&house, &phone, |_| {}).passkey).await;
        refused("nothing", Use::default()).await;
        let mut unsigned = once_more(&house, &one.session, &phone).await;
        unsigned.signature = once_more(&house, &one.session, &phone).await.signature;
        refused("another signature", unsigned).await;
        let mut of_other = once_more(&house, &one.session, &phone).await;
        of_other.handle = testkit::phone::base64url(&other.handle);
        refused("said to be another's", of_other).await;
        let late = once_more(&house, &one.session, &phone).await;
        house.forward(Span::minutes(6));
        refused("too old", late).await;
        // Neither is it a way in.
        let mut in_by = bent(&house, &phone, |_| {});
        in_by.passkey = once_more(&house, &one.session, &phone).await;
        assert!(matches!(enter(&house, in_by).await, Err(UseError::TooLate)), "{}", house.engine);

        // The right one is used up, by whatever it was used for; a device that was asked by name need not say whose it is.
        let mut used = once_more(&house, &one.session, &phone).await;
        used.handle = String::new();
        let entered = change(&house, &one.session, used.clone()).await.unwrap();
        let again = passkey::begin(&house.app, &house.ctx(), entered.session.expose(), &proof(used.clone())).await;
        assert!(matches!(again, Err(AddError::Prove(ProveError::SignIn))), "{again:?}");
        let twice = change(&house, entered.session.expose(), used.clone()).await;
        assert!(matches!(twice, Err(ChangeError::Prove(ProveError::SignIn))), "{twice:?}");
        let ended = security::end_everything(&house.app, &house.ctx(), entered.session.expose(), &proof(used)).await;
        assert!(matches!(ended, Err(EndError::Prove(ProveError::SignIn))), "{ended:?}");
        assert!(super::opens(&house, &other, &neighbour).await, "the neighbour notices nothing");
        house.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn without_an_address_it_sets_no_password() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let ((one, phone), _) = two(&house).await;
        testkit::raw::run(&house.fresh, "UPDATE email_link SET proof = 'ended' WHERE address = 'een@example.nl'").await;
        let used = once_more(&house, &one.session, &phone).await;
        assert!(matches!(change(&house, &one.session, used).await, Err(ChangeError::NoAddress)), "{}", house.engine);
        // It gets in, and is told so.
        let entered = enter(&house, bent(&house, &phone, |_| {})).await.unwrap();
        assert!(entered.address_missing);
        let nobody = passkey::begin(&house.app, &house.ctx(), "geen sessie", &secret(GOOD).into()).await;
        assert!(matches!(nobody, Err(AddError::Prove(ProveError::SignIn))));
        let address = Address::parse("nieuw@example.nl").unwrap();
        let wish = own_address::Wish { address, proof: proof(Use::default()) };
        let asked = own_address::ask(&house.app, &house.ctx(), Caller::Cookie(&one.session), wish).await;
        assert!(matches!(asked, Err(AskError::Passkey)), "{asked:?}");
    })
    .await;
}
