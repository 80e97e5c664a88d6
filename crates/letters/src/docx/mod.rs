//! The instruction as an editable document: Office Open XML, written out by hand. A letter needs a dozen elements; the libraries
//! that write all of them bring picture decoders for ten formats along. Styles carry the look, so that a client changes a letter
//! in one place; headings, the list, the languages and the words of the picture are real ones.

mod document;
mod parts;
mod picture;

use std::io::{Cursor, Write};

use domain::language::Language;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::content::{Content, Purpose};
use crate::qr::Code;
use crate::{LetterError, Letterhead};

/// See [`crate::instruction_docx`].
pub(crate) fn instruction(head: &Letterhead, language: Language) -> Result<Vec<u8>, LetterError> {
    head.check()?;
    let content = Content::of(Purpose::Instruction, head, language);
    let picture = picture::png(&Code::of(&head.reset_page)?);
    let files: [(&str, Vec<u8>); 9] = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.into()),
        ("_rels/.rels", parts::RELATIONS.into()),
        ("docProps/core.xml", parts::core(&content, head).into()),
        ("word/document.xml", document::document(&content, head).into()),
        ("word/_rels/document.xml.rels", parts::document_relations(head).into()),
        ("word/styles.xml", parts::styles(&content, head).into()),
        ("word/numbering.xml", parts::NUMBERING.into()),
        ("word/settings.xml", parts::SETTINGS.into()),
        ("word/media/qr.png", picture),
    ];
    // Without compression and with one fixed date: the same letterhead gives the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(name, options)?;
        archive.write_all(&bytes).map_err(zip::result::ZipError::from)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// Text for XML: its own signs escaped, and no character that XML does not have.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\r' | '\t' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if c.is_control() => {}
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use zip::ZipArchive;

    use super::*;

    fn file(bytes: &[u8], name: &str) -> String {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn the_document_says_what_the_instruction_says() {
        for language in Language::ALL {
            let head = Letterhead::sample();
            let bytes = instruction(&head, language).unwrap();
            assert_eq!(bytes, instruction(&head, language).unwrap(), "the same bytes");
            let document = file(&bytes, "word/document.xml");
            let content = Content::of(Purpose::Instruction, &head, language);
            for step in &content.steps {
                assert!(document.contains(&escaped(&step.paper)), "{document}");
            }
            assert!(document.contains(&escaped(&content.title)) && !document.contains("letter-"));
            assert!(file(&bytes, "word/_rels/document.xml.rels").contains(&head.reset_page));
        }
    }

    #[test]
    fn what_a_client_calls_itself_stays_text() {
        let head = Letterhead { landlord: "Jansen & \"Zn\" <b>\u{1}\n".to_owned(), ..Letterhead::sample() };
        let document = file(&instruction(&head, Language::Nl).unwrap(), "word/document.xml");
        assert!(document.contains("Jansen &amp; &quot;Zn&quot; &lt;b&gt; "), "{document}");
        assert!(!document.contains("<b>") && !document.contains('\u{1}'));
    }
}
