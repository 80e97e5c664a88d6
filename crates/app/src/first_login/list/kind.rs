//! What a file is, by what stands in it: its name says nothing. Only text and `.xlsx` are read; everything else is
//! refused with what to do about it. Old spreadsheets too: reading them means holding all their cells at once.

use domain::first_login::FileFault;

/// What is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// CSV, in whatever encoding.
    Text,
    /// A packed spreadsheet, to be looked into.
    Package,
}

/// By its first bytes.
///
/// # Errors
/// [`FileFault`].
pub(super) fn of(head: &[u8]) -> Result<Kind, FileFault> {
    const PICTURES: &[&[u8]] = &[b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"];
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Package);
    }
    if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(compound(head));
    }
    if PICTURES.iter().any(|picture| head.starts_with(picture)) {
        return Err(FileFault::Picture);
    }
    let start = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let begins = |word: &str| start.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word.as_bytes()));
    if start.is_empty() {
        return Err(FileFault::Empty);
    }
    if begins("%PDF") {
        return Err(FileFault::Pdf);
    }
    if begins("{\\rtf") {
        return Err(FileFault::Document);
    }
    if ["<!doctype", "<html", "<table", "<head", "<?xml", "<meta", "mime-version:"].iter().any(|word| begins(word)) {
        return Err(FileFault::WebPage);
    }
    if is_wide(head) || !is_noise(head) { Ok(Kind::Text) } else { Err(FileFault::Unknown) }
}

/// The container of old Office files, and of new ones behind a password. Names in it are UTF-16.
fn compound(head: &[u8]) -> FileFault {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.bytes().flat_map(|b| [b, 0]).collect();
        head.windows(wide.len()).any(|part| part == wide)
    };
    if holds("EncryptedPackage") {
        FileFault::Locked
    } else if holds("WordDocument") {
        FileFault::Document
    } else {
        FileFault::OldSpreadsheet
    }
}

/// UTF-16, by its mark or by the zero in every second byte.
fn is_wide(head: &[u8]) -> bool {
    super::text::wide(head).is_some()
}

/// Bytes that no text has.
fn is_noise(head: &[u8]) -> bool {
    let strange =
        head.iter().filter(|b| **b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1a)).count();
    head.contains(&0) || strange > 4 + head.len() / 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_nothing() {
        for (head, fault) in [
            (&b"%PDF-1.7\n%\xe2\xe3"[..], FileFault::Pdf),
            (b"{\\rtf1\\ansi", FileFault::Document),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....W\0o\0r\0k\0b\0o\0o\0k\0", FileFault::OldSpreadsheet),
            (b"\xd0\xcf\x11\xe0..E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", FileFault::Locked),
            (b"\xd0\xcf\x11\xe0..W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", FileFault::Document),
            (b"\x89PNG\r\n\x1a\n", FileFault::Picture),
            (b"\xff\xd8\xff\xe0", FileFault::Picture),
            (b"\r\n<HTML><table>", FileFault::WebPage),
            (b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>", FileFault::WebPage),
            (b"", FileFault::Empty),
            (b"\xef\xbb\xbf \r\n", FileFault::Empty),
            (b"\x7fELF\x02\x01\x01\0\0\0\0\0\x01\x02\x03", FileFault::Unknown),
        ] {
            assert_eq!(of(head), Err(fault), "{head:?}");
        }
        assert_eq!(of(b"PK\x03\x04"), Ok(Kind::Package));
        assert_eq!(of(b"VHE;Straat\n"), Ok(Kind::Text));
        assert_eq!(of(b"V\0H\0E\0;\0"), Ok(Kind::Text));
    }
}
