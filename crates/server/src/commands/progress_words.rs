//! The Dutch words for the steps of first-time login, the work lists and what helps.

use domain::first_login::progress::{NextAct, Step, WorkList};
use words::key;

pub(super) const fn step(step: Step) -> &'static str {
    match step {
        Step::AddressReceived => key!("cli-step-address-received"),
        Step::Processed => key!("cli-step-processed"),
        Step::ListReturned => key!("cli-step-list-returned"),
        Step::UsernameHandedOut => key!("cli-step-username-handed-out"),
        Step::InstructionHandedOut => key!("cli-step-instruction-handed-out"),
        Step::ResetAsked => key!("cli-step-reset-asked"),
        Step::MailAccepted => key!("cli-step-mail-accepted"),
        Step::PasswordSet => key!("cli-step-password-set"),
        Step::SignedIn => key!("cli-step-signed-in"),
    }
}

pub(super) const fn list(list: WorkList) -> &'static str {
    match list {
        WorkList::NoAddress => key!("cli-worklist-no-address"),
        WorkList::Bounced => key!("cli-worklist-bounced"),
        WorkList::NotTold => key!("cli-worklist-not-told"),
        WorkList::NoResetAsked => key!("cli-worklist-no-reset-asked"),
        WorkList::NeverSignedIn => key!("cli-worklist-never-signed-in"),
    }
}

pub(super) const fn next_act(act: NextAct) -> &'static str {
    match act {
        NextAct::AskAddress => key!("cli-next-ask-address"),
        NextAct::CorrectAddress => key!("cli-next-correct-address"),
        NextAct::HandOut => key!("cli-next-hand-out"),
        NextAct::Remind => key!("cli-next-remind"),
        NextAct::Wait => key!("cli-next-wait"),
        NextAct::Nothing => key!("cli-next-nothing"),
    }
}
