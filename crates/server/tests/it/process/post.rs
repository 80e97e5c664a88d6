//! The mail that was delivered, read as a mail program reads it; and a mail server that can be away for a while.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use mail_parser::MessageParser;
use testkit::smtp_peer::{Received, SmtpPeer};
use tokio::runtime::Runtime;

use super::program::eventually;

/// The scripted mail server, with threads of its own.
pub(super) struct Post {
    // Before the runtime it runs on: fields are dropped in order.
    pub(super) peer: SmtpPeer,
    _runtime: Runtime,
}

impl Post {
    pub(super) fn start() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let peer = runtime.block_on(SmtpPeer::start()).unwrap();
        Self { peer, _runtime: runtime }
    }

    pub(super) fn letters(&self) -> Vec<Letter> {
        self.peer.messages().iter().map(Letter::read).collect()
    }

    /// The newest letter to an address that fits, once it is there.
    #[track_caller]
    pub(super) fn letter(&self, to: &str, fits: impl Fn(&Letter) -> bool) -> Letter {
        let newest = || self.letters().into_iter().rev().find(|letter| letter.to == to && fits(letter));
        eventually(newest).unwrap_or_else(|| panic!("no such letter to {to}: {:?}", self.peer.transcripts()))
    }
}

/// A delivered mail.
#[derive(Debug, Clone)]
pub(super) struct Letter {
    /// The recipient in the envelope.
    pub(super) to: String,
    /// The sender in the envelope.
    pub(super) from: String,
    /// The row of the outbox, from the Message-ID.
    pub(super) id: String,
    pub(super) date: String,
    pub(super) subject: String,
    pub(super) text: String,
    /// The path of the first link that holds a token.
    pub(super) link: Option<String>,
}

impl Letter {
    pub(super) fn read(received: &Received) -> Self {
        let mail = MessageParser::default().parse(&received.bytes).unwrap();
        let id = mail.message_id().unwrap();
        let text = mail.body_text(0).unwrap().into_owned();
        Self {
            to: received.to.join(","),
            from: received.from.clone(),
            id: id.split('@').next().unwrap_or_default().to_owned(),
            date: mail.date().unwrap().to_rfc3339(),
            subject: mail.subject().unwrap().to_owned(),
            link: link_in(&text),
            text,
        }
    }
}

/// The path of the first link of ours that ends in a token.
pub(super) fn link_in(text: &str) -> Option<String> {
    let links =
        text.split_whitespace().filter_map(|word| word.trim_matches(['<', '>']).strip_prefix("http://localhost"));
    let mut tokens =
        links.filter(|path| path.trim_end_matches('/').rsplit('/').next().is_some_and(|end| end.len() == 43));
    tokens.next().map(str::to_owned)
}

/// A door in front of a mail server, on one port for good. While it is shut, connections are refused.
pub(super) struct Door {
    at: SocketAddr,
    to: SocketAddr,
    shut: Option<Arc<AtomicBool>>,
}

impl Door {
    /// A door that is shut.
    pub(super) fn to(to: SocketAddr) -> Self {
        let at = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        Self { at, to, shut: None }
    }

    pub(super) fn url(&self) -> String {
        format!("smtp://{}", self.at)
    }

    pub(super) fn open(&mut self) {
        let listener = TcpListener::bind(self.at).unwrap();
        listener.set_nonblocking(true).unwrap();
        let (shut, to) = (Arc::new(AtomicBool::new(false)), self.to);
        self.shut = Some(Arc::clone(&shut));
        std::thread::spawn(move || {
            while !shut.load(Ordering::SeqCst) {
                match listener.accept() {
                    Ok((stream, _)) => lead_through(stream, to),
                    Err(_) => std::thread::sleep(Duration::from_millis(5)),
                }
            }
        });
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        if let Some(shut) = &self.shut {
            shut.store(true, Ordering::SeqCst);
        }
    }
}

fn lead_through(stream: TcpStream, to: SocketAddr) {
    let Ok(other) = TcpStream::connect(to) else { return };
    let pairs = [(stream.try_clone(), other.try_clone()), (Ok(other), Ok(stream))];
    for (from, into) in pairs {
        let (Ok(mut from), Ok(mut into)) = (from, into) else { return };
        if from.set_nonblocking(false).is_err() {
            return;
        }
        std::thread::spawn(move || {
            let mut bytes = [0; 8_192];
            while let Ok(n @ 1..) = from.read(&mut bytes) {
                if bytes.get(..n).is_none_or(|part| into.write_all(part).is_err()) {
                    break;
                }
            }
            let _ = into.shutdown(Shutdown::Both);
        });
    }
}
