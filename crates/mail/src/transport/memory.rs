//! A mail server in memory: keeps what it is given, and fails on request in every way a real one
//! can. It must not grow without bound, and must not show its content in `Debug`.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::time::Time;

use crate::smtp::{Envelope, Failure, Reply, Stage, Trouble, WireMessage};

/// The box; cheap to clone, shared.
#[derive(Clone)]
pub struct MemoryBox(Arc<Inner>);

struct Inner {
    now: Box<dyn Fn() -> Time + Send + Sync>,
    most: usize,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    delivered: VecDeque<Delivered>,
    total: u64,
    rules: Vec<Rule>,
}

struct Rule {
    to: Option<String>,
    answer: Answer,
    left: u32,
}

/// A mail that arrived.
#[derive(Clone, PartialEq, Eq)]
pub struct Delivered {
    /// From and to.
    pub envelope: Envelope,
    /// The message as the recipient gets it.
    pub message: Vec<u8>,
    /// When.
    pub at: Time,
}

/// What the box says instead of yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Refuses at [`Stage::Mail`], [`Stage::Rcpt`], [`Stage::Data`] or [`Stage::Dot`] with this
    /// code (400 to 599) and text.
    Refuse(Stage, u16, String),
    /// Nobody there.
    Unreachable,
    /// The reply to the whole message is lost; the mail itself arrives or not.
    LoseReply {
        /// Whether the mail is kept.
        arrived: bool,
    },
}

impl Answer {
    fn is_before_data(&self) -> bool {
        match self {
            Answer::Refuse(stage, ..) => *stage < Stage::Data,
            Answer::Unreachable => true,
            Answer::LoseReply { .. } => false,
        }
    }

    fn failure(self) -> Failure {
        match self {
            Answer::Refuse(stage, code, text) => Failure::refused(stage, Reply::new(code, &text)),
            Answer::Unreachable => {
                Failure::Unreachable { stage: Stage::Connect, trouble: Trouble::NoConnection("told to".to_owned()) }
            }
            Answer::LoseReply { .. } => Failure::Unknown { trouble: Trouble::TimedOut },
        }
    }
}

impl MemoryBox {
    /// Makes a box that keeps the newest `most` mails and stamps them with `now`.
    #[must_use]
    pub fn new(most: usize, now: impl Fn() -> Time + Send + Sync + 'static) -> MemoryBox {
        MemoryBox(Arc::new(Inner { now: Box::new(now), most, state: Mutex::default() }))
    }

    /// Answers the next `times` mails like this, before rules given later.
    pub fn answer(&self, times: u32, answer: Answer) {
        self.lock().rules.push(Rule { to: None, answer, left: times });
    }

    /// Answers the next `times` mails to this address like this.
    pub fn answer_for(&self, to: &str, times: u32, answer: Answer) {
        self.lock().rules.push(Rule { to: Some(to.to_owned()), answer, left: times });
    }

    /// Forgets all rules: everything is taken again.
    pub fn answer_normally(&self) {
        self.lock().rules.clear();
    }

    /// What is kept, oldest first.
    #[must_use]
    pub fn delivered(&self) -> Vec<Delivered> {
        self.lock().delivered.iter().cloned().collect()
    }

    /// How many mails ever arrived, those no longer kept included.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.lock().total
    }

    /// Takes everything out.
    #[must_use]
    pub fn take(&self) -> Vec<Delivered> {
        self.lock().delivered.drain(..).collect()
    }

    pub(super) fn begin(&self, envelope: &Envelope) -> Result<Taken, Failure> {
        match self.rule(envelope, Answer::is_before_data) {
            Some(answer) => Err(answer.failure()),
            None => Ok(Taken { memory: self.clone(), envelope: envelope.clone() }),
        }
    }

    /// The first rule that fits, used up by one.
    fn rule(&self, envelope: &Envelope, fits: impl Fn(&Answer) -> bool) -> Option<Answer> {
        let mut state = self.lock();
        let to = envelope.to.as_str();
        let at = state
            .rules
            .iter()
            .position(|rule| rule.left > 0 && fits(&rule.answer) && rule.to.as_deref().is_none_or(|it| it == to))?;
        state.rules[at].left -= 1;
        let answer = state.rules[at].answer.clone();
        state.rules.retain(|rule| rule.left > 0);
        Some(answer)
    }

    fn keep(&self, envelope: Envelope, message: &WireMessage) {
        let at = (self.0.now)();
        let mut state = self.lock();
        state.total += 1;
        state.delivered.push_back(Delivered { envelope, message: message.as_bytes().to_vec(), at });
        while state.delivered.len() > self.0.most {
            state.delivered.pop_front();
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A recipient that the box took.
pub struct Taken {
    memory: MemoryBox,
    envelope: Envelope,
}

impl Taken {
    pub(super) fn data(self, message: &WireMessage) -> Result<Reply, Failure> {
        match self.memory.rule(&self.envelope, |answer| !answer.is_before_data()) {
            None => self.memory.keep(self.envelope, message),
            Some(Answer::LoseReply { arrived }) => {
                if arrived {
                    self.memory.keep(self.envelope, message);
                }
                return Err(Answer::LoseReply { arrived }.failure());
            }
            Some(answer) => return Err(answer.failure()),
        }
        Ok(Reply::new(250, "2.0.0 kept"))
    }
}
