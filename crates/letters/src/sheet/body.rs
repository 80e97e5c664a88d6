//! The body of a letter, set once for a whole run: everything that does not differ from home to home. It fits on the sheet, or
//! the type becomes a little smaller until it does.

use super::card::CardText;
use super::flow::{Flow, Style};
use super::paper::{self, mm};
use super::{Area, CardPlace, Ink, Piece, Placed, StepPlace};
use crate::LetterError;
use crate::content::{Content, Note, Pointer};
use crate::type_face::Faces;

/// The size of running text, in points, when there is room.
const TEXT: f32 = 13.0;
/// The least size that whoever writes a text of a letter has to leave room for, in points.
const LARGE: f32 = 11.0;
/// Titles and asides, of the size of the text.
pub(super) const TITLE: f32 = 1.65;
pub(super) const PART: f32 = 1.08;
const ASIDE: f32 = 0.9;
/// How far the type may shrink, in hundredths, before a letter is refused.
const LEAST: u16 = 55;

/// A body that fits.
pub(crate) struct Body {
    pub(crate) pieces: Vec<Piece>,
    /// The size of its running text.
    pub(crate) size: f32,
    /// Where it ends.
    pub(crate) bottom: f32,
}

/// The texts of a body and where it begins.
pub(crate) struct BodyText<'a> {
    pub(crate) content: &'a Content,
    /// The page in words.
    pub(crate) page: &'a str,
    /// The name under the closing words.
    pub(crate) landlord: &'a str,
    pub(crate) named: bool,
    /// The top of the title.
    pub(crate) top: f32,
}

impl Body {
    /// Sets the body as large as the sheet allows.
    pub(crate) fn fit(text: &BodyText<'_>) -> Result<Self, LetterError> {
        let faces = Faces::get()?;
        Self::largest(|size| Self::set(faces, text, size))
    }

    /// The largest that fits on the sheet.
    pub(super) fn largest(set: impl Fn(f32) -> Self) -> Result<Self, LetterError> {
        let sizes = (LEAST..=100).rev().map(|hundredths| TEXT * f32::from(hundredths) / 100.0);
        sizes.map(set).find(|body| body.bottom <= paper::BOTTOM).ok_or(LetterError::DoesNotFit)
    }

    fn set(faces: &Faces, text: &BodyText<'_>, size: f32) -> Self {
        let content = text.content;
        let width = paper::RIGHT - paper::LEFT;
        let mut flow = Flow { faces, x: paper::LEFT, width, y: text.top };
        let mut pieces = Vec::new();
        let plain = Style::text(faces, size);
        let lines = flow.set(Style::bold(faces, size * TITLE), &content.title);
        pieces.push(Piece::Heading { level: 1, lines });
        flow.skip(size * 0.35);
        for said in [&content.greeting, &content.intro] {
            pieces.push(Piece::Text { lines: flow.set(plain, said), code: None });
            flow.skip(size * 0.25);
        }
        flow.skip(size * 0.35);
        let card = CardText { card: &content.card, page: text.page, named: text.named };
        pieces.push(Piece::Card(CardPlace::set(&mut flow, &card, size)));
        flow.skip(size * 0.8);
        let lines = flow.set(Style::bold(faces, size * PART), &content.steps_title);
        pieces.push(Piece::Heading { level: 2, lines });
        flow.skip(size * 0.25);
        pieces.push(Piece::Steps(steps(&mut flow, content, size)));
        flow.skip(size * 0.35);
        notes(&mut flow, &content.notes, size, &mut pieces);
        flow.skip(size * 0.6);
        for (said, style) in [(content.closing.as_str(), plain), (text.landlord, Style::bold(faces, size))] {
            pieces.push(Piece::Text { lines: flow.set(style, said), code: None });
        }
        flow.skip(size * 0.7);
        pieces.push(Piece::Rule(Area { x: flow.x, y: flow.y, width, height: 0.75 }));
        flow.skip(size * 0.35);
        for pointer in &content.pointers {
            pieces.push(pointed(&mut flow, pointer, size * ASIDE));
        }
        Self { pieces, size, bottom: flow.y }
    }

    /// Its type is large enough for who reads with difficulty.
    pub(crate) fn is_large(&self) -> bool {
        self.size >= LARGE
    }
}

/// A number on a disc, and beside it what to do.
fn steps(flow: &mut Flow<'_>, content: &Content, size: f32) -> Vec<StepPlace> {
    let radius = size * 0.78;
    let indent = radius * 2.0 + mm(3.5);
    let faces = flow.faces;
    let mut placed = Vec::with_capacity(content.steps.len());
    for (step, number) in content.steps.iter().zip(1_u8..) {
        let top = flow.y;
        let mut inner = Flow { faces, x: flow.x + indent, width: flow.width - indent, y: top };
        let lines = inner.set(Style::text(faces, size), &step.paper);
        let first = lines.first().map_or(top + size, |line| line.y);
        let centre = (flow.x + radius, first - size * 0.334);
        let run = faces.bold.run(&number.to_string(), size);
        let number = Placed { x: centre.0 - run.width / 2.0, y: first, run, ink: Ink::OnBrand };
        placed.push(StepPlace { disc: (centre.0, centre.1, radius), number, lines });
        flow.y = inner.y + size * 0.42;
    }
    placed
}

/// Two notes beside each other.
fn notes(flow: &mut Flow<'_>, notes: &[Note; 2], size: f32, pieces: &mut Vec<Piece>) {
    let gap = mm(8.0);
    let width = (flow.width - gap) / 2.0;
    let (faces, top) = (flow.faces, flow.y);
    for (note, x) in notes.iter().zip([flow.x, flow.x + width + gap]) {
        let mut column = Flow { faces, x, width, y: top };
        let lines = column.set(Style::bold(faces, size * PART), &note.title);
        pieces.push(Piece::Heading { level: 2, lines });
        pieces.push(Piece::Text { lines: column.set(Style::text(faces, size), &note.text), code: None });
        flow.y = flow.y.max(column.y);
    }
}

/// The name of the language, and a few words in it.
fn pointed(flow: &mut Flow<'_>, pointer: &Pointer, size: f32) -> Piece {
    let faces = flow.faces;
    let indent = mm(25.0);
    let name = faces.bold.run(&format!("{} ", faces.readable(&pointer.name)), size);
    let mut inner = Flow { faces, x: flow.x + indent, width: flow.width - indent, y: flow.y };
    let text = inner.set(Style::text(faces, size).ink(Ink::Quiet), &pointer.text);
    let y = text.first().map_or(flow.y + size, |line| line.y);
    let mut lines = vec![Placed { x: flow.x, y, run: name, ink: Ink::Quiet }];
    lines.extend(text);
    flow.y = inner.y;
    Piece::Text { lines, code: Some(pointer.code) }
}

#[cfg(test)]
mod tests {
    use domain::language::Language;
    use proptest::prelude::*;

    use super::*;
    use crate::content::Purpose;
    use crate::{Kind, Letterhead};

    fn set(head: &Letterhead, purpose: Purpose, language: Language) -> Result<Body, LetterError> {
        let content = Content::of(purpose, head, language);
        let letter = purpose != Purpose::Instruction;
        let top = if letter { paper::LETTER_TOP } else { paper::INSTRUCTION_TOP };
        let (page, landlord) = (head.reset_page.as_str(), head.landlord.as_str());
        Body::fit(&BodyText { content: &content, page, landlord, named: letter, top })
    }

    fn inside(body: &Body) {
        for line in body.pieces.iter().flat_map(Piece::lines) {
            let blank = line.run.text.len() - line.run.text.trim_end().len();
            let wide: f32 = line.run.glyphs.iter().rev().skip(blank).map(|glyph| glyph.x_advance).sum();
            let right = line.x + wide * line.run.size;
            assert!(line.x >= paper::LEFT - 0.01 && right <= paper::RIGHT + 0.5, "{} ends at {right}", line.run.text);
            assert!(line.y <= paper::BOTTOM && line.y > paper::CLEAR.y, "{} at {}", line.run.text, line.y);
        }
    }

    const PURPOSES: [Purpose; 3] =
        [Purpose::Letter(Kind::FirstLogin), Purpose::Letter(Kind::PassOnAddress), Purpose::Instruction];

    #[test]
    fn the_type_is_large() {
        for language in Language::ALL {
            for purpose in PURPOSES {
                let body = set(&Letterhead::sample(), purpose, language).unwrap();
                println!("{purpose:?} {language:?}: {:.2} pt, ends at {:.1} mm", body.size, body.bottom / mm(1.0));
                assert!(body.size >= 12.0, "{purpose:?} {language:?}: {}", body.size);
                inside(&body);
            }
        }
    }

    #[test]
    fn a_long_help_text_makes_the_type_smaller_and_a_novel_is_refused() {
        let mut head = Letterhead::sample();
        head.brand.help.nl = "Bel ons op werkdagen van 9 tot 17 uur. ".repeat(8);
        let body = set(&head, PURPOSES[0], Language::Nl).unwrap();
        assert!(body.size < 12.9, "{}", body.size);
        inside(&body);
        head.brand.help.nl = "Bel ons. ".repeat(1_000);
        assert!(matches!(set(&head, PURPOSES[0], Language::Nl), Err(LetterError::DoesNotFit)));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
        #[test]
        fn any_letterhead_stays_on_the_sheet(landlord in "\\PC{0,120}", brand in "\\PC{0,60}", help in "[ \\PC\n]{0,200}") {
            let mut head = Letterhead::sample();
            head.landlord = landlord;
            head.brand.name = brand;
            head.brand.help.nl = help;
            for purpose in PURPOSES {
                match set(&head, purpose, Language::Nl) {
                    Ok(body) => inside(&body),
                    Err(error) => prop_assert!(matches!(error, LetterError::DoesNotFit)),
                }
            }
        }
    }
}
