//! The text part: what a person reads without HTML, and what a screen reader may choose. Paragraphs
//! are single lines: hard breaks look ragged on a phone, and a link must never be cut.

use super::{Block, Link, Sheet};

/// The text part of a mail, lines ending in LF.
pub(super) fn write(sheet: &Sheet<'_>) -> String {
    let mut paragraphs = vec![sheet.content.subject.clone()];
    paragraphs.extend(sheet.content.blocks.iter().map(|block| piece(block, sheet)));
    paragraphs.push("----".to_owned());
    paragraphs.push(format!("{}\n{}", words::t!(sheet.words, "mail-help-title"), sheet.help()));
    paragraphs.push(words::t!(sheet.words, "mail-foot", brand = sheet.brand.name).into_owned());
    paragraphs.join("\n\n") + "\n"
}

fn piece(block: &Block, sheet: &Sheet<'_>) -> String {
    match block {
        Block::Text(text) => text.clone(),
        Block::Note { title, text } => format!("{title}\n{text}"),
        Block::Button(link) => pointed(link),
        Block::Username { label, username } => format!("{label}: {username}"),
        Block::Usernames(list) => list
            .iter()
            .map(|(username, link)| {
                let line = words::t!(sheet.words, "mail-username-line", username = username);
                format!("{line}\n{}", pointed(link))
            })
            .collect::<Vec<_>>()
            .join("\n\n"),
    }
}

fn pointed(link: &Link) -> String {
    format!("{}:\n{}", link.label, link.url)
}
