//! How long each step may take.

use std::time::Duration;

/// Time-outs per step. RFC 5321 4.5.3.2 asks minutes of a relay that speaks to strangers; this
/// client speaks to the operator's own mail server, and a worker that waits holds a lease. Only
/// the wait after the final dot stays long, because giving up there risks a second copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// Resolving the name and connecting, all addresses together.
    pub connect: Duration,
    /// The TLS handshake.
    pub tls: Duration,
    /// The banner.
    pub banner: Duration,
    /// The reply to any one command, `DATA` included.
    pub command: Duration,
    /// Writing the message.
    pub body: Duration,
    /// The reply to the final dot.
    pub dot: Duration,
    /// How long an unused connection is kept.
    pub idle: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Timeouts {
            connect: Duration::from_secs(10),
            tls: Duration::from_secs(10),
            banner: Duration::from_secs(30),
            command: Duration::from_secs(30),
            body: Duration::from_secs(60),
            dot: Duration::from_secs(120),
            idle: Duration::from_secs(30),
        }
    }
}

impl Timeouts {
    /// The longest time [`super::Pool::begin`] can take once it has a free connection slot: a
    /// stale connection that hangs, then a new one. A lease must outlast it.
    #[must_use]
    pub fn longest_begin(&self) -> Duration {
        // RSET, MAIL and RCPT on the old one; EHLO, STARTTLS, EHLO, three AUTH lines, MAIL and
        // RCPT on the new one.
        self.command * 3 + self.connect + self.tls + self.banner + self.command * 8
    }

    /// The longest time [`super::Accepted::data`] can take.
    #[must_use]
    pub fn longest_data(&self) -> Duration {
        self.command + self.body + self.dot
    }
}
