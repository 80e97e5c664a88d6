//! A contact counts when another person approved it and its owner proved the mailbox, in whatever order, until it is ended.

use app::contacts::{self, At, Contact, ContactError, New, ProveError};
use app::proposal::{DecideError, Outcome};
use app::{Barred, Caller};
use domain::access::{Actor, Denied};
use domain::naming::ProjectPath;
use domain::proposal::{Fault, Kind};
use domain::role::Role;
use domain::time::Span;
use domain::token::Dead;
use testkit::each_engine;

use super::{approve, open, refuse, waiting};
use crate::colleagues::{AtWork, at_work, neighbour};
use crate::house::{House, token};
use crate::proposal::person;

fn els() -> New {
    New { name: "Els de Wit".to_owned(), email: "els@linde.example.nl".to_owned() }
}

fn linde() -> At {
    At::Client("linde".parse().unwrap())
}

async fn enter(house: &House, by: &AtWork, new: &New) -> Result<String, ContactError> {
    contacts::enter(&house.app, &house.ctx(), by.caller(), (&linde(), new)).await?;
    Ok(token(&house.deliver().await[0], "/contact/"))
}

async fn all(house: &House, by: Caller<'_>) -> Vec<Contact> {
    let slug = "linde".parse().unwrap();
    contacts::list(&house.app, &house.ctx(), by, Some(&slug)).await.unwrap().contacts
}

async fn prove(house: &House, link: &str, typed: &str) -> Result<(), ProveError> {
    contacts::prove(&house.app, &house.ctx(), link, typed).await.map(drop)
}

#[tokio::test]
async fn two_people_and_the_owner_make_a_contact() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let bo = at_work(&house, "bo@beheer.example.nl", Role::OperatorAdmin).await;
        let other = at_work(&house, "ida@beheer.example.nl", Role::OperatorAdmin).await;
        let link = enter(&house, &bo, &els()).await.unwrap();
        let it = waiting(&house, other.caller()).await.remove(0);
        assert_eq!((it.facts.kind, it.facts.organisation), (Kind::Contact, Some(house.organisation)));
        assert_eq!(it.masked, "e•••@l•••.nl", "{}", house.engine);
        let own = approve(&house, bo.caller(), &it).await;
        assert!(matches!(own, Err(DecideError::Fault(Fault::OwnProposal))), "{own:?}");
        let mut changed = it.clone();
        changed.facts.hash[3] ^= 1;
        let other_change = approve(&house, other.caller(), &changed).await;
        assert!(matches!(other_change, Err(DecideError::Fault(Fault::OtherChange))), "{other_change:?}");
        assert_eq!(approve(&house, other.caller(), &it).await.unwrap(), Outcome::Made);
        assert!(!all(&house, bo.caller()).await[0].counts(), "nobody proved the mailbox");

        // Opening changes nothing, another address neither; the owner does it once.
        for _ in 0..20 {
            let behind = contacts::open(&house.app, &house.ctx(), &link).await.unwrap().unwrap();
            assert_eq!((behind.name.as_str(), behind.client.as_str()), ("Els de Wit", "Stichting De Linde"));
        }
        for typed in ["", "els", "bo@beheer.example.nl"] {
            let wrong = prove(&house, &link, typed).await;
            assert!(matches!(wrong, Err(ProveError::OtherAddress(_))), "{wrong:?}");
        }
        assert!(!all(&house, bo.caller()).await[0].counts());
        prove(&house, &link, " Els@linde.example.nl ").await.unwrap();
        assert!(all(&house, bo.caller()).await[0].counts());
        let twice = prove(&house, &link, "els@linde.example.nl").await;
        assert!(matches!(twice, Err(ProveError::Dead(Dead::Used))), "{twice:?}");
        let proven = contacts::mail_again(
            &house.app,
            &house.ctx(),
            bo.caller(),
            (Some(&"linde".parse().unwrap()), all(&house, bo.caller()).await[0].id),
        )
        .await;
        assert!(matches!(proven, Err(ContactError::Proven)), "{proven:?}");
    })
    .await;
}

#[tokio::test]
async fn an_admin_of_the_client_approves_and_nobody_of_another() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let bo = at_work(&house, "bo@beheer.example.nl", Role::OperatorAdmin).await;
        let ada = neighbour(&house).await;
        let (admin, clerk) = (person(&house, Role::OrgAdmin, 1).await, person(&house, Role::Clerk, 2).await);
        enter(&house, &bo, &els()).await.unwrap();
        let it = open(&house, (&admin).into()).await.remove(0);
        assert!(open(&house, ada.caller()).await.is_empty(), "law 9, {}", house.engine);
        assert!(open(&house, (&clerk).into()).await.is_empty());
        for (who, denied) in [(ada.caller(), Denied::NotYours), (Caller::from(&clerk), Denied::NotAllowed)] {
            let refused = approve(&house, who, &it).await;
            assert!(matches!(&refused, Err(DecideError::Barred(Barred::Denied(it))) if *it == denied), "{refused:?}");
        }
        let theirs = contacts::list(&house.app, &house.ctx(), ada.caller(), Some(&"linde".parse().unwrap())).await;
        assert!(matches!(theirs, Err(Barred::Denied(Denied::NotAllowed))));
        let own = contacts::list(&house.app, &house.ctx(), ada.caller(), None).await.unwrap();
        assert!(own.contacts.is_empty());
        assert_eq!(approve(&house, (&admin).into(), &it).await.unwrap(), Outcome::Made);
        let again = enter(&house, &bo, &els()).await;
        assert!(matches!(again, Err(ContactError::Already)), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn what_is_refused_or_ended_counts_no_more_and_its_link_is_dead() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let bo = at_work(&house, "bo@beheer.example.nl", Role::OperatorAdmin).await;
        let admin = person(&house, Role::OrgAdmin, 1).await;
        let link = enter(&house, &bo, &els()).await.unwrap();
        let it = open(&house, (&admin).into()).await.remove(0);
        refuse(&house, (&admin).into(), &it).await.unwrap();
        assert!(all(&house, bo.caller()).await.is_empty(), "{}", house.engine);
        let dead = prove(&house, &link, "els@linde.example.nl").await;
        assert!(matches!(dead, Err(ProveError::Dead(_))), "{dead:?}");

        // Nobody decided in time: the same.
        let link = enter(&house, &bo, &els()).await.unwrap();
        prove(&house, &link, "els@linde.example.nl").await.unwrap();
        house.forward(Span::days(14));
        app::proposal::carry_out_due(&house.app).await.unwrap();
        assert!(
            contacts::list(&house.app, &house.ctx(), &Actor::Server, Some(&"linde".parse().unwrap()))
                .await
                .unwrap()
                .contacts
                .is_empty()
        );

        // Ended before anybody decided: the proposal is over, and so is a mail that waits.
        contacts::enter(&house.app, &house.ctx(), &Actor::Server, (&linde(), &els())).await.unwrap();
        let slug = "linde".parse().unwrap();
        let one =
            contacts::list(&house.app, &house.ctx(), &Actor::Server, Some(&slug)).await.unwrap().contacts.remove(0);
        let it = open(&house, (&admin).into()).await.remove(0);
        contacts::end(&house.app, &house.ctx(), &admin, (None, one.id)).await.unwrap();
        assert!(house.deliver().await.is_empty());
        let late = approve(&house, (&admin).into(), &it).await;
        assert!(matches!(late, Err(DecideError::Fault(Fault::NotOpen))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn who_entered_a_contact_takes_it_back_and_nobody_else() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (path, ctx): (ProjectPath, _) = ("linde/zuid".parse().unwrap(), house.ctx());
        let (lead, other) = (person(&house, Role::ProjectLead, 1).await, person(&house, Role::ProjectLead, 2).await);
        let admin = person(&house, Role::OrgAdmin, 3).await;
        let contact = contacts::enter(&house.app, &ctx, &lead, (&At::Project(path.clone()), &els())).await.unwrap();
        let link = token(&house.deliver().await[0], "/contact/");
        let own = async |who: &Actor| contacts::own(&house.app, &house.ctx(), who, &path).await.unwrap();
        assert_eq!(own(&lead).await.iter().map(|it| it.id).collect::<Vec<_>>(), [contact], "{}", house.engine);
        assert!(own(&other).await.is_empty(), "what others entered is not theirs to see");

        let withdraw = async |who: &Actor| contacts::withdraw(&house.app, &house.ctx(), who, (&path, contact)).await;
        for (who, denied) in [(&other, Denied::NotYours), (&admin, Denied::NotAllowed)] {
            let refused = withdraw(who).await;
            assert!(matches!(&refused, Err(DecideError::Barred(Barred::Denied(it))) if *it == denied), "{refused:?}");
        }
        assert_eq!(own(&lead).await.len(), 1, "nobody else takes it back");
        let it = open(&house, (&admin).into()).await.remove(0);
        withdraw(&lead).await.unwrap();

        // The proposal is over, the link dead, the address free for another try; and it is taken back once.
        assert!(own(&lead).await.is_empty() && open(&house, (&admin).into()).await.is_empty());
        let late = approve(&house, (&admin).into(), &it).await;
        assert!(matches!(late, Err(DecideError::Fault(Fault::NotOpen))), "{late:?}");
        let dead = prove(&house, &link, "els@linde.example.nl").await;
        assert!(matches!(dead, Err(ProveError::Dead(_))), "{dead:?}");
        let twice = withdraw(&lead).await;
        assert!(matches!(twice, Err(DecideError::Fault(Fault::NotOpen))), "{twice:?}");
        let again =
            contacts::enter(&house.app, &house.ctx(), &lead, (&At::Project(path.clone()), &els())).await.unwrap();

        // What was approved counts, and is not the lead's to end.
        let it = open(&house, (&admin).into()).await.remove(0);
        assert_eq!(approve(&house, (&admin).into(), &it).await.unwrap(), Outcome::Made);
        let late = contacts::withdraw(&house.app, &house.ctx(), &lead, (&path, again)).await;
        assert!(matches!(late, Err(DecideError::Fault(Fault::NotOpen))), "{late:?}");
        house.deliver().await;
    })
    .await;
}

#[tokio::test]
async fn leads_enter_for_their_own_projects_and_others_do_not() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let lead = person(&house, Role::ProjectLead, 1).await;
        let project = At::Project("linde/zuid".parse().unwrap());
        let ctx = house.ctx();
        contacts::enter(&house.app, &ctx, &lead, (&project, &els())).await.unwrap();
        let whole = contacts::enter(&house.app, &ctx, &lead, (&linde(), &els())).await;
        assert!(matches!(whole, Err(ContactError::Barred(Barred::Denied(Denied::NotAllowed)))), "{whole:?}");
        for (number, role) in [(2, Role::Clerk), (3, Role::OrgAdmin), (4, Role::Support), (5, Role::Auditor)] {
            let who = person(&house, role, number).await;
            for at in [&project, &linde()] {
                let refused = contacts::enter(&house.app, &ctx, &who, (at, &els())).await;
                assert!(matches!(refused, Err(ContactError::Barred(Barred::Denied(_)))), "{role}: {refused:?}");
            }
        }
        for (name, email) in [("", "x@linde.example.nl"), ("Els", "els@"), ("Els", "info@linde.example.nl")] {
            let new = New { name: name.to_owned(), email: email.to_owned() };
            let wrong = contacts::enter(&house.app, &ctx, &lead, (&project, &new)).await;
            let told = matches!(wrong, Err(ContactError::Name | ContactError::Address(_) | ContactError::GroupAddress));
            assert!(told, "{wrong:?} on {}", house.engine);
        }
    })
    .await;
}
