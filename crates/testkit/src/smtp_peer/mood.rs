//! The bad moods of a mail server, as data.

use std::time::Duration;

/// Where in the conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Before the banner.
    Banner,
    /// After EHLO.
    Ehlo,
    /// After STARTTLS.
    StartTls,
    /// After each AUTH line.
    Auth,
    /// After RSET.
    Rset,
    /// After MAIL FROM.
    Mail,
    /// After RCPT TO.
    Rcpt,
    /// After DATA.
    Data,
    /// After the first line of the message.
    Body,
    /// After the final dot.
    Dot,
    /// After QUIT.
    Quit,
}

/// What the server does at one step instead of being friendly.
#[derive(Debug, Clone)]
pub struct Mood {
    step: Step,
    pub(super) deed: Deed,
    left: u32,
}

#[derive(Debug, Clone)]
pub(super) enum Deed {
    Say(Vec<u8>),
    SayAndClose(Vec<u8>),
    Hang,
    Close { keep: bool },
    Slow(Duration),
}

impl Mood {
    /// Answers with these lines (separated by `\n`; CRLF is added) in place of the usual reply. A
    /// refusal at [`Step::Dot`] keeps no message.
    #[must_use]
    pub fn reply(step: Step, lines: &str) -> Mood {
        let bytes = lines.split('\n').flat_map(|line| [line.as_bytes(), b"\r\n"]).collect::<Vec<_>>();
        Mood::raw(step, &bytes.concat())
    }

    /// Answers with exactly these bytes.
    #[must_use]
    pub fn raw(step: Step, bytes: &[u8]) -> Mood {
        Mood::always(step, Deed::Say(bytes.to_vec()))
    }

    /// Answers with this line and closes, as 421 does.
    #[must_use]
    pub fn reply_and_close(step: Step, line: &str) -> Mood {
        Mood::always(step, Deed::SayAndClose(format!("{line}\r\n").into_bytes()))
    }

    /// Says nothing for ever.
    #[must_use]
    pub fn hang(step: Step) -> Mood {
        Mood::always(step, Deed::Hang)
    }

    /// Closes the connection in place of the reply; keeps no message.
    #[must_use]
    pub fn close(step: Step) -> Mood {
        Mood::always(step, Deed::Close { keep: false })
    }

    /// Takes the message and closes without a reply to the final dot.
    #[must_use]
    pub fn keep_and_close() -> Mood {
        Mood::always(Step::Dot, Deed::Close { keep: true })
    }

    /// Waits before the usual reply.
    #[must_use]
    pub fn slow(step: Step, time: Duration) -> Mood {
        Mood::always(step, Deed::Slow(time))
    }

    /// The same, but only for the first `n` times.
    #[must_use]
    pub fn times(mut self, n: u32) -> Mood {
        self.left = n;
        self
    }

    fn always(step: Step, deed: Deed) -> Mood {
        Mood { step, deed, left: u32::MAX }
    }

    pub(super) fn is_for(&self, step: Step) -> bool {
        self.step == step && self.left > 0
    }

    pub(super) fn use_once(&mut self) {
        if self.left != u32::MAX {
            self.left -= 1;
        }
    }
}
