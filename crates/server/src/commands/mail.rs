//! `mail`: the pipe of a mail server. What is answered with 0 is stored; 75 asks the mail server to try again (`EX_TEMPFAIL` of
//! sysexits), also when settings or arguments are wrong, and when the program itself fails: a mail must not be lost over a mistake of
//! ours, and a mail server gives up whatever ends with another code.

use std::ffi::OsString;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use app::mail_in::{Envelope, TakeError, take};
use clap::{Args, Subcommand};

use crate::cli::{complain, in_full};
use crate::open::with_used_house;
use crate::settings::{Fault, Settings};

/// Try again later.
const AGAIN: u8 = 75;
/// Never: the message cannot be taken (`EX_DATAERR`).
const NEVER: u8 = 65;

#[derive(Debug, Subcommand)]
pub(crate) enum Mail {
    /// Take one message from standard input: 0 when it is stored, 75 when it has to be tried again, 65 when it never will be
    Receive(Receive),
}

#[derive(Debug, Args)]
pub(crate) struct Receive {
    /// The sender of the envelope; empty for a bounce
    #[arg(long, value_name = "ADDRESS", default_value = "")]
    from: String,
    /// A recipient of the envelope; without one, the mailbox for requests
    #[arg(long, value_name = "ADDRESS")]
    to: Vec<String>,
}

impl Mail {
    pub(crate) fn run(self, settings: Result<Settings, Fault>) -> ExitCode {
        let Self::Receive(receive) = self;
        ExitCode::from(code(|| receive.run(settings)))
    }
}

/// What the mail server hears of it.
fn code(work: impl FnOnce() -> anyhow::Result<()>) -> u8 {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(())) => 0,
        Ok(Err(error)) => {
            complain(&in_full(&error));
            let never = error.downcast_ref().is_some_and(|it| matches!(it, TakeError::TooLarge | TakeError::Empty));
            if never { NEVER } else { AGAIN }
        }
        // The panic itself told where.
        Err(_) => AGAIN,
    }
}

/// The code to end with when these arguments cannot be read: a mail server tries again until they are right.
pub(crate) fn code_of_mistake(arguments: impl Iterator<Item = OsString>) -> Option<ExitCode> {
    let words: Vec<OsString> = arguments.collect();
    words.windows(2).any(|two| two == ["mail", "receive"]).then(|| ExitCode::from(AGAIN))
}

impl Receive {
    fn run(self, settings: Result<Settings, Fault>) -> anyhow::Result<()> {
        let settings = settings?;
        let mut raw = Vec::new();
        let most = u64::try_from(mail::inbound::LARGEST)? + 1;
        std::io::stdin().lock().take(most).read_to_end(&mut raw)?;
        let envelope = Envelope { from: self.from, to: self.to };
        with_used_house(&settings, async |app| take(app, &app.command(), &envelope, &raw).await.map(drop))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_of_ours_is_no_end_for_a_mail() {
        assert_eq!(code(|| Ok(())), 0);
        assert_eq!(code(|| Err(TakeError::TooLarge.into())), NEVER);
        assert_eq!(code(|| Err(TakeError::Closed.into())), AGAIN);
        assert_eq!(code(|| panic!("a fault")), AGAIN);
    }
}
