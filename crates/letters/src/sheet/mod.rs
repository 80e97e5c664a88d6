//! The sheet: where every line of a letter stands. Pure sums over the widths of the faces; drawing is a matter of `pdf`.

mod body;
mod card;
mod flow;
mod lines;
mod notice;
pub(crate) mod paper;
mod window;

use crate::type_face::Run;

pub(crate) use body::{Body, BodyText};
pub(crate) use card::CardPlace;
pub(crate) use window::{Aside, address};

/// What a thing is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ink {
    /// Text.
    Dark,
    /// Labels and asides.
    Quiet,
    /// The colour of the brand.
    Brand,
    /// On the colour of the brand.
    OnBrand,
}

/// A line at its place: points from the left and the top of the sheet, at the baseline.
#[derive(Clone)]
pub(crate) struct Placed {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) run: Run,
    pub(crate) ink: Ink,
}

/// A rectangle in points from the left and the top of the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

/// A piece of the body, in reading order.
#[derive(Clone)]
pub(crate) enum Piece {
    /// The title of the letter (level 1) or of a part (level 2).
    Heading { level: u16, lines: Vec<Placed> },
    /// A paragraph; in a language of its own, or in that of the letter.
    Text { lines: Vec<Placed>, code: Option<&'static str> },
    /// The username, the page and the QR code.
    Card(CardPlace),
    /// Things to do, numbered.
    Steps(Vec<StepPlace>),
    /// A thin line across, for the eye only.
    Rule(Area),
}

/// One thing to do, at its place.
#[derive(Clone)]
pub(crate) struct StepPlace {
    /// The disc behind the number: its centre and radius.
    pub(crate) disc: (f32, f32, f32),
    pub(crate) number: Placed,
    pub(crate) lines: Vec<Placed>,
}

#[cfg(test)]
impl Piece {
    /// Every line of text in it.
    pub(crate) fn lines(&self) -> Vec<&Placed> {
        match self {
            Self::Heading { lines, .. } | Self::Text { lines, .. } => lines.iter().collect(),
            Self::Card(card) => card.labels.iter().chain(&card.later).chain(&card.page_lines).collect(),
            Self::Steps(steps) => {
                steps.iter().flat_map(|step| std::iter::once(&step.number).chain(&step.lines)).collect()
            }
            Self::Rule(_) => Vec::new(),
        }
    }
}
