//! How far the home of a resident has come, in nine steps, each with the day it was first taken; what it hangs on, what
//! helps it on, and on which work lists it stands. The one place for these rules: the store counts and pages by the
//! number of a [`State`], and a test holds its statements to what is said here.

mod funnel;
#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;

use crate::{
    id::DwellingId,
    text_enum::{UnknownWord, text_enum},
    time::Day,
};

pub use funnel::{Counts, Funnel, Rung, weekly};

/// A home that nobody signed in to becomes work so many days after delivery.
pub const PATIENCE: u16 = 60;

text_enum! {
    /// A step on the way in, in their order.
    Step {
        /// The client gave an address.
        AddressReceived = "address-received",
        /// The home has its account and username.
        Processed = "processed",
        /// The client got the list with its username.
        ListReturned = "list-returned",
        /// The client told that the tenant has the username.
        UsernameHandedOut = "username-handed-out",
        /// The client told that the tenant has the instruction.
        InstructionHandedOut = "instruction-handed-out",
        /// Somebody asked for a new password with this username.
        ResetAsked = "reset-asked",
        /// A mail server took the mail over.
        MailAccepted = "mail-accepted",
        /// The resident set a password.
        PasswordSet = "password-set",
        /// The resident signed in.
        SignedIn = "signed-in",
    }
}

impl Step {
    /// 1 to 9.
    #[must_use]
    pub fn number(self) -> usize {
        1 + self as usize
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

text_enum! {
    /// How the address in force stands.
    AddressState {
        /// There is none.
        None = "none",
        /// Nothing is known against it.
        Works = "works",
        /// A mail server said that the mailbox does not exist.
        Bounced = "bounced",
    }
}

/// Which steps were taken, and how the address stands: a number in the store, so that a board counts homes without
/// reading their days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct State(u16);

impl State {
    /// 1, 2, 4, … 256 are the steps.
    const STEPS: u16 = 0x1FF;
    const ADDRESS: u16 = 512;
    const BOUNCED: u16 = 1024;

    /// Of these steps and this address.
    #[must_use]
    pub fn of(steps: impl IntoIterator<Item = Step>, address: AddressState) -> Self {
        let address = match address {
            AddressState::None => 0,
            AddressState::Works => Self::ADDRESS,
            AddressState::Bounced => Self::ADDRESS | Self::BOUNCED,
        };
        Self(steps.into_iter().fold(address, |bits, step| bits | step.bit()))
    }

    /// From the number that is stored; none when it is no state.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        let bits = u16::try_from(number).ok()?;
        let known = bits & !(Self::STEPS | Self::ADDRESS | Self::BOUNCED) == 0;
        let possible = bits & Self::BOUNCED == 0 || bits & Self::ADDRESS != 0;
        (known && possible).then_some(Self(bits))
    }

    /// The number that is stored.
    #[must_use]
    pub const fn number(self) -> i64 {
        self.0 as i64
    }

    /// True when the step was taken.
    #[must_use]
    pub const fn has(self, step: Step) -> bool {
        self.0 & step.bit() != 0
    }

    /// How the address stands.
    #[must_use]
    pub const fn address(self) -> AddressState {
        match (self.0 & Self::ADDRESS != 0, self.0 & Self::BOUNCED != 0) {
            (false, _) => AddressState::None,
            (true, false) => AddressState::Works,
            (true, true) => AddressState::Bounced,
        }
    }

    /// Username and instruction were both handed out.
    #[must_use]
    pub const fn is_told(self) -> bool {
        self.has(Step::UsernameHandedOut) && self.has(Step::InstructionHandedOut)
    }

    /// Somebody acted on what was handed out: it cannot have been a mistake.
    #[must_use]
    pub fn is_answered(self) -> bool {
        [Step::ResetAsked, Step::MailAccepted, Step::PasswordSet, Step::SignedIn].iter().any(|step| self.has(*step))
    }

    /// What keeps the home from the next step. Without an address that works nothing else helps; after that the farthest
    /// step counts, for a tick may have been forgotten where the resident is in already.
    #[must_use]
    pub fn hangs(self) -> Hangs {
        match self.address() {
            AddressState::None => return Hangs::NoAddress,
            AddressState::Bounced => return Hangs::Bounced,
            AddressState::Works => {}
        }
        const BEHIND: [(Step, Hangs); 4] = [
            (Step::SignedIn, Hangs::Nothing),
            (Step::PasswordSet, Hangs::NotSignedIn),
            (Step::MailAccepted, Hangs::NoPassword),
            (Step::ResetAsked, Hangs::NoMail),
        ];
        let untold = if self.is_told() { Hangs::NoResetAsked } else { Hangs::NotTold };
        BEHIND.iter().find(|(step, _)| self.has(*step)).map_or(untold, |(_, hangs)| *hangs)
    }
}

impl State {
    /// The step a home waits for; none once the resident is in. A tick that was forgotten holds nobody up who is further.
    #[must_use]
    pub fn waits_for(self) -> Option<Step> {
        match self.hangs() {
            Hangs::NoAddress => Some(Step::AddressReceived),
            Hangs::Bounced | Hangs::NoMail => Some(Step::MailAccepted),
            Hangs::NotTold if self.has(Step::UsernameHandedOut) => Some(Step::InstructionHandedOut),
            Hangs::NotTold => Some(Step::UsernameHandedOut),
            Hangs::NoResetAsked => Some(Step::ResetAsked),
            Hangs::NoPassword => Some(Step::PasswordSet),
            Hangs::NotSignedIn => Some(Step::SignedIn),
            Hangs::Nothing => None,
        }
    }
}

text_enum! {
    /// What a home hangs on.
    Hangs {
        /// No address is linked.
        NoAddress = "no-address",
        /// The mailbox does not exist.
        Bounced = "bounced",
        /// The tenant was not told the username and what to do.
        NotTold = "not-told",
        /// The tenant was told, and did not ask for a password yet.
        NoResetAsked = "no-reset-asked",
        /// The mail with the link was not taken over by a mail server yet.
        NoMail = "no-mail",
        /// The mail is there, and no password was set.
        NoPassword = "no-password",
        /// A password is set, and nobody signed in.
        NotSignedIn = "not-signed-in",
        /// Nothing: the resident is in.
        Nothing = "nothing",
    }
}

text_enum! {
    /// What helps a home on; all of it is the client's to do (law 10).
    NextAct {
        /// Ask the tenant for an address.
        AskAddress = "ask-address",
        /// Ask the tenant for the right address.
        CorrectAddress = "correct-address",
        /// Hand out username and instruction, and tick it.
        HandOut = "hand-out",
        /// Remind the tenant of the instruction.
        Remind = "remind",
        /// Wait for the mail, or find out where it is.
        Wait = "wait",
        /// Nothing.
        Nothing = "nothing",
    }
}

impl Hangs {
    /// What helps.
    #[must_use]
    pub const fn next_act(self) -> NextAct {
        match self {
            Self::NoAddress => NextAct::AskAddress,
            Self::Bounced => NextAct::CorrectAddress,
            Self::NotTold => NextAct::HandOut,
            Self::NoResetAsked | Self::NoPassword | Self::NotSignedIn => NextAct::Remind,
            Self::NoMail => NextAct::Wait,
            Self::Nothing => NextAct::Nothing,
        }
    }
}

/// How far the household behind an account has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    days: [Option<Day>; 9],
    state: State,
}

impl Progress {
    /// From the days on which the steps were first taken, in their order, and how the address stands.
    #[must_use]
    pub fn new(days: [Option<Day>; 9], address: AddressState) -> Self {
        let taken = Step::ALL.iter().zip(&days).filter_map(|(step, day)| day.map(|_| *step));
        Self { days, state: State::of(taken, address) }
    }

    /// Which steps were taken, and how the address stands.
    #[must_use]
    pub const fn state(&self) -> State {
        self.state
    }

    /// The days, in the order of the steps.
    #[must_use]
    pub const fn days(&self) -> &[Option<Day>; 9] {
        &self.days
    }

    /// The day a step was first taken.
    #[must_use]
    pub fn day(&self, step: Step) -> Option<Day> {
        self.days.get(step as usize).copied().flatten()
    }
}

text_enum! {
    /// What there is to do for a project.
    WorkList {
        /// No address is known.
        NoAddress = "no-address",
        /// Mail bounces.
        Bounced = "bounced",
        /// Still to be handed out.
        NotTold = "not-told",
        /// Told, and no password asked.
        NoResetAsked = "no-reset-asked",
        /// Never signed in, [`PATIENCE`] days after delivery.
        NeverSignedIn = "never-signed-in",
    }
}

/// Of which homes it may be expected by now that somebody signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// Of all: the project was delivered long enough ago.
    All,
    /// Of none: it was not, or will be.
    None,
    /// It has no day of delivery: of those whose instruction was handed out on this day or before.
    ToldBy(Day),
}

impl Expected {
    /// On a day, of a project delivered on another.
    #[must_use]
    pub fn on(today: Day, delivered_on: Option<Day>) -> Self {
        let by = today.days_before(PATIENCE);
        match delivered_on {
            None => Self::ToldBy(by),
            Some(day) if day <= by => Self::All,
            Some(_) => Self::None,
        }
    }

    fn of(self, progress: &Progress) -> bool {
        match self {
            Self::All => true,
            Self::None => false,
            Self::ToldBy(by) => progress.day(Step::InstructionHandedOut).is_some_and(|day| day <= by),
        }
    }
}

impl WorkList {
    /// True when the home stands on this list. The first four are what it hangs on, so that it stands on one of them at
    /// most; the last is about time, and may come on top.
    #[must_use]
    pub fn holds(self, progress: &Progress, expected: Expected) -> bool {
        let state = progress.state();
        match self {
            Self::NoAddress => state.hangs() == Hangs::NoAddress,
            Self::Bounced => state.hangs() == Hangs::Bounced,
            Self::NotTold => state.hangs() == Hangs::NotTold,
            Self::NoResetAsked => state.hangs() == Hangs::NoResetAsked,
            Self::NeverSignedIn => !state.has(Step::SignedIn) && expected.of(progress),
        }
    }
}

text_enum! {
    /// What was handed out.
    Part {
        /// Username and instruction, as one letter holds them.
        Both = "both",
        /// The username.
        Username = "username",
        /// The instruction.
        Instruction = "instruction",
    }
}

impl Part {
    /// The steps it fills.
    #[must_use]
    pub const fn steps(self) -> &'static [Step] {
        match self {
            Self::Both => &[Step::UsernameHandedOut, Step::InstructionHandedOut],
            Self::Username => &[Step::UsernameHandedOut],
            Self::Instruction => &[Step::InstructionHandedOut],
        }
    }
}

/// Where a page of a work list ended: the next begins behind it. Written as `<home>` or `<home>.<day>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The last home.
    pub dwelling: DwellingId,
    /// The day its instruction was handed out: the longest waiting go first where that counts.
    pub told_on: Option<Day>,
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.told_on {
            None => write!(f, "{}", self.dwelling),
            Some(day) => write!(f, "{}.{day}", self.dwelling),
        }
    }
}

impl FromStr for Cursor {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let (dwelling, day) = text.split_once('.').map_or((text, None), |(home, day)| (home, Some(day)));
        let told_on = day.map(Day::parse).transpose().map_err(|_| UnknownWord)?;
        Ok(Self { dwelling: dwelling.parse().map_err(|_| UnknownWord)?, told_on })
    }
}
