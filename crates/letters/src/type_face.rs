//! The three faces of a letter, read once, and text measured in them: glyphs and widths, character by character. No kerning and
//! no ligatures: a letter is plain Latin text, and sums stay sums.

use std::collections::HashMap;
use std::sync::LazyLock;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use unicode_normalization::UnicodeNormalization;

use crate::LetterError;

const REGULAR: &[u8] = include_bytes!("../fonts/next-regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/next-bold.ttf");
const MONO: &[u8] = include_bytes!("../fonts/mono-semibold.ttf");

/// What stands in for a letter that none of the faces has.
const UNKNOWN: char = '?';

static FACES: LazyLock<Option<Faces>> =
    LazyLock::new(|| Some(Faces { regular: Face::read(REGULAR)?, bold: Face::read(BOLD)?, mono: Face::read(MONO)? }));

/// All faces of a letter.
pub(crate) struct Faces {
    /// Running text.
    pub(crate) regular: Face,
    /// Headings and labels.
    pub(crate) bold: Face,
    /// Usernames: every letter as wide, a zero with a slash.
    pub(crate) mono: Face,
}

/// One font.
pub(crate) struct Face {
    pub(crate) font: Font,
    /// Glyph and width (of an em) of each character.
    glyphs: HashMap<char, (GlyphId, f32)>,
}

/// A text on one line, ready to be drawn.
#[derive(Clone)]
pub(crate) struct Run {
    pub(crate) font: Font,
    /// Points.
    pub(crate) size: f32,
    pub(crate) text: String,
    pub(crate) glyphs: Vec<KrillaGlyph>,
    /// Points.
    pub(crate) width: f32,
}

impl Faces {
    /// The faces, read at the first call.
    pub(crate) fn get() -> Result<&'static Self, LetterError> {
        FACES.as_ref().ok_or(LetterError::Fonts)
    }

    /// The text as these faces can show it: composed letters, plain blanks, nothing invisible. A letter that they lack loses its
    /// accent, or becomes a question mark: a box on paper helps nobody.
    pub(crate) fn readable(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.nfc() {
            match c {
                '\n' => out.push('\n'),
                _ if c.is_whitespace() => out.push(' '),
                '\u{2010}' | '\u{2011}' => out.push('-'),
                '\u{2bc}' => out.push('’'),
                _ if c.is_control() || invisible(c) => {}
                _ if self.has(c) => out.push(c),
                _ => out.push(std::iter::once(c).nfkd().next().filter(|base| self.has(*base)).unwrap_or(UNKNOWN)),
            }
        }
        out
    }

    fn has(&self, c: char) -> bool {
        [&self.regular, &self.bold, &self.mono].iter().all(|face| face.glyphs.contains_key(&c))
    }
}

impl Face {
    fn read(data: &'static [u8]) -> Option<Self> {
        let raw = FontRef::new(data).ok()?;
        let metrics = raw.glyph_metrics(Size::new(1.0), LocationRef::default());
        let all = raw.charmap().mappings().filter_map(|(code, id)| {
            Some((char::from_u32(code)?, (GlyphId::new(id.to_u32()), metrics.advance_width(id)?)))
        });
        Some(Self { glyphs: all.collect(), font: Font::new(data.into(), 0)? })
    }

    /// How wide a text is, in points.
    pub(crate) fn width(&self, text: &str, size: f32) -> f32 {
        text.chars().map(|c| self.advance(c)).sum::<f32>() * size
    }

    /// Of one character, in ems.
    pub(crate) fn advance(&self, c: char) -> f32 {
        self.glyphs.get(&c).map_or(0.0, |(_, width)| *width)
    }

    /// A line, set. What the face lacks is left out, so the text goes through [`Faces::readable`] first.
    pub(crate) fn run(&self, text: &str, size: f32) -> Run {
        let glyphs: Vec<KrillaGlyph> = text
            .char_indices()
            .filter_map(|(at, c)| {
                let (id, width) = self.glyphs.get(&c)?;
                Some(KrillaGlyph::new(*id, *width, 0.0, 0.0, 0.0, at..at + c.len_utf8(), None))
            })
            .collect();
        let width = glyphs.iter().map(|glyph| glyph.x_advance).sum::<f32>() * size;
        Run { font: self.font.clone(), size, text: text.to_owned(), glyphs, width }
    }
}

/// Marks that nobody sees; a soft hyphen would be drawn as a hyphen.
fn invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_of_the_netherlands_turkey_and_poland_can_be_written() {
        let faces = Faces::get().unwrap();
        let names =
            "Café ’s-Gravenhage, IJsselstein, Şükrü Çağlayan, İstanbul ığ, Łódź Żółć gęś, Göteborg, Ångström, Curaçao";
        assert_eq!(faces.readable(names), names);
    }

    #[test]
    fn what_the_faces_lack_becomes_readable() {
        let faces = Faces::get().unwrap();
        assert_eq!(faces.readable("e\u{308}\u{a0}x\ty\u{200b}z\u{ad}\u{7}"), "ë x yz");
        assert_eq!(faces.readable("ｆ漢ḗ"), "f?e");
    }

    #[test]
    fn usernames_stand_in_letters_of_one_width() {
        let mono = &Faces::get().unwrap().mono;
        assert!("ALMELO0123456789".chars().all(|c| (mono.advance(c) - mono.advance('I')).abs() < 1e-6));
    }

    proptest! {
        #[test]
        fn any_text_becomes_glyphs_one_for_one(text: String) {
            let faces = Faces::get().unwrap();
            let shown = faces.readable(&text).replace('\n', " ");
            let run = faces.regular.run(&shown, 12.0);
            prop_assert_eq!(run.glyphs.len(), shown.chars().count());
            prop_assert!((run.width - faces.regular.width(&shown, 12.0)).abs() < 0.01);
        }
    }
}
