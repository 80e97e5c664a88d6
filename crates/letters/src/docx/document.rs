//! The text of the document, paragraph by paragraph, in the order in which it is read.

use words::{Words, t};

use super::escaped;
use crate::Letterhead;
use crate::content::{Content, Pointer};

/// 36 mm in English Metric Units: 30 mm of code and its quiet edge.
const SIDE: u32 = 36 * 36_000;

const OPEN: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#,
    r#" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#,
    r#" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing""#,
    r#" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main""#,
    r#" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>"#,
);

/// A4 with the margins of the letter.
const CLOSE: &str = concat!(
    r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>"#,
    r#"<w:pgMar w:top="851" w:right="1247" w:bottom="794" w:left="1247" w:header="567" w:footer="567" w:gutter="0"/>"#,
    "</w:sectPr></w:body></w:document>",
);

/// `word/document.xml`.
pub(super) fn document(content: &Content, head: &Letterhead) -> String {
    let card = &content.card;
    let mut body = vec![
        paragraph("Brand", &text(&head.brand.name)),
        paragraph("Heading1", &text(&content.title)),
        paragraph("Normal", &text(&content.greeting)),
        paragraph("Normal", &text(&content.intro)),
        paragraph("CardLabel", &text(&card.username)),
        paragraph("Card", &text(&card.username_later)),
        paragraph("CardLabel", &text(&card.page)),
        paragraph("Card", &link(&head.reset_page)),
        paragraph("Picture", &picture(content, head)),
        paragraph("Heading2", &text(&content.steps_title)),
    ];
    body.extend(content.steps.iter().map(|step| paragraph("Step", &text(&step.paper))));
    for note in &content.notes {
        body.push(paragraph("Heading2", &text(&note.title)));
        body.push(paragraph("Normal", &text(&note.text)));
    }
    body.push(paragraph("Closing", &text(&content.closing)));
    body.push(paragraph("Sender", &text(&head.landlord)));
    body.extend(content.pointers.iter().map(pointer));
    format!("{OPEN}{}{CLOSE}", body.concat())
}

fn paragraph(style: &str, inside: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>"#)
}

fn text(said: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{}</w:t></w:r>"#, escaped(said))
}

/// The page, to be pressed where the document is sent as a file.
fn link(page: &str) -> String {
    format!(
        r#"<w:hyperlink r:id="page"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>{}</w:t></w:r></w:hyperlink>"#,
        escaped(page)
    )
}

/// A few words in another language, said to be so for screen readers and spelling checkers.
fn pointer(pointer: &Pointer) -> String {
    let (code, name, said) = (pointer.code, escaped(&pointer.name), escaped(&pointer.text));
    let run = |bold: &str, said: &str| {
        format!(r#"<w:r><w:rPr>{bold}<w:lang w:val="{code}"/></w:rPr><w:t xml:space="preserve">{said}</w:t></w:r>"#)
    };
    paragraph("Pointer", &format!("{}{}", run("<w:b/>", &format!("{name}: ")), run("", &said)))
}

fn picture(content: &Content, head: &Letterhead) -> String {
    let words = escaped(&t!(Words::of(content.language), "letter-qr", page = head.reset_page));
    let named = format!(r#"id="1" name="QR" descr="{words}""#);
    format!(
        r#"<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{SIDE}" cy="{SIDE}"/>
<wp:docPr {named}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:pic><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="qr"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{SIDE}" cy="{SIDE}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>
</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"#
    )
}
