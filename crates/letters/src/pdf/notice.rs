//! Letters about planned work: the same body for every home, behind its address.

use domain::home::Home;
use domain::language::Language;
use domain::time::Day;
use words::{Words, t};

use super::{Press, made, to_home};
use crate::letter::address_of;
use crate::notice::{NoticeContent, reference};
use crate::sheet::{Aside, Body};
use crate::type_face::Faces;
use crate::{LetterError, Letterhead, MOST, Notice};

/// See [`crate::notices`].
pub(crate) fn notices(
    head: &Letterhead,
    date: Day,
    (notice, homes): (&Notice, impl Iterator<Item = Home>),
    language: Language,
) -> Result<Vec<u8>, LetterError> {
    let faces = Faces::get()?;
    let body = match fit(head, notice, language) {
        // A letter is never lost over the client's own texts.
        Err(LetterError::DoesNotFit) if !head.own.is_empty() => fit(&head.standard(), notice, language)?,
        other => other?,
    };
    let aside = Aside::set(faces, &head.landlord, date, language);
    let mut press = Press::start(head, language)?;
    for home in homes {
        if press.pages == MOST {
            return Err(LetterError::TooMany);
        }
        let lines = address_of(&home);
        let bookmark = lines.get(1).cloned().unwrap_or_default();
        press.page(&bookmark, |pen, head| {
            to_home(pen, (head, faces), (&lines, &aside, reference(&home)), language);
            super::draw(pen, &body, head, None)
        })?;
    }
    if press.pages == 0 {
        return Err(LetterError::Nothing);
    }
    press.finish(t!(Words::of(language), "letter-file", landlord = head.landlord), Some(made(date)))
}

fn fit(head: &Letterhead, notice: &Notice, language: Language) -> Result<Body, LetterError> {
    Body::fit_notice(&NoticeContent::of(notice, head, language), &head.landlord)
}
