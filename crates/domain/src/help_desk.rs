//! The caller check (PRODUCT 3.9): what the help desk may do for somebody, how that somebody proves that the account is theirs, and
//! how long any of it lasts. An address or a password is never among it.

use crate::text_enum::text_enum;
use crate::time::{Span, Time};

/// So long the owner can answer, from the opening of the case.
pub const ASKS: Span = Span::minutes(30);
/// So long the code of a mail can be told.
pub const CODE_LASTS: Span = Span::minutes(10);
/// So long a proof opens its deed.
pub const PROOF_LASTS: Span = Span::minutes(15);
/// So many wrong numbers close a case.
pub const MISSES: u32 = 3;
/// So many wrong codes close a case.
pub const CODE_TRIES: u32 = 5;
/// So many wrong proofs of a home within a day, or so many cases of it, and only its client helps until the day is over.
pub const A_DAY: u32 = 6;

text_enum! {
    /// How somebody asks.
    Kind {
        /// On the phone.
        Phone = "phone",
        /// In a letter or a mail.
        Written = "written",
    }
}

text_enum! {
    /// What is done for who proves that the account is theirs.
    Deed {
        /// The username is told.
        TellUsername = "tell-username",
        /// Every device is signed out.
        EndSessions = "end-sessions",
        /// Tries that slow the account down are forgotten.
        LiftSlowDown = "lift-slow-down",
        /// A change of the address that waits is called off.
        CancelChange = "cancel-change",
    }
}

text_enum! {
    /// By what somebody proved it.
    Proof {
        /// The number that the help desk told, typed behind the link.
        Number = "number",
        /// The code of the mail, told to the help desk.
        Code = "code",
    }
}

text_enum! {
    /// How a case ended.
    End {
        /// The deed was done.
        Done = "done",
        /// The owner of the account says that it is not them.
        Denied = "denied",
        /// Too many wrong proofs.
        Missed = "missed",
        /// The help desk closed it, or opened another one.
        Withdrawn = "withdrawn",
    }
}

/// How far a case has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The owner has not answered.
    Waits,
    /// The deed may be done, once.
    Proven,
    /// It is over.
    Ended(End),
    /// Nobody answered in time, or the proof was not used in time.
    Expired,
}

impl Standing {
    /// The word for it, as the page of the case watches it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waits => "waits",
            Self::Proven => "proven",
            Self::Ended(end) => end.as_str(),
            Self::Expired => "expired",
        }
    }
}

/// What of a case decides how far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// When it was opened.
    pub opened_at: Time,
    /// When the owner proved to be it.
    pub proven_at: Option<Time>,
    /// How it ended.
    pub ended: Option<End>,
}

impl Facts {
    /// How far it is now: by comparison with the clock, nothing has to run.
    #[must_use]
    pub fn standing(&self, now: Time) -> Standing {
        match (self.ended, self.proven_at) {
            (Some(end), _) => Standing::Ended(end),
            (None, Some(at)) if now < at + PROOF_LASTS => Standing::Proven,
            (None, None) if now < self.opened_at + ASKS => Standing::Waits,
            (None, _) => Standing::Expired,
        }
    }
}

/// The number to be told: always two digits.
#[must_use]
pub const fn number(random: [u8; 4]) -> u32 {
    u32::from_be_bytes(random) % 90 + 10
}

/// The code of a mail, from what its token hashes to for this purpose: eight digits.
#[must_use]
pub fn code(hash: &[u8; 32]) -> String {
    let number = hash.iter().take(8).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    format!("{:08}", number % 100_000_000)
}

/// A code as it is told and typed: spaces and hyphens do not matter.
#[must_use]
pub fn typed_code(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace() && *sign != '-').take(16).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPENED: Time = Time::from_micros(1_795_438_980_000_000);

    #[test]
    fn a_case_waits_is_proven_and_is_over_by_the_clock() {
        let open = Facts { opened_at: OPENED, proven_at: None, ended: None };
        let last = OPENED + ASKS;
        assert_eq!(open.standing(OPENED), Standing::Waits);
        assert_eq!((open.standing(last - Span::seconds(1)), open.standing(last)), (Standing::Waits, Standing::Expired));
        let proven = Facts { proven_at: Some(last), ..open };
        let until = last + PROOF_LASTS;
        assert_eq!(proven.standing(until - Span::seconds(1)), Standing::Proven);
        assert_eq!(proven.standing(until), Standing::Expired);
        for end in End::ALL {
            assert_eq!(Facts { ended: Some(*end), ..proven }.standing(OPENED), Standing::Ended(*end));
        }
    }

    #[test]
    fn numbers_have_two_digits_and_codes_eight() {
        for random in [[0; 4], [255; 4], [0, 0, 0, 89], [0, 0, 0, 90]] {
            assert!((10..=99).contains(&number(random)), "{random:?}");
        }
        assert_eq!((number([0, 0, 0, 89]), number([0, 0, 0, 90])), (99, 10));
        let mut hash = [0; 32];
        assert_eq!(code(&hash), "00000000");
        hash[7] = 7;
        assert_eq!(code(&hash), "00000007");
        assert_eq!(code(&[255; 32]).len(), 8);
        assert_eq!(typed_code(" 1234-56 78\n"), "12345678");
    }
}
