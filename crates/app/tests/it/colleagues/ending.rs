//! Ending somebody: nothing of theirs works a request later, and who comes back is somebody new.

use app::staff::{self, Side, StaffError};
use app::{reset, sign_in};
use crypto::totp;
use domain::role::Role;
use domain::staff::State;
use domain::time::Span;
use domain::token::Dead;
use testkit::each_engine;

use super::{add, at_work, end, id_of, is_in, join, list};
use crate::house::{GOOD, House, OTHER, secret, token};
use crate::staff::{enter, invite};

#[tokio::test]
async fn who_is_ended_has_nothing_left() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let noor = at_work(&house, "noor@linde.example.nl", Role::OrgAdmin).await;
        let karel = at_work(&house, "karel@linde.example.nl", Role::Clerk).await;
        reset::ask(&house.app, &house.ctx(), "karel@linde.example.nl").await.unwrap();
        let link = token(&house.deliver().await[0], "/login/accounts/pass/reset/");
        let id = id_of(&house, &noor, "karel@linde.example.nl").await;
        house.forward(Span::minutes(2));
        let again = invite(&house, "karel@linde.example.nl", Role::Clerk).await;
        let half = enter(&house, "karel@linde.example.nl", GOOD).await.unwrap();
        reset::ask(&house.app, &house.ctx(), "karel@linde.example.nl").await.unwrap();

        let shown = staff::ending(&house.app, &house.ctx(), noor.caller(), (Side::Client, id)).await.unwrap();
        assert_eq!((shown.holdings.sessions, shown.holdings.devices, shown.holdings.links), (2, 1, 2));
        let wrong = staff::end(&house.app, &house.ctx(), noor.caller(), (Side::Client, id, "x")).await;
        assert!(matches!(wrong, Err(StaffError::Moved)) && is_in(&house, &karel).await);
        staff::end(&house.app, &house.ctx(), noor.caller(), (Side::Client, id, &shown.seal)).await.unwrap();

        assert!(!is_in(&house, &karel).await, "{}", house.engine);
        let code = totp::code_at(&karel.factor, house.clock.now());
        let on = sign_in::second_factor(&house.app, &house.ctx(), half.session.expose(), &code).await;
        assert!(matches!(on, Err(sign_in::FactorError::NotHalfWay)));
        let cmd = sign_in::Enter {
            name: "karel@linde.example.nl".to_owned(),
            password: secret(GOOD),
            device: Some(karel.device.clone()),
        };
        let entered = sign_in::enter(&house.app, &house.ctx(), cmd).await;
        assert!(matches!(entered, Err(sign_in::EnterError::Wrong)), "{entered:?}");
        let new = reset::NewPassword { password: secret(OTHER), username: None };
        let set = reset::set(&house.app, &house.ctx(), &link, new).await;
        assert!(matches!(set, Err(reset::SetError::Dead(Dead::Ended))), "{:?}", set.map(drop));
        let accepted = staff::accept(&house.app, &house.ctx(), &again, secret(OTHER)).await;
        assert!(matches!(accepted, Err(staff::AcceptError::Dead(Dead::Ended))));
        assert!(house.deliver().await.is_empty(), "what waited is dropped");
        assert!(matches!(end(&house, &noor, id).await, Err(StaffError::TooLate)), "once");
        for table in ["password", "second_factor"] {
            let left = testkit::raw::count(&house.fresh, &format!("SELECT count(*) FROM {table}")).await;
            assert_eq!(left, 1, "only Noor has a {table}");
        }

        // The same person comes back as somebody new.
        add(&house, &noor, "karel@linde.example.nl", Role::OrgAdmin).await.unwrap();
        let back = token(&house.deliver().await[0], "/invitation/");
        assert!(matches!(enter(&house, "karel@linde.example.nl", GOOD).await, Err(sign_in::EnterError::Wrong)));
        let back = join(&house, &back).await;
        assert_eq!(list(&house, &back, Side::Client).await.here.len(), 2);
        assert!(!is_in(&house, &karel).await);
    })
    .await;
}

#[tokio::test]
async fn a_withdrawn_invitation_opens_nothing_sent_or_not() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let noor = at_work(&house, "noor@linde.example.nl", Role::OrgAdmin).await;
        for sent in [true, false] {
            let email = format!("jan{sent}@linde.example.nl");
            add(&house, &noor, &email, Role::Clerk).await.unwrap();
            let link = if sent { Some(token(&house.deliver().await[0], "/invitation/")) } else { None };
            let id = id_of(&house, &noor, &email).await;
            assert_eq!(end(&house, &noor, id).await.unwrap(), State::Invited);
            assert!(house.deliver().await.is_empty(), "{}", house.engine);
            if let Some(link) = link {
                let accepted = staff::accept(&house.app, &house.ctx(), &link, secret(GOOD)).await;
                assert!(matches!(accepted, Err(staff::AcceptError::Dead(Dead::Ended))));
            }
        }
    })
    .await;
}
