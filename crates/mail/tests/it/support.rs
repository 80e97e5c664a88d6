//! What the tests share: a pool towards a peer, a mail to send.

use std::sync::Arc;
use std::time::Duration;

use domain::email::Address;
use mail::smtp::{Envelope, Failure, Pool, Reply, ReversePath, Server, Timeouts, WireMessage, verifying};
use rustls::ClientConfig;
use testkit::smtp_peer::{Authority, Offer, SmtpPeer};

/// Time-outs that no test reaches unless it wants to.
pub(crate) fn patient() -> Timeouts {
    let long = Duration::from_secs(20);
    Timeouts { connect: long, tls: long, banner: long, command: long, body: long, dot: long, idle: long }
}

/// A short time-out for the step under test.
pub(crate) const SHORT: Duration = Duration::from_millis(400);

/// TLS settings that trust this authority.
pub(crate) fn trusting(authority: &Authority) -> Arc<ClientConfig> {
    verifying(Some(authority.pem().as_bytes())).unwrap()
}

/// A pool to this URL, trusting an authority that nobody uses.
pub(crate) fn pool_to(url: &str, times: Timeouts, connections: usize) -> Pool {
    let config = trusting(&Authority::new().unwrap());
    Pool::new(Server::parse(url).unwrap(), config, times, connections)
}

/// One patient connection to the peer.
pub(crate) fn pool(peer: &SmtpPeer) -> Pool {
    pool_to(&peer.url(), patient(), 1)
}

/// A friendly peer.
pub(crate) async fn peer() -> SmtpPeer {
    SmtpPeer::start().await.unwrap()
}

/// A friendly peer that offers these extensions.
pub(crate) async fn peer_offering(extensions: &[&str]) -> SmtpPeer {
    let extensions = extensions.iter().map(|&line| line.to_owned()).collect();
    SmtpPeer::offering(Offer { extensions, ..Offer::default() }).await.unwrap()
}

/// From the house to this address.
pub(crate) fn envelope(to: &str) -> Envelope {
    Envelope { from: ReversePath::parse("post+tag1@huissleutel.example").unwrap(), to: Address::parse(to).unwrap() }
}

/// A small message.
pub(crate) fn message(text: &str) -> WireMessage {
    WireMessage::new(format!("Subject: test\r\n\r\n{text}\r\n").as_bytes()).unwrap()
}

/// All steps for one mail.
pub(crate) async fn send(pool: &Pool, to: &str) -> Result<Reply, Failure> {
    pool.begin(&envelope(to)).await?.data(&message(to)).await
}

/// What the client said on this connection.
pub(crate) fn said(peer: &SmtpPeer, connection: usize) -> Vec<String> {
    let transcript = peer.transcripts().get(connection).cloned().unwrap_or_default();
    transcript.iter().filter_map(|line| line.strip_prefix("C: ")).map(str::to_owned).collect()
}
