//! One connection of the scripted server. It answers per RFC 5321, unless a mood says otherwise.

use std::io;
use std::sync::Arc;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;

use super::mood::{Deed, Step};
use super::{Received, Shared};

trait Wire: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Wire for T {}

/// Whether the conversation goes on.
#[derive(PartialEq, Eq)]
enum Next {
    GoOn,
    End,
}

struct Session {
    wire: Box<dyn Wire>,
    shared: Arc<Shared>,
    number: usize,
    inbox: Vec<u8>,
    /// How much of `inbox` is used up.
    used: usize,
    outbox: Vec<u8>,
    encrypted: bool,
    from: Option<String>,
    to: Vec<String>,
}

/// Talks until either side has enough. I/O errors are the client's affair.
pub(super) async fn run(tcp: TcpStream, number: usize, shared: Arc<Shared>) {
    if tcp.set_nodelay(true).is_err() {
        return;
    }
    let mut wire: Box<dyn Wire> = Box::new(tcp);
    let mut encrypted = false;
    if let Some(config) = shared.offer.wrapped.clone() {
        match TlsAcceptor::from(config).accept(wire).await {
            Ok(stream) => wire = Box::new(stream),
            Err(_) => return,
        }
        encrypted = true;
    }
    let mut session = Session {
        wire,
        shared,
        number,
        inbox: Vec::new(),
        used: 0,
        outbox: Vec::new(),
        encrypted,
        from: None,
        to: Vec::new(),
    };
    // A broken connection ends the session; the client reports it.
    drop(session.talk().await);
}

impl Session {
    async fn talk(&mut self) -> io::Result<()> {
        if self.answer(Step::Banner, "220 peer.test ESMTP").await? == Next::GoOn {
            while let Some(line) = self.line().await? {
                let line = self.checked_command(line);
                if self.command(&line).await? == Next::End {
                    break;
                }
            }
        }
        self.flush().await?;
        self.wire.shutdown().await
    }

    async fn command(&mut self, line: &str) -> io::Result<Next> {
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        match verb.as_str() {
            "EHLO" | "HELO" => {
                self.reset();
                let reply = self.hello();
                self.answer(Step::Ehlo, &reply).await
            }
            "STARTTLS" if self.shared.offer.starttls.is_some() && !self.encrypted => self.start_tls().await,
            "AUTH" if self.shared.offer.login.is_some() => self.auth(line).await,
            "MAIL" => self.mail(line).await,
            "RCPT" => self.rcpt(line).await,
            "DATA" => self.data().await,
            "RSET" => {
                self.reset();
                self.answer(Step::Rset, "250 2.0.0 Ok").await
            }
            "NOOP" => Ok(self.say("250 2.0.0 Ok")),
            "QUIT" => {
                self.answer(Step::Quit, "221 2.0.0 Bye").await?;
                Ok(Next::End)
            }
            _ => Ok(self.say("502 5.5.2 Command not recognised")),
        }
    }

    fn hello(&self) -> String {
        let offer = &self.shared.offer;
        let mut lines = vec!["peer.test".to_owned()];
        if offer.starttls.is_some() && !self.encrypted {
            lines.push("STARTTLS".to_owned());
        }
        if offer.login.is_some() {
            let known = if offer.mechanisms.is_empty() { "PLAIN LOGIN" } else { &offer.mechanisms };
            lines.push(format!("AUTH {known}"));
        }
        lines.extend(offer.extensions.iter().cloned());
        let last = lines.pop().unwrap_or_default();
        let mut reply: String = lines.iter().map(|line| format!("250-{line}\r\n")).collect();
        reply.push_str(&format!("250 {last}"));
        reply
    }

    async fn start_tls(&mut self) -> io::Result<Next> {
        if self.answer(Step::StartTls, "220 2.0.0 Ready").await? == Next::End {
            return Ok(Next::End);
        }
        self.flush().await?;
        let Some(config) = self.shared.offer.starttls.clone() else { return Ok(Next::End) };
        let plain = std::mem::replace(&mut self.wire, Box::new(tokio::io::empty()));
        self.wire = Box::new(TlsAcceptor::from(config).accept(plain).await?);
        self.encrypted = true;
        self.inbox.clear();
        self.used = 0;
        self.reset();
        Ok(Next::GoOn)
    }

    /// Compares what the client sends with what it must send, so that no decoder is needed.
    async fn auth(&mut self, line: &str) -> io::Result<Next> {
        let Some((user, password)) = self.shared.offer.login.clone() else { return Ok(Next::End) };
        let right = if line.eq_ignore_ascii_case("AUTH LOGIN") {
            let mut right = true;
            for (prompt, expected) in [("334 VXNlcm5hbWU6", user), ("334 UGFzc3dvcmQ6", password)] {
                if self.answer(Step::Auth, prompt).await? == Next::End {
                    return Ok(Next::End);
                }
                let Some(answer) = self.line().await? else { return Ok(Next::End) };
                let answer = self.checked_command(answer);
                right &= answer == base64(expected.as_bytes());
            }
            right
        } else {
            line == format!("AUTH PLAIN {}", base64(format!("\0{user}\0{password}").as_bytes()))
        };
        let reply = if right { "235 2.7.0 Welcome" } else { "535 5.7.8 Wrong user or password" };
        self.answer(Step::Auth, reply).await
    }

    async fn mail(&mut self, line: &str) -> io::Result<Next> {
        if self.from.is_some() {
            self.flaw("MAIL inside a transaction");
            return Ok(self.say("503 5.5.1 Nested MAIL"));
        }
        let Some(path) = self.path(line, "MAIL FROM:") else {
            return Ok(self.say("501 5.5.4 Syntax: MAIL FROM:<address>"));
        };
        self.from = Some(path);
        let (next, yes) = self.answered(Step::Mail, "250 2.1.0 Ok").await?;
        if !yes {
            self.from = None;
        }
        Ok(next)
    }

    async fn rcpt(&mut self, line: &str) -> io::Result<Next> {
        if self.from.is_none() {
            return Ok(self.say("503 5.5.1 MAIL first"));
        }
        let Some(path) = self.path(line, "RCPT TO:") else {
            return Ok(self.say("501 5.5.4 Syntax: RCPT TO:<address>"));
        };
        self.to.push(path);
        let (next, yes) = self.answered(Step::Rcpt, "250 2.1.5 Ok").await?;
        if !yes {
            self.to.pop();
        }
        Ok(next)
    }

    async fn data(&mut self) -> io::Result<Next> {
        if self.to.is_empty() {
            return Ok(self.say("503 5.5.1 RCPT first"));
        }
        let (next, yes) = self.answered(Step::Data, "354 End with a dot").await?;
        if next == Next::End || !yes {
            return Ok(next);
        }
        let mut bytes = Vec::new();
        let mut first = true;
        loop {
            let Some(line) = self.line().await? else {
                self.flaw("the connection ended inside a message");
                return Ok(Next::End);
            };
            if first && self.bad_mood(Step::Body).await? == Some(Next::End) {
                return Ok(Next::End);
            }
            first = false;
            if line == b".\r\n" {
                break;
            }
            self.check_body_line(&line);
            bytes.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
        }
        let received = Received {
            from: self.from.clone().unwrap_or_default(),
            to: self.to.clone(),
            bytes,
            connection: self.number,
        };
        self.after_dot(received).await
    }

    async fn after_dot(&mut self, received: Received) -> io::Result<Next> {
        let mood = self.shared.mood_at(Step::Dot, self.to.first().map(String::as_str));
        self.reset();
        let refuses = match mood.as_ref().map(|mood| &mood.deed) {
            Some(Deed::Say(bytes) | Deed::SayAndClose(bytes)) => bytes.first() != Some(&b'2'),
            Some(Deed::Hang) => true,
            Some(Deed::Close { keep }) => !keep,
            Some(Deed::Slow(_)) | None => false,
        };
        if !refuses {
            self.shared.keep(received);
        }
        match mood {
            Some(mood) => self.act(mood.deed, "250 2.0.0 Ok: taken").await,
            None => Ok(self.say("250 2.0.0 Ok: taken")),
        }
    }

    fn reset(&mut self) {
        self.from = None;
        self.to.clear();
    }

    fn path(&self, line: &str, verb: &str) -> Option<String> {
        let path = line.strip_prefix(verb)?.strip_prefix('<')?.split_once('>').map(|(path, _)| path);
        if path.is_none() {
            self.flaw("a path without angle brackets");
        }
        path.map(str::to_owned)
    }

    /// The usual reply, or the mood; and whether the reply was a yes (2xx, 3xx).
    async fn answered(&mut self, step: Step, usual: &str) -> io::Result<(Next, bool)> {
        let mood = self.shared.mood_at(step, self.to.first().map(String::as_str));
        let Some(mood) = mood else {
            return Ok((self.say(usual), true));
        };
        let yes = match &mood.deed {
            Deed::Say(bytes) | Deed::SayAndClose(bytes) => matches!(bytes.first(), Some(b'2' | b'3')),
            Deed::Slow(_) => true,
            Deed::Hang | Deed::Close { .. } => false,
        };
        Ok((self.act(mood.deed, usual).await?, yes))
    }

    async fn answer(&mut self, step: Step, usual: &str) -> io::Result<Next> {
        Ok(self.answered(step, usual).await?.0)
    }

    async fn bad_mood(&mut self, step: Step) -> io::Result<Option<Next>> {
        match self.shared.mood_at(step, self.to.first().map(String::as_str)) {
            Some(mood) => self.act(mood.deed, "").await.map(Some),
            None => Ok(None),
        }
    }

    async fn act(&mut self, deed: Deed, usual: &str) -> io::Result<Next> {
        match deed {
            Deed::Say(bytes) => {
                self.put(&bytes);
                Ok(Next::GoOn)
            }
            Deed::SayAndClose(bytes) => {
                self.put(&bytes);
                Ok(Next::End)
            }
            Deed::Hang => {
                self.flush().await?;
                std::future::pending().await
            }
            Deed::Close { .. } => Ok(Next::End),
            Deed::Slow(time) => {
                self.flush().await?;
                tokio::time::sleep(time).await;
                Ok(self.say(usual))
            }
        }
    }

    fn say(&mut self, reply: &str) -> Next {
        self.put(reply.as_bytes());
        self.outbox.extend_from_slice(b"\r\n");
        Next::GoOn
    }

    fn put(&mut self, bytes: &[u8]) {
        let shown = || format!("S: {}", String::from_utf8_lossy(bytes.get(..200).unwrap_or(bytes)));
        self.shared.note(self.number, || shown().trim_end().to_owned());
        self.outbox.extend_from_slice(bytes);
    }

    async fn flush(&mut self) -> io::Result<()> {
        self.wire.write_all(&self.outbox).await?;
        self.outbox.clear();
        self.wire.flush().await
    }

    /// The next line with its LF; `None` when the client has gone. Replies go out first, all in
    /// one write, when the client has to be waited for.
    async fn line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut looked = self.used;
        loop {
            if let Some(at) = self.inbox[looked..].iter().position(|b| *b == b'\n') {
                let end = looked + at + 1;
                let line = self.inbox[self.used..end].to_vec();
                self.used = end;
                return Ok(Some(line));
            }
            self.inbox.drain(..self.used);
            self.used = 0;
            looked = self.inbox.len();
            if !self.outbox.is_empty() {
                self.flush().await?;
            }
            self.inbox.reserve(16 * 1024);
            if self.wire.read_buf(&mut self.inbox).await? == 0 {
                return Ok(None);
            }
        }
    }

    fn checked_command(&self, line: Vec<u8>) -> String {
        let text = line.strip_suffix(b"\r\n").unwrap_or_else(|| {
            self.flaw("a command line without CRLF");
            &line
        });
        if text.iter().any(|b| b.is_ascii_control()) || text.len() > 510 {
            self.flaw("a command line that is too long or holds control characters");
        }
        let text = String::from_utf8_lossy(text).into_owned();
        self.shared.note(self.number, || format!("C: {text}"));
        text
    }

    fn check_body_line(&self, line: &[u8]) {
        let text = line.strip_suffix(b"\r\n").unwrap_or_else(|| {
            self.flaw("a bare LF in a message");
            line
        });
        if text.contains(&b'\r') {
            self.flaw("a bare CR in a message");
        }
        if text.contains(&0) {
            self.flaw("a NUL in a message");
        }
        if !text.is_ascii() {
            self.flaw("an 8-bit character in a message");
        }
        // The doubled dot does not count.
        if text.len() > 998 + usize::from(text.starts_with(b".")) {
            self.flaw("a line of more than 998 octets in a message");
        }
    }

    fn flaw(&self, what: &str) {
        self.shared.flaw(format!("connection {}: {what}", self.number));
    }
}

/// RFC 4648 4.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place)) as usize & 63];
            out.push(if place <= three.len() { char::from(letter) } else { '=' });
        }
    }
    out
}
