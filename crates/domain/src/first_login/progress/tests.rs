//! The rules of the nine steps, on every state there is.

use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Every state the store can hold.
fn every() -> impl Iterator<Item = State> {
    (0..4096).filter_map(State::from_number)
}

fn of(state: State) -> Progress {
    let days = std::array::from_fn(|at| state.has(Step::ALL[at]).then(|| day("2026-10-01")));
    Progress::new(days, state.address())
}

#[test]
fn a_state_is_its_number() {
    assert_eq!(every().count(), 512 * 3, "nine steps and three states of the address");
    for state in every() {
        assert_eq!(State::from_number(state.number()), Some(state));
        let steps = Step::ALL.iter().copied().filter(|step| state.has(*step));
        assert_eq!(State::of(steps, state.address()), state);
        assert_eq!(of(state).state(), state);
    }
    for none in [-1, 1024, 1025, 2048, 65_536, i64::MAX] {
        assert_eq!(State::from_number(none), None, "{none}");
    }
    assert_eq!(Step::ALL.iter().map(|step| step.number()).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
}

#[test]
fn a_home_waits_for_what_helps_it_and_not_for_a_forgotten_tick() {
    let waits = |steps: &[Step], address| State::of(steps.iter().copied(), address).waits_for().map(Step::number);
    let in_by_itself = [Step::Processed, Step::ResetAsked, Step::MailAccepted, Step::PasswordSet, Step::SignedIn];
    assert_eq!(waits(&in_by_itself, AddressState::Works), None);
    assert_eq!(waits(&in_by_itself[..4], AddressState::Works), Some(9));
    assert_eq!(waits(&in_by_itself[..2], AddressState::Works), Some(7));
    assert_eq!(waits(&in_by_itself[..2], AddressState::Bounced), Some(7));
    assert_eq!(waits(&in_by_itself[..1], AddressState::Works), Some(4));
    assert_eq!(waits(&[Step::Processed, Step::UsernameHandedOut], AddressState::Works), Some(5));
    assert_eq!(waits(&in_by_itself[..1], AddressState::None), Some(1));
    for state in every() {
        assert_eq!(state.waits_for().is_none(), state.hangs() == Hangs::Nothing, "{state:?}");
    }
}

#[test]
fn a_home_hangs_on_its_address_and_then_on_the_step_behind_its_farthest() {
    use Step::{
        AddressReceived, InstructionHandedOut, MailAccepted, PasswordSet, Processed, ResetAsked, SignedIn,
        UsernameHandedOut,
    };
    let told = [AddressReceived, Processed, UsernameHandedOut, InstructionHandedOut];
    for (steps, address, hangs, act) in [
        (vec![Processed], AddressState::None, Hangs::NoAddress, NextAct::AskAddress),
        (told.to_vec(), AddressState::None, Hangs::NoAddress, NextAct::AskAddress),
        (told.to_vec(), AddressState::Bounced, Hangs::Bounced, NextAct::CorrectAddress),
        (vec![AddressReceived, Processed], AddressState::Works, Hangs::NotTold, NextAct::HandOut),
        (vec![Processed, UsernameHandedOut], AddressState::Works, Hangs::NotTold, NextAct::HandOut),
        (told.to_vec(), AddressState::Works, Hangs::NoResetAsked, NextAct::Remind),
        (vec![Processed, ResetAsked], AddressState::Works, Hangs::NoMail, NextAct::Wait),
        (vec![ResetAsked, MailAccepted], AddressState::Works, Hangs::NoPassword, NextAct::Remind),
        (vec![MailAccepted, PasswordSet], AddressState::Works, Hangs::NotSignedIn, NextAct::Remind),
        (vec![SignedIn], AddressState::Works, Hangs::Nothing, NextAct::Nothing),
    ] {
        let state = State::of(steps.clone(), address);
        assert_eq!((state.hangs(), state.hangs().next_act()), (hangs, act), "{steps:?} {address}");
    }
}

#[test]
fn a_home_stands_on_one_list_at_most_for_what_it_hangs_on() {
    for state in every() {
        let on: Vec<WorkList> =
            WorkList::ALL.iter().copied().filter(|list| list.holds(&of(state), Expected::None)).collect();
        assert!(on.len() <= 1, "{state:?} {on:?}");
        assert_eq!(on.first().map(|list| list.as_str()), WorkList::parse(state.hangs().as_str()).map(WorkList::as_str));
        assert_eq!(WorkList::NeverSignedIn.holds(&of(state), Expected::All), !state.has(Step::SignedIn));
    }
}

#[test]
fn sixty_days_after_delivery_or_else_after_the_handout() {
    let today = day("2026-11-30");
    assert_eq!(Expected::on(today, Some(day("2026-10-01"))), Expected::All, "the sixtieth day");
    assert_eq!(Expected::on(today, Some(day("2026-10-02"))), Expected::None);
    assert_eq!(Expected::on(today, Some(day("2027-01-01"))), Expected::None, "to be delivered");
    assert_eq!(Expected::on(today, None), Expected::ToldBy(day("2026-10-01")));
    let told = |on: Option<&str>| {
        let mut days = [None; 9];
        days[4] = on.map(day);
        WorkList::NeverSignedIn.holds(&Progress::new(days, AddressState::Works), Expected::on(today, None))
    };
    assert!(told(Some("2026-10-01")) && !told(Some("2026-10-02")) && !told(None));
}

#[test]
fn the_funnel_says_what_is_lost_between_two_steps() {
    use Step::{AddressReceived, Processed, SignedIn};
    let states = [
        (State::of([AddressReceived, Processed], AddressState::Works), 6),
        (State::of([Processed], AddressState::None), 3),
        (State::of([AddressReceived, Processed, SignedIn], AddressState::Works), 1),
    ];
    let funnel = Funnel::of(&states);
    let rung = |step| (funnel.rung(step).homes, funnel.rung(step).lost, funnel.percent(step));
    assert_eq!(funnel.homes, 10);
    assert_eq!((rung(AddressReceived), rung(Processed)), ((7, 3, 70), (10, 0, 100)));
    assert_eq!((rung(Step::ListReturned), rung(SignedIn)), ((0, 10, 0), (1, 0, 10)));
    let none = Funnel::of(&[]);
    assert_eq!((none.homes, none.percent(SignedIn)), (0, 0));
    let nearly = Funnel::of(&[(states[2].0, 9_999), (states[1].0, 1)]);
    assert_eq!((nearly.percent(SignedIn), nearly.percent(Processed)), (99, 100), "all is only all");
}

#[test]
fn weeks_begin_on_monday() {
    let days = [("2026-11-22", 1), ("2026-11-23", 2), ("2026-11-29", 4), ("2026-12-07", 8)].map(|(at, n)| (day(at), n));
    let weeks = [("2026-11-16", 1), ("2026-11-23", 6), ("2026-12-07", 8)].map(|(at, n)| (day(at), n));
    assert_eq!(weekly(&days), weeks);
}

#[test]
fn a_cursor_is_read_back() {
    let dwelling = DwellingId::from_uuid(uuid::Uuid::from_u128(7));
    for told_on in [None, Some(day("2026-11-23"))] {
        let cursor = Cursor { dwelling, told_on };
        assert_eq!(cursor.to_string().parse(), Ok(cursor));
    }
    for bad in ["", ".", "x", "00000000-0000-0000-0000-000000000007.", "00000000-0000-0000-0000-000000000007.vandaag"] {
        assert!(bad.parse::<Cursor>().is_err(), "{bad}");
    }
}

proptest! {
    /// Counting by state is counting home by home.
    #[test]
    fn counts_are_what_the_predicate_says(numbers in prop::collection::vec(0_i64..2048, 0..200), wait in 0_u16..120) {
        let today = day("2026-10-01");
        let homes: Vec<Progress> = numbers.into_iter().filter_map(State::from_number).map(of).collect();
        let expected = [
            Expected::on(Day::parse("2026-12-31").unwrap().days_before(wait), None),
            Expected::on(today, Some(today.days_before(wait))),
        ];
        let states: Vec<(State, u64)> = homes.iter().map(|home| (home.state(), 1)).collect();
        for expected in expected {
            let waiting = homes.iter().filter(|home| WorkList::NeverSignedIn.holds(home, expected)).count();
            let counts = Counts::of(&states, expected, waiting as u64);
            for list in WorkList::ALL {
                let holds = homes.iter().filter(|home| list.holds(home, expected)).count();
                prop_assert_eq!(counts.on(*list), holds as u64, "{}", list);
            }
        }
    }
}
