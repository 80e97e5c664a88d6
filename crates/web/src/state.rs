//! What the pages are given: the house, the brand, and how this installation is reached.

use std::sync::Arc;

use app::App;
use app::maintenance::Told;
use app::worker::Heartbeat;
use words::Words;

use crate::assets::{self, Asset};
use crate::cookies::Cookies;
use crate::source::Net;
use crate::views::page::{Banner, BrandOnPage, Page, SignedIn};

/// The pages of one installation.
pub struct Web {
    /// The house.
    pub app: Arc<App>,
    /// The brand as pages show it.
    pub brand: Arc<BrandOnPage>,
    /// The brand's own files, beside [`assets::all`].
    pub files: Vec<Asset>,
    /// Proxies whose word about the client's address counts.
    pub trusted: Vec<Net>,
    /// The cookies of this installation.
    pub cookies: Cookies,
    /// The public address is https.
    pub secure: bool,
    /// Pages show the bar of the demo.
    pub demo: bool,
    /// The worker of this process, when it runs one.
    pub worker: Option<Heartbeat>,
}

impl Web {
    /// The pages of `app`, reached as its settings say, behind the proxies of `trusted`.
    #[must_use]
    pub fn new(app: Arc<App>, trusted: Vec<Net>) -> Self {
        let (brand, files) = BrandOnPage::of(&app.settings.brand);
        let secure = app.settings.public_url.starts_with("https://");
        let (brand, cookies) = (Arc::new(brand), Cookies::new(secure));
        Self { app, brand, files, trusted, cookies, secure, demo: false, worker: None }
    }

    /// The same with the bar of the demo.
    #[must_use]
    pub fn in_demo(self) -> Self {
        Self { demo: true, ..self }
    }

    /// The same for a process that runs a worker too: it is ready only while that works.
    #[must_use]
    pub fn beside(self, worker: Heartbeat) -> Self {
        Self { worker: Some(worker), ..self }
    }

    /// The common part of a page, with the notices of the work that goes on.
    #[must_use]
    pub fn page(&self, w: Words, here: String, signed_in: Option<SignedIn>, told: &[Told]) -> Page {
        let works = told.iter().map(|it| Banner::of(&it.notice, w)).collect();
        Page { w, brand: Arc::clone(&self.brand), here, signed_in, works, demo: self.demo }
    }

    /// The file at `path`, of the house or of the brand.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&Asset> {
        assets::find(path).or_else(|| self.files.iter().find(|file| file.path == path))
    }

    /// A short code for one request: it stands in the log, and on the page when something went wrong.
    #[must_use]
    pub fn request_code(&self) -> String {
        short_code(self.app.chance.bytes())
    }
}

/// 40 bits as eight letters and digits that nobody confuses on the telephone (Crockford's base 32).
fn short_code(bytes: [u8; 5]) -> String {
    const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let number = bytes.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    let letter = |place: u32| {
        let index = usize::try_from(number >> (5 * place) & 31).unwrap_or_default();
        LETTERS.get(index).copied().map_or('0', char::from)
    };
    let first: String = (4..8).rev().map(letter).collect();
    let second: String = (0..4).rev().map(letter).collect();
    format!("{first}-{second}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_can_be_read_out() {
        assert_eq!(short_code([0; 5]), "0000-0000");
        assert_eq!(short_code([255; 5]), "ZZZZ-ZZZZ");
        assert_eq!(short_code([0, 0, 0, 0, 1]), "0000-0001");
        assert_ne!(short_code([1, 2, 3, 4, 5]), short_code([1, 2, 3, 5, 4]));
    }
}
