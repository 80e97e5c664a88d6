//! What kind of browser and system somebody uses: enough to recognise one's own doing in a mail or a list of sessions,
//! too little to follow anybody. The header it is read from is never kept.

use serde::{Deserialize, Serialize};

use crate::text_enum::text_enum;

text_enum! {
    /// The kind of browser.
    Browser {
        /// Mozilla Firefox.
        Firefox = "firefox",
        /// Google Chrome or Chromium.
        Chrome = "chrome",
        /// Apple Safari.
        Safari = "safari",
        /// Microsoft Edge.
        Edge = "edge",
        /// Samsung Internet.
        Samsung = "samsung",
        /// Anything else.
        Other = "other",
    }
}

text_enum! {
    /// The kind of system.
    System {
        /// Windows.
        Windows = "windows",
        /// macOS.
        Mac = "mac",
        /// Linux.
        Linux = "linux",
        /// Android.
        Android = "android",
        /// iPhone or iPad.
        Ios = "ios",
        /// Anything else.
        Other = "other",
    }
}

/// A kind of browser on a kind of system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Device {
    /// The browser.
    pub browser: Browser,
    /// The system.
    pub system: System,
}

/// Longer headers are read this far (bytes): real ones are shorter, and the rest is somebody's game.
const READ: usize = 512;

impl Device {
    /// Nothing known.
    pub const UNKNOWN: Self = Self { browser: Browser::Other, system: System::Other };

    /// Reads a `User-Agent` header (RFC 9110, 10.1.5). Whatever it says, the answer is one of few.
    #[must_use]
    pub fn read(user_agent: &str) -> Self {
        let mut end = user_agent.len().min(READ);
        while !user_agent.is_char_boundary(end) {
            end -= 1;
        }
        let text = user_agent.get(..end).unwrap_or_default();
        Self { browser: browser(text), system: system(text) }
    }

    /// Firefox on Windows, for previews and tests.
    #[must_use]
    pub const fn sample() -> Self {
        Self { browser: Browser::Firefox, system: System::Windows }
    }
}

/// Browsers claim to be one another, so the order matters: the most particular mark first.
fn browser(text: &str) -> Browser {
    const MARKS: [(&str, Browser); 13] = [
        ("Edg/", Browser::Edge),
        ("EdgA/", Browser::Edge),
        ("EdgiOS/", Browser::Edge),
        ("SamsungBrowser/", Browser::Samsung),
        ("OPR/", Browser::Other),
        ("Vivaldi/", Browser::Other),
        ("YaBrowser/", Browser::Other),
        ("Firefox/", Browser::Firefox),
        ("FxiOS/", Browser::Firefox),
        ("CriOS/", Browser::Chrome),
        ("Chrome/", Browser::Chrome),
        ("Chromium/", Browser::Chrome),
        ("Safari/", Browser::Safari),
    ];
    MARKS.iter().find(|(mark, _)| text.contains(mark)).map_or(Browser::Other, |(_, browser)| *browser)
}

/// iPhones say "like Mac OS X" and Android says "Linux": the same order rule.
fn system(text: &str) -> System {
    const MARKS: [(&str, System); 8] = [
        ("iPhone", System::Ios),
        ("iPad", System::Ios),
        ("iPod", System::Ios),
        ("Android", System::Android),
        ("Windows", System::Windows),
        ("Macintosh", System::Mac),
        ("Linux", System::Linux),
        ("CrOS", System::Linux),
    ];
    MARKS.iter().find(|(mark, _)| text.contains(mark)).map_or(System::Other, |(_, system)| *system)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_usual_ones_are_recognised() {
        for (header, browser, system) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
                Browser::Firefox,
                System::Windows,
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
                Browser::Chrome,
                System::Linux,
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
                Browser::Edge,
                System::Windows,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
                Browser::Safari,
                System::Ios,
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S901B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
                Browser::Samsung,
                System::Android,
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
                Browser::Safari,
                System::Mac,
            ),
            (
                "Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/130.0 Mobile/15E148 Safari/605.1.15",
                Browser::Firefox,
                System::Ios,
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 OPR/115.0.0.0",
                Browser::Other,
                System::Linux,
            ),
            ("curl/8.5.0", Browser::Other, System::Other),
            ("", Browser::Other, System::Other),
        ] {
            assert_eq!(Device::read(header), Device { browser, system }, "{header}");
        }
    }

    #[test]
    fn words_are_read_back() {
        for browser in Browser::ALL {
            assert_eq!(Browser::parse(browser.as_str()), Some(*browser));
        }
        assert_eq!(System::parse("Windows"), None);
    }

    proptest! {
        #[test]
        fn any_header_gives_an_answer(header in "\\PC{0,900}") {
            let _ = Device::read(&header);
        }
    }
}
