//! The rules of a notice: windows, words without addresses, whom it touches, and the second person.

use crate::language::Language;
use uuid::Uuid;

use super::*;
use crate::texts::Why;

fn at(hours: i64) -> Time {
    Time::from_micros(1_795_438_980_000_000) + Span::hours(hours)
}

fn staff(number: u128) -> StaffId {
    StaffId::from_uuid(Uuid::from_u128(number))
}

fn typed() -> Typed {
    Typed {
        subject_nl: "Onderhoud aan de verwarming".to_owned(),
        words_nl: "De app werkt even niet.\n\nDe verwarming blijft het doen.".to_owned(),
        subject_en: "Maintenance of the heating".to_owned(),
        words_en: "The app will not work for a while.".to_owned(),
    }
}

fn proposed() -> Facts {
    let window = Window { from: at(1), to: at(3) };
    Facts { state: State::Proposed, window, written_by: staff(1), proposed_by: Some(staff(2)), hash: Some([7; 32]) }
}

#[test]
fn a_window_is_ahead_and_of_measure() {
    assert!(Window::new(at(-1), at(1), at(0)).is_ok(), "it may have begun");
    for (from, to, fault) in [
        (2, 2, WindowFault::Backwards),
        (-3, -1, WindowFault::Over),
        (1, 1 + 15 * 24, WindowFault::TooLong),
        (366 * 24, 367 * 24, WindowFault::TooFar),
    ] {
        assert_eq!(Window::new(at(from), at(to), at(0)), Err(fault));
    }
    let window = Window { from: at(1), to: at(3) };
    assert_eq!([0, 1, 2, 3].map(|hour| window.is_now(at(hour))), [false, true, true, false]);
}

#[test]
fn words_hold_no_address_and_nothing_to_fill_in() {
    assert_eq!(Words::parse(&typed()).unwrap().paragraphs(Language::Nl).count(), 2);
    for (words, why) in [
        ("Kijk op delinde.nl", Why::WebAddress("delinde.nl".to_owned())),
        ("Mail hulp@delinde.nl", Why::Email("hulp@delinde.nl".to_owned())),
        ("Dag {gebruikersnaam}", Why::NotHere(crate::texts::Placeholder::Username)),
        ("", Why::Empty),
        (&"x".repeat(1_201), Why::TooLong(1_200)),
    ] {
        let faults = Words::parse(&Typed { words_en: words.to_owned(), ..typed() }).unwrap_err();
        assert_eq!((faults[0].field, &faults[0].fault.why), (Field::WordsEn, &why));
    }
}

#[test]
fn a_client_hears_of_its_own_homes_only() {
    let client = |number| OrganisationId::from_uuid(Uuid::from_u128(number));
    let home = |organisation, project| ProjectPlace {
        organisation: client(organisation),
        project: ProjectId::from_uuid(Uuid::from_u128(project)),
    };
    for audience in [Audience::Client(client(1)), Audience::Project(home(1, 8))] {
        assert!(!audience.touches(Reader::Anybody) && !audience.touches(Reader::Client(client(2))));
        assert!(audience.touches(Reader::Client(client(1))) && audience.touches(Reader::Home(home(1, 8))));
        assert!(!audience.touches(Reader::Home(home(2, 8))));
    }
    assert!(!Audience::Project(home(1, 8)).touches(Reader::Home(home(1, 9))), "another project");
    assert!(Audience::All.touches(Reader::Anybody));
}

#[test]
fn another_person_approves_exactly_what_was_shown() {
    let it = proposed();
    assert_eq!(it.approve(staff(3), &[7; 32], at(0)), Ok(()));
    assert_eq!(it.approve(staff(1), &[7; 32], at(0)), Err(Fault::OwnNotice), "who wrote it");
    assert_eq!(it.approve(staff(2), &[7; 32], at(0)), Err(Fault::OwnNotice), "who proposed it");
    assert_eq!(it.approve(staff(3), &[8; 32], at(0)), Err(Fault::OtherNotice));
    assert_eq!(it.approve(staff(3), &[7; 32], at(3)), Err(Fault::Over));
    let draft = Facts { state: State::Draft, ..it };
    assert_eq!(draft.approve(staff(3), &[7; 32], at(0)), Err(Fault::State));
}

#[test]
fn each_step_has_its_states() {
    let may = |what: fn(&Facts) -> bool| {
        State::ALL.iter().copied().filter(|state| what(&Facts { state: *state, ..proposed() })).collect::<Vec<_>>()
    };
    assert_eq!(may(|it| it.write().is_ok()), [State::Draft, State::Proposed]);
    assert_eq!(may(|it| it.propose(at(0)).is_ok()), [State::Draft]);
    assert_eq!(may(|it| it.pause().is_ok()), [State::Approved, State::Sending]);
    assert_eq!(may(|it| it.resume(at(0)).is_ok()), [State::Paused]);
    assert_eq!(may(|it| it.stop().is_ok()), [State::Approved, State::Sending, State::Paused, State::Done]);
}

#[test]
fn the_hash_is_of_every_part() {
    let (id, words) = (MaintenanceId::from_uuid(Uuid::from_u128(5)), Words::parse(&typed()).unwrap());
    let notice = Notice { audience: Audience::All, window: Window { from: at(1), to: at(3) }, words };
    let other = |change: fn(&mut Notice)| {
        let mut other = notice.clone();
        change(&mut other);
        other.to_json(id).unwrap()
    };
    let whole = notice.to_json(id).unwrap();
    assert_eq!(whole, other(|_| ()));
    assert_ne!(whole, other(|it| it.window.to = it.window.to + Span::minutes(1)));
    assert_ne!(whole, other(|it| it.audience = Audience::Client(OrganisationId::from_uuid(Uuid::from_u128(1)))));
    assert_ne!(whole, notice.to_json(MaintenanceId::from_uuid(Uuid::from_u128(6))).unwrap());
    for field in Field::ALL {
        let mut changed = typed();
        let text = match field {
            Field::SubjectNl => &mut changed.subject_nl,
            Field::WordsNl => &mut changed.words_nl,
            Field::SubjectEn => &mut changed.subject_en,
            Field::WordsEn => &mut changed.words_en,
        };
        text.push('!');
        let words = Words::parse(&changed).unwrap();
        assert_ne!(whole, Notice { words, ..notice.clone() }.to_json(id).unwrap(), "{field}");
    }
}

#[test]
fn no_more_go_than_the_rate_allows() {
    assert_eq!(allowance(600, Span::seconds(1)), 10);
    assert_eq!(allowance(600, Span::hours(9)), 100, "what waited comes in no flood");
    assert_eq!(allowance(600, Span::seconds(-5)), 0);
    assert_eq!(allowance(60_000, Span::seconds(1)), 500, "a write stays small");
}
