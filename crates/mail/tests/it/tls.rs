//! TLS in its four modes, with real certificates.

use mail::smtp::{Failure, Pool, Server, Stage, Trouble, verifying};
use testkit::smtp_peer::{Authority, Mood, Offer, SmtpPeer, Step};

use crate::support::{patient, said, send, trusting};

async fn secure_peer(authority: &Authority, name: &str) -> SmtpPeer {
    let offer = Offer { starttls: Some(authority.server(name).unwrap()), ..Offer::default() };
    SmtpPeer::offering(offer).await.unwrap()
}

fn pool(peer: &SmtpPeer, authority: &Authority, option: &str) -> Pool {
    let server = Server::parse(&format!("{}{option}", peer.url())).unwrap();
    Pool::new(server, trusting(authority), patient(), 1)
}

/// The client's commands until it stopped.
fn ends_with(peer: &SmtpPeer, last: &str) {
    assert_eq!(said(peer, 0).last().map(String::as_str), Some(last));
    assert_eq!(peer.messages().len(), 0);
}

#[tokio::test]
async fn starttls_with_a_good_certificate_and_a_second_greeting() {
    let authority = Authority::new().unwrap();
    let peer = secure_peer(&authority, "127.0.0.1").await;
    send(&pool(&peer, &authority, "?tls=required"), "jan@example.nl").await.unwrap();
    let said = said(&peer, 0);
    assert_eq!(&said[..3], ["EHLO [127.0.0.1]", "STARTTLS", "EHLO [127.0.0.1]"]);
    assert_eq!(peer.messages().len(), 1);
}

#[tokio::test]
async fn smtps_speaks_tls_from_the_first_byte() {
    let authority = Authority::new().unwrap();
    let offer = Offer { wrapped: Some(authority.server("127.0.0.1").unwrap()), ..Offer::default() };
    let peer = SmtpPeer::offering(offer).await.unwrap();
    let server = Server::parse(&format!("smtps://{}", peer.address())).unwrap();
    let pool = Pool::new(server, trusting(&authority), patient(), 1);
    send(&pool, "jan@example.nl").await.unwrap();
    assert_eq!(peer.messages().len(), 1);
}

#[tokio::test]
async fn a_stripped_starttls_sends_nothing() {
    let authority = Authority::new().unwrap();
    let peer = SmtpPeer::start().await.unwrap();
    let failure = send(&pool(&peer, &authority, "?tls=required"), "jan@example.nl").await.unwrap_err();
    assert_eq!(failure, Failure::Unreachable { stage: Stage::Tls, trouble: Trouble::NoTls });
    ends_with(&peer, "EHLO [127.0.0.1]");
}

#[tokio::test]
async fn a_refused_starttls_sends_nothing_even_when_it_was_optional() {
    for option in ["?tls=required", "?tls=opportunistic"] {
        let authority = Authority::new().unwrap();
        let peer = secure_peer(&authority, "127.0.0.1").await;
        peer.mood(Mood::reply(Step::StartTls, "454 4.7.0 TLS not available"));
        let failure = send(&pool(&peer, &authority, option), "jan@example.nl").await.unwrap_err();
        assert_eq!(failure, Failure::Unreachable { stage: Stage::Tls, trouble: Trouble::NoTls });
        ends_with(&peer, "STARTTLS");
    }
}

#[tokio::test]
async fn a_certificate_for_another_name_or_from_another_authority_sends_nothing() {
    let (ours, theirs) = (Authority::new().unwrap(), Authority::new().unwrap());
    for peer in [secure_peer(&ours, "mail.example.nl").await, secure_peer(&theirs, "127.0.0.1").await] {
        let failure = send(&pool(&peer, &ours, "?tls=required"), "jan@example.nl").await.unwrap_err();
        let Failure::Unreachable { stage: Stage::Tls, trouble: Trouble::TlsFailed(why) } = failure else {
            panic!("{failure:?}")
        };
        assert!(why.contains("certificate"), "{why}");
        ends_with(&peer, "STARTTLS");
    }
}

#[tokio::test]
async fn opportunistic_takes_any_certificate_and_no_tls_too() {
    let (ours, theirs) = (Authority::new().unwrap(), Authority::new().unwrap());
    let peer = secure_peer(&theirs, "mail.example.nl").await;
    send(&pool(&peer, &ours, "?tls=opportunistic"), "jan@example.nl").await.unwrap();
    assert_eq!(said(&peer, 0)[1], "STARTTLS");
    let plain = SmtpPeer::start().await.unwrap();
    send(&pool(&plain, &ours, "?tls=opportunistic"), "jan@example.nl").await.unwrap();
    assert_eq!(plain.messages().len(), 1);
}

#[tokio::test]
async fn words_slipped_in_before_tls_are_not_heard_inside_it() {
    let authority = Authority::new().unwrap();
    let peer = secure_peer(&authority, "127.0.0.1").await;
    peer.mood(Mood::raw(Step::StartTls, b"220 go\r\n250-evil.example\r\n250 AUTH PLAIN\r\n"));
    let failure = send(&pool(&peer, &authority, "?tls=required"), "jan@example.nl").await.unwrap_err();
    assert_eq!(failure, Failure::Unreachable { stage: Stage::Tls, trouble: Trouble::Nonsense });
    ends_with(&peer, "STARTTLS");
}

#[tokio::test]
async fn garbage_or_the_end_instead_of_a_handshake_sends_nothing() {
    let authority = Authority::new().unwrap();
    for mood in [Mood::reply_and_close(Step::StartTls, "220 go"), Mood::close(Step::StartTls)] {
        let peer = secure_peer(&authority, "127.0.0.1").await;
        peer.mood(mood);
        let failure = send(&pool(&peer, &authority, "?tls=required"), "jan@example.nl").await.unwrap_err();
        assert!(matches!(failure, Failure::Unreachable { stage: Stage::Tls, .. }), "{failure:?}");
    }
    // A server that speaks plain SMTP where TLS is expected.
    let plain = SmtpPeer::start().await.unwrap();
    let server = Server::parse(&format!("smtps://{}", plain.address())).unwrap();
    let pool = Pool::new(server, trusting(&authority), patient(), 1);
    let failure = send(&pool, "jan@example.nl").await.unwrap_err();
    let failed = matches!(failure, Failure::Unreachable { trouble: Trouble::TlsFailed(_), .. });
    assert!(failed, "{failure:?}");
}

#[tokio::test]
async fn silence_instead_of_a_handshake_ends() {
    let authority = Authority::new().unwrap();
    let peer = secure_peer(&authority, "127.0.0.1").await;
    peer.mood(Mood::hang(Step::StartTls));
    let server = Server::parse(&format!("{}?tls=required", peer.url())).unwrap();
    let times = mail::smtp::Timeouts { command: crate::support::SHORT, ..patient() };
    let pool = Pool::new(server, trusting(&authority), times, 1);
    let failure = send(&pool, "jan@example.nl").await.unwrap_err();
    assert_eq!(failure, Failure::Unreachable { stage: Stage::Tls, trouble: Trouble::TimedOut });
}

#[test]
fn extra_authorities_must_be_certificates() {
    assert!(verifying(Some(b"not a certificate")).is_err());
    assert!(verifying(Some(b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")).is_err());
}
