//! The logo in the letters of a client.

use std::borrow::Cow;

use app::PictureFault;
use askama::Template;

use super::ROOT;
use crate::views::service::{Crumb, Frame};
use crate::views::{Faults, Page, View};

/// The page.
pub const PATH: &str = "/service/teksten/logo/";
/// The picture itself.
pub const PICTURE: &str = "/service/teksten/logo.png";

/// The page of the logo.
#[derive(Debug, Template)]
#[template(path = "texts/logo.html")]
pub struct LogoPage {
    /// What every page has.
    pub page: Page,
    /// Width and height of the logo that is there.
    pub size: Option<(u32, u32)>,
    /// Why a file was not taken.
    pub refused: Option<PictureFault>,
}

impl View for LogoPage {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-texts-logo-title")
    }

    fn faults(&self) -> Faults {
        let Some(fault) = self.refused else { return Faults::default() };
        Faults::one(
            "file",
            self.page.w.t(match fault {
                PictureFault::Empty => words::key!("staff-texts-logo-wrong-empty"),
                PictureFault::Svg => words::key!("staff-texts-logo-wrong-svg"),
                PictureFault::Kind => words::key!("staff-texts-logo-wrong-kind"),
                PictureFault::TooLarge => words::key!("staff-texts-logo-wrong-large"),
                PictureFault::Sides => words::key!("staff-texts-logo-wrong-sides"),
                PictureFault::Broken => words::key!("staff-texts-logo-wrong-broken"),
            }),
        )
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl LogoPage {
    fn frame(&self) -> Frame {
        let list = self.page.w.t("staff-texts-title");
        let crumbs = vec![
            Crumb { name: list, href: Some(ROOT.to_owned()), here: false },
            Crumb { name: self.title(), href: None, here: true },
        ];
        Frame { crumbs, heading: self.title(), tabs: Vec::new() }
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |size, refused| Self { page: page.for_service(PATH), size, refused };
        let wrong = |fault| state(None, Some(fault));
        vec![
            ("logopage", state(None, None)),
            ("logopage-there", state(Some((120, 40)), None)),
            ("logopage-empty", wrong(PictureFault::Empty)),
            ("logopage-svg", wrong(PictureFault::Svg)),
            ("logopage-kind", wrong(PictureFault::Kind)),
            ("logopage-large", wrong(PictureFault::TooLarge)),
            ("logopage-sides", state(Some((120, 40)), Some(PictureFault::Sides))),
            ("logopage-broken", wrong(PictureFault::Broken)),
        ]
    }
}
