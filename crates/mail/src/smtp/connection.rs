//! One conversation with a mail server: commands out, replies in, each within its time. It must
//! not connect, pool or retry.

use std::future::Future;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::timeout;

use super::failure::{Failure, Stage, Trouble};
use super::message::WireMessage;
use super::path::Envelope;
use super::reply::{Gather, LONGEST_LINE, Lines, Reply, one_line};
use super::timeouts::Timeouts;

/// What a conversation goes over: TCP, or TLS on it.
pub(super) trait Wire: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Wire for T {}

/// What the server said it can do, in its last reply to `EHLO`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Offers {
    pub(super) starttls: bool,
    pub(super) auth_plain: bool,
    pub(super) auth_login: bool,
    pipelining: bool,
    dsn: bool,
}

impl Offers {
    pub(super) fn read(lines: &[String]) -> Offers {
        let mut offers = Offers::default();
        // The first line is the greeting: a server named PIPELINING offers nothing by that.
        for line in lines.iter().skip(1) {
            let line = line.to_ascii_uppercase();
            let mut words = line.split([' ', '=']).filter(|word| !word.is_empty());
            match words.next() {
                Some("STARTTLS") => offers.starttls = true,
                Some("PIPELINING") => offers.pipelining = true,
                Some("DSN") => offers.dsn = true,
                Some("AUTH") => {
                    for mechanism in words {
                        offers.auth_plain |= mechanism == "PLAIN";
                        offers.auth_login |= mechanism == "LOGIN";
                    }
                }
                _ => {}
            }
        }
        offers
    }
}

pub(super) struct Connection {
    wire: Box<dyn Wire>,
    /// What has come in and is not read yet.
    inbox: Vec<u8>,
    offers: Offers,
    /// A transaction was begun and not ended: RSET goes before the next.
    dirty: bool,
    /// The sweep of the pool before which it was last used.
    pub(super) unused_since: u64,
}

impl Connection {
    pub(super) fn new(wire: Box<dyn Wire>) -> Connection {
        Connection { wire, inbox: Vec::new(), offers: Offers::default(), dirty: false, unused_since: 0 }
    }

    /// Gives the wire away for TLS. What the server said before that is worth nothing after it:
    /// bytes already here were sent by anybody (CVE-2011-0411).
    pub(super) fn into_wire(self) -> Result<Box<dyn Wire>, Trouble> {
        if self.inbox.is_empty() { Ok(self.wire) } else { Err(Trouble::Nonsense) }
    }

    pub(super) fn set_offers(&mut self, offers: Offers) {
        self.offers = offers;
    }

    /// Goes up to the accepted `RCPT TO`.
    pub(super) async fn begin(&mut self, envelope: &Envelope, times: &Timeouts) -> Result<(), Failure> {
        let (ret, notify) = if self.offers.dsn {
            // A bounce that carried the whole mail would carry its link (RFC 3461). Who asks for nothing may hear of delays; who names
            // failures alone never does.
            (" RET=HDRS", " NOTIFY=FAILURE,DELAY")
        } else {
            ("", "")
        };
        let mail = format!("MAIL FROM:<{}>{ret}\r\n", envelope.from.as_str());
        let rcpt = format!("RCPT TO:<{}>{notify}\r\n", envelope.to.as_str());
        let mut steps = Vec::with_capacity(3);
        if self.dirty {
            steps.push((Stage::Mail, "RSET\r\n"));
        }
        steps.push((Stage::Mail, mail.as_str()));
        steps.push((Stage::Rcpt, rcpt.as_str()));
        self.dirty = true;
        if self.offers.pipelining {
            self.together(&steps, times.command).await
        } else {
            self.one_by_one(&steps, times.command).await
        }
    }

    async fn one_by_one(&mut self, steps: &[(Stage, &str)], time: Duration) -> Result<(), Failure> {
        for (stage, command) in steps {
            let reply = self.say(command, time).await.map_err(|trouble| trouble.at(*stage))?;
            accepted(*stage, reply)?;
        }
        Ok(())
    }

    /// All commands in one write (RFC 2920), all replies read: the first refusal counts.
    async fn together(&mut self, steps: &[(Stage, &str)], time: Duration) -> Result<(), Failure> {
        let all: String = steps.iter().map(|(_, command)| *command).collect();
        let first = steps.first().map_or(Stage::Mail, |(stage, _)| *stage);
        self.write(all.as_bytes(), time).await.map_err(|trouble| trouble.at(first))?;
        let mut outcome = Ok(());
        for (stage, _) in steps {
            let answer = match self.reply(time).await {
                Ok(lines) => accepted(*stage, lines.into()),
                // After a 421 no more replies come: the refusal is the news.
                Err(_) if outcome.is_err() => break,
                Err(trouble) => Err(trouble.at(*stage)),
            };
            let lost = matches!(answer, Err(Failure::Unreachable { .. }));
            outcome = outcome.and(answer);
            if lost {
                break;
            }
        }
        outcome
    }

    /// `DATA`, the message with its final dot in one write, and the server's word on it.
    pub(super) async fn data(&mut self, message: &WireMessage, times: &Timeouts) -> Result<Reply, Failure> {
        let ready = self.say("DATA\r\n", times.command).await.map_err(|trouble| trouble.at(Stage::Data))?;
        match ready.code() {
            354 => {}
            400.. => return Err(Failure::refused(Stage::Data, ready)),
            _ => return Err(Trouble::Nonsense.at(Stage::Data)),
        }
        // The final dot is the last that is written: as long as this write has not ended, no
        // server has seen a whole message.
        self.write(&message.stuffed(), times.body).await.map_err(|trouble| trouble.at(Stage::Body))?;
        let reply = match self.reply(times.dot).await {
            Ok(lines) => Reply::from(lines),
            Err(trouble) => return Err(Failure::Unknown { trouble }),
        };
        // Yes or no, the transaction is over.
        self.dirty = false;
        match reply.code() {
            200..300 => Ok(reply),
            400.. => Err(Failure::refused(Stage::Dot, reply)),
            _ => Err(Failure::Unknown { trouble: Trouble::Nonsense }),
        }
    }

    /// Says goodbye, without waiting long for the answer.
    pub(super) async fn quit(mut self) {
        const PATIENCE: Duration = Duration::from_secs(2);
        if self.say("QUIT\r\n", PATIENCE).await.is_ok() {
            // The other end closes too; a failure to close concerns nobody any more.
            drop(timeout(PATIENCE, self.wire.shutdown()).await);
        }
    }

    /// One command, one reply.
    pub(super) async fn say(&mut self, command: &str, time: Duration) -> Result<Reply, Trouble> {
        self.write(command.as_bytes(), time).await?;
        self.reply(time).await.map(Reply::from)
    }

    /// Writes; refuses while an unasked reply lies here, since it would be read as the answer.
    pub(super) async fn write(&mut self, bytes: &[u8], time: Duration) -> Result<(), Trouble> {
        if !self.inbox.is_empty() {
            return Err(Trouble::Nonsense);
        }
        let wire = &mut self.wire;
        within(time, async {
            wire.write_all(bytes).await?;
            wire.flush().await
        })
        .await
    }

    /// Reads one whole reply within the time; a server that drips bytes does not stretch it.
    pub(super) async fn reply(&mut self, time: Duration) -> Result<Lines, Trouble> {
        match timeout(time, self.gather()).await {
            Ok(reply) => reply,
            Err(_) => Err(Trouble::TimedOut),
        }
    }

    async fn gather(&mut self) -> Result<Lines, Trouble> {
        let mut gather = Gather::default();
        loop {
            let line = self.line().await?;
            let last = gather.push(&line).map_err(|_| Trouble::Nonsense)?;
            if last {
                return gather.finish().map_err(|_| Trouble::Nonsense);
            }
        }
    }

    /// One line without its end, never more than [`LONGEST_LINE`] in memory beyond one read.
    async fn line(&mut self) -> Result<Vec<u8>, Trouble> {
        let mut looked = 0;
        loop {
            if let Some(at) = self.inbox[looked..].iter().position(|b| *b == b'\n') {
                let mut line: Vec<u8> = self.inbox.drain(..=looked + at).collect();
                line.pop();
                if line.last() == Some(&b'\r') {
                    line.pop();
                }
                return if line.len() > LONGEST_LINE { Err(Trouble::Nonsense) } else { Ok(line) };
            }
            looked = self.inbox.len();
            if looked > LONGEST_LINE {
                return Err(Trouble::Nonsense);
            }
            let mut piece = [0; 1024];
            match self.wire.read(&mut piece).await {
                Ok(0) => return Err(Trouble::Lost("closed by the server".to_owned())),
                Ok(n) => self.inbox.extend_from_slice(&piece[..n]),
                Err(error) => return Err(Trouble::lost(&error)),
            }
        }
    }
}

impl Trouble {
    /// The failure this is while nothing has been delivered.
    pub(super) fn at(self, stage: Stage) -> Failure {
        Failure::Unreachable { stage, trouble: self }
    }

    pub(super) fn lost(error: &std::io::Error) -> Trouble {
        Trouble::Lost(one_line(&error.to_string()))
    }
}

fn accepted(stage: Stage, reply: Reply) -> Result<(), Failure> {
    match reply.code() {
        _ if reply.is_yes() => Ok(()),
        400.. => Err(Failure::refused(stage, reply)),
        _ => Err(Trouble::Nonsense.at(stage)),
    }
}

async fn within<T>(time: Duration, act: impl Future<Output = std::io::Result<T>>) -> Result<T, Trouble> {
    match timeout(time, act).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(Trouble::lost(&error)),
        Err(_) => Err(Trouble::TimedOut),
    }
}
