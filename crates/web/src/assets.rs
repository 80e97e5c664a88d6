//! The files that pages load: styles, fonts, scripts, pictures. All are part of the program and are
//! served under `/assets/<name>.<hash>.<ext>`; the hash is of the content, so a browser may keep them
//! for ever. Nothing here reads a disk, and nothing comes from another house.

use std::borrow::Cow;
use std::sync::LazyLock;

/// Where the files are served.
pub const ROOT: &str = "/assets/";

/// One file, ready to be sent.
#[derive(Debug)]
pub struct Asset {
    /// The name as the sources use it: `app.css`.
    pub name: &'static str,
    /// The whole path, with the hash: `/assets/app.1f2e3d4c.css`.
    pub path: String,
    /// The value for `Content-Type`.
    pub content_type: &'static str,
    /// The bytes.
    pub body: Cow<'static, [u8]>,
}

/// Source of one file. Those that are named by others stand before them.
enum Source {
    Bytes(&'static [u8]),
    /// Text in which every `"/assets/name"` of an earlier file becomes its path.
    Text(&'static [&'static str]),
}

const SOURCES: [(&str, Source); 25] = [
    ("next-latin.woff2", Source::Bytes(include_bytes!("../assets/fonts/next-latin.woff2"))),
    ("next-latin-ext.woff2", Source::Bytes(include_bytes!("../assets/fonts/next-latin-ext.woff2"))),
    ("mono-latin.woff2", Source::Bytes(include_bytes!("../assets/fonts/mono-latin.woff2"))),
    ("street.svg", Source::Bytes(include_bytes!("../assets/svg/street.svg"))),
    ("street-windows.svg", Source::Bytes(include_bytes!("../assets/svg/street-windows.svg"))),
    ("favicon.svg", Source::Bytes(include_bytes!("../assets/svg/favicon.svg"))),
    (
        "app.css",
        Source::Text(&[
            include_str!("../assets/css/tokens.css"),
            include_str!("../assets/css/base.css"),
            include_str!("../assets/css/components.css"),
            include_str!("../assets/css/form.css"),
            include_str!("../assets/css/notices.css"),
            include_str!("../assets/css/staff.css"),
            include_str!("../assets/css/menu.css"),
            include_str!("../assets/css/service.css"),
            include_str!("../assets/css/service-table.css"),
            include_str!("../assets/css/service-board.css"),
            include_str!("../assets/css/service-upload.css"),
            include_str!("../assets/css/service-work.css"),
            include_str!("../assets/css/texts.css"),
            include_str!("../assets/css/resident.css"),
            include_str!("../assets/css/ending.css"),
            include_str!("../assets/css/kit.css"),
            include_str!("../assets/css/directions.css"),
            include_str!("../assets/css/media.css"),
            include_str!("../assets/css/hands.css"),
        ]),
    ),
    ("sentence-nl.js", Source::Text(&[include_str!("../assets/js/sentence-nl.js")])),
    ("show-password.js", Source::Text(&[include_str!("../assets/js/show-password.js")])),
    ("password-length.js", Source::Text(&[include_str!("../assets/js/password-length.js")])),
    ("suggest-password.js", Source::Text(&[include_str!("../assets/js/suggest-password.js")])),
    ("keep-codes.js", Source::Text(&[include_str!("../assets/js/keep-codes.js")])),
    ("session-ending.js", Source::Text(&[include_str!("../assets/js/session-ending.js")])),
    ("base64url.js", Source::Text(&[include_str!("../assets/js/base64url.js")])),
    ("passkey-fields.js", Source::Text(&[include_str!("../assets/js/passkey-fields.js")])),
    ("passkey-enter.js", Source::Text(&[include_str!("../assets/js/passkey-enter.js")])),
    ("passkey-make.js", Source::Text(&[include_str!("../assets/js/passkey-make.js")])),
    ("passkey-prove.js", Source::Text(&[include_str!("../assets/js/passkey-prove.js")])),
    ("passkey-tell.js", Source::Text(&[include_str!("../assets/js/passkey-tell.js")])),
    ("leave-page.js", Source::Text(&[include_str!("../assets/js/leave-page.js")])),
    ("copy-text.js", Source::Text(&[include_str!("../assets/js/copy-text.js")])),
    ("service-search.js", Source::Text(&[include_str!("../assets/js/service-search.js")])),
    ("service-table.js", Source::Text(&[include_str!("../assets/js/service-table.js")])),
    ("service-upload.js", Source::Text(&[include_str!("../assets/js/service-upload.js")])),
    ("service-watch.js", Source::Text(&[include_str!("../assets/js/service-watch.js")])),
];

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let mut ready: Vec<Asset> = Vec::with_capacity(SOURCES.len());
    for (name, source) in &SOURCES {
        let body = match source {
            Source::Bytes(bytes) => Cow::Borrowed(*bytes),
            Source::Text(parts) => {
                let text = ready.iter().fold(parts.concat(), |text, asset| {
                    text.replace(&format!("\"{ROOT}{}\"", asset.name), &format!("\"{}\"", asset.path))
                });
                Cow::Owned(text.into_bytes())
            }
        };
        let path = hashed_path(name, &body);
        ready.push(Asset { name, path, content_type: content_type(name), body });
    }
    ready
});

/// The path of the file `name`, for a page. An unknown name answers the empty text; a test sees that
/// no template asks for one.
#[must_use]
pub fn path(name: &str) -> &'static str {
    ASSETS.iter().find(|asset| asset.name == name).map_or("", |asset| asset.path.as_str())
}

/// The file served at `path` (with its hash), if there is one.
#[must_use]
pub fn find(path: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.path == path)
}

/// All files, in a fixed order.
#[must_use]
pub fn all() -> &'static [Asset] {
    &ASSETS
}

/// `/assets/<stem>.<hash8>.<ext>` for any content, also of files made while running (a brand's colours).
#[must_use]
pub fn hashed_path(name: &str, body: &[u8]) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
    format!("{ROOT}{stem}.{:08x}.{extension}", fingerprint(body))
}

/// FNV-1a, folded to 32 bits. It tells one version from the next; nothing secret rests on it.
fn fingerprint(body: &[u8]) -> u32 {
    let hash = body
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3));
    let [a, b, c, d, e, f, g, h] = hash.to_be_bytes();
    u32::from_be_bytes([a ^ e, b ^ f, c ^ g, d ^ h])
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_its_own_path_and_is_found_by_it() {
        for asset in all() {
            assert_eq!(find(&asset.path).expect("found").name, asset.name);
            assert_eq!(path(asset.name), asset.path);
            assert_ne!(asset.content_type, "application/octet-stream", "{}", asset.name);
            assert!(!asset.body.is_empty());
        }
        assert!(find("/assets/app.css").is_none());
        assert_eq!(path("no-such-file.css"), "");
    }

    #[test]
    fn files_that_name_files_name_them_with_their_hash() {
        for asset in all() {
            let Ok(text) = std::str::from_utf8(&asset.body) else { continue };
            for (at, _) in text.match_indices(ROOT) {
                let named: String = text[at..].chars().take_while(|c| !matches!(c, '"' | '\'' | ')')).collect();
                assert!(find(&named).is_some(), "{} names {named}", asset.name);
            }
        }
    }

    #[test]
    fn another_content_gets_another_path() {
        assert_ne!(hashed_path("a.css", b"x"), hashed_path("a.css", b"y"));
    }

    #[test]
    fn the_words_for_a_sentence_are_many_plain_and_different() {
        let source = include_str!("../assets/js/sentence-nl.js");
        let lists: Vec<Vec<&str>> =
            source.split('`').skip(1).step_by(2).map(|list| list.split_whitespace().collect()).collect();
        // Powers of two, so that the remainder of random bits favours no word: 30 bits in all.
        assert_eq!(lists.iter().map(Vec::len).collect::<Vec<_>>(), [256, 128, 128, 256]);
        for list in lists {
            assert_eq!(list.iter().collect::<std::collections::BTreeSet<_>>().len(), list.len());
            assert!(list.iter().all(|word| word.len() <= 14 && word.bytes().all(|b| b.is_ascii_lowercase())));
        }
    }
}
