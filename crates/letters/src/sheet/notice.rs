//! The body of a letter about planned work: paragraphs, from the title to the name of the landlord.

use super::body::{Body, PART, TITLE};
use super::flow::{Flow, Style};
use super::{Piece, paper};
use crate::LetterError;
use crate::notice::NoticeContent;
use crate::type_face::Faces;

impl Body {
    /// Sets the body of a notice as large as the sheet allows.
    pub(crate) fn fit_notice(content: &NoticeContent<'_>, landlord: &str) -> Result<Self, LetterError> {
        let faces = Faces::get()?;
        Self::largest(|size| Self::set_notice(faces, content, landlord, size))
    }

    fn set_notice(faces: &Faces, content: &NoticeContent<'_>, landlord: &str, size: f32) -> Self {
        let width = paper::RIGHT - paper::LEFT;
        let mut flow = Flow { faces, x: paper::LEFT, width, y: paper::LETTER_TOP };
        let (plain, bold) = (Style::text(faces, size), Style::bold(faces, size));
        let title = flow.set(Style::bold(faces, size * TITLE), &content.notice.subject);
        let mut pieces = vec![Piece::Heading { level: 1, lines: title }];
        flow.skip(size * 0.35);
        let mut say = |style, said: &str, after: f32| {
            pieces.push(Piece::Text { lines: flow.set(style, said), code: None });
            flow.skip(size * after);
        };
        say(plain, &content.greeting, 0.5);
        say(bold, &content.notice.when, 0.5);
        for paragraph in &content.notice.paragraphs {
            say(plain, paragraph, 0.5);
        }
        say(plain, &content.nothing, 0.8);
        let lines = flow.set(Style::bold(faces, size * PART), &content.help.title);
        pieces.push(Piece::Heading { level: 2, lines });
        flow.skip(size * 0.1);
        for (style, said, after) in
            [(plain, content.help.text.as_str(), 0.9), (plain, &content.closing, 0.0), (bold, landlord, 0.0)]
        {
            pieces.push(Piece::Text { lines: flow.set(style, said), code: None });
            flow.skip(size * after);
        }
        Self { pieces, size, bottom: flow.y }
    }
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::*;
    use crate::{Letterhead, Notice};

    fn set(words: &str) -> Result<Body, LetterError> {
        let notice = Notice {
            subject: "Onderhoud aan het portaal".to_owned(),
            when: "Van maandag 23 november 2026 om 14:03 uur tot dinsdag 24 november 2026 om 6:00 uur.".to_owned(),
            paragraphs: vec![words.to_owned()],
        };
        let head = Letterhead::sample();
        Body::fit_notice(&NoticeContent::of(&notice, &head, Language::Nl), &head.landlord)
    }

    #[test]
    fn a_notice_of_the_longest_words_fits_in_large_type() {
        let body = set(&"U kunt niet inloggen. ".repeat(1_200 / 22)).unwrap();
        assert!(body.is_large() && body.bottom <= paper::BOTTOM, "{} {}", body.size, body.bottom);
        assert!(matches!(set(&"Lang. ".repeat(5_000)), Err(LetterError::DoesNotFit)));
    }
}
