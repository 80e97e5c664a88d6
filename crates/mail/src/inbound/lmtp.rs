//! The door for a mail server: LMTP (RFC 2033), for the server in front and nobody else. It says yes only to what the house has
//! stored, and holds nothing itself. One answer for each recipient, as the protocol wants; a message is one message all the same.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};

use super::LARGEST;

/// A command is no longer than this, in bytes (RFC 5321, 4.5.3.1).
const LONGEST_LINE: usize = 2_048;
/// A message has no more recipients than this.
const MOST_RECIPIENTS: usize = 100;
/// Whoever says nothing for so long is hung up on.
const IDLE: Duration = Duration::from_mins(5);
/// So many connections at once.
const MOST_CONNECTIONS: usize = 20;
/// So many mistakes in a connection.
const MOST_MISTAKES: usize = 20;

/// A message as it is handed over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handed {
    /// The reverse path; empty for a bounce.
    pub from: String,
    /// The recipients.
    pub to: Vec<String>,
    /// The message.
    pub message: Vec<u8>,
}

/// What the house says to a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is stored.
    Stored,
    /// Not now; it has to be tried again.
    Later,
    /// Never.
    Refused,
}

/// The house behind the door.
pub trait House: Send + Sync + 'static {
    /// Stores a message.
    fn store(&self, handed: Handed) -> impl Future<Output = Answer> + Send;
}

/// Serves until told to stop; what is at the door then is finished.
pub async fn serve<H: House>(listener: TcpListener, house: Arc<H>, mut stop: watch::Receiver<bool>) {
    let room = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&room).acquire_owned().await else { return };
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = told(&mut stop) => break,
        };
        // A connection that fell before it was accepted is nobody's loss; the next one is waited for.
        let Ok((stream, _)) = accepted else { continue };
        let (house, stop) = (Arc::clone(&house), stop.clone());
        tokio::spawn(async move {
            let (read, write) = stream.into_split();
            let mut session = Session::new(BufReader::new(read), write);
            // An error here is the other side that hung up: it tries again what it got no answer to.
            let _ = session.run(&*house, stop).await;
            drop(place);
        });
    }
    let all = u32::try_from(MOST_CONNECTIONS).unwrap_or(u32::MAX);
    let _ = tokio::time::timeout(Duration::from_secs(10), room.acquire_many(all)).await;
}

/// One connection.
pub(super) struct Session<R, W> {
    read: R,
    write: W,
    greeted: bool,
    from: Option<String>,
    to: Vec<String>,
    mistakes: usize,
}

/// How a line ended.
#[derive(Debug, PartialEq, Eq)]
enum Line {
    Whole(Vec<u8>),
    /// Its end was a whole one, or a bare line feed.
    TooLong {
        whole: bool,
    },
    End,
}

impl<R: AsyncBufRead + Unpin + Send, W: AsyncWrite + Unpin + Send> Session<R, W> {
    pub(super) fn new(read: R, write: W) -> Self {
        Self { read, write, greeted: false, from: None, to: Vec::new(), mistakes: 0 }
    }

    pub(super) async fn run<H: House>(&mut self, house: &H, mut stop: watch::Receiver<bool>) -> std::io::Result<()> {
        self.say("220 huissleutel LMTP").await?;
        loop {
            let line = tokio::select! {
                line = self.line(LONGEST_LINE) => line?,
                () = told(&mut stop) => return self.say("421 4.3.2 closing").await,
            };
            let command = match line {
                Line::Whole(line) => String::from_utf8_lossy(line.trim_ascii_end()).into_owned(),
                Line::TooLong { .. } => {
                    self.mistake("500 5.5.2 line too long").await?;
                    continue;
                }
                Line::End => return Ok(()),
            };
            if !self.obey(&command, house).await? || self.mistakes > MOST_MISTAKES {
                return Ok(());
            }
        }
    }

    /// Does one command; false when that was the last.
    async fn obey<H: House>(&mut self, command: &str, house: &H) -> std::io::Result<bool> {
        let upper = command.to_ascii_uppercase();
        let verb = upper.split(' ').next().unwrap_or_default();
        match verb {
            "LHLO" => {
                self.reset();
                self.greeted = true;
                let size = format!(
                    "250-huissleutel\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-ENHANCEDSTATUSCODES\r\n250 SIZE {LARGEST}"
                );
                self.say(&size).await?;
            }
            "HELO" | "EHLO" => self.mistake("500 5.5.1 this is LMTP: say LHLO").await?,
            "MAIL" => self.mail(command, &upper).await?,
            "RCPT" => self.recipient(command).await?,
            "DATA" if self.from.is_none() => self.mistake("503 5.5.1 MAIL first").await?,
            "DATA" if self.to.is_empty() => self.mistake("503 5.5.1 no recipients").await?,
            "DATA" => return self.data(house).await,
            "RSET" => {
                self.reset();
                self.say("250 2.0.0 ok").await?;
            }
            "NOOP" => self.say("250 2.0.0 ok").await?,
            "VRFY" => self.say("252 2.5.2 try it").await?,
            "QUIT" => {
                self.say("221 2.0.0 bye").await?;
                return Ok(false);
            }
            _ => self.mistake("500 5.5.1 unknown command").await?,
        }
        Ok(true)
    }

    async fn mail(&mut self, command: &str, upper: &str) -> std::io::Result<()> {
        if !self.greeted || self.from.is_some() {
            return self.mistake("503 5.5.1 not now").await;
        }
        let size =
            upper.split(' ').find_map(|word| word.strip_prefix("SIZE=")).and_then(|size| size.parse::<usize>().ok());
        if size.is_some_and(|size| size > LARGEST) {
            return self.mistake("552 5.3.4 message too large").await;
        }
        match path(command, "MAIL FROM:") {
            Some(from) => {
                self.from = Some(from);
                self.say("250 2.1.0 ok").await
            }
            None => self.mistake("501 5.1.7 bad sender").await,
        }
    }

    async fn recipient(&mut self, command: &str) -> std::io::Result<()> {
        if self.from.is_none() {
            return self.mistake("503 5.5.1 MAIL first").await;
        }
        if self.to.len() >= MOST_RECIPIENTS {
            return self.mistake("452 4.5.3 too many recipients").await;
        }
        match path(command, "RCPT TO:").filter(|to| !to.is_empty()) {
            Some(to) => {
                self.to.push(to);
                self.say("250 2.1.5 ok").await
            }
            None => self.mistake("501 5.1.3 bad recipient").await,
        }
    }

    async fn data<H: House>(&mut self, house: &H) -> std::io::Result<bool> {
        self.say("354 go on").await?;
        let Some(message) = self.message().await? else { return Ok(false) };
        let recipients = self.to.len();
        let answer = match message {
            None => "552 5.3.4 message too large",
            Some(message) => {
                let handed =
                    Handed { from: self.from.take().unwrap_or_default(), to: std::mem::take(&mut self.to), message };
                match house.store(handed).await {
                    Answer::Stored => "250 2.0.0 stored",
                    Answer::Later => "451 4.3.0 try again later",
                    Answer::Refused => "554 5.6.0 refused",
                }
            }
        };
        self.reset();
        let answers = vec![answer; recipients].join("\r\n");
        self.say(&answers).await?;
        Ok(true)
    }

    /// The message up to the lone dot, without the dots that were doubled. `None` inside when it is too large; `None` when the other
    /// side hung up, and nothing was handed over. A dot counts only between two whole line ends: `\n.\n` ends nothing.
    async fn message(&mut self) -> std::io::Result<Option<Option<Vec<u8>>>> {
        let (mut message, mut fits, mut whole) = (Vec::new(), true, true);
        loop {
            let line = match self.line(LARGEST).await? {
                Line::Whole(line) => line,
                Line::TooLong { whole: ends } => {
                    (fits, whole) = (false, ends);
                    continue;
                }
                Line::End => return Ok(None),
            };
            if whole && line == b".\r\n" {
                return Ok(Some(fits.then_some(message)));
            }
            let line = if whole { line.strip_prefix(b".").unwrap_or(&line) } else { &line };
            whole = line.ends_with(b"\r\n");
            fits = fits && message.len() + line.len() <= LARGEST;
            if fits {
                message.extend_from_slice(line);
            }
        }
    }

    /// A line with its end. One that is too long is read to its end and forgotten.
    async fn line(&mut self, most: usize) -> std::io::Result<Line> {
        let (mut line, mut fits, mut last) = (Vec::new(), true, None);
        loop {
            let waited = tokio::time::timeout(IDLE, self.read.fill_buf()).await;
            let there = match waited {
                Ok(there) => there?,
                Err(_) => return Ok(Line::End),
            };
            if there.is_empty() {
                return Ok(Line::End);
            }
            let end = there.iter().position(|byte| *byte == b'\n').map(|at| at + 1);
            let part = there.get(..end.unwrap_or(there.len())).unwrap_or_default();
            let used = part.len();
            let before = part.len().checked_sub(2).and_then(|at| part.get(at)).copied().or(last);
            last = part.last().copied();
            fits = fits && line.len() + used <= most;
            if fits {
                line.extend_from_slice(part);
            } else {
                line = Vec::new();
            }
            self.read.consume(used);
            if end.is_some() {
                return Ok(if fits { Line::Whole(line) } else { Line::TooLong { whole: before == Some(b'\r') } });
            }
        }
    }

    async fn say(&mut self, answer: &str) -> std::io::Result<()> {
        self.write.write_all(format!("{answer}\r\n").as_bytes()).await?;
        self.write.flush().await
    }

    async fn mistake(&mut self, answer: &str) -> std::io::Result<()> {
        self.mistakes += 1;
        self.say(answer).await
    }

    fn reset(&mut self) {
        self.from = None;
        self.to.clear();
    }
}

/// Waits until `stop` turns true, or nobody is left to turn it.
async fn told(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

/// What stands between the angle brackets.
fn path(command: &str, head: &str) -> Option<String> {
    let (start, rest) = command.split_at_checked(head.len())?;
    let inner = rest.trim_start().strip_prefix('<')?;
    let (path, _) = inner.split_once('>')?;
    let fits = path.len() <= 320 && path.bytes().all(|b| b.is_ascii_graphic());
    (start.eq_ignore_ascii_case(head) && fits).then(|| path.to_owned())
}
