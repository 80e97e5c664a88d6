//! Counting homes: the funnel of the nine steps, what stands on each work list, and weeks out of days.

use super::{Expected, Hangs, State, Step, WorkList};
use crate::time::Day;

/// A step of the funnel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rung {
    /// Which.
    pub step: Step,
    /// How many homes took it.
    pub homes: u64,
    /// How many took the step before it, and not this one; of the first: how many did not take it.
    pub lost: u64,
}

/// How many homes took each step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Funnel {
    /// All homes that are counted: somebody lives there.
    pub homes: u64,
    /// The steps, in their order.
    pub rungs: [Rung; 9],
}

impl Funnel {
    /// From how many homes there are of each state.
    #[must_use]
    pub fn of(states: &[(State, u64)]) -> Self {
        let count = |holds: &dyn Fn(State) -> bool| {
            states.iter().filter(|(state, _)| holds(*state)).map(|(_, homes)| *homes).sum::<u64>()
        };
        let rungs = std::array::from_fn(|at| {
            let step = Step::ALL.get(at).copied().unwrap_or(Step::SignedIn);
            let before = at.checked_sub(1).and_then(|at| Step::ALL.get(at).copied());
            let came = |state: State| before.is_none_or(|before| state.has(before));
            let lost = count(&|state| came(state) && !state.has(step));
            Rung { step, homes: count(&|state| state.has(step)), lost }
        });
        Self { homes: count(&|_| true), rungs }
    }

    /// The rung of a step.
    #[must_use]
    pub fn rung(&self, step: Step) -> &Rung {
        // A step counts from 1 to 9, as the rungs do.
        self.rungs.get(step as usize).unwrap_or(&self.rungs[0])
    }

    /// Which part of all homes took a step, in whole per cents: 100 only when all did, 0 only when none did.
    #[must_use]
    pub fn percent(&self, step: Step) -> u64 {
        let taken = self.rung(step).homes;
        let rounded = (200 * taken + self.homes).checked_div(2 * self.homes).unwrap_or(0);
        match taken {
            0 => 0,
            all if all == self.homes => 100,
            _ => rounded.clamp(1, 99),
        }
    }
}

/// How many homes stand on each work list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts([u64; 5]);

impl Counts {
    /// From how many homes there are of each state. `waiting` is how many were told long enough ago and never signed in:
    /// it counts where the project has no day of delivery, and only there it cannot be told from the states.
    #[must_use]
    pub fn of(states: &[(State, u64)], expected: Expected, waiting: u64) -> Self {
        let mut counts = [0; 5];
        for (list, count) in WorkList::ALL.iter().zip(&mut counts) {
            let holds = |state: State| match list {
                WorkList::NoAddress => state.hangs() == Hangs::NoAddress,
                WorkList::Bounced => state.hangs() == Hangs::Bounced,
                WorkList::NotTold => state.hangs() == Hangs::NotTold,
                WorkList::NoResetAsked => state.hangs() == Hangs::NoResetAsked,
                WorkList::NeverSignedIn => expected == Expected::All && !state.has(Step::SignedIn),
            };
            *count = states.iter().filter(|(state, _)| holds(*state)).map(|(_, homes)| *homes).sum();
            if *list == WorkList::NeverSignedIn && matches!(expected, Expected::ToldBy(_)) {
                *count = waiting;
            }
        }
        Self(counts)
    }

    /// Of one list.
    #[must_use]
    pub fn on(&self, list: WorkList) -> u64 {
        self.0.get(list as usize).copied().unwrap_or(0)
    }
}

/// Counts per day, in their order, as counts per week; a week goes by its Monday.
#[must_use]
pub fn weekly(days: &[(Day, u64)]) -> Vec<(Day, u64)> {
    let mut weeks: Vec<(Day, u64)> = Vec::new();
    for (day, homes) in days {
        let monday = day.days_before(u16::from(day.weekday()) - 1);
        match weeks.last_mut() {
            Some((week, count)) if *week == monday => *count += homes,
            _ => weeks.push((monday, *homes)),
        }
    }
    weeks
}
