//! Moments and days: both nights in which the clock moves, and properties on any number and text.

use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn moment(text: &str) -> Time {
    Time::from_micros(text.parse::<Timestamp>().unwrap().as_microsecond())
}

#[test]
fn a_time_of_day_is_one_of_the_wall() {
    let at = |day: &str, hour, minute| Day::parse(day).unwrap().at(hour, minute);
    let local = at("2026-11-24", 22, 30).unwrap().local();
    assert_eq!((local.day.to_string().as_str(), local.hour, local.minute), ("2026-11-24", 22, 30));
    assert_eq!(at("2026-11-24", 24, 0), None);
    assert_eq!(at("2026-11-24", 9, 60), None);
    assert_eq!(at("2026-03-29", 2, 30).unwrap().local().hour, 3, "the hour that is left out");
}

#[test]
fn the_zone_is_compiled_in() {
    assert_eq!(TimeZone::get(ZONE).unwrap().iana_name(), Some(ZONE));
    assert_eq!(AMSTERDAM.iana_name(), Some(ZONE));
}

#[test]
fn a_day_starts_at_midnight_in_amsterdam_in_both_dst_nights() {
    assert_eq!(day("2026-12-01").starts_at(), moment("2026-11-30T23:00:00Z"));
    assert_eq!(day("2026-07-01").starts_at(), moment("2026-06-30T22:00:00Z"));
    for (text, hours) in [("2026-03-29", 23), ("2026-10-25", 25), ("2026-11-23", 24)] {
        assert_eq!(day(text).next().starts_at() - day(text).starts_at(), Span::hours(hours), "{text}");
    }
    assert_eq!(day("2026-12-31").next(), day("2027-01-01"));
    assert_eq!(day("2028-02-28").next(), day("2028-02-29"));
    assert_eq!(day("2999-12-31").next(), day("2999-12-31"));
}

#[test]
fn only_iso_days_that_exist() {
    for bad in [
        "",
        "2026-2-1",
        "2026-02-30",
        "26-02-01",
        "2026-13-01",
        "14-02-205",
        "2026/02/01",
        " 2026-02-01",
        "2026-02-01T00:00",
        "+026-02-01",
        "1899-12-31",
        "3000-01-01",
        "٢٠٢٦-02-01",
    ] {
        assert_eq!(Day::parse(bad), Err(NotADay), "{bad}");
    }
    assert_eq!(day("2026-12-01").to_string(), "2026-12-01");
}

#[test]
fn wall_clock_in_summer_and_winter() {
    let winter = moment("2026-11-23T13:03:00Z").local();
    assert_eq!(winter, Local { day: day("2026-11-23"), hour: 14, minute: 3 });
    assert_eq!(moment("2026-07-01T22:30:00Z").local().day, day("2026-07-02"));
    assert_eq!((day("2026-11-23").weekday(), day("2026-11-29").weekday()), (1, 7));
    assert_eq!(moment("2026-11-23T13:03:00.25Z").rfc3339(), "2026-11-23T13:03:00Z");
}

#[test]
fn lengths_are_written_and_read() {
    for (text, span) in
        [("90s", Span::seconds(90)), ("15m", Span::minutes(15)), ("1d", Span::hours(24)), ("250ms", Span::millis(250))]
    {
        assert_eq!(text.parse::<Span>().unwrap(), span);
        assert_eq!(span.to_string(), text);
    }
    assert_eq!(" 24h ".parse::<Span>().unwrap(), Span::days(1));
    for bad in ["", "h", "5", "-1h", "1.5h", "3 d", "1w", "9999999999999999d"] {
        assert_eq!(bad.parse::<Span>(), Err(NotASpan), "{bad}");
    }
    assert_eq!(Span::millis(1_001).seconds_up(), 2);
    assert_eq!(Span::seconds(2).seconds_up(), 2);
}

#[test]
fn days_are_counted_over_every_kind_of_night() {
    let until = |from: &str, to: &str| Day::parse(from).unwrap().days_until(Day::parse(to).unwrap());
    assert_eq!(until("2026-11-26", "2026-11-26"), 0);
    assert_eq!(until("2026-11-26", "2026-11-25"), 0, "never less than none");
    assert_eq!(until("2026-03-28", "2026-03-30"), 2, "also when one of them has 23 hours");
    assert_eq!(until("2026-10-24", "2026-10-26"), 2, "or 25");
    assert_eq!(until("2027-02-28", "2028-03-01"), 367);
    assert_eq!(until("1900-01-01", "2999-12-31"), u16::MAX, "at most");
}

proptest! {
    #[test]
    fn a_moment_lies_in_its_day(seconds in -2_000_000_000_i64..30_000_000_000, micros in 0_i64..1_000_000) {
        let at = Time::from_micros(seconds * 1_000_000 + micros);
        let today = Day::of(at);
        prop_assert!(today.starts_at() <= at);
        prop_assert!(at < today.next().starts_at());
        prop_assert_eq!(Day::of(today.starts_at()), today);
        prop_assert_eq!(Day::of(today.next().starts_at() - Span::from_micros(1)), today);
        prop_assert_eq!(Day::parse(&today.to_string()), Ok(today));
    }

    #[test]
    fn days_follow_one_another_in_23_to_25_hours(seconds in 0_i64..30_000_000_000) {
        let today = Day::of(Time::from_micros(seconds * 1_000_000));
        let length = today.next().starts_at() - today.starts_at();
        prop_assert!(Span::hours(23) <= length && length <= Span::hours(25));
    }

    #[test]
    fn nothing_overflows(a: i64, b: i64) {
        let (x, y) = (Time::from_micros(a), Time::from_micros(b));
        let _ = (x - y, x + Span::days(b), x - Span::from_micros(b), Span::from_micros(a) * b);
        let _ = (x.local(), x.to_string(), x.rfc3339(), Day::of(x).starts_at(), Span::from_micros(a).to_string());
        let _ = (Span::from_micros(a).seconds_up(), Span::from_micros(a).to_std(), x.seconds());
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,12}") {
        let _ = (Day::parse(&text), text.parse::<Span>());
    }
}

#[test]
fn days_as_people_write_them() {
    let read = |text| Day::typed(text).map(|day| day.to_string()).ok();
    for text in ["2026-12-01", "1-12-2026", "01/12/2026", "1.12.2026", "1 - 12 - 2026"] {
        assert_eq!(read(text).as_deref(), Some("2026-12-01"), "{text}");
    }
    for text in ["31-02-2026", "1-12", "1-12-26", "1-1-2026-1", "12-2026", ""] {
        assert_eq!(read(text), None, "{text}");
    }
}
