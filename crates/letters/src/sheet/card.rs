//! The card on the letter: the username, large, and the page in words, with the QR code beside them. Everything but username and
//! code is the same for a whole run, and is set once.

use super::flow::{Flow, Style};
use super::paper::{self, mm};
use super::{Area, Ink, Placed};
use crate::content::Card;
use crate::qr::QUIET;
use crate::type_face::Faces;

/// The largest type of a username, and the smallest: even the longest username fits then.
const NAME: f32 = 32.0;
const NAME_LEAST: f32 = 14.0;

/// White around the code: four modules of a code of 33 (version 4) or more.
const EDGE: f32 = mm(3.7);
/// Between the white square and the edge of the card.
const MARGIN: f32 = mm(1.5);
const PADDING: f32 = mm(6.0);

/// Where the parts of the card stand.
#[derive(Clone)]
pub(crate) struct CardPlace {
    pub(crate) area: Area,
    /// The white square around the code.
    pub(crate) white: Area,
    /// "Uw gebruikersnaam", and "De pagina waar u begint".
    pub(crate) labels: Vec<Placed>,
    /// Where the username goes: left, baseline, and the room it has.
    pub(crate) name: (f32, f32, f32),
    /// Where the username comes from; empty when it is on the card.
    pub(crate) later: Vec<Placed>,
    pub(crate) page_lines: Vec<Placed>,
}

/// What is written on a card.
pub(crate) struct CardText<'a> {
    pub(crate) card: &'a Card,
    pub(crate) page: &'a str,
    /// Whether the username stands on it.
    pub(crate) named: bool,
}

impl CardPlace {
    /// A card across the column, with its top where the flow is.
    pub(crate) fn set(flow: &mut Flow<'_>, text: &CardText<'_>, size: f32) -> Self {
        let faces = flow.faces;
        let top = flow.y;
        let side = paper::QR + 2.0 * EDGE;
        let white = Area { x: flow.x + flow.width - side - MARGIN, y: top + MARGIN, width: side, height: side };
        let room = white.x - flow.x - 2.0 * PADDING;
        let mut inner = Flow { faces, x: flow.x + PADDING, width: room, y: top + mm(4.5) };
        let quiet = Style::text(faces, size).ink(Ink::Quiet);
        let mut labels = inner.set(quiet, &text.card.username);
        let mut later = Vec::new();
        let name = (inner.x, inner.y + NAME * 0.88, room);
        if text.named {
            inner.skip(NAME * 1.16);
        } else {
            later = inner.set(Style::bold(faces, size * 1.1), &text.card.username_later);
        }
        inner.skip(mm(2.0));
        labels.extend(inner.set(quiet, &text.card.page));
        let page_lines = inner.set(Style::bold(faces, size), text.page);
        let height = (inner.y - top + mm(3.5)).max(side + 2.0 * MARGIN);
        flow.y = top + height;
        Self { area: Area { x: flow.x, y: top, width: flow.width, height }, white, labels, name, later, page_lines }
    }

    /// Where a code of that many modules goes: 30 mm, or what leaves four modules of white around it (ISO/IEC 18004).
    pub(crate) fn code(&self, modules: usize) -> Area {
        let number = |modules: usize| u16::try_from(modules).map_or(1.0, f32::from);
        let most = self.white.width * number(modules) / number(modules + 2 * QUIET);
        let side = paper::QR.min(most);
        let edge = (self.white.width - side) / 2.0;
        Area { x: self.white.x + edge, y: self.white.y + edge, width: side, height: side }
    }

    /// The username in the room it has: as large as fits.
    pub(crate) fn username(&self, faces: &Faces, username: &str) -> Placed {
        let (x, y, room) = self.name;
        let shown = faces.readable(username);
        let wide = faces.mono.width(&shown, 1.0).max(0.1);
        let size = (room / wide).clamp(NAME_LEAST.min(room / wide), NAME);
        Placed { x, y, run: faces.mono.run(&shown, size), ink: Ink::Dark }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place() -> CardPlace {
        let faces = Faces::get().unwrap();
        let mut flow = Flow { faces, x: paper::LEFT, width: paper::RIGHT - paper::LEFT, y: 0.0 };
        let card = Card { username: "x".to_owned(), username_later: String::new(), page: "x".to_owned() };
        CardPlace::set(&mut flow, &CardText { card: &card, page: "https://example.nl/", named: true }, 12.0)
    }

    #[test]
    fn the_longest_username_fits_and_a_usual_one_is_large() {
        let (faces, place) = (Faces::get().unwrap(), place());
        let size = |name: &str| place.username(faces, name).run;
        assert!((size("ALMELO01").size - NAME).abs() < 0.01);
        let longest = size("ABCDEFGHIJKLMNOPQRST4294967295");
        assert!(longest.width <= place.name.2 + 0.01 && longest.size >= 12.0, "{}", longest.size);
    }

    #[test]
    fn a_code_always_has_four_modules_of_white_around_it() {
        let place = place();
        for modules in [21, 29, 33, 37, 41, 57] {
            let code = place.code(modules);
            let module = code.width / u16::try_from(modules).map(f32::from).unwrap();
            assert!(code.x - place.white.x >= module * 4.0 - 0.01, "{modules}");
            assert!(code.width > mm(27.0) && code.width <= mm(30.01), "{modules}: {}", code.width);
        }
        assert!((place.code(41).width - mm(30.0)).abs() < 0.01);
    }
}
