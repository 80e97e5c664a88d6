//! Logging in at the mail server.

use mail::smtp::{Failure, Pool, Server, Stage, Trouble};
use testkit::smtp_peer::{Authority, Mood, Offer, SmtpPeer, Step};

use crate::support::{patient, said, send, trusting};

async fn guarded(mechanisms: &str) -> SmtpPeer {
    let login = Some(("post@example.nl".to_owned(), "p:w/é".to_owned()));
    let offer = Offer { login, mechanisms: mechanisms.to_owned(), ..Offer::default() };
    SmtpPeer::offering(offer).await.unwrap()
}

fn pool(peer: &SmtpPeer, password: &str) -> Pool {
    let url = format!("smtp://post%40example.nl:{password}@{}", peer.address());
    let config = trusting(&Authority::new().unwrap());
    Pool::new(Server::parse(&url).unwrap(), config, patient(), 1)
}

#[tokio::test]
async fn plain_or_login_once_per_connection() {
    for (mechanisms, command) in [("", "AUTH PLAIN"), ("CRAM-MD5 LOGIN", "AUTH LOGIN")] {
        let peer = guarded(mechanisms).await;
        let pool = pool(&peer, "p%3Aw%2F%C3%A9");
        send(&pool, "jan@example.nl").await.unwrap();
        send(&pool, "piet@example.nl").await.unwrap();
        let auths = said(&peer, 0).iter().filter(|line| line.starts_with(command)).count();
        assert_eq!((auths, peer.messages().len()), (1, 2), "{mechanisms}");
    }
}

#[tokio::test]
async fn a_wrong_password_is_no_refusal_of_the_mail_and_is_not_told() {
    for mechanisms in ["PLAIN", "LOGIN"] {
        let peer = guarded(mechanisms).await;
        let failure = send(&pool(&peer, "geheimpje"), "jan@example.nl").await.unwrap_err();
        let refused = matches!(
            &failure,
            Failure::Unreachable { stage: Stage::Auth, trouble: Trouble::LoginRefused(reply) } if reply.code() == 535
        );
        assert!(refused, "{failure:?}");
        assert!(!format!("{failure:?} {failure}").contains("geheimpje"));
    }
}

#[tokio::test]
async fn no_mechanism_that_we_speak_sends_no_mail_without_login() {
    let peer = guarded("CRAM-MD5 XOAUTH2").await;
    let failure = send(&pool(&peer, "x"), "jan@example.nl").await.unwrap_err();
    assert_eq!(failure, Failure::Unreachable { stage: Stage::Auth, trouble: Trouble::NoLogin });
    assert_eq!(said(&peer, 0).len(), 1);
}

#[tokio::test]
async fn a_server_that_goes_on_asking_is_given_nothing_more() {
    let peer = guarded("LOGIN").await;
    peer.mood(Mood::reply(Step::Auth, "235 2.7.0 too early"));
    let failure = send(&pool(&peer, "x"), "jan@example.nl").await.unwrap_err();
    let refused = matches!(failure, Failure::Unreachable { trouble: Trouble::LoginRefused(_), .. });
    assert!(refused, "{failure:?}");
}
