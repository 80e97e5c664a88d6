//! Looks into a packed spreadsheet before anybody reads it: how many parts, how much they unpack to, how many texts. The
//! sizes that the package claims are believed by nobody; each part is unpacked once into nothing and counted.
//!
//! The reader behind it holds all shared texts, reserves room for as many as the file says, holds one element at a time, and
//! gives each style a copy of the name of its font and each sheet a copy of its path: a packed file of a few kilobytes could
//! ask for gigabytes (CWE-409).

use std::io::{Cursor, Read};
use std::sync::Arc;

use domain::first_login::FileFault;
use zip::ZipArchive;

/// The most parts. A spreadsheet with pictures has a few hundred.
const MOST_PARTS: usize = 2_000;
/// What all parts unpack to, in bytes: 100,000 rows of 20 columns are about 90 MiB.
const MOST_UNPACKED: u64 = 256 * 1024 * 1024;
/// The same for the shared texts, which are held.
const MOST_TEXT: u64 = 96 * 1024 * 1024;
/// The most shared texts: 20 different ones in each row.
const MOST_TEXTS: u64 = 2_000_000;
/// The longest stretch without a tag: a cell has 32,767 signs at most.
const LONGEST: u64 = 1024 * 1024;
/// The longest path of a part.
const LONGEST_PATH: u64 = 64 * 1024;
/// The most tags of a part with styles. A spreadsheet has 65,490 styles, of up to six tags.
const MOST_STYLE_TAGS: u64 = 500_000;
/// What styles come to, each with the longest text among them. That has 255 signs, which may be written as entities.
const MOST_STYLE_TEXT: u64 = 128 * 1024 * 1024;
/// The most sheets: each may be read to find the list.
const MOST_SHEETS: u64 = 250;
/// The most named ranges and relations of a part, which are held.
const MOST_ENTRIES: u64 = 200_000;

/// Whether it is a spreadsheet that can be read safely.
///
/// # Errors
/// [`FileFault`].
pub(super) fn check(bytes: &Arc<[u8]>) -> Result<(), FileFault> {
    if bytes.windows(4).filter(|part| part == b"PK\x01\x02").take(MOST_PARTS + 1).count() > MOST_PARTS {
        return Err(FileFault::Swollen);
    }
    let mut archive = ZipArchive::new(Cursor::new(Arc::clone(bytes))).map_err(|_| FileFault::Damaged)?;
    of_family(&archive)?;
    // Programs that pack as they write leave the claim out.
    let claimed = archive.decompressed_size().unwrap_or_default();
    if claimed > u128::from(MOST_UNPACKED) || archive.len() > MOST_PARTS {
        return Err(FileFault::Swollen);
    }
    let mut left = MOST_UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| FileFault::Damaged)?;
        let name = part.name().map_err(|_| FileFault::Damaged)?.to_lowercase();
        left = count(part, &name, left)?;
    }
    Ok(())
}

/// What the names in it say.
fn of_family(archive: &ZipArchive<Cursor<Arc<[u8]>>>) -> Result<(), FileFault> {
    let names: Vec<String> = archive.file_names().filter_map(Result::ok).map(|name| name.to_lowercase()).collect();
    let has = |name: &str| names.iter().any(|it| it == name);
    let under = |folder: &str| names.iter().any(|it| it.starts_with(folder));
    if has("xl/workbook.bin") {
        Err(FileFault::OtherSpreadsheet)
    } else if under("word/") || under("ppt/") {
        Err(FileFault::Document)
    } else if has("mimetype") && has("content.xml") {
        Err(FileFault::OtherSpreadsheet)
    } else if has("[content_types].xml") && under("xl/") {
        Ok(())
    } else {
        Err(FileFault::Archive)
    }
}

/// Unpacks a part into nothing; how much room is left.
fn count(mut part: impl Read, name: &str, left: u64) -> Result<u64, FileFault> {
    let mut seen = Seen::default();
    let mut block = vec![0; 64 * 1024];
    let is_text = name.ends_with("sharedstrings.xml");
    // Other programs keep what they like beside the spreadsheet; it is not read.
    let beside = name.starts_with("customxml/") || name.starts_with("docprops/");
    let is_xml = is_text || (!beside && (name.ends_with(".xml") || name.ends_with(".rels")));
    let longest = if name.ends_with(".rels") { LONGEST_PATH } else { LONGEST };
    let is_styles = name.ends_with("styles.xml");
    loop {
        let count = part.read(&mut block).map_err(|_| FileFault::Damaged)?;
        if count == 0 {
            return Ok(left - seen.bytes);
        }
        let read = block.get(..count).unwrap_or_default();
        read.iter().for_each(|byte| seen.add(*byte));
        if seen.bytes > left || (is_text && (seen.bytes > MOST_TEXT || seen.texts > MOST_TEXTS)) {
            return Err(FileFault::Swollen);
        }
        if is_xml && seen.longest > longest {
            return Err(FileFault::Swollen);
        }
        if is_styles && (seen.tags > MOST_STYLE_TAGS || seen.styles.saturating_mul(seen.longest) > MOST_STYLE_TEXT) {
            return Err(FileFault::Swollen);
        }
        // Whatever the name: a package says itself which of its parts is the workbook.
        if seen.sheets > MOST_SHEETS || seen.entries > MOST_ENTRIES {
            return Err(FileFault::Swollen);
        }
        // No spreadsheet program writes a document type, a comment or UTF-16; each could hide what is counted here.
        if is_xml && (seen.zero || seen.declared || seen.reserves > MOST_TEXTS) {
            return Err(FileFault::Damaged);
        }
    }
}

/// What was seen of a part.
#[derive(Default)]
struct Seen {
    bytes: u64,
    tags: u64,
    /// Of `<si`, the beginning of a shared text. This name and those below may have a prefix: `<x:si`.
    texts: u64,
    /// Of `<xf`.
    styles: u64,
    /// Of `<sheet`, and not of `<sheetData`.
    sheets: u64,
    /// Of `<definedName` and `<Relationship`.
    entries: u64,
    /// The largest number behind `uniqueCount=`.
    reserves: u64,
    longest: u64,
    stretch: u64,
    zero: bool,
    /// A `<!`.
    declared: bool,
    /// The last eight bytes, the last one lowest.
    last: u64,
    word: usize,
    number: u64,
}

impl Seen {
    fn add(&mut self, byte: u8) {
        const WORD: &[u8] = b"uniqueCount";
        self.bytes += 1;
        self.zero |= byte == 0;
        self.stretch = if byte == b'<' { 0 } else { self.stretch + 1 };
        self.longest = self.longest.max(self.stretch);
        if byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>') {
            self.sheets += u64::from(self.begins(b"sheet"));
        }
        self.last = self.last << 8 | u64::from(byte);
        match byte {
            b'<' => self.tags += 1,
            b'!' => self.declared |= self.last.to_be_bytes().ends_with(b"<!"),
            b'i' => self.texts += u64::from(self.begins(b"si")),
            b'f' => self.styles += u64::from(self.begins(b"xf")),
            b'd' => self.entries += u64::from(self.begins(b"defined")),
            b'o' => self.entries += u64::from(self.begins(b"Relatio")),
            _ => {}
        }
        if self.word < WORD.len() {
            let next = WORD.get(self.word) == Some(&byte);
            self.word = if next { self.word + 1 } else { usize::from(byte == b'u') };
            self.number = 0;
        } else if byte.is_ascii_digit() {
            self.number = self.number.saturating_mul(10).saturating_add(u64::from(byte - b'0'));
            self.reserves = self.reserves.max(self.number);
        } else if !(byte.is_ascii_whitespace() || matches!(byte, b'=' | b'"' | b'\'')) || self.number > 0 {
            self.word = 0;
        }
    }

    /// Whether the last bytes begin a tag of this name, of seven letters at most.
    fn begins(&self, name: &[u8]) -> bool {
        let last = self.last.to_be_bytes();
        matches!(last.strip_suffix(name).and_then(<[u8]>::last), Some(b'<' | b':'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &[u8]) -> Seen {
        let mut seen = Seen::default();
        text.iter().for_each(|byte| seen.add(*byte));
        seen
    }

    #[test]
    fn what_asks_for_room_is_counted() {
        assert_eq!(
            seen(b"<sst count='2' uniqueCount = \"99999999999\"><si/><si><t>x</t></si>").reserves,
            99_999_999_999
        );
        assert_eq!(seen(b"<sst uniqueuniqueCount=\"7\"><si/><si/></sst>").reserves, 7);
        assert_eq!(seen(b"<si/><x:si/><sis>si</sis>").texts, 3);
        assert_eq!(seen(b"<sheets><sheet name='a'/><x:sheet\t/><sheet/><sheetData/></sheets>").sheets, 3);
        assert_eq!(seen(b"<xf/><x:xf/></xf>").styles, 2);
        assert_eq!(seen(b"<definedName/><Relationship/><r:Relationship/>").entries, 3);
        assert!(seen(b"a<!DOCTYPE x>").declared && !seen(b"<a>!</a>").declared);
        assert_eq!(seen(b"<a>xxxx</a>").longest, 6);
    }
}
