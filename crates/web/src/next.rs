//! Where to go after signing in: a path of our own, or nowhere (ASVS 3.7.2). A path that a browser could read as another
//! house is no path of ours.

/// Longer than any path of ours with its query.
const LONGEST: usize = 512;

/// `text` if it is a path on this server, written so that no browser reads anything else in it: printable ASCII, one
/// slash first, no backslash (which browsers take for a slash) anywhere.
#[must_use]
pub fn own_path(text: &str) -> Option<&str> {
    let plain = text.len() <= LONGEST && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    (plain && text.starts_with('/') && !text.starts_with("//")).then_some(text)
}

/// `path?name=value`, or `&name=value` when it has a query already; the value is escaped.
#[must_use]
pub fn with_query(path: &str, name: &str, value: &str) -> String {
    let joint = if path.contains('?') { '&' } else { '?' };
    let mut address = format!("{path}{joint}{name}=");
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn own_paths_pass() {
        for path in
            ["/", "/woning/", "/beheer/post/?before=12", "/a//b", "/a:b@c", "/%2e%2e/", "/?next=https://elders.test/"]
        {
            assert_eq!(own_path(path), Some(path));
        }
    }

    /// Ways to smuggle another house in, times what may follow: more than 200 variants, none of which may leave the house.
    #[test]
    fn other_houses_do_not_pass() {
        let openings = [
            "//",
            "///",
            "////",
            "/\\",
            "\\/",
            "\\\\",
            "\\",
            "https://",
            "http://",
            "HTTPS://",
            "https:",
            "https:/",
            "https:\\\\",
            "ftp://",
            "javascript:",
            "JaVaScRiPt:",
            "data:text/html,",
            "vbscript:",
            "mailto:",
            "//\\",
            "/\t/",
            "/\n/",
            "/\r\n/",
            "\t//",
            " //",
            "\u{a0}//",
            "/ /",
            "/\0/",
            "\u{feff}//",
            "/\u{2028}/",
            "／／",
            "/／",
            "@",
            ".",
            "..//",
            "?//",
            "#//",
            "",
            "%2f%2f",
            "/\\\t",
            "/\u{7f}/",
            "blob:https://",
            "/\\/",
            "//@",
        ];
        let rests =
            ["elders.test", "elders.test/", "elders.test%2f..", "www.ons.test@elders.test/", "127.0.0.1", "[::1]/"];
        let mut tried = 0;
        for opening in openings {
            for rest in rests {
                let text = format!("{opening}{rest}");
                assert_eq!(own_path(&text), None, "{text:?}");
                tried += 1;
            }
        }
        assert!(tried >= 200, "{tried}");
        for text in ["", "/\r\nSet-Cookie: a=b", "/a b", "/é", "/a\\b"] {
            assert_eq!(own_path(text), None, "{text:?}");
        }
        assert_eq!(own_path(&("/".to_owned() + &"a".repeat(LONGEST))), None);
    }

    #[test]
    fn values_are_escaped_in_a_query() {
        assert_eq!(
            with_query("/login/", "next", "/beheer/post/?a=b&c"),
            "/login/?next=%2Fbeheer%2Fpost%2F%3Fa%3Db%26c"
        );
        assert_eq!(with_query("/login/?next=a", "lang", "en"), "/login/?next=a&lang=en");
    }

    proptest! {
        #[test]
        fn what_passes_begins_with_one_slash_and_is_printable(text in "[/\\\\a-z:.\\PC]{0,12}") {
            if let Some(path) = own_path(&text) {
                prop_assert!(path.starts_with('/') && !path.starts_with("//"));
                prop_assert!(path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\'));
            }
        }
    }
}
