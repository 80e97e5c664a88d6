//! The white label: the name, colour, logo and help texts that pages and mails of one installation show.
//!
//! Plain values, already checked; reading settings and files is done elsewhere. Colours are made fit to read here, so
//! that a client's own colour can never make a page unreadable.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::language::Language;

/// What makes an installation the client's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brand {
    /// The name of the service, on every page and mail.
    pub name: String,
    /// Who helps when it does not work, in words of the client ("Bel 0800 …"). Empty: the landlord, in our words.
    pub help: Texts,
    /// Takes the place of the house's own primary colour.
    pub colour: Option<Colour>,
    /// Takes the place of the house's own mark.
    pub logo: Option<Logo>,
}

/// One text in each language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Texts {
    /// Dutch.
    pub nl: String,
    /// English, and for any other language; empty: the Dutch text stands in.
    pub en: String,
}

/// A picture for the head of the page.
#[derive(Clone, PartialEq, Eq)]
pub struct Logo {
    kind: LogoKind,
    bytes: Vec<u8>,
}

/// What a logo may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogoKind {
    /// `image/png`.
    Png,
    /// `image/svg+xml`.
    Svg,
}

/// Why a file is not a logo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogoFault {
    /// Neither PNG nor SVG.
    #[error("a logo is a PNG or an SVG file")]
    Kind,
    /// More than 256 KiB: residents pay for it on an old phone.
    #[error("a logo is 256 KiB at most")]
    TooLarge,
    /// An SVG that does more than draw.
    #[error("the SVG file holds a script")]
    Script,
}

impl Brand {
    /// The house's own name and colours, for previews and tests.
    #[must_use]
    pub fn sample() -> Self {
        Self { name: "Huissleutel".to_owned(), help: Texts::default(), colour: None, logo: None }
    }
}

impl Texts {
    /// The text in that language, else in Dutch; `None` when there is none.
    #[must_use]
    pub fn of(&self, language: Language) -> Option<&str> {
        // Who reads neither is more likely to know some English.
        let own = if language == Language::Nl { &self.nl } else { &self.en };
        [own, &self.nl].into_iter().map(|text| text.trim()).find(|text| !text.is_empty())
    }
}

impl Logo {
    /// Takes the contents of a file.
    ///
    /// # Errors
    /// [`LogoFault`].
    pub fn read(bytes: Vec<u8>) -> Result<Self, LogoFault> {
        if bytes.len() > 256 * 1024 {
            return Err(LogoFault::TooLarge);
        }
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Ok(Self { kind: LogoKind::Png, bytes });
        }
        let text = std::str::from_utf8(&bytes).map_err(|_| LogoFault::Kind)?.to_ascii_lowercase();
        if !text.contains("<svg") {
            return Err(LogoFault::Kind);
        }
        // The pages' content policy forbids scripts anyway; refusing early tells whoever made the settings.
        if ["<script", "javascript:", "<foreignobject"].iter().any(|bad| text.contains(bad)) {
            return Err(LogoFault::Script);
        }
        Ok(Self { kind: LogoKind::Svg, bytes })
    }

    /// What to say in `Content-Type`.
    #[must_use]
    pub const fn media_type(&self) -> &'static str {
        match self.kind {
            LogoKind::Png => "image/png",
            LogoKind::Svg => "image/svg+xml",
        }
    }

    /// What kind of picture it is.
    #[must_use]
    pub const fn kind(&self) -> LogoKind {
        self.kind
    }

    /// The file itself.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

impl fmt::Debug for Logo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Logo({:?}, {} bytes)", self.kind, self.bytes.len())
    }
}

/// A colour in sRGB, written `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// The text is not a colour `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a colour (write #0b5c7a)")]
pub struct NotAColour;

impl Colour {
    /// Black.
    pub const BLACK: Self = Self { red: 0, green: 0, blue: 0 };
    /// White.
    pub const WHITE: Self = Self { red: 255, green: 255, blue: 255 };

    /// Reads `#rrggbb`.
    ///
    /// # Errors
    /// [`NotAColour`].
    pub fn parse(text: &str) -> Result<Self, NotAColour> {
        let digits = text.strip_prefix('#').filter(|d| d.len() == 6 && d.bytes().all(|b| b.is_ascii_hexdigit()));
        let number = u32::from_str_radix(digits.ok_or(NotAColour)?, 16).map_err(|_| NotAColour)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Ok(Self { red, green, blue })
    }

    /// Red, green and blue, 0 to 255.
    #[must_use]
    pub const fn parts(self) -> [u8; 3] {
        [self.red, self.green, self.blue]
    }

    /// Relative luminance, 0 (black) to 1 (white) (WCAG 2.2).
    #[must_use]
    pub fn luminance(self) -> f64 {
        let part = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(self.red) + 0.7152 * part(self.green) + 0.0722 * part(self.blue)
    }

    /// Contrast ratio, 1 to 21 (WCAG 2.2).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// This colour, darkened or lightened as little as needed to reach `ratio` against `paper`. Where no shade of it
    /// does, black or white, whichever is the better to read.
    #[must_use]
    pub fn against(self, paper: Self, ratio: f64) -> Self {
        if self.contrast(paper) >= ratio {
            return self;
        }
        let end = Self::on(paper);
        (1..=100_u16).map(|step| self.towards(end, step)).find(|shade| shade.contrast(paper) >= ratio).unwrap_or(end)
    }

    /// Black or white: what reads best on this colour.
    #[must_use]
    pub fn on(paper: Self) -> Self {
        if Self::BLACK.contrast(paper) >= Self::WHITE.contrast(paper) { Self::BLACK } else { Self::WHITE }
    }

    fn towards(self, end: Self, percent: u16) -> Self {
        let mix = |from: u8, to: u8| {
            let sum = u16::from(from) * (100 - percent) + u16::from(to) * percent;
            u8::try_from(sum / 100).unwrap_or(u8::MAX)
        };
        Self { red: mix(self.red, end.red), green: mix(self.green, end.green), blue: mix(self.blue, end.blue) }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}
impl FromStr for Colour {
    type Err = NotAColour;
    fn from_str(text: &str) -> Result<Self, NotAColour> {
        Self::parse(text)
    }
}
impl Serialize for Colour {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn colours_are_read_and_written() {
        assert_eq!(colour("#0B5c7a").to_string(), "#0b5c7a");
        for bad in ["", "0b5c7a", "#0b5c7", "#0b5c7aa", "#0b5c7g", "#+12345", "red", "#éaaaa"] {
            assert_eq!(Colour::parse(bad), Err(NotAColour), "{bad}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((Colour::BLACK.contrast(Colour::WHITE) - 21.0).abs() < 0.001);
        assert!((colour("#777777").contrast(Colour::WHITE) - 4.478).abs() < 0.01);
        assert_eq!(colour("#0b5c7a").against(Colour::WHITE, 4.5), colour("#0b5c7a"), "good enough stays");
    }

    #[test]
    fn texts_fall_back_to_dutch() {
        let texts = Texts { nl: "Bel ons".to_owned(), en: " ".to_owned() };
        assert_eq!(texts.of(Language::En), Some("Bel ons"));
        assert_eq!(Texts::default().of(Language::Nl), None);
    }

    #[test]
    fn logos_are_small_pictures() {
        let kind = |bytes: &[u8]| Logo::read(bytes.to_vec()).map(|logo| logo.kind());
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n..."), Ok(LogoKind::Png));
        assert_eq!(kind(b"<?xml version='1.0'?><svg></svg>"), Ok(LogoKind::Svg));
        assert_eq!(kind(b"<svg><SCRIPT>x</SCRIPT></svg>"), Err(LogoFault::Script));
        assert_eq!(kind(b"GIF89a"), Err(LogoFault::Kind));
        assert_eq!(kind(&vec![0; 300_000]), Err(LogoFault::TooLarge));
    }

    proptest! {
        #[test]
        fn every_colour_becomes_readable(a: [u8; 3], b: [u8; 3]) {
            let make = |[red, green, blue]: [u8; 3]| Colour { red, green, blue };
            let (own, paper) = (make(a), make(b));
            // 4.5 : 1 can be reached against any paper: black or white always does.
            prop_assert!(own.against(paper, 4.5).contrast(paper) >= 4.5);
            prop_assert!(Colour::on(paper).contrast(paper) >= 4.5);
            let best = Colour::on(paper).contrast(paper);
            prop_assert!(own.against(paper, 15.0).contrast(paper) >= best.min(15.0));
            prop_assert_eq!(Colour::parse(&own.to_string()), Ok(own));
        }
    }
}
