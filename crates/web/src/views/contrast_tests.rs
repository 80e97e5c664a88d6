//! Measures every pair of colours that meets on a page, by day and by night, from the tokens themselves
//! (WCAG 2.2, 1.4.3 and 1.4.11).

use std::collections::BTreeMap;

use domain::brand::Colour;
use proptest::prelude::*;

use super::brand_css;

const TEXT: f64 = 4.5;
const EDGE: f64 = 3.0;

/// What stands on what, and how well it must be seen.
const PAIRS: [(&str, &str, f64); 46] = [
    ("ink", "paper", TEXT),
    ("ink", "surface", TEXT),
    ("ink", "canal-soft", TEXT),
    ("ink", "brick-soft", TEXT),
    ("ink", "moss-soft", TEXT),
    ("ink", "amber-soft", TEXT),
    ("ink", "red-soft", TEXT),
    ("quiet", "paper", TEXT),
    ("quiet", "surface", TEXT),
    ("quiet", "canal-soft", TEXT),
    ("canal", "paper", TEXT),
    ("canal", "surface", TEXT),
    ("canal", "canal-soft", TEXT),
    ("canal-strong", "paper", TEXT),
    ("canal-strong", "surface", TEXT),
    ("canal-strong", "canal-soft", TEXT),
    ("on-canal", "canal", TEXT),
    ("on-canal", "canal-strong", TEXT),
    ("brick", "paper", TEXT),
    ("brick", "surface", TEXT),
    ("brick", "brick-soft", TEXT),
    ("moss", "paper", TEXT),
    ("moss", "surface", TEXT),
    ("moss", "moss-soft", TEXT),
    ("amber", "paper", TEXT),
    ("amber", "surface", TEXT),
    ("amber", "amber-soft", TEXT),
    ("red", "paper", TEXT),
    ("red", "surface", TEXT),
    ("red", "red-soft", TEXT),
    ("edge", "paper", EDGE),
    ("edge", "surface", EDGE),
    ("canal", "amber-soft", EDGE),
    ("canal", "moss-soft", EDGE),
    ("canal", "red-soft", EDGE),
    ("canal", "brick-soft", EDGE),
    ("moss", "canal-soft", EDGE),
    ("amber", "canal-soft", EDGE),
    ("red", "canal-soft", EDGE),
    ("edge", "canal-soft", EDGE),
    ("canal", "paper", EDGE),
    ("red", "paper", EDGE),
    ("ink", "line", EDGE),
    ("canal-strong", "amber-soft", TEXT),
    ("canal", "line", EDGE),
    ("red", "line", EDGE),
];

/// The colours among the tokens of one room.
fn colours(css: &str) -> BTreeMap<&str, Colour> {
    css.lines()
        .filter_map(|line| {
            let (name, value) = line.trim().strip_prefix("--hs-")?.split_once(": ")?;
            Some((name, Colour::parse(value.trim_end_matches(';')).ok()?))
        })
        .collect()
}

fn too_faint(room: &BTreeMap<&str, Colour>) -> Vec<String> {
    PAIRS
        .iter()
        .filter_map(|(over, under, least)| {
            let (Some(one), Some(other)) = (room.get(over), room.get(under)) else {
                return Some(format!("{over} or {under} is not there"));
            };
            let measured = one.contrast(*other);
            (measured < *least).then(|| format!("{over} on {under}: {measured:.2} < {least}"))
        })
        .collect()
}

fn rooms() -> [BTreeMap<&'static str, Colour>; 2] {
    let (day, night) = include_str!("../../assets/css/tokens.css").split_once("@media").expect("two rooms");
    [colours(day), colours(night)]
}

#[test]
fn every_pair_can_be_seen_by_day_and_by_night() {
    for (name, room) in ["day", "night"].into_iter().zip(rooms()) {
        let faults = too_faint(&room);
        assert!(faults.is_empty(), "{name}: {faults:#?}");
    }
}

#[test]
fn night_changes_every_colour_of_the_day() {
    let [day, night] = rooms();
    assert_eq!(day.keys().collect::<Vec<_>>(), night.keys().collect::<Vec<_>>());
}

/// A room in which a client's own colour has taken the place of the house's.
fn branded(room: &BTreeMap<&'static str, Colour>, css: &str) -> BTreeMap<&'static str, Colour> {
    let mut room = room.clone();
    for (name, colour) in &mut room {
        let own = css.split_once(&format!("--hs-{name}:")).and_then(|(_, rest)| Colour::parse(rest.get(..7)?).ok());
        *colour = own.unwrap_or(*colour);
    }
    room
}

fn too_faint_in(own: Colour) -> Vec<String> {
    let css = brand_css::stylesheet(own);
    let (day, night) = css.split_once("@media").expect("two rooms");
    rooms().iter().zip([day, night]).flat_map(|(room, css)| too_faint(&branded(room, css))).collect()
}

#[test]
fn a_clients_white_black_greys_and_yellows_become_readable_on_everything() {
    let greys = (0..=255).step_by(5).map(|part| format!("#{part:02x}{part:02x}{part:02x}"));
    let bright = ["#ffff00", "#fff59d", "#00ff00", "#00ffff", "#ff00ff", "#ffffff", "#000000"].map(str::to_owned);
    for text in greys.chain(bright) {
        let faults = too_faint_in(Colour::parse(&text).expect("a colour"));
        assert!(faults.is_empty(), "{text}: {faults:#?}");
    }
}

proptest! {
    #[test]
    fn any_colour_of_a_client_becomes_readable_on_everything([red, green, blue]: [u8; 3]) {
        let own = Colour::parse(&format!("#{red:02x}{green:02x}{blue:02x}")).expect("a colour");
        let faults = too_faint_in(own);
        prop_assert!(faults.is_empty(), "{own}: {faults:#?}");
    }
}

#[test]
fn a_colour_that_is_left_as_it_is_would_be_seen() {
    let [day, _] = rooms();
    let faint = branded(&day, "--hs-canal:#ffff00;--hs-on-canal:#ffffff;");
    assert!(too_faint(&faint).len() > 4);
}

#[test]
fn the_measure_sees_a_planted_fault() {
    let [mut day, _] = rooms();
    day.insert("quiet", Colour::parse("#8d979c").expect("a colour"));
    assert_eq!(too_faint(&day).len(), 3);
}
