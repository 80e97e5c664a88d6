//! The table of terms is whole, and its terms fit each other.

use super::*;

#[test]
fn every_class_has_one_rule_and_every_rule_its_tables() {
    let mut ruled: Vec<Class> = RULES.iter().map(|rule| rule.class).collect();
    ruled.sort_by_key(|class| Class::ALL.iter().position(|it| it == class));
    assert_eq!(ruled, Class::ALL);
    assert!(RULES.iter().all(|rule| !rule.tables.is_empty()));
    let kept: Vec<&str> = KEPT.iter().map(|(table, _)| *table).collect();
    for rule in RULES {
        assert!(rule.tables.iter().all(|table| !kept.contains(table)), "{}: kept, and not", rule.class);
    }
}

#[test]
fn bounds_are_in_order_and_leave_time_for_what_needs_it() {
    let bounds = |class: Class| match class.rule().term {
        Term::Client(bounds) => bounds,
        Term::House(days) => Bounds { least: days, usual: days, most: days },
    };
    for class in Class::ALL {
        let it = bounds(*class);
        assert!(it.least <= it.usual && it.usual <= it.most, "{class}");
    }
    // Two people undo a tenant change within 14 days, and an address is taken back within 72 hours.
    assert!(bounds(Class::Household).least > 14 && bounds(Class::Address).least > 14);
    assert!(bounds(Class::ListRows).most <= bounds(Class::TenantChange).least);
    assert!(bounds(Class::ListCopy).most <= bounds(Class::ListRows).least, "the copy goes before what it was about");
}

#[test]
fn a_client_chooses_within_the_bounds_only() {
    assert_eq!(Class::Household.check(30), Ok(()));
    assert_eq!(Class::Household.check(1825), Ok(()));
    assert!(matches!(Class::Household.check(29), Err(TermFault::OutOfBounds(_))));
    assert!(matches!(Class::Household.check(1826), Err(TermFault::OutOfBounds(_))));
    assert_eq!(Class::Mail.check(365), Err(TermFault::NotTheirs));
    assert_eq!((Class::Household.days(None), Class::Household.days(Some(60))), (730, 60));
    assert_eq!(Class::Household.days(Some(1)), 30, "what was chosen under other bounds");
    assert_eq!(Class::Mail.days(Some(1)), 365);
    let now = Time::from_micros(1_795_431_600_000_000);
    assert_eq!(now - Class::Session.over_before(None, now), Span::days(30));
}
