//! The letters under the eyes of other people's programs: poppler reads the text and the tags, zbar the QR codes, qpdf the file,
//! LibreOffice the document.
#![expect(clippy::unwrap_used, reason = "tests: a surprise is a failed test")]

mod codes;
mod document;
mod files;
mod notices;
mod support;
mod tags;
mod window;
