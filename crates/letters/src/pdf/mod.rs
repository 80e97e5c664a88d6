//! Sheets to one tagged PDF (PDF/UA-1: the library refuses what is not): a section per letter, a bookmark per letter, everything
//! that only pleases the eye marked as such. What does not differ from home to home is set once; a page is then drawn in the time
//! it takes to compress it, and only its compressed form is kept.

mod colours;
mod notice;
mod pen;

use std::borrow::Cow;

use domain::language::Language;
use domain::time::Day;
use krilla::Document;
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::image::Image;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::TagTree;
use words::{Words, t};

use crate::content::{Content, Purpose};
use crate::qr::Code;
use crate::sheet::{Aside, Body, BodyText, CardPlace, Piece, address, paper};
use crate::type_face::Faces;
use crate::{Kind, Letter, LetterError, Letterhead, MOST};

use colours::Colours;
pub(crate) use notice::notices;
use pen::Pen;

/// See [`crate::letters`].
pub(crate) fn letters(
    head: &Letterhead,
    date: Day,
    letters: impl Iterator<Item = Letter>,
    language: Language,
) -> Result<Vec<u8>, LetterError> {
    head.check()?;
    let run = Run {
        first: letter_body(head, Kind::FirstLogin, language)?,
        address: letter_body(head, Kind::PassOnAddress, language)?,
        aside: Aside::set(Faces::get()?, &head.landlord, date, language),
    };
    let mut press = Press::start(head, language)?;
    for letter in letters {
        if press.pages == MOST {
            return Err(LetterError::TooMany);
        }
        press.letter(&run, &letter)?;
    }
    if press.pages == 0 {
        return Err(LetterError::Nothing);
    }
    let title = t!(Words::of(language), "letter-file", landlord = head.landlord);
    press.finish(title, Some(made(date)))
}

/// The day of the letters, as the file tells it.
fn made(date: Day) -> DateTime {
    let (year, month, day) = date.parts();
    DateTime::new(year.unsigned_abs()).month(month).day(day)
}

/// See [`crate::instruction_pdf`].
pub(crate) fn instruction(head: &Letterhead, language: Language) -> Result<Vec<u8>, LetterError> {
    head.check()?;
    let (content, body) = body(head, Purpose::Instruction, language)?;
    let faces = Faces::get()?;
    let mut press = Press::start(head, language)?;
    press.page(&content.title, |pen, head| {
        pen.mast(head, faces);
        draw(pen, &body, head, None)
    })?;
    press.finish(content.title.into(), None)
}

/// What is the same for every letter of a run.
struct Run {
    first: Body,
    address: Body,
    aside: Aside,
}

/// See [`crate::fits`].
pub(crate) fn fits(head: &Letterhead, language: Language) -> bool {
    let purposes = [Purpose::Letter(Kind::FirstLogin), Purpose::Letter(Kind::PassOnAddress), Purpose::Instruction];
    purposes.into_iter().all(|purpose| fit(head, purpose, language).is_ok_and(|(_, body)| body.is_large()))
}

fn letter_body(head: &Letterhead, kind: Kind, language: Language) -> Result<Body, LetterError> {
    body(head, Purpose::Letter(kind), language).map(|(_, body)| body)
}

/// The body with the client's own texts; where they leave no room, with the standard ones: a letter is never lost over them.
fn body(head: &Letterhead, purpose: Purpose, language: Language) -> Result<(Content, Body), LetterError> {
    match fit(head, purpose, language) {
        Err(LetterError::DoesNotFit) if !head.own.is_empty() => fit(&head.standard(), purpose, language),
        other => other,
    }
}

fn fit(head: &Letterhead, purpose: Purpose, language: Language) -> Result<(Content, Body), LetterError> {
    let content = Content::of(purpose, head, language);
    let named = purpose != Purpose::Instruction;
    let top = if named { paper::LETTER_TOP } else { paper::INSTRUCTION_TOP };
    let text = BodyText { content: &content, page: &head.reset_page, landlord: &head.landlord, named, top };
    let body = Body::fit(&text)?;
    Ok((content, body))
}

/// The document while it is made.
struct Press<'a> {
    head: &'a Letterhead,
    language: Language,
    colours: Colours,
    logo: Option<Image>,
    document: Document,
    tree: TagTree,
    outline: Outline,
    pages: usize,
}

impl<'a> Press<'a> {
    fn start(head: &'a Letterhead, language: Language) -> Result<Self, LetterError> {
        let ua = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
        let configuration = ua.map_err(|error| LetterError::Pdf(format!("{error:?}")))?;
        let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
        Ok(Self {
            head,
            language,
            colours: Colours::of(&head.brand),
            // One copy in the file, however many letters show it.
            logo: head
                .logo
                .as_ref()
                .map(|logo| Image::from_png(logo.png().to_vec().into(), true))
                .transpose()
                .map_err(LetterError::Pdf)?,
            document: Document::new_with(settings),
            tree: TagTree::new().with_lang(Some(language.tag().to_owned())),
            outline: Outline::new(),
            pages: 0,
        })
    }

    fn letter(&mut self, run: &Run, letter: &Letter) -> Result<(), LetterError> {
        let faces = Faces::get()?;
        let lines = letter.address();
        let bookmark = format!("{}: {}", letter.username.as_str(), lines.get(1).map_or("", String::as_str));
        let language = self.language;
        let body = match letter.kind {
            Kind::FirstLogin => &run.first,
            Kind::PassOnAddress => &run.address,
        };
        self.page(&bookmark, |pen, head| {
            to_home(pen, (head, faces), (&lines, &run.aside, letter.reference.as_deref()), language);
            draw(pen, body, head, Some(letter))
        })
    }

    /// A page and its bookmark.
    fn page(
        &mut self,
        bookmark: &str,
        draw: impl FnOnce(&mut Pen<'_>, &Letterhead) -> Result<(), LetterError>,
    ) -> Result<(), LetterError> {
        let size = PageSettings::from_wh(paper::WIDTH, paper::HEIGHT);
        let settings = size.ok_or_else(|| LetterError::Pdf("the size of the page".to_owned()))?;
        let mut page = self.document.start_page_with(settings);
        let mut pen = Pen::new(page.surface(), (&self.colours, self.logo.as_ref()), self.pages, self.language);
        draw(&mut pen, self.head)?;
        self.tree.push(pen.finish());
        page.finish();
        let start = XyzDestination::new(self.pages, Point::from_xy(0.0, 0.0));
        self.outline.push_child(OutlineNode::new(bookmark.to_owned(), start));
        self.pages += 1;
        Ok(())
    }

    fn finish(mut self, title: Cow<'_, str>, made: Option<DateTime>) -> Result<Vec<u8>, LetterError> {
        let metadata = Metadata::new()
            .title(title.into_owned())
            .language(self.language.tag().to_owned())
            .authors(vec![self.head.landlord.clone()])
            .creator(self.head.brand.name.clone());
        self.document.set_metadata(match made {
            Some(made) => metadata.creation_date(made),
            None => metadata,
        });
        self.document.set_outline(self.outline);
        self.document.set_tag_tree(self.tree);
        self.document.finish().map_err(|error| LetterError::Pdf(format!("{error:?}")))
    }
}

/// All above the body: who sends the letter, to which home, when, and under which reference.
fn to_home(
    pen: &mut Pen<'_>,
    (head, faces): (&Letterhead, &Faces),
    (lines, aside, reference): (&[String], &Aside, Option<&str>),
    language: Language,
) {
    pen.mast(head, faces);
    pen.folds();
    pen.paragraph(&address(faces, lines), Some("nl"));
    pen.paragraph(&aside.sender, None);
    let reference = reference.map(|text| aside.reference(faces, text, language));
    for lines in aside.date.iter().chain(reference.iter().flatten()) {
        pen.paragraph(lines, None);
    }
}

/// The body, and on its card what is of this home only.
fn draw(pen: &mut Pen<'_>, body: &Body, head: &Letterhead, letter: Option<&Letter>) -> Result<(), LetterError> {
    for piece in &body.pieces {
        match piece {
            Piece::Heading { level, lines } => pen.heading(*level, lines),
            Piece::Text { lines, code } => pen.paragraph(lines, *code),
            Piece::Steps(steps) => pen.steps(steps),
            Piece::Rule(area) => pen.rule(*area),
            Piece::Card(place) => card(pen, place, head, letter)?,
        }
    }
    Ok(())
}

fn card(pen: &mut Pen<'_>, place: &CardPlace, head: &Letterhead, letter: Option<&Letter>) -> Result<(), LetterError> {
    let page = head.page_for(letter.map(|letter| &letter.username));
    let code = Code::of(&page)?;
    pen.card(place);
    let [username, start] = place.labels.as_slice() else {
        return Err(LetterError::DoesNotFit);
    };
    pen.paragraph(std::slice::from_ref(username), None);
    match letter {
        Some(letter) => pen.paragraph(&[place.username(Faces::get()?, letter.username.as_str())], None),
        None => pen.paragraph(&place.later, None),
    }
    pen.paragraph(std::slice::from_ref(start), None);
    pen.paragraph(&place.page_lines, None);
    pen.code(place, &code, &t!(Words::of(pen.language()), "letter-qr", page = head.reset_page));
    Ok(())
}
