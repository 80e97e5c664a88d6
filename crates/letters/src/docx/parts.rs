//! The parts of the document around its text: what the files are, how the styles look, who wrote it.

use domain::brand::Colour;

use super::escaped;
use crate::Letterhead;
use crate::content::Content;

/// What each file of the archive is.
pub(super) const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="png" ContentType="image/png"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>"#;

/// Where the document is.
pub(super) const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="document" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>"#;

/// The steps: 1. 2. 3.
pub(super) const NUMBERING: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr><w:rPr><w:b/></w:rPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
</w:numbering>"#;

/// A document of today, not one to be treated as of 2007.
pub(super) const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:compat>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
</w:compat></w:settings>"#;

/// `word/_rels/document.xml.rels`.
pub(super) fn document_relations(head: &Letterhead) -> String {
    const BASE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let page = escaped(&head.reset_page);
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="styles" Type="{BASE}/styles" Target="styles.xml"/>
<Relationship Id="numbering" Type="{BASE}/numbering" Target="numbering.xml"/>
<Relationship Id="settings" Type="{BASE}/settings" Target="settings.xml"/>
<Relationship Id="qr" Type="{BASE}/image" Target="media/qr.png"/>
<Relationship Id="page" Type="{BASE}/hyperlink" Target="{page}" TargetMode="External"/>
</Relationships>"#
    )
}

/// `docProps/core.xml`: title, author and language; no date, so that the bytes stay the same.
pub(super) fn core(content: &Content, head: &Letterhead) -> String {
    let (title, author, language) = (escaped(&content.title), escaped(&head.landlord), content.language.tag());
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:language>{language}</dc:language>
</cp:coreProperties>"#
    )
}

/// `word/styles.xml`: the look, in styles that a client changes in one place.
pub(super) fn styles(content: &Content, head: &Letterhead) -> String {
    let ours = Colour::parse("#0b5c7a").unwrap_or(Colour::BLACK);
    let brand = head.brand.colour.unwrap_or(ours).against(Colour::WHITE, 4.5).to_string();
    let brand = brand.trim_start_matches('#');
    let shade = r#"<w:shd w:val="clear" w:color="auto" w:fill="F6F1E8"/><w:ind w:left="170" w:right="170"/>"#;
    let (bold, quiet) = ("<w:b/>", r#"<w:color w:val="4C5A62"/>"#);
    let list = r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/>"#;
    let all = [
        style("Brand", "", "", &format!(r#"{bold}<w:color w:val="{brand}"/><w:sz w:val="34"/>"#)),
        style("Heading1", "heading 1", &heading(0, 200, 100), &format!(r#"{bold}<w:sz w:val="46"/>"#)),
        style("Heading2", "heading 2", &heading(1, 160, 40), &format!(r#"{bold}<w:sz w:val="28"/>"#)),
        style("CardLabel", "", &format!("<w:keepNext/>{shade}<w:contextualSpacing/>"), quiet),
        style("Card", "", &format!("{shade}<w:contextualSpacing/>"), bold),
        style("Picture", "", shade, ""),
        style("Step", "", list, ""),
        style("Closing", "", r#"<w:keepNext/><w:spacing w:before="160" w:after="0"/>"#, ""),
        style("Sender", "", r#"<w:spacing w:after="160"/>"#, bold),
        style("Pointer", "", r#"<w:spacing w:after="40"/>"#, &format!(r#"{quiet}<w:sz w:val="24"/>"#)),
    ];
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:color w:val="1B2A33"/>
<w:sz w:val="25"/><w:lang w:val="{language}"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="90" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="{brand}"/><w:u w:val="single"/></w:rPr></w:style>
{styles}
</w:styles>"#,
        language = content.language.tag(),
        styles = all.concat(),
    )
}

fn heading(level: u8, before: u16, after: u16) -> String {
    format!(r#"<w:keepNext/><w:spacing w:before="{before}" w:after="{after}"/><w:outlineLvl w:val="{level}"/>"#)
}

/// A style of paragraphs, built on the plain one. Word processors know the headings by their English names.
fn style(id: &str, name: &str, paragraph: &str, run: &str) -> String {
    let name = if name.is_empty() { id } else { name };
    format!(
        r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"#
    )
}
