//! Letters on paper: what residents read to get in the first time, as PDF, as DOCX and as texts to copy.
//!
//! Content in, bytes out: no file, no clock, no chance, no look-up. The same homes, letterhead and day give the same bytes. No
//! letter holds a password or anything else that is secret: the QR code holds the reset page and the username, which are on the
//! paper in words too, and no letter shows an e-mail address (laws 1 and 2).
//!
//! - [`letters`]: one tagged PDF (PDF/UA-1), a page per home, made for a window envelope (`sheet/paper.rs` says how).
//! - [`notices`]: the same for planned work, to homes that no mail reaches.
//! - [`instruction_pdf`], [`instruction_docx`]: the same instruction without data of a home.
//! - [`text`], [`instruction_text`]: the words for the client's own mailing.

mod content;
mod docx;
mod head;
mod letter;
mod notice;
mod pdf;
mod picture;
mod plain;
mod qr;
mod sheet;
mod type_face;

use domain::home::Home;
use domain::language::Language;
use domain::time::Day;
use domain::username::Username;

pub use head::Letterhead;
pub use letter::{Kind, Letter};
pub use notice::Notice;
pub use picture::{LARGEST as LARGEST_PICTURE, Picture, PictureFault};

use content::{Content, Purpose};

/// The most letters in one file: about 270 MB of memory while it is made (45 kB a page), 13 kB a page on disk. Who has more
/// makes more files.
pub const MOST: usize = 6_000;

/// Why there is no letter. Nothing that a second attempt would change.
#[derive(Debug, thiserror::Error)]
pub enum LetterError {
    /// There is nobody to write to.
    #[error("there are no letters to make")]
    Nothing,
    /// More than [`MOST`].
    #[error("one file holds {MOST} letters at most")]
    TooMany,
    /// The reset page is no plain `http://` or `https://` address, or too long for a QR code of 30 mm.
    #[error("the reset page is not a web address that fits in a QR code")]
    Page,
    /// Names and help text of the letterhead leave no room on the page, not even in small type.
    #[error("the letter does not fit on one page: the help text or a name is too long")]
    DoesNotFit,
    /// The fonts that are part of the program cannot be read.
    #[error("the fonts of the letters cannot be read")]
    Fonts,
    /// The PDF library refused: a fault in this crate.
    #[error("the PDF library refused: {0}")]
    Pdf(String),
    /// The archive of a DOCX could not be written.
    #[error("the DOCX cannot be put together: {0}")]
    Docx(#[from] zip::result::ZipError),
}

/// One PDF with a page for every letter, in the order given.
///
/// # Errors
/// [`LetterError`].
pub fn letters(
    head: &Letterhead,
    date: Day,
    letters: impl IntoIterator<Item = Letter>,
    language: Language,
) -> Result<Vec<u8>, LetterError> {
    pdf::letters(head, date, letters.into_iter(), language)
}

/// One PDF with a page about planned work for every home, in the order given.
///
/// # Errors
/// [`LetterError`].
pub fn notices(
    head: &Letterhead,
    date: Day,
    (notice, homes): (&Notice, impl IntoIterator<Item = Home>),
    language: Language,
) -> Result<Vec<u8>, LetterError> {
    pdf::notices(head, date, (notice, homes.into_iter()), language)
}

/// The own texts of this letterhead leave room for all else on the page, in large type: for whoever writes them.
#[must_use]
pub fn fits(head: &Letterhead, language: Language) -> bool {
    pdf::fits(head, language)
}

/// The bare instruction as a PDF of one page, for every home of a client.
///
/// # Errors
/// [`LetterError`].
pub fn instruction_pdf(head: &Letterhead, language: Language) -> Result<Vec<u8>, LetterError> {
    pdf::instruction(head, language)
}

/// The bare instruction as a document for a word processor, in the same words.
///
/// # Errors
/// [`LetterError`].
pub fn instruction_docx(head: &Letterhead, language: Language) -> Result<Vec<u8>, LetterError> {
    docx::instruction(head, language)
}

/// The words of a letter as plain text, for the client's own mailing. The page in it has the username filled in.
#[must_use]
pub fn text(kind: Kind, head: &Letterhead, username: &Username, language: Language) -> String {
    plain::write(&Content::of(Purpose::Letter(kind), head, language), head, Some(username))
}

/// The words of the instruction as plain text, without data of a home.
#[must_use]
pub fn instruction_text(head: &Letterhead, language: Language) -> String {
    plain::write(&Content::of(Purpose::Instruction, head, language), head, None)
}
