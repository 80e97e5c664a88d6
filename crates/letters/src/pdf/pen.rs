//! Drawing on one page, and saying what each thing is. What is drawn is either in the tree of the page or marked as decoration,
//! never neither: screen readers and the validator rely on it.

use std::num::NonZeroU16;

use domain::language::Language;
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, LineCap, LineJoin, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, ListNumbering, Node, SpanTag, Tag, TagGroup,
};

use crate::qr::Code;
use crate::sheet::{Area, CardPlace, Ink, Placed, StepPlace, paper};
use crate::type_face::Faces;
use crate::{Letterhead, Picture};

use super::colours::Colours;

/// Of a corner that is a quarter of a circle (of its radius).
const ROUND: f32 = 0.552;

/// A page being drawn.
pub(super) struct Pen<'a> {
    surface: Surface<'a>,
    colours: &'a Colours,
    logo: Option<&'a Image>,
    section: TagGroup,
    page: usize,
    language: Language,
}

impl<'a> Pen<'a> {
    pub(super) fn new(
        surface: Surface<'a>,
        (colours, logo): (&'a Colours, Option<&'a Image>),
        page: usize,
        language: Language,
    ) -> Self {
        Self { surface, colours, logo, section: TagGroup::new(Tag::Section), page, language }
    }

    /// The language of the letter.
    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// Ends the page; what is on it, as a tree.
    pub(super) fn finish(self) -> TagGroup {
        self.surface.finish();
        self.section
    }

    /// The mark and the name of the brand, with a line under them.
    pub(super) fn mast(&mut self, head: &Letterhead, faces: &Faces) {
        let (size, area) = (17.0, paper::MAST);
        let x = match (&head.logo, &head.brand.logo) {
            (Some(logo), _) => self.logo(area, logo),
            (None, None) => {
                self.mark(area);
                area.x + area.height * 0.78
            }
            (None, Some(_)) => area.x,
        };
        let mut name = faces.readable(&head.brand.name).replace('\n', " ");
        while faces.bold.width(&name, size) > area.x + area.width - x && name.pop().is_some() {}
        let run = faces.bold.run(&name, size);
        let y = area.y + area.height / 2.0 + size * 0.334;
        self.paragraph(&[Placed { x, y, run, ink: Ink::Brand }], None);
        self.rule(Area { x: paper::LEFT, y: paper::MAST_LINE, width: paper::RIGHT - paper::LEFT, height: 0.75 });
    }

    /// The client's logo, as high as the mast or a third of its width; where the name begins. The landlord is named in words on
    /// every letter, so the picture is for the eye only.
    fn logo(&mut self, area: Area, picture: &Picture) -> f32 {
        let (width, height) = picture.size();
        let ratio = side(width) / side(height).max(1.0);
        let width = (area.height * ratio).min(area.width / 3.0);
        let height = width / ratio;
        let place = Transform::from_translate(area.x, area.y + (area.height - height) / 2.0);
        if let (Some(logo), Some(size)) = (self.logo.cloned(), Size::from_wh(width, height)) {
            self.decoration(|surface| {
                surface.push_transform(&place);
                surface.draw_image(logo, size);
                surface.pop();
            });
        }
        area.x + width + area.height * 0.25
    }

    /// The house's own mark: a key whose bow is a house.
    fn mark(&mut self, area: Area) {
        let unit = area.height / 32.0;
        let at = |x: f32, y: f32| (area.x - 6.0 * unit + x * unit, area.y + y * unit);
        let mut path = PathBuilder::new();
        for line in [
            &[(16.0, 2.5), (26.0, 11.0), (26.0, 19.0), (6.0, 19.0), (6.0, 11.0), (16.0, 2.5)][..],
            &[(16.0, 19.0), (16.0, 29.5), (22.0, 29.5)],
            &[(16.0, 24.0), (21.0, 24.0)],
        ] {
            for (index, (x, y)) in line.iter().enumerate() {
                let (x, y) = at(*x, *y);
                if index == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
            }
        }
        let brand = self.colours.brand;
        self.decoration(|surface| stroke(surface, path.finish(), brand, 3.0 * unit));
    }

    /// Small marks at the left edge where the letter is folded.
    pub(super) fn folds(&mut self) {
        let line = self.colours.quiet;
        self.decoration(|surface| {
            for y in paper::FOLDS {
                let mut path = PathBuilder::new();
                path.move_to(paper::FOLD_FROM, y);
                path.line_to(paper::FOLD_TO, y);
                stroke(surface, path.finish(), line, 0.5);
            }
        });
    }

    /// A thin line across.
    pub(super) fn rule(&mut self, area: Area) {
        let line = self.colours.line;
        self.decoration(|surface| fill(surface, rect(area).and_then(boxed), line));
    }

    /// A title. Readers of the file list the titles: their text is given whole.
    pub(super) fn heading(&mut self, level: u16, lines: &[Placed]) {
        let title: String = lines.iter().map(|line| line.run.text.as_str()).collect();
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        let text = self.text(lines);
        self.section.push(TagGroup::with_children(Tag::Hn(level, Some(title)), text));
    }

    /// A paragraph, in a language of its own or in that of the letter.
    pub(super) fn paragraph(&mut self, lines: &[Placed], code: Option<&str>) {
        if lines.is_empty() {
            return;
        }
        let text = self.text(lines);
        self.section.push(TagGroup::with_children(Tag::P.with_lang(code.map(str::to_owned)), text));
    }

    /// A numbered list.
    pub(super) fn steps(&mut self, steps: &[StepPlace]) {
        let brand = self.colours.brand;
        let mut list = TagGroup::new(Tag::L(ListNumbering::Decimal));
        for step in steps {
            self.decoration(|surface| fill(surface, disc(step.disc), brand));
            let label = self.text(std::slice::from_ref(&step.number));
            let said = self.text(&step.lines);
            let mut item = TagGroup::new(Tag::LI);
            item.push(TagGroup::with_children(Tag::Lbl, label));
            item.push(TagGroup::with_children(Tag::LBody, said));
            list.push(item);
        }
        self.section.push(list);
    }

    /// The paper of the card, and the white square for the code.
    pub(super) fn card(&mut self, place: &CardPlace) {
        let card = self.colours.card;
        self.decoration(|surface| {
            fill(surface, rounded(place.area, paper::mm(3.2)), card);
            fill(surface, rounded(place.white, paper::mm(2.0)), rgb::Color::white());
        });
    }

    /// The QR code, black on white whatever the brand, with its words for who cannot see it.
    pub(super) fn code(&mut self, place: &CardPlace, code: &Code, words: &str) {
        let area = place.code(code.size);
        let id = self.surface.start_tagged(ContentTag::Other);
        let module = area.width / number(code.size).max(1.0);
        self.surface.push_transform(&Transform::from_row(module, 0.0, 0.0, module, area.x, area.y));
        fill(&mut self.surface, modules(code), rgb::Color::black());
        self.surface.pop();
        self.surface.end_tagged();
        let bounds = rect(area).map(|bounds| BBox::new(self.page, bounds));
        let figure = Tag::Figure(Some(words.to_owned())).with_bbox(bounds);
        self.section.push(TagGroup::with_children(figure, vec![id.into()]));
    }

    /// Lines of text, each tagged by itself.
    fn text(&mut self, lines: &[Placed]) -> Vec<Node> {
        lines.iter().map(|line| self.line(line).into()).collect()
    }

    fn line(&mut self, line: &Placed) -> Identifier {
        let id = self.surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        let run = &line.run;
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(paint(self.colours.ink(line.ink))));
        let start = Point::from_xy(line.x, line.y);
        self.surface.draw_glyphs(start, &run.glyphs, run.font.clone(), &run.text, run.size, false);
        self.surface.end_tagged();
        id
    }

    /// Something for the eye only.
    fn decoration(&mut self, draw: impl FnOnce(&mut Surface<'a>)) {
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
        draw(&mut self.surface);
        self.surface.end_tagged();
    }
}

fn paint(colour: rgb::Color) -> Fill {
    Fill { paint: colour.into(), ..Fill::default() }
}

fn fill(surface: &mut Surface<'_>, path: Option<Path>, colour: rgb::Color) {
    if let Some(path) = path {
        surface.set_stroke(None);
        surface.set_fill(Some(paint(colour)));
        surface.draw_path(&path);
    }
}

fn stroke(surface: &mut Surface<'_>, path: Option<Path>, colour: rgb::Color, width: f32) {
    if let Some(path) = path {
        let line = Stroke {
            paint: colour.into(),
            width,
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            opacity: NormalizedF32::ONE,
            ..Stroke::default()
        };
        surface.set_fill(None);
        surface.set_stroke(Some(line));
        surface.draw_path(&path);
    }
}

fn rect(area: Area) -> Option<Rect> {
    Rect::from_xywh(area.x, area.y, area.width, area.height)
}

fn boxed(rect: Rect) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(rect);
    path.finish()
}

fn rounded(area: Area, radius: f32) -> Option<Path> {
    let (left, top) = (area.x, area.y);
    let (right, bottom) = (left + area.width, top + area.height);
    let arm = radius * (1.0 - ROUND);
    let mut path = PathBuilder::new();
    path.move_to(left + radius, top);
    path.line_to(right - radius, top);
    path.cubic_to(right - arm, top, right, top + arm, right, top + radius);
    path.line_to(right, bottom - radius);
    path.cubic_to(right, bottom - arm, right - arm, bottom, right - radius, bottom);
    path.line_to(left + radius, bottom);
    path.cubic_to(left + arm, bottom, left, bottom - arm, left, bottom - radius);
    path.line_to(left, top + radius);
    path.cubic_to(left, top + arm, left + arm, top, left + radius, top);
    path.close();
    path.finish()
}

fn disc((x, y, radius): (f32, f32, f32)) -> Option<Path> {
    rounded(Area { x: x - radius, y: y - radius, width: radius * 2.0, height: radius * 2.0 }, radius)
}

/// The dark modules, each a square of one: whole numbers are short, and a page of them is written twice as fast.
fn modules(code: &Code) -> Option<Path> {
    let mut path = PathBuilder::new();
    for dark in &code.runs {
        if let Some(run) = Rect::from_xywh(number(dark.from), number(dark.row), number(dark.length), 1.0) {
            path.push_rect(run);
        }
    }
    path.finish()
}

fn side(pixels: u32) -> f32 {
    u16::try_from(pixels).map_or(f32::from(u16::MAX), f32::from)
}

fn number(modules: usize) -> f32 {
    u16::try_from(modules).map_or(0.0, f32::from)
}
