//! The classes of failure that the outbox acts on. It must not know what the outbox does with
//! them.

use std::fmt;

use super::reply::Reply;

/// How far a mail got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Resolving the name of the server and connecting.
    Connect,
    /// The TLS handshake, or the wish for it.
    Tls,
    /// Waiting for the banner.
    Banner,
    /// `EHLO`.
    Ehlo,
    /// `AUTH`.
    Auth,
    /// `MAIL FROM`.
    Mail,
    /// `RCPT TO`.
    Rcpt,
    /// `DATA`, up to its 354.
    Data,
    /// Writing the message.
    Body,
    /// After the final dot.
    Dot,
}

impl Stage {
    /// A short name for records and metrics.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Stage::Connect => "connect",
            Stage::Tls => "tls",
            Stage::Banner => "banner",
            Stage::Ehlo => "ehlo",
            Stage::Auth => "auth",
            Stage::Mail => "mail",
            Stage::Rcpt => "rcpt",
            Stage::Data => "data",
            Stage::Body => "body",
            Stage::Dot => "dot",
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Why a mail was not handed over, by what follows from it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// 4xx: try this mail again later. Nothing was delivered.
    #[error("refused for now at {0}")]
    Temporary(Refusal),
    /// 5xx: this mail will not be taken. Nothing was delivered.
    #[error("refused at {0}")]
    Permanent(Refusal),
    /// No working mail server; it says nothing about this mail. Nothing was delivered.
    #[error("mail server not usable at {stage}: {trouble}")]
    Unreachable {
        /// How far it got.
        stage: Stage,
        /// What went wrong.
        trouble: Trouble,
    },
    /// The final dot was sent and no usable reply came: the mail may have arrived.
    #[error("no reply after the message was sent: {trouble}")]
    Unknown {
        /// What went wrong.
        trouble: Trouble,
    },
}

impl Failure {
    /// The failure that a refusing reply at this stage means.
    #[must_use]
    pub fn refused(stage: Stage, reply: Reply) -> Failure {
        let cause = Cause::of(stage, &reply);
        let temporary = reply.code() < 500;
        let refusal = Refusal { stage, cause, reply };
        if temporary { Failure::Temporary(refusal) } else { Failure::Permanent(refusal) }
    }

    /// The refusal, if the server said no.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Failure::Temporary(refusal) | Failure::Permanent(refusal) => Some(refusal),
            Failure::Unreachable { .. } | Failure::Unknown { .. } => None,
        }
    }

    /// The address itself is dead: mark it, do not try again (5xx for the mailbox, never a policy).
    #[must_use]
    pub fn condemns_address(&self) -> bool {
        matches!(self, Failure::Permanent(refusal) if refusal.cause == Cause::Recipient)
    }

    /// The server is going away (421): the connection is of no further use.
    pub(super) fn ends_connection(&self) -> bool {
        self.refusal().is_none_or(|refusal| refusal.reply.code() == 421)
    }
}

/// A reply that said no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// At which step.
    pub stage: Stage,
    /// Whose matter it is.
    pub cause: Cause,
    /// The words of the server.
    pub reply: Reply,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.stage, self.reply)
    }
}

/// Whose matter a refusal is, judged by enhanced status code (RFC 3463), else by code and step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cause {
    /// Greylisting: the same envelope is welcome in a few minutes.
    Greylisted,
    /// The mailbox or its domain does not exist or takes no mail.
    Recipient,
    /// The mailbox is there, but full.
    MailboxFull,
    /// The server does not want this sender.
    Sender,
    /// A rule of the server; not the fault of the address.
    Policy,
    /// The message itself: size, form, content.
    Content,
    /// The server, its disk, its network, or how it is set up.
    Server,
}

impl Cause {
    /// In doubt it is *not* the recipient: a wrongly marked address shuts a resident out.
    fn of(stage: Stage, reply: &Reply) -> Cause {
        if is_greylisting(reply) {
            return Cause::Greylisted;
        }
        match reply.enhanced() {
            Some(enhanced) => Cause::by_status(stage, reply.code(), (enhanced.subject, enhanced.detail)),
            None => Cause::by_code(stage, reply.code()),
        }
    }

    /// The same judgement of what a server says later, in a report about a mail that it took over: a bounce and a refusal are
    /// one thing.
    pub(crate) fn of_report(code: u16, status: (u16, u16)) -> Cause {
        Cause::by_status(Stage::Rcpt, code, status)
    }

    fn by_status(stage: Stage, code: u16, status: (u16, u16)) -> Cause {
        match status {
            (1, 7 | 8) => Cause::Sender,
            (1, _) if stage == Stage::Mail => Cause::Sender,
            (1, _) | (2, 1) => Cause::Recipient,
            (2, 2) => Cause::MailboxFull,
            (2, 3) | (3, 4) | (6, _) => Cause::Content,
            // Exchange Online says 550 5.4.1 for a mailbox that it does not know.
            (4, 1) if code == 550 && stage == Stage::Rcpt => Cause::Recipient,
            (7, _) => Cause::Policy,
            // 2.0.0, 5.0.0: no more than the code says.
            (0, _) => Cause::by_code(stage, code),
            _ => Cause::Server,
        }
    }

    fn by_code(stage: Stage, code: u16) -> Cause {
        match (stage, code) {
            (Stage::Rcpt, 550 | 551 | 553 | 450) => Cause::Recipient,
            (Stage::Rcpt | Stage::Dot, 552) => Cause::MailboxFull,
            (Stage::Mail, 550 | 553) => Cause::Sender,
            (Stage::Mail, 552) | (Stage::Dot, 550 | 554) => Cause::Content,
            _ => Cause::Server,
        }
    }
}

/// 450 or 451 with 4.7.1 (milter-greylist, rspamd), or in words (postgrey, Exim).
fn is_greylisting(reply: &Reply) -> bool {
    let status = reply.enhanced().is_some_and(|e| (e.subject, e.detail) == (7, 1));
    let text = reply.text().to_ascii_lowercase();
    let words = ["greylist", "graylist", "grey-list", "gray-list", "grey list", "gray list"];
    matches!(reply.code(), 450 | 451) && (status || words.iter().any(|word| text.contains(word)))
}

/// What made the server unusable, or its reply lost.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// No address, or nobody listening.
    #[error("cannot connect ({0})")]
    NoConnection(String),
    /// TLS is required and was not offered, or refused: a stripped STARTTLS looks like this.
    #[error("the server offers no TLS")]
    NoTls,
    /// The handshake failed, or the certificate is not good for this name.
    #[error("TLS failed ({0})")]
    TlsFailed(String),
    /// The server greeted with a refusal, or refused EHLO.
    #[error("the server is not ready ({0})")]
    NotReady(Reply),
    /// User name or password is wrong.
    #[error("the server refuses the login ({0})")]
    LoginRefused(Reply),
    /// No AUTH, or no mechanism that this client speaks (PLAIN, LOGIN).
    #[error("the server offers no login")]
    NoLogin,
    /// Nothing within the time-out.
    #[error("timed out")]
    TimedOut,
    /// The connection ended.
    #[error("the connection was lost ({0})")]
    Lost(String),
    /// What came is no SMTP, or came at the wrong moment.
    #[error("the server does not speak SMTP here")]
    Nonsense,
    /// The pool is closed: the program is stopping.
    #[error("stopping")]
    Stopping,
}
