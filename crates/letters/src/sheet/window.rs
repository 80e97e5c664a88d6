//! The upper third: the address behind the window of the envelope, and beside it who sends the letter, when, and under which
//! reference. Nothing else comes near the window.

use domain::language::Language;
use domain::time::Day;
use words::{Words, t};

use super::flow::{Flow, Style};
use super::lines::lines;
use super::paper;
use super::{Ink, Placed};
use crate::type_face::Faces;

/// The type of an address, and the smallest that a sorting machine still reads well.
const LARGEST: f32 = 12.5;
const LEAST: f32 = 6.0;
/// The distance between baselines, of the size.
const LEADING: f32 = 1.24;
/// Longer than any line of an address (characters); what comes after it is cut off.
const LONGEST: usize = 200;

/// The address, as large as the room behind the window allows.
pub(crate) fn address(faces: &Faces, address: &[String]) -> Vec<Placed> {
    let shown: Vec<String> = address.iter().map(|line| one_line(faces, line)).collect();
    let mut size = LARGEST;
    let mut broken = broken(faces, &shown, size);
    while size > LEAST && size * LEADING * count(&broken) > paper::ADDRESS.height {
        size -= 0.25;
        broken = self::broken(faces, &shown, size);
    }
    let mut y = paper::ADDRESS.y + size * 0.94;
    let mut placed = Vec::with_capacity(broken.len());
    for (at, line) in broken.iter().enumerate() {
        if y > paper::ADDRESS.y + paper::ADDRESS.height {
            break;
        }
        // A blank at the end of a line keeps the words apart for who listens to the letter.
        let whole = if at + 1 < broken.len() { format!("{line} ") } else { line.clone() };
        placed.push(Placed { x: paper::ADDRESS.x, y, run: faces.regular.run(&whole, size), ink: Ink::Dark });
        y += size * LEADING;
    }
    placed
}

fn broken(faces: &Faces, shown: &[String], size: f32) -> Vec<String> {
    shown.iter().flat_map(|line| lines(&faces.regular, size, line, paper::ADDRESS.width)).collect()
}

fn count(lines: &[String]) -> f32 {
    u16::try_from(lines.len()).map_or(f32::INFINITY, f32::from)
}

fn one_line(faces: &Faces, text: &str) -> String {
    faces.readable(text).replace('\n', " ").chars().take(LONGEST).collect()
}

/// What stands beside the window.
pub(crate) struct Aside {
    /// The landlord.
    pub(crate) sender: Vec<Placed>,
    /// "Datum" and the day.
    pub(crate) date: [Vec<Placed>; 2],
    /// Where the reference goes: the top.
    top: f32,
}

impl Aside {
    /// Set once for a run.
    pub(crate) fn set(faces: &Faces, landlord: &str, date: Day, language: Language) -> Self {
        let w = Words::of(language);
        let mut flow = column(faces, paper::ASIDE.y);
        let sender = flow.set(Style::bold(faces, 11.5), &one_line(faces, landlord));
        flow.skip(6.0);
        let date = [flow.set(label(faces), &t!(w, "letter-date")), flow.set(value(faces), &w.day(date))];
        Self { sender, date, top: flow.y + 6.0 }
    }

    /// "Kenmerk" and the reference of one letter, as far as there is room.
    pub(crate) fn reference(&self, faces: &Faces, reference: &str, language: Language) -> [Vec<Placed>; 2] {
        let mut flow = column(faces, self.top);
        let label = flow.set(label(faces), &t!(Words::of(language), "letter-reference"));
        let value = flow.set(value(faces), &one_line(faces, reference));
        [label, value].map(|mut lines| {
            lines.retain(|line| line.y <= paper::ASIDE.y + paper::ASIDE.height);
            lines
        })
    }
}

fn column(faces: &Faces, y: f32) -> Flow<'_> {
    Flow { faces, x: paper::ASIDE.x, width: paper::ASIDE.width, y }
}

fn label(faces: &Faces) -> Style<'_> {
    Style::text(faces, 10.0).ink(Ink::Quiet)
}

fn value(faces: &Faces) -> Style<'_> {
    Style::text(faces, 11.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn set(lines: &[&str]) -> Vec<Placed> {
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        address(Faces::get().unwrap(), &lines)
    }

    #[test]
    fn an_address_stands_in_large_type() {
        let placed = set(&["De bewoner(s) van", "Tulpstraat 12 A", "1234 AB Almelo"]);
        assert_eq!(placed.len(), 3);
        assert!((placed[0].run.size - LARGEST).abs() < 0.01);
    }

    #[test]
    fn a_long_street_takes_two_lines() {
        let street = "Burgemeester Schimmelpenninck van der Oyestraatweg-Noord 1234 bis A";
        let placed = set(&["De bewoner(s) van", street, "1234 AB Nieuwerkerk aan den IJssel"]);
        assert_eq!(placed.len(), 4);
        assert!(placed[0].run.size >= 12.0, "{}", placed[0].run.size);
    }

    #[test]
    fn the_address_is_far_from_all_else() {
        let (inner, outer) = (paper::ADDRESS, paper::CLEAR);
        assert!(inner.x > outer.x && inner.x + inner.width < outer.x + outer.width);
        assert!(paper::ASIDE.x > outer.x + outer.width);
        assert!(paper::MAST_LINE < outer.y && paper::LETTER_TOP > outer.y + outer.height);
    }

    proptest! {
        #[test]
        fn any_address_stays_behind_the_window(lines in prop::collection::vec("\\PC{0,120}", 1..4)) {
            let placed = address(Faces::get().unwrap(), &lines);
            let room = paper::ADDRESS;
            for line in placed {
                let wide = Faces::get().unwrap().regular.width(line.run.text.trim_end(), line.run.size);
                prop_assert!(line.x + wide <= room.x + room.width + 0.01 || line.run.glyphs.len() <= 2);
                prop_assert!(line.y - line.run.size * 0.9 >= room.y && line.y <= room.y + room.height);
            }
        }
    }
}
